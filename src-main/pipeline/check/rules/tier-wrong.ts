import {
  add,
  compareFractions,
  decimalToText,
  isEqual,
  isZero,
  toDecimal,
  toFraction,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { packageAmount, tieredAmount, tierReadings } from "../../../../src-shared/pricing/index.ts";
import type { TierMethod } from "../../../../src-shared/pricing/index.ts";
import { ok } from "../../../../src-shared/result/index.ts";
import { relateUnits } from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { steppedCountOf, steppedUseOf } from "../stepped-use.ts";
import { proveQuantity } from "../proven-quantity.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "tier.wrong";

/** A quantity costs what the price table gives under its method; the lines of one table are judged together. */
export const tierWrong: LineRule = {
  ids: [id],
  family: 12,
  title: "Price tiers are applied by their method",
  version: 2,
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
      ? sentence("because/credit-gives-part", {})
      : lines.some((line) => line.terms[0]?.term.type === "tiers" || openTiersOf(line) !== null)
        ? null
        : sentence("because/no-tiers", {}),
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const [governing] = context.terms;
  if (governing?.term.type !== "tiers") {
    const open = openTiersOf(context);
    return open === null
      ? notApplicable(id, sentence("because/line-no-tiers", {}))
      : cannotDetermine(id, sentence("because/tiers-unusable", { why: open }));
  }
  const blocked = isMethodAlone(governing) ? null : whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/tiers-unusable", { why: blocked }));
  const together = context.owner.lines.filter(({ terms }) => terms[0]?.term.id === governing.term.id);
  const [first] = together;
  if (first !== undefined && first !== context)
    return pass(id, sentence("because/judged-with-line", { line: first.line.id }));
  let [quantity, net]: [Decimal, Decimal] = [zero, zero];
  for (const line of together) {
    const [own, amount] = [steppedUseOf(line), netOfLine(line)];
    if (own === null && valueOf(line.line.quantity) !== null)
      return cannotDetermine(id, sentence("because/no-use-record", {}));
    if (own === null || amount === null)
      return cannotDetermine(
        id,
        sentence("because/quantity-or-amount-of-line-unread", { line: line.line.id }),
      );
    [quantity, net] = [add(quantity, own), add(net, amount)];
  }
  const { tiers, method, packageSize } = governing.term.value;
  const { precision } = context.owner;
  const free = method === "package" ? freeQuantity(context, quantity) : zero;
  if (free === null) return cannotDetermine(id, sentence("because/included-unclear", {}));
  const found = decimalToText(net);
  const readings = tierReadings({ tiers, packageSize: packageSize ?? null }, quantity, precision).filter(
    ({ computed }) => isEqual(computed.value, found),
  );
  const names = readings.map(({ reading }) => reading);
  if (method === null && names.length > 0)
    return cannotDetermine(
      id,
      sentence("because/tier-method-equals", {
        readings: names.map((name) => sentence(`words/method.${name}`, {})),
      }),
    );
  if (hasRemainder(governing))
    return cannotDetermine(
      id,
      sentence("because/clause-says-more", { words: governing.term.remainder ?? "" }),
    );
  // No method gives the amount: what it should be is said by the one that the invoice is laid out for.
  const [only] = tiers;
  const table = { tiers, packageSize: packageSize ?? null };
  const computed =
    !isZero(free) && only !== undefined && tiers.length === 1 && packageSize !== undefined
      ? ok(packageAmount({ used: quantity, free, size: packageSize, price: only.price }, precision))
      : tieredAmount(method ?? layoutOf(together), table, quantity, precision);
  if (!computed.ok)
    return cannotDetermine(
      id,
      computed.error.code === "pricing/package-size-unknown"
        ? sentence("because/package-size-unsaid", {})
        : sentence("because/tiers-too-short", {}),
    );
  const other = method === null ? undefined : names.find((name) => name !== method);
  const isAsAgreed = isEqual(computed.value.value, found);
  // Which steps a quantity reaches stands or falls with the record of it.
  if (isAsAgreed && together.every(({ match }) => match.deliveries.length === 0))
    return cannotDetermine(id, sentence("because/no-use-record", {}));
  return judgeAmount(
    id,
    context,
    governing,
    found,
    {
      value: computed.value.value,
      formula: computed.value.formula,
      alternative:
        other === undefined
          ? null
          : sentence("reading/other-result", {
              reading: sentence(`words/method.${other}`, {}),
              agreed: sentence(`words/method.${method ?? layoutOf(together)}`, {}),
            }),
    },
    together.length === 1
      ? sentence("words/what.amount", {})
      : sentence("words/what.amount-of-lines", { lines: together.map(({ line }) => line.id) }),
  );
}

/** How the steps add up is all that is open: what no method gives is wrong all the same. */
function isMethodAlone({ term, conflictsWith }: GoverningTerm): boolean {
  const { questions = [] } = term;
  return conflictsWith.length === 0 && questions.every((question) => question === "method-unsaid");
}

/** A line for each step, or one price for all. */
const layoutOf = ({ length }: readonly LineContext[]): TierMethod => (length > 1 ? "graduated" : "volume");

/** Why tiers that would price a line cannot be used; `null` where none would. */
function openTiersOf({ terms, match, owner }: LineContext): Sentence | null {
  if (terms.length > 0) return null;
  for (const { termId } of match.candidates) {
    const tiers = owner.governing.find(({ term }) => term.id === termId && term.type === "tiers");
    const why = tiers === undefined ? null : whyUnusable(tiers);
    if (why !== null) return why;
  }
  return null;
}

/**
 * What of a quantity is free, where its packages begin beyond what is included; `null` where that is not one figure.
 *
 * A line that bills what its records leave beyond the included quantity has taken it off already.
 */
function freeQuantity(context: LineContext, billed: Decimal): Decimal | null {
  const [governing] = context.terms;
  const unit = governing?.term.type === "tiers" ? governing.term.value.unit : null;
  const included = context.owner
    .termsOf("included")
    .filter(({ term }) => term.absent !== true && relateUnits(term.value.unit, unit) === "same");
  const [free] = included;
  if (free === undefined) return zero;
  context.owner.use(free);
  if (included.length > 1 || whyUnusable(free) !== null || hasRemainder(free)) return null;
  const quantity = toDecimal(free.term.value.quantity);
  const { counted } = proveQuantity(context);
  if (steppedCountOf(context) !== "use") return quantity;
  const isBeyond = compareFractions(counted, toFraction(add(billed, quantity))) === 0;
  return isBeyond ? zero : quantity;
}
