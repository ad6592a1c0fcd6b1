/**
 * Every measure of an exported log, computed anew and written differently on purpose: plain numbers and loops, no code
 * of the product. `recompute-worth.ts` adds the baseline, the weeks, thirty days before and after, and the return.
 */

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
  findings: { check: string; direction: string; severity: string; impact: string | null }[];
}
export interface ExportedLog {
  asOf: string;
  cases: Case[];
  events: Event[];
}

export type Figures = Record<string, string | null | Record<string, string>>;

/** Everything that counts of one case, as flat facts. Times in minutes, days as numbers of days. */
export interface Fact {
  id: string;
  currency: string | null;
  /** Day of the last own action, else of the import; empty when neither is known. */
  day: string;
  lastAct: string | undefined;
  first: number | undefined;
  done: number | undefined;
  seconds: number | undefined;
  wait: number | undefined;
  cycle: number | undefined;
  pay: number | undefined;
  late: number | undefined;
  match: number | undefined;
  moved: number;
  asked: boolean;
  escalated: boolean;
  corrected: boolean;
  approved: boolean;
  decided: boolean;
  byProgram: boolean;
  back: boolean;
  sent: boolean;
  onTime: boolean | undefined;
  disputed: boolean;
  exception: boolean;
  need: number;
  have: number;
  collected: string | null;
  findings: Case["findings"];
}

const moves = [
  "invoice-approved",
  "invoice-sent-back",
  "question-asked",
  "invoice-escalated",
  "invoice-postponed",
];
const acts = [...moves, "value-corrected", "finding-dismissed"];

const dayNumber = (text: string): number =>
  Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000);
const days = (from: string | null | undefined, to: string | null | undefined): number | undefined =>
  from && to ? dayNumber(to) - dayNumber(from) : undefined;
const minutes = (from?: string, to?: string): number | undefined =>
  from && to
    ? Math.trunc((Math.floor(Date.parse(to) / 1000) - Math.floor(Date.parse(from) / 1000)) / 60)
    : undefined;

/** Events that stand. Backwards: a reversal that stands strikes its targets, be they reversals themselves. */
export function standing({ events }: ExportedLog): Event[] {
  const struck = new Set<string>();
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const { id, action } = events[at]!;
    if (action.type === "decision-reversed" && !struck.has(id))
      for (const other of action["reverses"] as string[]) struck.add(other);
  }
  return events.filter(({ id, action }) => !struck.has(id) && action.type !== "decision-reversed");
}

export function factsOf(log: ExportedLog): Fact[] {
  const live = standing(log);
  const arrived: Record<string, string> = {};
  const exported: Record<string, string[]> = {};
  for (const { at, action } of live) {
    if (action.type === "documents-imported")
      for (const id of action["documentIds"] as string[]) arrived[id] ??= at;
    if (action.type === "export-prepared")
      exported[action["exportId"] as string] = action["invoiceIds"] as string[];
  }
  return log.cases.map((each) => {
    const own = live.filter(({ action }) => action["invoiceId"] === each.invoiceId);
    const of = (type: string) => own.filter(({ action }) => action.type === type);
    const has = (type: string) => of(type).length > 0;
    const leaves = (type: string) =>
      live.find(
        ({ action }) =>
          action.type === type && (exported[action["exportId"] as string] ?? []).includes(each.invoiceId),
      );
    const done = own.filter(({ action }) => acts.includes(action.type));
    const [inAt, outAt] = [arrived[each.documentId], leaves("export-written")?.at];
    const approval = of("invoice-approved").at(-1);
    const advice = of("recommendation-recorded").map(
      ({ action }) => (action["recommendation"] as { secondsOpen: number | null }).secondsOpen ?? 0,
    );
    const firstApproval = own.findIndex(({ action }) => action.type === "invoice-approved");
    const sentBackAfter =
      firstApproval >= 0 &&
      own.slice(firstApproval).some(({ action }) => action.type === "invoice-sent-back");
    return {
      id: each.invoiceId,
      currency: each.currency,
      day: (done.at(-1)?.at ?? inAt ?? "").slice(0, 10),
      lastAct: done.at(-1)?.at,
      first: minutes(inAt, done[0]?.at),
      done: minutes(inAt, approval?.at),
      seconds: advice.length === 0 ? undefined : advice.reduce((sum, seconds) => sum + seconds, 0),
      wait: days(each.deliveredOn, outAt),
      cycle: days(each.deliveredOn, each.paidOn),
      pay: days(each.issuedOn, each.paidOn),
      late: days(each.dueOn, each.paidOn),
      match: each.matchedAfterDays ?? undefined,
      moved: own.filter(({ action }) => moves.includes(action.type)).length,
      asked: has("question-asked"),
      escalated: has("invoice-escalated"),
      corrected: has("value-corrected"),
      approved: approval !== undefined,
      decided: approval !== undefined || has("invoice-sent-back"),
      byProgram: approval?.actor === "countersign",
      back: leaves("export-voided") !== undefined || sentBackAfter,
      sent: outAt !== undefined,
      onTime: outAt && each.issuedOn ? outAt.slice(0, 10) <= each.issuedOn : undefined,
      disputed: has("dispute-opened"),
      exception: each.findings.some(({ severity }) => severity !== "info"),
      need: each.requiredFields,
      have: each.presentFields,
      collected: each.collected,
      findings: each.findings,
    };
  });
}

