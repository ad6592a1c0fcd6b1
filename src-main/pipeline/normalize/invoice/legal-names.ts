import { matchFieldLabels } from "../labels/index.ts";
import { foldText } from "../values/index.ts";
import { hasMoney } from "./printed-row.ts";

/** Legal forms by country; for finding names only, never to change them. */
const legalForms =
  "gmbh|ug|ag|kg|ohg|gbr|e\\.?\\s?k\\.?|e\\.?\\s?u\\.?|se|kgaa|gmbh\\s?&\\s?co\\.?(?:\\s?kg)?|e\\.?\\s?v\\.?|eg|partg|a\\.?\\s?g\\.|mbh|" +
  "ltd|limited|llp|plc|dac|llc|l\\.l\\.c|inc|incorporated|corp|corporation|pllc|p\\.l\\.l\\.c|l\\.l\\.p|(?<=,\\s)p\\.[ac]|lp|pc|co|company(?! ?(?:no\\b|number|reg|\\d))|pbc|" +
  "sas|sasu|sarl|selarl|selas|eurl|eirl|scm|scp|s\\.?a\\.?|sci|snc|s\\.?a\\.?r\\.?l\\.?|s\\.?a\\.?s\\.?|scop|" +
  "b\\.?v\\.?|n\\.?v\\.?|vof|v\\.o\\.f\\.|bvba|srl|sprl|cv|cvba|" +
  "s\\.?\\s?l\\.?|s\\.?l\\.?u\\.?|slu|sociedad limitada|s\\.?\\s?coop|" +
  "s\\.?\\s?r\\.?\\s?l\\.?(?:s\\.?)?|s\\.?\\s?p\\.?\\s?a\\.?|soc\\.? coop|" +
  "lda|unipessoal|ltda|me|epp|pty|pvt|private limited|sp\\.?\\s?z\\s?o\\.?\\s?o\\.?|s\\.r\\.o|a\\/s|aps|ab|oy|as|kft|doo|d\\.o\\.o|ood|eood|s\\.a\\. de c\\.v|sa de cv|foundation|university|association|stiftung|verein|genossenschaft|bank|group|holding|hospital|council|agency|trust";

const atEnd = new RegExp(`(?:^|[\\s,(])(?:${legalForms})\\.?(?=$|[\\s,.;:)|·•●/-])`);
const strict = new RegExp(
  "(?:^|[\\s,(])(?:gmbh|ug|kg|ohg|gbr|kgaa|mbh|ltd|limited|llp|plc|dac|llc|inc|incorporated|corp|corporation|pllc|p\\.l\\.l\\.c\\.?|l\\.l\\.p\\.?|(?<=,\\s)p\\.[ac]\\.|sas|sasu|sarl|selarl|selas|eurl|bvba|srl|sprl|slu|lda|unipessoal|ltda|pty|pvt|aps|kft|" +
    "ag|a\\.g\\.|se|b\\.?v\\.?|n\\.?v\\.?|s\\.?l\\.?u?\\.?|s\\.?a\\.?|s\\.?r\\.?l\\.?s?\\.?|s\\.?p\\.?a\\.?|s\\.?a\\.?r\\.?l\\.?|s\\.?a\\.?s\\.?|e\\.?\\s?k\\.?|e\\.?\\s?v\\.?|v\\.?o\\.?f\\.?|s\\.?l\\.?p\\.?|s\\.?c\\.?a\\.?|s\\.?c\\.?l\\.?|s\\.?l\\.?l\\.?|s\\.n\\.c\\.?|clg|pte|mbb|partg|asbl|vzw|commv|comm\\.\\s?v\\.?|gcv|egen|scop|scrl|s\\.\\s?coop\\.?|eirl|eireli|s/a|a\\.c\\.|sp\\.?\\s?z\\s?o\\.?\\s?o\\.?|a/s|oy|ab|co\\.|company|e\\.u\\.|s\\.r\\.o\\.?|d\\.o\\.o\\.?)(?=$|[\\s,.;:)|·•●/-])",
);

/** Whether a text carries a legal form ("GmbH", "Ltd", "S.r.l.") or a word of organizations. */
export function hasLegalForm(text: string): boolean {
  return atEnd.test(foldText(withoutPostcode(text)));
}

/** Whether a text carries a legal form that is hardly anything else. */
export function hasStrictLegalForm(text: string): boolean {
  return strict.test(foldText(withoutPostcode(text)));
}

