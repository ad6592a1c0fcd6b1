import type { LateFeeProposal, OpenItem, TermOf } from "../../../../src-shared/model/index.ts";
import {
  compare,
  isPositive,
  multiplyFractions,
  percentToFraction,
} from "../../../../src-shared/money/index.ts";
import { computeAmount, lateFee } from "../../../../src-shared/pricing/index.ts";
import type { LateFeeMethod } from "../../../../src-shared/pricing/index.ts";
import { daysBetween } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";

const methods: readonly LateFeeMethod[] = ["daily", "full-months", "started-months"];

/**
 * The late fee of an open item, only as agreed: `null` without exactly one confirmed clause that computes, while the
 * item is not late beyond its days of grace, and where nothing would be due.
 */
export function proposeLateFee(
  item: OpenItem,
  terms: readonly TermOf<"late-fee">[],
  asOf: LocalDate,
): LateFeeProposal | null {
  if (item.kind !== "invoice" || item.dueDate === null || !isPositive(item.open)) return null;
  const issued = item.issueDate;
  const agreed = terms.filter(
    ({ status, absent, remainder, from, to }) =>
      status === "confirmed" &&
      absent !== true &&
      remainder === undefined &&
      (from === null || from <= issued) &&
      (to === null || issued < to),
  );
  const [term] = agreed;
  if (term === undefined || agreed.length > 1) return null;
  const daysLate = daysBetween(item.dueDate, asOf);
  if (daysLate <= (term.value.after ?? 0)) return null;
  const readings = readingsOf(item, item.dueDate, term, asOf);
  return readings.length === 0
    ? null
    : {
        invoiceId: item.invoiceId,
        number: item.number,
        customer: item.customer,
        currency: item.currency,
        daysLate,
        clause: term.evidence.map(({ quote }) => quote).join(" … "),
        readings,
      };
}

type Reading = LateFeeProposal["readings"][number];

function readingsOf(
  { open, currency }: OpenItem,
  due: LocalDate,
  { value }: TermOf<"late-fee">,
  asOf: LocalDate,
): readonly Reading[] {
  const { amount, percent, per, after } = value;
  if (amount !== undefined && percent === undefined)
    // A fixed sum for each day or month has a count that the clause does not settle: a person reads it.
    return per === "once" || per === null
      ? [{ method: "agreed", amount, formula: `${amount} ${currency}` }]
      : [];
  if (percent === undefined || amount !== undefined || per === null) return [];
  if (per === "once") {
    const share = multiplyFractions(open, percentToFraction(percent));
    const { value: once, formula } = computeAmount(`${open} × ${percent} %`, share, { currency });
    return [{ method: "agreed", amount: once, formula }];
  }
  const all = methods.map((method): Reading => {
    const { value: fee, formula } = lateFee(
      open,
      due,
      asOf,
      { percent, per, method, ...(after !== null && { graceDays: after }) },
      { currency },
    );
    return { method, amount: fee, formula };
  });
  const [first] = all;
  const isOne = first !== undefined && all.every((each) => compare(each.amount, first.amount) === 0);
  const readings = isOne ? [{ ...first, method: "agreed" as const }] : all;
  return readings.every((each) => !isPositive(each.amount)) ? [] : readings;
}
