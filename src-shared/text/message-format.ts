/** The names between braces in a message: "{file} has {pages}" has `file` and `pages`. */
export type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

/** A message that depends on a number: `count` chooses. Languages with more forms add theirs. */
export interface PluralMessage {
  readonly one: string;
  readonly other: string;
}

export type Message = string | PluralMessage;

/** What a message is filled with. */
export type Facts = Readonly<Record<string, string | number>>;

/** The facts that a message needs, by its own wording. */
export type FactsOf<M extends Message> = M extends string
  ? Readonly<Record<PlaceholderOf<M>, string | number>>
  : M extends PluralMessage
    ? Readonly<Record<PlaceholderOf<M["one"] | M["other"]> | "count", string | number>>
    : never;

/** The plural form that English uses for a number; other languages bring their own choice. */
export type PluralChoice = (count: number) => "one" | "other";

export const choosePluralInEnglish: PluralChoice = (count) => (count === 1 ? "one" : "other");

/**
 * Fills a message with its facts.
 *
 * A fact that is not there is shown as "…", never as an empty gap: the sentence stays true.
 */
export function fillMessage(message: Message, facts: Facts, choose: PluralChoice): string {
  const text = typeof message === "string" ? message : message[choose(Number(facts["count"]))];
  return text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return fact === undefined || fact === "" ? "…" : String(fact);
  });
}
