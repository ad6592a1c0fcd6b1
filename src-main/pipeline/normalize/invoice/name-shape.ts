import { foldText, parseMonth } from "../values/index.ts";
import {
  countryOf,
  hasStrictLegalForm,
  isCityLine,
  isOnlyLegalForm,
  isStreet,
  opensStreet,
} from "./legal-names.ts";
import { isForAttention } from "./name-line.ts";
import { addressing, closing, isNumbered, opensWithParticle, owner, titles } from "./name-words.ts";
import { hasMoney } from "./printed-row.ts";

/** Whether a line may be somebody's name: no address, label, number, date, sentence or title. */
export function isNameLike(text: string): boolean {
  const trimmed = text.trim();
  if (!/\p{L}{2}/u.test(trimmed) || trimmed.length > 80 || trimmed.split(" ").length > 10) return false;
  if ((isStreet(trimmed) || opensStreet(trimmed)) && !hasStrictLegalForm(trimmed)) return false;
  if (isCityLine(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (
    /^c\/o\b|^[A-Z]{2}\d{2} ?[\dA-Z]{4} |@|https?:|www\.|^(?:t[eé]l|fon|phone|fax|mobil|telefon|e-?mail|ust|vat|iban|bic|attn|attention|z\.?\s?hd|t\.a\.v|page|seite|p\.?\s?o\.? box|tax id|ein|siret|siren|abn|nif|cif)\b/i.test(
      trimmed,
    )
  )
    return false;
  if (titles.test(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (owner.test(trimmed)) return false;
  if (/©|\(c\)|copyright/i.test(trimmed) || isOnlyLegalForm(trimmed)) return false;
  // A year dates a line, unless it closes a name of several words: "Friends of Pat Doe 2024".
  if (
    /\b20\d\d\b/.test(trimmed) &&
    !hasStrictLegalForm(trimmed) &&
    !/^\p{Lu}\p{L}+ (?:\p{L}+ )*\p{Lu}\p{L}+ 20\d\d(?:,? \p{L}+\.?)?$/u.test(trimmed)
  )
    return false;
  if (countryOf(trimmed) !== null || hasMoney(trimmed) || /^\W*\d/.test(trimmed)) return false;
  if (trimmed.split(" ").some((word) => parseMonth(word) !== null) && /\d{4}/.test(trimmed)) return false;
  // "Account 77. Runs from 1 May" goes on with a sentence.
  if (/\d/.test(trimmed) && /\p{L}{2}\S*\d?\. \p{Lu}\p{Ll}+ \p{Ll}/u.test(trimmed)) return false;
  if (/\d\. \p{Lu}\p{Ll}/u.test(trimmed)) return false;
  // "van der Kolk Schilderwerken", "de Groot & Zn.": particles of a name are small.
  if (/^\p{Ll}/u.test(trimmed) && !hasStrictLegalForm(trimmed) && !opensWithParticle.test(trimmed))
    return false;
  // "VF26/2207" is the number of something.
  if (/^\S*\d\S*$/.test(trimmed) && trimmed.replace(/\D/g, "").length >= 3) return false;
  // A letter may be for whoever holds an office: "The Manager" over the name of the house.
  if (
    /^(?:the )?(?:managing )?(?:manager|director|secretary|owner|proprietor|treasurer|occupier)s?$/i.test(
      trimmed,
    )
  )
    return false;
  if (addressing.test(trimmed)) return false;
  if (isForAttention(trimmed)) return false;
  // "Unit 6, Tofts Farm, TS25 2BQ. Company 06418833" is where somebody is, though a word of a legal form stands in it.
  if (/^(?:unit|suite|floor|flat|level|plot) ?\d+\p{L}?,/iu.test(trimmed)) return false;
  if (trimmed.includes("?")) return false;
  if (isNumbered(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  // "Agreement: GC-109" is a number behind its label.
  if (/^\p{L}[\p{L} ]{2,24}: ?(?=\S*\d)\S+$/u.test(trimmed)) return false;
  if (closing.test(foldText(trimmed)) && trimmed.split(" ").length <= 4) return false;
  // "Payment within ten days is appreciated." is a sentence; "Maple Grove Condominiums Assn." ends with a short word.
  const isSentence = /(?:\p{Ll}{3}|\p{Lu}{3})\.$/u.test(trimmed) && !/ \p{Lu}\p{Ll}{1,5}\.$/u.test(trimmed);
  if (isSentence && trimmed.split(" ").length >= 4 && !hasStrictLegalForm(trimmed)) return false;
  // "Made by", "Work done for": words over the name of somebody.
  if (/ (?:by|for|to|of|from|von|für|an|durch|par|pour|à|door|voor|aan|por|para|per|da):?$/u.test(trimmed))
    return false;
  if (/\bcapital\b|\bstammkapital\b|^(?:nr|no|nummer|number|numero|id|code)\.?$/i.test(trimmed)) return false;
  if (trimmed.split(" ").length <= 2 && /\d{5}/.test(trimmed)) return false;
  return !/[:]$/.test(trimmed);
}

const personTitles =
  /^(?:herrn?|frau|mr|mrs|ms|dr|prof|m\.|mme|mlle|monsieur|madame|dhr|mevr|sr|sra|sig|sig\.ra|dott|exmo|ing|dipl)\b\.?/i;

/** Whether a line opens with how people are addressed: "Frau Dr. Weiss". */
export function isPerson(text: string): boolean {
  return personTitles.test(text.trim());
}
