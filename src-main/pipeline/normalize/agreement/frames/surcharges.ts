import { decimalText } from "../../../../../src-shared/money/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import type { QuantityLiteral } from "../literals/literal.ts";

const surchargeNouns =
  /\b(fuel|energy|environmental|emergency|disposal|weekend|rush|expedite\w*|handling|administration|admin|peak|remote|toll|congestion|after-hours|credit card|card|processing|technology|insurance|delivery|small order|hazmat|holiday|regulatory|kraftstoff|diesel|maut|energie|carburant)\b[a-z ]{0,30}\b(?:surcharge|charge|fee|levy|zuschlag|supplement|premium)\b|\bsurcharge\b|\bzuschlag\b|\b(?:supplement|recargo|suplemento|supplemento|sovrapprezzo|maggiorazione|toeslag|sobretaxa|acrescimo|aufpreis|mehrpreis)\b|\bsurcharge carburant\b/;

/** One sum on top; a sum per person or night is a price. */
const extraSum =
  /\b(?:supplement|recargo|suplemento|supplemento|sovrapprezzo|maggiorazione|toeslag|sobretaxa|acrescimo|aufpreis|mehrpreis)\b/;

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
    if (
      anchor.type === "money" &&
      !/\bsurcharge|levy|zuschlag\b/.test(words) &&
      !(extraSum.test(words) && anchor.per.length === 0)
    )
      return 0;
    if (/\b(?:no|not|without) (?:\w+ ){0,2}surcharge/.test(words)) return 0;
    return 4.5;
  },
  strong: [],
  governs:
    /\b(?:surcharge|levy|zuschlag|supplement|recargo|sovrapprezzo|supplemento|toeslag|opslag)(?: of| von| de| di| van|:)? ?(?:an? )?$/,
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

const givesCredit =
  /\b(?:service credits?|credit\w*|gutschrift\w*|gutgeschrieben|avoir|(?:is|are) reduced by|reduces? (?:the|its)|abono|bonificacion|accreditat\w*|creditad\w*|gecrediteerd|creditering|credito|abonara\w*|bonificara\w*|abbuon\w*|abatement)\b/;

export const serviceCreditFrame: Frame = {
  id: "service-credit",
  isGiven: true,
  anchors: ["percent", "money"],
  fit: ({ anchor, reading }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return 0;
    // "If it falls below 99.5 %": what falls stands in the sentence before, or over both.
    const words = `${reading.folded} ${reading.unit.previous?.folded ?? ""}`;
    if (!givesCredit.test(reading.folded)) return 0;
    if (
      !/\b(?:service credits?|credit\w*|gutschrift\w*|gutgeschrieben|avoir|(?:is|are) reduced by|reduces? (?:the|its)|abono|bonificacion|accreditat\w*|creditad\w*|gecrediteerd|creditering|credito|abonara\w*|bonificara\w*|abbuon\w*|abatement)\b/.test(
        words,
      ) ||
      !/\b(?:uptime|availab\w*|sla|service level|response time|verfugbarkeit|disponibilite|disponibilidad\w*|disponibilita|disponibilidade|beschikbaarheid|downtime|outage|is down|answered late|arrives? late|miss(?:es|ed)?|missed|fails? to (?:meet|respond|attend|deliver)|late (?:arrival|delivery|response)|(?:arrives?|attends?|responds?|delivers?|answers?|completed?)[^.;]{0,40} (?:later|after|beyond|outside)|(?:response|reaktions|antwort)\w* (?:time )?(?:is |wird |werden )?(?:exceeded|uberschritten|nicht eingehalten)|nicht eingehalten|delai (?:n'est pas|non) (?:tenu|respecte)|retard|retraso|incumpl\w*|ritardo|mancato rispetto|te laat|niet (?:gehaald|nagekomen)|atraso|incumprimento|not met|verspatet|unterschritten)\b/.test(
        words,
      )
    )
      return 0;
    if (/\b(?:vat|gst|hst|mwst|ust|tva|iva|btw|tax)\.? ?(?:\w+ )?$/.test(reading.before(anchor, 16)))
      return 0;
    const isThreshold = anchor.type === "percent" && /^(?:9\d|100)/.test(anchor.value);
    return isThreshold || anchor.bound === "<" ? 0 : 8;
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
    const count =
      threshold === undefined
        ? reading.literals.find(
            (literal): literal is QuantityLiteral =>
              literal.type === "quantity" && literal.start < anchor.start && literal.bound !== "<=",
          )
        : undefined;
    const named =
      /\b(?:for each|for every|if|where|when|bei|si|se|indien) (?:an? |the |any |each )?([^,;.]{4,70})/.exec(
        reading.folded,
      )?.[1];
    const measure =
      /\b(uptime|availability|service level|response time|verfugbarkeit|disponibilite|downtime)\b/.exec(
        reading.folded,
      )?.[1] ??
      (threshold === undefined ? named?.trim() : undefined) ??
      "availability";
    return projection<"service-credit">({
      type: "service-credit",
      key: `credit|${measure}|${threshold?.type === "percent" ? threshold.value : (count?.value ?? "")}`,
      value: {
        measure,
        // Without a figure the first occurrence counts: more than none.
        threshold: threshold?.type === "percent" ? threshold.value : (count?.value ?? decimalText("0")),
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
      },
      taken: [threshold, count].filter((literal) => literal !== undefined),
    });
  },
};
