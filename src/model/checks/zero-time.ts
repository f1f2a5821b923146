import { zeroTimeLoops } from "../zero-time.ts";
import { type Check, error, nodePlace } from "./check.ts";
import { inWords } from "./ways.ts";

/** Loops without time: records would go round at one instant for ever. */
export const checkZeroTime: Check = function* (context) {
  for (const loop of zeroTimeLoops(context.live)) {
    const [first = ""] = loop;
    const message = `Records can go round ${inWords(context, loop)} without any time passing.`;
    const mend = "Put a step or a wait that takes time into the loop; being turned away takes none.";
    yield error("zero-time-loop", nodePlace(context, first), message, mend);
  }
};
