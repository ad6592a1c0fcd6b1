import type { Unit } from "../../../../src-shared/model/index.ts";
import { parseUnit } from "../values/index.ts";
import type { Row, Token } from "./layout.ts";
import { tokensOf } from "./printed-row.ts";
import { baseOf, splitAtSlash } from "./table-cells.ts";
import type { NumberCell, UnitCell } from "./table-cells.ts";
import type { Column } from "./table-columns.ts";

/** "Price per 100", "Preis / 1000 Stück", "P.U. le cent": the number of units that the name of a column prices. */
export function baseOfHeader(price: Column | undefined): NumberCell | null {
  if (price === undefined) return null;
  const tokens = price.headerTokens.flatMap(splitAtSlash);
  const per = tokens.findIndex(({ text }) => /^(?:\/|per|je|pro|par|por|ogni|le|il|al|el|x|à)$/i.test(text));
  const base = per < 0 ? undefined : tokens[per + 1];
  return base === undefined ? null : baseOf(base);
}

/** "Qty (1,000)", "Menge in Tausend", "Qty /1000": the number of units that one of a column of counts stands for. */
export function baseOfCounts(quantity: Column | undefined): NumberCell | null {
  const tokens = (quantity?.headerTokens ?? []).flatMap(splitAtSlash);
  const at = tokens.findIndex(
    ({ text }, index) =>
      text.startsWith("(") || /^(?:\/|\(?in|per|je|pro|par|x)$/i.test(tokens[index - 1]?.text ?? ""),
  );
  const base = tokens[at];
  return base === undefined ? null : baseOf(base);
}

/** "per 1000", "/100", "je Tausend" in a column of units: the number of units that the price is for. */
export function baseOfUnit(cell: readonly Token[]): NumberCell | null {
  const tokens = cell
    .flatMap(splitAtSlash)
    .filter(({ text }) => !/^(?:\/|per|je|pro|par|por|ogni|le|il|el|x|à)$/i.test(text));
  const [only, ...others] = tokens;
  return only === undefined || others.length > 0 ? null : baseOf(only);
}

const severalUnits =
  /qty|quant|menge|anzahl|aantal|cantidad|qtd|qte|qté|numero|number|units?\b|\bno\b|count|volume/i;
// A column "Pallets" holds waiting hours and deliveries too; one of hours holds hours.
const measuredUnits: ReadonlySet<Unit> = new Set<Unit>([
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "kilometre",
  "mile",
  "kilowatt-hour",
  "tonne",
  "word",
  "page",
]);
const hourWords = /^(?:hourly|stundensatz|stundenlohn|stundenpreis|horaire|uurtarief|orario|horario)$/i;
const dayWords = /^(?:daily|tagessatz|tagespreis|journalier|dagtarief|giornaliero|diario)$/i;

/** The unit that the names of the columns tell: "Hours", "Billable hours", "Day rate". "Qty / hrs" may be anything. */
export function unitOfHeader(quantity: Column | undefined, price: Column | undefined): UnitCell | null {
  const priced = unitOfPrice(price);
  if (priced !== null) return priced;
  if (quantity === undefined || severalUnits.test(quantity.header)) return null;
  const named = quantity.headerTokens.flatMap((token): readonly UnitCell[] => {
    const word = token.text.replace(/[^\p{L}]/gu, "");
    const unit = word.length < 2 ? null : parseUnit(word, "anywhere");
    return unit === null || !measuredUnits.has(unit) ? [] : [{ unit, tokens: [token] }];
  });
  const [only, ...others] = named;
  if (only !== undefined) return others.every(({ unit }) => unit === only.unit) ? only : null;
  for (const token of price?.headerTokens ?? []) {
    const word = token.text.replace(/[^\p{L}]/gu, "");
    if (hourWords.test(word)) return { unit: "hour", tokens: [token] };
    if (dayWords.test(word)) return { unit: "day", tokens: [token] };
  }
  return null;
}

/** The unit that the name of the price column prices one of: "Per visit €", "€ / hour", "Preis je m²". */
function unitOfPrice(price: Column | undefined): UnitCell | null {
  const tokens = (price?.headerTokens ?? []).flatMap(splitAtSlash);
  const per = tokens.findIndex(({ text }) => /^(?:\/|per|je|pro|par|por|ogni)$/i.test(text));
  const word = per < 0 ? undefined : tokens[per + 1];
  const text = word?.text.replace(/[().:]+$/, "") ?? "";
  // "€/t": behind a slash one letter is a unit as well.
  const isShort = text.length < 2 && tokens[per]?.text !== "/";
  const unit =
    isShort || /^unit|^einheit|^unité|^eenheid|^unidad|^un[it]à?/i.test(text)
      ? null
      : parseUnit(text, "unit-cell");
  return word === undefined || unit === null ? null : { unit, tokens: [word] };
}

/** A unit right behind the quantity that fell into the next column. */
export function unitBeside(row: Row, quantity: readonly Token[]): UnitCell | null {
  const tokens = tokensOf(row);
  const last = quantity.at(-1);
  const next = last === undefined ? undefined : tokens[tokens.indexOf(last) + 1];
  if (last === undefined || next === undefined || next.left - last.right > 0.9 * next.size) return null;
  // "94 at €42.50", "60 to 120 m": joints of figures are abbreviations of units elsewhere.
  if (/^(?:at|to|a|à|x|×|@|o|e|y)$/i.test(next.text)) return null;
  // "8 botte" in a cell of its own: nothing but the count and what it counts.
  const cell = row.segments.find((segment) => segment.tokens.includes(last));
  const isWhole = cell?.tokens.at(-1) === next && cell.tokens.indexOf(last) + 2 === cell.tokens.length;
  const own = isWhole && cell.tokens[0] === quantity[0] ? parseUnit(next.text, "unit-cell") : null;
  if (own !== null) return { unit: own, tokens: [next] };
  // "Site survey" is a description, "h" and "Stk" are units.
  const isShort = next.text.length <= 3 && !/^\p{Lu}\p{Ll}/u.test(next.text);
  const unit = parseUnit(next.text, isShort ? "unit-cell" : "anywhere");
  return unit === null ? null : { unit, tokens: [next] };
}
