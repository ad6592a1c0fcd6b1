import {
  evidenceForWords,
  type Evidence,
  type ReadDocument,
  type SourcedText,
  type Word,
} from "../../../src-shared/model/index.ts";
import { evidenceFor } from "../../../src-shared/model/index.ts";
import { machineOrder } from "./machine-orders.ts";

const quoteLimit = 300;

/**
 * Wording that speaks to a reading program instead of a business partner.
 *
 * Each needs an address or an order to a machine; "please approve this invoice" to a person is none.
 */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:previous|prior|above|earlier|all|any|other|system|your)\b[^.]{0,30}\b(?:instructions?|prompts?|rules?|checks?|findings?|messages?|guidelines?)\b/i,
  /\b(?:you are|act as|pretend to be|behave as)\b[^.]{0,30}\b(?:an? (?:ai|assistant|language model|auditor bot|agent)|chatgpt|gpt|llm)\b/i,
  /\b(?:as an? |dear |attention |note to (?:the )?|to the )(?:ai\b|language model|llm|automated (?:reader|reviewer|system)|assistant\b)/i,
  /\b(?:mark|classify|flag|treat|report|route|set)\b[^.]{0,40}\b(?:this|the) (?:invoice|document|line|total)\b[^.]{0,40}\b(?:as|to) (?:approved|clear|paid|valid|verified|compliant|correct)\b/i,
  /\b(?:automatically|auto-?)\s?approve\b[^.]{0,40}\b(?:invoice|payment|document)/i,
  /\b(?:do not|don't|never)\b[^.]{0,20}\b(?:flag|report|check|compare|verify|mention)\b[^.]{0,60}\b(?:rate|rates|price|prices|discrepanc\w+|difference|differences|invoice|total|mismatch\w*)\b/i,
  /\b(?:system prompt|developer message)\b|<\/?(?:system|instruction|prompt)>|\[\[?(?:system|inst)\]?\]|<\|(?:im_start|system|endoftext)\|>/i,
  // German
  /\b(?:ignorier\w*|missacht\w*|vergiss|vergessen sie|übergeh\w*)\b[^.]{0,40}\b(?:anweisung\w*|vorherig\w*|bisherig\w*|regeln|vorgaben)\b/i,
  /\b(?:markier\w*|setz\w*|werte\w*|behandl\w*|stuf\w*)\b[^.]{0,40}\b(?:diese|die) rechnung\b[^.]{0,40}\b(?:genehmigt|freigegeben|bezahlt|geprüft|korrekt|fehlerfrei)/i,
  /\b(?:melde|melden sie|prüfe|prüfen sie|erwähne)\b[^.]{0,40}\b(?:keine|nicht)\b[^.]{0,40}\b(?:abweichung\w*|differenz\w*|preis\w*|betr[aä]g\w*)/i,
  /\b(?:du bist|sie sind|handle als)\b[^.]{0,30}\b(?:ki-?(?:assistent|modell)?|sprachmodell|künstliche intelligenz|assistent)\b/i,
  // French
  /\b(?:ignore[rz]?|oublie[rz]?|ne tiens? pas compte|ne tenez pas compte)\b[^.]{0,40}(?:instructions|consignes|r[eè]gles|directives)\b/i,
  /\b(?:marque[rz]?|consid[eé]re[rz]?|traite[rz]?|classe[rz]?)\b[^.]{0,40}\bcette facture\b[^.]{0,40}(?:approuv[eé]e|pay[eé]e|valid[eé]e|conforme|correcte)/i,
  /\bne (?:signale[rz]?|v[eé]rifie[rz]?|compare[rz]?|mentionne[rz]?)\b[^.]{0,40}\b(?:[eé]carts?|diff[eé]rences?|prix|montants?)\b/i,
  /\b(?:tu es|vous [eê]tes|agis comme)\b[^.]{0,30}\b(?:une? (?:ia|assistant|intelligence artificielle)|mod[eè]le de langage)\b/i,
  // Spanish and Portuguese
  /\b(?:ignor[ae]|ignorar|olvid[ae]|desconsider[ae]|desconsiderar|esque[cç]a)\b[^.]{0,40}(?:instrucciones|instru[cç][oõ]es|reglas|regras|indicaciones|orienta[cç][oõ]es)/i,
  /\b(?:marc?[aq]u?e|marcar|considere|trate|clasifique|classifique)\b[^.]{0,40}\b(?:esta|est[ae]) (?:factura|fatura)\b[^.]{0,40}(?:aprobada|aprovada|pagada|paga|v[aá]lida|correcta|correta|conforme)/i,
  /\b(?:no|n[aã]o) (?:informe|revise|compruebe|compare|mencione|verifique|reporte|assinale)\b[^.]{0,40}(?:diferencias?|diferen[cç]as?|precios?|pre[cç]os?|importes?|valores|discrep[aâ]ncias?)/i,
  /\b(?:eres|usted es|voc[eê] [eé]|act[uú]a como|aja como)\b[^.]{0,30}(?:una? (?:ia|asistente|assistente)|modelo de l(?:enguaje|inguagem)|intelig[eê]ncia artificial|inteligencia artificial)/i,
  // Italian
  /\b(?:ignora|ignorare|ignorate|dimentica|dimenticare)\b[^.]{0,40}\b(?:istruzioni|regole|indicazioni|direttive)\b/i,
  /\b(?:segna|contrassegna|considera|tratta|classifica)\w*\b[^.]{0,40}\bquesta fattura\b[^.]{0,40}\b(?:approvata|pagata|valida|corretta|conforme)/i,
  /\bnon (?:segnalare|verificare|controllare|confrontare|menzionare|segnala|verifica)\b[^.]{0,40}\b(?:differenz[ae]|prezz[io]|import[io]|discrepanz[ae]|scostament[io])/i,
  /\b(?:sei|agisci come|comportati come)\b[^.]{0,30}\b(?:un(?:'|a )?(?:ia|intelligenza artificiale)|un assistente|un modello linguistico)/i,
  // Dutch
  /\b(?:negeer|vergeet|sla over)\b[^.]{0,40}\b(?:instructies|regels|aanwijzingen|opdrachten)\b/i,
  /\b(?:markeer|beschouw|behandel|classificeer)\b[^.]{0,40}\bdeze factuur\b[^.]{0,40}\b(?:goedgekeurd|betaald|geldig|correct|akkoord)/i,
  /\b(?:meld|controleer|vergelijk|vermeld)\b[^.]{0,20}\b(?:geen|niet)\b[^.]{0,40}\b(?:afwijking\w*|verschil\w*|prij[sz]\w*|bedrag\w*)/i,
  /\b(?:je bent|u bent|gedraag je als)\b[^.]{0,30}\b(?:een (?:ai|assistent|taalmodel)|kunstmatige intelligentie)/i,
];

/** All of them at once: hardly any text is an order, and one look at it costs a quarter of a look for each. */
const anyOrder = new RegExp(orders.map(({ source }) => `(?:${source})`).join("|"), "i");

/** The first of them that a text gives, in their order. */
function knownOrder(text: string): { readonly index: number; readonly text: string } | null {
  if (!anyOrder.test(text)) return null;
  for (const order of orders) {
    const match = order.exec(text);
    if (match !== null) return { index: match.index, text: match[0] };
  }
  return null;
}

/** Marks that nobody sees between the letters of an order, and letters of the tag block that spell one out. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const tags = /[\u{e0020}-\u{e007e}]{4,}/u;

interface Plain {
  readonly text: string;
  /** Offsets into the printed text, one for each unit and one for the end. */
  readonly offsets: readonly number[];
}

/** The text without unseen marks, with a map back; `null` where there are none. */
const withoutUnseen = (text: string): Plain | null => {
  if (!unseen.test(text)) return null;
  let plain = "";
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    if (unseen.test(unit)) continue;
    plain += unit;
    offsets.push(index);
  }
  return { text: plain, offsets: [...offsets, text.length] };
};

