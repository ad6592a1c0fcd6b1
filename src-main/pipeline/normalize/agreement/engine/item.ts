import { foldText } from "../../values/fold.ts";
import { isRole } from "../lexicon/roles.ts";
import { formerOf, heldBefore, leadToMove } from "../literals/former-price.ts";
import { afterUnits } from "../literals/literal.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { ofPhrase, phraseStop } from "./counted-thing.ts";
import type { FrameMatch } from "./frame.ts";
import {
  beforeInsertion,
  beforeSize,
  chargeOnOccasion,
  forLeading,
  namedApart,
  thingAheadOfParty,
} from "./item-ahead.ts";
import { workerOfHour, workerOfHourAhead, workerOfServices, workingParty } from "./item-workers.ts";
import { headOfRow } from "./head-of-row.ts";
import { labelBefore, listedName } from "./item-labels.ts";
import { nameOfEach, openingName } from "./item-lists.ts";
import { seriesPlace } from "./price-series.ts";
import type { SeriesPlace } from "./price-series.ts";
import { isUseful, leadToFigure, rankBehind, trimPhrase, verb } from "./phrase.ts";

/** What a price is for, as worded. */
export interface ItemPhrase {
  readonly item: string;
  readonly role: string | null;
  readonly weight: number;
}

const withRole = (item: string, weight: number): ItemPhrase => ({
  item,
  role: isRole(item) ? item : null,
  weight,
});

/** The item that an anchor prices: a label before it, "for …" behind it, the subject before its verb, else a heading. */
export function itemPhrase(match: FrameMatch): ItemPhrase {
  const place = seriesPlace(match.reading, match.anchor);
  const { reading, anchor } = match;
  const head = place?.head ?? formerOf(anchor, reading.literals, reading.folded) ?? anchor;
  const own = findPhrase(
    head === anchor ? match : { ...match, anchor: head, segment: reading.segmentOf(head) },
  );
  const phrase = place === null ? own : withPlace(own, place);
  const folded = phrase.item.toLowerCase();
  const isParty = match.facts.partyNames.some(
    (name) =>
      folded === name.toLowerCase() ||
      // "Consulente senior", where the party is called "Consulente": a rank of those who work.
      (name.length > 3 && folded.startsWith(`${name.toLowerCase()} `) && !rankBehind.test(folded)),
  );
  return isParty ? { item: match.facts.subject ?? "services", role: null, weight: -0.1 } : phrase;
}

/** "$84 on nights" in a row of prices for a nurse is the nurse's price, nights. */
const withPlace = (own: ItemPhrase, { name, qualifier }: SeriesPlace): ItemPhrase =>
  name !== null
    ? withRole(name, 0.02)
    : qualifier === null
      ? own
      : { ...own, item: `${own.item}, ${qualifier}` };

/** "98 EUR/Std. (Entwicklung) bzw. 84 EUR/Std. (Gestaltung)": brackets behind each of several prices. */
function namesEach({ text, literals }: FrameMatch["reading"]): boolean {
  const prices = literals.filter(({ type }) => type === "money");
  return (
    prices.length > 1 &&
    prices.every((price) => /^\.? ?\([\p{L}][\p{L} -]{2,30}\)/u.test(text.slice(afterUnits(price))))
  );
}

