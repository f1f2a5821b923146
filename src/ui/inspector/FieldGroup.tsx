import type { ReactNode } from "react";
import { type AppState, useApp } from "../../app/store.ts";

interface Props {
  /** Where it stands: under the heading, or below what all things have in common. */
  readonly place?: "common" | "body";
  readonly children: ReactNode;
}

const isReadOnly = ({ readOnly }: AppState) => readOnly;

/** Fields below each other. In a document that may only be looked at they can be read and nothing else. */
export function FieldGroup({ place, children }: Props) {
  return (
    <fieldset
      disabled={useApp(isReadOnly)}
      className={place === undefined ? "inspector-fields" : `inspector-fields inspector-${place}`}
    >
      {children}
    </fieldset>
  );
}
