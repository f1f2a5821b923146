const NOW = memory.data(8);

/** Minutes since the start of the run. */
// @inline
export function now(): f64 {
  return load<f64>(NOW);
}

// @inline
export function setNow(time: f64): void {
  store<f64>(NOW, time);
}
