import {
  compare,
  decimalToText,
  isZero,
  subtract,
  withoutTrailingZeros,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { CheckId } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { daysBetween } from "../../../../src-shared/time/index.ts";
import { termKey, wordKey } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, LineRule, Verdict } from "../check.ts";
import type { BatchContext, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { pushTo } from "../keyed-values.ts";
import { meteredUnits } from "../metered-units.ts";
import { differsByMoreThan, placeInSeries, sumLines, invoiceWords } from "../series.ts";
import { quoteWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const ids = ["anomaly.usage", "anomaly.zero-usage"] as const;

/** What a meter counts is neither far from the period before, nor zero, nor the very same figure again. */
export const anomalyUsage: LineRule = {
  ids,
  family: 24,
  title: "Metered use is like the period before",
  version: 1,
  scope: "line",
  needs: ["invoice"],
  dependsOn: ["duplicate.invoice", "term.unbound", "term.ambiguous"],
  skip: ({ isCredit, invoice, lines }) =>
    isCredit
      ? sentence("because/credits-outside-series", {})
      : invoice.kind === "proforma"
        ? sentence("because/proforma", {})
        : lines.some(isMetered)
          ? null
          : sentence("because/no-meter-line", {}),
  judge: (context) => judge(context),
};

const both = (make: (id: (typeof ids)[number]) => Verdict): readonly Verdict[] => ids.map(make);

/** A line of one meter in a row of periods. */
interface MeterPlace {
  readonly lines: readonly LineContext[];
  readonly quantity: Decimal | null;
  readonly earlier: MeterPlace | null;
  /** Whether any period before had use. */
  readonly hadUse: boolean;
}

function judge(context: LineContext): readonly Verdict[] {
  if (!isMetered(context)) return both((id) => notApplicable(id, sentence("because/line-no-meter", {})));
  const place = context.owner.batch.once("meters", placeMeters).get(context);
  if (place === undefined) return both((id) => notApplicable(id, sentence("because/no-series", {})));
  const { lines, quantity, earlier, hadUse } = place;
  const [first] = lines;
  if (first !== undefined && first !== context)
    return both((id) => notApplicable(id, sentence("because/judged-with-line", { line: first.line.id })));
  if (quantity === null) return both((id) => cannotDetermine(id, sentence("because/quantity-unread", {})));
  if (earlier === null) return both((id) => notApplicable(id, sentence("because/meter-first", {})));
  if (earlier.quantity === null)
    return both((id) => cannotDetermine(id, sentence("because/period-before-unread", {})));
  if (isZero(quantity))
    return [
      notApplicable("anomaly.usage", sentence("because/nothing-used", {})),
      hadUse
        ? fail("anomaly.zero-usage", draft("anomaly.zero-usage", context, place, "zero"))
        : pass("anomaly.zero-usage", sentence("because/nothing-used-ever", {})),
    ];
  if (compare(quantity, earlier.quantity) === 0)
    return [
      pass("anomaly.usage", sentence("because/use-as-before", { quantity: shown(quantity) })),
      fail("anomaly.zero-usage", draft("anomaly.zero-usage", context, place, "same")),
    ];
  const zeroVerdict = pass(
    "anomaly.zero-usage",
    sentence("because/use-after", { quantity: shown(quantity), earlier: shown(earlier.quantity) }),
  );
  if (isZero(earlier.quantity))
    return [notApplicable("anomaly.usage", sentence("because/nothing-before", {})), zeroVerdict];
  if (!isComparable(context, earlier.lines[0]))
    return [notApplicable("anomaly.usage", sentence("because/other-length", {})), zeroVerdict];
  if (!differsByMoreThan(50, earlier.quantity, quantity))
    return [
      pass(
        "anomaly.usage",
        sentence("because/use-after", { quantity: shown(quantity), earlier: shown(earlier.quantity) }),
      ),
      zeroVerdict,
    ];
  const season = findSeason(context, place);
  if (season !== null)
    return [
      pass(
        "anomaly.usage",
        sentence("because/season", { amount: shown(quantity), invoice: invoiceWords(season) }),
      ),
      zeroVerdict,
    ];
  return [fail("anomaly.usage", draft("anomaly.usage", context, place, "moved")), zeroVerdict];
}

const shown = (quantity: Decimal): string => decimalToText(withoutTrailingZeros(quantity));

function isMetered({ line, terms }: LineContext): boolean {
  const term = terms[0]?.term;
  const agreed =
    term?.type === "rate" || term?.type === "tiers" || term?.type === "overage" ? term.value.unit : null;
  const printed = valueOf(line.unit);
  // "C62" on an e-invoice, or a plain count, says nothing against the unit of the price.
  return (
    line.quantity !== null &&
    ((printed !== null && meteredUnits.has(printed)) || (agreed !== null && meteredUnits.has(agreed)))
  );
}

/** Periods whose lengths are within four days of each other: months are. */
function isComparable(context: LineContext, earlier: LineContext | undefined): boolean {
  const [now, then] = [context.interval, earlier?.interval ?? null];
  if (now === null || then === null) return true;
  return Math.abs(daysBetween(now.start, now.end) - daysBetween(then.start, then.end)) <= 4;
}

function findSeason({ interval }: LineContext, place: MeterPlace): LineContext["owner"] | null {
  if (interval === null || place.quantity === null) return null;
  const lastYear = `${Number(interval.start.slice(0, 4)) - 1}${interval.start.slice(4, 7)}`;
  for (
    let other = place.earlier, steps = 0;
    other !== null && steps < 24;
    other = other.earlier, steps += 1
  ) {
    const [first] = other.lines;
    if (first?.interval?.start.startsWith(lastYear) !== true || other.quantity === null) continue;
    return differsByMoreThan(50, other.quantity, place.quantity) ? null : first.owner;
  }
  return null;
}

function placeMeters(batch: BatchContext): ReadonlyMap<LineContext, MeterPlace> {
  const places = new Map<LineContext, MeterPlace>();
  const latest = new Map<string, MeterPlace>();
  const series = batch.once("series", placeInSeries);
  const names = new Map<string, string>();
  for (const invoice of batch.invoices) {
    if (!series.has(invoice)) continue;
    const groups = new Map<string, LineContext[]>();
    for (const line of invoice.lines) {
      if (!isMetered(line)) continue;
      const key = meterKey(line, names);
      pushTo(groups, key, line);
    }
    for (const [key, lines] of groups) {
      const earlier = latest.get(key) ?? null;
      const quantity = sumLines(lines, ({ line }) => valueOf(line.quantity));
      const hadUse =
        earlier !== null &&
        (earlier.hadUse || (earlier.quantity !== null && compare(earlier.quantity, zero) > 0));
      const place: MeterPlace = { lines, quantity, earlier, hadUse };
      for (const line of lines) places.set(line, place);
      latest.set(key, place);
    }
  }
  return places;
}

/**
 * One meter: agreement or customer, and what the price is for.
 *
 * A row without use bills nothing and falls under no price; its words then lead to the meter that they named before.
 */
function meterKey({ owner, line, terms }: LineContext, names: Map<string, string>): string {
  const [governing] = terms;
  const place = owner.match.agreementId ?? owner.invoice.buyer?.name ?? "";
  const words = `${place}|${wordKey(line.description)}`;
  if (governing === undefined) return names.get(words) ?? words;
  const key = `${place}|${termKey(governing.term)}`;
  names.set(words, key);
  return key;
}

function draft(
  id: CheckId,
  context: LineContext,
  { quantity, earlier }: MeterPlace,
  kind: "zero" | "same" | "moved",
): FindingDraft {
  const { line, terms } = context;
  const [now, then] = [quantity ?? zero, earlier?.quantity ?? zero];
  const before = earlier?.lines[0];
  const invoice = before === undefined ? sentence("words/period-before", {}) : invoiceWords(before.owner);
  const what = quoteWords(line.description);
  const unit = valueOf(line.unit) ?? "unit";
  const message =
    kind === "zero"
      ? sentence("finding/no-use", { what, invoice, earlierAmount: shown(then) })
      : kind === "same"
        ? sentence("finding/same-use", { what, now: shown(now), unit, invoice })
        : sentence("finding/moved-use", { what, earlierAmount: shown(then), now: shown(now), unit });
  return {
    direction: kind === "moved" && compare(now, then) > 0 ? "over" : kind === "same" ? "process" : "under",
    message,
    expected: shown(then),
    found: shown(now),
    impact: null,
    formula:
      kind === "moved"
        ? `${shown(now)} − ${shown(then)} = ${shown(subtract(now, then)).replace("-", "−")}`
        : null,
    proposal: { action: "ask", text: sentence("ask/meter", { line: line.id }) },
    confidence: (id === "anomaly.usage" ? 0.7 : 0.6) * confidenceOf(line.quantity),
    evidence: evidenceOf(terms[0], line.quantity, inRole("history", evidenceOf(before?.line.quantity))),
    relatedInvoiceId: before?.owner.invoice.id ?? null,
  };
}
