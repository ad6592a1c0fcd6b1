import { isCityLine, isStreet } from "../../invoice/legal-names.ts";
import { lineKinds } from "../../kind/title-lines.ts";
import { foldText } from "../../values/fold.ts";
import type { Line } from "../structure/outline.ts";
import { paperWord } from "./letterhead-name.ts";
import { isName, isNobody } from "./name-shape.ts";
import { officeWords, roleOf } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** How far down a letter its address stands, and how many rows a person, an office and the whole block take. */
const reach = { head: 20, person: 2, block: 5 } as const;

/** "Ms. Renee Castellano", "Herrn Dr. Zbinden": a person by the form of address, alone in the row. */
const addressed =
  /^(?:(?:to|an|à|aan|para|al|alla|attn|attention)\b[.:]? ?)?(?:mr|mrs|ms|miss|mx|dr|prof|messrs|sir|herrn?|frau|monsieur|madame|mme|mlle|m|sr|sra|srta|d|dna|don|dona|sig|sigra|sig\.ra|egr|gent\.ma|dott|dott\.ssa|ing|avv|exmo|exma|dhr|mevr|mevrouw|de heer)\b\.? ?\p{L}/u;
/** "The Bursar", "Il Presidente", "Die Geschäftsleitung": an office behind an article, alone in the row. */
const office = /^(?:the|der|die|das|le|la|il|el|o|a|de|het) \p{L}+(?: \p{L}+){0,2}$/u;

/** Whether a row says who opens the letter, by a person's form of address or by an office, and not for whom. */
const opensLetters = ({ prepared: { text, folded } }: Line): boolean =>
  text.length < 60 &&
  !/\d|[;!?]/.test(text) &&
  (addressed.test(folded) || office.test(folded) || officeWords.test(text));

const isPlace = (text: string): boolean => isStreet(text) || isCityLine(text);

/**
 * The body that a letter goes to, in the row below the person or the office that opens it there.
 *
 * "The Bursar / St Oswin's School / Ripon HG4 2QT": its name needs no legal form, as its place tells what it is.
 */
export function addressedName(rows: readonly Line[], role: "buyer" | "seller"): FoundParty | null {
  const head = rows.slice(0, reach.head);
  const greeting = head.findIndex(
    ({ prepared }) => /[,:]$/.test(prepared.text) && greets.test(prepared.folded),
  );
  const letter = greeting < 0 ? head : head.slice(0, greeting);
  const aboveAddress = bodyAboveAddress(letter);
  for (const [index, row] of letter.entries()) {
    if (index === 0 || row.cells !== null || !opensLetters(row)) continue;
    const below = letter
      .slice(index + 1, index + 1 + reach.person)
      .find((next) => next.cells === null && !opensLetters(next));
    if (below === undefined) continue;
    const [name = ""] = below.prepared.text.split(/[,;(|]/);
    if (!isBody(name.trim())) continue;
    const at = { prepared: below.prepared, start: 0, end: name.trim().length };
    const found = { name: name.trim(), role, aliases: [], address: [], at, strength: 1.9 };
    // Between a person and the street may stand an office without an article: the body is the last of them.
    return aboveAddress !== null && aboveAddress.index > index
      ? { ...found, name: aboveAddress.name, at: aboveAddress.at }
      : found;
  }
  return null;
}

/** The name right above the first street or town that stands behind a person or an office. */
function bodyAboveAddress(
  letter: readonly Line[],
): { readonly name: string; readonly index: number; readonly at: FoundParty["at"] } | null {
  const opened = letter.findIndex((row, index) => index > 0 && row.cells === null && opensLetters(row));
  const place = letter.findIndex(
    ({ prepared, cells }, index) => index > opened + 1 && cells === null && isPlace(prepared.text),
  );
  const above = letter[place - 1];
  if (opened < 0 || above === undefined || place - opened > reach.block || opensLetters(above)) return null;
  const name = (above.prepared.text.split(/[,;(|]/)[0] ?? "").trim();
  return isBody(name)
    ? { name, index: place - 1, at: { prepared: above.prepared, start: 0, end: name.length } }
    : null;
}

/** "Dear Mrs Naidoo", "Sehr geehrter Herr Zbinden": what a letter begins with, in seven languages; folded. */
const greets =
  /^(?:dear|hi|hello|sehr geehrte[rs]?|guten tag|liebe[r]?|madame|monsieur|mesdames|messieurs|cher|chere|estimad[oa]s?|muy senor|distinguid[oa]s?|gentil[ei]|gent\.|egregi[oa]|spett|caro|cara|exm[oa]|prezad[oa]s?|car[oa]|geachte|beste)\b/;

const isBody = (name: string): boolean => {
  const folded = foldText(name);
  return (
    name.includes(" ") &&
    name.length <= 70 &&
    isName(name) &&
    !isNobody(name) &&
    !isPlace(name) &&
    !/\d{3}|[:?!]/.test(name) &&
    roleOf(folded) === null &&
    !paperWord.test(folded) &&
    lineKinds(folded).every(({ fit }) => fit < 0.5)
  );
};
