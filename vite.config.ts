import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * What the page may load and run: its own files, and nothing from anywhere else. Styles may be inline because the
 * components set theirs that way; the development server also needs its inline script and its socket. Workers compile
 * the core of the simulation, which `wasm-unsafe-eval` allows: WebAssembly out of the page's own bytes, but no `eval`.
 */
function contentSecurityPolicy(): Plugin {
  const policy = (developing: boolean) =>
    [
      "default-src 'none'",
      `script-src 'self' 'wasm-unsafe-eval'${developing ? " 'unsafe-inline'" : ""}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${developing ? " ws:" : ""}`,
      "worker-src 'self' blob:",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; ");
  return {
    name: "content-security-policy",
    transformIndexHtml: (_html, { server }) => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy(server !== undefined) },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Libraries that jsPDF asks for when it draws HTML or foreign SVG, which we never have it do: 380 kB. */
const NEVER_ASKED_FOR: ReadonlySet<string> = new Set(["html2canvas", "dompurify", "canvg"]);

/** Puts nothing where jsPDF names these, so that they are neither built nor brought. */
function withoutOptionalParts(): Plugin {
  const nothing = "\0nothing";
  return {
    name: "without-optional-parts",
    enforce: "pre",
    apply: "build",
    resolveId: (id) => (NEVER_ASKED_FOR.has(id) ? nothing : undefined),
    load: (id) => (id === nothing ? "export default undefined;" : undefined),
  };
}

export default defineConfig({
  // Relative, so that the built site works under any path.
  base: "./",
  plugins: [react(), contentSecurityPolicy(), withoutOptionalParts()],
  worker: { format: "es" },
  build: { target: "es2023", chunkSizeWarningLimit: 1700 },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/browser/**"],
    environment: "node",
    setupFiles: ["tests/setup.ts"],
    // A machine that others use too may be ten times slower; nothing here is about time.
    testTimeout: 300_000,
  },
});
