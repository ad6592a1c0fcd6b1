import {
  decimalText,
  decimalToText,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  subtract,
  sumFractions,
  toFraction,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../../src-shared/money/index.ts";
import type { Delivery, IncludedValue, OverageValue, Unit } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { overageAmount } from "../../../../src-shared/pricing/index.ts";
import {
  foldWording,
  isBeyondIncluded,
  isTimeUnit,
  printedDecimal,
  unitFactor,
  wordingOf,
} from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { raisedPrice } from "../raised-price.ts";
import { cannotDetermine, fail, notApplicable } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { Governing, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { agreementWords } from "../agreement-words.ts";
import { countOnlyBeyond } from "../beyond-free-start.ts";
import { exceedsPeriod } from "../billed-periods.ts";
import { byteFactor } from "../byte-multiples.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { isMore, proveQuantity } from "../proven-quantity.ts";
import { countSame, includesSomeOf } from "../included-thing.ts";
import { usedOnPaper } from "../used-on-paper.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "overage.wrong";

/** Use beyond what is included costs its price; what is included costs nothing more. */
export const overageWrong: LineRule = {
  ids: [id],
  family: 13,
  title: "Only use beyond what is included is billed",
  version: 6,
  scope: "line",
  needs: ["invoice", "agreement", "usage"],
  dependsOn: [
    "agreement.missing",
    "duplicate.invoice",
    "term.unbound",
    "term.ambiguous",
    "currency.mismatch",
    "rate.over",
    "rate.under",
  ],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? sentence("because/credit-gives-part", {})
      : lines.some((line) => isBeyond(line.terms[0]) || overageOf(line) !== null)
        ? null
        : sentence("because/no-overage", {}),
  judge: (context) => [judge(context)],
};

/** A price for what is used beyond something, where the agreement's words for how much that is were not read. */
const isBeyond = (governing: GoverningTerm | undefined): boolean =>
  governing?.term.type === "rate" &&
  isBeyondIncluded(governing.term.value.item) &&
  !isTimeUnit(governing.term.value.unit);

/** Without the figure of what is included, one thing is sure: all use is more than what is beyond it. */
function judgeAllUse(context: LineContext, governing: GoverningTerm): Verdict {
  const { line, match } = context;
  const quantity = valueOf(line.quantity);
  if (quantity === null || match.deliveries.length === 0)
    return notApplicable(id, sentence("because/line-no-overage", {}));
  const proven = proveQuantity(context);
  const isMetered = proven.records.every(({ kind }) => kind === "usage");
  if (!isMetered || proven.hasUnreadable || isMore(proven.counted, toFraction(quantity)))
    return notApplicable(id, sentence("because/line-no-overage", {}));
  if (isMoreUsed(context, proven.records)) return notApplicable(id, sentence("because/line-no-overage", {}));
  return fail(id, {
    direction: "over",
    message: sentence("finding/all-use", { quantity, agreement: agreementWords(governing.agreement) }),
    expected: null,
    found: quantity,
    proposal: { action: "ask", text: sentence("ask/all-use", { line: line.id }) },
    confidence: confidenceOf(line.quantity, governing),
    evidence: evidenceOf(governing, line.quantity, ...proven.records.slice(0, 12)),
  });
}

/** Whether the records of a line hold more than all lines together bill of them: steps of one price share their records. */
function isMoreUsed({ owner, line: judged }: LineContext, records: readonly Delivery[]): boolean {
  const ids = new Set<string>(records.map(({ id: recordId }) => recordId));
  const sharing = owner.lines.filter(({ match }) =>
    match.deliveries.some(({ deliveryId }) => ids.has(deliveryId)),
  );
  const all = [
    ...new Set(sharing.flatMap(({ match }) => match.deliveries.map(({ deliveryId }) => deliveryId))),
  ].flatMap((recordId) => owner.batch.deliveries.get(recordId) ?? []);
  const ours = valueOf(judged.unit);
  // Calls that are billed by the thousand are not a thousand times more than what is billed.
  const counted = (quantity: DecimalText | null, unit: Unit | null): readonly Fraction[] => {
    const factor = unit === null || ours === null ? undefined : unitFactor(unit, ours);
    if (quantity === null) return [];
    return [factor === undefined ? toFraction(quantity) : multiplyFractions(toFraction(quantity), factor)];
  };
  const used = sumFractions(all.flatMap(({ quantity, unit }) => counted(quantity, unit)));
  const billed = sumFractions(
    sharing.flatMap(({ line }) => counted(valueOf(line.quantity), valueOf(line.unit))),
  );
  return isMore(used, billed);
}

const own =
  /(\d[\d.,'’\u00a0\u202f ]*)\s*(?:[\p{L}]+ ){0,2}(?:-|–|−|less|minus|abzgl\.?|abzuglich|moins|menos|meno|min)\s*(\d[\d.,'’\u00a0\u202f ]*)/u;

/** "(15,380 less 10,000)": what a line says was used and what it takes off, where that is its quantity. */
function ownReckoning({
  line,
}: LineContext): { readonly used: DecimalText; readonly free: DecimalText } | null {
  const match = own.exec(foldWording(line.description));
  const [used, free] = [match?.[1], match?.[2]].map((text) =>
    text === undefined ? null : printedDecimal(text.replace(/[.,]$/, "").trim()),
  );
  const quantity = valueOf(line.quantity);
  if (used === null || used === undefined || free === null || free === undefined || quantity === null)
    return null;
  return isEqual(subtract(used, free), quantity) ? { used, free } : null;
}

/**
 * What a line costs beyond what is included: the price agreed for that, or the price of the very thing of which a fee
 * includes some: "retainer of 1,900, including 20 hours of help desk support" beside "help desk support, 95 an hour".
 */
function overageOf({ terms, owner }: LineContext): OverageValue | null {
  const term = terms[0]?.term;
  if (term?.type === "overage") return term.value;
  if (term?.type !== "rate") return null;
  const { item, unit, price } = term.value;
  const hasOverage = owner.termsOf("overage").some(({ term: { value } }) => countSame(value.unit, unit));
  const isOfIt = owner.termsOf("included").some(({ term: free }) => includesSomeOf(term.value, free));
  return isOfIt && !hasOverage ? { item, unit, price } : null;
}

/** What is included of what a price beyond it counts: of several of its unit the one of its own name. */
function includedFor(
  { item, unit }: OverageValue,
  owner: LineContext["owner"],
): readonly Governing<"included">[] {
  const counted = owner
    .termsOf("included")
    .filter(({ term }) => term.absent !== true && countSame(term.value.unit, unit));
  const words = wordingOf(item).all;
  const named = counted.filter(({ term }) =>
    wordingOf(term.value.item).content.every((word) => words.has(word)),
  );
  // What is included without a name is of everything, and goes behind what is included by name.
  const byName = named.filter(({ term }) => wordingOf(term.value.item).content.length > 0);
  const closest = byName.length > 0 ? byName : named;
  // The same figure said twice is one.
  const [first] = counted;
  const isOne = first !== undefined && counted.every(({ term }) => saysSame(term.value, first.term.value));
  return closest.length === 1 ? closest : isOne ? [first] : counted;
}

const saysSame = (one: IncludedValue, other: IncludedValue): boolean =>
  isEqual(one.quantity, other.quantity) && one.unit === other.unit && one.per === other.per;

/** What is free in the unit of its price: 60 minutes are one hour, and a terabyte holds a thousand gigabytes. */
function inUnit({ quantity, unit }: Free, wanted: Unit): DecimalText {
  const factor = unitFactor(unit, wanted) ?? byteFactor(unit, wanted)?.decimal ?? fraction(1);
  return asDecimal(multiplyFractions(quantity, factor));
}

/** A third of an hour has no last decimal: six places are far below any price. */
const asDecimal = (exact: Fraction): DecimalText =>
  decimalToText(fractionToExactDecimal(exact) ?? fractionToDecimal(exact, 6));

type Free = Pick<IncludedValue, "quantity" | "unit">;

/** What is free where a terabyte holds 1,024 gigabytes; `null` for all other units. */
function inBinary({ quantity, unit }: Free, wanted: Unit): DecimalText | null {
  const factor = byteFactor(unit, wanted)?.binary;
  return factor === undefined ? null : asDecimal(multiplyFractions(quantity, factor));
}

/**
 * "The first 60 minutes are free": for each wait or in each month, is not said. Of one record it is the same.
 *
 * `null` where more is open than that, or the line bills several records.
 */
function freeOfOneRecord(
  free: Governing<"included">,
  { match, owner }: LineContext,
): Governing<"included"> | null {
  const questions = free.term.questions ?? [];
  const isOnlyQuestion = questions.length > 0 && questions.every((each) => each === "included-period-unsaid");
  const isOnlyLine = owner.lines.filter(({ terms }) => terms[0]?.term.type === "overage").length === 1;
  return isOnlyQuestion && isOnlyLine && match.deliveries.length === 1
    ? { ...free, term: { ...free.term, questions: [] } }
    : null;
}

function judge(context: LineContext): Verdict {
  const { owner, match } = context;
  const [governing] = context.terms;
  if (governing !== undefined && isBeyond(governing)) return judgeAllUse(context, governing);
  const overage = overageOf(context);
  if (governing === undefined || overage === null)
    return notApplicable(id, sentence("because/line-no-overage", {}));
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/clause-unusable", { why: blocked }));
  const included = includedFor(overage, owner);
  const [printed] = included;
  if (printed === undefined || included.length > 1)
    return cannotDetermine(id, sentence("because/included-unclear", {}));
  const free = freeOfOneRecord(printed, context) ?? printed;
  owner.use(free);
  if (whyUnusable(free) !== null || hasRemainder(free) || free.term.value.rollover !== undefined)
    return cannotDetermine(id, sentence("because/included-depends", {}));
  const net = netOfLine(context);
  if (net === null || valueOf(context.line.quantity) === null)
    return cannotDetermine(id, sentence("because/quantity-or-amount-unread", {}));
  const stated = match.deliveries.length === 0 ? ownReckoning(context) : null;
  if (match.deliveries.length === 0 && (stated === null || isEqual(stated.free, free.term.value.quantity)))
    return cannotDetermine(id, sentence("because/no-use-record", {}));
  if (exceedsPeriod(free.term.value.per, context.interval))
    return cannotDetermine(id, sentence("because/included-depends", {}));
  const proven = proveQuantity(context);
  if (proven.hasUnreadable || isMore(proven.unknown, { numerator: 0n, denominator: 1n }))
    return cannotDetermine(id, sentence("because/use-record-unclear", {}));
  const { unit, price } = overage;
  // What is included is counted in the unit of its price, whatever the line counts in: thousands of calls are calls.
  const ours = valueOf(context.line.unit);
  const counted = multiplyFractions(
    proven.counted,
    (ours === null ? undefined : unitFactor(ours, unit)) ?? fraction(1),
  );
  const onPaper = governing.term.type === "rate" ? usedOnPaper(context, overage.item, unit) : null;
  if (onPaper === "unclear") return cannotDetermine(id, sentence("because/use-record-unclear", {}));
  const used = stated?.used ?? asDecimal(onPaper ?? counted);
  // "Waiting after free time: 2.5 h" has left out already what is free.
  const isLeftOut = isTimeUnit(unit) && countOnlyBeyond(proven.records);
  const left = isLeftOut ? decimalText("0") : inUnit(free.term.value, unit);
  const raised = raisedPrice(price, governing, context);
  if (!raised.ok) return cannotDetermine(id, raised.because);
  for (const escalator of raised.with) owner.use(escalator);
  const computed = overageAmount({ used, included: left, price: raised.price }, owner.precision);
  // Which of the two a seller counts by, an agreement does not say that speaks of terabytes and gigabytes alone.
  const binary = inBinary(free.term.value, unit);
  if (
    binary !== null &&
    !isEqual(net, computed.value) &&
    isEqual(net, overageAmount({ used, included: binary, price: raised.price }, owner.precision).value)
  )
    return cannotDetermine(id, sentence("because/included-depends", {}));
  return judgeAmount(
    id,
    context,
    governing,
    net,
    {
      value: computed.value,
      formula: computed.formula,
      alternative: null,
      evidence: evidenceOf(free, ...proven.records.slice(0, 12)),
    },
    sentence("words/what.overage", {}),
  );
}
