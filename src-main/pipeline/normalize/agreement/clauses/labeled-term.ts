import { addDays, addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { rowLabels } from "../structure/row-labels.ts";
import type { RowLabel } from "../structure/row-labels.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { DateLiteral, Literal, NumberStyle, QuantityLiteral } from "../literals/literal.ts";
import type { Line } from "../structure/outline.ts";
import { daysOf, monthsOf, note } from "./duration-parts.ts";
import type { Parts } from "./duration-parts.ts";
import { lineReadings } from "./printed-term.ts";
import type { PrintedTerm } from "./printed-term.ts";

/** Rows of a head. */
const opening = 30;
/** A labeled value begins with its date, or a weekday and a small word before it. */
const longestLead = 16;

// Folded labels, in seven languages, of the first day, the last one, and the length of an agreement.
const ofWhat =
  "(?:(?:on|hire|rental|lease|contract|agreement|service|services|subscription|assignment|initial|minimum|likely|term|miet|vertrags|mandats|leistungs|de|du|di|do|del|data|date|fecha|datum) ?)?";
const starts = new RegExp(
  `^${ofWhat}(?:start(?:s|ing)?(?: date)?|commencement(?: date)?|commencing|commences|effective(?: date| from)?|begins?|on[- ]hire|out|[a-z]*beginn|prise d'effet|(?:date )?d'effet|(?:date de )?debut|depart|entree en vigueur|(?:fecha de )?inicio|entrada en vigor|decorrenza|inizio|ingangsdatum|ingang|aanvang(?:sdatum)?)$`,
);
const ends = new RegExp(
  `^${ofWhat}(?:end(?:s|ing)?(?: date)?|expiry(?: date)?|expires|expiration(?: date)?|[a-z]*ende|(?:date de )?fin|echeance|(?:fecha de )?(?:fin|termino|vencimiento)|vencimiento|scadenza|fine|fim|termo|einddatum|einde)$`,
);
const lasts = new RegExp(
  `^${ofWhat}(?:term|period|duration|[a-z]*laufzeit|[a-z]*dauer|[a-z]*zeitraum|duree|periode|plazo|duracion|vigencia|durata|periodo|duracao|prazo|looptijd|duur)$`,
);
/** A length that stands behind the first day in one value: "01/03/2026 – durée 12 mois". */
const lengthCue =
  /\b(?:for|fur|term|laufzeit|dauer|duree|pour|plazo|duracion|durante|durata|per|prazo|duracao|looptijd|duur|voor)\b[^.;]{0,16}$/;
const through = /\b(?:to|until|till|through|bis|au|jusqu'au|al|hasta|a|ate|fino al|tot|t\/m)\b|-| \/ /;

interface Value {
  readonly found: RowLabel;
  readonly literals: readonly Literal[];
}

const datesOf = ({ literals }: Value): readonly (DateLiteral & { readonly date: LocalDate })[] =>
  literals.filter(
    (literal): literal is DateLiteral & { readonly date: LocalDate } =>
      literal.type === "date" && literal.date !== null,
  );
const lengthsOf = ({ literals }: Value): readonly QuantityLiteral[] =>
  literals.filter((literal): literal is QuantityLiteral => literal.type === "quantity" && literal.isTime);

/** The life of an agreement as labels of its head give it: a range, or a first day with a last one or a length. */
export function labeledTerm(rows: readonly Line[], style: NumberStyle): PrintedTerm | null {
  const values = rowLabels(rows.slice(0, opening)).map((found): Value => {
    const { text, folded } = found.value;
    return { found, literals: parseLiterals(text.slice(found.start), folded.slice(found.start), style) };
  });
  const labeled = (pattern: RegExp): readonly Value[] =>
    values.filter(({ found }) => pattern.test(found.label.replace(/\./g, "")));
  const pairs = values.filter(({ found }) => isPair(found.label));
  const range = [...labeled(lasts), ...pairs].flatMap((value) => rangeIn(value) ?? [])[0];
  const start = labeled(starts).find((value) => (datesOf(value)[0]?.start ?? Infinity) <= longestLead);
  const first =
    range ?? (start === undefined ? undefined : { value: start, from: datesOf(start)[0]?.date, to: null });
  if (first?.from === undefined) return null;
  const to = first.to ?? lastOf(labeled(ends)) ?? endAfter(first.from, lengthIn(first.value, labeled(lasts)));
  const [reading] = lineReadings([first.value.found.line], style);
  if (reading === undefined || (to !== null && to <= first.from)) return null;
  return { from: first.from, to, reading, score: 3 };
}

/** "Start / end", "Beginn – Ende": one label for the first day and the last one. */
function isPair(label: string): boolean {
  const [first = "", last = "", ...more] = label.split(/ ?[/–-] ?| (?:and|und|et|y|e|en|&) /);
  return more.length === 0 && starts.test(first.trim()) && ends.test(last.trim());
}

/** "3 Nov 2025 – 1 May 2026", "from Monday 13 April 2026 until Friday 10 July 2026". */
function rangeIn(value: Value): { value: Value; from: LocalDate; to: LocalDate } | null {
  const [from, last, ...more] = datesOf(value);
  if (from === undefined || last === undefined || more.length > 0 || from.start > longestLead) return null;
  const { folded } = value.found.value;
  const between = folded.slice(value.found.start + from.end, value.found.start + last.start);
  return through.test(between) && last.date > from.date
    ? { value, from: from.date, to: addDays(last.date, 1) }
    : null;
}

/** The day after the last one, where one label gives it. */
function lastOf(values: readonly Value[]): LocalDate | null {
  const [value, ...more] = values.flatMap((each) => datesOf(each).slice(0, 1));
  return value === undefined || more.length > 0 || value.start > longestLead ? null : addDays(value.date, 1);
}

function lengthIn(start: Value, values: readonly Value[]): QuantityLiteral | null {
  const { folded } = start.found.value;
  const beside = lengthsOf(start).find((literal) =>
    lengthCue.test(folded.slice(0, start.found.start + literal.start)),
  );
  const own = values.flatMap((value) =>
    lengthsOf(value)
      .filter(({ start: at }) => at <= longestLead)
      .slice(0, 1),
  );
  return beside ?? (own.length === 1 ? (own[0] ?? null) : null);
}

function endAfter(from: LocalDate, length: QuantityLiteral | null): LocalDate | null {
  if (length === null) return null;
  const months = monthsOf(length);
  const days = daysOf(length);
  return months !== null ? addMonths(from, months) : days !== null ? addDays(from, days) : null;
}

/** A start that sentences gave, and their length that ends on the same day. */
const isSaidAlready = (parts: Parts, from: LocalDate | null, to: LocalDate): boolean =>
  from !== null && from === parts.from && parts.months !== null && addMonths(from, parts.months) === to;

/** Puts the life that labels give into what sentences said of it. */
export function takeLabeled(parts: Parts, { from, to, reading }: PrintedTerm): void {
  const isOver = parts.to !== null && from !== null && parts.to <= from;
  const isNew = from !== parts.from || to !== parts.to;
  if (to !== null && isNew && !isSaidAlready(parts, from, to)) note(parts, reading);
  parts.from = from;
  parts.to = to ?? (isOver ? null : parts.to);
}
