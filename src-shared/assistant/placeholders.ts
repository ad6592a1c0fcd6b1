/** What code fills into a text: amounts, dates, numbers and names, by their names. */
export type TextFacts = Readonly<Record<string, string>>;

export type FillError =
  | { readonly code: "unknown-placeholder"; readonly name: string }
  | { readonly code: "figure-in-text"; readonly figure: string };

const placeholder = /\{([a-zA-Z]+)\}/g;

/**
 * A text with its placeholders filled in.
 *
 * A model's text may name facts but not state any: a digit outside a placeholder refuses the whole text, and so does a
 * name that is not among the facts. Number words are left to the promise detector.
 */
export function fillModelText(
  text: string,
  facts: TextFacts,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: FillError } {
  const unknown = [...text.matchAll(placeholder)].find(([, name = ""]) => !Object.hasOwn(facts, name));
  if (unknown?.[1] !== undefined)
    return { ok: false, error: { code: "unknown-placeholder", name: unknown[1] } };
  const bare = text.replace(placeholder, " ");
  const figure = /[\p{Nd}\p{Nl}\p{No}][^\s]*/u.exec(bare)?.[0];
  if (figure !== undefined) return { ok: false, error: { code: "figure-in-text", figure } };
  return { ok: true, value: text.replace(placeholder, (_, name: string) => facts[name] ?? "") };
}
