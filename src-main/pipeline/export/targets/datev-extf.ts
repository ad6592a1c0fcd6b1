import {
  absolute,
  add,
  decimalToText,
  isNegative,
  isZero,
  rescale,
} from "../../../../src-shared/money/index.ts";
import { dateParts, daysInMonth, yearMonthOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import { parseCoding, partnerCode, type Coding } from "../coding.ts";
import { datevColumns } from "../datev-columns.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import { groupPlan } from "../split-plan.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";
import { splitTax, type TaxedGroup } from "../tax-split.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { writeSales } from "../write-sales.ts";

const options: readonly TargetOption[] = [
  choiceOption("records", "Records", "Outgoing invoices, or incoming ones.", ["outgoing", "incoming"]),
  textOption("consultant", "Consultant number", "Beraternummer, 1001 to 9999999.", "1001"),
  textOption("client", "Client number", "Mandantennummer, 1 to 99999.", "1"),
  textOption("year-start", "Start of the fiscal year", "Day and month, DDMM.", "0101"),
  textOption(
    "account-length",
    "Length of account numbers",
    "4 to 8; personal accounts have one digit more.",
    "4",
  ),
  choiceOption("chart", "Chart of accounts", "SKR 03 or SKR 04.", ["03", "04"]),
  textOption(
    "accounts",
    "Accounts by tax rate",
    "Revenue or expense accounts by rate. The presets are usual for SKR 03; your tax adviser knows yours.",
    "19=8400; 7=8300; 0=8120; none=8200",
    "accounts",
  ),
  textOption(
    "keys",
    "Tax keys by rate",
    "BU-Schlüssel, four digits; leave it empty with automatic accounts.",
    "",
  ),
  textOption(
    "partners",
    "Personal accounts",
    "The account of each customer or supplier: “Acme GmbH=10001; *=10000”.",
    "*=10000",
    "partners",
  ),
  choiceOption("lock", "Lock entries", "Festschreibung: locked entries cannot be changed after the import.", [
    "no",
    "yes",
  ]),
];

interface Settings {
  readonly ledger: Ledger;
  readonly option: (name: string) => string;
  readonly accounts: TaxMapping;
  readonly keys: TaxMapping;
  readonly partners: Coding;
  readonly batch: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(datevExtf, input, name);
  return {
    ledger: option("records") === "incoming" ? "bills" : "sales",
    option,
    accounts: parseTaxMapping(option("accounts")),
    keys: parseTaxMapping(option("keys")),
    partners: parseCoding(option("partners")),
    batch: input.batchId,
  };
};

const control = /[\u0000-\u001f\u007f]+/g;
const quoted = (text: string): string => `"${text.replace(control, " ").replaceAll('"', '""')}"`;
const compact = (date: LocalDate): string => date.replaceAll("-", "");
const dayFirst = (date: LocalDate): string => {
  const [year, month, day] = date.split("-");
  return `${day}${month}${year}`;
};

const longestNumber = 36;
const untakenInNumber = /[^A-Za-z0-9$&%*+\-/]/g;
/** Belegfeld 1 takes few signs; others become a hyphen, and the plan says so. */
const receiptNumber = (number: string): string => number.replace(untakenInNumber, "-");

const groupsOf = (sale: SaleDocument): ReturnType<typeof splitTax> => splitTax(sale, () => "");

const grossOf = (group: TaxedGroup): string =>
  decimalToText(rescale(absolute(add(group.net, group.tax)), 2)).replace(".", ",");

const bookingRow = (sale: SaleDocument, group: TaxedGroup, settings: Settings): string => {
  const isDebit = (settings.ledger === "sales") !== isNegative(group.net);
  const values: Readonly<Record<string, string>> = {
    "Umsatz (ohne Soll/Haben-Kz)": grossOf(group),
    "Soll/Haben-Kennzeichen": isDebit ? "S" : "H",
    "WKZ Umsatz": sale.currency,
    Konto: partnerCode(settings.partners, sale.partner) ?? "",
    "Gegenkonto (ohne BU-Schlüssel)": taxNameOf(settings.accounts, group.rate) ?? "",
    "BU-Schlüssel": taxNameOf(settings.keys, group.rate) ?? "",
    Belegdatum: dayFirst(sale.issueDate).slice(0, 4),
    "Belegfeld 1": receiptNumber(sale.number),
    Buchungstext: `${sale.partner} ${group.lines[0]?.description ?? ""}`.trim().slice(0, 60),
    // An empty cell would mean locked.
    Festschreibung: settings.option("lock") === "yes" ? "1" : "0",
    Fälligkeit: sale.dueDate === null ? "" : dayFirst(sale.dueDate),
  };
  const cells = [...emptyRow];
  for (const [name, value] of Object.entries(values)) {
    const column = columnByName.get(name);
    if (column !== undefined) cells[column.at] = column.isText ? quoted(value) : value;
  }
  return cells.join(";");
};

const emptyRow: readonly string[] = datevColumns.map(({ isText }) => (isText ? '""' : ""));
const columnByName: ReadonlyMap<string, { readonly at: number; readonly isText: boolean }> = new Map(
  datevColumns.map(({ name, isText }, at) => [name, { at, isText }]),
);

const bookingRows = (sale: SaleDocument, settings: Settings): readonly string[] => {
  const groups = groupsOf(sale);
  return "facts" in groups
    ? []
    : groups.filter((group) => !isZero(group.net)).map((group) => bookingRow(sale, group, settings));
};

/** First day of the fiscal year that holds a day. */
const yearStart = (date: LocalDate, settings: Settings): string => {
  const start = settings.option("year-start");
  const dayAndMonth = `${start.slice(2, 4)}${start.slice(0, 2)}`;
  const { year } = dateParts(date);
  return compact(date).slice(4) >= dayAndMonth ? `${year}${dayAndMonth}` : `${year - 1}${dayAndMonth}`;
};

const headerOf = (sales: readonly SaleDocument[], settings: Settings): string => {
  const first = sales[0]?.issueDate ?? ("0001-01-01" as LocalDate);
  const { year, month } = dateParts(first);
  const monthText = compact(first).slice(0, 6);
  const lastDay = `${monthText}${daysInMonth(year, month)}`;
  const label = `${settings.ledger === "sales" ? "Ausgangsrechnungen" : "Eingangsrechnungen"} ${monthText.slice(4)}`;
  return [
    quoted("EXTF"),
    "700",
    "21",
    quoted("Buchungsstapel"),
    "13",
    // The time of creation must not change when the same batch is written again: it is the end of its month.
    `${lastDay}000000000`,
    "",
    quoted("CS"),
    quoted(""),
    quoted(""),
    settings.option("consultant"),
    settings.option("client"),
    yearStart(first, settings),
    settings.option("account-length"),
    `${monthText}01`,
    lastDay,
    quoted(label.slice(0, 30)),
    quoted("CS"),
    "1",
    "0",
    settings.option("lock") === "yes" ? "1" : "0",
    quoted("EUR"),
    "",
    quoted(""),
    "",
    "",
    quoted(settings.option("chart")),
    "",
    "",
    quoted(""),
    quoted(settings.batch.slice(0, 16)),
  ].join(";");
};

const isNumberIn = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

/** What is wrong with the settings themselves; DATEV would refuse the whole file. */
const wrongSetting = ({ option }: Settings): string | null => {
  if (!isNumberIn(option("consultant"), 1001, 9_999_999)) return "consultant";
  if (!isNumberIn(option("client"), 1, 99_999)) return "client";
  if (!isNumberIn(option("account-length"), 4, 8)) return "account-length";
  return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])$/.test(option("year-start")) ? null : "year-start";
};

