import { add, compare, decimalToText, minimum, subtract, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { normalizeInvoiceNumber, partyNameOf } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import { netOf } from "../context.ts";
import type { BatchContext, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { pushTo } from "../keyed-values.ts";
import { show } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "credit.exceeds";

/** All credits on an invoice together are no more than the invoice. */
export const creditExceeds: InvoiceRule = {
  ids: [id],
  family: 15,
  title: "Credits do not exceed the invoice",
  version: 1,
  scope: "invoice",
  needs: ["credit-note", "invoice"],
  dependsOn: ["duplicate.invoice"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice, batch } = context;
  if (!context.isCredit) return notApplicable(id, sentence("because/no-credit", {}));
  if (isUndecided(invoice.precedingInvoice))
    return cannotDetermine(id, sentence("because/credited-number-unread", {}));
  const named = valueOf(invoice.precedingInvoice);
  if (named === null) return cannotDetermine(id, sentence("because/credited-unnamed", {}));
  const index = batch.once("credits", indexCredits);
  const key = keyOf(context, named);
  const original = index.originals.get(key);
  if (original === undefined)
    return cannotDetermine(id, sentence("because/credited-missing", { number: named }));
  const net = netOf(context);
  const total = netOf(original);
  if (net === null || total === null) return cannotDetermine(id, sentence("because/a-total-unread", {}));
  if (context.currency !== original.currency)
    return cannotDetermine(id, sentence("because/credited-currency", { number: named }));
  const earlier = (index.credits.get(key) ?? []).filter(({ position }) => position < context.position);
  let before: Decimal = zero;
  for (const credit of earlier) before = add(before, netOf(credit) ?? zero);
  const credited = add(before, net);
  if (compare(credited, total) <= 0)
    return pass(
      id,
      sentence("because/credited", { credited: show(credited, context), total: show(total, context) }),
    );
  const excess = minimum(subtract(credited, total), net);
  return fail(id, {
    direction: "under",
    message: sentence("finding/credit", {
      invoice: named,
      credited: show(credited, context),
      total: show(total, context),
    }),
    expected: show(total, context),
    found: show(credited, context),
    impact: decimalToText(excess),
    formula: `${show(before, context)} + ${show(net, context)} − ${show(total, context)} = ${show(subtract(credited, total), context)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/credit", { excess: show(excess, context) }),
    },
    confidence: confidenceOf(invoice.precedingInvoice, invoice.net),
    evidence: evidenceOf(
      invoice.precedingInvoice,
      invoice.net ?? invoice.payable,
      inRole(
        "history",
        evidenceOf(original.invoice.number, original.invoice.net ?? original.invoice.payable),
      ),
      ...earlier
        .slice(-5)
        .map((credit) => inRole("history", evidenceOf(credit.invoice.net ?? credit.invoice.payable))),
    ),
    relatedInvoiceId: original.invoice.id,
  });
}

interface Credits {
  readonly originals: ReadonlyMap<string, InvoiceContext>;
  readonly credits: ReadonlyMap<string, readonly InvoiceContext[]>;
}

const keyOf = ({ invoice }: InvoiceContext, number: string): string =>
  `${invoice.buyer === null ? "" : partyNameOf(invoice.buyer.name).core}|${normalizeInvoiceNumber(number)}`;

function indexCredits(batch: BatchContext): Credits {
  const originals = new Map<string, InvoiceContext>();
  const credits = new Map<string, InvoiceContext[]>();
  for (const context of batch.invoices) {
    const number = valueOf(context.invoice.number);
    const named = valueOf(context.invoice.precedingInvoice);
    if (!context.isCredit && number !== null && context.invoice.kind !== "proforma") {
      const key = keyOf(context, number);
      if (!originals.has(key)) originals.set(key, context);
    }
    if (context.isCredit && named !== null) {
      const key = keyOf(context, named);
      pushTo(credits, key, context);
    }
  }
  return { originals, credits };
}
