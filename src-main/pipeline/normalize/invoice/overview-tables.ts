import { isEqual } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { ItemTable } from "./raw-line.ts";
import { totalOf } from "./raw-line.ts";

/** More kinds of tables than this are no overview with its details. */
const mostGroups = 4;

/**
 * The tables that are billed. Where all tables together make no printed sum, but those of some headers alone make
 * one, the others are overviews or orders of the same items ("Line 1, six spots at 425" over its six spots). Of
 * several choices that make a sum the one with most lines counts: it holds the details.
 */
export function withoutOverviews(
  tables: readonly ItemTable[],
  sums: readonly Decimal[],
): readonly ItemTable[] {
  const byHeader = new Map<string, ItemTable[]>();
  for (const table of tables) {
    const header = table.columns.join("|");
    byHeader.set(header, [...(byHeader.get(header) ?? []), table]);
  }
  const groups = [...byHeader.values()];
  if (groups.length < 2 || groups.length > mostGroups || sums.length === 0) return tables;
  const makesASum = (chosen: readonly ItemTable[]): boolean => {
    const total = totalOf(chosen.flatMap(({ lines }) => lines));
    return total !== null && sums.some((sum) => isEqual(sum, total));
  };
  if (makesASum(tables)) return tables;
  const linesOf = (chosen: readonly ItemTable[]): number =>
    chosen.reduce((count, { lines }) => count + lines.length, 0);
  const choices = Array.from({ length: 2 ** groups.length - 2 }, (_, at) =>
    groups.filter((__, index) => Math.trunc((at + 1) / 2 ** index) % 2 === 1).flat(),
  );
  const [best] = choices
    .filter((chosen) => linesOf(chosen) > 0 && makesASum(chosen))
    .sort((one, two) => linesOf(two) - linesOf(one));
  return best === undefined ? tables : tables.filter((table) => best.includes(table));
}
