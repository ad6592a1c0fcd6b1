import {
  addFractions,
  compareFractions,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  percentToFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Unit } from "../../../src-shared/model/index.ts";
import { mayCountAlike, plainUnit, saysUnit, unitFactor } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../src-shared/text/index.ts";
import { multiplierOf } from "./price-multiplier.ts";
import { raisedPrice } from "./raised-price.ts";

/** What the agreement prices one unit of a line at. */
export interface AgreedPrice {
  /** For one unit of the line. */
  readonly perUnit: Fraction;
  /** As a sentence shows it, for `base` units: the agreed figure where nothing was converted. */
  readonly shown: DecimalText;
  readonly base: DecimalText | null;
  /** Terms beside the price that it rests on: an increase, a multiplier. */
  readonly with: readonly (
    GoverningTerm | Governing<"escalator"> | Governing<"time-rules"> | Governing<"surcharge">
  )[];
  /** Whether it is a base price times something: then it is billed rounded. */
  readonly isMultiplied: boolean;
  /** How the figure came about, where it is not the printed one. */
  readonly note: SentenceFact | null;
}

export type AgreedPriceResult =
  { readonly ok: true; readonly price: AgreedPrice } | { readonly ok: false; readonly because: Sentence };

/** The agreed price of a rate or overage for a line: converted to its unit, raised by increases, multiplied by hours. */
export function agreedPriceOf(context: LineContext, governing: GoverningTerm): AgreedPriceResult {
  const { term } = governing;
  if (term.type !== "rate" && term.type !== "overage") throw new Error(`No unit price in a ${term.type}`);
  const blocked = whyUnusable(governing);
  if (blocked !== null) return { ok: false, because: blocked };
  const lineUnit = valueOf(context.line.unit);
  const isSaid = lineUnit !== null && saysUnit(term.value, lineUnit);
  const hours = lineUnit === null ? null : hoursOfDay(term, lineUnit);
  const factor =
    hours !== null
      ? divideFractions(fraction(1), hours)
      : lineUnit === null || isSaid
        ? fraction(1)
        : (unitFactor(lineUnit, term.value.unit) ??
          (mayCountAlike(lineUnit, term.value.unit) ? fraction(1) : undefined));
  if (factor === undefined)
    return {
      ok: false,
      because: sentence("because/other-units", {
        counted: lineUnit ?? "unit",
        agreed: term.value.unit ?? "unit",
      }),
    };
  const base = term.type === "rate" ? (term.value.priceBase ?? null) : null;
  const raised = raisedPrice(term.value.price, governing, context);
  if (!raised.ok) return raised;
  const multiplier = multiplierOf(context, term);
  const perAgreedUnit = divideFractions(raised.price, base ?? fraction(1));
  const perUnit = multiplyFractions(
    multiplyFractions(perAgreedUnit, factor),
    multiplier?.value ?? fraction(1),
  );
  const isPlain = multiplier === null && compareFractions(factor, fraction(1)) === 0;
  const exact = fractionToExactDecimal(perUnit);
  const shown = isPlain ? raised.price : exact === undefined ? raised.price : decimalToText(exact);
  const notes = [raised.note, multiplier?.note ?? null].filter((note) => note !== null);
  return {
    ok: true,
    price: {
      perUnit,
      shown,
      base: isPlain ? base : null,
      with: [...raised.with, ...(multiplier === null ? [] : [multiplier.term])],
      isMultiplied: multiplier !== null || hours !== null,
      note: noteOf(notes),
    },
  };
}

/** How many hours make the day that a rate is for, where its conditions say it and the line counts hours. */
function hoursOfDay(term: GoverningTerm["term"], lineUnit: Unit): DecimalText | null {
  if (term.type !== "rate" || term.value.unit !== "day" || plainUnit(lineUnit) !== "hour") return null;
  const said = (term.conditions ?? []).flatMap(
    (condition) => /^a day of (\d+(?:\.\d+)?) hours$/.exec(condition)?.[1] ?? [],
  );
  const [hours] = said;
  return hours !== undefined && said.length === 1 && !isEqual(decimalText(hours), decimalText("0"))
    ? decimalText(hours)
    : null;
}

function noteOf([first, next]: readonly SentenceFact[]): SentenceFact | null {
  if (first === undefined) return null;
  return next === undefined ? first : sentence("words/pair", { first, next });
}

/** The price that a line bills for one of its units; tax within it is taken out where the agreement excludes it. */
export function billedPriceOf(
  context: LineContext,
): { readonly perUnit: Fraction; readonly isConverted: boolean } | null {
  const { line } = context;
  const price = valueOf(line.unitPrice);
  if (price === null) return null;
  const perUnit = divideFractions(price, valueOf(line.priceBase) ?? fraction(1));
  const factor = taxFactorOf(context);
  if (factor === undefined) return null;
  return {
    perUnit: multiplyFractions(perUnit, factor),
    isConverted: compareFractions(factor, fraction(1)) !== 0,
  };
}

/** What turns a billed price into one on the agreement's basis; `undefined` when the tax rate is not known. */
export function taxFactorOf({ line, owner }: LineContext): Fraction | undefined {
  const basis = owner.termsOf("price-basis").find((term) => whyUnusable(term) === null);
  const isAgreedInclusive = basis?.term.value.includesTax ?? false;
  const isBilledInclusive = owner.invoice.pricesIncludeTax;
  if (isAgreedInclusive === isBilledInclusive) return fraction(1);
  const showsTax =
    owner.invoice.tax !== null || owner.invoice.taxes.length > 0 || valueOf(line.taxRate) !== null;
  // Prices that include tax, on an invoice that shows none, are billed as they were agreed.
  if (isAgreedInclusive && !showsTax) return fraction(1);
  const only = owner.invoice.taxes.length === 1 ? valueOf(owner.invoice.taxes[0]?.rate ?? null) : null;
  const rate = valueOf(line.taxRate) ?? only;
  if (rate === null) return undefined;
  const gross = addFractions(fraction(1), percentToFraction(rate));
  return isBilledInclusive ? divideFractions(fraction(1), gross) : gross;
}
