import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { trimPhrase, verb } from "../engine/phrase.ts";
import type { Reading } from "../engine/reading.ts";
import { onTopWords, raisesBy } from "../lexicon/added-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

/** Right before a sum or share: it comes on top of a price. */
export const addedAhead = new RegExp(
  `(?<![\\p{L}])(?:(?:an? |of )(?:extra|additional|further|added)(?: (?:charge|fee|sum|amount|cost) of)?|add(?: a further| another)?|(?:kosten|kostet|kost|costs?|cuestan?|costano?|berechnen wir|rekenen wij) (?:[\\p{L}]+ ){0,2}(?:zusatzlich|weitere|extra)|(?:custam?|cuestan?|costano?) (?:mais|mas|in piu)|${raisesBy}) ?(?:us)?$`,
  "u",
);
/** Right behind it; tax comes on top of every price. */
export const addedBehind = new RegExp(
  `^ ?(?:${onTopWords})(?![\\p{L}])(?! (?:el |l')?(?:iva|vat|btw|tva|mwst|ust|gst|imposto))|^(?: [\\p{L}-]+){0,3} (?:(?:is|are) added|(?:kommt|kommen|werden|wird) (?:hinzu|zusatzlich|aufgeschlagen)|s'ajoutent?|si aggiung\\p{L}*|se anaden|komt erbij)(?![\\p{L}])`,
  "u",
);
/** Sums of other clauses that are said alike. */
const otherSum =
  /(?<![\p{L}])(?:insur\p{L}*|liabilit\p{L}*|discount\p{L}*|rabatt|nachlass|remise|descuento|sconto|desconto|korting|late|overdue|verzug\p{L}*|interest|tax|vat|gst|limit|cap|not[- ](?:to[- ])?exceed|ceiling|budget|(?:each|every|per) (?:calendar )?year|annually|jahrlich\p{L}*|chaque annee|cada ano|ogni anno|jaarlijks)(?![\p{L}])/u;
/** The thing is one more, not the price: its sum is a price of its own. */
const furtherThing =
  /(?<![\p{L}])(?:each|every|any|per|jede[rsn]?|chaque|cada|ogni|elke?) (?:additional|extra|further|weitere[rsn]?|supplementaire|adicional|aggiuntiv[oa]|extra|volgende)(?![\p{L}])/u;

/**
 * Sums on top of a price, by what stands at the sum: "cost an extra 18.50", "kosten 40 EUR extra", "for loads over 20 kg
 * add 25". What they are for is the rest of the clause: when, where or for what they come on top.
 *
 * A further thing ("each additional user costs 12") has a price of its own and no sum on top.
 */
export const addedSumsFrame: CueFrame = {
  id: "added-sums",
  cue: /(?<![\p{L}])(?:extra|additional|further|added|adds?|more|on top|in addition|increased?|raised?|goes? up|zusatzlich|weitere|hinzu|mehr|teurer|aufgeschlagen|erhoh\p{L}*|verteuer\p{L}*|en (?:plus|sus)|de plus|supplementaires?|s'ajoutent?|major\p{L}*|augment\p{L}*|adicional(?:es)?|(?:de )?mas(?! de)|se (?:anaden|incrementan?)|in piu|aggiun\p{L}*|aumenta\p{L}*|mas|mais|duurder|meer|erbij|verho\p{L}*|a mais|adicionais)(?![\p{L}])/u,
  project: (reading) => {
    const { folded, unit } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "definitions" || otherSum.test(folded)) return [];
    if (furtherThing.test(folded)) return [];
    return reading.literals.filter(isMoney).flatMap((money) => addedSum(reading, money) ?? []);
  },
};

function addedSum(reading: Reading, money: MoneyLiteral): CueProjection | null {
  const isPlain = money.bound === null && money.rangeWith === null;
  const hasPeriod = money.per.some(({ cadence }) => cadence !== null);
  const end = Math.max(money.end, ...money.per.map(({ span }) => span.end));
  const isAdded =
    addedAhead.test(reading.before(money, 70)) ||
    addedBehind.test(reading.after(money, 40)) ||
    addedBehind.test(reading.folded.slice(end, end + 40));
  // "Increased by 35,000 to 185,000" moves one sum to another.
  const isMove = /^ (?:to|auf|a|tot|naar|para) (?:a )?(?:new )?(?:total of )?\S{0,4}\d/u.test(
    reading.after(money, 30),
  );
  if (!isPlain || hasPeriod || !isAdded || isMove || isPastQuantity(reading, money)) return null;
  const on = occasionOf(reading, money);
  if (on === null) return null;
  return projection<"surcharge">({
    type: "surcharge",
    key: `surcharge|${on.toLowerCase()}|`,
    value: { amount: money.value, on, condition: on },
    taken: [money],
    weight: 0.05,
  });
}

/** "Above 400 tickets, 4 per ticket are added": the price of what goes past a quantity. */
const isPastQuantity = ({ literals }: Reading, { per }: MoneyLiteral): boolean =>
  literals.some(
    (literal) =>
      literal.type === "quantity" &&
      (literal.bound === ">" || literal.bound === ">=") &&
      per.some(({ unit }) => unit === literal.unit),
  );

/** What the sum comes on top for: the subject of the clause, or what "for", "bei" or "pour" names. */
function occasionOf(reading: Reading, money: MoneyLiteral): string | null {
  const segment = reading.segmentOf(money);
  const head = reading.folded.slice(segment.start, money.start);
  const cut = verb.exec(head)?.index ?? addedAhead.exec(head)?.index ?? head.length;
  const subject = trimPhrase(reading.text.slice(segment.start, segment.start + cut), head.slice(0, cut));
  if (/\p{L}{3}/u.test(subject)) return subject.slice(0, 90);
  const tail = reading.folded.slice(money.end, segment.end);
  const behind =
    /(?<![\p{L}])(?:for|on|when|if|where|bei|fur|wenn|pour|si|para|por|en caso de|per|se|in caso di|voor|bij|als|em caso de) [^.;]{4,90}/u.exec(
      tail,
    );
  if (behind === null) return null;
  const from = money.end + behind.index;
  return reading.text.slice(from, from + behind[0].length).trim();
}
