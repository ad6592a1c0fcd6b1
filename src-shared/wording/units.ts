import { fraction } from "../money/index.ts";
import type { Fraction } from "../money/index.ts";
import type { Unit } from "../model/index.ts";

const counts: ReadonlySet<Unit> = new Set([
  "each",
  "piece",
  "unit",
  "item",
  "set",
  "pair",
  "lot",
  "job",
  "visit",
  "trip",
  "session",
  "call",
  "ticket",
  "incident",
  "seat",
  "user",
  "license",
  "device",
  "server",
  "site",
  "room",
  "load",
  "document",
]);
const plainCounts: ReadonlySet<Unit> = new Set(["each", "piece", "unit", "item"]);

/** Whether a unit counts things one by one. */
export const isCountUnit = (unit: Unit): boolean => counts.has(unit);

/** Units of a common base, as how many of the base one is: exact, and only where nobody must be asked. */
const sizes: Readonly<Record<Unit, readonly [base: Unit, numerator: number, denominator: number]>> = {
  minute: ["hour", 1, 60],
  hour: ["hour", 1, 1],
  gram: ["kilogram", 1, 1000],
  kilogram: ["kilogram", 1, 1],
  tonne: ["kilogram", 1000, 1],
  kilometre: ["metre", 1000, 1],
  metre: ["metre", 1, 1],
  "kilowatt-hour": ["kilowatt-hour", 1, 1],
  "megawatt-hour": ["kilowatt-hour", 1000, 1],
  month: ["month", 1, 1],
  quarter: ["month", 3, 1],
  "half-year": ["month", 6, 1],
  year: ["month", 12, 1],
  dozen: ["each", 12, 1],
};

export const isTimeUnit = (unit: Unit | null): boolean =>
  unit === "hour" || unit === "minute" || unit === "day" || (unit !== null && plainUnit(unit) === "hour");
export const isCalendarUnit = (unit: Unit | null): boolean =>
  unit === "month" ||
  unit === "quarter" ||
  unit === "year" ||
  unit === "week" ||
  unit === "half-year" ||
  (unit !== null && severalOf(unit)?.of === "week");

/** "4-week" is four weeks, "28-day" as many days: a period that prices of hire are for; `null` for all other units. */
export function severalOf(unit: Unit): { readonly count: number; readonly of: "day" | "week" } | null {
  const match = /^(\d{1,2}|two|three|four)[ -](day|week)s?$/.exec(unit);
  if (match?.[1] === undefined) return null;
  const count = { two: 2, three: 3, four: 4 }[match[1]] ?? Number(match[1]);
  const of = match[2] === "week" ? "week" : "day";
  return of === "day" && count % 7 === 0 ? { count: count / 7, of: "week" } : { count, of };
}

export type UnitRelation = "same" | "convertible" | "countable" | "unknown" | "different";

/**
 * How two units stand to each other.
 *
 * "countable": both count things, one of them without a name ("each" beside "visit"). A day of hours is "different":
 * how long a day is, the agreement must say.
 */
export function relateUnits(first: Unit | null, second: Unit | null): UnitRelation {
  if (first === null || second === null) return "unknown";
  if (first === second) return "same";
  const [plainFirst, plainSecond] = [plainUnit(first), plainUnit(second)];
  if (plainFirst !== first || plainSecond !== second) return relateUnits(plainFirst, plainSecond);
  const [one, other] = [sizeOf(first), sizeOf(second)];
  if (one !== undefined && other !== undefined && one[0] === other[0]) return "convertible";
  if (plainCounts.has(first) && plainCounts.has(second)) return "same";
  if ((plainCounts.has(first) && counts.has(second)) || (plainCounts.has(second) && counts.has(first)))
    return "countable";
  if (
    (plainCounts.has(first) && !isKnownMeasure(second)) ||
    (plainCounts.has(second) && !isKnownMeasure(first))
  )
    return "countable";
  return "different";
}

/** "monteurstunde" and "man-hour" are hours: whose they are, the item says. */
export function plainUnit(unit: Unit): Unit {
  if (sizes[unit] !== undefined || unit.includes("kilowatt") || unit.includes("megawatt")) return unit;
  if (/(?:stunden?|hours?|heures?|uren|horas?|ore)$/.test(unit)) return "hour";
  return /(?:[a-z]{3,}tage?|man-?days?|person-?days?|jours?-homme)$/.test(unit) ? "day" : unit;
}

function sizeOf(unit: Unit): readonly [base: Unit, numerator: number, denominator: number] | undefined {
  const several = severalOf(unit);
  if (several === null) return unit === "week" ? ["week", 1, 1] : sizes[unit];
  return several.of === "week" ? ["week", several.count, 1] : undefined;
}

const isKnownMeasure = (unit: Unit): boolean =>
  sizes[unit] !== undefined || isTimeUnit(unit) || isCalendarUnit(unit) || unit === "percent";

/** How many of the second unit one of the first is; `undefined` when it takes an agreement to know. */
export function unitFactor(from: Unit, to: Unit): Fraction | undefined {
  if (from === to) return fraction(1);
  const [plainFrom, plainTo] = [plainUnit(from), plainUnit(to)];
  if (plainFrom !== from || plainTo !== to) return unitFactor(plainFrom, plainTo);
  const relation = relateUnits(from, to);
  if (relation === "same" || relation === "countable") return fraction(1);
  if (relation !== "convertible") return undefined;
  const [one, other] = [sizeOf(from), sizeOf(to)];
  if (one === undefined || other === undefined) return undefined;
  return fraction(one[1] * other[2], one[2] * other[1]);
}
