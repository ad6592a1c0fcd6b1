import { compare, isEqual, multiply } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { periodAnchor, prorateSpan, prorationReadings } from "../../../../src-shared/pricing/index.ts";
import { daysBetween, periodAt, startOfMonth, wholeMonthsIn } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { raisedPrice } from "../raised-price.ts";
import { agreedStartOf } from "../agreed-start.ts";
import { cannotDetermine, notApplicable } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import { periodsBilled } from "../billed-periods.ts";
import type { BatchContext, LineContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { partOfRate } from "../part-of-rate.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { serviceIntervalOf } from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import type { Cadence } from "../../../../src-shared/model/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { ProrationReading } from "../../../../src-shared/pricing/index.ts";

const id = "proration.wrong";

/** A part of a period costs what the agreed basis gives for its days. */
export const prorationWrong: LineRule = {
  ids: [id],
  family: 14,
  title: "Parts of periods are prorated as agreed",
  version: 2,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous", "currency.mismatch"],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? sentence("because/credit-gives-part", {})
      : lines.some(({ terms }) => terms[0] !== undefined && isRecurring(terms[0]))
        ? null
        : sentence("because/no-recurring-line-billed", {}),
  judge: (context) => [judge(context)],
};

const isRecurring = ({ term }: GoverningTerm): boolean =>
  term.type === "fixed-fee" || (term.type === "rate" && term.value.per !== undefined);

/** Two seats more from the 11th on: each costs its part of the period, rounded each for itself or together. */
function judgeRate(context: LineContext, governing: GoverningTerm): Verdict {
  const { owner } = context;
  const part = partOfRate(context, governing);
  const net = netOfLine(context);
  if (part === null || net === null) return notApplicable(id, sentence("because/whole-periods", {}));
  const { per: step, span, anchor, quantity, price, whole, names } = part;
  const basis = owner.termsOf("proration").find(({ term }) => term.absent !== true);
  if (basis === undefined) return withoutBasis(names, net, whole);
  owner.use(basis);
  const blocked = whyUnusable(basis);
  if (blocked !== null) return cannotDetermine(id, sentence("because/proration-unusable", { why: blocked }));
  if (hasRemainder(basis))
    return cannotDetermine(id, sentence("because/clause-says-more", { words: basis.term.remainder ?? "" }));
  const [together, each] = [whole, price].map((full) =>
    prorateSpan(basis.term.value.basis, { price: full, step, anchor, span }, owner.precision),
  );
  if (together?.ok !== true || each?.ok !== true)
    return cannotDetermine(id, sentence("because/no-whole-months", {}));
  const { total, pieces } = together.value;
  const formula = (pieces.length === 1 ? pieces[0]?.computed.formula : undefined) ?? total.formula;
  const isByEach = isEqual(multiply(quantity, each.value.total.value), net);
  return judgeAmount(
    id,
    context,
    governing,
    net,
    { value: isByEach ? net : total.value, formula, alternative: null, evidence: evidenceOf(basis) },
    sentence("words/what.part", {}),
  );
}

function judge(context: LineContext): Verdict {
  const { terms, interval, owner } = context;
  const [governing] = terms;
  if (governing?.term.type === "rate") return judgeRate(context, governing);
  if (governing?.term.type !== "fixed-fee")
    return notApplicable(id, sentence("because/line-no-recurring", {}));
  const { per } = governing.term.value;
  const part = printedPart(context, per);
  if (
    interval === null ||
    per === "once" ||
    per === "week" ||
    (part === null && periodsBilled(per, context) !== null)
  )
    return notApplicable(id, sentence("because/whole-periods", {}));
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  const fee = raisedPrice(governing.term.value.amount, governing, context);
  if (!fee.ok) return cannotDetermine(id, fee.because);
  const span = part ?? { start: interval.start, end: interval.end };
  const anchor = periodAnchor(per, span, agreedStartOf(owner));
  const readings = prorationReadings(
    { price: fee.price, period: periodAt(anchor, per, span.start), billable: span },
    owner.precision,
  );
  const names = readings.filter(({ computed }) => isEqual(computed.value, net)).map(({ reading }) => reading);
  const basis = owner.termsOf("proration").find(({ term }) => term.absent !== true);
  if (basis === undefined)
    return part === null
      ? withoutBasis(names, net, fee.price)
      : notApplicable(id, sentence("because/whole-periods", {}));
  owner.use(basis);
  const blocked = whyUnusable(basis);
  if (blocked !== null) return cannotDetermine(id, sentence("because/proration-unusable", { why: blocked }));
  if (hasRemainder(basis))
    return cannotDetermine(id, sentence("because/clause-says-more", { words: basis.term.remainder ?? "" }));
  const computed = prorateSpan(
    basis.term.value.basis,
    { price: fee.price, step: per, anchor, span },
    owner.precision,
  );
  if (!computed.ok) return cannotDetermine(id, sentence("because/no-whole-months", {}));
  const other = names.find((name) => name !== basis.term.value.basis);
  if (
    isEqual(computed.value.total.value, net) &&
    isStartUnproven(context, periodAt(anchor, per, span.start).start)
  )
    return cannotDetermine(id, sentence("because/start-unproven", { day: span.start }));
  return judgeAmount(
    id,
    context,
    governing,
    net,
    {
      value: computed.value.total.value,
      formula:
        computed.value.pieces.length === 1
          ? (computed.value.pieces[0]?.computed.formula ?? "")
          : computed.value.total.formula,
      alternative:
        other === undefined
          ? null
          : sentence("reading/other-result", {
              reading: sentence(`words/method.${other}`, {}),
              agreed: sentence(`words/method.${basis.term.value.basis}`, {}),
            }),
      evidence: evidenceOf(basis),
    },
    sentence("words/what.part", {}),
  );
}

/**
 * The days of an invoice that is for a part of the one period that a line names: "September 2026" on a bill that prints
 * 10 to 30 September is no whole month. `null` for any other.
 */
function printedPart(
  { interval, owner }: LineContext,
  per: Cadence,
): { readonly start: LocalDate; readonly end: LocalDate } | null {
  if (interval === null || interval.source !== "line" || per !== "month") return null;
  const printed = serviceIntervalOf(owner.invoice, null);
  if (printed === null) return null;
  if (wholeMonthsIn(interval) !== 1 || wholeMonthsIn(printed) !== undefined) return null;
  const isWithin = interval.start <= printed.start && printed.end <= interval.end;
  // A last day that is taken for the day after it, or a first working day, is no part of a month.
  const left = daysBetween(interval.start, printed.start) + daysBetween(printed.end, interval.end);
  return isWithin && left >= 3 ? { start: printed.start, end: printed.end } : null;
}

/** Within so many days of the agreement, a part of a period is where the service begins. */
const mostDaysToBegin = 62;

/** A service that begins a while after its agreement, within a period, on a day that no record says. */
function isStartUnproven({ interval, owner, terms }: LineContext, periodStart: LocalDate): boolean {
  if (interval === null || interval.start === periodStart || interval.start === startOfMonth(interval.start))
    return false;
  const { start } = interval;
  const agreed = [
    terms[0]?.term.from,
    terms[0]?.agreement.from,
    ...owner.allTermsOf("duration").map(({ term }) => term.value.from),
  ].flatMap((day) => day ?? []);
  return (
    !agreed.includes(start) &&
    agreed.some((day) => day < start && daysBetween(day, start) <= mostDaysToBegin) &&
    !owner.batch.once("days-of-records", findDays).has(start)
  );
}

/** The days on which records are dated or begin. */
const findDays = ({ input }: BatchContext): ReadonlySet<LocalDate> =>
  new Set(
    input.deliveries.flatMap(({ date, periodStart }) => [date, periodStart].filter((day) => day !== null)),
  );

/** Without an agreed basis every one is computed; which one holds, a person says. */
function withoutBasis(names: readonly ProrationReading[], net: DecimalText, fee: DecimalText): Verdict {
  if (names.length > 0)
    return cannotDetermine(
      id,
      sentence("because/no-basis-equals", {
        readings: names.map((name) => sentence(`words/method.${name}`, {})),
      }),
    );
  return cannotDetermine(
    id,
    compare(net, fee) > 0 ? sentence("because/no-basis-too-much", {}) : sentence("because/no-basis-fits", {}),
  );
}
