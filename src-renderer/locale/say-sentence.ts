import { isDecimalText } from "../../src-shared/money/index.ts";
import type { Finding } from "../../src-shared/model/index.ts";
import { fillSentence, sentenceMessages } from "../../src-shared/text/index.ts";
import type { Sentence, SentenceLanguage } from "../../src-shared/text/index.ts";
import { formatDate, formatMonth, formatQuantity } from "./display.ts";
import { displayLanguage, sentenceWords, translateSentence } from "./language.ts";
import { sayFormula } from "./say-formula.ts";

/** What a finding says, in the language of the window. */
export const sayFinding = ({ said }: Pick<Finding, "said">): string => saySentence(said.message);

/** Another reading that explains it; `null` where none does. */
export const sayAlternative = ({ said }: Pick<Finding, "said">): string | null =>
  said.alternative === null ? null : sayReason(said.alternative);

/** Why a check says what it says, as a sentence of its own. */
export function sayReason(because: Sentence): string {
  const text = saySentence(because);
  return `${text.charAt(0).toLocaleUpperCase(displayLanguage())}${text.slice(1)}`;
}

/** What it proposes. */
export const sayProposal = ({ said }: Pick<Finding, "said">): string => saySentence(said.proposal);

/** A sentence of the checks in the language of the window, its figures and dates as that writes them. */
export const saySentence = (sentence: Sentence): string => fillSentence(sentence, shown);

const shown: SentenceLanguage = {
  template: (code) => translateSentence(code, sentenceMessages[code]),
  plain: (text, kind) => {
    switch (kind) {
      case "amount":
        return isDecimalText(text) ? formatQuantity(text) : text;
      case "day":
        return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text;
      case "month":
        return /^\d{4}-\d{2}$/.test(text) ? formatMonth(text) : text;
      case "formula":
        return sayFormula(text);
      case "unit":
        return sentenceWords(text)[0];
      case "units":
        return sentenceWords(text)[1];
      default:
        return text;
    }
  },
  list: (items, kind) =>
    new Intl.ListFormat(displayLanguage(), { type: kind === "or" ? "disjunction" : "conjunction" }).format(
      items,
    ),
};
