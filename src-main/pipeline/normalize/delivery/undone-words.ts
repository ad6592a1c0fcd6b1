import { foldText } from "../values/fold.ts";

/** States of what was not done, delivered or used, folded, in seven languages, at the head of a cell or of a part of a line. */
const undone =
  /^(?:void(?:ed)?|cancel+ed|cancelled by|in transit|not (?:delivered|done|supplied|available|on site|performed|carried out)|undelivered|back ?order(?:ed)?|out of stock|no access|no show|failed(?= ?(?:$|[-–:,;.(]|attempt|delivery|visit|to ))|planned|to follow|to be (?:done|delivered|confirmed)|tba|tbc|duplicate|storniert|storno|entfallen|entfallt|ausgefallen|nicht (?:geliefert|lieferbar|ausgefuhrt|erbracht|verfugbar)|geplant|ruckstand|nachlieferung|folgt|unterwegs|annule+[es]*|non (?:livre\w*|effectue\w*|realise\w*|disponible)|en (?:cours de livraison|rupture|transit)|prevue?s?|a livrer|passage a vide|geannuleerd|vervallen|niet (?:geleverd|leverbaar|uitgevoerd|aanwezig)|gepland|nalevering|onderweg|anulad[ao]s?|cancelad[ao]s?|no (?:entregad[ao]s?|realizad[ao]s?|disponible)|agotad[ao]s?|previst[ao]s?|annullat[aoei]|non (?:consegnat[aoei]|disponibil[ei]|eseguit[aoei])|in consegna|anulad[ao]s?|nao (?:entregues?|realizad[ao]s?|disponive(?:l|is))|em (?:transito|falta))(?![a-z])/;

/** Whether a text says of what stands beside it that it was not done: "Void - leaked", "niet leverbaar". */
export const saysUndone = (text: string): boolean => undone.test(foldText(text).trim());
