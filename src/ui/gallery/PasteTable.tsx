import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { openTable } from "../../app/gallery.ts";
import { isTable } from "../../io/table.ts";
import styles from "./gallery.module.css";

const EXAMPLE =
  "Step\tInputs\tOutputs\nLead generation\tCampaigns\tLead information\nLead qualification\tLead information\tQualified lead";

/** A field for a table; what is pasted into it becomes a process. */
export function PasteTable() {
  const [text, setText] = useState("");
  const open = (table: string) => void openTable(table);
  return (
    <div className={styles.paste}>
      <Textarea
        autoFocus
        label="Table"
        description="Its first row names the columns: Step, and as many as you like of Department, Team, Inputs, Outputs, Systems, Next, Work, People. What one step makes and another needs becomes their data flow."
        placeholder={EXAMPLE}
        minRows={5}
        maxRows={12}
        autosize
        value={text}
        classNames={{ input: styles.pasteField ?? "" }}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          // A whole table pasted into the empty field needs no second click.
          if (text.trim() !== "" || !isTable(pasted)) return;
          event.preventDefault();
          open(pasted);
        }}
      />
      <Button size="xs" disabled={text.trim() === ""} onClick={() => open(text)}>
        Make a process of it
      </Button>
    </div>
  );
}
