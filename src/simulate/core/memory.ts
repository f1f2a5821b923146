const PAGE = 2 ** 16;

/** The core's memory, as numbers of each kind. Growing puts it elsewhere, so these are asked for anew each time. */
export class CoreMemory {
  private readonly memory: WebAssembly.Memory;
  private views: { readonly floats: Float64Array; readonly ints: Int32Array; readonly counts: Uint32Array };
  /** Where memory is free. */
  private free: number;

  /** @param from - Where memory is free. */
  constructor(memory: WebAssembly.Memory, from: number) {
    this.memory = memory;
    this.views = viewsOf(memory);
    this.free = Math.ceil(from / 8) * 8;
  }

  get floats(): Float64Array {
    return this.current().floats;
  }

  get ints(): Int32Array {
    return this.current().ints;
  }

  get counts(): Uint32Array {
    return this.current().counts;
  }

  /** Where what was taken ends. */
  get end(): number {
    return this.free;
  }

  /** Takes room, with zeros in it; in bytes. */
  take(bytes: number): number {
    const from = this.free;
    this.free += Math.ceil(bytes / 8) * 8;
    const missing = Math.ceil((this.free - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
    this.floats.fill(0, from / 8, this.free / 8);
    return from;
  }

  /** Takes room for these numbers. */
  put(numbers: Float64Array | Int32Array): number {
    const at = this.take(numbers.byteLength);
    if (numbers instanceof Float64Array) this.floats.set(numbers, at / 8);
    else this.ints.set(numbers, at / 4);
    return at;
  }

  private current(): CoreMemory["views"] {
    // What lay in a buffer that has been moved has no length any more.
    if (this.views.floats.length === 0) this.views = viewsOf(this.memory);
    return this.views;
  }
}

function viewsOf({ buffer }: WebAssembly.Memory): CoreMemory["views"] {
  return { floats: new Float64Array(buffer), ints: new Int32Array(buffer), counts: new Uint32Array(buffer) };
}
