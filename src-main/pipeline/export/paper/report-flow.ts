import type { PaperFonts } from "./paper-canvas.ts";
import type { Sheet } from "./paper-sheet.ts";

/** Where a report is being drawn: the sheet at hand, and how to come to a new one. */
export interface ReportFlow {
  readonly fonts: PaperFonts;
  readonly sheet: () => Sheet;
  /** Goes on to a new sheet unless this much height is left. Answers whether it did. */
  readonly room: (height: number) => boolean;
}
