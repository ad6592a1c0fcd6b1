import { isZero } from "../../../src-shared/money/index.ts";
import type {
  Assignments,
  CustomerProfile,
  Invoice,
  InvoiceLine,
  LineBinding,
  LineMatch,
  MatchReason,
} from "../../../src-shared/model/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { foldWording, lineKindOf, serviceIntervalOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, ServiceInterval } from "../../../src-shared/wording/index.ts";
import { clip } from "./clip-term.ts";
import { bindingOf, bindSpecial, bindToOwnKind, notPriced, unbound } from "./bind-special.ts";
import { bindLeastCharge, bindNamedExpense } from "./bind-named-clause.ts";
import { bindCapReduction } from "./bind-cap-reduction.ts";
import { bindLeftFee } from "./bind-only-fee.ts";
import { bindCountedAtPrice, bindLeftPrice } from "./bind-left-price.ts";
import { bindMultipliedPrice, bindRaisedPrice } from "./bind-multiplied-price.ts";
import { bindNamedChange } from "./bind-named-change.ts";
import { bindNearPrice } from "./bind-near-price.ts";
import { bindOnlyMeasure } from "./bind-only-measure.ts";
import { bindQuotedWords } from "./bind-quoted-words.ts";
import { compareWithPool } from "./compare-line.ts";
import type { SpentRecords } from "./spent-records.ts";
import { isBesideFee, isBilledByAnother, rivalAtPrice, toldApart } from "./tell-apart.ts";
import type { Ranked } from "./tell-apart.ts";
import { isOpenFor } from "./term-pool.ts";
import type { TermPool } from "./term-pool.ts";

export interface LineScope {
  readonly invoice: Invoice;
  readonly pool: TermPool;
  readonly assignments: Assignments;
  readonly customer: CustomerProfile | null;
  readonly spent: SpentRecords;
}

/** What governs each line of an invoice; deliveries are added afterwards. */
export function bindLines(scope: LineScope): readonly LineMatch[] {
  const matches = scope.invoice.lines.map((line) => bindLine(line, scope));
  return settleOpenLines(matches, scope.invoice, scope.pool);
}

/** What single lines leave open the whole invoice may settle: a clause in its own words, a fee or a price that is left. */
export const settleOpenLines = (
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] =>
  [
    bindQuotedWords,
    bindMultipliedPrice,
    bindNamedChange,
    bindOnlyMeasure,
    bindLeftFee,
    bindLeftPrice,
    bindRaisedPrice,
    bindNearPrice,
    bindCapReduction,
  ].reduce((settled, bind) => bind(settled, invoice, pool), matches);

/** Finds what governs one line by its attributes; a person's decision goes first. */
export function bindLine(line: InvoiceLine, scope: LineScope): LineMatch {
  const { invoice, pool, assignments } = scope;
  const assigned = assignments.lines.get(`${invoice.id}#${line.id}`);
  if (assigned !== undefined) {
    if (assigned === null) return unbound(line.id);
    const reasons: readonly MatchReason[] = ["confirmed-alias"];
    return {
      lineId: line.id,
      state: "bound",
      bindings: [{ termId: assigned, from: null, to: null, reasons, confidence: 1 }],
      candidates: [],
      deliveries: [],
    };
  }
  const kind = lineKindOf(line);
  const special = bindSpecial(line, kind, pool);
  if (special !== null) return special;
  if (isFree(line)) return notPriced(line.id);
  // Work that comes to less than the least that is charged for it is billed at that sum, not at its price.
  const least = bindLeastCharge(line, pool);
  if (least !== null) return least;
  const match = bindPriced(line, scope);
  if (match.state !== "unbound") return match;
  // What no price fits falls back to the clause of its own kind.
  const own = bindToOwnKind(line, kind, pool);
  if (own !== null) return bindCountedAtPrice(line, invoice, pool) ?? own;
  return bindNamedExpense(line, pool, scope.spent) ?? match;
}

/** A row that bills nothing needs no price. */
function isFree(line: InvoiceLine): boolean {
  const amount = line.net?.value ?? line.printedAmount?.value ?? null;
  return amount !== null && isZero(amount);
}

