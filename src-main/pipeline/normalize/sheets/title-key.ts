import { foldText } from "../values/fold.ts";

/** A column title as it is looked up: camel case split ("GmbH" is none), marks dropped, folded. */
export const titleKey = (text: string): string =>
  foldText(withoutTimes(text.slice(0, 200)).replace(/([a-z])([A-Z])(?!\b)/g, "$1 $2"))
    .replace(/[*:]/g, " ")
    .replace(/_/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** A title without times of day: "06h00-18h00" in it counts no hours. */
export const withoutTimes = (text: string): string =>
  text.replace(/\(?\b\d{1,2}[:h]\d{2}\b(?:\s?(?:-|–|to|bis|a|à|al|tot)\s?\d{1,2}[:h]\d{2}\b)?\)?/gi, " ");
