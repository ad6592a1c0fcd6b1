import type { BillingValue, FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";

/**
 * Fees of a period take the timing of the one clause that says when that period is billed.
 *
 * "The retainer is EUR 6,500 a month." and, two clauses on, "Invoices are issued monthly in advance." say one thing.
 */
export function withBillingTiming(candidates: readonly Candidate[]): readonly Candidate[] {
  const billing = candidates.filter(({ type, absent }) => type === "billing" && absent !== true);
  return candidates.map((candidate) => {
    if (candidate.type !== "fixed-fee") return candidate;
    const fee = candidate.value as FixedFeeValue;
    if (fee.per === "once" || fee.timing !== null) return candidate;
    const said = billing.filter(({ value }) => {
      const { frequency, timing } = value as BillingValue;
      return frequency === fee.per && timing !== null;
    });
    const timings = new Set(said.map(({ value }) => (value as BillingValue).timing));
    const [first] = said;
    if (first === undefined || timings.size !== 1) return candidate;
    return {
      ...candidate,
      value: { ...fee, timing: (first.value as BillingValue).timing },
      parts: [...candidate.parts, ...first.parts.slice(0, 1)],
    };
  });
}
