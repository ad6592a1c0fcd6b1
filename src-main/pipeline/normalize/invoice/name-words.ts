/** What papers call themselves and each other ("Our estimate E-214"), which is nobody's name. */
export const titles =
  /^(?:(?:our|your|unsere?|ihre?|notre|votre|nuestr[oa]|su|nostr[oa]|vostr[oa]|onze|ons|uw|noss[oa]|voss[oa]) )?(?:(?:tax |commercial |sales |proforma |pro forma |credit |final |interim |duplicate |original )*invoice|rechnung|gutschrift|facture|avoir|factuur|creditnota|factura|abono|fattura|nota di credito|fatura|credit note|credit memo|statement|quote|estimate|purchase order|bestellung|angebot|devis|offerte|presupuesto|preventivo|orçamento|lieferschein|copy|kopie|original|duplicate|page|seite|date|datum|bill|receipt|tax|duplikat|teilrechnung|schlussrechnung|abschlagsrechnung|stornorechnung|rechnungskorrektur|handelsrechnung|korrekturrechnung|welcome|thank you|payment|bank|dear|sehr geehrte)\b/i;

/** Who owns the house that the line above names. */
export const owner =
  /^(?:inh|inhaber(?:in)?|prop(?:rietor)?|owner|owned by|titular|titolare|exploitant)\b[.:]?\s/i;

/** What a letter opens its address with, alone in its line: "An die", "Messrs.", "Spett.le Ditta". */
export const addressing =
  /^(?:an|an (?:die|das|den|herrn|frau|firma)|to|to the|à|à la|au|aux|al|alla|aan|aan de|aan het|para|ao|à atenção|herrn?|frau|firma|fa\.|messrs|m\/s|spett(?:\.? ?le|abile)?(?: ditta)?|egregi[oa]?|gent(?:\.? ?le|ile)|exm[oa]s?\.?(?:\(s\))?(?: s(?:r|ra|rs)\.?(?:\(s\))?| senhor(?:es|a)?)?|se[nñ]or(?:es|a)?|sres|monsieur|madame|mesdames|messieurs|de heer|mevrouw|dhr|mevr)[.:,]*$/iu;

/** A legal form that opens a line, with what goes on behind it: the name stands over it. */
export const opensWithForm =
  /^((?:\(?pty\)?\.? ?(?:ltd|limited)|\(?pvt\)?\.? ?(?:ltd|limited)|\(?private\)? limited|ltd|limited|llc|inc|gmbh(?: & co\.? kg)?|ag|s\.?a\.? de c\.?v|s\.?a|s\.?l|s\.?r\.?l|s\.?a\.?r\.?l|s\.?a\.?s\.?u?|eurl|selarl|sprl|b\.?v|n\.?v|lda|ltda)\.?)(?:\s|$|,)/i;

/** Names that begin with a small particle: "van der Kolk", "de Groot". */
export const opensWithParticle =
  /^(?:(?:van|von|vom|de|den|der|des|del|della|dello|dei|di|da|do|dos|du|la|le|les|el|al|ter|ten|te|zu|zum|zur|op|'t|in 't|d'|l') ?){1,3}\p{Lu}/u;

/** What a letter closes with, over the name of who wrote it; folded. */
export const closing =
  /^(?:(?:kind|best|warm)? ?regards|yours (?:sincerely|faithfully|truly)|sincerely|many thanks|with thanks|cheers|mit (?:freundlichen|besten|herzlichen) grussen|freundliche grusse|beste grusse|hochachtungsvoll|cordialement|bien cordialement|salutations distinguees|met vriendelijke groeten?|vriendelijke groet|saludos|un cordial saludo|atentamente|cordiali saluti|for and on behalf of|distinti saluti|com os melhores cumprimentos|atenciosamente)\b[\s,.!]*/;

/** Whether words are written as names are: most of the longer ones begin large. A sentence has few of them. */
export function isWrittenAsName(text: string): boolean {
  const words = text.split(/[\s-]+/).filter((word) => word.replace(/[^\p{L}]/gu, "").length >= 4);
  const large = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  return words.length === 0 ? /\p{Lu}/u.test(text) : 2 * large > words.length;
}

/** "Document no. 831/26", "Fattura n. 12": what is numbered is a thing and nobody's name. */
export const isNumbered = (text: string): boolean =>
  /(?:^|[\s-])(?:no|nr|num|n°|nº|number|nummer|numero|número|numéro|n(?=\.))[.:]*\s\S*\d{2}/iu.test(text);
