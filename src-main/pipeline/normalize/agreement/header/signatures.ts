import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { findDates } from "../literals/dates.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { Line } from "../structure/outline.ts";

export interface Signature {
  readonly signedOn: LocalDate | null;
  /** The day of a yes that the other side wrote on an offer or a confirmation. */
  readonly acceptedOn: LocalDate | null;
  /** The day from which such a yes says that it holds: "Auftrag erteilt ab 01.02.2026". */
  readonly acceptedFrom: LocalDate | null;
  /** Signature lines that somebody filled, and that nobody did. */
  readonly signed: number;
  readonly empty: number;
  /** Whoever pays has signed as such: on an offer that is a yes. */
  readonly isSignedForBuyer: boolean;
  /** Printed signatures whose date nobody can read are signed without a date. */
  readonly isConforming: boolean;
}

// What a signature line says before its colon, in seven languages; whose it is may stand in between.
const signer =
  "by|signed|signature|unterschrift|unterzeichnet|gez\\.?|signe|authori[sz]ed signature|accepted by|approved by|agreed by|firmado|firma|fdo\\.?|firmato|assinado|assinatura|getekend|handtekening";
const buyerSide =
  "client|customer|buyer|hirer|purchaser|employer|auftraggeber(?:in)?|kunde|kundin|besteller(?:in)?|mieter(?:in)?|locataire|acheteur|cliente|committente|acquirente|comprador|contratante|opdrachtgever|klant|afnemer|huurder";
const side = `${buyerSide}|provider|supplier|vendor|contractor|seller|owner|company|auftragnehmer(?:in)?|dienstleister|prestataire|prestador|proveedor|fornitore|opdrachtnemer|leverancier`;
const forSide =
  "(?:for|fur|pour|por|per|voor|namens|pelo|pela)(?: and on behalf of)?(?: (?:the|den|die|der|le|la|el|il|o|de))? ?";
// "Signature Harbour Finch Ltd: ____", "Signed on 2 May for the customer: A. Kern": whose, and when, behind a plain word for it.
const signatureOf =
  "signed|signature|unterschrift|unterzeichnet|signe|firmado|firmato|assinado|assinatura|getekend|handtekening";
const signatureLine = new RegExp(
  `^(?:(?:${signatureOf}) [^:_]{1,80}|(?:${side})(?:'?s)? (?:${signatureOf})|(?:${signer})(?: (?:by|for|par|por|per|da|door|namens|fur|pour|voor)(?: and on behalf of)?(?: [^:_]{1,80})?)?|${forSide}(?:${side})[a-z ]{0,12}) ?: ?(.*)$`,
);
const buyerLine = new RegExp(
  `^(?:(?:[a-z/. ]{0,24} )?${forSide}(?:${buyerSide})\\b[a-z ]{0,12}|(?:${buyerSide})(?:'?s)? (?:${signatureOf})) ?:`,
);
/** Where the signature of one side ends and that of the other begins in one line: "Pelo prestador: … Pelo cliente: …". */
const nextSide = new RegExp(`(?<=[a-z\\d.)] )(?=${forSide}(?:${side})[a-z ]{0,12} ?:)`);

