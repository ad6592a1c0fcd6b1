import { add, decimalToText, isEqual, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { tieredAmount, tierReadings } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { listed } from "../show.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "tier.wrong";

/** A quantity costs what the price table gives under its method; the lines of one table are judged together. */
export const tierWrong: LineRule = {
  ids: [id],
  family: 12,
  title: "Price tiers are applied by their method",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: [
    "agreement.missing",
    "duplicate.invoice",
    "term.unbound",
    "term.ambiguous",
    "currency.mismatch",
  ],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? "a credit may give back a part: see credit.exceeds"
      : lines.some(({ terms }) => terms[0]?.term.type === "tiers")
        ? null
        : "no line falls under price tiers",
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const [governing] = context.terms;
  if (governing?.term.type !== "tiers") return notApplicable(id, "the line falls under no price tiers");
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, `the price tiers cannot be used: ${blocked}`);
  const together = context.owner.lines.filter(({ terms }) => terms[0]?.term.id === governing.term.id);
  const [first] = together;
  if (first !== undefined && first !== context) return pass(id, `judged together with line ${first.line.id}`);
  let [quantity, net]: [Decimal, Decimal] = [zero, zero];
  for (const line of together) {
    const [own, amount] = [valueOf(line.line.quantity), netOfLine(line)];
    if (own === null || amount === null)
      return cannotDetermine(id, `quantity or amount of line ${line.line.id} could not be read`);
    [quantity, net] = [add(quantity, own), add(net, amount)];
  }
  const { tiers, method } = governing.term.value;
  const { precision } = context.owner;
  const found = decimalToText(net);
  const readings = tierReadings({ tiers }, quantity, precision).filter(({ computed }) =>
    isEqual(computed.value, found),
  );
  const names = readings.map(({ reading }) => reading);
  if (method === null)
    return cannotDetermine(
      id,
      `the agreement does not say how its tiers apply${names.length === 0 ? "" : `; the amount equals the ${listed(names)} result`}`,
    );
  if (hasRemainder(governing))
    return cannotDetermine(id, `its clause says more: “${governing.term.remainder ?? ""}”`);
  const computed = tieredAmount(method, { tiers }, quantity, precision);
  if (!computed.ok)
    return cannotDetermine(
      id,
      computed.error.code === "pricing/package-size-unknown"
        ? "the size of a package is not said"
        : "the price tiers do not cover the quantity",
    );
  const other = names.find((name) => name !== method);
  return judgeAmount(
    id,
    context,
    governing,
    found,
    {
      value: computed.value.value,
      formula: computed.value.formula,
      alternative: other === undefined ? null : `equals the ${other} result; the agreement says ${method}`,
    },
    together.length === 1
      ? sentence("words/what.amount", {})
      : sentence("words/what.amount-of-lines", { lines: together.map(({ line }) => line.id) }),
  );
}
