import type { OwnCompany, Party, ReadDocument } from "../../../../src-shared/model/index.ts";
import { findTaxIds, foldText, parseMonth, parseTaxId } from "../values/index.ts";
import { pageToBlocks } from "./blocks.ts";
import type { TextBlock } from "./blocks.ts";
import type { DocumentSigns } from "./document-signs.ts";
import { tokensToEvidence } from "./evidence.ts";
import { textOf, tokensToSegment } from "./layout.ts";
import type { LaidPage, Layout, Segment, Token } from "./layout.ts";
import {
  countryOf,
  countryOfCityLine,
  hasLegalForm,
  hasStrictLegalForm,
  isCityLine,
  isStreet,
} from "./legal-names.ts";
import { isLeading, startsWithLabel, tokensBehind, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/** Lines that may name a party, with points for either role. */
interface PartyCandidate {
  readonly name: string;
  readonly nameTokens: readonly Token[];
  readonly lines: readonly Segment[];
  seller: number;
  buyer: number;
}

export interface Parties {
  readonly seller: Party | null;
  readonly buyer: Party | null;
}

/** Who bills and who is billed, by labels, letterhead, sender line, address window and legal footer. */
export function readParties(
  document: ReadDocument,
  layout: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
  own: OwnCompany,
  signs: DocumentSigns,
): Parties {
  const [first] = layout.pages;
  if (first === undefined) return { seller: null, buyer: null };
  const candidates: PartyCandidate[] = [];
  const senders = senderLine(first, candidates);
  const blocks = pageToBlocks(first, (segment) => isOpen(segment) && !senders.has(segment));
  labeledCandidates(first, layout, labels, blocks, candidates, isOpen);
  windowAndLetterhead(
    signs.countries.includes("FR") || signs.language === "fr",
    first,
    labels,
    blocks,
    candidates,
  );
  for (const page of layout.pages) legalFooter(page, labels, candidates);
  domainVotes(layout, candidates);
  ownVotes(own, candidates);
  const merged = mergeSame(candidates);
  return assign(merged, document, layout, labels);
}

function assign(
  candidates: readonly PartyCandidate[],
  document: ReadDocument,
  layout: Layout,
  labels: LabelIndex,
): Parties {
  let best: { seller: PartyCandidate | null; buyer: PartyCandidate | null; score: number } = {
    seller: null,
    buyer: null,
    score: 0,
  };
  for (const seller of [null, ...candidates]) {
    for (const buyer of [null, ...candidates]) {
      if (seller !== null && seller === buyer) continue;
      if (seller !== null && buyer !== null && isSameName(seller.name, buyer.name)) continue;
      const score = (seller === null ? 0 : seller.seller - 0.5) + (buyer === null ? 0 : buyer.buyer - 0.5);
      if (score > best.score + 1e-9) best = { seller, buyer, score };
    }
  }
  const sellerMargin = marginOf(best.seller, candidates, "seller");
  const buyerMargin = marginOf(best.buyer, candidates, "buyer");
  return {
    seller:
      best.seller === null || best.seller.seller < 1.5
        ? null
        : toParty(best.seller, best.seller.seller, sellerMargin, document, layout, labels, true),
    buyer:
      best.buyer === null || best.buyer.buyer < 1.5
        ? null
        : toParty(best.buyer, best.buyer.buyer, buyerMargin, document, layout, labels, false),
  };
}

function marginOf(
  chosen: PartyCandidate | null,
  candidates: readonly PartyCandidate[],
  role: "seller" | "buyer",
): number {
  if (chosen === null) return 0;
  const rivals = candidates
    .filter((other) => other !== chosen && !isSameName(other.name, chosen.name))
    .map((other) => other[role]);
  return chosen[role] - Math.max(0, ...rivals);
}

function labeledCandidates(
  page: LaidPage,
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  candidates: PartyCandidate[],
  isOpen: (segment: Segment) => boolean,
): void {
  for (const row of page.rows) {
    for (const segment of row.segments) {
      if (!isOpen(segment)) continue;
      for (const label of labels.get(segment) ?? []) {
        const seller = weightOf(label, "seller");
        const buyer = weightOf(label, "buyer");
        const weight = Math.max(seller, buyer) * label.place;
        if (weight === 0 || !isLeading(label)) continue;
        // Weak words ("for", "to", "an") are labels only when they stand alone or before a colon.
        if (Math.max(seller, buyer) < 1 && !label.isPlain) continue;
        const lines = linesOf(label, layout, labels, blocks);
        const named = nameOf(lines, labels);
        if (named === null) continue;
        const points = 4 * weight * (label.isPlain ? 1 : 0.6);
        candidates.push({
          name: named.name,
          nameTokens: named.tokens,
          lines,
          seller: seller > 0 ? points : 0,
          buyer: buyer > 0 && seller < buyer ? points : seller > 0 ? 0 : points,
        });
      }
    }
  }
}

/** The lines of an address that a label announces: behind it, or in the block under or beside it. */
function linesOf(
  label: PrintedLabel,
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
): readonly Segment[] {
  const behind = tokensBehind(label, labels);
  const row = layout.rows[label.segment.row];
  const block = blocks.find((one) => one.lines.includes(label.segment));
  const rest = block === undefined ? [] : block.lines.slice(block.lines.indexOf(label.segment) + 1);
  const untilLabel = (lines: readonly Segment[]): readonly Segment[] => {
    const end = lines.findIndex(
      (line, index) => isOtherLabel(line, labels) && !(index === 0 && isNameLabel(line, labels)),
    );
    return end < 0 ? lines : lines.slice(0, end);
  };
  if (behind.length > 0 && behind.some((token) => /\p{L}{2}/u.test(token.text))) {
    const first = tokensToSegment(behind, label.segment.page, label.segment.row);
    return [first, ...untilLabel(rest)];
  }
  const named = namedBeside(label, layout);
  if (named !== null) return [named];
  const lines = untilLabel(rest);
  if (lines.length > 0) return lines;
  const at = row?.segments.indexOf(label.segment) ?? -1;
  const right = row?.segments[at + 1];
  const beside =
    right === undefined || startsWithLabel(right, labels)
      ? undefined
      : blocks.find((one) => one.lines.includes(right));
  const besideLines =
    right === undefined || beside === undefined
      ? []
      : untilLabel(beside.lines.slice(beside.lines.indexOf(right)));
  // A gap under the label: the nearest block below that shares its left edge.
  const under = blocks
    .filter(
      (one) =>
        one.top >= label.segment.bottom - 0.002 &&
        one.top - label.segment.bottom < 0.035 &&
        Math.abs(one.left - label.segment.left) < 0.02,
    )
    .sort((first, second) => first.top - second.top)[0];
  const underLines = under === undefined ? [] : untilLabel(under.lines);
  // An address is what the label means; without one, what stands beside it.
  const hasTown = (own: readonly Segment[]): boolean => own.slice(0, 6).some((line) => isCityLine(line.text));
  if (hasTown(underLines) && !hasTown(besideLines)) return underLines;
  return besideLines.length > 0 ? besideLines : underLines;
}

const nameWord =
  /^(?:name|firma|firmenname|company|company name|nom|naam|nombre|nome|raison sociale|ragione sociale|razón social|denominazione|denominação|bedrijf|bedrijfsnaam|société|empresa|customer name|vendor name)\s*:?$/i;

/** In a form the name stands beside its own label, a few rows under the heading: "Verkäufer … Name: … ACME GmbH". */
function namedBeside(label: PrintedLabel, layout: Layout): Segment | null {
  if (label.end < label.segment.tokens.length) return null;
  for (let index = label.segment.row + 1; index <= label.segment.row + 5; index += 1) {
    const row = layout.rows[index];
    if (row === undefined || row.page !== label.segment.page) return null;
    const at = row.segments.findIndex(
      (segment) => Math.abs(segment.left - label.segment.left) < 0.03 && nameWord.test(segment.text),
    );
    const beside = row.segments[at + 1];
    if (at >= 0 && beside !== undefined && isNameLike(beside.text)) return beside;
  }
  return null;
}

function isOtherLabel(line: Segment, labels: LabelIndex): boolean {
  const [label] = labels.get(line) ?? [];
  if (label === undefined || !isLeading(label)) return false;
  if (hasStrictLegalForm(line.text)) return false;
  const strength = label.meanings[0]?.weight ?? 0;
  return (
    (label.isPlain && strength >= 0.5) ||
    (strength >= 1 &&
      /\d/.test(line.text) &&
      label.meanings[0]?.field !== "buyer" &&
      label.meanings[0]?.field !== "seller")
  );
}

// "Name: ACME GmbH" under "Verkäufer" is the name, not another label.
function isNameLabel(line: Segment, labels: LabelIndex): boolean {
  return (
    (labels.get(line) ?? []).length === 0 ||
    /^(?:name|firma|company|nom|naam|nombre|nome|customer name|raison sociale|ragione sociale)\b/i.test(
      line.text,
    )
  );
}

const bullets = /\s*[•●·|∙]\s*/;
const separators = /\s[•●·|∙*–—-]\s|\s{2,}|[•●·|∙]|,\s/;

/** The tiny line over an address window: name, street and town of the sender on one line. */
function senderLine(page: LaidPage, candidates: PartyCandidate[]): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  for (const row of page.rows) {
    if (row.top > 0.45) break;
    for (const segment of row.segments) {
      const text = segment.text;
      if (segment.tokens.length < 4 || text.length > 130 || !separators.test(text)) continue;
      // A comma parts only where no bullet does: "Redwood, Inc. · 4410 Harbor Blvd · Oakland".
      const parts = text
        .split(bullets.test(text) ? bullets : separators)
        .map((part) => part.trim())
        .filter((part) => part !== "");
      const [name] = parts;
      if (
        name === undefined ||
        parts.length < 2 ||
        !parts.some(isCityLine) ||
        // "Mill Valley, CA 94941" is a town and no sender: a sender has a street too.
        !(parts.slice(1).some(isStreet) || (parts.length >= 3 && /[•●·|∙]/.test(text))) ||
        !/\p{L}{3}/u.test(name) ||
        isStreet(name) ||
        /\d{4}/.test(name) ||
        /@|:/.test(name)
      )
        continue;
      const tokens = tokensFor(segment.tokens, name);
      candidates.push({
        name,
        nameTokens: tokens,
        lines: [segment],
        seller: segment.size < page.height * 1.02 ? 3 : 2.5,
        buyer: 0,
      });
      found.add(segment);
    }
  }
  return found;
}

