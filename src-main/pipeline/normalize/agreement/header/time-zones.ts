import { isTimeZone } from "../../../../../src-shared/time/index.ts";

/** What texts call a zone, folded, and its IANA name. Only named zones: a governing law is none. */
const zones: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:us )?eastern (?:standard |daylight |prevailing )?time\b|\bnew york (?:city )?time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:et|est|edt)\b/,
    "America/New_York",
  ],
  [
    /\b(?:us )?central (?:standard |daylight |prevailing )?time\b|\bchicago time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:ct|cst|cdt)\b/,
    "America/Chicago",
  ],
  [
    /\b(?:us )?mountain (?:standard |daylight )?time\b|\bdenver time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:mt|mst|mdt)\b/,
    "America/Denver",
  ],
  [
    /\b(?:us )?pacific (?:standard |daylight |prevailing )?time\b|\blos angeles time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:pt|pst|pdt)\b/,
    "America/Los_Angeles",
  ],
  [
    /\blondon time\b|\buk time\b|\bgreenwich mean time\b|\bbritish summer time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:gmt|bst)\b/,
    "Europe/London",
  ],
  [
    /\bberlin(?:er)? (?:time|zeit|ortszeit)\b|\bdeutscher zeit\b|\bgerman time\b|\bmez\b|\bmesz\b/,
    "Europe/Berlin",
  ],
  [/\bparis time\b|\bheure de paris\b/, "Europe/Paris"],
  [/\bcentral european (?:summer )?time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:cet|cest)\b/, "Europe/Berlin"],
  [/\bzurich time\b|\bschweizer zeit\b/, "Europe/Zurich"],
  [/\bdublin time\b|\birish time\b/, "Europe/Dublin"],
  [/\bsydney time\b|\b(?:aest|aedt)\b/, "Australia/Sydney"],
  [/\btoronto time\b/, "America/Toronto"],
  [/\bcoordinated universal time\b|\butc\b/, "UTC"],
];
const iana = /\b((?:america|europe|asia|africa|australia|pacific|atlantic)\/[a-z]+(?:_[a-z]+)*)\b/;

/** Cities by what other languages call them, and large ones that keep the time of another: folded, by zone. */
const otherCities: Readonly<Record<string, string>> = {
  "Europe/Vienna": "wien vienne viena",
  "Europe/Rome": "rom roma mailand milan milano turin torino",
  "Europe/Lisbon": "lissabon lisbonne lisboa porto",
  "Europe/Brussels": "brussel bruxelles bruselas antwerpen gent",
  "Europe/Warsaw": "warschau varsovie warszawa",
  "Europe/Prague": "prag praha",
  "Europe/Copenhagen": "kopenhagen copenhague",
  "Europe/Athens": "athen athenes",
  "Europe/Berlin": "munchen munich hamburg frankfurt koln cologne stuttgart",
  "Europe/Paris": "lyon marseille lille",
  "Europe/Madrid": "barcelona valencia sevilla",
  "Europe/London": "londres londen londra manchester edinburgh",
  "Europe/Amsterdam": "rotterdam utrecht",
  "Europe/Zurich": "genf geneve geneva bern basel",
  "America/New_York": "boston philadelphia washington atlanta miami",
  "America/Chicago": "houston dallas minneapolis",
  "America/Los_Angeles": "san_francisco seattle",
};

const zoneOfOtherCity = new Map(
  Object.entries(otherCities).flatMap(([zone, names]) =>
    names.split(" ").map((name) => [name, zone] as const),
  ),
);
const continents = ["Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic"];

/** Zones that are named after no city but after what a sentence says of other things: "Easter time", "time in South Africa". */
const ofNoCity: ReadonlySet<string> = new Set([
  "easter",
  "north",
  "south",
  "west",
  "act",
  "wake",
  "midway",
  "oral",
]);

/** The zone of a city, folded, its words joined by "_"; `undefined` where no zone is named after it. */
function zoneOfCity(city: string): string | undefined {
  if (city.length < 3 || ofNoCity.has(city)) return undefined;
  const name = city.replace(
    /(^|_)([a-z])/g,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
  return zoneOfOtherCity.get(city) ?? continents.map((continent) => `${continent}/${name}`).find(isTimeZone);
}

/** "Lisbon time", "the time in Oslo", "heure de Lyon", "Ortszeit Wien": a clock and the place where it hangs. */
const clocks = [
  /\b([a-z]+(?: [a-z]+)?) (?:local |standard |civil )?(?:time|zeit|ortszeit|tijd)\b/g,
  /\b(?:midnight|mitternacht|minuit|medianoche|mezzanotte|middernacht|meia-noite|local time|time|ortszeit|lokalzeit|uhrzeit|zeitzone|time zone|heure(?: locale| legale)?|hora(?: local| legal| oficial)?|ora(?: locale| legale)?|(?:lokale )?tijd|fuseau(?: horaire)?|huso(?: horario)?|fuso(?: orario| horario)?) (?:in|of|at|von|zu|fur|de|du|d'|a|di|do|da|van|te) ([a-z]+(?: [a-z]+)?)/g,
];

/** @param known zones of the places that the lines before have named: to ask for one that is none takes long */
function zonesOfPlaces(line: string, known: Map<string, string | undefined>): readonly string[] {
  const zoneOf = (name: string): string | undefined => {
    if (!known.has(name)) known.set(name, zoneOfCity(name));
    return known.get(name);
  };
  return clocks.flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap(([, place = ""]) => {
      const words = place.split(" ");
      const names = [words.join("_"), words.at(-1) ?? "", words[0] ?? ""];
      return names.map(zoneOf).find((zone) => zone !== undefined) ?? [];
    }),
  );
}

/** What is counted by the day, and words that say a clock decides it. */
const countedByClock =
  /\b(?:month|period|usage|events?|midnight|calendar|billing|cut-?off|readings?|monat|zeitraum|mitternacht|nutzung|ereignisse?|mois|periode|minuit|evenements?|maand|middernacht|mes|periodo|medianoche|eventos?|mese|mezzanotte|eventi|meia-noite)\w*/;
const clockWords =
  /\b(?:time ?zones?|zeitzonen?|fuseaux? horaires?|tijdzones?|husos? horarios?|zonas? horarias?|fus[oi] orari[oi]?|fusos? horarios?)\b[^.;]{0,40}|\b(?:local time|ortszeit|heure locale|hora local|ora locale|lokale tijd)\b[^.;]{0,40}/;

/** The words by which a line says that a clock decides what counts in which period, where it names no zone. */
export function unnamedZoneIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const words = countedByClock.test(line) ? clockWords.exec(line)?.[0].trim() : undefined;
    if (words !== undefined) return words;
  }
  return null;
}

/** The zone that the lines name, if they name one only. */
export function zoneNameIn(lines: readonly string[]): string | null {
  const found = new Set<string>();
  const known = new Map<string, string | undefined>();
  for (const line of lines) {
    const direct = iana.exec(line)?.[1];
    if (direct !== undefined)
      found.add(
        direct.replace(/(^|[/_])([a-z])/g, (_, mark: string, letter: string) => mark + letter.toUpperCase()),
      );
    for (const [pattern, name] of zones) if (pattern.test(line)) found.add(name);
    for (const name of zonesOfPlaces(line, known)) found.add(name);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
