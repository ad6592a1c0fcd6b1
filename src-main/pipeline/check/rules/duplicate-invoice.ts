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

const rules: Readonly<
  Record<
    DuplicateRule,
    { readonly severity: Severity; readonly because: string; readonly confidence: number }
  >
> = {
  judged: { severity: "block", because: "a person has found them to be the same", confidence: 1 },
  D1: { severity: "block", because: "it is the same file", confidence: 1 },
  D2: { severity: "block", because: "seller, customer and number are the same", confidence: 0.98 },
  D3: { severity: "warn", because: "customer, currency, total and date are the same", confidence: 0.85 },
  D4: {
    severity: "warn",
    because: "three of number, customer, date and total are the same",
    confidence: 0.8,
  },
  D5: {
    severity: "warn",
    because: "the numbers are alike within a week, and amount or lines are the same",
    confidence: 0.7,
  },
};

function judge(context: InvoiceContext): Verdict {
  const { invoice, batch } = context;
  if (invoice.kind === "proforma") return notApplicable(id, "a pro forma bills nothing");
  const hit = batch.once("duplicates", findDuplicates).get(context);
  if (hit === undefined) {
    if (isUndecided(invoice.number)) return cannotDetermine(id, "the invoice number could not be read");
    if (isUndecided(invoice.payable) || isUndecided(invoice.gross))
      return cannotDetermine(id, "the total could not be read");
    if (invoice.number === null && invoice.payable === null && invoice.gross === null)
      return cannotDetermine(id, "the invoice prints neither a number nor a total");
    return pass(id, "no earlier invoice is the same");
  }
  const { twin, rule } = hit;
  const { severity, because, confidence } = rules[rule];
  const net = netOf(context);
  const name = valueOf(twin.invoice.number) ?? "an earlier invoice";
  const date = valueOf(twin.invoice.issueDate);
  return fail(id, {
    severity,
    direction: context.isCredit ? "under" : "over",
    message: `This looks like ${name}${date === null ? "" : ` of ${date}`}: ${because}.`,
    expected: null,
    found: valueOf(invoice.number),
    impact: net,
    formula: net === null ? null : `the whole net amount of ${showMoney(net, context)} is billed twice`,
    proposal: {
      action: severity === "block" ? "escalate" : "ask",
      text: `Is this the same as ${name}? If so, void it; if not, say so once, and the pair is not asked about again.`,
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
