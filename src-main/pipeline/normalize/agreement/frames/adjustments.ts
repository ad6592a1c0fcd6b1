import type { DiscountValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { addMonths } from "../../../../../src-shared/time/index.ts";
import { openingMonths } from "../../../../../src-shared/wording/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { scopeDates, yearOfTerm } from "../engine/scope-dates.ts";
import type { Reading } from "../engine/reading.ts";
import { afterDiscount, discountScope, ofTheRest } from "./discount-scope.ts";
import { obtains } from "../lexicon/obtain-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal, MoneyLiteral, QuantityLiteral } from "../literals/literal.ts";

export const isAmount = (literal: Literal): boolean => literal.type === "percent" || literal.type === "money";

const reduceGovernor =
  /\b(?:discount(?:ed)?(?: of| by| rate of)?|reduced by|reduction of|rebate of|bonus of|[a-z]*bonus(?: von)?|ruckvergutung(?: von)?|less(?: a)?|minus|credit of|[a-z]*rabatt(?: von)?:?|nachlass(?: von)?|remise(?: de)?|reduction de|rabais de|waive[sd]?|saving[s]? of|deduct\w*|cut by|lowered by|comes? down by|gewahr\w*(?: [\w.-]+){0,3}|(?:os|le|les|te) (?:hago|hacemos|aplicamos)|descuento(?: del?)?|sconto(?: del?)?|desconto(?: de)?|korting(?: van)?|accord(?:e|ons)(?: [\w.-]+){0,2}|conced\w+|(?:(?:ermassig|verminder|reduzier|verringer|minder|senk|kurz)ung(?:en)?|ermassig(?:t|en)|verminder[tn]|reduzier(?:t|en)|verringer[tn]|sink(?:t|en)|senk(?:t|en)|ge(?:senk|kurz|minder)t|kurzt|kurzen wir|wir kurzen)\b(?:(?! (?:er|ge)hoh| an(?:ge)?hob| (?:ver)?teuer| steig)[^.;]){0,80}? um|descuenta\w*(?: un[oa]?)?|rebaja\w*(?: en)?(?: un)?|(?:se )?reduc(?:e|en|ido|ida|idos|idas)(?: en)?(?: un)?|ridott[aoei] del?|riduc(?:e|ono) del?|scontat[aoei] del?|(?:reduit|diminue|minore|baisse)(?:e?s?|nt)? de|(?:verlaagd|verminderd|verlaagt) met|reduzid[oa]s? (?:em|de)|(?:einen|un[ae]?|een|um) (?:rabatt|nachlass|remise|descuento|sconto|desconto|korting) (?:von|de|del?|di|van))[ :(]*(?:einen |un |een |um )?(?:an? |of |the )*$/;

const reduceFollower =
  /^ (?:below|under|lower than|less than) (?:the |those |these |our |its )?(?:[a-z]+ )?(?<!\b(?:base|bank|prime|interest) )(?:list|prices?|rates?|charges?|tariffs?)\b|^ (?:unter (?:dem |den )?[a-z]*(?:preis|preisen|tarif|tarifen|liste)|en dessous du (?:prix|tarif)|por debajo del (?:precio|de la tarifa)|sotto il (?:prezzo|listino)|onder de [a-z]*(?:prijs|prijzen)|abaixo do preco)\b|^ (?:lower|cheaper|gunstiger|niedriger|billiger|moins cher|mas barat[oa]s?|goedkoper)\b|^ ?(?:\w+ ){0,3}?(?:discount|rebate|off\b|reduction|rabatt|nachlass|remise|rabais|ermassigung|credit applies|is credited|price reduction|savings?|descuento|de descuento|sconto|di sconto|desconto|de desconto|korting|de remise)|^[^.;]{0,40}\b(?:deduct(?:ed|ible)|deduzid[oa]|deduit\w*|abgezogen|in abzug|dedott[oa]|descontad[oa]|deducid[oa]|in mindering)\b/;

/** "Si contratáis dos jornadas o más …": the sentence opens with what the discount depends on. */
const isConditional =
  /^\W*(?:if|when|where|once|provided|si|lorsqu\w*|quand|des|wenn|sofern|falls|sobald|ab|bei|se|qualora|quando|als|indien|wanneer|mits|bij|caso|cuando|en caso|a partir)(?![\p{L}])/u;

/** What stands before the words of giving: "Si contratáis dos jornadas o más" of "… os hago un 10 %". */
function conditionAhead({ reading, anchor }: FrameMatch): string {
  const given = reduceGovernor.exec(reading.folded.slice(0, anchor.start));
  return reading.text
    .slice(0, given?.index ?? anchor.start)
    .replace(/[,\s]*(?: (?:an?|the|eine?n?|une?|un|een|um))?[,\s]*$/u, "")
    .trim();
}

/** A threshold behind the percent belongs to it more than one before. */
const distanceTo = (anchor: Literal, literal: Literal): number =>
  literal.start >= anchor.end ? literal.start - anchor.end : 60 + anchor.start - literal.end;

/** Which discount of a sentence this is, where a later one comes off what an earlier one has left; else `undefined`. */
function placeInCascade({ reading, anchor }: FrameMatch): number | undefined {
  if (!ofTheRest.test(reading.folded)) return undefined;
  const shares = reading.literals.filter(({ type }) => type === "percent");
  const at = shares.indexOf(anchor);
  if (shares.length < 2) return 2;
  return at > 0 ? at + 1 : undefined;
}

/** "Capped at 120 per invoice", "höchstens 120 €": of one invoice, unless it says which other span it is for. */
const isOfOneInvoice = (most: MoneyLiteral, { folded }: Reading): boolean => {
  const words = folded.slice(Math.max(0, most.start - 60), most.end + 60);
  return (
    most.per.every(({ unit }) => /^(?:invoice|bill|statement|document)$/.test(unit)) &&
    !/(?<![\p{L}])(?:years?|annum|annual\w*|quarters?|quarterly|months?|monthly|weeks?|total|aggregate|overall|jahr\w*|quartal\w*|monat\w*|insgesamt|ann?uel\w*|ans?|annees?|mois|trimestres?|ano|anual\w*|mes|mensual\w*|anno|mese|jaar|maand|orders?|bestellung\w*)(?![\p{L}])/u.test(
      words,
    )
  );
};

/** What a threshold counts: its unit, or the noun behind a bare number; nothing for money. */
function thresholdOf(threshold: Literal, { folded }: Reading): Pick<DiscountValue, "thresholdOf"> {
  if (threshold.type === "quantity") return { thresholdOf: `${threshold.modifier} ${threshold.unit}`.trim() };
  if (threshold.type !== "number") return {};
  const noun =
    /^ ?(?:or more |and more |or above |and above |oder mehr |et plus |ou plus |o mas |o piu |ou mais |of meer )?(?:different |separate )?([\p{L}-]{3,24})/u.exec(
      folded.slice(threshold.end),
    )?.[1];
  return { thresholdOf: noun ?? "unit" };
}

function projectDiscount(match: FrameMatch): Projection | null {
  const { reading, anchor, facts } = match;
  if (!isAmount(anchor) || anchor.type === "date") return null;
  const thresholds = reading.literals.filter(
    (literal) =>
      literal !== anchor &&
      (literal.type === "money" || literal.type === "quantity" || literal.type === "number") &&
      (literal.bound === ">" || literal.bound === ">="),
  );
  thresholds.sort(
    (one, other) => distanceTo(anchor, one) - distanceTo(anchor, other) || one.start - other.start,
  );
  const [threshold] = thresholds;
  const condition =
    /\b(?:if|when|once|where|for orders|on orders|provided|on (?:annual )?(?:spend|volume)|from|after|above|over|exceeding|as soon as|ab einem|sofern|wenn|a partir de|pour toute|a toute|superieure?s? a)\b(?:[^.;]|(?<=\d)\.(?=\d)){4,90}/.exec(
      reading.folded.slice(anchor.end),
    )?.[0] ??
    (threshold === undefined && !isConditional.test(reading.folded) ? undefined : conditionAhead(match));
  const scope = discountScope(match);
  const isNet =
    /\b(?:rates?|prices?|fees?) (?:shown|stated|listed|quoted|above)? ?(?:are|is) net of\b|\balready (?:reflect|include|taken)/.test(
      reading.folded,
    );
  const order = placeInCascade(match);
  const most = reading.literals.find(
    (literal): literal is MoneyLiteral =>
      isMoney(literal) && literal !== anchor && (literal.bound === "<=" || literal.isMost === true),
  );
  const cap = most !== undefined && isOfOneInvoice(most, reading) ? most.value : undefined;
  const value: DiscountValue = {
    ...(anchor.type === "percent"
      ? { percent: anchor.value }
      : { amount: "value" in anchor ? anchor.value : decimalText("0") }),
    scope,
    ...(condition !== undefined && condition.length > 3 && { condition: condition.trim() }),
    ...(threshold !== undefined &&
      "value" in threshold && {
        threshold: threshold.value,
        thresholdInclusive: threshold.bound === ">=",
        ...thresholdOf(threshold, reading),
      }),
    ...(cap !== undefined && { cap }),
    ...(order !== undefined && { order }),
  };
  const opening = openingMonths(reading.folded);
  const dates =
    opening !== null && facts.start !== null
      ? { from: facts.start, to: addMonths(facts.start, opening.months) }
      : (yearOfTerm(reading.folded, facts) ?? scopeDates(reading, anchor, facts));
  return projection<"discount">({
    type: "discount",
    key: `${scope.toLowerCase()}|${order ?? ""}|${threshold !== undefined && "value" in threshold ? threshold.value : ""}|${/\byear (?:\d|one|two)/.exec(reading.folded)?.[0] ?? ""}`,
    value,
    from: dates.from,
    to: dates.to,
    taken: [...thresholds.slice(0, 1), ...(most === undefined ? [] : [most])],
    ...(isNet
      ? { remainder: "already taken into account" }
      : most !== undefined && cap === undefined
        ? {
            remainder: reading.text.slice(Math.min(anchor.end, most.start), most.end).replace(/^[\s,]+/u, ""),
          }
        : opening !== null && facts.start === null && { remainder: opening.words }),
  });
}

/** "Charged at 12 % of first-year pay, reduced by each hour worked": a share that is charged takes nothing off. */
const chargedAt =
  /(?<!\p{L})(?:charged|billed|invoiced|payable|due|berechnet|verrechnet|abgerechnet|factur\p{L}+|cobra\p{L}*|fattura\p{L}+|berekend|gefactureerd|fatura\p{L}+) (?:at|mit|zu|a|al|au|del?|con|tegen|op|met|em) ?$/u;

/** "5 % off orders over 10,000, 8 % for those over 25,000": a share behind a mark of its own goes on from the one before. */
function isNextStep(reading: Reading, anchor: Literal): boolean {
  if (anchor.type !== "percent") return false;
  const shares = reading.literals.filter(({ type }) => type === "percent");
  const before = shares[shares.indexOf(anchor) - 1];
  if (before === undefined || !isReduced(reading, before)) return false;
  return reading.literals.some(
    (mark) =>
      "bound" in mark &&
      (mark.bound === ">" || mark.bound === ">=") &&
      mark.start >= before.end &&
      (mark.end <= anchor.start || mark.start - anchor.end < 40),
  );
}
/** "Above 20,000 words the client obtains 5 %": a share that is received past a mark can only come off. */
const isObtained = (reading: Reading, anchor: Literal): boolean =>
  anchor.type === "percent" &&
  obtains.test(reading.before(anchor, 30)) &&
  reading.literals.some((mark) => "bound" in mark && mark.bound?.startsWith(">") === true);
const isReduced = (reading: Reading, share: Literal): boolean =>
  reduceGovernor.test(reading.before(share, 90)) || reduceFollower.test(reading.after(share, 44));

export const discountFrame: Frame = {
  id: "discount",
  isGiven: true,
  anchors: ["percent", "money"],
  fit: ({ anchor, reading }) => {
    if (!isAmount(anchor)) return 0;
    if (isNextStep(reading, anchor) || isObtained(reading, anchor)) return 3;
    if (reading.has("early") && anchor.type === "percent") return 0;
    if (/^ ?of (?:the )?(?:[a-z]+ ){0,3}volume\b/.test(reading.after(anchor, 50))) return 0;
    if (anchor.type === "percent" && anchor.value.length > 2 && !anchor.value.includes(".")) return 0;
    if (
      /\b(?:punch[- ]?list|certificate|retain(?:s|ed|age|ing)?\b|credits? (?:stop|are limited)|work done)\b/.test(
        reading.folded,
      )
    )
      return 0;
    if (anchor.type === "money" && (anchor.bound === ">" || anchor.bound === ">=" || anchor.bound === "<="))
      return 0;
    if (reading.literals.filter((literal) => literal.type === "percent").length > 3) return 0;
    if (
      anchor.type === "money" &&
      !reduceGovernor.test(reading.before(anchor, 50)) &&
      !reduceFollower.test(reading.after(anchor, 40)) &&
      !/\bis saved\b/.test(reading.folded)
    )
      return 0;
    if (anchor.type === "percent" && !isReduced(reading, anchor) && !reading.has("reduce")) return 0;
    // "Incidentals at 3 % of the fee after discount": a share of what a discount has left takes nothing off.
    const behind = reading.after(anchor, 60).split(/[.;]/)[0] ?? "";
    if (afterDiscount.test(behind) && !reduceGovernor.test(reading.before(anchor, 90))) return 0;
    if (chargedAt.test(reading.before(anchor, 30)) && !reduceFollower.test(reading.after(anchor, 44)))
      return 0;
    return 1;
  },
  strong: ["reduce"],
  heading: ["reduce"],
  governs: reduceGovernor,
  follows: reduceFollower,
  vetoes: ["hold", "interest", "response", "deposit", "refund", "tax", "cap", "insurance", "liability"],
  project: projectDiscount,
};

/** "2 % if paid within 10 days" without the full term in the same sentence. */
export const earlyDiscountFrame: Frame = {
  id: "early-discount",
  anchors: ["percent"],
  fit: ({ anchor, reading }) =>
    anchor.type === "percent" &&
    reading.has("early") &&
    reading.literals.some(
      (literal) => literal.type === "quantity" && (literal.unit === "day" || literal.unit === "week"),
    )
      ? 2
      : 0,
  strong: ["early"],
  vetoes: ["late"],
  project: (match) => {
    const { reading, anchor } = match;
    const days = reading.literals.find(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" && (literal.unit === "day" || literal.unit === "week"),
    );
    const early = days === undefined ? 0 : Number(days.value) * (days.unit === "week" ? 7 : 1);
    if (anchor.type !== "percent" || days === undefined || !/^\d{1,3}$/.test(days.value)) return null;
    const full = reading.literals.find(
      (literal) =>
        (literal.type === "number" || (literal.type === "quantity" && literal.unit === "day")) &&
        literal !== days &&
        literal.start > days.end &&
        /\b(?:net|netto|otherwise|full|sum|balance|sonst|in|within|sinon)\b[^.;]{0,20}$/.test(
          reading.before(literal, 26),
        ),
    );
    const term =
      full !== undefined && full.type !== "date" && /^\d{1,3}$/.test(full.value) ? Number(full.value) : null;
    return projection<"payment-terms">({
      type: "payment-terms",
      key: term === null ? "early-discount" : "payment-terms",
      value: {
        days: term ?? early,
        from: "invoice-date",
        earlyDiscount: { percent: anchor.value, days: early },
      },
      taken: full === undefined ? [days] : [days, full],
      ...(term === null && { questions: ["full-term-unsaid"] }),
    });
  },
};
