import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { decimalToText, isZero, negate } from "../../../../src-shared/money/index.ts";
import { formatDate } from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { iifRow, iifText, longestName, refuseName } from "../iif-text.ts";
import { planSales } from "../plan-sales.ts";
import type { SaleDocument, SaleLine } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { writeSales } from "../write-sales.ts";

const header = [
  "!TRNS\tTRNSID\tTRNSTYPE\tDATE\tACCNT\tNAME\tCLASS\tAMOUNT\tDOCNUM\tMEMO\tCLEAR\tTOPRINT\tNAMEISTAXABLE\tADDR1\tADDR2\tADDR3\tADDR4\tADDR5\tDUEDATE\tTERMS\tPONUM",
  "!SPL\tSPLID\tTRNSTYPE\tDATE\tACCNT\tNAME\tCLASS\tAMOUNT\tDOCNUM\tMEMO\tCLEAR\tQNTY\tPRICE\tINVITEM\tTAXABLE\tEXTRA\tSERVICEDATE",
  "!ENDTRNS",
]
  .map((line) => `${line}\r\n`)
  .join("");

const options: readonly TargetOption[] = [
  textOption(
    "receivable",
    "Receivables account",
    "An account that QuickBooks does not know is made without a word, as a bank account: take its exact name.",
    "Accounts Receivable",
    "accounts",
  ),
  textOption(
    "income",
    "Income accounts",
    "The account that sales go to, or accounts by wording: “Labor=Labor Income; Discount=Discounts Given; *=Sales”.",
    "Sales",
    "accounts",
  ),
  textOption("items", "Items", "The item of all lines, or items by wording.", "Services", "items"),
  textOption("tax-account", "Sales tax account", "Where sales tax is owed.", "Sales Tax Payable", "accounts"),
  textOption(
    "tax-item",
    "Sales tax item",
    "The item of the tax line. US editions only.",
    "Sales Tax",
    "items",
  ),
  textOption("tax-agency", "Tax agency", "The vendor that sales tax is paid to.", "Tax Agency"),
  choiceOption("terms", "Terms column", "Fill it only if the printed terms are names of your terms list.", [
    "blank",
    "filled",
  ]),
];

const longestNumber = 11;
const longestOrderNumber = 25;

interface Settings {
  readonly receivable: string;
  readonly income: Coding;
  readonly items: Coding;
  readonly taxAccount: string;
  readonly taxItem: string;
  readonly taxAgency: string;
  readonly hasTerms: boolean;
  readonly memo: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(quickbooksDesktopIif, input, name);
  return {
    receivable: option("receivable"),
    income: parseCoding(option("income")),
    items: parseCoding(option("items")),
    taxAccount: option("tax-account"),
    taxItem: option("tax-item"),
    taxAgency: option("tax-agency"),
    hasTerms: option("terms") === "filled",
    memo: `Batch ${input.batchId}`,
  };
};

const opposite = (value: DecimalText): DecimalText => decimalToText(negate(value));
const date = (sale: SaleDocument): string => formatDate(sale.issueDate, "MM/DD/YYYY");
const isTaxed = (sale: SaleDocument): boolean => sale.tax !== null && !isZero(sale.tax);
const isTaxable = (sale: SaleDocument, line: SaleLine): boolean =>
  isTaxed(sale) &&
  (line.taxRate === null ? sale.lines.every((each) => each.taxRate === null) : !isZero(line.taxRate));

const lineRow = (sale: SaleDocument, line: SaleLine, type: string, settings: Settings): string =>
  iifRow([
    "SPL",
    "",
    type,
    date(sale),
    lineCode(settings.income, line) ?? "",
    "",
    "",
    opposite(line.amount),
    "",
    iifText(line.description),
    "N",
    // Sales count their quantities down; a credit memo gives them back at the price that was billed.
    line.isAdjustment ? "" : sale.isCredit ? quantityOf(line) : opposite(quantityOf(line)),
    sale.isCredit ? opposite(priceOf(line)) : priceOf(line),
    lineCode(settings.items, line) ?? "",
    isTaxable(sale, line) ? "Y" : "N",
    "",
    line.serviceDate === null ? "" : formatDate(line.serviceDate, "MM/DD/YYYY"),
  ]);

