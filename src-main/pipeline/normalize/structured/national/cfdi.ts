import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  Element,
  Invoice,
  InvoiceLine,
  Party,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import {
  decimalToText,
  multiply,
  parseDecimalText,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { attributeOf, childNamed, childrenNamed, descend, textOf } from "../element-path.ts";
import { differenceOf, sumOf } from "../field-arithmetic.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import { isKnownUnitCode, unitOfCode } from "../unit-code.ts";
import type { Vocabulary } from "../vocabulary.ts";

const taxNames: Readonly<Record<string, string>> = { "001": "ISR", "002": "IVA", "003": "IEPS" };
const hundred = "100" as DecimalText;

/** "0.160000" is 16 %. */
const percentOf = (text: string): DecimalText | null => {
  const share = parseDecimalText(text);
  return share.ok ? decimalToText(withoutTrailingZeros(multiply(share.value, hundred))) : null;
};

const partyOf = (element: Element | null, make: FieldMaker): Party | null =>
  structuredParty(
    {
      name: [attributeOf(element, "Nombre")],
      taxId: attributeOf(element, "Rfc"),
      address: [[attributeOf(element, "DomicilioFiscalReceptor")]],
      country: attributeOf(element, "ResidenciaFiscal"),
    },
    make,
  );

const transfersOf = (element: Element | null): readonly Element[] =>
  childrenNamed(descend(element, "Impuestos", "Traslados"), "Traslado");

const taxOf = (transfer: Element, make: FieldMaker): TaxBreakdown => ({
  category: textOf(attributeOf(transfer, "TipoFactor"))?.toLowerCase() === "exento" ? "E" : null,
  name: taxNames[textOf(attributeOf(transfer, "Impuesto")) ?? ""] ?? null,
  rate: make.parsed(attributeOf(transfer, "TasaOCuota"), percentOf),
  base: make.amount(attributeOf(transfer, "Base")),
  amount: make.amount(attributeOf(transfer, "Importe")),
  exemptionReason: null,
});

const lineOf = (line: Element, place: number, make: FieldMaker): InvoiceLine => {
  const amount = make.amount(attributeOf(line, "Importe"));
  const discount = make.amount(attributeOf(line, "Descuento"));
  const code = attributeOf(line, "ClaveUnidad");
  const word = attributeOf(line, "Unidad");
  // The code is what the tax office checks; the word beside it is the seller's own and says more where the code does not.
  const unit = isKnownUnitCode(textOf(code) ?? "")
    ? make.parsed(code, unitOfCode)
    : make.parsed(word ?? code, unitOf);
  const [tax] = transfersOf(line);
  return {
    ...blankLine(String(place)),
    description: textOf(attributeOf(line, "Descripcion"))?.replace(/\s+/gu, " ") ?? "",
    itemCode: textOf(attributeOf(line, "NoIdentificacion")),
    quantity: make.amount(attributeOf(line, "Cantidad")),
    unit,
    unitPrice: make.amount(attributeOf(line, "ValorUnitario")),
    discountAmount: discount,
    net: differenceOf(amount, discount),
    taxRate: tax === undefined ? null : make.parsed(attributeOf(tax, "TasaOCuota"), percentOf),
    taxAmount: sumOf(transfersOf(line).map((each) => make.amount(attributeOf(each, "Importe")))),
    evidence: ["Descripcion", "Cantidad", "ValorUnitario", "Importe"]
      .map((name) => attributeOf(line, name))
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

/** Series and folio as the seller counts them; where both are left out, the stamp's id. */
const numberOf = (root: Element): Element | null => {
  const series = textOf(attributeOf(root, "Serie"));
  const folio = attributeOf(root, "Folio");
  if (folio !== null) return series === null ? folio : { ...folio, text: `${series}${folio.text}` };
  return attributeOf(descend(root, "Complemento", "TimbreFiscalDigital"), "UUID");
};

const invoiceOf = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const total = (name: string) => make.amount(attributeOf(root, name));
  const taxes = childNamed(root, "Impuestos");
  const net = differenceOf(total("SubTotal"), total("Descuento"));
  const tax = make.amount(attributeOf(taxes, "TotalImpuestosTrasladados"));
  const withholding = make.amount(attributeOf(taxes, "TotalImpuestosRetenidos"));
  const payable = total("Total");
  return {
    ...startInvoice(document, context),
    kind: textOf(attributeOf(root, "TipoDeComprobante")) === "E" ? "credit-note" : "invoice",
    number: make.text(numberOf(root)),
    issueDate: make.date(attributeOf(root, "Fecha")),
    currency: make.text(attributeOf(root, "Moneda")),
    seller: partyOf(childNamed(root, "Emisor"), make),
    buyer: partyOf(childNamed(root, "Receptor"), make),
    precedingInvoice: make.text(attributeOf(descend(root, "CfdiRelacionados", "CfdiRelacionado"), "UUID")),
    paymentTerms: make.text(attributeOf(root, "CondicionesDePago")),
    lines: childrenNamed(childNamed(root, "Conceptos"), "Concepto").map((line, index) =>
      lineOf(line, index + 1, make),
    ),
    taxes: transfersOf(root).map((transfer) => taxOf(transfer, make)),
    subtotal: net,
    net,
    tax,
    gross: sumOf([payable, withholding]),
    withholding,
    payable,
  };
};

/** CFDI 3.3 and 4.0, Mexico: income (I) and expense (E, a credit note); payroll, transfers and receipts are other papers. */
export const cfdi: Vocabulary = {
  kindOf: (root) => {
    if (root.name !== "Comprobante" || !/sat\.gob\.mx\/cfd/u.test(root.namespace)) return null;
    const type = textOf(attributeOf(root, "TipoDeComprobante"));
    if (type === "E") return "credit-note";
    if (type === "I") return "invoice";
    return type === "P" ? "payment" : null;
  },
  read: (document, root, kind, context) =>
    kind === "payment" ? {} : { invoices: [withSettledSigns(invoiceOf(document, root, context))] },
};
