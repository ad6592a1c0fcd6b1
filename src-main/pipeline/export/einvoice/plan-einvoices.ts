import { valueOf, type ExportPlan, type Invoice } from "../../../../src-shared/model/index.ts";
import { isZero } from "../../../../src-shared/money/index.ts";
import { parseCoding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales, plannedSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import type { EInvoice } from "./einvoice.ts";
import type { EInvoiceSettings } from "./einvoice-party.ts";
import { invoiceToEInvoice } from "./invoice-to-einvoice.ts";
import { brokenRules, einvoiceProfiles } from "./rules/index.ts";

/** Settings that all e-invoice targets share. */
export const einvoiceOptions: readonly TargetOption[] = [
  textOption("country", "Country", "Two letters, for a party that prints no country, such as “AT”.", ""),
  textOption(
    "seller-endpoint",
    "Your electronic address",
    "Scheme and id, such as “0088:9482348239846”.",
    "",
  ),
  textOption(
    "buyer-endpoints",
    "Electronic addresses of customers",
    "By name: “Acme GmbH=0204:04011000-12345-34; …”. Where none is given, the printed e-mail address stands.",
    "",
  ),
  textOption(
    "seller-contact",
    "Your contact",
    "Name; telephone; e-mail. German public buyers ask for it.",
    "",
  ),
  choiceOption(
    "zero-category",
    "Category of lines without tax",
    "Where the invoice prints none: Z zero rated, E exempt, AE reverse charge, K within the EU, G export, O outside the scope.",
    ["ask", "Z", "E", "AE", "K", "G", "O"],
  ),
  textOption(
    "exemption-reason",
    "Reason of exemption",
    "Where the invoice prints none, such as “Reverse charge”.",
    "",
  ),
];

/** The profile, for targets that write more than one. */
export const profileOption: TargetOption = choiceOption(
  "profile",
  "Profile",
  "Peppol BIS Billing 3.0, XRechnung 3.0, or EN 16931 alone.",
  ["peppol", "xrechnung", "en16931"],
);

const settingsOf = (target: Pick<ExportTarget, "options">, input: ExportInput): EInvoiceSettings => {
  const option = (name: string): string => optionOf(target, input, name);
  const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  const [name, phone, email] = option("seller-contact").split(";");
  const profile = einvoiceProfiles.find((each) => each === option("profile")) ?? "en16931";
  return {
    profile,
    country: orNull(option("country"))?.toUpperCase() ?? null,
    sellerEndpoint: orNull(option("seller-endpoint")),
    buyerEndpoints: parseCoding(option("buyer-endpoints")),
    sellerContact:
      orNull(option("seller-contact")) === null
        ? null
        : { name: orNull(name ?? ""), phone: orNull(phone ?? ""), email: orNull(email ?? "") },
    zeroCategory: option("zero-category") === "ask" ? null : option("zero-category"),
    exemptionReason: orNull(option("exemption-reason")),
  };
};

const hasKeptBack = (invoice: Invoice): boolean =>
  [invoice.retention, invoice.withholding].some((field) => {
    const value = valueOf(field);
    return value !== null && !isZero(value);
  });

const fileNameOf = (sale: SaleDocument, ending: string): string =>
  `${sale.number.replaceAll(/[^\p{L}\p{N}_.-]+/gu, "-")}.${ending}`;

/** One file for each invoice; an invoice that breaks a rule of its profile stays out, with the rule. */
export const planEInvoices = (
  target: Pick<ExportTarget, "id" | "options">,
  input: ExportInput,
  ending: string,
): ExportPlan => {
  const settings = settingsOf(target, input);
  const invoicesById = new Map(input.invoices.map((invoice) => [invoice.id, invoice]));
  const names = new Set<string>();
  const plan = planSales(input, {
    target: target.id,
    fileName: () => "",
    invoicesPerFile: Number.MAX_SAFE_INTEGER,
    rowsOf: (sale) => sale.lines.length,
    refuse: (sale, invoiceId) => {
      const invoice = invoicesById.get(invoiceId);
      if (invoice === undefined) return null;
      if (hasKeptBack(invoice)) return { code: "export/retention-not-taken" };
      const [broken] = brokenRules(invoiceToEInvoice(invoice, sale, settings), settings.profile);
      if (broken !== undefined)
        return {
          code: `einvoice/${broken.rule}`,
          facts: { rule: broken.rule, place: broken.places.join(", ") },
        };
      const name = fileNameOf(sale, ending).toLowerCase();
      if (names.has(name)) return { code: "export/number-twice", facts: { number: sale.number } };
      names.add(name);
      return null;
    },
    notes: () => [],
  });
  return {
    ...plan,
    // E-invoices hold the price of a hundred, so such lines keep their quantity.
    notes: plan.notes.flatMap((note) =>
      note.code === "export/line-collapsed" ? collapsedNote(input, plan) : [note],
    ),
    files: plannedSales(input, plan).map(({ invoiceId, sale }) => ({
      name: fileNameOf(sale, ending),
      invoiceIds: [invoiceId],
      rows: sale.lines.length,
    })),
  };
};

const collapsedNote = (input: ExportInput, plan: ExportPlan): ExportPlan["notes"] => {
  const invoicesById = new Map(input.invoices.map((invoice) => [invoice.id, invoice]));
  const numbers = plannedSales(input, plan).flatMap(({ invoiceId, sale }) => {
    const lines = invoicesById.get(invoiceId)?.lines ?? [];
    const isCollapsed = sale.collapsedLines.some(
      (id) => valueOf(lines.find((line) => line.id === id)?.priceBase ?? null) === null,
    );
    return isCollapsed ? [sale.number] : [];
  });
  return numbers.length === 0
    ? []
    : [{ code: "export/line-collapsed", facts: { numbers: numbers.join(", ") } }];
};

/** The planned invoices in the terms of the standard, in the order of the plan's files. */
export const plannedEInvoices = (
  target: Pick<ExportTarget, "options">,
  plan: ExportPlan,
  input: ExportInput,
): readonly {
  readonly name: string;
  readonly einvoice: EInvoice;
  readonly sale: SaleDocument;
  readonly invoice: Invoice;
}[] => {
  const settings = settingsOf(target, input);
  const invoicesById = new Map(input.invoices.map((invoice) => [invoice.id, invoice]));
  const namesById = new Map(plan.files.map((file) => [file.invoiceIds[0], file.name]));
  return plannedSales(input, plan).flatMap(({ invoiceId, sale }) => {
    const invoice = invoicesById.get(invoiceId);
    const name = namesById.get(invoiceId);
    return invoice === undefined || name === undefined
      ? []
      : [{ name, sale, invoice, einvoice: invoiceToEInvoice(invoice, sale, settings) }];
  });
};
