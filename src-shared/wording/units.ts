import { fraction, multiplyFractions } from "../money/index.ts";
import type { Fraction } from "../money/index.ts";
import type { Unit } from "../model/index.ts";
import { foldWording } from "./fold.ts";
import { multipleOf } from "./unit-multiples.ts";
import type { UnitMultiple } from "./unit-multiples.ts";
import { stemOf } from "./words.ts";

const counts: ReadonlySet<Unit> = new Set([
  "each",
  "piece",
  "unit",
  "item",
  "set",
  "pair",
  "lot",
  "job",
  "visit",
  "trip",
  "session",
  "call",
  "ticket",
  "incident",
  "seat",
  "user",
  "license",
  "device",
  "server",
  "site",
  "room",
  "load",
  "document",
]);
const plainCounts: ReadonlySet<Unit> = new Set(["each", "piece", "unit", "item"]);

/** Whether a unit counts things one by one. */
export const isCountUnit = (unit: Unit): boolean => counts.has(unit);

/** Units of a common base, as how many of the base one is: exact, and only where nobody must be asked. */
const sizes: Readonly<Record<Unit, readonly [base: Unit, numerator: number, denominator: number]>> = {
  minute: ["hour", 1, 60],
  hour: ["hour", 1, 1],
  gram: ["kilogram", 1, 1000],
  kilogram: ["kilogram", 1, 1],
  tonne: ["kilogram", 1000, 1],
  // The international pound and mile are defined in metric units, without a remainder.
  pound: ["kilogram", 45_359_237, 100_000_000],
  mile: ["metre", 1_609_344, 1000],
  kilometre: ["metre", 1000, 1],
  metre: ["metre", 1, 1],
  "kilowatt-hour": ["kilowatt-hour", 1, 1],
  "megawatt-hour": ["kilowatt-hour", 1000, 1],
  day: ["day", 1, 1],
  "half-day": ["day", 1, 2],
  month: ["month", 1, 1],
  quarter: ["month", 3, 1],
  "half-year": ["month", 6, 1],
  year: ["month", 12, 1],
  dozen: ["each", 12, 1],
};

export const isTimeUnit = (unit: Unit | null): boolean =>
  unit === "hour" ||
  unit === "minute" ||
  unit === "day" ||
  unit === "half-day" ||
  (unit !== null && plainUnit(unit) === "hour");
export const isCalendarUnit = (unit: Unit | null): boolean =>
  unit === "month" ||
  unit === "quarter" ||
  unit === "year" ||
  unit === "week" ||
  unit === "half-year" ||
  (unit !== null && severalOf(unit)?.of === "week");

/** Whether a unit measures a way. */
export const isDistance = (unit: Unit | null): boolean => unit === "kilometre" || unit === "mile";

/** "4-week" is four weeks, "28-day" as many days: a period that prices of hire are for; `null` for all other units. */
export function severalOf(unit: Unit): { readonly count: number; readonly of: "day" | "week" } | null {
  const match = /^(\d{1,2}|two|three|four)[ -](day|week)s?$/.exec(unit);
  if (match?.[1] === undefined) return null;
  const count = { two: 2, three: 3, four: 4 }[match[1]] ?? Number(match[1]);
  const of = match[2] === "week" ? "week" : "day";
  return of === "day" && count % 7 === 0 ? { count: count / 7, of: "week" } : { count, of };
}

/** Names of units in other languages, where a paper's own word was kept: "turno" is a shift. Folded. */
const unitNames: Readonly<Record<Unit, string>> = {
  hour: "std stunde stunden heure heures hora horas ora ore uur uren",
  day: "tag tage jour jours dia dias giorno giorni dag dagen",
  week: "woche wochen semaine semaines semana semanas settimana settimane weken",
  month: "monat monate mois mes meses mese mesi maand maanden",
  each: "stk stuck stueck stuks stuk pz pza pzas pezzo pezzi pieza piezas piece pieces unite unites unidad unidades unidade unidades ud uds u un einheit einheiten eenheid cad ea pcs pc ex expl exemplar exemplare exemplaire exemplaires ejemplar ejemplares esemplare esemplari exemplaar exemplaren",
  lot: "psch pausch pauschal pauschale forfait forfaits ens ensemble globale global corpo partida vg verba",
  person:
    "person personen personne personnes persona personas persone pessoa pessoas pax couvert couverts gast gaste gasten guest guests convive convives comensal comensales coperto coperti head heads",
  shift: "shift schicht schichten turno turnos turni poste postes",
  word: "wort worte worter mot mots palabra palabras parola parole woord woorden palavra palavras",
  page: "seite seiten page pages pagina paginas pagine",
  trip: "fahrt fahrten anfahrt anfahrten trajet trajets course courses voyage voyages viaje viajes viaggio viaggi rit ritten viagem viagens run runs deplacement deplacements",
  visit:
    "besuch besuche einsatz einsatze visite visites passage passages intervention interventions visita visitas bezoek bezoeken beurt beurten intervento interventi",
  pallet:
    "palette paletten palettes palet palets pallets bancale bancali palete paletes europalette europaletten",
  bottle:
    "flasche flaschen bouteille bouteilles botella botellas bottiglia bottiglie fles flessen garrafa garrafas",
  night: "nacht nachte nuit nuits noche noches notte notti noite noites nuitee nuitees",
  kilogram: "kg kilo kilos",
  tonne: "t to tonnen tonnes tonelada toneladas tonnellata tonnellate ton",
  metre: "m lfm ml metro metros metri meter metres",
  "square-metre": "m2 qm mq metro-quadrato",
  "cubic-metre": "m3 cbm mc",
  kilometre: "km kilometer kilometers kilometern kilometres kilometros chilometri quilometros",
  litre: "l liter litri litros litres",
  user: "benutzer nutzer utilisateur utilisateurs usuario usuarios utente utenti gebruiker gebruikers",
  seat: "platz platze stellplatz stellplatze place places plaza plazas posto posti lugar lugares",
  license: "lizenz lizenzen licence licences licencia licencias licenza licenze licentie licenties",
};

