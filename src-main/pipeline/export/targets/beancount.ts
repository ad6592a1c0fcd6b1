import { decimalToText, isZero, negate, type DecimalText } from "../../../../src-shared/money/index.ts";
import { lineCode, parseCoding, partnerCode, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

const options: readonly TargetOption[] = [
  choiceOption("records", "Records", "What we bill, or what we are billed.", ["sales", "bills"]),
  textOption(
    "partner",
    "Account of the partner",
    "Receivable or payable, or one by name: “Acme Ltd=Assets:Receivable:Acme; *=Assets:Receivable”.",
    "Assets:Receivable",
    "accounts",
  ),
  textOption(
    "accounts",
    "Income or expense accounts",
    "The account, or accounts by wording.",
    "Income:Sales",
    "accounts",
  ),
  textOption("tax", "Tax account", "Where tax is owed or claimed.", "Liabilities:Tax", "accounts"),
];

interface Settings {
  readonly ledger: Ledger;
  readonly partner: Coding;
  readonly accounts: Coding;
  readonly tax: string;
  readonly batch: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(beancount, input, name);
  return {
    ledger: option("records") === "bills" ? "bills" : "sales",
    partner: parseCoding(option("partner")),
    accounts: parseCoding(option("accounts")),
    tax: option("tax"),
    batch: input.batchId,
  };
};

const text = (value: string): string =>
  `"${value
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')}"`;
const link = (number: string): string => `^${number.replaceAll(/[^A-Za-z0-9\-_/.]/g, "-")}`;
const posting = (account: string, amount: DecimalText, currency: string): string =>
  `  ${account}  ${amount} ${currency}`;

const entryOf = (sale: SaleDocument, settings: Settings): string => {
  const turned = (value: DecimalText): DecimalText =>
    settings.ledger === "sales" ? value : decimalToText(negate(value));
  const opposite = (value: DecimalText): DecimalText => decimalToText(negate(turned(value)));
  return [
    `${sale.issueDate} ! ${text(sale.partner)} ${text(sale.lines[0]?.description ?? "")} ${link(sale.number)} #invoice`,
    `  invoice: ${text(sale.number)}`,
    `  batch: ${text(settings.batch)}`,
    ...(sale.dueDate === null ? [] : [`  due: ${sale.dueDate}`]),
    ...(sale.reference === null ? [] : [`  po: ${text(sale.reference)}`]),
    posting(partnerCode(settings.partner, sale.partner) ?? "", turned(sale.gross), sale.currency),
    ...sale.lines.flatMap((line) => [
      posting(lineCode(settings.accounts, line) ?? "", opposite(line.amount), sale.currency),
      `    line: ${text(line.description)}`,
    ]),
    ...(sale.tax === null || isZero(sale.tax)
      ? []
      : [posting(settings.tax, opposite(sale.tax), sale.currency)]),
    "",
  ].join("\n");
};

// Source: beancount's language syntax: a root, then parts that begin with a capital or a digit.
const isAccount = (name: string): boolean =>
  /^(Assets|Liabilities|Equity|Income|Expenses)(:[\p{Lu}\d][\p{L}\p{N}-]*)+$/u.test(name);

/** beancount: one flagged transaction a document, linked by its number. Accounts must be opened in the owner's file. */
export const beancount: ExportTarget = {
  id: "beancount",
  title: "beancount – ledger",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: beancount.id,
      ledger: settings.ledger,
      fileName: () => `${settings.ledger}-${input.batchId}.beancount`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length + 2,
      refuse: (sale) => {
        const partner = partnerCode(settings.partner, sale.partner);
        if (partner === null) return { code: "export/partner-unmapped", facts: { name: sale.partner } };
        const uncoded = refuseUncoded(settings.accounts, sale);
        if (uncoded !== null) return uncoded;
        const accounts = [
          partner,
          settings.tax,
          ...sale.lines.map((line) => lineCode(settings.accounts, line) ?? ""),
        ];
        const bad = accounts.find((account) => !isAccount(account));
        return bad === undefined ? null : { code: "export/account-not-valid", facts: { account: bad } };
      },
      notes: () => [{ code: "export/posts-again-when-repeated", facts: { target: "beancount" } }],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "text/plain",
      ledger: settings.ledger,
      encode: (sales) => encodeUtf8(sales.map((sale) => entryOf(sale, settings)).join("\n")),
    });
  },
};
