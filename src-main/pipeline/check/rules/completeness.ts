import type { Delivery, MissingCharge } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext } from "../context.ts";
import { findMissingCharges, ownIntervalOf } from "../expected-charges.ts";
import { isMeasured } from "../record-use.ts";
import { show } from "../show.ts";
import { changeLeftOutBy } from "../unbilled-changes.ts";
import { hoursBeside, thingsBeside } from "../unclaimed-records.ts";
import { findUnbilledDeliveries, leavesOut } from "../unbilled-deliveries.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords, saidOfAgreement } from "../agreement-words.ts";

const ids = ["completeness.missing-charge", "completeness.unbilled"] as const;

/** What the agreement expects and what was delivered is billed. What is not stands in the list of missing charges. */
export const completeness: InvoiceRule = {
  ids,
  family: 8,
  title: "Nothing is left unbilled",
  version: 5,
  scope: "invoice",
  needs: ["invoice", "agreement", "timesheet"],
  dependsOn: ["agreement.missing"],
  judge: (context) => ids.map((id) => judge(id, context)),
};

function judge(id: (typeof ids)[number], context: InvoiceContext): Verdict {
  const { match, batch } = context;
  const agreement = ownAgreementWords(context);
  if (match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  if (id === "completeness.missing-charge") {
    const hasFees = context.allTermsOf("fixed-fee").some(({ term }) => term.value.per !== "once");
    if (!hasFees) return notApplicable(id, saidOfAgreement(context, "because/no-recurring-fee"));
    const missing = batch.once("missing-charges-by-family", countMissing).get(match.agreementId ?? "") ?? 0;
    if (isLeftOff(context))
      return cannotDetermine(id, sentence("because/periods-missing", { agreement, count: missing }));
    return missing === 0
      ? pass(id, sentence("because/periods-billed", {}))
      : pass(id, sentence("because/periods-missing", { agreement, count: missing }));
  }
  if (lacksRecords(context)) return cannotDetermine(id, sentence("because/no-records", { for: "" }));
  const left = changeLeftOutBy(context);
  if (left !== null)
    return cannotDetermine(
      id,
      sentence("because/change-unbilled", {
        change: agreementWords(left.change),
        amount: show(left.added.amount, context),
      }),
    );
  if (batch.input.deliveries.length === 0) return notApplicable(id, sentence("because/no-deliveries", {}));
  const [thing] = thingsBeside(context);
  if (thing !== undefined) return standsBeside(thing);
  const missing = batch.once("unbilled-by-family", countUnbilled).get(match.agreementId ?? "") ?? 0;
  if (leavesOut(context))
    return cannotDetermine(id, sentence("because/months-unbilled", { agreement, count: missing }));
  const [hours] = hoursBeside(context);
  if (hours !== undefined) return standsBeside(hours);
  return missing === 0
    ? pass(id, sentence("because/records-billed", {}))
    : pass(id, sentence("because/months-unbilled", { agreement, count: missing }));
}

const standsBeside = ({ quantity, item }: Delivery): Verdict =>
  cannotDetermine(
    "completeness.unbilled",
    sentence("because/unbilled-beside", { record: `${quantity ?? ""} ${item ?? ""}`.trim() }),
  );

/** Whether an invoice bills what only records can count, and no line has any: what else there was, nobody can tell. */
const lacksRecords = ({ lines, isCredit, invoice }: InvoiceContext): boolean =>
  !isCredit &&
  invoice.kind !== "proforma" &&
  lines.every(({ match }) => match.deliveries.length === 0) &&
  lines.some((line) => {
    const term = line.terms[0]?.term;
    const isCounted = term?.type === "rate" || term?.type === "tiers" || term?.type === "overage";
    return isCounted && valueOf(line.line.quantity) !== null && isMeasured(term.value.unit, line);
  });

/**
 * Whether a charge of the agreement is missing for the very months that an invoice bills: it must not go out without a
 * person who has seen that. What is missing for other months is in the list alone.
 */
function isLeftOff(context: InvoiceContext): boolean {
  const { match, isCredit, invoice, batch } = context;
  const interval = ownIntervalOf(context);
  if (interval === null || isCredit || invoice.kind === "proforma") return false;
  const missing = batch.once("months-with-missing-charges", findMonths).get(match.agreementId ?? "");
  const [first, last] = [interval.start.slice(0, 7), addDays(interval.end, -1).slice(0, 7)];
  return [...(missing ?? [])].some((month) => first <= month && month <= last);
}

/** The months ("2026-10") in which a charge is missing, by agreement. */
function findMonths(batch: BatchContext): ReadonlyMap<string, ReadonlySet<string>> {
  const months = new Map<string, Set<string>>();
  for (const { agreementId, period } of batch.once("missing-charges", findMissingCharges)) {
    const month = /^\d{4}-\d\d/.exec(period)?.[0];
    if (month === undefined) continue;
    const known = months.get(agreementId) ?? new Set();
    months.set(agreementId, known.add(month));
  }
  return months;
}

const countMissing = (batch: BatchContext): ReadonlyMap<string, number> =>
  countByAgreement(batch.once("missing-charges", findMissingCharges));
const countUnbilled = (batch: BatchContext): ReadonlyMap<string, number> =>
  countByAgreement(batch.once("unbilled", findUnbilledDeliveries));

function countByAgreement(charges: readonly MissingCharge[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { agreementId } of charges) counts.set(agreementId, (counts.get(agreementId) ?? 0) + 1);
  return counts;
}
