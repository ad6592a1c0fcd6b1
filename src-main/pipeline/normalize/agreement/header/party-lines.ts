import type { Agreement, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { quotePart } from "../text/prepared-text.ts";

/** How many rows open and end a paper, and how long a row of a name may be. */
const reach = { opening: 40, end: 25, row: 600 } as const;

/** The rows that open and end a paper, where parties are named and sign. */
export function partyLinesOf(rows: readonly Line[], document: ReadDocument): Pick<Agreement, "partyLines"> {
  const near =
    rows.length <= reach.opening + reach.end
      ? rows
      : [...rows.slice(0, reach.opening), ...rows.slice(-reach.end)];
  const partyLines = near
    .flatMap(({ prepared, cells }) => cells ?? [prepared])
    .flatMap((part) => quotePart(part, 0, Math.min(part.text.length, reach.row), document));
  return partyLines.length === 0 ? {} : { partyLines };
}
