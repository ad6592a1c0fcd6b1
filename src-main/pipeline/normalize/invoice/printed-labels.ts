import { matchFieldLabels, matchWornField } from "../labels/index.ts";
import type { LabelField, LabelHit, LabelLanguage, Meaning } from "../labels/index.ts";
import { parseMonth } from "../values/index.ts";
import { matchedApart } from "./matched-apart.ts";
import { isRowOfHeads } from "./label-rows.ts";
import { partsOf } from "./line-parts.ts";
import type { Row, Segment, Token } from "./layout.ts";
import { hasStrictLegalForm } from "./legal-names.ts";

/** A label as it stands in a segment. */
export interface PrintedLabel {
  readonly segment: Segment;
  /** Token numbers in the segment, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning<LabelField>[];
  readonly phrase: string;
  /** A colon, or nothing but the label, in its segment: not a word of a sentence. */
  readonly isPlain: boolean;
  /** Factor for the place: 0.3 in prose. */
  readonly place: number;
}

const partyFields: ReadonlySet<LabelField> = new Set([
  "seller",
  "buyer",
  "customer-number",
  "supplier-number",
]);

/** A word for "number" that does not say whose. */
export const bareNumber = /^(?:number|nummer|nr|no|numero|n)$/;

/** The labels of every segment, found once and asked often. */
export type LabelIndex = ReadonlyMap<Segment, readonly PrintedLabel[]>;

export function indexLabels(rows: readonly Row[]): LabelIndex {
  return new Map(
    rows.flatMap((row, index) =>
      row.segments.map((segment) => {
        const own = labelsOf(segment, rows[index + 1]);
        const broken = brokenLabel(segment, row, rows[index + 1], own);
        return [segment, broken === null ? own : [broken]] as const;
      }),
    ),
  );
}

/** A label that breaks over two rows of a narrow column: "Date of" over "delivery:". Its value stands by the first. */
function brokenLabel(
  segment: Segment,
  row: Row,
  next: Row | undefined,
  own: readonly PrintedLabel[],
): PrintedLabel | null {
  if (segment.tokens.length > 4 || /[\d:]/.test(segment.text) || next === undefined) return null;
  if (next.page !== segment.page || next.top - segment.bottom > 0.7 * segment.size) return null;
  const rest = next.segments.find(
    (other) =>
      Math.abs(other.left - segment.left) < 0.4 * segment.size ||
      Math.abs(other.right - segment.right) < 0.4 * segment.size,
  );
  if (rest === undefined || rest.tokens.length > 3 || /\d/.test(rest.text)) return null;
  // "Invoice  17" over "Date  3 March": two labels with a value each, unless the first value breaks as well.
  const valueOf = (line: Row, label: Segment): Segment | undefined =>
    line.segments.find((other) => other.left > label.right && /\d/.test(other.text));
  const [first, second] = [valueOf(row, segment), valueOf(next, rest)];
  if (first !== undefined && second !== undefined && !/[-–/.,]$|\b(?:to|bis|au|al|a|de)$/.test(first.text))
    return null;
  const words = [...segment.tokens, ...rest.tokens]
    .map((token) => token.text)
    .filter((text) => !/^[:：]$/.test(text));
  const [hit, ...others] = matchFieldLabels(words);
  if (hit === undefined || others.length > 0 || hit.start > 0 || hit.end < words.length) return null;
  const known = Math.max(0, ...own.map((label) => (label.isPlain ? (label.meanings[0]?.weight ?? 0) : 0)));
  const isOwnLine = matchFieldLabels(rest.tokens.map((token) => token.text)).some(
    (one) => one.start === 0 && (one.meanings[0]?.weight ?? 0) >= 1,
  );
  // A colon behind the second row only: both are one label.
  const isOneLabel = /[:：]$/.test(rest.text);
  if ((hit.meanings[0]?.weight ?? 0) <= known || (isOwnLine && known > 0 && !isOneLabel)) return null;
  return {
    segment,
    start: 0,
    end: segment.tokens.length,
    meanings: hit.meanings,
    phrase: hit.phrase,
    isPlain: true,
    place: 1,
  };
}

/** The same labels where a phrase means different things in different languages: the document's own counts more. */
export function labelsInLanguage(labels: LabelIndex, language: LabelLanguage | null): LabelIndex {
  if (language === null) return labels;
  const spoken = (label: PrintedLabel): PrintedLabel => {
    const isSpoken = ({ languages }: Meaning<LabelField>): boolean => languages.includes(language);
    if (!label.meanings.some(isSpoken) || label.meanings.every(isSpoken)) return label;
    return {
      ...label,
      meanings: label.meanings
        .map((meaning) => (isSpoken(meaning) ? meaning : { ...meaning, weight: meaning.weight * 0.5 }))
        .toSorted((first, second) => second.weight - first.weight),
    };
  };
  return new Map([...labels].map(([segment, own]) => [segment, own.map(spoken)] as const));
}

