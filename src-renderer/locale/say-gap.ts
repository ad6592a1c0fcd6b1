import { isDecimalText } from "../../src-shared/money/index.ts";
import { formatDate, formatQuantity } from "./display.ts";
import { gapTemplate, sentenceWords } from "./language.ts";
import { sayFormula } from "./say-formula.ts";
import { fillMessage } from "./say.ts";

interface Gap {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** In English. */
  readonly message: string;
}

/** What a draft lacks, or what changed during delivery, in the language of the window. */
export function sayGap({ code, facts, message }: Gap): string {
  const template = gapTemplate(code);
  if (template === undefined) return message;
  const shown = Object.entries(facts).map(([name, fact]) => [name, showFact(name, fact)] as const);
  return fillMessage(template, Object.fromEntries(shown));
}

const units: ReadonlySet<string> = new Set(["unit", "per", "agreed"]);

/** Units, days and figures as the language writes them; other words are the documents' own. */
function showFact(name: string, fact: string | number): string | number {
  if (typeof fact === "number") return fact;
  if (units.has(name)) return sentenceWords(fact.replaceAll(" ", "-"))[0];
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact)) return formatDate(fact);
  return isDecimalText(fact) ? formatQuantity(fact) : sayFormula(fact);
}