const unitByName: ReadonlyMap<string, Unit> = new Map(
  Object.entries(unitNames).flatMap(([unit, names]) => names.split(" ").map((name) => [name, unit] as const)),
);

/** A unit by its name here; itself where it has one, or none. */
export const knownUnit = (unit: Unit): Unit =>
  counts.has(unit) || sizes[unit] !== undefined
    ? unit
    : (unitByName.get(foldWording(unit).replace(/\.$/, "")) ?? unit);

export type UnitRelation = "same" | "convertible" | "countable" | "unknown" | "different";

/**
 * How two units stand to each other.
 *
 * "countable": both count things, one of them without a name ("each" beside "visit"). A day of hours is "different":
 * how long a day is, the agreement must say.
 */
export function relateUnits(first: Unit | null, second: Unit | null): UnitRelation {
  if (first === null || second === null) return "unknown";
  if (first === second) return "same";
  const inMultiples = betweenMultiples(first, second);
  if (inMultiples !== null) {
    const inner = relateUnits(inMultiples.from, inMultiples.to);
    return inner === "same" || inner === "countable" ? "convertible" : inner;
  }
  const [known, knownOther] = [knownUnit(first), knownUnit(second)];
  if (known !== first || knownOther !== second) return relateUnits(known, knownOther);
  const [plainFirst, plainSecond] = [plainUnit(first), plainUnit(second)];
  if (plainFirst !== first || plainSecond !== second) return relateUnits(plainFirst, plainSecond);
  const [one, other] = [sizeOf(first), sizeOf(second)];
  if (one !== undefined && other !== undefined && one[0] === other[0]) return "convertible";
  if (plainCounts.has(first) && plainCounts.has(second)) return "same";
  if ((plainCounts.has(first) && counts.has(second)) || (plainCounts.has(second) && counts.has(first)))
    return "countable";
  if (
    (plainCounts.has(first) && !isKnownMeasure(second)) ||
    (plainCounts.has(second) && !isKnownMeasure(first))
  )
    return "countable";
  return isOneWord(first, second) ? "same" : "different";
}

/**
 * Units by words of their own, in another number or cut short: "lookups" and "lookup", "vis." and "visit".
 *
 * A unit with a name of its own is not cut short: "room" is no "room-night", and "set" no "setup".
 */
function isOneWord(first: Unit, second: Unit): boolean {
  if (isKnownMeasure(first) || isKnownMeasure(second)) return false;
  const [one, other] = [first, second].map((unit) => foldWording(unit).replace(/\.$/, ""));
  if (one === undefined || other === undefined) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (stemOf(one) === stemOf(other)) return true;
  const isCutShort = short.length >= 3 && long.startsWith(short) && /^[a-z]+$/.test(long.slice(short.length));
  return isCutShort && !isNamedUnit(short);
}

/**
 * Whether a price for one unit may be billed by the other, one for one, where the items say that both are meant.
 *
 * Words that only these papers use for what they count ("stop", "delivery") do not part them, nor does a price for
 * "each" of what the line counts in its own unit. A lump ("pauschal", "flat") is one of whatever is counted.
 */
export function mayCountAlike(counted: Unit, agreed: Unit): boolean {
  if (plainCounts.has(agreed)) return true;
  if ([counted, agreed].includes(lump)) return isCountWord(counted) && isCountWord(agreed);
  return isCountWord(counted) && isCountWord(agreed) && !(isNamedUnit(counted) && isNamedUnit(agreed));
}

