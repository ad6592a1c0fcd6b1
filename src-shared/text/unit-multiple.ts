/** "1000 call", "4-week": so many of a unit that count as one, and the unit; `null` for a unit of its own. */
export function unitMultiple(unit: string): { readonly count: string; readonly of: string } | null {
  const [, count, of] = /^(\d+)[ -](.+)$/.exec(unit) ?? [];
  return count === undefined || of === undefined ? null : { count, of };
}
