import { Accordion } from "@mantine/core";
import { createContext, type ReactNode, useContext } from "react";
import { FieldGroup } from "./FieldGroup.tsx";

/** Which sections are open, by what they belong to; kept while other things are selected. */
export interface Opened {
  readonly open: Readonly<Record<string, readonly string[]>>;
  readonly setOpen: (of: string, sections: readonly string[]) => void;
}

/** The inspector provides it. */
export const OpenedSections = createContext<Opened>({ open: {}, setOpen: () => {} });

interface SectionsProps {
  /** What they belong to: a kind of node, or the process. */
  readonly of: string;
  /** Those that are open until somebody closes them. */
  readonly first: readonly string[];
  readonly children: ReactNode;
}

/** Sections that open and close, each for itself. */
export function Sections({ of, first, children }: SectionsProps) {
  const { open, setOpen } = useContext(OpenedSections);
  return (
    <Accordion
      multiple
      order={3}
      className="inspector-sections"
      transitionDuration={0}
      chevronPosition="left"
      value={[...(open[of] ?? first)]}
      onChange={(sections) => setOpen(of, sections)}
    >
      {children}
    </Accordion>
  );
}

interface SectionProps {
  readonly name: string;
  readonly title: string;
  /** What is in it, in a few words, for when it is closed. */
  readonly summary?: string | undefined;
  readonly children: ReactNode;
}

/** One section: a heading that opens and closes what is in it. */
export function Section({ name, title, summary, children }: SectionProps) {
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>
        <span className="section-title">{title}</span>
        {summary !== undefined && <span className="section-summary">{summary}</span>}
      </Accordion.Control>
      <Accordion.Panel>
        <FieldGroup>{children}</FieldGroup>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
