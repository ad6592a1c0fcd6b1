import { isGivenName, nameShape } from "../../values/person-name.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import { isRole } from "../lexicon/roles.ts";

const title =
  "(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Herr|Frau|M|Mme|Mlle|Sr|Sra|D|Dª|Sig|Sig\\.ra|Dott|Dott\\.ssa|Ing|Dipl\\.-Ing|Eng\\.º|Dhr|Mevr|ing|ir|drs)\\.? )";
const word = "(?:\\p{Lu}[\\p{L}'’]*[\\p{Ll}][\\p{L}'’-]*|\\p{Lu}\\.)";
const particle = "(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|el|al|bin|zu|ter|ten|ibn) ";

/** What is printed as a name in running text: two to four words in capitals, titles before them. */
export const printedName = `${title}*${word}(?: (?:${particle}){0,2}${word}){1,3}`;

const leadingTitles = new RegExp(`^${title}+`, "u");

/** A name without the titles before it: "Dr. Ana Ruiz". */
export const bareName = (printed: string): string => printed.replace(leadingTitles, "").trim();

const organization =
  /\b(?:Ltd|Limited|LLC|LLP|Inc|Corp|GmbH|AG|KG|SA|SAS|SARL|Srl|SpA|BV|NV|Lda|PLC|Company|Group|Services|Solutions|Council|School|University|Hospital|Centre|Center|Street|Road|Rd|Avenue|Ave|Blvd|Boulevard|Highway|Parkway|Park|House|Agreement|Contract|Schedule|Order|Terms|Law|Act|Bank|Index|Day|Commission|Account|Securities|Regulation|Fund|Trust|Department|Board|Committee|Authority|Drive|Lane|Place|Crescent|Court|Square|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

const side =
  /^(?:Customer|Client|Buyer|Seller|Provider|Supplier|Contractor|Agency|Company|Council|Kunde|Auftraggeber|Auftragnehmer|Cliente|Proveedor|Fornitore|Committente|Klant|Opdrachtgever)\b/;

/** The words of a text that begin in a small letter. */
export const commonWordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}-]+/gu) ?? []));

/** Words that bind others, which a heading or a sentence opens with and no name holds. */
const bindingWord =
  /^(?:The|A|An|If|Each|Any|All|No|Such|Every|Either|Neither|Other|This|That|These|Those|Upon|At|To|Of|And|Or|On|For|In|By|With|From|Its|Their|Your|Our|Party|Parties|Date|Attn|Attention|Facsimile|Policy|Insurance)$/;

/** Articles of other languages that no name opens with; "De", "La", "Le" and "Lo" do open surnames. */
const article =
  /^(?:Ein|Eine|Einen|Einem|Einer|Der|Die|Das|Den|Dem|Un|Une|Una|Uno|Um|Uma|Een|Het|Les|Los|Las|Gli) /;

/** "Execution Date", "Rail Facility", "Replacement At Request": a defined term or a heading, made of common words. */
function isThing(bare: string, { commonWords }: DocumentFacts): boolean {
  const words = bare.split(" ");
  // "Owner's Rail Yard": what somebody has.
  if (words.some((word) => bindingWord.test(word) || /['’]s?$/u.test(word))) return true;
  return !words.some(isGivenName) && words.every((word) => commonWords.has(word.toLowerCase()));
}

/** Two words or more in the shape of a name that are no party of the agreement, no organization, thing, day or role. */
export function isName(printed: string, facts: DocumentFacts): boolean {
  const bare = bareName(printed);
  const { partyNames } = facts;
  return (
    bare.split(" ").length >= 2 &&
    !side.test(bare) &&
    !article.test(bare) &&
    !isThing(bare, facts) &&
    nameShape.test(bare) &&
    !organization.test(bare) &&
    !isRole(bare) &&
    !partyNames.some((party) => party.toLowerCase().includes(bare.toLowerCase()))
  );
}

/** The name in a cell, without titles before and letters behind it: "Jane R. Roe, CPA"; `null` for other words. */
export function nameIn(text: string, facts: DocumentFacts): string | null {
  const bare = bareName(text.trim().replace(/, (?:\p{Lu}[\p{L}.]{1,6})(?:, \p{Lu}[\p{L}.]{1,6})*$/u, ""));
  return isName(bare, facts) ? bare : null;
}
