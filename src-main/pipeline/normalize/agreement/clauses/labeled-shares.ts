import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import { extraNouns } from "../lexicon/added-words.ts";
import { givenBack } from "./supplements.ts";
import { otherShare } from "../tables/percent-rows.ts";

/** What a share is taken of, behind it: "of all charges above", "sull'imponibile delle bolle". */
const base =
  /^ ?(?:of|on|sur|auf|su(?:l|lla|i|lle|gli)?|sull'|sobre|over|over de|del?|dell[ea'] ?|der?|des|du|da|van) ?(?:the |all |any |each |dem |den |der |die |das |les? |la |el |los |las |il |lo |gli |o |os |as |het |de )*[\p{L}]{3}/u;
/** A name in front, with its colon or without: no sentence, no figure but what its brackets hold. */
const label = /^\W*(\p{L}[\p{L} ./&'-]{2,48})(?: ?\([^()]{1,24}\))? ?(:?) ?$/u;
const saysVerb =
  /\b(?:is|are|was|will|shall|may|must|has|have|if|when|where|wird|werden|ist|sind|kann|est|sont|sera|es|son|sera|viene|sono|wordt|worden|zijn|below|under|above|less|credit\w*|availab\w*|uptime|accuracy)\b/;

const shortName =
  /^(?!(?:the|a|an|our|your|der|die|das|ein|eine|le|la|les|el|los|las|il|lo|gli|un|una|une|de|het|een|o|os|as|um|uma) )[\p{L}/'-]+(?: [\p{L}/'-]+){0,2}(?<! (?:bis|to|from|at|by|um|zu|tot|hasta|fino|ate|a|of|up|down|de|von))$/u;
/** "25 % of the word price", "60 % del precio por palabra": a share of what one unit costs. */
const ofUnitPrice =
  /^ ?(?:of|des|der|du|de|del|della|dell'|van)(?: (?:the|het|de|la|le|l'|el|il|lo))? ?(?:(?:standard|normal|full|regular|usual|agreed|hourly|daily|word|page|unit|day) )*(?:(?:word|hourly|day|standard|unit|page|list) ?(?:rate|price)s?|rates?|\p{L}*(?:wort|zeilen|stunden|tages|seiten|stuck|einheits|normal|grund)(?:preis|satz)\p{L}*|(?:prix|tarif|taux) (?:du mot|horaire|journalier|unitaire|normal)|(?:precio|tarifa) (?:por|de la) \p{L}+|tariffa (?:oraria|normale|a parola)|(?:uur|woord|dag|stuks|normale? )(?:tarief|prijs))(?!\p{L})/u;
/** A name of what comes on top. */
const extraName = new RegExp(`(?<![\\p{L}])(?:${extraNouns})(?![\\p{L}])`, "u");
/** Rates of a tax, also in compounds: "Mehrwertsteuersatz". */
const namesTax = /steuer|(?:^|[^\p{L}])(?:vat|tax|gst|hst|mwst|ust|tva|iva|btw|taux de taxe)/u;
/** A share by the year is a rise, not an addition. */
const recurs =
  /\b(?:each|every|per|pro|je|jedes?|chaque|cada|ogni|elke?) (?:year|month|january|february|march|april|may|june|july|august|september|october|november|december|jahr|monat|annee|an|ano|anno|jaar)|\bannual|\bjahrlich/;

/** "Fuel/environmental: 12.5% of all charges", "Recargo energético (lín. 10): 2,80 %": a named share on top of prices. */
export const labeledShareFrame: CueFrame = {
  id: "labeled-share",
  cue: /%|percent|prozent|pour ?cent|por ciento|per cento/,
  project: (reading) => {
    const { unit, literals, folded } = reading;
    if (["boilerplate", "signature", "definitions", "payment", "term"].includes(unit.zone)) return [];
    const percents = literals.filter(({ type }) => type === "percent");
    const [share] = percents;
    if (share?.type !== "percent" || percents.length > 1 || share.bound !== null || share.rangeWith !== null)
      return [];
    if (literals.some(({ type }) => type === "money") || otherShare.test(folded) || givenBack.test(folded))
      return [];
    const found = label.exec(folded.slice(0, share.start));
    const behind = reading.after(share, 80);
    const name = found?.[1]?.trim();
    if (name === undefined || saysVerb.test(name) || namesTax.test(name) || hasLexeme(folded, "hold"))
      return [];
    // Without a colon the name is short and bare: a sentence says more than a share of what.
    if (found?.[2] !== ":" && !shortName.test(name)) return [];
    // "Repetitions: 25 % of the word price" is a price of its own, and nothing on top.
    if (ofUnitPrice.test(behind) && !extraName.test(name)) return [];
    const isOf = base.test(behind) && !recurs.test(behind);
    const isWhole = found?.[2] === ":" && /^[\s.]*$/.test(behind);
    if (!isOf && !isWhole) return [];
    const at = folded.indexOf(name);
    const on = reading.text.slice(at, at + name.length).trim();
    const of = isOf ? behind.split(/[.;,]/)[0]?.trim() : undefined;
    return [
      projection<"surcharge">({
        type: "surcharge",
        key: `surcharge|${name}|`,
        value: { percent: share.value, on, ...(of !== undefined && { condition: of }) },
        taken: [share],
        weight: -0.05,
      }),
    ];
  },
};
