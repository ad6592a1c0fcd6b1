import {
  add,
  decimalToText,
  divideFractions,
  fractionToDecimal,
  isZero,
  multiply,
  subtract,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import type {
  Contradiction,
  Field,
  InvoiceLine,
  ReadDocument,
  Unit,
} from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/index.ts";
import { closesRow, hundred, isTrivialRow, sumsOf, valuesOf } from "./arithmetic.ts";
import { tokensToEvidence } from "./evidence.ts";
import { dateField, decidedField, numberField, periodFields } from "./fields.ts";
import { textOf } from "./layout.ts";
import type { LineTax } from "./line-tax.ts";
import type { RawLine } from "./raw-line.ts";
import type { LineSums } from "./solve-totals.ts";
import type { NumberCell } from "./table-cells.ts";
import { yearlessDay } from "./yearless-days.ts";
import type { BilledDays } from "./yearless-days.ts";

/** The readings of a row's numbers that multiply out; a number stays `null` while several readings do. */
export interface ResolvedLine {
  readonly raw: RawLine;
  readonly quantity: DecimalText | null;
  readonly price: DecimalText | null;
  readonly amount: DecimalText | null;
  readonly base: DecimalText | null;
  readonly discountPercent: DecimalText | null;
  readonly discountAmount: DecimalText | null;
  /** Whether the row multiplies out; `null` where a factor is missing. */
  readonly closes: boolean | null;
  readonly isTelling: boolean;
}

/** Lets arithmetic choose between readings of printed numbers. It never changes a digit. */
export function resolveLine(raw: RawLine): ResolvedLine {
  const options = (cell: NumberCell | null): readonly (DecimalText | null)[] =>
    cell === null ? [null] : valuesOf(cell.reading);
  const closing: {
    quantity: DecimalText | null;
    price: DecimalText | null;
    amount: DecimalText | null;
    isTelling: boolean;
  }[] = [];
  const [discountPercent, discountAmount, base] = [
    raw.discountPercent,
    raw.discountAmount,
    raw.priceBase,
  ].map((cell) => (cell === null ? null : (cell.reading.value ?? null)));
  for (const quantity of options(raw.quantity)) {
    for (const price of options(raw.price)) {
      for (const amount of options(raw.amount)) {
        if (quantity === null || price === null || amount === null) continue;
        const factors = {
          quantity,
          price,
          amount,
          base: base ?? undefined,
          discountPercent: discountPercent ?? undefined,
          discountAmount: discountAmount ?? undefined,
        };
        if (
          closesRow(factors) ||
          closesRow({ ...factors, discountPercent: undefined, discountAmount: undefined })
        ) {
          closing.push({ quantity, price, amount, isTelling: !isTrivialRow(factors) });
        }
      }
    }
  }
  const agreed = (
    pick: (one: (typeof closing)[number]) => DecimalText | null,
    cell: NumberCell | null,
  ): DecimalText | null => {
    if (cell === null) return null;
    if (cell.reading.value !== null) return cell.reading.value;
    const values = new Set(closing.map(pick));
    const [only] = values;
    return values.size === 1 && only !== undefined ? only : null;
  };
  const isComplete = raw.quantity !== null && raw.price !== null && raw.amount !== null;
  return {
    raw,
    quantity: agreed((one) => one.quantity, raw.quantity),
    price: agreed((one) => one.price, raw.price),
    amount: agreed((one) => one.amount, raw.amount),
    base: base ?? null,
    discountPercent: discountPercent ?? null,
    discountAmount: discountAmount ?? null,
    closes: isComplete ? closing.length > 0 : null,
    isTelling: closing.some((one) => one.isTelling),
  };
}

/** What the printed line amounts add up to, in the readings that are open. */
export function sumLines(lines: readonly ResolvedLine[]): LineSums {
  const counted = lines.filter((line) => line.raw.amount !== null);
  if (counted.length === 0) return { net: null, count: 0 };
  const sums = sumsOf(
    counted.map((line) => (line.amount !== null ? [line.amount] : (line.raw.amount?.reading.readings ?? []))),
  );
  const [first] = sums;
  return { net: sums.length === 1 && first !== undefined ? first : null, count: counted.length };
}

export interface LineSettings {
  readonly pricesIncludeTax: boolean;
  readonly orderIsPrior: boolean;
  /** Whether the lines add up to a printed sum. */
  readonly sumCloses: boolean;
  readonly isCredit: boolean;
  readonly billedDays: BilledDays | null;
  /** What the rest of the paper says of the tax of each line, by its place. */
  readonly taxes: readonly (LineTax | null)[];
}

export function toInvoiceLines(
  document: ReadDocument,
  lines: readonly ResolvedLine[],
  settings: LineSettings,
): readonly InvoiceLine[] {
  const positions = lines.map((line) => line.raw.position);
  const areUnique =
    positions.every((position) => position !== null) && new Set(positions).size === positions.length;
  return lines.map((line, index) =>
    toInvoiceLine(
      document,
      line,
      areUnique ? (line.raw.position ?? String(index + 1)) : String(index + 1),
      settings,
      settings.taxes[index] ?? null,
    ),
  );
}

function toInvoiceLine(
  document: ReadDocument,
  line: ResolvedLine,
  id: string,
  settings: LineSettings,
  tax: LineTax | null,
): InvoiceLine {
  const { raw } = line;
  const evidence = tokensToEvidence(document, raw.tokens);
  const contradictions: readonly Contradiction[] =
    line.closes === false ? [{ code: "product-differs", evidence }] : [];
  // Multiplying out proves the reading; a row that does not is read as printed all the same.
  const confidence =
    line.closes === true
      ? line.isTelling
        ? 0.97
        : 0.94
      : line.closes === false
        ? 0.8
        : settings.sumCloses
          ? 0.94
          : 0.86;
  const number = (cell: NumberCell | null, value: DecimalText | null): Field<DecimalText> | null => {
    const isFactor = cell === raw.quantity || cell === raw.price || cell === raw.amount;
    const proof = isFactor && line.closes === true && line.isTelling ? "arithmetic" : null;
    const field = numberField(document, cell, value, confidence, "printed", proof);
    return field !== null && contradictions.length > 0 && field.value !== null
      ? { ...field, contradictions }
      : field;
  };
  // All lines of a credit note may be printed below zero; the kind says so already.
  const signed = (text: DecimalText | null): DecimalText | null =>
    text !== null && settings.isCredit ? decimalToText(positive(text)) : text;
  const amount = number(raw.amount, signed(line.amount));
  const gross = number(raw.gross, signed(raw.gross?.reading.value ?? null));
  const unit: Field<Unit> | null =
    raw.unit === null ? null : decidedField(document, raw.unit.unit, raw.unit.tokens, 0.93);
  const period =
    raw.period === null ? null : periodFields(document, raw.period.reading, raw.period.tokens, 0.9);
  const description = textOf(raw.description).trim();
  const taxRate =
    tax === null
      ? numberField(document, raw.taxRate, raw.taxRate?.reading.value ?? null, 0.9)
      : decidedField(document, tax.rate, tax.tokens, tax.confidence);
  const taxAmount = number(raw.taxAmount, raw.taxAmount?.reading.value ?? null);
  return {
    id,
    description,
    itemCode: raw.code,
    group: raw.group,
    person: raw.person,
    role: null,
    quantity: number(raw.quantity, settings.isCredit ? signed(line.quantity) : line.quantity),
    unit,
    unitPrice: number(raw.price, line.price),
    priceBase: number(raw.priceBase, line.base),
    discountPercent: numberField(document, raw.discountPercent, line.discountPercent, confidence, "positive"),
    discountAmount: numberField(document, raw.discountAmount, line.discountAmount, confidence, "positive"),
    net: settings.pricesIncludeTax ? (lessTax(amount, taxAmount) ?? withoutTax(amount, taxRate)) : amount,
    printedAmount: settings.pricesIncludeTax ? amount : gross,
    taxRate,
    taxCategory: raw.taxCode !== null && /^(?:S|Z|E|AE|K|G|O|L|M)$/.test(raw.taxCode) ? raw.taxCode : null,
    taxAmount,
    serviceDate:
      raw.date === null
        ? dayField(document, raw, settings.billedDays)
        : dateField(document, raw.date.reading, raw.date.tokens, 0.9, settings.orderIsPrior),
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    sourceIds: [],
    // ":30" and "7:12 AM" are lengths and times, and no order.
    orderReference:
      raw.reference !== null && /\d/.test(raw.reference) && !/\d?:\d/.test(raw.reference)
        ? raw.reference
        : null,
    evidence,
  };
}

/** A day whose year only the paper as a whole tells. */
function dayField(document: ReadDocument, raw: RawLine, days: BilledDays | null): InvoiceLine["serviceDate"] {
  const day = yearlessDay(raw, days);
  return day === null ? null : decidedField(document, day, raw.dayWords, derived);
}

function positive(value: DecimalText): Decimal {
  return value.startsWith("-") ? subtract("0" as DecimalText, value) : subtract(value, "0" as DecimalText);
}

/** What a row bills less the tax that it prints of its own. */
function lessTax(
  printed: Field<DecimalText> | null,
  tax: Field<DecimalText> | null,
): Field<DecimalText> | null {
  if (printed === null || printed.value === null || tax === null || tax.value === null) return null;
  return {
    value: decimalToText(subtract(printed.value, tax.value)),
    evidence: [...printed.evidence, ...tax.evidence],
    basis: "rule",
    confidence: Math.min(derived, printed.confidence, tax.confidence),
  };
}

/**
 * What a printed amount with its tax holds without it, to the cent: 286.00 at 10 % are 260.00.
 *
 * `null` where the rate is not known.
 */
function withoutTax(
  printed: Field<DecimalText> | null,
  rate: Field<DecimalText> | null,
): Field<DecimalText> | null {
  if (printed === null || printed.value === null || rate === null || rate.value === null) return null;
  const whole = add(rate.value, hundred);
  const share = divideFractions(multiply(printed.value, hundred), whole);
  return {
    value: decimalToText(fractionToDecimal(share, 2)),
    evidence: [...printed.evidence, ...rate.evidence],
    basis: "rule",
    confidence: Math.min(derived, printed.confidence, rate.confidence),
  };
}

/** What is calculated from two printed values is never as sure as what is printed. */
const derived = 0.9;

const optionalWords =
  /\b(?:optional|option|eventualposition|alternativ|alternativposition|bedarfsposition|en option|optioneel|opcional|opzionale)\b/;

/** Whether a row offers something that is not billed: optional and alternative positions. */
export function isOptional(raw: RawLine): boolean {
  return optionalWords.test(foldText(textOf(raw.description)));
}

/** Whether all amounts of the lines are printed below zero. */
export function areAllNegative(lines: readonly ResolvedLine[]): boolean {
  const amounts = lines.flatMap((line) => (line.amount === null || isZero(line.amount) ? [] : [line.amount]));
  return amounts.length > 0 && amounts.every((amount) => amount.startsWith("-"));
}
