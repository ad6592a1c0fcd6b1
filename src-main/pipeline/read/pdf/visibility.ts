import type { GlyphWord } from "./glyph-words.ts";
import type { Rectangle } from "./page-geometry.ts";
import { containsPoint } from "./page-geometry.ts";
import type { Color, PageObjects, Surface } from "./page-objects.ts";

/** Whether a person sees a word, or it lies as recognized text under or over a picture of the page. */
export type Appearance = "visible" | "hidden" | "ocr-layer";

/** Contrast below which text is not seen. Source: the WCAG contrast ratio; 1 is none. */
const lowestContrast = 1.5;
/** Points. */
const smallestSize = 4;
/** Share of the page from which a picture is a scan of it. */
const fullPageShare = 0.6;

/** What decides about the words of a page, gathered once. */
export interface PageBackground {
  readonly objects: PageObjects;
  readonly page: Rectangle;
  readonly isScan: boolean;
  /** Median size of the page's text, in points. */
  readonly medianSize: number;
}

/** How a word shows, given where it stands on the shown page. */
export function appearanceOf(word: GlyphWord, box: Rectangle, background: PageBackground): Appearance {
  const { objects, page } = background;
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  if (!containsPoint(page, x, y)) return "hidden";
  const isInvisible = word.style.renderMode === 3 || word.style.color?.[3] === 0;
  if (isInvisible) return background.isScan ? "ocr-layer" : "hidden";
  if (word.style.size < smallestSize && word.style.size < background.medianSize * 0.6) return "hidden";
  const order = objects.orderByText.get(word.style.object) ?? Infinity;
  let under: Surface | null = null;
  for (const surface of objects.surfaces) {
    if (!containsPoint(surface.box, x, y)) continue;
    if (surface.order < order) {
      if (isBehind(surface.box, box)) under = surface;
    } else if (surface.opaque && covers(surface.box, box))
      return surface.color === null && background.isScan ? "ocr-layer" : "hidden";
  }
  if (word.style.color === null || word.style.renderMode === 1 || word.style.renderMode === 2)
    return "visible";
  if (under !== null && under.color === null) return "visible";
  const paper: Color = under?.color ?? [255, 255, 255, 255];
  const ink = blend(word.style.color, paper);
  return contrastOf(ink, blend(paper, [255, 255, 255, 255])) < lowestContrast ? "hidden" : "visible";
}

/** Whether one picture, or strips of pictures together, make up the page. */
export const isScannedPage = (objects: PageObjects): boolean => objects.pictureShare >= fullPageShare;

const covers = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.left <= inner.left + 1 &&
  outer.right >= inner.right - 1 &&
  outer.top <= inner.top + 1 &&
  outer.bottom >= inner.bottom - 1;

/** Whether a surface lies behind a word and not only a rule across it: it is half as high and half as wide at least. */
const isBehind = (surface: Rectangle, word: Rectangle): boolean =>
  Math.min(surface.bottom, word.bottom) - Math.max(surface.top, word.top) > 0.5 * (word.bottom - word.top) &&
  Math.min(surface.right, word.right) - Math.max(surface.left, word.left) > 0.5 * (word.right - word.left);

function blend(over: Color, under: Color): Color {
  const share = over[3] / 255;
  const mix = (index: 0 | 1 | 2): number => over[index] * share + under[index] * (1 - share);
  return [mix(0), mix(1), mix(2), 255];
}

function contrastOf(one: Color, other: Color): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminanceOf(color: Color): number {
  const linear = (value: number): number =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}
