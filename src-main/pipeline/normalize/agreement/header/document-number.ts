import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";

const numberLabel =
  /\b(?:agreement|contract|quote|quotation|estimate|proposal|purchase order|p\.?o\.?|order|sow|statement of work|work order|task order|change order|co|amendment|addendum|reference|ref|bid|offer|angebot|angebots|vertrag|vertrags|bestell|bestellung|auftrags|devis|contrat|avenant|commande|document|msa)[- ]?(?:no\.?|number|num\.?|#|nr\.?|nummer|id|n°|no°|numero|ref\.?|reference)(?: ?:)? ?#? ?([a-z\d][a-z\d./_-]{1,28})|(?:\bno\.?|#|\bnr\.?|\bn°) ?:? ?([a-z]{0,6}[-/]?\d[a-z\d./_-]{0,24})/;

const codeInTitle =
  /(?:^|[ #(:])([a-z]{1,6}[-_/ ]?\d{2,}[a-z\d/_-]{0,20}|\d{4,}[-/][\da-z-]+|[a-z]{2,6}(?:-[a-z\d]{1,8}){1,4})(?=$|[ ,).:;])/;

export function findNumber(
  lines: readonly Line[],
  titleLine: Line | null,
  rank: AgreementRank,
): { text: string; line: Line } | null {
  const own = ownLabels[rank];
  const cut = (line: Line, start: number, length: number): { text: string; line: Line } | null => {
    const text = line.prepared.text.slice(start, start + length).replace(/[.,;:)]+$/, "");
    return /\d/.test(text) && !/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text) ? { text, line } : null;
  };
  const labels = [own, numberLabel];
  for (const pattern of labels) {
    for (const line of lines.slice(0, 30)) {
      if (line.prepared.text.length > 180) continue;
      const match = pattern.exec(line.prepared.folded.replaceAll(" | ", "   "));
      const found = match?.[1] ?? match?.[2];
      if (
        match === null ||
        found === undefined ||
        /\b(?:tax|vat|phone|account|page|item|license|registration|customer|client|invoice)\b/.test(
          line.prepared.folded.slice(Math.max(0, match.index - 14), match.index),
        )
      )
        continue;
      const spaced = line.prepared.folded.replaceAll(" | ", "   ");
      const result = cut(
        line,
        spaced.indexOf(found, match.index + match[0].length - found.length - 1),
        found.length,
      );
      if (result !== null) return result;
    }
    if (titleLine !== null) {
      const match = codeInTitle.exec(titleLine.prepared.folded);
      const code = match?.[1];
      if (match !== null && code !== undefined && /\d/.test(code) && !/^(?:19|20)\d\d$/.test(code)) {
        const result = cut(titleLine, match.index + match[0].indexOf(code), code.length);
        if (result !== null) return result;
      }
      const plainNumber = /\b(?:no\.?|number|#|nr\.?) ?([\da-z][\da-z-]*)/.exec(
        titleLine.prepared.folded,
      )?.[1];
      if (plainNumber !== undefined)
        return cut(titleLine, titleLine.prepared.folded.indexOf(plainNumber), plainNumber.length);
    }
  }
  return null;
}

const labelOf = (nouns: string): RegExp =>
  new RegExp(
    `\\b(?:${nouns})[- ]?(?:no\\.?|number|num\\.?|#|nr\\.?|nummer|id|n°|numero|ref\\.?|reference)?(?: ?[:#]| {3}|(?<=no\\.?|number|#|nr\\.?|nummer|id)) ?#? ?([a-z]{0,8}[-/]?\\d[a-z\\d./_-]{0,26}|[a-z]{2,6}-[a-z\\d./_-]*\\d[a-z\\d./_-]{0,20})`,
  );

const ownLabels: Readonly<Record<AgreementRank, RegExp>> = {
  "master-agreement": labelOf("agreement|contract|msa|vertrags|vertrag|contrat|reference|ref"),
  "statement-of-work": labelOf("sow|statement of work|work order|task order|project"),
  "order-form": labelOf("order|order form|service order|sales order"),
  estimate: labelOf("quote|quotation|estimate|proposal|bid|offer|angebots|angebot|devis|offre"),
  "purchase-order": labelOf("purchase order|p\\.?o\\.?|order|bestell|bestellung|commande"),
  amendment: labelOf("amendment|addendum|avenant|nachtrag"),
  "change-order": labelOf("change order|co|variation|nachtrag|change request|modification"),
  "acceptance-message": labelOf("re|reference|ref"),
};
