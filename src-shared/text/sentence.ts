import { exampleMessages } from "./example-messages.ts";
import { findingMessages } from "./finding-messages.ts";
import { reasonMessages } from "./reason-messages.ts";
import { unitMultiple } from "./unit-multiple.ts";

/** All that checks and worked examples say, in English. */
export const sentenceMessages = { ...findingMessages, ...reasonMessages, ...exampleMessages } as const;

/**
 * What a check says before any language: a message by its code and what it is filled with.
 *
 * A place is `{name}`, or `{name:kind}` where the language decides how the fact is written: `amount` a decimal text,
 * `day` a date in ISO form, `month` a month in ISO form, `unit` and `units` one or several of a unit of the model,
 * `formula` figures with their signs, `or` a list of which one is meant.
 */
export interface Sentence {
  readonly code: SentenceCode;
  readonly facts: Readonly<Record<string, SentenceFact>>;
}

/** Text as a document has it, words of the catalogue, or a list of both. */
export type SentenceFact = string | Sentence | readonly SentenceFact[];

export type SentenceCode = keyof typeof sentenceMessages;

/** A way to read a clause or a figure, by its name in the catalogue. */
export type ReadingName = NameIn<SentenceCode>;
type NameIn<Code> = Code extends `words/method.${infer Name}` ? Name : never;

type PlaceOf<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}:${string}` ? Name : Place) | PlaceOf<Rest>
  : never;

type SentenceFacts<Code extends SentenceCode> = Readonly<
  Record<PlaceOf<(typeof sentenceMessages)[Code]>, SentenceFact | number>
>;

/** A sentence of the catalogue with its facts; which it needs is part of its type. */
export function sentence<Code extends SentenceCode>(code: Code, facts: SentenceFacts<Code>): Sentence {
  const said: Readonly<Record<string, SentenceFact | number>> = facts;
  let isPlain = true;
  for (const name in said) {
    if (!isWritten(said[name])) return { code, facts: writtenFacts(said) };
    isPlain = false;
  }
  return isPlain ? plainSentence(code) : { code, facts: said as Sentence["facts"] };
}

const isWritten = (fact: SentenceFact | number | undefined): fact is SentenceFact =>
  fact !== undefined && typeof fact !== "number";

/** Facts as they are kept: counts as text, and none that is absent. */
function writtenFacts(said: Readonly<Record<string, SentenceFact | number | undefined>>): Sentence["facts"] {
  const written: Record<string, SentenceFact> = {};
  for (const [name, fact] of Object.entries(said))
    if (fact !== undefined) written[name] = typeof fact === "number" ? String(fact) : fact;
  return written;
}

const plainSentences = new Map<SentenceCode, Sentence>();

/** Most reasons hold no facts and are given for thousands of lines: each is one object. */
function plainSentence(code: SentenceCode): Sentence {
  const known = plainSentences.get(code) ?? { code, facts: {} };
  plainSentences.set(code, known);
  return known;
}

/** Whether two sentences say the same in every language. */
export function isSameSentence(first: Sentence, second: Sentence): boolean {
  if (first === second) return true;
  if (first.code !== second.code) return false;
  for (const name in first.facts) if (!isSameFact(first.facts[name], second.facts[name])) return false;
  return true;
}

function isSameFact(first: SentenceFact | undefined, second: SentenceFact | undefined): boolean {
  if (first === second) return true;
  if (first === undefined || second === undefined) return false;
  if (typeof first === "string" || typeof second === "string") return false;
  const [list, other] = [factsIn(first), factsIn(second)];
  if (list !== null && other !== null)
    return list.length === other.length && list.every((fact, at) => isSameFact(fact, other[at]));
  return "code" in first && "code" in second && isSameSentence(first, second);
}

const factsIn = (fact: Sentence | readonly SentenceFact[]): readonly SentenceFact[] | null =>
  "code" in fact ? null : fact;

/** The facts of a list, each once, in their order. */
export function withoutRepeats<Fact extends SentenceFact>(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact, at) => facts.findIndex((other) => isSameFact(other, fact)) === at);
}

/** How a language writes what stands in a sentence. */
export interface SentenceLanguage {
  readonly template: (code: SentenceCode) => string;
  readonly plain: (text: string, kind: string) => string;
  readonly list: (items: readonly string[], kind: "and" | "or") => string;
}

const places = /\{(\w+)(?::(\w+))?\}/g;

/** A piece of a template: words, then what is filled in behind them; `null` at the end. */
interface Piece {
  readonly words: string;
  readonly place: { readonly name: string; readonly kind: string } | null;
}

const piecesByTemplate = new Map<string, readonly Piece[]>();

/** Templates are few and sentences many: each is taken apart once. */
function piecesOf(template: string): readonly Piece[] {
  const known = piecesByTemplate.get(template);
  if (known !== undefined) return known;
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(places)) {
    const [whole, name = "", kind = ""] = match;
    pieces.push({ words: template.slice(from, match.index), place: { name, kind } });
    from = match.index + whole.length;
  }
  pieces.push({ words: template.slice(from), place: null });
  piecesByTemplate.set(template, pieces);
  return pieces;
}

/** The sentence in a language. */
export function fillSentence({ code, facts }: Sentence, language: SentenceLanguage = inEnglish): string {
  let text = "";
  for (const { words, place } of piecesOf(language.template(code))) {
    text += words;
    if (place !== null) text += write(facts[place.name], place.kind, language);
  }
  return text;
}

/** A reason in English, without the full stop that the sentence of a finding has. */
export const fillReason = (because: Sentence): string => fillSentence(because).replace(/\.$/, "");

function write(fact: SentenceFact | undefined, kind: string, language: SentenceLanguage): string {
  if (fact === undefined) return "…";
  if (typeof fact === "string") return language.plain(fact, kind);
  if ("code" in fact) return fillSentence(fact, language);
  return language.list(
    fact.map((item) => write(item, kind, language)),
    kind === "or" ? "or" : "and",
  );
}

/** "hours"; of so many that count as one, "× 1000 calls": 340 of them are no 1,340. */
function severalOf(unit: string): string {
  const multiple = unitMultiple(unit);
  return multiple === null ? `${unit}s` : `× ${multiple.count} ${multiple.of.replace(/(?<!s)$/, "s")}`;
}

/** English of the report: figures and dates as they stand in it. */
const inEnglish: SentenceLanguage = {
  template: (code) => sentenceMessages[code],
  plain: (text, kind) =>
    kind === "unit"
      ? text.replaceAll("-", " ")
      : kind === "units"
        ? severalOf(text.replaceAll("-", " "))
        : text,
  list: (items, kind) => {
    const last = items.at(-1) ?? "";
    if (items.length < 2) return last;
    return kind === "or" ? items.join(" or ") : `${items.slice(0, -1).join(", ")} and ${last}`;
  },
};
