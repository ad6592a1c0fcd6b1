/**
 * Every measure of an exported log, computed anew and written differently on purpose: plain numbers and loops, no code
 * of the product. By hand: node test/unit/src-main/services/pilot/recompute-measures.ts log.json
 */
import { readFileSync } from "node:fs";

interface Event {
  id: string;
  at: string;
  actor: string;
  action: { type: string; [name: string]: unknown };
}
interface Case {
  invoiceId: string;
  documentId: string;
  currency: string | null;
  deliveredOn: string | null;
  issuedOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  collected: string | null;
  matchedAfterDays: number | null;
  requiredFields: number;
  presentFields: number;
  findings: { direction: string; severity: string; impact: string | null }[];
}
export interface ExportedLog {
  cases: Case[];
  events: Event[];
}

const dayNumber = (text: string): number =>
  Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000);

/** Middle of a list, rounded to one decimal away from zero, as text with one decimal. */
function middle(list: number[]): string | null {
  if (list.length === 0) return null;
  list.sort((a, b) => a - b);
  const half = list.length >> 1;
  const value = list.length % 2 === 1 ? list[half]! : (list[half - 1]! + list[half]!) / 2;
  const tenths = Math.sign(value) * Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9);
  return (tenths / 10).toFixed(1);
}
function rate(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return (Math.floor((part * 1000) / whole + 0.5 + 1e-9) / 10).toFixed(1);
}

/** An amount of money in ten thousandths, exactly. */
function tenThousandths(amount: string): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(4, "0").slice(0, 4));
}

