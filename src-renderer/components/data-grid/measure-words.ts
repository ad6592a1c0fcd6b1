/** How the window writes a text: size in CSS pixels and weight. */
export interface Lettering {
  readonly size: number;
  readonly weight: number;
}

/** Where nothing is drawn, a letter counts as this share of its size. */
const usualShare = 0.55;

let context: CanvasRenderingContext2D | null | undefined;

/**
 * The width of the widest text in CSS pixels, in the font of the window.
 *
 * Digits count as zeros, since columns set them all as wide.
 */
export function widthOfWords(words: readonly string[], { size, weight }: Lettering): number {
  if (context === undefined) context = createContext();
  if (context !== null)
    context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily || "sans-serif"}`;
  return words.reduce((widest, text) => {
    const shown = text.replaceAll(/\d/g, "0");
    return Math.max(widest, context?.measureText(shown).width ?? shown.length * size * usualShare);
  }, 0);
}

function createContext(): CanvasRenderingContext2D | null {
  try {
    return document.createElement("canvas").getContext("2d");
  } catch {
    return null;
  }
}