function tokensFor(tokens: readonly Token[], text: string): readonly Token[] {
  for (let end = 1; end <= tokens.length; end += 1) {
    if (textOf(tokens.slice(0, end)).replace(/[\s,•●·|∙-]+$/, "").length >= text.length)
      return tokens.slice(0, end);
  }
  return tokens;
}

/** Blocks with a town in them in the upper half: the addressee in its window, the sender in its letterhead. */
function windowAndLetterhead(
  isRightWindow: boolean,
  page: LaidPage,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  candidates: PartyCandidate[],
): void {
  for (const block of blocks) {
    if (block.top > 0.5) continue;
    const labelLine = block.lines[0];
    const leading = labelLine === undefined ? undefined : (labels.get(labelLine) ?? [])[0];
    const isShipTo = leading !== undefined && isLeading(leading) && weightOf(leading, "ship-to") >= 1;
    const isBank = block.lines.some((line) =>
      (labels.get(line) ?? []).some(
        (label) =>
          weightOf(label, "bank") > 0 || weightOf(label, "account") > 0 || weightOf(label, "bic") > 0,
      ),
    );
    const city = block.lines.findIndex((line) => isCityLine(line.text));
    const end = block.lines.findIndex((line, index) => index > 0 && isOtherLabel(line, labels));
    const lines = end < 0 ? block.lines : block.lines.slice(0, end);
    const usable = leading !== undefined && isLeading(leading) && leading.isPlain ? lines.slice(1) : lines;
    const named = nameOf(usable, labels);
    if (named === null || isShipTo) continue;
    const isLabeled =
      leading !== undefined &&
      isLeading(leading) &&
      (weightOf(leading, "seller") > 0 || weightOf(leading, "buyer") > 0);
    if (isLabeled) continue;
    const mayHaveContact = block.lines.some(
      (line) =>
        /@|www\.|\btel\b|fon\b|phone|\bfax\b/.test(foldText(line.text)) || findTaxIds(line.text).length > 0,
    );
    let seller = 0;
    let buyer = 0;
    if (city > 0 && city < 7) {
      const isWindow = block.left < 0.5 * page.width && block.top > 0.11 && block.top < 0.36;
      if (mayHaveContact) seller += 2.5;
      else if (isWindow) buyer += 2.5;
      if (
        !mayHaveContact &&
        !isWindow &&
        block.left >= 0.45 * page.width &&
        block.top > 0.1 &&
        block.top < 0.36
      )
        // French windows are on the right.
        buyer += isRightWindow ? 2.5 : 1.2;
      if (block.top <= 0.14) seller += 2;
      if (block.left >= 0.5 * page.width) seller += 0.8;
    }
    if (hasStrictLegalForm(named.name)) {
      seller += block.top < 0.16 ? 2 : 0.6;
      buyer += block.top >= 0.11 && block.top < 0.36 ? 0.8 : 0;
    }
    const isLargest =
      block.top < 0.18 &&
      block.lines.some(
        (line) =>
          line.size > 1.25 * page.height &&
          textOf(named.tokens) === line.text.slice(0, textOf(named.tokens).length),
      );
    if (isLargest) seller += 2;
    if (
      block.top < 0.08 &&
      block.lines.length <= 3 &&
      block.lines.some((line) => line.size > 1.15 * page.height)
    )
      seller += 1;
    if (isBank) buyer = 0;
    if (seller > 0 || buyer > 0)
      candidates.push({ name: named.name, nameTokens: named.tokens, lines: usable, seller, buyer });
  }
}

