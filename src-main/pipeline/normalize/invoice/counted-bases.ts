import { compare, decimalText, isEqual, multiply } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { InvoiceLine } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { multipleOf, unitOfMultiple } from "../../../../src-shared/wording/index.ts";
import { foldText, unitOf } from "../values/index.ts";
import { closesPrinted, closesRow, valuesOf } from "./arithmetic.ts";
import type { RawLine } from "./raw-line.ts";

/**
 * A row whose count is in hundreds or thousands: under "Price per 1,000", 18 at 41.50 make 747.00.
 *
 * Its base then is part of the unit. Where base and count make the amount together, both stay as printed.
 */
export function withCountedBase(line: RawLine): RawLine {
  const { quantity, price, amount, priceBase } = line;
  if (quantity === null || price === null || amount === null || priceBase === null) return line;
  const base = priceBase.reading.value;
  const multiple = base === null ? null : multipleOf(base);
  const printed = { quantity, price, amount };
  if (base === null || multiple === null || closesPrinted(printed, base) || !closesPrinted(printed))
    return line;
  // The head of a column says nothing of one delivery among thousands of labels.
  const isOwn = priceBase.tokens.some((token) => line.tokens.includes(token));
  const isOne = valuesOf(quantity.reading).some((q) => isEqual(q, one));
  if (isOne && !isOwn) return { ...line, priceBase: null };
  const of = line.unit?.unit ?? "each";
  const unit = multipleOf(of) === null ? unitOfMultiple({ ...multiple, of }) : of;
  return { ...line, priceBase: null, unit: { unit, tokens: line.unit?.tokens ?? priceBase.tokens } };
}

/** "(thousands)", "per 1,000 events", "je 1.000 Stück", "in Tsd.": so many at a time, in a folded description. */
const told =
  /(?:\((?:in )?|(?:^|[ (])(?:in|per|je|pro|par|les|por|cada|al|ogni|x) )(thousands?|tausend|tsd|mille|1000|1[., ]000|hundreds?|hundert|100)(?:\)|\.(?= |$)|(?= |$))(?: ?(\p{L}{2,20}))?/u;

/** A line whose words say that it counts in thousands, where quantity times price make its amount and its unit is silent. */
export function withToldMultiple(line: InvoiceLine): InvoiceLine {
  const [quantity, price] = [valueOf(line.quantity), valueOf(line.unitPrice)];
  const [net, unit] = [valueOf(line.net ?? line.printedAmount), valueOf(line.unit)];
  const isSilent = unit === null || unit === "each" || unit === "unit" || unit === "piece";
  if (!isSilent || quantity === null || price === null || net === null) return line;
  const base = valueOf(line.priceBase);
  if (base !== null && !isEqual(base, one)) return line;
  if (!closesRow({ quantity, price, amount: net })) return line;
  const words = foldText(line.description);
  const [, count, noun] = told.exec(words) ?? [];
  const multiple =
    (count === undefined ? null : multipleOf(count)) ??
    (unit === null && tellsThousands(words, quantity) ? multipleOf("1000") : null);
  if (multiple === null) return line;
  const of = noun === undefined ? "each" : unitOf(noun);
  return {
    ...line,
    unit: {
      value: unitOfMultiple({ ...multiple, of }),
      evidence: line.evidence,
      basis: "rule",
      confidence: sureOfWords,
    },
  };
}

/** "Events, June 2025 (340,000)" beside a count of 340: what is counted, and that in thousands. */
function tellsThousands(words: string, quantity: DecimalText): boolean {
  if (compare(quantity, decimalText("2")) < 0) return false;
  const whole = (words.match(/(?<![\d.,])\d{1,3}(?:[.,' ]\d{3})+(?![\d.,]*\d)/g) ?? []).map((figure) =>
    decimalText(figure.replace(/\D/g, "")),
  );
  return whole.some((figure) => isEqual(figure, multiply(quantity, decimalText("1000"))));
}

const one = decimalText("1");

/** Words of a line say what its count is in; no arithmetic proves it. */
const sureOfWords = 0.85;
