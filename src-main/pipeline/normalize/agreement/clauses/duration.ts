import type { DurationValue } from "../../../../../src-shared/model/index.ts";
import { addDays, addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { definedName } from "../engine/definitions.ts";
import type { Reading } from "../engine/reading.ts";
import { datesOf } from "../engine/scope-dates.ts";
import type { DateLiteral, Literal } from "../literals/literal.ts";
import { lastCounted, lengthIn } from "./term-length.ts";
import { takeLabeled } from "./labeled-term.ts";
import { endsInCase, hoped } from "./printed-end.ts";
import { daysOf, inTermOrLabel, monthsOf, note } from "./duration-parts.ts";
import type { Parts } from "./duration-parts.ts";
import { fillFromCore, fillFromPrint } from "./open-duration.ts";
import type { PrintedTerm } from "./printed-term.ts";
import { readNotice, readRenewal } from "./renewal.ts";

/** The agreement's own life, with the clauses that say it. */
export interface DurationReading {
  readonly candidate: Candidate | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly consumed: ReadonlySet<Literal>;
  /** It begins with an event, so that no date of the paper is its first day. */
  readonly startsLater: boolean;
}

const termSubject =
  /\b(?:this|our|the) (?:pricing|tariff|rate (?:sheet|card))\b|^(?:project |engagement |performance )?(?:period|dauer|periode|zeitraum)\b|\b(?:(?:initial |base |original |subscription |contract |lease |hire |rental |service |minimum |agreement |renewal )?term(?: of (?:this|the) (?:agreement|contract|sow|order|lease|statement of work|engagement))?|this (?:agreement|contract|sow|statement of work|order|lease|engagement|work order|schedule)|the (?:agreement|contract|engagement|services?|subscription|lease|licen[cs]e|hire|hiring|tenancy|project|work|assignment|appointment|retainer|mandate|mission|arrangement)|work(?= (?:starts?|begins?|commences?))|de opdracht|der auftrag|das mandat|die beauftragung|la mission|le mandat|el encargo|l'incarico|het abonnement|das abonnement|l'abonnement|period of performance|contract period|subscription(?: period| term)?|duration|laufzeit|vertragslaufzeit|vertragsdauer|der vertrag|dieser vertrag|die vereinbarung|vertragsbeginn|duree|le (?:present )?contrat|la (?:presente )?convention|start date|end date|commencement date|service period|expiration date|expiry date|rental period|hire period|lease term|agreement|contract|services?|pilot|effective|addendum|supply (?:start|end|period)|season|flight|initial period|rates? hold|courses? take place|(?:es|er|sie) (?:beginnt|verlangert|lauft|endet|gilt)|we start|el (?:presente )?contrato|il (?:presente )?contratto|o (?:presente )?contrato|de overeenkomst|deze overeenkomst|het contract|vigencia|durata|duracion|duracao|looptijd|l'accordo|el acuerdo|o acordo|inicio|decorrenza|ingangsdatum|vigora|one year|subscription start|start)\b/;

const startsOrEnds =
  /^(?:project |engagement )?(?:periode|zeitraum)\b|\bprend fin\b|\b(?:commenc\w*|begin\w*|start\w*|effective|continu\w*|remain\w* in (?:effect|force)|in (?:full )?(?:force|effect)|expir\w*|end(?:s|ing|ed)?|run(?:s)?|term|through|until|period|lasts?|duration|valid from|beginnt|endet|lauft|laufzeit|gilt|tritt in kraft|vertragsbeginn|vertragsdauer|prend effet|entre en vigueur|conclue?|duree|dauer|expiration|expiry|terminates on|season|flight|hold from|take place|unbestimmte|comienza|comenzara|entra en vigor|entrara en vigor|finaliza(?:ra)?|termina(?:ra)?|dura|duracion|vigencia|vigente|inicio|decorre(?:nza)?|scade|scadenza|durata|ha inizio|entra in vigore|entra em vigor|vigora|duracao|inicia|gaat in|gaan in|ingang|ingangsdatum|eindigt|looptijd|loopt|aangegaan|pour une duree|a compter du|a partir du|expire)\b/;

const notTerm =
  /\b(?:warrant\w*|confidential\w*|surviv\w*|records?|insurance|non-?compet\w*|non-?solicit\w*|quote|quotation|estimate|offer|proposal|angebot|devis (?:est )?valable|rates? (?:are|is|shall)|prices? (?:are|is|shall)|fees? (?:are|is|shall)|invoice[sd]?|payment|retention|trial|cure|dispute|response|support hours|discount|milestone|deliver(?:y|able)|rate of|interest|defects?|hourly|disparag\w*|force majeure|unable to perform|prevented from|ceased|liabilit\w*|damages|indemn\w*|commissions?|audit\w*)\b/;

/**
 * Start, end, length, renewal and notice of an agreement, gathered from all clauses that speak of its term.
 *
 * @param labeled the life that labels of the head give, which go before sentences
 * @param printed the life that the paper prints outside such clauses, looked for only where they leave it open
 */
export function readDuration(
  readings: readonly Reading[],
  effective: LocalDate | null,
  dated: LocalDate | null,
  printed: () => PrintedTerm | null = () => null,
  labeled: PrintedTerm | null = null,
): DurationReading {
  const parts: Parts = {
    from: null,
    to: null,
    months: null,
    days: null,
    autoRenew: null,
    renewalMonths: null,
    noticeDays: null,
    noticeMonths: null,
    eventStart: null,
    lengthStrength: 0,
    parts: [],
    questions: new Set(),
    consumed: new Set(),
    order: 0,
  };
  for (const reading of readings) {
    const { unit, folded } = reading;
    if (unit.zone === "recitals" || unit.zone === "example" || unit.zone === "signature" || unit.isStruck)
      continue;
    // When an amendment takes effect is not when the agreement starts.
    if (
      /\beffective date of (?:this|the) (?:amendment|change order|addendum)\b|\bthis (?:amendment|change order|addendum) (?:is|becomes|takes|shall be) effect/.test(
        folded,
      )
    )
      continue;
    const heading = unit.contexts.map((context) => context.folded).join(" ");
    const inTermZone =
      unit.zone === "term" ||
      /\b(?:term|duration|laufzeit|duree|renewal|duracion|vigencia|plazo|durata|duracao|looptijd|duur|dauer|vertragsdauer)\b/.test(
        heading,
      );
    const opensTerm =
      /^(?:(?:it|this|the [a-z ]{3,24}) )?(?:starts?|begins?|commences?|effective|in force|term\b|runs?|from [^.;]{4,40}(?:to|through|until))/.test(
        folded,
      ) &&
      reading.literals.filter(
        (literal) => literal.type === "date" || (literal.type === "quantity" && literal.isTime),
      ).length >= 2 &&
      !reading.literals.some((literal) => literal.type === "money");
    const defined = definedName(reading);
    const definesTerm =
      defined !== null &&
      /\b(?:term|period|laufzeit|dauer|duree|duracion|plazo|durata|duracao|looptijd)$/i.test(defined);
    // "Contract Year", "Insolvency Event": a word that is defined lasts as long as it does, and so does not the agreement.
    const definesOther =
      defined !== null &&
      !definesTerm &&
      !/\b(?:start|begin|commenc|effective|expir|end|beginn|ende)/i.test(defined);
    const engages =
      /\b(?:engages?|retains?|appoints?|hires?|leases?|lets?|rents?|beauftragt|engage|contrata|incarica)\b/.test(
        folded,
      ) && reading.literals.filter(({ type }) => type === "date").length === 2;
    const speaks =
      opensTerm ||
      engages ||
      definesTerm ||
      (termSubject.test(folded) && startsOrEnds.test(folded)) ||
      /^(?:(?:sow|agreement|contract|term|order) )?(?:ends?|end date|expires?|expiry|ende|fin) ?:/.test(
        folded,
      ) ||
      (inTermZone &&
        (startsOrEnds.test(folded) ||
          unit.text.length < 90 ||
          reading.literals.some(({ type }) => type === "date")));
    if (
      speaks &&
      !definesOther &&
      !endsInCase.test(folded) &&
      (!notTerm.test(folded) ||
        (inTermZone && !/\b(?:warrant|confidential|surviv|invoice|payment|offer|quote)\b/.test(folded)))
    )
      readTerm(reading, parts, inTermZone || definesTerm);
    if (
      /\b(?:renew\w*|rinnovo|auto-?renew\w*|rolls? over|prorrog\w*|renov\w*|renouvel\w*|rinnov\w*|verlengd|verlenging|stilzwijgend|tacit\w*|extended by|verlanger\w*|reconduc\w*|reconduit\w*|month[- ]to[- ]month|evergreen|extend\w* automatically|automatically extend\w*|verlangerung|year to year|from year to year|anno per anno|(?:loopt|lauft)[^.;]{0,30} (?:door|weiter))\b/.test(
        folded,
      )
    )
      readRenewal(reading, parts, inTermZone);
    if (
      /\b(?:notice|kundigung\w*|kundigungsfrist|gekundigt|preavis|notif\w+|cancel\w*|denonc\w*|resili\w*|preaviso|aviso|preavviso|disdetta|opzeg\w*|opgezegd|frist|in text form|tells the other|antelacion|writes?|rescis\w*|rescind\w*|terminad[oa]|short-close|avisando|antecedencia|before it (?:runs out|ends|expires)|recesso|recede\w*|kundbar|ahead)\b/.test(
        folded,
      )
    )
      readNotice(reading, parts, inTermZone);
  }
  if (labeled !== null && parts.eventStart === null) takeLabeled(parts, labeled);
  fillFromCore(parts, readings);
  fillFromPrint(parts, printed);
  const from = parts.from ?? (parts.months !== null || parts.to !== null ? (effective ?? dated) : effective);
  const length =
    parts.to === null && from !== null && parts.eventStart === null
      ? parts.months !== null
        ? lastCounted(addMonths(from, parts.months), parts.from === null && from === dated)
        : parts.days !== null
          ? addDays(from, parts.days)
          : null
      : null;
  const last = parts.to ?? length;
  const to = last !== null && from !== null && last <= from ? null : last;
  if (parts.eventStart !== null) parts.questions.add("start-depends-on-event");
  const isSaid = parts.parts.length > 0;
  const startsLater = parts.eventStart !== null;
  if (!isSaid) return { candidate: null, from, to: null, consumed: parts.consumed, startsLater };
  const value: DurationValue = {
    from: parts.eventStart === null ? from : parts.from,
    to,
    ...(parts.autoRenew !== null && { autoRenew: parts.autoRenew }),
    ...(parts.renewalMonths !== null && { renewalMonths: parts.renewalMonths }),
    ...(parts.noticeDays !== null && { noticeDays: parts.noticeDays }),
    ...(parts.noticeDays === null && parts.noticeMonths !== null && { noticeMonths: parts.noticeMonths }),
  };
  // A length that no day is known for says nothing that could be counted.
  const isCounted = value.from !== null || value.to !== null || parts.eventStart !== null;
  const isStated =
    parts.autoRenew !== null ||
    (isCounted && [parts.from, parts.to, parts.months, parts.days].some((part) => part !== null));
  if (!isStated) return { candidate: null, from, to: null, consumed: parts.consumed, startsLater };
  const known = [value.from, value.to].filter((date) => date !== null).length;
  return {
    from,
    to,
    consumed: parts.consumed,
    startsLater,
    candidate: {
      type: "duration",
      key: "duration",
      value,
      from: null,
      to: null,
      confidence: Math.min(0.95, 0.6 + 0.13 * known + (parts.parts.length > 1 ? 0.05 : 0)),
      parts: parts.parts,
      order: parts.order,
      clause: [],
      ...(parts.eventStart !== null && { remainder: parts.eventStart }),
      ...(parts.questions.size > 0 && { questions: [...parts.questions] }),
    },
  };
}

/** "ending at midnight on": the day behind it is the last one. */
const expiring =
  /\b(?:expir(?:es|ing|e)|ending|ends|endet|endend|s'acheve|prend fin|expire|finaliza|vence|scade|termina|eindigt|verloopt)(?: (?:at|um|a|alle|om) [a-z\d:.]+)?(?: (?:on|am|le|el|il|op|em|a))?(?: the)? ?$/;

function readTerm(reading: Reading, parts: Parts, inTermZone: boolean): void {
  const { folded } = reading;
  const dates = reading.literals.filter((literal): literal is DateLiteral => literal.type === "date");
  for (const literal of dates)
    if (literal.date === null && literal.readings.length > 1) parts.questions.add("ambiguous-date");
  const found = datesOf(folded, dates, null);
  // "Must purchase $22,710 worth of products by April 15" ends no agreement.
  const isDeadline =
    found.to !== null &&
    found.from === null &&
    /\bby[: ]*(?:the )?$/.test(folded.slice(0, dates.at(-1)?.start ?? 0)) &&
    !/\b(?:expir\w*|terminat\w*|ends?|ending|complet\w*|term|finish\w*|period)\b/.test(folded);
  const isHoped = found.to !== null && hoped.test(folded.slice(0, dates.at(-1)?.start ?? 0).slice(-44));
  const scoped = isDeadline ? { from: null, to: null } : isHoped ? { ...found, to: null } : found;
  const isEnding = expiring.test(folded.slice(0, dates[0]?.start ?? 0));
  // "commences on the Effective Date and … expires on 31 January": the label is not that of the day.
  const label =
    !isEnding &&
    /^[^:|]{0,40}(?:start|commencement|begin\w*|beginn|debut|effective)[^:|]{0,20}(?:[:|]|\bdate\b)/.test(
      folded,
    );
  const endLabel = /^[^:|]{0,40}(?:end|expir\w+|ende|fin|termination) ?(?:date)?[^:|]{0,12}[:|]/.test(folded);
  const only = dates.length === 1 && dates[0]?.date !== null ? (dates[0]?.date ?? null) : null;
  const isPair =
    dates.length === 2 &&
    dates.every((literal) => literal.date !== null) &&
    /^ ?(?:-|to|through|until|bis|thru|au|al|hasta|ate|tot|fino|and ending|to and including|up to|\| ?(?:end\w*|to|bis|through))/.test(
      folded.slice(dates[0]?.end ?? 0, (dates[0]?.end ?? 0) + 22),
    );
  let from = scoped.from;
  let to = scoped.to;
  if (isPair && inTermOrLabel(folded, inTermZone)) {
    from ??= dates[0]?.date ?? null;
    const end = dates[1];
    to ??=
      end?.date === null || end === undefined
        ? null
        : end.isMonthOnly
          ? addMonths(end.date, 1)
          : addDays(end.date, 1);
  }
  if (only !== null && from === null && to === null && label) from = only;
  if (only !== null && to === null && endLabel) {
    to = addDays(only, 1);
    from = null;
  }
  if (only !== null && from === null && to === null && isEnding) to = addDays(only, 1);
  if (
    only !== null &&
    from === null &&
    to === null &&
    /\b(?:commenc\w*|begin\w*|starts?|beginnt|prend effet)\b[^.;]{0,16}$/.test(
      folded.slice(0, dates[0]?.start ?? 0),
    )
  )
    from = only;
  const bareUntil =
    !/\binclusive\b/.test(folded) &&
    to !== null &&
    /\b(?:until|by|till)[: ]*$/.test(folded.slice(0, dates.at(-1)?.start ?? 0)) &&
    !/\b(?:until and including|through)\b/.test(folded);
  // From 1 July until 30 June is a whole year, and the last day of a month ends it: both belong to the term.
  const start = from ?? parts.from;
  const next = bareUntil && to !== null ? addDays(to, 1).slice(8) : null;
  const isWhole = next !== null && (next === "01" || next === start?.slice(8));
  if (isWhole && to !== null) to = addDays(to, 1);
  if (from !== null && parts.from === null) parts.from = from;
  if (to !== null && parts.to === null && (parts.from === null || to > parts.from)) {
    parts.to = to;
    if (bareUntil && !isWhole) parts.questions.add("until-inclusive");
  }
  const said = lengthIn(reading, inTermZone);
  const length = said?.literal ?? null;
  if (length !== null && (monthsOf(length) !== null || daysOf(length) !== null)) {
    if ((parts.months === null && parts.days === null) || (said?.strength ?? 0) > parts.lengthStrength) {
      parts.lengthStrength = said?.strength ?? 0;
      parts.months = monthsOf(length);
      parts.days = monthsOf(length) === null ? daysOf(length) : null;
    }
    parts.consumed.add(length);
    const event =
      /\b(?:from|after|following|beginning (?:on|with|at)|commencing (?:on|with|at)|of) (?:the )?((?:go-?live|notice to proceed|first delivery|installation|completion of [a-z ]{3,30}|acceptance|delivery|activation|commissioning|handover)(?: date)?)\b/.exec(
        folded.slice(length.end),
      );
    if (event !== null && dates.length === 0) parts.eventStart = event[1] ?? null;
  }
  if (from !== null || to !== null || length !== null) {
    for (const literal of dates) parts.consumed.add(literal);
    note(parts, reading);
  } else if (
    /\b(?:until (?:terminated|cancelled|completed|gekundigt|either party|ended)|indefinite\w*|unbefristet|auf unbestimmte (?:zeit|dauer)|duree indeterminee|month[- ]to[- ]month|por tiempo indefinido|indefinid[oa]|tempo indeterminato|por tempo indeterminado|voor onbepaalde tijd)\b/.test(
      folded,
    ) &&
    inTermOrLabel(folded, inTermZone)
  )
    note(parts, reading);
}
