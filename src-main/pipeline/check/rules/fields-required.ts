import { compare } from "../../../../src-shared/money/index.ts";
import type { Evidence } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  isPlaceholder,
  normalizeReference,
  partyNameOf,
  readField,
  referenceWords,
} from "../../../../src-shared/wording/index.ts";
import type { FieldState } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import { nameOf } from "../context.ts";
import type { Governing, InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { listed } from "../show.ts";

const id = "fields.required";

/** Every required field is there, says something, and has the form that the customer asks for. */
export const fieldsRequired: InvoiceRule = {
  ids: [id],
  family: 2,
  title: "Required fields are there and well formed",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

interface Requirement {
  readonly field: string;
  /** Who asks for it, in a sentence. */
  readonly by: string;
  readonly evidence: readonly Evidence[];
}

function judge(context: InvoiceContext): Verdict {
  const requirements = requirementsOf(context);
  const findings: FindingDraft[] = [];
  const unknown: string[] = [];
  for (const requirement of requirements) {
    const state = readField(context.invoice, requirement.field);
    if (state === undefined) unknown.push(requirement.field);
    else if (state.is === "unreadable") unknown.push(labelOf(requirement.field));
    else if (state.is !== "present") findings.push(missingFinding(requirement, state, context));
  }
  findings.push(...orderFindings(context), ...patternFindings(context));
  if (findings.length > 0) return fail(id, ...findings);
  if (unknown.length > 0)
    return cannotDetermine(
      id,
      `whether the invoice shows ${listed([...new Set(unknown)])} could not be read`,
    );
  if (requirements.length === 0) return notApplicable(id, "nothing is required of this invoice");
  return pass(id, `all ${requirements.length} required fields are there`);
}

function requirementsOf(context: InvoiceContext): readonly Requirement[] {
  const { policy } = context.batch;
  const found = new Map<string, Requirement>();
  const add = (requirement: Requirement): void => {
    if (!found.has(requirement.field)) found.set(requirement.field, requirement);
  };
  for (const term of context.termsOf("required")) {
    if (term.term.absent === true || whyUnusable(term) !== null || !isAbove(term, context)) continue;
    context.use(term);
    const by = `${nameOf(term.agreement)} asks for it`;
    for (const field of term.term.value.fields) add({ field, by, evidence: term.term.evidence });
  }
  const customer = customerOf(context);
  for (const field of customer?.requiredFields ?? [])
    add({ field, by: `${customer?.name ?? "the customer"} asks for it`, evidence: [] });
  for (const field of policy.requiredFields) add({ field, by: "every invoice needs it", evidence: [] });
  return [...found.values()];
}

/** "Above 5,000" begins a cent later; without a readable total the requirement stands. */
function isAbove({ term }: Governing<"required">, { invoice }: InvoiceContext): boolean {
  if (term.value.above === undefined) return true;
  const total = valueOf(invoice.net) ?? valueOf(invoice.gross) ?? valueOf(invoice.payable);
  return total === null || compare(total, term.value.above) > 0;
}

function customerOf({
  batch,
  invoice,
}: InvoiceContext): InvoiceContext["batch"]["policy"]["customers"][number] | undefined {
  if (invoice.buyer === null) return undefined;
  const { core } = partyNameOf(invoice.buyer.name);
  return batch.policy.customers.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => partyNameOf(other).core === core),
  );
}

const labels: Readonly<Record<string, string>> = {
  number: "invoice number",
  issueDate: "invoice date",
  dueDate: "due date",
  periodStart: "service period",
  periodEnd: "end of the service period",
  period: "service period",
  servicePeriod: "service period",
  orderReference: "purchase order number",
  agreementReference: "agreement reference",
  projectReference: "project reference",
  buyerReference: "buyer reference",
  payable: "amount due",
  gross: "total with tax",
  net: "total without tax",
  taxNote: "tax note",
  bankAccount: "bank account",
  paymentTerms: "payment terms",
  "seller.taxId": "tax id of the seller",
  "buyer.taxId": "tax id of the buyer",
};

const labelOf = (field: string): string => labels[field] ?? field;

function missingFinding(
  requirement: Requirement,
  state: FieldState,
  { invoice }: InvoiceContext,
): FindingDraft {
  const label = labelOf(requirement.field);
  const isPlaceholderText = state.is === "placeholder";
  return {
    direction: "process",
    message: isPlaceholderText
      ? `The ${label} says only “${state.text}”; ${requirement.by}.`
      : `The ${label} is missing; ${requirement.by}.`,
    expected: requirement.field,
    found: isPlaceholderText ? state.text : null,
    proposal: { action: "correct", text: `Please add the ${label} and send the invoice again.` },
    evidence: evidenceOf(
      { evidence: requirement.evidence },
      isPlaceholderText && state.evidence.length > 0 ? { evidence: state.evidence } : invoice,
    ),
  };
}

/** The order that the invoice names is none of the agreement's orders. */
function orderFindings(context: InvoiceContext): readonly FindingDraft[] {
  const printed = context.invoice.orderReference;
  const value = valueOf(printed);
  if (printed === null || value === null || isPlaceholder(value)) return [];
  const orders = context.allTermsOf("purchase-order").filter((term) => whyUnusable(term) === null);
  const agreements = context.match.governedBy.flatMap(
    (agreementId) => context.batch.agreements.get(agreementId) ?? [],
  );
  const numbers = [
    ...orders.map(({ term }) => term.value.number),
    ...agreements
      .filter(({ rank }) => rank === "purchase-order")
      .flatMap(({ number }) => (number === null ? [] : [number])),
  ];
  if (orders.length === 0 || numbers.length === 0) return [];
  const known = new Set(
    [...numbers, ...agreements.flatMap(({ number }) => (number === null ? [] : [number]))].map(
      normalizeReference,
    ),
  );
  const ours = [normalizeReference(value), ...referenceWords(value)];
  if (
    ours.some(
      (word) => known.has(word) || [...known].some((number) => number.endsWith(word) && word.length >= 4),
    )
  )
    return [];
  for (const order of orders) context.use(order);
  return [
    {
      direction: "process",
      message: `The invoice names order ${value}; ${context.agreementName} is placed under ${listed([...new Set(numbers)])}.`,
      expected: [...new Set(numbers)].join(", "),
      found: value,
      proposal: {
        action: "correct",
        text: `Please quote purchase order ${listed([...new Set(numbers)])} instead of ${value}.`,
      },
      evidence: evidenceOf(...orders, printed),
    },
  ];
}

function patternFindings(context: InvoiceContext): readonly FindingDraft[] {
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
      message: `The purchase order number ${value} does not have the form that ${customer.name} uses.`,
      expected: customer.orderPattern,
      found: value,
      proposal: {
        action: "ask",
        text: `Please confirm the purchase order number; ${value} does not look like one of ${customer.name}.`,
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
