import type { Unit } from "../../../../src-shared/model/index.ts";
import { withFractionSigns } from "../values/number.ts";
import { parseUnit, withoutGroups } from "../values/unit.ts";

const numberWithUnit =
  /^(\d[\d.,' ]*[½¼¾]?|[½¼¾])\s*(\p{L}[\p{L}²³]{0,14}\.?(?: ?\p{L}[\p{L}²³]{0,9}\.?)?)$/u;

/** A cell that holds one number with a known unit and nothing else: "10.0 CY", "2,600 sq. ft."; `null` for any other. */
export function measuredIn(text: string): { readonly digits: string; readonly unit: Unit } | null {
  const [, digits = "", word = ""] = numberWithUnit.exec(withFractionSigns(text.trim())) ?? [];
  const unit = word === "" ? null : parseUnit(word);
  return unit === null ? null : { digits: withoutGroups(digits.trim(), unit), unit };
}