/** Lines with a tax id, a register entry or an account name the issuer, if they name anybody. */
function legalFooter(page: LaidPage, labels: LabelIndex, candidates: PartyCandidate[]): void {
  for (const row of page.rows) {
    const isLegal =
      findTaxIds(row.text).length > 0 ||
      row.segments.some((segment) =>
        (labels.get(segment) ?? []).some(
          (label) => weightOf(label, "register") >= 1 && /\d/.test(segment.text),
        ),
      );
    const isFoot = row.top > 0.75 || row.top < 0.14;
    if (!isFoot) continue;
    for (const segment of row.segments) {
      if (!hasStrictLegalForm(segment.text) || segment.tokens.length > 30) continue;
      const name = nameIn(segment);
      if (name === null || /©|\(c\)|copyright|\b20\d\d\b/i.test(segment.text)) continue;
      candidates.push({
        name: name.name,
        nameTokens: name.tokens,
        lines: [segment],
        seller: isLegal ? 3 : 1.5,
        buyer: 0,
      });
    }
  }
}

/** The part of a line up to its legal form: "Au bon moulin SARL - 1242 chemin …" names "Au bon moulin SARL". */
function nameIn(segment: Segment): { readonly name: string; readonly tokens: readonly Token[] } | null {
  const parts = segment.text.split(/\s[•●·|∙–—-]\s|[•●·|∙;]|\s{2,}/);
  for (const part of parts) {
    const text = part.trim();
    if (!hasStrictLegalForm(text)) continue;
    const before = segment.text.indexOf(text);
    const comma =
      /^(.{2,60}?(?:GmbH & Co\.? KG|GmbH|KG|AG|Ltd\.?|Limited|Inc\.?|LLC|SARL|SAS|S\.A\.|B\.V\.|BV|N\.V\.|NV|S\.L\.|S\.r\.l\.|Srl|S\.p\.A\.|Lda\.?|plc|PLC|LLP))(?:,| -| –|\s\d|$)/.exec(
        text,
      );
    const name = (comma?.[1] ?? text).trim().replace(/[,:]$/, "");
    if (
      name.length > 70 ||
      name.split(" ").length > 9 ||
      /[:@]|\bcapital\b|stammkapital/i.test(name) ||
      /\b(?:the|this|our|we|you|unser|wir|nous|please|bitte|copyright|powered|©)\b/i.test(name)
    )
      continue;
    let start = 0;
    while (start < segment.tokens.length && textOf(segment.tokens.slice(0, start + 1)).length <= before)
      start += 1;
    return { name, tokens: tokensFor(segment.tokens.slice(start), name) };
  }
  return null;
}

