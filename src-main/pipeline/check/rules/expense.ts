import {
  add,
  compare,
  compareFractions,
  decimalToText,
  minimum,
  multiply,
  subtract,
  toFraction,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import type { Delivery } from "../../../../src-shared/model/index.ts";
import { markedUp } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { Governing, LineContext } from "../context.ts";
import { expenseProofOf, expensesIn, wholeMarkupOf } from "../expense-proof.ts";
import { allowanceCount } from "../allowance-count.ts";
import { isLimitOfOther } from "../expense-scope.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { dayOfExpense, limitsOf, othersFor, sumExpenses } from "../expense-limits.ts";
import type { ExpenseLimit } from "../expense-limits.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { show } from "../show.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

const ids = ["expense.over-cap", "expense.markup", "expense.receipt"] as const;

/** Expenses stay within their limits, carry the agreed markup and have a receipt where one is asked for. */
export const expense: LineRule = {
  ids,
  family: 22,
  title: "Expenses are as agreed",
  version: 4,
  scope: "line",
  needs: ["invoice", "agreement", "expense"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "term.unbound", "term.ambiguous"],
  restsOn: "no price",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : lines.some((line) => termOf(line) !== null)
        ? null
        : sentence("because/no-expense-line", {}),
  judge: (context) => {
    const governing = termOf(context);
    if (governing === null)
      return ids.map((id) => notApplicable(id, sentence("because/line-no-expense", {})));
    const blocked = whyUnusable(governing);
    if (blocked !== null)
      return ids.map((id) => cannotDetermine(id, sentence("because/expenses-unusable", { why: blocked })));
    return [
      judgeLimits(context, governing),
      judgeMarkup(context, governing),
      judgeReceipt(context, governing),
    ];
  },
};

const clauses = new WeakMap<LineContext, Governing<"expenses">>();

/** What the agreement says of the expenses of a line: its clause, with what other sentences of its kind add. */
function termOf(context: LineContext): Governing<"expenses"> | null {
  const [governing] = context.terms;
  if (governing?.term.type !== "expenses") return null;
  const known = clauses.get(context);
  if (known !== undefined) return known;
  const clause = withOthers(governing as unknown as Governing<"expenses">, context);
  clauses.set(context, clause);
  return clause;
}

function withOthers(governing: Governing<"expenses">, context: LineContext): Governing<"expenses"> {
  const { owner } = context;
  const others = othersFor(governing, context);
  if (others.length === 0) return governing;
  for (const other of others) owner.use(other);
  // What the closest sentence says goes before what a general one says.
  const value = others.reduce((merged, { term }) => ({ ...term.value, ...merged }), governing.term.value);
  const evidence = [governing, ...others].flatMap(({ term }) => term.evidence);
  // Per night or per day: as the sentence says that sets the limit.
  const limiting = [governing, ...others].find(({ term }) => term.value.unitCap !== undefined);
  const { conditions: _own, ...term } = governing.term;
  const conditions = limiting?.term.conditions;
  return {
    ...governing,
    term: { ...term, ...(conditions !== undefined && { conditions }), value, evidence },
  };
}

function judgeLimits(context: LineContext, governing: Governing<"expenses">): Verdict {
  const id = "expense.over-cap";
  const { unitCap, totalCap } = governing.term.value;
  const { line } = context;
  const net = netOfLine(context);
  if (unitCap === undefined && totalCap === undefined)
    return hasRemainder(governing)
      ? cannotDetermine(id, sentence("because/clause-says-more", { words: governing.term.remainder ?? "" }))
      : notApplicable(id, sentence("because/no-expense-limit", {}));
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  const isOther = isLimitOfOther(governing.term.conditions, line.description, governing.term.value.types);
  if (unitCap !== undefined && !isOther) {
    const count = allowanceCount(context, governing.term);
    if (count === null && compare(net, unitCap) > 0)
      return cannotDetermine(id, sentence("because/allowance-uncounted", { line: line.id }));
    const allowed = multiply(count ?? ("1" as DecimalText), unitCap);
    if (compare(net, allowed) > 0)
      return over(context, governing, allowed, net, `${count} × ${unitCap} = ${decimalToText(allowed)}`);
  }
  const verdicts = limitsOf(context).map((limit) => judgeTotal(context, governing, limit, net));
  return (
    verdicts.find(({ outcome }) => outcome === "fail") ??
    verdicts.find(({ outcome }) => outcome === "cannot-determine") ??
    verdicts[0] ??
    (isOther
      ? notApplicable(id, sentence("because/no-expense-limit", {}))
      : pass(id, sentence("because/within-one", {})))
  );
}

function judgeTotal(
  context: LineContext,
  governing: Governing<"expenses">,
  limit: ExpenseLimit,
  net: DecimalText,
): Verdict {
  const id = "expense.over-cap";
  const { owner } = context;
  if (limit.per !== undefined && dayOfExpense(context) === null)
    return cannotDetermine(id, sentence("because/limit-period-unknown", {}));
  const before = owner.batch.once("expenses-before", sumExpenses).get(context)?.get(limit.id) ?? null;
  if (before === null) return cannotDetermine(id, sentence("because/earlier-expense-unread", {}));
  const total = add(before, net);
  if (compare(total, limit.sum) <= 0)
    return pass(id, sentence("because/used", { used: show(total, owner), limit: show(limit.sum, owner) }));
  const excess = minimum(subtract(total, limit.sum), net);
  return over(
    context,
    governing,
    subtract(net, excess),
    net,
    `${show(before, owner)} + ${show(net, owner)} − ${show(limit.sum, owner)} = ${show(subtract(total, limit.sum), owner)}`,
  );
}

function over(
  context: LineContext,
  governing: Governing<"expenses">,
  allowed: Decimal,
  net: DecimalText,
  formula: string,
): Verdict {
  const { owner, line } = context;
  return fail("expense.over-cap", {
    direction: "over",
    message: sentence("finding/expense", {
      found: show(net, owner),
      agreement: agreementWords(governing.agreement),
      allowed: show(allowed, owner),
    }),
    expected: show(allowed, owner),
    found: show(net, owner),
    impact: decimalToText(subtract(net, allowed)),
    formula: `${formula}; ${show(net, owner)} − ${show(allowed, owner)} = ${show(subtract(net, allowed), owner)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/expense", { line: line.id, allowed: show(allowed, owner) }),
    },
    confidence: confidenceOf(line.net, governing),
    evidence: evidenceOf(governing, line.net ?? line.printedAmount ?? line),
  });
}

function judgeMarkup(context: LineContext, governing: Governing<"expenses">): Verdict {
  const id = "expense.markup";
  const { markupPercent, unitCap, totalCap } = governing.term.value;
  const net = netOfLine(context);
  const proof = expenseProofOf(context);
  const isLimited = unitCap !== undefined || totalCap !== undefined;
  // Goods that only the clause on their cost can price need that cost.
  if (markupPercent === undefined && proof === null && (context.kind === "expense" || isLimited))
    return notApplicable(id, sentence("because/no-markup", {}));
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  if (proof === null || proof.cost === null || compare(proof.cost, zero) <= 0)
    return cannotDetermine(id, sentence("because/no-cost-record", {}));
  const percent = markupPercent ?? ("0" as DecimalText);
  const expected = markedUp(proof.cost, percent, context.owner.precision);
  if (compareFractions(toFraction(net), toFraction(expected.value)) < 0)
    return pass(id, sentence("because/below-cost", { formula: expected.formula }));
  const billed = wholeMarkupOf(net, proof.cost);
  return judgeAmount(
    id,
    context,
    governing,
    net,
    {
      value: expected.value,
      formula: expected.formula,
      alternative: billed === null ? null : sentence("reading/cost-plus", { percent: billed }),
      evidence: proof.evidence,
    },
    sentence("words/what.expense", {}),
  );
}

/** What a ticket says of parts proves their cost, and is no receipt. */
const isReceipt = ({ kind, lacksReceipt }: Delivery): boolean => kind === "expense" && lacksReceipt !== true;

function judgeReceipt(context: LineContext, governing: Governing<"expenses">): Verdict {
  const id = "expense.receipt";
  const { receiptAbove } = governing.term.value;
  if (receiptAbove === undefined) return notApplicable(id, sentence("because/no-receipts-asked", {}));
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  if (compare(net, receiptAbove) <= 0)
    return pass(id, sentence("because/not-above", { limit: receiptAbove }));
  const proof = expenseProofOf(context);
  if (proof?.records.some(isReceipt) === true) return pass(id, sentence("because/record-there", {}));
  const { owner, line } = context;
  // A list of expenses of which no sum was read may hold this one.
  const isSaidLacking = proof?.records.some(({ lacksReceipt }) => lacksReceipt === true) === true;
  if (
    !isSaidLacking &&
    !expensesIn(owner.batch).some((record) => isReceipt(record) && record.amount !== null)
  )
    return cannotDetermine(id, sentence("because/no-expense-records", {}));
  return fail(id, {
    direction: "over",
    message: sentence("finding/receipt", {
      agreement: agreementWords(governing.agreement),
      above: show(receiptAbove, owner),
      found: show(net, owner),
    }),
    expected: "receipt",
    found: null,
    impact: net,
    formula: `the whole amount of ${show(net, owner)} has no receipt`,
    proposal: { action: "ask", text: sentence("ask/receipt", { line: line.id }) },
    confidence: confidenceOf(line.net, governing),
    evidence: evidenceOf(governing, line.net ?? line),
  });
}
