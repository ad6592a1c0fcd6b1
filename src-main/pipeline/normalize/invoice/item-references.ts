import type { LabelField } from "../labels/index.ts";
import type { Announced } from "./announced.ts";
import { identifierAt } from "./identifiers.ts";
import type { Layout, Segment } from "./layout.ts";
import { tokensBehind } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { Conventions } from "./spans.ts";

/**
 * The number of the agreement that items name: "Acompte de 30 % sur devis D2026-058".
 *
 * Only where all items that name one name the same, and the number stands right behind its name.
 */
export function referencesInItems(
  field: LabelField,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  isItem: (segment: Segment) => boolean,
): readonly Announced<string>[] {
  const named = layout.rows.flatMap((row) =>
    row.segments.filter(isItem).flatMap((segment) =>
      (labels.get(segment) ?? []).flatMap((label): readonly Announced<string>[] => {
        if (label.meanings[0]?.field !== field) return [];
        const found = identifierAt(tokensBehind(label, labels), conventions);
        if (found === null || found.start > 0 || !isNumber(found.reading.text)) return [];
        return [{ field, reading: found.reading.text, tokens: found.tokens, score: 0.5, site: null }];
      }),
    ),
  );
  return new Set(named.map(({ reading }) => reading)).size === 1 ? named.slice(0, 1) : [];
}

/** Four signs or more, and no year. */
const isNumber = (text: string): boolean => text.length >= 4 && !/^(?:19|20)\d\d$/.test(text);