function labelsOf(segment: Segment, next: Row | undefined): readonly PrintedLabel[] {
  const texts = segment.tokens.map((token) => token.text);
  const found = matchedApart(texts);
  const worn = found.length === 0 && mayBeWorn(segment.tokens) ? matchWornField(texts) : null;
  const hits = worn === null ? joinTwins([...numberSign(segment, found), ...found], segment.tokens) : [worn];
  const words = segment.tokens.length;
  const parts = partsOf(segment.tokens);
  // "Lieferant GmbH" and "Kunden AG" are names that happen to begin like a label.
  const isName = words <= 8 && hasStrictLegalForm(segment.text);
  const isHead = isRowOfHeads(hits, segment.tokens);
  return hits.flatMap((hit): readonly PrintedLabel[] => {
    // "Handelsrechnung (380) Nr. 471102": a word for "number" within a line belongs to what stands before it.
    const isInner = /[\p{L}\d)]$/u.test(segment.tokens[hit.start - 1]?.text ?? "");
    if (isInner && bareNumber.test(hit.phrase)) return [];
    const last = segment.tokens[hit.end - 1]?.text ?? "";
    const hasColon = /[:：]$/.test(last) || segment.tokens[hit.end]?.text === ":";
    const behind = segment.tokens[hit.end];
    // The street under the name, and not under the word before it, says that the word is a label.
    const isHung =
      behind !== undefined &&
      hit.start === 0 &&
      (next?.segments.some((other) => Math.abs(other.left - behind.left) < 0.15 * behind.size) ?? false);
    const isParty = hit.meanings.some((meaning) => partyFields.has(meaning.field));
    // "To Marrow Press Ltd" addresses it; no name begins with such a word.
    const isAddressing =
      hit.start === 0 && /^(?:to|an|aan|para)$/.test(hit.phrase) && /^\p{Lu}/u.test(behind?.text ?? "");
    if (isName && !hasColon && !isHung && isParty && !isAddressing) return [];
    // "Invoice no. 17 | Date 3 March | Your order PO-5": bars part a line as cells do.
    const part = parts.find(({ start, end }) => hit.start >= start && hit.start < end);
    const opensPart = part !== undefined && part.start > 0 && hit.start === part.start;
    // "Demand number 77 Date 14 May 2026 Payable on 29 May 2026": a run of names with their values is no prose.
    const isPaired =
      (opensPart || /\d/.test(segment.tokens[hit.start - 1]?.text ?? "")) &&
      behind !== undefined &&
      opensValue(behind.text);
    const isPlain =
      (isHung && isParty) ||
      isPaired ||
      (behind !== undefined && /^[.…_·]{3,}$/.test(behind.text)) ||
      hasColon ||
      isHead ||
      (hit.start === 0 && hit.end === words);
    const length = part === undefined ? words : part.end - part.start;
    const isProse = length > 8 && !hasColon && !isPaired && !(hit.start === 0 && length <= 12);
    return [
      {
        segment,
        start: hit.start,
        end: hit.end,
        meanings: hit.meanings,
        phrase: hit.phrase,
        isPlain,
        // A phrase of three words says what it means in a sentence too ("bitte zahlen Sie bis").
        place: isProse
          ? hit.phrase.split(" ").length >= 3
            ? 0.6
            : 0.3
          : placeOf(hit.start, isPlain, hasColon, segment.tokens[hit.start - 1]?.text ?? ""),
      },
    ];
  });
}

const opensValue = (text: string): boolean => /\d/.test(text) || parseMonth(text) !== null;

