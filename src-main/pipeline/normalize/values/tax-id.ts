import { isGstin, isLuhn, isMod1110, remainderOf, weightedSum } from "./check-digits.ts";
import { plainText } from "./fold.ts";

/** A tax id as printed, with its country where the shape says it. */
export interface TaxIdReading {
  /** Without blanks, points and dashes; letters in capitals. */
  readonly id: string;
  /** ISO 3166-1 alpha-2 ("GR" for EL); `null` where the bare number has none. */
  readonly country: string | null;
  /** Whether check digits hold; `null` where the country has none or its rule is unknown here. */
  readonly isValid: boolean | null;
}

type Rule = (body: string) => boolean | null;

const spanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

const belgian: Rule = (body) => {
  const digits = body.padStart(10, "0");
  return 97 - remainderOf(digits.slice(0, 8), 97) === Number(digits.slice(8));
};

const dutch: Rule = (body) => {
  const digits = body.slice(0, 9);
  const eleven = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  if (eleven === Number(digits[8])) return true;
  const whole = `2321${digits}11${body.slice(10)}`; // "NL", digits, "B", suffix as ISO 7064 numbers
  return remainderOf(whole, 97) === 1;
};

const french: Rule = (body) => {
  const siren = body.slice(2);
  if (!isLuhn(siren)) return false;
  const key = body.slice(0, 2);
  return /^\d\d$/.test(key) ? Number(key) === (12 + 3 * remainderOf(siren, 97)) % 97 : null;
};

const spanish: Rule = (body) => {
  const person = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(body);
  if (person !== null && (person[1] !== "" || person[2]?.length === 8)) {
    const first = person[1] === "" ? "" : String("XYZ".indexOf(person[1] ?? ""));
    return spanishLetters[remainderOf(first + (person[2] ?? ""), 23)] === person[3];
  }
  const company = /^[A-Z](\d{7})([A-J\d])$/.exec(body);
  if (company?.[1] === undefined) return null;
  let sum = 0;
  company[1].split("").forEach((digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  });
  const check = (10 - (sum % 10)) % 10;
  return company[2] === String(check) || company[2] === "JABCDEFGHI"[check];
};

const british: Rule = (body) => {
  const digits = body.slice(0, 9);
  if (!/^\d{9}$/.test(digits)) return null;
  const total = weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7));
  return total % 97 === 0 || (total + 55) % 97 === 0;
};

const austrian: Rule = (body) => {
  const digits = body.slice(1);
  let sum = 4;
  digits
    .slice(0, 7)
    .split("")
    .forEach((digit, index) => {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      sum += value > 9 ? value - 9 : value;
    });
  return (10 - (sum % 10)) % 10 === Number(digits[7]);
};

