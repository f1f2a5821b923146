import { emptyProcess, type NodeKind, type Process, type ProcessNode } from "../src/model/process.ts";

/**
 * Lane diagrams as people draw them, written down from memory of how such processes usually go. A node is a name, its
 * kind (`^` start, `.` step, `?` decision, `+` fork, `*` join, `~` wait, `$` end) and its lane from 1; `>` is a flow.
 */
const DIAGRAMS: Readonly<Record<string, string>> = {
  "Dispatch of goods": `ship^1 > f+1 > special?1 > normal post.1 > insured?1 > fill in label.1 > j*1; special > request quotes.1 > assign carrier.1 > j
    insured > take out insurance.2 > fill in label; f > package goods.3 > j > move to pick-up.3 > shipped$3`,
  "Order to cash": `order^1 > check credit.2 > good?2 > confirm.1 > pick.3 > pack.3 > ship.3 > invoice.2 > paid?2 > close.2 > done$2
    good > reject.1 > rejected$1; paid > remind.2 > paid`,
  Claim: `claim^1 > register.2 > complete?2 > assess.3 > covered?3 > settle.3 > pay.4 > inform.2 > closed$2
    complete > ask for papers.1 > register; covered > refuse.3 > letter.2 > refused$2`,
  Hiring: `need^1 > write advert.2 > approve.1 > ok?1 > publish.2 > screen.2 > fit?2 > interview.1 > good?1 > offer.2 > accepted?2 > contract.2 > hired$2
    ok > write advert; fit > turn down.2 > ended$2; good > turn down; accepted > screen`,
  Incident: `call^1 > log.2 > known?2 > fix at once.2 > solved$2; known > analyse.3 > ours?3 > repair.3 > test.3 > works?3 > tell user.2 > solved
    ours > call supplier.4 > supplier repairs.4 > test; works > analyse`,
  "Lead to deal": `lead^1 > score.1 > good?1 > call.2 > meets?2 > demo.3 > offer.2 > signed?2 > hand over.2 > onboard.4 > live$4
    good > nurture.1 > score; meets > call; signed > negotiate.2 > offer; signed > lost$2`,
  "Credit application": `apply^1 > receive.2 > complete?2 > check history.3 > appraise.3 > assess risk.4 > eligible?4 > prepare pack.4 > insurance?4 > send home quote.2 > sign.1 > approve.4 > approved$4
    complete > return.2 > amend.1 > receive; eligible > reject.2 > rejected$2; insurance > send both.2 > sign`,
  "Purchase requisition": `want^1 > request.1 > approve?2 > order.3 > confirm.4 > deliver.4 > receive.1 > right?1 > match invoice.3 > pay.5 > paid$5
    approve > amend.1 > request; right > return goods.1 > deliver`,
  Onboarding: `signed^1 > f+1 > contract file.1 > j*1; f > laptop.2 > accounts.2 > j; f > desk.3 > j; j > first day.4 > training.4 > settled$4`,
  Pizza: `hungry^1 > choose.1 > order.1 > take order.2 > bake.3 > deliver.4 > pay.1 > eat.1 > full$1; deliver > receive payment.4 > done$4`,
  Complaint: `complaint^1 > acknowledge.2 > severe?2 > investigate.3 > justified?3 > compensate.4 > answer.2 > closed$2; severe > answer; justified > answer`,
  "Book return": `return^1 > scan.2 > late?2 > fine.2 > shelve.3 > done$3; late > shelve; fine > pays?1 > shelve; pays > block.2 > blocked$2`,
  "Marketing campaign": `idea^1 > brief.1 > concept.2 > approve?1 > f+2 > copy.2 > j*2; f > design.3 > j; approve > concept; j > legal check.4 > fine?4 > launch.1 > measure.1 > review$1
    fine > correct.2 > legal check`,
  Recourse: `case^1 > check.1 > possible?1 > request money.2 > wait~2 > paid?2 > book.3 > closed$3; possible > close.1 > none$1; paid > disagrees?2 > hand to lawyer.1 > lawyer$1; disagrees > remind.2 > wait`,
  Travel: `plan^1 > fill in.1 > approve?2 > book.3 > travel.1 > expenses.1 > check.4 > fine?4 > pay back.4 > done$4; approve > fill in; fine > expenses`,
  "Change request": `asked^1 > describe.1 > estimate.2 > worth?3 > plan.3 > build.2 > test.4 > pass?4 > release.2 > accept.1 > live$1; worth > decline.3 > declined$3; pass > build`,
  "Six steps": `lead^1 > contact.1 > qualify.2 > meet.2 > propose.2 > evaluate.3 > close.2 > won$2`,
  Hospital: `arrive^1 > register.2 > triage.3 > urgent?3 > treat at once.4 > admit?4 > ward.4 > discharge.2 > home$1
    urgent > wait~1 > examine.4 > tests?4 > lab.5 > examine; tests > treat.4 > admit; admit > discharge`,
  "Support tiers": `ticket^1 > classify.2 > easy?2 > answer.2 > happy?1 > close.2 > closed$2; easy > investigate.3 > bug?3 > workaround.3 > answer; bug > reproduce.4 > fix.4 > release.4 > answer; happy > classify`,
  Quote: `ask^1 > clarify.2 > standard?2 > price list.2 > quote.2 > decides?1 > order.2 > won$2; standard > engineer.3 > cost.4 > margin?4 > quote; margin > engineer; decides > revise.2 > quote; decides > lost$2`,
  Payroll: `month^1 > collect hours.2 > complete?2 > compute.1 > check.1 > f+1 > pay.3 > j*1; f > pay slips.1 > j; f > report taxes.1 > j; j > file.1 > done$1; complete > remind managers.2 > collect hours`,
  "Loan with two starts": `branch^1 > enter.1 > check.3; web^2 > verify.2 > check > score.3 > ok?3 > contract.1 > sign.1 > pay out.4 > paid$4; ok > refuse.3 > refused$3; score > fraud?4 > ok; fraud > stop$4`,
  "Procurement tender": `need^1 > specify.1 > budget?2 > tender.3 > collect offers.3 > enough?3 > f+3 > technical.1 > j*3; f > commercial.3 > j; f > legal.4 > j; j > award.2 > contract.4 > ordered$3
    budget > specify; enough > tender`,
  "Software release": `planned^1 > refine.1 > build.2 > review.2 > ok?2 > deploy test.4 > test.3 > good?3 > approve.1 > deploy.4 > monitor.4 > stable?4 > announce.1 > done$1; ok > build; good > build; stable > roll back.4 > build`,
};

