import type { TableMapping } from "../../../../src-shared/model/index.ts";
import { titleKey } from "../sheets/title-key.ts";
import { accountingPresets } from "./accounting-presets.ts";
import { handOffPresets } from "./hand-off-presets.ts";
import { paymentPresets } from "./payment-presets.ts";
import { timePresets } from "./time-presets.ts";

/** Tables of known programs. Of two that fit, the one with the longer signature is meant. */
export const presets: readonly TableMapping[] = [
  ...accountingPresets,
  ...handOffPresets,
  ...paymentPresets,
  ...timePresets,
];

/** Presets so plain that they fit many tables: only a table with no other columns is theirs. */
const exactPresets: ReadonlySet<string> = new Set([
  "harvest-time-import",
  "quickbooks-bank-upload",
  "quickbooks-bank-upload-two-columns",
]);

/** The mapping for a header row: what a person mapped comes first, then the presets. `null` where none fits. */
export const mappingFor = (
  header: readonly string[],
  remembered: readonly TableMapping[],
): TableMapping | null => {
  const titles = new Set(header.map(titleKey).filter((title) => title !== ""));
  const fits = ({ id, signature }: TableMapping): boolean =>
    signature.length > 0 &&
    signature.every((title) => titles.has(titleKey(title))) &&
    (!exactPresets.has(id) || signature.length === titles.size);
  const longest = (mappings: readonly TableMapping[]): TableMapping | null =>
    mappings.filter(fits).toSorted((left, right) => right.signature.length - left.signature.length)[0] ??
    null;
  return longest(remembered) ?? longest(presets);
};
