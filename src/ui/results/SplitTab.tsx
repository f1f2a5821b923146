import { Select } from "@mantine/core";
import { groupColumns, groupRows } from "../../analyse/group-columns.ts";
import { findOut } from "../../app/run.ts";
import { nameOf } from "../../model/words.ts";
import { FigureTable } from "./FigureTable.tsx";
import { Going } from "./Going.tsx";
import type { FinishedRun } from "./states.ts";

/** The records told apart by a field: do referrals take longer, and do they end better? */
export function SplitTab({ run }: { readonly run: FinishedRun }) {
  const { results, of: process, more } = run;
  const { by } = results;
  if (process.fields.length === 0)
    return (
      <p className="results-empty">
        Records carry no fields. Give them one, such as a lead source, and run again to compare its values.
      </p>
    );
  return (
    <>
      <div className="results-ask">
        {by === undefined && (
          <p>
            Do some kinds of records take longer, or end better? Choose what to tell them apart by: the same run is
            counted once more for each of its values.
          </p>
        )}
        <Select
          size="xs"
          w={260}
          label="Split records by"
          placeholder="Choose a field"
          allowDeselect={false}
          data={process.fields.map(({ id, name }) => ({ value: id, label: name }))}
          value={more?.asked.by ?? by?.field ?? null}
          onChange={(field) => {
            if (field !== null) void findOut({ by: field });
          }}
        />
        {more?.asked.by !== undefined && <Going more={more} words="Running again, with the records told apart" />}
      </div>
      {by && more?.asked.by === undefined && (
        <FigureTable
          title={`By ${nameOf(process, by.field)}`}
          nameHead={nameOf(process, by.field)}
          currency={process.currency}
          columns={groupColumns(process, results)}
          rows={groupRows(results)}
          empty="No record was counted."
        />
      )}
    </>
  );
}
