import { exampleCues } from "../lexicon/lexemes.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { atMostOf } from "../literals/upper-limits.ts";
import { isUseful, trimPhrase, verb } from "./phrase.ts";

/** "Window cleaning, as and when ordered by the Client, is billed at": what stands before the clause that was put in. */
const insertion =
  /^\W*((?:[\p{L}\d'’/&-]+ ){0,7}[\p{L}\d'’/&-]+), (?:(?:as and )?when|as|if|where|wherever|only|should|upon|on (?:request|demand)|unless|soweit|sofern|falls|wenn|auf wunsch|nach|lorsqu|si|sur demande|en cas|cuando|si|bajo|previa|quando|se|su richiesta|indien|wanneer|mits|op verzoek|caso|a pedido)(?![\p{L}])[^.;:$€£\d]{2,110}, (?=[\p{L}])/u;

/** "The training, paid once only, costs": whatever stands between two commas ahead of the verb. */
const anyInsertion = /^\W*((?:[\p{L}\d'’/&-]+ ){0,6}[\p{L}\d'’/&-]+), [^,.:;$€£]{3,90}, ?(?= ?\p{L})/u;

/** "Extra work, e.g. clearing after storms, is charged at": the thing with the examples of it that stand between commas. */
const withExamples = new RegExp(
  `^\\W*([\\p{L}][^,.;:$€£\\d]{2,50}, ?(?:${exampleCues})[^,.;:$€£\\d]{2,70}),`,
  "u",
);

/** "The role “Data Engineer” is added", « … est inséré »: the one name in quotation marks ahead of its price is what is put in. */
const putIn =
  /(?<!\p{L})(?:added|inserted|supplemented|ajoute|aufgenommen|erganzt|hinzugefugt|eingefugt|anade|agrega|incorpora|aggiun|inser|toegevoegd|aangevuld|acrescentad|aditad|incluid)\p{L}*/u;
const quoted = /["„“«] ?([^"„“”«»]{2,60}?) ?["”“»]/gu;

/** What words that stand apart from the sentence name: a thing with its examples, or a name in quotation marks. */
export function namedApart(text: string, folded: string, start: number, end: number): string | null {
  const exampled = withExamples.exec(folded.slice(start, end));
  const words = exampled?.[1];
  if (exampled !== null && words !== undefined) {
    const at = start + exampled[0].indexOf(words);
    const phrase = text.slice(at, at + words.length).trim();
    return isUseful(phrase) ? phrase : null;
  }
  if (!putIn.test(folded)) return null;
  const [only, ...others] = [...text.slice(0, end).matchAll(quoted)];
  const name = only?.[1]?.trim();
  return name !== undefined && others.length === 0 && isUseful(name) ? name : null;
}

export function beforeInsertion(text: string, folded: string, start: number, end: number): string | null {
  const part = folded.slice(start, end);
  const conditional = insertion.exec(part);
  const match = conditional ?? anyInsertion.exec(part);
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const behind = verb.exec(` ${folded.slice(start + match[0].length, end)} `);
  const isBefore = behind !== null && (conditional !== null || behind.index === 0);
  if (!isBefore || verb.test(` ${words} `)) return null;
  const at = start + match[0].indexOf(words);
  const phrase = trimPhrase(text.slice(at, at + words.length), words);
  return isUseful(phrase) ? phrase : null;
}

/** "Voor een monteur brengt opdrachtnemer", "for a site manager the Contractor charges": the thing ahead of who bills it. */
const aheadOfParty =
  /^\W*(?:for|fur|pour|para|per|voor|por) ((?:the |das |die |den |de |het |la |le |les |l'|el |los |las |il |lo |o |a |an |un |une |uno |una |um |uma |ein |eine |einen |een )?(?!(?:each|every|any|je)\b)[^;:,]{3,90}?),? (?:(?:brengt|stellt|berechnet|verrechnet|verlangt|erhalt|zahlt|rekent|berekent|factureert|ontvangt|krijgt|betaalt|factura|cobra|percibe|recibe|recoit|facture|paie|fattura|riceve|recebe|paga) )?(?:the |der |die |dem |le |la |el |il |lo |o |a |de |l')?(?:contractor|client|customer|supplier|provider|consultant|agency|company|auftragnehmer(?:in)?|auftraggeber(?:in)?|kund(?:e|in)|anbieter(?:in)?|dienstleister|lieferant|prestataire|fournisseur|opdrachtnemer|opdrachtgever|leverancier|klant|prestador|proveedor|cliente|contratista|fornitore|prestatore|appaltatore|committente|fornecedor|prestadora?)(?![\p{L}])/u;

export function thingAheadOfParty(text: string, folded: string, start: number, end: number): string | null {
  const match = aheadOfParty.exec(folded.slice(start, end));
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const at = start + match[0].indexOf(words);
  const phrase = trimPhrase(text.slice(at, at + words.length), words).replace(/^(?:un[aeo]?|uma?|l') ?/i, "");
  return isUseful(phrase) ? phrase : null;
}

/** "For the lease renewal we charge £1,850", "Voor het samenstellen van de jaarrekening brengen wij …". */
export function forLeading(text: string, folded: string, start: number, end: number): string | null {
  const match =
    /^(?:\W*)(?:for|fur|pour|para|per|voor|por) ((?:the |das |die |den |de |het |la |le |les |l'|el |los |las |il |o |a )?(?!(?:each|every|any|je)\b)(?:[^;:]|(?<=\d):(?=\d)){3,130}?),? (?:we|i|wir|ich|nous|wij|est du|sont dus|es debid[oa]|se debe[n]?|(?:e|sono|viene|vengono) \p{L}{2,}(?:at|it|ut|est|ist)[oaie]|spetta(?:no)?|e devid[oa]|sao devid[oa]s|brengen|berechnen|rekenen|berekenen|erhalt|zahlt|betaalt|werden|wird|fallen|fallt|gilt|gelten|geldt|gelden|si applica|se aplica|aplica-se|s'applique|(?:le|la|el|il|the|an?|der|eine?|een|het|o) (?:taux|tarif\p{L}*|prix|precio|prezzo|tariffa|rate|hourly|daily|price|fee|charge|\p{L}*satz|\p{L}*preis|\p{L}*tarief|\p{L}*prijs|preco)|shall|will|is|are|the (?:client|customer|buyer)|the \p{L}+ (?:pays|(?:shall|will|must) pay)|l[ea] \p{L}+ (?:verse|paie|paye|regle)|(?:der|die) \p{L}+ zahlt|(?:the )?(?:client|customer|owner|buyer|tenant|auftraggeber|opdrachtgever) (?:shall|will|pays|zahlt|betaalt)|cobramos|facturamos|fatturiamo)(?![\p{L}])/u.exec(
      folded.slice(start, end),
    );
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const at = start + match.index + match[0].indexOf(words);
  const phrase = trimPhrase(text.slice(at, at + words.length), folded.slice(at, at + words.length));
  return isUseful(phrase) && phrase.split(" ").length <= 14 ? phrase : null;
}

/** What is charged on an occasion, by its name: a compound, or a noun of charge with the word that says which. */
const namedCharge = new RegExp(
  [
    "(\\p{L}{4,}(?:pauschale|geb(?:ü|ue)hr|zuschlag|kosten|entgelt|toeslag|vergoeding))",
    "((?:\\p{L}[\\p{L}'-]+ ){1,3}(?:fee|charge|surcharge|levy|rate))",
    "((?:forfait|frais|suppl[ée]ment|redevance|tasa|cargo|suplemento|recargo|diritto|spese|contributo|taxa) (?:de|d'|di|del|della|da|do) ?\\p{L}[\\p{L}'-]+)",
  ]
    .map((one) => `(?<!\\p{L})${one} (?:von|in h(?:ö|oe)he von|of|de|di|van|à|zu)? ?$`)
    .join("|"),
  "iu",
);

const opening = /^(?:(?:an?|the|une?|le|la|les|des|un|una|el|il|uno|een|eine|einen) )+|^.*? (?:an?|the) /i;

/** "Per drop a carriage charge of £18 is made": the charge is named right before its price, and the drop is its unit. */
export function chargeOnOccasion(between: string): string | null {
  const found = namedCharge.exec(between);
  const name = found?.slice(1).find((group) => group !== undefined);
  return name === undefined ? null : name.replace(opening, "").trim();
}

/** "A half day of no more than four hours …", "une animation d'une heure et demie …": the thing ahead of how long or large it is. */
export function beforeSize(folded: string, start: number, ahead: readonly Literal[]): Span | null {
  const own = ahead.filter((literal) => literal.start >= start);
  const size = own.at(-1);
  if (size === undefined || own.some(({ type }) => type !== "quantity")) return null;
  const lead = sizeLead.exec(folded.slice(start, size.start));
  return lead === null ? null : { start, end: start + lead.index };
}
const sizeLead = new RegExp(
  ` (?:of|von|mit|de|d'|di|da|van) ?(?:(?:${atMostOf}) ?)?(?:an? |eine[mrn]? |une? ?|un[ao]? ?|een |uma? )?$`,
);
