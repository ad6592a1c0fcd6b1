import type { Delivery } from "../../../src-shared/model/index.ts";
import { relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";

/** Whether a rate is for what a record counts: hours, pieces, a measure. */
export const fits = ({ term }: GoverningTerm, { unit, kind }: Delivery): boolean => {
  const agreed =
    term.type === "rate" || term.type === "tiers" || term.type === "overage" ? term.value.unit : null;
  const relation = relateUnits(unit ?? (kind === "time" ? "hour" : null), agreed);
  return relation === "same" || relation === "countable";
};

/** The rates for what a record counts that its role or item names. */
export function ratesNamedBy(record: Delivery, rates: readonly GoverningTerm[]): readonly GoverningTerm[] {
  const words = wordingOf(`${record.role ?? ""} ${record.item ?? ""}`);
  return rates.filter((rate) => {
    if (rate.term.type !== "rate" || !fits(rate, record)) return false;
    const item = wordingOf(`${rate.term.value.role ?? ""} ${rate.term.value.item}`);
    return item.content.length > 0 && item.content.every((word) => words.all.has(word));
  });
}

/** The one rate that a record's role or item names, the only one there is for what it counts, or the one it is nearest to. */
export function rateOf(record: Delivery, rates: readonly GoverningTerm[]): GoverningTerm | null {
  const fitting = rates.filter((rate) => fits(rate, record) && rate.term.type === "rate");
  const named = ratesNamedBy(record, rates);
  if (named.length === 1 || fitting.length === 1) return (named.length === 1 ? named : fitting)[0] ?? null;
  return nearestTo(record, named.length > 1 ? named : fitting);
}

/** The rate that shares more words with a record than any other does: "Residual 1100 l" and "collection of residual waste". */
export function nearestTo(record: Delivery, rates: readonly GoverningTerm[]): GoverningTerm | null {
  const { content } = wordingOf(`${record.role ?? ""} ${record.item ?? ""}`);
  const [nearest, second] = rates
    .map((rate) => {
      const { all } = wordingOf(
        rate.term.type === "rate" ? `${rate.term.value.role ?? ""} ${rate.term.value.item}` : "",
      );
      return { rate, shared: content.filter((word) => all.has(word)).length };
    })
    .toSorted((first, other) => other.shared - first.shared);
  return nearest !== undefined && nearest.shared > (second?.shared ?? 0) ? nearest.rate : null;
}
