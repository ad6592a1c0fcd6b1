import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";

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