const refuse = (
  sale: SaleDocument,
  settings: Settings,
): { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null => {
  const wrong = wrongSetting(settings);
  if (wrong !== null) return { code: "export/setting-not-valid", facts: { setting: wrong } };
  if (sale.currency !== "EUR")
    return { code: "export/foreign-currency", facts: { currency: sale.currency, base: "EUR" } };
  if (sale.number.length > longestNumber)
    return { code: "export/number-too-long", facts: { longest: longestNumber } };
  const partner = partnerCode(settings.partners, sale.partner);
  if (partner === null) return { code: "export/partner-unmapped", facts: { name: sale.partner } };
  const groups = groupsOf(sale);
  if ("facts" in groups) return groups;
  for (const group of groups) {
    const account = taxNameOf(settings.accounts, group.rate);
    if (account === null) return { code: "export/tax-rate-unmapped", facts: { rate: group.rate ?? "none" } };
    const bad = [partner, account].find((each) => !/^\d{1,9}$/.test(each));
    if (bad !== undefined) return { code: "export/account-not-a-number", facts: { account: bad } };
    if (!/^\d{1,10},\d{2}$/.test(grossOf(group)))
      return { code: "export/amount-too-large", facts: { amount: grossOf(group) } };
  }
  return null;
};

/** DATEV: a stack of bookings in EXTF form, one file for each month. Germany only. */
export const datevExtf: ExportTarget = {
  id: "datev-extf",
  title: "DATEV – Buchungsstapel (EXTF)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    const rowsOf = (sale: SaleDocument): number => bookingRows(sale, settings).length;
    const plan = planSales(input, {
      target: datevExtf.id,
      ledger: settings.ledger,
      fileName: () => "",
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf,
      windowsTextOf: (sale) => bookingRows(sale, settings).join(""),
      refuse: (sale) => refuse(sale, settings),
      notes: (sales) => {
        const changed = sales.filter((sale) => receiptNumber(sale.number) !== sale.number);
        return [
          { code: "export/datev-not-in-excel" },
          { code: "export/posts-again-when-repeated", facts: { target: "DATEV" } },
          ...(changed.length > 0
            ? [
                {
                  code: "export/number-changed",
                  facts: {
                    numbers: changed
                      .map((sale) => `${sale.number} → ${receiptNumber(sale.number)}`)
                      .join(", "),
                  },
                },
              ]
            : []),
        ];
      },
    });
    return groupPlan(plan, input, {
      ledger: settings.ledger,
      groupOf: (sale) => yearMonthOf(sale.issueDate),
      rowsOf,
      fileName: (month) => `EXTF_${settings.ledger}-${month}-${input.batchId}.csv`,
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger: settings.ledger,
      encode: (sales) =>
        encodeWindows1252(
          [
            headerOf(sales, settings),
            datevColumns.map(({ name }) => name).join(";"),
            ...sales.flatMap((sale) => bookingRows(sale, settings)),
            "",
          ].join("\r\n"),
        ),
    });
  },
};
