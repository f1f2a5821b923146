/** The memory of all columns in plain data, so that it can be handed over with them instead of being copied. */
export function memoryOf(data: unknown): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(data)) return [data.buffer as ArrayBuffer];
  if (typeof data !== "object" || data === null) return [];
  return [...new Set(Object.values(data).flatMap(memoryOf))];
}
