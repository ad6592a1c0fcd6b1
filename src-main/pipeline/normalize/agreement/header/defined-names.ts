import { isPartyNoun, isSideWord, roleOf } from "./party-words.ts";

/** Short names that a text gives behind a full one: `("Client")`, `(hereinafter the "Agency")`, `, hierna: "Leverancier"`. */
export interface Definition {
  readonly aliases: readonly string[];
  readonly start: number;
  readonly end: number;
}

// "hereinafter (referred to as)" in seven languages.
const cue =
  "(?:here(?:in)?after|herein|below|nachfolgend|nachstehend|im (?:folgenden|weiteren)|kunftig|ci-apres|en adelante|en lo sucesivo|(?:di|in) seguito|adiante|doravante|daqui em diante|hierna|verder|hereinafter)";
const naming =
  "(?:(?:individually |collectively |jointly )?(?:referred to as|called|known as)|genannt|bezeichnet als|als|denomme(?:e)?s?|designe(?:e)?s?|appele(?:e)?s?|denominad[oa]|llamad[oa]|denominat[oa]|anche|solo|per brevita|designad[oa](?: por)?|apenas|te noemen|ook(?: te noemen)?|aangeduid als|aan te duiden als)";
const article = "(?:the|der|die|das|le|la|les|l'|el|los|las|il|lo|o|a|de|het)";

const bracketed = new RegExp(`\\((?=[^()]{0,160}(?:"|${cue}|\\b${article} [a-z]))([^()]{2,200})\\)`, "g");
// A word of a short name ends in no stop: what follows a stop is the next sentence.
const word = "[\\p{L}&'](?:[\\p{L}&.'-]*[\\p{L}&'-])?";
const unbracketed = new RegExp(
  `(?:[,;.-] ?|\\s)${cue}(?: ${naming}| ${article}(?=[ "])| ${cue}| (?:kurz|auch|nur|simply|solo|anche|ook)|,|:)* ?:? ?"? ?(${word}(?: ${word}){0,3}) ?"?(?: genannt| bezeichnet| te noemen)?`,
  "gu",
);
const inTheRoleOf = new RegExp(
  `[ ,](?:als|as|acting as|in its capacity as|in der eigenschaft als|in (?:de )?hoedanigheid van|en (?:sa |leur )?qualite (?:de|d')|en tant que|en calidad de|como|in qualita di|quale|na qualidade de) ?(?:${article} ?)?([a-z][a-z' -]{3,24}?)(?=[ ,.;)]|$)`,
  "g",
);
const calledSo = new RegExp(`^\\(${cue}\\b`);
const plain = /[,\s]"([^"]{2,30})"/g;

const otherThings =
  /^(?:this |that |an? |\d|agreement|contract|amendment|addendum|letter|instrument|lease|event|facility|site|website|territory|recitals?|effective|services?|products?|term|territory|fees?|part(?:y|ies)|partei|partie|parte|sow|order|exhibit|act|code|project|works?|premises|equipment|goods|program|software|system|deliverables?|confidential|commencement|date|vertrag|leistung|contrat|contrato|contratto|overeenkomst|collectively|together|jointly|each|either|individually|vat|mwst|iva|tva|btw)\b|\b(?:agreement|contract|date|services|products|term|act|plan|vertrag|overeenkomst)$/;

