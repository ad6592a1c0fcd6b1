import type { Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import { findTaxIds } from "../../values/tax-id.ts";
import type { NormalizeContext } from "../../context.ts";
import type { Line, Outline } from "../structure/outline.ts";
import { prepareText, quotePart } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { namedOrganizations } from "./organization-names.ts";
import { legalForm, looksLikeCompany, roleOf } from "./party-words.ts";

interface FoundParty {
  readonly name: string;
  readonly role: "buyer" | "seller" | null;
  readonly aliases: readonly string[];
  readonly address: readonly string[];
  readonly at: { readonly prepared: PreparedText; readonly start: number; readonly end: number };
  readonly strength: number;
}

export interface Parties {
  readonly seller: Party | null;
  readonly buyer: Party | null;
  readonly parties: readonly Party[];
}

/** Parties of an agreement: from its preamble, then its labels, then its signature block and letterhead. */
export function readParties(outline: Outline, document: ReadDocument, context: NormalizeContext): Parties {
  const found = [
    ...preambleParties(outline.lines),
    ...labeledParties(outline.lines),
    ...signatureParties(outline.lines),
    ...organizationParties(outline.lines),
  ];
  const own = ownParty(outline.lines, context);
  if (own !== null) found.push(own);
  const merged = withSubcontract(mergeParties(found, context));
  const toParty = (entry: FoundParty): Party => {
    const where = taxNear(entry);
    return {
      name: entry.name,
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
  const letterhead = seller === null && buyer !== null ? letterheadParty(outline.lines, buyer.name) : null;
  const unnamed = merged.filter((entry) => entry.role === null);
  // With one role known and one other party, the other role is its own.
  const other = unnamed.length === 1 ? (unnamed[0] ?? null) : null;
  const sellerEntry = seller ?? (buyer !== null ? (other ?? letterhead) : null);
  const buyerEntry = buyer ?? (seller !== null ? other : null);
  const rest = merged.filter((entry) => entry !== sellerEntry && entry !== buyerEntry && entry.role === null);
  return {
    seller: sellerEntry === null ? null : toParty(sellerEntry),
    buyer: buyerEntry === null ? null : toParty(buyerEntry),
    parties: rest.map(toParty),
  };
}

/** Beside a subcontractor the contractor is the one who pays. */
function withSubcontract(found: readonly FoundParty[]): readonly FoundParty[] {
  const isNamed = (entry: FoundParty, pattern: RegExp): boolean =>
    entry.aliases.some((alias) => pattern.test(alias));
  const below = found.find((entry) => isNamed(entry, /^sub-?contractor$/i));
  if (below === undefined) return found;
  return found.map((entry) =>
    entry === below
      ? { ...entry, role: "seller" as const }
      : isNamed(entry, /^(?:general |prime |main )?contractor$/i)
        ? { ...entry, role: "buyer" as const }
        : entry,
  );
}

function taxNear(entry: FoundParty): { id: string; country: string | null } | null {
  const text = entry.at.prepared.text.slice(entry.at.start, entry.at.end + 260);
  if (!/\b(?:VAT|USt|UID|TVA|tax|EIN|ABN|GST|SIRET|Steuer)/i.test(text)) return null;
  const [found] = findTaxIds(text);
  return found === undefined ? null : { id: found.id, country: found.country };
}

const between =
  /\b(?:by and between|by and among|is (?:made |entered into )?between|between|among|zwischen|entre(?: les soussignes)?)(?: the (?:parties|following parties|undersigned))?[:,]? ?/;
const aliasPattern =
  /\(([^()]{0,70}?)"([^"]{2,40})"([^()]{0,60})\)|,? ?(?:hereinafter|herein|nachfolgend|im folgenden|ci-apres)(?: (?:referred to as|called|known as|genannt|denomme(?:e)?|designe(?:e)?))? ?(?:the |der |die |das |le |la )?"?([\p{L}][\p{L} ]{2,30})"?/gu;

/** "… between X, a Delaware corporation ("Client"), and Y ("Provider")." */
function preambleParties(lines: readonly Line[]): readonly FoundParty[] {
  const head: Line[] = [];
  let length = 0;
  for (const line of lines.slice(0, 45)) {
    if (length > 5000) break;
    head.push(line);
    length += line.prepared.text.length;
  }
  const joined = prepareText(
    joinSourcedTexts(
      head.map((line) => line.prepared.source),
      " ",
    ),
  );
  for (const match of joined.folded.matchAll(new RegExp(between.source, "g"))) {
    const start = match.index + match[0].length;
    const window = joined.folded.slice(start, start + 1500);
    const stop =
      /(?:\bwhereas\b|\brecitals?\b|\bbackground\b|\bwitnesseth\b|\bnow,? therefore\b|\bit is (?:hereby )?agreed\b|\bthe parties agree\b|\bwird (?:folgender|folgendes)\b|\bil a ete convenu\b|\. (?:[a-z]+ ){1,4}(?:shall|agrees|agree|will|desires)\b| 1\. [a-z])/.exec(
        window,
      );
    const end = start + (stop?.index ?? window.length);
    const parties = splitParties(joined, start, end);
    if (parties.length >= 2) return parties;
  }
  // "(1) X, of … (the "Customer"); and (2) Y (the "Supplier")", without "between".
  return head.flatMap((line) =>
    splitParties(line.prepared, 0, line.prepared.text.length).filter((party) => party.role !== null),
  );
}

function splitParties(joined: PreparedText, start: number, end: number): readonly FoundParty[] {
  const found: FoundParty[] = [];
  const area = joined.folded.slice(start, end);
  const cuts: number[] = [start];
  for (const match of area.matchAll(/[,;)]? ?(?:\band\b|\bund\b|\bet\b)(?: between)? (?=\(?\d?\)?|[a-z"])/g))
    cuts.push(start + match.index + match[0].length);
  for (const match of area.matchAll(/\(\d\) |\b[12]\. /g)) cuts.push(start + match.index + match[0].length);
  cuts.sort((one, other) => one - other);
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1] ?? end;
    const text = joined.text.slice(cut, next);
    const folded = joined.folded.slice(cut, next);
    const before = found.at(-1);
    const aliases = [...folded.matchAll(aliasPattern)]
      .map((match) => text.slice(match.index, match.index + match[0].length))
      .flatMap(readAliases);
    const name = cutName(text, folded);
    const isName =
      name !== null &&
      (looksLikeCompany(name.toLowerCase()) ||
        aliases.length > 0 ||
        (found.length < 2 && /^[\p{Lu}][\p{L}.'-]+ [\p{Lu}]/u.test(name)));
    if (!isName || name === null) {
      // "Smith and Sons LLC": the part before the cut and this one are one name.
      if (before !== undefined && aliases.length > 0 && before.aliases.length === 0) {
        found[found.length - 1] = withAliases(before, aliases);
      }
      continue;
    }
    const role = aliases.map((alias) => roleOf(alias.toLowerCase())).find((found) => found !== null) ?? null;
    const nameAt = cut + text.indexOf(name);
    found.push({
      name,
      role,
      aliases: aliases.filter((alias) => alias !== name),
      address: addressIn(text.slice(name.length)),
      at: { prepared: joined, start: nameAt, end: nameAt + name.length },
      strength: aliases.length > 0 ? 3 : 2,
    });
    if (found.length >= 4) break;
  }
  return found;
}

const withAliases = (party: FoundParty, aliases: readonly string[]): FoundParty => ({
  ...party,
  aliases,
  role: aliases.map((alias) => roleOf(alias.toLowerCase())).find((role) => role !== null) ?? party.role,
});

function readAliases(print: string): readonly string[] {
  const quoted = [...print.matchAll(/"([^"]{2,40})"/g)].map((match) =>
    (match[1] ?? "").replace(/[,.;]$/, "").trim(),
  );
  if (quoted.length > 0) return quoted;
  const bare =
    /(?:hereinafter|herein|nachfolgend|im folgenden|ci-après|ci-apres)(?: (?:referred to as|called|known as|genannt|dénommée?|désignée?))? ?(?:the |der |die |das |le |la )?([\p{L}]+(?: [\p{L}]+)?)/iu.exec(
      print,
    )?.[1];
  return bare === undefined ? [] : [bare.replace(/ genannt$/i, "")];
}

/** The name at the start of a party's description, with its legal form and nothing behind it. */
function cutName(text: string, folded: string): string | null {
  const offset =
    /^(?:[\s:;,"'([-]|\d\)|(?:the |der firma |der |die |la societe |le |firma )(?![a-z]*"))*/.exec(
      folded,
    )?.[0].length ?? 0;
  const rest = folded.slice(offset);
  const stop =
    /(?:,(?! (?:inc|llc|l\.l\.c|ltd|lp|llp|p\.c|pc|pllc|corp|co|s\.a|n\.a|plc|limited|gmbh|l\.p)\b)| \(|\(| (?:a|an) (?:\w+[ -]){0,4}(?:corporation|company|limited|partnership|municipal|non-?profit|public|organi[sz]ation|individual|sole|university|body|firm|entity)| (?:having|whose|with (?:its|a|offices|an?)|located|of (?:\d|[a-z]+ street)|residing|acting|organized|incorporated|registered|represented|vertreten|mit sitz|sis|dont le siege|au capital|for (?:the|services)|regarding|concerning|dated|effective|as of|on |hereinafter|doing business|d\/b\/a|whereby|shall|agree|immatricule)\b|;|:| - |\. (?=[a-z])|"|\|)/.exec(
      rest,
    );
  const length = Math.min(stop?.index ?? rest.length, 90);
  const name = text
    .slice(offset, offset + length)
    .trim()
    .replace(/[,;:]+$/, "")
    .replace(/(?<!\b(?:Inc|Ltd|Co|Corp|LLC|S\.A|B\.V|N\.V|L\.P|P\.C|S\.r\.l|S\.p\.A|K))\.$/, "");
  if (name.length < 3 || name.length > 90 || !/^[\p{Lu}\d]/u.test(name) || name.split(" ").length > 11)
    return null;
  if (
    /^(?:parties|party|agreement|this|both|each|client|customer|provider|supplier|vendor|contractor|buyer|seller|company|us|you)\b$/i.test(
      name,
    )
  )
    return null;
  return name;
}

const postal = /\b(?:\d{4,6}\b|[A-Z]{2} \d{5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)/;

function addressIn(text: string): readonly string[] {
  const match =
    /(?:located at|having (?:its )?(?:an? )?(?:principal )?(?:office|place of business)s? at|with (?:its |an? )?(?:principal )?(?:offices?|place of business|address)(?: located)? at|whose (?:registered office|address|principal office) is(?: at)?|of|residing at|,)\s+(\d[^("]{8,110}?)(?=\s*[("]|$|;)/.exec(
      text,
    );
  const address = match?.[1]?.trim().replace(/[,;]$/, "");
  return address === undefined || !postal.test(address) ? [] : [address];
}

const label =
  /^(?:\(?[a-d1-4][.)] ?)?([a-z][a-z' ]{1,26}?)(?: name| information| details)? ?(?::|\||-(?= )) ?(.*)$/;

/** "Client: Acme Ltd, 12 High Street", or a label with the name in the next cell or line. */
function labeledParties(lines: readonly Line[]): readonly FoundParty[] {
  const found: FoundParty[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 160 && index < lines.length - 40) continue;
    if (line.cells !== null && line.cells.length >= 2) {
      const heads = line.cells.map((cell) => roleOf(cell.folded));
      if (heads.filter((role) => role !== null).length >= 2) {
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
    const match = label.exec(line.prepared.folded);
    // "To:" and "Attention:" name a party on a letter's head; in a notice clause they name a person.
    const isAddress = /^(?:to|from|attention)$/.test(match?.[1] ?? "") && index > 20;
    const role = match === null || isAddress ? null : roleOf(match[1] ?? "");
    if (match !== null && role !== null && line.cells === null) {
      const rest = match[2] ?? "";
      const start = line.prepared.folded.length - rest.length;
      if (rest.trim().length > 2)
        pushNamed(found, role, line.prepared, start, 2.6, line.prepared.text.slice(0, match[1]?.length ?? 0));
      else pushParty(found, role, lines[index + 1]?.prepared, 2.4, match[1]);
      continue;
    }
    if (line.cells === null && roleOf(line.prepared.folded) !== null && line.prepared.folded.length < 24)
      pushParty(found, roleOf(line.prepared.folded), lines[index + 1]?.prepared, 2, undefined);
  }
  return found;
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

function pushNamed(
  found: FoundParty[],
  role: "buyer" | "seller",
  prepared: PreparedText,
  start: number,
  strength: number,
  alias: string | undefined,
): void {
  const text = prepared.text.slice(start);
  const name = cutName(text, prepared.folded.slice(start));
  if (
    name === null ||
    name.length < 3 ||
    /^\d+$/.test(name) ||
    /[$€£%]/.test(name) ||
    roleOf(name.toLowerCase()) !== null
  )
    return;
  if (
    !looksLikeCompany(name.toLowerCase()) &&
    !/^[\p{Lu}\d][\p{L}\d&.'-]*(?: [\p{L}\d&.'()/-]+){0,7}$/u.test(name)
  )
    return;
  if (
    /\b(?:shall|will|must|agrees|pays|signature|name|title|date|responsib|contact|approval|order|invoice|number)\b/i.test(
      name,
    )
  )
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
      /^(?:client|customer|buyer|provider|supplier|vendor|contractor|seller|owner|lessor|lessee)$/i.test(
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

// What stands beside a label in notices and signature blocks: an office, not a party.
const officeWords =
  /\b(?:president|counsel|director|officer|manager|secretary|treasurer|administration|department|attn|attention|telephone|fax|e-?mail|ceo|cfo)\b/i;

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

/** A company's name alone on one of the first lines of an offer. */
function letterheadParty(lines: readonly Line[], other: string): FoundParty | null {
  for (const line of lines.slice(0, 6)) {
    const name = cutName(line.prepared.text, line.prepared.folded);
    if (
      name === null ||
      sameName(name, other) ||
      !looksLikeCompany(name.toLowerCase()) ||
      /\b(?:agreement|contract|between)\b/i.test(name)
    )
      continue;
    const at = line.prepared.text.indexOf(name);
    return {
      name,
      role: "seller",
      aliases: [],
      address: [],
      at: { prepared: line.prepared, start: at, end: at + name.length },
      strength: 0.8,
    };
  }
  return null;
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(legalForm, " ")
    .replace(/[^a-z\d]+/g, " ")
    .trim();
/** Equal but for the legal form, or one inside the other by at least two words ("Signed for Acme Tools LLC"). */
const sameName = (one: string, other: string): boolean => {
  const [first, second] = [keyOf(one), keyOf(other)];
  if (first === "" || second === "") return false;
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.includes(" ") && ` ${long} `.includes(` ${short} `);
};

/** One entry per name, the strongest print of it; roles and aliases are joined. */
function mergeParties(found: readonly FoundParty[], context: NormalizeContext): readonly FoundParty[] {
  const merged: FoundParty[] = [];
  for (const entry of found) {
    const at = merged.findIndex(
      (known) =>
        sameName(known.name, entry.name) || known.aliases.some((alias) => sameName(alias, entry.name)),
    );
    const known = merged[at];
    if (known === undefined) {
      const taken =
        entry.role !== null &&
        merged.some((other) => other.role === entry.role && other.strength >= entry.strength);
      merged.push(taken ? { ...entry, role: null, strength: Math.min(entry.strength, 0.5) } : entry);
      continue;
    }
    const isStronger = entry.strength > known.strength && looksLikeCompany(entry.name.toLowerCase());
    // Of a name and a longer print around it ("This Agreement is made by Acme Ltd") the name itself is meant.
    const isCleaner =
      entry.name.length < known.name.length &&
      looksLikeCompany(entry.name.toLowerCase()) &&
      keyOf(entry.name).includes(" ");
    const stronger = isCleaner || (isStronger && entry.name.length <= known.name.length) ? entry : known;
    merged[at] = {
      ...stronger,
      role: known.role ?? entry.role,
      aliases: [...new Set([...known.aliases, ...entry.aliases])],
      address: known.address.length > 0 ? known.address : entry.address,
    };
  }
  const isOwn = (entry: FoundParty): boolean =>
    context.ownCompany.names.some((name) => sameName(name, entry.name));
  return merged
    .filter((entry) => entry.strength > 0.5 || isOwn(entry))
    .map((entry) => (entry.role === null && isOwn(entry) ? { ...entry, role: "seller" as const } : entry));
}
