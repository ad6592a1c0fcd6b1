import { unitOfWord } from "../lexicon/unit-words.ts";

/** "Jedes weitere Essen": what is counted, where no list of units knows it. */
export const furtherNoun = (words: string): string | null =>
  /\b(?:(?:each|every) (?:additional|extra|further)|jede[srn]? weitere[srn]?|ogni ulteriore|cada|chaque|elke (?:extra|volgende|verdere|bijkomende)) ([\p{L}-]{3,24})\b/u.exec(
    words,
  )?.[1] ?? null;

/** "Only on request", "auf Anfrage": when more is bought, and nothing that it is counted by. */
const onRequest =
  /(?<!\p{L})(?:on|upon|at|auf|bajo|mediante|previa|su|dietro|op) (?:[\p{L}'’-]+ ){0,2}?(?:requests?|anfragen?|solicitud|richiesta|aanvraag)(?!\p{L})/gu;

/** The last unit noun of the words before a price: "additional hours are charged at". */
export function unitBefore(folded: string): string | null {
  const words = folded
    .replace(onRequest, " ")
    .split(/[^\p{L}-]+/u)
    .filter((word) => word.length > 1);
  for (const word of words.reverse()) {
    const unit = unitOfWord(word);
    if (unit !== null && !["month", "year", "quarter", "week"].includes(unit)) return unit;
  }
  return null;
}
