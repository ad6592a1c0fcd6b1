import { dateParts, dayNumberToDate, dateToDayNumber, localDate } from "../../../../src-shared/time/index.ts";
import type { ExactNumber } from "./decimal-text.ts";
import { exactToPlaces, exactToText, shiftExact } from "./decimal-text.ts";

/** What a workbook's number format makes of a number. */
export interface NumberFormat {
  readonly code: string;
  readonly kind: "general" | "number" | "text" | "date" | "date-time" | "duration";
  /** ISO 4217 code that the format shows without doubt. */
  readonly currency: string | null;
}

/** Formats that every workbook knows by number. Source: ECMA-376 part 1, 18.8.30. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "$#,##0;($#,##0)",
  6: "$#,##0;($#,##0)",
  7: "$#,##0.00;($#,##0.00)",
  8: "$#,##0.00;($#,##0.00)",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: "#,##0;(#,##0)",
  42: "$#,##0;($#,##0)",
  43: "#,##0.00;(#,##0.00)",
  44: "$#,##0.00;($#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  49: "@",
};

/** Dollar and pound signs that name their country. Source: Windows locale ids. */
const currencyByLocale: Readonly<Record<string, string>> = {
  "$-409": "USD",
  "$-1009": "CAD",
  "$-C0C": "CAD",
  "$-C09": "AUD",
  "$-1409": "NZD",
  "$-4809": "SGD",
  "$-C04": "HKD",
  "$-80A": "MXN",
  "£-809": "GBP",
  "¥-411": "JPY",
  "¥-804": "CNY",
  "kr-41D": "SEK",
  "kr-406": "DKK",
  "kr-414": "NOK",
};
const currencyBySign: Readonly<Record<string, string>> = {
  "€": "EUR",
  "₹": "INR",
  zł: "PLN",
  Kč: "CZK",
  "₪": "ILS",
  "₩": "KRW",
  "₺": "TRY",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  R$: "BRL",
};

/** The format of an id, with the workbook's own codes. */
export function readNumberFormat(id: number, customCodes: ReadonlyMap<number, string>): NumberFormat {
  const code = customCodes.get(id) ?? builtIn[id] ?? "General";
  return { code, kind: kindOf(code), currency: currencyOf(code) };
}

/** A code without what it prints as it stands: quoted text, escaped characters, paddings and colors. */
const bare = (code: string): string =>
  code
    .replaceAll(/"[^"]*"/gu, "")
    .replaceAll(/\\./gu, "")
    .replaceAll(/[_*]./gu, "")
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, "");

function kindOf(code: string): NumberFormat["kind"] {
  const plain = bare(code.split(";")[0] ?? "").toLowerCase();
  if (plain === "general" || plain === "") return "general";
  if (plain.includes("@")) return "text";
  if (/\[[hms]+\]/u.test(plain)) return "duration";
  if (/e[+-]/u.test(plain) || /[0#?]/u.test(plain.replaceAll(/[hms]\.0+/gu, ""))) return "number";
  const hasDate = /[yd]/u.test(plain) || /m{3,}/u.test(plain) || (/m/u.test(plain) && !/[hs]/u.test(plain));
  const hasTime = /[hs]/u.test(plain);
  if (hasDate) return hasTime ? "date-time" : "date";
  return hasTime ? "duration" : "number";
}

function currencyOf(code: string): string | null {
  const bracket = /\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]/u.exec(code);
  const sign = bracket?.[1] ?? "";
  const located = currencyByLocale[`${sign}-${(bracket?.[2] ?? "").toUpperCase()}`];
  if (located !== undefined) return located;
  if (/^[A-Z]{3}$/u.test(sign.trim())) return sign.trim();
  const quoted = [...code.matchAll(/"([^"]*)"/gu)].map((match) => (match[1] ?? "").trim());
  for (const text of [sign.trim(), ...quoted]) {
    const known = currencyBySign[text];
    if (known !== undefined) return known;
    if (
      /^(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|CNY|BRL|MXN|ZAR|SGD|HKD)$/u.test(text)
    )
      return text;
  }
  if (code.includes("€")) return "EUR";
  return code.includes("₹") ? "INR" : null;
}

/** A number as the format shows it, with a point and commas. General numbers keep their digits. */
export function formatNumber(number: ExactNumber, format: NumberFormat): string {
  if (format.kind !== "number") return exactToText(number);
  const sections = splitSections(format.code);
  const isZero = number.digits === "0";
  const hasOwnNegative = sections.length > 1 && number.isNegative;
  const section = hasOwnNegative ? sections[1] : isZero && sections.length > 2 ? sections[2] : sections[0];
  const shown = applySection(number, section ?? "0");
  return number.isNegative && !hasOwnNegative ? `-${shown}` : shown;
}

function splitSections(code: string): string[] {
  const sections: string[] = [""];
  for (const match of code.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|./gu)) {
    if (match[0] === ";") sections.push("");
    else sections[sections.length - 1] = (sections.at(-1) ?? "") + match[0];
  }
  return sections;
}

