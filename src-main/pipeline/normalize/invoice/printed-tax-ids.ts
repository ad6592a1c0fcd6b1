import { findTaxIds, foldText, parseTaxId } from "../values/index.ts";
import type { TaxIdReading } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { overlapInX, textOf } from "./layout.ts";
import type { Layout, Segment, Token } from "./layout.ts";
import { tokensBehind } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/** A tax id as it stands on the page. */
export interface PrintedTaxId {
  readonly id: string;
  readonly country: string | null;
  readonly segment: Segment;
  /** Where in the segment's text it begins. */
  readonly start: number;
  readonly tokens: readonly Token[];
  /** 2: of a country that its letters or shape name, 1: behind the name of a tax that sales bear, 0: of another tax. */
  readonly rank: number;
}

/** Whose name a tax id may stand beside: the words of the name, and the block that they stand in. */
export interface NamedParty {
  readonly nameTokens: readonly Token[];
  readonly name: string;
  readonly lines: readonly Segment[];
}

const salesTax =
  /\b(?:vat|gst|gstin|hst|abn|ust|mwst|uid|tva|btw|iva|p ?iva|partita|nif|cif|nipc|rfc|cnpj|tps)\b|umsatzsteuer/;

/** An amount of money behind the name of a tax is no id. */
const money = /^[^\d]*\d{1,3}(?:[., '’]?\d{3})*[.,]\d{2}(?!\d)/;

/** All tax ids of a document, in reading order. Rows of items hold none. */
export function printedTaxIds(
  layout: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
): readonly PrintedTaxId[] {
  return layout.rows.flatMap((row) => row.segments.filter(isOpen).flatMap((one) => idsIn(one, labels)));
}

function idsIn(segment: Segment, labels: LabelIndex): readonly PrintedTaxId[] {
  // "SL2711-0045" may be the number of anything: letters and digits alone make no tax id that does not check.
  const announced = (labels.get(segment) ?? []).some(({ meanings }) =>
    meanings.some(({ field }) => field === "tax-id"),
  );
  const shaped = findTaxIds(segment.text).filter(({ isValid }) => announced || isValid === true);
  const found: PrintedTaxId[] = shaped.map((reading) => ({
    id: reading.id,
    country: reading.country,
    segment,
    start: reading.start,
    tokens: tokensAt(segment, reading.start, reading.end),
    rank: 2,
  }));
  for (const label of labels.get(segment) ?? []) {
    const weight = label.meanings.find(({ field }) => field === "tax-id")?.weight ?? 0;
    if (weight === 0) continue;
    const own = idOf(weight >= 1 ? tokensBehind(label, labels) : rightBehind(label));
    if (own === null || found.some(({ tokens }) => tokens.some((token) => own.tokens.includes(token))))
      continue;
    const { id, country } = own.reading;
    const isSales = salesTax.test(foldText(textOf(segment.tokens.slice(label.start, label.end))));
    const before = textOf(segment.tokens.slice(0, segment.tokens.indexOf(own.tokens[0] as Token)));
    found.push({
      id,
      country,
      segment,
      start: before.length,
      tokens: own.tokens,
      rank: country !== null && country !== "US" ? 2 : isSales ? 1 : 0,
    });
  }
  return found;
}

/** Whether the name of a tax announces an id and no amount: "VAT 655 8810 02". */
export const announcesTaxId = (label: PrintedLabel): boolean =>
  label.meanings.some(({ field }) => field === "tax-id") && idOf(rightBehind(label)) !== null;

/** The words right behind the bare name of a tax ("ABN 51 824 …", "VAT: 284 …"), which names no id elsewhere. */
const rightBehind = ({ segment, end }: PrintedLabel): readonly Token[] => {
  const rest = segment.tokens.slice(end);
  const words = rest[0]?.text === ":" ? rest.slice(1) : rest;
  return /\d/.test(words[0]?.text ?? "") || /^[A-Z]{2,3}$/.test(words[0]?.text ?? "") ? words : [];
};

/** The longest run of words, from the first on, that is a tax id: "4330258814", "81244 0913 RT0001". */
function idOf(
  tokens: readonly Token[],
): { readonly reading: TaxIdReading; readonly tokens: readonly Token[] } | null {
  for (let end = Math.min(tokens.length, 6); end > 0; end -= 1) {
    const own = tokens.slice(0, end);
    const text = textOf(own).replace(/[.,;·|)\]]+$/, "");
    if (money.test(text) || !own.every((token) => isPart(token.text))) continue;
    const reading = parseTaxId(text);
    if (reading !== null) return { reading, tokens: own };
  }
  return null;
}

