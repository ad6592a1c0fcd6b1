import { codesOf, parseCoding } from "./coding.ts";
import type { ExportTarget, OwnListKind } from "./export-target.ts";
import { parseTaxMapping } from "./tax-mapping.ts";

/** A setting that names something that the owner's own list does not hold. */
export interface OutsideList {
  readonly option: string;
  readonly value: string;
}

const looksLikeRates = (text: string): boolean => parseTaxMapping(text).size > 0;

/** Names in a setting: the codes of a coding, or the names of a tax mapping. */
const namesIn = (text: string): readonly string[] =>
  looksLikeRates(text) ? [...parseTaxMapping(text).values()] : codesOf(parseCoding(text));

/** Every name in the settings that is not in the list of its kind; a kind without a list is not looked at. */
export const findOutsideLists = (
  target: Pick<ExportTarget, "options">,
  options: Readonly<Record<string, string>>,
  lists: Readonly<Partial<Record<OwnListKind, readonly string[]>>>,
): readonly OutsideList[] =>
  target.options.flatMap(({ name, title, list, preset }) => {
    const known = list === undefined ? undefined : lists[list];
    if (known === undefined) return [];
    return namesIn(options[name] ?? preset)
      .filter((each) => !known.includes(each))
      .map((each) => ({ option: title, value: each }));
  });
