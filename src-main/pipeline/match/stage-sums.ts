import type { Term } from "../../../src-shared/model/index.ts";
import { isStageWord, stageCodesIn, stageNameOf, wordingOf } from "../../../src-shared/wording/index.ts";

/** What a term prices, in words: its role, item and name. */
export const itemOf = ({ value }: Term): string => {
  const named = value as { readonly item?: string; readonly role?: string; readonly name?: string };
  return [named.role, named.item, named.name].filter((part) => part !== undefined).join(" ");
};

/** A stage is a milestone in one paper and a sum that is due once in another. */
export const isSumOfStage = (term: Term): boolean =>
  term.type === "milestone" || (term.type === "fixed-fee" && term.value.per === "once");

const stageNumberOf = (term: Term): string | undefined =>
  wordingOf(itemOf(term)).sizes.find(({ of }) => of === "stage")?.number;

/** What names the stage, without the word for a stage and its number: "working cell" of "Stage 2 (Working cell)". */
export const stageWordsOf = (term: Term): readonly string[] =>
  wordingOf(stageNameOf(itemOf(term))).content.filter((word) => !/\d/u.test(word) && !isStageWord(word));

const isWithin = (words: readonly string[], others: readonly string[]): boolean =>
  words.every((word) => others.includes(word));

/** Whether two sums are for the same stage: by its code, else by its number and the words that name it. */
export function isSameStage(term: Term, other: Term): boolean {
  const [own, known] = [stageCodesIn(itemOf(term)), stageCodesIn(itemOf(other))];
  if (own.length === 1 && known.length === 1) return own[0] === known[0];
  const [one, two] = [stageNumberOf(term), stageNumberOf(other)];
  if (one !== undefined && two !== undefined && one !== two) return false;
  const [ours, theirs] = [stageWordsOf(term), stageWordsOf(other)];
  if (ours.length > 0 && theirs.length > 0) return isWithin(ours, theirs) || isWithin(theirs, ours);
  return one !== undefined && one === two;
}
