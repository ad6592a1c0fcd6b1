import { blankLine } from "../../../../../src-shared/model/index.ts";
import type { Element, Invoice, Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { childNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { differenceOf, unlessZero } from "../field-arithmetic.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Where one of the two layouts writes what the other writes elsewhere. */
interface ServiceNote {
  readonly number: Element | null;
  readonly issued: Element | null;
  readonly seller: Party | null;
  readonly buyer: Party | null;
  readonly description: Element | null;
  readonly price: Element | null;
  readonly discount: Element | null;
  readonly withheld: Element | null;
  readonly payable: Element | null;
  readonly order: Element | null;
}

const idOf = (party: Element | null): Element | null => {
  const ids = childNamed(party, "CpfCnpj") ?? party;
  return firstSaid(["CNPJ", "Cnpj", "CPF", "Cpf", "NIF"].map((name) => childNamed(ids, name)));
};

const nationalParty = (party: Element | null, make: FieldMaker): Party | null => {
  const address = childNamed(party, "end") ?? childNamed(party, "enderNac");
  return structuredParty(
    {
      name: [childNamed(party, "xNome")],
      taxId: idOf(party),
      registration: childNamed(party, "IM"),
      address: [
        [childNamed(address, "xLgr"), childNamed(address, "nro"), childNamed(address, "xCpl")],
        [childNamed(address, "xBairro")],
        [childNamed(address, "CEP") ?? descend(address, "endNac", "CEP"), childNamed(address, "UF")],
      ],
      email: childNamed(party, "email"),
      aliases: [childNamed(party, "xFant")],
    },
    make,
  );
};

/** The layout of the whole country: `NFSe`. */
const nationalNote = (root: Element, make: FieldMaker): ServiceNote => {
  const note = childNamed(root, "infNFSe");
  const declared = descend(note, "DPS", "infDPS");
  const values = childNamed(declared, "valores");
  return {
    number: childNamed(note, "nNFSe"),
    issued: childNamed(declared, "dhEmi") ?? childNamed(note, "dhProc"),
    seller: nationalParty(childNamed(note, "emit") ?? childNamed(declared, "prest"), make),
    buyer: nationalParty(childNamed(declared, "toma"), make),
    description: descend(declared, "serv", "cServ", "xDescServ"),
    price: descend(values, "vServPrest", "vServ"),
    discount: descend(values, "vDescCondIncond", "vDescIncond"),
    withheld: descend(note, "valores", "vTotalRet"),
    payable: descend(note, "valores", "vLiq"),
    order: descend(declared, "serv", "infoCompl", "xPed"),
  };
};

const municipalParty = (party: Element | null, idName: string, make: FieldMaker): Party | null => {
  const address = childNamed(party, "Endereco");
  return structuredParty(
    {
      name: [childNamed(party, "RazaoSocial")],
      taxId: idOf(childNamed(party, idName)),
      registration: descend(party, idName, "InscricaoMunicipal"),
      address: [
        [childNamed(address, "Endereco"), childNamed(address, "Numero"), childNamed(address, "Complemento")],
        [childNamed(address, "Bairro")],
        [childNamed(address, "Cep"), childNamed(address, "Uf")],
      ],
      email: descend(party, "Contato", "Email"),
      aliases: [childNamed(party, "NomeFantasia")],
    },
    make,
  );
};

/** The layout that most cities share (ABRASF 1 and 2): `InfNfse`, where version 2 nests what was declared. */
const municipalNote = (note: Element, make: FieldMaker): ServiceNote => {
  const declared =
    descend(note, "DeclaracaoPrestacaoServico", "InfDeclaracaoPrestacaoServico") ??
    childNamed(note, "DeclaracaoPrestacaoServico") ??
    note;
  const service = childNamed(declared, "Servico");
  const values = childNamed(service, "Valores");
  return {
    number: childNamed(note, "Numero"),
    issued: childNamed(note, "DataEmissao"),
    seller: municipalParty(
      childNamed(note, "PrestadorServico") ?? childNamed(declared, "Prestador"),
      "IdentificacaoPrestador",
      make,
    ),
    buyer: municipalParty(
      childNamed(declared, "TomadorServico") ?? childNamed(declared, "Tomador"),
      "IdentificacaoTomador",
      make,
    ),
    description: childNamed(service, "Discriminacao"),
    price: childNamed(values, "ValorServicos"),
    discount: childNamed(values, "DescontoIncondicionado"),
    withheld: null,
    payable: childNamed(values, "ValorLiquidoNfse") ?? descend(note, "ValoresNfse", "ValorLiquidoNfse"),
    order: null,
  };
};

const municipalRoots: readonly (readonly string[])[] = [["InfNfse"], ["Nfse", "InfNfse"]];

const municipalOf = (root: Element): Element | null =>
  root.name === "CompNfse" || root.name === "Nfse"
    ? firstElement(municipalRoots.map((path) => descend(root, ...path)))
    : null;

const firstElement = (elements: readonly (Element | null)[]): Element | null =>
  elements.find((element) => element !== null) ?? null;

const noteOf = (root: Element, make: FieldMaker): ServiceNote | null => {
  if (root.name === "NFSe" && childNamed(root, "infNFSe") !== null) return nationalNote(root, make);
  const municipal = municipalOf(root);
  return municipal === null ? null : municipalNote(municipal, make);
};

const invoiceOf = (
  document: ReadDocument,
  note: ServiceNote,
  make: FieldMaker,
  context: NormalizeContext,
): Invoice => {
  const price = make.amount(note.price);
  const discount = unlessZero(make.amount(note.discount));
  const net = differenceOf(price, discount);
  const parts = [note.description, note.price].filter((part) => part !== null);
  return {
    ...startInvoice(document, context),
    number: make.text(note.number),
    issueDate: make.date(note.issued),
    // The schema knows no other currency.
    currency: make.parsed(note.price, () => "BRL"),
    seller: note.seller,
    buyer: note.buyer,
    orderReference: make.text(note.order),
    lines: [
      {
        ...blankLine("1"),
        description: textOf(note.description)?.replace(/\s+/gu, " ") ?? "",
        discountAmount: discount,
        net,
        evidence: parts.map(make.evidence),
      },
    ],
    // ISS is inside the price: what the service costs is what is due, less what the buyer withholds.
    net,
    gross: net,
    withholding: unlessZero(make.amount(note.withheld)),
    payable: make.amount(note.payable) ?? net,
  };
};

/** NFS-e, Brazil's invoice of services, in the layout of the country and in that of most cities. */
export const nfse: Vocabulary = {
  kindOf: (root) =>
    (root.name === "NFSe" && childNamed(root, "infNFSe") !== null) || municipalOf(root) !== null
      ? "invoice"
      : null,
  read: (document, root, _kind, context) => {
    const make = createFieldMaker(document, "invoice");
    const note = noteOf(root, make);
    return note === null ? {} : { invoices: [invoiceOf(document, note, make, context)] };
  },
};
