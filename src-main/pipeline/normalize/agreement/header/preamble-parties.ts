import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import type { Line } from "../structure/outline.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { addressIn, cutName } from "./cut-name.ts";
import { findDefinitions, isShortFor } from "./defined-names.ts";
import { lastOrganization } from "./organization-names.ts";
import { looksLikeCompany, roleOf } from "./party-words.ts";

export interface FoundParty {
  readonly name: string;
  readonly role: "buyer" | "seller" | null;
  readonly aliases: readonly string[];
  readonly address: readonly string[];
  readonly at: { readonly prepared: PreparedText; readonly start: number; readonly end: number };
  readonly strength: number;
}

// Words behind which the parties stand, in seven languages.
const openings =
  /\b(?:by and between|by and among|between|among|zwischen|entre(?: les soussignes?)?|entre as partes|les soussignes?|los (?:abajo )?firmantes|reunidos|tra(?: le parti)?|fra(?: le parti)?|tussen|(?:de )?ondergetekenden|(?:die )?vertragsparteien|the parties(?: to this [a-z ]{3,30})?(?: are)?|parties)(?: the (?:parties|following parties|undersigned))?(?=[ :,])[:,]? ?/g;

// Words behind which no party is introduced any more.
const closings =
  /(?:\bwhereas\b|\brecitals?\b|\bwitnesseth\b|\bnow,? therefore\b|\bit is (?:hereby )?agreed\b|\bthe parties (?:hereby )?agree\b|\bagree as follows\b|\bwird (?:folgender|folgendes|nachfolgender)\b|\bil (?:a ete|est) (?:convenu|expose)\b|\bexponen\b|\bmanifiestan\b|\bacuerdan\b|\bpremesso\b|\bsi (?:conviene|stipula)\b|\bacordam\b|\be celebrado\b|\bconsiderando\b|\boverwegende\b|\bkomen overeen\b|\bzijn overeengekomen\b)/;