function applySection(number: ExactNumber, section: string): string {
  let before = "";
  let behind = "";
  let pattern = "";
  for (const match of section.matchAll(
    /"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([0#?.,]+|[eE][+-]0+)|(.)/gu,
  )) {
    const [, quoted, escaped, , , sign, digits, plain] = match;
    if (digits !== undefined) {
      if (pattern === "" || behind === "") pattern += digits;
      continue;
    }
    const text = quoted ?? escaped ?? sign ?? plain ?? "";
    if (pattern === "") before += text;
    else behind += text;
  }
  if (pattern === "") return (before + behind).trim();
  const percents = (before + behind).split("%").length - 1;
  const thousands = /,+$/u.exec(pattern.split(".")[0] ?? "")?.[0].length ?? 0;
  const scaled = shiftExact(number, 2 * percents - 3 * thousands);
  if (/[eE]/u.test(pattern)) return exactToText(number);
  const [wholePattern = "", partPattern = ""] = pattern.split(".");
  const { whole, part } = exactToPlaces(scaled, partPattern.length);
  const least = wholePattern.replaceAll(/[^0]/gu, "").length;
  const padded = whole.padStart(least, "0");
  const grouped = /[0#?],[0#?]/u.test(wholePattern) ? padded.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") : padded;
  const optional = /[#?]*$/u.exec(partPattern)?.[0].length ?? 0;
  let shownPart = part;
  for (let count = 0; count < optional && shownPart.endsWith("0"); count += 1)
    shownPart = shownPart.slice(0, -1);
  return `${before}${grouped}${shownPart === "" ? "" : `.${shownPart}`}${behind}`.trim();
}

/** A point in time of a workbook. */
export interface SerialTime {
  /** Days since the first day of the date system; whole. */
  readonly days: number;
  /** Seconds of the day. */
  readonly seconds: number;
}

const secondsADay = 86_400n;

/** A serial number as days and seconds, rounded to the second. `null` for negative ones and those beyond the year 9999. */
export function exactToSerial(number: ExactNumber): SerialTime | null {
  if (number.isNegative || number.digits.length + number.exponent > 8) return null;
  const { whole } = exactToPlaces({ ...number, digits: (BigInt(number.digits) * secondsADay).toString() }, 0);
  const seconds = BigInt(whole);
  return { days: Number(seconds / secondsADay), seconds: Number(seconds % secondsADay) };
}

/** The date of a serial day in the 1900 or 1904 system; `null` for the day that 1900 did not have. */
export function serialToDate(days: number, system: 1900 | 1904): string | null {
  if (days > 2_958_465) return null;
  if (system === 1904) return dayNumberToDate(dateToDayNumber(localDate("1904-01-01")) + days);
  if (days === 60 || days < 1) return null;
  return dayNumberToDate(dateToDayNumber(localDate("1899-12-30")) + days + (days < 60 ? 1 : 0));
}

const pad = (value: number): string => value.toString().padStart(2, "0");

export const secondsToTime = (seconds: number): string =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** A date and time as the code shows them, with English month names. */
export function formatDate(date: string, seconds: number, code: string): string {
  const { year, month, day } = dateParts(localDate(date));
  const section = splitSections(code)[0] ?? "";
  const isTwelve = /am\/pm|a\/p/iu.test(section);
  const hours = Math.floor(seconds / 3600);
  const shownHours = isTwelve ? ((hours + 11) % 12) + 1 : hours;
  const monthName = months[month - 1] ?? "";
  let shown = "";
  let last = "";
  for (const match of section.matchAll(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|[_*].|(.)/giu,
  )) {
    const token = match[0].toLowerCase();
    const [first] = token;
    if (match[1] !== undefined || match[2] !== undefined) shown += match[1] ?? match[2] ?? "";
    else if (token === "am/pm" || token === "a/p") shown += hours < 12 ? "AM" : "PM";
    else if (first === "y") shown += token.length > 2 ? year.toString() : pad(year % 100);
    else if (first === "m" && (last === "h" || /^[^a-z]*s/iu.test(section.slice(match.index + token.length))))
      shown +=
        token.length > 1 ? pad(Math.floor(seconds / 60) % 60) : (Math.floor(seconds / 60) % 60).toString();
    else if (first === "m")
      shown +=
        token.length > 3
          ? monthName
          : token.length === 3
            ? monthName.slice(0, 3)
            : token.length === 2
              ? pad(month)
              : month.toString();
    else if (first === "d") shown += token.length > 2 ? "" : token.length === 2 ? pad(day) : day.toString();
    else if (first === "h") shown += token.length > 1 ? pad(shownHours) : shownHours.toString();
    else if (first === "s") shown += pad(seconds % 60);
    else if (match[3] !== undefined) shown += match[3];
    if (first !== undefined && /[ymdhs]/u.test(first)) last = first;
  }
  return shown.trim();
}