function bindPriced(line: InvoiceLine, scope: LineScope): LineMatch {
  const { invoice, pool } = scope;
  const interval = serviceIntervalOf(invoice, line);
  const text = wordingTextOf(line, scope);
  const ranked: Ranked[] = [];
  const misses: Ranked[] = [];
  const probable = interval ?? probableInterval(invoice);
  for (const { priced, comparison } of compareWithPool(line, text, pool)) {
    const days = clip(priced.governing, probable);
    const entry: Ranked = { priced, comparison, from: days?.from ?? null, to: days?.to ?? null };
    const isMiss = days === null || isOpenFor(line, priced) || !comparison.isEligible;
    if (isMiss || isBesideFee(entry, line, scope)) misses.push(entry);
    else ranked.push(entry);
  }
  const top = topOf(ranked);
  const open = misses.filter(({ priced, comparison }) => isOpenFor(line, priced) && comparison.isEligible);
  // A clause with a question that fits the line better than any other is the one that is meant: nothing else prices it.
  if (open.some((one) => top.every((other) => isPlainlyBetter(one, other))))
    return unbound(line.id, open.toSorted(byRank).slice(0, 5).map(toBinding));
  if (top.length === 0) return unboundOrOnly(line, misses, pool, interval, invoice);
  return decide(line, top, ranked, interval, scope);
}

function decide(
  line: InvoiceLine,
  top: readonly Ranked[],
  ranked: readonly Ranked[],
  interval: ServiceInterval | null,
  scope: LineScope,
): LineMatch {
  const [best] = top;
  const others = ranked.filter((entry) => !top.includes(entry));
  const apart = toldApart(line, top);
  if (apart !== null) return decide(line, apart, ranked, interval, scope);
  const candidates = others.toSorted(byRank).slice(0, 5).map(toBinding);
  const rival = best === undefined ? undefined : rivalAtPrice(best, top, others);
  if (best !== undefined && rival !== undefined)
    return isBilledByAnother(best, line, scope.invoice, scope.pool)
      ? decide(line, [rival], ranked, interval, scope)
      : ambiguousBetween(line, [best, rival], others);
  if (best !== undefined && (top.length === 1 || top.every((entry) => isSamePrice(entry, best))))
    return { lineId: line.id, state: "bound", bindings: [toBinding(best)], candidates, deliveries: [] };
  if (interval !== null && areDisjoint(top)) {
    const bindings = top
      .toSorted((first, second) => ((first.from ?? "") < (second.from ?? "") ? -1 : 1))
      .map(toBinding);
    return { lineId: line.id, state: "split", bindings, candidates, deliveries: [] };
  }
  return ambiguousBetween(line, top, others);
}

const ambiguousBetween = (
  line: InvoiceLine,
  top: readonly Ranked[],
  others: readonly Ranked[],
): LineMatch => ({
  lineId: line.id,
  state: "ambiguous",
  bindings: [],
  candidates: [...new Set([...top, ...others.toSorted(byRank)])].slice(0, 6).map(toBinding),
  deliveries: [],
});

const byRank = (first: Ranked, second: Ranked): number =>
  second.comparison.rank - first.comparison.rank ||
  (first.priced.governing.term.id < second.priced.governing.term.id ? -1 : 1);

const leastMargin = 0.3;

/** By its words, or by the very price of the line where the other has another. */
const isPlainlyBetter = ({ comparison: one }: Ranked, { comparison: other }: Ranked): boolean =>
  one.rank - other.rank >= leastMargin ||
  (one.reasons.includes("price") && one.reasons.includes("item") && !other.reasons.includes("price"));

/** Those that no other surpasses clearly, each piece of a term once. */
function topOf(ranked: readonly Ranked[]): readonly Ranked[] {
  let best = Number.NEGATIVE_INFINITY;
  for (const { comparison } of ranked) best = Math.max(best, comparison.rank);
  const near = ranked.filter(({ comparison }) => best - comparison.rank < leastMargin);
  if (near.length <= 1) return near;
  const bestByPiece = new Map<string, Ranked>();
  for (const entry of near) {
    const key = `${entry.priced.governing.term.id}|${entry.from ?? ""}`;
    const known = bestByPiece.get(key);
    if (known === undefined || byRank(entry, known) < 0) bestByPiece.set(key, entry);
  }
  return [...bestByPiece.values()].toSorted(byRank);
}

