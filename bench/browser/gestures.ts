declare global {
  /** Called in the page before and after each gesture, so that its work can be read off. */
  var between: () => Promise<void>;
}

/** How long a page takes, in milliseconds: for a frame while it is moved, for one while a node is dragged, for the drop. */
export interface Gestures {
  readonly pan: number;
  readonly drag: number;
  readonly drop: number;
}

/**
 * Runs in the page: moves the view, then a node, one event to a frame, as fast as the page comes along. A hand is
 * quick: from one frame to the next the node goes further than the grid that it snaps to is wide, so every frame shows it
 * elsewhere.
 *
 * @param canvas - What the wheel turns over.
 * @param moved - What the view moves: a gesture that moves nothing is no measurement.
 * @param node - What nodes are, once the pointer is over them; one near the middle of the canvas is dragged.
 * @param frames - How many frames each gesture lasts.
 */
export async function gestures([canvas, moved, node, frames]: readonly [
  string,
  string,
  string,
  number,
]): Promise<Gestures> {
  // Two frames: the first draws what the event changed, the second comes when that is done.
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
  const settled = async () => {
    for (let i = 0; i < 4; i++) await frame();
  };
  const ground = document.querySelector(canvas)!;
  const box = ground.getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  await settled();
  const view = () => {
    const element = document.querySelector(moved)!;
    return element.getAttribute("transform") ?? element.getAttribute("style");
  };
  const before = view();
  await globalThis.between();
  let from = performance.now();
  for (let i = 0; i < frames; i++) {
    const back = i >= frames / 2 ? -1 : 1;
    ground.dispatchEvent(
      new WheelEvent("wheel", {
        deltaX: 7 * back,
        deltaY: 0,
        clientX: middle.x,
        clientY: middle.y,
        bubbles: true,
        cancelable: true,
      }),
    );
    await frame();
    if (i === 5 && view() === before) throw new Error("the wheel moves nothing");
  }
  const pan = (performance.now() - from) / frames;
  await globalThis.between();

  const mouse = (type: string, x: number, y: number, buttons: number) => {
    const init = {
      clientX: x,
      clientY: y,
      screenX: x,
      screenY: y,
      button: 0,
      buttons,
      bubbles: true,
      cancelable: true,
      view: window,
    };
    const under = document.elementFromPoint(x, y) ?? document.body;
    const pointer = { mousedown: "pointerdown", mousemove: "pointermove", mouseup: "pointerup" }[type]!;
    under.dispatchEvent(new PointerEvent(pointer, { ...init, pointerId: 1, isPrimary: true }));
    under.dispatchEvent(new MouseEvent(type, init));
  };
  // What is drawn as one picture shows its parts to a pointer over it: look for a node near the middle, as a hand does.
  const start = { ...middle };
  for (let i = 0; ; i++) {
    // As the seeds of a sunflower: everywhere as dense, so that no node slips through.
    const [away, turn] = [14 * Math.sqrt(i), i * 2.39996];
    Object.assign(start, { x: middle.x + away * Math.cos(turn), y: middle.y + away * Math.sin(turn) });
    mouse("mousemove", start.x, start.y, 0);
    await frame();
    await frame();
    if (document.elementFromPoint(start.x, start.y)?.closest(node)) break;
    if (i > 1500) throw new Error("there is no node near the middle");
  }
  await settled();
  mouse("mousedown", start.x, start.y, 1);
  for (let i = 1; i <= 3; i++) {
    mouse("mousemove", start.x + 3 * i, start.y, 1);
    await frame();
  }
  await globalThis.between();
  from = performance.now();
  for (let i = 0; i < frames; i++) {
    mouse("mousemove", start.x + 10 + 11 * (i % 20), start.y + 11 * (i % 12), 1);
    await frame();
  }
  const drag = (performance.now() - from) / frames;
  await globalThis.between();
  await settled();
  await globalThis.between();
  from = performance.now();
  mouse("mouseup", start.x + 12, start.y + 3, 0);
  await frame();
  await frame();
  const drop = performance.now() - from;
  await globalThis.between();
  return { pan, drag, drop };
}
