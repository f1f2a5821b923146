import { eventType, type MachineConfig } from "../../compile/config.ts";

/** How to run the machine that lies beside it. */
export function readme(name: string, { states }: MachineConfig): string {
  const nodes = Object.values(states).flatMap(({ meta }) => (meta && "node" in meta ? [meta.node] : []));
  const start = nodes.find(({ kind }) => kind === "start")?.id ?? "…";
  const step = nodes.find(({ kind }) => kind === "step")?.id ?? "…";
  return `# ${name.replace(/\s+/g, " ").trim() || "A process"} as a state machine

\`machine.ts\` is the life of one record of this process, as an [XState 5](https://stately.ai/docs/xstate) machine with typed
events and guards. It needs nothing but \`xstate\`. \`config.json\` is the same configuration as plain data.

\`\`\`sh
npm install xstate tsx
npx tsx run.ts
\`\`\`

with this as \`run.ts\`:

\`\`\`ts
import { createActor } from "xstate";
import { machine } from "./machine.ts";

const life = createActor(machine, { input: { start: ${JSON.stringify(start)}, fields: {}, chances: {} } });
life.subscribe(({ value }) => console.log(value));
life.start();
life.send({ type: ${JSON.stringify(eventType(step, "begin"))} });
life.send({ type: ${JSON.stringify(eventType(step, "done"))} });
\`\`\`

- At each step a record waits until \`STEP.begin\`, then is worked on until \`STEP.done\`. \`STEP.gives-up\` and \`STEP.full\` let it
  leave early where the process says so.
- A decision by chance looks into \`chances\`, numbers from 0 to 1 by decision, which the input and every event may bring. A
  decision by rule looks into \`fields\`.
- Waits and delays last as long as half of all records take at the most; \`machine.provide({ delays: … })\` gives others, and
  \`machine.provide({ actions: { take: … } })\` hears which flow a record takes.
`;
}