/** "3417 AB Montfoort", "Goolwa SA 5214", "Co. Waterford": letters of postcodes, states and counties are no legal form. */
const withoutPostcode = (text: string): string =>
  text
    .replace(/\b\d{4}\s?[A-Z]{2}(?=\s+\p{L})/gu, " ")
    .replace(/\b(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT),? [A-Z]\d[A-Z] ?\d[A-Z]\d\b/g, " ")
    .replace(/\b(?:SA|WA|NT|ACT|TAS|VIC|NSW|QLD) \d{4}(?!\d)/g, " ")
    // "6 kg" weighs.
    .replace(/\d ?kg\b/g, " ")
    .replace(/\bCompany (?=(?:no\b|number\b|reg|\d))/gi, " ")
    .replace(/(^|, ?)(?:Co\.?|County) (?=\p{Lu}\p{L}+)/gu, "$1");

const street =
  /(?:str\.|strasse|straße|street|\bst\b\.?$|road|\brd\b|avenue|\bave\b|\blane\b|drive|\bdr\b\.?$|boulevard|\bblvd\b|\bway\b|allee|platz|\bweg\b|gasse|\brue\b|chemin|\bplace\b|straat|laan|\bplein\b|kade|\bcalle\b|avenida|\bplaza\b|paseo|\bvia\b|viale|piazza|corso|\brua\b|largo|travessa|suite|floor|\bp\.?o\.? box\b|postfach|postbus|\bbp\b|ring\b|damm\b|ufer\b|weg \d|\bcourt\b|parkway|highway|\bhwy\b|square|\bparc\b|\bquai\b|cedex|apartado|carrera|\bc\/|\bcarrer\b|\bpasseig\b|\bpla[çc]a\b|\bavda\b|\bav\.|\bronda\b|\bcamino\b|\bctra\b|carretera|\bpol(?:\.|[ií]gono)|estrada|alameda|\bvicolo\b|\bstrada\b|contrada|frazione|\bloc\.|\bcours\b|impasse|all[ée]e|\bz\.?[ai]\.? |singel|gracht|dijk\b|steeg\b|\bclose\b|crescent|\bcres\b|gardens|\bgrove\b|\bmews\b|parade|esplanade|terrace|circuit|\bmarg\b|\bnagar\b|\bsector\b|\bplot\b|\bunit\b|\blevel\b|\bshop\b|\bsteig\b|\bgraben\b|\bhof\b|\bzona industrial|\bzona industriale|\blote\b)/i;

/** Whether a line reads like a street with its number. */
export function isStreet(text: string): boolean {
  return (
    (street.test(text) && /\d/.test(text)) ||
    /^\d{1,5}[a-z]?,?\s+\p{L}/iu.test(text) ||
    /\p{L}{4,}\.?,?\s(?:n[.º°]?\s?)?\d{1,4}\s?[a-z]?(?:$|,\s?\d)/iu.test(text)
  );
}

/** Whether a line opens like a street, though its number stands elsewhere: "Avda. de la Constitución". */
export const opensStreet = (text: string): boolean =>
  /^(?:avda|avenida|av|calle|carrer|c\/|paseo|passeig|rua|travessa|avenue|rue|chemin|via|viale|vicolo|zona industriale?|pol[ií]gono)\b\.?\s\p{L}/iu.test(
    text,
  );

const eircode = /\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W)\s[\dAC-FHKNPRTV-Y]{4}\b/;

