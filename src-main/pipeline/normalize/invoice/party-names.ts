import { foldText } from "../values/index.ts";
import { textOf, tokensToSegment } from "./layout.ts";
import type { Segment, Token } from "./layout.ts";
import { nameIn, tokensFor } from "./name-in-line.ts";
import { hasStrictLegalForm, isCityLine, isOnlyLegalForm, isStreet, opensStreet } from "./legal-names.ts";
import { goesOnBelow, isHouseOf } from "./name-below.ts";
import { isCareOf, smallLetterhead, taxNumber, toNameLine } from "./name-line.ts";
import { isNameLike, isPerson } from "./name-shape.ts";
import { opensWithForm } from "./name-words.ts";
import { isLeading } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

export function isOtherLabel(line: Segment, labels: LabelIndex): boolean {
  const [label] = labels.get(line) ?? [];
  if (label === undefined || !isLeading(label)) return false;
  const hasColon = /[:：]$/.test(line.tokens[label.end - 1]?.text ?? "");
  if (hasStrictLegalForm(line.text) && !hasColon) return false;
  // A party's own "Number: GE2020211" stands within its block.
  if (/^(?:number|nummer|nr|numero|n|p ?o box)$/.test(label.phrase)) return false;
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
export function isNameLabel(line: Segment, labels: LabelIndex): boolean {
  return (
    (labels.get(line) ?? []).length === 0 ||
    /^(?:name|firma|company|nom|naam|nombre|nome|customer name|raison sociale|ragione sociale)\b/i.test(
      line.text,
    )
  );
}

/** Words right before the name of who is billed, where nothing parts them from it. */
const billedTo = /^(?:bill(?:ed)?|sold|invoiced?|charged?|ship(?:ped)?) to:? (?=[\p{Lu}\d])/iu;

export function nameOf(
  lines: readonly Segment[],
  labels: LabelIndex,
): { readonly name: string; readonly tokens: readonly Token[] } | null {
  const usable = lines
    .slice(0, 6)
    // "Fairbanks, AK 99701" names nobody, nor does its town alone.
    .filter((line, index) => index === 0 || !isCityLine(line.text) || isNamedLine(line.text))
    .map(toNameLine)
    .filter(
      (line, index): line is Segment =>
        line !== null &&
        !isCareOf(line.text) &&
        (isNameLike(line.text) || (index === 0 && opensAddress(lines)) || isOverTaxId(line, lines)) &&
        !isLabelLine(line, labels),
    );
  // Names stand over the street and the town, on no line below them.
  const placeAt = lines.findIndex(
    (line, index) =>
      isCityLine(line.text) || (index > 0 && isStreet(line.text) && !hasStrictLegalForm(line.text)),
  );
  const upper = usable.filter(
    (line) => placeAt < 0 || lines.findIndex((other) => other.row === line.row) <= placeAt,
  );
  const legal = upper.find((line) => hasStrictLegalForm(line.text));
  const chosen =
    legal ?? (isHouseOf(upper, lines) ? upper[0] : upper.find((line) => !isPerson(line.text))) ?? upper[0];
  if (chosen === undefined) return smallLetterhead(lines);
  let text = chosen.text;
  let tokens = chosen.tokens;
  const follower = lines[lines.findIndex((line) => line.row === chosen.row) + 1];
  // "Thalmann GmbH &" over "Co. KG": a name goes on behind such a word, and before a bare legal form.
  const isBroken = /(?:\s&|\s\+|\b(?:und|and|et|y|e|en))$/i.test(text);
  if (
    follower !== undefined &&
    follower.tokens.length <= 4 &&
    !isStreet(follower.text) &&
    !isCityLine(follower.text) &&
    (isBroken || /^&\s/.test(follower.text) || isOnlyLegalForm(follower.text))
  ) {
    text = `${text} ${follower.text}`;
    tokens = [...tokens, ...follower.tokens];
  } else if (
    follower !== undefined &&
    !isLabelLine(follower, labels) &&
    goesOnBelow(chosen, follower, lines)
  ) {
    tokens = [...tokens, ...follower.tokens];
    text = textOf(tokens);
  }
  const over = lines[lines.findIndex((line) => line.row === chosen.row) - 1];
  const form = opensWithForm.exec(text)?.[1];
  if (form !== undefined && over !== undefined && isNameLike(over.text) && !isLabelLine(over, labels)) {
    tokens = [...over.tokens, ...tokensFor(tokens, form)];
    text = `${over.text} ${form}`;
  }
  const cut = text.search(/\s[•●·|∙]\s|\s{3,}/);
  if (cut > 0) {
    text = text.slice(0, cut);
    tokens = tokensFor(tokens, text);
  }
  // "BILL TO Maumee Tile, LLC" in one print: the words for whom it is are no part of the name.
  const label = billedTo.exec(text)?.[0].length ?? 0;
  if (label > 0) {
    tokens = tokensFrom(tokens, label);
    text = text.slice(label);
  }
  const owner = ownerOf(text);
  if (owner !== null) {
    tokens = tokensFrom(tokens, text.indexOf(owner));
    text = owner;
  }
  const part = nameIn(tokensToSegment(tokens, chosen.page, chosen.row));
  if (part !== null && text.length > part.name.length + 3 && /[•●·|∙–—-]|,/.test(text)) return part;
  const name = text
    .replace(/^[^\p{L}\p{N}("'&]+/u, "")
    .replace(/[\s,;:•●·|∙-]+$/, "")
    .replace(/\s*\((?:\d{3,})\)$/, (all) => all)
    .trim();
  return name.length < 2 ? null : { name, tokens };
}

/** A town behind more than a street: "Marlow Ltd, 2 Mill Lane, Leeds LS1 2AB". */
const isNamedLine = (text: string): boolean => hasStrictLegalForm(text) || text.split(",").length > 2;

/** "Comunidad Rosselló 301" over "CIF H-60114477": whoever has the tax id has a name, though it ends like a street. */
function isOverTaxId(line: Segment, lines: readonly Segment[]): boolean {
  const at = lines.findIndex(({ row }) => row === line.row);
  const next = lines[at + 1];
  const isFirst = lines.slice(0, at).every((above) => !isNameLike(above.text));
  return (
    isFirst &&
    next !== undefined &&
    taxNumber.test(next.text) &&
    /^\p{Lu}\p{L}+(?: \p{L}+)+(?: \d{1,4})?$/u.test(line.text) &&
    !opensStreet(line.text)
  );
}

/** "STWEG Rebhalde 7", "Comunidad Avda. Azur 12" over a street and a town: a house that goes by its address is a name as well. */
function opensAddress([first, ...below]: readonly Segment[]): boolean {
  const isTown = ({ text }: Segment): boolean => isCityLine(text) && !isStreet(text.replace(/^\d{4,5} /, ""));
  return (
    first !== undefined &&
    /^\p{Lu}\p{L}+ [\p{L}'’. -]*\p{Lu}[\p{L}'’. -]+ \d{1,6}$/u.test(first.text) &&
    !opensStreet(first.text) &&
    below.slice(0, 3).some((line) => isStreet(line.text) || isCareOf(line.text)) &&
    (below.slice(1, 5).some(isTown) ||
      below.slice(0, 2).some(({ text }) => isStreet(text) && isCityLine(text)))
  );
}

/** "trading name of Larkspur Films LLC", "Un marchio di Rossi S.r.l.": who is behind a name; `null` without such words. */
function ownerOf(text: string): string | null {
  const found =
    /^(?:an? )?(?:trading (?:name|style) of|a (?:brand|division|trading name) of|brand of|division of|eine marke der|marke der|une marque de|marque de|un marchio di|marchio di|una marca de|marca de|een merk van|handelsnaam van|uma marca da)\s+(.{3,})$/iu.exec(
      text.trim().replace(/^\(|\)$/g, ""),
    );
  return found?.[1]?.trim() ?? null;
}

function tokensFrom(tokens: readonly Token[], at: number): readonly Token[] {
  let start = 0;
  while (start < tokens.length && textOf(tokens.slice(0, start + 1)).length <= at) start += 1;
  return tokens.slice(start);
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

export function isSameName(first: string, second: string): boolean {
  const key = (name: string): string => foldText(name).replace(/[^a-z0-9]/g, "");
  const [left, right] = [key(first), key(second)];
  return left !== "" && left === right;
}

/** "Kauri Tree Care" over "Kauri Tree Care Limited": one of two names is the other with its legal form behind it. */
export function isShortName(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return (
    foldText(short).trim().length >= 4 && !hasStrictLegalForm(short) && placeInFullName(short, long) === 0
  );
}

/**
 * Where a name begins in one that has nothing but a legal form behind it, in letters of the folded text; -1 where it
 * does not stand in it so. Words may go before it: "Kauri Tree Care" in "The Kauri Tree Care Limited".
 */
export function placeInFullName(name: string, full: string): number {
  const [short, long] = [foldText(name).trim(), foldText(full).trim()];
  const at = ` ${long} `.indexOf(` ${short} `);
  return at >= 0 && isOnlyLegalForm(long.slice(at + short.length).replace(/^[\s,]+/, "")) ? at : -1;
}
