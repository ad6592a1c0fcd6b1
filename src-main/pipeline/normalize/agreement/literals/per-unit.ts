import { decimalText } from "../../../../../src-shared/money/index.ts";
import { multipleOf } from "../../../../../src-shared/wording/index.ts";
import { cadenceOfUnit, unitOfWord } from "../lexicon/unit-words.ts";
import { isOrdinal } from "../lexicon/contract-years.ts";
import { perWords } from "../lexicon/per-words.ts";
import { readDigits } from "./number-atoms.ts";
import type { NumberStyle, PerUnit } from "./literal.ts";
import { mediaPricesOf } from "./media-prices.ts";
import { oneOf } from "./one-of.ts";
import { countsAnyNoun, goesOn } from "./any-noun.ts";
import { timePrices } from "./time-prices.ts";
import { isUnusualTime } from "../lexicon/time-words.ts";
import { twoWordUnits } from "./two-word-units.ts";
import { hundredsOf, monthsOf, partsOfHours, piecesOf, waysOf, weeksOf } from "./per-idioms.ts";

const perHead =
  /(?:\/ ?|\bper |\bby the |\bfor (?:each|every|any)(?: and every)? |\b(?:each|every) |\b(?:fur )?je(?:de[rnsm]?)? |\bpro |\bpar |\b(?:pour )?chaque |\b(?:por |para )?cada |\bpor |\b(?:per )?ogni |\b(?:voor )?(?:elke?|iedere?) |\bde l'|\ba l'|\ball'|\bl'|\bim (?=(?:kalender)?(?:monat|jahr|quartal|halbjahr)\b(?! (?:\d|(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)\b)))|\bam (?=tag\b)|\bin der (?=(?:woche|stunde)\b)|\bau (?=(?:mois|trimestre)\b)|\b(?:an?|a la|la|le|el|il|al|alla|ao|die|der|das|de|het) (?=[a-z]))((?:[\d][\d.,']*(?: ?(?:k|mio)(?= \p{L})| ?m(?= (?:tokens?|requests?|quer(?:y|ies)|calls?|messages?|impressions?|views?|events?|transactions?|characters?|words?|records?|rows?|operations?|executions?|invocations?|lookups?)(?!\p{L})))?|hundred|thousand|tausend|tsd\.?|mille|duizend|million|mio\.?) ?)?((?:[\p{L}²³][\p{L}\d.'²³]*)(?:-[\p{L}]+)*)(?: ((?:[\p{L}²³][\p{L}\d²³]*)(?:-[\p{L}]+)*))?(?: ((?:[\p{L}][\p{L}\d²³]*)(?:-[\p{L}]+)*))?/gu;

