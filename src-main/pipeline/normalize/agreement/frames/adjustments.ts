import type {
  DiscountValue,
  EscalatorValue,
  LateFeeValue,
  TaxValue,
} from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { addYears } from "../../../../../src-shared/time/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { scopeDates, yearOfTerm } from "../engine/scope-dates.ts";
import type { Literal, QuantityLiteral } from "../literals/literal.ts";

const isAmount = (literal: Literal): boolean => literal.type === "percent" || literal.type === "money";

const reduceGovernor =
  /\b(?:discount(?:ed)?(?: of| by| rate of)?|reduced by|reduction of|rebate of|less(?: a)?|minus|credit of|[a-z]*rabatt(?: von)?:?|nachlass(?: von)?|remise(?: de)?|reduction de|rabais de|waive[sd]?|saving[s]? of|deduct\w*)[ :(]*(?:an? |of |the )*$/;
const reduceFollower =
  /^ ?(?:\w+ ){0,3}?(?:discount|rebate|off\b|reduction|rabatt|nachlass|remise|rabais|ermassigung|credit applies|is credited|price reduction|savings?)/;

/** What a discount applies to, as worded. */
function discountScope({ reading, anchor, segment }: FrameMatch): string {
  const rest = reading.folded.slice(anchor.end, Math.max(segment.end, anchor.end));
  const patterns = [
    /\b(?:appl(?:y|ies|ied)|off|on|to|auf|sur|of)\b (?:to )?(?:all |the |any |its |our |your |total |alle |samtliche |les |le |la |l'|tous les )*([\p{L}][\p{L} &'-]{2,40}?)(?= (?:if|when|once|for|during|until|through|from|where|provided|exceed\w*|above|over|is|are|shall|will|in|rates?$|fees?$|after|under|shown|apply|with|at|as|by)\b|[.,;(]|$)/u,
  ];
  for (const pattern of patterns) {
    const match = pattern.exec(rest);
    const word = match?.[1];
    if (
      match === null ||
      word === undefined ||
      /^(?:discount|rebate|the|this|each|every|invoice|invoices|fees|fee|total|price|prices|services|agreement|amount|amounts|rates|charges|net|order|orders|all|spend|billings|purchases|first|rechnungsbetrag|preise|prix|everything)$/.test(
        word,
      )
    )
      continue;
    const at = anchor.end + match.index + match[0].indexOf(word);
    return reading.text.slice(at, at + word.length).trim();
  }
  const subject =
    /^(?:all |the |our )?([\p{L} ]{3,30}?) (?:fees |rates |prices |charges )?(?:is|are|will be|shall be) (?:reduced|discounted)/u.exec(
      reading.folded,
    )?.[1];
  return subject === undefined ||
    /^(?:fees|rates|prices|charges|all|total|the|year \w+|first year)$/.test(subject)
    ? "agreement"
    : subject;
}

/** A threshold behind the percent belongs to it more than one before. */
const distanceTo = (anchor: Literal, literal: Literal): number =>
  literal.start >= anchor.end ? literal.start - anchor.end : 60 + anchor.start - literal.end;

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
    /\b(?:if|when|once|where|for orders|on orders|provided|on (?:annual )?(?:spend|volume)|from|after|above|over|exceeding|as soon as|ab einem|sofern|wenn|a partir de|pour toute|a toute|superieure?s? a)\b[^.;]{4,90}/.exec(
      reading.folded.slice(anchor.end),
    )?.[0] ?? (threshold === undefined ? undefined : reading.text.slice(0, anchor.start).trim());
  const scope = discountScope(match);
  const isNet =
    /\b(?:rates?|prices?|fees?) (?:shown|stated|listed|quoted|above)? ?(?:are|is) net of\b|\balready (?:reflect|include|taken)/.test(
      reading.folded,
    );
  const order = /\b(?:after|following) the [\p{L} ]{3,24} discount\b/u.test(reading.folded) ? 2 : undefined;
  const value: DiscountValue = {
    ...(anchor.type === "percent"
      ? { percent: anchor.value }
      : { amount: "value" in anchor ? anchor.value : decimalText("0") }),
    scope,
    ...(condition !== undefined && condition.length > 3 && { condition: condition.trim() }),
    ...(threshold !== undefined &&
      "value" in threshold && { threshold: threshold.value, thresholdInclusive: threshold.bound === ">=" }),
    ...(order !== undefined && { order }),
  };
  const dates = yearOfTerm(reading.folded, facts) ?? scopeDates(reading, anchor, facts);
  return projection<"discount">({
    type: "discount",
    key: `${scope.toLowerCase()}|${threshold !== undefined && "value" in threshold ? threshold.value : ""}|${/\byear (?:\d|one|two)/.exec(reading.folded)?.[0] ?? ""}`,
    value,
    from: dates.from,
    to: dates.to,
    taken: thresholds.slice(0, 1),
    ...(isNet && { remainder: "already taken into account" }),
  });
}

