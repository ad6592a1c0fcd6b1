import type {
  ExpensesValue,
  IncludedValue,
  OverageValue,
  TimeRulesValue,
} from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import type { Literal, MoneyLiteral, QuantityLiteral } from "../literals/literal.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { hourIncrement, unitsOf } from "./prices.ts";

const includeBefore =
  /\b(?:includ\w*|covers?|entitles? [a-z ]{0,30} to|allowance(?: of| is|:)?|up to|as many as|comprises?|buys?|free|bundled|first|block of|prepaid|entitlement(?: of| is|:)?|inklusive|inkl\.?|umfasst|beinhaltet|enthalt\w*|comprend|inclu\w*|included volume:?|allotment(?: of)?)[ :]*(?:the |up to |a total of |as many as |the first )*$/;
const includeAfter =
  /^ ?(?:\S+ ){0,5}?(?:sont |sind )?(?:are |is )?(?:included|covered|bundled|free\b|at no (?:extra|additional) (?:charge|cost)|form part of|enthalten|inklusive|inclus\w*|compris\w*)/;

export const includedFrame: Frame = {
  id: "included",
  anchors: ["quantity"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "quantity") return 0;
    if (anchor.isTime && !["hour", "minute", "day"].includes(anchor.unit)) return 0;
    if (anchor.bound === ">" || anchor.bound === ">=") return 0;
    if (
      /(?:month|year|week|quarter|mo|yr)\.? ?\($/.test(reading.before(anchor, 12)) &&
      /^ ?\)/.test(reading.after(anchor, 3))
    )
      return 3.4;
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
  vetoes: ["insurance", "liability", "notice", "response", "warranty", "dispute", "excess"],
  project: (match) => {
    const { reading, anchor } = match;
    if (anchor.type !== "quantity") return null;
    const cadence =
      anchor.per.find((per) => per.cadence !== null)?.cadence ??
      periodIn(reading.folded) ??
      periodIn(reading.unit.contexts.at(-1)?.folded ?? "");
    const rollover =
      /\b(?:carry|carries|roll(?:s|ed)?) (?:over|forward)\b/.test(reading.folded) &&
      !/\b(?:not|no|never|lapse)\b/.test(reading.folded);
    const periods = rollover
      ? /\b(?:one|1|a single|next) (?:\(1\) )?(?:calendar )?(?:month|period|quarter)\b/.test(reading.folded)
        ? 1
        : null
      : null;
    const value: IncludedValue = {
      item: anchor.modifier === "" ? anchor.unit : anchor.modifier,
      quantity: anchor.value,
      unit: anchor.unit,
      per: cadence,
      ...(periods !== null && { rollover: { periods } }),
    };
    return projection<"included">({
      type: "included",
      key: `included|${anchor.unit}|${anchor.modifier}`,
      value,
      questions: cadence === null ? ["included-period-unsaid"] : [],
      ...(rollover && periods === null && { remainder: "carry-over" }),
    });
  },
};

function periodIn(folded: string): IncludedValue["per"] {
  if (/\b(?:month\w*|monat\w*|mois|mensuel\w*|pcm)\b/.test(folded)) return "month";
  if (/\b(?:quarter\w*|quartal\w*|trimest\w*)\b/.test(folded)) return "quarter";
  if (/\b(?:years?|yearly|annual\w*|annum|jahr\w*|annee|annuel\w*)\b/.test(folded)) return "year";
  return /\bweek\w*\b/.test(folded) ? "week" : null;
}

const excessCue =
  /\b(?:additional|extra|further|excess|overage|over(?:run)?s?|above|beyond|past|in excess of|more than|exceed\w*|used up|weitere[rnsm]?|jede weitere|zusatzlich\w*|daruber hinaus|mehr\w*|au-dela|supplementaires?|depassement)\b/;

