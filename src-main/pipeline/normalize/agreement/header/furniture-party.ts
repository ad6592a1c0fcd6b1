import type { Block, DocumentKind, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { prepareText } from "../text/prepared-text.ts";
import { bodyNames } from "./body-names.ts";
import { issuerOf } from "./letter-parties.ts";
import { lastOrganization } from "./organization-names.ts";
import type { FoundParty } from "./preamble-parties.ts";

// What a letterhead says of itself behind the name.
const behindName = /^(?:$| ?[-–—·•|,(]| {2,}|\t)/;

/**
 * The firm in the running head or foot of a letter's pages: whose paper it is.
 *
 * Empty where the words do not tell whether the writer sells or buys, or where several firms stand there.
 */
export function furnitureParty(
  document: ReadDocument,
  lines: readonly Line[],
  kind: DocumentKind,
): readonly FoundParty[] {
  const issuer = issuerOf(lines, kind);
  if (issuer === null) return [];
  const found = document.blocks.flatMap((block) => firmIn(block, issuer));
  const names = new Set(found.map(({ name }) => name));
  return names.size === 1 ? found.slice(0, 1) : [];
}

function firmIn(block: Block, role: "seller" | "buyer"): readonly FoundParty[] {
  if (block.type === "table" || (block.zone !== "header" && block.zone !== "footer")) return [];
  const prepared = prepareText(block);
  const [line = ""] = prepared.text.split("\n");
  const span = lastOrganization(line) ?? bodyNames(line).find(({ start }) => start === 0) ?? null;
  if (span === null || span.start > 0 || !behindName.test(line.slice(span.end))) return [];
  const name = line.slice(span.start, span.end);
  return [{ name, role, aliases: [], address: [], at: { prepared, ...span }, strength: 1.5 }];
}
