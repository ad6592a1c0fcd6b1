import { foldWording } from "./fold.ts";

/** What records of work, use and delivery are called, folded. */
const records =
  "(?:\\w*(?:nachweis|rapport|beleg|schein|aufmass|protokoll|zettel)(?:e[ns]?)?|dockets?|tickets?|time ?sheets?|delivery notes?|work orders?|job (?:cards?|sheets?)|logs?|log ?book|counts?|readings?|manifests?|certificates?|bons?|bordereaux?|releves?|pv|feuilles?|albaran(?:es)?|partes?|actas?|rapportin[oi]|boll[ae]|ddt|fogli[oa]?|bon(?:nen)?|staten?|werkbon(?:nen)?|guias?|registos?|folhas?)";
const pointers =
  "(?:as per|per|according to|acc\\.? to|see|laut|lt\\.?|gemass|gem\\.?|nach|siehe|selon|suivant|d'apres|voir|segun|conforme(?: a)?|come da|secondo|volgens|cf\\.?|vide)";
const pointed = new RegExp(
  `\\b${pointers} (?:the |l[ea]s? |il |de |het |o |a |our |your )?(?:\\w+ ){0,2}?${records}\\b`,
);

/** Whether a line says that it bills what a record shows: "as per docket 904", "laut Leistungsnachweis". */
export const refersToRecord = (description: string): boolean => pointed.test(foldWording(description));
