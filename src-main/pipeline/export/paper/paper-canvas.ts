import { encodeText, widthOf } from "./embedded-font.ts";
import type { UsedFont } from "./embedded-font.ts";
import { pdfNumber } from "./pdf-objects.ts";

/** A4 in points, origin top left while drawing. */
export const paperWidth = 595.28;
export const paperHeight = 841.89;

/** Red, green and blue between 0 and 1, as PDF writes them. */
export type PaperColor = `${number} ${number} ${number}`;

export interface PaperFonts {
  readonly plain: UsedFont;
  readonly bold: UsedFont;
}

/** The drawing of one page: text and thin lines, nothing transparent, one color space. */
export class PaperCanvas {
  private readonly operations: string[] = [];

  private readonly fonts: PaperFonts;

  constructor(fonts: PaperFonts) {
    this.fonts = fonts;
  }

  /** Text whose base line starts at x, or ends there when it stands on the right. */
  text(
    text: string,
    x: number,
    y: number,
    look: { readonly size: number; readonly bold?: true; readonly soft?: true; readonly side?: "right" },
  ): void {
    if (text === "") return;
    const font = look.bold === true ? this.fonts.bold : this.fonts.plain;
    const left = look.side === "right" ? x - widthOf(text, font, look.size) : x;
    const gray = look.soft === true ? "0.35 0.35 0.35 rg" : "0 0 0 rg";
    this.operations.push(
      `BT ${gray} /${look.bold === true ? "F2" : "F1"} ${pdfNumber(look.size)} Tf ${pdfNumber(left)} ${pdfNumber(paperHeight - y)} Td ${encodeText(text, font)} Tj ET`,
    );
  }

  line(fromX: number, toX: number, y: number, width = 0.5): void {
    const height = pdfNumber(paperHeight - y);
    this.operations.push(
      `0.6 0.6 0.6 RG ${pdfNumber(width)} w ${pdfNumber(fromX)} ${height} m ${pdfNumber(toX)} ${height} l S`,
    );
  }

  /** A filled box with its upper left corner at x and y. */
  box(x: number, y: number, width: number, height: number, color: PaperColor): void {
    this.operations.push(
      `${color} rg ${pdfNumber(x)} ${pdfNumber(paperHeight - y - height)} ${pdfNumber(width)} ${pdfNumber(height)} re f`,
    );
  }

  /** A line through points, dashed where it is no measured figure. */
  path(
    points: readonly (readonly [x: number, y: number])[],
    color: PaperColor,
    look: "solid" | "dashed" = "solid",
  ): void {
    if (points.length < 2) return;
    const steps = points.map(
      ([x, y], at) => `${pdfNumber(x)} ${pdfNumber(paperHeight - y)} ${at === 0 ? "m" : "l"}`,
    );
    const dash = look === "dashed" ? "[4 3] 0 d" : "[] 0 d";
    this.operations.push(`${color} RG 1 w ${dash} ${steps.join(" ")} S [] 0 d`);
  }

  toContent(): string {
    return this.operations.join("\n");
  }
}

/** Words of a text in lines no wider than so many points; a word that is wider alone is cut. */
export function wrapText(text: string, width: number, font: UsedFont, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const push = (): void => {
    if (line !== "") lines.push(line);
    line = "";
  };
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, font, size) <= width) {
      line = longer;
      continue;
    }
    push();
    line = word;
    while (widthOf(line, font, size) > width && line.length > 1) {
      let cut = line.length - 1;
      while (cut > 1 && widthOf(line.slice(0, cut), font, size) > width) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  push();
  return lines.length === 0 ? [""] : lines;
}
