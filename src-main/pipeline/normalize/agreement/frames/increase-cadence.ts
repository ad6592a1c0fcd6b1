import { addYears } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { parseWordNumber } from "../literals/number-words.ts";

const several =
  "(?:\\d{1,2}|second|other|two|three|four|five|zwei|drei|vier|funf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|cinque|twee|drie|vier|vijf|dois|duas|quatro)";
const yearOrMonth =
  "(?:years?|months?|jahre\\p{L}*|monate\\p{L}*|ans|annees|mois|anos|meses|anni|mesi|jaar|jaren|maanden)";
const shorter =
  "quarter|month|week|quartal|monat|woche|trimestre|mois|semaine|mes|semana|mese|settimana|kwartaal|maand|week";

/** Increases that do not come once a year, folded, in seven languages. */
const notYearly = new RegExp(
  `(?<![\\p{L}])(?:(?:every|each|alle|aller|tous les|toutes les|cada|a cada|ogni|om de|elke|iedere|per) ${several} ${yearOrMonth}|(?:every|each) (?:second|other|third) year|jedes (?:zweite|dritte) jahr|un an sur deux|biennial(?:ly)?|biannual(?:ly)?|tweejaarlijks\\p{L}*|zweijahrlich\\p{L}*|bienal(?:es)?|(?:every|each|jede[nrsm]?|chaque|cada|ogni|elke?|iedere?|todos os) (?:${shorter})|(?:by|um|de|del?|un|met|em) \\d+(?:[.,]\\d+)? ?% (?:a|per|pro|par|al|por|ao) (?:${shorter})|once(?! (?:a|per|each|every) )|one[- ]time|einmalig|une seule fois|una sola (?:vez|volta)|una tantum|eenmalig|uma unica vez)(?![\\p{L}])`,
  "u",
);

/** The words by which an increase comes otherwise than once a year; `null` for one that does. */
export function otherCadenceIn(folded: string): string | null {
  const [words] = notYearly.exec(folded) ?? [];
  // "Every 12 months" is every year.
  return words === undefined || /(?<!\d)12 |(?<!\d)1 /.test(words) ? null : words;
}

const firstYears = new RegExp(
  `(?<![\\p{L}])(?:first|initial|erste[nrsm]?|premieres?|premiers?|primer[oa]s|prim[ie]|eerste|primeir[oa]s) (${several}) (?:contract |full |vollen |volle )?(?:years?|jahre\\p{L}*|ans|annees|anos|anni|jaar|jaren)(?![\\p{L}])`,
  "u",
);

/** "Fixed for the first two years, and 3 % a year after that": the day on which the first increase comes. */
export function afterFirstYears(folded: string, start: LocalDate | null): LocalDate | null {
  const count = firstYears.exec(folded)?.[1];
  if (count === undefined || start === null) return null;
  const years = /^\d/.test(count) ? Number(count) : (parseWordNumber([count])?.value ?? 0);
  return years > 0 ? addYears(start, years) : null;
}
