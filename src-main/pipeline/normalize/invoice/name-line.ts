import { findTaxIds, foldText } from "../values/index.ts";
import { textOf, tokensToSegment } from "./layout.ts";
import type { Segment } from "./layout.ts";
import { endOfLegalName } from "./legal-name-end.ts";
import { countryOf, hasStrictLegalForm, isCityLine, isOnlyLegalForm, isStreet } from "./legal-names.ts";

/** Words that go before a name and are none of it: what a field of a form is called, and how letters address somebody. */
const opening =
  /^(?:(?:(?:name|nom|naam|nombre|nome)(?: ?\/ ?[\p{L} ]{4,24})?|firma|company|raison sociale|ragione sociale|razón social|denominazione|company name|firmenname|to|an|à|attn\.?|spett\.?(?:le)?|exmos?\.?\(?s?\)?\s?(?:srs?\.?|senhores)?)\s*:\s*|m\/s\.?\s+(?=\p{Lu})|messrs\.?\s+(?=\p{Lu})|spett\.?\s?le\s+(?:ditta\s+)?(?=\p{Lu})|(?:ditta|firma|fa\.)\s+(?=\p{Lu}\p{L}+ \p{L}))/iu;

const careOf =
  /^(?:c\/[o-]|attn|attention|att\b|fao|z\.?\s?hd|zu händen|t\.?\s?a\.?\s?v|à l['’]attention|a la atención|alla c\.?\s?a|alla cortese|a\/c|ao cuidado|a\/a|p\.?\s?a\.|p\/a|p\/adr|presso|p\.?\s?adr\.?|per adresse)(?!\p{L})/iu;

/** Whether a line names a person or an office that takes a letter in for somebody. */
export const isCareOf = (text: string): boolean => careOf.test(text.trim());

/** Desks of a house that receive its bills, alone in their line. */
const desk =
  /^(?:(?:the )?accounts?(?: payable| dep(?:artmen)?t\.?| office)?|a\/p|purchas(?:ing|e ledger)|procurement|finance(?: dep(?:artmen)?t\.?)?|buchhaltung|rechnungs(?:wesen|prüfung|eingang)|kreditoren(?:buchhaltung)?|finanzbuchhaltung|einkauf|fuhrpark|verwaltung|(?:service )?comptabilité(?: fournisseurs)?|(?:service|direction des) achats|(?:crediteuren)?administratie|inkoop|boekhouding|contabilidad|compras|contabilità|ufficio (?:acquisti|contabilità|amministrazione)|contabilidade|departamento financeiro)$/iu;

/** Whether a line says for whose eyes a letter is: it stands within the address of who receives it. */
export const isForAttention = (text: string): boolean =>
  (isCareOf(text) && !/^c\/o/i.test(text.trim())) || desk.test(text.trim());

/** What numbers of companies in the registers of their countries are called. */
const numberName =
  "(?:ABN|ACN|GST|HST|VAT|EIN|UID|NIF|CIF|NIPC|P\\.? ?IVA|SIREN|SIRET|KvK|BTW|CNPJ|RFC|GSTIN|TVA|USt-?Id(?:Nr)?)";

/** The name of a tax id and some of its digits, whether they check or not. */
export const taxNumber = new RegExp(
  `\\b(?:${numberName}\\b.*\\d{4}|CHE-?\\d{3}\\.?\\d{3}\\.?\\d{3}\\b)`,
  "i",
);

/** Whether a part of a line is a street, a town or a country, or says who takes the letter in. */
export const isPlace = (text: string): boolean =>
  /^\d/.test(text) || careOf.test(text) || isStreet(text) || isCityLine(text) || countryOf(text) !== null;

const separators = /\s[•●·|∙*–—-]\s|\s{2,}|\s?[•●·|∙]\s?|,\s+/;

/** The parts of a line between its commas, dashes and bullets. */
export const partsOfLine = (text: string): readonly string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** "Marine Supply +1 506 555 0142": a number to call, with its country, behind a name in the next column. */
const phoneBehind = /\s\+\d[\d ()/.-]{7,}$/;

/** "Kessler Foods Corporation, 2100 Packer Ave, Joliet": the line up to where its address begins. */
function withoutAddress(whole: Segment): Segment {
  const phone = whole.text.search(phoneBehind);
  const taxed = withoutTaxNumber(phone > 0 ? upTo(whole, phone) : whole);
  const line = upTo(taxed, endOfLegalName(taxed.text) ?? taxed.text.length);
  const parts = partsOfLine(line.text);
  // "Reed Dental Group, P.A.": a form behind a comma, and no short name of Panama.
  const isPlaced = (part: string): boolean =>
    (isPlace(part) && !isOnlyLegalForm(`, ${part}`)) || taxNumber.test(part);
  const place = parts.find((part, index) => index > 0 && isPlaced(part));
  if (place === undefined) return line;
  const [first = ""] = parts;
  const isNamed = hasStrictLegalForm(first) && !parts.slice(1).some((part) => hasStrictLegalForm(part));
  if (isNamed && /^[^,]*\s[•●·|∙–—-]\s/.test(line.text)) return upTo(line, first.length);
  const length = line.text.indexOf(place, parts[0]?.length ?? 0);
  const name = line.text.slice(0, length).replace(/[\s,•●·|∙*–—-]+$/, "");
  return upTo(line, name.length);
}

/** "KvK 61234567   Btw-id NL002233445B21": a number in a register, before which nobody is named. */
const onlyNumber = new RegExp(`^\\W*${numberName}\\b(?:-\\w+)?\\W*(?:[A-Z]{2})?\\d`, "i");

/** A registered number behind a name, in groups of digits as its country writes it. */
const registeredNumber = new RegExp(`\\s[(]?${numberName}\\W+(?:\\d\\W?){8}`);

/** "Orrin Lifts Pty Ltd ABN 11 222 333 444": the company, without the number that its letterhead puts behind it. */
function withoutTaxNumber(line: Segment): Segment {
  const number = registeredNumber.exec(line.text);
  if (number === null) return line;
  const name = line.text.slice(0, number.index).replace(/[\s,(•●·|∙*–—-]+$/, "");
  return hasStrictLegalForm(name) && !isOnlyLegalForm(name) ? upTo(line, name.length) : line;
}

/** The words of a line up to a length, without the mark that parts them from the rest. */
function upTo(line: Segment, length: number): Segment {
  const tokens = line.tokens.filter(
    (_, index) => textOf(line.tokens.slice(0, index + 1)).length <= length + 1,
  );
  if (tokens.length === 0) return line;
  // What is whole stays the segment that it is: its labels are known by it.
  if (
    tokens.length === line.tokens.length &&
    length >= line.text.length &&
    !/[\s,•●·|∙*–—-]$/.test(line.text)
  )
    return line;
  const cut = tokensToSegment(tokens, line.page, line.row);
  return { ...cut, text: cut.text.replace(/[\s,•●·|∙*–—-]+$/, "") };
}

/** "FAO Accounts, Dune Homes Ltd, 4 Pier Road": the line from the company on whose desk is named before it. */
function behindDesk(line: Segment): Segment {
  const parts = isCareOf(line.text) ? line.text.split(", ") : [];
  const at = parts.findIndex((part, index) => index > 0 && hasStrictLegalForm(part));
  if (at < 0) return line;
  const before = parts.slice(0, at).join(", ").length;
  const tokens = line.tokens.filter(
    (_, index) => textOf(line.tokens.slice(0, index + 1)).length > before + 1,
  );
  return tokens.length === 0 ? line : tokensToSegment(tokens, line.page, line.row);
}

/** A line without the words before a name and the address behind it; `null` where nothing is left. */
export function toNameLine(whole: Segment): Segment | null {
  const line = behindDesk(whole);
  if (onlyNumber.test(line.text)) return null;
  const found = opening.exec(line.text);
  if (found === null) return withoutAddress(line);
  const rest = line.tokens.filter(
    (_, index) => textOf(line.tokens.slice(0, index + 1)).length > found[0].trimEnd().length,
  );
  return rest.length === 0 ? null : withoutAddress(tokensToSegment(rest, line.page, line.row));
}

/** Whether a line says how to reach or tax somebody: an address, a telephone number with or without its name, a tax id. */
export const isContactLine = (text: string): boolean =>
  /@|www\.|\btel\b|fon\b|phone|\bfax\b|\bmob(?:ile)?\b/.test(foldText(text)) ||
  /(?<![\d.-])\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?![\d.-])/.test(text) ||
  (/^(?:\+\d|\(?0\d)[\d ()/.-]{7,}$/.test(text.trim()) &&
    !/^\d{1,2}([./-])\d{1,2}\1\d{2,4}$/.test(text.trim())) ||
  findTaxIds(text).length > 0;

const townOnly = /^\p{Lu}[\p{L}'’. -]{2,30}$/u;

/** The line of an address that holds its town: with a postcode, or a name in capitals right under a street or a box; -1 without any. */
export function townIn(lines: readonly Segment[]): number {
  // "Strata Plan 71120" over an address is a name with a number, and no town.
  const coded = lines.findIndex((line) => isCityLine(line.text));
  const end = lines.findIndex(
    ({ text }, index) => index > 0 && (taxNumber.test(text) || (text.includes(":") && !isForAttention(text))),
  );
  const next = lines.findIndex(({ text }, index) => index > 0 && isCityLine(text));
  if (coded === 0 && next > 0 && (end < 0 || next < end)) return next;
  if (coded >= 0) return coded;
  return lines.findIndex((line, index) => {
    const before = lines[index - 1];
    return (
      index >= 2 &&
      before !== undefined &&
      isStreet(before.text) &&
      before.row < line.row &&
      townOnly.test(line.text) &&
      line.tokens.length <= 4
    );
  });
}

/** "isla reid design" over street and town at the very top: a house that writes its name in small letters. */
export function smallLetterhead([first, ...below]: readonly Segment[]): {
  readonly name: string;
  readonly tokens: Segment["tokens"];
} | null {
  const isSmall =
    first !== undefined &&
    first.row === 0 &&
    first.tokens.length >= 2 &&
    first.tokens.length <= 4 &&
    /^\p{Ll}[\p{L}&'’. -]{3,40}$/u.test(first.text) &&
    below.slice(0, 3).some((line) => isCityLine(line.text));
  return isSmall ? { name: first.text, tokens: first.tokens } : null;
}
