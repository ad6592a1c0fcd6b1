import { absolute, decimalToText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { NumberReading } from "../values/index.ts";
import type { Found } from "./spans.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/** "Total 120.00, includes GST (20.00)": below totals above zero, brackets around a tax set it aside and take nothing off. */
export function withAsides(candidates: readonly TotalCandidate[]): readonly TotalCandidate[] {
  const isAside = ({ field, number, tokens }: TotalCandidate): boolean =>
    field === "tax" && number.reading.isNegative && tokens.some(({ text }) => text.startsWith("("));
  const sums = candidates.filter(
    ({ field, score }) => ["gross", "net", "payable", "subtotal"].includes(field) && score >= 0.4,
  );
  if (sums.length === 0 || sums.some(({ number }) => number.reading.isNegative)) return candidates;
  return candidates.map((candidate) =>
    isAside(candidate) ? { ...candidate, number: unsigned(candidate.number) } : candidate,
  );
}

function unsigned(number: Found<NumberReading>): Found<NumberReading> {
  const { value, readings } = number.reading;
  const plain = (one: DecimalText): DecimalText => decimalToText(absolute(one));
  const reading = {
    ...number.reading,
    value: value === null ? null : plain(value),
    readings: readings.map(plain),
    isNegative: false,
  };
  return { ...number, reading };
}
