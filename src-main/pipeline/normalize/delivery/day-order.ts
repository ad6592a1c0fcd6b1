import { daysBetween, weekdayOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import { dateOrderOf, findDates, type DateOrder, type DateReading } from "../values/date.ts";
import { foldText } from "../values/fold.ts";

/** Words of papers of work and delivery that are English alone, and those of languages that all write the day first. */
const english =
  /^(?:the|and|of|by|date|hours?|hrs|week|name|worker|employee|work|job|delivery|delivered|quantity|qty|description|approved|signed|customer|client|site|received|driver|ticket|total|start|finish|end|notes|order|from|to|for)$/;
const continental =
  /^(?:und|der|die|das|den|von|vom|bis|fur|mit|datum|stunden|std|mitarbeiter|menge|einheit|leistung|tatigkeit|unterschrift|auftraggeber|kunde|lieferschein|woche|projekt|baustelle|name|pause|beginn|ende|freigabe|genehmigt|het|een|van|voor|uren|aantal|omschrijving|klant|medewerker|handtekening|akkoord|weken|levering|werkzaamheden|les|des|du|et|pour|heures?|quantite|designation|intervenant|chantier|semaine|signature|livraison|valide|recu|el|los|las|del|por|para|con|fecha|horas|cantidad|descripcion|cliente|obra|firma|albaran|semana|unidades|recibido|importe|concepto|proveedor|betrag|beleg|montant|libelle|fournisseur|bedrag|leverancier|importo|fornitore|descricao|fornecedor|il|lo|della|dei|gli|per|ore|data|quantita|descrizione|cantiere|lavoro|settimana|consegna|do|da|dos|das|em|horas|quantidade|designacao|obra|assinatura|guia|de|la|le|en|que|com|esta|este|nos|dal|nel|che|di|al|au|een|op|ik|ich|wir|ist|zu|auf|nach|ce|cette|mes|mon|foi|boa|hora|hoje|hoja|visita|trabajos?|tecnico|giorno|questa|deze|diese[rn]?|woche|tag|dia|jour|dag)$/;
/** The head of a mail is English in any language. */
const headOfMail = /^(?:from|to|cc|bcc|date|sent|subject|message-id|mime-version)\s?:/i;

const british =
  /£|\bGBP\b|\bVAT\b|\bLtd\b|\bLLP\b|\bplc\b|\bPty\b|\bABN\b|\bGST\b|\.co\.uk\b|\.com?\.(?:au|nz)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/;
const american =
  /\bUSD\b|\bLLC\b|\bInc\b|\bCorp\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\bsq\.? ?ft\b|\blbs?\b|\bmiles?\b.*\bLLC\b/;

/**
 * The order of day and month on a paper that records what was done: what its dates prove, what its language writes,
 * what lies in the past, what stands close together, and what its place writes. `null` where all of them leave it open.
 */
export function dayOrderOf(texts: readonly string[], asOf: LocalDate): DateOrder {
  const proven = dateOrderOf(texts, asOf) ?? orderOfYearless(texts);
  if (proven !== null) return proven;
  const open = texts
    .flatMap((text) => findDates(text, { order: null, asOf }))
    .filter((date) => date.doubt === "ambiguous-date-order");
  if (open.length === 0)
    return texts.some((text) => yearlessAnywhere.test(text)) ? orderOfLanguage(texts) : null;
  return orderOfLanguage(texts) ?? orderOfPast(open, asOf) ?? orderOfRun(open) ?? orderOfPlace(texts);
}

const yearlessAnywhere = /(?<![\d.,/:-])(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])(?![\d.,/-])/;
const yearless = /^(?:[^\W\d]{1,13}\.?,?\s)?(\d{1,2})([/-])(\d{1,2})(?=\s|$)/;

/**
 * The order of days without a year at the head of lines and cells ("4/13  Dee", "9-3"): a part above 12 is a day, and of
 * days of one month the part that stays is the month.
 */
function orderOfYearless(texts: readonly string[]): DateOrder {
  let isDashed = false;
  const pairs = texts.flatMap((text): readonly (readonly [number, number])[] => {
    const [, first, sign, second] = yearless.exec(foldText(text).trim()) ?? [];
    isDashed ||= sign === "-";
    return first === undefined ? [] : [[Number(first), Number(second)]];
  });
  const isDay = ([first, second]: readonly [number, number]): boolean =>
    Math.min(first, second) >= 1 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  if (pairs.length < 2 || !pairs.every(isDay)) return null;
  const [firsts, seconds] = [
    new Set(pairs.map(([first]) => first)),
    new Set(pairs.map(([, second]) => second)),
  ];
  // "1-5", "6-10" are ranges as well: there one part stays.
  if (isDashed && firsts.size > 1 && seconds.size > 1) return null;
  const isDayFirst = pairs.some(([first]) => first > 12);
  const isMonthFirst = pairs.some(([, second]) => second > 12);
  if (isDayFirst !== isMonthFirst) return isDayFirst ? "day-first" : "month-first";
  if (isDayFirst || firsts.size > 1 === seconds.size > 1) return null;
  return seconds.size === 1 ? "day-first" : "month-first";
}

function orderOfLanguage(texts: readonly string[]): DateOrder {
  let [said, other] = [0, 0];
  const own = texts.slice(0, 400).filter((text) => !headOfMail.test(text.trim()));
  for (const word of foldText(own.join(" ")).split(/[^a-z]+/)) {
    if (english.test(word)) said += 1;
    else if (continental.test(word)) other += 1;
  }
  return other >= 2 && other > 2 * said ? "day-first" : null;
}

const reading = (date: DateReading, order: "day-first" | "month-first"): LocalDate | undefined =>
  date.readings[order === "day-first" ? 0 : 1];

/** What is recorded has happened: an order under which a day lies ahead is wrong. */
function orderOfPast(dates: readonly DateReading[], asOf: LocalDate): DateOrder {
  const isPast = (order: "day-first" | "month-first"): boolean =>
    dates.every((date) => (reading(date, order) ?? asOf) <= asOf);
  const [dayFirst, monthFirst] = [isPast("day-first"), isPast("month-first")];
  return dayFirst === monthFirst ? null : dayFirst ? "day-first" : "month-first";
}

/** Days of one job follow each other: one order puts them into some weeks, the other scatters them over the year. */
function orderOfRun(dates: readonly DateReading[]): DateOrder {
  const span = (order: "day-first" | "month-first"): number => {
    const days = dates.flatMap((date) => reading(date, order) ?? []).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined ? 0 : daysBetween(first, last);
  };
  if (new Set(dates.map((date) => date.readings[0])).size < 2) return null;
  const [dayFirst, monthFirst] = [span("day-first"), span("month-first")];
  if (monthFirst > 4 * (dayFirst + 7)) return "day-first";
  return dayFirst > 4 * (monthFirst + 7) ? "month-first" : null;
}

function orderOfPlace(texts: readonly string[]): DateOrder {
  const text = texts.slice(0, 400).join(" ");
  const [isBritish, isAmerican] = [british.test(text), american.test(text)];
  return isBritish === isAmerican ? null : isBritish ? "day-first" : "month-first";
}

/** Of the readings of an open date the only one that is a Monday: where a week is said to begin. */
export const onlyMonday = (readings: readonly LocalDate[]): LocalDate | null => {
  const mondays = readings.filter((day) => weekdayOf(day) === 1);
  return mondays.length === 1 ? (mondays[0] ?? null) : null;
};
