import { foldText } from "../values/fold.ts";
import { monthPattern } from "../values/month.ts";
import { isPersonText } from "../values/person-name.ts";

/** Names of sheets that say nothing of what stands on them, in seven languages, and names of times. */
const plain = new RegExp(
  `(?<!\\p{L})(?:sheet|tab|page|data|list|log|records?|reports?|summary|total|details?|overview|activity|deliver(?:y|ies)|usage|hours|times?|week|month|year|q[1-4]|export|tabelle|blatt|daten|liste|feuille?|feuil\\d*|donnees|hoja|datos|lista|foglio|dati|elenco|blad|gegevens|lijst|folha|dados|worksheet|${monthPattern})(?!\\p{L})`,
  "u",
);

/** What the name of a sheet says its rows count: "Storage", "Bulk storage"; `null` for a plain name, a time or a person. */
export function thingOfSheet(name: string): string | null {
  const trimmed = name.trim();
  const isThing = /^\p{Lu}[\p{L} &/-]{3,30}$/u.test(trimmed) && !plain.test(foldText(trimmed));
  return isThing && !isPersonText(trimmed) ? trimmed : null;
}
