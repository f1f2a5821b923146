import { Modal } from "@mantine/core";
import { GROUPS } from "../app/command.ts";
import { COMMANDS } from "../app/commands.ts";
import { useApp } from "../app/store.ts";
import type { Problem } from "../model/problem.ts";
import { Keys } from "./CommandLabel.tsx";
import { ProblemRows } from "./problems/ProblemRows.tsx";
import styles from "./shell.module.css";

const close = () => useApp.setState({ dialog: undefined });

/** Whatever covers the screen at the moment. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  return (
    <>
      <Modal opened={dialog?.kind === "help"} onClose={close} title="Keyboard and mouse" size="xl" centered>
        <Help />
      </Modal>
      <Modal
        opened={dialog?.kind === "unreadable"}
        onClose={close}
        title={dialog?.kind === "unreadable" ? `“${dialog.file}” could not be opened` : undefined}
        size="lg"
        centered
      >
        {dialog?.kind === "unreadable" && <Unreadable problems={dialog.problems} />}
      </Modal>
    </>
  );
}

function Unreadable({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <p style={{ marginTop: 0 }}>What was open before is still open, and the file is as it was.</p>
      <ProblemRows problems={problems} />
    </>
  );
}

/** What the mouse does; the keys come from the list of commands. */
const MOUSE: readonly (readonly [does: string, how: string])[] = [
  ["Move the view", "drag the ground, or scroll"],
  ["Zoom", "Ctrl and scroll, or pinch"],
  ["Select several", "Shift and drag, or Shift and click"],
  ["Connect", "drag from the edge of a node"],
  ["Add what comes next", "drag from a node to an empty place"],
  ["Put a step into a flow", "drop it on the flow"],
  ["Reorder departments", "drag a lane’s name"],
  ["Attach data or a system", "drag it onto a step"],
  ["Make or take away room", "Shift S, then drag"],
  ["Make a lane larger", "drag the lower edge of its name"],
  ["Collapse a lane", "click the arrow at its name"],
  ["Everything that can be done here", "right click"],
  ["Add a step", "double-click an empty place"],
  ["Rename, or label a flow", "double-click"],
  ["Change the department", "drag into another lane"],
];

function Help() {
  return (
    <div className={styles.helpColumns}>
      {GROUPS.map((group) => {
        const commands = COMMANDS.filter((command) => command.group === group && command.shortcut);
        if (commands.length === 0) return null;
        return (
          <section key={group} className={styles.helpGroup}>
            <h3>{group}</h3>
            {commands.map(({ id, name, shortcut = "" }) => (
              <div key={id} className={styles.helpRow}>
                <span>{name}</span>
                <Keys shortcut={shortcut} />
              </div>
            ))}
          </section>
        );
      })}
      <section className={styles.helpGroup}>
        <h3>Mouse and touch</h3>
        {MOUSE.map(([does, how]) => (
          <div key={does} className={styles.helpRow}>
            <span>{does}</span>
            <span>{how}</span>
          </div>
        ))}
      </section>
    </div>
  );
}
