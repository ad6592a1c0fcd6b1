import type { Block, ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { bodyNames } from "../header/body-names.ts";
import { isName, looksLikePerson } from "../header/name-shape.ts";
import { lastOrganization } from "../header/organization-names.ts";
import type { Reading } from "../engine/reading.ts";
import type { FoundParty } from "../header/preamble-parties.ts";
import { deedsOf } from "../header/roles-by-deeds.ts";
import { printedLines } from "../structure/printed-lines.ts";
import { prepareText } from "../text/prepared-text.ts";
import { mailboxNames } from "./mailbox-names.ts";
import type { ThreadMessage } from "./thread.ts";

type Role = "buyer" | "seller";

/** How many of a message's last lines may be its signature. */
const signatureLines = 9;

/** "Im Namen der …", "on behalf of …": for whom somebody writes, in seven languages. */
const onBehalf =
  /\b(?:[Oo]n behalf of|[Ii]m (?:Namen|Auftrag)|[Nn]amens|[Aa]u nom|[Pp]our le compte|[Ee]n (?:nombre|representación)|[Pp]or cuenta|[Pp]er conto|[Ii]n nome(?: e per conto)?|[Ee]m nome|[Ii]n opdracht) (?:of |der |des |von |van (?:de |het )?|du |de la |de l'|d'|del |della |dell'|di |do |da |de )?(?:the )?/;

/** Who writes a message: for whom it says so, the organization it is signed for or sent by, else the person who sends it. */
export function writerOf(message: ThreadMessage, role: Role, source: string | null): FoundParty | null {
  const lines = message.blocks.flatMap((block: Block) =>
    block.type === "table" ? [] : printedLines(block, source),
  );
  return (
    representedIn(lines, role) ??
    signedFor(lines.slice(-signatureLines), role) ??
    (message.senderLine === null ? null : sentBy(message.senderLine, role))
  );
}

/** "We will pay you", "wir zahlen Ihnen", "vi pagheremo": who writes so pays, in seven languages. */
const wePay =
  /\b(?:(?:we|i)(?:'ll| will| can| would)? pay (?:you|your|in|within|at|on|\p{Sc}|\d)|(?:wir|ich) (?:be)?zahlen? (?:ihnen|dir|euch|innerhalb|binnen|\d)|(?:nous|je) vous (?:paierons|payons|verserons|versons|reglerons|reglons)|(?:le|les|te|os) (?:pagamos|pagaremos|abonaremos)|vi (?:paghiamo|pagheremo|corrisponderemo)|(?:pagamos|pagaremos)-(?:vos|lhe)|(?:wij|we) betalen (?:u|je|binnen|\d))/u;

/** Whether an offer is one to pay for work, not to do it: its writer is then the buyer. */
export function offersToPay(readings: readonly Reading[], writer: FoundParty | null): boolean {
  if (readings.some(({ folded }) => wePay.test(folded))) return true;
  const lines = readings.map(({ unit: { prepared } }) => ({ prepared, cells: null, table: null }));
  return writer !== null && deedsOf([writer.name], lines) < 0;
}

function representedIn(lines: readonly SourcedText[], role: Role): FoundParty | null {
  for (const line of lines) {
    const match = onBehalf.exec(line.text);
    if (match === null) continue;
    const from = match.index + match[0].length;
    const rest = line.text.slice(from);
    const span = [...bodyNames(rest), lastOrganization(rest)].find((one) => one !== null && one.start === 0);
    if (span !== undefined && span !== null)
      return partyIn(line, rest.slice(span.start, span.end), role, 2.6);
  }
  return null;
}

/** The organization that a message is signed for: the last one named below its words; `null` where none is. */
function signedFor(lines: readonly SourcedText[], role: Role): FoundParty | null {
  for (const line of lines.toReversed()) {
    const whole = line.text.trim();
    if (whole.length > 110 || /[.;:?!]$/.test(whole.replace(/\b(?:Inc|Ltd|Co|Corp|K|[A-Z])\.$/, "")))
      continue;
    const span = lastOrganization(whole) ?? bodyNames(whole).at(-1) ?? null;
    const name = span === null ? null : whole.slice(span.start, span.end);
    if (name !== null && name.length >= 3) return partyIn(line, name, role, 2.4);
  }
  // A reader that joins lines leaves the signature at the end of the last words.
  const last = lines.findLast(({ text }) => text.trim() !== "");
  const span = last === undefined ? null : lastOrganization(last.text);
  return last !== undefined && span !== null && last.text.slice(span.end).trim().length < 3
    ? partyIn(last, last.text.slice(span.start, span.end), role, 2.2)
    : null;
}

// What stands around a name on the line that introduces a message.
const introduced =
  /(?:\b(?:schrieb|schreef|écrit|escribió|scritto|escreveu)\s+|^\*?(?:From|Von|De|Van|Da)\s?:\s?\*?\s*|,\s|\d\s|\buur\s|\bom \d{1,2}[:.]\d{2}\s)"?((?:\p{Lu}[\p{L}.'-]+ ){1,4}\p{Lu}[\p{L}'-]+)"?(?=\s*(?:$|:|<|,|\(|wrote|schrieb|schreef|a écrit|escribió|ha scritto|escreveu|via))/u;

/** The organization, else the person, that sends a message. */
function sentBy(line: SourcedText, role: Role): FoundParty | null {
  const text = line.text.replace(/[<(]?[\w.+-]+@[\w.-]+[>)]?/g, (address) => " ".repeat(address.length));
  const span = lastOrganization(text) ?? bodyNames(text).at(-1) ?? null;
  if (span !== null) return partyIn(line, text.slice(span.start, span.end), role, 2.2);
  const person = introduced.exec(text)?.[1] ?? null;
  return person !== null && looksLikePerson(person) && isName(person)
    ? partyIn(line, person, role, 1.8)
    : null;
}

/** The parties of a mail, with the firms that its addresses name where its words leave a side open. */
export function withMailboxes(found: readonly FoundParty[], document: ReadDocument): readonly FoundParty[] {
  if (["seller", "buyer"].every((side) => found.some(({ role }) => role === side))) return found;
  const named = mailboxNames(document).flatMap(({ line, name }) => partyIn(line, name, null, 1.6) ?? []);
  return [...found, ...named];
}

function partyIn(line: SourcedText, name: string, role: Role | null, strength: number): FoundParty | null {
  const at = line.text.indexOf(name);
  if (at < 0 || !/^[\p{L}\d]/u.test(name)) return null;
  const prepared = prepareText(sliceSourcedText(line, at, at + name.length));
  return {
    name: prepared.text,
    role,
    aliases: [],
    address: [],
    at: { prepared, start: 0, end: prepared.text.length },
    strength,
  };
}
