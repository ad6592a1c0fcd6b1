import type { Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import { textLines, type TextPiece } from "../sheets/text-lines.ts";
import { foldText } from "../values/fold.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { costOf } from "./line-cost.ts";
import { figuresOf } from "./line-figures.ts";
import { materialLabel, type LabeledCount } from "./labeled-counts.ts";
import { toldUnits } from "./told-units.ts";
import { saysUndone } from "./undone-words.ts";

/** Headings of lists of what was used or brought. */
const thingsHeading = new RegExp(
  `${materialLabel.source}|^(?:deliver(?:y|ies)|goods|lieferungen?|livraisons?|leveringen?|entregas?|consegne)$`,
);

/** Whether a text is nothing but such a heading. */
export const headingIn = (text: string): boolean =>
  thingsHeading.test(foldText(text.replace(/\s*:\s*$/, "")).trim());

/** Things with their counts in the list that a heading for material, parts or deliveries announces. */
export function listedThings(document: ReadDocument, numbers: NumberConvention): readonly LabeledCount[] {
  const written = document.reader === "text" ? besideHeading(document) : [];
  const listed = toldUnits(document).flatMap(({ text, evidence, isItem, under }): readonly Clause[] => {
    const isListed = isItem || /^\d/.test(text);
    if (isListed && under !== null && headingIn(under)) return [{ text, evidence }];
    const [, label = "", value = ""] = /^([^:]{3,40}?)\s?:\s+(.+)$/u.exec(text) ?? [];
    if (label === "" || !headingIn(label)) return [];
    return value.split(/;\s|\s[–—-]\s|,\s(?=\d|n\.)/u).map((clause) => ({ text: clause, evidence }));
  });
  return [...written, ...listed].flatMap(({ text, evidence }) => {
    const found = saysUndone(text) ? null : thingIn(text, numbers);
    return found === null ? [] : [{ ...found, evidence: evidence === null ? [] : [evidence] }];
  });
}

interface Clause {
  readonly text: string;
  readonly evidence: Evidence | null;
}

const indent = 3;

/** "Materials   1   thermocouple" with further things under the first: a heading beside its list. */
function besideHeading({ documentId, text }: ReadDocument): readonly Clause[] {
  const clauses: Clause[] = [];
  let column: number | null = null;
  let isOpen = false;
  const clauseOf = (pieces: readonly TextPiece[]): Clause => {
    const [start = 0, end = 0] = [pieces[0]?.start, pieces.at(-1)?.end];
    const quote = (text ?? "").slice(start, end);
    return {
      text: quote.replace(/\s+/gu, " "),
      evidence: { documentId, role: "delivery", quote, at: { start, end } },
    };
  };
  for (const { pieces } of textLines(text ?? "")) {
    const [first, second] = pieces;
    // "PARTS" alone on its line: each line below that begins with a count is a thing.
    if (first !== undefined && second === undefined && headingIn(first.text) && !first.text.endsWith(":")) {
      [column, isOpen] = [null, true];
      continue;
    }
    isOpen &&= first !== undefined && /^\d/.test(first.text);
    if (isOpen) clauses.push(clauseOf(pieces));
    else if (first !== undefined && second !== undefined && headingIn(first.text)) {
      column = second.left;
      clauses.push(clauseOf(pieces.slice(1)));
    } else if (column !== null && first !== undefined && Math.abs(first.left - column) < indent)
      clauses.push(clauseOf(pieces));
    else column = null;
  }
  return clauses;
}

type Thing = Omit<LabeledCount, "evidence">;

/** "2 x valve", "n. 1 pump", "3 m copper pipe", "silicone wire: 1,5 m", "element 2,4 kW : 2", "11:20 Hanson, 20 t stone". */
function thingIn(clause: string, numbers: NumberConvention): Thing | null {
  const { money } = figuresOf(clause, numbers);
  const [first] = money;
  // "1 x door belt, net cost GBP 118.00": what it cost stands behind the thing, and is no part of its name.
  const priced = first !== undefined && /\p{L}{3}/u.test(clause.slice(0, first.start));
  const named = priced ? clause.slice(0, first.start).replace(costWords, "").trim() : clause;
  const found = countedIn(named, numbers);
  return found === null || !priced ? found : { ...found, cost: costOf(found.quantity, money) };
}

const costWords =
  /[\s,;:(–-]*(?:(?:at|our|net|zu|je|à|pour|a)\s+)*(?:cost|price|kosten|preis|prix|co[uû]t|prijs|precio|coste|prezzo|costo|pre[cç]o|custo)?[\s,;:(–-]*$/iu;

function countedIn(clause: string, numbers: NumberConvention): Thing | null {
  const text = clause.replace(/^\s*\d{1,2}[:.]\d{2}\s+/, "").replace(/^(?:n\.|n°|nr\.?|no\.)\s?(?=\d)/i, "");
  const amountOf = (digits: string): LabeledCount["quantity"] | null =>
    parseAmount(digits, numbers)?.value ?? null;
  const [, thing = "", behind = ""] = /^(.*\p{L}.*?)\s*:\s*(\d+(?:[.,]\d+)?)\s*$/u.exec(text) ?? [];
  if (thing !== "") {
    const quantity = amountOf(behind);
    return quantity === null ? null : { item: thing.trim(), quantity, unit: "piece" };
  }
  const [first] = figuresOf(text, numbers).quantities;
  const [, digits = "", rest = ""] =
    /^(\d{1,5})\s*(?:x|×)?\s+(\p{L}.{1,60}|\d.*\p{L}{3}.{0,60})$/u.exec(text) ?? [];
  const isLed = digits !== "" && first?.start !== 0;
  if (first !== undefined && !isLed) {
    const item = `${text.slice(0, first.start)} ${text.slice(first.end)}`.replace(/[\s:,–-]+$/u, "").trim();
    return /\p{L}/u.test(item)
      ? { item: item.replace(/\s+/gu, " "), quantity: first.value, unit: first.unit }
      : null;
  }
  const [, among = "", other = ""] =
    digits !== "" ? ["", digits, rest] : (/,\s(\d{1,5})\s+(\p{L}.{1,60})$/u.exec(text) ?? []);
  const quantity = among === "" ? null : amountOf(among);
  return quantity === null ? null : { item: other.trim(), quantity, unit: "piece" };
}
