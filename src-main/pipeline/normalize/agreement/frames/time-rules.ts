import type { TimeRulesValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import type { Literal, MoneyLiteral, QuantityLiteral } from "../literals/literal.ts";
import { hourIncrement } from "./increments.ts";

const isMultiplier = (literal: Literal): boolean => literal.type === "multiplier";

export const timeRulesFrame: Frame = {
  id: "time-rules",
  anchors: ["multiplier", "percent", "quantity"],
  fit: ({ anchor, reading, segment }) => {
    const words = reading.slice(segment);
    const when =
      /\b(?:overtime|(?:anything|time|hours?|work) (?:past|beyond|over|above) (?:that|this|\d|[a-z]+ hours)|longer (?:days?|hours)|over (?:40|forty|8|eight)|after[- ]hours|weekends?|saturdays?|sundays?|holidays?|evenings?|nights?|emergenc\w*|outside (?:of )?(?:business|normal|regular)|after \d|travel(?:ling)?(?: time)?|time and a half|double time|uberstunden|feiertag\w*|samstag\w*|sonntag\w*|nacht\w*|wochenend\w*|reisezeit\w*|fahrzeit|heures supplementaires|week-?end|trajet|deplacement)\b/;
    if (isMultiplier(anchor)) return when.test(reading.folded) ? 3.2 : 0;
    if (anchor.type === "percent")
      return when.test(words) &&
        /\b(?:rate|premium|surcharge|zuschlag|satz|majoration|majore\w*|taux|percent of|time|berechnet|vergutet|facture\w*)\b/.test(
          words,
        ) &&
        !reading.literals.some(isMultiplier) &&
        !/\b(?:discount|increase)\b/.test(words)
        ? 3.6
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
      /\b(?:overtime|(?:anything|time|hours?|work) (?:past|beyond|over|above) (?:that|this|\d|[a-z]+ hours)|over (?:40|forty|8|eight)|more than (?:40|forty|8|eight)|in excess of (?:40|forty|8|eight)|uberstunden|heures supplementaires|per week|a week)\b/.test(
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
