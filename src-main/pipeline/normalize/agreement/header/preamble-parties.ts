import { isStreet } from "../../invoice/legal-names.ts";
import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { addressIn } from "./cut-name.ts";
import { findDefinitions, isShortFor } from "./defined-names.ts";
import { lastOrganization } from "./organization-names.ts";
import { isFirmName } from "./firm-names.ts";
import { joinLines, nameAt } from "./joined-lines.ts";
import type { JoinedLines } from "./joined-lines.ts";
import { isName, looksLikePerson } from "./name-shape.ts";
import { looksLikeCompany, roleOf } from "./party-words.ts";
import { isTitleAlone, openings } from "./title-alone.ts";

export interface FoundParty {
  readonly name: string;
  readonly role: "buyer" | "seller" | null;
  readonly aliases: readonly string[];
  readonly address: readonly string[];
  readonly at: { readonly prepared: PreparedText; readonly start: number; readonly end: number };
  readonly strength: number;
}

// Words behind which no party is introduced any more.
const closings =
  /(?:\bwhereas\b|\brecitals?\b|\bwitnesseth\b|\bnow,? therefore\b|\bit is (?:hereby )?agreed\b|\bthe parties (?:hereby )?agree\b|\bagree as follows\b|\bwird (?:folgender|folgendes|nachfolgender)\b|\bil (?:a ete|est) (?:convenu|expose)\b|\bexponen\b|\bmanifiestan\b|\bacuerdan\b|\bpremesso\b|\bsi (?:conviene|stipula)\b|\bacordam\b|\be celebrado\b|\bconsiderando\b|\boverwegende\b|\bkomen overeen\b|\bzijn overeengekomen\b)/;

/** How far into a document a preamble may begin (covers and tables of contents stand before it), and how long it is. */
const reach = { head: 40_000, preamble: 2600 } as const;

