import { addDays, addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { DateLiteral, Literal } from "../literals/literal.ts";
import { contractYearIn } from "../lexicon/contract-years.ts";
import type { DocumentFacts } from "./frame.ts";
import type { Reading } from "./reading.ts";

export interface ScopeDates {
  readonly from: LocalDate | null;
  /** Exclusive. */
  readonly to: LocalDate | null;
}

const fromWords =
  /\b(?:(?:starts?|begins?|commences?|runs) on|no earlier than|not (?:before|earlier than)|beginnt am|beginnt zum|prend effet le|entre en vigueur le|startet am|from(?: and after)?|as of|effective(?: as of| from| on| date)?:?|beginning(?: on)?|starting(?: on| from)?|commencing(?: on)?|on (?:and|or) after|after|since|with effect from|ab(?: dem)?|vom|von|gultig ab|a compter du|a partir du|des le|performed on|as from|since|from and including|beginning (?:in|on)|first (?:on|from)|for the first time (?:on|from)|erstmals (?:zum|am|ab)(?: dem)?|por primera vez el|la primera vez el|per la prima volta (?:il|dal)|(?:pour )?la premiere fois (?:le|au)|a contar d[eo]|voor het eerst (?:op|per)|pela primeira vez em|start(?:s|ing)?(?: on| date)?|entra(?:ra)? en vigor el(?: dia)?|comienza el|desde(?: el)?|a partir del?|con efectos del?|decorre dal(?:l')?|decorrenza(?: dal)?|a decorrere dal|dal(?:l')?|entra in vigore il|ha inizio il|entra em vigor (?:em|a)|inicio em|desde|gaat in(?: op)?|gaan in(?: op)?|ingaande(?: op)?|met ingang van|vanaf|ingangsdatum|a compter du|a effet du|debute le|commence le|beginnt am|beginn)[: ]*(?:the |el |il |le )?$/;
/** Whether folded words say that a day right behind them is the first one: "effective from", "gültig ab". */
export const leadsToFirstDay = (folded: string): boolean => fromWords.test(folded);

const throughWords =
  /\b(?:ends? on|expires? on|endet am|endet zum|prend fin le|se termine le|lauft bis(?: zum)?|extended (?:through|to)|through(?: and including)?|until and including|up to and including|bis(?: einschliesslich| zum| einschl\.)?|thru|to|ending(?: on)?|expir(?:es|ing)(?: on)?|jusqu'au|au|valid to|firm through|fixed through|end(?:s|ing)?(?: on| date)?|hasta(?: el)?|finaliza(?:ra)? el|termina(?:ra)? el|vence el|scade il|termina il|fino al(?:l')?|al|ate(?: a| ao)?|termina (?:em|a)|a|tot en met|t\/m|eindigt(?: van rechtswege)?(?: op)?|loopt tot en met|-)[: ]*(?:the |el |il |le )?$/;
const untilWords = /\b(?:until|till|before|prior to|by|up to|avant(?: le)?)[: ]*(?:the )?$/;

/** The days that a clause limits its value to: dates in it, in its lead-in, or "in year 2". */
export function scopeDates(reading: Reading, anchor: Literal | null, facts: DocumentFacts): ScopeDates {
  const own = datesOf(
    reading.folded,
    reading.literals.filter((literal): literal is DateLiteral => literal.type === "date"),
    anchor,
  );
  if (own.from !== null || own.to !== null) return own;
  return (
    yearOfTerm(anchor === null ? reading.folded : yearWords(reading, anchor), facts) ?? {
      from: null,
      to: null,
    }
  );
}

/** The words that may name the year of a price: behind it up to the next price, before it, else its whole segment. */
function yearWords(reading: Reading, anchor: Literal): string {
  const segment = reading.segmentOf(anchor);
  const prices = reading.literals.filter(({ type }) => type === "money");
  const next = prices.find(({ start }) => start >= anchor.end)?.start ?? segment.end;
  const last = prices.findLast(({ end }) => end <= anchor.start)?.end ?? segment.start;
  const isRow = prices.filter(({ start }) => start >= segment.start && start < segment.end).length > 1;
  if (!isRow) return reading.slice(segment);
  const ahead = reading.folded.slice(Math.max(last, segment.start), anchor.start);
  const behind = reading.folded.slice(anchor.end, Math.min(next, segment.end));
  // "In year 1 £155, in year 2 £160": a year ahead of the first price is ahead of each.
  const first = reading.folded.slice(
    segment.start,
    prices.find(({ start }) => start >= segment.start)?.start,
  );
  return contractYearIn(first) === null ? behind : ahead;
}

/** From and to that dates of a text say by the words before them. */
export function datesOf(folded: string, dates: readonly DateLiteral[], anchor: Literal | null): ScopeDates {
  let from: LocalDate | null = null;
  let to: LocalDate | null = null;
  for (const literal of dates) {
    if (literal.date === null) continue;
    const before = folded.slice(Math.max(0, literal.start - 36), literal.start);
    if (anchor !== null && Math.abs(literal.start - anchor.start) > 220) continue;
    if (
      /\b(?:dated|signed|invoice of|order of|quote of|proposal of|entered into|made)[a-z ]{0,14}$/.test(
        before,
      )
    )
      continue;
    if (
      /\b(?:signs?|signed|accepts?|accepted|orders?|ordered|received|submitted|pays?|paid|delivered|completed|booked|approved)\b[^.;]{0,16}$/.test(
        before,
      )
    )
      continue;
    const isSecond = from !== null && literal.date > from;
    if (
      fromWords.test(before) &&
      from === null &&
      !(/\bafter[: ]*(?:the )?$/.test(before) && !/on (?:and|or) after/.test(before))
    )
      from = literal.date;
    else if (/\bafter[: ]*(?:the )?$/.test(before) && from === null) from = addDays(literal.date, 1);
    else if (throughWords.test(before) && (isSecond || !/ (?:to|a|al)[: ]*$/.test(before)))
      to = literal.isMonthOnly ? addMonths(literal.date, 1) : addDays(literal.date, 1);
    else if (untilWords.test(before))
      to = /^ ?,? ?inclusive\b/.test(folded.slice(literal.end, literal.end + 14))
        ? addDays(literal.date, 1)
        : literal.date;
  }
  // "It stays so until 31 August, from 1 September it costs": the end is the one of the price before.
  return { from, to: from !== null && to !== null && to <= from ? null : to };
}

/** "Year 2", "the second contract year", counted from the agreement's start. */
export function yearOfTerm(folded: string, facts: DocumentFacts): ScopeDates | null {
  const year = contractYearIn(folded);
  if (year === null || year < 1 || facts.start === null) return null;
  return { from: addMonths(facts.start, 12 * (year - 1)), to: addMonths(facts.start, 12 * year) };
}
