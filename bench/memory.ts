import { compile } from "../src/compile/compile.ts";
import { simulate } from "../src/simulate/simulate.ts";
import models from "./models.json" with { type: "json" };
import { type Model, processOf } from "./models.ts";

// Called with how many records to run; prints how many megabytes this took at the most, all of Node.js included.
const program = compile(processOf("memory", models.crm as unknown as Model));
const { tally } = simulate(program, 1, 0, { records: Number(process.argv[2]) });
if (tally.completed !== Number(process.argv[2])) throw new Error(`only ${tally.completed} came to an end`);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
