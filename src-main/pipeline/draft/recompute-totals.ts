import { add, decimalToText, negate, subtract, zero } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Evidence, Field, Invoice, InvoiceLine } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { documentTax, documentTotals } from "../../../src-shared/pricing/index.ts";
import type { Precision } from "../../../src-shared/pricing/index.ts";

const computed = <T>(value: T, evidence: readonly Evidence[]): Field<T> => ({
  value,
  evidence,
  basis: "rule",
  confidence: 1,
});

/** Computes every sum again from the lines, at the rates that the invoice bills. */
export function withTotals(invoice: Invoice, taxRate: DecimalText | null, precision: Precision): Invoice {
  const nets = invoice.lines.flatMap(({ net }) => net?.value ?? []);
  const allowances = invoice.allowanceCharges.filter(({ kind }) => kind === "allowance");
  const added = invoice.allowanceCharges.filter(({ kind }) => kind === "charge");
  const onlyRate = invoice.taxes.length === 1 ? (invoice.taxes[0]?.rate?.value ?? null) : null;
  const rateOf = (own: DecimalText | null | undefined): DecimalText | null => own ?? taxRate ?? onlyRate;
  const taxed = [
    ...invoice.lines.flatMap((line) => {
      const rate = rateOf(line.taxRate?.value);
      const net = valueOf(line.net);
      return net === null || rate === null
        ? []
        : [{ net, rate, category: line.taxCategory ?? invoice.taxes[0]?.category ?? null }];
    }),
    ...invoice.allowanceCharges.flatMap((each) => {
      const rate = rateOf(each.taxRate);
      if (each.amount.value === null || rate === null) return [];
      const amount = each.kind === "allowance" ? negate(each.amount.value) : each.amount.value;
      return [{ net: amount, rate, category: invoice.taxes[0]?.category ?? null }];
    }),
  ];
  const isTaxed = invoice.taxes.length > 0 || invoice.tax !== null;
  const groups = isTaxed ? documentTax(taxed, "document", precision).groups : [];
  const totals = documentTotals(
    {
      lines: nets,
      allowances: allowances.flatMap(({ amount }) => amount.value ?? []),
      charges: added.flatMap(({ amount }) => amount.value ?? []),
      taxes: groups.map(({ tax }) => tax.value),
      prepaid: invoice.prepaid?.value ?? null,
      retention: invoice.retention?.value ?? null,
      withholding: invoice.withholding?.value ?? null,
      rounding: invoice.rounding?.value ?? null,
    },
    precision,
  );
  const sumOf = (list: typeof allowances): DecimalText =>
    decimalToText(list.reduce((total, { amount }) => add(total, amount.value ?? zero), zero));
  return {
    ...invoice,
    taxes: groups.map(({ category, rate, base, tax }) => ({
      category,
      name: invoice.taxes[0]?.name ?? null,
      rate: computed(rate, []),
      base: computed(base, []),
      amount: computed(tax.value, []),
      exemptionReason: invoice.taxes.find((each) => each.category === category)?.exemptionReason ?? null,
    })),
    subtotal: computed(totals.subtotal.value, []),
    allowances: allowances.length === 0 ? null : computed(sumOf(allowances), []),
    charges: added.length === 0 ? null : computed(sumOf(added), []),
    net: computed(totals.net.value, []),
    tax: isTaxed ? computed(totals.tax.value, []) : null,
    gross: computed(totals.gross.value, []),
    payable: computed(totals.payable.value, []),
  };
}

/** Net of a line, or zero for a line that is not there. */
export const netOf = (line: InvoiceLine | undefined): DecimalText => line?.net?.value ?? decimalToText(zero);
export const differenceOf = (after: InvoiceLine | undefined, before: InvoiceLine | undefined): DecimalText =>
  decimalToText(subtract(netOf(after), netOf(before)));