export function recompute(log: ExportedLog): Record<string, string | null | Record<string, string>> {
  // What holds: walk backwards; a reversal that stands strikes its targets, be they reversals themselves.
  const struck = new Set<string>();
  for (let at = log.events.length - 1; at >= 0; at -= 1) {
    const { id, action } = log.events[at]!;
    if (action.type === "decision-reversed" && !struck.has(id))
      for (const other of action["reverses"] as string[]) struck.add(other);
  }
  const live = log.events.filter(({ id, action }) => !struck.has(id) && action.type !== "decision-reversed");
  const arrived: Record<string, string> = {};
  for (const { at, action } of live)
    if (action.type === "documents-imported")
      for (const id of action["documentIds"] as string[]) arrived[id] ??= at;
  const exported: Record<string, string[]> = {};
  for (const { action } of live)
    if (action.type === "export-prepared")
      exported[action["exportId"] as string] = action["invoiceIds"] as string[];
  const moves = [
    "invoice-approved",
    "invoice-sent-back",
    "question-asked",
    "invoice-escalated",
    "invoice-postponed",
  ];

  const lists: Record<string, number[]> = {
    wait: [],
    first: [],
    done: [],
    work: [],
    cycle: [],
    late: [],
    pay: [],
    match: [],
  };
  const n = {
    moved: 0,
    asked: 0,
    twice: 0,
    corrected: 0,
    escalated: 0,
    approved: 0,
    back: 0,
    backOf: 0,
    exceptions: 0,
    decided: 0,
    auto: 0,
    paid: 0,
    paidLate: 0,
    sent: 0,
    onTime: 0,
    need: 0,
    have: 0,
    disputes: 0,
    disputesOf: 0,
  };
  const money: Record<string, Record<string, bigint>> = { over: {}, under: {}, in: {} };
  for (const each of log.cases) {
    const own = live.filter(({ action }) => action["invoiceId"] === each.invoiceId);
    const of = (type: string) => own.filter(({ action }) => action.type === type);
    const acts = own.filter(
      ({ action }) =>
        moves.includes(action.type) || ["value-corrected", "finding-dismissed"].includes(action.type),
    );
    const approvals = of("invoice-approved");
    const approvedAt = approvals.at(-1)?.at;
    const inAt = arrived[each.documentId];
    const minutes = (from?: string, to?: string) =>
      from && to ? Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000) : undefined;
    const push = (name: string, value: number | undefined) =>
      void (value !== undefined && lists[name]!.push(value));
    const written = live.find(
      ({ action }) =>
        action.type === "export-written" &&
        (exported[action["exportId"] as string] ?? []).includes(each.invoiceId),
    );
    const voided = live.some(
      ({ action }) =>
        action.type === "export-voided" &&
        (exported[action["exportId"] as string] ?? []).includes(each.invoiceId),
    );
    const days = (from: string | null | undefined, to: string | null | undefined) =>
      from && to ? dayNumber(to) - dayNumber(from) : undefined;
    push("wait", days(each.deliveredOn, written?.at));
    push("first", minutes(inAt, acts[0]?.at));
    push("done", minutes(inAt, approvedAt));
    const advice = of("recommendation-recorded").map(
      ({ action }) => (action["recommendation"] as { secondsOpen: number | null }).secondsOpen,
    );
    if (advice.length > 0)
      push("work", Math.trunc(advice.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0) / 60));
    push("pay", days(each.issuedOn, each.paidOn));
    if (each.collected !== null && each.currency !== null)
      money["in"]![each.currency] = (money["in"]![each.currency] ?? 0n) + tenThousandths(each.collected);
    const isDisputed = of("dispute-opened").length > 0;
    if (isDisputed) n.disputes += 1;
    if (isDisputed || written) n.disputesOf += 1;
    push("cycle", days(each.deliveredOn, each.paidOn));
    if (each.paidOn && each.dueOn) {
      n.paid += 1;
      if (each.paidOn > each.dueOn) n.paidLate += 1;
      push("late", days(each.dueOn, each.paidOn));
    }
    push("match", each.matchedAfterDays ?? undefined);
    const moved = own.filter(({ action }) => moves.includes(action.type)).length;
    if (moved > 0) n.moved += 1;
    if (moved > 1) n.twice += 1;
    if (moved > 0 && of("question-asked").length > 0) n.asked += 1;
    if (moved > 0 && of("invoice-escalated").length > 0) n.escalated += 1;
    if (of("value-corrected").length > 0) n.corrected += 1;
    const firstApproval = own.findIndex(({ action }) => action.type === "invoice-approved");
    const back =
      voided ||
      (firstApproval >= 0 &&
        own.slice(firstApproval).some(({ action }) => action.type === "invoice-sent-back"));
    if (approvedAt || back) n.backOf += 1;
    if (back) n.back += 1;
    if (approvedAt) n.approved += 1;
    const decided = approvedAt !== undefined || of("invoice-sent-back").length > 0;
    if (decided) n.decided += 1;
    if (decided && approvals.at(-1)?.actor === "countersign") n.auto += 1;
    if (each.findings.some(({ severity }) => severity !== "info")) n.exceptions += 1;
    if (written && each.issuedOn) {
      n.sent += 1;
      if (written.at.slice(0, 10) <= each.issuedOn) n.onTime += 1;
    }
    n.need += each.requiredFields;
    n.have += each.presentFields;
    for (const { direction, impact } of each.findings)
      if ((direction === "over" || direction === "under") && impact !== null && each.currency !== null) {
        const units = tenThousandths(impact);
        money[direction]![each.currency] = (money[direction]![each.currency] ?? 0n) + units;
      }
  }
  const sums = (of: Record<string, bigint>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(of).map(([code, units]) => [
        code,
        `${units / 10_000n}.${String(units % 10_000n).padStart(4, "0")}`,
      ]),
    );
  return {
    "customer-wait": middle(lists["wait"]!),
    "first-response": middle(lists["first"]!),
    completion: middle(lists["done"]!),
    "work-minutes": middle(lists["work"]!),
    "follow-up-rate": rate(n.asked, n.moved),
    completeness: rate(n.have, n.need),
    rework: rate(n.twice, n.moved),
    corrections: rate(n.corrected, log.cases.length),
    escalations: rate(n.escalated, n.moved),
    "error-rate": rate(n.back, n.backOf),
    cycle: middle(lists["cycle"]!),
    exceptions: rate(n.exceptions, log.cases.length),
    "without-person": rate(n.auto, n.decided),
    "days-to-pay": middle(lists["pay"]!),
    "late-payments": rate(n.paidLate, n.paid),
    "days-late": middle(lists["late"]!),
    disputes: rate(n.disputes, n.disputesOf),
    collected: sums(money["in"]!),
    reconciliation: middle(lists["match"]!),
    throughput: String(n.approved),
    "on-time": rate(n.onTime, n.sent),
    "found-over": sums(money["over"]!),
    "found-under": sums(money["under"]!),
  };
}

const [, script = "", path] = process.argv;
if (path !== undefined && script.endsWith("recompute-measures.ts"))
  process.stdout.write(
    `${JSON.stringify(recompute(JSON.parse(readFileSync(path, "utf8")) as ExportedLog), null, 2)}\n`,
  );
