import {
  compare,
  decimalText,
  decimalToText,
  multiply,
  subtract,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import { extraNouns } from "../lexicon/added-words.ts";
import { timeSpan } from "../lexicon/time-words.ts";
import type { MultiplierLiteral } from "../literals/literal.ts";
import { isHurried, occasionalCharge } from "./occasional-charges.ts";
import { isHeadedTax } from "./taxes.ts";

const surchargeNouns =
  /\b(fuel|energy|environmental|emergency|disposal|weekend|rush|expedite\w*|handling|administration|admin|peak|remote|toll|congestion|after-hours|credit card|card|processing|technology|insurance|delivery|small order|hazmat|holiday|regulatory|kraftstoff|diesel|maut|energie|carburant)\b[a-z ]{0,30}\b(?:surcharge|charge|fee|levy|zuschlag|supplement|premium)\b|\bsurcharge\b|\bzuschlag\b|\b(?:supplement|recargo|suplemento|supplemento|sovrapprezzo|maggiorazione|toeslag|sobretaxa|acrescimo|aufpreis|mehrpreis)\b|\bsurcharge carburant\b/;

/** One sum on top, by its name; a sum per person or night is a price. */
const extraSum = new RegExp(`(?<![\\p{L}])(?:${extraNouns}|levy)(?![\\p{L}])`, "u");

/** "Rush work is charged at 1.25 times these rates": a factor on what is in a hurry; at unusual times it is one of time. */
const isHurriedFactor = ({ anchor, reading, segment }: FrameMatch): boolean =>
  anchor.type === "multiplier" &&
  compare(anchor.value, decimalText("1")) > 0 &&
  compare(anchor.value, decimalText("3")) <= 0 &&
  isHurried(reading.slice(segment)) &&
  timeSpan(reading.folded) === null;

function factorOf(match: FrameMatch, { value }: MultiplierLiteral): Projection {
  const { item } = itemPhrase(match);
  const above = multiply(subtract(value, decimalText("1")), decimalText("100"));
  return projection<"surcharge">({
    type: "surcharge",
    key: `surcharge|${item.toLowerCase()}`,
    value: { percent: decimalToText(withoutTrailingZeros(above)), on: item },
  });
}

/** "A rebate of 4 %": named as what is given, whatever it is given for. */
const givenByName =
  /(?<!\p{L})(?:rebates?|discounts?|\p{L}*rabatt\p{L}*|nachlass\p{L}*|remises?|rabais|descuentos?|bonificacion|sconto|abbuono|descontos?|\p{L}*korting)(?: (?:of|von|in hohe von|de|del?|di|van|at))? ?$/u;

export const surchargeFrame: Frame = {
  id: "surcharge",
  anchors: ["percent", "money", "multiplier"],
  fit: (match) => {
    const { anchor, reading, segment } = match;
    if (anchor.type === "multiplier") return isHurriedFactor(match) ? 5 : 0;
    if (anchor.type !== "percent" && anchor.type !== "money") return 0;
    if (anchor.type === "money" && anchor.bound !== null && anchor.bound !== "~") return 0;
    if (anchor.type === "money" && occasionalCharge(reading, anchor) !== null) return 6;
    if (givenByName.test(reading.before(anchor, 40))) return 0;
    const words = reading.slice(segment);
    if (!surchargeNouns.test(words) && !(anchor.type === "money" && extraSum.test(words))) return 0;
    if (
      anchor.type === "percent" &&
      /\b(?:overtime|weekends?|saturdays?|sundays?|holidays?|after[- ]hours|nights?|evenings?|uberstunden|samstag\w*|sonntag\w*|feiertag\w*|wochenend\w*|nachtarbeit|heures supplementaires)\b/.test(
        words,
      )
    )
      return 0;
    if (
      anchor.type === "money" &&
      !(
        extraSum.test(words) &&
        (anchor.per.length === 0 || /(?<!\p{L})(?:surcharge|levy)|zuschlag(?!\p{L})/u.test(words))
      )
    )
      return 0;
    if (anchor.type === "percent" && isHeadedTax(reading)) return 0;
    if (/\b(?:no|not|without) (?:\w+ ){0,2}surcharge/.test(words)) return 0;
    return 4.5;
  },
  strong: [],
  governs:
    /\b(?:surcharge|levy|zuschlag|supplement|recargo|sovrapprezzo|supplemento|toeslag|opslag)(?: of| von| de| di| van|:)? ?(?:an? )?$/,
  vetoes: ["liability", "late", "reduce"],
  project: (match) => {
    const { reading, anchor, segment } = match;
    if (anchor.type === "multiplier") return factorOf(match, anchor);
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const words = reading.slice(segment);
    const charge = anchor.type === "money" ? occasionalCharge(reading, anchor) : null;
    const noun = surchargeNouns.exec(words) ?? extraSum.exec(words);
    const at = charge?.start ?? segment.start + (noun?.index ?? 0);
    const bare = reading.text.slice(at, charge?.end ?? at + (noun?.[0].length ?? 0)).trim();
    const subject = /^(?:surcharge|zuschlag|supplement)$/i.test(bare) ? itemPhrase(match) : null;
    const name = subject !== null && subject.weight >= 0 ? subject.item : bare;
    const condition =
      /\b(?:if|when|whenever|where|while|for|on|above|once)\b[^.;]{4,80}/.exec(
        words.slice(Math.max(0, anchor.end - segment.start)),
      )?.[0] ?? (charge === null ? undefined : reading.folded.slice(0, anchor.start).trim());
    const threshold = reading.literals.filter(
      (other) => other !== anchor && other.type === "money" && other.bound === "<",
    );
    return projection<"surcharge">({
      type: "surcharge",
      taken: charge === null ? [] : threshold,
      key: `surcharge|${name.toLowerCase()}`,
      value: {
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
        on: name,
        ...(condition !== undefined && { condition: condition.trim() }),
      },
    });
  },
};
