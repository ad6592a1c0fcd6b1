/** An invoice of the sample as a person would type it: every figure is printed as it stands here, right or wrong. */
export interface InvoiceSpec {
  readonly number: string;
  readonly kind?: "invoice" | "credit-note";
  readonly issueDate: string;
  readonly dueDate?: string;
  readonly period?: readonly [first: string, last: string];
  readonly seller: PartySpec;
  readonly buyer: PartySpec;
  readonly currency: "USD" | "GBP" | "EUR";
  readonly order?: string;
  readonly agreement?: string;
  readonly preceding?: string;
  readonly terms?: string;
  readonly lines: readonly LineSpec[];
  readonly discount?: { readonly label: string; readonly amount: string };
  readonly subtotal?: string;
  readonly tax?: { readonly label: string; readonly rate: string; readonly amount: string };
  readonly total: string;
  readonly note?: string;
}

export interface LineSpec {
  readonly description: string;
  /** Printed under the description. */
  readonly detail?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly amount: string;
}

export interface PartySpec {
  readonly name: string;
  readonly address: readonly string[];
  readonly taxId?: string;
  readonly taxLabel?: string;
  readonly bank?: string;
  readonly contact?: string;
}

/** Words of one language of a printed invoice. */
export interface Wording {
  readonly invoice: string;
  readonly creditNote: string;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly period: string;
  readonly order: string;
  readonly agreement: string;
  readonly preceding: string;
  readonly billTo: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly subtotal: string;
  readonly total: string;
  readonly terms: string;
  readonly formatDate: (iso: string) => string;
  readonly formatAmount: (text: string) => string;
}

const grouped = (text: string, group: string, mark: string): string => {
  const [whole = "", fraction] = text.replace("-", "").split(".");
  const body =
    whole.replace(/\B(?=(\d{3})+(?!\d))/g, group) + (fraction === undefined ? "" : mark + fraction);
  return text.startsWith("-") ? `-${body}` : body;
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const parts = (iso: string): readonly [string, string, string] => {
  const [year = "", month = "", day = ""] = iso.split("-");
  return [year, month, day];
};

export const english: Wording = {
  invoice: "INVOICE",
  creditNote: "CREDIT NOTE",
  number: "Invoice No.",
  date: "Invoice date",
  due: "Due date",
  period: "Service period",
  order: "PO Number",
  agreement: "Agreement",
  preceding: "Original invoice",
  billTo: "Bill to",
  columns: ["Description", "Qty", "Unit", "Rate", "Amount"],
  subtotal: "Subtotal",
  total: "Total due",
  terms: "Payment terms",
  formatDate: (iso) => {
    const [year, month, day] = parts(iso);
    return `${months[Number(month) - 1]} ${Number(day)}, ${year}`;
  },
  formatAmount: (text) => grouped(text, ",", "."),
};

export const british: Wording = {
  ...english,
  number: "Invoice number",
  date: "Date of invoice",
  due: "Payment due by",
  order: "Your order",
  agreement: "Contract ref.",
  billTo: "Invoice to",
  columns: ["Details", "Quantity", "Unit", "Unit price", "Net amount"],
  subtotal: "Total excluding VAT",
  total: "Total including VAT",
  formatDate: (iso) => {
    const [year, month, day] = parts(iso);
    return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
  },
};

export const german: Wording = {
  invoice: "RECHNUNG",
  creditNote: "GUTSCHRIFT",
  number: "Rechnungsnummer",
  date: "Rechnungsdatum",
  due: "Fällig am",
  period: "Leistungszeitraum",
  order: "Ihre Bestellung",
  agreement: "Vertrag Nr.",
  preceding: "Zu Rechnung",
  billTo: "Rechnungsempfänger",
  columns: ["Bezeichnung", "Menge", "Einheit", "Einzelpreis", "Betrag"],
  subtotal: "Nettobetrag",
  total: "Rechnungsbetrag",
  terms: "Zahlungsbedingungen",
  formatDate: (iso) => {
    const [year, month, day] = parts(iso);
    return `${day}.${month}.${year}`;
  },
  formatAmount: (text) => grouped(text, ".", ","),
};

export const currencySign: Readonly<Record<InvoiceSpec["currency"], string>> = {
  USD: "$",
  GBP: "£",
  EUR: "€",
};
