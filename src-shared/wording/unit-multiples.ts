import type { Unit } from "../model/index.ts";

/** So many of a unit that count as one: "1000 calls", "thousand labels". */
export interface UnitMultiple {
  /** 100, 1000 or 1000000. */
  readonly count: number;
  readonly of: Unit;
}

/** Numbers of units that prices are for, by their folded names in seven languages. */
const counts: Readonly<Record<string, number>> = {
  hundred: 100,
  hundert: 100,
  cent: 100,
  cento: 100,
  cien: 100,
  cem: 100,
  ciento: 100,
  honderd: 100,
  thousand: 1000,
  thousands: 1000,
  tausend: 1000,
  tsd: 1000,
  mille: 1000,
  mil: 1000,
  mila: 1000,
  millar: 1000,
  migliaio: 1000,
  milheiro: 1000,
  duizend: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  mio: 1_000_000,
  miljoen: 1_000_000,
};

const printed =
  /^(?:(?:per|je|pro|par|por|le|il|el|al|x)\s+|[/×]\s*)?(?:(100|1[ .,'\u2019\u00a0\u202f]?000(?:[ .,'\u2019\u00a0\u202f]?000)?)|(\p{L}+)\.?)(?:\s+(?:de |di |of )?(\p{L}.*))?$/u;

/**
 * "1000 calls", "1,000 Stk", "thousand labels" as so many of a unit; `null` for any other unit.
 *
 * Hundreds, thousands and millions only: a "50 kg bag" is one bag, and "28 days" are a period of hire.
 */
export function multipleOf(unit: Unit): UnitMultiple | null {
  const match = printed.exec(unit.trim().toLowerCase());
  if (match === null) return null;
  const [, digits, word, of = ""] = match;
  const count = digits === undefined ? counts[word ?? ""] : Number(digits.replace(/\D/g, ""));
  return count === undefined ? null : { count, of: of.trim() === "" ? "each" : of.trim() };
}

/** The unit of so many that count as one, as the model keeps it: "1000 call". */
export const unitOfMultiple = ({ count, of }: UnitMultiple): Unit => `${count} ${of}`;
