import { foldWording } from "./fold.ts";
import { compareNames, partyNameOf } from "./party-name.ts";

const plainWords = (text: string): readonly string[] =>
  foldWording(text)
    .replaceAll("&", " and ")
    .replaceAll("+", " and ")
    .replace(/[’'`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");

/** The longest legal form has five words: "societe a responsabilite limitee". */
const mostFormWords = 5;
/** One word alone stands in any text. */
const fewestWords = 2;

/**
 * Whether a text holds a party's name in full: its words in their order, with the same legal form behind them, however
 * that is written. A name of a single word, or one with letters that look like others, proves nothing.
 */
export function namesInFull(text: string, name: string): boolean {
  const { core, legalForm, isSuspicious } = partyNameOf(name);
  const wanted = core.split(" ");
  if (isSuspicious || wanted.length + (legalForm === null ? 0 : 1) < fewestWords) return false;
  const words = plainWords(text);
  return words.some((_, start) => {
    const end = start + wanted.length;
    if (!wanted.every((word, index) => words[start + index] === word)) return false;
    if (legalForm === null) return partyNameOf(words.slice(start, end + 1).join(" ")).legalForm === null;
    return Array.from({ length: mostFormWords }, (__, more) =>
      words.slice(start, end + more + 1).join(" "),
    ).some((candidate) => compareNames(candidate, name) === "same");
  });
}
