import type { DateReading } from "../values/index.ts";
import type { Announced } from "./announced.ts";
import { identifierAt } from "./identifiers.ts";
import { isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { findDateSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";

/** "Rechnung Nr. 17 vom 3. März 2026", "Invoice 17 dated 3 March 2026": the date belongs to the number. */
export function datesBehindNumbers(
  printed: readonly PrintedLabel[],
  labels: LabelIndex,
  conventions: Conventions,
): readonly Announced<DateReading>[] {
  return printed.flatMap((label): readonly Announced<DateReading>[] => {
    const strongest = label.meanings[0]?.field;
    if (
      strongest === undefined ||
      !isLeading(label) ||
      !/-number$|^preceding|^quote|^delivery|^seller-order|^work-order/.test(strongest)
    )
      return [];
    const behind = label.segment.tokens.slice(label.end);
    const number = identifierAt(
      behind.filter((token) => !/^[:：.#]+$/.test(token.text)),
      conventions,
    );
    if (number === null) return [];
    const [date] = findDateSpans(behind, conventions);
    if (date === undefined) return [];
    const before = behind.slice(0, date.start);
    const last = before.at(-1)?.text ?? "";
    if (
      !/\d,$/.test(last) &&
      !/^(?:vom|dated|du|of|del|de|van|d\.d\.|date|le|datum|,|[-–—/|]|em|in data|data|from|am|on)$/i.test(
        last,
      )
    )
      return [];
    const own = (labels.get(label.segment) ?? []).some(
      (other) =>
        other.start >= label.end && other.end <= label.end + date.start && weightOf(other, "due-date") > 0,
    );
    if (own) return [];
    // "Rechnungskorrektur 33 zu Rechnung 26-1907 vom 25.06.": the day is that of the paper named last.
    const isOfOther = (labels.get(label.segment) ?? []).some(
      (other) =>
        other.start > label.end &&
        other.end <= label.end + date.start &&
        other.meanings.some(({ field }) =>
          /^(?:preceding-invoice|invoice-number|credit-note-number)$/.test(field),
        ),
    );
    if (isOfOther) return [];
    const isOwn = strongest === "invoice-number" || strongest === "credit-note-number";
    return [
      {
        field: isOwn ? "issue-date" : "none",
        reading: date.reading,
        tokens: date.tokens,
        // Where the number opens its line, the day behind it is that of the paper, however long the line goes on.
        score: isOwn && label.start === 0 && label.segment.top < 0.5 ? 0.85 : 0.9 * label.place,
        site: null,
      },
    ];
  });
}

/** "… our agreement (no. PFM-SB-2025-001) dated January 5": the date behind the number of another paper is that paper's. */
export function isDateOfOther({ site }: Announced<DateReading>, own: readonly Announced<string>[]): boolean {
  if (site?.label.phrase !== "dated" || site.label.start === 0) return false;
  const before = site.label.segment.tokens[site.label.start - 1];
  return before !== undefined && /\d/.test(before.text) && !own.some(({ tokens }) => tokens.includes(before));
}
