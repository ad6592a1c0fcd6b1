import type { LaidPage, Segment } from "./layout.ts";
import { isCityLine } from "./legal-names.ts";
import { isNameLike } from "./name-shape.ts";

/** Whether a name with a town under it stands at the very top, above a line: the line is the address of somebody else. */
export function isUnderLetterhead(segment: Segment, page: LaidPage): boolean {
  return page.rows.some((row, at) =>
    row.top < 0.16 && row.bottom <= segment.top
      ? row.segments.some((line) => {
          const over = page.rows[at - 1]?.segments.find(
            (other) =>
              Math.abs(other.left - line.left) < line.size && line.top - other.bottom < 1.5 * line.size,
          );
          return isCityLine(line.text) && over !== undefined && isNameLike(over.text);
        })
      : false,
  );
}
