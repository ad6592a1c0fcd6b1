import { isDecimalText } from "../../src-shared/money/index.ts";
import { english, fillMessage, isMessageCode } from "../../src-shared/text/index.ts";
import type { Facts, Message } from "../../src-shared/text/index.ts";
import { formatQuantity } from "./display.ts";
import { displayLanguage, programMessage } from "./language.ts";
import { nameOfField } from "./code-words.ts";
import { choosePlural, hasMessage, say } from "./say.ts";

interface SaidProblem {
  readonly code: string;
  /** As the program says it, in English. */
  readonly message: string;
  readonly facts?: Facts | undefined;
}

/** What could not be done, in the language of the window; in English where that has no words for it. */
export function sayProblem({ code, message, facts }: SaidProblem, file?: string): string {
  const own = programMessage(code);
  if (own === undefined) return message;
  return fillMessage(own, { ...(file === undefined ? {} : { file }), ...facts }, choosePlural);
}

/** What the program says by a code, in the language of the window, with its figures as that writes them. */
export function sayCode({ code, message, facts = {} }: SaidProblem): string {
  const template = programMessage(code) ?? (isMessageCode(code) ? english[code] : undefined);
  if (template === undefined) return message;
  const shown = Object.entries(facts).map(([name, fact]) => [name, showAmount(name, fact)]);
  return fillMessage(template, Object.fromEntries(shown) as Facts, choosePlural);
}

/** Facts that are amounts or rates; numbers of invoices look alike, and stay. */
const amounts: ReadonlySet<string> = new Set([
  "amount",
  "computed",
  "difference",
  "discount",
  "gross",
  "lines",
  "net",
  "open",
  "rate",
  "tax",
]);

const showAmount = (name: string, fact: string | number): string | number =>
  typeof fact === "string" && amounts.has(name) && isDecimalText(fact) ? formatQuantity(fact) : fact;

interface Pattern {
  readonly code: string;
  readonly expression: RegExp;
}

let patterns: readonly Pattern[] | null = null;

/**
 * A step of the history in the language of the window.
 *
 * The trail keeps its words as they were written, in English, whatever language the window speaks: a step is known by
 * its wording, and what stands in its places is taken over.
 */
export function sayStep(label: string): string {
  if (displayLanguage() === "en") return label;
  patterns ??= stepPatterns();
  for (const { code, expression } of patterns) {
    const found = expression.exec(label);
    const own = found === null ? undefined : programMessage(code);
    if (found === null || own === undefined) continue;
    const facts = Object.entries(found.groups ?? {}).map(([name, text]) => [name, sayFact(name, text)]);
    return fillMessage(own, Object.fromEntries(facts) as Facts, choosePlural);
  }
  return label;
}

/** Labels that are words alone come first: "Close a dispute" closes no month. */
function stepPatterns(): readonly Pattern[] {
  const forms = Object.entries(english).flatMap(([code, message]) =>
    code.startsWith("step/") ? formsOf(message).map((form) => ({ code, form })) : [],
  );
  return forms
    .toSorted((one, other) => Number(one.form.includes("{")) - Number(other.form.includes("{")))
    .map(({ code, form }) => ({ code, expression: patternOf(form) }));
}

/** Codes that stand in a label are said as everywhere else. */
function sayFact(name: string, text: string): string {
  if (name === "label") return sayStep(text);
  if (name === "field") return nameOfField(text);
  const id = name === "type" ? `term.type.${text}` : `${name}.${text}`;
  return hasMessage(id) ? say(id) : text;
}

const formsOf = (message: Message): readonly string[] =>
  typeof message === "string" ? [message] : [message.one, message.other];

const patternOf = (form: string): RegExp =>
  new RegExp(
    `^${form
      .split(/(\{\w+\})/)
      .map((part) => {
        if (!part.startsWith("{")) return part.replaceAll(/[().?*+]/g, "\\$&");
        const name = part.slice(1, -1);
        return `(?<${name}>${name === "count" ? "\\d+" : ".+"})`;
      })
      .join("")}$`,
    "s",
  );
