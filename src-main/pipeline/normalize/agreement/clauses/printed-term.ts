import { addDays, addMonths, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { findPeriods } from "../../values/index.ts";
import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import type { DateConvention } from "../../values/index.ts";
import { Reading } from "../engine/reading.ts";
import type { NumberStyle, QuantityLiteral } from "../literals/literal.ts";
import type { Line } from "../structure/outline.ts";
import { rowUnit } from "../structure/unit.ts";
import type { Unit } from "../structure/unit.ts";
import { daysOf, monthsOf } from "./duration-parts.ts";
import { startCue } from "./first-day-words.ts";
import { beforeOf, datesIn, endAlone, endCue, endsInCase, hoped } from "./printed-end.ts";
import type { Said } from "./printed-end.ts";

/** First day and the day after the last one, as some unit prints them. */
export interface PrintedTerm {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly reading: Reading;
  /** What speaks for its being the life of the whole agreement. */
  readonly score: number;
}

// Folded, in seven languages: names for the life of an agreement …
const termLabel =
  /(?:^|[|.:;-] ?)(?:[ivx\d]{1,4}[.)] )?(?:[a-z]{4,9}[.:] ?)?(?:(?:the |our |die |der |la |le |el |il |de |het |o |a )?(?:initial |minimum |contract |agreement |service |hire |rental |licen[cs]e |subscription |assignment |mindest|vertrags|miet|leistungs|einsatz)?(?:term|period|duration|dates?|validity|valid|season|laufzeit|dauer|vertragsdauer|zeitraum|gultigkeit|gultig|standzeit|mietzeit|saison|einsatzzeit|duree|periode|validite|valable|vigencia|duracion|plazo|periodo|validez|valido|durata|validita|decorrenza|vigencia|duracao|prazo|periodo|valido|looptijd|duur|periode|geldig(?:heid)?|da vigencia|do prazo|de la duree|de la vigencia|durata del contratto|duree du contrat|vigencia del contrato|contract period|start|inicio|beginn|debut|ingangsdatum|inizio|required|trip|event|validade(?: da tabela)?|gultig|geldig|saison|season|curso(?: escolar)?|annee scolaire|anno scolastico|ano letivo|schuljahr|schooljaar)(?: (?:of|der|des|du|de|del|della|do|van)(?: [a-z']+){1,3})?)\b/;
/** … and words that give it one. */
const termCue =
  /\b(?:agreement|contract|arrangement|engagement|appointment|assignment|rates?|prices?|tariff|we will|we shall|we are pleased|looks? after|services?|hire|runs?|valid|applies|apply|in force|holds?|commenc\w*|begin\w*|starts?|season|vertrag|vereinbarung|auftrag|preise?|konditionen|satze|gilt|gelten|lauft|beginnt|uberlassung|contrat|convention|accord|mission|prestations?|entretien|tarifs?|prend effet|debute|conclue?|contrato|acuerdo|encargo|servicios?|tarifas?|rige|regira|vigente|vigor|contratto|accordo|incarico|servizio|tariffe|decorre|vigore|vigora|acordo|overeenkomst|opdracht|contract|tarieven|ingang|gaat in|terbeschikking|ter beschikking|inleen|start|condizioni|condiciones|condicoes|conditions|voorwaarden|gultig|geldig|valable)\b/;
/** A price, a discount or a paper that ends is no life of the agreement. */
const notTerm =
  /\b(?:discount|% off|free of charge|waived|launch offer|promotion|rabatt|nachlass|gratis|remise|offert|descuento|sconto|korting|desconto|warrant\w*|garantie|garantia|garanzia|invoice period|billing period|abrechnungszeitraum|easter|christmas|holidays?|ferien|closed|geschlossen|first (?:two|three|four|five|six|twelve|\d+) (?:months|weeks)|ersten (?:zwei|drei|sechs|\d+) (?:monate|wochen))\b/;
const offerWord =
  /\b(?:quote|quotation|estimate|offer|proposal|angebot|offerte|kostenvoranschlag|devis|offre|presupuesto|oferta|cotizacion|preventivo|offerta|orcamento|proposta|prijsopgave)\b/;
const validWord =
  /\b(?:valid\w*|gultig\w*|gilt|valable\w*|geldig\w*|good|open|binding|bindend|gebunden|vigente)\b[^.;]{0,20}$/;

/** "and must be completed by", "da ultimare entro il": work that ends at the latest on a day. */
const finishCue =
  /\b(?:finish\w*|complet\w*|ultimat\w*|terminat\w*|conclu\w*|abgeschlossen|fertig\w*|beendet|acheve\w*|terminee?s?|finaliz\w*|afgerond|opgeleverd|gereed)\b[^.;]{0,36}$/;

/** "for twelve months", "por un plazo de", "für die Dauer von", "Mindestdauer", "Prazo:": what a length stands behind. */
const lengthCue =
  /\b(?:(?:for|fur|pour|por|per|voor|durante|auf|over|uber)(?: an?| the| la| une?| eine?n?| um| uma| el| il| die| de| lo)?(?: (?:initial|fixed|minimum|first|feste|ferme|initiale?|inicial|iniziale|vaste))?(?: (?:term|period|duration|dauer|laufzeit|zeit|duree|periode|plazo|periodo|duracion|durata|prazo|duracao|duur|looptijd|termijn))?(?: (?:of|von|de|di|d'|del))?|(?:initial |minimum |contract )?(?:term|duration|period)(?: is| of)?|(?:mindest|vertrags)?(?:laufzeit|dauer)(?: betragt| von| ist)?|duree(?: est)?(?: de| d')?|duracion(?: es)?(?: de)?|plazo(?: es)?(?: de)?|durata(?: e)?(?: di)?|duracao(?: e)?(?: de)?|prazo(?: e)?(?: de)?|looptijd(?: is)?(?: van)?|duur(?: is)?(?: van)?|vigencia(?: es| e)?(?: de)?)[ :|(]*$/;
const yearlyLength =
  /\b(?:durata|duree|duracion|duracao|laufzeit|term|looptijd|dauer|plazo|prazo|period|duur)\b[^.;]{0,12}\b(?:annuale|annuelle|anual|jahrlich|annual|jaarlijks|d'une? an(?:nee)?|(?:un|um) ano|un anno|(?:einem |ein )jahr|one year|een jaar)\b/;
const wholeYear =
  /\b(?:for|fur|pour|para|per|voor|in|im|en|nel|in)(?: (?:the|das|l'|el|il|het|o|tutto|all of|whole of|toda?|heel|gehele?|gesamten?|ganze[ns]?|all of|whole))*(?: ?(?:calendar year|kalenderjahr|jahr|year|annee(?: civile)?|ano(?: natural| civil)?|anno(?: solare)?|jaar|kalenderjaar)(?: de)?)? ?(20\d\d)\b(?![-./]\d)/;
const wholeYearCue =
  /\b(?:gilt|gelten|valid\w*|vereinbarung|agreement|applies|apply|in force|valable\w*|vigente|valido|valida|conditions?|condizioni|condiciones|condicoes|voorwaarden|geldt|gelden|tarifs?|tarifas?|tariff[ea]?|tarieven|preise|prices|rates|prix|precios|prezzi|precos|prijzen|konditionen|satze)\b/;

const weekday =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b,?/g;

/** The text with words of a range that the reader of periods need not know left out or made plain joints. */
const evened = (folded: string): string =>
  folded
    // "valid | 1 March 2026 | to | 31 May 2026": the cells of a row.
    .replace(
      / \| (?=(?:to|al|bis|au|hasta|tot|ate|a|through|until|\d|-)(?: |\d|$))|(?<=\b(?:to|al|bis|au|hasta|tot|ate|from|dal|vom|du|del|van)) \| /g,
      " ",
    )
    .replace(weekday, "")
    .replace(
      /\bbis einschliesslich\b|\bbis einschl\.|\bthrough and including\b|\buntil and including\b|\bup to and including\b/g,
      "to",
    )
    .replace(
      /(?<=\b(?:between|zwischen|entre(?: el)?|tra il|tussen)\b[^.;]{4,30}) (?:and|und|et|y el|y|e il|e|en) (?=\d|[a-z]+ \d)/g,
      " - ",
    )
    .replace(/ {2,}/g, " ");

const shortest = 13;
/** Points that a life needs to be the agreement's by what speaks for it. */
const least = 2;

/** Lines of covers and forms as units, since a term may stand in the cells of a row. */
export const lineReadings = (lines: readonly Line[], style: NumberStyle): readonly Reading[] => {
  let previous: Unit | null = null;
  return lines.slice(0, 60).map(({ prepared }, order) => {
    const unit = rowUnit(prepared, order, { contexts: [], clause: [], zone: "body" }, previous);
    previous = unit;
    return new Reading(unit, style);
  });
};

/** A life that some unit prints, in one of the forms of saying it. */
type Life = PrintedTerm & { readonly form: Said["form"] };

/** Every life that units print, whatever speaks for its being the agreement's. */
function livesIn(
  readings: readonly Reading[],
  paper: DocumentKind,
  convention: DateConvention,
): readonly Life[] {
  const isOffer = paper === "estimate";
  return readings.flatMap((reading): readonly Life[] => {
    const { zone, isStruck } = reading.unit;
    if (isStruck || zone === "recitals" || zone === "example") return [];
    if (notTerm.test(reading.folded) || endsInCase.test(reading.folded)) return [];
    const said =
      rangeIn(reading, convention) ??
      startAndEnd(reading) ??
      startAndLength(reading) ??
      calendarYear(reading) ??
      endAlone(reading, isOffer);
    if (said === null) return [];
    if (
      isOffer &&
      said.form !== "year" &&
      validWord.test(said.before) &&
      (offerWord.test(reading.folded) || !termCueBeyondOffer(reading.folded))
    )
      return [];
    return [{ from: said.from, to: said.to, reading, score: scoreOf(reading, said), form: said.form }];
  });
}

/**
 * The life of an agreement by the dates that it prints: a range, a start and an end, or a start and a length, where no
 * clause said it in the words of contracts. `null` where units that are as plain differ.
 *
 * What words speak for comes first, in the sentences and then in the lines; a life that nothing speaks for comes last.
 */
export function findPrintedTerm(
  readings: readonly Reading[],
  printedLines: () => readonly Reading[],
  paper: DocumentKind,
  convention: DateConvention,
): PrintedTerm | null {
  const said = livesIn(readings, paper, convention);
  const scored = scoredTerm(said, readings);
  if (scored !== null) return scored;
  const lines = printedLines();
  const printed = livesIn(lines, paper, convention);
  return scoredTerm(printed, lines) ?? loneTerm(said, paper) ?? loneTerm(printed, paper);
}

/** The life that most speaks for, whether in one unit or in a field of its start and one of its length. */
function scoredTerm(all: readonly Life[], readings: readonly Reading[]): PrintedTerm | null {
  const found = all.filter(({ score }) => score >= least);
  // An end alone says less than a life with both of its days.
  const whole = found.filter(({ from }) => from !== null);
  const telling = whole.length > 0 ? whole : found;
  const best = Math.max(...telling.map(({ score }) => score));
  const [first, ...others] = telling.filter(({ score }) => score === best);
  if (first === undefined) return labeledStartAndLength(readings);
  return others.every((other) => other.from === first.from && other.to === first.to) ? first : null;
}

/** Of what is no longer than this, or comes again, a day is no first day of an agreement. */
const shortestLone = 27;

/** Days of an acceptance, of deliveries, of an invoice or of an absence are said in the same words. */
const ofOther =
  /\b(?:acceptance|invoices?|deliver\w*|closed|holidays?|annahme|rechnung\w*|liefer\w*|ferien|urlaub|acceptation|factures?|livraison\w*|conges|aceptacion|facturas?|entregas?|vacaciones|accettazione|fattur[ae]|consegn[ae]|ferie|faturas?|ferias|aanvaarding|facturen|factuur|levering\w*|vakantie)\b/;

/**
 * The only life of several weeks that a paper prints at all, in whatever words.
 *
 * Days of an order are those of the work; in an offer, those beside a price are the days of that price.
 */
function loneTerm(all: readonly Life[], paper: DocumentKind): PrintedTerm | null {
  // Lives that words speak for, and that yet were none, differ: no other one settles which of them it is.
  if (paper === "purchase-order" || all.some(({ score }) => score >= least)) return null;
  const lives = all.filter(
    ({ from, to, form, reading }) =>
      from !== null &&
      to !== null &&
      form !== "year" &&
      to >= addDays(from, shortestLone) &&
      !ofOther.test(reading.folded) &&
      !(paper === "estimate" && reading.literals.some(({ type }) => type === "money")),
  );
  const [first, ...others] = lives;
  return first !== undefined && others.every(({ from, to }) => from === first.from && to === first.to)
    ? first
    : null;
}

/** Whether words speak of days that are not those of an agreement: of prices let off, warranties, invoices, deliveries. */
export const notOfAgreement = (folded: string): boolean => notTerm.test(folded) || ofOther.test(folded);

/** In an offer, "valid from … to …" is the agreement's life only where prices or services are what is valid. */
const termCueBeyondOffer = (folded: string): boolean =>
  /\b(?:prices?|rates?|services?|preise?|satze|tarifs?|prix|tarifas?|precios|tariffe|prezzi|tarieven|prijzen|precos)\b/.test(
    folded,
  );

function scoreOf(reading: Reading, said: Said): number {
  const { folded, unit } = reading;
  const heading = unit.contexts.map((context) => context.folded).join(" | ");
  const opening = unit.previous !== null && unit.previous.folded.length < 40 ? unit.previous.folded : "";
  const before = `${opening} ${said.before}`.trimStart().slice(-90);
  let score = said.form === "range" || said.form === "ends" ? 1 : said.form === "end" ? 2 : 0.5;
  if (termLabel.test(before) || termLabel.test(heading) || unit.zone === "term") score += 2;
  if (termCue.test(folded)) score += 1.2;
  if (startCue.test(before)) score += 0.8;
  if (folded.length < 60) score += 0.4;
  if (reading.literals.some(({ type }) => type === "money")) score -= 0.6;
  if (said.from !== null && said.to !== null && said.to < addDays(said.from, shortest)) score -= 0.8;
  return score;
}

/** "March 2026" and "2025-09" name a month, and no range; "2025-26" is one of years. */
const oneMonth = /^[a-z]+\.?,? ?(?:de |del )?\d{4}$/;
const monthInDigits = /^(?:\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4})$/;
const joined = /\d{4}.*\d|-|\b(?:to|bis|au|al|ao?|ate|tot|t\/m|hasta|through|thru|until|till)\b/;

const yearPair = /^20\d\d ?[-/] ?(?:20)?\d\d$/;

function rangeIn(reading: Reading, convention: DateConvention): Said | null {
  const text = evened(reading.folded);
  const all = findPeriods(text, convention).filter(({ start, end, value }) => {
    const print = text.slice(start, end);
    const isMonth = monthInDigits.test(print) && value !== null && value.end <= addMonths(value.start, 1);
    return !isMonth && !oneMonth.test(print) && joined.test(print);
  });
  // Beside "8 September 2025 to 19 June 2026", "2025/2026" only names the year it falls in.
  const full = all.filter(({ start, end }) => !yearPair.test(text.slice(start, end).trim()));
  const ranges = full.length > 0 ? full : all;
  const [range, ...others] = ranges;
  if (range === undefined || range.value === null || others.length > 0) return null;
  return { from: range.value.start, to: range.value.end, before: text.slice(0, range.start), form: "range" };
}

function startAndEnd(reading: Reading): Said | null {
  const [first, second, ...more] = datesIn(reading);
  if (first === undefined || second === undefined || more.length > 0 || second.date <= first.date)
    return null;
  const beforeEnd = beforeOf(reading, second.start);
  const isEnd = endCue.test(beforeEnd) || (finishCue.test(beforeEnd) && !hoped.test(beforeEnd));
  if (!startCue.test(beforeOf(reading, first.start)) || !isEnd) return null;
  return {
    from: first.date,
    to: addDays(second.date, 1),
    before: reading.folded.slice(0, first.start),
    form: "ends",
  };
}

function startAndLength(reading: Reading): Said | null {
  const start = datesIn(reading).find(({ start: at }) => startCue.test(beforeOf(reading, at)));
  if (start === undefined) return null;
  const length = reading.literals.find(
    (literal): literal is QuantityLiteral =>
      literal.type === "quantity" &&
      literal.isTime &&
      (monthsOf(literal) ?? daysOf(literal)) !== null &&
      lengthCue.test(beforeOf(reading, literal.start)),
  );
  const isYearly = length === undefined && yearlyLength.test(reading.folded);
  if (length === undefined && !isYearly) return null;
  const to = length === undefined ? addMonths(start.date, 12) : endAfter(start.date, length);
  return to === null
    ? null
    : { from: start.date, to, before: reading.folded.slice(0, start.start), form: "length" };
}

const startLabel =
  /^(?:[\d.)]{1,4} )?(?:start(?: ?date)?|commencement(?: date)?|beginn|vertragsbeginn|mietbeginn|debut|date de debut|inicio|fecha de inicio|inizio|decorrenza|data di inizio|data de inicio|ingangsdatum|startdatum|aanvang)\b[ :|]/;
const lengthLabel =
  /^(?:[\d.)]{1,4} )?(?:(?:initial |minimum |contract )?(?:term|duration|period)|(?:mindest|vertrags|miet)?(?:laufzeit|dauer)|duree|duracion|plazo|durata|duracao|prazo|looptijd|duur)\b[ :|]/;

/** "Início: 01/02/2026" and "Prazo: 24 meses" as fields of their own. */
function labeledStartAndLength(readings: readonly Reading[]): PrintedTerm | null {
  const start = readings.find((reading) => startLabel.test(reading.folded) && datesIn(reading).length === 1);
  const [date] = start === undefined ? [] : datesIn(start);
  if (start === undefined || date === undefined) return null;
  const lengths = readings
    .filter(({ folded }) => lengthLabel.test(folded) && folded.length < 60)
    .flatMap(({ literals }) =>
      literals.flatMap((literal) => (literal.type === "quantity" && literal.isTime ? [literal] : [])),
    );
  const [length] = lengths;
  if (length === undefined || lengths.length > 1) return null;
  const to = endAfter(date.date, length);
  return to === null ? null : { from: date.date, to, reading: start, score: 2 };
}

function endAfter(from: LocalDate, length: QuantityLiteral): LocalDate | null {
  const months = monthsOf(length);
  const days = daysOf(length);
  return months !== null ? addMonths(from, months) : days !== null ? addDays(from, days) : null;
}

function calendarYear(reading: Reading): Said | null {
  const match = wholeYear.exec(reading.folded);
  if (match === null || !wholeYearCue.test(reading.folded)) return null;
  const year = match[1] ?? "";
  const first = localDate(`${year}-01-01`);
  return {
    from: first,
    to: addMonths(first, 12),
    before: reading.folded.slice(0, match.index),
    form: "year",
  };
}