/** Digits, or the few capitals that belong to an id: "BE", "MWST", "RT0001". */
const isPart = (text: string): boolean =>
  /\d/.test(text) || /^(?:[A-Z]{1,3}|MWST|TVA|IVA|CHE)[.,;]?$/.test(text);

function tokensAt(segment: Segment, start: number, end: number): readonly Token[] {
  return segment.tokens.filter((_, index) => {
    const from =
      textOf(segment.tokens.slice(0, index + 1)).length - (segment.tokens[index]?.text.length ?? 0);
    return from >= start - 1 && from < end;
  });
}

const ofBuyer =
  /\b(?:your|buyer'?s?|customer'?s?|client'?s?|purchaser|recipient|ihre?|kunden?|empfangers?|leistungsempfangers?|votre|vos|v|acheteur|preneur|destinataire|uw|klant|afnemer|su|vs|vostra|cliente|cessionario|comprador|tomador|adquirente|receptor)\b/;
const ofSeller =
  /\b(?:our|seller'?s?|supplier'?s?|unsere?|notre|nos|vendeur|onze?|nuestro|ns|nostra|prestador|emisor|cedente|prestatore|emitente)\b/;

/** Ids in the upper fifth of a page, in its foot and under its items are those of who issues it. */
const isMargin = ({ top, row }: Segment, lastItem: number): boolean =>
  top < 0.2 || top > 0.68 || (lastItem >= 0 && row > lastItem);

/**
 * Whose tax id it is: by a word before it, by the name that goes before it in its line, by the block or the column
 * that it stands in; in the margins of a page, the issuer's. `null` where nothing says whose.
 */
export function ownerOfTaxId(
  one: PrintedTaxId,
  seller: NamedParty | null,
  buyer: NamedParty | null,
  issuer: "seller" | "buyer",
  blocks: readonly TextBlock[],
  lastItem: number,
): "seller" | "buyer" | null {
  const lead = foldText(one.segment.text.slice(0, one.start)).slice(-40);
  if (ofBuyer.test(lead) && !ofSeller.test(lead)) return "buyer";
  if (ofSeller.test(lead) && !ofBuyer.test(lead)) return "seller";
  const [sold, bought] = [seller, buyer].map((party) =>
    party === null ? null : distanceTo(one, party, blocks),
  );
  if (sold !== null && sold !== undefined && (bought === null || bought === undefined || sold <= bought))
    return "seller";
  if (bought !== null && bought !== undefined) return "buyer";
  return isMargin(one.segment, lastItem) ? issuer : null;
}

/** How far under or behind a name an id stands that belongs to it; `null` where it does not. */
function distanceTo(
  { segment, start }: PrintedTaxId,
  { nameTokens, name, lines }: NamedParty,
  blocks: readonly TextBlock[],
): number | null {
  const [first] = nameTokens;
  if (first === undefined) return null;
  if (segment.tokens.includes(first)) {
    const at = segment.text.indexOf(name);
    return at >= 0 && at < start ? 0 : null;
  }
  const below = segment.top - first.bottom;
  const isUnder = below > -0.5 * first.size && below < 12 * first.size;
  const isOwnBlock =
    lines.includes(segment) ||
    blocks.some(
      (block) => block.lines.includes(segment) && block.lines.some(({ tokens }) => tokens.includes(first)),
    );
  if (isOwnBlock) return Math.max(0, below) * 0.5;
  const last = nameTokens.at(-1) ?? first;
  const isColumn =
    overlapInX(segment, { ...first, right: last.right }) > 0 ||
    Math.abs(segment.left - first.left) < first.size;
  return isUnder && isColumn && below < 8 * first.size ? Math.max(0, below) : null;
}
