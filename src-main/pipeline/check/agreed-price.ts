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
import {
  countEscalationSteps,
  escalatedPrice,
  escalationReadings,
} from "../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import {
  isRaisedBy,
  mayCountAlike,
  plainUnit,
  saysUnit,
  settledUntil,
  unitFactor,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../src-shared/text/index.ts";
import { multiplierOf } from "./price-multiplier.ts";

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

export interface RaisedPrice {
  readonly ok: true;
  readonly price: DecimalText;
  readonly with: readonly Governing<"escalator">[];
  readonly note: string | null;
}

/** A price after the yearly increases that have taken effect by the day of service. */
export function raisedPrice(
  price: DecimalText,
  governing: GoverningTerm,
  context: Pick<LineContext, "owner" | "interval"> & Partial<Pick<LineContext, "line">>,
): RaisedPrice | { readonly ok: false; readonly because: Sentence } {
  if (isDayUnknown(context) && hasIncrease(context))
    return { ok: false, because: sentence("because/increase-without-day", {}) };
  const step = escalationOf(governing, context);
  if (step === null) {
    // An increase whose day or terms are open explains any other figure as well as a wrong one.
    const open = openEscalatorOf(governing, context);
    const billed = context.line === undefined ? null : billedFigureOf(context.line);
    return open === null || (billed !== null && isEqual(billed, price))
      ? { ok: true, price, with: [], note: null }
      : { ok: false, because: whyOpen(open) };
  }
  const { escalator, steps, blocked } = step;
  const { percent, index, compound, notice } = escalator.term.value;
  if (notice !== undefined) {
    // A price that the notice would explain is a question, not a difference.
    const billed = context.line === undefined ? null : billedFigureOf(context.line);
    const isNoticed =
      billed !== null &&
      !isEqual(billed, price) &&
      escalatedAlternatives(price, step, context.owner).some((other) => isEqual(other.price, billed));
    return isNoticed
      ? { ok: false, because: sentence("because/increase-without-notice", { notice }) }
      : { ok: true, price, with: [], note: null };
  }
  if (percent === undefined)
    return {
      ok: false,
      because: sentence("because/follows-index", { index: index ?? sentence("words/an-index", {}) }),
    };
  if (blocked !== null) return { ok: false, because: blocked };
  if (isCompoundingOpen(price, step, context))
    return { ok: false, because: sentence("because/compounding-unsaid", {}) };
  const percents = Array.from({ length: steps }, () => percent);
  const raised = escalatedPrice(
    price,
    percents,
    compound === false ? "simple" : "compound",
    context.owner.precision,
  );
  return { ok: true, price: raised.value, with: [escalator], note: raised.formula };
}

/** Neither a day of service nor a date: which increases have taken effect, nobody can tell. */
export const isDayUnknown = ({ owner, interval }: Pick<LineContext, "owner" | "interval">): boolean =>
  interval === null && valueOf(owner.invoice.issueDate) === null;

export const hasIncrease = ({ owner }: Pick<LineContext, "owner">): boolean =>
  owner.termsOf("escalator").some(({ term }) => term.absent !== true && term.value.first !== null);

export interface ActiveEscalation {
  readonly escalator: Governing<"escalator">;
  readonly steps: number;
  readonly day: LocalDate;
  /** Why its clause cannot be reckoned with: an open question is no missing increase. `null` when it can. */
  readonly blocked: Sentence | null;
}

/** The price that a line prints for one, else its amount. */
const billedFigureOf = ({ unitPrice, net }: LineContext["line"]): DecimalText | null =>
  valueOf(unitPrice) ?? valueOf(net);

