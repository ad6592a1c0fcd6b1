/** "1000 call": so many of a unit that count as one, and the unit; `null` for a unit of its own. */
export function unitMultiple(unit: string): { readonly count: string; readonly of: string } | null {
  const [, count, of] = /^(\d{3,}) (.+)$/.exec(unit) ?? [];
  return count === undefined || of === undefined ? null : { count, of };
}