export const overageFrame: Frame = {
  id: "overage",
  anchors: ["money"],
  fit: (match) => {
    const { anchor, reading, segment } = match;
    if (anchor.type !== "money" || anchor.rangeWith !== null || anchor.bound === ">" || anchor.bound === ">=")
      return 0;
    const words = reading.folded.slice(segment.start, Math.max(anchor.end, segment.start));
    const all = reading.slice(segment);
    const isIncluded =
      /\b(?:includ\w*|allot\w*|allowance|commit\w*|free time|block|used up|enthalten\w*|inklusiv\w*|inclus\w*|quota|volume|plan|overage|uberschreit\w*|excess)\b/.test(
        `${reading.folded} ${reading.unit.previous?.folded ?? ""} ${reading.unit.contexts.at(-1)?.folded ?? ""}`,
      );
    if (!excessCue.test(words) && !/\b(?:overage|beyond|in excess|above the)\b/.test(all)) return 0;
    if (
      /\b(?:additional (?:charge|fee|cost|insured)|over (?:a|the|\d+) ?(?:year|month|term|period)|hours? (?:over|in excess of) (?:40|forty|8|eight)|overtime|exceed \$|shall not exceed|not above|not over|receipts?|expenses|orders? (?:over|above|reaching)|any excess)\b/.test(
        all,
      )
    )
      return 0;
    const units = unitsOf(match).per;
    const named = unitBefore(words);
    if (
      units.length === 0 &&
      (named === null ||
        !/\b(?:additional|extra|further|excess|overage|every further|each further|weitere[rns]?|zusatzliche[rns]?|supplementaires?) (?:[\p{L}-]+ ){1,3}?(?:is|are|at|costs?|will|shall|:|wird|werden|a|charged|billed|-)|^(?:extra|additional|further|overage)|^\s*(?:any )?[\p{L}-]+ (?:beyond|above|over|past|in excess of)\b/u.test(
          words,
        ))
    )
      return 0;
    const isFurther =
      /\b(?:additional|extra|further|weitere[rns]?|zusatzliche[rns]?) [\p{L}-]+|\b[\p{L}-]+ supplementaires?\b/u.exec(
        words,
      );
    if (isFurther !== null && unitBefore(isFurther[0]) !== null && unitBefore(isFurther[0]) !== "each")
      return isIncluded ? 4 : 3.6;
    const isBeyond =
      /^[\s,(]*(?:any )?([\p{L}-]+) (?:beyond|above|over|past|in excess of) (?:the |those |that |\d|[a-z]+ty\b|ten\b|twenty)/u.exec(
        words,
      );
    if (isBeyond !== null && unitOfWord(isBeyond[1] ?? "") !== null) return 4.2;
    const counted = units.find((unit) => unit.cadence === null)?.unit;
    // "Additional cleaners at £16 an hour" are more of a thing, not more than an allowance.
    if (!isIncluded && counted !== undefined && counted !== "each" && named !== counted) return 0;
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
    const unit = per?.unit ?? unitBefore(words);
    if (unit === null || unit === undefined) return null;
    const phrase = itemPhrase(match);
    const isEach = unit === "each";
    const named = isEach ? (unitBefore(words) ?? unit) : unit;
    const value: OverageValue = { item: phrase.item, unit: named, price: anchor.value };
    const started = /\b(?:or (?:part|fraction)|per started|or fraction thereof)\b/.exec(reading.folded);
    return projection<"overage">({
      type: "overage",
      key: `overage|${named}`,
      value,
      weight: 0.05,
      remainder: started?.[0] ?? (per !== undefined && per.base !== "1" ? `per ${per.base}` : undefined),
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

/** The last unit noun of the words before a price: "additional hours are charged at". */
function unitBefore(folded: string): string | null {
  const words = folded.split(/[^\p{L}-]+/u).filter((word) => word.length > 1);
  for (const word of words.reverse()) {
    const unit = unitOfWord(word);
    if (unit !== null && !["month", "year", "quarter", "week"].includes(unit)) return unit;
  }
  return null;
}

const expenseTypes: readonly (readonly [string, RegExp])[] = [
  ["travel", /\b(?:travel|reise\w*|deplacement\w*|transport\w*)\b/],
  ["mileage", /\bmileage|\bmiles?\b|\bkilometers?|\bkm\b/],
  ["lodging", /\b(?:lodging|hotel|accommodation|ubernachtung\w*|hebergement)\b/],
  ["meals", /\b(?:meals?|subsistence|per diem|verpflegung\w*|repas)\b/],
  ["airfare", /\b(?:airfare|flights?|air travel)\b/],
  ["materials", /\b(?:materials?|parts|material\w*)\b/],
  ["subcontractors", /\b(?:subcontract\w*|third[- ]party|subunternehmer\w*|sous-traitan\w*)\b/],
  ["postage", /\bpostage|courier\b/],
  ["printing", /\b(?:printing|copying|copies|reproduction)\b/],
  ["permits", /\bpermits?\b/],
];
const expenseCue =
  /\b(?:reimburs\w*|expenses?|out[- ]of[- ]pocket|at cost|actual cost|pass(?:ed)?[- ]through|disbursements?|cost plus|plus a|mark-?up|marked up|receipts|receipts? for|per diem|lodging|mileage|meals?|subsistence|airfare|travel (?:costs?|expenses?)|spesen|auslagen|reisekosten|fahrtkosten|frais|debours|justificatifs?|materials? (?:at|are|is|will))\b/;

const typesIn = (folded: string): readonly string[] =>
  expenseTypes.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);

export const expensesFrame: Frame = {
  id: "expenses",
  anchors: ["money", "percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "money" && anchor.type !== "percent") return 0;
    const words = reading.slice(segment);
    if (
      /\b(?:arising|resulting|attorneys?|legal|audit|claims?|investigation|examination|indemn\w*|remedy|breach)\b/.test(
        words,
      )
    )
      return 0;
    const heading = reading.unit.contexts.at(-1)?.folded ?? "";
    if (
      !expenseCue.test(words) &&
      !(/\b(?:expenses?|reimburs|spesen|frais)/.test(heading) && typesIn(words).length > 0)
    )
      return 0;
    if (anchor.type === "percent")
      return /\b(?:mark-?up|marked up|plus|handling|administration|administrative|overhead|surcharge|uplift|on cost|over cost|aufschlag|zuschlag|majoration)\b/.test(
        `${reading.before(anchor, 40)} ${reading.after(anchor, 40)}`,
      ) &&
        /\b(?:cost|costs|expenses|materials?|subcontract\w*|parts|invoice|kosten|frais|third)\b/.test(words)
        ? 1.8
        : 0;
    if (
      /\b(?:fees and expenses|fees (?:and|including) (?:costs|expenses)|including (?:all )?expenses|inclusive of (?:all )?(?:travel|expenses))\b/.test(
        words,
      ) &&
      /\b(?:fee|total|not exceed|nte|cap)/.test(words)
    )
      return 0;
    const isBounded =
      anchor.bound !== null ||
      /\b(?:cap(?:ped)?|limit(?:ed)?|maximum|receipts?|approv\w*|consent|per diem|daily allowance)\b/.test(
        words,
      );
    const isAllowance =
      anchor.per.length > 0 &&
      /\b(?:lodging|hotel|meals?|per diem|mileage|subsistence|accommodation|verpflegung|repas|ubernachtung|travel)\b/.test(
        reading.before(anchor, 40),
      );
    if (!isBounded && !isAllowance) return 0;
    if (isAllowance && /\bper diem\b|\bmeals?\b|\blodging\b|\bhotel\b/.test(words)) return 4;
    return 1.6;
  },
  strong: ["reimburse"],
  heading: ["reimburse"],
  vetoes: ["insurance", "liability", "wage", "late", "interest"],
  project: (match) => projectExpenses(match),
};

function projectExpenses({ reading, anchor, segment }: FrameMatch): Projection | null {
  const words = reading.slice(segment);
  const types = typesIn(words);
  const base: ExpensesValue = types.length > 0 ? { types } : {};
  const key = `expenses|${types.join("+")}`;
  if (anchor.type === "percent")
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|markup`,
      value: { ...base, markupPercent: anchor.value },
    });
  if (anchor.type !== "money") return null;
  const around = `${reading.before(anchor, 44)}#${reading.after(anchor, 30)}`;
  if (
    anchor.bound !== "<=" &&
    /\breceipts?\b|\bbeleg\w*|\bjustificatif/.test(words) &&
    /\b(?:over|above|exceed\w*|more than|greater than|in excess of|uber|plus de|or more|of)\b[^#]{0,24}#/.test(
      around,
    )
  ) {
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|receipt`,
      value: { ...base, receiptAbove: anchor.value },
      questions: /\bor more\b/.test(reading.after(anchor, 10)) ? ["receipt-threshold-inclusive"] : [],
    });
  }
  if (
    /\b(?:approval|consent|approved|authori[sz]\w*|prior)\b/.test(words) &&
    /\b(?:over|above|exceed\w*|past|more than|in excess of)\b[^#]{0,20}#/.test(around)
  ) {
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|approval`,
      value: base,
      conditions: [reading.text.slice(segment.start, segment.end).trim()],
      weight: -0.1,
    });
  }
  const unit = anchor.per.find((per) => per.cadence === null);
  if (unit !== undefined && /^(?:mile|kilometre)$/.test(unit.unit)) {
    return projection<"rate">({
      type: "rate",
      key: `mileage|${unit.unit}|`,
      value: { item: "mileage", unit: unit.unit, price: anchor.value },
    });
  }
  if (unit !== undefined)
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|unit`,
      value: { ...base, unitCap: anchor.value },
      conditions: [reading.text.slice(anchor.start, Math.max(anchor.end, unit.span.end))],
    });
  const per = anchor.per[0];
  return projection<"expenses">({
    type: "expenses",
    key: `${key}|total`,
    value: { ...base, totalCap: anchor.value },
    remainder: per === undefined ? undefined : reading.text.slice(per.span.start, per.span.end),
  });
}

const isMultiplier = (literal: Literal): boolean => literal.type === "multiplier";

export const timeRulesFrame: Frame = {
  id: "time-rules",
  anchors: ["multiplier", "percent", "quantity"],
  fit: ({ anchor, reading, segment }) => {
    const words = reading.slice(segment);
    const when =
      /\b(?:overtime|over (?:40|forty|8|eight)|after[- ]hours|weekends?|saturdays?|sundays?|holidays?|evenings?|nights?|emergenc\w*|outside (?:of )?(?:business|normal|regular)|after \d|travel(?:ling)?(?: time)?|time and a half|double time|uberstunden|feiertag\w*|samstag\w*|sonntag\w*|nacht\w*|wochenend\w*|reisezeit\w*|fahrzeit|heures supplementaires|week-?end|trajet|deplacement)\b/;
    if (isMultiplier(anchor)) return when.test(reading.folded) ? 3.2 : 0;
    if (anchor.type === "percent")
      return when.test(words) &&
        /\b(?:rate|premium|surcharge|zuschlag|satz|majoration|majore\w*|taux|percent of|time|berechnet|vergutet|facture\w*)\b/.test(
          words,
        ) &&
        !reading.literals.some(isMultiplier) &&
        !/\b(?:discount|increase)\b/.test(words)
        ? 1.5
        : 0;
    if (anchor.type === "quantity" && (anchor.unit === "hour" || anchor.unit === "minute")) {
      if (
        /\b(?:no more than|not (?:to )?exceed|maximum(?: of)?|at most|up to|limited to|more than|exceed\w*)\b[^.;]{0,20}$/.test(
          reading.before(anchor, 40),
        ) &&
        /\b(?:per|a|in a|in any|each|any|one)[- ](?:single |calendar |working )?day\b|\bdaily\b/.test(words)
      )
        return 3.2;
      return hourIncrement(reading.folded, [anchor]) !== null ? 3.2 : 0;
    }
    return 0;
  },
  strong: ["rate"],
  weak: ["charge"],
  vetoes: ["response", "liability", "insurance", "wage"],
  project: (match) => {
    const { reading, anchor } = match;
    const words = reading.slice(match.segment);
    if (anchor.type === "quantity") {
      const increment = hourIncrement(reading.folded, [anchor]);
      if (increment !== null)
        return projection<"time-rules">({
          type: "time-rules",
          key: "increment",
          value: { increment: increment.value },
        });
      return projection<"time-rules">({
        type: "time-rules",
        key: "max-hours",
        value: { maxHoursPerDay: anchor.value },
      });
    }
    if (anchor.type !== "multiplier" && anchor.type !== "percent") return null;
    const factor = anchor.type === "multiplier" ? anchor.value : percentToFactor(match, anchor.value);
    if (factor === null) return null;
    const isTravel = /\b(?:travel(?:ling)?|reisezeit\w*|fahrzeit|trajet|deplacement)\b/.test(words);
    const isOvertime =
      /\b(?:overtime|over (?:40|forty|8|eight)|more than (?:40|forty|8|eight)|in excess of (?:40|forty|8|eight)|uberstunden|heures supplementaires|per week|a week)\b/.test(
        words,
      ) ||
      (/\btime and a half\b/.test(words) &&
        !/\b(?:weekend|holiday|after[- ]hours|sunday|saturday|emergency|evening|night)\w*\b/.test(words));
    const value: TimeRulesValue = isTravel
      ? { travelMultiplier: factor }
      : isOvertime
        ? { overtimeMultiplier: factor }
        : { afterHoursMultiplier: factor };
    const when =
      /\b(?:after \d[^,;.]{0,24}|on (?:weekends?|sundays?|saturdays?)[^,;.]{0,40}|weekends?(?: and [a-z ]{0,20}holidays?)?|sundays?(?: and [a-z ]{0,20}holidays?)?|saturdays?|[a-z ]{0,14}holidays?|evenings?|nights?|emergenc[a-z -]{0,20}|over (?:40|forty|8|eight)[^,;.]{0,20}|feiertag\w*|wochenend\w*|sonntag\w*)/.exec(
        words,
      )?.[0];
    const hours = reading.literals.filter(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" &&
        literal.unit === "hour" &&
        match.segment.start <= literal.start &&
        literal.start < match.segment.end,
    );
    return projection<"time-rules">({
      type: "time-rules",
      key: `${isTravel ? "travel" : isOvertime ? "overtime" : "after-hours"}|${isTravel ? "" : (when ?? "")}`,
      value,
      ...(when !== undefined && !isTravel && { conditions: [when.trim()] }),
      taken: hours,
    });
  },
};

/** "50 % of the rate" halves it; "a 35 % premium" adds to it; "150 %" alone is the whole factor. */
function percentToFactor(
  { reading, anchor }: FrameMatch,
  percent: MoneyLiteral["value"],
): MoneyLiteral["value"] | null {
  const whole = Number(percent);
  if (!Number.isFinite(whole)) return null;
  const adds =
    /^ ?(?:\w+ ){0,2}?(?:premium|surcharge|zuschlag|uplift|extra|more|majoration)/.test(
      reading.after(anchor, 34),
    ) || /\b(?:premium|zuschlag|surcharge|majoration|plus)\b[^.;]{0,24}$/.test(reading.before(anchor, 30));
  const digits = percent.replace(".", "");
  const scale = (percent.split(".")[1] ?? "").length + 2;
  const padded = digits.padStart(scale + 1, "0");
  const share = `${padded.slice(0, -scale)}.${padded.slice(-scale)}`
    .replace(/^0+(?=\d)/, "")
    .replace(/0+$/, "")
    .replace(/\.$/, "");
  if (!adds) return share as MoneyLiteral["value"];
  const [units = "0", part] = share.split(".");
  return `${Number(units) + 1}${part === undefined ? "" : `.${part}`}` as MoneyLiteral["value"];
}

const surchargeNouns =
  /\b(fuel|energy|environmental|emergency|disposal|weekend|rush|expedite\w*|handling|administration|admin|peak|remote|toll|congestion|after-hours|credit card|card|processing|technology|insurance|delivery|small order|hazmat|holiday|regulatory|kraftstoff|diesel|maut|energie|carburant)\b[a-z ]{0,30}\b(?:surcharge|charge|fee|levy|zuschlag|supplement|premium)\b|\bsurcharge\b|\bzuschlag\b|\bsurcharge carburant\b/;

export const surchargeFrame: Frame = {
  id: "surcharge",
  anchors: ["percent", "money"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return 0;
    const words = reading.slice(segment);
    if (!surchargeNouns.test(words)) return 0;
    if (
      anchor.type === "percent" &&
      /\b(?:overtime|weekends?|saturdays?|sundays?|holidays?|after[- ]hours|nights?|evenings?|uberstunden|samstag\w*|sonntag\w*|feiertag\w*|wochenend\w*|nachtarbeit|heures supplementaires)\b/.test(
        words,
      )
    )
      return 0;
    if (anchor.type === "money" && !/\bsurcharge|levy|zuschlag\b/.test(words)) return 0;
    if (/\b(?:no|not|without) (?:\w+ ){0,2}surcharge/.test(words)) return 0;
    return 4.5;
  },
  strong: [],
  vetoes: ["liability", "late", "reduce"],
  project: (match) => {
    const { reading, anchor, segment } = match;
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const words = reading.slice(segment);
    const noun = surchargeNouns.exec(words);
    const at = segment.start + (noun?.index ?? 0);
    const bare = reading.text.slice(at, at + (noun?.[0].length ?? 0));
    const subject = /^(?:surcharge|zuschlag|supplement)$/i.test(bare) ? itemPhrase(match) : null;
    const name = subject !== null && subject.weight >= 0 ? subject.item : bare;
    const condition = /\b(?:if|when|whenever|where|while|for|on|above|once)\b[^.;]{4,80}/.exec(
      words.slice(Math.max(0, anchor.end - segment.start)),
    )?.[0];
    return projection<"surcharge">({
      type: "surcharge",
      key: `surcharge|${name.toLowerCase()}`,
      value: {
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
        on: name,
        ...(condition !== undefined && { condition: condition.trim() }),
      },
    });
  },
};

export const serviceCreditFrame: Frame = {
  id: "service-credit",
  isGiven: true,
  anchors: ["percent", "money"],
  fit: ({ anchor, reading }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return 0;
    const words = reading.folded;
    if (
      !/\b(?:service credits?|credit\w*|gutschrift\w*|avoir)\b/.test(words) ||
      !/\b(?:uptime|availab\w*|sla|service level|response time|verfugbarkeit|disponibilite|downtime|outage)\b/.test(
        words,
      )
    )
      return 0;
    const isThreshold = anchor.type === "percent" && /^(?:9\d|100)/.test(anchor.value);
    return isThreshold ? 0 : 3.4;
  },
  strong: [],
  project: ({ reading, anchor }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const threshold =
      reading.literals
        .filter(
          (literal) =>
            literal.type === "percent" && /^(?:9\d|100)/.test(literal.value) && literal.start < anchor.start,
        )
        .at(-1) ??
      reading.literals.find((literal) => literal.type === "percent" && /^(?:9\d|100)/.test(literal.value));
    if (threshold?.type !== "percent") return null;
    const measure =
      /\b(uptime|availability|service level|response time|verfugbarkeit|disponibilite|downtime)\b/.exec(
        reading.folded,
      )?.[1] ?? "availability";
    return projection<"service-credit">({
      type: "service-credit",
      key: `credit|${threshold.value}`,
      value: {
        measure,
        threshold: threshold.value,
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
      },
      taken: [threshold],
    });
  },
};
