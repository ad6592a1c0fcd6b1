import { fillReason } from "../../../src-shared/text/index.ts";
import { createRandom } from "../../bench/random.ts";
import { checkWorld } from "./as-case.ts";
import { checkFilesOfWorld } from "./as-files.ts";
import { judge, saidOf } from "./judge.ts";
import { scenarios } from "./scenarios/index.ts";
import { seeds } from "./seeds/index.ts";
import type { Seed, World } from "./world.ts";

/** Whether the worlds are handed over as nouns, or written down and read. */
export type Mode = "nouns" | "documents";

export interface SeedScore {
  readonly id: string;
  readonly kind: Seed["kind"];
  readonly check: string;
  count: number;
  /** Defects found, near misses left alone, missing evidence named. */
  right: number;
  /** With the right line and the impact to the cent. */
  exact: number;
  /** Worlds in which another check spoke without a reason. */
  alarmed: number;
  /** Defects, or missing evidence, whose invoice was clear all the same. */
  wronglyClear: number;
  readonly notes: string[];
}

export interface CleanScore {
  readonly world: string;
  invoices: number;
  clear: number;
  readonly reasons: Map<string, number>;
}

export interface Evaluation {
  readonly seeds: readonly SeedScore[];
  readonly clean: readonly CleanScore[];
}

export interface EvaluationOrder {
  readonly mode: Mode;
  /** Numbers of the random worlds; others than those that the checks were built with are held out. */
  readonly numbers: readonly number[];
  /** Only these seeds; all when absent. */
  readonly only?: (seed: Seed) => boolean;
}

/** Plants every seed in every world that has a place for it, and counts what the checks make of it. */
export async function evaluate(order: EvaluationOrder): Promise<Evaluation> {
  const clean: CleanScore[] = [];
  for (const name of Object.keys(scenarios)) clean.push(await scoreClean(name, order));
  const scored: SeedScore[] = [];
  for (const seed of seeds) {
    if (order.only !== undefined && !order.only(seed)) continue;
    if (order.mode === "documents" && seed.isWritable !== true) continue;
    scored.push(await scoreSeed(seed, order));
  }
  return { seeds: scored, clean };
}

const makeWorld = (name: string, random: () => number): World => {
  const make = scenarios[name];
  if (make === undefined) throw new Error(`No world is called ${name}`);
  return make(random);
};

const check = async (world: World, mode: Mode, random: () => number) =>
  mode === "nouns" ? checkWorld(world) : await checkFilesOfWorld(world, random);

async function scoreClean(name: string, { mode, numbers }: EvaluationOrder): Promise<CleanScore> {
  const score: CleanScore = { world: name, invoices: 0, clear: 0, reasons: new Map() };
  for (const number of numbers) {
    const random = createRandom(number);
    const world = makeWorld(name, random);
    const { checked } = await check(world, mode, random);
    const note = (why: string): void => void score.reasons.set(why, (score.reasons.get(why) ?? 0) + 1);
    score.invoices += world.invoices.length;
    for (const { route, findings, outcomes } of checked.invoices) {
      if (route === "clear") score.clear += 1;
      for (const { check: id, severity, message } of findings)
        if (severity !== "info") note(`${id}: ${message}`);
      for (const { check: id, outcome, because } of outcomes)
        if (outcome === "cannot-determine") note(`? ${id}: ${fillReason(because)}`);
    }
    for (const { check: id, message } of [...checked.missing, ...checked.findings])
      note(`beside ${id}: ${message}`);
  }
  return score;
}

async function scoreSeed(seed: Seed, { mode, numbers }: EvaluationOrder): Promise<SeedScore> {
  const score: SeedScore = {
    id: seed.id,
    kind: seed.kind,
    check: seed.check,
    count: 0,
    right: 0,
    exact: 0,
    alarmed: 0,
    wronglyClear: 0,
    notes: [],
  };
  for (const name of seed.worlds) {
    for (const number of numbers) {
      const random = createRandom(number * 7919 + 13);
      const world = makeWorld(name, random);
      const expected = seed.plant(world, random);
      const last = world.invoices.at(-1);
      if (expected === null || last === undefined) continue;
      const { checked, invoices } = await check(world, mode, random);
      score.count += 1;
      const target = findTarget(invoices, last.number, last.issueDate);
      if (target === undefined) {
        score.notes.push(`${name} ${number}: the invoice was not read`);
        continue;
      }
      const judged = judge(saidOf(checked, target), expected);
      const isRight = seed.kind === "near-miss" ? !judged.isFound : judged.isFound;
      const isWronglyClear = isClearWithoutRight(seed, expected, judged.isClear);
      if (isRight) score.right += 1;
      if (judged.isExact) score.exact += 1;
      if (judged.falseAlarms.length > 0) score.alarmed += 1;
      if (isWronglyClear) score.wronglyClear += 1;
      if (!isRight || !judged.isExact || judged.falseAlarms.length > 0 || isWronglyClear)
        score.notes.push(
          `${name} ${number}: ${judged.note}${judged.falseAlarms.length === 0 ? "" : `; without a reason: ${judged.falseAlarms.join(" / ")}`}`,
        );
    }
  }
  return score;
}

/** Notes and what stands beside the invoices leave an invoice clear rightly. */
function isClearWithoutRight(seed: Seed, expected: ReturnType<Seed["plant"]>, isClear: boolean): boolean {
  if (!isClear || seed.kind === "near-miss" || expected === null) return false;
  if (expected.is === "found" && (expected.beside === true || seed.check === "cap.near")) return false;
  return true;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

function findTarget(
  invoices: readonly {
    readonly id: string;
    readonly number: { readonly value: string | null } | null;
    readonly issueDate: { readonly value: string | null } | null;
  }[],
  number: string,
  issueDate: string,
): string | undefined {
  const same = invoices.filter((invoice) => bare(invoice.number?.value ?? "") === bare(number));
  return (same.find((invoice) => invoice.issueDate?.value === issueDate) ?? same.at(-1))?.id;
}

export interface Summary {
  readonly defects: number;
  readonly found: number;
  readonly exact: number;
  readonly wronglyClear: number;
  readonly nearMisses: number;
  readonly nearMissesFlagged: number;
  readonly missing: number;
  readonly missingNamed: number;
  readonly alarmed: number;
  readonly worlds: number;
  readonly cleanInvoices: number;
  readonly cleanClear: number;
}

export function summarize({ seeds: scored, clean }: Evaluation): Summary {
  const of = (kind: Seed["kind"]): readonly SeedScore[] => scored.filter((score) => score.kind === kind);
  const total = (scores: readonly SeedScore[], pick: (score: SeedScore) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0);
  const [defects, near, missing] = [of("defect"), of("near-miss"), of("missing")];
  return {
    defects: total(defects, ({ count }) => count),
    found: total(defects, ({ right }) => right),
    exact: total(defects, ({ exact }) => exact),
    wronglyClear: total(scored, ({ wronglyClear }) => wronglyClear),
    nearMisses: total(near, ({ count }) => count),
    nearMissesFlagged: total(near, ({ count, right }) => count - right),
    missing: total(missing, ({ count }) => count),
    missingNamed: total(missing, ({ right }) => right),
    alarmed: total(scored, ({ alarmed }) => alarmed),
    worlds: total(scored, ({ count }) => count),
    cleanInvoices: clean.reduce((sum, { invoices }) => sum + invoices, 0),
    cleanClear: clean.reduce((sum, { clear }) => sum + clear, 0),
  };
}
