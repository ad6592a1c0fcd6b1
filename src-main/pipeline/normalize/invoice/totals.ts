import { isEqual } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/index.ts";
import type { NumberReading } from "../values/index.ts";
import { sumsOf, valuesOf } from "./arithmetic.ts";
import type { LaidPage, Layout, Row, Segment } from "./layout.ts";
import { offsetBetween, reachOf } from "./pairing.ts";
import { announcesTaxId } from "./printed-tax-ids.ts";
import { mayBeBase } from "./tax-base.ts";
import { startsWithLabel, weightOf } from "./printed-labels.ts";
import { taxWordingOf } from "./tax-wording.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import { depositSum } from "./deposit-sum.ts";
import { governingLabels, isTotalLabel } from "./governing-labels.ts";
import { withAsides } from "./tax-asides.ts";
import { taxGridBeside } from "./tax-grid.ts";
import { leadOf, namesHeldTax, tailOf } from "./total-words.ts";
import { unnamedSteps } from "./unnamed-steps.ts";
import { bareRate, exemptTax, furtherTax, percentBefore, taxTriple, unlabeledTax } from "./tax-rows.ts";
import { totalFields } from "./total-candidate.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";

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
    const own = found.length;
    for (const segment of row.segments) {
      const governing = governingLabels(segment, row, labels);
      for (const [index, label] of governing.entries()) {
        const next = governing[index + 1]?.start ?? null;
        found.push(...candidatesOf(label, next, row, layout, labels, conventions, itemRows));
      }
    }
    if (found.length === own)
      found.push(
        ...unlabeledTax(row, conventions),
        ...furtherTax(row, layout.rows, labels, conventions),
        ...exemptTax(row, labels, conventions),
      );
  }
  const grid = taxGridBeside(itemRows, layout, conventions);
  return withAsides([
    ...found.filter(
      ({ score, row, field }) => score >= 0.25 && (field === "tax" || !grid.rows.has(row.index)),
    ),
    ...grid.totals,
    ...unnamedSteps(found, layout, conventions, itemRows),
    ...depositSum(found),
  ]);
}

/** Words between the name of a sum and its amount, at most, where the next sum follows in the same line. */
const closest = 3;

/** The amounts that a label may own. `next` is the word of its segment with which the next sum of a run begins. */
function candidatesOf(
  label: PrintedLabel,
  next: number | null,
  row: Row,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  itemRows: ReadonlySet<number>,
): readonly TotalCandidate[] {
  const isInRun =
    next !== null && findNumbers(label.segment.tokens.slice(label.end, next), conventions).some(isMoney);
  const behind = label.segment.tokens.slice(label.end, isInRun ? next : undefined);
  // "Please pay to IBAN …": the digits behind are those of an account.
  const own = labels.get(label.segment) ?? [];
  if (own.some((other) => other.start >= label.end && weightOf(other, "account") >= 1)) return [];
  if (announcesTaxId(label)) return [];
  const wording = taxWordingOf(label.segment.text);
  const at = row.segments.indexOf(label.segment);
  const right: Segment[] = [];
  for (const next of isInRun ? [] : row.segments.slice(at + 1)) {
    if (
      startsWithLabel(next, labels) &&
      findNumbers(
        right.flatMap((one) => one.tokens),
        conventions,
      ).some(isMoney)
    )
      break;
    // "8. Current payment due 104,850.00   9. Balance to finish 131,610.00": further words own what follows them.
    const isOwned =
      weightOf(label, "tax") === 0 && /^(?:\d{1,2}[.)] )?\p{L}{3}/u.test(next.text) && !isBareUnit(next);
    if (isOwned && findNumbers([...behind, ...right.flatMap((one) => one.tokens)], conventions).some(isMoney))
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
  // "Present 41,772  Mult 40  18,240 kWh" right of a name whose amount stands below it: counts with words of their own.
  const isCounted = ({ tokens: [first], reading }: Found<NumberReading>): boolean =>
    reading.decimals === 0 &&
    reading.currency === null &&
    right.some(
      (segment) =>
        first !== undefined &&
        segment.tokens.includes(first) &&
        /\p{L}{3}/u.test(segment.text) &&
        !isBareUnit(segment),
    );
  const money = numbers.filter((number) => number !== percent && isMoney(number) && !isCounted(number));
  // "Taxable amount VAT 7 %  275.00  19.25": the row is one of taxes, whatever its first word says.
  if (weightOf(label, "net") > 0 && percent?.reading.isPercent === true && taxTriple(numbers) !== null)
    return [];
  const triple = weightOf(label, "tax") > 0 ? taxTriple(numbers) : null;
  if (triple !== null) {
    const tail = isInRun ? 1 : tailOf(triple.amount, row);
    return candidatesFrom(label, null, triple.amount, row, triple.rate, triple.base, tail);
  }
  const last = money.at(-1);
  if (last !== undefined) {
    const base = money.length > 1 && mayBeBase(money[0], last, percent) ? (money[0] ?? null) : null;
    // In a run the next sum begins behind the amount, and no words that belong to it; "334.00 net, plus 66.80 of VAT"
    // names the amount before.
    const isClose = last.start <= closest && !/[,;.]$/.test(label.segment.tokens[label.end - 1]?.text ?? "");
    const tail = isInRun && isClose ? 1 : tailOf(last, row);
    return candidatesFrom(label, wording, last, row, percent ?? null, base, tail);
  }
  const numbersBehind = findNumbers(behind, conventions);
  if (numbersBehind.some(({ reading }) => !reading.isPercent)) return [];
  // A label over its amount: a grid of totals.
  const page = layout.pages.find((one) => one.number === row.page);
  if (page === undefined || (right.length > 0 && numbers.some(({ reading }) => !reading.isPercent)))
    return [];
  const stack = amountsBelow(label, row, page, layout, labels, conventions, itemRows);
  const bottom = stack.at(-1);
  if (bottom === undefined) return [];
  // Several amounts under one name: the last is their sum, or they are parts.
  const parts = stack.slice(0, -1);
  const isSum =
    parts.length > 1 &&
    sumsUp(
      parts.map(({ number }) => number),
      bottom.number,
    );
  const isSingle = parts.length === 0;
  // "GST 5 %" over its amount: the rate stands in the cell of the name.
  const ownRate = isSingle
    ? (numbersBehind.find(({ reading }) => reading.isPercent) ?? percentBefore(label, conventions))
    : null;
  return stack.flatMap(({ number, row: own }, index) => {
    const isMain = isSingle || (isSum ? index === stack.length - 1 : index === 0);
    return candidatesFrom(
      label,
      wording,
      number,
      own,
      ownRate,
      null,
      (isMain ? 0.85 : 0.4) * tailOf(number, own),
    );
  });
}

