import {
  addDays,
  addMonths,
  daysBetween,
  partsToLocalDate,
  weekdayOf,
  yearOf,
  type LocalDate,
} from "../../../../src-shared/time/index.ts";
import { findDates } from "../values/date.ts";
import { foldAligned } from "../values/fold.ts";
import { monthPattern, parseMonth } from "../values/month.ts";
import { findPeriods } from "../values/period.ts";
import { dayOfYearless, type DaySpan, type PaperDays } from "./paper-days.ts";

const weekWord =
  "(?:kw|cw|wk|week|weeknr|weeknummer|woche|kalenderwoche|semaine|sem|semana|settimana)\\.?\\s?(?:nr|no|n[°º.]|num|number|nummer|#)?\\.?\\s?";
const numberedWeek = new RegExp(
  `(?<![a-z\\d])${weekWord}(\\d{1,2})(?:\\s?[/,–-]?\\s?(20\\d{2}|'\\d{2}|(?<=/)\\d{2}))?(?![\\d.,]*\\d|\\s?(?:%|h\\b|hours?|std|days?|tage|${monthPattern}|st\\b|nd\\b|rd\\b|th\\b))`,
);
const weekEnd =
  /(?<![a-z])(?:w\/?e|week[- ]?end(?:ing|ed)?|period ending|woche bis|week t\/m|semaine se terminant le|semana que termina el|settimana terminata il|semana terminada em)(?![a-z])/;
const weekStart =
  /(?<![a-z])(?:w\/?c|week (?:commencing|beginning|starting|of|from|van|vanaf)|woche (?:vom|ab)|semaine du|semana del?|settimana da?l|semana de)(?![a-z])/;
const shortRange = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:\\.|er|º)?\\s?(?:(${monthPattern})\\.?)?\\s?(?:-|to|bis|au|al|tot|t/m|a|ao|all')\\s?(\\d{1,2})(?:\\.|º)?\\s?(?:de |di )?(${monthPattern})(?![a-z])`,
);
const loneMonth = new RegExp(
  `(?:(?:^|[-–:,(|])\\s*|\\b(?:monat|month|mois|maand|mes|mese|month of|mois de|mes de|mese di)\\b:?\\s*)(${monthPattern})\\.?\\s*(?:$|[-–:,)|])`,
);

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

/** The year that a paper prints, the latest that has begun; where it prints none, the year of today. */
const yearFor = ({ years, asOf }: PaperDays): number =>
  years.find((year) => year <= yearOf(asOf)) ?? yearOf(asOf);

function isoWeek(year: number, week: number): DaySpan | null {
  const fourth = partsToLocalDate({ year, month: 1, day: 4 });
  if (!fourth.ok || week < 1 || week > 53) return null;
  const start = addDays(mondayOf(fourth.value), (week - 1) * 7);
  return { start, end: addDays(start, 7) };
}

function monthOf(year: number, month: number): DaySpan | null {
  const first = partsToLocalDate({ year, month, day: 1 });
  return first.ok ? { start: first.value, end: addMonths(first.value, 1) } : null;
}

/** The week, month or run of days that a text names: "KW 23", "w/e 7 June", "Semaine du 16 au 20 mars", "May 2026". */
export function spanIn(text: string, days: PaperDays): DaySpan | null {
  if (!/\d|\p{L}{3}/u.test(text)) return null;
  const folded = foldAligned(text);
  const [period] = findPeriods(text, days);
  if (period !== undefined && period.value !== null) return period.value;
  const yearless = { ...days, span: null };
  const dated = (at: number): LocalDate | null => {
    const rest = text.slice(at, at + 40);
    const [whole] = findDates(rest, days);
    if (whole !== undefined) return whole.value;
    const [, day, month, other, number] =
      new RegExp(
        `^[\\s:.,]*(?:[a-z]{2,10}[.,]? )?(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s?(?:of |de )?(${monthPattern})(?![a-z])|(${monthPattern})\\.? (\\d{1,2})(?!\\d))`,
      ).exec(foldAligned(rest)) ?? [];
    if (month !== undefined || other !== undefined)
      return dayOfYearless(parseMonth(month ?? other ?? "") ?? 0, Number(day ?? number), null, yearless);
    const [, first, second] = /^[\s:.,]*(\d{1,2})[./](\d{1,2})(?!\d)/.exec(rest) ?? [];
    if (first === undefined || (days.order === null && !/^\D*\d{1,2}\./.test(rest))) return null;
    const isMonthFirst = days.order === "month-first";
    return dayOfYearless(
      Number(isMonthFirst ? first : second),
      Number(isMonthFirst ? second : first),
      null,
      yearless,
    );
  };
  const ends = weekEnd.exec(folded);
  if (ends !== null) {
    const end = dated(ends.index + ends[0].length);
    if (end !== null) return { start: addDays(end, -6), end: addDays(end, 1) };
  }
  const range = shortRange.exec(folded);
  if (range !== null) {
    const month = parseMonth(range[4] ?? "") ?? 0;
    const last = dayOfYearless(month, Number(range[3]), null, yearless);
    const first =
      last === null
        ? null
        : partsToLocalDate({
            year: yearOf(last),
            month: range[2] === undefined ? month : (parseMonth(range[2]) ?? 0),
            day: Number(range[1]),
          });
    if (
      last !== null &&
      first !== null &&
      first.ok &&
      first.value <= last &&
      daysBetween(first.value, last) < 62
    )
      return { start: first.value, end: addDays(last, 1) };
  }
  const starts = weekStart.exec(folded);
  if (starts !== null) {
    const start = dated(starts.index + starts[0].length);
    if (start !== null) return { start, end: addDays(start, 7) };
  }
  const week = numberedWeek.exec(folded);
  if (week !== null) {
    const printed = week[2]?.replace("'", "");
    const year =
      printed === undefined ? yearFor(days) : printed.length === 2 ? 2000 + Number(printed) : Number(printed);
    return isoWeek(year, Number(week[1]));
  }
  const month = loneMonth.exec(folded);
  return month === null ? null : monthOf(yearFor(days), parseMonth(month[1] ?? "") ?? 0);
}

/** Lines that name another paper: the month of an offer is not the month of the work. */
const otherPaper =
  /(?:vertrag|angebot|bestellung|auftrag vom|rechnung)|\b(?:contract|agreement|quote|quotation|estimate|order|invoice|terms|rate card|valid|contrat|devis|commande|facture|offre|contrato|presupuesto|pedido|factura|oferta|contratto|preventivo|ordine|fattura|offerta|encomenda|orcamento|fatura|overeenkomst|offerte|opdracht|factuur|bestelling)\b/;

const isInside = (one: DaySpan, other: DaySpan): boolean => other.start <= one.start && one.end <= other.end;

/**
 * The days that the lines above and between the records of a paper name once. Of several the shortest, where it lies
 * in all others; none where they lie apart.
 */
export function spanOfLines(texts: readonly string[], days: PaperDays): DaySpan | null {
  const spans = texts
    .filter((text) => text.length <= 120 && !otherPaper.test(foldAligned(text)))
    .flatMap((text) => spanIn(text, days) ?? [])
    .filter((span) => daysBetween(span.start, span.end) <= 62);
  const [shortest] = spans.toSorted(
    (one, other) => daysBetween(one.start, one.end) - daysBetween(other.start, other.end),
  );
  return shortest !== undefined && spans.every((span) => isInside(shortest, span)) ? shortest : null;
}