/** The increase clause that has taken effect on a price by the day of service; `null` when none has. */
export function escalationOf(
  governing: GoverningTerm,
  { owner, interval }: Pick<LineContext, "owner" | "interval">,
): ActiveEscalation | null {
  const day = interval?.start ?? valueOf(owner.invoice.issueDate);
  if (day === null) return null;
  for (const escalator of owner.termsOf("escalator")) {
    const { first } = escalator.term.value;
    if (escalator.term.absent === true || first === null) continue;
    if (
      !isRaisedBy(
        governing.term,
        escalator.term,
        owner.governing.map(({ term }) => term),
      )
    )
      continue;
    const settled = settledUntil(governing, escalator.agreement);
    const before = settled === null ? 0 : countEscalationSteps(first, addDays(settled, -1));
    const steps = countEscalationSteps(first, day) - before;
    if (steps > 0) return { escalator, steps, day, blocked: whyUnusable(escalator) };
  }
  return null;
}

/** An increase clause for a price of which nobody knows whether it has taken effect: undated, or told in two ways. */
export function openEscalatorOf(
  governing: GoverningTerm,
  { owner }: Pick<LineContext, "owner">,
): Governing<"escalator"> | null {
  const others = owner.governing.map(({ term }) => term);
  return (
    owner
      .termsOf("escalator")
      .find(
        ({ term, conflictsWith }) =>
          term.absent !== true &&
          (term.value.first === null || conflictsWith.length > 0) &&
          isRaisedBy(governing.term, term, others),
      ) ?? null
  );
}

export const whyOpen = (escalator: Governing<"escalator">): Sentence =>
  whyUnusable(escalator) ??
  sentence("because/follows-index", {
    index: escalator.term.value.index ?? sentence("words/an-index", {}),
  });

/**
 * Whether an invoice raised a price each year by a share of the first one, where the agreement leaves that open.
 *
 * Increases compound unless the agreement says otherwise; one that was billed without compounding is a question.
 */
export function isCompoundingOpen(
  price: DecimalText,
  { escalator, steps }: ActiveEscalation,
  { line, owner }: Pick<LineContext, "owner"> & Partial<Pick<LineContext, "line">>,
): boolean {
  const { percent, compound } = escalator.term.value;
  const billed = line === undefined ? null : billedFigureOf(line);
  if (compound !== null || steps < 2 || percent === undefined) return false;
  if (billed === null) return true;
  const percents = Array.from({ length: steps }, () => percent);
  const [simple, raised] = (["simple", "compound"] as const).map(
    (method) => escalatedPrice(price, percents, method, owner.precision).value,
  );
  return simple !== undefined && raised !== undefined && !isEqual(simple, raised) && isEqual(simple, billed);
}

/** Prices that other readings of the increases give, by name. */
export function escalatedAlternatives(
  price: DecimalText,
  { escalator, steps }: ActiveEscalation,
  { precision }: InvoiceContext,
): readonly { readonly reading: Sentence; readonly price: DecimalText }[] {
  const { percent } = escalator.term.value;
  if (percent === undefined) return [];
  const percents = Array.from({ length: steps }, () => percent);
  const readings = escalationReadings(price, percents, precision).map(({ reading, computed }) => ({
    reading: sentence(escalated[reading], {}),
    price: computed.value,
  }));
  const more = escalatedPrice(price, [...percents, percent], "compound", precision);
  const others = otherPercents
    .filter((other) => !isEqual(other, percent))
    .map((other) => ({
      reading: sentence("words/escalated.percent", { percent: other }),
      price: escalatedPrice(price, [...percents.slice(1), other], "compound", precision).value,
    }));
  return [...readings, { reading: sentence("words/escalated.more", {}), price: more.value }, ...others];
}

/** Half percents up to ten: what an increase is likely to be mistaken for. */
const otherPercents: readonly DecimalText[] = Array.from({ length: 20 }, (_, at) =>
  decimalText(String((at + 1) / 2)),
);

const escalated = {
  compound: "words/escalated.compound",
  simple: "words/escalated.simple",
  "one step fewer": "words/escalated.fewer",
  "no step": "words/escalated.none",
} as const;

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