const portuguese: Rule = (body) => {
  const rest = 11 - (weightedSum(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest >= 10 ? 0 : rest) === Number(body[8]);
};

const swiss: Rule = (body) => {
  const rest = 11 - (weightedSum(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11);
  return (rest === 11 ? 0 : rest) === Number(body[8]);
};

const danish: Rule = (body) => weightedSum(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const polish: Rule = (body) => weightedSum(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(body[9]);

const finnish: Rule = (body) => {
  const rest = weightedSum(body, [7, 9, 10, 5, 8, 4, 2]) % 11;
  return (rest === 0 ? 0 : 11 - rest) === Number(body[7]);
};

const luxembourgish: Rule = (body) => remainderOf(body.slice(0, 6), 89) === Number(body.slice(6));

const irish: Rule = (body) => {
  const match = /^(\d{7})([A-W])([A-I]?)$/.exec(body);
  if (match?.[1] === undefined) return null;
  const second = match[3] === undefined || match[3] === "" ? 0 : match[3].charCodeAt(0) - 64;
  const rest = (weightedSum(match[1], [8, 7, 6, 5, 4, 3, 2]) + second * 9) % 23;
  return (rest === 0 ? "W" : String.fromCharCode(64 + rest)) === match[2];
};

const australian: Rule = (body) => {
  const digits = String(Number(body[0]) - 1) + body.slice(1);
  return weightedSum(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0;
};

/** Shapes with the country's letters in front, and the rule for what follows them. */
const prefixed: readonly (readonly [prefix: string, shape: RegExp, rule: Rule])[] = [
  ["AT", /^U\d{8}$/, austrian],
  ["BE", /^0?[01]?\d{9}$/, belgian],
  ["BG", /^\d{9,10}$/, () => null],
  ["CY", /^\d{8}[A-Z]$/, () => null],
  ["CZ", /^\d{8,10}$/, () => null],
  ["DE", /^\d{9}$/, isMod1110],
  ["DK", /^\d{8}$/, danish],
  ["EE", /^\d{9}$/, () => null],
  ["EL", /^\d{9}$/, () => null],
  ["ES", /^[A-Z0-9]\d{7}[A-Z0-9]$/, spanish],
  ["FI", /^\d{8}$/, finnish],
  ["FR", /^[A-Z0-9]{2}\d{9}$/, french],
  ["GB", /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, british],
  ["XI", /^(?:\d{9}|\d{12})$/, british],
  ["HR", /^\d{11}$/, isMod1110],
  ["HU", /^\d{8}$/, () => null],
  ["IE", /^\d{7}[A-W][A-I]?$/, irish],
  ["IT", /^\d{11}$/, isLuhn],
  ["LT", /^(?:\d{9}|\d{12})$/, () => null],
  ["LU", /^\d{8}$/, luxembourgish],
  ["LV", /^\d{11}$/, () => null],
  ["MT", /^\d{8}$/, () => null],
  ["NL", /^\d{9}B\d{2}$/, dutch],
  ["NO", /^\d{9}(?:MVA)?$/, () => null],
  ["PL", /^\d{10}$/, polish],
  ["PT", /^\d{9}$/, portuguese],
  ["RO", /^\d{2,10}$/, () => null],
  ["SE", /^\d{10}01$/, (body) => isLuhn(body.slice(0, 10))],
  ["SI", /^\d{8}$/, () => null],
  ["SK", /^\d{10}$/, (body) => remainderOf(body, 11) === 0],
];

/**
 * Reads a tax id that stands alone. Blanks, points, dashes and slashes in it are dropped.
 *
 * Bare numbers (a German Steuernummer, a US EIN, a bare ABN) have a country only where the shape is unmistakable.
 */
export function parseTaxId(text: string): TaxIdReading | null {
  const plain = plainText(text).trim().toUpperCase();
  const id = plain.replace(/[\s./-]/g, "");
  if (!/^[A-Z0-9]{6,18}$/.test(id) || !/\d{5}/.test(id.replace(/[A-Z]/g, ""))) return null;
  const swissId = /^CHE(\d{9})(?:MWST|TVA|IVA)?$/.exec(id);
  if (swissId?.[1] !== undefined) return { id, country: "CH", isValid: swiss(swissId[1]) };
  for (const [prefix, shape, rule] of prefixed) {
    if (id.startsWith(prefix) && shape.test(id.slice(2))) {
      return {
        id,
        country: prefix === "EL" ? "GR" : prefix === "XI" ? "GB" : prefix,
        isValid: rule(id.slice(2)),
      };
    }
  }
  if (/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/.test(id))
    return { id, country: "IN", isValid: isGstin(id) };
  if (/^\d{2} \d{3} \d{3} \d{3}$/.test(plain)) return { id, country: "AU", isValid: australian(id) };
  if (/^\d{2}-\d{7}$/.test(plain)) return { id, country: "US", isValid: null };
  if (/^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z]|[XYZ]\d{7}[A-Z])$/.test(id)) {
    return spanish(id) === true ? { id, country: "ES", isValid: true } : { id, country: null, isValid: null };
  }
  if (/^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/.test(id)) return { id, country: "IT", isValid: null };
  if (/^[A-Z&Ñ]{3,4}\d{6}[A-Z0-9]{3}$/.test(id)) return { id, country: "MX", isValid: null };
  if (/^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(plain)) return { id, country: "BR", isValid: null };
  return /^\d{7,15}$/.test(id) || /^\d+[A-Z]{1,3}\d*$/.test(id) ? { id, country: null, isValid: null } : null;
}

/** What a Swiss company number goes on with where it is one of the tax. */
const swissTax = /^ ?(?:MWST|TVA|IVA)\b/;

/** A tax id with its country's letters inside a longer text ("USt-IdNr.: DE 136 695 976"), in order. */
export function findTaxIds(
  text: string,
): readonly (TaxIdReading & { readonly start: number; readonly end: number })[] {
  const plain = plainText(text);
  const found: (TaxIdReading & { start: number; end: number })[] = [];
  const pattern =
    /(?<![A-Z0-9])(?:CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?: ?(?:MWST|TVA|IVA))?|[A-Z]{2} ?[A-Z0-9]{0,2}(?:[ .-]?[A-Z0-9]){7,12})(?![A-Z0-9])/g;
  for (const match of plain.matchAll(pattern)) {
    // The run may swallow the word before it and the next number of the line: shorten it word by word.
    const words = match[0].split(" ");
    const own = words.flatMap((_, from) =>
      words
        .slice(from)
        .map((_each, left) => ({ from, text: words.slice(from, words.length - left).join(" ") })),
    );
    for (const { from, text: run } of own) {
      const at = match.index + words.slice(0, from).reduce((sum, word) => sum + word.length + 1, 0);
      const suffix = run.startsWith("CHE") ? (swissTax.exec(plain.slice(at + run.length))?.[0] ?? "") : "";
      const candidate = `${run}${suffix}`;
      const reading = parseTaxId(candidate);
      if (
        reading !== null &&
        reading.country !== null &&
        /^[A-Z]{2}/.test(reading.id) &&
        reading.country !== "MX"
      ) {
        found.push({ ...reading, start: at, end: at + candidate.length });
        break;
      }
    }
  }
  return found;
}