/** Where the first order of a text stands; `null` for none. */
const orderIn = (text: string): { readonly start: number; readonly end: number } | null => {
  const spelled = tags.exec(text);
  if (spelled !== null) return { start: spelled.index, end: spelled.index + spelled[0].length };
  const plain = withoutUnseen(text);
  const read = plain?.text ?? text;
  const order = knownOrder(read) ?? machineOrder(read);
  if (order === null) return null;
  const end = order.index + Math.min(order.text.length, quoteLimit);
  return plain === null
    ? { start: order.index, end }
    : { start: plain.offsets[order.index] ?? 0, end: plain.offsets[end] ?? text.length };
};

const inText = (document: ReadDocument, source: SourcedText): readonly Evidence[] => {
  const order = orderIn(source.text);
  return order === null ? [] : [evidenceFor(source, order.start, order.end, document, "invoice")];
};

const hiddenRuns = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const runs: Word[][] = [];
  let current: Word[] = [];
  for (const word of words) {
    if (word.visible) {
      if (current.length > 0) runs.push(current);
      current = [];
    } else current.push(word);
  }
  if (current.length > 0) runs.push(current);
  return runs;
};

/** Passages that try to instruct the reader, visible or hidden. They are reported and never obeyed. */
export const findInstructions = (document: ReadDocument): readonly Evidence[] => {
  const found: Evidence[] = [];
  for (const block of document.blocks) {
    if (block.type === "paragraph") found.push(...inText(document, block));
    else for (const cell of block.rows.flat()) if (cell !== null) found.push(...inText(document, cell));
  }
  for (const page of document.pages) {
    for (const run of hiddenRuns(page.words)) {
      const text = run.map((word) => word.text).join(" ");
      if (orderIn(text) !== null) found.push(evidenceForWords(run.slice(0, 60), document, "invoice"));
    }
  }
  for (const sheet of document.sheets) {
    for (const cell of sheet.rows.flat()) {
      if (cell.text.length > 20 && orderIn(cell.text) !== null) {
        found.push({ documentId: document.documentId, role: "invoice", quote: cell.text, at: cell.at });
      }
    }
  }
  const visit = (element: NonNullable<ReadDocument["root"]>): void => {
    if (element.text.length > 20 && orderIn(element.text) !== null) {
      found.push({
        documentId: document.documentId,
        role: "invoice",
        quote: element.text,
        at: { path: element.path },
      });
    }
    for (const child of element.children) visit(child);
  };
  if (document.root !== null) visit(document.root);
  return found;
};
