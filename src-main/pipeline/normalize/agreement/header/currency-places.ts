import { dollarMarks } from "../../values/currency.ts";

interface Place {
  readonly code: string;
  /** What only papers of the country say: its taxes, registers, provinces. */
  readonly sure: RegExp;
  /** What its neighbors may say too. */
  readonly likely: RegExp | null;
}

// Folded. Who writes "$" is told by taxes and registers before towns, and by towns before legal forms.
const places: readonly Place[] = [
  {
    code: "CAD",
    sure: /\b(?:canada|canadian|ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|hst|gst\/hst|pst|qst|tps|tvq|neq|ltee)\b|\b[a-z]\d[a-z] ?\d[a-z]\d\b/,
    likely: /\b(?:toronto|vancouver|montreal|calgary|edmonton|winnipeg|ottawa|halifax)\b/,
  },
  {
    code: "AUD",
    sure: /\b(?:australia|new south wales|nsw|queensland|qld|tasmania|abn|acn)\b|\bvic \d{4}\b/,
    likely: /\b(?:sydney|melbourne|brisbane|perth|adelaide|pty)\b/,
  },
  {
    code: "NZD",
    sure: /\b(?:new zealand|nzbn|aotearoa)\b|\bgst (?:(?:no|number|reg)[a-z.]* ?)?:? ?\d{2,3}-\d{3}-\d{3}\b/,
    likely: /\b(?:auckland|wellington|christchurch|dunedin|hamilton nz|tauranga|timaru|invercargill)\b/,
  },
  { code: "SGD", sure: /\bsingapore\b|\buen\b|(?<![a-z])s\$/, likely: /\bpte\b/ },
  { code: "HKD", sure: /\bhong kong\b|(?<![a-z])hk\$/, likely: null },
  {
    code: "MXN",
    sure: /\bm\. ?n\.|\bpesos? mexicanos?\b|\brfc\b|\bcfdi\b|\bde c\. ?v\b|\b(?:(?<!new )mexico|cdmx|nuevo leon|jalisco|guanajuato|puebla|queretaro)\b/,
    likely: /\bpesos?\b/,
  },
  {
    code: "USD",
    sure: /\b(?:delaware|california|texas|florida|illinois|ohio|massachusetts|colorado|arizona|oregon|michigan|pennsylvania|nevada|minnesota|wisconsin|missouri|maryland|tennessee|utah|indiana|iowa|kansas|north carolina|south carolina|north dakota|south dakota|new jersey|new hampshire|new mexico|alabama|alaska|arkansas|connecticut|hawaii|idaho|kentucky|louisiana|mississippi|montana|nebraska|oklahoma|rhode island|vermont|west virginia|wyoming|united states|u\.s\.a?\.?|usa|irs|ein|sales tax)\b|\b(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy) \d{5}(?:-\d{4})?\b/,
    likely: /\b(?:new york|washington|georgia|virginia|inc\.?|llc|pllc|[a-z]{2} \d{5}(?:-\d{4})?)(?![a-z])/,
  },
];

/** A tax on goods and services by its rate, where each country has one of its own. */
const byRate: Readonly<Record<string, string>> = { "5": "CAD", "9": "SGD", "10": "AUD", "15": "NZD" };
const gstRate =
  /\bgst\b[^.;%\d]{0,24}(\d{1,2})(?:\.0)? ?(?:%|per ?cent)|(?<![\d.])(\d{1,2})(?:\.0)? ?(?:%|per ?cent)[^.;%\d]{0,16}\bgst\b/g;
const gst = /\b(?:gst|hst)\b/;

/** The dollar of the country whose rate of GST a text prints; `null` without one, and where several are. */
function dollarOfTax(text: string): string | null {
  const codes = new Set(
    [...text.matchAll(gstRate)].flatMap(([, behind, before]) => byRate[behind ?? before ?? ""] ?? []),
  );
  const [code] = codes;
  return codes.size === 1 ? (code ?? null) : null;
}

