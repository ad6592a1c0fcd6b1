import {
  decimalToText,
  fractionToDecimal,
  fractionToExactDecimal,
} from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { overageAmount } from "../../../../src-shared/pricing/index.ts";
import { relateUnits } from "../../../../src-shared/wording/index.ts";
import { raisedPrice } from "../agreed-price.ts";
import { cannotDetermine, notApplicable } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { isMore, proveQuantity } from "../proven-quantity.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "overage.wrong";

/** Use beyond what is included costs its price; what is included costs nothing more. */
export const overageWrong: LineRule = {
  ids: [id],
  family: 13,
  title: "Only use beyond what is included is billed",
  version: 2,
  scope: "line",
  needs: ["invoice", "agreement", "usage"],
  dependsOn: [
    "agreement.missing",
    "duplicate.invoice",
    "term.unbound",
    "term.ambiguous",
    "currency.mismatch",
    "rate.over",
    "rate.under",
  ],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? "a credit may give back a part: see credit.exceeds"
      : lines.some(({ terms }) => terms[0]?.term.type === "overage")
        ? null
        : "no line bills use beyond what is included",
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const { owner, match } = context;
  const [governing] = context.terms;
  if (governing?.term.type !== "overage")
    return notApplicable(id, "the line bills no use beyond what is included");
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, `the clause cannot be used: ${blocked}`);
  const { unit } = governing.term.value;
  const included = owner
    .termsOf("included")
    .filter(({ term }) => term.absent !== true && relateUnits(term.value.unit, unit) === "same");
  const [free] = included;
  if (free === undefined || included.length > 1)
    return cannotDetermine(id, "how much is included is not one agreed figure");
  owner.use(free);
  if (whyUnusable(free) !== null || hasRemainder(free) || free.term.value.rollover !== undefined)
    return cannotDetermine(id, "what is included depends on more than this invoice says");
  const net = netOfLine(context);
  if (net === null || valueOf(context.line.quantity) === null)
    return cannotDetermine(id, "quantity or amount of the line could not be read");
  if (match.deliveries.length === 0) return cannotDetermine(id, "no record of the use is among the files");
  const proven = proveQuantity(context);
  if (proven.hasUnreadable || isMore(proven.unknown, { numerator: 0n, denominator: 1n }))
    return cannotDetermine(id, "a record of the use could not be read or is not known to be approved");
  const used = decimalToText(fractionToExactDecimal(proven.counted) ?? fractionToDecimal(proven.counted, 6));
  const raised = raisedPrice(governing.term.value.price, governing, context);
  if (!raised.ok) return cannotDetermine(id, raised.because);
  for (const escalator of raised.with) owner.use(escalator);
  const computed = overageAmount(
    { used, included: free.term.value.quantity, price: raised.price },
    owner.precision,
  );
  return judgeAmount(
    id,
    context,
    governing,
    net,
    {
      value: computed.value,
      formula: computed.formula,
      alternative: null,
      evidence: evidenceOf(free, ...proven.records.slice(0, 12)),
    },
    sentence("words/what.overage", {}),
  );
}