// IIF knows no discount of a line: such a line goes as one unit of its amount.
const quantityOf = (line: SaleLine): DecimalText => (line.discountPercent === null ? line.quantity : oneUnit);
const priceOf = (line: SaleLine): DecimalText =>
  line.discountPercent === null ? line.unitAmount : line.amount;

const transaction = (sale: SaleDocument, settings: Settings): string => {
  const type = sale.isCredit ? "CREDIT MEMO" : "INVOICE";
  const address = [sale.partner, ...sale.address]
    .slice(0, 5)
    .map((line) => iifText(line).slice(0, longestName));
  const head = iifRow([
    "TRNS",
    "",
    type,
    date(sale),
    settings.receivable,
    sale.partner,
    "",
    sale.gross,
    sale.number,
    settings.memo,
    "N",
    "N",
    isTaxed(sale) ? "Y" : "N",
    ...Array.from({ length: 5 }, (_, index) => address[index] ?? ""),
    sale.dueDate === null ? "" : formatDate(sale.dueDate, "MM/DD/YYYY"),
    settings.hasTerms ? iifText(sale.terms) : "",
    iifText(sale.reference).slice(0, longestOrderNumber),
  ]);
  const tax = isTaxed(sale)
    ? iifRow([
        "SPL",
        "",
        type,
        date(sale),
        settings.taxAccount,
        settings.taxAgency,
        "",
        opposite(sale.tax ?? sale.net),
        "",
        "",
        "N",
        "",
        `${sale.soleTaxRate ?? ""}%`,
        settings.taxItem,
        "N",
        "AUTOSTAX",
        "",
      ])
    : "";
  const lines = sale.lines.map((line) => lineRow(sale, line, type, settings));
  return `${head}${lines.join("")}${tax}${iifRow(["ENDTRNS"])}`;
};

const oneUnit = "1" as DecimalText;

/** QuickBooks Desktop: invoices and credit memos as IIF. Importing a file twice posts it twice. */
export const quickbooksDesktopIif: ExportTarget = {
  id: "quickbooks-desktop-iif",
  title: "QuickBooks Desktop – invoices and credit memos (IIF)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: quickbooksDesktopIif.id,
      fileName: () => `quickbooks-desktop-${input.batchId}.iif`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length + (isTaxed(sale) ? 3 : 2),
      windowsTextOf: (sale) => transaction(sale, settings),
      refuse: (sale) => {
        if (sale.number.length > longestNumber)
          return { code: "export/number-too-long", facts: { longest: longestNumber } };
        for (const name of [sale.partner, sale.number]) {
          const refusal = refuseName(name);
          if (refusal !== null) return refusal;
        }
        if (isTaxed(sale) && sale.soleTaxRate === null) return { code: "export/several-tax-rates" };
        return refuseUncoded(settings.income, sale) ?? refuseUncoded(settings.items, sale);
      },
      notes: (sales) => [
        { code: "export/posts-again-when-repeated", facts: { target: "QuickBooks" } },
        { code: "export/iif-back-up-first" },
        ...(sales.some((sale) => sale.isCredit) ? [{ code: "export/iif-credit-signs-unconfirmed" }] : []),
        ...(sales.some((sale) => (sale.reference?.length ?? 0) > longestOrderNumber)
          ? [{ code: "export/reference-cut", facts: { longest: longestOrderNumber } }]
          : []),
      ],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "application/x-iif",
      encode: (sales) =>
        encodeWindows1252(header + sales.map((sale) => transaction(sale, settings)).join("")),
    });
  },
};
