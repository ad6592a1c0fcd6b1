import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";

/** Where in a line a paper's number stands. */
export interface NumberPlace {
  readonly line: Line;
  readonly start: number;
  readonly length: number;
}

// "GL-CC-25", "LM 1440/2026", "KW 412", "1188 / 26", "BHR/A/20615", "4500071822".
const code =
  "((?:[a-z]{2,5} )?(?=[a-z/.-]{0,12}\\d)[a-z\\d]{1,10}(?:[-/.][a-z\\d]{1,10}){1,4}|[a-z]{2,5} \\d{3,8}|[a-z]{1,5}[-/]?\\d{2,10}|\\d{3,10}(?: ?\\/ ?\\d{2,4})?)(?=$|[ ,;:|)•]|\\.(?:$| ))";
const mark = "(?: ?(?:n[°ºo.]\\.?o?|no\\.?|nr\\.?|num\\.?|number|nummer|numero|#))?";

/** What every paper calls its own number, in seven languages. */
const reference = new RegExp(
  `(?:^|[ |(,;•-])(?:folio|(?:contract|agreement|quote|order|our|quotation|document) ref(?:erence)?\\.?|ref(?:erence|erenz|erencia)?\\.?|unsere? (?:zeichen|referenz)|aktenzeichen|az\\.|vorgangs?(?:-?nr\\.?|nummer)?|dossier|expediente|kenmerk|ons kenmerk|riferimento|rif\\.|prot(?:ocollo)?\\.?|n\\/ref\\.?|nuestra ref\\.?|notre ref\\.?)${mark} ?[:|]? ?${code}`,
);

const nouns: Readonly<Record<"agreed" | "offered" | "ordered", string>> = {
  agreed:
    "agreement|contract|schedule|rate card|rate sheet|[a-z]*vertrag|[a-z]*vereinbarung|auftragsbestatigung|bestellformular|contrat|convention|accord|poliza|contrato|acuerdo|contratto|accordo|tariffario|listino|acordo|[a-z]*overeenkomst|[a-z]*contract|opdrachtbevestiging|order confirmation",
  offered:
    "quote|quotation|estimate|proposal|offer|bid|tender|[a-z]*angebot|offerte|kostenvoranschlag|devis|offre|proposition|soumission|presupuesto|oferta|cotizacion|propuesta|preventivo|offerta|orcamento|proposta|prijsopgave",
  ordered:
    "purchase order|order|po|bestellung|bon de commande|commande|pedido|orden de compra|ordine|encomenda|bestelling|inkooporder|bestelbon",
};
const behindNoun = (which: keyof typeof nouns): RegExp =>
  new RegExp(
    `(?:^|[|•] ?|- |^[\\p{L}&'. ]{3,50} )(?:${nouns[which]})(?: 20\\d\\d)?${mark} ?[:|]? ?${code}`,
    "u",
  );
const nounPatterns = {
  agreed: behindNoun("agreed"),
  offered: behindNoun("offered"),
  ordered: behindNoun("ordered"),
} as const;
const bareLabel = /^(?:no|nr|n°|nº|n\.o|number|nummer|numero|num)\.? ?:?$/;
const numberTitle =
  /^(?:(?:order form|order|contract|agreement|quote|quotation|estimate|proposal|vertrags?|angebots?|auftrags?|bestell|devis|contrat|presupuesto|contrato|preventivo|contratto|offerte)[- ]?)?(?:no|nr|n°|nº|number|nummer|numero|ref)\.?$/;

const whichOf = (rank: AgreementRank): keyof typeof nouns | null =>
  rank === "estimate"
    ? "offered"
    : rank === "purchase-order"
      ? "ordered"
      : rank === "master-agreement" || rank === "order-form"
        ? "agreed"
        : null;

/** Years of a season ("2025/26") and parts of sums are no numbers of papers. */
const isOther = (line: Line, start: number, print: string): boolean =>
  /^20\d\d ?[-/] ?(?:20)?\d\d$/.test(print) ||
  !/\d/.test(print) ||
  /^(?:19|20)\d\d$/.test(print) ||
  (/^\d{1,3}(?:[.,]\d{3})+$/.test(print) && /^[.,]\d/.test(line.prepared.text.slice(start + print.length)));

/** Places of numbers behind words for a reference, then behind what the paper is, then under or beside a bare label. */
export function numberPlaces(lines: readonly Line[], rank: AgreementRank): readonly NumberPlace[] {
  const which = whichOf(rank);
  const head = lines.slice(0, 16);
  const found = (pattern: RegExp): readonly NumberPlace[] =>
    head.flatMap((line) => {
      const folded = line.prepared.folded.slice(0, 200);
      const match = pattern.exec(folded);
      const print = match?.[1];
      if (match === null || print === undefined) return [];
      const start = match.index + match[0].length - print.length;
      return isOther(line, start, print) ? [] : [{ line, start, length: print.length }];
    });
  const referred = found(reference);
  if (referred.length > 0) return referred;
  const named = which === null ? [] : found(nounPatterns[which]);
  return named.length > 0 ? named : inGrid(head);
}

/** "No | 4500071822", and "ORDER FORM NO. | DATE" with the number in the row below. */
function inGrid(head: readonly Line[]): readonly NumberPlace[] {
  return head.flatMap((line, index): readonly NumberPlace[] => {
    const { cells } = line;
    if (cells === null) return [];
    return cells.flatMap((cell, column): readonly NumberPlace[] => {
      const beside = bareLabel.test(cell.folded) ? placeOf(line, cells[column + 1]?.text) : null;
      const below = head[index + 1];
      const under =
        numberTitle.test(cell.folded) && below?.cells?.length === cells.length
          ? placeOf(below, below.cells[column]?.text)
          : null;
      const place = beside ?? under;
      return place === null ? [] : [place];
    });
  });
}

function placeOf(line: Line, print: string | undefined): NumberPlace | null {
  if (print === undefined || !/^[A-Z\d][A-Z\d./ -]{2,24}$/i.test(print) || !/\d{2}/.test(print)) return null;
  const start = line.prepared.text.indexOf(print);
  return start < 0 || isOther(line, start, print) ? null : { line, start, length: print.length };
}
