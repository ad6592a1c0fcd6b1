import type { Context, Zone } from "./unit.ts";

/** What headings say about the words below; the first match wins. */
const zonesByHeading: readonly (readonly [Zone, RegExp])[] = [
  [
    "signature",
    /\b(?:signatures?|in witness whereof|executed|unterschrift(?:en)?|signe\b|accepted by|authori[sz]ed signator|firmas?$|firma de|firme$|assinaturas?|handtekening(?:en)?)/,
  ],
  ["recitals", /\b(?:recitals?|whereas|background|witnesseth|praambel|preambule|vorbemerkung)\b/],
  ["example", /\b(?:examples?|illustrations?|worked example|beispiele?|exemples?)\b/],
  [
    "boilerplate",
    /\b(?:liabilit|indemni|insurance|confidential|non-?disclosure|warrant|force majeure|intellectual property|ownership|data (?:protection|privacy|retention)|arbitration|dispute|severab|assignment|notices?$|governing law|entire agreement|non-?solicit|non-?compet|audit|compliance|publicity|haftung|vertraulich|geheimhaltung|gewahrleistung|versicherung|datenschutz|schlussbestimmung|responsabilite|confidentialite|assurance|propriete intellectuelle|miscellaneous|general provisions|service levels?(?! agreement)|termination|limitation|records|safety|export control|responsabilidad|responsabilita|aansprakelijkheid|confidencialidad|riservatezza|geheimhouding|proteccion de datos|protezione dei dati|protecao de dados|gegevensbescherming|propiedad intelectual|proprieta intellettuale|propriedade intelectual|jurisdiccion|foro competente|gerichtsstand|rechtskeuze|fuerza mayor|forza maggiore|forca maior|overmacht|seguros?\b|assicurazion|verzekering)/,
  ],
  [
    "payment",
    /\b(?:payment|paying|zahlung|paiement|reglement|invoic(?:e|ing)|billing|rechnung|facturation|terms of payment|late|abrechnung|forma de pago|pagos?|facturacion|pagament[oi]|fatturazione|faturacao|faturamento|betaling|betalen|facturering|zahlungsbedingung)/,
  ],
  [
    "pricing",
    /\b(?:fees?|rates?|pric(?:e|es|ing)|compensation|charges?|costs?|commercials?|financial|rate card|budget|consideration|remuneration|vergutung|honorar|preise?|kosten|konditionen|prix|tarifs?|honoraires|remuneration|economics|discounts?|expenses?|rent|cost proposal|contract sum|bid|estimate|quotation|subtotal|services and fees|order details|investment|entgelte?|gebuhren|satze|preis|precios?|tarifas?|honorarios|importes?|cuotas?|prezz[oi]|tariff[ae]|corrispettiv[oi]|compens[oi]|canone|precos?|valores|remuneracao|prijs|prijzen|tarie(?:f|ven)|vergoeding|tariffs?)\b/,
  ],
  [
    "term",
    /\b(?:term|duration|renewal|commencement|laufzeit|vertragsdauer|duree|period of performance|contract period|subscription term|effective date|schedule of dates|dauer|vigencia|duracion|durata|decorrenza|duracao|looptijd|duur)\b/,
  ],
  ["definitions", /\b(?:definitions?|defined terms|interpretation|begriffe|begriffsbestimmungen|glossary)\b/],
];

/** Zones whose numbers must be explained: consumed, a distractor, or listed as not understood. */
export const pricingZones: ReadonlySet<Zone> = new Set(["pricing", "payment", "term"]);

const zoneOfHeading = (folded: string): Zone | null =>
  zonesByHeading.find(([, pattern]) => pattern.test(folded.slice(0, 120)))?.[0] ?? null;

/** The zone that the innermost heading with an opinion gives; a recital's own opening word speaks for itself. */
export function zoneOf(contexts: readonly Context[], folded: string): Zone {
  if (/^(?:\(?[a-z]\)? ?)?whereas\b/.test(folded)) return "recitals";
  if (
    /^(?:for example|example\b|for instance|e\.g\.|by way of (?:example|illustration)|zum beispiel|beispiel\b|par exemple|exemple\b)/.test(
      folded,
    )
  )
    return "example";
  for (const context of [...contexts].reverse()) {
    const zone = zoneOfHeading(context.folded);
    // "Audit services agreement", "Insurance consulting": the title says what is sold, not that nothing is.
    if (zone !== null && (context.isTitle !== true || pricingZones.has(zone))) return zone;
  }
  return "body";
}
