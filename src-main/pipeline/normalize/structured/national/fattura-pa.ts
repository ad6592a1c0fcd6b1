import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  AllowanceCharge,
  Element,
  Invoice,
  InvoiceKind,
  InvoiceLine,
  Party,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { differenceOf, productOf, shareOf, sumOf, type Amount } from "../field-arithmetic.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Tipo documento: TD04 and TD08 credit, TD05 and TD09 debit, TD16 to TD23 and TD27 are issued to oneself. */
const kindOfType = (type: string): InvoiceKind => {
  if (type === "TD04" || type === "TD08") return "credit-note";
  if (type === "TD05" || type === "TD09") return "debit-note";
  return /^TD(?:1[6-9]|2[0-37-9])$/u.test(type) ? "self-billed" : "invoice";
};

const generalOf = (body: Element): Element | null => descend(body, "DatiGenerali", "DatiGeneraliDocumento");

const partyOf = (element: Element | null, make: FieldMaker): Party | null => {
  const master = childNamed(element, "DatiAnagrafici");
  const names = childNamed(master, "Anagrafica");
  const seat = childNamed(element, "Sede");
  const vat = descend(master, "IdFiscaleIVA", "IdCodice");
  return structuredParty(
    {
      name:
        textOf(childNamed(names, "Denominazione")) === null
          ? [childNamed(names, "Nome"), childNamed(names, "Cognome")]
          : [childNamed(names, "Denominazione")],
      taxId: vat ?? childNamed(master, "CodiceFiscale"),
      taxIdPrefix: vat === null ? null : textOf(descend(master, "IdFiscaleIVA", "IdPaese")),
      registration: descend(element, "IscrizioneREA", "NumeroREA"),
      address: [
        [childNamed(seat, "Indirizzo"), childNamed(seat, "NumeroCivico")],
        [childNamed(seat, "CAP"), childNamed(seat, "Comune"), childNamed(seat, "Provincia")],
      ],
      country: childNamed(seat, "Nazione"),
      email: descend(element, "Contatti", "Email"),
    },
    make,
  );
};

/** Discounts of a line are per unit and follow each other: what they take off the whole line. */
const lineDiscountOf = (line: Element, price: Amount, quantity: Amount, make: FieldMaker): Amount => {
  let left = price;
  for (const discount of childrenNamed(line, "ScontoMaggiorazione")) {
    const fixed = make.amount(childNamed(discount, "Importo"));
    const off = fixed ?? productOf(left, shareOf(make.amount(childNamed(discount, "Percentuale"))));
    const isCharge = textOf(childNamed(discount, "Tipo")) === "MG";
    left = isCharge ? sumOf([left, off]) : differenceOf(left, off);
  }
  return left === price ? null : productOf(differenceOf(price, left), quantity);
};

/** Whether a reference block stands for a line: those without line numbers stand for all of them. */
const isFor = (reference: Element, line: string | null): boolean => {
  const named = childrenNamed(reference, "RiferimentoNumeroLinea").map(textOf);
  return named.length === 0 || named.includes(line);
};

