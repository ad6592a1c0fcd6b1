import type { IncludedValue, OverageValue } from "../../../../../src-shared/model/index.ts";
import { exactPriceOfOne } from "../../../../../src-shared/pricing/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { parseMonth } from "../../values/month.ts";
import { isBaseOfPrice } from "../literals/price-bases.ts";
import { refersTo } from "../literals/compose.ts";
import type { Literal } from "../literals/literal.ts";
import { itemPhrase } from "../engine/item.ts";
import { countedItem } from "./counted-of.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { isTimeForFee, listsPrices } from "./fee-for-time.ts";
import { isFreeEachTime } from "./free-each-time.ts";
import { furtherNoun, unitBefore } from "./further-units.ts";
import { unitsOf } from "./price-units.ts";

const includeBefore =
  /\b(?:includ\w*|covers?|entitles? [a-z ]{0,30} to|allowance(?: of| is|:)?|up to|as many as|comprises?|buys?|free|bundled|first|block of|prepaid|entitlement(?: of| is|:)?|inklusive|inkl\.?|bis zu|jusqu'a|compres[oaie]|umfasst|beinhaltet|enthalt\w*|comprend|inclu\w*|included volume:?|allotment(?: of)?|incl\.?|(?:groups?|parties) of up to|incluid[oa]s?|incluye[n]?|hasta|inclus[oaie]|comprende|compreende|cobrem?|cubren?|copr(?:e|ono)|couvr(?:e|ent)|deckt|dekt|(?:da|dan|danno|dao) (?:derecho|diritto|direito) a|donne(?:nt)? droit a|recht op|berechtigt zu|a concurrence de|im umfang von|fino a|inclui|ate|inbegrepen|omvat|tot|bevat|comes? with|bund(?:el|le) (?:of|van)|(?:paket|kontingent|pool|credit|credito|bolsa|banque|enveloppe|banca|bank|pacchetto|monte ore|pacote|forfait|tegoed) (?:of|von|de|di|van)|(?:you|we|customer|client) (?:gets?|receives?)(?: you)?|zit(?:ten)?|zijn|stecken|premier[es]{1,2}|primer[oa]s?|prim[ei]|primeir[oa]s?|eerste|ersten?)[ :]*(?:(?:is|are|ist|sind|est|sont|es|son|sono|sao|is|zijn) )?(?:the |up to |a total of |as many as |the first )*$/;

const includeAfter =
  /^ ?(?:\S+ ){0,7}?(?:sont |sind |zijn |is |son |sono |sao )?(?:are |is )?(?:part of (?:the|your|this|each|every)|begrepen|abgegolten|ohne (?:aufpreis|berechnung|mehrkosten)|sans supplement|sin coste|senza (?:costi|addebito)|zonder (?:extra |meer)?kosten|sem custo|without (?:any )?(?:extra |further |additional )?(?:charge|cost)|free of charge|included|incl\.?(?![\p{L}])|(?:schon |bereits )?(?:dabei|mit drin|drin)(?![\p{L}])|covered|bundled|free\b|at no (?:extra|additional) (?:charge|cost)|form part of|enthalten|inklusive|inbegriffen|(?:kosten)?frei(?![\p{L}]| (?:haus|hof|lager|bau|verwendung|empfang|bordstein|grenze|wahlbar|verfugbar))|kostenlos|unentgeltlich|(?<=\b(?:est|sont|et) (?:\S+ )?)offert(?:e?s?)?(?![\p{L}])|sans frais|inclus\w*|compris\w*|inclu[iy]d\w*|gratuit\w*|gratis|compres\w*|inbegrepen|son gratuit\w*|sao gratuit\w*|sono (?:gratuit\w*|compres\w*|inclus\w*)|in the (?:price|fee)|at each stop|comes? with (?:the|your|every|each)|thrown in|per month (?:are|is) included|go(?:es)? with (?:the|your))/u;

export const includedFrame: Frame = {
  id: "included",
  anchors: ["quantity", "number"],
  fit: ({ anchor, reading, segment, unit }) => {
    if (anchor.type === "number" && countedNoun(reading, anchor) === null) return 0;
    if (anchor.type !== "quantity" && anchor.type !== "number") return 0;
    if (anchor.type === "quantity" && anchor.isTime && !["hour", "minute", "day"].includes(anchor.unit))
      return 0;
    if (anchor.bound === ">" || anchor.bound === ">=" || isBeyond(reading, anchor)) return 0;
    if (isBaseOfPrice(anchor, reading.literals) || isFreeEachTime(reading)) return 0;
    if (isTimeForFee(reading, anchor)) return 3.4;
    // "What you get each month for the retainer: • 40 hours of team time".
    const leadIn = unit.contexts.at(-1);
    if (leadIn?.kind === "lead-in" && whatIsIn.test(leadIn.folded) && anchor.start < 4) return 3.4;
    if (
      /(?:month|year|week|quarter|mo|yr)\.? ?\($/.test(reading.before(anchor, 12)) &&
      /^ ?\)/.test(reading.after(anchor, 3))
    )
      return 3.4;
    // "L'enveloppe mensuelle passe de trois à cinq heures": what is included changes.
    if (reading.has("include") && changesTo.test(reading.before(anchor, 44))) return 3.4;
    const words = reading.slice(segment);
    if (
      /\b(?:not limited to|notice|within|response|warrant\w*|business days?|working days?|due|net)\b/.test(
        words,
      )
    )
      return 0;
    if (/\btax\b/.test(words) && !includeBefore.test(reading.before(anchor, 44))) return 0;
    return includeBefore.test(reading.before(anchor, 50)) || includeAfter.test(reading.after(anchor, 50))
      ? 1.4
      : 0;
  },
  strong: ["include"],
  weak: ["fee"],
  heading: ["include"],
  follows: includeAfter,
  vetoes: ["insurance", "liability", "notice", "response", "warranty", "dispute"],
  project: (match) => {
    const { reading, anchor } = match;
    const counted = anchor.type === "quantity" ? anchor : countedNoun(reading, anchor);
    if (counted === null || anchor.type === "date" || anchor.type === "multiplier") return null;
    const cadence =
      anchor.per.find((per) => per.cadence !== null)?.cadence ??
      periodIn(reading.folded) ??
      periodIn(reading.unit.contexts.at(-1)?.folded ?? "") ??
      // "… monthly EUR 2,400. Twenty hours are included in it."
      periodIn(reading.unit.previous?.folded ?? "");
    const rollover =
      /\b(?:(?:carr(?:y|ies|ied)|roll(?:s|ed)?) (?:over|forward)|carried into|ubertragen|ubertragbar|report(?:es|ees|ables)|se acumulan|riportat\w*|transit\w*|doorgeschoven)\b/.test(
        reading.folded,
      ) && !/\b(?:not|no|never|lapse)\b/.test(reading.folded);
    const periods = rollover
      ? /\b(?:one|1|a single|next) (?:\(1\) )?(?:calendar )?(?:month|period|quarter)\b/.test(reading.folded)
        ? 1
        : null
      : null;
    const value: IncludedValue = {
      item: countedItem(reading, anchor, counted),
      quantity: anchor.value,
      unit: counted.unit,
      per: cadence,
      ...(periods !== null && { rollover: { periods } }),
    };
    return projection<"included">({
      type: "included",
      key: `included|${counted.unit}|${counted.modifier}`,
      value,
      questions: cadence === null ? ["included-period-unsaid"] : [],
      ...(rollover && periods === null && { remainder: "carry-over" }),
    });
  },
};

const changesTo =
  /\b(?:from|von|de|da|del|van) (?:the )?[\p{L}\d.,]+(?: [\p{L}]+)? (?:to|auf|a|al|tot|naar|para) $/u;

/** "Extra licences", "beyond 20 hours", "5 additional users": more than what is included. */
function isBeyond(reading: Reading, anchor: Literal): boolean {
  const before =
    reading
      .before(anchor, 60)
      .split(/[,;.:]/)
      .at(-1) ?? "";
  const own = anchor.type === "quantity" ? anchor.modifier : "";
  return (
    /\b(?:additional|extra|further|excess|weitere\p{L}*|zusatzlich\p{L}*|supplementaires?|adicional\p{L}*|aggiuntiv\p{L}*|ulterior\p{L}*|meer)\b/u.test(
      own,
    ) ||
    /\b(?:over|above|beyond|past|exceed\p{L}*|in excess of|more than|additional|extra|further|every|uber|ab|mehr als|weitere\p{L}*|jede\p{L}*|au-dela de|depass\p{L}*|plus de|mas de|a partir de|exced\p{L}*|superar\p{L}*|cada|oltre|piu di|ogni|boven|meer dan|elke|acima de|mais de)(?: (?:the|these|those|first|les?|las?|los|gli|de|den|die|der|das|of))* ?$/u.test(
      before,
    )
  );
}

const whatIsIn =
  /\b(?:what you get|you (?:get|receive)|includes?|included|covers?|comprises?|contains?|enthalt\w*|umfasst|comprend|incluye|comprende|inclui|omvat|bevat)\b/;
/** "Os primeiros 200 sem custo": the next word is no noun. */
const notCountedBehind = /^ (?:sem|sin|sans|senza|zonder|ohne|without|kostenlos|gratis)(?![\p{L}])/u;
const notCounted =
  /^(?:of|and|or|to|per|the|an?|in|for|at|on|by|as|is|are|if|with|from|after|before|und|oder|et|ou|y|e|en|included|free|inklusive|enthalten|each|times|percent|%)$/;

/** "300 boekingen", "2,000,000 rows", "Named users: 40 included": a count of things that no list of units knows. */
export function countedNoun(
  reading: Reading,
  anchor: Literal,
): { readonly unit: string; readonly modifier: string } | null {
  if (anchor.type !== "number") return null;
  // "Five user accounts" counts as digits do; "one" is an article in most of the languages.
  if (anchor.wording !== "digits" && anchor.value.length === 1 && anchor.value < "2") return null;
  if (notCountedBehind.test(reading.folded.slice(anchor.end))) return null;
  // "The 1987 Act", "14 mars", "Absatz 3 sind …": years, days and numbers of clauses count nothing.
  if (/^(?:19|20)\d\d$/.test(anchor.value) || refersTo.test(reading.before(anchor, 16))) return null;
  const behind = /^ ([\p{L}-]{3,24})(?: ([\p{L}-]{3,24}))?/u.exec(reading.folded.slice(anchor.end));
  const [first, second] = [behind?.[1], behind?.[2]];
  if (first !== undefined && parseMonth(first) !== null) return null;
  if (first !== undefined && !notCounted.test(first)) {
    const isPair =
      second !== undefined && !notCounted.test(second) && second.endsWith("s") && !first.endsWith("s");
    return { unit: isPair ? second : first, modifier: isPair ? first : "" };
  }
  // "Text messages: £0.042 each; the first 1,000 a quarter are free": counted by what the row is about.
  const free =
    /^(?: (?:per|an?|each|je|pro|im|par|por|al?|per|ao) [\p{L}]+)? (?:are|is|sind|sont|son|sono|sao|zijn) (?:free|included|gratis|frei|kostenlos|kostenfrei|inklusive|inbegriffen|gratuit\p{L}*|inclus\p{L}*|incluid\p{L}*|compres\p{L}*|inbegrepen)/u;
  const row = /^([\p{L}][\p{L} '-]{2,40}?)(?::| \|)/u.exec(reading.folded)?.[1];
  if (row !== undefined && free.test(reading.folded.slice(anchor.end))) return { unit: row, modifier: "" };
  const label = /([\p{L}-]{3,24}): ?$/u.exec(reading.folded.slice(0, anchor.start))?.[1];
  return label === undefined ||
    !/^ ?(?:included|free|incl\b|inklusive|inclus|incluid|inbegrepen)/.test(reading.after(anchor, 16))
    ? null
    : { unit: unitOfWord(label) ?? label, modifier: "" };
}

export function periodIn(folded: string): IncludedValue["per"] {
  if (
    /\b(?:month\w*|monat\w*|mois|mensuel\w*|mes|meses|mensua\w*|mese|mesi|mensil\w*|mensa(?:l|is)|maand\w*|pcm)\b/.test(
      folded,
    )
  )
    return "month";
  if (/\b(?:quarter\w*|quartal\w*|trimest\w*)\b/.test(folded)) return "quarter";
  if (
    /\b(?:years?|yearly|annual\w*|annum|jahr\w*|annee|annuel\w*|ano|anual\w*|anno|annual[ei]|jaar\w*)\b/.test(
      folded,
    )
  )
    return "year";
  return /\bweek\w*\b/.test(folded) ? "week" : null;
}

const excessCue =
  /\b(?:exced\w*|rebas\w*|sobrepas\w*|superen|superan|depassent|depassant|ecced\w*|ultrapass\w*|uberschreit\w*|hinausgehend\w*|hinaus|uber (?:die|das|den) (?:inbegriffene\w*|enthaltene\w*|inkludierte\w*)|additional|extra|further|excess|overage|over(?:run)?s?|above|beyond|past|in excess of|more than|exceed\w*|used up|weitere[rnsm]?|jede weitere|zusatzlich\w*|daruber hinaus|mehr\w*|au-dela|supplementaires?|depassement|oltre|adicional\w*|suplementari\w*|aggiuntiv\w*|ulterior\w*|supplementar\w*|daarboven|boven|par dela|extra)\b/;

export const overageFrame: Frame = {
  id: "overage",
  anchors: ["money"],
  fit: (match) => {
    const { anchor, reading, segment } = match;
    if (anchor.type !== "money" || anchor.rangeWith !== null || listsPrices(reading, anchor)) return 0;
    if (anchor.bound === ">" || anchor.bound === ">=") return 0;
    const words = reading.folded.slice(segment.start, Math.max(anchor.end, segment.start));
    const all = reading.slice(segment);
    const isIncluded =
      /\b(?:inclu\w*|inbegr\w*|inkl\w*|compris\w*|bundel|tegoed|bolsa|banque|franquicia|pacchetto|pacote|kontingent|freimenge|allot\w*|allowance|commit\w*|free time|block|used up|enthalten\w*|inklusiv\w*|inclus\w*|compres\w*|umfasst|inbegrepen|quota|volume|plan|overage|uberschreit\w*|excess)\b/.test(
        `${reading.folded} ${reading.unit.previous?.folded ?? ""} ${reading.unit.contexts.at(-1)?.folded ?? ""}`,
      );
    if (!excessCue.test(words) && !/\b(?:overage|beyond|in excess|above the)\b/.test(all)) return 0;
    if (
      /\b(?:additional (?:charge|fee|cost|insured)|over (?:a|the|\d+) ?(?:year|month|term|period)|hours? (?:over|in excess of) (?:40|forty|8|eight)(?= (?:hours? )?(?:a|per|in (?:a|any)|each) (?:week|day))|overtime|exceed \$|shall not exceed|not above|not over|receipts?|expenses|orders? (?:over|above|reaching)|any excess)\b/.test(
        all,
      )
    )
      return 0;
    const units = unitsOf(match).per;
    // "Two rounds are included, each further one costs $180": counted by what was included before.
    const named =
      unitBefore(words) ??
      (isIncluded ? furtherNoun(words) : null) ??
      (furtherOne.test(words) ? unitBefore(reading.folded.slice(0, anchor.start)) : null);
    if (
      units.length === 0 &&
      !furtherThings.test(words) &&
      (named === null ||
        !/\b(?:additional|extra|further|excess|overage|every further|each further|weitere[rns]?|zusatzliche[rns]?|supplementaires?) (?:[\p{L}-]+ ){0,3}?(?:is|are|at|costs?|will|shall|:|wird|werden|a|charged|billed|-)|^(?:extra|additional|further|overage)|^\s*(?:any )?[\p{L}-]+ (?:beyond|above|over|past|in excess of)\b/u.test(
          words,
        ))
    )
      return 0;
    const isFurther =
      /\b(?:additional|extra|further|weitere[rns]?|zusatzliche[rns]?|ulteriore|adicional) [\p{L}-]+|\b[\p{L}-]+ (?:supplementaires?|adicional(?:es)?|adicionais|suplementari[oa]s?|excedentes?|aggiuntiv[oaei]|ulterior[ei]|eccedent[ei]|supplementar[ei])\b/u.exec(
        words,
      );
    if (isFurther !== null && unitBefore(isFurther[0]) !== null && unitBefore(isFurther[0]) !== "each")
      return isIncluded ? 4 : 3.6;
    if (isIncluded && furtherNoun(words) !== null) return 4;
    const isBeyond =
      /^[\s,(]*(?:any )?([\p{L}-]+) (?:beyond|above|over|past|in excess of) (?:the |those |that |\d|[a-z]+ty\b|ten\b|twenty)/u.exec(
        words,
      );
    if (isBeyond !== null && unitOfWord(isBeyond[1] ?? "") !== null) return 4.2;
    if (isIncluded && units.length > 0 && pastIncluded.test(words)) return 7;
    const counted = units.find((unit) => unit.cadence === null)?.unit;
    // "Additional cleaners at £16 an hour" are more of a thing, not more than an allowance.
    if (!isIncluded && counted !== undefined && (counted === "each" ? named === null : named !== counted))
      return 0;
    // "Per kilometre beyond the boundary" opens its own row: what it counts was never included.
    if (!isIncluded && /^(?:per|pro|je|par|por|a) /.test(reading.folded)) return 0;
    return isIncluded ? 3.2 : 2.2;
  },
  strong: ["excess"],
  weak: ["charge", "include"],
  heading: ["excess"],
  vetoes: ["insurance", "liability", "late", "threshold", "wage"],
  project: (match) => {
    const { reading, anchor, segment } = match;
    if (anchor.type !== "money") return null;
    const words = reading.folded.slice(segment.start, anchor.start);
    const per = unitsOf(match).per.find((unit) => unit.cadence === null);
    const further = furtherNoun(words);
    const unit =
      per?.unit ??
      (further === null ? null : (unitOfWord(further) ?? further)) ??
      unitBefore(words) ??
      unitBefore(reading.folded.slice(0, anchor.start));
    if (unit === null || unit === undefined) return null;
    const phrase = itemPhrase(match);
    const isEach = unit === "each";
    const named = isEach ? (unitBefore(words) ?? unit) : unit;
    const one = per === undefined ? anchor.value : exactPriceOfOne(anchor.value, per.base);
    const value: OverageValue = { item: phrase.item, unit: named, price: one ?? anchor.value };
    const started = /\b(?:or (?:part|fraction)|per started|or fraction thereof)\b/.exec(reading.folded);
    return projection<"overage">({
      type: "overage",
      key: `overage|${named}`,
      value,
      weight: 0.05,
      remainder: started?.[0] ?? (per !== undefined && one === null ? `per ${per.base}` : undefined),
      taken: reading.literals.filter(
        (literal) =>
          literal.type === "quantity" &&
          (literal.bound === ">" ||
            /\b(?:over|above|beyond|past|in excess of|exceed\w*)\b[^.;]{0,12}$/.test(
              reading.before(literal, 24),
            )),
      ),
    });
  },
};

/** "Las horas que excedan de las incluidas", "uren boven de bundel", "über die inbegriffene Menge hinaus". */
const pastIncluded =
  /\b(?:que (?:excedan|superen|exceden|superan|excederem|ultrapassarem|excedam)|qui (?:depassent|excedent)|che (?:eccedono|superano|eccedano)|boven (?:de|het|dit|deze)|buiten (?:de|het) (?:bundel|tegoed|abonnement)|au-dela (?:de|du|des)|par-dela|oltre (?:i|le|il|la|quest\w*)|acima (?:de|do|da|dos|das)|uber (?:die|das|den|dies\w*) (?:\w+ ){0,2}?(?:menge|stunden|kontingent|volumen|anzahl)|hinausgehend\w*|daruber hinaus\w*|beyond (?:the|those|that|this|these)|over (?:the|those|that) (?:included|allowance|bundle)|above (?:the|those|that) (?:included|allowance|bundle))\b/;

/** "Las horas adicionales", "ogni intervento ulteriore", "as horas excedentes": the noun stands before what makes it more. */
const furtherThings =
  /\b(?:las?|los|el|cada|gli|le|i|ogni|as|os|les?|chaque|toute) [\p{L}-]{3,24} (?:de [\p{L}-]+ )?(?:supplementaires?|adicional(?:es)?|adicionais|suplementari[oa]s?|excedentes?|aggiuntiv[oaei]|ulterior[ei]|eccedent[ei]|supplementar[ei])\b/u;

const furtherOne =
  /\b(?:(?:each|every|any) (?:further|additional|extra|more)(?: one)?|jede[rs]? weitere|chacun[e]? en plus|cada (?:uno )?adicional|ogni ulteriore|elke (?:extra|volgende))\b/;
