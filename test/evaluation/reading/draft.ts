import type { Chance, Sale } from "./compose-sale.ts";

/** What a drawer needs: the sale, its chances, and how this paper prints figures and dates. */
export interface Draft {
  readonly sale: Sale;
  readonly chance: Chance;
  readonly money: (text: string) => string;
  readonly figure: (text: string) => string;
  readonly date: (date: readonly [number, number, number]) => string;
  readonly colon: string;
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
