import { Badge, Tabs } from "@mantine/core";
import { useProblems } from "../app/problems.ts";
import { useApp } from "../app/store.ts";
import { hasErrors } from "../model/problem.ts";
import { Inspector } from "./inspector/Inspector.tsx";
import { ProblemsList } from "./problems/ProblemsList.tsx";
import styles from "./shell.module.css";

/** At the right: what is selected, and what is wrong. */
export function SidePanel() {
  const side = useApp((state) => state.side);
  const problems = useProblems();
  return (
    <aside className={styles.side} aria-label="Inspector and problems">
      <Tabs
        className={styles.tabs ?? ""}
        value={side}
        onChange={(value) => useApp.setState({ side: value === "problems" ? "problems" : "inspector" })}
      >
        <Tabs.List className={styles.tabList ?? ""}>
          <Tabs.Tab value="inspector">Inspector</Tabs.Tab>
          <Tabs.Tab
            value="problems"
            rightSection={
              problems.length > 0 && (
                <Badge
                  size="sm"
                  variant="light"
                  color={hasErrors(problems) ? "red" : "yellow"}
                  circle={problems.length < 10}
                >
                  {problems.length}
                </Badge>
              )
            }
          >
            Problems
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="inspector" className={styles.panel ?? ""}>
          <Inspector />
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={styles.panel ?? ""}>
          {side === "problems" && <ProblemsList />}
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
