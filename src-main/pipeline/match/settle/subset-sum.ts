/** Most items in a combination that is looked for without being named, and most items to choose from. */
const longestCombination = 4;
const widestChoice = 24;

/**
 * Combinations of two or more amounts that make a total, by position; at most two, for two are ambiguous already.
 *
 * All amounts together are tried whatever their count. Amounts are whole minor units.
 */
export const combinationsOf = (amounts: readonly bigint[], total: bigint): readonly (readonly number[])[] => {
  const found: (readonly number[])[] = [];
  const all = amounts.reduce((sum, amount) => sum + amount, 0n);
  if (amounts.length > longestCombination && all === total) found.push(amounts.map((_, index) => index));
  if (amounts.length > widestChoice) return found;
  const choose = (from: number, left: bigint, chosen: readonly number[]): void => {
    if (found.length > 1) return;
    if (left === 0n && chosen.length > 1) {
      found.push(chosen);
      return;
    }
    if (chosen.length === longestCombination) return;
    for (let index = from; index < amounts.length; index += 1)
      choose(index + 1, left - (amounts[index] ?? 0n), [...chosen, index]);
  };
  choose(0, total, []);
  return found.slice(0, 2);
};
