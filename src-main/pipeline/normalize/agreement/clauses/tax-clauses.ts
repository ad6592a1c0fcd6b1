import type { TaxValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";

const taxWords =
  "(?:vat|v\\.a\\.t\\.|gst/hst|gst|hst|(?:applicable |any |all |local |state |federal |other )*(?:sales(?: and use)?|use|goods and services|value[- ]added)? ?tax(?:es)?|mwst\\.?|mehrwertsteuer|umsatzsteuer|ust\\.?|tva|t\\.v\\.a\\.|iva|i\\.v\\.a\\.|igic|btw|tps|tvq|impuestos?|impostos?|tributos|imposte|taxes|duties)";
/** What may stand between a word of leaving out or adding and the tax: articles, "the prevailing", a rate. */
const between =
  "(?:,? (?:of|any|all|the|alle[nr]?|tou[ts](?:es)?|tod[oa]s|os|as|los|las|les|tutt[ei]|i|le|applicable|statutory|prevailing|der|die|das|gesetzliche[rn]?|gesetzl\\.?|jeweils|jeweilige[rn]?|geltende[rn]?|gultige[rn]?|la|le|el|de|di|del|dell'|da|do|o|a|l'|\\d+(?:[.,]\\d+)? ?%))*";
const rate =
  "(?:[ ,:]*(?:von|de|del|di|of|at|al|zu|van|da|do|(?:at |charged )?(?:at )?(?:the )?(?:prevailing|current|statutory)(?: rate)?(?: of)?|vigente|legal|in vigore|em vigor|en vigueur)?[ ,:]*\\(?\\d+(?:[.,]\\d+)? ?%\\)?)?";

const leavesOut =
  "exclusive of|exclud\\w+|excl\\.?|exkl\\.?|exklusive|do(?:es)? not include|not includ\\w+|net of|nets? de|before|without|plus|zzgl\\.?|zuzuglich|zuzgl\\.?|ohne|hors|en sus(?: de la)?|in addition to|mas|sin(?: incluir)?|no incluye[n]?|oltre(?: ad?)?|esclus[aoei]|al netto di|piu|mais|acresce(?:m|ndo)?(?: de)?|sem|nao inclu[a-z]*|acrescid[oa]s?(?: de)?|exclusief|excl|zonder|te vermeerderen met|nebst";
/** Said behind the tax: "GST extra", "MWST kommt dazu", "IVA esclusa", "s'ajoutent à tous les prix". */
const comesOnTop =
  "(?:(?:is|are|will be|shall be|wird|werden|ist|sera|sont|est|wordt|worden|e|sara|se) )?(?:added|extra|additional|on top|not included|excluded|exclusive|excl\\.?|charged (?:in addition|separately|extra|on top)|(?:in addition|zusatzlich|obendrauf|hinzu(?:gerechnet|kommend)?|dazu|separat)(?: berechnet| verrechnet| ausgewiesen)?|kommt (?:noch )?(?:dazu|hinzu)|kommen (?:noch )?(?:dazu|hinzu)|nicht (?:enthalten|inbegriffen|inklusive)|en (?:sus|plus)|s'ajoute(?:nt)?|non (?:compris[es]*|incluse?s?)|exclue?s?|aparte|a parte|no incluid[oa]s?|excluid[oa]s?|non (?:inclus[ao]|compres[ao])|esclus[aoe]|in piu|nao (?:incluid[oa]s?|esta(?:o)? incluid[oa]s?)|a acrescer|acresce|niet inbegrepen|komt (?:daar|er) ?(?:nog )?bij|daarbovenop)";
/** "Se les añadirá el IVA", "se suma el IVA", "wordt verhoogd met btw". */
const isAdded =
  "(?:se (?:les? )?(?:anade|anadira|suma|sumara|aplicara|agrega(?:ra)?|incrementan? (?:con|en))|(?:va|vanno|si|verra|andra) (?:aggiunt[aoie]|maggiorat[aoie]|aggiunge(?:ra)?)(?: (?:di|dell'|l'))?|(?:wordt|worden) (?:verhoogd|vermeerderd) met|(?:est|sont|sera|seront) majore(?:e?s?) de|hinzu kommt|dazu kommt|hinzuzurechnen ist|acresce(?:m)?(?:-se| a)?)";

/** "Entgelte (netto)", "Prijzen in EUR, netto". */
const priceNoun =
  "(?<![\\p{L}])(?:\\p{L}*(?:preise?|entgelte?|satze?|betrage?|gebuhren)|honorare?|vergutung|tarife?|prijzen|tarieven|bedragen|prezzi|importi|compensi|precios|importes|tarifas|precos|valores|prices|rates|fees|charges|tarifs|prix|montants|honoraires)";

const exclusive = new RegExp(
  `(?<![\\p{L}])(?:${leavesOut})${between}[ ,]*${taxWords}(?![\\p{L}])|(?<![\\p{L}])${taxWords}${rate},? ${comesOnTop}(?![\\p{L}])|(?<![\\p{L}])${isAdded}${between} ?${taxWords}(?![\\p{L}])|\\btva en sus\\b|\\b(?:prices?|prix|fees|rates|montants?|amounts?|tarifs?|honoraires)\\b[^.;]{0,30}\\b(?:ht|htva|hors taxes?)\\b|(?:€|eur|chf|\\d) ?(?:h\\.?t\\.?|htva|hors taxes?|hors tva)\\b|\\bex(?:\\.|cl\\.?) (?:vat|gst|tax)\\b|\\bnettopreise\\b|\\bsind netto\\b|${priceNoun}[^.;\\d]{0,30}[ (,](?:netto|netti|nette|netos?|net|liquidos?)(?![\\p{L}-]|,? ?(?:\\d|of |kassa|cash|zahl|within|days))`,
  "u",
);

const holds =
  "inclusive of|including|includes?|incl\\.?|inkl\\.?|inklusive|einschliesslich|enthalten|inclu[a-z]*|compren[a-z]*|inclus[oaie]|inclusief|ja inclu[a-z]*";
const inclusive = new RegExp(
  `(?<![\\p{L}])(?:${holds})${between}[ ,]*${taxWords}(?![\\p{L}])|(?<![\\p{L}])${taxWords}${rate},? (?:(?:is|are|ist|sind|est|e|esta|estao) )?(?:included|inklusive|inbegriffen|enthalten|compris[es]*|incluid[oa]s?|inclus[oaie]s?|compres[oaei]|inbegrepen)(?![\\p{L}])|\\b(?:prices?|prix|montants?|fees)\\b[^.;]{0,24}\\bttc\\b|\\btoutes taxes comprises\\b|\\bbruttopreise\\b`,
  "u",
);

/** "96,00 € con IVA": a price with tax; of an invoice it only says that tax is on it. */
const withTax = new RegExp(`(?<![\\p{L}])con${between}[ ,]*${taxWords}(?![\\p{L}])`, "u");
const ofInvoice = /\b(?:factura\w*|fattur\w*)\b/;
const holdsTax = (folded: string): boolean =>
  inclusive.test(folded) || (withTax.test(folded) && !ofInvoice.test(folded));

/** Words of a price, or a sum: without any, a sentence about taxes says nothing of the prices. */
const ofPrices =
  /\b(?:prices?|fees?|rates?|amounts?|charges?|sums?|rent|compensation|preise?n?|betrage?n?|vergutung|satze|tarif(?:e|s)?|stundens\w*|tagess\w*|honorar\w*|angebot\w*|precios?|importes?|cuotas?|tarifas?|prezz[oi]|compensi?|corrispettiv\w*|canone|tariff[ae]|precos?|valores|honorarios|prijs|prijzen|tarie(?:f|ven)|bedragen|kost|euro|eur|prix|montants?|honoraires|forfait|plus|zzgl|all|quote[ds]?|total|payments?|net|netto)\b/;

/** What words by themselves say of prices and tax; `null` where they say nothing. */
export function saysTaxBasis(folded: string): boolean | null {
  if (exclusive.test(folded)) return false;
  return holdsTax(folded) && !negated.test(folded) ? true : null;
}

const negated =
  /\b(?:not|never|nicht|non|no|nao|ne|niet|sin|sem)\b[^.;]{0,14}\b(?:inclu|enthalten|inkl|compr)/;

/** Characters of a sentence of prices and tax: in a longer one they belong to different things. */
const longest = 700;

/** Whether prices hold tax: "Prices exclude VAT", "All amounts include 19 % VAT". */
export const priceBasisFrame: CueFrame = {
  id: "price-basis",
  cue: /\b(?:tax(?:es)?|iva|igic|btw|tps|tvq|impuestos?|impostos?|tributos|imposte|omzetbelasting|vat|gst|hst|mwst|mehrwertsteuer|umsatzsteuer|ust|tva|ht|htva|ttc|netto|nettopreise|bruttopreise|duties)\b/,
  veto: /\b(?:income tax|payroll|withholding|tax advice|tax return|limit|cap|capped|not (?:to )?exceed|expenses (?:shall|will) (?:not )?include|own taxes|insurance)\b/,
  project: (reading) => {
    const { folded } = reading;
    if (folded.length > longest) return [];
    const isPrice =
      ofPrices.test(folded) ||
      folded.length < 70 ||
      reading.literals.some(({ type }) => type === "money") ||
      hasLexeme(reading.unit.contexts.at(-1)?.folded ?? "", "pay");
    if (!isPrice) return [];
    if (exclusive.test(folded))
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: false } }),
      ];
    if (
      holdsTax(folded) &&
      !negated.test(folded) &&
      !/\b(?:costs?|expenses|duties and taxes)\b[^.;]{0,10}\bincluding\b/.test(folded)
    ) {
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: true } }),
      ];
    }
    return [];
  },
};