const titleLine =
  /^(?!.*\b(?:BETWEEN|AND|ZWISCHEN|ENTRE|TRA|TUSSEN)\b)[\p{Lu}\d .&'-]{0,60}\b(?:AGREEMENT|CONTRACT|LETTER|TERMS|STATEMENT OF WORK|PROPOSAL|VERTRAG|VEREINBARUNG|CONTRAT|CONTRATO|CONTRATTO|OVEREENKOMST)\b[\p{Lu}\d .&'#-]{0,40}$/u;

/** "Exhibit 10.7": where the paper was filed. */
const exhibitLine = /^(?:exhibit|anlage|annexe?|appendix|allegato|anexo|bijlage) [\d.]{1,7}$/i;

/** How far into a document a preamble may begin (covers and tables of contents stand before it), and how long it is. */
const reach = { head: 40_000, preamble: 2600 } as const;

/** "… between X, a Delaware corporation ("Client"), and Y ("Provider")", in seven languages, behind a cover too. */
export function preambleParties(lines: readonly Line[]): readonly FoundParty[] {
  const head: Line[] = [];
  let length = 0;
  for (const line of lines) {
    if (length > reach.head) break;
    // A title in capitals is no part of the first party's name.
    if (titleLine.test(line.prepared.text) || exhibitLine.test(line.prepared.text)) continue;
    head.push(line);
    length += line.prepared.text.length;
  }
  const joined = prepareText(
    joinSourcedTexts(
      head.map((line) => line.prepared.source),
      " ",
    ),
  );
  const defined = definedParties(joined);
  if (defined.length >= 2) return defined;
  const introduced = defined.find((party) => party.strength >= 3)?.at.start ?? Infinity;
  for (const match of joined.folded.matchAll(openings)) {
    const start = match.index + match[0].length;
    // Where one party has introduced itself, the other does so beside it.
    if (start > introduced + 900) break;
    const area = joined.folded.slice(start, start + 700);
    const stop = /(?:\. (?:[a-z]+ ){1,4}(?:shall|agrees|agree|will|desires)\b| 1\. [a-z]|\. this\b)/.exec(
      area,
    );
    const close = closings.exec(area);
    const end = start + Math.min(stop?.index ?? area.length, close?.index ?? area.length);
    const named = splitNames(joined, start, end);
    if (named.length >= 2) return mergeDefined(named, defined);
  }
  return defined;
}

/** Parties that the text gives a short name, where two of them stand together; else the first one. */
function definedParties(joined: PreparedText): readonly FoundParty[] {
  const definitions = findDefinitions(joined.text, joined.folded);
  const groups: FoundParty[][] = [];
  let group: FoundParty[] = [];
  let lastEnd = -1;
  for (const definition of definitions) {
    const isFar = lastEnd >= 0 && definition.start - lastEnd > 900;
    const between = lastEnd < 0 ? "" : joined.folded.slice(lastEnd, definition.start);
    if (isFar || closings.test(between)) {
      if (group.length > 0) groups.push(group);
      group = [];
      lastEnd = -1;
    }
    const from = Math.max(leftLimit(joined, definition.start), lastEnd);
    const parties = partiesBefore(joined, from, definition.start, definition.aliases);
    if (parties.length === 0) continue;
    // Once both sides have introduced themselves, a third name is somebody that they speak of.
    const isComplete = ["seller", "buyer"].every((side) => group.some((party) => party.role === side));
    if (isComplete && parties.every((party) => party.role === null)) continue;
    group.push(...parties.filter((party) => group.length < 4 || party.role !== null));
    lastEnd = definition.end;
  }
  if (group.length > 0) groups.push(group);
  return groups.find((entries) => entries.length >= 2) ?? groups[0] ?? [];
}

/** Where the description of a party begins: behind an opening word, a sentence's end or a list's mark. */
function leftLimit(joined: PreparedText, end: number): number {
  const from = Math.max(0, end - 420);
  const before = joined.folded.slice(from, end);
  let limit = 0;
  for (const match of before.matchAll(openings)) limit = Math.max(limit, match.index + match[0].length);
  for (const match of before.matchAll(/[a-z)"\d]{2}\. (?=["(]?[a-z\d])/g)) {
    const next = joined.text.slice(
      from + match.index + match[0].length,
      from + match.index + match[0].length + 1,
    );
    const head = before.slice(0, match.index + 2);
    if (
      /[\p{Lu}\d("]/u.test(next) &&
      !/(?:^|[\s(&.])(?:co|inc|ltd|corp|st|dr|mr|ms|no|nr|bros|str|ave|rd|\d{1,2}|[a-z])$/.test(head)
    )
      limit = Math.max(limit, match.index + match[0].length);
  }
  for (const match of before.matchAll(/(?:^| )\(?(?:\d|[a-d])[.)] (?=[a-z"])/g))
    limit = Math.max(limit, match.index + match[0].length);
  return from + limit;
}

/** The parties that a description names; the short names are the last one's. */
function partiesBefore(
  joined: PreparedText,
  start: number,
  end: number,
  aliases: readonly string[],
): readonly FoundParty[] {
  const named = splitNames(joined, start, end);
  const cut = named.at(-1) ?? null;
  const last =
    cut !== null && isIntroducedAt(joined, cut.at.end, end) ? cut : (closestName(joined, start, end) ?? cut);
  if (last === null) return [];
  const said = joined.folded.slice(start, end);
  // A party may go by a trade name that its description gives ("d/b/a …"), or by one of its own choosing.
  const isIntroduced = looksLikeCompany(last.name.toLowerCase()) && isIntroducedAt(joined, last.at.end, end);
  const own = aliases.filter(
    (alias) =>
      isShortFor(alias, last.name) ||
      said.includes(alias.toLowerCase()) ||
      (isIntroduced && /^\p{Lu}/u.test(alias)),
  );
  if (own.length === 0) return [];
  const role = own.map((alias) => roleOf(alias.toLowerCase())).find((found) => found !== null) ?? null;
  const party: FoundParty = {
    ...last,
    role,
    aliases: own.filter((alias) => alias !== last.name),
    strength: 3,
  };
  const before = last === cut ? named.slice(0, -1) : [];
  return [...before.filter((entry) => looksLikeCompany(entry.name.toLowerCase())), party];
}

const isIntroducedAt = (joined: PreparedText, nameEnd: number, end: number): boolean =>
  end - nameEnd < 40 || introduction.test(joined.folded.slice(nameEnd, nameEnd + 120));

// "… to retain Gianna Roth ("Consultant")": two to four capitalized words right before the bracket.
const personBefore =
  /(?<=\p{Ll} )((?:\p{Lu}[\p{L}'-]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}'-]+|\p{Lu}\.|van|de|von|di)){1,3}),? ?$/u;

/** The organization, or else the person, that stands closest before a short name, where a longer text leads up to it. */
function closestName(joined: PreparedText, start: number, end: number): FoundParty | null {
  const text = joined.text.slice(start, end);
  const span = lastOrganization(text) ?? personIn(text);
  if (span === null) return null;
  const name = joined.text
    .slice(start + span.start, start + span.end)
    .replace(/[,;]$/, "")
    .trim();
  const at = start + span.start;
  return {
    name,
    role: null,
    aliases: [],
    address: addressIn(joined.text.slice(at + name.length, end)),
    at: { prepared: joined, start: at, end: at + name.length },
    strength: 2,
  };
}

function personIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = personBefore.exec(text);
  const name = match?.[1] ?? "";
  return match === null || /\b(?:Agreement|Contract|Services?|Exhibit|Schedule|State|County)\b/.test(name)
    ? null
    : { start: match.index, end: match.index + name.length };
}

// What stands behind the name of a party that introduces itself: its form, its seat, its number.
const introduction =
  /^ ?[.,]{0,2} ?(?:\(|(?:a|an|eine?|une?|una|uma|een) |(?:having|with|whose|located|of|organi[sz]ed|incorporated|registered|mit sitz|dont|au capital|con (?:sede|domicilio|c\.?i\.?f)|com sede|gevestigd|d\/b\/a|doing)\b)/;

const joints =
  /[,;.)]? ?\b(?:and|und|et|y|e|en|sowie|as well as|&)\b (?:between |entre |zwischen |tussen )?(?=["(]?[a-z\d])/g;

/** Names in a piece of running text, cut at its joining words where both sides are names. */
function splitNames(joined: PreparedText, start: number, end: number): readonly FoundParty[] {
  const area = joined.folded.slice(start, end);
  const cuts = [0];
  for (const match of area.matchAll(joints)) {
    const at = match.index + match[0].length;
    const left = area.slice(cuts.at(-1), match.index);
    // "Smith and Sons LLC" is one name, "England and Wales" is none: a cut needs a whole name on both sides.
    const right = cutName(joined.text.slice(start + at, end), area.slice(at));
    const isUpper = /^["([]?(?:the |la |die |der |de |el |il |o )?["([]?[\p{Lu}\d]/u.test(
      joined.text.slice(start + at),
    );
    const leftText = joined.text.slice(start + (cuts.at(-1) ?? 0), start + match.index);
    const isWhole =
      right !== null &&
      (looksLikeCompany(right.toLowerCase()) || looksLikePerson(right)) &&
      (looksLikeCompany(left) || /[,(]/.test(left) || looksLikePerson(leftText));
    if (isUpper && isWhole) cuts.push(at);
  }
  for (const match of area.matchAll(/(?:^| )\(?\d[.)] (?=[a-z"])/g)) cuts.push(match.index + match[0].length);
  cuts.sort((one, other) => one - other);
  const found: FoundParty[] = [];
  for (const [index, cut] of cuts.entries()) {
    const from = start + cut;
    const to = start + (cuts[index + 1] ?? area.length);
    const text = joined.text.slice(from, to);
    const name = cutName(text, joined.folded.slice(from, to));
    if (name === null || !isName(name)) continue;
    const at = from + text.indexOf(name);
    found.push({
      name,
      role: null,
      aliases: [],
      address: addressIn(joined.text.slice(at + name.length, to)),
      at: { prepared: joined, start: at, end: at + name.length },
      strength: 2,
    });
    if (found.length >= 4) break;
  }
  return found;
}

const looksLikePerson = (text: string): boolean =>
  /^\s*(?:[\p{Lu}][\p{L}.'-]+ ){1,3}[\p{Lu}][\p{L}'-]+$/u.test(text);

/** Capitalized words with hardly a small one between them: a name, with or without a legal form. */
function isName(name: string): boolean {
  const words = name.split(" ");
  // "Company's right to decrease the price" begins with a legal form and is no name.
  if (looksLikeCompany(words.slice(1).join(" ").toLowerCase())) return true;
  const small = words.filter(
    (word) =>
      /^[\p{Ll}]/u.test(word) &&
      !/^(?:of|the|and|for|de|la|le|du|des|del|della|di|da|do|van|der|den|von|und|et|y|e|en|zu|für|d\/b\/a)$/.test(
        word,
      ),
  );
  return small.length === 0 && words.length <= 9 && /^[\p{Lu}\d[]/u.test(name);
}

/** Parties named without short names, joined with those that have one elsewhere. */
const mergeDefined = (named: readonly FoundParty[], defined: readonly FoundParty[]): readonly FoundParty[] =>
  named.map((party) => {
    const same = defined.find((other) => other.name.toLowerCase() === party.name.toLowerCase());
    return same ?? party;
  });