function findPhrase({ reading, unit, anchor, segment, facts }: FrameMatch): ItemPhrase {
  const { text, folded } = reading;
  const others = reading.literals.filter((literal) => literal !== anchor && literal.type !== "number");
  const left = Math.max(
    segment.start,
    ...others.filter((other) => other.end <= anchor.start).map((other) => afterUnits(other)),
  );
  // "£46 per hour (engineer) and £29 per hour (apprentice)".
  const bracketed = /^\.? ?\(([\p{L}][\p{L} -]{2,30})\)/u.exec(text.slice(afterUnits(anchor)))?.[1];
  if (bracketed !== undefined && (isRole(bracketed) || namesEach(reading))) return withRole(bracketed, 0.05);
  const occasion = eachLeading.test(text.slice(segment.start, anchor.start))
    ? chargeOnOccasion(text.slice(segment.start, anchor.start))
    : null;
  if (occasion !== null) return withRole(occasion, 0.02);
  const told = nameOfEach(reading, anchor, segment);
  if (told !== null) return withRole(told, 0.03);
  const isForItsOwn = eachForItsOwn(reading);
  const leading = isForItsOwn
    ? null
    : (thingAheadOfParty(text, folded, segment.start, anchor.start) ??
      forLeading(text, folded, segment.start, anchor.start));
  const ahead = isForItsOwn ? null : perPhraseAhead(reading.text, anchor, segment.start);
  // "For setting up the data a lump of 45 per order is due": what it is for says more than what it counts.
  if (ahead !== null) return withRole(leading ?? ahead, 0.02);
  const apart = namedApart(text, folded, segment.start, anchor.start);
  if (apart !== null) return withRole(apart, 0.04);
  const inserted = beforeInsertion(text, folded, segment.start, anchor.start);
  if (inserted !== null) return withRole(inserted, 0.04);
  // "54,50 € je Facharbeiterstunde und 41,00 € je Helferstunde": the unit itself names the worker.
  const ofHour = workerOfHour(text, anchor);
  if (ofHour !== null) return withRole(ofHour, 0.04);
  const listed = listedName(text, folded, left, anchor);
  if (listed !== null) return withRole(listed, 0.05);
  const worker =
    workerOfHourAhead(text, anchor, facts.partyNames) ??
    workerOfServices(
      // "… for the services of a Surveyor and $80": whom stands behind a price, that price is for.
      left > segment.start &&
        /(?:,|(?<!\p{L})(?:and|und|et|y|e|en|plus)) ?$/iu.test(text.slice(left, anchor.start))
        ? ""
        : text.slice(left > segment.start ? left : segment.start, anchor.start),
    );
  if (worker !== null) return withRole(worker, 0.04);
  // A count in a label is part of it: "Waiting time beyond 45 minutes at either end: $65".
  const priced = others.filter(
    ({ type, end }) => (type === "money" || type === "percent") && end <= anchor.start,
  );
  const whole = Math.max(segment.start, ...priced.map(afterUnits));
  const label =
    labelBefore(text, folded, { start: whole, end: anchor.start }) ??
    labelBefore(text, folded, { start: left, end: anchor.start }) ??
    labelBefore(text, folded, { start: segment.start, end: anchor.start });
  if (label !== null && (isUseful(label) || workingParty.test(label))) return withRole(label, 0.05);
  const opening = /^([\p{Lu}][^:$€£]{2,50}): /u.exec(text)?.[1];
  const isOnly = reading.literals.filter((literal) => literal.type === "money").length === 1;
  if (opening !== undefined && isOnly && isUseful(opening)) return withRole(opening, 0.03);
  if (leading !== null) return withRole(leading, 0.03);
  const right = Math.min(
    segment.end,
    ...others.filter((other) => other.start >= anchor.end && !isArticle(other)).map(({ start }) => start),
  );
  const behind = forPhrase(text, folded, anchor, right);
  if (behind !== null) return withRole(behind, 0.03);
  // What stands between two prices is what the first of them counts: "£6 per m² of tiles laid and £2 per m² of screed".
  const counted = ofPhrase(text, folded, anchor, right);
  const isBetween = left > segment.start;
  if (counted !== null && isBetween) return withRole(counted, 0.02);
  // "Une animation d'une heure et demie": how long it is belongs to the thing.
  const sized = beforeSize(
    folded,
    segment.start,
    others.filter(({ end }) => end <= anchor.start),
  );
  const spans =
    sized === null ? [{ start: left, end: anchor.start }] : [{ ...sized, end: anchor.start }, sized];
  const subject =
    spans.map((span) => subjectPhrase(text, folded, span)).find((found) => found !== null) ?? null;
  if (subject !== null) return withRole(subject, 0.02);
  if (counted !== null) return withRole(counted, 0.02);
  if (isBetween) {
    const wider = subjectPhrase(text, folded, { start: segment.start, end: anchor.start });
    if (wider !== null) return withRole(wider, 0);
  }
  const named = headOfRow(text, folded, { start: whole, end: anchor.start });
  if (named !== null) return withRole(named, 0);
  const listHead = openingName(unit.opening);
  if (listHead !== null) return withRole(listHead, 0);
  const heading = [...unit.contexts]
    .reverse()
    .map((context) => trimPhrase(context.text, context.folded))
    .find((title) => isUseful(title) && title.length < 60 && !genericHeading.test(foldText(title)));
  if (heading !== undefined) return withRole(heading, -0.05);
  const noun =
    /\b(?:rent|retainer|subscription|licen[cs]e fee|maintenance fee|hosting fee|support fee|installation fee|set-?up fee|onboarding fee|grundgebuhr|miete|abonnement|loyer)\b/.exec(
      folded.slice(segment.start, segment.end),
    );
  if (noun !== null)
    return withRole(
      text.slice(segment.start + noun.index, segment.start + noun.index + noun[0].length),
      -0.05,
    );
  return { item: facts.subject ?? "services", role: null, weight: -0.1 };
}

