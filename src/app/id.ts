/** A new random id of 16 characters, for documents kept in the browser; it also works where a page is not served securely. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
