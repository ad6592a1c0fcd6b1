import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import { isStreet } from "../../invoice/legal-names.ts";
import { foldText } from "../../values/fold.ts";
import type { Line } from "../structure/outline.ts";
import { sourceRange } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { asideLabel } from "./aside-labels.ts";
import { bodyNames, isPublicBody } from "./body-names.ts";
import { isName, isNobody, looksLikePerson } from "./name-shape.ts";
import { firstOrganization } from "./organization-names.ts";
import {
  isSideWord,
  looksLikeCompany,
  officeWords,
  roleOf as roleOfWord,
  roleOfLabel,
} from "./party-words.ts";
import { addressIn, cutName } from "./cut-name.ts";
import { inlineLabels, isInnerLabel } from "./inline-labels.ts";
import type { FoundParty } from "./preamble-parties.ts";

export const label =
  /^(?:\(?[a-d1-4][.)] ?)?([a-z][a-z' -]{1,26}?)(?: name| information| details)? ?(?::|\||-(?= )) ?(.*)$/;

/** Who writes and who reads, which on a mail says nothing of who sells. */
const addressLabel = /^(?:to|from|attention|de|von|van|da|a|an|aan|para|per|pour)$/;

type Role = "buyer" | "seller" | null;

/** An offer goes to who pays, an order to who is paid. */
function roleOnOrder(word: string): Role {
  const role = roleOfLabel(word);
  if (role === null || !direction.test(word.trim())) return role;
  return role === "buyer" ? "seller" : "buyer";
}

/** A change goes to either side. */
const roleOnChange = (word: string): Role => (direction.test(word.trim()) ? null : roleOfLabel(word));

const direction = /^(?:to|from|de|von|van|da|an|aan|para) ?:?$/;

/** How a label stands to its value: with a colon in one piece, beside it, above it, or as a word right before a name. */
interface LabeledValue {
  readonly label: string;
  readonly print: string | undefined;
  readonly value: PreparedText;
  readonly start: number;
  readonly strength: number;
}

/** "Client: Acme Ltd, 12 High Street", or a label with the name in the next cell or line. */
export function labeledParties(lines: readonly Line[], kind: DocumentKind): readonly FoundParty[] {
  const found: FoundParty[] = [];
  const roleOf = kind === "purchase-order" ? roleOnOrder : kind === "amendment" ? roleOnChange : roleOfLabel;
  for (const [index, line] of lines.entries()) {
    if (index > 160 && index < lines.length - 40) continue;
    const inline = (line.cells ?? [line.prepared]).flatMap(inlineLabels);
    if (line.cells === null && inline.length > 1) {
      for (const { role, piece, alias } of inline) pushNamed(found, role, piece, 0, 2.6, alias);
      continue;
    }
    for (const { role, piece, alias } of inline.filter(isInnerLabel))
      pushNamed(found, role, piece, 0, 2.5, alias);
    for (const { label: word, print, value, start, strength } of valuesOf(line, lines[index + 1], roleOf)) {
      // "To:" and "Attention:" name a party on a letter's head; in a notice clause they name a person.
      if ((kind === "message" || index > 20) && addressLabel.test(word)) continue;
      const role = roleOf(word);
      if (role !== null) pushNamed(found, role, value, start, strength, print);
      else if (index <= openingRows) pushFirm(found, value, start, word);
    }
    const open = line.cells === null ? openLabel(line.prepared, roleOf) : null;
    if (open !== null) pushNamed(found, open.role, line.prepared, open.end, 2.4, open.alias);
  }
  // Beside an empty label stands the next one: "Accepted-Station:", "Comments".
  return found.filter(({ name }) => !isNobody(name));
}

/** How far down a label that nobody knows may name a side. */
const openingRows = 24;

/** Every label of a row with what it labels. */
function valuesOf(
  { prepared, cells }: Line,
  below: Line | undefined,
  roleOf: (word: string) => Role,
): readonly LabeledValue[] {
  const parts = cells ?? [prepared];
  const heads = parts.map((part) => (bareLabel.test(part.folded) ? roleOf(part.folded) : null));
  const isStacked =
    heads.filter((role) => role !== null).length >= 2 &&
    heads.some(
      (role, column) => role !== null && (parts[column + 1] === undefined || heads[column + 1] !== null),
    );
  return parts.flatMap((part, column): readonly LabeledValue[] => {
    const said = label.exec(part.folded);
    const rest = said?.[2] ?? "";
    if (said !== null && rest.trim().length > 2) {
      const start = part.folded.length - rest.length;
      const print = part.text.slice(0, (said[1] ?? "").length);
      return [{ label: said[1] ?? "", print, value: part, start, strength: 2.6 }];
    }
    if (!bareLabel.test(part.folded)) return [];
    // "CUSTOMER  1408  Acme LLC": the code of a side stands between.
    const next = parts.findIndex((other, at) => at > column && /\p{L}{2}/u.test(other.text));
    const beside = isStacked || next < 0 ? undefined : parts[next];
    const isKnown = heads[column] !== null;
    // Cells below may be fewer (a gap too narrow to part two of them): only the first label reads a row without cells.
    const cellBelow = below?.cells?.[column] ?? (column === 0 ? below?.prepared : undefined);
    const under = isKnown && (isStacked || parts.length === 1) ? cellBelow : undefined;
    const value = beside ?? under;
    if (value === undefined || (beside !== undefined && heads[next] !== null)) return [];
    const word = part.folded.replace(/[ :.]+$/, "");
    return [
      {
        label: word,
        print: part.text.slice(0, word.length),
        value,
        start: 0,
        strength: beside === undefined ? 2.2 : 2.5,
      },
    ];
  });
}

/** A cell of a few words and no more, with a colon or without one. */
const bareLabel = /^(?:\(?[a-d1-4][.)] ?)?[a-z][a-z' /-]{1,32}(?: ?\([a-z\d ]{1,16}\))? ?[:.]{0,1}$/;

/** A firm behind a label whose word says nothing known of its side: "Betreiber", "Locadora", "Driller". */
function pushFirm(found: FoundParty[], value: PreparedText, start: number, word: string): void {
  const text = value.text.slice(start);
  const firm = firstOrganization(text);
  const cut = formBefore.test(text) ? cutName(text, value.folded.slice(start)) : null;
  const named =
    cut !== null
      ? { start: 0, end: cut.length }
      : firm !== null && /^[\d. ]*$/.test(text.slice(0, firm.start))
        ? firm
        : null;
  if (named === null || asideLabel.test(word) || !/^[a-z][a-z' -]*$/.test(word) || word.split(" ").length > 2)
    return;
  found.push({
    name: text.slice(named.start, named.end),
    role: null,
    aliases: [word],
    address: addressIn(text.slice(named.end)),
    at: { prepared: value, start: start + named.start, end: start + named.end },
    strength: 2.1,
  });
}

/** A legal form that stands before the name: "SARL Moreau", "SAS Bati". */
const formBefore =
  /^(?:SARL|SAS|SASU|EURL|SCI|SCEA|EARL|GAEC|SNC|ASBL|VZW|BVBA|SPRL|SRL|Ets|Éts|Firma) (?=\p{Lu})/u;

/** "Auftraggeber Acme GmbH, Marktplatz 4", "Prepared for Acme Ltd, 4 High Street": a word for a side that a form prints before a name, without a colon. */
function openLabel(
  { text, folded }: PreparedText,
  roleOf: (word: string) => Role,
): { readonly role: "buyer" | "seller"; readonly end: number; readonly alias: string } | null {
  const told = /^((?:prepared|presented|submitted|quoted|proposed) (?:for|to|by)) (?=\p{L})/u.exec(folded);
  const match = told ?? /^([a-z][a-z-]{4,18}) (?=\p{L})/u.exec(folded);
  const alias = match?.[1] ?? "";
  const role = match === null || (told === null && !isSideWord(alias)) ? null : roleOf(alias);
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

/** "Client", "Broker", "Nachunternehmer": a word that later sentences call the side by. "Bill to" is none. */
const isNoun = (word: string): boolean =>
  /^[\p{L}-]+(?: [\p{L}-]+)?$/u.test(word) &&
  roleOfWord(word) !== null &&
  !/(?:^| )(?:to|from|for|by|name|an|de|von|van|da|aan|para|per|pour)$/.test(word);

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

/** The firm that a value begins with, behind a code of its own; else the words up to where a name ends. */
function nameBehindLabel(text: string, folded: string): string | null {
  const firm = firstOrganization(text);
  const cut = cutName(text, folded);
  if (firm === null || !/^[\d. ]*$/.test(text.slice(0, firm.start))) return cut;
  const name = text.slice(firm.start, firm.end);
  // "Idraulica Serra S.n.c. di Conti e Riva": what follows the form may belong to the name.
  return cut !== null && cut.startsWith(name) && cut.length <= name.length + 32 ? cut : name;
}

/** "Résidence Les Jardins du Lac": a few words without a verb, the first of them and another with a capital. */
const isBodyName = (name: string): boolean =>
  /^\p{Lu}/u.test(name) &&
  name.split(" ").length <= 8 &&
  /(?: |['"])\p{Lu}/u.test(name.slice(1)) &&
  !/[.:;!?]/.test(name.replace(/\b\p{L}{1,4}\./gu, "")) &&
  (bodyNames(name)[0]?.start === 0 ||
    /^\p{Lu}\p{L}+(?: \p{Ll}+){0,3}(?: ["']?\p{Lu}[\p{L}'-]+){1,4}"?(?: \p{Ll}'\p{Lu}\p{L}+)?$/u.test(name));

/** Labels of who writes or signs for a party, in seven languages. */
const writesFor =
  / (?:by|von|par|por|da|door)$|^(?:signed|signature|unterschrift|unterzeichnet|gezeichnet|sign[eé]|firmado|firma|firmato|assinado|assinatura|getekend|handtekening|(?:for and )?on behalf|agreed|accepted|approved)\b/i;

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
  const name = beforeGap(nameBehindLabel(text, prepared.folded.slice(start)), prepared, start);
  if (
    name === null ||
    name.length < 3 ||
    !/\p{L}{2}/u.test(name) ||
    /[$€£%]/.test(name) ||
    roleOfWord(name.toLowerCase()) !== null
  )
    return;
  if (!looksLikeCompany(name.toLowerCase()) && !isName(name) && !isBodyName(name)) return;
  // "Prepared by: Jane Doe" writes for her firm, and "Signed for the client: J. Doe" for the client.
  if (writesFor.test(alias?.trim() ?? "") && looksLikePerson(name)) return;
  // "Il professionista | L'amministratore": who signs, as a noun.
  if (/^(?:the |der |die |das |le |la |l'|el |il |lo |o |a |de |het )\p{Ll}+$/iu.test(name)) return;
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
  if (!isCompany && officeWords.test(name) && !isPublicBody(foldText(name))) return;
  found.push({
    name,
    role,
    aliases: [
      ...aliases,
      ...(alias !== undefined && isNoun(alias.trim().toLowerCase()) ? [alias.trim()] : []),
    ],
    address: addressIn(text.slice(name.length)),
    at: { prepared, start: at, end: at + name.length },
    strength: strength + (isCompany ? 0.3 : 0),
  });
}