const reverseCharge =
  "reverse[- ]charge|accounted for by the recipient|steuerschuldnerschaft|autoliquidation|13b|inversion del sujeto pasivo|inversione contabile|autoliquidacao|verlegd|verlegging\\p{L}*";
const movesTax = new RegExp(`(?<![\\p{L}\\d])(?:${reverseCharge})(?![\\p{L}\\d])`, "u");
/** "The reverse charge does not apply": said to be none. */
const movesNoTax = new RegExp(
  `(?<![\\p{L}\\d])(?:${reverseCharge})(?![\\p{L}\\d])[^.;,]{0,90}?(?<!\\p{L})(?:(?:does|do|is|are|shall|will) not|(?:findet|finden) keine anwendung|nicht (?:angewendet|anwendbar|anzuwenden|statt)|gilt nicht|greift nicht|entfallt|(?:ne |n')[^.;,]{0,20}? pas|no (?:se )?(?:aplica|procede|es aplicable)|non (?:si applica|trova applicazione|e applicabile)|niet van toepassing|geldt niet|nao (?:se aplica|e aplicavel))(?!\\p{L})|(?<!\\p{L})(?:no|without|kein[e]?|ohne|sans|sin|senza|geen|zonder|sem) (?:[\\p{L}]+ )?(?:${reverseCharge})(?![\\p{L}\\d])`,
  "u",
);

