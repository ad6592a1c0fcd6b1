import { namesTrade } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/fold.ts";
import { isGivenName, isPersonText, nameShape } from "../values/person-name.ts";

/** Who a chunk of a line names, and as what. */
export interface NamedPerson {
  readonly name: string;
  /** The trade before or behind the name: "Geselle", "Tontechniker". */
  readonly role: string | null;
}

/** A name of a person beside a trade: "Kogler", "R. Vogt", "van Dam". */
const surname = /^(?:(?:van|von|de|der|den|di|da|la|le) )*\p{Lu}[\p{L}'’-]{2,}$/u;

/** The name in a chunk, without the trade beside it: "Geselle T. Hageböck", "Tontechniker Kogler", "Kogler (Helfer)". */
export function nameOf(chunk: string, persons: readonly string[]): NamedPerson | null {
  const [, trade = "", name = ""] =
    /^(\p{Lu}[\p{L}-]{2,})\s+(\p{Lu}\.?\s.+|\p{Lu}[\p{L}'’-]+\s.+)$/u.exec(chunk) ?? [];
  if (trade !== "" && !isGivenName(trade) && isPersonText(name, persons)) return { name, role: trade };
  if (isPersonText(chunk, persons)) return { name: chunk, role: null };
  const [first = "", ...others] = chunk.split(" ");
  const rest = others.join(" ");
  if (namesTrade(first) && surname.test(rest) && !namesTrade(rest)) return { name: rest, role: first };
  const [, bare = "", behind = ""] = /^(\p{L}[\p{L}.'’ -]*?),? \(?(\p{L}{4,})\)?$/u.exec(chunk) ?? [];
  return surname.test(bare) && namesTrade(behind) && !namesTrade(bare) ? { name: bare, role: behind } : null;
}

/** The first person that words between gaps, dashes and commas name. */
export const personIn = (words: string, persons: readonly string[]): string | null =>
  chunksOf(words).flatMap((chunk) => nameOf(chunk, persons)?.name ?? [])[0] ?? null;

export const trimmed = (text: string): string =>
  text
    .replace(/[.·…_]{3,}\s*$/u, "")
    .replace(/^[\s:.,;|/()–—@=x×*•·-]+|[\s:,;|/()–—@=×*•·-]+$/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** Words around times and figures that say nothing of the work: "von … bis … Uhr", "from … to". */
const frames =
  /^\s*(?:(?:von|bis|from|to|until|de|des|à|du|au|das|às|dalle|alle|van|tot|uhr|uur|hrs|for|fur|für|pour|voor|per|por|x|um|at)(?=\s|$)\s*)+|(?:(?:^|\s)(?:von|bis|from|to|until|de|à|du|au|das|às|dalle|alle|van|tot|uhr|uur|for|für|pour|voor|per|por|um|at))+\s*$/giu;

/** Words between gaps, dashes and commas: a name, a task, a place. */
export const chunksOf = (text: string): readonly string[] =>
  text
    .split(/\s{2,}|\s[–—|/-]\s|[;:|\t]|,\s/u)
    .map((chunk) => trimmed(chunk.replace(frames, " ")))
    .filter((chunk) => /\p{L}{2}/u.test(chunk) || /^\p{Lu}$/u.test(chunk));

/** Words at the head of a line that are no name: prepositions, and what trades do. */
const noNames =
  /^(?:on|at|in|the|we|i|am|im|den|der|die|das|le|la|les|du|el|los|il|lo|em|op|de|het|een|vom|von|montage|demontage|fahrt|anfahrt|ruckfahrt|wartung|reparatur|service|meeting|besprechung|buro|office|training|travel|support|design|entwicklung|development|installation|cleaning|reinigung|maler\w*|streichen|aufbau|abbau|regie|formation|deplacement|reunion|entretien|nettoyage|pose|peinture|depannage|reparation|montaje|limpieza|viaje|visita|mantenimiento|riunione|pulizia|viaggio|montaggio|manutenzione|reuniao|limpeza|viagem|montagem|manutencao|vergadering|schoonmaak|reis|onderhoud|schilderwerk|totaal|total)$/;

/** Whether texts are names of persons, of which lists know one at least: each of two words and more, in a name's shape. */
export const areFullNames = (texts: readonly string[]): boolean =>
  texts.every((text) => nameShape.test(text) && text.includes(" ")) &&
  texts.some((text) => isPersonText(text));

/** "Kessler jun.", "Ward Sr": of two of one name which it is. */
const generation = / (?:jun|sen|jr|sr|junior|senior)\.?$/i;

/** Whether a chunk may be a name that no list knows. */
export const mayBeName = (chunk: string): boolean => {
  const name = chunk.replace(generation, "");
  return nameShape.test(name) && !noNames.test(foldText(name)) && !name.includes(" ");
};
