import {
  compareFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  multiplyFractions,
  subtract,
  subtractFractions,
  toFraction,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { computeAmount, shownAmount, tieredAmount } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { agreedZoneOf, countByZone } from "../event-zones.ts";
import type { ZoneCounts } from "../event-zones.ts";
import { showQuantity } from "../proven-quantity.ts";
import { daysWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { SentenceFact, Sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords } from "../agreement-words.ts";

const id = "cutoff.timezone";

/** Events at the edge of a period count by the days of the agreement's own time zone. */
export const cutoffTimezone: LineRule = {
  ids: [id],
  family: 18,
  title: "Periods end at the agreement's midnight",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement", "usage"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous"],
  restsOn: "no price",
  skip: ({ isCredit, batch }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : batch.once("has-stamps", ({ input }) => input.deliveries.some(({ instant }) => instant !== null))
        ? null
        : sentence("because/no-time-of-day", {}),
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const { line, owner, interval } = context;
  if (line.quantity === null) return notApplicable(id, sentence("because/no-quantity", {}));
  const records = context.match.deliveries.flatMap(
    ({ deliveryId }) => owner.batch.deliveries.get(deliveryId) ?? [],
  );
  if (records.every(({ instant }) => instant === null))
    return notApplicable(id, sentence("because/no-time-behind-line", {}));
  if (interval === null) return cannotDetermine(id, sentence("because/no-days", {}));
  const billed = valueOf(line.quantity);
  if (billed === null) return cannotDetermine(id, sentence("because/quantity-unread", {}));
  const { zone, isUnclear } = agreedZoneOf(owner);
  const counts = countByZone(context, zone);
  if (counts === null) return notApplicable(id, sentence("because/no-time-behind-line", {}));
  const found = toFraction(billed);
  const isSame = (count: Fraction): boolean => compareFractions(count, found) === 0;
  const isSure = zone === null ? counts.near.length === 0 : counts.moved.length === 0;
  if (isSure) return pass(id, sentence("because/no-event-moves", {}));
  const others = sentence("words/other-counts", {
    utc: showQuantity(counts.utc),
    printed: showQuantity(counts.printed),
  });
  if (isUnclear) return cannotDetermine(id, sentence("because/zone-unclear", { others }));
  if (counts.agreed === null) {
    return isSame(counts.printed)
      ? notApplicable(id, sentence("because/no-zone-same", { agreement: ownAgreementWords(owner) }))
      : cannotDetermine(
          id,
          sentence("because/no-zone-open", { agreement: ownAgreementWords(owner), others }),
        );
  }
  const days = daysWords(interval.start, interval.end);
  if (isSame(counts.agreed))
    return pass(
      id,
      sentence("because/zone-count", { count: showQuantity(counts.agreed), days, zone: zone ?? "", others }),
    );
  const reading = isSame(counts.utc)
    ? "reading/count-in-utc"
    : isSame(counts.printed)
      ? "reading/count-as-stamped"
      : null;
  if (reading === null) return notApplicable(id, sentence("because/no-zone-fits", {}));
  return fail(
    id,
    toFinding(context, counts, found, sentence(reading, { zone: zone ?? "" }), zone ?? "", days),
  );
}

function toFinding(
  context: LineContext,
  counts: ZoneCounts,
  found: Fraction,
  reading: Sentence,
  zone: string,
  days: SentenceFact,
): Parameters<typeof fail>[1] {
  const { line, owner, terms } = context;
  const agreed = counts.agreed ?? fraction(0);
  const isOver = compareFractions(found, agreed) > 0;
  const difference = subtractFractions(found, agreed);
  const money = moneyOf(context, found, agreed);
  const late = counts.moved
    .slice(0, 6)
    .map(({ instant }) => instant)
    .join(", ");
  return {
    direction: isOver ? "over" : "under",
    message: sentence("finding/cutoff", {
      found: showQuantity(found),
      unit: valueOf(line.unit) ?? "unit",
      days,
      zone,
      agreed: showQuantity(agreed),
      late,
    }),
    expected: showQuantity(agreed),
    found: showQuantity(found),
    impact: money?.impact ?? null,
    formula:
      money?.formula ?? `${showQuantity(found)} − ${showQuantity(agreed)} = ${showQuantity(difference)}`,
    alternative: reading,
    proposal: {
      action: "correct",
      text: sentence("ask/cutoff", { agreed: showQuantity(agreed), line: line.id, zone }),
    },
    confidence: confidenceOf(line.quantity, ...counts.moved.slice(0, 6)),
    evidence: evidenceOf(
      terms[0],
      owner.termsOf("billing").find(({ term }) => term.value.timeZone !== undefined),
      line.quantity,
      ...counts.moved.slice(0, 8),
    ),
  };
}

/** What the difference costs: at the price of the line, or by the price tiers. */
function moneyOf(
  { line, owner, terms }: LineContext,
  found: Fraction,
  agreed: Fraction,
): { readonly impact: DecimalText; readonly formula: string } | null {
  const exact = (value: Fraction): DecimalText =>
    decimalToText(fractionToExactDecimal(value) ?? fractionToDecimal(value, 6));
  const term = terms[0]?.term;
  if (term?.type === "tiers" && term.value.method !== null) {
    const [more, less] = [found, agreed].map((quantity) =>
      term.value.method === null
        ? null
        : tieredAmount(term.value.method, { tiers: term.value.tiers }, exact(quantity), owner.precision),
    );
    if (more?.ok !== true || less?.ok !== true) return null;
    const computed = computeAmount(
      `${shownAmount(more.value.value, owner.precision)} − ${shownAmount(less.value.value, owner.precision)}`,
      subtract(more.value.value, less.value.value),
      owner.precision,
    );
    return { impact: computed.value, formula: computed.formula };
  }
  const price = valueOf(line.unitPrice);
  if (price === null) return null;
  const perUnit = divideFractions(price, valueOf(line.priceBase) ?? fraction(1));
  const computed = computeAmount(
    `(${showQuantity(found)} − ${showQuantity(agreed)}) × ${shownAmount(exact(perUnit), owner.precision)}`,
    multiplyFractions(subtractFractions(found, agreed), perUnit),
    owner.precision,
  );
  return { impact: computed.value, formula: computed.formula };
}
