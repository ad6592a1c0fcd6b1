import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  Element,
  Invoice,
  InvoiceLine,
  Party,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { parseDecimalText } from "../../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { negativeOf, sumOf } from "../field-arithmetic.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Fields of the net sums and, where tax is due, of their tax; the rate is what the schema gives the pair. */
const sums: readonly (readonly [net: string, tax: string | null, category: string | null])[] = [
  ["P_13_1", "P_14_1", "S"],
  ["P_13_2", "P_14_2", "S"],
  ["P_13_3", "P_14_3", "S"],
  ["P_13_4", "P_14_4", "S"],
  ["P_13_5", "P_14_5", null],
  ["P_13_6_1", null, "Z"],
  ["P_13_6_2", null, "K"],
  ["P_13_6_3", null, "G"],
  ["P_13_7", null, "E"],
  ["P_13_8", null, "O"],
  ["P_13_9", null, "AE"],
  ["P_13_10", null, "AE"],
  ["P_13_11", null, null],
];

const partyOf = (party: Element | null, make: FieldMaker): Party | null => {
  const identity = childNamed(party, "DaneIdentyfikacyjne");
  const address = childNamed(party, "Adres");
  const nip = childNamed(identity, "NIP");
  const other = childNamed(identity, "NrVatUE");
  return structuredParty(
    {
      name: [childNamed(identity, "Nazwa")],
      taxId: nip ?? other ?? childNamed(identity, "NrID"),
      taxIdPrefix: nip === null ? textOf(childNamed(identity, "KodUE")) : "PL",
      address: [[childNamed(address, "AdresL1")], [childNamed(address, "AdresL2")]],
      country: childNamed(address, "KodKraju"),
      email: descend(party, "DaneKontaktowe", "Email"),
    },
    make,
  );
};

/** "23" is a rate; "zw", "oo" and "np" are words for none. */
const rateOf = (text: string): DecimalText | null => {
  const rate = parseDecimalText(text.replace(/^(\d+) .*$/u, "$1"));
  return rate.ok ? rate.value : null;
};

const taxesOf = (body: Element | null, make: FieldMaker): readonly TaxBreakdown[] =>
  sums.flatMap(([netName, taxName, category]): TaxBreakdown[] => {
    const base = make.amount(childNamed(body, netName));
    if (base === null) return [];
    const amount = taxName === null ? null : make.amount(childNamed(body, taxName));
    return [{ category, name: "VAT", rate: null, base, amount, exemptionReason: null }];
  });

const lineOf = (line: Element, place: number, make: FieldMaker): InvoiceLine => {
  const quantity = childNamed(line, "P_8B");
  const net = childNamed(line, "P_11");
  const gross = childNamed(line, "P_11A");
  // A correction repeats a line as it was before: that part is taken back.
  const wasBefore = textOf(childNamed(line, "StanPrzed")) === "1";
  const amount = (element: Element | null) => {
    const field = make.amount(element);
    return wasBefore ? negativeOf(field) : field;
  };
  const rate = childNamed(line, "P_12");
  return {
    // The two states of a corrected line bear one number, so lines are counted anew.
    ...blankLine(String(place)),
    description: textOf(childNamed(line, "P_7"))?.replace(/\s+/gu, " ") ?? "",
    itemCode: textOf(childNamed(line, "Indeks")),
    quantity: amount(quantity),
    unit: make.parsed(childNamed(line, "P_8A"), unitOf),
    unitPrice: make.amount(childNamed(line, "P_9A") ?? (net === null ? childNamed(line, "P_9B") : null)),
    discountAmount: amount(childNamed(line, "P_10")),
    net: amount(net),
    printedAmount: net === null ? amount(gross) : null,
    taxRate: /^\d/u.test(textOf(rate) ?? "") ? make.parsed(rate, rateOf) : null,
    serviceDate: make.date(childNamed(line, "P_6A")),
    evidence: [childNamed(line, "P_7"), quantity, childNamed(line, "P_9A"), net ?? gross]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

const isCorrection = (body: Element | null): boolean =>
  textOf(childNamed(body, "RodzajFaktury"))?.startsWith("KOR") ?? false;

const isCredit = (body: Element | null): boolean =>
  isCorrection(body) && (textOf(childNamed(body, "P_15")) ?? "").startsWith("-");

const invoiceOf = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const body = childNamed(root, "Fa");
  const payment = childNamed(body, "Platnosc");
  const conditions = childNamed(body, "WarunkiTransakcji");
  const lines = childrenNamed(body, "FaWiersz").map((line, index) => lineOf(line, index + 1, make));
  const gross = make.amount(childNamed(body, "P_15"));
  const dues = childrenNamed(payment, "TerminPlatnosci");
  return {
    ...startInvoice(document, context),
    kind: isCredit(body) ? "credit-note" : "invoice",
    number: make.text(childNamed(body, "P_2")),
    issueDate: make.date(childNamed(body, "P_1")),
    // Version 2 nests the day; version 1 wrote it as `TerminyPlatnosci`.
    dueDate: make.date(
      firstSaid([
        ...dues.map((due) => childNamed(due, "Termin")),
        descend(payment, "TerminyPlatnosci", "TerminPlatnosci"),
      ]),
    ),
    taxPointDate: make.date(childNamed(body, "P_6")),
    periodStart: make.date(descend(body, "OkresFa", "P_6_Od")),
    periodEnd: make.lastDay(descend(body, "OkresFa", "P_6_Do")),
    currency: make.text(childNamed(body, "KodWaluty")),
    seller: partyOf(childNamed(root, "Podmiot1"), make),
    buyer: partyOf(childNamed(root, "Podmiot2"), make),
    orderReference: make.text(descend(conditions, "Zamowienia", "NrZamowienia")),
    agreementReference: make.text(descend(conditions, "Umowy", "NrUmowy")),
    precedingInvoice: make.text(descend(body, "DaneFaKorygowanej", "NrFaKorygowanej")),
    paymentTerms: make.text(firstSaid(dues.map((due) => childNamed(due, "TerminOpis")))),
    bankAccount: make.account(descend(payment, "RachunekBankowy", "NrRB")),
    lines,
    taxes: taxesOf(body, make),
    pricesIncludeTax: lines.some(({ net, printedAmount }) => net === null && printedAmount !== null),
    net: sumOf(sums.map(([name]) => make.amount(childNamed(body, name)))),
    tax: sumOf(sums.map(([, name]) => (name === null ? null : make.amount(childNamed(body, name))))),
    gross,
    payable: make.amount(descend(body, "Rozliczenie", "DoZaplaty")) ?? gross,
    notes: childrenNamed(body, "DodatkowyOpis")
      .map((note) => textOf(childNamed(note, "Wartosc")))
      .filter((note) => note !== null),
  };
};

/** Structured invoices of Poland's KSeF: FA(1) to FA(3). */
export const ksef: Vocabulary = {
  kindOf: (root) => {
    const form = descend(root, "Naglowek", "KodFormularza");
    const code = form?.attributes["kodSystemowy"] ?? textOf(form) ?? "";
    if (root.name !== "Faktura" || !code.startsWith("FA")) return null;
    return isCredit(childNamed(root, "Fa")) ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => ({
    invoices: [withSettledSigns(invoiceOf(document, root, context))],
  }),
};
