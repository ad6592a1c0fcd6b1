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

const numbers = "(?:numbers?|nos?\\.?|nr\\.?|#|ids?|refs?\\.?|references?|nummern?|nummers?)";
const askedNumber = new RegExp(
  `\\b${records}[- ]?${numbers}(?![a-z])|\\b(?:numeros?|numeri|n[o°]\\.?|nummer(?:n)?) (?:d[eiou]l?(?:la|le|lo|l'|s|a)? |de l'|der |des |van (?:de |het )?)?(?:[a-z]+ )?${records}(?![a-z])`,
);

/** Whether a clause wants the number of the paper that work is recorded on: "citing the work order number". */
export const asksForRecordNumber = (clause: string): boolean => askedNumber.test(foldWording(clause));

const titled = new RegExp(
  `^(?:[a-z.'-]+ ){0,3}(?:${records}|documento di trasporto|packing slips?|bons? de [a-z]+|nota de entrega)(?: de [a-z]+)?(?: ?(?:no|nr|n|num[a-z]*|number|nummer|ref)\\b\\.?)? ?[°º#:–-]? ?((?:[a-z]{1,5}[-/.]?)?\\d[\\w/.-]*)(?:[ ,]*(?:$|[–(-]|(?:of|dated|vom|du|del|d\\.d\\.|van|de|do|date|datum|data|fecha)\\b))`,
);
const dateLike = /^(?:(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)$/;

/** The number in the title of a record: "WORK ORDER WO-3341", "Documento di trasporto n. 451 del 6/5"; `null` for a day. */
export function recordNumberIn(title: string): string | null {
  const folded = foldWording(title);
  const number = titled.exec(folded)?.[1]?.replace(/[.,]$/, "");
  if (number === undefined || dateLike.test(number)) return null;
  const at = title.toLowerCase().lastIndexOf(number);
  return at < 0 ? number.toUpperCase() : title.slice(at, at + number.length);
}

const named = new RegExp(
  `\\b(?:${records}|records?)(?:[- ]?${numbers}| n\\.?[°ºo]?\\.?| num\\.?)? ?[:#]? ?((?:[a-z]{1,4}-?)?\\d[\\w-]{0,11})(?![\\w.,/-]*\\d)`,
  "g",
);

/** Numbers behind the word for a record in a line: "(bon 412)", "docket no. 88". Dates and years are none. */
export const recordNumbersNamedIn = (description: string): readonly string[] =>
  [...foldWording(description).matchAll(named)].flatMap(([, number = ""]) =>
    dateLike.test(number) ? [] : [number],
  );

/** Records that count what is billed and nothing else, in seven languages, folded. */
const countingRecords =
  /\b(?:delivery (?:notes?|dockets?|tickets?)|(?:weigh(?:bridge|ing)?|scale|load|signed) (?:notes?|dockets?|tickets?)|time ?sheets?|job ?sheets?|work ?sheets?|lieferscheine?n?|wiegescheine?n?|\w*(?:leistungs|tatigkeits|stunden|arbeits)(?:nachweise?|zettel|berichte?)n?|bons? de (?:livraison|pesee|travail|commande signes?)|bordereaux? de livraison|feuilles? d'heures|releves? d'heures|albaran(?:es)?|partes? de (?:trabajo|horas)|boll[ae] di consegna|documenti? di trasporto|ddt|rapportin[oi]|(?:lever|afleverings|leverings|pak|weeg|werk)bon(?:nen)?|urenstaten|urenstaat|guias? de (?:remessa|transporte|entrega)|folhas? de horas)\b/;

/** Whether a clause of an agreement names the records that count what is billed: "as shown on the signed delivery notes". */
export const namesCountingRecords = (clause: string): boolean => countingRecords.test(foldWording(clause));
