import type { Command } from "./command.ts";
import { compare } from "./commands/compare.ts";
import { convert } from "./commands/convert.ts";
import { exportTo } from "./commands/export.ts";
import { helpOn } from "./commands/help.ts";
import { layout } from "./commands/layout.ts";
import { machine } from "./commands/machine.ts";
import { report } from "./commands/report.ts";
import { simulate } from "./commands/simulate.ts";
import { validate } from "./commands/validate.ts";

const work: readonly Command[] = [simulate, compare, report, validate, machine, layout, exportTo, convert];

/** Every command of the program, in the order of its help. */
export const COMMANDS: readonly Command[] = [...work, helpOn(work)];
