import type { Unit } from "../../../../../src-shared/model/index.ts";
import type { FrameMatch } from "../engine/frame.ts";
import { seriesPlace } from "../engine/price-series.ts";
import { isMoney } from "../literals/literal.ts";
import { formerOf } from "../literals/former-price.ts";
import type { Literal, MoneyLiteral, PerUnit } from "../literals/literal.ts";
import { oneOf } from "../literals/one-of.ts";
import { cadenceOfUnit, unitOfWord } from "../lexicon/unit-words.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import { unitOfPhrase } from "../literals/two-word-units.ts";

const plainStyle = { decimalMark: "." as const, dateOrder: null, languages: [] };

/** The units of a price, its own first, else those of the price before it in a list, else of its heading. */
export function unitsOf(match: FrameMatch): {
  readonly per: readonly PerUnit[];
  readonly inherited: "none" | "list" | "heading" | "guess";
} {
  const { anchor, reading, unit } = match;
  if (!("per" in anchor)) return { per: [], inherited: "none" };
  if (anchor.per.length > 0) {
    const counted = anchor.per.every(({ cadence }) => cadence !== null) ? countedSubject(match) : null;
    return { per: counted === null ? anchor.per : [counted, ...anchor.per], inherited: "none" };
  }
  const former = formerOf(anchor, reading.literals, reading.folded);
  if (former !== null && "per" in former && former.per.length > 0)
    return { per: former.per, inherited: "none" };
  // "Km at 0,50 each way, hotels up to 130": a limit is of its own thing.
  if (anchor.bound === "<=") return { per: [], inherited: "none" };
  const before = headOfList(reading, anchor);
  if (before !== undefined && before.per.length > 0 && anchor.start - before.end < 70) {
    const gap = reading.folded.slice(Math.max(before.per.at(-1)?.span.end ?? 0, before.end), anchor.start);
    if (/^ ?,? ?(?:to|auf|a) ?$/.test(reading.folded.slice(before.end, anchor.start)))
      return { per: before.per, inherited: "list" };
    const opens = /[;,|] | (?:and|while|und|sowie|et|y|e|ed|en|o) /.test(` ${gap}`);
    if (
      opens &&
      !/\b(?:total|fee|flat|one-time|lump|plus|minimum|maximum|not to exceed|deposit|up to|fixed|set-?up|nrc|once)\b/.test(
        gap,
      )
    )
      return { per: namedInGap(gap, anchor) ?? before.per, inherited: "list" };
  }
  const trailing = reading.literals
    .filter((literal): literal is MoneyLiteral => isMoney(literal) && literal.start > anchor.end)
    .at(-1);
  if (
    trailing !== undefined &&
    trailing.per.some((per) => per.span.start > trailing.end) &&
    isListOf(reading.folded.slice(anchor.end, trailing.start))
  ) {
    return { per: trailing.per, inherited: "list" };
  }
  // "£720 for a lead surveyor and £540 for a surveyor, per day": the unit closes the sentence for all of them.
  const closing = findPerUnits(reading.text, reading.folded, plainStyle).findLast(
    ({ isArticle }) => !isArticle,
  );
  if (
    closing !== undefined &&
    /[,(] ?(?:each |all |jeweils |chacun )?$/.test(reading.folded.slice(0, closing.span.start)) &&
    /^[ .;)]*$/.test(reading.folded.slice(closing.span.end)) &&
    reading.literals.filter(isMoney).every(({ per, end }) => per.length === 0 || end > closing.span.start)
  )
    return { per: [closing], inherited: "list" };
  const subject = subjectUnit(reading.folded, anchor.start);
  if (subject !== null) return { per: [subject], inherited: "list" };
  const isLabor = /\b(?:timekeepers?|blended rate|bill(?:ing)? rates?|labor rates?|labour rates?)\b/.test(
    reading.folded,
  );
  if (
    isLabor &&
    /\brates? (?:of|is|at|for [a-z ]{2,30} (?:is|of))? ?:? ?(?:us)?$/.test(reading.before(anchor, 44))
  ) {
    return {
      per: [oneOf("hour", { start: anchor.start, end: anchor.start })],
      inherited: "guess",
    };
  }
  const worked = timeIsBilled.test(reading.before(anchor, 40)) ? timeBefore(unit) : null;
  if (worked !== null) return { per: [worked], inherited: "list" };
  const series = seriesPlace(reading, anchor);
  if (series !== null && series.head.per.length > 0) return { per: series.head.per, inherited: "list" };
  if (series !== null && unit.previous !== null) {
    // "A nurse is billed at $78 per hour … Assistants at $56, $60 and $66 respectively."
    const [said] = findPerUnits(unit.previous.text, unit.previous.folded, plainStyle).filter(
      ({ isArticle }) => !isArticle,
    );
    if (said !== undefined) return { per: [said], inherited: "list" };
  }
  for (const context of [...unit.contexts].reverse()) {
    const found = findPerUnits(context.text, context.folded, {
      decimalMark: ".",
      dateOrder: null,
      languages: [],
    }).filter((per) => !per.isArticle);
    const [first] = found;
    if (first !== undefined && unit.text.length < 160)
      return { per: found.slice(0, 1), inherited: "heading" };
  }
  return { per: [], inherited: "none" };
}

