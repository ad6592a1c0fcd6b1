interface Head {
  readonly at: number;
}

/** How many heads stand at or before a row. */
function headsUpTo(row: number, groups: readonly Head[]): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.at ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a row is drawn when heads stand between the rows. */
export const displayOfRow = (row: number, groups: readonly Head[]): number => row + headsUpTo(row, groups);

/** What is drawn at a place: the head of a group, or a row. */
export function placeOfDisplay<Group extends Head>(
  index: number,
  groups: readonly Group[],
): { readonly row: number; readonly group: Group | null } {
  let low = 0;
  let high = groups.length;
  // The head of group n is drawn at `at + n`.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.at ?? 0) + middle <= index) low = middle + 1;
    else high = middle;
  }
  const last = groups[low - 1];
  if (last !== undefined && last.at + low - 1 === index) return { row: -1, group: last };
  return { row: index - low, group: null };
}