export function readSignature(lines: readonly Line[], style: NumberStyle): Signature {
  let signed = 0;
  const empty: Line[] = [];
  let isSignedForBuyer = false;
  let isConforming = false;
  const dates: LocalDate[] = [];
  const from = Math.max(
    0,
    Math.min(
      lines.length - 30,
      lines.findIndex((line) =>
        /\bin witness whereof|\bsignatures?\b|\bunterschriften\b|\bexecuted\b/.test(line.prepared.folded),
      ),
    ),
  );
  for (const line of lines.slice(from < 0 ? Math.floor(lines.length / 2) : from)) {
    for (const part of line.cells ?? [line.prepared]) {
      const pieces = part.folded
        .split(/ {2,}| \| |(?= date ?:)|(?= name ?:)|(?= title ?:)|(?<!by )(?= by ?:)/)
        .flatMap((piece) => piece.split(nextSide));
      for (const piece of pieces) {
        const match = signatureLine.exec(piece.trim());
        if (match !== null && /\/s\/|[a-z]{2,}/.test((match[1] ?? "").replace(/_+|name|title|date|:/g, ""))) {
          signed += 1;
          if (buyerLine.test(piece.trim())) isSignedForBuyer = true;
          if (/\/s\//.test(match[1] ?? "")) isConforming = true;
        } else if (match !== null) empty.push(line);
        else if (/\/s\/ ?[a-z]/.test(piece)) {
          signed += 1;
          isConforming = true;
        }
        if (
          /^ ?(?:date|dated|signed on|datum|le|accepted on|date signed|date of signature|by:.*date) ?:? ?/.test(
            piece,
          ) ||
          /\bsigned\b|\bdate ?:/.test(piece)
        ) {
          for (const literal of findDates(piece, style)) if (literal.date !== null) dates.push(literal.date);
        }
      }
    }
  }
  let accepted: LocalDate | null = null;
  let acceptedFrom: LocalDate | null = null;
  const lower = lines.slice(Math.floor(lines.length / 3));
  const filled = new Set<Line>();
  for (const [index, line] of lower.entries()) {
    const written = lastWords(
      withLinesBelow(line.prepared.folded, lower.slice(index + 1, index + 1 + mostBelow), style),
    );
    const day = acceptanceDay(written, style);
    if (day === null) continue;
    signed += 1;
    accepted = day;
    filled.add(line);
    const [said] = findDates(written, style);
    if (said !== undefined && holdsFrom.test(written.slice(0, said.start))) acceptedFrom = day;
    dates.push(day);
  }
  return {
    signed,
    // Who accepted stands under the yes, not behind its colon.
    empty: empty.filter((line) => !filled.has(line)).length,
    isSignedForBuyer,
    isConforming,
    acceptedOn: accepted,
    acceptedFrom,
    signedOn: signed === 0 ? null : (dates.sort().at(-1) ?? null),
  };
}

// A yes written on an offer, in seven languages: who accepts, orders, agrees or confirms.
const acceptances: readonly string[] = [
  "(?:i|we) (?:hereby )?accept|accepted(?: by| for| on)?|agreed(?: and accepted| for the [a-z]+)?|approved(?: by| for)?|(?:order )?confirmed(?: by| for| on)?|acceptance(?: by| of (?:this )?(?:quote|quotation|offer|proposal|estimate))?",
  "einverstanden|angenommen|(?:hiermit )?nehmen? (?:ich|wir) (?:hiermit )?(?:das|ihr|dieses) angebot(?: [a-z0-9. -]{0,30})? an|auftrag (?:hiermit )?(?:erteilt|freigegeben|bestatigt)|auftrag (?:wird )?angenommen|angebot (?:ist )?(?:angenommen|bestatigt)|beauftragt(?: am| durch)?|bestellt(?: am| durch)|bestellung (?:hiermit )?bestatigt|freigegeben|erteilen wir (?:hiermit )?(?:ihnen )?(?:den|einen) auftrag|offerte (?:angenommen|akzeptiert)|akzeptiert",
  "acceptee? (?:le|par)|(?:devis|offre|proposition)s? (?:accepte|approuve|valide)e?|bon pour (?:accord|commande|acceptation)|lu et (?:approuve|accepte)|accord du client|valide(?:e)? (?:le|par)|approuve(?:e)? (?:le|par)",
  "aceptad[oa]|aceptamos|conforme|conformidad|aprobad[oa]|(?:presupuesto|oferta|cotizacion) (?:aceptad|aprobad)[ao]|visto bueno|vo ?bo|de acuerdo",
  "accettat[oa]|per (?:accettazione|accordo|conferma)|approvat[oa]|confermat[oa]|(?:preventivo|offerta) (?:accettat|approvat|confermat)[oa]",
  "aceit[eoa](?: em| por)?|de acordo|aprovad[oa]|adjudicad[oa]|(?:proposta|orcamento) (?:aceit[eo]|aprovad[oa]|adjudicad[oa])",
  "(?:voor )?akkoord|geaccepteerd|goedgekeurd|(?:opdracht|offerte) (?:akkoord|verstrekt|bevestigd)|voor aanvaarding|aanvaard",
];
const acceptance = new RegExp(String.raw`\b(?:${acceptances.join("|")})\b`);
const startsWithYes = new RegExp(String.raw`^(?:${acceptances.join("|")})\b`);
/** A line of more letters than this says something else as well. */
const longestYes = 160;
const notYetAccepted =
  /\b(?:if|until|unless|must|(?<!\d )may(?! \d)|can|to be|shall|valid|open for|within|upon|before|please|sign below|wenn|bis|gultig|si|valable|avant)\b/;

/** Rows that a block of fields for who accepts, in which office and when takes: "Name: …", "Date: …". */
const signerRows = 3;
const ofSigner =
  /^(?:name|print(?:ed)? name|full name|signed|signature|by|title|position|date|on|nom|nombre|nome|naam|fecha|data|datum|funktion|fonction|cargo|qualita|functie|firma|unterschrift)\b[^:]{0,20}:/;

/** Lines under a yes on which firm, name, post and day may stand. */
const mostBelow = 4;
/** A yes with more letters says something else as well, and is no heading over who gives it. */
const longestHeading = 60;
/** A line of nothing but a day, with at most the place or the word for it before: "Lugo, 22 de abril de 2026". */
const dayAlone =
  /^(?:[\p{L}.' -]{2,30}[,:] ?|[\p{L}-]{3,24} (?=\d))?(?:(?:the|den|le|il|el|op|am|on|em|a|li|addi) )?(?:\d{1,4}(?:st|nd|rd|th|er)?\.? ?(?:(?:de |d')?\p{L}{3,10}\.?|[./-] ?\d{1,2} ?[./-]) ?(?:del? )?\d{1,4}|\p{L}{3,10} \d{1,2}, \d{4})\.?$/u;