export const discountFrame: Frame = {
  id: "discount",
  isGiven: true,
  anchors: ["percent", "money"],
  fit: ({ anchor, reading }) => {
    if (!isAmount(anchor)) return 0;
    if (reading.has("early") && anchor.type === "percent") return 0;
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
    if (
      anchor.type === "percent" &&
      !reduceGovernor.test(reading.before(anchor, 50)) &&
      !reduceFollower.test(reading.after(anchor, 44)) &&
      !reading.has("reduce")
    )
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
    reading.literals.some((literal) => literal.type === "quantity" && literal.unit === "day")
      ? 2
      : 0,
  strong: ["early"],
  vetoes: ["late"],
  project: (match) => {
    const { reading, anchor } = match;
    const days = reading.literals.find(
      (literal): literal is QuantityLiteral => literal.type === "quantity" && literal.unit === "day",
    );
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
        days: term ?? Number(days.value),
        from: "invoice-date",
        earlyDiscount: { percent: anchor.value, days: Number(days.value) },
      },
      taken: full === undefined ? [days] : [days, full],
      ...(term === null && { questions: ["full-term-unsaid"] }),
    });
  },
};

const taxName =
  /\b(vat|gst\/hst|gst|hst|pst|qst|sales tax|use tax|value[- ]added tax|consumption tax|service tax|mwst|mehrwertsteuer|ust|umsatzsteuer|tva|iva|btw|excise)\b/;

export const taxFrame: Frame = {
  id: "tax",
  anchors: ["percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" || anchor.per.length > 0) return 0;
    const words = reading.slice(segment);
    if (!taxName.test(words) && !/\btax(?:es)?\b/.test(words)) return 0;
    return /\b(?:income tax|withh\w+|payroll|margin|penalt\w*|overdue)\b/.test(words) ? 0 : 1.3;
  },
  strong: ["tax"],
  vetoes: ["late", "hold", "reduce"],
  project: ({ reading, anchor, segment }) => {
    if (anchor.type !== "percent") return null;
    const words = reading.slice(segment);
    const name = taxName.exec(words)?.[1] ?? "tax";
    const partial =
      /\b(?:applies|apply|charged|levied|due|added|on|to) (?:only )?(?:to |on |for )?(?:all |the )?(parts|materials?|goods|equipment|labor|labour|services|hardware|software|licen[cs]es|meals|supplies|taxable [a-z]+)\b/.exec(
        words,
      )?.[1];
    const isIncluded =
      /\b(?:includ\w+|inclusive|inkl\w*|enthalten|ttc|compris\w*|in den preisen)\b/.test(words) &&
      !/\bnot includ|exclud|exclus|zzgl|plus\b/.test(words);
    const value: TaxValue = {
      category: /^(?:0|0\.0+)$/.test(anchor.value) ? "Z" : "S",
      rate: anchor.value,
      name,
      ...(partial !== undefined && { scope: partial }),
    };
    return [
      projection<"tax">({ type: "tax", key: `tax|${name}|${partial ?? ""}`, value }),
      ...(isIncluded
        ? [
            projection<"price-basis">({
              type: "price-basis",
              key: "price-basis",
              value: { includesTax: true },
            }),
          ]
        : []),
    ];
  },
};

const lateCondition =
  /\b(?:overdue|past[- ]due|late|unpaid|delinquent|not paid|not received|outstanding|verzug\w*|retard|impaye\w*|after (?:the )?due date|beyond (?:the )?due date|interest (?:at|of|rate|on|shall|will|accrues?|charge|is|runs?)|(?:bears?|accrues?|charge) interest|per cent interest|% interest|monthly interest|finance charge|verzugszinsen|zinsen|interets?|penalites)\b/;

