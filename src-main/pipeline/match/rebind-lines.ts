import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  Agreement,
  Assignments,
  Invoice,
  InvoiceId,
  InvoiceLine,
  InvoiceMatch,
  LineMatch,
  Matching,
  Policy,
  Term,
  TermInForce,
} from "../../../src-shared/model/index.ts";
import { createTermDirectory, selectGoverningTerms, termKey } from "../../../src-shared/wording/index.ts";
import { bindLine, settleOpenLines } from "./bind-lines.ts";
import { joinFamilies } from "./families.ts";
import { customerOf } from "./place-invoice.ts";
import { noSpending } from "./spent-records.ts";
import { createTermPool } from "./term-pool.ts";
import type { TermPool } from "./term-pool.ts";
import { computeTermsInForce } from "./terms-in-force.ts";

/** A price of a matched family that is now another figure. */
export interface PriceChange {
  /** The family's documents, with the term as it is now. */
  readonly agreements: readonly Agreement[];
  /** The family's invoices. */
  readonly invoices: readonly Invoice[];
  readonly former: Term;
  readonly term: Term;
  readonly matching: Matching;
  readonly matchById: ReadonlyMap<string, InvoiceMatch>;
  readonly policy: Policy;
  readonly assignments: Assignments;
}

/** The matching with the new price, and the lines that it can reach, by their places. */
export interface Rebound {
  readonly matching: Matching;
  readonly nearLines: ReadonlyMap<InvoiceId, ReadonlySet<number>>;
}

/**
 * Binds again only the lines that a changed price can reach; `null` where more than those has to be matched anew.
 *
 * A line is near when the term governs it, when nothing clear governs it, or when it bills the old or the new figure:
 * that it bills a term's very price is all that a price has to do with its match.
 */
export function rebindLines(change: PriceChange): Rebound | null {
  const { former, term, agreements, matchById } = change;
  const [was, is] = [priceOf(former), priceOf(term)];
  if (was === null || is === null || !areAlikeButForPrice(former, term)) return null;
  const figures = [was, is];
  const families = joinFamilies(agreements.toSorted((first, second) => (first.id < second.id ? -1 : 1)));
  const [family] = families;
  if (family === undefined || families.length > 1) return null;
  // Where several orders could govern an invoice, the figures of its lines have a say in which does.
  if (new Set(family.members.map(({ branchId }) => branchId)).size > 2) return null;
  const { inForce } = computeTermsInForce(family);
  if (!isSameForce(inForce, change.matching.termsInForce, family.id)) return null;
  const directory = createTermDirectory(agreements, inForce);
  const pools = new Map<string, TermPool>();
  const poolOf = (match: InvoiceMatch): TermPool => {
    const key = match.governedBy.join(" ");
    let pool = pools.get(key);
    if (pool === undefined) {
      pool = createTermPool(selectGoverningTerms(match.governedBy, directory));
      pools.set(key, pool);
    }
    return pool;
  };
  const nearLines = new Map<InvoiceId, ReadonlySet<number>>();
  const matches: InvoiceMatch[] = [];
  for (const invoice of change.invoices) {
    const match = matchById.get(invoice.id);
    if (match === undefined || !isPlacedByName(match) || match.lines.length !== invoice.lines.length)
      return null;
    const fresh = new Map<number, LineMatch>();
    let pool: TermPool | null = null;
    // Every line of every invoice passes here while somebody waits: places are counted, since pairs would be thrown away.
    for (let at = 0; at < invoice.lines.length; at += 1) {
      const [line, known] = [invoice.lines[at], match.lines[at]];
      if (line === undefined || known?.lineId !== line.id) return null;
      if (!isNear(line, known, term, figures)) continue;
      if (pool === null) {
        pool = poolOf(match);
        if (hasTwin(pool, term, figures)) return null;
      }
      fresh.set(
        at,
        bindLine(line, {
          invoice,
          pool,
          assignments: change.assignments,
          customer: customerOf(invoice, change.policy),
          // A line that a list of expenses bound is bound otherwise without it: then all is matched anew.
          spent: noSpending,
        }),
      );
    }
    if (pool === null) {
      matches.push(match);
      continue;
    }
    nearLines.set(invoice.id, new Set(fresh.keys()));
    const lines = settleOpenLines(
      match.lines.map((known, at) => fresh.get(at) ?? known),
      invoice,
      pool,
    );
    if (!lines.every((line, at) => isBoundAlike(line, match.lines[at]))) return null;
    matches.push({
      ...match,
      lines: lines.map((line, at) => ({ ...line, deliveries: match.lines[at]?.deliveries ?? [] })),
    });
  }
  const own = change.matching.families.filter(({ id }) => id === family.id);
  return { matching: { families: own, termsInForce: inForce, invoices: matches }, nearLines };
}

/** The figure of a term that prices lines by the unit or by the period. */
function priceOf({ type, value }: Term): DecimalText | null {
  switch (type) {
    case "rate":
    case "overage":
      return value.price;
    case "fixed-fee":
      return value.amount;
    default:
      return null;
  }
}

/** The same thing on the same days in the same standing, so that only its figure can tell the versions apart. */
function areAlikeButForPrice(former: Term, term: Term): boolean {
  const rest = ({
    value,
    version: _version,
    basis: _basis,
    confidence: _confidence,
    ...kept
  }: Term): string => {
    const { price: _price, amount: _amount, ...others } = value as Readonly<Record<string, unknown>>;
    return JSON.stringify([kept, others]);
  };
  return termKey(former) === termKey(term) && rest(former) === rest(term);
}

/** By a party or a number, not by its prices alone. */
const isPlacedByName = ({ state, reasons }: InvoiceMatch): boolean =>
  state === "matched" &&
  reasons.some(
    (reason) =>
      reason === "tax-id" ||
      reason === "confirmed-alias" ||
      reason.startsWith("party-") ||
      reason.endsWith("-reference"),
  );

const isSameForce = (
  fresh: readonly TermInForce[],
  known: readonly TermInForce[],
  familyId: string,
): boolean => JSON.stringify(fresh) === JSON.stringify(known.filter((piece) => piece.familyId === familyId));

function isNear(
  line: InvoiceLine,
  { state, bindings }: LineMatch,
  term: Term,
  figures: readonly DecimalText[],
): boolean {
  if (state === "unbound" || state === "ambiguous") return true;
  for (const { termId } of bindings) if (termId === term.id) return true;
  const billed = line.unitPrice === null ? line.net : line.unitPrice;
  const amount = billed?.value ?? null;
  if (amount === null) return false;
  for (const figure of figures) if (isEqual(figure, amount)) return true;
  return false;
}

/** Whether another term has the old or the new figure: terms of one price are no question, of two they are. */
const hasTwin = ({ priced }: TermPool, term: Term, figures: readonly DecimalText[]): boolean =>
  priced.some(
    ({ governing, price }) =>
      governing.term.id !== term.id && price !== null && figures.some((figure) => isEqual(figure, price)),
  );

const isBoundAlike = (fresh: LineMatch, known: LineMatch | undefined): boolean =>
  fresh.state === known?.state &&
  fresh.bindings.length === known.bindings.length &&
  fresh.bindings.every(({ termId, from, to }, at) => {
    const other = known.bindings[at];
    return other?.termId === termId && other.from === from && other.to === to;
  });