function nameOf(
  lines: readonly Segment[],
  labels: LabelIndex,
): { readonly name: string; readonly tokens: readonly Token[] } | null {
  const usable = lines
    .slice(0, 6)
    .map(withoutNameLabel)
    .filter((line): line is Segment => line !== null && isNameLike(line.text) && !isLabelLine(line, labels));
  const cityAt = lines.findIndex((line) => isCityLine(line.text));
  const upper = usable.filter(
    (line) => cityAt < 0 || lines.findIndex((other) => other.row === line.row) <= cityAt,
  );
  const legal = upper.find((line) => hasStrictLegalForm(line.text));
  const chosen = legal ?? upper.find((line) => !isPerson(line.text)) ?? upper[0];
  if (chosen === undefined) return null;
  let text = chosen.text;
  let tokens = chosen.tokens;
  const cut = text.search(/\s[•●·|∙]\s|\s{3,}/);
  if (cut > 0) {
    text = text.slice(0, cut);
    tokens = tokensFor(tokens, text);
  }
  const part = nameIn(tokensToSegment(tokens, chosen.page, chosen.row));
  if (part !== null && text.length > part.name.length + 3 && /[•●·|∙–—-]|,/.test(text)) return part;
  const name = text
    .replace(/[\s,;:•●·|∙-]+$/, "")
    .replace(/\s*\((?:\d{3,})\)$/, (all) => all)
    .trim();
  return name.length < 2 ? null : { name, tokens };
}

