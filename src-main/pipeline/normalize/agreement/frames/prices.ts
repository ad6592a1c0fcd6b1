import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Cadence, RateValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { Literal, MoneyLiteral, PerUnit, QuantityLiteral } from "../literals/literal.ts";
import { findPerUnits } from "../literals/per-unit.ts";

const isMoney = (literal: Literal): literal is MoneyLiteral => literal.type === "money";

/** The units of a price, its own first, else those of the price before it in a list, else of its heading. */
export function unitsOf(match: FrameMatch): {
  readonly per: readonly PerUnit[];
  readonly inherited: "none" | "list" | "heading" | "guess";
} {
  const { anchor, reading, unit } = match;
  if (!("per" in anchor)) return { per: [], inherited: "none" };
  if (anchor.per.length > 0) return { per: anchor.per, inherited: "none" };
  const before = reading.literals
    .filter((literal): literal is MoneyLiteral => isMoney(literal) && literal.end <= anchor.start)
    .at(-1);
  if (before !== undefined && before.per.length > 0 && anchor.start - before.end < 70) {
    const gap = reading.folded.slice(before.per.at(-1)?.span.end ?? before.end, anchor.start);
    if (/^ ?,? ?(?:to|auf|a) ?$/.test(reading.folded.slice(before.end, anchor.start)))
      return { per: before.per, inherited: "list" };
    const opens = /^ ?(?:[;,|]|and|while) /.test(gap) || /; /.test(gap);
    if (
      opens &&
      !/\b(?:total|fee|flat|one-time|lump|plus|minimum|maximum|not to exceed|deposit|up to|fixed|set-?up|nrc|once)\b/.test(
        gap,
      )
    )
      return { per: before.per, inherited: "list" };
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
  const isLabor = /\b(?:timekeepers?|blended rate|bill(?:ing)? rates?|labor rates?|labour rates?)\b/.test(
    reading.folded,
  );
  if (
    isLabor &&
    /\brates? (?:of|is|at|for [a-z ]{2,30} (?:is|of))? ?:? ?(?:us)?$/.test(reading.before(anchor, 44))
  ) {
    return {
      per: [
        {
          unit: "hour",
          base: decimalText("1"),
          cadence: null,
          isArticle: false,
          span: { start: anchor.start, end: anchor.start },
        },
      ],
      inherited: "guess",
    };
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

const isListOf = (gap: string): boolean =>
  gap.length < 110 &&
  !/\b(?:total|fee|flat|minimum|maximum|exceed|deposit)\b/.test(gap) &&
  /[,;]| and /.test(gap);

/** Hours, days, pieces: work and goods rather than periods of billing. */
const isWorkUnit = (per: PerUnit): boolean => per.cadence === null;

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
  const minimum = quantityNear(match, /minimum|mindest|at least|minimum of #|min\.? #/, work.unit);
  const increment = incrementOf(match, work.unit);
  const isCeiling =
    ceilingWords.test(reading.before(anchor, 60)) && !/minimum/.test(reading.before(anchor, 20));
  const period = per.find((other) => other !== work && other.cadence !== null)?.cadence;
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
  return projection<"rate">({
    type: "rate",
    key: `${phrase.item.toLowerCase()}|${work.unit}|${period ?? ""}`,
    value,
    weight: phrase.weight - (inherited === "heading" ? 0.05 : 0),
    taken,
    ...(hoursPerDay !== null && { conditions: [hoursPerDay] }),
    ...(inherited === "guess" && { questions: ["unit-unsaid"] }),
    ...(inherited === "heading" &&
      match.unit.contexts.length > 0 && { contexts: match.unit.contexts.slice(-1) }),
  });
}

function dayLength({ reading }: FrameMatch): string | null {
  const hours = reading.literals.find((literal) => literal.type === "quantity" && literal.unit === "hour");
  return hours === undefined ? null : reading.text.slice(hours.start, hours.end);
}

interface Increment {
  readonly value: DecimalText;
  readonly literal?: Literal;
}

const incrementOf = ({ reading }: FrameMatch, unit: string): Increment | null =>
  unit === "hour" ? hourIncrement(reading.folded, reading.literals) : null;

/** Billing step in hours that a text says, with the literal behind it. */
export function hourIncrement(folded: string, literals: readonly Literal[]): Increment | null {
  for (const literal of literals) {
    const around = `${folded.slice(Math.max(0, literal.start - 34), literal.start)}#${folded.slice(literal.end, literal.end + 30)}`;
    const isStep =
      /increments? (?:of )?#|#[ -]?increments?|(?:nearest|next) #|(?:units|steps|blocks|intervals) of #|# (?:units|steps|blocks|intervals)|je angefangene[rn]? #|im #-?takt|#-?takt|tranches? de #|fractions of #/.test(
        around,
      );
    if (!isStep || literal.type === "date") continue;
    if (literal.type === "quantity" && literal.unit === "minute") {
      const share = minutesToHours(literal.value);
      if (share !== null) return { value: share, literal };
    }
    if (literal.type === "quantity" && literal.unit === "hour") return { value: literal.value, literal };
    if (
      literal.type === "number" &&
      /^(?: of an hour| hour)/.test(folded.slice(literal.end, literal.end + 12))
    )
      return { value: literal.value, literal };
  }
  const named =
    /(tenths?|quarters?|half|halves|sixths?|one[- ]tenth|one[- ]quarter|quarter)[- ](?:of (?:an|the) |)hours?/.exec(
      folded,
    );
  if (
    named === null ||
    !/\b(?:increments?|rounded|nearest|next|kept|recorded|units|billed|measured|charged)\b/.test(folded)
  )
    return null;
  const word = named[1] ?? "";
  const text = /tenth/.test(word)
    ? "0.1"
    : /quarter/.test(word)
      ? "0.25"
      : /half|halves/.test(word)
        ? "0.5"
        : null;
  return text === null ? null : { value: decimalText(text) };
}

const minuteShares: Readonly<Record<string, string>> = {
  "3": "0.05",
  "5": "",
  "6": "0.1",
  "10": "",
  "12": "0.2",
  "15": "0.25",
  "20": "",
  "30": "0.5",
  "45": "0.75",
  "60": "1",
};
const minutesToHours = (minutes: string): DecimalText | null => {
  const text = minuteShares[minutes];
  return text === undefined || text === "" ? null : decimalText(text);
};

export const rateFrame: Frame = {
  id: "rate",
  anchors: ["money"],
  fit: (match) => {
    const { anchor, reading, facts } = match;
    if (!isMoney(anchor)) return 0;
    const { per, inherited } = unitsOf(match);
    if (per.length === 0) return 0;
    if (anchor.rangeWith !== null) return 0;
    const work = per.some(isWorkUnit);
    if (!work) {
      // A price per week is hire where things go out by the day and week.
      const isHire =
        facts.isRental ||
        reading.literals.some(
          (literal) =>
            literal !== anchor && isMoney(literal) && literal.per.some((unit) => unit.unit === "day"),
        );
      if (!isHire) return 0;
    }
    if (per.some((unit) => /^(?:share|occurrence|accident|claimant|annum|violation)s?$/.test(unit.unit)))
      return 0;
    return inherited === "heading" ? 2.1 : inherited === "none" && work ? 3.2 : 2.4;
  },
  strong: ["charge", "rate"],
  weak: ["fee"],
  heading: ["rate", "fee", "charge"],
  vetoes: ["insurance", "liability", "wage", "history", "example", "listprice", "late", "threshold"],
  project: projectRate,
};

const oncePattern =
  /\b(?:one[- ]time|one[- ]off|once|lump[- ]sum|flat|fixed|set-?up|installation|onboarding|mobili[sz]ation|nrc|non-?recurring|activation|einmalig\w*|pauschal\w*|festpreis|forfait\w*)\b/;

/** Cadence of a fee: its own unit, a word beside it, or the heading. */
function cadenceOf(match: FrameMatch): { readonly per: Cadence | null; readonly isOwn: boolean } {
  const { anchor, reading, segment } = match;
  const own = unitsOf(match);
  const unit = own.per.find((per) => per.cadence !== null);
  if (unit?.cadence !== null && unit?.cadence !== undefined)
    return { per: unit.cadence, isOwn: own.inherited === "none" };
  const words = reading.slice(segment);
  if (oncePattern.test(words)) return { per: "once", isOwn: true };
  const pattern = /\b(?:semi-?annual(?:ly)?|half-?yearly|each six months|halbjahrlich\w*|semestriel\w*)\b/;
  if (pattern.test(words)) return { per: "half-year", isOwn: true };
  if (
    /^(?:in )?(?:contract |lease |option )?year \d\b|^(?:in )?the (?:first|second|third|fourth|fifth) (?:contract |lease )?year\b/.test(
      words.trim(),
    )
  )
    return { per: "year", isOwn: true };
  return { per: null, isOwn: anchor.start < 0 };
}

export function timingOf(folded: string): "advance" | "arrears" | null {
  if (hasLexeme(folded, "arrears")) return "arrears";
  return hasLexeme(folded, "advance") ? "advance" : null;
}

function projectFee(match: FrameMatch): Projection | null {
  const { reading, anchor, unit } = match;
  if (!isMoney(anchor)) return null;
  const { per, isOwn } = cadenceOf(match);
  const phrase = itemPhrase(match);
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
      timing: timingOf(reading.folded) ?? timingOf(unit.contexts.at(-1)?.folded ?? ""),
    },
    weight: phrase.weight + (per === null ? -0.1 : isOwn ? 0.05 : -0.03) - (isHedged ? 0.25 : 0),
    remainder,
    questions,
  });
}

export const fixedFeeFrame: Frame = {
  id: "fixed-fee",
  anchors: ["money"],
  fit: (match) => {
    const { anchor } = match;
    if (!isMoney(anchor) || anchor.rangeWith !== null) return 0;
    const { per, inherited } = unitsOf(match);
    if (per.some((unit) => isWorkUnit(unit)) && inherited !== "heading") return 0;
    if (per.some((unit) => unit.cadence !== null)) return inherited === "none" ? 2.2 : 1.3;
    if (anchor.bound === ">" || anchor.bound === ">=" || anchor.bound === "<") return 0;
    if (
      /\b(?:half|one half|balance|remainder|remaining|installment|instalment)\b[^.;$€£]{0,24}$/.test(
        match.reading.before(anchor, 30),
      )
    )
      return 0.3;
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
    "deposit",
    "reimburse",
    "refund",
    "reduce",
    "hold",
    "excess",
    "tax",
  ],
  project: projectFee,
};