const lineOf = (line: Element, body: Element, place: number, make: FieldMaker): InvoiceLine => {
  const number = textOf(childNamed(line, "NumeroLinea"));
  const unitPrice = make.amount(childNamed(line, "PrezzoUnitario"));
  const printed = make.amount(childNamed(line, "Quantita"));
  const one = make.parsed(childNamed(line, "PrezzoUnitario"), () => "1" as DecimalText);
  const unit = childNamed(line, "UnitaMisura");
  const net = childNamed(line, "PrezzoTotale");
  const general = childNamed(body, "DatiGenerali");
  return {
    ...blankLine(number ?? String(place)),
    description: textOf(childNamed(line, "Descrizione"))?.replace(/\s+/gu, " ") ?? "",
    itemCode: textOf(descend(line, "CodiceArticolo", "CodiceValore")),
    quantity: printed,
    unit: make.parsed(unit, unitOf),
    unitPrice,
    discountAmount: lineDiscountOf(line, unitPrice, printed ?? one, make),
    net: make.amount(net),
    taxRate: make.amount(childNamed(line, "AliquotaIVA")),
    taxCategory: textOf(childNamed(line, "Natura")),
    periodStart: make.date(childNamed(line, "DataInizioPeriodo")),
    periodEnd: make.lastDay(childNamed(line, "DataFinePeriodo")),
    sourceIds: childrenNamed(general, "DatiDDT")
      .filter((note) => isFor(note, number))
      .map((note) => textOf(childNamed(note, "NumeroDDT")))
      .filter((id) => id !== null),
    orderReference:
      childrenNamed(general, "DatiOrdineAcquisto")
        .filter((order) => isFor(order, number))
        .map((order) => textOf(childNamed(order, "IdDocumento")))
        .find((id) => id !== null) ?? null,
    evidence: [childNamed(line, "Descrizione"), childNamed(line, "Quantita"), unit, net]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

/** The contribution to a professional fund, and what the whole document is reduced or raised by. */
const allowanceCharges = (general: Element | null, make: FieldMaker): readonly AllowanceCharge[] => {
  const funds = childrenNamed(general, "DatiCassaPrevidenziale").flatMap((fund): AllowanceCharge[] => {
    const amount = make.amount(childNamed(fund, "ImportoContributoCassa"));
    if (amount === null) return [];
    return [
      {
        kind: "charge",
        reason: "Cassa previdenziale",
        percent: make.amount(childNamed(fund, "AlCassa"))?.value ?? null,
        baseAmount: make.amount(childNamed(fund, "ImponibileCassa"))?.value ?? null,
        amount,
        taxRate: make.amount(childNamed(fund, "AliquotaIVA"))?.value ?? null,
      },
    ];
  });
  const others = childrenNamed(general, "ScontoMaggiorazione").flatMap((entry): AllowanceCharge[] => {
    const amount = make.amount(childNamed(entry, "Importo"));
    if (amount === null) return [];
    const isCharge = textOf(childNamed(entry, "Tipo")) === "MG";
    return [
      {
        kind: isCharge ? "charge" : "allowance",
        reason: isCharge ? "Maggiorazione" : "Sconto",
        percent: make.amount(childNamed(entry, "Percentuale"))?.value ?? null,
        baseAmount: null,
        amount,
        taxRate: null,
      },
    ];
  });
  return [...funds, ...others];
};

const taxOf = (summary: Element, make: FieldMaker): TaxBreakdown => ({
  category: textOf(childNamed(summary, "Natura")),
  name: "IVA",
  rate: make.amount(childNamed(summary, "AliquotaIVA")),
  base: make.amount(childNamed(summary, "ImponibileImporto")),
  amount: make.amount(childNamed(summary, "Imposta")),
  exemptionReason: textOf(childNamed(summary, "RiferimentoNormativo")),
});

/** What the buyer pays to the state instead: the withheld income tax, and the tax itself where its payment is split. */
const withheldOf = (general: Element | null, summaries: readonly Element[], make: FieldMaker): Amount =>
  sumOf([
    ...childrenNamed(general, "DatiRitenuta").map((each) => make.amount(childNamed(each, "ImportoRitenuta"))),
    ...summaries
      .filter((summary) => textOf(childNamed(summary, "EsigibilitaIVA")) === "S")
      .map((summary) => make.amount(childNamed(summary, "Imposta"))),
  ]);

/** What is to be paid: the instalments together, which are less tax where the buyer pays that to the state. */
const payableOf = (payments: readonly Element[], gross: Amount, make: FieldMaker): Amount =>
  sumOf(payments.map((each) => make.amount(childNamed(each, "ImportoPagamento")))) ?? gross;

const invoiceOf = (
  document: ReadDocument,
  header: Element | null,
  body: Element,
  place: number,
  context: NormalizeContext,
): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const data = childNamed(body, "DatiGenerali");
  const general = generalOf(body);
  const summaries = childrenNamed(childNamed(body, "DatiBeniServizi"), "DatiRiepilogo");
  const payments = childrenNamed(body, "DatiPagamento").flatMap((each) =>
    childrenNamed(each, "DettaglioPagamento"),
  );
  const net = sumOf(summaries.map((each) => make.amount(childNamed(each, "ImponibileImporto"))));
  const tax = sumOf(summaries.map((each) => make.amount(childNamed(each, "Imposta"))));
  const gross = make.amount(childNamed(general, "ImportoTotaleDocumento")) ?? sumOf([net, tax]);
  const references = (name: string) =>
    make.text(firstSaid(childrenNamed(data, name).map((each) => childNamed(each, "IdDocumento"))));
  return {
    ...startInvoice(document, context, place),
    kind: kindOfType(textOf(childNamed(general, "TipoDocumento")) ?? ""),
    number: make.text(childNamed(general, "Numero")),
    issueDate: make.date(childNamed(general, "Data")),
    dueDate: make.date(firstSaid(payments.map((each) => childNamed(each, "DataScadenzaPagamento")))),
    currency: make.text(childNamed(general, "Divisa")),
    seller: partyOf(childNamed(header, "CedentePrestatore"), make),
    buyer: partyOf(childNamed(header, "CessionarioCommittente"), make),
    orderReference: references("DatiOrdineAcquisto"),
    agreementReference: references("DatiContratto") ?? references("DatiConvenzione"),
    projectReference: make.text(
      firstSaid(
        ["DatiOrdineAcquisto", "DatiContratto", "DatiConvenzione"].flatMap((name) =>
          childrenNamed(data, name).map((each) => childNamed(each, "CodiceCommessaConvenzione")),
        ),
      ),
    ),
    precedingInvoice: references("DatiFattureCollegate"),
    bankAccount: make.account(firstSaid(payments.map((each) => childNamed(each, "IBAN")))),
    lines: childrenNamed(childNamed(body, "DatiBeniServizi"), "DettaglioLinee").map((line, index) =>
      lineOf(line, body, index + 1, make),
    ),
    allowanceCharges: allowanceCharges(general, make),
    taxes: summaries.map((summary) => taxOf(summary, make)),
    net,
    tax,
    gross,
    withholding: withheldOf(general, summaries, make),
    rounding: make.amount(childNamed(general, "Arrotondamento")),
    payable: payableOf(payments, gross, make),
    taxNote: make.text(firstSaid(summaries.map((each) => childNamed(each, "RiferimentoNormativo")))),
    notes: childrenNamed(general, "Causale")
      .map(textOf)
      .filter((note) => note !== null),
  };
};

/** FatturaPA, the format of Italy's exchange system (versions 1.0 to 1.2, FPA12 and FPR12): a file may hold several. */
export const fatturaPa: Vocabulary = {
  kindOf: (root) => {
    if (root.name !== "FatturaElettronica") return null;
    const [body] = childrenNamed(root, "FatturaElettronicaBody");
    if (body === undefined) return null;
    const kind = kindOfType(textOf(childNamed(generalOf(body), "TipoDocumento")) ?? "");
    return kind === "credit-note" ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => ({
    invoices: childrenNamed(root, "FatturaElettronicaBody").map((body, index) =>
      withSettledSigns(
        invoiceOf(document, childNamed(root, "FatturaElettronicaHeader"), body, index + 1, context),
      ),
    ),
  }),
};
