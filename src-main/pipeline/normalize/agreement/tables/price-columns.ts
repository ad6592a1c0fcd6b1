import { isCurrencyCode } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { NumberStyle, PerUnit } from "../literals/literal.ts";
import { oneOf } from "../literals/one-of.ts";
import { unitIn } from "./column-words.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import { timeOfPrice } from "../literals/time-prices.ts";
import { foldText } from "../../values/fold.ts";
import type { TextPart } from "../structure/unit.ts";
import type { Cell, Column, TableView } from "./table-view.ts";

export const headText = (column: Column): string => column.head?.folded ?? "";

export interface RowFacts {
  readonly view: TableView;
  readonly style: NumberStyle;
  readonly facts: DocumentFacts;
  readonly context: string;
  readonly label: Cell;
  readonly role: Cell | null;
  readonly unit: Cell | null;
  readonly frequency: Cell | null;
  readonly quantity: Cell | null;
  readonly minimum: Cell | null;
  /** Whether the column of least figures holds sums rather than counts. */
  readonly isMinimumMoney: boolean;
  /** Cells that tell this row from others of the same label. */
  readonly attributes: readonly Cell[];
  readonly isHire: boolean;
  readonly hasQuantity: boolean;
  readonly isOnly: boolean;
  /** What the row's count counts: "36 m²", hours under "Hours". */
  readonly counted: PerUnit | null;
  /** For how many one price is, where the products of the table show it; `null` where they do not. */
  readonly base: DecimalText | null;
}

