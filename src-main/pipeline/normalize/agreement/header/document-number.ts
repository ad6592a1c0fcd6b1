import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { numberPlaces } from "./printed-number.ts";

const numberLabel =
  /\b(?:agreement|contract|quote|quotation|estimate|proposal|purchase order|p\.?o\.?|order|sow|statement of work|work order|task order|change order|co|amendment|addendum|reference|ref|bid|offer|angebot|angebots|vertrag|vertrags|bestell|bestellung|auftrags|devis|contrat|avenant|commande|document|msa|contrato|acuerdo|presupuesto|oferta|pedido|contratto|accordo|preventivo|offerta|ordine|orcamento|proposta|encomenda|acordo|[a-z]*overeenkomst|offerte|opdracht|bestelling|expediente|dossier)[- ]?(?:no\.?|number|num\.?|#|nr\.?|nummer|id|n°|n\.o|no°|n\.|numero|ref\.?|reference|referencia|riferimento|kenmerk)(?: ?:)? ?#? ?([a-z\d][a-z\d./_-]{1,28})|(?:\breference no\.?|\breference|\bref\.?|\bnummer|\bnumero|\bnumber|\bkenmerk|\bno\.?|#|\bnr\.?|\bn°|\bn\.o) ?:? ?([a-z]{0,6}[-/]?\d[a-z\d./_-]{0,24})/;

/** An order names contracts and offers that it rests on; their numbers are not its own. */
const orderLabel =
  /\b(?:purchase order|p\.?o\.?|order|document|bestell|commande|pedido|ordine|encomenda|bestelling)[- ]?(?:no\.?|number|num\.?|#|nr\.?|nummer|id|n°|n\.o|n\.|numero|ref\.?)(?: ?:)? ?#? ?([a-z\d][a-z\d./_-]{1,28})|(?:\bnummer|\bnumero|\bnumber|\bno\.?|#|\bnr\.?|\bn°|\bn\.o) ?:? ?([a-z]{0,6}[-/]?\d[a-z\d./_-]{0,24})/;

// "RENTAL PROPOSAL 26-P-0388", "OFFERTE 26/1043-B": a code right behind what the paper is.
const codeBehindNoun =
  /\b(?:agreement|contract|quote|quotation|estimate|proposal|offer|bid|tender|order|schedule|sow|[a-z]*angebot|kostenvoranschlag|[a-z]*vertrag|devis|offre|contrat|presupuesto|oferta|contrato|preventivo|offerta|contratto|orcamento|proposta|offerte|[a-z]*overeenkomst)(?: (?:no|nr|n°|n\.o)\.?)? ?:? ?([a-z\d]{1,8}(?:[-/][a-z\d]{1,8}){1,3})(?=$|[ ,).;(])/;

const codeInTitle =
  /(?:^|[ #(:])([a-z]{1,6}[-_/ ]?\d{2,}[a-z\d/_-]{0,20}|\d{4,}[-/][\da-z-]+|[a-z]{2,6}(?:-[a-z\d]{1,8}){1,4})(?=$|[ ,).:;])/;

interface FoundNumber {
  readonly text: string;
  readonly line: Line;
}

// Words before a number that make it another thing's.
const otherOwner =
  /\b(?:tax|vat|gst|hst|qst|abn|acn|nzbn|uen|ein|tin|crn|kbo|bce|btw|ust|uid|serial|suite|fax|telephone|tel|permit|phone|account|page|item|license|registration|registered|company|customer|client|invoice|kunden|st|steuer|telefon|handelsregister|kvk|siret|siren|rcs|cif|nif|nipc|iva|iban|policy)\b[^a-z]*$/;

/** The document's own number: the most telling of what its own labels, any label and its title give, in that order. */
export function findNumber(
  lines: readonly Line[],
  titleLine: Line | null,
  rank: AgreementRank,
): FoundNumber | null {
  const head = lines.slice(0, 30);
  for (const found of [
    labeledNumbers(head, ownLabels[rank]),
    numberPlaces(lines, rank).flatMap(({ line, start, length }) => numberAt(line, start, length)),
    numbersInTitle(titleLine),
    labeledNumbers(head, rank === "purchase-order" ? orderLabel : numberLabel),
  ]) {
    const best = found.reduce<FoundNumber | null>(
      (known, next) => (known === null || strengthOf(next.text) > strengthOf(known.text) ? next : known),
      null,
    );
    if (best !== null) return best;
  }
  return null;
}

/** "NCU-SOW-2" and "2026-117" tell more than the "2" of "Statement of Work No. 2". */
export const strengthOf = (text: string): number =>
  /[a-z]/i.test(text) && /\d/.test(text) ? 2 : text.replace(/\D/g, "").length >= 3 ? 2 : 1;

const numberAt = (line: Line, start: number, length: number): readonly FoundNumber[] => {
  const text = line.prepared.text.slice(start, start + length).replace(/[.,;:)]+$/, "");
  const isDate = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text) || /^(?:19|20)\d\d-\d\d-\d\d$/.test(text);
  // "#04-02" behind a street is the floor and unit of an address.
  const isUnit = line.prepared.text[start - 1] === "#" && /^\d{2}-\d{2,4}$/.test(text);
  // "2026/27": the season or the year of work that a title names.
  const isSeason = /^20(\d\d) ?[-/] ?(?:20)?(\d\d)$/.exec(text);
  const isYears = isSeason !== null && Number(isSeason[2]) === Number(isSeason[1]) + 1;
  // "QV 2093": letters before a space are a part of the number only in capitals.
  const isWord = /^\p{L}* /u.test(text) && /\p{Ll}/u.test(text);
  return /\d/.test(text) && !isDate && !isYears && !isUnit && !isWord ? [{ text, line }] : [];
};

function labeledNumbers(lines: readonly Line[], pattern: RegExp): readonly FoundNumber[] {
  return lines.flatMap((line, index) => {
    // Of a long paragraph only its opening can name its own number: "This Agreement, reference no. …".
    const spaced = line.prepared.folded.slice(0, 180).replaceAll(" | ", "   ");
    const below = numberBelow(line, lines[index + 1], pattern);
    if (below !== null) return [below];
    return [...spaced.matchAll(new RegExp(pattern.source, "g"))].flatMap((match) => {
      const found = match[1] ?? match[2];
      if (found === undefined || otherOwner.test(spaced.slice(Math.max(0, match.index - 18), match.index)))
        return [];
      const at = match.index + match[0].length - found.length;
      return numberAt(line, at, found.length);
    });
  });
}

/** "Schedule no." on a line of its own, with the number on the next one. */
function numberBelow(line: Line, next: Line | undefined, pattern: RegExp): FoundNumber | null {
  const label = line.prepared.folded;
  const code = next?.prepared.text ?? "";
  if (
    next === undefined ||
    label.length > 30 ||
    !/(?:no|nr|n°|number|nummer|numero|ref|reference)\.? ?:?$/.test(label)
  )
    return null;
  if (!/^[A-Z\d][A-Z\d./_-]{2,24}$/i.test(code) || !/\d/.test(code)) return null;
  // The pair is read as one line, so that only a label of this paper counts.
  const isOwn = label.startsWith("schedule") || pattern.test(`${label} ${code.toLowerCase()}`);
  return isOwn && !otherOwner.test(label) ? (numberAt(next, 0, code.length)[0] ?? null) : null;
}

function numbersInTitle(titleLine: Line | null): readonly FoundNumber[] {
  if (titleLine === null) return [];
  const { folded } = titleLine.prepared;
  const behind = codeBehindNoun.exec(folded);
  const named = behind?.[1];
  if (behind !== null && named !== undefined && /\d{3}/.test(named)) {
    const found = numberAt(titleLine, behind.index + behind[0].length - named.length, named.length);
    if (found.length > 0) return found;
  }
  const match = codeInTitle.exec(folded);
  const code = match?.[1];
  const start = match === null || code === undefined ? 0 : match.index + match[0].indexOf(code);
  // "on 26 June" and "April 22" are no codes: before a space only letters in capitals begin one.
  const print = titleLine.prepared.text.slice(start, start + (code?.length ?? 0));
  const isWord = print.includes(" ") && /\p{Ll}/u.test(print);
  if (match !== null && code !== undefined && !isWord && /\d/.test(code) && !/^(?:19|20)\d\d$/.test(code)) {
    const found = numberAt(titleLine, start, code.length);
    if (found.length > 0) return found;
  }
  const plain = /(?:\b(?:no\.?|number|nr\.?|n\.o|n\.|n°|nummer|numero)|#) ?([\da-z][\da-z/-]*)/.exec(folded);
  const number = plain?.[1];
  return plain === null || number === undefined
    ? []
    : numberAt(titleLine, plain.index + plain[0].length - number.length, number.length);
}

const labelOf = (nouns: string): RegExp =>
  new RegExp(
    `\\b(?:${nouns})[- ]?(?:no\\.?|number|num\\.?|#|nr\\.?|nummer|id|n°|n\\.o|n\\.|numero|ref\\.?|reference|referencia)?(?: ?[:#]| {3}|(?<=no\\.?|number|#|nr\\.?|nummer|id|n°|n\\.o|n\\.)) ?#? ?([a-z]{0,8}[-/]?\\d[a-z\\d./_-]{0,26}|[a-z]{1,6}[-/][a-z\\d./_-]*\\d[a-z\\d./_-]{0,20}|[a-z]{1,4} \\d{3,6}(?:[-/]\\d{1,6})?(?![\\d.,]))`,
  );

const ownLabels: Readonly<Record<AgreementRank, RegExp>> = {
  "master-agreement": labelOf(
    "agreement|contract|msa|vertrags|vertrag|contrat|contrato|acuerdo|contratto|accordo|acordo|[a-z]*overeenkomst|reference|ref|nummer|numero|number",
  ),
  "statement-of-work": labelOf("sow|statement of work|work order|task order|project"),
  "order-form": labelOf("order|order form|service order|sales order"),
  estimate: labelOf(
    "quote|quotation|estimate|proposal|bid|offer|angebots|angebot|devis|offre|presupuesto|oferta|preventivo|offerta|orcamento|proposta|offerte",
  ),
  "purchase-order": labelOf(
    "purchase order|p\\.?o\\.?|order|bestell|bestellung|commande|pedido|orden de compra|ordine|encomenda|bestelling|inkooporder",
  ),
  amendment: labelOf("amendment|addendum|avenant|nachtrag|adenda|aditamento"),
  "change-order": labelOf("change order|co|variation|nachtrag|change request|modification"),
  "acceptance-message": labelOf("re|reference|ref"),
};
