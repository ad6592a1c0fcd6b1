import type { FoundParty } from "./preamble-parties.ts";
import { roleOf } from "./party-words.ts";

/** What stands between a legal name and the one that its bearer goes by, folded. */
const goesBy =
  /^[,;]? ?(?:\()?(?:(?:also |sometimes |presently |currently )?(?:trading|operating|doing business|carrying on business|known|practi[sc]ing)(?: (?:under the (?:trade |business |trading )?name(?: (?:and style )?of)?|as))|t\/a|d\/b\/a|dba|o\/a|(?:handelnd |firmierend |auftretend )?unter (?:der )?(?:bezeichnung|marke|dem namen)|(?:handelend|h\.?o\.?d\.?n)(?: onder de (?:handels)?naa?m)?|(?:exer[cç]ant|agissant|op[eé]rant) sous (?:le nom(?: commercial)?(?: de)?|l'enseigne)|(?:nom commercial|enseigne|nombre comercial|nome comercial|nome commerciale|handelsnaam)(?: de)?|que opera (?:bajo|como)(?: el nombre(?: comercial)?(?: de)?)?|che opera (?:con il nome|come)|operante (?:con il nome|come))[.:]? ?/;

/** A name: capitalized words with small joints between them. */
const name =
  /^["“„]?((?:(?:the|de|la|le|el|il|das|die|der) )?\p{Lu}[\p{L}\d&.'’-]*(?: (?:(?:of|and|&|de|la|le|du|van|der|und|y|e) )*[\p{Lu}\d][\p{L}\d&.'’-]*){0,5})/u;

/** Names that a party trades under, where its description says so right behind its legal name. */
export function tradingNames({ at: { prepared, end } }: FoundParty): readonly string[] {
  const cue = goesBy.exec(prepared.folded.slice(end, end + 120));
  if (cue === null) return [];
  const found = name.exec(prepared.text.slice(end + cue[0].length, end + cue[0].length + 80))?.[1];
  return found === undefined || roleOf(found.toLowerCase()) !== null ? [] : [found.replace(/[.,]$/, "")];
}