/** "Client (hirer)" explains one word for a side by another, and names nobody. */
const wordBefore = (folded: string, at: number): string =>
  /([a-z'-]+) ?$/.exec(folded.slice(0, at))?.[1] ?? "";

/** What German contracts call the sides by for short. */
const initials: Readonly<Record<string, readonly string[]>> = { AG: ["Auftraggeber"], AN: ["Auftragnehmer"] };

const cleanAlias = (print: string): string =>
  print
    .trim()
    .replace(new RegExp(`^(?:(?:${cue}|${naming})\\b[ ,:]*)+`, "iu"), "")
    .replace(new RegExp(`^(?:${article}) `, "iu"), "")
    // "L'Appaltatore" runs into its name; a firm called "L'Oro" prints its capital.
    .replace(/^l['’](?=\p{Lu})/u, "")
    .replace(/ (?:genannt|bezeichnet|te noemen)$/i, "")
    .replace(/^["'\s]+|["'\s,.;:]+$/g, "")
    .trim();

/** Every definition of a short name in a prepared text, in order of place; what names no party is left out. */
export function findDefinitions(text: string, folded: string): readonly Definition[] {
  const found: Definition[] = [];
  const add = (start: number, length: number, prints: readonly string[]): void => {
    const end = start + length;
    if (found.some((other) => other.start < end && start < other.end)) return;
    const aliases = prints
      .map(cleanAlias)
      .filter(
        (alias) =>
          alias.length >= 2 &&
          alias.length <= 40 &&
          (isPartyNoun(alias.toLowerCase()) || !otherThings.test(alias.toLowerCase())),
      );
    if (aliases.length > 0)
      found.push({ aliases: aliases.flatMap((alias) => [...(initials[alias] ?? []), alias]), start, end });
  };
  for (const match of folded.matchAll(bracketed)) {
    const inside = text.slice(match.index + 1, match.index + match[0].length - 1);
    const quoted = [...inside.matchAll(/"([^"]{2,40})"/g)].map((piece) => piece[1] ?? "");
    const bare = cleanAlias(inside);
    // Without quotation marks only a word that contracts use for a party is a short name, or one that is called so.
    const isCalled =
      calledSo.test(match[0]) && /^\p{Lu}[\p{L}\d&.'-]*(?: \p{Lu}[\p{L}\d&.'-]*){0,2}$/u.test(bare);
    const prints = quoted.length > 0 ? quoted : isCalled || isPartyNoun(bare.toLowerCase()) ? [bare] : [];
    add(match.index, match[0].length, prints);
  }
  // "Stichting Noord (opdrachtgever)": a bracket that holds nothing but the word for a side.
  for (const match of folded.matchAll(/\(([^()]{3,30})\)/g))
    if (roleOf(match[1] ?? "") !== null && roleOf(wordBefore(folded, match.index)) === null)
      add(match.index, match[0].length, [text.slice(match.index + 1, match.index + match[0].length - 1)]);
  // "– Auftraggeber –", ", sous-traitant.": the word for a side, set off from the description before it.
  for (const match of folded.matchAll(/(?: - ?|, )([a-z][a-z' -]{3,24}?)(?: ?-(?= |$)|(?=[,.;]|$))/g)) {
    const print = text.slice(match.index + match[0].indexOf(match[1] ?? ""));
    if (isSideWord(match[1] ?? ""))
      add(match.index, match[0].length, [print.slice(0, (match[1] ?? "").length)]);
  }
  // "…, als Auftraggeberin", "acting as Client", "en qualité de prestataire": the side that somebody takes.
  for (const match of folded.matchAll(inTheRoleOf)) {
    const side = match[1] ?? "";
    if (isSideWord(side))
      add(match.index, match[0].length, [
        text.slice(match.index + match[0].length - side.length).slice(0, side.length),
      ]);
  }
  for (const match of folded.matchAll(unbracketed)) {
    const at = match.index + match[0].indexOf(match[1] ?? "");
    const print = text.slice(at, at + (match[1] ?? "").length);
    const isQuoted = match[0].includes('"');
    const alias = cleanAlias(
      isQuoted ? print : (print.split(/ (?=(?:and|und|et|y|e|en|shall|will)\b)/)[0] ?? print),
    );
    // "… en adelante la EMPRESA": a capital makes a name of it.
    if (isQuoted || isPartyNoun(alias.toLowerCase()) || /^\p{Lu}/u.test(alias))
      add(match.index, match[0].length, [alias]);
  }
  for (const match of folded.matchAll(plain)) {
    const alias = text.slice(match.index + 2, match.index + match[0].length - 1);
    if (isPartyNoun(alias.toLowerCase()) || /^[A-Z]{2,6}$/.test(alias))
      add(match.index, match[0].length, [alias]);
  }
  return found.sort((one, other) => one.start - other.start);
}

const wordsOf = (folded: string): readonly string[] =>
  folded.split(/[^a-z\d&]+/).filter((word) => word.length > 0);

/** Whether a short name goes with a full one: a party's noun, a word of the name, or its initials. */
export function isShortFor(alias: string, name: string): boolean {
  const short = alias.toLowerCase();
  const full = name.toLowerCase();
  if (isPartyNoun(short)) return true;
  const words = wordsOf(full);
  if (wordsOf(short).some((word) => word.length > 2 && words.some((other) => other.startsWith(word))))
    return true;
  const letters = short.replace(/[^a-z\d]/g, "");
  if (letters.length < 2 || letters.length > 7) return false;
  const initials = words.map((word) => word.charAt(0)).join("");
  let at = 0;
  for (const letter of letters) {
    at = full.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return initials.includes(letters) || letters.charAt(0) === initials.charAt(0);
}
