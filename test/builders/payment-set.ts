import type { Field, InvoiceId, OpenItem, Payment, PaymentId } from "../../src-shared/model/index.ts";
import {
  decimalText,
  decimalToText,
  fromMinorUnits,
  type DecimalText,
} from "../../src-shared/money/index.ts";
import { addDays, localDate, type LocalDate } from "../../src-shared/time/index.ts";
import { createRandom } from "../bench/random.ts";

/** What a generated payment was made for; `null` where nobody could know. */
export interface PaymentTruth {
  readonly paymentId: PaymentId;
  readonly kind: string;
  readonly invoiceIds: readonly InvoiceId[] | null;
}

export interface PaymentSet {
  readonly items: readonly OpenItem[];
  readonly payments: readonly Payment[];
  readonly truths: readonly PaymentTruth[];
}

const known = <T>(value: T): Field<T> => ({ value, evidence: [], basis: "structured", confidence: 1 });

export interface PaymentSpec {
  readonly id: string;
  readonly amount: string;
  readonly currency?: string;
  readonly date?: string;
  readonly payer?: string;
  readonly account?: string;
  readonly text?: string;
  readonly reference?: string;
  readonly kind?: Payment["kind"];
  readonly status?: Payment["status"];
  readonly fee?: string;
}

/** A movement as a statement would state it. */
export const payment = (spec: PaymentSpec): Payment => ({
  id: `pay-${spec.id}` as PaymentId,
  documentId: "doc-statement" as Payment["documentId"],
  sourceId: spec.id,
  kind: spec.kind ?? "payment",
  status: spec.status ?? "booked",
  bookingDate: known(localDate(spec.date ?? "2026-11-10")),
  valueDate: null,
  amount: known(decimalText(spec.amount)),
  fee: spec.fee === undefined ? null : known(decimalText(spec.fee)),
  net: null,
  currency: known(spec.currency ?? "EUR"),
  counterparty: spec.payer === undefined ? null : known(spec.payer),
  counterpartyAccount: spec.account === undefined ? null : known(spec.account),
  remittance: spec.text === undefined ? null : known(spec.text),
  references: spec.reference === undefined ? [] : [known(spec.reference)],
  batchReference: null,
  payoutReference: null,
  evidence: [],
});

export interface ItemSpec {
  readonly number: string;
  readonly customer?: string;
  readonly amount: string;
  readonly currency?: string;
  readonly kind?: OpenItem["kind"];
  readonly issueDate?: string;
  readonly dueDate?: string | null;
  readonly discount?: readonly [percent: string, until: string];
}

/** An open item. */
export const openItem = (spec: ItemSpec): OpenItem => ({
  invoiceId: `inv-${spec.number}` as InvoiceId,
  number: spec.number,
  kind: spec.kind ?? "invoice",
  customer: spec.customer ?? "Acme Facilities LLC",
  currency: spec.currency ?? "EUR",
  issueDate: localDate(spec.issueDate ?? "2026-10-01"),
  dueDate: spec.dueDate === null ? null : localDate(spec.dueDate ?? "2026-10-31"),
  amount: decimalText(spec.amount),
  open: decimalText(spec.amount),
  earlyDiscount:
    spec.discount === undefined
      ? null
      : { percent: decimalText(spec.discount[0]), until: localDate(spec.discount[1]) },
});

const firstNames =
  "Harbor North Vista Castle Green Silver Summit River Oak Blue Stone Bright Iron Maple Cedar Delta Alpha Nova Prime Urban".split(
    " ",
  );
const secondNames =
  "Logistics Dental Bakery Engineering Studio Market Partners Catering Plumbing Foods Media Clinic Textiles Systems Gardens".split(
    " ",
  );
const legalForms = ["Ltd", "LLC", "GmbH", "Inc.", "B.V.", "SARL", "AG", "Pty Ltd"];
const numberForms: readonly ((n: number) => string)[] = [
  (n) => `INV-${n}`,
  (n) => `2026-${n}`,
  (n) => `RE${n}`,
  (n) => `${n}`,
  (n) => `HP/26/${n}`,
];
const wordings: readonly ((number: string) => string)[] = [
  (number) => `Invoice ${number}`,
  (number) => `Rechnung Nr. ${number} vom 01.10.2026`,
  (number) => `pmt ${number.replaceAll(/[-/]/g, " ")} thank you`,
  (number) => number.toLowerCase(),
  (number) => `FACTURE ${number} / votre ref`,
  (number) => `SVWZ+${number} KREF+20261110 DATUM 10.11.2026`,
  (number) => `betalingskenmerk:${number};10 nov`,
];
const noise = [
  "Rent November",
  "Payroll 11/2026",
  "Card 4711 supermarket",
  "Insurance premium 88231",
  "Refund tax office",
  "Subscription 12 months",
];

