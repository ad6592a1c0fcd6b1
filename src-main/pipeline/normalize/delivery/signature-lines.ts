import { foldText } from "../values/fold.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import { signerOf } from "./approval.ts";

/** What stands before a name on the line where goods or work are received or agreed to, by the stems of its words. */
const received =
  /(?:^|[^a-z])(?:rec'?d|rec[ei]i?v\w*|receb\w*|recib\w*|ricev\w*|recu[es]*|recepc\w*|ontvang\w*|ontvangen|erhalten|empfang\w*|ubernommen|conform\w*|confirm\w*|sachlich (?:und rechnerisch )?richtig|rechnerisch richtig|vo\.? ?bo\.?|visto|visum|visa|visiert|vise[es]*|accept\w*|aceit\w*|acept\w*|accett\w*|approv\w*|appr|aprob\w*|aprov\w*|agreed|agreement|satisf\w*|einverstanden|genehmigt|anerkannt|bestatigt|abgenommen|abgezeichnet|gegengezeichnet|gegenzeichnung|quitt\w*|akkoord|accord\w*|goedgekeurd|afgetekend|getekend|paraaf|paraf\w*|rubrica|signed|sign(?: off|-off)?|sig|sgd|countersign\w*|gez|unterschrift|handtekening|firma|firmado|assin\w*|in good (?:order|condition)|signature|initials?|signe[es]*)(?![a-z])/;
/** Whoever did the work, brought the goods or wrote the paper approves nothing. */
const own =
  /(?:^|[^a-z])(?:driver|technician|engineer|employee|worker|operative|operator|officer|contractor|supplier|consultant|carrier|prepared|issued|delivered|posted|order(?:ed)?|called|fahrer|mitarbeiter\w*|monteur|techniker|auftragnehmer|unternehmer|lieferant|ausgestellt|chauffeur|technicien|salarie|prestataire|livreur|medewerker|opdrachtnemer|leverancier|conductor|tecnico|operario|proveedor|trabajador|instalador|conducente|vettore|operaio|fornitore|mittente|motorista|fornecedor|trabalhador)(?![a-z])/;
/** What says beside a name that it was written there by hand. */
const mark =
  /(?:^|[\s(/])(?:signed|sgd\.?|s\/|sign[ée]e?|signature|gez\.|gezeichnet|get\.|getekend|firmado|fdo\.?|firmato|f\.to|assinado|visiert|unterschrieben)(?=[\s):,.]|$)/iu;
const denied =
  /(?:^|[^a-z])(?:not|never|to be|must be|please|once|until|if|nicht|noch|bitte|falls|pas encore|non|niet|nog|no|sin|nao)(?![a-z])/;
const longestLabel = 60;
/** Pieces of a row that a line to sign may take up. */
const mostBehind = 40;
const day = /^\(?\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\)?(?:\s+\d{1,2}:\d{2})?(?:\s?[ap]m)?$/i;
/** The name at the head of what is written on the line: up to a gap, a day, a bracket, an office or a word for a number. */
const written =
  /^(.+?)(?:\s{2,}|,?\s+\d{1,4}[./-]|\s*[(|]|\s+(?:dni|nif|sig|print|date|datum|fecha|data|tel)\b|,\s+(?=\p{Ll}|\p{Lu}{2,4}\b|\p{Lu}[\p{L} &.]+$)|$)/iu;

/** A piece of a printed row: what a colon announces, or what stands by itself. */
interface Piece {
  readonly text: string;
  readonly isLabel: boolean;
}

/** The pieces of a row, parted at gaps and behind colons. */
function piecesOf(segments: readonly string[]): readonly Piece[] {
  return segments.flatMap((segment): readonly Piece[] => {
    const pieces: Piece[] = [];
    let rest = segment.trim();
    for (;;) {
      const [, label = "", behind = ""] = /^([^:]{2,80}?)\s?:(?!\d)\s*(.*)$/su.exec(rest) ?? [];
      if (label === "") break;
      // "A. Trottier (signed) Driver: Moe": only the words right before the colon are its label.
      const [, before = "", last = label] = /^(.*[).\d])\s+(\p{L}[\p{L} ]*)$/u.exec(label) ?? [];
      if (before !== "") pieces.push({ text: before, isLabel: false });
      pieces.push({ text: last, isLabel: true });
      rest = behind;
    }
    if (rest !== "") pieces.push({ text: rest, isLabel: false });
    return pieces;
  });
}

/** Who signs for another says so before the name: "i.A. Wernet", "p.p. R. Okafor". */
const standIn = /^(?:i\. ?[AV]\.|ppa\.|p\. ?[poa]\.|p\/[po])\s*/i;

/** The name that a piece begins with, as somebody writes it on a line to sign. */
function nameOn(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:\([^)]*\)|[x×✗✓]\s|_+|\.{3,})\s*/iu, "")
    .replace(standIn, "");
  const name =
    signerOf(written.exec(bare)?.[1]?.trim() ?? "") ??
    // "Kassel, 07.05.26 gez. A. Meier": place and day come before the name.
    signerOf(/(?:gez\.|sgd\.?|get\.|fdo\.?|f\.to)\s+(.{3,40})$/iu.exec(bare)?.[1] ?? "");
  return name !== null && nameShape.test(name) && name.split(" ").length <= 4 ? name : null;
}