/** Currencies whose country a text with "$" speaks for; several where it speaks for several. */
export function dollarPlaces(text: string): readonly string[] {
  const sure = places.filter((place) => place.sure.test(text)).map(({ code }) => code);
  if (sure.length > 0) return sure;
  const taxed = dollarOfTax(text);
  if (taxed !== null) return [taxed];
  // The United States know no GST.
  const likely = places
    .filter(({ code, likely: words }) => words?.test(text) === true && !(code === "USD" && gst.test(text)))
    .map(({ code }) => code);
  // A town outweighs the legal form that every country knows.
  const elsewhere = likely.filter((code) => code !== "USD");
  return elsewhere.length === 1 && /\b(?:inc|llc)\b/.test(text) && !/\b[a-z]{2} \d{5}\b/.test(text)
    ? elsewhere
    : likely;
}

/** "US $", "nz$", "u$s", in a folded text. */
const dollarWithLetters = /(?<![a-z])(u\.?s\.? ?\$|u\$s|[a-z]{1,3}\$)/g;
const dollarByMark: ReadonlyMap<string, string> = new Map(
  Object.entries(dollarMarks).map(([mark, code]) => [mark.toLowerCase().replaceAll(".", ""), code]),
);

const marks: readonly (readonly [code: string, mark: RegExp])[] = [
  ["EUR", /€/],
  ["GBP", /£/],
  ["INR", /₹|\brs\.? ?\d|\binr\b|\d ?\/-(?!\d)|\brupees?\b/],
  ["BRL", /\breais\b/],
  ["CHF", /\b(?:fr|sfr)\.? ?\d[\d'’., ]*(?:[-–—]|\d)|\b(?:franken|francs suisses|franchi svizzeri)\b/],
  ["PLN", /\bzl\b|złotych/],
];
// "R 480.00 per metre" is rand only where the rest is of South Africa: "R" names many other things.
const rand = /(?<![a-z])r ?\d{1,3}(?:[ ,]\d{3})*(?:[.,]\d{2})?(?!\d|[-/])/;
const southAfrica = /\(pty\)|\bsouth africa\b|\bcc\b|\brand\b|\bsars\b|\bposbus\b/;

/** The one currency whose own mark stands in a folded text; `null` for none and for several. */
export function currencyByMark(text: string): string | null {
  const found = new Set(marks.filter(([, mark]) => mark.test(text)).map(([code]) => code));
  for (const [, printed = ""] of text.matchAll(dollarWithLetters)) {
    const code = dollarByMark.get(printed.replaceAll(/[ .]/g, ""));
    if (code !== undefined) found.add(code);
  }
  if (rand.test(text) && southAfrica.test(text)) found.add("ZAR");
  const [only] = found;
  if (found.has("EUR") || found.has("GBP")) return found.has("EUR") ? "EUR" : "GBP";
  return found.size === 1 && only !== undefined ? only : null;
}

const euroSeat =
  /\b(?:(?:be|btw be|tva be) ?0?\d{3}[. ]?\d{3}[. ]?\d{3}|de ?\d{9}|fr ?[\da-z]{2} ?\d{9}|nl ?\d{9} ?b\d{2}|at ?u\d{8}|it ?\d{11}|es ?[a-z\d]\d{7}[a-z\d]|pt ?\d{9}|ie ?\d{7}[a-z]{1,2}|lu ?\d{8}|siret|siren|kvk|handelsregister|amtsgericht|p\. ?iva|partita iva|nipc)\b/;
const swissSeat = /\bche-?\d{3}\.?\d{3}\.?\d{3}\b/;
const britishSeat =
  /\b(?:vat (?:reg(?:istration)? )?(?:no|number)\.? ?:? ?gb|gb ?\d{3} ?\d{4} ?\d{2}|companies house|registered in england)\b/;
const indianSeat = /\bgstin\b|\bpan no\b/;

/** The currency of the country whose tax number or register stands in a folded text, where only one country does. */
export function currencyOfSeat(text: string): string | null {
  const found = (
    [
      ["EUR", euroSeat],
      ["CHF", swissSeat],
      ["GBP", britishSeat],
      ["INR", indianSeat],
    ] as const
  ).filter(([, seat]) => seat.test(text));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only[0] : null;
}
