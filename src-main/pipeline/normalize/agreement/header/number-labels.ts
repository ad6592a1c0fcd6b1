import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";

/** The words that stand before a code. */
export interface NumberLabel {
  /** Folded, without the word for "number". */
  readonly words: string;
  /** A word or sign for "number" or "reference" stands right before the code. */
  readonly isMarked: boolean;
  /** The words are all that stands before the code in its cell, or in the one beside or above it. */
  readonly isWhole: boolean;
}

const mark =
  /(?:^|[ .-])(?:no|nr|n|num|number|nummer|numero|id|ref\.?a|ref|reference|referencia|riferimento|rif|referenz|kenmerk|code|folio|repertorio|rep|protocollo|prot|az|gz|aktenzeichen|zeichen|vorgang|dossier|expediente|expte|file|akte|proc|processo|#|n°|nº|n\.o|no°)[.°º]{0,2}(?: ?[#:])*$|#$/;

/** "Inhuurnummer", "Angebotsnr.": a word for "number" that closes a compound. */
const compoundMark = /(?<=[a-z]{3})(?:nummer|nr|number)\.?(?: ?[#:])*$/;
/** "Nº de encargo", "numéro de contrat": the word for "number" before what is numbered. */
const leadingMark =
  /^(?:no|nr|n|num|numero|number|ref|reference|referencia|riferimento|code|codice)[.°º]? ?(?:de la |de l'|de |del |della |dell'|di |do |da |du |d'|of |of the |van |van de |der |des )/;

/** Nouns of papers, folded, in seven languages, by what the paper is. */
const nouns = {
  agreed:
    "agreement|contract|subcontract|schedule|confirmation|assignment|engagement|mandate|booking|rental|lease|sow|statement of work|work ?order|wo|service order|order form|award|licen[cs]e|price list|rate card|rate sheet|tariff|msa|[a-z]*vertrags?|[a-z]*schein|auftrags?|[a-z]*vereinbarungs?|auftragsbestatigungs?|zuschlags?|preisliste|contrat|convention|marche|mission|grille tarifaire|contrato|acuerdo|encargo|lista de precios|contratto|incarico|disciplinare|affidamento|listino|acordo|tabela de precos|[a-z]*overeenkomst|[a-z]*contract|opdracht|opdrachtbevestiging|prijslijst|load|event order|beo",
  offered:
    "quote|quotation|estimate|est|proposal|offer|tender|bid|[a-z]*angebots?|[a-z]*offerten?|kostenvoranschlags?|devis|offre|proposition|soumission|presupuesto|oferta|cotizacion|propuesta|preventivo|offerta|orcamento|proposta|prijsopgave",
  ordered:
    "purchase order|order|order confirmation|po|p\\.o|bestell|bestellungs?|bon de commande|commande|pedido|pedido de compra|orden de compra|orden|ordine|ordine di acquisto|encomenda|bestelling|inkooporder|bestelbon",
  changed:
    "amendment|addendum|variation|change order|co|change request|modification|avenant|[a-z]*nachtrags?|adenda|aditamento|termo aditivo|atto aggiuntivo|appendice|allonge",
} as const;
type Group = keyof typeof nouns;

const nounAtEnd = (group: Group): RegExp =>
  new RegExp(`(?:^|[ ./-])((?:${nouns[group]})s?)(?: 20\\d\\d)?[ .-]*$`);
/** "affidamento diretto n.", "contrato abierto núm.": a word more behind the noun, before a word for "number". */
const qualified = (words: string): string => words.replace(/(?<=\p{L}{4} )\p{L}{4,12}$/u, "").trim();
const groups = (Object.keys(nouns) as Group[]).map((group) => [group, nounAtEnd(group)] as const);

const ownGroups: Readonly<Record<AgreementRank, readonly Group[]>> = {
  "master-agreement": ["agreed"],
  "statement-of-work": ["agreed"],
  "order-form": ["agreed", "ordered"],
  estimate: ["offered", "agreed"],
  "purchase-order": ["ordered"],
  amendment: ["changed"],
  "change-order": ["changed"],
  "acceptance-message": ["offered"],
};

/** Whose number it is not, whatever the paper: the other side's, and one that this paper rests on. */
const others =
  /\b(?:your|previous|customer|client|ihre?|votre|su|vs|s|uw|v|kunden?|kd|klant\w*|cliente|supplier|vendor|d'origine|bezug)\b/;
/** Words for the paper that others rest on; the number is its own where the title calls it so. */
const bases = /\b(?:parent|original|master|framework|rahmen[a-z]*)\b/g;
/** … and what else has numbers: an office, a firm, a machine, a law. */
const things =
  /\b(?:tax|vat|gst|hst|mwst|ust|uid|abn|acn|nzbn|uen|ein|tin|crn|kbo|bce|btw|rcs|kvk|siret|siren|cif|nif|nipc|nie|dni|rfc|cnpj|cpf|iva|c\.f|fn|hrb|hra|zvr|ahv|pan|gstin|cin|llpin|account|acct|serial|serien?|machine|anlage|fabrik|requisition|policy|project|projekt|cost|steuer|st|company|corporation|plan|lot|reg\w*|handelsregister|phone|telephone|tel|fax|mobile|mob|page|item|pos|line|unit|suite|invoice|iban|bic|bank|konto|sort|cig|cup|mandant\w*|permit|alvara|patente?|habilitacion|membership|insurance|bill|job|site|registration|registered|art|article|artikel|section|clause|iso|en|din|onorm|nen|law|act|decree|d\.lgs|l|dpr|ley|loi|rd|rdl|bgbl|p\.? ?o\.? ?box|postfach|bp|postbus|apartado|cap|zip|sig|signature|floor|unit|apt|flat|km|year|anno)\b/;

/** The noun of another paper that this one only refers to: "to the contract", "zum Bauvertrag", "under order". */
const referring =
  /\b(?:to|under|against|of|zum|zur|zu|nach|gemass|laut|unter|auf|au|aux|du|de|des|sur|al|alla|all'|allo|del|della|dell'|dello|sul|ao|do|da|van|bij|op|aan|behorend|per|pursuant|accordance|supplement|amending|rif\. vs|re your|vs)\.? (?:(?:the|our|der|dem|die|den|la|le|el|il|lo|l'|o|a|het|de|above|existing|main)\.? ?){0,2}(?:[a-z'.-]+ ){0,3}$/;

/** Whether the letters that begin a code name its owner: "ABN 11 222 333 444", "LOT 22". */
export const isAnothersCode = (code: string): boolean => {
  const [letters = "", ...rest] = code.toLowerCase().split(" ");
  return rest.length > 0 && (others.test(letters) || things.test(letters));
};

/** "to the contract …", "au contrat-cadre …": what follows is another paper. */
const refers = /^(?:to|under|zum|zur|zu|au|aux|al|alla|all'|ao|bij|aan|sur|unter|gemass|laut) /;

/** An order rests on an offer, and a contract is ordered under: such numbers are those of other papers. */
const isAnothersGroup = (group: Group, rank: AgreementRank): boolean =>
  group === "changed" ||
  group === "ordered" ||
  rank === "amendment" ||
  rank === "change-order" ||
  (group === "offered" && rank === "purchase-order");

const agreedPaper = new RegExp(
  `(?:^|[ ./-])(?:${nouns.agreed}|${nouns.ordered}|${nouns.offered})s?(?:[ -](?:cadre|d'origine|originale?|original|base|reference|ref))?[ .:-]*$`,
);
const changedPaper = new RegExp(`(?:^|[ ./-])(?:${nouns.changed})s?[ .:-]*$`);

/** Whether a label names a contract, an order or an offer: on a change, the paper that is changed. */
export const namesAgreedPaper = ({ words }: NumberLabel): boolean =>
  agreedPaper.test(words) && !changedPaper.test(words);

/** What the label of a code says of whose number it is. */
export function meaningOf(
  { words, isMarked, isWhole }: NumberLabel,
  rank: AgreementRank,
  title: string,
): "own" | "other" | "none" | "short" | "stranger" | "another's" {
  const isOfBase = [...words.matchAll(bases)].some(([word]) => !title.includes(word));
  if ((isOfBase && rank !== "master-agreement") || others.test(words) || refers.test(words))
    return "another's";
  if (/^(?:our|unsere?|notre|nuestr[oa]|nostr[oa]|ons|n|ns|this)?[ ./]*$/.test(words)) return "none";
  const [longest] = groups
    .flatMap(([group, pattern]) => {
      const noun = (pattern.exec(words) ?? (isMarked ? pattern.exec(qualified(words)) : null))?.[1];
      return noun === undefined ? [] : [{ group, noun }];
    })
    .toSorted((one, other) => other.noun.length - one.noun.length);
  if (longest !== undefined) {
    const { group, noun } = longest;
    const before = words.slice(0, words.lastIndexOf(noun));
    if (before.trim() !== "" && referring.test(`${before.trimEnd()} `)) return "another's";
    if (ownGroups[rank].includes(group)) return "own";
    // What the title calls the paper is what its number is called by.
    if (rank !== "amendment" && rank !== "change-order" && title.includes(noun)) return "own";
    return isAnothersGroup(group, rank) ? "another's" : "other";
  }
  if (things.test(words)) return "another's";
  return isWhole && words.split(" ").length <= 3 ? "short" : "stranger";
}

/** The label of the code that begins at `start` of a cell: before it, else in the cell on its left or above it. */
export function labelBefore(
  rows: readonly Line[],
  index: number,
  column: number,
  start: number,
): NumberLabel {
  const row = rows[index];
  const cells = row?.cells ?? (row === undefined ? [] : [row.prepared]);
  const before = cells[column]?.folded.slice(0, start) ?? "";
  if (/[\p{L}#]/u.test(before)) return partsOf(before);
  const beside = cells[column - 1]?.folded ?? "";
  if (beside !== "") return beside.length <= 40 ? partsOf(beside) : partsOf("");
  const above = rows[index - 1];
  const over = above === undefined ? "" : ((above.cells ?? [above.prepared])[column]?.folded ?? "");
  const isGrid = above !== undefined && (above.cells?.length ?? 1) === (row?.cells?.length ?? 1);
  return isGrid && over.length <= 40 && mark.test(over.replace(/[ :]+$/, "")) ? partsOf(over) : partsOf("");
}

/** "Services Agreement (“MSA”) No. 7": the name that a paper goes by, between what it is and its number. */
const nameBetween = / ?\([^()]{1,40}\)(?= ?[\p{L}.°º#]{1,12} ?[:#]? ?$)/u;

function partsOf(printed: string): NumberLabel {
  const before = printed.replace(nameBetween, "");
  const piece =
    before
      .trimEnd()
      .split(/[|•;(]|[–—] ?| [-/] | {3,}|[!?] |, /)
      .at(-1) ?? "";
  const plain = piece.replace(/[ :=]+$/, "").trimStart();
  const marked = mark.exec(plain) ?? compoundMark.exec(plain);
  const said = (marked === null ? plain : plain.slice(0, marked.index)).replace(/[ .:-]+$/, "").trim();
  // "reference no.": two words for one thing.
  const words =
    marked === null
      ? said
      : said
          .replace(mark, "")
          .replace(/[ .:-]+$/, "")
          .trim();
  const led = leadingMark.exec(words)?.[0] ?? "";
  return {
    words: words.slice(led.length),
    isMarked: marked !== null || led !== "",
    isWhole: before.trim() === piece.trim(),
  };
}