/** "Pour une visite": an article that reads as a number. */
const isArticle = (literal: Literal): boolean =>
  literal.type === "quantity" && literal.wording === "words" && literal.value === "1";

/** "Per machine £42 for the annual inspection and £17 for a check": two prices of one unit, each with what it is for. */
const eachForItsOwn = ({ folded, literals }: FrameMatch["reading"]): boolean => {
  const prices = literals.filter(({ type }) => type === "money");
  return prices.length > 1 && prices.every(({ end }) => forItsOwn.test(folded.slice(end, end + 16)));
};
const forItsOwn =
  /^ ?(?:eur |euro |usd |gbp |chf )?(?:for|fur|voor|pour|por|para|per) (?:an?|the|eine?|die|den|das|de|het|een|une?|la|le|un|una|el|il|lo) /;

/** "For each collection …": what the sentence opens with is the unit, where a charge is named behind it. */
const eachLeading =
  /^\W*(?:(?:for|für|pour|por|voor|per) (?:each|every|jede[rsmn]?|chaque|cada|elke?|iedere?|ogni)|per) /iu;

/** "For each loaded mile Carrier earns $2.85": the unit ahead of the price says what is priced. */
function perPhraseAhead(text: string, anchor: Literal, from: number): string | null {
  if (!("per" in anchor)) return null;
  const [first] = anchor.per;
  if (first === undefined || first.span.start >= anchor.start || first.cadence !== null) return null;
  if (/^\W*\p{Lu}\p{L}{3,}\W*$/u.test(text.slice(from, first.span.start))) return null; // "Meals per fitter"
  if (!/^(?:for|each|every|per|any|je|pro|par)\b/i.test(text.slice(first.span.start, first.span.end)))
    return null;
  const phrase = text
    .slice(first.span.start, first.span.end)
    .replace(/^(?:for )?(?:each|every|per|any|je|pro|par)(?: and every)? (?:[\d.,]+ )?/i, "");
  const charge = chargeOnOccasion(text.slice(first.span.end, anchor.start));
  if (charge !== null) return charge;
  return /^(?:hour|day|hourly|daily|.*rate|stunde|tag|heure|jour|each|.*satz|tjm)$/i.test(phrase) ||
    !/\p{L}{3}/u.test(phrase)
    ? null
    : phrase;
}

