import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import type { Severity } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import { netOf } from "../context.ts";
import type { InvoiceContext } from "../context.ts";
import { findDuplicates } from "../duplicates.ts";
import type { DuplicateRule } from "../duplicates.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { showMoney } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "duplicate.invoice";

/** The invoice was not billed before: same file, same number, or the same amount under another one. */
export const duplicateInvoice: InvoiceRule = {
  ids: [id],
  family: 9,
  title: "The invoice is not a duplicate",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

const rules: Readonly<Record<DuplicateRule, { readonly severity: Severity; readonly confidence: number }>> = {
  judged: { severity: "block", confidence: 1 },
  D1: { severity: "block", confidence: 1 },
  D2: { severity: "block", confidence: 0.98 },
  D3: { severity: "warn", confidence: 0.85 },
  D4: {
    severity: "warn",
    confidence: 0.8,
  },
  D5: {
    severity: "warn",
    confidence: 0.7,
  },
};

function judge(context: InvoiceContext): Verdict {
  const { invoice, batch } = context;
  if (invoice.kind === "proforma") return notApplicable(id, sentence("because/proforma", {}));
  const hit = batch.once("duplicates", findDuplicates).get(context);
  if (hit === undefined) {
    if (isUndecided(invoice.number)) return cannotDetermine(id, sentence("because/number-unread", {}));
    if (isUndecided(invoice.payable) || isUndecided(invoice.gross))
      return cannotDetermine(id, sentence("because/total-unread", {}));
    if (invoice.number === null && invoice.payable === null && invoice.gross === null)
      return cannotDetermine(id, sentence("because/no-number-no-total", {}));
    return pass(id, sentence("because/no-earlier-same", {}));
  }
  const { twin, rule } = hit;
  const { severity, confidence } = rules[rule];
  const because = sentence(`words/twin.${rule}`, {});
  const net = netOf(context);
  const name = valueOf(twin.invoice.number) ?? sentence("words/earlier-invoice", {});
  const date = valueOf(twin.invoice.issueDate);
  return fail(id, {
    severity,
    direction: context.isCredit ? "under" : "over",
    message:
      date === null
        ? sentence("finding/duplicate", { invoice: name, because })
        : sentence("finding/duplicate-dated", { invoice: name, day: date, because }),
    expected: null,
    found: valueOf(invoice.number),
    impact: net,
    formula: net === null ? null : `the whole net amount of ${showMoney(net, context)} is billed twice`,
    proposal: {
      action: severity === "block" ? "escalate" : "ask",
      text: sentence("ask/duplicate", { invoice: name }),
    },
    confidence: confidence * confidenceOf(invoice.number, invoice.payable),
    evidence: evidenceOf(
      invoice.number,
      invoice.payable ?? invoice.gross,
      inRole("history", evidenceOf(twin.invoice.number, twin.invoice.payable ?? twin.invoice.gross)),
    ),
    relatedInvoiceId: twin.invoice.id,
  });
}
