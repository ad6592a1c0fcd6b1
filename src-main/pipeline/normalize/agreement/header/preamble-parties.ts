import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import type { Line } from "../structure/outline.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { looksLikeCompany, roleOf } from "./party-words.ts";

export interface FoundParty {
  readonly name: string;
  readonly role: "buyer" | "seller" | null;
  readonly aliases: readonly string[];
  readonly address: readonly string[];
  readonly at: { readonly prepared: PreparedText; readonly start: number; readonly end: number };
  readonly strength: number;
}

export const between =
  /\b(?:by and between|by and among|is (?:made |entered into )?between|between|among|zwischen|entre(?: les soussignes)?)(?: the (?:parties|following parties|undersigned))?[:,]? ?/;

const aliasPattern =
  /\(([^()]{0,70}?)"([^"]{2,40})"([^()]{0,60})\)|,? ?(?:hereinafter|herein|nachfolgend|im folgenden|ci-apres)(?: (?:referred to as|called|known as|genannt|denomme(?:e)?|designe(?:e)?))? ?(?:the |der |die |das |le |la )?"?([\p{L}][\p{L} ]{2,30})"?/gu;

/** "… between X, a Delaware corporation ("Client"), and Y ("Provider")." */
export function preambleParties(lines: readonly Line[]): readonly FoundParty[] {
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
export function cutName(text: string, folded: string): string | null {
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

export function addressIn(text: string): readonly string[] {
  const match =
    /(?:located at|having (?:its )?(?:an? )?(?:principal )?(?:office|place of business)s? at|with (?:its |an? )?(?:principal )?(?:offices?|place of business|address)(?: located)? at|whose (?:registered office|address|principal office) is(?: at)?|of|residing at|,)\s+(\d[^("]{8,110}?)(?=\s*[("]|$|;)/.exec(
      text,
    );
  const address = match?.[1]?.trim().replace(/[,;]$/, "");
  return address === undefined || !postal.test(address) ? [] : [address];
}
