import { CopyButton, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** Takes a table along as CSV. */
export function CopyCsv({ text, of }: { readonly text: string; readonly of: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <UnstyledButton className="quiet-button" onClick={copy} aria-label={`Copy “${of}” as CSV`}>
          {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          {copied ? "Copied" : "Copy CSV"}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
