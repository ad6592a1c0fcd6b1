import { absolute, decimalToText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Alternative, Contradiction, Field, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate, Period } from "../../../../src-shared/time/index.ts";
import type { DateReading, NumberReading, PeriodReading } from "../values/index.ts";
import { tokensToEvidence } from "./evidence.ts";
import type { Token } from "./layout.ts";
import type { NumberCell } from "./table-cells.ts";

/** A decided value. Confidence is kept between 0 and 0.97: one reading on a layout seen for the first time. */
export function decidedField<T>(
  document: ReadDocument,
  value: T,
  tokens: readonly Token[],
  confidence: number,
  contradictions: readonly Contradiction[] = [],
  alternatives: readonly Alternative<T>[] = [],
  proof: "arithmetic" | null = null,
): Field<T> {
  const field: Field<T> = {
    value,
    evidence: tokensToEvidence(document, tokens),
    basis: isReadTwice(tokens) ? "two-readings" : "rule",
    confidence: capped(confidence * weakestGlyph(tokens, proof)),
  };
  return {
    ...field,
    ...(contradictions.length > 0 ? { contradictions } : {}),
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** A printed value whose meaning stays open: no value, all readings. */
export function openField<T>(
  document: ReadDocument,
  readings: readonly T[],
  tokens: readonly Token[],
  code: string,
): Field<T> {
  const evidence = tokensToEvidence(document, tokens);
  return {
    value: null,
    evidence,
    basis: "rule",
    confidence: 0,
    alternatives: readings
      .slice(0, 3)
      .map((value) => ({ value, confidence: 1 / Math.max(2, readings.length), evidence })),
    contradictions: [{ code, evidence }],
  };
}

function capped(confidence: number): number {
  return Math.round(Math.max(0, Math.min(0.97, confidence)) * 1000) / 1000;
}

/** A figure that multiplies or adds up with others is right, however faint its ink. */
const provenGlyph = 0.95;
/** A word whose letters were taken for what they look like. */
const mendedGlyph = 0.8;

function weakestGlyph(tokens: readonly Token[], proof: "arithmetic" | null): number {
  const ocr = tokens
    .filter((token) => token.word.source === "ocr")
    .map(({ word, isMended }) =>
      isMended === true ? Math.min(mendedGlyph, word.confidence) : word.confidence,
    );
  const weakest = Math.min(1, ...ocr);
  return proof === null ? weakest : Math.max(provenGlyph, weakest);
}

/** Why a number stays open, for those who are asked. */
export const openCode = ({ doubt }: NumberReading): string =>
  doubt === "ink" ? "readings-differ" : "ambiguous-separator";

/** Recognized figures above this were read alike by two networks from two pictures. */
const readTwiceFrom = 0.95;

/** Whether every recognized word of a value holds figures that were read alike twice. */
function isReadTwice(tokens: readonly Token[]): boolean {
  const recognized = tokens.filter(({ word }) => word.source === "ocr");
  return (
    recognized.length > 0 &&
    recognized.every(({ word, isMended }) => word.confidence > readTwiceFrom && isMended !== true)
  );
}

export function dateField(
  document: ReadDocument,
  reading: DateReading,
  tokens: readonly Token[],
  confidence: number,
  orderIsPrior: boolean,
): Field<LocalDate> {
  if (reading.value === null)
    return openField(document, reading.readings, tokens, reading.doubt ?? "ambiguous-date-order");
  if (!orderIsPrior || reading.readings.length < 2)
    return decidedField(document, reading.value, tokens, confidence);
  const evidence = tokensToEvidence(document, tokens);
  const alternatives = reading.readings
    .filter((other) => other !== reading.value)
    .map((value) => ({ value, confidence: 0.4, evidence }));
  return decidedField(
    document,
    reading.value,
    tokens,
    Math.min(0.6, confidence),
    [{ code: "ambiguous-date-order", evidence }],
    alternatives,
  );
}

export function periodFields(
  document: ReadDocument,
  reading: PeriodReading,
  tokens: readonly Token[],
  confidence: number,
): { readonly start: Field<LocalDate>; readonly end: Field<LocalDate> } {
  const side = (pick: (period: Period) => LocalDate): Field<LocalDate> =>
    reading.value === null
      ? openField(document, [...new Set(reading.readings.map(pick))], tokens, "ambiguous-date-order")
      : decidedField(document, pick(reading.value), tokens, confidence);
  return { start: side((period) => period.start), end: side((period) => period.end) };
}

/** A number as printed, or positive where the kind of document carries the sign. */
export function numberField(
  document: ReadDocument,
  cell: NumberCell | null,
  value: DecimalText | null,
  confidence: number,
  sign: "printed" | "positive" = "printed",
  proof: "arithmetic" | null = null,
): Field<DecimalText> | null {
  if (cell === null) return null;
  const signed = (text: DecimalText): DecimalText =>
    sign === "positive" ? decimalToText(absolute(text)) : text;
  if (value === null)
    return openField(document, cell.reading.readings.map(signed), cell.tokens, openCode(cell.reading));
  return decidedField(document, signed(value), cell.tokens, confidence, [], [], proof);
}

export type { NumberReading };