/** "Food is zero-rated": some of the goods, beside which others bear tax; "all supplies", "this service" and who sells are the whole. */
const partAtZero =
  /(?<![\p{L}])(?!(?:all|the|these|this|our|such|any|your|both|it|they|you|we|i|he|she|which|that|supplies|services?|goods|sales|exports?|prices|charges|fees|invoices?|deliveries|supply|vat)(?![\p{L}]))\p{L}[\p{L}-]{2,}(?: (?:items?|goods|products?|lines?|supplies))? (?:is|are|remains?|will be|shall be) zero[- ]rated(?![\p{L}])/u;

/** Exemption, reverse charge, zero rate, small-business scheme. */
export const taxStatusFrame: CueFrame = {
  id: "tax-status",
  cue: /\b(?:exempt\w*|reverse[- ]charge|accounted for by the recipient|zero[- ]rated|no vat|no (?:sales tax|gst)|(?:vat|gst|hst|sales tax|tva|iva|btw|mwst|ust|umsatzsteuer) (?:is |est |es |e )?(?:not? (?:applicable|charged|added|aplica\w*|se aplica)|does not apply|non applicable|no aplica\w*|non (?:si applica|applicabile)|nao (?:se aplica|aplicavel)|niet van toepassing|entfallt)|293 ?b|resale certificate|not (?:vat|gst|tax)[- ]registered|not registered for (?:vat|gst)|small[- ]business|kleinunternehmer\w*|steuerschuldnerschaft|autoliquidation|franchise en base|steuerfrei\w*|tax-free|exonere\w*|13b|inversion del sujeto pasivo|exent[oa]s?|no sujet[oa]|inversione contabile|esente|fuori campo|autoliquidacao|isent[oa]s?|btw verlegd|verlegd|vrijgesteld)\b/,
  veto: /\b(?:exempt from (?:disclosure|registration|overtime|the securities)|exempt employee|non-exempt|own taxes|income tax)\b/,
  project: (reading) => {
    const { folded, text } = reading;
    if (
      /\b(?:if|where|in case|unless|should)\b[^.;]{0,40}\b(?:exempt|reverse charge)/.test(folded) &&
      !/certificate [a-z]*-?\d/.test(folded)
    )
      return [];
    // "Small business subcontracting plan": of a purchasing rule, and of no tax.
    if (/\bsmall[- ]business\b/.test(folded) && !/\b(?:tax\w*|vat|gst|hst|scheme|regulation)\b/.test(folded))
      return [];
    let value: TaxValue | null = null;
    if (movesNoTax.test(folded)) return [];
    if (movesTax.test(folded)) value = { category: "AE", rate: null };
    else if (partAtZero.test(folded)) return [];
    else if (/\bzero[- ]rated\b/.test(folded)) value = { category: "Z", rate: decimalText("0") };
    else if (/\b(?:small[- ]business|kleinunternehmer\w*|franchise en base|§ ?19)\b/.test(folded))
      value = { category: "E", rate: null, exempt: true };
    else if (
      /\b(?:tax|vat|gst|hst|\w*steuer|tva|iva|btw|sales)\b/.test(folded) ||
      /\bcertificate\b/.test(folded)
    ) {
      if (/\bnot (?:tax[- ])?exempt\b/.test(folded)) return [];
      const certificate =
        /\b(?:certificate|cert\.?|bescheinigung|attestation|exemption)(?: ?(?:no\.?|number|#|nr\.?|id))? ?:? ?#?([a-z]{0,6}[-/]?\d[a-z\d/-]{2,20})/.exec(
          folded,
        );
      const number = certificate?.[1];
      const at =
        certificate === null || number === undefined
          ? 0
          : certificate.index + certificate[0].length - number.length;
      value = {
        category: "E",
        rate: null,
        exempt: true,
        ...(number !== undefined && { certificate: text.slice(at, at + number.length) }),
      };
    }
    return value === null
      ? []
      : [projection<"tax">({ type: "tax", key: `tax|${value.category ?? ""}`, value, weight: 0.05 })];
  },
};
