/** Increases that are said not to build on one another, folded, in seven languages. */
const notCompounded =
  /\b(?:not|non|no|never|without|nicht|sans|sin|senza|sem|niet|zonder|no se|ne sont pas|ne)[- ](?:be |to be |any |being |se )?(?:compound\w*|cumul\w*|kumul\w*|acumul\w*|capitali[sz]\w*|zinseszins\w*|samengesteld\w*)|\bsimple (?:increases?|basis|uplift)|\bsimple,? not\b/;
/** The price before any increase: what each share is taken of. */
const firstPrice = [
  "(?:original|initial|first[- ]year(?:'?s)?|first year'?s|starting|opening)(?! (?:term|period))(?: [a-z]+){0,2} (?:fees?|rates?|prices?|charges?|amounts?|rents?|figures?|sums?|tariffs?)",
  "(?:of|on) (?:the |its |that )?base (?:fees?|rates?|prices?|charges?|amounts?|rents?)",
  "(?:fees?|rates?|prices?|charges?|amounts?|rents?) (?:of|in|for) (?:the )?(?:first|initial) (?:contract )?year",
  "(?:ursprunglich|anfanglich|anfangs|ausgangs)\\p{L}*(?: \\p{L}+)?|\\p{L}*(?:preis|satz|satze|vergutung|miete) des ersten (?:vertrags)?jahres",
  "(?:tarif|prix|loyer|taux|montant|forfait|redevance|honoraires)s? (?:initia(?:l|ux)|d'origine|de depart|de base|de la premiere annee)",
  "oorspronkelijke? (?:\\p{L}+)|aanvangs(?:prijs|tarief|huur)|(?:prijs|tarief|huur) van het eerste jaar",
  "(?:precio|tarifa|importe|cuota|renta)s? (?:inicial|original|de partida|del primer ano)(?:es)?",
  "(?:prezzo|tariffa|canone|corrispettivo|importo) (?:iniziale|originari[oa]|di partenza|del primo anno)",
  "(?:preco|tarifa|valor|renda) (?:inicial|original|do primeiro ano)",
].join("|");
const ofFirstPrice = new RegExp(`(?<![\\p{L}])(?:${firstPrice})(?![\\p{L}])`, "u");
/** The price after the increase of the year before. */
const ofLastPrice =
  /\bcompound\w*|\bthen[- ](?:current|applicable|prevailing)|\b(?:prior|previous|preceding|last) year'?s?\b|\b(?:year before|year just ended)\b|\bvorjahr\w*|\b(?:jeweils|zuletzt|dann) (?:geltend|gultig)\w*|\bannee precedente|\b(?:tarif|prix|loyer|montant)s? (?:alors )?en vigueur|\bano anterior|\b(?:precio|tarifa|renta|cuota)s? vigentes?|\banno precedente|\b(?:voorgaande?|vorige?|voorafgaande?) jaar|\bkumulativ\w*|\bcumulati(?:ve|vely|ef|vo)\b/;

/**
 * Whether each increase builds on the one before: `false` where it is a share of the first price, `null` where nothing
 * is said.
 */
export function compoundingOf(folded: string): boolean | null {
  if (notCompounded.test(folded) || ofFirstPrice.test(folded)) return false;
  return ofLastPrice.test(folded) ? true : null;
}
