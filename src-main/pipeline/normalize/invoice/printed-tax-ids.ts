import { findTaxIds, foldText, parseTaxId } from "../values/index.ts";
import type { TaxIdReading } from "../values/index.ts";
import { overlapInX, textOf } from "./layout.ts";
import type { Layout, Row, Segment, Token } from "./layout.ts";
import { ofBuyer, ofSeller } from "./whose-words.ts";
import { tokensBehind, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/** A tax id as it stands on the page. */
export interface PrintedTaxId {
  readonly id: string;
  readonly country: string | null;
  readonly segment: Segment;
  /** What is printed in its row. */
  readonly row: string;
  /** Where in the segment's text it begins. */
  readonly start: number;
  readonly tokens: readonly Token[];
  /** What is said before it, in its own cell or in the one on its left. */
  readonly lead: string;
  /** Whose it is by a word for a party beside the name of the tax ("EIN Invoiced to", "UID Auftraggeber"); `null` without one. */
  readonly role: "seller" | "buyer" | null;
  /** 2: of a country that its letters or shape name, 1: behind the name of a tax that sales bear, 0: of another tax. */
  readonly rank: number;
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
  const apart = layout.rows.flatMap((row, at) =>
    row.segments.filter(isOpen).flatMap((one, index) => {
      const value = valueOf(one, row.segments[index + 1], layout.rows.slice(at + 1, at + 4), labels);
      const id =
        value === null || !isOpen(value)
          ? null
          : idBeside(one, value, layout.rows[value.row]?.text ?? "", roleIn(one, labels));
      return id === null ? [] : [id];
    }),
  );
  const found = layout.rows.flatMap((row) =>
    row.segments.flatMap((one, at) =>
      isOpen(one) ? idsIn(one, labels, row, row.segments[at - 1]?.text ?? "") : [],
    ),
  );
  // An id that is plain by its letters still is of whom the cell beside or over it says.
  const named = found.map((id) => {
    const twin = apart.find(({ segment }) => segment === id.segment);
    return twin === undefined ? id : { ...id, lead: twin.lead, role: twin.role };
  });
  return [...named, ...apart.filter(({ segment }) => !found.some((id) => id.segment === segment))];
}

/** The cell beside or under one that holds the name of a tax and nothing else; `null` for any other one. */
function valueOf(
  name: Segment,
  right: Segment | undefined,
  below: readonly Row[],
  labels: LabelIndex,
): Segment | null {
  if (!isNameOfTaxId(name, labels)) return null;
  if (right !== undefined && right.left - name.right < 25 * name.size && /^(?:: )?\S*\d/.test(right.text))
    return right;
  const under = below
    .flatMap(({ segments }) => segments)
    .find((other) => Math.abs(other.left - name.left) < 0.5 * name.size || overlapInX(other, name) > 0);
  return under !== undefined && under.top - name.bottom < 1.5 * name.size ? under : null;
}

/** Words beside the name of a tax at most that say whose id it is. */
const mostWords = 6;

/** Whether a cell holds the name of a tax and no more than words that say whose id it is: "VAT no. Client". */
function isNameOfTaxId(name: Segment, labels: LabelIndex): boolean {
  if (/\d/.test(name.text) || name.tokens.length > mostWords) return false;
  const own = (labels.get(name) ?? []).filter((label) =>
    label.meanings.some(({ field }) => field === "tax-id"),
  );
  return (
    own.some((label) => label.end - label.start === name.tokens.length) ||
    (own.length > 0 && (roleIn(name, labels) !== null || saysWhose(name, own)))
  );
}

/** "V/ N.º Contrib.", "Uw btw-nr": what stands before the name of the tax says whose it is, and nothing else. */
function saysWhose({ tokens }: Segment, labels: readonly PrintedLabel[]): boolean {
  const [first] = labels;
  const before = first === undefined ? "" : foldText(textOf(tokens.slice(0, first.start)));
  const isEnd = first?.end === tokens.length && first.start === 1;
  return isEnd && (ofBuyer.test(before) || ofSeller.test(before));
}

/** Whom a segment's labels name beside a tax: "GST No. Client" the buyer; `null` for none or for both. */
function roleIn(name: Segment, labels: LabelIndex): PrintedTaxId["role"] {
  const own = labels.get(name) ?? [];
  const isFor = (role: "seller" | "buyer"): boolean => own.some((label) => weightOf(label, role) >= 0.5);
  const [sells, buys] = [isFor("seller"), isFor("buyer")];
  return sells === buys ? null : sells ? "seller" : "buyer";
}

function idBeside(
  name: Segment,
  value: Segment,
  row: string,
  role: PrintedTaxId["role"],
): PrintedTaxId | null {
  const printed = value.tokens[0]?.text === ":" ? value.tokens.slice(1) : value.tokens;
  const own = idOf(printed);
  if (own === null || own.tokens.length < printed.length) return null;
  const { id, country } = own.reading;
  return {
    id,
    country,
    segment: value,
    row,
    start: 0,
    tokens: own.tokens,
    lead: name.text,
    role,
    rank: country !== null && country !== "US" ? 2 : salesTax.test(foldText(name.text)) ? 1 : 0,
  };
}

function idsIn(segment: Segment, labels: LabelIndex, row: Row, cell: string): readonly PrintedTaxId[] {
  const leadOf = (start: number): string => {
    const own = segment.text.slice(0, start).trim();
    return /\p{L}/u.test(own) ? own : cell;
  };
  // "SL2711-0045" may be the number of anything: letters and digits alone make no tax id that does not check.
  const announced = (labels.get(segment) ?? []).some(({ meanings }) =>
    meanings.some(({ field }) => field === "tax-id"),
  );
  const shaped = findTaxIds(segment.text).filter(
    (one) => announced || one.isValid === true || (one.isValid !== null && standsAlone(segment.text, one)),
  );
  const found: PrintedTaxId[] = shaped.map((reading) => ({
    id: reading.id,
    country: reading.country,
    segment,
    row: row.text,
    start: reading.start,
    tokens: tokensAt(segment, reading.start, reading.end),
    lead: leadOf(reading.start),
    role: null,
    // Behind the number that a country knows its people by goes the one of the tax on sales.
    rank: ofPerson.test(foldText(segment.text.slice(0, reading.start)).slice(-24)) ? 0.5 : 2,
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
      row: row.text,
      start: before.length,
      tokens: own.tokens,
      lead: leadOf(before.length),
      role: null,
      rank: country !== null && country !== "US" ? 2 : isSales ? 1 : 0,
    });
  }
  return found;
}

/** Numbers of persons and registers, which are ids of the tax on incomes. */
const ofPerson = /\b(?:c\.? ?f|cod(?:ice|\.)? ?fisc(?:ale)?|pan)\b[.:\s]*$/;

/** "BE 0412.345.678" between the dots of a foot, or alone in its line: what stands so is no number of anything else. */
const standsAlone = (text: string, { start, end }: TaxIdReading & { start: number; end: number }): boolean =>
  /^[A-Z]{2}/.test(text.slice(start, end)) &&
  /(?:^|[•●·|∙–—-])\s*$/.test(text.slice(0, start)) &&
  /^\s*(?:$|[•●·|∙–—-])/.test(text.slice(end));

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