/** A line that announces a number, a date, an amount or a contact is no name. */
function isLabelLine(line: Segment, labels: LabelIndex): boolean {
  if (hasStrictLegalForm(line.text)) return false;
  const [label] = labels.get(line) ?? [];
  if (label === undefined || !isLeading(label)) return false;
  const [meaning] = label.meanings;
  if (meaning === undefined || meaning.weight < 0.5) return false;
  const isWhole = label.end >= line.tokens.length;
  return (
    isWhole ||
    (label.isPlain && meaning.field !== "buyer" && meaning.field !== "seller") ||
    (/\d/.test(line.text) && !/^(?:buyer|seller|contact|bank)$/.test(meaning.field))
  );
}

function withoutNameLabel(line: Segment): Segment | null {
  const found =
    /^(?:name|firma|company|nom|naam|nombre|nome|raison sociale|ragione sociale|razón social|denominazione|company name|firmenname|to|an|à|attn\.?|spett\.?(?:le)?|exmos?\.?\(?s?\)?\s?(?:srs?\.?|senhores)?)\s*:\s*/i.exec(
      line.text,
    );
  if (found === null) return line;
  const rest = line.tokens.filter(
    (_, index) => textOf(line.tokens.slice(0, index + 1)).length > found[0].trimEnd().length,
  );
  return rest.length === 0 ? null : tokensToSegment(rest, line.page, line.row);
}