/** Middle of whole numbers, rounded to one decimal away from zero, as text with one decimal. */
export function middle(numbers: (number | undefined)[]): string | null {
  const list = numbers.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (list.length === 0) return null;
  const half = list.length >> 1;
  // Twice the middle is whole, so that no binary fraction takes part.
  const twice = list.length % 2 === 1 ? 2 * list[half]! : list[half - 1]! + list[half]!;
  return tenths(5 * Math.abs(twice), 1, twice < 0 ? "-" : "");
}
export function rate(part: number, whole: number): string | null {
  return whole === 0 ? null : tenths(1000 * part, whole, "");
}

/** A quotient of whole numbers in tenths, rounded half up, written with one decimal. */
function tenths(part: number, whole: number, sign: string): string {
  const rounded = Math.floor((2 * part + whole) / (2 * whole));
  return `${rounded === 0 ? "" : sign}${Math.floor(rounded / 10)}.${rounded % 10}`;
}

/** An amount of money in ten thousandths, exactly. */
export function tenThousandths(amount: string): bigint {
  const sign = amount.startsWith("-") ? -1n : 1n;
  const [whole = "0", part = ""] = amount.replace("-", "").split(".");
  return sign * BigInt(whole + part.padEnd(4, "0").slice(0, 4));
}

/** Sums of amounts by currency, with four decimals. */
function sumsOf(amounts: [currency: string | null, amount: string | null][]): Record<string, string> {
  const units: Record<string, bigint> = {};
  for (const [currency, amount] of amounts)
    if (currency !== null && amount !== null)
      units[currency] = (units[currency] ?? 0n) + tenThousandths(amount);
  return Object.fromEntries(
    Object.entries(units).map(([code, sum]) => {
      const size = sum < 0n ? -sum : sum;
      return [code, `${sum < 0n ? "-" : ""}${size / 10_000n}.${String(size % 10_000n).padStart(4, "0")}`];
    }),
  );
}

/** Every measure of some cases, by its published id. */
export function figuresOf(facts: Fact[]): Figures {
  const count = (test: (fact: Fact) => unknown) => facts.filter(test).length;
  const total = (read: (fact: Fact) => number) => facts.reduce((sum, fact) => sum + read(fact), 0);
  const found = (direction: string) =>
    sumsOf(
      facts.flatMap(({ currency, findings }) =>
        findings
          .filter((each) => each.direction === direction)
          .map(({ impact }): [string | null, string | null] => [currency, impact]),
      ),
    );
  const moved = count((fact) => fact.moved > 0);
  return {
    "customer-wait": middle(facts.map(({ wait }) => wait)),
    "first-response": middle(facts.map(({ first }) => first)),
    completion: middle(facts.map(({ done }) => done)),
    "work-minutes": middle(
      facts.map(({ seconds }) => (seconds === undefined ? undefined : Math.trunc(seconds / 60))),
    ),
    "follow-up-rate": rate(
      count((fact) => fact.moved > 0 && fact.asked),
      moved,
    ),
    completeness: rate(
      total(({ have }) => have),
      total(({ need }) => need),
    ),
    rework: rate(
      count((fact) => fact.moved > 1),
      moved,
    ),
    corrections: rate(
      count((fact) => fact.corrected),
      facts.length,
    ),
    escalations: rate(
      count((fact) => fact.moved > 0 && fact.escalated),
      moved,
    ),
    "error-rate": rate(
      count((fact) => fact.back),
      count((fact) => fact.approved || fact.back),
    ),
    cycle: middle(facts.map(({ cycle }) => cycle)),
    exceptions: rate(
      count((fact) => fact.exception),
      facts.length,
    ),
    "without-person": rate(
      count((fact) => fact.decided && fact.byProgram),
      count((fact) => fact.decided),
    ),
    "days-to-pay": middle(facts.map(({ pay }) => pay)),
    "late-payments": rate(
      count(({ late }) => late !== undefined && late > 0),
      count(({ late }) => late !== undefined),
    ),
    "days-late": middle(facts.map(({ late }) => late)),
    disputes: rate(
      count((fact) => fact.disputed),
      count((fact) => fact.disputed || fact.sent),
    ),
    collected: sumsOf(facts.map(({ currency, collected }) => [currency, collected])),
    reconciliation: middle(facts.map(({ match }) => match)),
    throughput: String(count((fact) => fact.approved)),
    "on-time": rate(
      count(({ onTime }) => onTime === true),
      count(({ onTime }) => onTime !== undefined),
    ),
    "found-over": found("over"),
    "found-under": found("under"),
  };
}

export const recompute = (log: ExportedLog): Figures => figuresOf(factsOf(log));
