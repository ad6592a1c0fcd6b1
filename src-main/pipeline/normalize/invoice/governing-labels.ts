import type { Row, Segment } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { totalFields } from "./total-candidate.ts";
import { endsInHolding } from "./total-words.ts";

/** Labels of a segment that can own an amount: the first one, and later ones that stand behind an amount of another. */
export function governingLabels(segment: Segment, row: Row, labels: LabelIndex): readonly PrintedLabel[] {
  const own = labels.get(segment) ?? [];
  // A row of names over a row of amounts: each name owns its column.
  if (!/\d/.test(row.text)) return own.filter(isTotalLabel);
  const kept: PrintedLabel[] = [];
  for (const label of own) {
    const before = kept.at(-1);
    const between = before === undefined ? [] : segment.tokens.slice(before.end, label.start);
    const hasAmount = between.some((token) => /\d[.,]\d{2}(?:[^\d%]|$)/.test(token.text));
    // "Total includes VAT of 20.00": the amount is what the total holds, and not the total.
    const isHeld = before !== undefined && weightOf(label, "tax") > 0 && endsInHolding(between);
    if (isHeld) kept.pop();
    if (before === undefined || hasAmount || isHeld || !isTotalLabel(before)) kept.push(label);
  }
  return kept.filter(isTotalLabel);
}

/** Whether a label may mean one of the sums of a document. */
export function isTotalLabel(label: PrintedLabel): boolean {
  return totalFields.some((field) => weightOf(label, field) > 0);
}
