import type { Agreement } from "../../../src-shared/model/index.ts";

/** An agreement in a sentence: its number, else its title in quotes, else "the agreement". */
export const nameOf = (agreement: Agreement | undefined): string =>
  (agreement === undefined ? null : ownNameOf(agreement)) ?? "the agreement";

/** Its number, else its title in quotes; `null` for one that has neither. */
export function ownNameOf({ number, title }: Agreement): string | null {
  // "1" says nothing beside "Amendment No. 1".
  const isBare = number !== null && /^\d{1,3}$/.test(number) && title !== null;
  if (number !== null && !isBare) return number;
  return title === null ? null : `“${title}”`;
}
