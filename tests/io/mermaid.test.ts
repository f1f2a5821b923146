import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mermaid, mermaidStates } from "../../src/io/mermaid.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";
import { decision, end, flow, fork, join, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  name: 'Sales "fast"',
  departments: [{ id: "s", name: "Sales; [inside]", color: "#2563eb" }],
  nodes: [
    start("in", { name: "New" }),
    step("end", { name: 'Call <b>"back"</b> `now` #1', department: "s" }),
    decision("d", { name: "Won?", department: "s" }),
    end("yes"),
    end("no"),
  ],
  flows: [...paths("in > end > d"), flow("d", "yes", { share: 0.3, label: "A|B" }), flow("d", "no", { share: 0.7 })],
});

describe("a Mermaid flowchart", () => {
  it("has a subgraph for each department, and shows any name as it is", () => {
    expect(mermaid.write(process)).toBe(`---
title: "Sales \\"fast\\""
---
flowchart LR
  subgraph d0["Sales#59; #91;inside#93;"]
    n1["Call #60;b#62;#34;back#34;#60;/b#62; #96;now#96; #35;1"]
    n2{"Won?"}
  end
  n0(["New"])
  n3(["yes"])
  n4(["no"])
  n0 --> n1
  n1 --> n2
  n2 -->|"A#124;B · 30 #37;"| n3
  n2 -->|"70 #37;"| n4
  style d0 fill:#e9effd,stroke:#2563eb
`);
  });

  it("has lines of a few forms only, whatever the names hold", () => {
    const word = String.raw`[^#"<>&\x60;:{}\[\]()|\\%*_~\n]|#\d+;`;
    const line = new RegExp(
      String.raw`^(flowchart LR|  end|  subgraph d\d+\["(${word})*"\]|\s+n\d+(\(\[|\[\/?|\{\{?)"(${word})*"(\]\)|\/?\]|\}?\})|  n\d+ -->(\|"(${word})*"\|)? n\d+|  style d\d+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6})$`,
    );
    fc.assert(
      fc.property(arbitraryDrawing(), (drawn) => {
        const lines = mermaid.write(drawn).trimEnd().split("\n");
        const body = lines.slice(lines.indexOf("flowchart LR"));
        expect(body.filter((each) => !line.test(each))).toEqual([]);
      }),
    );
  });
});

describe("a Mermaid state diagram", () => {
  it("shows waiting and working, and branches side by side", () => {
    const parallel = processOf({
      nodes: [start("in"), fork("f"), step("a"), step("b"), join("j"), end("out")],
      flows: paths("in > f > a > j > out", "f > b > j"),
    });
    const text = mermaidStates.write(parallel);
    expect(text.match(/^ +--$/gm)).toHaveLength(1);
    expect(text).toMatch(
      /state "a" as (s\d+) \{\n\s+\[\*\] --> s\d+\n\s+state "waiting" as s\d+\n\s+state "working" as s\d+\n/,
    );
    expect(text).toContain(" : all done");
    expect(text).not.toContain("turned away");
  });

  it("draws lines only between states of one level, since Mermaid draws no others", () => {
    fc.assert(
      fc.property(arbitraryProcess(), (drawn) => {
        const levels: Set<string>[] = [new Set()];
        const wrong: string[] = [];
        for (const line of mermaidStates.write(drawn).split("\n")) {
          const [, made, opens] = /^\s*state ".*" as (s\d+)( \{)?$/.exec(line) ?? [];
          if (made !== undefined) levels.at(-1)!.add(made);
          if (opens !== undefined) levels.push(new Set());
          if (line.trim() === "}") levels.pop();
          if (line.trim() === "--") levels[levels.length - 1] = new Set();
          const [, from, to] = /^\s*(s\d+) --> (s\d+)/.exec(line) ?? [];
          if (from && to && !(levels.at(-1)!.has(from) && levels.at(-1)!.has(to))) wrong.push(line);
        }
        expect(wrong).toEqual([]);
      }),
    );
  });
});
