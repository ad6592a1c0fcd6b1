import { addDays, daysBetween, parseLocalDate } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";
import { foldWording } from "./fold.ts";
import { monthNames } from "./month-words.ts";

/** The days of the service around which a day without a year is looked for. End exclusive. */
interface Window {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

interface PrintedDay {
  readonly date: LocalDate;
  readonly start: number;
  readonly end: number;
  /** Only figures, and no year: it may be a size as well. */
  readonly isBare: boolean;
}

const months = monthNames
  .flat()
  .toSorted((one, other) => other.length - one.length)
  .join("|");
const monthOf = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const year = "(?:,? ?(?:de |del )?(\\d{4}|'?\\d{2}(?![\\d:])))?";
const dayFirst = `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|o)? ?(?:of |de |di |den )?(${months})(?!\\p{L})\\.?${year}`;
const monthFirst = `(?<!\\p{L})(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (\\d{4}))?`;
const iso = "(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)";
// "4-6 May" is a range of days.
const figures = `(?<![\\d./])(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\.?(?![\\d])(?!\\.? ?(?:of |de |di )?(?:${months})(?!\\p{L}))`;
const printed = new RegExp(`${iso}|${dayFirst}|${monthFirst}|${figures}`, "gu");

/** Farther from the days of the invoice it is no day of its service. */
const mostAway = 31;

/** What stands between the first and the last of several days. */
const through =
  "(?:-|–|—|to|through|thru|until|till|bis(?: zum)?|au|al|a|tot(?: en met)?|t/m|hasta(?: el)?|ate|fino al)";
const rangeBetween = new RegExp(`^ ?${through} ?(?:the |den |le |el |il )?$`, "u");
const firstOfRange = new RegExp(`(?<![\\d./-])(\\d{1,2})(?:\\.|st|nd|rd|th|er|o)? ?${through} ?$`, "u");
const lastOfRange = new RegExp(
  `^ ?(?:-|–|—|to|through|bis|au|al|tot) ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:/])(?! ?(?:h|hrs|hours|std|uur|ore|horas|heures)\\b)`,
  "u",
);

const before = (words: string): RegExp =>
  new RegExp(
    `(?:^|[^\\p{L}])(?:${words}):? ?(?:the |den |le |el |il )?(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*,? )?$`,
    "u",
  );
const weekTo = before(
  "(?:week|wk|wk\\.|period|fortnight) ?(?:ending|ended|end|to)(?: on)?|w/?e|woche bis(?: zum)?|semaine (?:au|finissant le|se terminant le)|week t/m|week tot(?: en met)?|semana (?:hasta(?: el)?|al|que termina el|ate)|settimana (?:fino )?al",
);
const weekFrom = before(
  "(?:week|wk|wk\\.) ?(?:commencing|beginning|starting|begun|from|of)|w/?c|w/?b|woche (?:ab|vom|ab dem)|semaine du|week (?:van|vanaf)|semana (?:del?|desde(?: el)?|de)|settimana (?:del|dal)",
);
const openFrom = before(
  "from|since|starting|as from|ab(?: dem)?|seit(?: dem)?|depuis|a partir du|desde|a partir de|dal|a partire dal|vanaf|sinds",
);
const openTo = before(
  "until|till|up to(?: and including)?|through|thru|bis(?: zum| einschliesslich)?|jusqu'au|hasta(?: el)?|fino al|tot(?: en met)?|t/m|ate",
);
/** Papers, prices and appointments that have a day of their own, which is not that of the work. */
const otherDay =
  /(?:order|po|quotes?|quotation|offer|proposal|agreement|contract|amendment|e-?mail|letter|meeting|hearing|deadline|invoice|rates?|prices?|tariff|auftrag|bestellung|angebot|vertrag|rechnung|termin|sitzung|tarif|satz|preise?|commande|devis|contrat|courriel|reunion|facture|audience|pedido|presupuesto|contrato|reunion|factura|ordine|preventivo|contratto|riunione|fattura|offerte|opdracht|bestelling|vergadering|factuur|encomenda|orcamento)(?: (?:no|nr|n)?\.? ?[\w/-]*\d[\w/-]*)?,? ?(?:of|dated|from|on|as of|as at|for|valid from|vom|am|ab|du|de|del|di|van|d\.d\.|dd\.?|effective)? ?(?:the |den |le |el |il )?$/;

/** "13, 14, 27 y 28/10", "6. und 20. Oktober": what stands before the last of several days, each the number of one. */
const earlierOfList =
  /(?<![\p{L}\d./-]|(?:no|nr|n|num|#)[.:]? ?)((?:\d{1,2}(?:\.|st|nd|rd|th|er|o)?(?: ?[,;] ?| ?[&+] ?| (?:and|und|et|y|e|en) ))+)(?:the |den |le |el |il )?$/u;

/** Days that words name. */
export interface NamedDays {
  /** Days of the work, for sure. */
  readonly ofWork: ReadonlySet<LocalDate>;
  /** Days of an order, a price or an appointment. */
  readonly ofOthers: ReadonlySet<LocalDate>;
}

const noDays: NamedDays = { ofWork: new Set(), ofOthers: new Set() };

/**
 * The days that a description says its work was done on.
 *
 * "w/e 9 October" is the week until then, "5.-9.10." all days between, "visit 12 October" that day. A day without a year
 * is the one nearest to the days of the invoice; the day of an order or of a price is none of the work.
 */
export function serviceDaysIn(description: string, window: Window): NamedDays {
  const text = foldWording(description);
  if (!/\d/.test(text)) return noDays;
  const found = [...text.matchAll(printed)].flatMap((match) => printedDay(match, window) ?? []);
  const [days, others] = [new Set<LocalDate>(), new Set<LocalDate>()];
  for (let index = 0; index < found.length; index += 1) {
    const day = found[index];
    if (day === undefined) continue;
    const head = text.slice(0, day.start);
    if (otherDay.test(head)) {
      others.add(day.date);
      continue;
    }
    const next = found[index + 1];
    if (next !== undefined && rangeBetween.test(text.slice(day.end, next.start))) {
      addSpan(days, day.date, next.date);
      index += 1;
      continue;
    }
    const span = spanOf(day, head, text.slice(day.end), window);
    const listed = span === null ? listedBefore(day, head) : [];
    if (span !== null) addSpan(days, ...span);
    else if (!day.isBare || listed.length > 0) days.add(day.date);
    for (const date of listed) days.add(date);
  }
  return { ofWork: days, ofOthers: others };
}

/** The days of a list whose last one alone says the month: they rise, and one word or several commas join them. */
function listedBefore({ date }: PrintedDay, head: string): readonly LocalDate[] {
  const list = earlierOfList.exec(head)?.[1] ?? "";
  const numbers = list.match(/\d{1,2}/g) ?? [];
  const isJoined = numbers.length > 1 || /[&+]|\p{L}{1,3} $/u.test(list);
  const days = numbers.map((day) => dateOf(date.slice(0, 4), date.slice(5, 7), day));
  const isRising = days.every((day, index) => day !== null && day < (days[index + 1] ?? date));
  return isJoined && isRising ? days.flatMap((day) => day ?? []) : [];
}

/** First and last day that the words beside a day make of it. */
function spanOf(
  { date }: PrintedDay,
  head: string,
  tail: string,
  window: Window,
): readonly [LocalDate, LocalDate] | null {
  const first = firstOfRange.exec(head)?.[1];
  if (first !== undefined) return rangeIn(date, first, "first");
  const last = lastOfRange.exec(tail)?.[1];
  if (last !== undefined) return rangeIn(date, last, "last");
  if (weekTo.test(head)) return [addDays(date, -6), date];
  if (weekFrom.test(head)) return [date, addDays(date, 6)];
  if (openFrom.test(head)) return [date, addDays(window.end, -1)];
  return openTo.test(head) ? [window.start, date] : null;
}

/** "5 to 9 October": the other end has the month of the one that names it. */
function rangeIn(
  date: LocalDate,
  day: string,
  end: "first" | "last",
): readonly [LocalDate, LocalDate] | null {
  const other = dateOf(date.slice(0, 4), date.slice(5, 7), day);
  if (other === null) return null;
  if (end === "first") return other < date ? [other, date] : null;
  return date < other ? [date, other] : null;
}

function addSpan(days: Set<LocalDate>, first: LocalDate, last: LocalDate): void {
  const count = daysBetween(first, last);
  if (count < 0 || count > 366) return;
  for (let day = 0; day <= count; day += 1) days.add(addDays(first, day));
}

function printedDay(match: RegExpMatchArray, window: Window): PrintedDay | null {
  const [all, y, m, d, d1, name1, y1, name2, d2, y2, a, mark, b, y3] = match;
  const start = match.index ?? 0;
  const place = { start, end: start + all.trimEnd().length };
  if (y !== undefined) return withDate(dateOf(y, m ?? "", d ?? ""), { ...place, isBare: false }, window);
  const name = name1 ?? name2;
  if (name !== undefined) {
    const month = String(monthOf.get(name) ?? 0);
    return withDate(nearest(y1 ?? y2, month, d1 ?? d2 ?? "", window), { ...place, isBare: false }, window);
  }
  // Of "3/4" one order is meant; where both are days of the service nobody knows which.
  const readings = [
    nearest(y3, b ?? "", a ?? "", window),
    // Behind points the day comes first.
    ...(mark === "." ? [] : [nearest(y3, a ?? "", b ?? "", window)]),
  ];
  const inside = [...new Set(readings)].filter(
    (date) => date !== null && date >= addDays(window.start, -6) && date < addDays(window.end, 6),
  );
  const [only = null] = inside;
  return inside.length === 1 ? withDate(only, { ...place, isBare: y3 === undefined }, window) : null;
}

function withDate(
  date: LocalDate | null,
  place: Omit<PrintedDay, "date">,
  { start, end }: Window,
): PrintedDay | null {
  return date === null || date < addDays(start, -mostAway) || date > addDays(end, mostAway)
    ? null
    : { date, ...place };
}

/** The day of that year, or of the one that brings it nearest to the window. */
function nearest(
  printedYear: string | undefined,
  month: string,
  day: string,
  window: Window,
): LocalDate | null {
  const digits = printedYear?.replace("'", "");
  if (digits !== undefined) return dateOf(digits.length === 2 ? `20${digits}` : digits, month, day);
  const own = Number(window.start.slice(0, 4));
  const dates = [own, own + 1, own - 1].flatMap((candidate) => dateOf(String(candidate), month, day) ?? []);
  const away = (date: LocalDate): number => Math.abs(daysBetween(window.start, date));
  return dates.toSorted((one, other) => away(one) - away(other))[0] ?? null;
}

function dateOf(year: string, month: string, day: string): LocalDate | null {
  const date = parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.ok ? date.value : null;
}
