import {
  compareFractions,
  decimalText,
  isEqual,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { readsLikeExtraWork, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import { bindUnbound, onlyTermOf } from "./bind-unbound.ts";
import type { FoundPrice } from "./bind-unbound.ts";
import { compareWithTerm } from "./compare-line.ts";
import { printedWordsOf } from "./compared-line.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Lines that the name of no price fits, under the one price whose own clause calls it as they do.
 *
 * "Each dispatch carries a truck charge of 65.00" was read as a price per dispatch; "Truck charge 2 × 65.00" is that
 * price. The figure must be the agreed one and the words must stand between it and the figures before and after it, so
 * that the price of one thing in a sentence is never that of the next one.
 */
export function bindQuotedWords(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  return bindUnbound(
    matches,
    invoice,
    (line) => (readsLikeExtraWork(line.description) ? null : findByQuote(line, pool)),
    ["fee", "expense"],
  );
}

/** "tickets 5528 and 5541", "bon 617": papers that the line refers to are no part of its name. */
const references =
  /[\p{L}.]+ ?(?:no\.?|nr\.?|n[°º]|#)? ?\d{3}[\p{L}\d/-]*(?:(?:,| and| und| et| y| e| en| &)? ?\d{3}[\p{L}\d/-]*)*/giu;

function findByQuote(line: InvoiceLine, pool: TermPool): FoundPrice | null {
  const wanted = wordingOf(line.description.replace(references, " "));
  if (wanted.content.length === 0) return null;
  const fitting = pool.priced.filter(
    (priced) =>
      isAtPrice(line, priced) && isCalledSo(wanted.content, priced) && fits(line, wanted, priced, pool),
  );
  // Several prices of one amount in one sentence tell nothing.
  const only = onlyTermOf(fitting);
  return only === null ? null : { priced: only, reasons: ["item", "price"], confidence: 0.7 };
}

/** The very unit price, printed or as what amount and quantity come to. */
function isAtPrice(line: InvoiceLine, { price, governing }: PricedTerm): boolean {
  if (price === null || (governing.term.type !== "rate" && governing.term.type !== "fixed-fee")) return false;
  const printed = line.unitPrice?.value ?? null;
  if (printed !== null) return isEqual(printed, price);
  const [net, quantity] = [line.net?.value ?? null, line.quantity?.value ?? null];
  if (net === null) return false;
  if (quantity === null) return isEqual(net, price);
  const difference = subtractFractions(multiplyFractions(quantity, price), toFraction(net));
  const cent = toFraction(decimalText("0.005"));
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
  return compareFractions(size, cent) <= 0;
}

/** No unit, rank, size or hour of the day contradicts, and whoever the line names stands in the clause. */
function fits(line: InvoiceLine, { roles }: Wording, priced: PricedTerm, pool: TermPool): boolean {
  if (isOpenFor(line, priced)) return false;
  const comparison = compareWithTerm(line, printedWordsOf(line), priced, pool);
  if (comparison === null) return false;
  return (
    !comparison.isOtherRole || quotedWords(priced).some(({ all }) => roles.every((role) => all.has(role)))
  );
}

/** The words beside the price, in each quote of its clause. */
const quotedWords = ({ governing, price }: PricedTerm): readonly Wording[] =>
  price === null ? [] : governing.term.evidence.map(({ quote }) => wordingOf(besidePrice(quote, price)));

/** Half of the line's words at least, and two of them or all, stand beside the price in its clause. */
function isCalledSo(words: readonly string[], priced: PricedTerm): boolean {
  return quotedWords(priced).some(({ all }) => {
    const shared = words.filter((word) => all.has(word)).length;
    return shared * 2 >= words.length && (shared >= 2 || shared === words.length);
  });
}

const figure = /(?<![\d.,])\d{1,3}(?:[.,' \u00a0\u202f’]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;
const stop = /[,;.:]\s|\s(?:and|und|et|y|e|en|sowie|plus)\s/u;

/** What a clause says between the figure before a price and the end of the part behind it. */
export function besidePrice(quote: string, price: DecimalText): string {
  const figures = [...quote.matchAll(figure)].filter(([text]) => isMoneyLike(text) || isFigure(text, price));
  const at = figures.findIndex(([text]) => isFigure(text, price));
  const own = figures[at];
  if (own === undefined) return "";
  const before = figures[at - 1];
  const after = figures[at + 1];
  const end = own.index + own[0].length;
  const behind = quote.slice(end, after?.index ?? quote.length);
  return `${quote.slice(before === undefined ? 0 : before.index + before[0].length, own.index)} ${behind.split(stop)[0] ?? ""}`;
}

/** With cents, or in thousands: quantities and numbers of items part no prices. */
const isMoneyLike = (text: string): boolean => /[.,]\d{2}$|\d[.,' \u00a0\u202f’]\d{3}/.test(text);

/** Whether a printed figure is the price, under either convention of its marks. */
function isFigure(text: string, price: DecimalText): boolean {
  const bare = text.replace(/[' \u00a0\u202f’]/g, "");
  const readings = [bare.replaceAll(",", ""), bare.replaceAll(".", "").replace(",", ".")];
  return readings.some((reading) => /^\d+(?:\.\d+)?$/.test(reading) && isEqual(decimalText(reading), price));
}
