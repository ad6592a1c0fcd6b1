import type { CaseState, Level, Route } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { formatDate, formatPlainAmount } from "../../locale/display.ts";
import type { QueueEntry } from "../../state/queue-index.ts";

export const routes: readonly Route[] = ["blocked", "review", "clear"];
export const levels: readonly Level[] = ["high", "medium", "low"];
export const caseStates: readonly CaseState[] = [
  "to-decide",
  "waiting",
  "blocked",
  "approved",
  "sent-back",
  "exported",
];

/** The text of most letters, alone in a list: what a column has to make room for. */
export function longestOf(
  entries: readonly QueueEntry[],
  textOf: (row: QueueEntry["row"]) => string | null,
): readonly string[] {
  let longest = "";
  for (const { row } of entries) {
    const text = textOf(row);
    if (text !== null && text.length > longest.length) longest = text;
  }
  return [longest];
}

/** The amounts of most places before and behind the point, as the cells write them: a figure is never cut. */
export function widestAmounts(
  entries: readonly QueueEntry[],
  column: "over" | "under" | "payable",
): readonly string[] {
  let before: { readonly places: number; readonly text: string } = { places: 0, text: "" };
  let behind = before;
  for (const { row } of entries) {
    const amount: DecimalText | null = row[column];
    if (amount === null) continue;
    const point = amount.indexOf(".");
    const whole = point < 0 ? amount.length : point;
    if (whole > before.places) before = { places: whole, text: formatPlainAmount(amount, row.currency) };
    const decimals = amount.length - whole;
    if (decimals > behind.places)
      behind = { places: decimals, text: formatPlainAmount(amount, row.currency) };
  }
  return [before.text, behind.text];
}

/** A late day of each month, since months have names of their own length. */
export function widestDates(): readonly string[] {
  return Array.from({ length: 12 }, (_, month) =>
    formatDate(`2026-${String(month + 1).padStart(2, "0")}-28`),
  );
}