/** "His time is billed at", "our paralegal bills at": what people cost by their time, of which the unit was said before. */
const timeIsBilled =
  /\b(?:(?:time|hours|work) (?:is|are|will be) (?:billed|charged|invoiced)(?: out)?|bills?) at(?: an?| the)?(?: rate of)? ?(?:us)?$/;

/** The hour or day that the sentences before it, in the same paragraph, price by; `null` where none does. */
function timeBefore({ previous }: FrameMatch["unit"]): PerUnit | null {
  for (let unit = previous; unit !== null; unit = unit.previous) {
    const said = findPerUnits(unit.text, unit.folded, plainStyle).find((per) => ofWork.has(per.unit));
    if (said !== undefined) return said;
  }
  return null;
}
const ofWork: ReadonlySet<string> = new Set(["hour", "day"]);

/**
 * The price before, or the first of a list whose later members leave the unit unsaid: "partners $525; associates $310".
 *
 * A member in between stands where the list goes on, so that only its gap to the next one counts.
 */
function headOfList(reading: FrameMatch["reading"], anchor: Literal): MoneyLiteral | undefined {
  const earlier = reading.literals.filter(
    (literal): literal is MoneyLiteral => isMoney(literal) && literal.end <= anchor.start,
  );
  const last = earlier.at(-1);
  if (last === undefined || last.per.length > 0) return last;
  let end = anchor.start;
  for (const member of earlier.toReversed()) {
    const from = Math.max(member.end, ...member.per.map(({ span }) => span.end));
    const gap = reading.folded
      .slice(from, end)
      .replace(/^ ?(?:(?:each|apiece)(?: ?\([^)]*\))?|\([^)]*\))/, "");
    if (gap.length > 60 || !listGap.test(gap)) return last;
    if (member.per.length > 0) return { ...member, end: last.end };
    end = member.start;
  }
  return last;
}

/** From one member of a list to the next: "; associates", " for Ms Rowe and", ", the mixer at". */
const listGap =
  /^ ?(?:(?:for|fur|pour|para|per|voor) [^.;]{2,34})?(?:[;,]| (?:and|und|et|y|e|en)(?= )) ?(?:(?:and|und|et|y|e|en) )?(?:[\p{L}]|$)/u;

const isListOf = (gap: string): boolean =>
  gap.length < 140 &&
  !/\b(?:total|fee|flat|minimum|maximum|exceed|deposit|plus|with|extra|additional|further|zusatzlich\w*|weitere\w*|avec|supplement\w*|con|adicional\w*|ulterior\w*|com|met)\b/.test(
    gap,
  ) &&
  /[,;]| (?:and|und|sowie|et|y|e|ed|en|o) /.test(gap);

/**
 * "A seat is $24 a month", "ogni utente costa 34 € al mese": what a sentence counts where its price says only the period;
 * `null` where it speaks of one thing that there is ("a retainer of £450 per month").
 */
function countedSubject({ anchor, reading, segment }: FrameMatch): PerUnit | null {
  const [, each, one, word = ""] =
    subject.exec(reading.folded.slice(segment.start, anchor.start).trimStart()) ?? [];
  const unit = each === undefined && one === undefined ? null : unitOfWord(word);
  if (unit === null || cadenceOfUnit[unit] !== undefined || (one !== undefined && !manyOfOneKind.has(unit)))
    return null;
  return oneOf(unit, { start: anchor.start, end: anchor.start });
}

const subject =
  /^(?:(each|every|per|cada|chaque|ogni|elke?|iedere?|jede[rs]?|toda?|todo) |(an?|one|eine?|une?|una|uma?|uno|een) )([\p{L}-]+)(?: [\p{L}-]+){0,4} (?:costs?|is|comes|kostet|betragt|coute|est|kost|bedraagt|cuesta|es|costa|e|custa)\b/u;
/** Things that a customer has several of, so that "a" means each of them. */
const manyOfOneKind: ReadonlySet<string> = new Set([
  "user",
  "seat",
  "license",
  "device",
  "server",
  "vehicle",
  "machine",
  "container",
  "port",
  "room",
  "person",
  "line",
]);

