import "@mantine/spotlight/styles.css";
import { createSpotlight, Spotlight, type SpotlightProps } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { type Dialog, useApp } from "../app/store.ts";

const [store, spotlight] = createSpotlight();

/** With `query` and `onQueryChange`, what is typed is known outside, for lists that depend on it. */
interface Props extends Pick<SpotlightProps, "actions" | "query" | "onQueryChange"> {
  /** The dialog that this is; closing the list closes it. */
  readonly of: Dialog["kind"];
  /** What is asked for, in the empty field. */
  readonly question: string;
  /** What is said where nothing matches. */
  readonly nothing?: string;
  /** How much of the page behind can be seen no more, from 0 to 1. */
  readonly shade: number;
}

/** A field over a list that shrinks to what is typed; Enter does what is first. Open as long as it is shown. */
export function SearchList({ of, question, nothing = "Nothing of that name", shade, ...list }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    spotlight.open();
    // Who types at once means the field, although it gets the focus only once it has come up.
    const aim = () => field.current?.focus();
    window.addEventListener("keydown", aim, { capture: true });
    return () => {
      window.removeEventListener("keydown", aim, { capture: true });
      spotlight.close();
    };
  }, []);
  return (
    <Spotlight
      {...list}
      store={store}
      shortcut={null}
      attributes={{ content: { "aria-label": question } }}
      nothingFound={nothing}
      highlightQuery
      scrollable
      maxHeight={440}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      overlayProps={{ backgroundOpacity: shade, blur: 0 }}
      searchProps={{
        ref: field,
        leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
        placeholder: question,
        "aria-label": question,
      }}
      onSpotlightClose={() => useApp.setState(({ dialog }) => (dialog?.kind === of ? { dialog: undefined } : {}))}
    />
  );
}