const postcodes: readonly RegExp[] = [
  // Five digits before or behind a town, with or without a country's letters.
  /(?:^|[\s,])(?:[A-Z]{1,2}[- ])?\d{5}(?=\s+\p{L})/u,
  /\p{L}{2,}[.,]?\s+\d{5}(?:-\d{4})?(?=$|[\s,])/u,
  // Four digits only before a town in capitals, or behind an Australian state.
  /(?:^|[,(]\s?|\s(?:[•●·|∙–-]\s)?)(?:[A-Z]{1,2}[- ])?(?!19\d\d|20[0-3]\d(?!\s+\p{Lu}))\d{4}(?=\s+\p{Lu}\p{L}+)/u,
  /\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b/,
  /(?:^|[\s,])\d{4}\s?[A-Z]{2}(?=\s+\p{L})/u,
  /(?:^|[\s,])\d{4}-\d{3}(?=\s+\p{L})/u,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/,
  /\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b/,
  // Ireland: a routing key and four more.
  eircode,
  /\p{L}{3,}[,\s–-]+\d{3}\s?\d{3}(?=$|[\s,.])/u,
  /(?:^|[\s,])\d{3}\s\d{2}(?=\s+\p{Lu})/u,
  /(?:^|[\s,])\d{2}-\d{3}(?=\s+\p{Lu})/u,
];

/** Ireland's districts and counties, which stand without a postcode: "Dublin 7", "Co. Cork". */
const irish = /(?:^|, ?)(?:Dublin \d{1,2}W?|(?:Co\.?|County) \p{Lu}\p{L}{3,})(?=$|[ ,])/u;

/** "Kaikoura 7371", "Stellenbosch, 7599": four digits behind the town, as the south of the world writes them. */
const behindTown = /(?:^|, |\bRD \d+,? )\p{Lu}\p{L}[\p{L}'’. -]{1,30},?\s(?!(?:19|20[0-3])\d)\d{4}$/u;

const numberedThing =
  /^(?:no|nr|num|inv|invoice|rechnung|facture|factuur|factura|fattura|fatura|ref|order|po|kunden-?nr|tel|fax|id)\b[.:#]*\s*\d+$/i;

/** Whether a line holds a postcode beside the name of a place. */
export function isCityLine(text: string): boolean {
  if (text.length >= 70) return false;
  if (irish.test(text)) return true;
  // "Awatere Roofing 2014 Limited": a year in a name is no postcode.
  if (hasStrictLegalForm(text) && !/[,;•●·|∙–-]/.test(text)) return false;
  if (!/\d/.test(text) || numberedThing.test(text)) return false;
  if (isQuadrant(text)) return false;
  const town = text.split(", ").at(-1) ?? text;
  if (behindTown.test(text) && matchFieldLabels(town.split(" ")).length === 0) return true;
  return (
    postcodes.some((pattern) => pattern.test(text)) &&
    /\p{L}{2,}/u.test(text) &&
    text.length < 70 &&
    !hasMoney(text)
  );
}

/** "2200 NW Front Ave": a number and a quarter of an American town before a street are no Dutch postcode. */
const isQuadrant = (text: string): boolean => /^\d{1,5} (?:N[EW]|S[EW]) /.test(text) && street.test(text);

const countries: Readonly<Record<string, string>> = {
  germany: "DE",
  deutschland: "DE",
  allemagne: "DE",
  austria: "AT",
  osterreich: "AT",
  switzerland: "CH",
  schweiz: "CH",
  suisse: "CH",
  svizzera: "CH",
  france: "FR",
  frankreich: "FR",
  netherlands: "NL",
  nederland: "NL",
  "the netherlands": "NL",
  niederlande: "NL",
  belgium: "BE",
  belgie: "BE",
  belgique: "BE",
  belgien: "BE",
  spain: "ES",
  espana: "ES",
  spanien: "ES",
  espagne: "ES",
  italy: "IT",
  italia: "IT",
  italien: "IT",
  italie: "IT",
  portugal: "PT",
  "united kingdom": "GB",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "great britain": "GB",
  ireland: "IE",
  irland: "IE",
  "united states": "US",
  usa: "US",
  "united states of america": "US",
  canada: "CA",
  australia: "AU",
  "new zealand": "NZ",
  india: "IN",
  luxembourg: "LU",
  luxemburg: "LU",
  poland: "PL",
  polska: "PL",
  denmark: "DK",
  danmark: "DK",
  sweden: "SE",
  sverige: "SE",
  norway: "NO",
  norge: "NO",
  finland: "FI",
  suomi: "FI",
  brazil: "BR",
  brasil: "BR",
  mexico: "MX",
  singapore: "SG",
  japan: "JP",
  "south africa": "ZA",
  liechtenstein: "LI",
};

/** ISO code of a line that is the name of a country and nothing else. */
export function countryOf(text: string): string | null {
  return countries[foldText(text).replace(/[.,]/g, "").trim()] ?? null;
}

const usStates =
  /(?:,\s?|\p{L}\s)(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?\s+\d{5}(?:-\d{4})?\b/u;

/** The country that the form of a city line proves: US states, UK and Dutch postcodes. */
export function countryOfCityLine(text: string): string | null {
  const prefix = /^(DE|D|AT|A|CH|FR|F|NL|BE|B|IT|I|ES|E|LU|L|PT|P|DK|PL)[- ]\d{4,5}\s+\p{L}{2}/u.exec(
    text,
  )?.[1];
  if (prefix !== undefined)
    return (
      ({ D: "DE", A: "AT", F: "FR", B: "BE", I: "IT", E: "ES", L: "LU", P: "PT" } as Record<string, string>)[
        prefix
      ] ?? prefix
    );
  if (usStates.test(text)) return "US";
  if (isQuadrant(text)) return null;
  if (/\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/.test(text)) return "GB";
  if (/\b\d{4}\s?[A-Z]{2}\s+\p{L}/u.test(text)) return "NL";
  if (irish.test(text) || eircode.test(text)) return "IE";
  if (/\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}$/.test(text)) return "AU";
  return null;
}

/** Whether a line is the legal form of a name and nothing of the name: "Pty Ltd", "GmbH & Co. KG". */
export function isOnlyLegalForm(text: string): boolean {
  return (
    hasStrictLegalForm(` ${text}`) &&
    (text.replace(/[^\p{L}]/gu, "").length <= 5 ||
      /^(?:limited|incorporated|corporation|company|\(?(?:pty|pvt|private)\.?\)? (?:ltd|limited)\.?|gmbh & co\.? kg)$/i.test(
        text.trim(),
      ))
  );
}