/** Hours, days, pieces: work and goods rather than periods of billing. */
export const isWorkUnit = (per: PerUnit): boolean => per.cadence === null;

/** A price per week is hire where things go out by the day and week. */
export const isHire = ({ anchor, reading, facts }: FrameMatch): boolean =>
  facts.isRental ||
  reading.literals.some(
    (literal) => literal !== anchor && isMoney(literal) && literal.per.some((unit) => unit.unit === "day"),
  );

/** "£310 a day or £1,240 a week": the prices of one thing by how long it goes out. */
export const isHireList = ({ anchor, reading }: FrameMatch): boolean =>
  reading.literals.some(
    (literal) =>
      literal !== anchor &&
      isMoney(literal) &&
      literal.per.some(({ unit }) => unit === "day" || unit === "hour") &&
      !/[;.]/.test(
        reading.folded.slice(Math.min(literal.end, anchor.end), Math.max(literal.start, anchor.start)),
      ),
  );

/** What work is counted in. */
const workUnits: ReadonlySet<string> = new Set([
  "hour",
  "day",
  "half-day",
  "minute",
  "night",
  "shift",
  "visit",
  "trip",
  "mile",
  "kilometre",
  "page",
  "word",
]);

const counting =
  /^\W*(?:(?:the|an?|one|eine?|une?|una|uma?|een|all|any|each|every|tod[ao]s?|toute?s?|cada|chaque|ogni|elke?|iedere?|qualquer|jeder|jedes|additional|extra|further|las?|los|les|le|gli|die|alle|jede|weitere|zusatzliche|de|het|as|os|overige) )*((?:[\p{L}-]+ )?[\p{L}-]+?)(?: [\p{L}' -]{2,50})? (?:is|are|will be|shall be|costs?|kostet|kosten|kost|werden|wird|sont|est|coute|cuesta|costa|custa|vale|asciende|ammonta|e|se (?:cobran?|cobraran?|facturan?|facturaran?)|sono|vengono|sao|serao|worden|wordt)\b/u;

/** "An hour of a joiner costs", "für die Stunde eines Monteurs", "el precio de la hora de": the price of one unit of somebody. */
const oneOfUnit =
  /^\W*(?:(?:for|fur|pour|para|per|voor|por) )?(?:(?:an?|one|eine?|une?|una|uma?|een) (?:hour|day|stunde|tag|heure|jour(?:nee)?|hora|dia|jornada|ora|giorn(?:o|ata)|uur|dag)|(?:(?:the |der |le |el |il |o |de )?(?:price|preis|prix|precio|prezzo|preco|prijs|tarif|tarifa|tariffa) (?:of |per |de |di |da |del |della |do |van |for |fur |pro )+(?:an? |eine? |une? |una |uma |een )?)?(?:l'|la |le |el |il |a |o |het |de |die |the )?(?:hour|stunde|heure|jour(?:nee)?|hora|dia|jornada|diaria|ora|giorn(?:o|ata)|uur|dag)) (?:of|de|d'|di|do|da|van|von|eine[sr]|des|der|mit)(?![\p{L}])/u;
/** "… kostet die Stunde 97,50": one unit right before its price. */
const unitAhead =
  /(?<![\p{L}])(?:die|eine?|the|an?|la|una?|l'|une?|het|een|il|uma?|o) ?(hour|stunde|heure|hora|ora|uur|tag|jour|dia|giorno|dag|day)(?: (?:is|costs?|will be|shall be|kostet|kost|coute|cuesta|costa|custa|est|vale))?(?: (?:at|mit|a|de|di|nun|neu|now|then|jetzt|dann|en|y|e))? ?(?:us)?$/u;
/** "The charge for an on-site visit shall be £135": the price of one of what can be counted as work. */
const chargeForOne =
  /(?<![\p{L}])(?:charge|price|fee|rate|cost|preis|satz|entgelt|gebuhr|prix|tarif|cout|precio|tarifa|coste|prezzo|tariffa|costo|prijs|tarief|vergoeding|preco|custo)s? (?:for|of|fur|pour|d'|de|para|por|per|di|voor|van) ?(?:an?|each|every|one|eine[nrsm]?|jede[nrsm]?|une?|chaque|una?|cada|un[ao]?|ogni|een|elke?|iedere?|uma?) ?((?:[\p{L}-]+ ?){1,3})/u;

/** "£800 per day, half days at £450": a member of a list that is called by its unit. */
function namedInGap(gap: string, { start }: Literal): readonly PerUnit[] | null {
  const words = calledAt.exec(gap)?.[1]?.split(" ") ?? [];
  const [unit] = unitsAmong(words).filter((one) => workUnits.has(one));
  return unit === undefined ? null : [oneOf(unit, { start, end: start })];
}
const calledAt =
  /(?:^|[,;(]|\b(?:and|or|und|oder|et|ou|y|o|e|en|of)) ?(?:an? |the |der |die |das |la |le |el |il |de |een |ein )?((?:[\p{L}-]+ )?[\p{L}-]{3,})(?: (?:at|is|are|zu|mit|a|voor|per|pour))?(?: ?:)? ?(?:us|eur|gbp|usd|cad|aud|chf)? ?$/u;

/** The units that words name, those of two words before those of one: "half days", "days". */
const unitsAmong = (words: readonly string[]): readonly Unit[] =>
  words.flatMap((word, at) => unitOfPhrase(`${word} ${words[at + 1] ?? ""}`) ?? unitOfWord(word) ?? []);

/** "Hours past the allotment are billed at $155": what the sentence counts is what its price is for. */
function subjectUnit(whole: string, before: number): PerUnit | null {
  // "From 1 July 2026, …": when it holds is no part of what is counted.
  const folded = whole.replace(
    /^\W*(?:from|as of|ab|a (?:compter|partir) du?e?|desde|a partir de[l]?|con efectos|dal|a decorrere dal|vanaf|met ingang van|mit wirkung)(?![\p{L}])(?:[^,;]{3,44}, |[^,;]{2,40}?(?:19|20)\d\d )/u,
    (lead) => `${" ".repeat(lead.length - 1)} `,
  );
  const ahead = unitAhead.exec(folded.slice(0, before))?.[1] ?? null;
  const aheadUnit = ahead === null ? null : unitOfWord(ahead);
  if (aheadUnit !== null) return oneOf(aheadUnit, { start: before, end: before });
  const told = chargeForOne.exec(folded.slice(0, before))?.[1] ?? oneOfUnit.exec(folded)?.[0] ?? "";
  const toldUnit = unitsAmong(told.split(/[ ']/)).find((one) => workUnits.has(one)) ?? null;
  if (toldUnit !== null) return oneOf(toldUnit, { start: before, end: before });
  const match = counting.exec(folded.slice(0, before));
  const words = match?.[1]?.split(" ") ?? [];
  const [unit = null] = unitsAmong(words);
  const isWork = unit !== null && workUnits.has(unit);
  const isEvery =
    /^\W*(?:each|every|any|tod[ao]|toute?|cada|chaque|ogni|elke?|iedere?|qualquer|jede[rs]?|(?:an?|one|ein|eine|une?|una|um|uma|een) (?:extra|additional|further|weitere\w*|zusatzliche\w*|extra|adicional)) /.test(
      folded,
    );
  const compound = /^\W*(?:die|der|eine?|je) \p{L}{3,}(?:stunde|tag)(?![\p{L}])/u.test(folded);
  if (isWork && compound) return oneOf(unit, { start: before, end: before });
  if (!isWork || (!isEvery && !/s$|n$|stunden|ore|heures|horas|uren/.test(words.at(-1) ?? ""))) return null;
  return oneOf(unit, { start: before, end: before });
}

/** "For each further week or part week": periods that are counted, so that their price is a rate. */
export const countsPeriods = (folded: string): boolean => wholePeriod.test(folded);
const wholePeriod =
  /\b(?:(?:each|every|per) (?:further|additional|extra) (?:week|month)|(?:week|month) or part (?:of (?:a )?)?(?:week|month|thereof)|jede[rn]? weitere[rn]? (?:woche|monat)|je weitere[rn]? (?:woche|monat)|par (?:semaine|mois) supplementaire|por (?:cada )?(?:semana|mes) adicional|per ogni (?:settimana|mese) (?:ulteriore|aggiuntiv[oa]|in piu)|per extra (?:week|maand)|por (?:cada )?semana (?:adicional|suplementar)|(?:angefangene|begonnene) woche|semaine (?:entamee|commencee)|semana (?:iniciada|comenzada|empezada)|settimana iniziata|begonnen week)\b/;

/** Words behind a period that say when is billed, so that it is no period of the price. */
export const billedThen =
  /^,? (?:in (?:arrears|advance)|(?:im )?voraus|nachtraglich|nachschussig|d'avance|a terme echu|por (?:adelantado|anticipado|vencido)|anticipat\w*|posticipat\w*|vooraf|achteraf|adiantad\w*)/;

/** What tells two prices of one thing apart: a week and four weeks are two, a hundred and one of a thing are one. */
export const unitKeyOf = ({ unit, base }: PerUnit): string =>
  base !== "1" && (unit === "day" || unit === "week" || unit === "month") ? `${base} ${unit}` : unit;
