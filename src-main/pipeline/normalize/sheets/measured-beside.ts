import type { TitleMeaning } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

/** What such a column holds. */
export const counted: TitleMeaning = { role: "quantity", rank: 0 };
const amountBehind =
  /^(.+) (?:amount|value|qty|quantity|betrag|wert|menge|montant|valeur|importe|valor|importo|valore)$/;
const unitBehind = /^(.+) (?:units?|uom|einheit|unite|unidad|unita|unidade|eenheid)$/;

/** "Usage amount" beside "Usage unit": an amount in units, and none of money. */
export function measuredBeside(units: ReadonlySet<string>, title: string): boolean {
  const stem = amountBehind.exec(titleKey(title))?.[1];
  return stem !== undefined && units.has(stem);
}

/** What the titles of units in a header are the units of: "Usage" for "Usage unit". */
export const unitStems = (header: readonly GridCell[]): ReadonlySet<string> =>
  new Set(header.flatMap(({ text }) => unitBehind.exec(titleKey(text))?.[1] ?? []));
