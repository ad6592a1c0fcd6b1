import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import { isStreet } from "../../invoice/legal-names.ts";
import type { Line } from "../structure/outline.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { prepareText, sourceRange } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { isName } from "./name-shape.ts";
import { isSideWord, looksLikeCompany, officeWords, roleOf as roleOfWord } from "./party-words.ts";
import { addressIn, cutName } from "./cut-name.ts";
import type { FoundParty } from "./preamble-parties.ts";

export const label =
  /^(?:\(?[a-d1-4][.)] ?)?([a-z][a-z' -]{1,26}?)(?: name| information| details)? ?(?::|\||-(?= )) ?(.*)$/;

/** Who writes and who reads, which on a mail says nothing of who sells. */
const addressLabel = /^(?:to|from|attention|de|von|van|da|a|an|aan|para|per|pour)$/;

type Role = "buyer" | "seller" | null;

/** An offer goes to who pays, an order to who is paid. */
function roleOnOrder(word: string): Role {
  const role = roleOfWord(word);
  if (role === null || !/^(?:to|from|de|von|van|da|an|aan|para) ?:?$/.test(word.trim())) return role;
  return role === "buyer" ? "seller" : "buyer";
}

/** "Client: Acme Ltd, 12 High Street", or a label with the name in the next cell or line. */
export function labeledParties(lines: readonly Line[], kind: DocumentKind): readonly FoundParty[] {
  const found: FoundParty[] = [];
  const roleOf = kind === "purchase-order" ? roleOnOrder : roleOfWord;
  for (const [index, line] of lines.entries()) {
    if (index > 160 && index < lines.length - 40) continue;
    if (line.cells !== null && line.cells.length >= 2) {
      const heads = line.cells.map((cell) => roleOf(cell.folded));
      // "Provider | Acme Inc. | Customer | Bolt LLC": each label has its name beside it.
      const isPaired = heads.every(
        (role, column) =>
          role === null || ((line.cells?.[column + 1]?.text ?? "") !== "" && heads[column + 1] === null),
      );
      if (heads.filter((role) => role !== null).length >= 2 && !isPaired) {
        // Two parties side by side: names stand in the row below.
        const below = lines[index + 1]?.cells ?? [];
        for (const [column, role] of heads.entries())
          pushParty(found, role, below[column], 2.5, line.cells[column]?.text);
        continue;
      }
      for (let column = 0; column + 1 < line.cells.length; column += 1) {
        const cell = line.cells[column];
        if (cell !== undefined && heads[column] !== null)
          pushParty(found, heads[column] ?? null, line.cells[column + 1], 2.5, cell.text);
      }
    }
    const inline = inlineLabels(line);
    if (inline.length > 1) {
      for (const { role, piece, alias } of inline) pushNamed(found, role, piece, 0, 2.6, alias);
      continue;
    }
    const match = label.exec(line.prepared.folded);
    // "To:" and "Attention:" name a party on a letter's head; in a notice clause they name a person.
    const isAddress = (kind === "message" || index > 20) && addressLabel.test(match?.[1] ?? "");
    const role = match === null || isAddress ? null : roleOf(match[1] ?? "");
    if (match !== null && role !== null && line.cells === null) {
      const rest = match[2] ?? "";
      const start = line.prepared.folded.length - rest.length;
      if (rest.trim().length > 2)
        pushNamed(found, role, line.prepared, start, 2.6, line.prepared.text.slice(0, match[1]?.length ?? 0));
      else pushParty(found, role, lines[index + 1]?.prepared, 2.4, match[1]);
      continue;
    }
    const open = openLabel(line.prepared, roleOf);
    if (open !== null) pushNamed(found, open.role, line.prepared, open.end, 2.4, open.alias);
    const isBareLabel =
      line.cells === null && line.prepared.folded.length < 24 && !line.prepared.folded.startsWith("(");
    if (isBareLabel && roleOf(line.prepared.folded) !== null)
      pushParty(found, roleOf(line.prepared.folded), lines[index + 1]?.prepared, 2, undefined);
  }
  return found;
}

/** "Auftraggeber Acme GmbH, Marktplatz 4": a word for a side that a form prints before a name, without a colon. */
function openLabel(
  { text, folded }: PreparedText,
  roleOf: (word: string) => Role,
): { readonly role: "buyer" | "seller"; readonly end: number; readonly alias: string } | null {
  const match = /^([a-z][a-z-]{4,18}) (?=\p{L})/u.exec(folded);
  const alias = match?.[1] ?? "";
  const role = match === null || !isSideWord(alias) ? null : roleOf(alias);
  if (match === null || role === null || text.length > 160) return null;
  const end = match[0].length;
  const name = cutName(text.slice(end), folded.slice(end));
  // "Customer First Ltd" and "Contractor shall …" are no labels: behind one, a whole name and its address follow.
  const isWhole =
    name !== null &&
    looksLikeCompany(name.toLowerCase()) &&
    name.includes(" ") &&
    !/^[\p{Lu}\d .,&'-]+$/u.test(text.slice(0, end + name.length)) &&
    (isNamedOnlyHere.test(alias) || /^[,;( ]*.{0,60}\d/.test(text.slice(end + name.length)));
  return isWhole ? { role, end, alias } : null;
}

/** Words for a side that no firm bears in its name. */
const isNamedOnlyHere =
  /^(?:auftrag(?:geber|nehmer)(?:in)?|besteller(?:in)?|donneur|prestataire|fournisseur|contratista|arrendador[a]?|arrendatari[oa]|committente|appaltatore|fornitore|contratad[oa]|opdracht(?:gever|nemer)|afnemer|leverancier)$/;

/** "SUPPLIER: X, 1 Mill Road BUYER: Y, 2 High Street": several labels that share a line. */
function inlineLabels(
  line: Line,
): readonly { readonly role: "buyer" | "seller"; readonly piece: PreparedText; readonly alias: string }[] {
  if (line.cells !== null) return [];
  const { prepared } = line;
  const labels = [
    ...prepared.folded.matchAll(/(?<![a-z])([a-z]{4,16})(?: (?:no\.? ?)?\d{2,10})? ?: /g),
  ].flatMap((match) => {
    const role = roleOfWord(match[1] ?? "");
    return role === null
      ? []
      : [{ role, alias: match[1] ?? "", at: match.index, end: match.index + match[0].length }];
  });
  return labels.map(({ role, alias, end }, index) => {
    const [from, to] = sourceRange(prepared, end, labels[index + 1]?.at ?? prepared.text.length);
    return { role, alias, piece: prepareText(sliceSourcedText(prepared.source, from, to)) };
  });
}

function pushParty(
  found: FoundParty[],
  role: "buyer" | "seller" | null,
  cell: PreparedText | undefined,
  strength: number,
  alias: string | undefined,
): void {
  if (cell !== undefined && role !== null) pushNamed(found, role, cell, 0, strength, alias);
}

/** A person with a day right behind the name: who signed, and when. */
const isSigned = (name: string, text: string): boolean => {
  const behind = text.slice(text.indexOf(name), text.indexOf(name) + name.length + 24);
  return (
    /(?:^|[\s,(])\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}\.? \p{L}{3,9}\.? \d{4}\b|\b\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?\b/u.test(
      behind,
    ) &&
    (/\d[./-]\d{1,2}[./-]\d/.test(behind) || !isStreet(behind))
  );
};

/** A name ends where a wide gap was printed: what follows stands in another column. */
function beforeGap(name: string | null, prepared: PreparedText, start: number): string | null {
  if (name === null) return null;
  const at = prepared.text.indexOf(name, start);
  const [from, to] = sourceRange(prepared, at, at + name.length);
  const gap = /\t| {3,}/.exec(prepared.source.text.slice(from, to));
  return gap === null ? name : name.slice(0, gap.index).trim();
}

function pushNamed(
  found: FoundParty[],
  role: "buyer" | "seller",
  prepared: PreparedText,
  start: number,
  strength: number,
  alias: string | undefined,
): void {
  const text = prepared.text.slice(start);
  // "Prepared for: Ms Ines Roth, Alder Foods Ltd": the company is meant, not who reads the mail there.
  const behindPerson =
    /^[ :]*(?:mr|mrs|ms|miss|dr|herrn?|frau|m\.|mme|dhr|mevr|sr|sra|sig|sig\.ra)\.? [^,:]{3,40}, (?=[^,]{2,60}\b(?:ltd|llc|inc|gmbh|b\.?v|pte|pty|plc|llp|ag|kg|sarl|sas|s\.?l|s\.?r\.?l)\b)/.exec(
      prepared.folded.slice(start),
    );
  if (behindPerson !== null) {
    pushNamed(found, role, prepared, start + behindPerson[0].length, strength, alias);
    return;
  }
  const name = beforeGap(cutName(text, prepared.folded.slice(start)), prepared, start);
  if (
    name === null ||
    name.length < 3 ||
    !/\p{L}{2}/u.test(name) ||
    /[$€£%]/.test(name) ||
    roleOfWord(name.toLowerCase()) !== null
  )
    return;
  if (!looksLikeCompany(name.toLowerCase()) && !isName(name)) return;
  if (
    /\b(?:shall|will|must|agrees|pays|signature|name|title|date|responsib|contact|approval|order|invoice|number)\b/i.test(
      name,
    )
  )
    return;
  // "Hirer: Troy Becker 13/4/2026" signs for the hirer; "Solicitors" over a street is a calling.
  if (!looksLikeCompany(name.toLowerCase()) && (isSigned(name, text) || (/^\d/.test(name) && isStreet(name))))
    return;
  const at = start + text.indexOf(name);
  const aliases = [...text.matchAll(/"([^"]{2,40})"/g)].map((match) => match[1] ?? "");
  const isCompany = looksLikeCompany(name.toLowerCase());
  if (!isCompany && officeWords.test(name)) return;
  found.push({
    name,
    role,
    aliases: [
      ...aliases,
      ...(alias !== undefined &&
      /^(?:client|customer|buyer|provider|supplier|vendor|(?:sub-?|main |general |prime )?contractor|seller|owner|lessor|lessee|hirer|charterer|subempreiteir[oa]|empreiteir[oa]|nachunternehmer|subappaltatore|subcontratista|sous-traitant|onderaannemer)$/i.test(
        alias.trim(),
      )
        ? [alias.trim()]
        : []),
    ],
    address: addressIn(text.slice(name.length)),
    at: { prepared, start: at, end: at + name.length },
    strength: strength + (isCompany ? 0.3 : 0),
  });
}
