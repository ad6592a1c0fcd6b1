import { findTaxIds, foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { tokensToSegment } from "./layout.ts";
import type { LaidPage, Row, Segment, Token } from "./layout.ts";
import { isCityLine } from "./legal-names.ts";
import { taxNumber, townIn } from "./name-line.ts";
import { closing, isWrittenAsName } from "./name-words.ts";
import { tokensFor } from "./name-in-line.ts";
import { isNameLike, isPerson } from "./name-shape.ts";
import { nameOf } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { isLeading, startsWithLabel, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** Points of a name by what a paper says of it below its items: whom the law makes it name goes before who is paid. */
const points = { registered: 3, signed: 2.6, addressed: 2.2, paid: 1.7, person: 1.6 } as const;

/** Words of a name that opens a sentence at most. */
const mostWords = 8;

/** What goes on behind a name that opens a line of the foot: a mark, or what is said of it. */
const behindName = /^(.{3,70}?)(?:\.\s|,\s|;\s|:\s|\s[•●·|∙–—-]\s|\s(?:is|ist|est|is een|es|è|é)\s|\s\()/u;

/** Who owns the account that is paid to, up to the mark behind the name; lines in letters without accents. */
const holder =
  /\b(?:account (?:name|holder)|name of account|beneficiary|payee|checks? payable to|cheques? payable to|kontoinhaber(?:in)?|lautend auf|titulaire(?: du compte)?|ten name van|t\.n\.v\.|rekeninghouder|titular(?: de la cuenta| da conta)?|intestat[oa] a|intestatario(?: conto)?|beneficiario)\s*:?$/;

/**
 * Whom a paper itself names as its issuer below the items, wherever its head keeps silent: who is registered or taxed in
 * the foot, who signs, whose address stands there, who owns the account. Whoever a label names as billed is none of them.
 */
export function selfNamedIssuers(
  page: LaidPage,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  lastItem: number,
  isBilled: (name: string) => boolean,
): readonly PartyCandidate[] {
  const below = page.rows.filter(({ index, top }) => (lastItem >= 0 ? index > lastItem : top > 0.5));
  const found = [
    ...below.flatMap((row, at) =>
      row.segments.flatMap((segment) => [
        ...registered(segment, labels),
        ...signed(segment, below.slice(at + 1, at + 5)),
        ...paid(segment),
      ]),
    ),
    ...blocks.flatMap((block) =>
      below.some(({ index }) => index === block.lines[0]?.row) ? addressed(block, labels) : [],
    ),
  ];
  return found.filter(({ name }) => isWrittenAsName(name) && !isBilled(name));
}

const candidate = (
  name: string,
  nameTokens: readonly Token[],
  lines: readonly Segment[],
  seller: number,
): PartyCandidate => ({
  name,
  nameTokens,
  lines,
  seller,
  buyer: 0,
});

/** "Birch Joinery is registered in Kent, no. 4711", "Atelier Roux, siège social …, TVA FR…": the name that opens a line of law. */
function registered(segment: Segment, labels: LabelIndex): readonly PartyCandidate[] {
  const name = behindName.exec(segment.text)?.[1]?.trim();
  if (name === undefined || name.split(" ").length > mostWords || /\d/.test(name) || !isNameLike(name))
    return [];
  const rest = segment.text.slice(name.length);
  const isLegal =
    findTaxIds(rest).length > 0 ||
    taxNumber.test(rest) ||
    (labels.get(segment) ?? []).some(
      (label) => label.start > 0 && weightOf(label, "register") >= 0.5 && /\d{4}/.test(rest),
    );
  if (!isLegal || startsWithLabel(segment, labels)) return [];
  return [candidate(name, tokensFor(segment.tokens, name), [segment], points.registered)];
}

/** The lines behind and under a greeting or "For and on behalf of": a house with its address or tax id, or a person alone. */
function signed(segment: Segment, below: readonly Row[]): readonly PartyCandidate[] {
  const greeting = closing.exec(foldText(segment.text))?.[0].trim();
  if (greeting === undefined) return [];
  const behind = segment.tokens.slice(greeting.split(" ").length);
  const lines = [
    ...(behind.length === 0 ? [] : [tokensToSegment(behind, segment.page, segment.row)]),
    ...below.flatMap(({ segments }) =>
      segments.filter(({ left }) => Math.abs(left - segment.left) < 2 * segment.size),
    ),
  ].slice(0, 4);
  const isHouse = lines.some(({ text }) => isCityLine(text) || taxNumber.test(text));
  const names = lines.slice(0, 2).filter(({ text }) => isNameLike(text) && !/\d/.test(text));
  const own = names.find(({ text }) => isHouse && !isPerson(text)) ?? names[0];
  return own === undefined
    ? []
    : [candidate(own.text, own.tokens, lines, isHouse ? points.signed : points.person)];
}

/** "Account name: Birch Joinery · IBAN …": the words behind the name of who is paid, up to a mark or the next entry. */
function paid(segment: Segment): readonly PartyCandidate[] {
  const { tokens } = segment;
  const at = tokens.findIndex((_, index) =>
    holder.test(
      foldText(
        tokens
          .slice(Math.max(0, index - 3), index + 1)
          .map(({ text }) => text)
          .join(" "),
      ),
    ),
  );
  if (at < 0) return [];
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ text }) =>
    /^[•●·|∙;–—-]$|[:]$|^(?:IBAN|BIC|SWIFT|Account|Sort|BSB)$/.test(text),
  );
  const own = rest.slice(0, end < 0 ? mostWords : end);
  if (own.length === 0) return [];
  const line = tokensToSegment(own, segment.page, segment.row);
  const name = line.text.replace(/[,.;]$/, (mark) => (mark === "." ? mark : ""));
  return isNameLike(name) && !/\d{3}/.test(name) ? [candidate(name, own, [line], points.paid)] : [];
}

/** A name over its town that no word calls a bank, a place of delivery or the one who is billed. */
function addressed(block: TextBlock, labels: LabelIndex): readonly PartyCandidate[] {
  const isOther = block.lines.some((line) =>
    (labels.get(line) ?? []).some(
      (label) =>
        isLeading(label) &&
        (["buyer", "ship-to", "bank", "account", "bic"] as const).some(
          (field) => weightOf(label, field) >= 0.5,
        ),
    ),
  );
  if (isOther || townIn(block.lines) < 1 || townIn(block.lines) > 5) return [];
  const named = nameOf(block.lines, labels);
  if (named === null || /\d{4}/.test(named.name) || named.tokens[0]?.top !== block.lines[0]?.tokens[0]?.top)
    return [];
  return [candidate(named.name, named.tokens, block.lines, points.addressed)];
}
