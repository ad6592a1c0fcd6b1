import { addDays } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { QuantityLiteral } from "../literals/literal.ts";

/** How long an agreement says that it lasts, and how plainly it says so. */
export interface TermLength {
  readonly literal: QuantityLiteral;
  /** 2 for "the initial term is five years" and the like, 1 for a length among words of a term. */
  readonly strength: 1 | 2;
}

const lengthCue =
  /\b(?:term (?:of|is|shall be|will be|for)|period of|for (?:an? )?(?:initial |fixed |minimum )?(?:term|period)|duration(?: of)?|continue[s]? (?:in (?:full )?(?:force|effect) )?for|runs? (?:for)?|remain[s]? in (?:effect|force) for|lasts?|initial term|minimum (?:term|duration)|mindest(?:dauer|laufzeit|vertragsdauer|vertragslaufzeit)(?: von| betragt)?|duree minimale(?: de)?|duracion minima(?: de)?|durata minima(?: di)?|duracao minima(?: de)?|minimale (?:duur|looptijd)(?: van)?|laufzeit(?: von| betragt)?|dauer(?: von)?|duree (?:de|initiale de|est de)|conclue? pour|term:?|for|lauft(?: auf| uber| fur)?|loopt|geldt|dure|gilt(?: fur)?|auf (?:die )?dauer von|fur (?:die )?(?:dauer von)?|geschlossen|fest|une (?:duree|periode) (?:initiale |ferme )?de|dura|duracion (?:de|inicial)|(?:por|durante) (?:un )?(?:periodo|plazo)|plazo de|durata (?:di|e di)|durata:|per (?:la durata di|un periodo di|un anno)|duracao de|(?:por|pelo) (?:um )?(?:periodo|prazo) de|prazo de|looptijd van|(?:voor|een) (?:de duur|periode|termijn) van|voor|is for|minimum of)[^.;]{0,40}$/;

const notLengthBefore =
  /\b(?:notice|renew\w*|extend\w*|verlanger\w*|successive|additional|further|at least|reconduc\w*|every|each|within|after|prior|before|previous|for up to|kundigungsfrist|preavis|in any|over the|um jeweils|frist|kundig\w*|prorrog\w*|renov\w*|rinnov\w*|tacit\w*|verlengd|opzeg\w*|preaviso|preavviso|aviso|antelacion|anticip\w*|avant|before|dos meses antes|par (?:periodes|tacite)|denonc\w*|denuncia\w*|salvo|sauf|unless|tenzij|antecedencia|in den ersten|innerhalb|every|rolls? over)\b[^.;]{0,34}$/;