/** "… between X, a Delaware corporation ("Client"), and Y ("Provider")", in seven languages, behind a cover too. */
export function preambleParties(lines: readonly Line[], title: string | null): readonly FoundParty[] {
  const head: Line[] = [];
  let length = 0;
  for (const line of lines) {
    if (length > reach.head) break;
    if (isTitleAlone(line, title)) continue;
    head.push(line);
    length += line.prepared.text.length;
  }
  const joined = joinLines(head);
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
function definedParties(joined: JoinedLines): readonly FoundParty[] {
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
    const limit = leftLimit(joined, definition.start);
    const from = Math.max(limit.at, lastEnd);
    const isBeside =
      lastEnd >= 0 && from === lastEnd && besideAnother.test(joined.folded.slice(from, from + 24));
    const isSaidFirst = (limit.opens && from === limit.at) || isBeside;
    const parties = partiesBefore(joined, from, definition.start, definition.aliases, isSaidFirst);
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

/** Behind the words that introduce the other party: ") and", "– und –", "; e". */
const besideAnother = /^[^a-z\d]{0,6}(?:and|und|et|y|e|en|sowie)\b/;
/** "…, director of Mitchell's Web Advance, PLC": a person through whom somebody else is meant. */
const actsFor =
  /\b(?:(?:director|president|owner|manager|ceo|secretary|chair\w*|head|partner) (?:of|for)|(?:acting |signing )?(?:for and )?on behalf of|in the name of|im namen|namens|au nom (?:de|du)|pour le compte|gerant[e]? (?:de|d')|en nombre (?:y representacion )?(?:propio y )?de(?:l)?|en representacion|in nome e per conto|legale rappresentante|in rappresentanza|em nome (?:de|da|do)|em representacao)\b/;
/** "…, vertreten durch", "représentée par": behind it stands who acts for the party. */
const representedBy =
  /\b(?:(?:duly |herein |hereby )?represented (?:herein )?by|acting (?:herein )?(?:through|by)|vertreten durch|represente(?:e)?s?(?: aux presentes| elle-meme| lui-meme)? par|rappresentat[oa] (?:da|dal|dalla|dall)\b|in persona d|representad[oa](?: en este acto| neste ato)? (?:por|pelo|pela)|vertegenwoordigd door)/g;
const nextParty = /[ ,;–-](?:and|und|et|y|e|en) (?:the |der |die |das |la |le |el |il |de )?\p{Lu}/u;
/** How far into its introduction a name may stand, behind articles and forms of address. */
const longestLead = 40;

/** Where the description of a party begins: behind an opening word or a list's mark, which opens it, or a sentence's end. */
function leftLimit(joined: JoinedLines, end: number): { readonly at: number; readonly opens: boolean } {
  const from = Math.max(0, end - 420);
  const before = joined.folded.slice(from, end);
  let limit = 0;
  let opened = -1;
  for (const match of before.matchAll(openings)) limit = Math.max(limit, match.index + match[0].length);
  if (limit > 0) opened = limit;
  for (const match of before.matchAll(/[a-z)"\d]{2}\. (?=["(]?[a-z\d])/g)) {
    const next = joined.text.slice(
      from + match.index + match[0].length,
      from + match.index + match[0].length + 1,
    );
    const head = before.slice(0, match.index + 2);
    // "drs. A.B. Bakker": a word of three letters is shortened.
    if (/(?:^|[^a-z])[a-z]{1,3}$/.test(head)) continue;
    if (
      /[\p{Lu}("]/u.test(next) &&
      !/(?:^|[\s(&.])(?:co|reg|vat|no|nr|n|ust|id|ein|abn|reg|iva|cif|nif|c\.f|inc|ltd|lda|ltda|coop|corp|st|dr|mr|mrs|ms|no|nr|bros|[a-z]*str|ave|rd|geom|dott|dottssa|ing|arch|avv|rag|prof|sig|sigra|sra?|dona?|dna|dipl|inh|tel|lic|av|avda|\d{1,2}|[a-z])$/.test(
        head,
      )
    )
      limit = Math.max(limit, match.index + match[0].length);
  }
  for (const match of before.matchAll(/(?:^| )\(?(?:\d|[a-d])[.)] (?=[a-z"])/g)) {
    // "mevrouw A. Smit": a capital with a stop is an initial.
    const print = joined.text.slice(from + match.index, from + match.index + match[0].length);
    if (/^ ?\p{Lu}\. $/u.test(print)) continue;
    opened = match.index + match[0].length;
    limit = Math.max(limit, opened);
  }
  return { at: from + limit, opens: limit === opened };
}

/** The parties that a description names; the short names are the last one's. */
function partiesBefore(
  joined: JoinedLines,
  start: number,
  end: number,
  aliases: readonly string[],
  isSaidFirst: boolean,
): readonly FoundParty[] {
  const acting = Array.from(joined.folded.slice(start, end).matchAll(representedBy));
  // Behind the first of several that no other party follows, they all act for one.
  const through = acting.find(({ index }) => !nextParty.test(joined.text.slice(start + index, end)));
  // Who stands for a party in a contract is no party to it.
  const isStoodFor = through !== undefined && nameAt(joined, start, start + through.index) !== null;
  const ownEnd = isStoodFor ? start + through.index : end;
  const named = splitNames(joined, start, ownEnd);
  const cut = named.at(-1) ?? null;
  // What a part of the text begins with is whom it introduces, whoever acts for it further on.
  const acts = cut === null ? null : actsFor.exec(joined.folded.slice(cut.at.end, end));
  const isThrough = cut !== null && acts !== null && looksLikePerson(cut.name);
  const isOpening =
    cut !== null && isSaidFirst && named.length === 1 && cut.at.start - start <= longestLead && !isThrough;
  // "Acme Ltd ("Acme"), 14 Quay Street / Bolt Ltd ("Customer")": the rest of the first party's address.
  const isAddress = cut !== null && isStreet(cut.name) && !isFirmName(cut.name);
  const isIntroduced = cut !== null && !isThrough && !isAddress && isIntroducedAt(joined, cut.at.end, end);
  const actsAt = cut === null || acts === null ? 0 : cut.at.end + acts.index + acts[0].length;
  const meant = isThrough ? namedAt(joined, actsAt, end) : null;
  const last = meant ?? (isOpening || isIntroduced ? cut : (closestName(joined, start, ownEnd) ?? cut));
  if (last === null) return [];
  const said = joined.folded.slice(start, end);
  // A party may go by a trade name in its description; a firm, and whom a preamble introduces, by one of its choosing.
  const isFree = isFirmName(last.name) || (isOpening && last === cut);
  const own = aliases.filter(
    (alias) =>
      isShortFor(alias, last.name) ||
      said.includes(alias.toLowerCase()) ||
      (isFree && isIntroducedAt(joined, last.at.end, end) && /^\p{Lu}/u.test(alias)),
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

const isIntroducedAt = (joined: JoinedLines, nameEnd: number, end: number): boolean =>
  end - nameEnd < 40 || introduction.test(joined.folded.slice(nameEnd, nameEnd + 120));

// "… to retain Gianna Roth ("Consultant")": two to four capitalized words right before the bracket.
const personBefore =
  /(?<=\p{Ll} )((?:\p{Lu}[\p{L}'-]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}'-]+|\p{Lu}\.|van|de|von|di)){1,3}),? ?$/u;

// "Con la presente il sig. Ettore Vinci, Via Appia 30, …": who is addressed as a person, with what is said of them behind.
const addressedPerson =
  /(?<=(?:^|[\s'])(?:Mr|Mrs|Ms|Miss|Herrn?|Frau|Monsieur|Madame|Mme|Sr|Sra|Dña|Doña|Sig|sig|Sig\.ra|sig\.ra|signora?|Dhr|dhr|Mevr|mevr|mevrouw|heer|dott|Dott|geom|arch|ing|avv)\.? )(\p{Lu}[\p{L}'.-]+(?: (?:\p{Lu}[\p{L}'-]+|van|de|den|der|von|di|da)){1,4})(?=,| \()/u;

/** The name that a piece of the text begins with. */
function namedAt(joined: JoinedLines, from: number, to: number): FoundParty | null {
  const name = nameAt(joined, from, to);
  if (name === null || !isName(name)) return null;
  const start = joined.text.indexOf(name, from);
  return {
    name,
    role: null,
    aliases: [],
    address: addressIn(joined.text.slice(start + name.length, to)),
    at: { prepared: joined, start, end: start + name.length },
    strength: 2,
  };
}

/** The organization, or else the person, that stands closest before a short name, where a longer text leads up to it. */
function closestName(joined: JoinedLines, start: number, end: number): FoundParty | null {
  const text = joined.text.slice(start, end);
  const span = lastOrganization(text) ?? personIn(text);
  if (span === null) return null;
  // ", Nelson / Acme Ltd": the town that ends one party's address opens no other one's name on the next line.
  const isTown = /, ?$/.test(text.slice(0, span.start));
  const line = joined.lineEnds.find((at) => at > start + span.start && at < start + span.end);
  if (isTown && line !== undefined) return namedAt(joined, line, end);
  const at = start + span.start;
  const printed = joined.text.slice(at, start + span.end);
  const name = printed.replace(/[,;]$/, "").trim();
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
  const match = personBefore.exec(text) ?? addressedPerson.exec(text);
  const name = match?.[1] ?? "";
  return match === null || /\b(?:Agreement|Contract|Services?|Exhibit|Schedule|State|County)\b/.test(name)
    ? null
    : { start: match.index, end: match.index + name.length };
}

// What stands behind the name of a party that introduces itself: its form, its seat, its number.
const introduction =
  /^ ?[.,]{0,2} ?(?:\(|(?:a|an|eine?|une?|una|uma|een) |(?:having|with|whose|located|of|organi[sz]ed|incorporated|registered|mit sitz|dont|au capital|con (?:sede|domicilio|c\.?i\.?f)|com sede|gevestigd|d\/b\/a|doing)\b)/;

const joints =
  /(?<!-)[,;.)]? ?(?<!- )\b(?:and|und|et|y|e|en|sowie|as well as|&)\b (?:between |entre |zwischen |tussen )?(?=["(]?[a-z\d])/g;

const placeBefore =
  /\b(?:registered|incorporated|organi[sz]ed|laws|established) (?:in|under|of) (?:the )?(?:laws of )?\p{Lu}\p{L}+$/u;

/** "En Valencia, a 2 de marzo", "Lyon, le 4 mars": a place with the day behind it is where the paper was written. */
const isWhereWritten = (joined: JoinedLines, { at }: FoundParty): boolean =>
  /^, ?(?:(?:a(?:os)?|le|the|den|il|el|li|op) (?:dia )?\d{1,2}(?:\.|º|er|st|nd|rd|th)? |\d{1,2}\.? )(?:(?:de|di|of) )?\p{L}{3,10} (?:(?:de|del) )?\d{4}/u.test(
    joined.folded.slice(at.end, at.end + 40),
  );

/** Names in a piece of running text, cut at its joining words where both sides are names. */
function splitNames(joined: JoinedLines, start: number, end: number): readonly FoundParty[] {
  const area = joined.folded.slice(start, end);
  const cuts = [0];
  for (const match of area.matchAll(joints)) {
    const at = match.index + match[0].length;
    const left = area.slice(cuts.at(-1), match.index);
    // "Smith and Sons LLC" is one name, "England and Wales" is none: a cut needs a whole name on both sides.
    const right = nameAt(joined, start + at, end);
    // "Vos & De Wit Interim B.V." is one firm.
    if (match[0].includes("&") && !looksLikeCompany(left)) continue;
    // "… registered in England and Wales": the second half of where a party is.
    if (placeBefore.test(joined.text.slice(start + (cuts.at(-1) ?? 0), start + match.index))) continue;
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
    const named = namedAt(joined, from, to);
    if (named === null || isWhereWritten(joined, named)) continue;
    found.push(named);
    if (found.length >= 4) break;
  }
  return found;
}

/** Parties named without short names, joined with those that have one elsewhere. */
const mergeDefined = (named: readonly FoundParty[], defined: readonly FoundParty[]): readonly FoundParty[] =>
  named.map((party) => {
    const same = defined.find((other) => other.name.toLowerCase() === party.name.toLowerCase());
    return same ?? party;
  });
