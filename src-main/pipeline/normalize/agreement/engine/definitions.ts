import type { Reading } from "./reading.ts";

const defining =
  /^["'„“«]?([\p{L}][\p{L}\d &/-]{1,40}?)["'”“»]? (?:means|shall mean|is defined as|refers to|bedeutet|bezeichnet|ist|designe|signifie|s'entend de|significa|se entiende|si intende|indica|entende-se|betekent|wordt verstaan) /u;

/** A defined term and the words of the clauses that use it. */
export interface Definition {
  readonly name: string;
  readonly usage: string;
}

/** What a unit defines: "\"Base Fee\" means $14,500". `null` for other sentences. */
export function definedName(reading: Reading): string | null {
  const match = defining.exec(reading.text);
  const name = match?.[1]?.trim() ?? null;
  const isQuoted = /^["'„“«]/u.test(reading.text);
  // A plain sentence ("The Fee is …") defines only in the clause of definitions, or in quotes.
  return name === null || !(isQuoted || reading.unit.zone === "definitions") ? null : name;
}

/**
 * Definitions of a document, by the unit that gives them.
 *
 * A fee that is defined in one clause and payable "for each month, in advance" in another is one term.
 */
export function findDefinitions(readings: readonly Reading[]): ReadonlyMap<Reading, Definition> {
  const found = new Map<Reading, Definition>();
  for (const reading of readings) {
    const name = definedName(reading);
    if (name === null) continue;
    const users = readings.filter((other) => other !== reading && other.text.includes(name));
    found.set(reading, { name, usage: users.map(({ folded }) => folded).join(" . ") });
  }
  return found;
}