/** "Nº" alone in its cell or before a number: a bare word for "number", where no dictionary names more. */
function numberSign(
  { tokens }: Segment,
  found: readonly LabelHit<LabelField>[],
): readonly LabelHit<LabelField>[] {
  const [sign, value] = tokens;
  if (sign === undefined || tokens.length > 3 || found.some(({ start }) => start === 0)) return [];
  const isSign = /^(?:N[º°]\.?|N\.[º°]|N[or]\.|#):?$/i.test(sign.text);
  if (!isSign || (value !== undefined && !/\d/.test(value.text) && value.text !== ":")) return [];
  return [
    { start: 0, end: 1, phrase: "no", meanings: [{ field: "invoice-number", weight: 0.5, languages: [] }] },
  ];
}

/** "Datum / Date", "Facture|Invoice no.": names of one thing in two languages are one label. */
function joinTwins(
  hits: readonly LabelHit<LabelField>[],
  tokens: readonly Token[],
): readonly LabelHit<LabelField>[] {
  const joined: LabelHit<LabelField>[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.end, hit.start);
    const isParted =
      last !== undefined &&
      between.length <= 1 &&
      (between.length === 1
        ? /^[/|·•–(-]$/.test(between[0]?.text ?? "")
        : /[/|(]/.test(`${tokens[last.end - 1]?.text ?? ""}${tokens[hit.start]?.text ?? ""}`));
    const shared = !isParted
      ? []
      : hit.meanings.flatMap((meaning) => {
          const twin = last.meanings.find(({ field }) => field === meaning.field);
          return twin === undefined
            ? []
            : [
                {
                  field: meaning.field,
                  weight: Math.max(meaning.weight, twin.weight),
                  languages: [...twin.languages, ...meaning.languages],
                },
              ];
        });
    if (last === undefined || shared.length === 0) joined.push(hit);
    else
      joined.splice(-1, 1, {
        start: last.start,
        end: hit.end,
        phrase: `${last.phrase} ${hit.phrase}`,
        meanings: shared.toSorted((first, second) => second.weight - first.weight),
      });
  }
  return joined;
}

/** Words of a phrase's length that were all recognized: their letters may be others than those on the page. */
export const mayBeWorn = (tokens: readonly Token[]): boolean =>
  tokens.length <= 4 && tokens.every(({ word }) => word.source === "ocr");

/** A label with a cell or a colon of its own is surer, one that follows a word is a word of a phrase. */
function placeOf(start: number, isPlain: boolean, hasColon: boolean, before: string): number {
  if (isPlain) return 1;
  if (start === 0 || hasColon) return 1;
  return /\p{L}{2}/u.test(before) && !/[\d:,;|/)]$/.test(before) ? 0.45 : 0.85;
}

/** The weight of a label for a field; 0 when it does not mean it. */
export function weightOf(label: PrintedLabel, field: LabelField): number {
  const weight = label.meanings.find((meaning) => meaning.field === field)?.weight ?? 0;
  return weight > 0 && weight < 0.7 && label.isPlain ? weight * 1.6 : weight;
}

/** Whether the label stands first in its segment, marks and bullets aside. */
export function isLeading(label: PrintedLabel): boolean {
  return label.segment.tokens.slice(0, label.start).every((token) => !/[\p{L}\d]/u.test(token.text));
}

/** Whether a segment begins with a label that hardly is a value of something else. */
export function startsWithLabel(segment: Segment, labels: LabelIndex): boolean {
  const [first] = labels.get(segment) ?? [];
  if (first === undefined || !isLeading(first)) return false;
  const strongest = first.meanings[0]?.weight ?? 0;
  // "Total $9,600.00": a weak name with nothing but a figure behind it.
  const rest = segment.tokens.slice(first.end);
  const isAnnouncing =
    rest.every((token) => !/\p{L}{2}/u.test(token.text)) ||
    (rest.length === 1 && /\d/.test(rest[0]?.text ?? ""));
  return strongest >= 1 || first.isPlain || isAnnouncing;
}

/** Tokens behind a label up to the next label of the segment, without the colon that parts them. */
export function tokensBehind(label: PrintedLabel, labels: LabelIndex): readonly Token[] {
  const own = labels.get(label.segment) ?? [];
  const isPhrase = label.meanings.some(({ field }) => field === "terms" || field === "period");
  const next = own.find(
    (other) =>
      other.start >= label.end &&
      (other.meanings[0]?.weight ?? 0) >= 0.5 &&
      !(isPhrase && isFiller(other)) &&
      !opensNumber(label, other),
  );
  const tokens = label.segment.tokens.slice(label.end, next?.start ?? label.segment.tokens.length);
  const first = tokens.findIndex((token) => !/^[:：.#\-–—=|]+$/.test(token.text));
  return first < 0 ? [] : tokens.slice(first);
}

/** Words that are labels elsewhere and belong to the value here: "Net 30", "KW 11/2026". */
function isFiller(label: PrintedLabel): boolean {
  // "1 March to 31 March", "du … au …": joints of a period are names of parties elsewhere.
  if (label.phrase.length <= 3) return true;
  return ["none", "week", "early-payment", "net", "terms", "due-date"].includes(
    label.meanings[0]?.field ?? "",
  );
}

/** "Quotation KW 412", "Invoice RE 2026-7": capitals between the name of a number and its digits belong to the number. */
function opensNumber(label: PrintedLabel, other: PrintedLabel): boolean {
  const { tokens } = label.segment;
  return (
    other.start === label.end &&
    other.end === other.start + 1 &&
    /-number$|-order$|-note$/.test(label.meanings[0]?.field ?? "") &&
    /^[A-Z]{1,4}$/.test(tokens[other.start]?.text ?? "") &&
    /^\d/.test(tokens[other.end]?.text ?? "")
  );
}