const KINDS: Readonly<Record<string, NodeKind>> = {
  "^": "start",
  ".": "step",
  "?": "decision",
  "+": "fork",
  "*": "join",
  "~": "wait",
  $: "end",
};

/** Every diagram as a process. */
export function diagrams(): readonly Process[] {
  return Object.entries(DIAGRAMS).map(([name, text]) => processFrom(name, text));
}

/** Reads a diagram's notation. */
export function processFrom(name: string, text: string): Process {
  const nodes = new Map<string, ProcessNode>();
  const flows: { id: string; from: string; to: string }[] = [];
  let lanes = 0;
  for (const path of text.split(/[;\n]/)) {
    let before: string | undefined;
    for (const token of path.split(">").map((part) => part.trim())) {
      const [, label = "", kind, lane] = token.match(/^(.*?)(?:([\^.?+*~$])(\d))?$/) ?? [];
      if (kind !== undefined && lane !== undefined && !nodes.has(label)) {
        lanes = Math.max(lanes, Number(lane));
        nodes.set(label, {
          id: label,
          kind: KINDS[kind]!,
          name: /^[fj]$/.test(label) ? "" : label,
          department: `lane ${lane}`,
        });
      }
      if (!nodes.has(label)) throw new Error(`“${label}” of “${name}” is used before it is described`);
      if (before !== undefined) flows.push({ id: `${before}-${label}`, from: before, to: label });
      before = label;
    }
  }
  const departments = Array.from({ length: lanes }, (_, i) => ({ id: `lane ${i + 1}`, name: `Lane ${i + 1}` }));
  const labelled = flows.map((flow, i) =>
    nodes.get(flow.from)!.kind !== "decision"
      ? flow
      : { ...flow, label: flows.findIndex(({ from }) => from === flow.from) === i ? "yes" : "no" },
  );
  return { ...emptyProcess, name, departments, nodes: [...nodes.values()], flows: labelled };
}
