import { valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import { nameOf } from "../context.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { listed } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

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
  const nearest = candidates.slice(0, 3);
  if (match.state === "ambiguous")
    return cannotDetermine(id, `the invoice could fall under ${listed(nearest.map(nameOf))}`);
  const buyer = invoice.buyer?.name ?? sentence("words/this-customer", {});
  const reference = valueOf(invoice.agreementReference) ?? valueOf(invoice.orderReference);
  const near =
    nearest.length === 0 ? "" : sentence("words/nearest-agreement", { names: nearest.map(agreementWords) });
  return fail(id, {
    direction: "process",
    message:
      reference === null
        ? sentence("finding/no-agreement", { buyer, near })
        : sentence("finding/no-agreement-document", { buyer, reference, near }),
    expected: reference,
    found: null,
    proposal: {
      action: "ask",
      text: sentence("ask/agreement", { buyer }),
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
