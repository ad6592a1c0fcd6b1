import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  AllowanceCharge,
  Element,
  Invoice,
  InvoiceLine,
  Party,
  ReadDocument,
} from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { differenceOf, sumOf, unlessZero } from "../field-arithmetic.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The note itself, with or without the receipt of the authority around it. */
const noteOf = (root: Element): Element | null =>
  descend(root, "NFe", "infNFe") ?? childNamed(root, "infNFe");

const partyOf = (party: Element | null, addressName: string, make: FieldMaker): Party | null => {
  const address = childNamed(party, addressName);
  return structuredParty(
    {
      name: [childNamed(party, "xNome")],
      taxId: childNamed(party, "CNPJ") ?? childNamed(party, "CPF") ?? childNamed(party, "idEstrangeiro"),
      registration: childNamed(party, "IE"),
      address: [
        [childNamed(address, "xLgr"), childNamed(address, "nro"), childNamed(address, "xCpl")],
        [childNamed(address, "xBairro")],
        [childNamed(address, "CEP"), childNamed(address, "xMun"), childNamed(address, "UF")],
      ],
      email: childNamed(party, "email"),
      aliases: [childNamed(party, "xFant")],
    },
    make,
  );
};

const lineOf = (item: Element, place: number, make: FieldMaker): InvoiceLine => {
  const product = childNamed(item, "prod");
  const discount = unlessZero(make.amount(childNamed(product, "vDesc")));
  const detail = textOf(childNamed(item, "infAdProd"));
  const name = textOf(childNamed(product, "xProd")) ?? "";
  return {
    ...blankLine(item.attributes["nItem"] ?? String(place)),
    description: (detail === null ? name : `${name} ${detail}`).replace(/\s+/gu, " "),
    itemCode: textOf(childNamed(product, "cProd")),
    quantity: make.amount(childNamed(product, "qCom")),
    unit: make.parsed(childNamed(product, "uCom"), unitOf),
    unitPrice: make.amount(childNamed(product, "vUnCom")),
    discountAmount: discount,
    net: differenceOf(make.amount(childNamed(product, "vProd")), discount),
    orderReference: textOf(childNamed(product, "xPed")),
    evidence: ["xProd", "qCom", "vUnCom", "vProd"]
      .map((part) => childNamed(product, part))
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

const charges: readonly (readonly [name: string, reason: string])[] = [
  ["vFrete", "Frete"],
  ["vSeg", "Seguro"],
  ["vOutro", "Outras despesas"],
];

const chargesOf = (totals: Element | null, make: FieldMaker): readonly AllowanceCharge[] =>
  charges.flatMap(([name, reason]): AllowanceCharge[] => {
    const amount = unlessZero(make.amount(childNamed(totals, name)));
    if (amount === null) return [];
    return [{ kind: "charge", reason, percent: null, baseAmount: null, amount, taxRate: null }];
  });

const invoiceOf = (document: ReadDocument, note: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const head = childNamed(note, "ide");
  const totals = descend(note, "total", "ICMSTot");
  const items = childrenNamed(note, "det");
  const total = (name: string) => unlessZero(make.amount(childNamed(totals, name)));
  const billing = childNamed(note, "cobr");
  const subtotal = differenceOf(make.amount(childNamed(totals, "vProd")), total("vDesc"));
  const extra = sumOf(charges.map(([name]) => total(name)));
  const gross = make.amount(childNamed(totals, "vNF"));
  return {
    ...startInvoice(document, context),
    kind: textOf(childNamed(head, "finNFe")) === "4" ? "credit-note" : "invoice",
    number: make.text(childNamed(head, "nNF")),
    issueDate: make.date(childNamed(head, "dhEmi") ?? childNamed(head, "dEmi")),
    dueDate: make.date(firstSaid(childrenNamed(billing, "dup").map((each) => childNamed(each, "dVenc")))),
    taxPointDate: make.date(childNamed(head, "dhSaiEnt") ?? childNamed(head, "dSaiEnt")),
    // The schema knows no other currency.
    currency: make.parsed(childNamed(totals, "vNF"), () => "BRL"),
    seller: partyOf(childNamed(note, "emit"), "enderEmit", make),
    buyer: partyOf(childNamed(note, "dest"), "enderDest", make),
    orderReference: make.text(
      firstSaid([descend(note, "compra", "xPed"), ...items.map((item) => descend(item, "prod", "xPed"))]),
    ),
    agreementReference: make.text(descend(note, "compra", "xCont")),
    precedingInvoice: make.text(descend(head, "NFref", "refNFe")),
    lines: items.map((item, index) => lineOf(item, index + 1, make)),
    allowanceCharges: chargesOf(totals, make),
    subtotal,
    charges: extra,
    net: sumOf([subtotal, extra]),
    // ICMS, PIS and COFINS are inside the prices; only these two come on top.
    tax: sumOf([total("vIPI"), total("vST")]),
    gross,
    payable: make.amount(descend(billing, "fat", "vLiq")) ?? gross,
    notes: [textOf(descend(note, "infAdic", "infCpl"))].filter((text) => text !== null),
  };
};

/** NF-e and NFC-e 3.10 and 4.00, Brazil's invoice of goods. */
export const nfe: Vocabulary = {
  kindOf: (root) => {
    const note = root.name === "nfeProc" || root.name === "NFe" ? noteOf(root) : null;
    if (note === null) return null;
    return textOf(descend(note, "ide", "finNFe")) === "4" ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => {
    const note = noteOf(root);
    return note === null ? {} : { invoices: [invoiceOf(document, note, context)] };
  },
};
