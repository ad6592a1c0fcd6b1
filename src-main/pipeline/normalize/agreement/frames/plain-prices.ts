import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import { itemPhrase } from "../engine/item.ts";
import { eachFor } from "../engine/item-lists.ts";
import { isMoney } from "../literals/literal.ts";
import { isOtherSum } from "./other-sums.ts";
import { isLeast, mustBePassed } from "./minimum-words.ts";
import { priceEach } from "./prices.ts";
import { isWorkUnit, unitKeyOf, unitsOf } from "./price-units.ts";

/** How a price is put behind the thing that it is for: "at £460", "is $28", "adds $35", "Marquee hire, £1,240". */
const putBefore =
  /(?:\b(?:at|is|are|for|costs?|charge[sd]?|adds?|plus|another|comes to|come to|comes at|come at|goes at|take[ns]?|pays?|zu|je|kostet|kosten|betragt|betragen|a|est de|est|sont|coute|coutent|son|es de|es|e|sono|costa|costano|custa|custam|is|zijn|kost|kosten|bedraagt|bedragen)(?: (?:just|only|another|a flat|a fixed|an extra|nur|pauschal|seulement|solo))?(?: (?:us|usd|eur|gbp|chf))?|[:,|–-]|\.{3,}) ?$/;

/** Words of a sum that bills nothing here, or that another kind of term has the better right to. */
const otherSum =
  /\b(?:insur\w*|liabilit\w*|penalt\w*|damages|interest|deposits?|refund\w*|credit\w*|discount\w*|rebate|budget\w*|estimat\w*|worth|valued?|was|were|previous\w*|formerly|last (?:year|season|time|month)|paid (?:last|in)|amounts? (?:paid|due|received)|received|queued|balance|totals?|sub-?total|sum of|turnover|revenue|salary|wages?|earns?|competitor\w*|threshold|approv\w*|exceed\w*|limit\w*|cap(?:ped)?|minimum|at least|at most|up to|budget|loan|purchase price|fine|award|grant|capital|guarantee|instead|if you would rather|we have not|not (?:ordered|included|taken|assumed)|option(?:al)?|if you|we (?:can|could|might|may) (?:offer|do)|versicherung\w*|haftung\w*|vertragsstrafe|gesamt\w*|summe|assuranc\w*|responsabilite|penalites?|seguro|responsabilidad|assicura\w*|massimal\w*|verzeker\w*|aansprakelijk\w*)\b/;

const mileage =
  /^(?:mileage|milage|kilometergeld|kilometerpauschale|kilometrage|kilometraje|kilometervergoeding)\b/;

/** How sure a price without any word of charging is: just enough, so that every other reading goes first. */
const barely = 3.02;

/**
 * "Marquee hire, £1,240 for the day", "a Saturday pick-up is $28": a thing and its price, without a word of charging.
 *
 * The last to be asked: only what no other frame explains, only outside of boilerplate, and only with a thing named.
 */
/** "Cleaning £55 if returned dirty.", "Wasted journey £18.50": a name right before its price opens the sentence. */
const isBareRow = ({ reading, anchor, segment }: FrameMatch): boolean =>
  /^[^.;:,!?]{3,44} $/.test(reading.folded.slice(segment.start, anchor.start).trimStart()) &&
  !/\b(?:the|we|you|they|he|she|it|who|which|that|to|from|by|than|over|under|above|below|of)\b/.test(
    reading.folded.slice(segment.start, anchor.start),
  );

export const plainPriceFrame: Frame = {
  id: "plain-price",
  anchors: ["money"],
  fit: (match) => {
    const { anchor, reading, unit, segment } = match;
    if (!isMoney(anchor) || anchor.rangeWith !== null || anchor.bound !== null) return 0;
    if (unit.zone === "boilerplate" || unit.zone === "signature" || unit.zone === "definitions") return 0;
    const sentence = reading.slice({ start: segment.start, end: Math.max(segment.end, anchor.end) });
    if (
      isLeast(reading, anchor) ||
      mustBePassed(reading, anchor) ||
      isOtherSum(match) ||
      otherSum.test(sentence) ||
      otherSum.test(unit.contexts.at(-1)?.folded ?? "")
    )
      return 0;
    if (!putBefore.test(reading.before(anchor, 34)) && !isBareRow(match) && eachFor(reading) === null)
      return 0;
    if (/^ ?(?:of|worth|million|in (?:damages|insurance)|a year of)\b/.test(reading.after(anchor, 20)))
      return 0;
    const { weight, item } = itemPhrase(match);
    return weight >= 0 && /\p{L}{3}/u.test(item) && !/[%$€£]/.test(item) ? barely : 0;
  },
  strong: [],
  project: (match: FrameMatch) => {
    const { anchor, reading, facts } = match;
    if (!isMoney(anchor)) return null;
    const { per } = unitsOf(match);
    const phrase = itemPhrase(match);
    const distance = mileage.exec(phrase.item.toLowerCase())?.[0];
    if (distance !== undefined && per.length === 0)
      return projection<"rate">({
        type: "rate",
        key: "mileage|mile|",
        value: {
          item: phrase.item,
          unit: distance.startsWith("k") ? "kilometre" : "mile",
          price: anchor.value,
        },
        questions: ["unit-unsaid"],
      });
    const work = per.find(isWorkUnit);
    if (work !== undefined)
      return projection<"rate">({
        type: "rate",
        key: `${phrase.item.toLowerCase()}|${unitKeyOf(work)}|`,
        value: {
          item: phrase.item,
          ...(phrase.role !== null && { role: phrase.role }),
          unit: work.unit,
          price: anchor.value,
          ...(work.base !== "1" && { priceBase: work.base }),
        },
        weight: phrase.weight - 0.05,
        taken: reading.literals.filter((literal) =>
          per.some(({ span }) => literal.start >= span.start && literal.end <= span.end),
        ),
      });
    if (facts.isPriceList && per.length === 0) return priceEach(match);
    const cadence = per.find((unit) => unit.cadence !== null)?.cadence ?? "once";
    return projection<"fixed-fee">({
      type: "fixed-fee",
      key: `${phrase.item.toLowerCase()}|${cadence}`,
      value: { item: phrase.item, amount: anchor.value, per: cadence, timing: null },
      weight: phrase.weight - 0.15,
    });
  },
};
