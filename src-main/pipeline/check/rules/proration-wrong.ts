import { compare, isEqual } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { prorateSpan, prorationReadings } from "../../../../src-shared/pricing/index.ts";
import { calendarPeriod, startOfMonth } from "../../../../src-shared/time/index.ts";
import type { PeriodStep } from "../../../../src-shared/time/index.ts";
import { raisedPrice } from "../agreed-price.ts";
import { cannotDetermine, notApplicable } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import { periodsBilled } from "../compare-amount.ts";
import type { LineContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { listed } from "../show.ts";
import { judgeAmount } from "../whole-amount-finding.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "proration.wrong";

/** A part of a period costs what the agreed basis gives for its days. */
export const prorationWrong: LineRule = {
  ids: [id],
  family: 14,
  title: "Parts of periods are prorated as agreed",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous", "currency.mismatch"],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? "a credit may give back a part: see credit.exceeds"
      : lines.some(({ terms }) => terms[0]?.term.type === "fixed-fee")
        ? null
        : "no line bills a recurring fee",
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const { terms, interval, owner } = context;
  const [governing] = terms;
  if (governing?.term.type !== "fixed-fee") return notApplicable(id, "the line bills no recurring fee");
  const { per } = governing.term.value;
  if (interval === null || per === "once" || per === "week" || periodsBilled(per, context) !== null)
    return notApplicable(id, "whole periods are billed");
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, "the amount of the line could not be read");
  const fee = raisedPrice(governing.term.value.amount, governing, context);
  if (!fee.ok) return cannotDetermine(id, fee.because);
  const span = { start: interval.start, end: interval.end };
  const step: PeriodStep = per;
  const readings = prorationReadings(
    { price: fee.price, period: calendarPeriod(step, span.start), billable: span },
    owner.precision,
  );
  const names = readings.filter(({ computed }) => isEqual(computed.value, net)).map(({ reading }) => reading);
  const basis = owner.termsOf("proration").find(({ term }) => term.absent !== true);
  if (basis === undefined) return withoutBasis(names, net, fee.price);
  owner.use(basis);
  const blocked = whyUnusable(basis);
  if (blocked !== null)
    return cannotDetermine(id, `the clause on parts of periods cannot be used: ${blocked}`);
  if (hasRemainder(basis))
    return cannotDetermine(id, `its clause says more: “${basis.term.remainder ?? ""}”`);
  const computed = prorateSpan(
    basis.term.value.basis,
    { price: fee.price, step, anchor: startOfMonth(span.start), span },
    owner.precision,
  );
  if (!computed.ok)
    return cannotDetermine(id, "the agreed basis counts months, and the period is no whole number of them");
  const other = names.find((name) => name !== basis.term.value.basis);
  return judgeAmount(
    id,
    context,
    governing,
    net,
    {
      value: computed.value.total.value,
      formula:
        computed.value.pieces.length === 1
          ? (computed.value.pieces[0]?.computed.formula ?? "")
          : computed.value.total.formula,
      alternative:
        other === undefined
          ? null
          : `equals the ${other} result; the agreement says ${basis.term.value.basis}`,
      evidence: evidenceOf(basis),
    },
    sentence("words/what.part", {}),
  );
}

/** Without an agreed basis every one is computed; which one holds, a person says. */
function withoutBasis(names: readonly string[], net: DecimalText, fee: DecimalText): Verdict {
  if (names.length > 0)
    return cannotDetermine(
      id,
      `the agreement names no basis for a part of a period; the amount equals the ${listed(names)} result`,
    );
  return cannotDetermine(
    id,
    compare(net, fee) > 0
      ? "more than a whole period's fee is billed for a part of one, and the agreement names no basis"
      : "the agreement names no basis for a part of a period, and no known one gives the amount",
  );
}
