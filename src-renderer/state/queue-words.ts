import type { QueueRow } from "../../src-shared/model/index.ts";
import type { Sentence } from "../../src-shared/text/index.ts";
import { say } from "../locale/say.ts";
import { saySentence } from "../locale/say-sentence.ts";

interface Words {
  readonly shown: string;
  /** In lower case, for searching. */
  readonly folded: string;
}

/** Sentences are said when a row is shown, searched or sorted by them, and only once: there can be very many rows. */
const saidBySentence = new WeakMap<Sentence, Words>();

function wordsOf(said: Sentence): Words {
  const known = saidBySentence.get(said);
  if (known !== undefined) return known;
  const shown = saySentence(said);
  const words = { shown, folded: shown.toLowerCase() };
  saidBySentence.set(said, words);
  return words;
}

/** What a row says was found first, in the language of the window; `null` where nothing was. */
export const findingOfRow = ({ firstFinding }: Pick<QueueRow, "firstFinding">): string | null =>
  firstFinding === null ? null : wordsOf(firstFinding).shown;

/** Whether the first finding holds a text, which is in lower case. */
export const findingHolds = ({ firstFinding }: Pick<QueueRow, "firstFinding">, text: string): boolean =>
  firstFinding !== null && wordsOf(firstFinding).folded.includes(text);

/** Whether a text, in lower case, is what a label of a row is called in the language of the window. */
export const isCalled = (label: `route.${QueueRow["route"]}` | LabelOfRow, text: string): boolean =>
  say(label).toLowerCase() === text;

type LabelOfRow =
  `state.${QueueRow["state"]}` | `urgency.${QueueRow["urgency"]}` | `level.${QueueRow["risk"]}`;
