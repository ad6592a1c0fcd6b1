import type { ReadDocument, Residue } from "../../../../../src-shared/model/index.ts";
import type { Literal } from "../literals/literal.ts";
import { pricingZones } from "../structure/zones.ts";
import { quotePart } from "../text/prepared-text.ts";
import type { Reading } from "./reading.ts";

/** Money and percents that no term and no distractor took, with their sentence: shown, never dropped. */
export function findResidue(
  readings: readonly Reading[],
  consumed: ReadonlySet<Literal>,
  document: ReadDocument,
): readonly Residue[] {
  const residue: Residue[] = [];
  for (const reading of readings) {
    const { unit } = reading;
    if (unit.isStruck || unit.zone === "recitals" || unit.zone === "example") continue;
    const left = reading.literals.filter(
      (literal) =>
        (literal.type === "money" ||
          literal.type === "percent" ||
          literal.type === "multiplier" ||
          (literal.type === "quantity" && !literal.isTime && literal.per.length > 0)) &&
        !consumed.has(literal),
    );
    const isPriced = pricingZones.has(unit.zone) || unit.zone === "body";
    if (left.length === 0 || !isPriced) continue;
    const [evidence] = quotePart(unit.prepared, unit.start, Math.min(unit.end, unit.start + 400), document);
    if (evidence !== undefined) residue.push({ evidence });
  }
  return residue;
}
