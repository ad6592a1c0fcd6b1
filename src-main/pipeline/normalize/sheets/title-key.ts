import { foldText } from "../values/fold.ts";

/** A column title as it is looked up: camel case split, marks dropped, folded. */
export const titleKey = (text: string): string =>
  foldText(text.slice(0, 200).replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[*:]/g, " ")
    .replace(/_/g, " ")
    .replace(/\s+/g, " ")
    .trim();