/** Words after "per" that make no unit of it. */
const notUnits =
  /^(?:bis|ab|hasta|jusqu|fino|ate|tot|cent|se|the|our|your|its|this|that|these|his|her|their|section|clause|exhibit|schedule|attached|annum\b.*of|party|agreement|contract|such|each|any|minimum|maximum|rate|fee|written|and|or|person's|purchase|above|below|week's|time|duty|successive|other|of|default|business|accordance|number|total|flat|full|fixed|late|lump|one|basis|single|reasonable|result|part|party's|material|rata|forma|breach|copy|credit|deposit|copy|good|case-by-case|period|pursuant|request|statement|standard|service|services)$/;

/** Articles that mean "per" right behind a price alone: "$95 an hour", "46 € la hora", "al mese". */
const article = /^(?:an?|a la|la|le|el|il|al|alla|all'|ao|die|der|das|de|het|im|am|in der|au) ?/;

/** "6 000 € à la livraison", "5.000 € a la entrega" is when, not of what. */
const atEvent = /(?:^| )(?:a la|a l'|al|alla|all'|ao|na|aan de|bij de) ?\p{L}/u;
const eventNouns =
  /^(?:livraison|entrega|consegna|levering|lieferung|firma|signature|commande|reception|fin)$/;

/** Adjectives that a unit may carry. */
const passing =
  /^(?:each|every|jede[nrsm]?|chaque|cada|ogni|ciascun[oa]?|elke?|iedere?|additional|extra|new|further|started|commenced|billable|completed|individual|worked|whole|full|geleistete[nrsm]?|gearbeitete[nrsm]?|angefangene[nrsm]?|volle[nrsm]?|travaillee?|effectuee?|prestee?|entamee?|gewerkte?|gepresteerde?|volledige?|trabajad[ao]|efectuad[ao]|lavorat[ao]|prestat[ao]|trabalhad[ao])$/;

const stopWords =
  /^(?:of|for|in|at|on|to|and|or|plus|with|by|from|as|is|are|be|shall|will|during|up|under|if|when|where|whenever|while|once|thereafter|after|before|through|until|including|inclusive|exclusive|net|with|without|the|a|an|which|that|based|not|per|each|minimum|maximum|over|above|payable|billed|due|plus|excluding|gl|hors|ht|und|et|fur|von|nach|bei|im|in|berechnet|abgerechnet|vergutet|fallig|netto|brutto|facture[es]?|facturee?s?|gefactureerd|berekend|y|e|en|con|mit|avec|met|mas|piu|oltre|used|worked|thereof|beyond|only|unless|except|rounded|invoiced|charged|pays?|paid|zahlt|bezahlt|wird|werden|betaalt|betalen|paga|pagan|pagara|paie|versera|verse|est|sont|recibe|riceve|erhalt|ontvangt|earns?|receives?|gets?|rechnen|berechnen|rekenen|wij|wir|nous|cobramos|zuzuglich|zzgl|inklusive|inkl|exklusive|exkl|ohne|mit|je|an|inclusief|exclusief|zonder|voor|sans|pour|sin|para|senza|per|sem|com|em)$/;

const rateNounStart = /^(?:hour|day|week|month|night|unit|trip|visit)[- ]?(?:rate|price)/;
const rateNouns =
  /(?<![\p{L}\d])(?:(half-day|hour|day|week|month|night|mile|unit|trip|visit|call-out|callout)[- ]rates?|tjm|tauxhoraire|monatspauschale|jahrespauschale|monatsgebuhr|monatsmiete|jahresgebuhr|mrc|mrr|unit price|unit cost|unit fee|einzelpreis|stuckpreis|prix unitaire|price each)(?![\p{L}\d])/gu;
const rateNounUnits: Readonly<Record<string, string>> = {
  "unit price": "each",
  "unit cost": "each",
  "unit fee": "each",
  einzelpreis: "each",
  stuckpreis: "each",
  "prix unitaire": "each",
  "price each": "each",
  tjm: "day",
  monatspauschale: "month",
  monatsgebuhr: "month",
  monatsmiete: "month",
  jahrespauschale: "year",
  jahresgebuhr: "year",
  mrc: "month",
  mrr: "month",
};

/** All "per" phrases of a text: "/hr", "per 1,000 impressions", "an hour", "hourly", "for each loaded mile". */
export function findPerUnits(text: string, folded: string, style: NumberStyle): readonly PerUnit[] {
  const found: PerUnit[] = [
    ...partsOfHours(folded),
    ...monthsOf(folded),
    ...weeksOf(folded),
    ...waysOf(folded),
    ...piecesOf(folded),
    ...hundredsOf(folded),
    ...timePrices(folded),
    ...mediaPricesOf(folded),
  ];
  const isTaken = (span: PerUnit["span"]): boolean =>
    found.some((other) => other.span.start < span.end && span.start < other.span.end);
  // One phrase may begin inside the words tried for the one before: "per user per month".
  const heads = new RegExp(perHead.source, "gu");
  for (let match = heads.exec(folded); match !== null; match = heads.exec(folded)) {
    const unit = readPerPhrase(
      match,
      style,
      folded.slice(Math.max(0, match.index - 5), match.index),
      folded.slice(match.index + match[0].length),
    );
    if (unit !== null && !isTaken(unit.span)) found.push(unit, ...periodBeside(unit, folded));
    heads.lastIndex =
      unit === null
        ? match.index + Math.max(1, match[0].indexOf(" "))
        : Math.max(unit.span.end, match.index + 1);
  }
  for (const match of folded.matchAll(/(?<![\p{L}\d.])[\p{L}][\p{L}.]*[\p{L}.](?![\p{L}\d])/gu)) {
    const word = Object.hasOwn(perWords, match[0]) ? match[0] : match[0].replace(/\.$/, "");
    const unit = Object.hasOwn(perWords, word) ? perWords[word] : undefined;
    const isUpper = /^[A-Z.]+$/.test(text.slice(match.index, match.index + match[0].length));
    if (unit === undefined || (/^(?:ph|pa|pw)$/.test(match[0]) && isUpper)) continue;
    const span = { start: match.index, end: match.index + word.length };
    // "The annual accounts" are a thing, not a year of price.
    if (
      /^ (?:accounts|reports?|returns?|reviews?|meetings?|statements?|audits?|inspections?|survey|turnover|revenue|budget|leave|report)\b/.test(
        folded.slice(span.end),
      )
    )
      continue;
    if (
      match[0] === "each" &&
      !/^(?: ?[.,;)(]| ?$| plus\b| for\b| per\b| (?:costs?|(?:is|are) (?:charged|priced|billed|sold|let))\b| an? (?:day|week|month|quarter|year)\b)/.test(
        folded.slice(span.end),
      )
    )
      continue;
    if (isTaken(span)) continue;
    found.push(oneOf(unit, span));
  }
  // "$105 hr": the short form right behind its price.
  for (const match of folded.matchAll(/(?<=\d ?)hrs?(?![\p{L}\d])/gu)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isTaken(span)) found.push({ ...oneOf("hour", span), isArticle: true });
  }
  for (const match of folded.matchAll(rateNouns)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const unit = unitOfWord(match[1] ?? "") ?? rateNounUnits[match[0]] ?? null;
    if (unit === null || isTaken(span)) continue;
    found.push(oneOf(unit, span));
  }
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** "£42 per vehicle and month", "je Gerät und Monat": the period that stands beside what is counted. */
function periodBeside({ cadence, span }: PerUnit, folded: string): readonly PerUnit[] {
  const [phrase = "", word = ""] =
    /^ (?:and|und|et|y|e|en) (?:(?:per|pro|par|por|al|a) )?(\p{L}+)/u.exec(folded.slice(span.end)) ?? [];
  const unit = cadence === null ? unitOfWord(word) : null;
  return unit === null || cadenceOfUnit[unit] === undefined
    ? []
    : [oneOf(unit, { start: span.end, end: span.end + phrase.length })];
}

/** "t/m 31", "s/ IVA": a letter and a stroke are short for a word; "R/t", "p/min", "c/unit" are money. */
const shortWord = /(?:^|[^\p{L}\d])(?![rpc])\p{L}$/u;
/** "Per la sicurezza" is what a sum is for, not what it counts. */
const articles = /^(?:la|le|il|lo|gli|i|el|los|las|l'|der|die|das|den|the|een|het|de|o|os|as)$/;

function readPerPhrase(
  match: RegExpMatchArray,
  style: NumberStyle,
  lead: string,
  rest: string,
): PerUnit | null {
  const start = match.index ?? 0;
  const head = match[0];
  const [, digits, ...parts] = match;
  const nouns = parts.filter(
    (word, index): word is string =>
      word !== undefined && !(index === 0 && parts.length > 1 && passing.test(word)),
  );
  const base = readBase(digits?.trim(), style);
  if (base === null) return null;
  const isArticle = article.test(head);

  const first = nouns[0] ?? "";
  const told = /^(?:la|l'|el|il|lo|o|de|het)$/.test(first) ? (nouns[1] ?? "") : first;
  if (head.startsWith("/") && shortWord.test(lead)) return null;
  if (isArticle && eventNouns.test(told) && atEvent.test(lead + head)) return null;
  // "an hourly rate": the adjective says it by itself.
  if (isArticle && (Object.hasOwn(perWords, first) || rateNounStart.test(nouns.join(" ")))) return null;
  if (isArticle && isOrdinal(told)) return null;
  // "500 € a carico del cliente" says who bears it; "al carico" counts loads.
  if (head.startsWith("a carico d")) return null;
  // "12.00 per number per month": a number of telephone, and not the number of something.
  const isNumber = first === "number" && head.startsWith("per ") && (nouns[1] ?? "per") === "per";
  if (notUnits.test(first.replace(/\.$/, "")) && !/^(?:business)$/.test(first) && !isNumber) return null;
  const isCounted = countsAnyNoun(head, lead, style, nouns);
  const taken: string[] = [];
  let unit: string | null = null;
  for (const noun of nouns) {
    const bare = noun.replace(/\.$/, "");
    if (isCounted && taken.length > 0 && goesOn.test(bare)) break;
    if (stopWords.test(bare) || (bare === "van" && /^(?:het|de) /.test(head))) break;
    taken.push(bare);
    const compound = taken.length > 1 ? twoWordUnits[taken.slice(-2).join(" ")] : undefined;
    const known = compound ?? unitOfWord(bare);
    if (known !== null && known !== undefined) {
      unit = known;
      const next = nouns[taken.length]?.replace(/\.$/, "");
      const longer =
        next !== undefined && measures.test(bare)
          ? unitOfWord(next)
          : next === undefined
            ? undefined
            : (twoWordUnits[`${bare} ${next}`] ??
              (stopWords.test(next) || (known !== "service" && timeWord.test(bare))
                ? undefined
                : unitOfWord(next)));
      if (longer === undefined || longer === null) break;
      continue;
    }
    // "£4,150 a match day": one word may say what kind of day it is.
    if (isArticle && !isCounted && (taken.length > 1 || unitOfWord(nouns[1] ?? "") === null)) return null;
  }
  if (taken.length === 0) return null;
  if (unit === null) {
    // An unknown noun after "per" or "/" is its own unit; after a bare "each" it is a plain determiner.
    const isTold =
      isCounted ||
      /^(?:\/|per |pro |je |por |par |for each |for every )/.test(head) ||
      /\b(?:to|on|for) $/.test(lead) ||
      // "$185 each push": right behind a price the word after "each" is what is counted.
      (/^(?:each|every) /.test(head) && /[\d€$£] ?$/.test(lead));
    if (!isTold || taken.length > 2 || articles.test(taken[0] ?? "")) return null;
    // "Lyon / Mâcon" are two things; behind a price, or at the head of its column, a stroke means "per".
    if (
      head.startsWith("/") &&
      lead !== "" &&
      !/[\d€$£¥₹)\-–]\)? ?$|\p{Sc}$|(?:^| )[\p{L}.]{1,6} ?$/u.test(lead)
    )
      return null;
    // "Per drawing A-7" names a thing by its number.
    if (taken.length > 1 && (taken.at(-1) ?? "").length < 4 && /^[- ]?\d/.test(rest)) return null;
    // "Per ASI-6", "per RFI 12": so does a short word alone.
    if (taken.length === 1 && (taken[0] ?? "").length < 5 && /^ ?[-#]? ?\d/.test(rest)) return null;
    unit = taken.join(" ");
    // "Night/Saturday": the head of a column that names two times.
    if ((unit.length < 3 && base === "1") || (head.startsWith("/") && isUnusualTime(unit))) return null;
  }
  const lastWord = taken.at(-1) ?? "";
  const end = start + head.indexOf(lastWord, head.length - nouns.join(" ").length) + lastWord.length;
  // "/ 50 lb bag" prices the bag, however heavy; "per 100 kg" prices the weight.
  const isSize = taken.length > 1 && measures.test(taken[0] ?? "") && unit !== unitOfWord(taken[0] ?? "");
  return {
    unit,
    base: isSize ? decimalText("1") : base,
    cadence: cadenceOfUnit[unit] ?? null,
    isArticle,
    span: { start, end },
  };
}

const measures =
  /^(?:lbs?|kgs?|g|oz|ml|cl|l|litre|liter|gal|gallon|ft|foot|inch|yard|cm|mm|m|count|ct|pound|pack)$/;
const timeWord = /^(?:hours?|days?|weeks?|months?|years?|quarters?)$/;

function readBase(digits: string | undefined, style: NumberStyle): ReturnType<typeof decimalText> | null {
  if (digits === undefined || digits === "") return decimalText("1");
  const [, few, size] = /^(\d{1,3}) ?(k|m|mio)$/.exec(digits) ?? [];
  // "per 1M tokens", "per 10k requests"; "per 10 m cable" counts metres.
  if (few !== undefined) return decimalText(`${few}${size === "k" ? "000" : "000000"}`);
  const named = /^\p{L}/u.test(digits) ? multipleOf(digits) : null;
  if (named !== null) return decimalText(String(named.count));
  return readDigits(digits.replace(/[.,]$/, ""), style)[0] ?? null;
}
