import { isNegative } from "../../../../../src-shared/money/index.ts";
import type { EInvoice, EPeriod } from "../einvoice.ts";
import {
  breakdownsOf,
  documentAllowancesOf,
  documentRule,
  isSaid,
  lineAllowancesOf,
  linesOf,
  partRule,
  type EInvoiceRule,
} from "./rule.ts";

const hasAddress = ({ street, city, postCode, country }: EInvoice["seller"]): boolean =>
  street.length > 0 || isSaid(city) || isSaid(postCode) || isSaid(country);

const isOrdered = (period: EPeriod | null): boolean =>
  period === null || period.start === null || period.end === null || period.start <= period.end;

const isOpenAtBothEnds = (period: EPeriod | null): boolean =>
  period !== null && period.start === null && period.end === null;

const creditTransfers = new Set(["30", "58"]);

const hasReason = (each: { readonly reason: string | null; readonly reasonCode: string | null }): boolean =>
  isSaid(each.reason) || isSaid(each.reasonCode);

/** What an invoice must hold. Source: EN 16931-1, business rules BR-01 to BR-65, as far as we write their terms. */
export const presenceRules: readonly EInvoiceRule[] = [
  documentRule("BR-01", (invoice) => isSaid(invoice.specification)),
  documentRule("BR-02", (invoice) => isSaid(invoice.number)),
  documentRule("BR-03", (invoice) => invoice.issueDate !== null),
  documentRule("BR-04", (invoice) => isSaid(invoice.typeCode)),
  documentRule("BR-05", (invoice) => isSaid(invoice.currency)),
  documentRule("BR-06", (invoice) => isSaid(invoice.seller.name)),
  documentRule("BR-07", (invoice) => isSaid(invoice.buyer.name)),
  documentRule("BR-08", (invoice) => hasAddress(invoice.seller)),
  documentRule("BR-09", (invoice) => isSaid(invoice.seller.country)),
  documentRule("BR-10", (invoice) => hasAddress(invoice.buyer)),
  documentRule("BR-11", (invoice) => isSaid(invoice.buyer.country)),
  documentRule("BR-12", (invoice) => invoice.sumOfLines !== null),
  documentRule("BR-13", (invoice) => invoice.withoutVat !== null),
  documentRule("BR-14", (invoice) => invoice.withVat !== null),
  documentRule("BR-15", (invoice) => invoice.due !== null),
  documentRule("BR-16", (invoice) => invoice.lines.length > 0),
  partRule("BR-21", linesOf, (line) => isSaid(line.id)),
  partRule("BR-22", linesOf, (line) => line.quantity !== null),
  partRule("BR-23", linesOf, (line) => isSaid(line.unitCode)),
  partRule("BR-24", linesOf, (line) => line.netAmount !== null),
  partRule("BR-25", linesOf, (line) => isSaid(line.name)),
  partRule("BR-26", linesOf, (line) => line.netPrice !== null),
  partRule("BR-27", linesOf, (line) => line.netPrice === null || !isNegative(line.netPrice)),
  partRule("BR-28", linesOf, (line) => line.grossPrice === null || !isNegative(line.grossPrice)),
  partRule("BR-CO-04", linesOf, (line) => isSaid(line.category)),
  documentRule("BR-29", (invoice) => isOrdered(invoice.period)),
  partRule("BR-30", linesOf, (line) => isOrdered(line.period)),
  partRule("BR-31", documentAllowancesOf("allowance"), (each) => each.amount !== null),
  partRule("BR-32", documentAllowancesOf("allowance"), (each) => isSaid(each.category)),
  partRule("BR-33", documentAllowancesOf("allowance"), hasReason),
  partRule("BR-36", documentAllowancesOf("charge"), (each) => each.amount !== null),
  partRule("BR-37", documentAllowancesOf("charge"), (each) => isSaid(each.category)),
  partRule("BR-38", documentAllowancesOf("charge"), hasReason),
  partRule("BR-41", lineAllowancesOf("allowance"), (each) => each.amount !== null),
  partRule("BR-42", lineAllowancesOf("allowance"), hasReason),
  partRule("BR-43", lineAllowancesOf("charge"), (each) => each.amount !== null),
  partRule("BR-44", lineAllowancesOf("charge"), hasReason),
  partRule("BR-45", breakdownsOf, (each) => each.taxable !== null),
  partRule("BR-46", breakdownsOf, (each) => each.tax !== null),
  partRule("BR-47", breakdownsOf, (each) => isSaid(each.category)),
  partRule("BR-48", breakdownsOf, (each) => each.category === "O" || each.rate !== null),
  documentRule("BR-49", (invoice) => invoice.payment === null || isSaid(invoice.payment.code)),
  documentRule("BR-55", (invoice) => invoice.precedingInvoices.every(isSaid)),
  documentRule(
    "BR-57",
    (invoice) =>
      invoice.delivery === null || invoice.delivery.country === null || isSaid(invoice.delivery.country),
  ),
  documentRule(
    "BR-61",
    ({ payment }) => payment === null || !creditTransfers.has(payment.code ?? "") || isSaid(payment.account),
  ),
  documentRule("BR-62", ({ seller }) => seller.endpoint === null || isSaid(seller.endpoint.scheme)),
  documentRule("BR-63", ({ buyer }) => buyer.endpoint === null || isSaid(buyer.endpoint.scheme)),
  documentRule("BR-CO-19", (invoice) => !isOpenAtBothEnds(invoice.period)),
  partRule("BR-CO-20", linesOf, (line) => !isOpenAtBothEnds(line.period)),
  partRule("BR-CO-21", documentAllowancesOf("allowance"), hasReason),
  partRule("BR-CO-22", documentAllowancesOf("charge"), hasReason),
  partRule("BR-CO-23", lineAllowancesOf("allowance"), hasReason),
  partRule("BR-CO-24", lineAllowancesOf("charge"), hasReason),
  documentRule("BR-CO-26", ({ seller }) => isSaid(seller.legalId) || isSaid(seller.vatId)),
];