export const lateFeeFrame: Frame = {
  id: "late-fee",
  anchors: ["percent", "money"],
  fit: ({ anchor, reading }) => {
    if (!isAmount(anchor) || !lateCondition.test(reading.folded)) return 0;
    if (
      /\b(?:deliver(?:y|ed|ies)|completion|performance|loan|principal|escrow|deposit account|judgment|note)\b/.test(
        reading.folded,
      ) &&
      !/\b(?:invoice|payment|balance|amounts?|sums?|paid)\b/.test(reading.folded)
    )
      return 0;
    if (
      anchor.type === "money" &&
      !/\b(?:charge|fee|penalty|cost|entschadigung|mahngebuhr|pauschale|indemnite|recouvrement|administrative)\b/.test(
        reading.folded,
      )
    )
      return 0;
    if (
      anchor.type === "money" &&
      /\b(?:bounced|returned (?:check|cheque|payment)|nsf|dishono)/.test(reading.folded)
    )
      return 0;
    if (
      /\b(?:ownership|equity|shares?|controlling|security interest|interest in|undivided|membership)\b/.test(
        reading.folded,
      )
    )
      return 0;
    return 1.4;
  },
  strong: ["late", "interest"],
  heading: ["late"],
  vetoes: ["wage", "refund", "warranty", "insurance"],
  zones: { boilerplate: -0.3 },
  project: ({ reading, anchor }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const per = anchor.per.find((unit) => ["day", "month", "year"].includes(unit.unit));
    const words = reading.folded;
    const near = `${reading.before(anchor, 40)} ${reading.after(anchor, 50)}`;
    const cadence =
      per !== undefined
        ? (per.unit as LateFeeValue["per"])
        : anchor.type === "money"
          ? "once"
          : /\b(?:annual(?:ly)?|per annum|p\.a\.|apr|per year|a year|jahres|yearly|l'an|par an|jahrlich)\b/.test(
                near,
              )
            ? "year"
            : /\b(?:per month|monthly|a month|each month|par mois|pro monat|monatlich)\b/.test(near)
              ? "month"
              : /\b(?:per day|daily|each day|a day)\b/.test(near)
                ? "day"
                : anchor.type === "percent" &&
                    /\b(?:added|one-time|late (?:fee|charge|penalty) of|of the (?:invoice|overdue|unpaid|outstanding))\b/.test(
                      words,
                    )
                  ? "once"
                  : null;
    const days = reading.literals.find(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" &&
        literal.unit === "day" &&
        /\b(?:after|more than|over|beyond|within|past|if not paid|unpaid for|exceed\w*|later than)\b/.test(
          reading.before(literal, 30) + reading.after(literal, 24),
        ),
    );
    const isDue = /\b(?:due date|days? (?:past|over|late|overdue|after (?:the )?due|delinquent))\b/.test(
      words,
    );
    const external =
      /\b(?:above|over|plus|uber dem|au-dessus du|points? above|in excess of) (?:the )?(?:[a-z ]{0,24})?(?:base rate|prime|basiszins\w*|bank rate|ecb|ezb|bce|libor|euribor|sofr|taux)\b|\b(?:base|prime) rate\b/.exec(
        words,
      );
    const lesser =
      /\b(?:or|and) (?:if less,?|the maximum|the highest|such lesser|the greater|whichever)[^.;]{0,60}|\b(?:lesser|greater|lower|higher) of\b[^.;]{0,60}/.exec(
        words,
      );
    const value: LateFeeValue = {
      ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
      per: cadence,
      after:
        days !== undefined && /^\d+$/.test(days.value) && isDue
          ? Number(days.value)
          : days === undefined
            ? 0
            : null,
    };
    return projection<"late-fee">({
      type: "late-fee",
      key: `late-fee|${anchor.type}`,
      value,
      remainder: external?.[0] ?? lesser?.[0],
      questions: [
        ...(cadence === null ? ["late-fee-period-unsaid"] : []),
        ...(days !== undefined && !isDue ? ["late-fee-start"] : []),
      ],
      taken: days === undefined ? [] : [days],
    });
  },
};

const upGovernor =
  /\b(?:increas\w*|rise[sn]?|go up|raise[sd]?|adjust\w*|uplift|escalat\w*|step[s]? up|grow[s]?|steig\w*|erhoh\w*|augment\w*|indexed|revised|uplift of)(?: annually| yearly| each year| automatically| upwards?)? (?:by |at |of |to |um |de |at a rate of |by up to |up to |by an amount (?:equal to )?|per year by )*(?:the greater of |the lesser of |a maximum of |no more than |not more than |at most )?$/;

