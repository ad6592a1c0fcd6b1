import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";
import { allowanceUnitOf } from "../../../../../src-shared/wording/index.ts";
import type { Reading } from "../engine/reading.ts";
import { limitPeriod } from "../frames/limit-period.ts";
import { goodsWords, isAboutExpenses } from "../lexicon/expense-words.ts";
import { afterUnits, isMoney } from "../literals/literal.ts";
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
  let total: Literal | null = null;
  const sums = reading.literals.filter(isMoney);
  // Several limits by the night or meal are one for each cost, not one of the rule.
  const hasSeveral =
    sums.filter((sum) => isLimit(reading, sum) && countedUntil(reading, sum) !== null).length > 1;
  const isLedByExpenses = isAboutExpenses.test(reading.folded.slice(0, sums[0]?.start ?? 0));
  for (const literal of sums) {
    const counted = countedUntil(reading, literal);
    if (needsProofAbove(reading, literal)) value.receiptAbove = literal.value;
    else if (isLimit(reading, literal) && counted !== null) {
      if (hasSeveral) continue;
      value.unitCap = literal.value;
      limited = nounBefore(reading, literal);
      condition = reading.text.slice(literal.start, counted);
    } else if (isLimit(reading, literal)) {
      // "Travel up to $500 a month, $3,000 in all": a second limit is a rule of its own, and no other figure of the first.
      if (value.totalCap !== undefined && isLedByExpenses) continue;
      // "Charges at most $62,000, of which travel $3,500": what was taken for the limit is that of the whole.
      if (total !== null) taken.splice(taken.indexOf(total), 1);
      delete value.totalCapPer;
      Object.assign(value, totalLimit(reading, literal));
      total = literal;
    } else if (isAbove(reading, literal) && proofNear(reading, literal)) value.receiptAbove = literal.value;
    else {
      isPriced ||= literal.bound !== ">" && literal.bound !== ">=" && !isAbove(reading, literal);
      continue;
    }
    taken.push(literal);
  }
  return { value, taken, condition, limited, isPriced };
}

/** A limit of all that is spent, with the period that it begins anew in: "up to $1,500 in any calendar month". */
export function totalLimit(
  reading: Reading,
  literal: MoneyLiteral,
): Pick<ExpensesValue, "totalCap" | "totalCapPer"> {
  const said = literal.per.flatMap(({ cadence }) =>
    cadence === null || cadence === "once" ? [] : [cadence],
  );
  const behind = reading.after(literal, 40).split(/[,;.]/)[0] ?? "";
  // "Up to $500 per month and up to $3,000": the period of the sum before is its own.
  const earlier = reading.literals.findLast((other) => isMoney(other) && other.end <= literal.start);
  const from = Math.max(literal.start - 60, earlier === undefined ? 0 : afterUnits(earlier));
  const ahead = reading.folded.slice(from, literal.start).split(/[,;.]/).at(-1) ?? "";
  const per = said[0] ?? limitPeriod(behind) ?? limitPeriod(ahead);
  return { totalCap: literal.value, ...(per !== null && { totalCapPer: per }) };
}

/** Words that open a band elsewhere and beside an expense set its limit: "bis 28 €", "à hauteur de 19 €", "$400 cap". */
const limitAhead =
  /(?<!\p{L})(?:bis|a hauteur de|jusqu'a|a concurrence de|hasta|fino a(?:d)?|ate|tot|within|cap(?:ped)?(?: at| of)?|max\.?)[ :]*$/u;
const limitBehind =
  /^ ?(?:cap|limit|ceiling|max(?:imum)?\.?|hochstens|maximal|maximo|massimo|maximaal|au plus|au maximum)(?!\p{L})/u;

/** Whether a sum is the most that is paid back. */
export const isLimit = (reading: Reading, literal: MoneyLiteral): boolean =>
  literal.bound === "<=" ||
  (literal.bound === null &&
    (limitAhead.test(reading.before(literal, 24)) || limitBehind.test(reading.after(literal, 16))));

/** What a limit counts, also behind a word of limiting: "$400 cap per trip", "120 € maximum par nuit", "19 € par repas". */
const countBehind =
  /^ ?(?:[\p{L}.]+ ){0,2}?(?:per|a|an|each|every|par|la|je|pro|por|al|alla|a|op|elke) (?:(?:person|personne|persona|pessoa|persoon|head) (?:and |et |y |e |en |per |par |por )?)?(?:trip|journey|night|day|meal|visit|reise|nacht|tag|mahlzeit|nuit|nuitee|jour|repas|deplacement|noche|dia|comida|viaje|notte|giorno|pasto|trasferta|noite|refeicao|viagem|dag|maaltijd|reis)(?!\p{L})/u;

/** Where the words end that a sum is counted by; `null` for a sum of the whole. */
export function countedUntil(reading: Reading, literal: MoneyLiteral): number | null {
  const own = literal.per.find(({ cadence }) => cadence === null);
  if (own !== undefined) return Math.max(literal.end, own.span.end);
  const behind = countBehind.exec(reading.after(literal, 48));
  if (behind !== null) return literal.end + behind[0].length;
  // "Les nuitées à hauteur de 95 €": what is bought is the night itself.
  const ahead = reading
    .before(literal, 40)
    .split(/[,;:.]|(?<!\p{L})(?:and|und|et|y|e|en)(?!\p{L})/u)
    .at(-1);
  return allowanceUnitOf(ahead ?? "") === "night" ? literal.end : null;
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

const proofNear = (reading: Reading, literal: Span): boolean =>
  /\b(?:receipts?|invoices? to be (?:produced|attached)|supplier invoices|beleg\w*|quittung\w*|justificati\w*|justificantes?|recu|recibos?|ricevut\w*|scontrin\w*|bon(?:nen)?|bonnetje|comprovativos?|comprobantes?|tickets?|fatura|factura)\b/u.test(
    `${reading.before(literal, 60)} ${reading.after(literal, 60)}`,
  );
