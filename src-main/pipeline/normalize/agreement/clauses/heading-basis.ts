import type { Candidate } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { Outline } from "../structure/outline.ts";
import type { Context, TextPart } from "../structure/unit.ts";
import { viewTable } from "../tables/table-view.ts";
import { saysTaxBasis } from "./tax-clauses.ts";

/** Words of prices in a heading: over a price list "excl. VAT" speaks of its prices. */
const ofPrices =
  /(?<![\p{L}])(?:\p{L}*(?:preise?|entgelte?|satze?|gebuhren)|honorare?|vergutung|konditionen|tarif(?:e|s|f[ae])?|tariffs?|prices?|pricing|rates?|fees?|charges?|costs?|quotation|prix|honoraires|remuneration|montants?|precios?|honorarios|importes?|tarifas?|cuotas?|prezz[oi]|compens[oi]|corrispettiv[oi]|precos?|valores?|prijs|prijzen|tarie(?:f|ven)|bedrag(?:en)?)(?![\p{L}])/u;

/** "Charges (excluding VAT)", "Entgelt, netto", "Prix unitaire HT": what headings and heads of columns say of tax. */
export function readHeadedBasis(outline: Outline, style: NumberStyle): readonly Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<TextPart["prepared"]>();
  const take = (part: TextPart, folded: string, order: number): void => {
    const includesTax = saysTaxBasis(folded);
    if (includesTax === null || seen.has(part.prepared)) return;
    seen.add(part.prepared);
    found.push(candidateOf(part, includesTax, order));
  };
  const isPriced = ({ folded }: Context): boolean =>
    folded.length < 110 && (ofPrices.test(folded) || hasLexeme(folded, "rate")) && !isOther.test(folded);
  for (const unit of outline.units)
    for (const context of unit.contexts.filter(isPriced)) take(context, context.folded, unit.order);
  for (const table of outline.tables) {
    for (const context of table.contexts.filter(isPriced)) take(context, context.folded, table.order);
    const heads = (viewTable(table, style)?.columns ?? []).flatMap(({ head, role }) =>
      head !== null && (role === "rate" || role === "amount") ? [head] : [],
    );
    const said = heads.filter(({ folded }) => saysTaxBasis(headed(folded)) !== null);
    // Net and gross side by side: the prices are those without tax.
    const [head] = said.toSorted((one, other) => rankOf(one.folded) - rankOf(other.folded));
    if (head !== undefined)
      take({ prepared: head, start: 0, end: head.text.length }, headed(head.folded), table.order);
  }
  return found;
}

const isOther = /\b(?:insurance|liability|limit|cap|versicherung|haftung|assurance|seguro)\b/;

/** A head alone has no word of prices around its "HT" or "netto". */
const headed = (folded: string): string =>
  `${folded.replace(/[()\n]/g, " ")} `.replace(/ h\.t\.?(?= )/, " ht");

const rankOf = (folded: string): number => (saysTaxBasis(headed(folded)) === false ? 0 : 1);

const candidateOf = (part: TextPart, includesTax: boolean, order: number): Candidate<"price-basis"> => ({
  type: "price-basis",
  key: "price-basis",
  value: { includesTax },
  from: null,
  to: null,
  confidence: 0.8,
  parts: [part],
  order: order - 0.001,
  clause: [],
  outranks: null,
});
