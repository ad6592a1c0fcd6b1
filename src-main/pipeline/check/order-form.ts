import { valueOf } from "../../../src-shared/model/index.ts";
import { isPlaceholder, partyNameOf } from "../../../src-shared/wording/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { FindingDraft } from "./check.ts";
import type { InvoiceContext } from "./context.ts";
import { evidenceOf } from "./evidence.ts";

/** What the owner wrote down about the customer of an invoice. */
export function customerOf({
  batch,
  invoice,
}: InvoiceContext): InvoiceContext["batch"]["policy"]["customers"][number] | undefined {
  if (invoice.buyer === null || batch.policy.customers.length === 0) return undefined;
  const { core } = partyNameOf(invoice.buyer.name);
  return batch.policy.customers.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => partyNameOf(other).core === core),
  );
}

/** An order number that has not the form of the customer's orders. */
export function orderFormFindings(context: InvoiceContext): readonly FindingDraft[] {
  const customer = customerOf(context);
  const printed = context.invoice.orderReference;
  const value = valueOf(printed);
  if (customer === undefined || customer.orderPattern === null || value === null || isPlaceholder(value))
    return [];
  const pattern = compilePattern(customer.orderPattern);
  if (pattern === null || pattern.test(value)) return [];
  return [
    {
      direction: "process",
      message: sentence("finding/order-form", { order: value, customer: customer.name }),
      expected: customer.orderPattern,
      found: value,
      proposal: {
        action: "ask",
        text: sentence("ask/order-form", { order: value, customer: customer.name }),
      },
      evidence: evidenceOf(printed),
    },
  ];
}

function compilePattern(source: string): RegExp | null {
  try {
    return new RegExp(`^(?:${source})$`, "u");
  } catch {
    return null;
  }
}
