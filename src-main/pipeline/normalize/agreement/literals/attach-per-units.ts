import type { Literal, PerUnit } from "./literal.ts";

/** Words that may stand between a price and its unit without parting them. */
const glue =
  /^(?:[ ,]*(?:\((?:[^()]{0,90})\)|usd|eur|gbp|cad|chf|us|plus|\+|vat|gst|hst|mwst\.?|ust\.?|zzgl\.?|zuzuglich|tva|ht|hors taxes?|h\.t\.|iva|btw|mas|piu|oltre|esclusa|excluido|exclusief|excl|netto|netti|brutto|in|excl\.?|excluding|exclusive of|net of|net|tax(?:es)?|sales|applicable|only|flat|charged|billed|payable|due|is|are|falls|to|on|invoiced|paid|calculated|on a|basis|and no\/100|dollars|je|to be|the sum|will be|before|total|in total|every|rate|fee|all-in|all in|all-inclusive|apiece|firm|fixed))*[ ,:]*$/;

const carriesUnit = (literal: Literal): boolean =>
  literal.type === "money" ||
  literal.type === "percent" ||
  literal.type === "quantity" ||
  literal.type === "number";

/**
 * Gives each "per" phrase to the price that it belongs to: directly after it, else before it in the same breath.
 *
 * "per user per month" gives a price two units, nearest first.
 */
export function attachPerUnits(
  literals: readonly Literal[],
  perUnits: readonly PerUnit[],
  folded: string,
): readonly Literal[] {
  const owned = new Map<Literal, PerUnit[]>();
  const give = (literal: Literal, per: PerUnit): void => {
    owned.set(literal, [...(owned.get(literal) ?? []), per]);
  };
  const left: PerUnit[] = [];
  for (const per of perUnits) {
    const owner = ownerAfterwards(literals, perUnits, per, folded);
    if (owner !== null) give(owner, per);
    else if (!per.isArticle) left.push(per);
  }
  // What stands before a price is its unit only where none stands behind it.
  for (const per of left) {
    const owner = ownerBeforehand(literals, per, folded);
    const behind =
      owner === null ? [] : (owned.get(owner) ?? []).filter((known) => known.span.start >= owner.end);
    const isOther =
      behind.every((known) => (known.cadence === null) !== (per.cadence === null)) &&
      (behind.length === 0 || !["hour", "day"].includes(per.unit));
    if (owner !== null && isOther) give(owner, per);
  }
  return literals.map((literal) => {
    const units = owned.get(literal);
    return units === undefined || !("per" in literal) ? literal : { ...literal, per: units };
  });
}

/** "…, la journée à 650 €": a phrase that ends so has its price behind it. */
const leadsOn = / (?:at|zu|mit|a|voor|por|per)$/;

/** The price that stands before the phrase, with only glue or other "per" phrases between. */
function ownerAfterwards(
  literals: readonly Literal[],
  perUnits: readonly PerUnit[],
  per: PerUnit,
  folded: string,
): Literal | null {
  if (leadsOn.test(folded.slice(per.span.start, per.span.end))) return null;
  const before = literals.filter((literal) => literal.end <= per.span.start && carriesUnit(literal)).at(-1);
  if (before === undefined) return null;
  // "Ein Stundensatz von 46,00 EUR": an article that reads as a number counts no hours.
  if (before.type === "number" && before.wording === "words" && before.value === "1") return null;
  let gap = "";
  let at = before.end;
  for (const other of perUnits) {
    if (other === per || other.span.start < before.end || other.span.end > per.span.start) continue;
    gap += folded.slice(at, other.span.start);
    at = other.span.end;
  }
  gap += folded.slice(at, per.span.start);
  // "£95 is charged for each": of one, whatever was counted before.
  const led = per.unit === "each" ? gap.replace(/ for ?$/, "") : gap;
  return gap.length <= 80 && glue.test(led) ? before : null;
}

const forThing = /^[ €$£]*(?:eur |usd |gbp |chf )?(?:for|fur|voor|pour|por|para|per) (?:\p{L}+ ){0,3}$/u;

/** "Hourly rate: $185", "for each loaded mile Carrier earns $2.85", "a monthly fee of $1,450". */
function ownerBeforehand(literals: readonly Literal[], per: PerUnit, folded: string): Literal | null {
  const next = literals.find(
    (literal) => literal.start >= per.span.end && (literal.type === "money" || literal.type === "percent"),
  );
  if (next === undefined) return null;
  // "The aggregate hourly fees shall not exceed $90,000": the sum of what is paid by the hour.
  if (
    per.cadence === null &&
    /\b(?:aggregate|total|cumulative|combined|overall) $/.test(
      folded.slice(Math.max(0, per.span.start - 16), per.span.start),
    )
  )
    return null;
  const gap = folded.slice(per.span.end, next.start);
  // "£42 for the annual inspection and £17 for": what the price before it is for.
  const before = literals.findLast(({ type, end }) => type === "money" && end <= per.span.start);
  if (
    before !== undefined &&
    forThing.test(folded.slice(before.end, per.span.start)) &&
    /(?<!\p{L})(?:and|und|et|y|e|en|plus) (?:[$€£]|eur|usd|gbp|chf)? ?$/u.test(gap)
  )
    return null;
  if (gap.length > 90 || /[;]|(?<!\d)\. [a-z]|\b(?:less|minus|total|aggregate)\b/.test(gap)) return null;
  const isBetween = literals.some(
    (literal) => literal.start >= per.span.end && literal.end <= next.start && literal.type === "money",
  );
  return isBetween ? null : next;
}
