import type { RosterValue } from "../../../../../src-shared/model/index.ts";
import { isSamePerson } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";

/**
 * The people whom one paper names in several places, as one roster: a sentence says who leads, a table what each costs.
 *
 * Each of the places would otherwise contradict the others. Rosters of other days, and people who only join those that
 * work already, stay terms of their own.
 */
export function withOneRoster(candidates: readonly Candidate[]): readonly Candidate[] {
  const isWhole = ({ type, absent, conditions }: Candidate): boolean =>
    type === "roster" && absent !== true && (conditions ?? []).length === 0;
  const [first, ...others] = candidates.filter(isWhole);
  if (first === undefined) return candidates;
  const joined = others.filter(({ from, to }) => from === first.from && to === first.to);
  if (joined.length === 0) return candidates;
  const people: RosterValue["people"][number][] = [];
  for (const person of [first, ...joined].flatMap(({ value }) => (value as RosterValue).people)) {
    const at = people.findIndex(({ name }) => isSamePerson(name, person.name));
    const known = people[at];
    if (known === undefined) people.push(person);
    else people[at] = { name: known.name, role: known.role ?? person.role };
  }
  const one: Candidate = {
    ...first,
    value: { people },
    parts: [first, ...joined].flatMap(({ parts }) => parts),
    confidence: Math.min(...[first, ...joined].map(({ confidence }) => confidence)),
  };
  return candidates.flatMap((candidate) =>
    candidate === first ? [one] : joined.includes(candidate) ? [] : [candidate],
  );
}