function sumsUp(parts: readonly Found<NumberReading>[], total: Found<NumberReading>): boolean {
  const sums = sumsOf(parts.map(({ reading }) => valuesOf(reading)));
  return sums.some((sum) => valuesOf(total.reading).some((value) => isEqual(sum, value)));
}

/** The amounts that stand under a name, row by row, until the column ends. */
function amountsBelow(
  label: PrintedLabel,
  row: Row,
  page: LaidPage,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  itemRows: ReadonlySet<number>,
): readonly { readonly number: Found<NumberReading>; readonly row: Row }[] {
  const found: { readonly number: Found<NumberReading>; readonly row: Row }[] = [];
  // "zzgl. 19 % MwSt.": the whole cell stands over the amount, unless it holds several names.
  const isOnly = (labels.get(label.segment) ?? []).filter(isTotalLabel).length === 1;
  const reach = isOnly ? label.segment : reachOf(label);
  let above = row;
  for (let index = row.index + 1; index <= row.index + 8; index += 1) {
    const below = layout.rows[index];
    if (
      below === undefined ||
      below.page !== row.page ||
      below.top - above.bottom > 2 * page.pitch ||
      itemRows.has(index)
    )
      break;
    const under = below.segments
      .filter(
        (segment) => offsetBetween(reach, segment, page.height) < 0.8 && !startsWithLabel(segment, labels),
      )
      .sort(
        (first, second) =>
          offsetBetween(reach, first, page.height) - offsetBetween(reach, second, page.height),
      );
    const segment = under[0];
    const amount =
      segment === undefined ? undefined : findNumbers(segment.tokens, conventions).filter(isMoney).at(-1);
    if (segment !== undefined && amount === undefined) break;
    if (amount !== undefined) {
      found.push({ number: amount, row: below });
      above = below;
    } else if (
      found.length > 0 ||
      index > row.index + 2 ||
      below.segments.some((one) => startsWithLabel(one, labels))
    )
      break;
  }
  return found;
}

function isBareUnit(segment: Segment): boolean {
  return segment.tokens.length === 1 && /^(?:EUR|USD|GBP|CHF|€|\$|£|%)$/.test(segment.text);
}

/** Money and not a count: it has decimals or a currency, or is a whole number of some size. */
function isMoney({ reading }: Found<NumberReading>): boolean {
  return !reading.isPercent && reading.readings.length > 0;
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
  const isHolding = weightOf(label, "tax") > 0 && namesHeldTax(label);
  const raw = totalFields.flatMap((field) => {
    const weight = weightOf(label, field);
    if (weight === 0) return [];
    return [isHolding && field === "tax" ? { field: "gross" as const, weight: 0.7 } : { field, weight }];
  });
  const isSum = raw.some(({ field }) => field === "gross" || field === "net" || field === "subtotal");
  const fields = isSum && wording !== null ? reworded(raw, wording) : raw;
  // Whole numbers without any mark are money only by label; counts and years look alike.
  const isBare = number.reading.decimals === 0 && !number.reading.hasMark;
  const lead = leadOf(label);
  const isPlainTotal = /^(?:total|summe|totaal|totale|gesamt|suma)$/.test(foldText(label.phrase));
  // "Shipping 2025" is no charge of two thousand: what is put on or taken off is money by its print.
  const meant = isBare ? fields.filter(({ field }) => field !== "charge" && field !== "discount") : fields;
  return meant.map(({ field, weight }) => ({
    field,
    score:
      weight *
      label.place *
      place *
      lead *
      (isBare ? 0.6 : 1) *
      (isPlainTotal && field === "gross" ? 1.2 : 1),
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