/** The unit of a count: printed with it, or the head over it where that is a unit. */
export function unitOfCount(cell: Cell | null, column: Column | null, style: NumberStyle): PerUnit | null {
  if (cell === null || column === null) return null;
  const own = cell.literals.find((literal) => literal.type === "quantity");
  const alone = own === undefined ? unitIn(cell.folded.replace(/^[\d.,' ]+/, ""), style, true) : null;
  if (alone !== null) return alone;
  const unit = own?.unit ?? unitOfWord(headText(column).replace(/[^\p{L}]/gu, ""));
  return unit === null || unit === undefined ? (unitOfLabel(cell, style) ?? null) : oneOf(unit);
}

export const isYearLabel =
  /^(?:(?:contract |lease |option |base )?year \d|(?:first|second|third|fourth|fifth)(?: contract| lease| option)? year|vertragsjahr \d|\d\. (?:vertrags)?jahr|annee \d)/;

/** What a table prices where its rows only count the years. */
export function captionOf({ view }: RowFacts): string {
  const caption = view.placed.contexts.findLast((context) => context.text.length < 60);
  return caption?.text.replace(/[:.]$/, "").trim() ?? "services";
}

export const oneOff =
  /\b(?:one[- ]?time|once|project|fixed|lump|deliverables?|phases?|tasks?|stages?|total|milestones?|contract (?:sum|price)|price|set-?up|installation|estimate|quotation|order|einmalig\w*|pauschal\w*|festpreis|forfait\w*|kosten|investment)\b/;

export const isPlainPriceHead = (head: string): boolean =>
  /^(?:(?:unit |net |your |total |bill(?:ing)? |hourly |daily |day |monthly |annual |fixed |contract |agreed |charge |standard )?(?:rates?|prices?|fees?|amount|cost|charge|betrag|preis|einzelpreis|stundensatz|tagessatz|tarif|taux horaire|prix unitaire(?: ht)?|prix|montant(?: ht)?|mrc|nrc|value|total))?(?: ?\(?(?:usd|eur|gbp|\$|€|£|net|excl\.? (?:vat|tax)|ht)\)?)?(?: ?(?:\/|per) ?[a-z]+)?$/.test(
    head.trim(),
  );

export const whole = (cell: Cell): TextPart => ({
  prepared: cell.prepared,
  start: 0,
  end: cell.prepared.text.length,
});

/** "240 litre", "1100 l bin": a figure before a unit, or of more digits than a list has rows, is a size and no number. */
function isSize(text: string): boolean {
  const [, figure = "", noun = ""] = /^(\d+) (\p{L}[\p{L}²³]*)/u.exec(text) ?? [];
  return figure !== "" && (figure.length > 2 || unitOfWord(foldText(noun)) !== null);
}

export function cleanItem(text: string): string | null {
  const item = text
    .replace(/[.: ]+$/, "")
    .replace(/\.{3,}.*$/, "")
    .replace(
      isSize(text)
        ? /^$/
        : /^(?:[•*\-–.)\s]|\d+[.)]?(?=\s)(?!\s+(?:bis|to|[-–]|à|a|tot|hasta)\s*\d))+(?=[\p{L}\d])/u,
      "",
    )
    .trim();
  return item.length < 2 || item.length > 140 || !/\p{L}{2}/u.test(item) ? null : item;
}

/** "je Stunde", "per km": a label that says of what the price is and of which thing it does not say. */
export const isUnitLabel = (label: Cell, style: NumberStyle): boolean =>
  findPerUnits(label.text, label.folded, style).some(
    ({ isArticle, span }) => !isArticle && span.start === 0 && span.end >= label.folded.trim().length - 1,
  );

/** "Bereitschaft, je Kalendermonat", "Callout (per visit)": the label itself says of what its price is. */
export const unitOfLabel = (label: Cell, style: NumberStyle): PerUnit | null =>
  label.literals.some(({ type }) => type === "money") ? null : saidPer(label.text, label.folded, style);

/** "Zeilenpreis", "Kilometertarief", "hourly rate": the noun of the price says of what it is. */
export function unitOfCompound(folded: string, style: NumberStyle): PerUnit | null {
  const time = timeOfPrice(folded);
  if (time !== null) return oneOf(time);
  const part =
    /(?<![\p{L}])(\p{L}{3,}?)(?:en|n|s)?(?:preis|satz|tarif|tarief|prijs|pauschale)(?![\p{L}])/u.exec(
      folded,
    )?.[1];
  const unit = part === undefined ? null : unitOfWord(part);
  return unit === null ? null : unitIn(unit, style, true);
}

/** The unit that words of "per" name; "per person per night": what is said last is counted last. */
export const saidPer = (text: string, folded: string, style: NumberStyle): PerUnit | null =>
  // Most cells are figures, and each price of a row asks all cells beside it.
  /[\p{L}/]/u.test(folded)
    ? (findPerUnits(text, folded, style).findLast(
        ({ isArticle, span }) => !isArticle && saysPer.test(folded.slice(Math.max(0, span.start), span.end)),
      ) ?? null)
    : null;
const saysPer = /^(?:\/|per|pro|je|par|por|al|elke?|iedere?|each|every|chaque|cada|ogni)(?![\p{L}])/u;

/** Units that the caption or lead-in gives: "Hourly rates", "The following rates per day apply". */
export function fromContext({ view, style }: RowFacts): PerUnit | null {
  for (const context of [...view.placed.contexts].reverse()) {
    const found = findPerUnits(context.text, context.folded, style).filter((per) => !per.isArticle);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    // "Prezzi unitari": whatever the rows name, it is priced by the piece.
    if (unitPrices.test(context.folded)) return oneOf("each");
    // "Bill rates for hours approved by Client": rates of work in hours.
    if (/\b(?:rates?|satze)\b/.test(context.folded) && /\b(?:hours?|stunden)\b/.test(context.folded)) {
      return oneOf("hour");
    }
  }
  return fromNotes(view, style);
}

/** "All rates are per hour worked": one unit that a sentence beside the table says of all its prices. */
function fromNotes({ placed }: TableView, style: NumberStyle): PerUnit | null {
  for (const { text, folded } of placed.notes) {
    const [only, ...others] = findPerUnits(text, folded, style).filter(
      ({ isArticle, unit }) => !isArticle && !unit.includes(" "),
    );
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

const unitPrices =
  /\b(?:unit (?:prices?|rates?)|prices? (?:each|apiece)|einheitspreise?|stuckpreise?|prix unitaires?|precios? unitarios?|prezzi? unitari[o]?|precos? unitarios?|eenheidsprij(?:s|zen)|stuksprij(?:s|zen))\b/;

/** A label that ends by saying that its price is one sum: "Mobilization, lump sum", "Transport, pauschal". */
export const lumpLabel =
  /[,(–-] ?(?:lump sum|flat(?: fee)?|fixed(?: price| fee)?|one[- ]time|one[- ]off|once|pauschal\p{L}*|einmalig\p{L}*|forfait\p{L}*|a forfait|a corpo|una tantum|tanto alzado|global|eenmalig|vaste prijs)\)?$/u;

/** Words without codes of currencies, which some short forms of units are spelled like: "CAD", "EP/EUR". */
export const withoutCurrency = (folded: string): string =>
  folded.replace(/(?:\/ ?)?(?<![\p{L}])[a-z]{3}(?![\p{L}.])/gu, (code) =>
    isCurrencyCode(code.slice(-3).toUpperCase()) ? "" : code,
  );