/**
 * Who signed on a printed row for what was delivered or done, as its shape shows: words of agreement or receipt, or a
 * mark of a signature, beside a name. `null` where nobody did.
 *
 * A name without a colon before it must be a person's own, or have a day or a mark beside it: titles of columns have not.
 *
 * @param segments what the row prints between wide gaps, from left to right
 * @param next the same of the row below, where a line to sign may go on
 */
export function signerOfRow(segments: readonly string[], next: readonly string[]): string | null {
  const pieces = piecesOf(segments);
  for (const [index, piece] of pieces.entries()) {
    const folded = foldText(piece.text);
    const marked = denied.test(folded) ? null : markedIn(piece.text);
    if (marked !== null) return marked;
    if (piece.text.length > longestLabel || own.test(folded) || denied.test(folded)) continue;
    // Only behind a label or a word of receipt: a row of a wide sheet has thousands of pieces.
    if (!received.test(folded) && !piece.isLabel) continue;
    const following = behind(pieces, index + 1);
    if (!received.test(folded) && !following.some(({ text }) => mark.test(text))) continue;
    const isOpen = piece.isLabel && following.length === 0 && index === pieces.length - 1;
    const below = isOpen ? behind(piecesOf(next), 0) : [];
    const name = namedIn(following, piece.isLabel) ?? namedIn(below, false);
    if (name !== null) return name;
  }
  return null;
}

/** "O dono da obra, (assinado) F. Lopes": who signs, the mark and the name in one piece. */
function markedIn(text: string): string | null {
  const found = mark.exec(text);
  const before = found === null ? "" : text.slice(0, found.index).trim();
  if (found === null || before.length > longestLabel || !/\p{L}{4}/u.test(before)) return null;
  // A place with its day before the mark says nothing of who signs; a label does that.
  if (own.test(foldText(before)) || /\d/.test(before)) return null;
  return nameOn(text.slice(found.index + found[0].length).replace(/^[\s).:,]+/, ""));
}

/** What belongs to a label: the pieces up to the next one that is a label itself. */
function behind(pieces: readonly Piece[], from: number): readonly Piece[] {
  const next = pieces.slice(from, from + mostBehind);
  const end = next.findIndex(({ text, isLabel }) => isLabel || own.test(foldText(text)));
  return end < 0 ? next : next.slice(0, end);
}

function namedIn(pieces: readonly Piece[], isAnnounced: boolean): string | null {
  // A place with its day stands before the name that bears the mark.
  const marked = pieces.flatMap(({ text }) => (mark.test(text) ? (nameOn(text) ?? []) : []));
  if (marked[0] !== undefined) return marked[0];
  for (const [index, { text }] of pieces.entries()) {
    const name = nameOn(text);
    if (name === null) continue;
    const isDated = pieces.some((other) => day.test(other.text.trim())) || /\s\d{1,2}[./-]\d{1,2}/.test(text);
    if ((isAnnounced && index === 0) || isPersonText(name) || isDated) return name;
  }
  return null;
}
