import { compare, decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  countEscalationSteps,
  escalatedPrice,
  escalationReadings,
} from "../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { isRaisedBy, settledUntil } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

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
    const isNoRise =
      billed !== null &&
      (isEqual(billed, price) || (open !== null && isRightToRaise(open) && compare(billed, price) < 0));
    return open === null || isNoRise
      ? { ok: true, price, with: [], note: null }
      : { ok: false, because: whyOpen(open) };
  }
  const { escalator, steps, blocked } = step;
  const { percent, index, compound, notice } = escalator.term.value;
  if (isRightToRaise(escalator)) {
    const billed = context.line === undefined ? null : billedFigureOf(context.line);
    return billed !== null && mayBeRaisedTo(billed, price, step, context.owner)
      ? { ok: false, because: whyRightIsOpen(escalator) }
      : { ok: true, price, with: [], note: null };
  }
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

/** Whether somebody may raise prices, and nothing says that he did: no rise comes by itself. */
export const isRightToRaise = ({ term }: Governing<"escalator">): boolean =>
  (term.questions ?? []).includes("right-needs-exercise");

/** Whether making use of a right to raise explains a billed price: it is higher, and within the bound where there is one. */
export function mayBeRaisedTo(
  billed: DecimalText,
  price: DecimalText,
  { escalator, steps }: Pick<ActiveEscalation, "escalator" | "steps">,
  { precision }: InvoiceContext,
): boolean {
  if (compare(billed, price) <= 0) return false;
  const { cap, percent } = escalator.term.value;
  const most = cap ?? percent;
  if (most === undefined) return true;
  const shares = Array.from({ length: steps }, () => most);
  return compare(billed, escalatedPrice(price, shares, "compound", precision).value) <= 0;
}

/** Why a price above the agreed one is a question where somebody may raise it: the notice is not among the files. */
export const whyRightIsOpen = ({ term }: Governing<"escalator">): Sentence =>
  term.value.notice === undefined
    ? sentence("because/increase-by-right", {})
    : sentence("because/increase-without-notice", { notice: term.value.notice });

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
