import type { LabelField } from "../labels/index.ts";
import { foldText } from "../values/index.ts";
import type { NumberReading } from "../values/index.ts";
import type { Layout, Row, Segment, Token } from "./layout.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import { reachOf, offsetBetween } from "./pairing.ts";
import { startsWithLabel, taxWordingOf, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/** Fields of the sums of a document. */
export type TotalField = Extract<
  LabelField,
  | "subtotal"
  | "net"
  | "tax"
  | "gross"
  | "payable"
  | "prepaid"
  | "open-balance"
  | "discount"
  | "charge"
  | "rounding"
  | "retention"
  | "withholding"
  | "early-payment"
  | "carry-forward"
>;

export const totalFields: readonly TotalField[] = [
  "subtotal",
  "net",
  "tax",
  "gross",
  "payable",
  "prepaid",
  "open-balance",
  "discount",
  "charge",
  "rounding",
  "retention",
  "withholding",
  "early-payment",
  "carry-forward",
];

/** A printed amount beside a label of the sums. */
export interface TotalCandidate {
  readonly field: TotalField;
  /** 0 to 1: how surely the label means the field and the amount is its value. */
  readonly score: number;
  readonly number: Found<NumberReading>;
  readonly tokens: readonly Token[];
  readonly label: PrintedLabel;
  readonly row: Row;
  /** A percentage in the same row: the tax or discount rate. */
  readonly percent: Found<NumberReading> | null;
  /** Another amount in the same row, before the amount: what the tax is on. */
  readonly base: Found<NumberReading> | null;
}

/** All amounts of the sums with what their labels may mean. Rows of items are left out. */
export function findTotals(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  itemRows: ReadonlySet<number>,
): readonly TotalCandidate[] {
  const found: TotalCandidate[] = [];
  for (const row of layout.rows) {
    if (itemRows.has(row.index)) continue;
    for (const segment of row.segments) {
      for (const label of governingLabels(segment, labels)) {
        found.push(...candidatesOf(label, row, layout, labels, conventions, itemRows));
      }
    }
  }
  return found;
}

/** Labels of a segment that can own an amount: the first one, and later ones that stand behind an amount of another. */
function governingLabels(segment: Segment, labels: LabelIndex): readonly PrintedLabel[] {
  const own = labels.get(segment) ?? [];
  const kept: PrintedLabel[] = [];
  for (const label of own) {
    const last = kept.at(-1);
    const between = last === undefined ? [] : segment.tokens.slice(last.end, label.start);
    const hasAmount = between.some((token) => /\d[.,]\d{2}(?:\D|$)/.test(token.text));
    if (last === undefined || hasAmount || !isTotalLabel(last)) kept.push(label);
  }
  return kept.filter(isTotalLabel);
}

function isTotalLabel(label: PrintedLabel): boolean {
  return totalFields.some((field) => weightOf(label, field) > 0);
}

function candidatesOf(
  label: PrintedLabel,
  row: Row,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  itemRows: ReadonlySet<number>,
): readonly TotalCandidate[] {
  const behind = label.segment.tokens.slice(label.end);
  const wording = taxWordingOf(label.segment.text);
  const at = row.segments.indexOf(label.segment);
  const right: Segment[] = [];
  for (const next of row.segments.slice(at + 1)) {
    if (
      startsWithLabel(next, labels) &&
      findNumbers(
        right.flatMap((one) => one.tokens),
        conventions,
      ).some(isMoney)
    )
      break;
    if (startsWithLabel(next, labels) && !/^[A-Z]{3}$|^\(?[\d.,]+\s?%/.test(next.text) && !isBareUnit(next))
      break;
    right.push(next);
  }
  const tokens = [...behind, ...right.flatMap((segment) => segment.tokens)];
  const numbers = findNumbers(tokens, conventions);
  const percent =
    numbers.find(({ reading }) => reading.isPercent) ??
    bareRate(label, numbers) ??
    percentBefore(label, conventions);
  const money = numbers.filter((number) => number !== percent && isMoney(number));
  const last = money.at(-1);
  if (last !== undefined) {
    const base = money.length > 1 ? (money[0] ?? null) : null;
    return candidatesFrom(label, wording, last, row, percent ?? null, base, 1);
  }
  if (behind.some((token) => /\d/.test(token.text))) return [];
  // A label over its amount: a grid of totals.
  const page = layout.pages.find((one) => one.number === row.page);
  if (page === undefined || (right.length > 0 && numbers.length > 0)) return [];
  for (let index = row.index + 1; index <= row.index + 2; index += 1) {
    const below = layout.rows[index];
    if (
      below === undefined ||
      below.page !== row.page ||
      below.top - row.bottom > 2 * page.pitch ||
      itemRows.has(index)
    )
      break;
    const under = below.segments
      .filter(
        (segment) =>
          offsetBetween(reachOf(label), segment, page.height) < 0.8 && !startsWithLabel(segment, labels),
      )
      .sort(
        (first, second) =>
          offsetBetween(reachOf(label), first, page.height) -
          offsetBetween(reachOf(label), second, page.height),
      );
    const segment = under[0];
    if (segment === undefined) {
      if (below.segments.some((one) => startsWithLabel(one, labels))) break;
      continue;
    }
    const amount = findNumbers(segment.tokens, conventions).filter(isMoney).at(-1);
    return amount === undefined ? [] : candidatesFrom(label, wording, amount, below, null, null, 0.8);
  }
  return [];
}

function isBareUnit(segment: Segment): boolean {
  return segment.tokens.length === 1 && /^(?:EUR|USD|GBP|CHF|€|\$|£|%)$/.test(segment.text);
}

/** Money and not a count: it has decimals or a currency, or is a whole number of some size. */
function isMoney({ reading }: Found<NumberReading>): boolean {
  return !reading.isPercent && reading.readings.length > 0;
}

// "MwSt 19  47,90": the rate of a tax label may miss its mark.
function bareRate(
  label: PrintedLabel,
  numbers: readonly Found<NumberReading>[],
): Found<NumberReading> | null {
  if (weightOf(label, "tax") === 0 || numbers.length < 2) return null;
  const [first] = numbers;
  const value = Number(first?.reading.value ?? "99");
  return first !== undefined &&
    first.reading.currency === null &&
    first.reading.decimals <= 1 &&
    value > 0 &&
    value <= 30
    ? first
    : null;
}

// "19 % MwSt. 47,90", "7.25% Sales Tax".
function percentBefore(label: PrintedLabel, conventions: Conventions): Found<NumberReading> | null {
  const before = label.segment.tokens.slice(0, label.start);
  return findNumbers(before, conventions).find(({ reading }) => reading.isPercent) ?? null;
}

function candidatesFrom(
  label: PrintedLabel,
  wording: "with-tax" | "without-tax" | null,
  number: Found<NumberReading>,
  row: Row,
  percent: Found<NumberReading> | null,
  base: Found<NumberReading> | null,
  place: number,
): readonly TotalCandidate[] {
  const raw = totalFields.flatMap((field) => {
    const weight = weightOf(label, field);
    return weight > 0 ? [{ field, weight }] : [];
  });
  const isSum = raw.some(({ field }) => field === "gross" || field === "net" || field === "subtotal");
  const fields = isSum && wording !== null ? reworded(raw, wording) : raw;
  // Whole numbers without any mark are money only by label; counts and years look alike.
  const isBare = number.reading.decimals === 0 && !number.reading.hasMark;
  const isPlainTotal = /^(?:total|summe|totaal|totale|gesamt|suma)$/.test(foldText(label.phrase));
  return fields.map(({ field, weight }) => ({
    field,
    score: weight * label.place * place * (isBare ? 0.6 : 1) * (isPlainTotal && field === "gross" ? 1.2 : 1),
    number,
    tokens: number.tokens,
    label,
    row,
    percent,
    base,
  }));
}

function reworded(
  fields: readonly { readonly field: TotalField; readonly weight: number }[],
  wording: "with-tax" | "without-tax",
): readonly { readonly field: TotalField; readonly weight: number }[] {
  const strongest = Math.max(...fields.map(({ weight }) => weight));
  const field = wording === "with-tax" ? "gross" : "net";
  return [{ field, weight: Math.max(strongest, 0.95) }];
}