export const escalatorFrame: Frame = {
  id: "escalator",
  anchors: ["percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" || !reading.has("up")) return 0;
    if (
      /\b(?:overcharge|overpay|usage|headcount|volume|liabilit\w*|scope|work|effort|quantity|quantities|budget overrun|time|duration)\b[^.;]{0,30}\bincreas/.test(
        reading.slice(segment),
      )
    )
      return 0;
    const isPrice =
      /\b(?:rates?|fees?|prices?|charges?|pricing|rent|amounts?|subscription|cpi|rpi|index|satze|preise?|vergutung|stundensatz|tarifs?|prix|loyer|redevance|uplift|escalat\w*|renewal|cost of living)\b/.test(
        reading.folded,
      ) ||
      /\b(?:escalat|adjust|increase|indexation|anpassung|revision)/.test(
        reading.unit.contexts.at(-1)?.folded ?? "",
      );
    return isPrice ? 1.3 : 0;
  },
  strong: ["up"],
  weak: ["rate", "fee", "renew"],
  heading: ["up"],
  governs: upGovernor,
  vetoes: ["interest", "liability", "insurance", "reduce", "wage", "reimburse"],
  project: (match) => {
    const { reading, anchor, facts } = match;
    if (anchor.type !== "percent") return null;
    const words = reading.folded;
    const others = reading.literals.filter((literal) => literal.type === "percent");
    if (others.length > 1 && others[0] !== anchor) return null;
    const index =
      /\b(cpi-u|cpi-w|cpi|rpi|cpih|vpi|verbraucherpreisindex|consumer price index|syntec|eci|producer price index|ppi|index)\b/.exec(
        words,
      )?.[1];
    const isCap =
      /\b(?:never|not|no) (?:to )?(?:above|exceed\w*|more than|greater than|higher than)|\bup to|\bmaximum\b|\bcapped|\bat most|\bcap of|\bceiling/.test(
        reading.before(anchor, 44),
      ) || /^ ?(?:maximum|cap|per year maximum)/.test(reading.after(anchor, 12));
    const isFloor =
      /\b(?:not less than|at least|minimum(?: of)?|greater of|floor(?: of)?|no less than|mindestens)\b[^.;]{0,12}$/.test(
        reading.before(anchor, 40),
      );
    const second = others.find((literal) => literal !== anchor && literal.start > anchor.end);
    const secondIsCap =
      second !== undefined &&
      /\b(?:never|not|no more|capped|maximum|exceed\w*|up to|at most|cap|collar|to)\b[^.;]{0,24}$/.test(
        reading.before(second, 34),
      );
    const dates = scopeDates(reading, anchor, facts);
    const isAnniversary =
      /\b(?:anniversar\w*|each (?:contract )?year|annual(?:ly)?|every year|yearly|per year|a year|each january|jahrlich|par an|annuel\w*|chaque annee|12 months)\b/.test(
        words,
      );
    const onRenewal =
      /\b(?:upon|on|at|for (?:each|any)) (?:each |any |every |such )?(?:renewal|extension)|renewal term|if the term is extended\b/.test(
        words,
      );
    const january = /\b(?:each|every|on|from) (?:1(?:st)? )?january\b|\bjanuary 1\b|\b1\. januar\b/.test(
      words,
    );
    const first =
      dates.from ??
      (isAnniversary && facts.start !== null && !january && !onRenewal ? addYears(facts.start, 1) : null);
    const compound =
      /\bcompound\w*|\bthen[- ]current|\bthen[- ]applicable|\bprior year'?s|\bprevious year'?s|\bpreceding year'?s/.test(
        words,
      )
        ? true
        : /\b(?:original|initial|simple|not compound\w*)\b[^.;]{0,40}/.test(words)
          ? false
          : null;
    const notice =
      /\b(?:on|upon|with|by|at least|after|mit) (?:at least )?[^.;,]{0,30}(?:notice|ankundigung|preavis)\b/.exec(
        words,
      )?.[0];
    if (/\bcollar\b/.test(words))
      return projection<"escalator">({
        type: "escalator",
        key: "escalator",
        value: { ...(index !== undefined && { index }), every: "year", first, compound },
        remainder: reading.text.trim(),
        questions: ["index-table", "collar"],
        taken: others,
      });
    const value: EscalatorValue = {
      ...(index === undefined && !isCap ? { percent: anchor.value } : {}),
      ...(index !== undefined && { index }),
      every: "year",
      first,
      compound,
      ...(isFloor && index !== undefined && { floor: anchor.value }),
      ...(isCap ? { cap: anchor.value } : second !== undefined && secondIsCap ? { cap: second.value } : {}),
      ...(notice !== undefined && { notice }),
    };
    const share =
      index !== undefined && !isCap && !isFloor
        ? `${reading.text.slice(anchor.start, anchor.end)} ${/^[^.;]{0,50}/.exec(reading.text.slice(anchor.end))?.[0] ?? ""}`.trim()
        : undefined;
    return projection<"escalator">({
      type: "escalator",
      key: "escalator",
      value,
      isUndated: dates.from === null,
      remainder: share ?? (onRenewal ? "on renewal" : undefined),
      questions: [
        ...(first === null ? ["escalator-first-date"] : []),
        ...(index !== undefined ? ["index-table"] : []),
        ...(isCap && index === undefined ? ["right-needs-exercise"] : []),
      ],
      taken: second !== undefined && secondIsCap ? [second] : [],
    });
  },
};
