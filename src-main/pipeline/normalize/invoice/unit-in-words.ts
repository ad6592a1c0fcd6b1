import type { Unit } from "../../../../src-shared/model/index.ts";
import { parseUnit } from "../values/index.ts";
import type { Token } from "./layout.ts";
import type { UnitCell } from "./table-cells.ts";

/** What is counted by measure; a piece of the trade ("site", "lot") in a description may be what is sold. */
const measured: ReadonlySet<Unit> = new Set<Unit>([
  "minute",
  "hour",
  "day",
  "half-day",
  "week",
  "month",
  "night",
  "shift",
  "kilometre",
  "mile",
  "kilogram",
  "tonne",
  "litre",
  "metre",
  "square-metre",
  "cubic-metre",
  "square-foot",
  "cubic-yard",
  "kilowatt-hour",
  "pallet",
  "page",
  "word",
  "pound",
  "bottle",
  "user",
]);

const perWord = /^(?:per|pro|je|par|por|al|alla|à|ogni)$/i;

/**
 * The unit that the words of a line name for its count: behind the last comma ("Wool handlers, hours"), behind "per"
 * ("Scaffold hire, per week"), or first ("Kilómetros", "Hours over the bank"). `null` where several are named.
 */
export function unitInWords(description: readonly Token[]): UnitCell | null {
  const told = [...behindPer(description), ...behindComma(description), ...opening(description)];
  const units = new Set(told.map(({ unit }) => unit));
  const [only] = told;
  return units.size === 1 && only !== undefined ? only : null;
}

const wordOf = ({ text }: Token): string => text.replace(/^[(]+|[).,;:]+$/g, "");

/** Hours in the north, and a thing that is sold elsewhere: "Boiler control, timer". */
const things = /^timer$/i;

function unitAt(token: Token | undefined, place: "unit-cell" | "anywhere"): readonly UnitCell[] {
  if (token === undefined || things.test(wordOf(token))) return [];
  const unit = parseUnit(wordOf(token), place);
  return unit !== null && measured.has(unit) ? [{ unit, tokens: [token] }] : [];
}

function behindPer(tokens: readonly Token[]): readonly UnitCell[] {
  return tokens.flatMap((token, at) =>
    at > 0 && perWord.test(wordOf(token)) ? unitAt(tokens[at + 1], "unit-cell") : [],
  );
}

const endsPart = ({ text }: Token): boolean => /[,:–-]$/.test(text);

function behindComma(tokens: readonly Token[]): readonly UnitCell[] {
  const [ahead, before, last] = [-3, -2, -1].map((at) => tokens.at(at));
  if (before === undefined || last === undefined) return [];
  // "Interim controller, half day": a unit of two words.
  const both = ahead !== undefined && endsPart(ahead) ? parseUnit(`${wordOf(before)} ${wordOf(last)}`) : null;
  if (both !== null && measured.has(both)) return [{ unit: both, tokens: [before, last] }];
  return endsPart(before) || /^\(.+\)$/.test(last.text) ? unitAt(last, "unit-cell") : [];
}

/** Plural words of measure only: "Hour of the artist" names no count, "Hours" do. */
function opening([first, next]: readonly Token[]): readonly UnitCell[] {
  if (first === undefined || first.text.length < 4 || /^\d/.test(next?.text ?? "")) return [];
  return /(?:s|en|re|ras|ros|i)$/i.test(wordOf(first)) || next === undefined ? unitAt(first, "anywhere") : [];
}

/** Occasions of work, which are counted one by one. */
const occasions: ReadonlySet<Unit> = new Set<Unit>([
  "visit",
  "trip",
  "shift",
  "call-out",
  "delivery",
  "load",
  "drop",
]);

/**
 * The unit that a row counts by the occasion in the plural that its description ends in ("Patrol visits", "Site trips") and
 * by the name of its column. 3.5 in a column of hours are hours; whether 3 are visits or hours there, nothing says.
 */
export function unitOfOccasion(
  description: readonly Token[],
  named: UnitCell | null,
  isWhole: boolean,
): UnitCell | null {
  const occasion = occasionAtEnd(description);
  if (occasion === null || named === null || named.unit === occasion.unit) return occasion ?? named;
  return isWhole ? null : named;
}

function occasionAtEnd(description: readonly Token[]): UnitCell | null {
  const [before, last] = [description.at(-2), description.at(-1)];
  // "Fuel surcharge, 3 loads" × 1,305: loads with a count of their own are not what the row counts.
  if (before !== undefined && /^\d+$/.test(before.text)) return null;
  const unit = last === undefined || !/s\W*$/i.test(last.text) ? null : parseUnit(wordOf(last), "unit-cell");
  return last !== undefined && unit !== null && occasions.has(unit) ? { unit, tokens: [last] } : null;
}
