import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { start } from "./app/start.ts";
import { App } from "./ui/App.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void start();