/** Plain words for the life of the agreement itself, right before its length. */
const ownTerm =
  /(?:\b(?:initial |base |original |fixed |minimum |primary )?term (?:of (?:this|the) (?:agreement|contract|lease|license|licence|sow|order)[^.;]{0,40}? )?(?:is|shall be|will be|of|runs?|lasts?|continues?|shall continue|extends?)(?: for)?(?: an?)?(?: initial)?(?: (?:term|period) of)?(?: at least)?|\b(?:agreement|contract|lease|licen[cs]e|sow) (?:is|shall be|will be|runs?|lasts?|continues?|shall continue|shall remain in effect)(?: effective)?(?: for)(?: an?)?(?: initial| fixed)?(?: (?:term|period) of)?|\b(?:force|effect)(?: and effect)? for(?: at least)?(?: an?)?(?: initial)?(?: (?:term|period) of)?|\binitial|\binitial term(?: of)?)[ :(]*$/;
/** "During the term and for two years": what goes on when it is over. */
const besideTerm = /\band,? (?:then )?for (?:an? )?(?:further |additional )?(?:period of )?\(?$/;
/** "This agreement begins on … and shall continue, unless ended before under clause 12, for a period of". */
const goesOnFor =
  /\b(?:agreement|contract)\b[^.;]{0,120}\b(?:continues?|remains?|runs?|lasts?)\b[^.;]{0,80}\bfor (?:an? )?(?:initial |fixed |minimum )?(?:(?:term|period) of )?\(?$/;
/** What somebody may not do, or has to keep, for so long: no life of the agreement. */
const boundFor =
  /\b(?:(?:shall|will|must|agrees?) (?:[a-z]+ ){0,2}?not (?:to )?(?!be|exceed|terminat|expire|end|extend|renew|commenc|begin)|(?:maintain|keep|retain|preserve|store|archive)s?\b[^.;]{0,60}\b(?:information|records?|books|documents?|documentation|copies|files|data|evidence|receipts|confidence|polic(?:y|ies))\b|(?:bewahr\w*|aufbewahr\w*|conserv\w* (?:les|ses|tous|los|las|tutt\w+|gli|i))\b|(?:maintain|keep|retain|preserve|store|archive)s? for (?:a )?)/;
/** A length that begins when the agreement is over, or with each of many events. */
const afterwards =
  /^ ?(?:\([^)]*\) ?)?(?:thereafter|following|after (?:the )?(?:term\b|expir|termin|completion|delivery|such|any|each|last)|from (?:the )?(?:date of )?(?:such|each|any|its (?:sale|delivery))|prior|before)/;

/** "Can be ended with six weeks to the end of a quarter", "may be extended by a year": the time of what words behind it say. */
const ofEndingOrRenewing =
  /^(?:(?! (?:and|und|et|y|e|en) )[^.;,]){0,48}\b(?:notice|gekundigt|kundbar|kundigen|opgezegd|opzegbaar|resilie\w*|denunciad[oa]|rescindid[oa]|disdett[oa]|terminated|cancelled|ended|verlengd|verlangert|extended|renewed|prolongee?|reconduite?|renouvelee?|prorrogad[oa]|renovad[oa]|prorogat[oa]|rinnovat[oa])\b/;

/** The length of the agreement's term in a unit; `null` without one. */
export function lengthIn(reading: Reading, inTermZone: boolean): TermLength | null {
  const { folded } = reading;
  if (
    /\b(?:after|following) (?:the )?(?:termination|expiration|delivery|completion|acceptance)\b/.test(folded)
  )
    return null;
  let weak: TermLength | null = null;
  for (const literal of reading.literals) {
    if (literal.type !== "quantity" || !literal.isTime) continue;
    const before = folded.slice(Math.max(0, literal.start - 90), literal.start);
    const after = folded.slice(literal.end, literal.end + 60);
    if (
      !(afterwards.test(after) && besideTerm.test(before)) &&
      (ownTerm.test(before) ||
        goesOnFor.test(folded.slice(Math.max(0, literal.start - 240), literal.start))) &&
      !/\b(?:renew\w*|successive|additional|extend\w*)\b[^.;,]{0,24}$/.test(before)
    )
      return { literal, strength: 2 };
    if (
      weak !== null ||
      boundFor.test(folded) ||
      afterwards.test(after) ||
      ofEndingOrRenewing.test(after) ||
      notLengthBefore.test(before.slice(-60))
    )
      continue;
    if (
      /^ ?(?:'s?|s')? ?(?:written|prior|notice|advance|renewal|before|prior to|nach ablauf|after the)/.test(
        after,
      )
    )
      continue;
    const isLength =
      lengthCue.test(before.slice(-60)) ||
      (inTermZone && (reading.unit.text.length < 90 || literal.start < 14)) ||
      /^[- ]?(?:\w+ ){0,2}(?:term|period|agreement|contract|vertrag)\b/.test(after);
    if (isLength) weak = { literal, strength: 1 };
  }
  return weak;
}

/**
 * A day on which a paper is made does not count in a time that runs from it, so that the time ends with the day of the
 * same number (§ 187 BGB; New York General Construction Law § 30); a first day that is printed as such does count.
 */
export const lastCounted = (end: LocalDate, runsFromMaking: boolean): LocalDate =>
  runsFromMaking ? addDays(end, 1) : end;
