import { integer, isEqual } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import { formatQuantity } from "./display.ts";
import { displayLanguage, sentenceWords } from "./language.ts";
import { hasMessage, say } from "./say.ts";

/** A code or model name as words: "end-of-month" → "end of month", "orderReference" → "order reference". */
export function wordsOfCode(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_./]+/g, " ")
    .toLowerCase();
}

/** One unit, or a code of a term, as the language says it: "hour", "half-year", "advance". */
export function wordOf(code: string): string {
  const id = `code.${code}`;
  return hasMessage(id) ? say(id) : sentenceWords(code)[0];
}

/** A quantity with its unit in one or several: "1 day", "20 days". */
export function measured(
  quantity: DecimalText,
  unit: string | undefined,
): { quantity: string; unit: string } {
  const [one, several] = sentenceWords(unit ?? "unit");
  return { quantity: formatQuantity(quantity), unit: isEqual(quantity, integer(1)) ? one : several };
}

/** What a part of a term's value is called in its editor; the places of a list are counted. */
export function nameOfPart(part: string): string {
  const id = `part.${part}`;
  return hasMessage(id) ? say(id) : wordsOfCode(part);
}

/** The name of a value that can be corrected: `net`, or `lines/2/quantity` as "Line 2: Quantity". */
export function nameOfField(field: string): string {
  const [first = "", line, name] = field.split("/");
  if (first === "lines" && line !== undefined && name !== undefined)
    return say("value.line", { line, text: nameOfField(name) });
  const id = `field.${field}`;
  return hasMessage(id) ? say(id) : wordsOfCode(field);
}

/** Where the name of a value stands inside a sentence: German nouns keep their capital. */
export function fieldInSentence(name: string): string {
  const own = `code.${name}`;
  if (hasMessage(own)) return say(own);
  const id = `field.${name}`;
  if (!hasMessage(id)) return wordsOfCode(name);
  const label = say(id);
  return displayLanguage() === "de" ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The name of a tax as it begins a sentence: "VAT", "Sales tax". */
export const nameOfTax = (name: string): string =>
  name.length <= 4 ? name.toUpperCase() : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
