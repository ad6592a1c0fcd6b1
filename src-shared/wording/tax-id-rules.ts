import { isLuhn, isMod1110, remainderOf, weightedSum } from "./check-digits.ts";

/** What a tax id with its country's letters says of itself. */
export interface TaxIdVerdict {
  /** ISO 3166-1 alpha-2 ("GR" for EL). */
  readonly country: string;
  /** Whether check digits hold; `null` where the country has none or its rule is unknown here. */
  readonly isValid: boolean | null;
}

/** Takes the digits and letters behind those of the country. */
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

export const isSpanishTaxId: Rule = (body) => {
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

export const isAustralianNumber: Rule = (body) => {
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
  ["ES", /^[A-Z0-9]\d{7}[A-Z0-9]$/, isSpanishTaxId],
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

/** Judges an id of capitals and digits by the shape and check digits of its country; `null` for any other shape. */
export function judgeTaxId(id: string): TaxIdVerdict | null {
  const swissId = /^CHE(\d{9})(?:MWST|TVA|IVA)?$/.exec(id);
  if (swissId?.[1] !== undefined) return { country: "CH", isValid: swiss(swissId[1]) };
  for (const [prefix, shape, rule] of prefixed) {
    if (!id.startsWith(prefix) || !shape.test(id.slice(2))) continue;
    const country = prefix === "EL" ? "GR" : prefix === "XI" ? "GB" : prefix;
    return { country, isValid: rule(id.slice(2)) };
  }
  return null;
}
