import { foldText } from "../../values/fold.ts";
import { tradesIn } from "../lexicon/trades.ts";
import type { Line } from "../structure/outline.ts";
import { isPublicBody } from "./body-names.ts";
import { isFirmName } from "./firm-names.ts";
import { looksLikePerson } from "./name-shape.ts";
import { legalForm } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";
import { deedsOf, servesOf } from "./roles-by-deeds.ts";

/** How much of the first lines tells what a paper is about. */
const subjectLength = 2500;
/** What stands behind a name as its own description. */
const descriptionLength = 160;
/** Folded words for who works on their own account, in seven languages. */
const soleTrader =
  /\b(?:sole trader|self-employed|freelancer?|prop\.|proprietor|einzelunternehm\w*|freiberuf\w*|inh\.|inhaber(?:in)?|entreprise individuelle|auto-?entrepreneu\w*|micro-?entrepr\w*|autonom[oa]|trabajador(?:a)? (?:por cuenta propia|autonom[oa])|ditta individuale|libero professionista|empresario em nome individual|empresaria em nome individual|trabalhador(?:a)? independente|eenmanszaak|zzp(?:'er)?|zelfstandige)\b/;
const bankAccount =
  /\b(?:iban|bank account|bankverbindung|sort code|bsb)\b|\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){3,7}\b/;
const taxNumber =
  /\b(?:vat|ust|uid|tva|iva|btw|gst|abn|siret|siren|nif|cif|nipc|kvk|mwst|p\. ?iva|partita iva|ein|rfc|cnpj|be 0)\b/;

const definite =
  "\\b(?:the|der|die|das|dem|den|des|le|la|du|au|el|al|del|il|lo|al|della|dello|o|a|ao|do|da|de|het|l'|all'|dell')[ ]?";

const withoutForm = (name: string): string =>
  name
    .replace(new RegExp(`[ ,]*${legalForm.source}\\.?$`, "i"), "")
    .replace(/[ ,&]+$/, "")
    .trim();

/** What later sentences call a party by: its short names, its name without the form, and the first words of it. */
function callingsOf(entry: FoundParty, others: readonly FoundParty[]): readonly string[] {
  const bare = withoutForm(entry.name);
  const words = bare.split(" ");
  const isShared = (piece: string): boolean =>
    others.some((other) => other !== entry && other.name.toLowerCase().includes(piece.toLowerCase()));
  const firsts = [words.slice(0, 2).join(" "), words[0] ?? ""].filter(
    (piece) => piece.length >= 5 && piece !== bare && /^\p{Lu}/u.test(piece) && !isShared(piece),
  );
  const last = looksLikePerson(entry.name) && bare === entry.name ? (words.at(-1) ?? "") : "";
  return [...new Set([...entry.aliases, entry.name, bare, ...firsts, last])].filter(
    (name) => name.length > 2,
  );
}

/** What the first lines are about, without the names of the parties themselves. */
function subjectOf(lines: readonly Line[], found: readonly FoundParty[]): string {
  const firsts = found.flatMap(({ name }) => /^[a-z]{4,}/.exec(foldText(name))?.[0] ?? []);
  const calling = new RegExp(`\\b(?:${firsts.join("|")})\\b`, "g");
  let subject = "";
  for (const [index, { prepared }] of lines.entries()) {
    if (subject.length > subjectLength) break;
    // Below the title, the first word of a name calls the party.
    subject += ` ${index === 0 || firsts.length === 0 ? prepared.folded : prepared.folded.replace(calling, " ")}`;
  }
  const named = found.reduce((text, { name }) => text.replaceAll(foldText(name), " "), subject);
  // "… sauf accord du laboratoire": a word of a name behind an article calls the party, and is no work.
  const nouns = found.flatMap(({ name }) => foldText(name).match(/[a-z]{5,}/g) ?? []);
  return nouns.length === 0
    ? named
    : named.replace(new RegExp(`${definite}(?:${nouns.join("|")})s?\\b`, "g"), " ");
}

const placeOf = (entry: FoundParty, lines: readonly Line[]): number =>
  lines.findIndex(({ prepared }) => prepared.text.includes(entry.name));

/** "KC-2025-08" for Kempen Computing: whose number a paper bears, and so whose paper it is. */
function bearsInitials(name: string, number: string | null): boolean {
  const letters = /^[A-Za-z]{2,4}(?=[^A-Za-z])/.exec(number ?? "")?.[0]?.toLowerCase();
  if (letters === undefined) return false;
  const initials = withoutForm(name)
    .split(/[ '-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join("");
  return initials.startsWith(letters);
}

/** Signs that only a comparison gives: each speaks for one of two, or for neither. */
function comparedSigns(
  one: FoundParty,
  other: FoundParty,
  lines: readonly Line[],
  trades: ReadonlySet<string>,
): number {
  const works = (entry: FoundParty): boolean =>
    [...tradesIn(foldText(entry.name))].some((trade) => trades.has(trade));
  const describedBy = (entry: FoundParty, pattern: RegExp): boolean => {
    const at = entry.at.prepared.folded;
    return pattern.test(
      at.slice(entry.at.end, entry.at.end + descriptionLength).split(other.name.toLowerCase())[0] ?? "",
    );
  };
  const only = (test: (entry: FoundParty) => boolean, weight: number): number =>
    (test(one) ? weight : 0) - (test(other) ? weight : 0);
  return (
    only(works, 1) -
    only(({ name }) => isPublicBody(foldText(name)), 1) +
    only((entry) => describedBy(entry, soleTrader), 1) +
    only((entry) => describedBy(entry, bankAccount), 1) +
    only((entry) => describedBy(entry, taxNumber), 0.5) +
    Math.sign(servesOf(callingsOf(one, [other]), callingsOf(other, [one]), lines)) * 1.5
  );
}

/** Whose paper it is, by who speaks in it: the name in the first lines, and the one whose initials its number bears. */
function voiceSign(
  entry: FoundParty,
  found: readonly FoundParty[],
  lines: readonly Line[],
  issuer: "seller" | "buyer" | null,
  number: string | null,
): number {
  if (issuer === null) return 0;
  const others = found.filter((other) => other !== entry);
  const place = placeOf(entry, lines);
  const isHead = place >= 0 && place <= 1 && others.every((other) => placeOf(other, lines) > place + 1);
  const isFirst =
    place >= 0 &&
    others.every(
      (other) =>
        placeOf(other, lines) > place ||
        (placeOf(other, lines) === place &&
          other.at.prepared === entry.at.prepared &&
          other.at.start > entry.at.start),
    );
  const isInitialed =
    bearsInitials(entry.name, number) && !others.some((other) => bearsInitials(other.name, number));
  const weight = (isHead ? 1 : isFirst ? 0.5 : 0) + (isInitialed ? 1 : 0);
  return issuer === "seller" ? weight : -weight;
}

/** Whether a party is a firm or a body, by its name. */
export const isFirm = ({ name }: FoundParty): boolean => isFirmName(name);

/**
 * What independent signs say of several parties, in their order: above 0 a party bills, below 0 it pays.
 *
 * @param issuer the side of who wrote the paper, if its words tell
 */
export function signsOf(
  found: readonly FoundParty[],
  lines: readonly Line[],
  issuer: "seller" | "buyer" | null,
  number: string | null,
): readonly number[] {
  const trades = tradesIn(subjectOf(lines, found));
  return found.map((entry) => {
    const deeds = deedsOf(callingsOf(entry, found), lines);
    const rivals = found.filter((other) => other !== entry);
    const [rival] = rivals;
    // Of two the one that does not write is written to.
    const answer =
      rival !== undefined && rivals.length === 1 ? voiceSign(rival, found, lines, issuer, number) / 2 : 0;
    const compared =
      rivals.reduce((sum, other) => sum + comparedSigns(entry, other, lines, trades), 0) /
      Math.max(1, rivals.length);
    return (
      1.5 * Math.max(-2, Math.min(2, deeds)) +
      compared +
      voiceSign(entry, found, lines, issuer, number) -
      answer
    );
  });
}
