import type { ExportTarget } from "../export-target.ts";
import { plainTextLedger } from "../plain-text-ledger.ts";

const text = (value: string): string =>
  `"${value
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')}"`;
const link = (number: string): string => `^${number.replaceAll(/[^A-Za-z0-9\-_/.]/g, "-")}`;

/** beancount: one flagged transaction a document, linked by its number. Accounts must be opened in the owner's file. */
export const beancount: ExportTarget = plainTextLedger({
  id: "beancount",
  title: "beancount – ledger",
  extension: "beancount",
  accounts: {
    receivableOfAcme: "Assets:Receivable:Acme",
    receivable: "Assets:Receivable",
    income: "Income:Sales",
    tax: "Liabilities:Tax",
  },
  // Source: beancount's language syntax: a root, then parts that begin with a capital or a digit.
  isAccount: (name) =>
    /^(Assets|Liabilities|Equity|Income|Expenses)(:[\p{Lu}\d][\p{L}\p{N}-]*)+$/u.test(name),
  entryOf: (sale, postings, batch) =>
    [
      `${sale.issueDate} ! ${text(sale.partner)} ${text(sale.lines[0]?.description ?? "")} ${link(sale.number)} #invoice`,
      `  invoice: ${text(sale.number)}`,
      `  batch: ${text(batch)}`,
      ...(sale.dueDate === null ? [] : [`  due: ${sale.dueDate}`]),
      ...(sale.reference === null ? [] : [`  po: ${text(sale.reference)}`]),
      ...postings.flatMap(({ account, amount, note }) => [
        `  ${account}  ${amount} ${sale.currency}`,
        ...(note === null ? [] : [`    line: ${text(note)}`]),
      ]),
      "",
    ].join("\n"),
});
