import { valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import { nameOf } from "../context.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { listed } from "../show.ts";

const id = "agreement.missing";

/** One agreement among the files governs the invoice. */
export const agreementMissing: InvoiceRule = {
  ids: [id],
  family: 4,
  title: "An agreement governs the invoice",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { match, invoice, agreementName } = context;
  if (match.state === "matched")
    return pass(id, `the invoice falls under ${agreementName} (${reasonsOf(context)})`);
  const candidates = match.candidates.flatMap(
    ({ agreementId }) => context.batch.agreements.get(agreementId) ?? [],
  );
  const names = listed(candidates.slice(0, 3).map(nameOf));
  if (match.state === "ambiguous") return cannotDetermine(id, `the invoice could fall under ${names}`);
  const buyer = invoice.buyer?.name ?? "this customer";
  const reference = valueOf(invoice.agreementReference) ?? valueOf(invoice.orderReference);
  const near = names === "" ? "" : ` The nearest is ${names}.`;
  return fail(id, {
    direction: "process",
    message: `No agreement with ${buyer}${reference === null ? "" : ` and no document ${reference}`} is among the files.${near}`,
    expected: reference,
    found: null,
    proposal: {
      action: "ask",
      text: `Which agreement is this invoice under? Import the agreement with ${buyer}, or assign one.`,
    },
    evidence: evidenceOf(
      ...candidates.slice(0, 1).map((agreement) => agreement.buyer),
      invoice.agreementReference,
      invoice.orderReference,
      invoice.buyer ?? invoice,
    ),
  });
}

const reasonNames: Readonly<Record<string, string>> = {
  "agreement-reference": "agreement number",
  "order-reference": "order number",
  "estimate-reference": "estimate number",
  "tax-id": "tax id",
  "party-name": "names of the parties",
  "party-alias": "another name of the customer",
  "party-skeleton": "a similar name",
  period: "service period",
  content: "its lines",
  "confirmed-alias": "a person's decision",
};

const reasonsOf = ({ match }: InvoiceContext): string =>
  listed([...new Set(match.reasons.map((reason) => reasonNames[reason] ?? reason))]);
