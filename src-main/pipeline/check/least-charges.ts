import {
  add,
  compare,
  decimalToText,
  isZero,
  multiply,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { roundAmount } from "../../../src-shared/pricing/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { foldWording, monthNames } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { isScopeUnknown, linesInScope } from "./billed-discount.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";

/** Lines of one call, order or day that come to less than the least that is charged for it. */
export interface ShortCharge {
  readonly governing: GoverningTerm | Governing<"minimum">;
  readonly lines: readonly LineContext[];
  readonly least: Decimal;
  readonly billed: Decimal;
}

/** Lines with a price that has a least quantity ("two hours at least"), where a call bills less of it. */
export function shortOfLeastQuantity({ lines, precision }: InvoiceContext): readonly ShortCharge[] {
  const groups = new Map<string, { term: GoverningTerm; lines: LineContext[] }>();
  for (const line of lines) {
    const [governing] = line.terms;
    if (line.kind !== "fee" || governing?.term.type !== "rate" || whyUnusable(governing) !== null) continue;
    if (governing.term.value.minimumQuantity === undefined) continue;
    const key = `${governing.term.id} ${callOf(line) ?? ""}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { term: governing, lines: [line] });
    else known.lines.push(line);
  }
  const rounded = (amount: Decimal): Decimal => add(roundAmount(amount, precision), zero);
  return [...groups.values()].flatMap(({ term: governing, lines: group }) => {
    const { term } = governing;
    if (term.type !== "rate" || term.value.minimumQuantity === undefined) return [];
    const { minimumQuantity, price, unit } = term.value;
    const counted = group.flatMap(({ line }) => {
      const quantity = valueOf(line.quantity);
      const own = valueOf(line.unit);
      return quantity === null || (own !== null && own !== unit) ? [] : [quantity];
    });
    const quantity = sum(counted);
    // A quantity that is not read, or counted in another unit, may be the rest.
    if (counted.length < group.length || isZero(quantity) || compare(quantity, minimumQuantity) >= 0)
      return [];
    return [
      {
        governing,
        lines: group,
        least: rounded(multiply(minimumQuantity, price)),
        billed: rounded(multiply(quantity, price)),
      },
    ];
  });
}

/** Lines under a minimum of each order or call that bill less for one of them; lines that bill the minimum are enough. */
export function shortOfEach(context: InvoiceContext, minimum: Governing<"minimum">): readonly ShortCharge[] {
  const { amount, scope } = minimum.term.value;
  if (amount === undefined) return [];
  const fees = context.lines.filter(isFee);
  const named = isScopeUnknown(context, scope) ? [] : linesInScope(context, scope).filter(isFee);
  const isOfSome = named.length > 0 && named.length < fees.length;
  const groups = new Map<string, LineContext[]>();
  for (const line of isOfSome ? named : fees) {
    const call = callOf(line);
    // What is for all fees, and of no call that the invoice tells apart, is for a period.
    if (call === null && !isOfSome) return [];
    groups.set(call ?? "", [...(groups.get(call ?? "") ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const nets = group.map(netOfLine);
    if (nets.includes(null) || group.some(({ terms }) => terms[0]?.term.type === "minimum")) return [];
    const billed = nets.reduce<Decimal>((total, net) => add(total, net ?? zero), zero);
    return compare(billed, amount) < 0 && compare(billed, zero) > 0
      ? [{ governing: minimum, lines: group, least: add(amount, zero), billed }]
      : [];
  });
}

const isFee = ({ kind, terms }: LineContext): boolean =>
  kind === "fee" && terms[0]?.term.type !== "surcharge";

export const missingOf = ({ least, billed }: ShortCharge): DecimalText =>
  decimalToText(subtract(least, billed));

/** "K-204", "AB 3310", "77120": the paper that a line names first stands for its call. */
const paper = /^\W{0,2}([A-Z]{1,5}[- ]?\d{2,}[A-Z]?|\d{4,})\b/;

/** The same anywhere in a line, where nothing stands before it: "Gravel 0/32, WS-1001". */
const paperBehind = /(?<![\p{L}\d])[A-Z]{1,5}-?\d{3,}(?![\p{L}\d])/u;

/** "Tue 13 Oct", "13/10", "October 13": a day as the words of a line have it. */
const day = new RegExp(
  `(?<![\\d.,/-])(?:(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|[12]\\d|3[01])(?:[./]\\d{2,4})?(?![\\d/])|\\d{1,2}\\.? (?:de )?(?:${monthNames.flat().join("|")})(?!\\p{L})|(?:${monthNames.flat().join("|")}) \\d{1,2}(?!\\d))`,
  "u",
);

/** The day of a line whose period is that day. */
const oneDayOf = ({ periodStart, periodEnd }: LineContext["line"]): string | null => {
  const [start, end] = [valueOf(periodStart), valueOf(periodEnd)];
  return start !== null && end !== null && addDays(start, 1) === end ? start : null;
};

/** What tells the calls, orders or days of an invoice apart: the paper that a line names, else its day. */
function callOf({ line, match, terms: [governing] }: LineContext): string | null {
  const [record, ...others] = match.deliveries;
  const item = governing?.term.type === "rate" ? foldWording(governing.term.value.item) : "";
  // "GAP20" is the number of a paper only where the price is not called so itself.
  const notOfPrice = (found: string | undefined): string | undefined =>
    found === undefined || item.includes(foldWording(found)) ? undefined : found;
  return (
    notOfPrice(paper.exec(line.description)?.[1]) ??
    line.itemCode ??
    valueOf(line.serviceDate) ??
    oneDayOf(line) ??
    day.exec(foldWording(line.description))?.[0] ??
    notOfPrice(paperBehind.exec(line.description)?.[0]) ??
    (record !== undefined && others.length === 0 ? record.deliveryId : null)
  );
}
