import type { TaxValue } from "../../../../../src-shared/model/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";

const taxWords =
  "(?:vat|v\\.a\\.t\\.|gst/hst|gst|hst|(?:applicable |any |all |local |state |federal |other )*(?:sales(?: and use)?|use|goods and services|value[- ]added)? ?tax(?:es)?|mwst\\.?|mehrwertsteuer|umsatzsteuer|ust\\.?|tva|iva|btw|impuestos?|imposte|taxes|duties)";

const exclusive = new RegExp(
  `\\b(?:exclusive of|exclud\\w+|excl\\.?|do(?:es)? not include|not includ\\w+|net of|before|without|plus|zzgl\\.?|zuzuglich|ohne|hors|en sus(?: de la)?|in addition to|mas(?: el| la)?|sin(?: incluir)?(?: el)?|no incluye[n]?(?: el)?|oltre(?: ad?)?|esclus[aoei]|al netto di|mais|acresce|nao inclu[a-z]*|acrescid[oa]s? de|exclusief|excl|zonder|te vermeerderen met)(?: of)?(?: any| all| the| applicable| der| die| gesetzliche[rn]?| gesetzl\\.?| jeweils geltende[rn]?| \\d+(?:[.,]\\d+)? ?%)*[ ,]*${taxWords}\\b|\\b${taxWords} (?:is|are|will be|shall be) (?:added|charged (?:in addition|separately)|extra|additional|not included)\\b|\\btva en sus\\b|\\b(?:prices?|prix|fees|rates|montants?|amounts?)\\b[^.;]{0,30}\\b(?:ht|hors taxes?)\\b|\\bex(?:\\.|cl\\.?) (?:vat|gst|tax)\\b|\\bnettopreise\\b|\\bsind netto\\b`,
);

const inclusive = new RegExp(
  `\\b(?:inclusive of|including|includes?|incl\\.?|inkl\\.?|einschliesslich|enthalten)(?: any| all| the| applicable| der| die| gesetzliche[rn]?| \\d+(?:[.,]\\d+)? ?%)*[ ,]*${taxWords}\\b|\\b(?:prices?|prix|montants?|fees)\\b[^.;]{0,24}\\bttc\\b|\\btoutes taxes comprises\\b|\\bbruttopreise\\b`,
);

/** Whether prices hold tax: "Prices exclude VAT", "All amounts include 19 % VAT". */
export const priceBasisFrame: CueFrame = {
  id: "price-basis",
  cue: /\b(?:tax(?:es)?|iva|btw|impuestos?|imposte|omzetbelasting|vat|gst|hst|mwst|mehrwertsteuer|umsatzsteuer|ust|tva|ht|ttc|netto|nettopreise|bruttopreise|duties)\b/,
  veto: /\b(?:income tax|payroll|withholding|tax advice|tax return|limit|cap|capped|not (?:to )?exceed|expenses (?:shall|will) (?:not )?include|own taxes|insurance)\b/,
  project: (reading) => {
    const { folded } = reading;
    const isPrice =
      /\b(?:prices?|fees?|rates?|amounts?|charges?|sums?|rent|compensation|preise?|betrage?|vergutung|satze|stundens\w*|tagess\w*|honorar\w*|angebot\w*|precios?|importes?|cuotas?|tarifas?|prezz[oi]|compensi?|corrispettiv\w*|canone|precos?|valores|prijs|prijzen|tarieven|bedragen|kost|euro|eur|prix|montants?|tarifs?|honoraires|plus|zzgl|all|quote[ds]?|total|payments?|net|netto)\b/.test(
        folded,
      );
    if (!isPrice) return [];
    if (exclusive.test(folded))
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: false } }),
      ];
    if (
      inclusive.test(folded) &&
      !/\b(?:not|never|nicht|non)\b[^.;]{0,14}\b(?:inclu|enthalten|inkl)/.test(folded) &&
      !/\b(?:costs?|expenses|duties and taxes)\b[^.;]{0,10}\bincluding\b/.test(folded)
    ) {
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: true } }),
      ];
    }
    return [];
  },
};

/** Exemption, reverse charge, zero rate, small-business scheme. */
export const taxStatusFrame: CueFrame = {
  id: "tax-status",
  cue: /\b(?:exempt\w*|reverse[- ]charge|accounted for by the recipient|zero[- ]rated|no vat|small[- ]business|kleinunternehmer\w*|steuerschuldnerschaft|autoliquidation|franchise en base|steuerfrei\w*|tax-free|exonere\w*|13b|inversion del sujeto pasivo|exent[oa]s?|no sujet[oa]|inversione contabile|esente|fuori campo|autoliquidacao|isent[oa]s?|btw verlegd|verlegd|vrijgesteld)\b/,
  veto: /\b(?:exempt from (?:disclosure|registration|overtime|the securities)|exempt employee|non-exempt|own taxes|income tax)\b/,
  project: (reading) => {
    const { folded, text } = reading;
    if (
      /\b(?:if|where|in case|unless|should)\b[^.;]{0,40}\b(?:exempt|reverse charge)/.test(folded) &&
      !/certificate [a-z]*-?\d/.test(folded)
    )
      return [];
    let value: TaxValue | null = null;
    if (
      /\b(?:reverse[- ]charge|accounted for by the recipient|steuerschuldnerschaft|autoliquidation|13b|inversion del sujeto pasivo|inversione contabile|autoliquidacao|verlegd)\b/.test(
        folded,
      )
    )
      value = { category: "AE", rate: null };
    else if (/\bzero[- ]rated\b/.test(folded)) value = { category: "Z", rate: null };
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
