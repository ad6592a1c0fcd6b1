import { foldText } from "../values/fold.ts";

/** What is used up for work, folded, in seven languages. */
const things =
  "materials?|parts?|spares?|spare parts?|consumables?|material(?:ien|verbrauch)?|verbrauchsmaterial|ersatzteile?|kleinmaterial|fournitures?|materiels?|materiaux|pieces?|materiaal|materialen|onderdelen|materiales|repuestos?|recambios?|piezas?|material[ei]|ricambi|pezzi|materiais|pecas?";
/** That it was used up. */
const used =
  "used|fitted|installed|supplied|replaced|consumed|changed|verbaut\\w*|eingebaut\\w*|verwendet\\w*|verbraucht\\w*|benotigt\\w*|ersetzt\\w*|fournie?s?|posee?s?|utilisee?s?|employee?s?|remplacee?s?|consommee?s?|changee?s?|gebruikte?|verbruikte?|geplaatste?|verwerkte?|vervangen|utilizad[oa]s?|emplead[oa]s?|colocad[oa]s?|instalad[oa]s?|usad[oa]s?|sustituid[oa]s?|impiegat[oiae]|utilizzat[oiae]|montat[oiae]|usat[oiae]|fornit[oiae]|sostituit[oiae]|aplicad[oa]s?|substituid[oa]s?";
const joint = "(?: (?:and|und|et|en|y|e|&) (?:THINGS))?".replace("THINGS", things);
const label = new RegExp(
  `^(?:(?:${used}) )?(?:${things})${joint}(?: (?:${used}))?(?: (?:on|for|at) (?:site|job|the job))?$|^(?:used|verbaut|eingebaut|verbraucht|verwendet)$`,
);

/** Whether a label announces what was used up for the work: "Parts fitted", "Materiale impiegato", "Used". */
export const namesMaterial = (text: string): boolean => label.test(foldText(text).trim());
