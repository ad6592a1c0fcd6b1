import type { Token } from "./layout.ts";

/** The runs of words between the bars of a line; a line without bars is one. */
export function partsOf(
  tokens: readonly Token[],
): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  tokens.forEach(({ text }, index) => {
    if (!/^[|·•∙]$/.test(text)) return;
    parts.push({ start, end: index });
    start = index + 1;
  });
  return [...parts, { start, end: tokens.length }];
}
