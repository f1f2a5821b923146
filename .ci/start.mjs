// Serves the editor on this machine and opens it in the browser if there is a desktop. Ctrl-C ends it.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const port = readPort();

const server = await createServer({ root, clearScreen: false, server: { port, open: hasDesktop() } });
await server.listen();
process.stdout.write(`\n  Throughline is at ${server.resolvedUrls?.local[0]}\n  Ctrl-C ends it.\n\n`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close().finally(() => process.exit(0)));
}

/** The port asked for with `npm start -- --port 8080`, or 5173; where it is taken, Vite goes on to the next free one. */
function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", default: "5173" } } });
    const number = Number(values.port);
    if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
    throw new Error(`“${values.port}” is no port; a port is a whole number up to 65535.`);
  } catch (error) {
    process.stderr.write(`${error.message}\nUsage: npm start [-- --port 8080]\n`);
    process.exit(2);
  }
}

function hasDesktop() {
  const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  if (CI || SSH_CONNECTION) return false;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
