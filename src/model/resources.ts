import { z } from "zod";
import { coordinate, count, extensions, id, ref, text } from "./basics.ts";
import { distributionSchema } from "./distribution.ts";

/** The days of the week as the file names them, Monday first. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A lane. */
export const department = z.strictObject({
  id,
  name: text,
  color: z.exactOptional(text.describe("As in #3b82f6")),
  thickness: z.exactOptional(
    coordinate
      .min(0)
      .describe(
        "How thick its lane is at the least, in pixels, where no nodes beyond it say so: the last lane, or one without nodes",
      ),
  ),
  extensions,
});

/** Who does work. */
export const team = z.strictObject({
  id,
  name: text,
  department: z.exactOptional(ref.describe("The department that the team belongs to")),
  people: count.describe("How many people the team has"),
  calendar: z.exactOptional(ref.describe("When it is on shift; left out = always")),
  costPerHour: z.exactOptional(z.number().describe("Of one person")),
  extensions,
});

/** A program that steps use. */
export const system = z.strictObject({
  id,
  name: text,
  kind: z.exactOptional(text.describe("What sort of system it is, as in crm")),
  capacity: z.exactOptional(count.describe("Users or jobs at once; left out = no limit")),
  outage: z.exactOptional(z.strictObject({ every: distributionSchema, lasts: distributionSchema, extensions })),
  extensions,
});

/** The seeds' categories of data in a CRM. */
const DATA_CATEGORIES = ["customer", "sales", "marketing", "support", "other"] as const;

/** What steps take in and give out. */
export const data = z.strictObject({ id, name: text, category: z.exactOptional(z.enum(DATA_CATEGORIES)), extensions });

/** What a record carries. */
export const field = z.discriminatedUnion("type", [
  z.strictObject({
    id,
    name: text,
    type: z.literal("number"),
    sample: z.exactOptional(distributionSchema.describe("What records carry: a plain number, without unit")),
    extensions,
  }),
  z.strictObject({
    id,
    name: text,
    type: z.literal("choice"),
    options: z.array(z.strictObject({ value: text, weight: z.exactOptional(z.number()), extensions })),
    extensions,
  }),
  z.strictObject({
    id,
    name: text,
    type: z.literal("boolean"),
    share: z.exactOptional(z.number().describe("How many are true, from 0 to 1")),
    extensions,
  }),
]);

const shifts = z.exactOptional(z.array(text.describe("From-to, as in 09:00-12:30")));

/** When people are on shift. */
export const calendar = z.strictObject({
  id,
  name: text,
  week: z.strictObject({
    mon: shifts,
    tue: shifts,
    wed: shifts,
    thu: shifts,
    fri: shifts,
    sat: shifts,
    sun: shifts,
    extensions,
  }),
  closed: z.exactOptional(z.array(text.describe("A date, as in 2026-12-25"))),
  extensions,
});

/** A phase. */
export const stage = z.strictObject({ id, name: text, description: z.exactOptional(text), extensions });
