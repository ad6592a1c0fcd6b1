import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { cutName } from "./cut-name.ts";
import { isName, looksLikePerson } from "./name-shape.ts";
import { looksLikeCompany, roleOf } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

type Role = "buyer" | "seller";

// "Signed for and on behalf of the", "Für den", "Pour le": for whom somebody signs, in seven languages.
const signsFor =
  /^(?:(?:signed|signature|accepted|agreed|approved|unterschrift|unterzeichnet|gez\.?|signe|firma|firmado|firmato|assinado|assinatura|getekend|handtekening|akkoord)(?: by)? )?(?:for(?: and on behalf of)?|on behalf of|by|of|fur|im auftrag|namens|voor|pour|por|per|pelo|pela|do|da|del|de|di|van)? ?(?:the|den|die|der|das|le|la|les|l'|el|los|il|lo|o|a|de|het)? ?([a-z][a-z' -]{2,30}?)(?: ?\(([^()]{3,60})\))? ?(?:: ?(.*))?$/;

/** The side that a line of a signature block signs for, with where a name in its bracket or behind its colon begins. */
function sideOf(part: PreparedText): { readonly role: Role; readonly from: number | null } | null {
  const said = signsFor.exec(part.folded);
  const role = said === null ? null : roleOf(said[1] ?? "");
  if (said === null || role === null) return null;
  const inside = said[2] ?? said[3] ?? "";
  return {
    role,
    from: /\p{L}{2}/u.test(inside) ? part.folded.indexOf(inside, (said[1] ?? "").length) : null,
  };
}

const isBlank = (text: string): boolean => !/\p{L}{2}/u.test(text.replace(/_+/g, ""));
const isDated = (text: string): boolean => /\d{1,2}[./ -](?:\d{1,2}|\p{L}{3,})[./ -]\d{2,4}/u.test(text);

function partyIn(part: PreparedText, from: number, role: Role, strength: number): FoundParty | null {
  const bracket = part.text[from - 1] === "(" ? part.text.indexOf(")", from) : -1;
  const text = part.text.slice(from, bracket < 0 ? undefined : bracket);
  const name = cutName(text, part.folded.slice(from, from + text.length));
  if (name === null || !isName(name) || isDated(name) || roleOf(name.toLowerCase()) !== null) return null;
  const start = from + text.indexOf(name);
  return {
    name,
    role,
    aliases: [],
    address: [],
    at: { prepared: part, start, end: start + name.length },
    strength,
  };
}

/** Of the lines under a side, the organization that signs; the person where no other name stands there. */
function partyBelow(parts: readonly PreparedText[], role: Role): FoundParty | null {
  const named = parts
    .filter(({ text }) => !isBlank(text) && !isDated(text))
    .flatMap((part) => partyIn(part, 0, role, 2) ?? []);
  const company = named.find(({ name }) => looksLikeCompany(name.toLowerCase()));
  if (company !== undefined) return company;
  const [first] = named;
  if (first === undefined) return null;
  // "H. Marlow / Hettie Marlow / Marlow's Bakery": the same person twice, and whom they sign for.
  const surname = first.name.split(" ").at(-1)?.toLowerCase() ?? "";
  const other = named.find(
    ({ name }) =>
      name.includes(" ") && (!looksLikePerson(name) || name.split(" ").at(-1)?.toLowerCase() !== surname),
  );
  return other ?? { ...first, strength: 1.4 };
}

/** How many lines a side's signature may have. */
const signatureHeight = 5;

/** The parties that the sides of a signature block name: in brackets, behind a colon, or in the lines below each side. */
export function signedParties(lines: readonly Line[]): readonly FoundParty[] {
  const found: FoundParty[] = [];
  const from = Math.floor(lines.length / 2);
  for (const [offset, line] of lines.slice(from).entries()) {
    const parts = line.cells ?? [line.prepared];
    const sides = parts.map(sideOf);
    if (line.cells === null && line.prepared.text.length > 90) continue;
    for (const [column, side] of sides.entries()) {
      const part = parts[column];
      if (side === null || part === undefined) continue;
      if (side.from !== null) {
        const named = partyIn(part, side.from, side.role, 1.8);
        if (named !== null) found.push(named);
        continue;
      }
      if (line.cells === null || sides.filter((each) => each !== null).length < 2) continue;
      const below = lines.slice(from + offset + 1, from + offset + 1 + signatureHeight);
      const cells = below.flatMap(({ cells: row }) => (row?.length === parts.length ? [row[column]] : []));
      const party = partyBelow(
        cells.filter((cell) => cell !== undefined),
        side.role,
      );
      if (party !== null) found.push(party);
    }
  }
  return found;
}