/** A line of words alone: a firm, a name or a post, and no field that somebody is to fill in. */
const isName = (line: string): boolean =>
  /^[^\d:_]{3,60}$/u.test(line) &&
  !/\b(?:signatures?|firma|unterschrift|handtekening|assinatura|stempel|cachet|tampon|timbro|sello|carimbo|date|datum|fecha|data|name|nom|nombre|nome|naam)\b/.test(
    line,
  );

/**
 * A yes that stands as a heading, with who and when below it: firm, name and day on a line each, in any order; behind a
 * colon in one line; or as fields that are filled in.
 */
function withLinesBelow(folded: string, below: readonly Line[], style: NumberStyle): string {
  const rows = below.map(({ prepared }) => prepared.folded);
  if (folded.length <= longestHeading && startsWithYes.test(folded) && !/\d/.test(folded)) {
    const day = rows.findIndex((row) => dayAlone.test(row));
    const names = rows.slice(0, day < 1 ? 2 : day).filter((_, index) => index !== day);
    if (day >= 0 && names.length > 0 && names.every(isName))
      return [folded, ...names, rows[day] ?? ""].join(" ");
  }
  if (folded.endsWith(":")) return `${folded} ${rows[0] ?? ""}`;
  if (!startsWithYes.test(folded) || findDates(folded, style).length > 0) return folded;
  const told = rows.slice(0, signerRows);
  const end = told.findIndex((row) => !ofSigner.test(row));
  return [folded, ...told.slice(0, end < 0 ? told.length : end)].join(" ");
}

/** What follows the last sentence that ends before a yes: behind a paragraph of conditions it was written on its own. */
function lastWords(folded: string): string {
  if (folded.length <= longestYes) return folded;
  const ends = [...folded.matchAll(/[a-z\d)]{2}\. (?=[a-z])/g)].map(({ index }) => index + 4);
  return folded.slice(ends.find((end) => startsWithYes.test(folded.slice(end))) ?? 0);
}

/** Words right before the first day, in seven languages. */
const holdsFrom =
  /\b(?:ab(?: dem)?|from|as of|effective|starting|a compter du|a partir d(?:u|el?)|desde(?: el)?|dal|a decorrere dal|vanaf|met ingang van|com efeitos? (?:a|em)) ?$/;

/** "Bon pour accord, le 16/03/2026 C. Vautrin", "Accepted: M. Ellery, 9 May 2026": the day of a yes written on an offer. */
function acceptanceDay(folded: string, style: NumberStyle): LocalDate | null {
  const said = acceptance.exec(folded);
  if (said === null || folded.length > longestYes || notYetAccepted.test(folded) || /_{3,}/.test(folded))
    return null;
  const [first, ...more] = findDates(folded, style).filter(({ date }) => date !== null);
  // The yes comes with who and when, and with nothing else that is dated.
  const isNamed = /\p{L}{2}/u.test(
    folded.slice(said.index + said[0].length).replace(/\b(?:le|on|am|date|den|\p{L}+ \d{4})\b/gu, ""),
  );
  // A line of nothing but the yes and a day was filled in by hand; the name stands below or is a signature.
  const isFilled =
    first !== undefined &&
    /^[^a-z]*(?:(?:le|on|am|date|den|el|il|op|dia)[^a-z]*)?$/.test(
      folded.slice(0, said.index) +
        folded.slice(said.index + said[0].length, first.start) +
        folded.slice(first.end),
    );
  return first === undefined || more.length > 0 || !(isNamed || isFilled) ? null : first.date;
}
