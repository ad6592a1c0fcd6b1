import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { issuerOf } from "./letter-parties.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** How far down the name of who writes, and of who is written to, may stand. */
const reach = { head: 2, address: 14 } as const;
/** Below this a side was only suggested by the place of a name. */
const said = 1.7;

/**
 * Of two that a paper names without saying their sides, the one in its first lines is the one that writes.
 *
 * Sides that words gave stay; so does everything where a third name stands as high.
 */
export function withLetterhead(
  found: readonly FoundParty[],
  lines: readonly Line[],
  kind: DocumentKind,
): readonly FoundParty[] {
  if (kind === "message" || found.some(({ role, strength }) => role !== null && strength >= said))
    return found;
  const issuer = issuerOf(lines, kind);
  if (issuer === null) return found;
  const place = (entry: FoundParty): number =>
    lines.findIndex(({ prepared, cells }) => [prepared, ...(cells ?? [])].includes(entry.at.prepared));
  const placed = found
    .filter(({ strength }) => strength >= 1)
    .map((entry) => ({ entry, at: place(entry) }))
    .filter(({ at }) => at >= 0 && at <= reach.address)
    .toSorted((one, other) => one.at - other.at);
  const [head, address, ...more] = placed;
  if (head === undefined || address === undefined || more.length > 0) return found;
  if (head.at > reach.head || head.entry.role === issuer) return found;
  const answer = issuer === "seller" ? ("buyer" as const) : ("seller" as const);
  return found.map((entry) =>
    entry === head.entry
      ? { ...entry, role: issuer }
      : entry === address.entry
        ? { ...entry, role: answer }
        : entry.role === issuer || entry.role === answer
          ? { ...entry, role: null }
          : entry,
  );
}
