import { z } from "zod";
import { VERSION } from "./migrations.ts";
import { FORMAT } from "./parse.ts";
import { processSchema } from "./process.ts";

/** What a schema's file says about itself; `input` because lists may be left out of a file. */
const OPTIONS = { target: "draft-2020-12", io: "input" } as const;

/** The JSON Schema of a process file of the newest version, for editors that complete and check files. */
export function jsonSchema(): object {
  const whole = z.toJSONSchema(processSchema, OPTIONS);
  const { $schema, type, properties = {}, required = [], ...rest } = whole;
  const { $schema: where = {}, ...fields } = properties;
  return {
    $schema,
    title: "Throughline process",
    description: `A process that Throughline draws and simulates, version ${VERSION}. Files end in .process.json.`,
    type,
    properties: {
      $schema: where,
      format: { const: FORMAT, description: "What kind of file this is" },
      version: { const: VERSION, description: "The version of the format" },
      ...fields,
    },
    required: ["format", "version", ...required],
    ...rest,
  };
}
