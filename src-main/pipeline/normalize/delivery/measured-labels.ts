import type { Unit } from "../../../../src-shared/model/index.ts";
import { unitInTitle } from "../sheets/measure-titles.ts";
import { isPlannedTitle } from "../sheets/title-patterns.ts";
import { titleKey } from "../sheets/title-key.ts";
import { foldText } from "../values/fold.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { parseQuantity } from "../values/unit.ts";
import type { LabeledCount } from "./labeled-counts.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelAt } from "./record-labels.ts";

/** Units of time and way, which a label names where a slip counts them beside its list of parts. */
const measured: ReadonlySet<Unit> = new Set<Unit>(["hour", "kilometre", "mile"]);
const number = String.raw`\d{1,5}(?:[.,]\d{1,2})?`;
/** "Ore viaggio ..... 2", "Km driven (two cars, 3 days): 51", "Time on site  2.5 hrs", "Reistijd (uur)   1,25". */
const labeled = new RegExp(
  `^[\\s☑✓•*–-]*(\\p{L}[^:\\d]{2,40}?)(?:\\s*\\([^)]*\\d[^)]*\\))?\\s*(?::|\\.{3,}|…+|_{3,}|\\s{2,})\\s*(${number}\\s?\\p{L}{0,6}\\.?)\\s*$`,
  "u",
);
const bareLabel = /^[\s•*–-]*(\p{L}[^:\d]{2,40}?)\s*:?\s*$/u;
const bareNumber = new RegExp(`^${number}$`);
const other =
  /(?:^|[^a-z])(?:total|totaal|totale|summe|gesamt|soma|suma|max|min|rate|price|preis|satz|tarif\w*|prix|precio|prezzo|prijs|per|pro|je|par|limit|stand|reading|odo\w*|start|end|before|after|from|to|von|bis|wait until|within|24|next|last|previous)(?![a-z])/;

/** Hours and ways that labels of a slip name with their unit, each by its label. */
export function measuredLabels(
  rows: readonly PrintedRow[],
  numbers: NumberConvention,
): readonly LabeledCount[] {
  return rows.flatMap((row, index): readonly LabeledCount[] => {
    const segments = row.segments.map(({ text }) => text);
    const pairs = segments.flatMap((text, at) => [text, [text, segments[at + 1] ?? ""].join("   ")]);
    const below = rows[index + 1];
    const label = bareLabel.exec(row.text.trim())?.[1];
    // A list of terms prints each value in the row below its label.
    if (label !== undefined && below !== undefined && bareNumber.test(below.text.trim()))
      pairs.push(`${label}   ${below.text.trim()}`);
    for (const text of pairs) {
      const found = countIn(text, numbers);
      if (found !== null) return [{ ...found, evidence: row.evidence === null ? [] : [row.evidence] }];
    }
    return [];
  });
}

function countIn(text: string, numbers: NumberConvention): Omit<LabeledCount, "evidence"> | null {
  const [, label = "", value = ""] = labeled.exec(text.trim()) ?? [];
  const key = foldText(label);
  if (label === "" || other.test(key) || isPlannedTitle(titleKey(label))) return null;
  const read = parseQuantity(value.trim(), numbers);
  const announced = labelAt(label);
  const isTime = announced === "hours" || announced === "travel";
  const unit = read?.unit ?? unitInTitle(label) ?? (isTime ? "hour" : null);
  const digits = /^[\d.,]+/.exec(value.trim())?.[0] ?? "";
  const quantity = parseAmount(digits, numbers)?.value ?? null;
  // Of a title of hours with its year ("Stunden Mai   2026") the number counts nothing.
  const isYear = unit === "hour" && /^\d{3,}/.test(digits);
  return unit === null || !measured.has(unit) || quantity === null || isYear
    ? null
    : { item: label.trim(), quantity, unit };
}