/** Two pieces that say the same price for the same thing are no question. */
function isSamePrice(first: Ranked, second: Ranked): boolean {
  if (first === second) return true;
  const [one, other] = [first.priced.governing.term, second.priced.governing.term];
  return (
    one.type === other.type &&
    JSON.stringify(priceOf(one.value)) === JSON.stringify(priceOf(other.value)) &&
    priceOf(one.value).length > 0
  );
}

function priceOf(value: GoverningTerm["term"]["value"]): readonly string[] {
  const { price, amount, priceBase, unit, per } = value as Readonly<
    Record<string, string | null | undefined>
  >;
  const shown = price ?? amount ?? null;
  return shown === null ? [] : [shown, priceBase ?? "1", unit ?? "", per ?? ""];
}

function areDisjoint(entries: readonly Ranked[]): boolean {
  const sorted = entries.toSorted((first, second) => ((first.from ?? "") < (second.from ?? "") ? -1 : 1));
  return sorted.every((entry, index) => {
    const before = sorted[index - 1];
    return before === undefined || (before.to !== null && entry.from !== null && before.to <= entry.from);
  });
}

function unboundOrOnly(
  line: InvoiceLine,
  misses: readonly Ranked[],
  pool: TermPool,
  interval: ServiceInterval | null,
  invoice: Invoice,
): LineMatch {
  const held = misses.filter(
    ({ priced, comparison }) =>
      !isOpenFor(line, priced) &&
      comparison.isOnlyTermPossible &&
      clip(priced.governing, interval ?? probableInterval(invoice)) !== null,
  );
  const terms = new Set(held.map(({ priced }) => priced.governing.term.id));
  const [only] = held;
  if (only !== undefined && terms.size === 1 && !hasRival(only, pool)) {
    const binding = toBinding(only);
    return {
      lineId: line.id,
      state: "bound",
      bindings: [{ ...binding, reasons: [...binding.reasons, "only-term"], confidence: 0.7 }],
      candidates: [],
      deliveries: [],
    };
  }
  const near = misses.filter(({ comparison }) => comparison.rank > 0 || comparison.isEligible);
  return unbound(line.id, near.toSorted(byRank).slice(0, 5).map(toBinding));
}

const hasRival = (only: Ranked, pool: TermPool): boolean =>
  pool.priced.some(
    ({ governing, unit }) =>
      governing.term.id !== only.priced.governing.term.id &&
      governing.term.type === only.priced.governing.term.type &&
      unit === only.priced.unit &&
      governing.from === only.priced.governing.from,
  );

const toBinding = ({ priced, comparison, from, to }: Ranked): LineBinding =>
  bindingOf(priced.governing, comparison.reasons, comparison.confidence, from, to);

/** Without any printed service date, work of the weeks before the invoice: several prices in it are a question. */
function probableInterval(invoice: Invoice): { readonly start: LocalDate; readonly end: LocalDate } | null {
  const issued = invoice.issueDate?.value ?? null;
  return issued === null ? null : { start: addDays(issued, -45), end: addDays(issued, 1) };
}

function wordingTextOf(
  line: InvoiceLine,
  { customer, pool }: LineScope,
): { readonly text: string; readonly role: string | null; readonly isAlias: boolean } {
  const alias = customer === null ? undefined : findAlias(line.description, customer);
  const role = line.role ?? roleOf(line, pool);
  const text = [alias ?? line.description, line.group ?? "", role ?? ""]
    .filter((part) => part !== "")
    .join(" ");
  return { text, role, isAlias: alias !== undefined };
}

function findAlias(description: string, customer: CustomerProfile): string | undefined {
  const wanted = foldWording(description).trim();
  const entry = Object.entries(customer.itemAliases).find(
    ([printed]) => foldWording(printed).trim() === wanted,
  );
  return entry?.[1];
}

function roleOf(line: InvoiceLine, { roster }: TermPool): string | null {
  if (roster.length === 0) return null;
  const text = foldWording(line.person ?? line.description);
  const words = new Set(text.split(/[^\p{L}\p{N}]+/u));
  const found = roster.filter(
    (person) => person.words.length > 0 && person.words.every((word) => words.has(word)),
  );
  return found.length === 1 ? (found[0]?.role ?? null) : null;
}

/** Whether an amount on a line is a price of a term: for pools of several orders, how many lines they explain. */
export function countExplained(invoice: Invoice, lines: readonly LineMatch[]): number {
  return (
    lines.filter(({ state }) => state === "bound" || state === "split").length /
    Math.max(1, invoice.lines.length)
  );
}
