import type { ExportPlan, InvoiceId, PlannedFile } from "../../../src-shared/model/index.ts";
import type { ExportInput } from "./export-target.ts";
import { plannedSales } from "./plan-sales.ts";
import type { Ledger, SaleDocument } from "./sale-document.ts";

export interface SplitRules {
  readonly ledger: Ledger;
  readonly invoicesPerFile: number;
  /** What may stand once in a file only. */
  readonly keyOf: (sale: SaleDocument) => string;
  readonly fileName: (part: number, parts: number) => string;
}

/** The same plan in as few files as need be for no key to stand twice in one: each goes into the first that takes it. */
export const splitPlan = (plan: ExportPlan, input: ExportInput, rules: SplitRules): ExportPlan => {
  const files: { readonly ids: InvoiceId[]; readonly keys: Set<string>; rows: number }[] = [];
  for (const { invoiceId, sale } of plannedSales(input, plan, rules.ledger)) {
    const key = rules.keyOf(sale);
    let file = files.find((each) => !each.keys.has(key) && each.ids.length < rules.invoicesPerFile);
    if (file === undefined) {
      file = { ids: [], keys: new Set(), rows: 0 };
      files.push(file);
    }
    file.ids.push(invoiceId);
    file.keys.add(key);
    file.rows += sale.lines.length;
  }
  return {
    ...plan,
    files: files.map(({ ids, rows }, index): PlannedFile => ({
      name: rules.fileName(index + 1, files.length),
      invoiceIds: ids,
      rows,
    })),
  };
};

/** The same plan with one file for each group of sales, in the order of the groups. */
export const groupPlan = (
  plan: ExportPlan,
  input: ExportInput,
  rules: {
    readonly ledger: Ledger;
    readonly groupOf: (sale: SaleDocument) => string;
    readonly rowsOf: (sale: SaleDocument) => number;
    readonly fileName: (group: string) => string;
  },
): ExportPlan => {
  const files = new Map<string, { readonly ids: InvoiceId[]; rows: number }>();
  for (const { invoiceId, sale } of plannedSales(input, plan, rules.ledger)) {
    const group = rules.groupOf(sale);
    const file = files.get(group) ?? { ids: [], rows: 0 };
    file.ids.push(invoiceId);
    file.rows += rules.rowsOf(sale);
    files.set(group, file);
  }
  return {
    ...plan,
    files: [...files]
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
      .map(([group, { ids, rows }]): PlannedFile => ({ name: rules.fileName(group), invoiceIds: ids, rows })),
  };
};
