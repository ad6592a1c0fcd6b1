import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import {
  lineKindOf,
  readsLikeExtraWork,
  serviceIntervalOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { billedTerms, isUncontradicted } from "./bind-unbound.ts";
import { clip } from "./clip-term.ts";
import { hasSamePrice } from "./line-attributes.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Lines that no words bind, under the one price that is theirs to the cent and that no other line bills.
 *
 * The pair must be the only one on both sides, and the figure must tell something: a price such as 38.50, or the place
 * between two lines that bill the prices before and after it in the agreement. "Sundries 40.00" is not the trip for
 * 40.00 that nobody made.
 */
export function bindLeftPrice(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const left = matches.flatMap(({ state }, position) => (state === "unbound" ? [position] : []));
  if (left.length === 0) return matches;
  const billed = billedTerms(matches);
  const swapped = exchange(matches, left, billed, invoice, pool);
  if (swapped !== null) return swapped;
  const open = pool.priced.filter(({ governing }) => !billed.has(governing.term.id));
  const pairs = left.flatMap((position) => {
    const line = invoice.lines[position];
    if (line === undefined || lineKindOf(line) !== "fee" || readsLikeExtraWork(line.description)) return [];
    return open.filter((priced) => fits(line, priced, pool)).map((priced) => ({ position, line, priced }));
  });
  const bound = new Map<number, LineMatch>();
  for (const { position, line, priced } of pairs) {
    const { term } = priced.governing;
    const rivals = pairs.filter(
      (other) => other.position === position || other.priced.governing.term.id === term.id,
    );
    // Several lines may bill one ladder of prices, each a step of its own.
    const isLadder =
      term.type === "tiers" &&
      (new Set(rivals.map(({ line }) => figureOf(line))).size === rivals.length || areNamedAlike(rivals));
    if (rivals.length !== 1 && !(isLadder && rivals.every((other) => other.priced === priced))) continue;
    const isInPlace = standsBetweenNeighbours(position, term.id, matches, pool);
    if (!isInPlace && !isTelling(isLadder ? figureOf(line) : priced.price)) continue;
    const own = boundTo(priced, position, invoice);
    if (own !== null) bound.set(position, own);
  }
  if (bound.size === 0) return matches;
  // What is bound now may be the neighbour that another line was missing.
  return bindLeftPrice(
    matches.map((match, position) => bound.get(position) ?? match),
    invoice,
    pool,
  );
}

/**
 * A line that is left at the very price of a term that another line took by a word, where that other line is at the
 * very price of a term that is left: each is under its own price.
 */
function exchange(
  matches: readonly LineMatch[],
  left: readonly number[],
  billed: ReadonlySet<string>,
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] | null {
  const fitting = (position: number, isBilled: boolean): readonly PricedTerm[] => {
    const line = invoice.lines[position];
    return line === undefined || lineKindOf(line) !== "fee"
      ? []
      : pool.priced.filter(
          (priced) => billed.has(priced.governing.term.id) === isBilled && fits(line, priced, pool),
        );
  };
  const ways = left.flatMap((position) =>
    fitting(position, true).flatMap((taken) =>
      matches.flatMap((match, other) => {
        const holds = match.state === "bound" && match.bindings[0]?.termId === taken.governing.term.id;
        const isAtPrice = match.bindings.some(({ reasons }) => reasons.includes("price"));
        return holds && !isAtPrice
          ? fitting(other, false).map((free) => ({ position, taken, other, free }))
          : [];
      }),
    ),
  );
  const [way] = ways;
  if (way === undefined || ways.length !== 1) return null;
  const first = boundTo(way.taken, way.position, invoice);
  const second = boundTo(way.free, way.other, invoice);
  if (first === null || second === null) return null;
  return matches.map((match, at) => (at === way.position ? first : at === way.other ? second : match));
}

function boundTo(priced: PricedTerm, position: number, invoice: Invoice): LineMatch | null {
  const line = invoice.lines[position];
  const days = line === undefined ? null : clip(priced.governing, serviceIntervalOf(invoice, line));
  if (line === undefined || days === null) return null;
  return {
    lineId: line.id,
    state: "bound",
    bindings: [bindingOf(priced.governing, ["price", "only-term"], 0.7, days.from, days.to)],
    candidates: [],
    deliveries: [],
  };
}

/** The very price, and no unit, rank, size or hour of the day that contradicts it. */
function fits(line: InvoiceLine, priced: PricedTerm, pool: TermPool): boolean {
  const { price, governing } = priced;
  const isLadder = governing.term.type === "tiers" && hasSamePrice(line, priced);
  if ((price === null && !isLadder) || governing.term.type === "deposit") return false;
  const isSum = governing.term.type !== "rate" && governing.term.type !== "overage";
  const figure = line.unitPrice?.value ?? (isSum ? (line.net?.value ?? null) : null);
  if (price !== null && (figure === null || !isEqual(figure, price))) return false;
  return isUncontradicted(line, priced, pool);
}

/**
 * A line of several at the very price of one term, whatever its words call it: "Transport, 1,110 km at 1.35" is the price of
 * a kilometre, and nothing that was spent on the way. `null` where no price, or more than one, is the line's.
 */
export function bindCountedAtPrice(line: InvoiceLine, invoice: Invoice, pool: TermPool): LineMatch | null {
  const quantity = line.quantity?.value ?? null;
  if (quantity === null || isEqual(quantity, "1" as DecimalText) || !isTelling(figureOf(line))) return null;
  const fitting = pool.priced.filter(
    (priced) => priced.governing.term.type === "rate" && fits(line, priced, pool),
  );
  const [only] = fitting;
  const position = invoice.lines.indexOf(line);
  return only === undefined || fitting.length > 1 ? null : boundTo(only, position, invoice);
}

/** Lines that begin with one word: steps of one thing, though two of them bill one price. */
const areNamedAlike = (pairs: readonly { readonly line: InvoiceLine }[]): boolean => {
  const heads = new Set(pairs.map(({ line }) => wordingOf(line.description).content[0] ?? ""));
  return heads.size === 1 && !heads.has("");
};

const figureOf = ({ unitPrice }: InvoiceLine): DecimalText | null => unitPrice?.value ?? null;

/** A round figure is the price of many things. */
const isTelling = (price: DecimalText | null): boolean =>
  price !== null && !/^\d*[05](?:\.0+)?$/.test(price) && price.replace(/\D/g, "").length >= 3;

function standsBetweenNeighbours(
  position: number,
  termId: string,
  matches: readonly LineMatch[],
  { priced }: TermPool,
): boolean {
  const order = [...new Set(priced.map(({ governing }) => governing.term.id as string))];
  const place = order.indexOf(termId);
  const placeOf = (match: LineMatch | undefined): number | null => {
    const [binding] = match?.state === "bound" ? match.bindings : [];
    return binding === undefined ? null : order.indexOf(binding.termId);
  };
  const [before, after] = [placeOf(matches[position - 1]), placeOf(matches[position + 1])];
  const isFirst = position === 0 && place === 0;
  const isLast = position === matches.length - 1 && place === order.length - 1;
  const [isAfter, isBefore] = [before === place - 1, after === place + 1];
  return (isAfter && (isBefore || isLast)) || (isBefore && isFirst);
}
