import { decimalText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { numberOfWord } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/index.ts";

/** "three", "drei", "due": the count that a word names; `null` for any other word. */
export const countOfWord = (word: string): DecimalText | null => {
  const count = numberOfWord(foldText(word).replace(/[.,:]$/, ""));
  return count === null ? null : decimalText(String(count));
};
