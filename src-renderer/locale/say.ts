import { formatCount } from "./display.ts";
import { displayLanguage, translate } from "./language.ts";
import { messages } from "./messages.ts";

export type MessageId = keyof typeof messages;
export type MessageFacts = Readonly<Record<string, string | number>>;

const pluralsByLanguage = new Map<string, Intl.PluralRules>();

function plurals(): Intl.PluralRules {
  const language = displayLanguage();
  const known = pluralsByLanguage.get(language) ?? new Intl.PluralRules(language);
  pluralsByLanguage.set(language, known);
  return known;
}

/** Which of two forms of a message a number takes in the language of the window. */
export const choosePlural = (count: number): "one" | "other" =>
  plurals().select(count) === "one" ? "one" : "other";

const plural = /\{(\w+), plural,((?: (?:one|two|few|many|zero|other) \{[^{}]*\})+)\}/g;
const choice = /(one|two|few|many|zero|other) \{([^{}]*)\}/g;

/**
 * The sentence of a message with its facts filled in.
 *
 * `{name}` takes a fact; `{count, plural, one {# case} other {# cases}}` chooses by number, `#` is that number.
 */
export function say(id: MessageId, facts: MessageFacts = {}): string {
  return fillMessage(translate(id, messages[id]), facts);
}

/** Whether the catalogue has a message of this id; for ids that are built from codes. */
export function hasMessage(id: string): id is MessageId {
  return Object.hasOwn(messages, id);
}

export function fillMessage(template: string, facts: MessageFacts): string {
  return template
    .replace(plural, (_whole, name: string, choices: string) => {
      const count = Number(facts[name] ?? 0);
      const texts = new Map([...choices.matchAll(choice)].map((match) => [match[1] ?? "", match[2] ?? ""]));
      return (texts.get(plurals().select(count)) ?? texts.get("other") ?? "").replace(
        "#",
        formatCount(count),
      );
    })
    .replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const fact = facts[name];
      return typeof fact === "number" ? formatCount(fact) : (fact ?? "");
    });
}
