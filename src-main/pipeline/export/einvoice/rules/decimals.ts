import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import {
  breakdownsOf,
  documentAllowancesOf,
  documentRule,
  lineAllowancesOf,
  linesOf,
  partRule,
  type EInvoiceRule,
} from "./rule.ts";

/** Amounts hold two decimals at most; prices and quantities may hold more. */
const isShort = (value: DecimalText | null): boolean => value === null || !/\.\d{3,}$/.test(value);

/** Source: EN 16931-1, BR-DEC-01 to BR-DEC-28. */
export const decimalRules: readonly EInvoiceRule[] = [
  partRule("BR-DEC-01", documentAllowancesOf("allowance"), (each) => isShort(each.amount)),
  partRule("BR-DEC-02", documentAllowancesOf("allowance"), (each) => isShort(each.baseAmount)),
  partRule("BR-DEC-05", documentAllowancesOf("charge"), (each) => isShort(each.amount)),
  partRule("BR-DEC-06", documentAllowancesOf("charge"), (each) => isShort(each.baseAmount)),
  documentRule("BR-DEC-09", (invoice) => isShort(invoice.sumOfLines)),
  documentRule("BR-DEC-10", (invoice) => isShort(invoice.allowanceTotal)),
  documentRule("BR-DEC-11", (invoice) => isShort(invoice.chargeTotal)),
  documentRule("BR-DEC-12", (invoice) => isShort(invoice.withoutVat)),
  documentRule("BR-DEC-13", (invoice) => isShort(invoice.vat)),
  documentRule("BR-DEC-14", (invoice) => isShort(invoice.withVat)),
  documentRule("BR-DEC-16", (invoice) => isShort(invoice.prepaid)),
  documentRule("BR-DEC-17", (invoice) => isShort(invoice.rounding)),
  documentRule("BR-DEC-18", (invoice) => isShort(invoice.due)),
  partRule("BR-DEC-19", breakdownsOf, (each) => isShort(each.taxable)),
  partRule("BR-DEC-20", breakdownsOf, (each) => isShort(each.tax)),
  partRule("BR-DEC-23", linesOf, (line) => isShort(line.netAmount)),
  partRule("BR-DEC-24", lineAllowancesOf("allowance"), (each) => isShort(each.amount)),
  partRule("BR-DEC-25", lineAllowancesOf("allowance"), (each) => isShort(each.baseAmount)),
  partRule("BR-DEC-27", lineAllowancesOf("charge"), (each) => isShort(each.amount)),
  partRule("BR-DEC-28", lineAllowancesOf("charge"), (each) => isShort(each.baseAmount)),
];
