import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";
import type { Reading } from "../engine/reading.ts";
import { goodsWords } from "../lexicon/expense-words.ts";
import type { Literal, MoneyLiteral, Span } from "../literals/literal.ts";

export interface Limits {
  readonly value: ExpensesValue;
  readonly taken: readonly Literal[];
  readonly condition: string | null;
  /** The noun right before a limit per night, day or piece. */
  readonly limited: string | null;
  /** A price that is no limit: the clause sells something. */
  readonly isPriced: boolean;
}

/** "Up to 120 € a night", "in total at most 600 €", "with a receipt above £25". */
export function limitsOf(reading: Reading): Limits {
  const value: { -readonly [Slot in keyof ExpensesValue]: ExpensesValue[Slot] } = {};
  const taken: Literal[] = [];
  let condition: string | null = null;
  let limited: string | null = null;
  let isPriced = false;
  for (const literal of reading.literals) {
    if (literal.type !== "money") continue;
    const counted = literal.per.find(({ cadence }) => cadence === null);
    if (needsProofAbove(reading, literal)) value.receiptAbove = literal.value;
    else if (literal.bound === "<=" && counted !== undefined) {
      value.unitCap = literal.value;
      limited = nounBefore(reading, literal);
      condition = reading.text.slice(literal.start, Math.max(literal.end, counted.span.end));
    } else if (literal.bound === "<=") value.totalCap = literal.value;
    else if (isAbove(reading, literal) && proofNear(reading, literal)) value.receiptAbove = literal.value;
    else {
      isPriced ||= literal.bound !== ">" && literal.bound !== ">=" && !isAbove(reading, literal);
      continue;
    }
    taken.push(literal);
  }
  return { value, taken, condition, limited, isPriced };
}

/** "…, Hotel höchstens 120,00 €": the word before the bound, where it is bought. */
function nounBefore(reading: Reading, literal: Span): string | null {
  const head = reading.folded.slice(0, literal.start);
  const word =
    /[,;] ?(?:and |und |et |y |e |en )?([\p{L}-]{3,24})s?(?: [\p{L}]+){0,4} ?(?:[$€£]|[a-z]{3})? ?$/u.exec(
      head,
    );
  if (word?.[1] === undefined || !goodsWords.test(word[1])) return null;
  const at = word.index + word[0].indexOf(word[1]);
  return reading.text.slice(at, at + word[1].length);
}

/** "Nothing over £25 is paid without a receipt": what is denied is the payment, and the sum is no limit of it. */
export const needsProofAbove = (reading: Reading, literal: MoneyLiteral): boolean =>
  proofNear(reading, literal) &&
  ((literal.bound !== "<=" && isAbove(reading, literal)) || withoutProof.test(reading.folded)) &&
  !literal.per.some(({ cadence }) => cadence === null);

const withoutProof =
  /(?<!\p{L})(?:without|ohne|sans|sin|senza|zonder|sem)(?: [\p{L}]+){0,2} (?:receipts?|vouchers?|beleg\p{L}*|quittung\p{L}*|justificati\p{L}*|recus?|justificantes?|recibos?|ricevut\p{L}*|giustificativ\p{L}*|scontrin\p{L}*|bon|bonnen|bonnetje|comprovativ\p{L}*|comprovant\p{L}*)(?!\p{L})/u;

export const isAbove = (reading: Reading, literal: MoneyLiteral): boolean =>
  literal.bound === ">" ||
  literal.bound === ">=" ||
  /\b(?:over|above|exceeding|more than|uber|ab|plus de|au-dela de|superieur\w* a|mas de|superior\w* a|oltre|sopra|superior[ei] a|boven|vanaf|acima de|mais de) ?$/u.test(
    reading.before(literal, 24),
  );

export const proofNear = (reading: Reading, literal: Span): boolean =>
  /\b(?:receipts?|invoices? to be (?:produced|attached)|supplier invoices|beleg\w*|quittung\w*|justificati\w*|justificantes?|recu|recibos?|ricevut\w*|scontrin\w*|bon(?:nen)?|bonnetje|comprovativos?|comprobantes?|tickets?|fatura|factura)\b/u.test(
    `${reading.before(literal, 60)} ${reading.after(literal, 60)}`,
  );