/** A set of payments with the truth behind each: every way in which customers pay, and some who are no customers. */
export const generatePayments = (count: number, seed = 7): PaymentSet => {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const money = (units: number): DecimalText => decimalToText(fromMinorUnits(BigInt(units), "EUR"));
  const items: OpenItem[] = [];
  const payments: Payment[] = [];
  const truths: PaymentTruth[] = [];
  let serial = 10_000;
  const customerOf = (index: number): string =>
    `${firstNames[index % 20] ?? ""} ${secondNames[Math.floor(index / 20) % 15] ?? ""} ${index >= 300 ? `${Math.floor(index / 300)} ` : ""}${legalForms[index % 8] ?? ""}`;
  const addItem = (customer: string, units: number, more: Partial<ItemSpec> = {}): OpenItem => {
    serial += 1 + Math.floor(random() * 3);
    const item = openItem({ number: pick(numberForms)(serial), customer, amount: money(units), ...more });
    items.push(item);
    return item;
  };
  const pay = (kind: string, paid: readonly OpenItem[] | null, spec: Omit<PaymentSpec, "id">): void => {
    const made = payment({ ...spec, id: String(payments.length + 1).padStart(6, "0") });
    payments.push(made);
    truths.push({
      paymentId: made.id,
      kind,
      invoiceIds: paid === null ? null : paid.map((item) => item.invoiceId),
    });
  };
  const amountUnits = (): number => 2_000 + Math.floor(random() * 900_000);
  const paidOn = (): LocalDate => addDays(localDate("2026-10-20"), Math.floor(random() * 40));
  for (let index = 0; index < count; index += 1) {
    const customer = customerOf(Math.floor(index / 3));
    const date = paidOn();
    const dice = random();
    const units = amountUnits();
    const named = (item: OpenItem): Pick<PaymentSpec, "text"> => ({ text: pick(wordings)(item.number) });
    if (dice < 0.42) {
      const item = addItem(customer, units);
      const isBare = random() < 0.3;
      pay("exact", [item], {
        amount: money(units),
        date,
        ...(isBare ? { reference: item.number } : named(item)),
        ...(random() < 0.8 ? { payer: random() < 0.9 ? customer.toUpperCase() : customer.slice(0, 14) } : {}),
      });
    } else if (dice < 0.56) {
      const item = addItem(customer, units);
      pay("payer", [item], {
        amount: money(units),
        date,
        payer: customer,
        text: "Thank you for your services",
      });
    } else if (dice < 0.66) {
      const several = [addItem(customer, units), addItem(customer, amountUnits())];
      if (random() < 0.4) several.push(addItem(customer, amountUnits()));
      const total = several.reduce((sum, item) => sum + BigInt(item.amount.replace(".", "")), 0n);
      pay("combined", several, {
        amount: decimalToText(fromMinorUnits(total, "EUR")),
        date,
        payer: customer,
        text: random() < 0.7 ? several.map((item) => item.number).join(", ") : "Sammelzahlung",
      });
    } else if (dice < 0.72) {
      const item = addItem(customer, units);
      pay("partial", [item], { amount: money(Math.floor(units / 2)), date, payer: customer, ...named(item) });
    } else if (dice < 0.76) {
      const item = addItem(customer, units, { discount: ["2", "2026-12-31"] });
      const discount = BigInt(Math.floor((units * 2 + 50) / 100));
      pay("short", [item], {
        amount: decimalToText(fromMinorUnits(BigInt(units) - discount, "EUR")),
        date,
        payer: customer,
        ...named(item),
      });
    } else if (dice < 0.79) {
      const item = addItem(customer, units + 100_000);
      pay("short", [item], { amount: money(units + 100_000 - 350), date, payer: customer, ...named(item) });
    } else if (dice < 0.82) {
      const item = addItem(customer, units);
      pay("over", [item], { amount: money(units + 1_000), date, payer: customer, ...named(item) });
    } else if (dice < 0.84) {
      const item = addItem(customer, units, { currency: "USD" });
      pay("other-currency", [item], { amount: money(units - 500), date, payer: customer, ...named(item) });
    } else if (dice < 0.87) {
      const item = addItem(customer, -units, { kind: "credit-note" });
      pay("refund", [item], { amount: money(-units), date, payer: customer, kind: "refund", ...named(item) });
    } else if (dice < 0.9) {
      // Nobody can say which of the two was paid.
      addItem(customer, units);
      addItem(customer, units);
      pay("ambiguous", null, { amount: money(units), date, payer: customer, text: "invoice" });
    } else if (dice < 0.94) {
      // An open amount that a stranger happens to pay.
      addItem(customer, units);
      pay("stranger", null, { amount: money(units), date, payer: "Zweckverband Wasser", text: pick(noise) });
    } else if (dice < 0.96) {
      // A number that is another's, in a payment of another amount.
      const item = addItem(customer, units);
      pay("foreign-number", null, {
        amount: money(units + 77_777),
        date,
        payer: "Quarzwerk Holding",
        text: `our order ${item.number.replaceAll(/\D/g, "").slice(0, 3)}`,
      });
    } else
      pay("noise", null, {
        amount: money(amountUnits()),
        date,
        payer: pick(["Finanzamt", "City of Springfield", "Payroll"]),
        text: pick(noise),
      });
  }
  return { items, payments, truths };
};