const genericHeading =
  /^(?:(?:vergutung|preise|konditionen|honorar|zahlung|prix|tarifs?|remuneration|paiement)(?: (?:und|et) .*)?|commercial|commercials|financial terms|fees?|payment|payments|compensation|pricing|price|prices|rates?|charges?|commercial terms?|fees? and (?:payment|expenses|payments|charges)|terms?|payment terms|costs?|consideration|billing|invoicing|invoicing and payment|fees? schedule|schedule of fees|rate card|rate schedule|price list|general|the following.*|exhibit .*|schedule .*|appendix .*|annex .*|vergutung|preise|honorar|prix|tarifs|remuneration|order details|terms and conditions|scope of (?:work|services)|services|compensation and payment|fees? and rates?|rates? and charges|.*vertrag.*|contrat.*|devis.*|avenant.*|.*\b(?:agreement|contract|order form|statement of work|sow|lease|estimate|quotation|proposal|tariff|amendment|letter|overeenkomst|contrato|contratto|acuerdo|accordo|acordo|convenzione|convenio)\b.*|.*\b(?:as follows|are|apply|following|agreement|contract))$/;

/** "$150 per hour for senior developers", "£720 for a lead engineer". */
function forPhrase(text: string, folded: string, anchor: Literal, right: number): string | null {
  const from = afterUnits(anchor);
  const rest = folded.slice(from, right);
  const head =
    /^[^;.:]{0,34}?(?<![a-z])(?:for|fur|pour|para|per(?= (?:il|lo|la|gli|le|i|un[ao]?|ogni|l')(?![a-z]))|voor|por|covers?|couvre) (?:(?:an?|the|eine?n?|den|die|das|une?|le|la|les|el|los|las|il|lo|l'|un[ao]?|um|uma|o|os|as|een|de|het) )?(?!(?:correo|e-?mails?|escrito|telefono|fax|transferencia|domiciliacion|ecrit|courriel|courrier|telefoon|bonifico)(?![a-z])|(?:each|every|the (?:first|next|term|period|duration|initial|month|year|prior|preceding|services performed)|a (?:total|period|term|minimum)|any (?:month|year)|\d|work performed (?:after|before|on)|services (?:performed|rendered) (?:on|after|before|during|in)|(?:one|two|three|six|twelve)|all hours|any hours|clients? with|which|(?:the )?(?:purpose|purposes)|example))/.exec(
      rest,
    );
  if (head === null || /\b(?:of the|invoice|date|receipt)\b/.test(head[0])) return null;
  const start = from + head[0].length;
  const tail = folded.slice(start, right);
  const stop = phraseStop.exec(tail);
  const end = start + (stop?.index ?? tail.length);
  const phrase = trimPhrase(text.slice(start, end), folded.slice(start, end));
  // "For mowing, edging and leaf clearance" names one thing in three words.
  const isEnumeration =
    /^(?:[\p{L}' -]{3,30}, )+[\p{L}' -]{3,30},? (?:and|und|et|y|e|en) [\p{L}' -]{3,30}$/u.test(phrase);
  const first = isEnumeration ? phrase : (phrase.split(/, | and (?=the |a )/)[0] ?? phrase);
  return isUseful(first) ? first : null;
}

/** "A customer charge of": a word that alone would be a party, and what it is charged. */
const chargeByName = /^\W*(?:an? |the )?(\p{L}[\p{L}-]+ (?:charge|fee|levy))(?: of| is)? *$/iu;

/** Words ahead of a figure without those that only lead on to it: "…, previously", "…, pari a". */
const withoutLead = (folded: string): string =>
  folded.replace(heldBefore, "").replace(leadToMove, "").replace(leadToFigure, "");

/** The noun phrase before the verb or before "rate", "fee". */
function subjectPhrase(text: string, folded: string, span: Span): string | null {
  let part = withoutLead(folded.slice(span.start, span.end));
  let offset = span.start;
  const lead =
    /^(?:[^a-z]*(?:in addition|during the [a-z ]{3,30}|effective [^,]{3,30}|as of [^,]{3,30}|for services (?:performed|rendered)[^,]{0,40}|thereafter|from [^,]{3,30}|beginning [^,]{3,30}|starting [^,]{3,30}|on renewal),? )/.exec(
      part,
    );
  if (lead !== null) {
    part = part.slice(lead[0].length);
    offset += lead[0].length;
  }
  const forNoun =
    /(?:rates?|fees?|charges?|price|cost|retainer|sum|rent|satz|pauschale|preis|taux|forfait|prix|tarif|tarie(?:f|ven)|prij[sz](?:en)?|vergoeding|precio|tarifa|prezzo|tariffa|preco)(?: horaire| journalier| mensuel| por hora| diaria| oraria| giornaliera| horaria)? (?:(?:for|of|fur|pour|de la|du|des|der|dem|de|voor|van|para|per|por|del|della|di) |de l'|dell'|d')(?:(?:an?|the|eine?n?|der|den|die|das|een|het|une?|la|le|el|un[ao]?|il|lo) )?(?!(?:us|the sum|\$|€|£)|usd|eur|gbp)([^,;:(]{2,70}?)(?= (?:is|are|shall|will|at|of|in the|wird|betragt|belauft|gilt|liegt|bedraagt|wordt|worden|werden|est|passe|passent|pasa|passa|steigt|stijgt|rises?|goes|moves|increases|gewijzigd|verhoogd|verlaagd|changed|raised|increased|reduced|lowered|to be)\b|$|,)/.exec(
      part,
    );
  if (forNoun !== null) {
    const start = offset + forNoun.index + forNoun[0].length - (forNoun[1] ?? "").length;
    const length = verb.exec(forNoun[1] ?? "")?.index ?? (forNoun[1] ?? "").length;
    const phrase = trimPhrase(text.slice(start, start + length), folded.slice(start, start + length));
    if (isUseful(phrase)) return phrase;
  }
  const charged =
    /(?:pays?|paid|charges?|bills?|invoices?) (?:\w+ )?(?:an? |the )?((?:[a-z'-]+ ){1,5}?)(?:fee|charge|rate|retainer|subscription|rent)\b/.exec(
      part,
    );
  if (charged !== null) {
    const start = offset + charged.index + charged[0].indexOf(charged[1] ?? "", 4);
    const length = charged[0].length - charged[0].indexOf(charged[1] ?? "", 4);
    const phrase = trimPhrase(text.slice(start, start + length), folded.slice(start, start + length));
    if (isUseful(phrase)) return phrase;
  }
  const billed =
    /\b(?:bills?|charges?|provides?|suppl(?:y|ies)|furnish\w*|offers?|delivers?|pays? for|will pay for|shall pay for|pay) (?:out |for )?([^,;:(]{2,60}?) (?:at|for)(?: (?:the|a|an) (?:hourly |daily |flat |fixed |monthly )?(?:rate|price|fee|sum|charge) of)? ?$/.exec(
      part,
    );
  if (billed !== null) {
    const length = (billed[1] ?? "").length;
    const start = offset + billed.index + billed[0].indexOf(billed[1] ?? "", 4);
    const phrase = trimPhrase(text.slice(start, start + length), folded.slice(start, start + length));
    if (isUseful(phrase) && !/^(?:client|customer|provider)\b/i.test(phrase)) return phrase;
  }
  const at = verb.exec(part);
  const end = offset + (at?.index ?? part.length);
  let from = offset;
  for (const cut of folded.slice(offset, end).matchAll(/[;|]|(?<!\d):|:(?!\d)|, (?!and\b|\d)/g))
    if (cut.index < end - offset - 2) from = offset + cut.index + cut[0].length;
  let phrase = trimPhrase(text.slice(from, end), folded.slice(from, end));
  if (!isUseful(phrase) && from > offset)
    phrase = trimPhrase(text.slice(offset, end), folded.slice(offset, end));
  if (!isUseful(phrase)) phrase = chargeByName.exec(text.slice(offset, end))?.[1] ?? phrase;
  return isUseful(phrase) && phrase.split(" ").length <= 8 ? phrase : null;
}
