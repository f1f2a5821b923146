import type { Day } from "../../../model/process.ts";

/** The days of the week as they are read. */
export const DAY_WORDS: Readonly<Record<Day, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
