import { foldText } from "../../values/fold.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isRole } from "../lexicon/roles.ts";
import { isName } from "./person-names.ts";

/** A name that opens its line, and behind a dash, a comma or a colon what its bearer does: "Ana Ruiz – designer". */
const namedLine =
  /^\W*((?:\p{Lu}[\p{L}.'’-]*)(?: (?:(?:van|von|der|de|den|di|da|del|la|el|al|bin|zu|ter|ten) )*\p{Lu}[\p{L}.'’-]*){1,3}) ?[,:|–-] ?(\p{L}[\p{L}\d /&.'’-]{2,44}?)[.,;]?$/u;

/** What a line says of a name: behind a mark, or in another column, where the words behind the name are a role. */
function nameAndRole(text: string): readonly [name: string, role: string] | null {
  const [, name, role] = namedLine.exec(text) ?? [];
  if (name !== undefined && role !== undefined) return [name, role];
  const words = text
    .trim()
    .replace(/[.,;]$/, "")
    .split(/\s+/);
  const count = [2, 3].find(
    (most) => words.slice(0, most).every(isCapital) && isRole(foldText(words.slice(most).join(" "))),
  );
  return count === undefined ? null : [words.slice(0, count).join(" "), words.slice(count).join(" ")];
}

const isCapital = (word: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(word);

interface Named {
  readonly name: string;
  readonly role: string;
  readonly reading: Reading;
}

/**
 * Lines of a name and a role under each other are the people who do the work; one line alone may be who signs.
 *
 * Only where two or more stand together, outside of signatures, and half of the roles are known.
 */
export function listedPeople(readings: readonly Reading[], facts: DocumentFacts): readonly Candidate[] {
  const runs: Named[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const reading of readings) {
    const { unit } = reading;
    if (unit.zone === "signature" || unit.zone === "boilerplate") continue;
    const [name, role] = unit.text.length < 90 ? (nameAndRole(unit.text) ?? []) : [];
    if (name === undefined || role === undefined || !isName(name, facts) || !/\p{Ll}/u.test(name)) continue;
    const run = runs.at(-1);
    if (run !== undefined && unit.order - last <= 1) run.push({ name, role, reading });
    else runs.push([{ name, role, reading }]);
    last = unit.order;
  }
  return runs.flatMap((run): readonly Candidate[] => {
    const [first] = run;
    const known = run.filter(({ role }) => isRole(foldText(role))).length;
    if (first === undefined || run.length < 2 || known * 2 < run.length) return [];
    return [
      {
        type: "roster",
        key: `roster|${run.map(({ name }) => name).join("+")}`,
        value: { people: run.map(({ name, role }) => ({ name, role })) },
        from: null,
        to: null,
        confidence: 0.75,
        parts: run.map(({ reading: { unit } }) => ({
          prepared: unit.prepared,
          start: unit.start,
          end: unit.end,
        })),
        order: first.reading.unit.order,
        clause: first.reading.unit.clause,
      },
    ];
  });
}
