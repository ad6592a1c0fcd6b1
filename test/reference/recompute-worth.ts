/**
 * What a log was worth, computed anew without code of the product: the baseline, thirty days before and after, the
 * weeks of the trend, and the return. By hand, with the figures that the program printed beside it:
 *
 *     node test/reference/recompute-worth.ts log.json measures.json
 */
import { readFileSync } from "node:fs";
import {
  factsOf,
  figuresOf,
  middle,
  rate,
  recompute,
  standing,
  tenThousandths,
} from "./recompute-measures.ts";
import type { ExportedLog, Fact, Figures } from "./recompute-measures.ts";

interface PastCase {
  triggeredOn: string | null;
  sentOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  minutes: string | null;
  hadError: boolean | null;
}
interface Inputs {
  currency: string;
  loadedCostPerHour: string;
  costPerMonth: string;
  recoveredPercent: { low: string; high: string };
  writeOffsBefore: string | null;
  writeOffsNow: string | null;
}
type Entry = { type: string; phase?: string; cases?: PastCase[]; inputs?: Inputs };

/** What the program prints about the same log, as far as it is compared. */
export interface PrintedMeasures {
  metrics: ({ id: string; before: string | null } & Printed)[];
  trend: { week: string; decided: number; figures: Record<string, string | null> }[];
  beforeAfter: {
    from: string;
    casesBefore: number;
    casesAfter: number;
    rows: { id: string; before: Printed; after: Printed }[];
  };
  value: {
    months: number;
    hoursSaved: string | null;
    savedCost: string | null;
    recovered: { low: string; high: string };
    fewerWriteOffs: string | null;
    cost: string;
    total: { low: string; high: string };
  };
}
interface Printed {
  value: string | null;
  sums: Record<string, string> | null;
}

const entries = (events: ExportedLog["events"]): (Entry & { at: string })[] =>
  events.flatMap(({ at, action }) =>
    action.type === "pilot-recorded" ? [{ ...(action["entry"] as Entry), at }] : [],
  );

function pastCases(log: ExportedLog): PastCase[] {
  let cases: PastCase[] = [];
  for (const entry of entries(log.events)) {
    if (entry.type === "baseline-cleared") cases = [];
    if (entry.type === "baseline") cases = cases.concat(entry.cases ?? []);
  }
  return cases;
}

const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const textOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The figures of the cases before the pilot, as far as such a list can tell them. */
export function baselineFigures(log: ExportedLog): Record<string, string | null> {
  const past = pastCases(log);
  const between = (from: keyof PastCase, to: keyof PastCase) =>
    middle(
      past.map((each) =>
        each[from] && each[to] ? dayOf(String(each[to])) - dayOf(String(each[from])) : undefined,
      ),
    );
  const judged = past.filter(({ hadError }) => hadError !== null);
  const paid = past.filter(({ dueOn, paidOn }) => dueOn && paidOn);
  return {
    "customer-wait": between("triggeredOn", "sentOn"),
    "work-minutes": decimals(divide(medianMinutes(past) ?? null, 1000n), 1),
    "error-rate": rate(judged.filter(({ hadError }) => hadError).length, judged.length),
    cycle: between("triggeredOn", "paidOn"),
    "days-to-pay": between("sentOn", "paidOn"),
    "late-payments": rate(paid.filter(({ dueOn, paidOn }) => paidOn! > dueOn!).length, paid.length),
    "days-late": between("dueOn", "paidOn"),
  };
}

