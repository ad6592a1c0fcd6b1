import type { PDFDocumentProxy } from "pdfjs-dist";

/** The part of the page width that text takes, as fractions from the left. */
export interface TextBounds {
  readonly left: number;
  readonly right: number;
}

const pagesLookedAt = 3;
const air = 0.025;
const wholePage: TextBounds = { left: 0, right: 1 };

/** Where the text of the first pages begins and ends, so that a narrow pane need not show white margins. */
export async function measureTextBounds(pdf: PDFDocumentProxy): Promise<TextBounds> {
  let left = 1;
  let right = 0;
  for (let number = 1; number <= Math.min(pagesLookedAt, pdf.numPages); number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    // Turned pages have their text along the other axis.
    if (viewport.rotation !== 0) return wholePage;
    for (const item of (await page.getTextContent()).items) {
      if (!("transform" in item) || item.str.trim() === "") continue;
      const [x] = viewport.convertToViewportPoint(Number(item.transform[4]), Number(item.transform[5]));
      left = Math.min(left, Number(x) / viewport.width);
      right = Math.max(right, (Number(x) + item.width) / viewport.width);
    }
  }
  const bounds = { left: Math.max(0, left - air), right: Math.min(1, right + air) };
  return bounds.right - bounds.left < 0.3 ? wholePage : bounds;
}
