import { formatFormula } from "./display.ts";
import { formulaMessages } from "./formula-messages.ts";
import type { FormulaId } from "./formula-messages.ts";
import { displayLanguage, translate } from "./language.ts";

/**
 * A formula in the language of the window: "30 days" as "30 Tage", figures and days as it writes them.
 *
 * The report keeps formulas as they were written, in English: their words are known by the wording.
 */
export function sayFormula(formula: string): string {
  if (displayLanguage() === "en") return formatFormula(formula);
  phrases ??= Object.entries(formulaMessages).map(([id, english]) => phraseOf(id as FormulaId, english));
  const said = phrases.reduce(
    (text, { id, english, expression }) =>
      text.replace(expression, (...found: readonly unknown[]) => {
        const facts = found.at(-1) as Readonly<Record<string, string>>;
        return translate(id, english).replaceAll(/\{(\w+)\}/g, (_place, name: string) => facts[name] ?? "");
      }),
    formula,
  );
  return formatFormula(said);
}

interface Phrase {
  readonly id: FormulaId;
  readonly english: string;
  readonly expression: RegExp;
}

let phrases: readonly Phrase[] | null = null;

/** What can stand in a place of a phrase. */
const places: Readonly<Record<string, string>> = {
  amount: String.raw`[-−]?\d[\d.]*(?: [A-Z]{3})?`,
  count: String.raw`\d+`,
  day: String.raw`\d{4}-\d{2}-\d{2}`,
  end: String.raw`\d{4}-\d{2}-\d{2}`,
  list: String.raw`[^=;]*[^=; ]`,
};

const phraseOf = (id: FormulaId, english: string): Phrase => ({
  id,
  english,
  expression: new RegExp(
    String.raw`(?<![\p{L}\d])${english.replaceAll(
      /\{(\w+)\}/g,
      (_place, name: string) => `(?<${name}>${places[name] ?? ""})`,
    )}(?![\p{L}\d])(?<whole>)`,
    "gu",
  ),
});
