import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { acceptance } from "./accepting-party.ts";
import { isName, isNobody, looksLikePerson } from "./name-shape.ts";
import { isFirmName } from "./firm-names.ts";
import { roleOf } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** The share of a paper below which people sign, and how long a line of a signature may be. */
const reach = { signatures: 0.45, line: 130 } as const;
/** A yes says that its party is the other side; a signature only that somebody is a party. */
const strengths = { yes: 1.8, signature: 1.2 } as const;

const article = "(?:the |den |die |der |das |dem |le |la |les |l'|el |los |il |lo |o |a |de |het )?";
/** "Agreed for", "Per accettazione:", "Für": whom somebody signs for stands behind, in seven languages. */
const signsFor = new RegExp(
  `^(?:[a-z' ]{3,30} )?(?:for and on behalf of|on behalf of|for|fur|pour|por|per|voor|namens|pela|pelo) ${article}(?=\\p{L})`,
  "u",
);
/** Where the name ends: at a colon, a comma, a dash or a bracket, and with the line. */
const nameEnd = /[:,(|]| [-–] |_{2}|\.{3}/;
const surname = "(?:(?:van|de|den|der|von|di|da|del) ){0,2}\\p{Lu}[\\p{L}'’-]+";
const initials = "(?:\\p{Lu}\\.[ -]?)+";
const title =
  "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ing|Dipl|Herrn?|Frau|M|Mme|Mlle|D|Dña|Don|Doña|Sr|Sra|Sig|Sig\\.ra|Dott|Dott\\.ssa|Geom|Arch|Avv|Rag|Eng|Dhr|Mevr|mevrouw|de heer)\\.? )";
/**
 * Who signs, behind the name of a party: a person with an office or a day behind.
 *
 * Behind a comma or a dash a title or an initial shows that no office follows there, as in "Joan Myrick, Managing Director".
 */
const signer = new RegExp(
  `^(?: ?: ?${title}?(?:${initials}|\\p{Lu}[\\p{L}'’-]+ (?:\\p{Lu}\\. )?)|(?: ?,| [-–]) ?(?:${title}{1,2}(?:${initials}|\\p{Lu}[\\p{L}'’-]+ )?|${initials}))${surname}(?: ?$|, ?\\p{L}| ?[-–(]| \\d|, ?\\d)`,
  "u",
);

/**
 * Parties that only the places of signatures name, without a legal form: "Agreed for St Mary's School: H. Tennant",
 * "Linden School District 44: R. Castellano, Superintendent", and the name under "Bon pour accord".
 *
 * On another's offer, letter or contract the one that says yes is the side that pays.
 */
export function signingNames(rows: readonly Line[], kind: DocumentKind): readonly FoundParty[] {
  const yes = kind === "purchase-order" || kind === "amendment" ? null : "buyer";
  const found: FoundParty[] = [];
  const from = Math.floor(rows.length * reach.signatures);
  for (const [offset, { prepared, cells }] of rows.slice(from).entries()) {
    if (cells === null && prepared.text.length > reach.line) continue;
    for (const [column, part] of (cells ?? [prepared]).entries()) {
      const above = rows[from + offset - 1];
      const over = above?.cells?.[column] ?? (column === 0 ? above?.prepared : undefined);
      const isUnderYes = over !== undefined && over.text.length < reach.line && saysYesAlone(over);
      const isYes = acceptance.test(part.folded);
      const lead = signsFor.exec(part.folded);
      const start = lead === null ? 0 : lead[0].length;
      const name = (part.text.slice(start).split(nameEnd)[0] ?? "").trim();
      const behind = part.text.slice(start + name.length);
      const isSigned = signer.test(behind);
      const isAlone = behind.trim() === "" && (lead !== null || isUnderYes);
      if (
        !isPartyName(name, isSigned) ||
        !(isSigned || isAlone || (lead !== null && /^ ?[:,(|_-]/.test(behind)))
      )
        continue;
      if (lead === null && !isFirmName(name) && !(isUnderYes && isSigned)) continue;
      const role = isUnderYes || (isYes && lead !== null) ? yes : null;
      found.push({
        name,
        role,
        aliases: [],
        address: [],
        at: { prepared: part, start, end: start + name.length },
        strength: role === null ? strengths.signature : strengths.yes,
      });
    }
  }
  return found;
}

/** "Bon pour accord, le 11 mars 2026": a yes with at most a day behind it, whose name stands in the next line. */
const saysYesAlone = ({ folded }: PreparedText): boolean =>
  acceptance.test(folded) && !/: ?[a-z]{3}/.test(folded) && folded.split(/[ ,]+/).length <= 8;

/** A name with a person behind it is no person's own. */
const isPartyName = (name: string, isSigned: boolean): boolean =>
  /^\p{Lu}[^ ]* [^.]*(?:(?<!\p{L})\p{L}{1,4}\.[^.]*)*$/u.test(name) &&
  isName(name) &&
  !isNobody(name) &&
  !/\d{3}|[?!]/.test(name) &&
  roleOf(name.toLowerCase()) === null &&
  (isSigned || isFirmName(name) || !looksLikePerson(name));
