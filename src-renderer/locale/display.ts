import { currenciesByCode, decimal, isDecimalText, isNegative } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import { displayLanguage } from "./language.ts";

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(digits: number, currency: string | null): Intl.NumberFormat {
  const key = `${displayLanguage()}|${digits}|${currency ?? ""}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(displayLanguage(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...(currency === null ? {} : { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
  });
  numberFormats.set(key, format);
  return format;
}

/** Intl reads a decimal text exactly; a binary number never comes between. */
function formatExact(text: DecimalText, digits: number, currency: string | null): string {
  const formatted = numberFormat(Math.min(digits, 100), currency).format(text as Intl.StringNumericLiteral);
  return formatted.replace("-", "−");
}

const digitsOf = (text: DecimalText, currency: string | null): number => {
  const minor = currency === null ? 0 : (currenciesByCode.get(currency)?.minorDigits ?? 0);
  return Math.max(decimal(text).scale, minor);
};

/** An amount without its currency, for columns that name it once: "1,087.50", "−12.00". */
export function formatPlainAmount(amount: DecimalText, currency: string | null): string {
  return formatExact(amount, digitsOf(amount, currency), null);
}

/** An amount with its currency, for sentences: "€1,087.50". An unknown currency is written out. */
export function formatAmount(amount: DecimalText, currency: string | null): string {
  if (currency === null) return formatPlainAmount(amount, null);
  if (!currenciesByCode.has(currency)) return `${formatPlainAmount(amount, null)} ${currency}`;
  return formatExact(amount, digitsOf(amount, currency), currency);
}

/** A difference with its sign always written: "+12.00", "−3.50". */
export function formatDifference(amount: DecimalText, currency: string | null): string {
  const plain = formatAmount(amount, currency);
  return isNegative(amount) || decimal(amount).units === 0n ? plain : `+${plain}`;
}

/** A quantity or rate with its own scale, grouped: "1,250.5". */
export function formatQuantity(quantity: DecimalText): string {
  return formatExact(quantity, decimal(quantity).scale, null);
}

/** A formula with its figures as the language writes them: "40 × 1,150.50 = 46,020.00". Days are written out. */
export function formatFormula(formula: string): string {
  return formula.replace(/\d{4}-\d{2}-\d{2}|\d+\.\d+|\d{5,}/g, (figure) =>
    isDecimalText(figure) ? formatQuantity(figure) : formatDate(figure),
  );
}

/** A count: "12,304". */
export function formatCount(count: number): string {
  return numberFormat(0, null).format(count);
}

/** A share between 0 and 1 as whole percent: "97%". */
export function formatConfidence(share: number): string {
  return new Intl.NumberFormat(displayLanguage(), { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}

/** A size in bytes, short: "412 kB". */
export function formatSize(sizeBytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let size = sizeBytes;
  let step = 0;
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(displayLanguage(), {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: size < 10 && step > 0 ? 1 : 0,
  }).format(size);
}

const formatOnce = <Format>(create: (language: string) => Format): (() => Format) => {
  const byLanguage = new Map<string, Format>();
  return () => {
    const language = displayLanguage();
    const known = byLanguage.get(language) ?? create(language);
    byLanguage.set(language, known);
    return known;
  };
};

const dayFormat = formatOnce(
  (language) =>
    new Intl.DateTimeFormat(language, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    }),
);

/** A civil date with its month in words, so that no order of numbers has to be guessed: "31 Mar 2026". */
export function formatDate(date: string): string {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const parts = new Map(
    dayFormat()
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  // German counts its days: "31. März 2026".
  const day = `${parts.get("day")}${displayLanguage() === "de" ? "." : ""}`;
  return `${day} ${parts.get("month")} ${parts.get("year")}`;
}

/** The day before an exclusive end, since people read a period with both its ends. */
export function formatExclusiveEnd(date: string): string {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  instant.setUTCDate(instant.getUTCDate() - 1);
  return formatDate(instant.toISOString().slice(0, 10));
}

const monthFormat = formatOnce(
  (language) => new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }),
);

/** A month in ISO form: "October 2026". */
export function formatMonth(month: string): string {
  const instant = new Date(`${month}-01T00:00:00Z`);
  return Number.isNaN(instant.getTime()) ? month : monthFormat().format(instant);
}

const momentFormat = formatOnce(
  (language) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
);

/** A UTC instant in the zone of the machine: "22 Nov 2026, 14:05". */
export function formatMoment(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return `${formatDate(day)}, ${momentFormat().format(moment)}`;
}