/** A quotient of whole numbers, rounded away from zero at the half. */
function divide(value: bigint | null, by: bigint): bigint | null {
  if (value === null) return null;
  const size = ((value < 0n ? -value : value) * 2n + by) / (by * 2n);
  return value < 0n ? -size : size;
}
function decimals(value: bigint | null, places: number): string | null {
  if (value === null) return null;
  const digits = String(value < 0n ? -value : value).padStart(places + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
function medianOf(list: bigint[]): bigint | null {
  if (list.length === 0) return null;
  list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = list.length >> 1;
  return list.length % 2 === 1 ? list[half]! : divide(list[half - 1]! + list[half]!, 2n);
}
/** In ten thousandths of a minute. */
const medianMinutes = (past: PastCase[]): bigint | null =>
  medianOf(past.flatMap(({ minutes }) => (minutes === null ? [] : [tenThousandths(minutes)])));

/** Thirty days on either side of the first signature beyond shadow, or the last thirty days and those before. */
export function thirtyDays(log: ExportedLog): {
  from: string;
  before: Figures;
  after: Figures;
  counts: [before: number, after: number];
} {
  const signed = entries(standing(log)).find(
    ({ type, phase }) => type === "phase-signed" && phase !== "shadow" && phase !== "off",
  );
  const from = signed === undefined ? textOf(dayOf(log.asOf) - 29) : signed.at.slice(0, 10);
  const facts = factsOf(log);
  const inside = (first: string) =>
    facts.filter(({ day }) => day !== "" && day >= first && dayOf(day) < dayOf(first) + 30);
  const [before, after] = [inside(textOf(dayOf(from) - 30)), inside(from)];
  return {
    from,
    before: figuresOf(before),
    after: figuresOf(after),
    counts: [before.length, after.length],
  };
}

/** The ISO week of a day: the one that holds its Thursday. */
function weekOf(day: string): string {
  const number = dayOf(day);
  const thursday = number - ((((number + 3) % 7) + 7) % 7) + 3;
  const year = textOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

export function weeks(log: ExportedLog): Record<string, { decided: number; figures: Figures }> {
  const byWeek: Record<string, Fact[]> = {};
  for (const fact of factsOf(log))
    if (fact.decided && fact.lastAct) (byWeek[weekOf(fact.lastAct.slice(0, 10))] ??= []).push(fact);
  return Object.fromEntries(
    Object.entries(byWeek).map(([week, facts]) => [
      week,
      { decided: facts.length, figures: figuresOf(facts) },
    ]),
  );
}

/** Hours saved × loaded cost + recovered revenue + fewer write-offs − cost, in hundredths throughout. */
export function valueReturn(log: ExportedLog): Record<string, string | null> {
  const inputs = entries(log.events).findLast(({ type }) => type === "return-inputs")?.inputs ?? {
    currency: "USD",
    loadedCostPerHour: "60",
    costPerMonth: "0",
    recoveredPercent: { low: "50", high: "100" },
    writeOffsBefore: null,
    writeOffsNow: null,
  };
  const facts = factsOf(log);
  const decided = facts.filter(({ moved }) => moved > 0);
  const months = BigInt(Math.max(1, new Set(decided.map(({ lastAct }) => lastAct?.slice(0, 7))).size));
  const before = medianMinutes(pastCases(log));
  // Twice the seconds, so that the middle of two stays whole.
  const seconds = medianOf(
    facts.flatMap((fact) => (fact.seconds === undefined ? [] : [BigInt(fact.seconds) * 2n])),
  );
  const now = seconds === null ? null : divide(seconds * 10_000n, 120n);
  const hours =
    before === null || now === null ? null : divide((before - now) * BigInt(decided.length), 6_000n);
  const money = (text: string) => tenThousandths(text);
  const saved = hours === null ? null : divide(hours * money(inputs.loadedCostPerHour), 10_000n);
  const under = decided
    .filter(({ currency }) => currency === inputs.currency)
    .flatMap(({ findings }) => findings)
    .reduce(
      (sum, { direction, impact }) => (direction === "under" && impact !== null ? sum + money(impact) : sum),
      0n,
    );
  const part = (percent: string) => divide(under * money(percent), 100_000_000n) ?? 0n;
  const shares = [part(inputs.recoveredPercent.low), part(inputs.recoveredPercent.high)];
  const [low, high] = shares[0]! <= shares[1]! ? shares : shares.toReversed();
  const fewer =
    inputs.writeOffsBefore === null || inputs.writeOffsNow === null
      ? null
      : divide((money(inputs.writeOffsBefore) - money(inputs.writeOffsNow)) * months, 100n);
  const cost = divide(money(inputs.costPerMonth) * months, 100n) ?? 0n;
  const total = (recovered: bigint) => (saved ?? 0n) + recovered + (fewer ?? 0n) - cost;
  return {
    months: String(months),
    hoursSaved: decimals(hours, 2),
    savedCost: decimals(saved, 2),
    "recovered.low": decimals(low!, 2),
    "recovered.high": decimals(high!, 2),
    fewerWriteOffs: decimals(fewer, 2),
    cost: decimals(cost, 2),
    "total.low": decimals(total(low!), 2),
    "total.high": decimals(total(high!), 2),
  };
}

/** Figures that differ from what was printed, each as a sentence, and how many were compared. */
export function compareAll(
  log: ExportedLog,
  printed: PrintedMeasures,
): { compared: number; differ: string[] } {
  const differ: string[] = [];
  let compared = 0;
  const same = (name: string, own: unknown, other: unknown): void => {
    compared += 1;
    if (own !== other) differ.push(`${name}: ${String(own)} here, ${String(other)} printed`);
  };
  const figure = (name: string, own: Figures[string] | undefined, other: Printed): void => {
    if (other.sums === null) return same(name, own, other.value);
    const [left, right] = [own as Record<string, string>, other.sums].map((sums) =>
      Object.entries(sums)
        .map(([code, sum]) => `${code} ${tenThousandths(sum)}`)
        .sort((a, b) => (a < b ? -1 : 1))
        .join(),
    );
    same(name, left, right);
  };
  const [now, past] = [recompute(log), baselineFigures(log)];
  for (const { id, before, ...other } of printed.metrics) {
    figure(id, now[id], other);
    same(`${id}, before`, past[id] ?? null, before);
  }
  same("measures", Object.keys(now).join(), printed.metrics.map(({ id }) => id).join());
  const thirty = thirtyDays(log);
  same("thirty days from", thirty.from, printed.beforeAfter.from);
  same("cases before", thirty.counts[0], printed.beforeAfter.casesBefore);
  same("cases after", thirty.counts[1], printed.beforeAfter.casesAfter);
  for (const { id, before, after } of printed.beforeAfter.rows) {
    figure(`${id}, thirty days before`, thirty.before[id], before);
    figure(`${id}, thirty days after`, thirty.after[id], after);
  }
  const trend = weeks(log);
  same("weeks", Object.keys(trend).sort().join(), printed.trend.map(({ week }) => week).join());
  for (const { week, decided, figures } of printed.trend) {
    same(`${week}, decided`, trend[week]?.decided, decided);
    for (const [id, value] of Object.entries(figures))
      same(`${week}, ${id}`, trend[week]?.figures[id], value);
  }
  const { value } = printed;
  const flat: Record<string, string | number | null> = {
    ...value,
    recovered: null,
    total: null,
    "recovered.low": value.recovered.low,
    "recovered.high": value.recovered.high,
    "total.low": value.total.low,
    "total.high": value.total.high,
  };
  for (const [name, own] of Object.entries(valueReturn(log))) {
    const other = flat[name] ?? null;
    same(
      `return, ${name}`,
      own === null ? null : tenThousandths(own),
      other === null ? null : tenThousandths(String(other)),
    );
  }
  return { compared, differ };
}

const [, script = "", logPath, measuresPath] = process.argv;
if (logPath !== undefined && script.endsWith("recompute-worth.ts")) {
  const log = JSON.parse(readFileSync(logPath, "utf8")) as ExportedLog;
  if (measuresPath === undefined) {
    const { from, before, after } = thirtyDays(log);
    const all = {
      measures: recompute(log),
      baseline: baselineFigures(log),
      thirtyDays: { from, before, after },
      weeks: weeks(log),
      return: valueReturn(log),
    };
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  } else {
    const printed = JSON.parse(readFileSync(measuresPath, "utf8")) as PrintedMeasures;
    const { compared, differ } = compareAll(log, printed);
    process.stdout.write(
      [...differ, `${compared} figures compared, ${differ.length} differ.`, ""].join("\n"),
    );
    process.exitCode = differ.length === 0 ? 0 : 1;
  }
}
