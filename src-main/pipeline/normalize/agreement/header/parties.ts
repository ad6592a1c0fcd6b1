import type { DocumentKind, Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import type { Survey } from "../../invoice/index.ts";
import { findTaxIds } from "../../values/tax-id.ts";
import type { Line, Outline } from "../structure/outline.ts";
import { prepareText, quotePart, sourceRange } from "../text/prepared-text.ts";
import { labeledParties } from "./labeled-parties.ts";
import { namedOrganizations } from "./organization-names.ts";
import { withAcceptance } from "./accepting-party.ts";
import { withCounterparts } from "./counterparts.ts";
import { addressIn, cutName } from "./cut-name.ts";
import { keyOf, mergeParties, onceEach, sameName } from "./merge-parties.ts";
import { bodyParties } from "./body-parties.ts";
import { looksLikePerson } from "./name-shape.ts";
import { withoutSigners } from "./signers.ts";
import { isFirm, withSigns } from "./side-signs.ts";
import { looksLikeCompany } from "./party-words.ts";
import { withLetterhead } from "./letterhead-party.ts";
import { furnitureParty } from "./furniture-party.ts";
import { letterParties } from "./letter-parties.ts";
import { preambleParties } from "./preamble-parties.ts";
import type { FoundParty } from "./preamble-parties.ts";
import { deedsOf } from "./roles-by-deeds.ts";
import { signedParties } from "./signed-parties.ts";

export interface Parties {
  readonly seller: Party | null;
  readonly buyer: Party | null;
  readonly parties: readonly Party[];
}

/** Parties of an agreement: those that its reader already knows, then from its preamble, its labels, the places of a letter, and its signature block. */
export function readParties(
  outline: Outline,
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
  surveyed: () => Survey,
  number: string | null,
  given: readonly FoundParty[] = [],
): Parties {
  const preamble = preambleParties(outline.lines);
  const labeled = labeledParties(outline.lines, kind);
  const isNamed = (role: "seller" | "buyer"): boolean =>
    [...given, ...preamble, ...labeled].some((entry) => entry.role === role);
  const elsewhere = [
    ...labeled,
    ...(isNamed("seller") && isNamed("buyer")
      ? []
      : [
          ...furnitureParty(document, outline.lines, kind),
          ...letterParties(document, outline.lines, kind, context, surveyed),
        ]),
    ...signedParties(outline.lines).filter(isOneOf(preamble)),
    ...signatureParties(outline.lines),
    ...organizationParties(outline.lines),
  ];
  const own = ownParty(outline.lines, context);
  const found = withoutSigners(
    [...given, ...preamble, ...elsewhere, ...(own === null ? [] : [own])],
    outline.lines,
  );
  // Two parties that introduce themselves are the parties; other names only add to them.
  const isSettled = preamble.filter((party) => party.strength >= 3).length >= 2;
  const known = mergeParties(withCounterparts(found), context);
  const kept = isSettled
    ? onceEach(preamble).map((party) => {
        const isOthers = (entry: FoundParty): boolean =>
          preamble.some((other) => other !== party && sameName(other.name, entry.name));
        const same =
          known.find((entry) => keyOf(entry.name) === keyOf(party.name) && !isOthers(entry)) ?? party;
        return {
          ...same,
          ...party,
          role: party.role ?? same.role,
          address: longest(party.address, same.address),
        };
      })
    : known;
  const sided = withDeeds(withCounterparts(kept), outline.lines);
  const answered = kind === "purchase-order" ? sided : withAcceptance(sided, outline.lines);
  const placed = withLetterhead(answered, outline.lines, kind);
  const merged = withSigns([...placed, ...bodyParties(outline.lines, placed)], outline.lines, kind, number);
  const toParty = (entry: FoundParty): Party => {
    const where = taxNear(entry);
    return {
      name: printedName(entry),
      taxId: where?.id ?? null,
      registration: null,
      address: entry.address,
      country: where?.country ?? null,
      email: null,
      aliases: entry.aliases,
      evidence: quotePart(entry.at.prepared, entry.at.start, entry.at.end, document),
      confidence: Math.min(0.97, 0.6 + entry.strength / 10),
    };
  };
  const seller = merged.find((entry) => entry.role === "seller") ?? null;
  const buyer = merged.find((entry) => entry.role === "buyer") ?? null;
  const unnamed = merged.filter((entry) => entry.role === null);
  // With one role known, the other is the one other party's, or the first of several that introduce themselves.
  const first = unnamed.find(
    (entry) => entry.strength >= 3 && !entry.aliases.some((alias) => bystander.test(alias)),
  );
  const formal = unnamed.filter((entry) => entry.strength >= 1.2 && isFirm(entry));
  const [only, ...more] = formal.length === 1 ? formal : unnamed;
  const other = only !== undefined && more.length === 0 ? only : (first ?? null);
  const sellerEntry = seller ?? (buyer !== null ? other : null);
  const buyerEntry = buyer ?? (seller !== null ? other : null);
  const rest = merged.filter((entry) => entry !== sellerEntry && entry !== buyerEntry && entry.role === null);
  return {
    seller: sellerEntry === null ? null : toParty(sellerEntry),
    buyer: buyerEntry === null ? null : toParty(buyerEntry),
    parties: rest.map(toParty),
  };
}

/** The name as its letters stand on the page: "Moosstraße", "Vélociped’Liège". */
function printedName({ name, at: { prepared, start, end } }: FoundParty): string {
  const [from, to] = sourceRange(prepared, start, end);
  const printed = prepared.source.text.slice(from, to).replace(/\s+/g, " ").trim();
  return prepareText({ text: printed, runs: [] }).text === name ? printed : name;
}

/** Where a preamble names two parties, who signs adds only the side that one of them is on. */
const isOneOf =
  (preamble: readonly FoundParty[]) =>
  (signed: FoundParty): boolean =>
    preamble.length < 2 || preamble.some((party) => sameName(party.name, signed.name));

// Who signs beside the two sides: neither bills nor pays.
const bystander =
  /\b(?:guarantor|bank|parent|trustee|escrow agent|witness|bürge|garant|avaliste|fiador|fideiussore|borg)\b/i;

const longest = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length > 0 ? one : other;

// Words that contracts use for either side: "Company" hires a consultant here and provides the service there.
const eitherSide =
  /^(?:the )?(?:company|owner|principal|agency|agent|firm|distributor|operator|manufacturer|publisher|host|sponsor|licensee|licensor|society|gesellschaft|societe|sociedad|societa)$/i;

/** Of two parties whose short names do not tell, the one that performs more, or pays less, is the one that bills. */
function withDeeds(found: readonly FoundParty[], lines: readonly Line[]): readonly FoundParty[] {
  const [first, second, ...more] = found.filter((entry) => entry.strength >= 2);
  if (first === undefined || second === undefined || more.length > 0) return found;
  const isVague = (entry: FoundParty): boolean =>
    entry.role === null ||
    (entry.aliases.length > 0 && entry.aliases.every((alias) => eitherSide.test(alias)));
  if (first.role !== second.role && first.role !== null && second.role !== null) return found;
  const give = (seller: FoundParty): readonly FoundParty[] =>
    found.map((entry) =>
      entry === first || entry === second ? { ...entry, role: entry === seller ? "seller" : "buyer" } : entry,
    );
  if (!isVague(first) && isVague(second)) return give(first.role === "seller" ? first : second);
  if (!isVague(second) && isVague(first)) return give(second.role === "seller" ? second : first);
  const namesOf = (entry: FoundParty): readonly string[] =>
    entry.aliases.length > 0
      ? entry.aliases
      : [entry.name, ...surnameOf(entry.name, found), ...callingOf(entry.name, found)];
  const difference = deedsOf(namesOf(first), lines) - deedsOf(namesOf(second), lines);
  return difference === 0 ? found : give(difference > 0 ? first : second);
}

/** The last word of a person's name, by which later sentences call them, unless the other party bears it too. */
function surnameOf(name: string, found: readonly FoundParty[]): readonly string[] {
  const last = name.split(" ").at(-1) ?? "";
  const isShared = found.some((other) => other.name !== name && other.name.includes(last));
  return looksLikePerson(name) && last.length > 3 && !isShared ? [last] : [];
}

/** The first word of a company's name, by which later sentences call it: "Zindel erbringt" for "Zindel Facility AG". */
function callingOf(name: string, found: readonly FoundParty[]): readonly string[] {
  const [first = "", ...more] = name.split(" ");
  const isShared = found.some((other) => other.name !== name && other.name.includes(first));
  return more.length > 0 && /^\p{Lu}\p{L}{4,}$/u.test(first) && !isShared ? [first] : [];
}

function taxNear(entry: FoundParty): { id: string; country: string | null } | null {
  const text = entry.at.prepared.text.slice(entry.at.start, entry.at.end + 260);
  if (!/\b(?:VAT|USt|UID|TVA|tax|EIN|ABN|GST|SIRET|Steuer)/i.test(text)) return null;
  const [found] = findTaxIds(text);
  return found === undefined ? null : { id: found.id, country: found.country };
}

// What stands beside a label in notices and signature blocks: an office, not a party.

/** Names over signature lines: "ACME LTD", "By: ____". */
function signatureParties(lines: readonly Line[]): readonly FoundParty[] {
  const found: FoundParty[] = [];
  for (const [index, line] of lines.entries()) {
    if (
      !/^(?:by|signed|signature|signed by|per|unterschrift)\b ?:?/.test(line.prepared.folded) ||
      index < lines.length / 2
    )
      continue;
    for (let above = index - 1; above >= Math.max(0, index - 3); above -= 1) {
      const candidate = lines[above];
      if (candidate === undefined || candidate.cells !== null) break;
      const name = cutName(candidate.prepared.text, candidate.prepared.folded);
      if (
        name !== null &&
        looksLikeCompany(name.toLowerCase()) &&
        name.length > candidate.prepared.text.length * 0.4
      ) {
        const at = candidate.prepared.text.indexOf(name);
        found.push({
          name,
          role: null,
          aliases: [],
          address: [],
          at: { prepared: candidate.prepared, start: at, end: at + name.length },
          strength: 1,
        });
        break;
      }
    }
  }
  return found;
}

/** Organizations named in full on the opening lines, with the role that brackets, labels or verbs give them. */
function organizationParties(lines: readonly Line[]): readonly FoundParty[] {
  const opening: Line[] = [];
  let length = 0;
  for (const line of lines.slice(0, 40)) {
    if (length > 3000) break;
    opening.push(line);
    length += line.prepared.text.length;
  }
  return namedOrganizations(opening, lines).map((organization) => ({
    name: organization.name,
    role: organization.role,
    aliases: organization.aliases,
    address: addressIn(organization.prepared.text.slice(organization.end)),
    at: { prepared: organization.prepared, start: organization.start, end: organization.end },
    strength: organization.role === null ? 1.2 : 2.2,
  }));
}

/** The owner's own company, where the document names it: it is the one that bills. */
function ownParty(lines: readonly Line[], context: NormalizeContext): FoundParty | null {
  for (const name of context.ownCompany.names) {
    const folded = name.toLowerCase().trim();
    if (folded.length < 3) continue;
    for (const line of lines) {
      const at = line.prepared.folded.indexOf(folded);
      if (at < 0) continue;
      return {
        name: line.prepared.text.slice(at, at + folded.length),
        role: "seller",
        aliases: [],
        address: [],
        at: { prepared: line.prepared, start: at, end: at + folded.length },
        strength: 1.5,
      };
    }
  }
  return null;
}
