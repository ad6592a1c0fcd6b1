import type { DocumentKind, Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import type { Survey } from "../../invoice/index.ts";
import { isStreet } from "../../invoice/legal-names.ts";
import { findTaxIds } from "../../values/tax-id.ts";
import type { Line, Outline } from "../structure/outline.ts";
import { prepareText, quotePart, sourceRange } from "../text/prepared-text.ts";
import { isAside } from "./aside-labels.ts";
import { introducedParties } from "./introduced-parties.ts";
import { labeledParties } from "./labeled-parties.ts";
import { namedOrganizations } from "./organization-names.ts";
import { addressIn, cutName } from "./cut-name.ts";
import { decideSides } from "./decide-sides.ts";
import type { DocumentHeader } from "./document-header.ts";
import { facingNames } from "./facing-names.ts";
import { letterheadName } from "./letterhead-name.ts";
import { sameName } from "./same-name.ts";
import { isFirm } from "./side-signs.ts";
import { standingsOf, standingsOfEach } from "./party-standing.ts";
import { bodyParties } from "./body-parties.ts";
import { isNobody, looksLikePerson } from "./name-shape.ts";
import { withoutSigners } from "./signers.ts";
import { looksLikeCompany } from "./party-words.ts";
import { furnitureParty } from "./furniture-party.ts";
import { letterParties } from "./letter-parties.ts";
import { preambleParties } from "./preamble-parties.ts";
import type { FoundParty } from "./preamble-parties.ts";
import { signedParties } from "./signed-parties.ts";
import { signingNames } from "./signing-names.ts";
import { tradingNames } from "./trading-names.ts";

export interface Parties {
  readonly seller: Party | null;
  readonly buyer: Party | null;
  readonly parties: readonly Party[];
  /** Both are parties, but hardly anything tells which of them bills. */
  readonly areSidesGuessed: boolean;
}

/**
 * Parties of an agreement: every mention of one, in its preamble, its labels, its letterhead, the places of a letter and
 * its signature block, and the two sides that all of them together speak for.
 */
export function readParties(
  outline: Outline,
  document: ReadDocument,
  /** The rows as they are printed; the lines of the outline where there are none. */
  rows: readonly Line[],
  kind: DocumentKind,
  context: NormalizeContext,
  surveyed: () => Survey,
  { number, title }: Pick<DocumentHeader, "number" | "title">,
  given: readonly FoundParty[],
  form: { readonly seller: Party | null; readonly buyer: Party | null } | null,
): Parties {
  const { lines } = outline;
  const preamble = preambleParties(lines, title).filter(({ name }) => !isNobody(name));
  // Two parties that introduce themselves are the parties; other names only add to them.
  const isSettled = preamble.filter((party) => party.strength >= 3).length >= 2;
  const labeled = labeledParties(rows, kind);
  const own = ownParty(lines, context);
  const isNamed = (role: "seller" | "buyer"): boolean =>
    [...given, ...preamble, ...labeled].some((entry) => entry.role === role);
  const named = [
    ...organizationParties(lines),
    ...(rows === lines ? [] : organizationParties(rows.slice(0, openingRows))),
  ];
  const mentions = withoutSigners(
    [
      ...given,
      ...preamble,
      ...labeled,
      ...printedAt(form?.seller ?? null, "seller", rows),
      ...printedAt(form?.buyer ?? null, "buyer", rows),
      ...(isNamed("seller") && isNamed("buyer")
        ? []
        : [
            ...furnitureParty(document, lines, kind),
            ...letterParties(document, lines, rows, kind, context, surveyed),
          ]),
      ...facingNames(rows),
      ...signedParties(rows).filter(isOneOf(preamble)),
      ...signatureParties(rows),
      ...named.filter((entry) => entry.role !== null || !isAside(entry, rows)),
      ...(own === null ? [] : [own]),
    ],
    lines,
  );
  const introduced = isSettled ? introducedParties(preamble, mentions, lines, context) : [];
  const head = isSettled || kind === "message" ? null : letterheadName(rows);
  const standings = isSettled
    ? standingsOfEach(introduced, context)
    : standingsOf(
        [
          ...mentions,
          // A name that somebody signs for is no signer's, though it may look like one.
          ...signingNames(rows, kind),
          ...bodyParties(rows, mentions).filter((entry) => !isAside(entry, rows)),
          ...(head === null ? [] : [head]),
        ].filter(isSomebody),
        context,
      );
  const { seller, buyer, others, areGuessed } = decideSides(standings, head, lines, kind, number);
  const toParty = (entry: FoundParty): Party => {
    const where = taxNear(entry);
    return {
      name: printedName(entry),
      taxId: where?.id ?? null,
      registration: null,
      address: entry.address,
      country: where?.country ?? null,
      email: null,
      aliases: [...entry.aliases, ...tradingNames(entry).filter((name) => !entry.aliases.includes(name))],
      evidence: quotePart(entry.at.prepared, entry.at.start, entry.at.end, document),
      confidence: Math.min(0.97, 0.6 + entry.strength / 10),
    };
  };
  return {
    seller: seller === null ? null : toParty(seller),
    buyer: buyer === null ? null : toParty(buyer),
    parties: others.map(toParty),
    areSidesGuessed: areGuessed,
  };
}

/** What a label of a form says of a side, as strong as other labels. */
const formStrength = 2.3;
const postBox = /^p\.? ?o\.? ?box\b|^postfach\b|^bp \d|^apartado\b|^postbus\b/i;

/** A party that a form labels, at the row that prints it. */
function printedAt(
  party: Party | null,
  role: "seller" | "buyer",
  rows: readonly Line[],
): readonly FoundParty[] {
  if (
    party === null ||
    isStreet(party.name) ||
    postBox.test(party.name) ||
    !/^[\p{L}\d].* /u.test(party.name)
  )
    return [];
  const { name, address, aliases } = party;
  for (const { prepared, cells } of rows)
    for (const part of cells ?? [prepared]) {
      const start = part.text.indexOf(name);
      if (start < 0) continue;
      const at = { prepared: part, start, end: start + name.length };
      return [{ name, role, aliases, address, at, strength: formStrength }];
    }
  return [];
}

/** "Disaster Recovery Plan" has the shape of a name; who stands for themselves is introduced by name. */
const isSomebody = (entry: FoundParty): boolean =>
  !isNobody(entry.name) &&
  (entry.strength !== 2 || entry.role !== null || isFirm(entry) || looksLikePerson(entry.name));

/** Rows of the first page that may name organizations; what stands below is what they agreed. */
const openingRows = 24;
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

function taxNear(entry: FoundParty): { id: string; country: string | null } | null {
  const text = entry.at.prepared.text.slice(entry.at.start, entry.at.end + 260);
  if (!/\b(?:VAT|USt|UID|TVA|tax|EIN|ABN|GST|SIRET|Steuer)/i.test(text)) return null;
  const [found] = findTaxIds(text);
  return found === undefined ? null : { id: found.id, country: found.country };
}

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
