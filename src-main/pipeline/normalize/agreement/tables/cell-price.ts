import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { MoneyLiteral, NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import { isSum } from "../structure/price-figures.ts";
import type { PlacedTable } from "../structure/outline.ts";
import type { Cell, Column } from "./table-view.ts";

/** Folded headings above a table, outermost first. */
export const contextText = (placed: PlacedTable): string =>
  placed.contexts.map((context) => context.folded).join(" ");

/** Labels of rows that only add up others. */
export const totalRow =
  /^(?:sub-?totals?|totals?|grand totals?|gesamt\w*|summe|zwischensumme|total (?:ht|ttc|h\.t\.)|net total|amount due|balance|estimated total|total (?:estimate|fee|fees|price|cost|due|amount).*|sales tax.*|tax(?:es?)?\b.*|(?:plus |add )?(?:vat|gst|hst|pst|qst)\b.*|mwst.*|ust\b.*|tva.*|shipping|base imponible|(?:gross|net|netto|brutto|net (?:cost|amount|due|payable)|montant net|importe neto|netto totaal)(?= ?[:.]?$)|totale|imponibile|totaal|subtotaal|importe total|iva\b.*|btw\b.*|montant total|total general|original contract.*|net change.*|(?:sum|total) of previous.*|contract (?:sum|price|amount) (?:before|prior).*|new contract (?:sum|price|amount).*|revised contract.*)\b/;

/** The price of a cell: money, or a bare number where the column is one of prices. */
export function priceOf(
  cell: Cell | null,
  column: Column,
  style: NumberStyle,
): { readonly value: DecimalText; readonly money: MoneyLiteral | null } | null {
  // A share is no price, in whatever column it stands.
  if (cell === null || cell.text.includes("%")) return null;
  const money = cell.literals.filter((literal): literal is MoneyLiteral => literal.type === "money");
  const [first] = money;
  if (first !== undefined)
    return money.length === 1 && first.rangeWith === null ? { value: first.value, money: first } : null;
  const bare =
    /^([\d][\d.,' ]*?)(?: ?(?:,-|\/|per).*)?$/.exec(cell.text)?.[1] ??
    (isSum(cell.text) ? /^[^\d\p{L}]{0,3}(\d[\d.,' ]*\d)/u.exec(cell.text)?.[1] : undefined);
  if (bare === undefined || (column.role !== "rate" && column.role !== "amount")) return null;
  // 2026 in a column of prices is a year that slipped in.
  if (/^(?:19|20)\d\d$/.test(bare.trim())) return null;
  const readings = readDigits(bare.trim(), style);
  return readings.length === 1 && readings[0] !== undefined ? { value: readings[0], money: null } : null;
}