const lump: Unit = "lot";
const isNamedUnit = (unit: Unit): boolean => isKnownMeasure(unit) || counts.has(unit) || isListedUnit(unit);
const isListedUnit = (unit: Unit): boolean => unitNames[unit] !== undefined;
const isCountWord = (unit: Unit): boolean => counts.has(unit) || !isNamedUnit(unit);

/** "monteurstunde" and "man-hour" are hours: whose they are, the item says. */
export function plainUnit(unit: Unit): Unit {
  if (sizes[unit] !== undefined || unit.includes("kilowatt") || unit.includes("megawatt")) return unit;
  if (/(?:stunden?|hours?|heures?|uren|horas?|ore)$/.test(unit)) return "hour";
  return /(?:[a-z]{3,}tage?|man-?days?|person-?days?|jours?-homme)$/.test(unit) ? "day" : unit;
}

function sizeOf(unit: Unit): readonly [base: Unit, numerator: number, denominator: number] | undefined {
  const several = severalOf(unit);
  if (several === null) return unit === "week" ? ["week", 1, 1] : sizes[unit];
  return several.of === "week" ? ["week", several.count, 1] : undefined;
}

const isKnownMeasure = (unit: Unit): boolean =>
  sizes[unit] !== undefined || isTimeUnit(unit) || isCalendarUnit(unit) || unit === "percent";

const multiples = new Map<Unit, UnitMultiple | null>();
const mostMultiplesKept = 10_000;

/** So many of a unit, where it has no name of its own; kept, since units are compared for every line and price. */
function multipleCounted(unit: Unit): UnitMultiple | null {
  const known = multiples.get(unit);
  if (known !== undefined) return known;
  if (multiples.size >= mostMultiplesKept) multiples.clear();
  const multiple = isNamedUnit(unit) ? null : multipleOf(unit);
  multiples.set(unit, multiple);
  return multiple;
}

/** The units that multiples of them count, and how many times more the first counts; `null` where neither is one. */
function betweenMultiples(
  first: Unit,
  second: Unit,
): { readonly from: Unit; readonly to: Unit; readonly times: Fraction } | null {
  const [one, other] = [multipleCounted(first), multipleCounted(second)];
  if (one === null && other === null) return null;
  return {
    from: one?.of ?? first,
    to: other?.of ?? second,
    times: fraction(one?.count ?? 1, other?.count ?? 1),
  };
}

/** How many of the second unit one of the first is; `undefined` when it takes an agreement to know. */
export function unitFactor(from: Unit, to: Unit): Fraction | undefined {
  if (from === to) return fraction(1);
  const inMultiples = betweenMultiples(from, to);
  if (inMultiples !== null) {
    const inner = unitFactor(inMultiples.from, inMultiples.to);
    return inner === undefined ? undefined : multiplyFractions(inner, inMultiples.times);
  }
  const [knownFrom, knownTo] = [knownUnit(from), knownUnit(to)];
  if (knownFrom !== from || knownTo !== to) return unitFactor(knownFrom, knownTo);
  const [plainFrom, plainTo] = [plainUnit(from), plainUnit(to)];
  if (plainFrom !== from || plainTo !== to) return unitFactor(plainFrom, plainTo);
  const relation = relateUnits(from, to);
  if (relation === "same" || relation === "countable") return fraction(1);
  if (relation !== "convertible") return undefined;
  const [one, other] = [sizeOf(from), sizeOf(to)];
  if (one === undefined || other === undefined) return undefined;
  return fraction(one[1] * other[2], one[2] * other[1]);
}

/**
 * Whether a price for each names by its item what it counts: "Attendance, full day", "je Drehtag".
 *
 * A table without a column of units leaves the unit to the item; what stands in brackets only explains it.
 */
export const saysUnit = (
  { item, unit }: { readonly item: string; readonly unit: Unit },
  counted: Unit,
): boolean =>
  plainCounts.has(unit) &&
  wordsAndPairs(foldWording(item.replace(/\([^)]*\)/g, " "))).some(
    (word) => word.length > 1 && relateUnits(word, counted) === "same",
  );

/** Each word, and each two that stand together: "half day" is a unit of two. */
function wordsAndPairs(folded: string): readonly string[] {
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  return words.flatMap((word, at) => (at === 0 ? [word] : [`${words[at - 1] ?? ""}-${word}`, word]));
}

/** "Kilometres driven, number: 412": a count of what the thing itself says to be a distance; `null` for any other. */
export const distanceSaid = (unit: Unit, item: string | null): Unit | null =>
  item === null || /\d/.test(item)
    ? null
    : (["kilometre", "mile"].find((distance) => saysUnit({ item, unit }, distance)) ?? null);
