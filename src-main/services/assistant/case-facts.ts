import type { PromiseBacking, TextFacts } from "../../../src-shared/assistant/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Finding, Invoice, InvoiceId } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { caseRecordOf } from "../../pipeline/decide/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { numberOf } from "../show-cases.ts";

/** What a text about a case may name, by name. What is not known is not there, so that no text can name it. */
export function factsOfCase(workspace: OpenWorkspace, invoice: Invoice): TextFacts {
  const currency = valueOf(invoice.currency);
  const amount = valueOf(invoice.payable) ?? valueOf(invoice.gross);
  const [agreement] = workspace.review().agreementsOf(invoice.id);
  return withoutBlanks({
    number: numberOf(invoice),
    customer: invoice.buyer?.name ?? null,
    agreement: agreement?.number ?? agreement?.title ?? null,
    issueDate: valueOf(invoice.issueDate),
    dueDate: valueOf(invoice.dueDate),
    periodStart: valueOf(invoice.periodStart),
    amount: amount === null ? null : withCurrency(amount, currency),
  });
}

/** What a text about a finding may name besides. */
export function factsOfFinding(finding: Finding, currency: string | null): TextFacts {
  return withoutBlanks({
    expected: finding.expected,
    found: finding.found,
    impact: finding.impact === null ? null : withCurrency(finding.impact, currency),
    line: finding.line,
    alternative: finding.alternative,
    formula: finding.formula,
  });
}

const withCurrency = (amount: string, currency: string | null): string =>
  currency === null ? amount : `${currency} ${amount}`;

const withoutBlanks = (facts: Readonly<Record<string, string | null>>): TextFacts =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ""),
  );

/** Findings of a case that nobody has dismissed and that a person should know of. */
export function openFindingsOf(workspace: OpenWorkspace, id: InvoiceId): readonly Finding[] {
  const dismissed = new Set(caseRecordOf(workspace.fold(), id).dismissed.map(({ findingId }) => findingId));
  const findings = workspace.review().checkedById.get(id)?.findings ?? [];
  return findings.filter((finding) => finding.severity !== "info" && !dismissed.has(finding.id));
}

/**
 * What approved records of a case allow a text to say.
 *
 * The days are those that its documents print and that its decisions set. A credit is granted by a credit note of the
 * same customer that was approved; discounts and waivers by no record of today.
 */
export function backingOf(workspace: OpenWorkspace, invoice: Invoice): PromiseBacking {
  const { deliveries, matchById } = { ...workspace.review().nouns, matchById: workspace.review().matchById };
  const used = new Set(
    matchById.get(invoice.id)?.lines.flatMap((line) => line.deliveries.map(({ deliveryId }) => deliveryId)) ??
      [],
  );
  const dates = [
    valueOf(invoice.issueDate),
    valueOf(invoice.dueDate),
    valueOf(invoice.periodStart),
    valueOf(invoice.periodEnd),
    ...invoice.lines.map(({ serviceDate }) => valueOf(serviceDate)),
    ...deliveries.filter(({ id }) => used.has(id)).map(({ date }) => date),
  ].filter((day): day is LocalDate => day !== null);
  const hasApprovedCredit = workspace
    .review()
    .nouns.invoices.some(
      (other) =>
        other.kind === "credit-note" &&
        other.buyer?.name === invoice.buyer?.name &&
        (other.precedingInvoice === null || valueOf(other.precedingInvoice) === valueOf(invoice.number)) &&
        ["approved", "exported"].includes(workspace.decisions().get(other.id)?.state ?? ""),
    );
  return { dates, granted: hasApprovedCredit ? ["credit"] : [] };
}
