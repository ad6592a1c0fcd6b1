import { isMod97 } from "../../../../src-shared/wording/index.ts";
import { ibanLengths } from "./account.ts";

/**
 * What stands where in the account part of an IBAN: n figures, a capital letters, c either.
 *
 * Source: SWIFT IBAN registry, release 99; countries that are not listed are taken as figures throughout.
 */
const structures: Readonly<Record<string, string>> = {
  AD: "n8 c12",
  BG: "a4 n6 c8",
  CH: "n5 c12",
  CY: "n8 c16",
  FR: "n10 c11 n2",
  GB: "a4 n14",
  GI: "a4 c15",
  GR: "n7 c16",
  IE: "a4 n14",
  IT: "a1 n10 c12",
  LI: "n5 c12",
  LU: "n3 c13",
  LV: "a4 c13",
  MC: "n10 c11 n2",
  MT: "a4 n5 c18",
  NL: "a4 n10",
  RO: "a4 c16",
  SM: "a1 n10 c12",
  TR: "n6 c16",
};

/** Figures that a letter may be, and letters that a figure may be, the likelier first. */
const figures: Readonly<Record<string, string>> = {
  O: "0",
  D: "0",
  Q: "0",
  U: "0",
  I: "1",
  L: "1",
  J: "1",
  Z: "27",
  S: "58",
  G: "6",
  B: "8",
  T: "71",
  A: "4",
  ")": "0",
  "]": "1",
  "|": "1",
  "!": "1",
};
const letters: Readonly<Record<string, string>> = {
  "0": "OD",
  "1": "I",
  "2": "Z",
  "4": "A",
  "5": "S",
  "6": "G",
  "8": "B",
};
/** Ways to read one account that are tried; each has one chance in 97 to pass by accident. */
const mostTried = 12;

/**
 * IBANs that recognition spoiled: letters read for figures and figures for letters, where only one exchange makes the
 * check digits hold. No figure is ever made another figure.
 */
export function findMendedIbans(
  text: string,
): readonly { readonly iban: string; readonly start: number; readonly end: number }[] {
  const found: { readonly iban: string; readonly start: number; readonly end: number }[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z0-9]{2}\s?[A-Za-z0-9)|!\]]{2}/gu)) {
    if (found.some(({ end }) => match.index < end)) continue;
    const run = runFrom(text, match.index);
    const [country] = variantsOf(run.signs.slice(0, 2), "aa").filter((code) => code in ibanLengths);
    const length = country === undefined ? 0 : (ibanLengths[country] ?? 0);
    if (country === undefined || run.signs.length < length) continue;
    const shape = `aann${shapeOf(country, length - 4)}`;
    const valid = variantsOf(run.signs.slice(0, length), shape).filter(
      (iban) => iban.startsWith(country) && isMod97(iban),
    );
    const [iban] = valid;
    const end = (run.ends[length - 1] ?? 0) + 1;
    if (iban !== undefined && valid.length === 1) found.push({ iban, start: match.index, end });
  }
  return found;
}

/** Signs of an account from a place on, without blanks and dots, with where each stands. */
function runFrom(text: string, from: number): { readonly signs: string; readonly ends: readonly number[] } {
  let signs = "";
  const ends: number[] = [];
  for (let at = from; at < text.length && signs.length < 34; at += 1) {
    const sign = text.charAt(at).toUpperCase();
    if (/[ .·]/.test(sign)) continue;
    if (!/[A-Z0-9)|!\]]/.test(sign)) break;
    signs += sign;
    ends.push(at);
  }
  return { signs, ends };
}

const shapeOf = (country: string, length: number): string =>
  (structures[country] ?? `n${length}`)
    .split(" ")
    .map((part) => part.charAt(0).repeat(Number(part.slice(1))))
    .join("");

/** The ways to read signs so that they fit a shape; none when there are too many. */
function variantsOf(signs: string, shape: string): readonly string[] {
  let variants = [""];
  for (const [at, sign] of [...signs].entries()) {
    const wanted = shape.charAt(at);
    const isFigure = /\d/.test(sign);
    const fits = wanted === "c" ? /[A-Z0-9]/.test(sign) : isFigure === (wanted === "n");
    const options =
      fits && wanted !== "c"
        ? sign
        : wanted === "n"
          ? (figures[sign] ?? "")
          : wanted === "a"
            ? (letters[sign] ?? "")
            : eitherOf(sign);
    variants = variants.flatMap((variant) => [...options].map((option) => variant + option));
    if (variants.length > mostTried) return [];
  }
  return variants;
}

/** Where letters and figures are both at home, a letter may be itself or the figure that it looks like. */
const eitherOf = (sign: string): string =>
  /[A-Z]/.test(sign) ? sign + (figures[sign] ?? "") : /\d/.test(sign) ? sign : "";
