import { matchColumnLabels, matchWornColumn } from "../labels/index.ts";
import type { ColumnRole, Meaning } from "../labels/index.ts";
import { overlapInX, spanAround, textOf } from "./layout.ts";
import type { Segment, Span, Token } from "./layout.ts";
import { parseUnit } from "../values/index.ts";
import { mayBeWorn } from "./printed-labels.ts";
import { taxWordingOf } from "./tax-wording.ts";

/** One cell of a table's header, its lines joined. */
export interface HeaderCell extends Span {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** How many of its words belong to a name. */
  readonly covered: number;
  /** What it may name, strongest first; empty for unknown words. */
  readonly meanings: readonly Meaning<ColumnRole>[];
}

/** Between words of one name stands less. */
const widestSpace = 0.6;

/** The names in a segment of a header row, each with the words that follow it. */
export function segmentToCells(segment: Segment): readonly HeaderCell[] {
  const hits = matchColumnLabels(segment.tokens.map((token) => token.text));
  const cuts = hits.map((hit) => hit.start).filter((start) => start > 0);
  const isCut = (index: number): boolean => {
    if (isPricePerUnit(segment.tokens)) return false;
    if (isTaxBehindAmount(segment.tokens, index)) return true;
    if (isInBrackets(segment.tokens, index)) return false;
    if (!cuts.includes(index) || isTaxWording(segment.tokens.slice(index - 1, index + 1))) return false;
    const gap = (segment.tokens[index]?.left ?? 0) - (segment.tokens[index - 1]?.right ?? 0);
    // "Feuchte %   Menge t": words that no dictionary holds end where a name begins behind a wide space.
    if (!hits.some((hit) => hit.end <= index)) return gap > widestSpace * segment.size;
    // "From previous", "Balance to": a small word within a phrase names no column of times.
    const isConnective = hits.some(
      (hit) =>
        (hit.start === index || hit.end === index) &&
        hit.meanings.every(({ field }) => field === "start" || field === "end"),
    );
    if (isConnective && gap < 0.4 * segment.size) return false;
    return (
      gap > 0.15 * segment.size &&
      !/^[(/&+-]|[(/&+-]$/.test(segment.tokens[index]?.text ?? "") &&
      !/[(/&+-]$/.test(segment.tokens[index - 1]?.text ?? "")
    );
  };
  const groups: Token[][] = [];
  segment.tokens.forEach((token, index) => {
    if (index === 0 || isCut(index)) groups.push([token]);
    else groups.at(-1)?.push(token);
  });
  return groups.map(tokensToCell);
}

/** "ex GST", "hors TVA", "incl. VAT": a sum without its tax or with it, and no tax. */
const isTaxWording = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && taxWordingOf(textOf(tokens)) !== null;

/** "Amount (ex GST)": a remark in brackets is a part of its name. */
function isInBrackets(tokens: readonly Token[], index: number): boolean {
  const before = tokens
    .slice(0, index)
    .map(({ text }) => text)
    .join(" ");
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** "Bedrag BTW" right-aligned over a gap of more than a space: two names, though together they are one elsewhere. */
function isTaxBehindAmount(tokens: readonly Token[], index: number): boolean {
  const [before, own] = [tokens[index - 1], tokens[index]];
  if (before === undefined || own === undefined || index + 1 < tokens.length) return false;
  if (own.left - before.right < 0.45 * own.size || !/^(?:btw|vat|mwst|ust|tva|iva|gst)\.?$/i.test(own.text))
    return false;
  return matchColumnLabels([before.text]).some(({ meanings }) => meanings[0]?.field === "amount");
}

const currencyName = {
  start: 0,
  end: 1,
  phrase: "currency",
  meanings: [{ field: "amount", weight: 0.7, languages: [] }],
} as const;

const priceName = {
  start: 0,
  end: 1,
  phrase: "price",
  meanings: [{ field: "price", weight: 0.8, languages: [] }],
} as const;

/** "CHF/Wort", "€ per hour", "$/hr": money for a unit is a price. */
const moneyPerUnit =
  /^\(?(?:[€£$₹¥]|EUR|GBP|USD|CHF|CAD|AUD|NZD|SGD|ZAR|BRL|MXN|INR|R\$?|Rs\.?)\s?(?:\/|per|pro|par|por|je|al|alla|a)\s?\p{L}[\p{L}.²³\d]*(?:\s?\/\s?\p{L}+)?\)?$/iu;

const isMoneyPerUnit = (tokens: readonly Token[]): boolean =>
  tokens.length <= 5 && moneyPerUnit.test(textOf(tokens));

/** "Per visit €", "Je Stunde", "Par jour (EUR)": what one unit costs. */
const isPricePerUnit = (tokens: readonly Token[]): boolean =>
  tokens.length >= 2 &&
  tokens.length <= 3 &&
  /^(?:per|je|pro|par|por|ogni|à la|al|à l['’])\s\p{L}{3,}(?:\s\(?(?:[€£$₹]|EUR|GBP|USD|CHF|CAD|AUD|NZD|INR)\)?)?$/iu.test(
    textOf(tokens),
  ) &&
  parseUnit(tokens[1]?.text ?? "", "unit-cell") !== null;

const countName = {
  start: 0,
  end: 1,
  phrase: "quantity",
  meanings: [{ field: "quantity", weight: 0.7, languages: [] }],
} as const;

/** What a name says that no dictionary holds: a currency alone names amounts, a unit alone counts. */
export function unlistedName(
  tokens: readonly Token[],
): typeof priceName | typeof countName | typeof currencyName | null {
  const text = textOf(tokens);
  if (tokens.length === 1 && isCurrency(tokens[0])) return currencyName;
  if (isMoneyPerUnit(tokens) || isPricePerUnit(tokens)) return priceName;
  return tokens.length === 1 && /\p{L}{3}/u.test(text) && parseUnit(text, "anywhere") !== null
    ? countName
    : null;
}

const isOfTax = (role: ColumnRole | undefined): boolean => role === "tax-rate" || role === "tax-amount";

/** A name that says nothing but whether its sums hold a tax. */
const sumName = (tokens: readonly Token[]): typeof currencyName | typeof grossName =>
  taxWordingOf(textOf(tokens)) === "with-tax" ? grossName : currencyName;

const grossName = {
  start: 0,
  end: 1,
  phrase: "gross",
  meanings: [{ field: "gross", weight: 0.7, languages: [] }],
} as const;

function isCurrency(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\(?(?:[€£$₹¥]|EUR|GBP|USD|CHF|CAD|AUD|NZD|SGD|ZAR|BRL|MXN|INR|R\$|S\$|Rs\.?|Euros?)\)?$/.test(
      token.text,
    )
  );
}

function tokensToCell(tokens: readonly Token[]): HeaderCell {
  const texts = tokens.map((token) => token.text);
  const found = matchColumnLabels(texts);
  const worn = found.length === 0 && mayBeWorn(tokens) ? matchWornColumn(texts) : null;
  const named = isPricePerUnit(tokens) || isMoneyPerUnit(tokens) ? [] : worn === null ? found : [worn];
  const isSum =
    named.length > 0 && isTaxWording(tokens) && named.every(({ meanings }) => isOfTax(meanings[0]?.field));
  const unlisted = named.length === 0 ? unlistedName(tokens) : isSum ? sumName(tokens) : null;
  const hits = unlisted === null ? named : [{ ...unlisted, end: tokens.length }];
  const covered = hits.reduce((sum, hit) => sum + hit.end - hit.start, 0);
  const [first] = hits;
  // The first name of a cell counts; further ones ("Preis / Einheit") only refine it.
  const strength = first === undefined ? 0 : Math.min(1, 0.55 + covered / tokens.length);
  const meanings = (first?.meanings ?? []).map((meaning) => ({
    ...meaning,
    weight: meaning.weight * strength,
  }));
  const isProse = tokens.length > 7 && covered * 3 < tokens.length;
  return { ...spanAround(tokens), tokens, text: textOf(tokens), covered, meanings: isProse ? [] : meanings };
}

/** Cells of several lines that stand over each other become one. */
export function joinCells(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  const groups: HeaderCell[][] = [];
  for (const cell of cells.toSorted((first, second) => first.left - second.left)) {
    const group = groups.find((own) => {
      const span = spanAround(own);
      return (
        overlapInX(span, cell) > 0.3 * Math.min(span.right - span.left, cell.right - cell.left) &&
        own.every((other) => Math.abs(other.top - cell.top) > 0.002)
      );
    });
    if (group === undefined) groups.push([cell]);
    else group.push(cell);
  }
  return groups.map((group) =>
    group.length === 1 && group[0] !== undefined
      ? group[0]
      : tokensToCell(
          group
            .toSorted((first, second) => first.top - second.top || first.left - second.left)
            .flatMap((cell) => cell.tokens),
        ),
  );
}
