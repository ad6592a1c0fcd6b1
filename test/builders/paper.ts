import type { Box, DocumentId, Page, ReadDocument, Rule, Word } from "../../src-shared/model/index.ts";

/** Where and how a text is set. Points from the top left of an A4 page unless the paper has another size. */
export interface Setting {
  readonly size?: number;
  readonly bold?: boolean;
  /** Whether x is the left edge, the right edge or the middle of the text. */
  readonly align?: "left" | "right" | "center";
}

const narrow = new Set("iljtfrI.,:;'|!()[]/- ");
const wide = new Set("mwMWGOQ@%€");

/** Width of a text in points, close enough to a sans serif face for tests of layout. */
export function widthOfText(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += narrow.has(letter) ? 0.28 : wide.has(letter) ? 0.85 : 0.54;
  return width * size;
}

/** Sets words on pages and turns them into what a reader of a text layer yields. */
export class Paper {
  readonly width: number;
  readonly height: number;
  private readonly pages: { words: Word[]; rules: Rule[] }[] = [];

  constructor(width = 595, height = 842) {
    this.width = width;
    this.height = height;
    this.turn();
  }

  /** Begins another page. */
  turn(): void {
    this.pages.push({ words: [], rules: [] });
  }

  /** Sets one line; `y` is its baseline. Returns the x behind it. */
  set(text: string, x: number, y: number, { size = 10, bold = false, align = "left" }: Setting = {}): number {
    const page = this.pages.at(-1)!;
    const whole = widthOfText(text, size);
    let left = align === "right" ? x - whole : align === "center" ? x - whole / 2 : x;
    for (const [index, part] of text.split(" ").entries()) {
      if (index > 0) left += widthOfText(" ", size);
      const width = widthOfText(part, size);
      if (part !== "") {
        const box: Box = [
          left / this.width,
          (y - 0.75 * size) / this.height,
          width / this.width,
          size / this.height,
        ];
        page.words.push({
          text: part,
          box,
          at: { page: this.pages.length, box },
          size: size / this.height,
          bold,
          source: "text",
          confidence: 1,
          visible: true,
        });
      }
      left += width;
    }
    return left;
  }

  /** Draws a horizontal line. */
  rule(x: number, y: number, width: number): void {
    this.pages.at(-1)!.rules.push({
      orientation: "horizontal",
      box: [x / this.width, y / this.height, width / this.width, 0.5 / this.height],
    });
  }

  toDocument(): ReadDocument {
    return pagesToDocument(
      this.pages.map(({ words, rules }, index): Page => ({
        number: index + 1,
        aspect: this.width / this.height,
        words,
        rules,
        pictureShare: 0,
      })),
    );
  }
}

export function pagesToDocument(pages: readonly Page[]): ReadDocument {
  return {
    documentId: "doc-0123456789ab" as DocumentId,
    reader: "pdf-text",
    status: "read",
    problem: null,
    pages,
    blocks: [],
    sheets: [],
    root: null,
    members: [],
    text: null,
    properties: {},
  };
}
