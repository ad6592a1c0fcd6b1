import type { RateValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";

/** What a price is called that names nothing. */
const unnamed = /^(?:services|leistungen|prestations|servicios|servizi|diensten|servicos)$/i;

/**
 * "From 1 September an hour costs 97.50": a dated price that names no thing is the later one of the only thing that the
 * agreement prices by that unit.
 */
export function withLaterPrices(candidates: readonly Candidate[]): readonly Candidate[] {
  const rates = candidates.filter(({ type, absent }) => type === "rate" && absent !== true);
  return candidates.map((candidate) => {
    if (candidate.from === null || !rates.includes(candidate)) return candidate;
    const { item, unit } = candidate.value as RateValue;
    if (!unnamed.test(item)) return candidate;
    const named = rates.filter(
      (other) => (other.value as RateValue).unit === unit && !unnamed.test((other.value as RateValue).item),
    );
    const [only] = named;
    if (only === undefined || new Set(named.map(({ key }) => key)).size !== 1 || only.from === candidate.from)
      return candidate;
    const { item: name, role } = only.value as RateValue;
    return {
      ...candidate,
      key: only.key,
      value: { ...(candidate.value as RateValue), item: name, ...(role !== undefined && { role }) },
    };
  });
}
