import type { SourcedText } from "../../../../../src-shared/model/index.ts";
import { foldText } from "../../values/fold.ts";
import { saysIncluded } from "../lexicon/included-names.ts";
import { isFigure, isSum } from "./price-figures.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

export interface Column {
  left: number;
  right: number;
}

/** Lines of one list of prices, with its columns and the head over them. */
export interface List {
  readonly lines: GridLine[];
  readonly rows: (readonly Segment[])[];
  /** Which rows name a group of those below them. */
  readonly groups: Set<number>;
  columns: Column[];
  /** Lines that say what the columns are. */
  head: readonly GridLine[];
}

export const textOf = ({ source }: { readonly source: SourcedText }): string => source.text.trim();
export const isRule = (line: GridLine): boolean => /^[\s\-=_─━*.+|:]*$/.test(line.source.text);
/** "P2", "01.10", "(a)", "•": what counts a row and does not name it. */
export const isMark = (segment: Segment): boolean =>
  /^(?:[-–—•*·]|\(?\p{L}?\d{0,3}(?:\.\d{1,3}){0,3}[.)]?|\(?\p{L}[.)]?)$/u.test(segment.source.text);
/** Words, or a measure that a row of a band is named by: "0 – 15 m", "M-F 6a-10a", "1,001 – 5,000", "5,001+". */
export const hasWords = (segment: Segment): boolean =>
  /\p{L}.*\p{L}|\d ?[–-] ?\d.* \p{L}/u.test(segment.source.text) || isBand(segment.source.text.trim());

/** Two counts that a band lies between, or the one that it begins above: no date, and no number of telephone. */
const isBand = (text: string): boolean =>
  /^(?:0|[1-9]\d{0,2}(?:[.,' ]?\d{3})*) ?[–-] ?[1-9]\d{0,2}(?:[.,' ]?\d{3})*$|^[1-9]\d{0,2}(?:[.,' ]?\d{3})* ?\+$|^(?:>=?|≥) ?[1-9]\d{0,2}(?:[.,' ]?\d{3})*$/u.test(
    text,
  );

/** "Foreman   per hour   $78.00": words, and behind them a sum. */
export function isPriced(line: GridLine): boolean {
  const { segments } = line;
  const label = segments.findIndex((segment) => hasWords(segment) && !isSum(textOf(segment)));
  return (
    label >= 0 &&
    label <= 3 &&
    (segments[label]?.source.text.length ?? 0) <= 110 &&
    segments.slice(0, label).every((segment) => !isSum(textOf(segment))) &&
    segments.slice(label + 1).some((segment) => isSum(textOf(segment)))
  );
}

/** "Editor   240" under "Price": a label and a bare figure that the head makes a sum. */
export function isPricedByHead(line: GridLine, head: readonly GridLine[]): boolean {
  const figure = line.segments.at(-1);
  if (figure === undefined || line.segments.length < 2 || !isBare(textOf(figure))) return false;
  return (
    line.segments.some(hasWords) &&
    head.some(({ segments }) =>
      segments.some((segment) => over(segment, figure) && namesPrice.test(textOf(segment).toLowerCase())),
    )
  );
}

const isBare = (text: string): boolean => /^\d{1,3}(?:[.,' ]?\d{2,3})*$/.test(text);
const namesPrice =
  /[$€£₹]|\b(?:price|rate|fee|amount|charge|cost|preis|satz|betrag|prix|tarif|montant|precio|tarifa|importe|prezzo|tariffa|importo|preco|valor|prijs|tarief|bedrag|eur|usd|gbp|chf|cad|aud|nzd|inr|zar|sgd|brl|mxn)\b/;

/** Among priced rows a share, "included" or a bare figure behind a label is a row too. */
export const isRowOfList = (line: GridLine): boolean =>
  line.segments.length > 1 &&
  line.segments.some(hasWords) &&
  (line.segments.slice(1).some((segment) => isFigure(textOf(segment))) || countsIncluded(line));

/** "Included events   2,000,000 per month": a count that is covered, whatever it is by. */
export const countsIncluded = ({ segments: [label, count] }: GridLine): boolean =>
  label !== undefined && count !== undefined && saysIncluded(foldText(textOf(label)), textOf(count));

export const over = (column: Column, segment: Pick<Segment, "left" | "right">): boolean =>
  segment.left < column.right && segment.right > column.left;

export const labelOf = (row: readonly Segment[]): Segment | undefined =>
  row.find((segment) => hasWords(segment) && !isFigure(textOf(segment)));
