import type { RateValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import { ofDayLength } from "../clauses/day-length.ts";
import { saysSumAgain } from "./paired-sum.ts";
import { timingOf } from "../lexicon/timing-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal, QuantityLiteral } from "../literals/literal.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { hourIncrement, wholeStep } from "./increments.ts";
import type { Increment } from "./increments.ts";
import {
  billedThen,
  countsPeriods,
  isHire,
  isHireList,
  isWorkUnit,
  unitKeyOf,
  unitsOf,
} from "./price-units.ts";
import { freePartOfEach } from "./free-each-time.ts";
import { isOtherSum } from "./other-sums.ts";
import { isLeast, mustBePassed } from "./minimum-words.ts";
import { cadenceOf } from "./fee-period.ts";
import { isPricedRow } from "./priced-rows.ts";

const quantityNear = (match: FrameMatch, pattern: RegExp, unitName: string): QuantityLiteral | null => {
  const { reading, anchor } = match;
  const found = reading.literals.find((literal): literal is QuantityLiteral => {
    if (literal.type !== "quantity" || literal.unit !== unitName) return false;
    const around = `${reading.before(literal, 34)}#${reading.after(literal, 26)}`;
    return pattern.test(around) && Math.abs(literal.start - anchor.end) < 140;
  });
  return found ?? null;
};

const ceilingWords =
  /(?:no [a-z ]{2,40} (?:may|shall|will) exceed|up to|not (?:to )?exceed(?:ing)?|not exceed|maximum(?: rate| hourly rate| of)*|at most|no more than|capped at|ceiling(?: rate)? of|bis zu|maximal|au plus)[ :]*(?:a |an |the |rate of |of |hourly rate of )*$/;

function projectRate(match: FrameMatch): Projection | null {
  const { reading, anchor } = match;
  if (!isMoney(anchor)) return null;
  const { per, inherited } = unitsOf(match);
  const work = per.find(isWorkUnit) ?? per[0];
  if (work === undefined) return null;
  const phrase = itemPhrase(match);
  const minimum = quantityNear(
    match,
    /minim\w*|mindest|at least|minimum of #|min\.? #|the least|(?:billed|charged|invoiced|counted) (?:as|at|for) less than #(?!['s ]*notice)|not (?:be )?less than #|(?:no|not|not be|never|nor) fewer than #|minimaal|minste|no fewer than|au moins|al menos|almeno|pelo menos/,
    work.unit,
  );
  const increment = incrementOf(match, work.unit);
  const isCeiling =
    (anchor.isMost === true || ceilingWords.test(reading.before(anchor, 60))) &&
    !/minimum/.test(reading.before(anchor, 20));
  // "£0.042 each, quarterly in arrears" says when it is billed, not for how long the price is.
  const period = per.find(
    (other) =>
      other !== work && other.cadence !== null && !billedThen.test(reading.folded.slice(other.span.end)),
  )?.cadence;
  const value: RateValue = {
    item: phrase.item,
    ...(phrase.role !== null && { role: phrase.role }),
    unit: work.unit,
    price: anchor.value,
    ...(work.base !== "1" && { priceBase: work.base }),
    ...(minimum !== null && { minimumQuantity: minimum.value }),
    ...(increment !== null && { increment: increment.value }),
    ...(isCeiling && { ceiling: true }),
    ...(period !== null && period !== undefined && { per: period }),
  };
  const taken: Literal[] = [];
  if (minimum !== null) taken.push(minimum);
  if (increment !== null && increment.literal !== undefined) taken.push(increment.literal);
  for (const literal of reading.literals) {
    // The 1,000 of "per 1,000" and the day of "a day being 8 hours" belong to the price.
    if (per.some((unit) => literal.start >= unit.span.start && literal.end <= unit.span.end))
      taken.push(literal);
    if (literal.type === "quantity" && literal.unit === "hour" && work.unit === "day") taken.push(literal);
  }
  const hoursPerDay = work.unit === "day" ? dayLength(match) : null;
  const conditions = [hoursPerDay, freePartOfEach(reading)].filter((words) => words !== null);
  return projection<"rate">({
    type: "rate",
    key: `${phrase.item.toLowerCase()}|${unitKeyOf(work)}|${period ?? ""}`,
    value,
    weight: phrase.weight - (inherited === "heading" ? 0.05 : 0),
    taken,
    ...(conditions.length > 0 && { conditions }),
    ...(inherited === "guess" && { questions: ["unit-unsaid"] }),
    ...(inherited === "heading" &&
      match.unit.contexts.length > 0 && { contexts: match.unit.contexts.slice(-1) }),
  });
}

/** "£720 a day, a day being 7.5 hours". */
function dayLength({ reading }: FrameMatch): string | null {
  const hours = reading.literals.find(
    (literal): literal is QuantityLiteral => literal.type === "quantity" && literal.unit === "hour",
  );
  if (hours === undefined) return null;
  return hours.bound === null ? ofDayLength(hours.value) : reading.text.slice(hours.start, hours.end);
}

const incrementOf = ({ reading }: FrameMatch, unit: string): Increment | null =>
  (unit === "hour" ? hourIncrement(reading.folded, reading.literals) : null) ??
  (begun.has(unit) && wholeStep(reading.folded) ? { value: decimalText("1") } : null);

/** Units that may be begun and not ended. */
const begun: ReadonlySet<string> = new Set(["hour", "day", "week", "month", "kilometre", "mile", "page"]);

/** What is spent on the way: a bound on it limits what is passed on. */
const spentOn =
  /\b(?:hotels?|lodging|accommodation|meals?|subsistence|travel|flights?|ubernachtung\w*|verpflegung\w*|hebergement|hotel|repas|alojamiento|dietas|comidas|alloggio|pasti|alojamento|refeicoes|hotelkosten|overnachting\w*)\b/;

export const rateFrame: Frame = {
  id: "rate",
  anchors: ["money"],
  fit: (match) => {
    const { anchor, reading } = match;
    if (!isMoney(anchor) || isOtherSum(match)) return 0;
    const { per, inherited } = unitsOf(match);
    if (per.length === 0) return 0;
    if (anchor.rangeWith !== null || anchor.bound === ">" || anchor.bound === "<") return 0;
    // "$50 per hour, at most $400 per stop", "20 % of the fee, at most 20.00 per matter": a limit on what is before it.
    if (
      anchor.bound === "<=" &&
      reading.literals.some(
        (other) =>
          other.end < anchor.start &&
          ((isMoney(other) && other.per.length > 0) ||
            (other.type === "percent" && anchor.start - other.end < 60)),
      )
    )
      return 0;
    if (
      /\b(?:mindestens(?: jedoch)?|no less than|at least|al menos|almeno|pelo menos|ten minste|minimum of) ?$/.test(
        reading.before(anchor, 24),
      )
    )
      return 0;
    const work = per.some(isWorkUnit);
    if (!work && !isHire(match) && !countsPeriods(reading.folded)) return 0;
    if (per.some((unit) => /^(?:share|occurrence|accident|claimant|annum|violation)s?$/.test(unit.unit)))
      return 0;
    if (anchor.bound === "<=" && spentOn.test(reading.folded.slice(0, anchor.start))) return 0;
    if (
      isLeast(reading, anchor) ||
      /\b(?:smallest|lowest|minimum|mindest\w*|kleinste\w*|minim[oa]|minimale)\b[^.;]{0,34}$/.test(
        reading.before(anchor, 50),
      )
    )
      return 0;
    if (/^ ?(?:at (?:the )?(?:very )?least|as a minimum)\b/.test(reading.after(anchor, 22))) return 0;
    if (!work && (isHireList(match) || countsPeriods(reading.folded))) return 4.2;
    return inherited === "heading"
      ? 2.1
      : inherited === "none" && work
        ? 3.2
        : inherited === "list"
          ? 3.05
          : 2.4;
  },
  strong: ["charge", "rate"],
  weak: ["fee"],
  heading: ["rate", "fee", "charge"],
  vetoes: ["insurance", "liability", "wage", "history", "example", "listprice", "late", "threshold"],
  project: projectRate,
};

function projectFee(match: FrameMatch): Projection | null {
  const { reading, anchor, unit } = match;
  if (!isMoney(anchor)) return null;
  const { per, isOwn } = cadenceOf(match);
  if (per === null && match.facts.isPriceList) return priceEach(match);
  const defined = match.facts.definitions.get(reading)?.name;
  const phrase = defined === undefined ? itemPhrase(match) : { item: defined, role: null, weight: 0.05 };
  const questions: string[] = [];
  const falls = /falls? due (?:quarterly|annually|monthly)|payable (?:quarterly|annually|monthly)/.exec(
    reading.folded,
  );
  const stated =
    /per (?:month|quarter|year|annum|week)|\/ ?(?:mo|month|yr|year|qtr)|monthly|annual |a month|a year|each (?:month|year)/.test(
      reading.after(anchor, 24) + reading.before(anchor, 30),
    );
  if (falls !== null && !stated && per !== null && per !== "once") questions.push("fee-period-unclear");
  const installments =
    /\bin (?:(?:[a-z]+|\d+) )?(?:\(\d+\) )?(?:equal |monthly |quarterly |annual )*(?:installments?|instalments?|raten|mensualites|echeances)\b/.exec(
      reading.folded,
    );
  const yearly = /(?:in|for) years? (?:\d|one|two|three)/.exec(reading.folded);
  const waived = /\bwaived\b[^.;]{0,60}/.exec(reading.folded);
  const remainder =
    installments?.[0] ??
    waived?.[0] ??
    (yearly !== null && reading.literals.filter(isMoney).length > 1 ? yearly[0] : undefined);
  const isHedged = reading.has("hedge") || anchor.bound === "~";
  if (isHedged) questions.push("firm-or-estimate");
  if (anchor.bound !== null && anchor.bound !== "~" && anchor.bound !== "<=")
    questions.push("amount-bounded");
  return projection<"fixed-fee">({
    type: "fixed-fee",
    key: `${phrase.item.toLowerCase()}|${per ?? "once"}`,
    value: {
      item: phrase.item,
      amount: anchor.value,
      per: per ?? "once",
      timing:
        timingOf(match.facts.definitions.get(reading)?.usage ?? "") ??
        timingOf(reading.folded) ??
        timingOf(unit.contexts.at(-1)?.folded ?? ""),
    },
    weight: phrase.weight + (per === null ? -0.1 : isOwn ? 0.05 : -0.03) - (isHedged ? 0.25 : 0),
    remainder,
    questions,
  });
}

/** In a price list a price without a unit is for one of the thing. */
export function priceEach(match: FrameMatch): Projection | null {
  if (!isMoney(match.anchor)) return null;
  const { item, role, weight } = itemPhrase(match);
  return projection<"rate">({
    type: "rate",
    key: `${item.toLowerCase()}|each|`,
    value: { item, ...(role !== null && { role }), unit: "each", price: match.anchor.value },
    weight: weight - 0.1,
    questions: ["unit-unsaid"],
  });
}

/** "The following hourly rates:" over an item: what it counts holds for each of its list, but for what is due once. */
const isListed = ({ unit, reading }: FrameMatch): boolean =>
  unit.contexts.some(({ kind }) => kind === "lead-in") && !reading.has("once") && !reading.has("fee");

/** A sum that is paid ahead and set against what is due. */
const onAccount =
  /\b(?:deposit|down[- ]payment|advance payment|advance of|pre-?payment|on account|booking fee|anzahlung|vorauszahlung|acompte|arrhes|anticipo|senal|acconto|caparra|sinal|adiantamento|aanbetaling|voorschot)\b/;

export const fixedFeeFrame: Frame = {
  id: "fixed-fee",
  anchors: ["money"],
  fit: (match) => {
    const { anchor } = match;
    if (!isMoney(anchor) || anchor.rangeWith !== null || isLeast(match.reading, anchor)) return 0;
    if (mustBePassed(match.reading, anchor) || isOtherSum(match)) return 0;
    const { per, inherited } = unitsOf(match);
    if (per.some((unit) => unit.cadence !== null) && saysSumAgain(match.reading, anchor)) return 0;
    if (per.some((unit) => isWorkUnit(unit)) && (inherited !== "heading" || isListed(match))) return 0;
    if (onAccount.test(`${match.reading.before(anchor, 44)}#${match.reading.after(anchor, 24)}`)) return 0.2;
    // "Monthly fees stay within 5,500": the most that may be billed is no fee.
    if (anchor.isMost === true) return 0;
    if (per.some((unit) => unit.cadence !== null))
      return isHireList(match) ? 0.4 : inherited !== "none" ? 1.3 : isHire(match) ? 2.2 : 3.2;
    if (anchor.bound === ">" || anchor.bound === ">=" || anchor.bound === "<") return 0;
    if (
      /\b(?:half|one half|balance|remainder|remaining|installment|instalment)\b[^.;$€£]{0,24}$/.test(
        match.reading.before(anchor, 30),
      )
    )
      return 0.3;
    if (isPricedRow(match)) return 3.2;
    if (anchor.bound === "<=" || /\b(?:falls?|drops?) to (?:us)?$/.test(match.reading.before(anchor, 12)))
      return 0.3;
    return 1;
  },
  strong: ["fee", "once"],
  weak: ["charge", "recurring", "pay"],
  heading: ["fee", "charge"],
  vetoes: [
    "insurance",
    "liability",
    "wage",
    "history",
    "example",
    "listprice",
    "threshold",
    "late",
    "cap",
    "minimum",
    "reimburse",
    "refund",
    "reduce",
    "hold",
    "excess",
    "tax",
  ],
  project: projectFee,
};
