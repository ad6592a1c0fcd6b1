import { foldWording } from "./fold.ts";

/** What people away on work spend money on. */
export type TripCost =
  "lodging" | "meals" | "airfare" | "rail" | "taxi" | "mileage" | "car rental" | "parking" | "tolls";

/** Words for it on invoices, in lists of expenses and in clauses, folded, in seven languages. */
const data: readonly (readonly [TripCost, string])[] = [
  [
    "lodging",
    "hotels?|motels?|hotel\\p{L}+|lodging|accommodation|overnight stays?|guest ?house|airbnb|\\p{L}*ubernachtung\\p{L}*|unterkunft|logis|hebergements?|nuitees?|\\p{L}*overnachting\\p{L}*|verblijf\\p{L}*|logies|alojamientos?|hospedajes?|hostal|pernocta\\p{L}*|pernottament\\p{L}+|alloggi[o]?|albergh?[oi]|alojamentos?|hospedage[mn]s?|pousada",
  ],
  [
    "meals",
    "meals?|dinners?|lunch(?:es)?|breakfasts?|subsistence|per diems?|verpflegung\\p{L}*|mahlzeit(?:en)?|mittagessen|abendessen|fruhstuck|bewirtung\\p{L}*|tagegeld\\p{L}*|repas|dejeuners?|petit-dejeuner|diners?|restauration|maaltijd(?:en)?|dagvergoeding|comidas?|almuerzos?|cenas?|dietas?|manutencion|past[oi]|vitto|pranz[oi]|cen[ae]|diari[ae]|refeic\\p{L}+|almoco|jantar(?:es)?|alimentacao",
  ],
  [
    "airfare",
    "air ?fares?|air travel|flights?|plane tickets?|airline\\p{L}*|flug\\p{L}*|fluge|billets? d'avion|avion|vols?(?= [a-z])|vlucht\\p{L}*|vliegticket\\p{L}*|vuelos?|aereo|vol[oi]|voos?|passage(?:m|ns) aereas?",
  ],
  [
    "rail",
    "rail|rail fares?|trains?|train (?:fares?|tickets?)|eurostar|bahn\\p{L}*|zugfahrt\\p{L}*|zugticket\\p{L}*|ice|tgv|sncf|trein\\p{L}*|tren(?:es)?|treni|treno|comboios?",
  ],
  ["taxi", "taxis?|taxi\\p{L}+|cabs?|uber|lyft|ride-?share|vtc"],
  [
    "mileage",
    "mileage|kilomet\\p{L}+|chilometr\\p{L}+|quilomet\\p{L}+|fahrtkosten|\\p{L}*kilometergeld|km|miles?|own car|private car|privatwagen|eigenen pkw|kilometrage",
  ],
  [
    "car rental",
    "car (?:hire|rental)|hire car|rental car|mietwagen\\p{L}*|leihwagen|location de (?:voiture|vehicule)|voiture de location|huurauto\\p{L}*|coche de alquiler|alquiler de coche|autonoleggio|auto a noleggio|aluguer de (?:carro|viatura)",
  ],
  ["parking", "parking|park(?:gebuhr\\p{L}*|haus)|parcheggi[o]?|parkeer\\p{L}*|aparcamiento|estacionamento"],
  ["tolls", "tolls?|maut\\p{L}*|peages?|tol(?:geld)?|peajes?|pedagg[io]|portage(?:m|ns)"],
];

const patterns = data.map(([cost, words]) => ({
  cost,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "u"),
}));

/** Any of them: "travel expenses", "Reisekosten". */
const anyTravel =
  /(?<!\p{L})(?:travel|reise\p{L}*|frais de (?:deplacement|voyage|mission)|deplacements?|viajes?|desplazamientos?|viagg[io]|trasfert[ae]|viage(?:m|ns)|deslocac\p{L}+|reiskosten)(?!\p{L})/u;

const known = new Map<string, readonly TripCost[]>();
const mostKnown = 20_000;

/** Kinds of trip costs that a text names, in the order of the list. */
export function tripCostsOf(text: string): readonly TripCost[] {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  if (known.size > mostKnown) known.clear();
  const folded = foldWording(text);
  const found = patterns.filter(({ pattern }) => pattern.test(folded)).map(({ cost }) => cost);
  known.set(text, found);
  return found;
}

/** Whether a clause for one of these covers what a line bills: the same kind, or travel as a whole. */
export const coversTripCost = (type: string, line: string): boolean => {
  const costs = tripCostsOf(line);
  if (costs.length === 0) return false;
  const own = tripCostsOf(type);
  return own.length > 0 ? own.some((cost) => costs.includes(cost)) : anyTravel.test(foldWording(type));
};

/** What an allowance is counted by. */
export type AllowanceUnit = "night" | "day";

const unitWords: Readonly<Record<AllowanceUnit, string>> = {
  night:
    "nights?|nacht|nachte|nachten|nuits?|nuitees?|noches?|nott[ei]|noites?|ubernachtung(?:en)?|overnachting(?:en)?|pernottament[oi]",
  day: "days?|tage?n?|jours?|journees?|dagen|dag|dias?|giorn[oi]",
};

const counting: Readonly<Record<AllowanceUnit, RegExp>> = {
  night: new RegExp(`(?<!\\p{L})(?:${unitWords.night}|nightly)(?!\\p{L})`, "u"),
  day: new RegExp(
    `(?<!\\p{L})(?:${unitWords.day}|daily|taglich|dagelijks|diari[oa]|giornalier[oa]|journalier)(?!\\p{L})`,
    "u",
  ),
};

/** What the limit of an allowance is counted by: "£140 per night", "25 € par personne et par jour"; `null` for neither. */
export function allowanceUnitOf(text: string): AllowanceUnit | null {
  const folded = foldWording(text);
  return counting.night.test(folded) ? "night" : counting.day.test(folded) ? "day" : null;
}

const numbers: readonly string[] = "one|two|three|four|five|six|seven|eight|nine|ten".split("|");

const countBefore = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d.,/-])(\\d{1,3}|${numbers.join("|")}) ?(?:x |× )?(?:${words})(?!\\p{L})`, "u");
const counts: Readonly<Record<AllowanceUnit, RegExp>> = {
  night: countBefore(unitWords.night),
  day: countBefore(unitWords.day),
};

/** How many nights or days a text says that it is for: "Hotel, 2 nights", "3 Übernachtungen"; `null` where it says none. */
export function allowanceCountIn(text: string, unit: AllowanceUnit): number | null {
  const printed = counts[unit].exec(foldWording(text))?.[1];
  if (printed === undefined) return null;
  return /\d/.test(printed) ? Number(printed) : numbers.indexOf(printed) + 1;
}
