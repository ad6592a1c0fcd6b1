import { decimalToText, isZero, negate, type DecimalText } from "../../../../src-shared/money/index.ts";
import { formatDate } from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { iifRow, iifText, refuseName } from "../iif-text.ts";
import { planSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { writeSales } from "../write-sales.ts";

const header = [
  "!TRNS\tTRNSID\tTRNSTYPE\tDATE\tACCNT\tNAME\tCLASS\tAMOUNT\tDOCNUM\tMEMO\tCLEAR\tTOPRINT\tDUEDATE\tTERMS",
  "!SPL\tSPLID\tTRNSTYPE\tDATE\tACCNT\tNAME\tCLASS\tAMOUNT\tDOCNUM\tMEMO\tCLEAR\tQNTY\tREIMBEXP",
  "!ENDTRNS",
]
  .map((line) => `${line}\r\n`)
  .join("");

const options: readonly TargetOption[] = [
  textOption(
    "payable",
    "Payables account",
    "An account that QuickBooks does not know is made without a word, as a bank account: take its exact name.",
    "Accounts Payable",
    "accounts",
  ),
  textOption(
    "expense",
    "Expense accounts",
    "The account that bills go to, or accounts by wording: “Freight=Freight In; *=Job Materials”.",
    "Job Materials",
    "accounts",
  ),
  textOption(
    "tax",
    "Tax account",
    "Where tax on bills is booked, if they have any.",
    "Sales Tax Paid",
    "accounts",
  ),
  choiceOption("terms", "Terms column", "Fill it only if the printed terms are names of your terms list.", [
    "blank",
    "filled",
  ]),
];

interface Settings {
  readonly payable: string;
  readonly expense: Coding;
  readonly tax: string;
  readonly hasTerms: boolean;
  readonly memo: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(quickbooksDesktopBillsIif, input, name);
  return {
    payable: option("payable"),
    expense: parseCoding(option("expense")),
    tax: option("tax"),
    hasTerms: option("terms") === "filled",
    memo: `Batch ${input.batchId}`,
  };
};

const isTaxed = (sale: SaleDocument): boolean => sale.tax !== null && !isZero(sale.tax);

const transaction = (sale: SaleDocument, settings: Settings): string => {
  const type = sale.isCredit ? "BILL REFUND" : "BILL";
  const date = formatDate(sale.issueDate, "MM/DD/YYYY");
  const split = (account: string, amount: DecimalText, memo: string): string =>
    iifRow(["SPL", "", type, date, account, "", "", amount, "", memo, "N", "", "NOTHING"]);
  return [
    iifRow([
      "TRNS",
      "",
      type,
      date,
      settings.payable,
      sale.partner,
      "",
      decimalToText(negate(sale.gross)),
      sale.number,
      settings.memo,
      "N",
      "N",
      sale.dueDate === null ? "" : formatDate(sale.dueDate, "MM/DD/YYYY"),
      settings.hasTerms ? iifText(sale.terms) : "",
    ]),
    ...sale.lines.map((line) =>
      split(lineCode(settings.expense, line) ?? "", line.amount, iifText(line.description)),
    ),
    ...(isTaxed(sale) ? [split(settings.tax, sale.tax ?? sale.net, "Tax")] : []),
    iifRow(["ENDTRNS"]),
  ].join("");
};

const longestNumber = 11;

/** QuickBooks Desktop: bills and vendor credits as IIF. Importing a file twice posts it twice. */
export const quickbooksDesktopBillsIif: ExportTarget = {
  id: "quickbooks-desktop-bills-iif",
  title: "QuickBooks Desktop – bills (IIF)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: quickbooksDesktopBillsIif.id,
      ledger: "bills",
      fileName: () => `quickbooks-desktop-bills-${input.batchId}.iif`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length + (isTaxed(sale) ? 3 : 2),
      windowsTextOf: (sale) => transaction(sale, settings),
      refuse: (sale) => {
        if (sale.number.length > longestNumber)
          return { code: "export/number-too-long", facts: { longest: longestNumber } };
        return refuseName(sale.partner) ?? refuseName(sale.number) ?? refuseUncoded(settings.expense, sale);
      },
      notes: (sales) => [
        { code: "export/posts-again-when-repeated", facts: { target: "QuickBooks" } },
        { code: "export/iif-back-up-first" },
        ...(sales.some((sale) => sale.isCredit) ? [{ code: "export/iif-credit-signs-unconfirmed" }] : []),
      ],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "application/x-iif",
      ledger: "bills",
      encode: (sales) =>
        encodeWindows1252(header + sales.map((sale) => transaction(sale, settings)).join("")),
    });
  },
};
