import { decimalToText, isNegative, subtract } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { CheckId, Evidence } from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { fail, pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { LineContext } from "./context.ts";
import { confidenceOf, evidenceOf } from "./evidence.ts";
import { show } from "./show.ts";
import { measure, oneMinorUnit, toleranceFor } from "./tolerance.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { agreementWords } from "./agreement-words.ts";

/** What a line should come to, and how. */
export interface ExpectedAmount {
  readonly value: DecimalText;
  readonly formula: string;
  readonly alternative: Sentence | null;
  readonly evidence?: readonly Evidence[];
}

/** Compares the amount of a line with what its term gives, within one minor unit, and words the finding. */
export function judgeAmount(
  id: CheckId,
  context: LineContext,
  governing: GoverningTerm,
  found: DecimalText,
  expected: ExpectedAmount,
  what: Sentence,
): Verdict {
  const { owner, line } = context;
  const measured = measure(
    toleranceFor(id, owner, context, oneMinorUnit(owner)),
    expected.value,
    found,
    owner.currency,
  );
  if (measured.isWithin) return pass(id, sentence("because/formula", { formula: expected.formula }));
  const difference = subtract(found, expected.value);
  return fail(id, {
    direction: isNegative(difference) === owner.isCredit ? "over" : "under",
    message: sentence("finding/whole-amount", {
      what,
      found: show(found, owner),
      agreement: agreementWords(governing.agreement),
      expected: show(expected.value, owner),
    }),
    expected: show(expected.value, owner),
    found: show(found, owner),
    impact: decimalToText(difference),
    formula: `${expected.formula}; ${show(found, owner)} − ${show(expected.value, owner)} = ${show(difference, owner).replace("-", "−")}`,
    alternative: expected.alternative,
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/amount", {
        line: line.id,
        expected: show(expected.value, owner),
        found: show(found, owner),
      }),
    },
    confidence: confidenceOf(line.net, line.quantity, governing),
    evidence: evidenceOf(
      governing,
      { evidence: expected.evidence ?? [] },
      line.quantity,
      line.net ?? line.printedAmount ?? line,
    ),
  });
}
