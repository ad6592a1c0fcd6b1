import { compare } from "../../../../src-shared/money/index.ts";
import type { Evidence } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  foldWording,
  isPlaceholder,
  judgeTaxId,
  normalizeReference,
  normalizeTaxId,
  readField,
  referenceWords,
} from "../../../../src-shared/wording/index.ts";
import type { FieldState } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, Governing, InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { customerOf, orderFormFindings } from "../order-form.ts";
import { whyUnusable } from "../firmness.ts";
import { isShownByRecords } from "../shown-by-records.ts";
import { sentence, withoutRepeats } from "../../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const id = "fields.required";

/** Every required field is there, says something, and has the form that the customer asks for. */
export const fieldsRequired: InvoiceRule = {
  ids: [id],
  family: 2,
  title: "Required fields are there and well formed",
  version: 3,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

interface Requirement {
  readonly field: string;
  /** Who asks for it, in a sentence. */
  readonly by: Sentence;
  readonly evidence: readonly Evidence[];
}

function judge(context: InvoiceContext): Verdict {
  const requirements = requirementsOf(context);
  const findings: FindingDraft[] = [];
  const unknown: SentenceFact[] = [];
  for (const requirement of requirements) {
    const state = readField(context.invoice, requirement.field);
    if (isShownByRecords(requirement, context)) continue;
    if (state === undefined) unknown.push(requirement.field);
    else if (state.is === "unreadable") unknown.push(labelWords(requirement.field));
    else if (state.is === "absent" && printsNamedValue(requirement, context)) continue;
    else if (state.is !== "present") findings.push(missingFinding(requirement, state, context));
    else findings.push(...checkDigitFindings(requirement, context));
  }
  findings.push(...orderFindings(context), ...orderFormFindings(context));
  if (findings.length > 0) return fail(id, ...findings);
  if (unknown.length > 0)
    return cannotDetermine(id, sentence("because/fields-unread", { fields: withoutRepeats(unknown) }));
  if (requirements.length === 0) return notApplicable(id, sentence("because/nothing-required", {}));
  const count = requirements.length;
  return context.batch.once(`all ${count} required`, () =>
    pass(id, sentence("because/all-required", { count })),
  );
}

const referenceFields: ReadonlySet<string> = new Set([
  "orderReference",
  "agreementReference",
  "projectReference",
  "buyerReference",
]);

/** What a clause calls a number, and the number: "unsere Objektnummer 7714", "notre réf. GLY-FAC-26-17". */
const namedValue =
  /(?:n[°ºo]\.?|nr\.?|\p{L}*(?:number|nummer|numero|número|numéro|reference|référence|referenz|referencia|referência|riferimento|kenmerk|zeichen|code|order|auftrag|project|projekt|objekt)|r[eé]f\.?|po|gz)[\s:#]*((?=[\p{L}/.-]*\d)[\p{L}\d][\p{L}\d/.-]*[\p{L}\d])/giu;

/** The clause names the very number that is to stand there, and the invoice prints it as another of its references. */
function printsNamedValue({ field, evidence }: Requirement, { invoice }: InvoiceContext): boolean {
  if (!referenceFields.has(field)) return false;
  const wanted = evidence
    .flatMap(({ quote }) => [...quote.matchAll(namedValue)])
    .flatMap(([, value = ""]) => (/^(?:19|20)\d\d$/.test(value) ? [] : [normalizeReference(value)]));
  const printed = [
    invoice.orderReference,
    invoice.agreementReference,
    invoice.projectReference,
    invoice.buyerReference,
  ].flatMap((reference) => {
    const value = valueOf(reference);
    return value === null ? [] : [normalizeReference(value), ...referenceWords(value)];
  });
  return wanted.some((value) => value.length >= 3 && printed.includes(value));
}

/** What the owner's policy asks of every invoice. */
const requiredEverywhere = ({ policy }: BatchContext): readonly Requirement[] => {
  const by = sentence("words/everywhere", {});
  return [...new Set(policy.requiredFields)].map((field) => ({ field, by, evidence: [] }));
};

function requirementsOf(context: InvoiceContext): readonly Requirement[] {
  const everywhere = context.batch.once("required-everywhere", requiredEverywhere);
  const customer = customerOf(context);
  const isAskedMore =
    customer !== undefined ||
    context.termsOf("required").length > 0 ||
    context.termsOf("purchase-order").length > 0;
  if (!isAskedMore) return everywhere;
  const found = new Map<string, Requirement>();
  const add = (requirement: Requirement): void => {
    if (!found.has(requirement.field)) found.set(requirement.field, requirement);
  };
  for (const term of context.termsOf("required")) {
    if (term.term.absent === true || whyUnusable(term) !== null || !isAbove(term, context)) continue;
    context.use(term);
    const by = sentence("words/asks-for-it", { who: agreementWords(term.agreement) });
    for (const field of term.term.value.fields)
      if (!isOfEntries(field)) add({ field, by, evidence: term.term.evidence });
  }
  for (const term of context.termsOf("purchase-order")) {
    const isAsked = term.term.evidence.some(({ quote }) => invoiceWords.test(foldWording(quote)));
    if (term.term.absent === true || whyUnusable(term) !== null || !isAsked) continue;
    context.use(term);
    const by = sentence("words/asks-for-it", { who: agreementWords(term.agreement) });
    add({ field: "orderReference", by, evidence: term.term.evidence });
  }
  for (const field of customer?.requiredFields ?? [])
    add({
      field,
      by: sentence("words/asks-for-it", { who: customer?.name ?? sentence("words/customer", {}) }),
      evidence: [],
    });
  for (const requirement of everywhere) add(requirement);
  return [...found.values()];
}

/** What the records of time are to say, and no field of an invoice: another check asks for it. */
const isOfEntries = (field: string): boolean => /^(?:narrative|tasks?)$/i.test(field);

/** A clause on an order that speaks of invoices wants its number on them. */
const invoiceWords =
  /\b(?:invoices?|bills?|billing|rechnung(?:en)?|factures?|facturas?|fattur[ae]|factu(?:ur|ren)|faturas?)\b/;

/** "Above 5,000" begins a cent later; without a readable total the requirement stands. */
function isAbove({ term }: Governing<"required">, { invoice }: InvoiceContext): boolean {
  if (term.value.above === undefined) return true;
  const total = valueOf(invoice.net) ?? valueOf(invoice.gross) ?? valueOf(invoice.payable);
  return total === null || compare(total, term.value.above) > 0;
}

/** Fields that have a name in a sentence; others are called as the agreement calls them. */
const named = [
  "number",
  "issueDate",
  "dueDate",
  "periodStart",
  "periodEnd",
  "period",
  "servicePeriod",
  "orderReference",
  "agreementReference",
  "projectReference",
  "buyerReference",
  "payable",
  "gross",
  "net",
  "taxNote",
  "bankAccount",
  "paymentTerms",
  "seller.taxId",
  "buyer.taxId",
] as const;

function labelWords(field: string): SentenceFact {
  const known = named.find((name) => name === field);
  return known === undefined ? field : sentence(`words/field.${known}`, {});
}

function missingFinding(
  requirement: Requirement,
  state: FieldState,
  { invoice }: InvoiceContext,
): FindingDraft {
  const label = labelWords(requirement.field);
  const isPlaceholderText = state.is === "placeholder";
  return {
    direction: "process",
    message: isPlaceholderText
      ? sentence("finding/field-placeholder", { label, text: state.text, by: requirement.by })
      : sentence("finding/field", { label, by: requirement.by }),
    expected: requirement.field,
    found: isPlaceholderText ? state.text : null,
    proposal: { action: "correct", text: sentence("ask/field", { label }) },
    evidence: evidenceOf(
      { evidence: requirement.evidence },
      isPlaceholderText && state.evidence.length > 0 ? { evidence: state.evidence } : invoice,
    ),
  };
}

/** A tax id that somebody asks for and whose check digits cannot be. */
function checkDigitFindings(
  { field, evidence, by }: Requirement,
  { invoice }: InvoiceContext,
): FindingDraft[] {
  const [, side] = /^(seller|buyer)\.?taxId$/i.exec(field) ?? [];
  const party = side === "seller" ? invoice.seller : side === "buyer" ? invoice.buyer : null;
  const printed = party?.taxId ?? null;
  if (party === null || printed === null || judgeTaxId(normalizeTaxId(printed))?.isValid !== false) return [];
  const label = labelWords(field);
  return [
    {
      direction: "process",
      message: sentence("finding/field-check-digits", { label, text: printed, by }),
      expected: field,
      found: printed,
      proposal: { action: "correct", text: sentence("ask/field-check-digits", { label }) },
      confidence: party.confidence,
      evidence: evidenceOf({ evidence }, party),
    },
  ];
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
      message: sentence("finding/order", {
        order: value,
        agreement: ownAgreementWords(context),
        numbers: [...new Set(numbers)],
      }),
      expected: [...new Set(numbers)].join(", "),
      found: value,
      proposal: {
        action: "correct",
        text: sentence("ask/order", { numbers: [...new Set(numbers)], order: value }),
      },
      evidence: evidenceOf(...orders, printed),
    },
  ];
}
