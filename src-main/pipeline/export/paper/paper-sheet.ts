import type { Invoice } from "../../../../src-shared/model/index.ts";
import { paperHeight, paperWidth } from "./paper-canvas.ts";
import type { PaperCanvas } from "./paper-canvas.ts";
import type { PaperLanguage } from "./paper-words.ts";

export const left = 56;
export const right = paperWidth - 48;
export const bottom = paperHeight - 64;
export const size = 9;
export const leading = 12.5;
export const factsLeft = 280;
export const valuesLeft = 366;

/** Right edges of the columns of figures; the description takes what is left. */
export const columns = {
  position: left,
  description: left + 24,
  quantity: 338,
  unit: 344,
  unitPrice: 436,
  tax: 478,
  amount: right,
} as const;

export interface PaperOrder {
  readonly invoice: Invoice;
  readonly language: PaperLanguage;
  /** Printed in place of a number that nobody has given yet. */
  readonly provisionalId: string | null;
}

/** A page while it is drawn; `y` is the base line of the next row. */
export interface Sheet {
  readonly canvas: PaperCanvas;
  y: number;
}
