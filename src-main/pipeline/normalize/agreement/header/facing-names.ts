import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { cutName } from "./cut-name.ts";
import { paperWord } from "./letterhead-name.ts";
import { isName } from "./name-shape.ts";
import { firstOrganization } from "./organization-names.ts";
import { looksLikeCompany } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** How far down a paper its parties face each other, and how many rows their addresses may take. */
const reach = { opening: 30, address: 3 } as const;

/** A row of nothing but the word between two parties, in seven languages. */
const between =
  /^[^\p{L}]*(?:and|und|et|y|e|en|&|sowie|as well as|and between|und der|und dem|und den|et la|et le|y de otra(?: parte)?|e dall'altra)[^\p{L}]*$/u;
const opensParties =
  /\b(?:between|by and between|zwischen(?: der| dem| den)?|entre(?: les soussigne(?:e)?s)?|tra|fra|tussen)[^\p{L}]*$/u;

function nameIn(part: PreparedText): FoundParty | null {
  const firm = firstOrganization(part.text);
  const cut = cutName(part.text, part.folded);
  const name = firm !== null && firm.start === 0 ? part.text.slice(firm.start, firm.end) : cut;
  if (name === null || (!isName(name) && !looksLikeCompany(name.toLowerCase()))) return null;
  const start = part.text.indexOf(name);
  if (start < 0 || start > 12) return null;
  const at = { prepared: part, start, end: start + name.length };
  return { name, role: null, aliases: [], address: [], at, strength: 2.1 };
}

/** The two names above and below a row that holds only "and": parties that face each other on the page. */
export function facingNames(rows: readonly Line[]): readonly FoundParty[] {
  for (const [index, { prepared, cells }] of rows.slice(0, reach.opening).entries()) {
    if (cells !== null || !between.test(prepared.folded)) continue;
    const below = rows[index + 1];
    const second = below === undefined ? null : nameIn(below.cells?.[0] ?? below.prepared);
    const above = rows.slice(Math.max(0, index - reach.address), index);
    // The first of the rows above is the name, and the ones below it its address.
    const opened = above.findLastIndex(({ prepared: { folded } }) => opensParties.test(folded));
    const first = above
      .slice(opened + 1)
      .filter(({ prepared: { folded } }) => !paperWord.test(folded))
      .map((row) => nameIn(row.cells?.[0] ?? row.prepared))
      .find((entry) => entry !== null);
    if (first !== undefined && second !== null) return [first, second];
  }
  return [];
}