const titles =
  /^(?:(?:tax |commercial |sales |proforma |pro forma |credit |final |interim |duplicate |original )*invoice|rechnung|gutschrift|facture|avoir|factuur|creditnota|factura|abono|fattura|nota di credito|fatura|credit note|credit memo|statement|quote|estimate|purchase order|bestellung|angebot|devis|offerte|presupuesto|preventivo|orçamento|lieferschein|copy|kopie|original|duplicate|page|seite|date|datum|bill|receipt|tax|duplikat|teilrechnung|schlussrechnung|abschlagsrechnung|stornorechnung|rechnungskorrektur|handelsrechnung|korrekturrechnung|welcome|thank you|payment|bank|dear|sehr geehrte)\b/i;

function isNameLike(text: string): boolean {
  const trimmed = text.trim();
  if (!/\p{L}{2}/u.test(trimmed) || trimmed.length > 80 || trimmed.split(" ").length > 10) return false;
  if (isStreet(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (isCityLine(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (
    /^c\/o\b|@|https?:|www\.|^(?:tel|fon|phone|fax|mobil|telefon|e-?mail|ust|vat|iban|bic|attn|attention|z\.?\s?hd|t\.a\.v|page|seite|p\.?\s?o\.? box|tax id|ein|siret|siren|abn|nif|cif)\b/i.test(
      trimmed,
    )
  )
    return false;
  if (titles.test(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (/©|\(c\)|copyright|\b20\d\d\b/i.test(trimmed) || isOnlyLegalForm(trimmed)) return false;
  if (countryOf(trimmed) !== null || /\d[.,]\d{2}\b/.test(trimmed) || /^\W*\d/.test(trimmed)) return false;
  if (trimmed.split(" ").some((word) => parseMonth(word) !== null) && /\d{4}/.test(trimmed)) return false;
  if (/^\p{Ll}/u.test(trimmed) && !hasStrictLegalForm(trimmed)) return false;
  if (/\bcapital\b|\bstammkapital\b|^(?:nr|no|nummer|number|numero|id|code)\.?$/i.test(trimmed)) return false;
  if (trimmed.split(" ").length <= 2 && /\d{5}/.test(trimmed)) return false;
  return !/[:]$/.test(trimmed);
}

function isOnlyLegalForm(text: string): boolean {
  return hasStrictLegalForm(` ${text}`) && text.replace(/[^\p{L}]/gu, "").length <= 5;
}

const personTitles =
  /^(?:herrn?|frau|mr|mrs|ms|dr|prof|m\.|mme|mlle|monsieur|madame|dhr|mevr|sr|sra|sig|sig\.ra|dott|exmo|ing|dipl)\b\.?/i;

function isPerson(text: string): boolean {
  return personTitles.test(text.trim());
}

/** An e-mail or web domain that shares a word with a name speaks for the seller. */
function domainVotes(layout: Layout, candidates: readonly PartyCandidate[]): void {
  const domains = new Set<string>();
  for (const row of layout.rows) {
    if (row.top > 0.2 && row.top < 0.7) continue;
    for (const match of row.text.matchAll(/(?:@|www\.|https?:\/\/)([a-z0-9-]{3,})\.[a-z.]{2,}/gi)) {
      const domain = foldText(match[1] ?? "").replace(/[^a-z0-9]/g, "");
      if (!/^(?:gmail|gmx|web|yahoo|hotmail|outlook|localhost|example|t-online|aol|icloud)$/.test(domain))
        domains.add(domain);
    }
  }
  for (const candidate of candidates) {
    const words = foldText(candidate.name)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length >= 4);
    const joined = foldText(candidate.name).replace(/[^a-z0-9]/g, "");
    if (
      [...domains].some((domain) => joined.startsWith(domain) || words.some((word) => domain.includes(word)))
    )
      candidate.seller += candidate.buyer > candidate.seller ? 0.5 : 2;
  }
}

function ownVotes(own: OwnCompany, candidates: readonly PartyCandidate[]): void {
  for (const candidate of candidates) {
    if (own.names.some((name) => isSameName(name, candidate.name))) candidate.seller += 3;
  }
}

export function isSameName(first: string, second: string): boolean {
  const key = (name: string): string => foldText(name).replace(/[^a-z0-9]/g, "");
  const [left, right] = [key(first), key(second)];
  return left !== "" && left === right;
}

function mergeSame(candidates: readonly PartyCandidate[]): readonly PartyCandidate[] {
  const merged: PartyCandidate[] = [];
  for (const candidate of candidates) {
    const twin = merged.find((other) => isSameName(other.name, candidate.name));
    if (twin === undefined) {
      merged.push({ ...candidate });
      continue;
    }
    // Repeats support, but ten footers are no more than two.
    twin.seller =
      Math.max(twin.seller, candidate.seller) + Math.min(1, Math.min(twin.seller, candidate.seller) * 0.3);
    twin.buyer =
      Math.max(twin.buyer, candidate.buyer) + Math.min(1, Math.min(twin.buyer, candidate.buyer) * 0.3);
    if (candidate.lines.length > twin.lines.length)
      merged[merged.indexOf(twin)] = {
        ...twin,
        lines: candidate.lines,
        nameTokens: candidate.nameTokens,
        name: candidate.name,
      };
  }
  return merged;
}

function toParty(
  candidate: PartyCandidate,
  points: number,
  margin: number,
  document: ReadDocument,
  layout: Layout,
  labels: LabelIndex,
  isSeller: boolean,
): Party {
  const at = candidate.lines.findIndex(
    (line) => line.text.includes(candidate.name) || candidate.name.includes(line.text),
  );
  const address = candidate.lines
    .slice(at + 1)
    .map((line) => line.text.trim())
    .filter((text) => isStreet(text) || isCityLine(text) || countryOf(text) !== null)
    .slice(0, 6);
  const ids = candidate.lines.flatMap((line) => taxIdsIn(line, labels));
  const foot = isSeller && ids.length === 0 ? sellerTaxId(layout, labels) : null;
  const taxId = ids[0] ?? foot;
  const country =
    candidate.lines.map((line) => countryOf(line.text)).find((code) => code !== null) ??
    candidate.lines.map((line) => countryOfCityLine(line.text.trim())).find((code) => code !== null) ??
    taxId?.country ??
    null;
  const email =
    candidate.lines
      .map((line) => /[\w.+-]+@[\w-]+\.[\w.]+/.exec(line.text)?.[0])
      .find((found) => found !== undefined) ?? null;
  const confidence = Math.min(
    0.97,
    0.6 + 0.05 * Math.min(points, 5) + (margin >= 2 ? 0.12 : margin > 0 ? 0.04 : -0.1),
  );
  return {
    name: candidate.name,
    taxId: taxId?.id ?? null,
    registration: null,
    address,
    country,
    email,
    aliases: [],
    evidence: tokensToEvidence(document, candidate.nameTokens),
    confidence,
  };
}

function taxIdsIn(
  line: Segment,
  labels: LabelIndex,
): readonly { readonly id: string; readonly country: string | null }[] {
  const prefixed = findTaxIds(line.text);
  if (prefixed.length > 0) return prefixed.map(({ id, country }) => ({ id, country }));
  return (labels.get(line) ?? []).flatMap((label) => {
    if (weightOf(label, "tax-id") < 1) return [];
    const reading = parseTaxId(textOf(tokensBehind(label, labels)));
    return reading === null ? [] : [{ id: reading.id, country: reading.country }];
  });
}

/** The seller's tax id stands in the letterhead or the footer, not beside words for the customer. */
function sellerTaxId(
  layout: Layout,
  labels: LabelIndex,
): { readonly id: string; readonly country: string | null } | null {
  const rows = layout.rows.filter(
    (row) =>
      (row.top < 0.2 || row.top > 0.7) &&
      !/\b(?:client|kunde|customer|your|ihre|votre|uw|cliente|buyer)\b/i.test(row.text),
  );
  const ids = new Map<string, { readonly id: string; readonly country: string | null }>();
  for (const row of rows) {
    for (const segment of row.segments) for (const id of taxIdsIn(segment, labels)) ids.set(id.id, id);
  }
  const [only, ...more] = [...ids.values()];
  return more.length === 0 ? (only ?? null) : null;
}

export { hasLegalForm };
