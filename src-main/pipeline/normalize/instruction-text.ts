import {
  evidenceForWords,
  type Evidence,
  type ReadDocument,
  type SourcedText,
  type Word,
} from "../../../src-shared/model/index.ts";
import { evidenceFor } from "../../../src-shared/model/index.ts";

/**
 * Wording that speaks to a reading program instead of a business partner.
 *
 * Each needs an address or an order to a machine; "please approve this invoice" to a person is none.
 */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:previous|prior|above|earlier|all|any|other|system)\b[^.]{0,30}\b(?:instructions?|prompts?|rules?|checks?|findings?|messages?)\b/i,
  /\b(?:you are|act as|pretend to be|behave as)\b[^.]{0,30}\b(?:an? (?:ai|assistant|language model|auditor bot|agent)|chatgpt|gpt|llm)\b/i,
  /\b(?:as an? |dear |attention |note to (?:the )?)(?:ai|language model|llm|automated (?:reader|reviewer|system)|assistant)\b/i,
  /\b(?:mark|classify|flag|treat|report|route|set)\b[^.]{0,40}\b(?:this|the) (?:invoice|document|line|total)\b[^.]{0,40}\b(?:as|to) (?:approved|clear|paid|valid|verified|compliant|correct)\b/i,
  /\b(?:automatically|auto-?)\s?approve\b[^.]{0,40}\b(?:invoice|payment|document)/i,
  /\b(?:do not|don't|never)\b[^.]{0,20}\b(?:flag|report|check|compare|verify|mention)\b[^.]{0,60}\b(?:rate|rates|price|prices|discrepanc\w+|difference|differences|invoice|total|mismatch\w*)\b/i,
  /\b(?:system prompt|developer message|<\/?(?:system|instruction|prompt)>|\[\[?(?:system|inst)\]?\])/i,
  /\b(?:ignoriere|missachte)\b[^.]{0,40}\b(?:anweisungen|vorherigen|regeln)\b/i,
  /\b(?:ignorez?|oubliez?)\b[^.]{0,40}\b(?:instructions|consignes|regles|règles)\b/i,
];

const quoteLimit = 300;

const inText = (document: ReadDocument, source: SourcedText): readonly Evidence[] => {
  for (const pattern of orders) {
    const match = pattern.exec(source.text);
    if (match === null) continue;
    const start = match.index;
    const end = Math.min(source.text.length, start + Math.min(match[0].length, quoteLimit));
    return [evidenceFor(source, start, end, document, "invoice")];
  }
  return [];
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
      if (orders.some((pattern) => pattern.test(text)))
        found.push(evidenceForWords(run.slice(0, 60), document, "invoice"));
    }
  }
  for (const sheet of document.sheets) {
    for (const cell of sheet.rows.flat()) {
      if (cell.text.length > 20 && orders.some((pattern) => pattern.test(cell.text))) {
        found.push({ documentId: document.documentId, role: "invoice", quote: cell.text, at: cell.at });
      }
    }
  }
  const visit = (element: NonNullable<ReadDocument["root"]>): void => {
    if (element.text.length > 20 && orders.some((pattern) => pattern.test(element.text))) {
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
