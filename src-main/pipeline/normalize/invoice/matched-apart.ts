import { atomsOf, matchFieldLabels } from "../labels/index.ts";
import type { LabelField, LabelHit } from "../labels/index.ts";

/** Labels of a line: no phrase runs over the bracket that opens an aside ("Total (VAT exempt)" is no total of VAT). */
export function matchedApart(texts: readonly string[]): readonly LabelHit<LabelField>[] {
  const found = matchFieldLabels(texts);
  const aside = texts.findIndex((text, index) => index > 0 && text.startsWith("("));
  const isCrossed = found.some(
    ({ start, end, phrase }) =>
      start < aside &&
      end > aside &&
      // Neither does a phrase that ends within the aside.
      (!(texts[end - 1] ?? "").endsWith(")") ||
        atomsOf(texts.slice(start, end).join(" ")).length > atomsOf(phrase).length),
  );
  if (aside < 0 || !isCrossed) return found;
  return [
    ...matchFieldLabels(texts.slice(0, aside)),
    ...matchFieldLabels(texts.slice(aside)).map((hit) => ({
      ...hit,
      start: hit.start + aside,
      end: hit.end + aside,
    })),
  ];
}
