/** Minutes since the start of the run. */
export let now: f64 = 0;

export function setNow(time: f64): void {
  now = time;
}
