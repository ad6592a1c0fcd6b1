import { parseLocalDate } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";

/** Beginnings of the months in seven languages, January first; folded to plain letters. */
const months: readonly RegExp[] = [
  "jan|ene|gen(?!t)|jaenner|janner",
  "feb|fev|fevr",
  "mar|maer|mrz|maart|mrt",
  "apr|avr|abr",
  "may|mai|mei|maj|mag(?!n)",
  "jun|juin|giu",
  "jul|juil|lug",
  "aug|aou|ago",
  "sep|set(?:t|e|\\b)",
  "oct|okt|ott|out(?:u|\\b)",
  "nov",
  "dec|dez|dic",
].map((beginnings) => new RegExp(`^(?:${beginnings})`));

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function monthOf(word: string): number | null {
  const folded = fold(word);
  if (folded.length < 3) return null;
  const index = months.findIndex((pattern) => pattern.test(folded));
  return index < 0 ? null : index + 1;
}

/** A day that a text names, with every reading that its order of numbers allows; a year that is not there is `null`. */
export interface NamedDay {
  readonly text: string;
  readonly readings: readonly {
    readonly year: number | null;
    readonly month: number;
    readonly day: number;
  }[];
}

const patterns: readonly {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[]) => NamedDay["readings"];
}[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    read: ([year = "", month = "", day = ""]) => [toReading(year, Number(month), Number(day))],
  },
  {
    pattern: /(?<![\d.,/])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![\d])/g,
    read: ([first = "", second = "", year = ""]) => [
      toReading(year, Number(second), Number(first)),
      toReading(year, Number(first), Number(second)),
    ],
  },
  {
    // Without a year only where a dot follows, as in "bis 15.3.": else it is a number.
    pattern: /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/g,
    read: ([day = "", month = ""]) => [toReading("", Number(month), Number(day))],
  },
  {
    pattern:
      /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|\.|er|º|°|ª)?\s+(?:of\s+|de\s+|di\s+|del\s+)?(\p{L}{3,10})\.?(?:\s+(?:de\s+|del\s+|di\s+)?(\d{4}))?(?![\p{L}\d])/gu,
    read: ([day = "", word = "", year = ""]) => {
      const month = monthOf(word);
      return month === null ? [] : [toReading(year, month, Number(day))];
    },
  },
  {
    pattern: /(?<!\p{L})(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d.,]?\d)(?!\s*%)/gu,
    read: ([word = "", day = "", year = ""]) => {
      const month = monthOf(word);
      return month === null ? [] : [toReading(year, month, Number(day))];
    },
  },
];

const toReading = (year: string, month: number, day: number): NamedDay["readings"][number] => ({
  year: year === "" ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
  month,
  day,
});

const isDay = ({ month, day }: { readonly month: number; readonly day: number }): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Every day that a text names in figures or with the name of a month, in one of seven languages. */
export function findNamedDays(text: string): readonly NamedDay[] {
  const found: NamedDay[] = [];
  for (const { pattern, read } of patterns)
    for (const match of text.matchAll(pattern)) {
      const readings = read(match.slice(1).map((part: string | undefined) => part ?? "")).filter(isDay);
      if (readings.length > 0) found.push({ text: match[0].trim(), readings });
    }
  return found;
}

/** Whether one of the given days is what a text names. */
export function isOneOf(named: NamedDay, days: readonly LocalDate[]): boolean {
  return named.readings.some(({ year, month, day }) =>
    days.some((known) => {
      const tail = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      if (year === null) return known.endsWith(tail);
      const parsed = parseLocalDate(`${year}${tail}`);
      return parsed.ok && parsed.value === known;
    }),
  );
}
