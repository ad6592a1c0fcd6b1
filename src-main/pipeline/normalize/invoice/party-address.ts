import { foldAligned } from "../values/fold.ts";
import { findTaxIds, foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { overlapInX } from "./layout.ts";
import type { Layout, Row, Segment } from "./layout.ts";
import { countryOf, hasStrictLegalForm, isCityLine, isStreet } from "./legal-names.ts";
import { isCareOf, isContactLine, isForAttention, taxNumber, townIn } from "./name-line.ts";
import { isOtherLabel } from "./party-names.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** Lines of an address at most. */
const mostLines = 6;
/** Rows under a name that may hold its address in a form. */
const formRows = 4;

/** What goes before an address in a sentence of a foot. */
const seat =
  /^(?:(?:our )?(?:registered|head|reg\.?) (?:office|address)|registered at|address|si[eè]ge(?: social)?|adresse|anschrift|sitz|sede(?: legale| social| in)?|domicilio(?: social)?|direcci[oó]n|indirizzo|(?:maatschappelijke )?zetel|adres|vestigingsadres|morada|endere[cç]o)\s*:?\s+(?=\S)/iu;

/** The same words as the name of an entry of a form. */
const addressKey =
  /^(?:address|adresse|anschrift|direcci[oó]n|domicilio(?: fiscal| social)?|indirizzo|sede(?: legale)?|adres|morada|endere[cç]o)\s*:?$/iu;

const isPlacePart = (text: string): boolean => isStreet(text) || isCityLine(text) || countryOf(text) !== null;

/** What says how to reach, tax, pay or register somebody, or when something was. */
const isOther = (text: string): boolean =>
  isContactLine(text) ||
  taxNumber.test(text) ||
  findTaxIds(text).length > 0 ||
  /^[A-Z]{0,3}\d{7,}[A-Z]?$/.test(text) ||
  /\b(?:iban|bic|swift|rcs|hr[ab]|siren|siret|utr|lic|reg|registered|company no|capital|tel)\b/.test(
    foldText(text),
  ) ||
  /\p{L}\d{2} ?\d{4} ?\d{4}/u.test(text);

/**
 * The address of a party: under its name, behind it in its line, or beside the word for it in a form; wherever on the paper
 * the name stands with most of it. Empty where none is printed.
 */
export function addressOf(
  name: string,
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  others: readonly string[],
): readonly string[] {
  const names = others.map(foldText);
  // Offsets into the folded text cut the printed one.
  const key = foldAligned(name);
  let best: { lines: readonly string[]; points: number } = { lines: [], points: 0 };
  for (const [at, row] of layout.rows.entries()) {
    for (const segment of row.segments) {
      const start = foldAligned(segment.text).indexOf(key);
      if (start < 0) continue;
      const below = layout.rows.slice(at + 1, at + 1 + formRows);
      for (const lines of [
        partsBehind(segment.text.slice(start + key.length)),
        linesUnder(segment, below, labels, blocks, names),
        inForm(segment, below),
      ]) {
        const points =
          2 * Number(lines.some(isCityLine)) + Number(lines.some(isStreet)) + 0.5 * Number(lines.length > 0);
        if (points > best.points) best = { lines: lines.slice(0, mostLines), points };
      }
    }
  }
  return best.lines;
}

/** "…, 3 Kiln Yard, Hove BN3 1AA. Registered in England": the parts of a line behind a name that are its address. */
function partsBehind(text: string): readonly string[] {
  const found: string[] = [];
  for (const printed of text.split(
    /\s[•●·|∙*–—-]\s|\s{2,}|\s?[•●·|∙]\s?|,\s+|(?<=[\p{L}\d]{3})\.\s+(?=\p{Lu})/u,
  )) {
    const part = printed.replace(/^[\s,.;:()]+|[\s,;:(]+$/g, "").replace(seat, "");
    if (part === "") continue;
    const ends = isOther(part) || /^\p{Ll}/u.test(part) || part.length > 60;
    if (ends && found.some(isPlacePart)) break;
    if (!ends) found.push(part);
  }
  return upToPlace(found);
}

/** The lines of a block from under a name to its town; without a town those that are streets. */
function linesUnder(
  name: Segment,
  below: readonly Row[],
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  others: readonly string[],
): readonly string[] {
  const block = blocks.find(({ lines }) => lines.includes(name));
  const own = block === undefined ? [] : block.lines.slice(block.lines.indexOf(name) + 1);
  // Under a name in large letters its address is a block of its own.
  const near = below
    .flatMap(({ segments }) => segments)
    .find(
      (other) =>
        overlapInX(other, name) > 0 && other.top - name.bottom < 2 * name.size && other.page === name.page,
    );
  const next =
    own.length > 0 || near === undefined ? undefined : blocks.find(({ lines }) => lines.includes(near));
  const lines =
    own.length > 0 || next === undefined || near === undefined
      ? own
      : next.lines.slice(next.lines.indexOf(near));
  const end = lines.findIndex(
    (line) =>
      (isOtherLabel(line, labels) && !isPlacePart(line.text)) ||
      others.some((other) => foldText(line.text).includes(other)),
  );
  const printed = (end < 0 ? lines : lines.slice(0, end)).slice(0, 8);
  const town = townIn(printed);
  const texts = printed
    .filter(
      (line, index) => !isAside(line.text) && (town < 0 || index <= town || countryOf(line.text) !== null),
    )
    .flatMap(({ text }) => partsOf(text));
  const last = texts.findLastIndex(isPlacePart);
  const kept = town < 0 ? texts.filter(isPlacePart) : texts.slice(0, Math.max(last + 1, town + 1));
  return kept.filter((text) => !isOther(text));
}

/** Whom a letter is for, a second company, a sentence: no line of an address. */
const isAside = (text: string): boolean =>
  isCareOf(text) ||
  isForAttention(text) ||
  (hasStrictLegalForm(text) && !isPlacePart(text)) ||
  /^(?:herrn?|frau|mr|mrs|ms|dr|m\.|mme|monsieur|madame|dhr|mevr|sr|sra|sig)\b/i.test(text.trim()) ||
  text.length > 90;

/** A line with more than an address between dots is its parts. */
const partsOf = (text: string): readonly string[] =>
  isOther(text) && /[•●·|∙]/.test(text)
    ? text.split(/\s?[•●·|∙]\s?/).map((part) => part.trim())
    : [text.trim()];

const upToPlace = (parts: readonly string[]): readonly string[] =>
  parts.slice(0, parts.findLastIndex(isPlacePart) + 1);

/** What stands beside the word for an address, in the column of the name. */
function inForm(name: Segment, below: readonly Row[]): readonly string[] {
  for (const { segments } of below) {
    const at = segments.findIndex((segment) => addressKey.test(segment.text));
    const value = segments[at + 1];
    if (at >= 0 && value !== undefined && Math.abs(value.left - name.left) < name.size) return [value.text];
  }
  return [];
}
