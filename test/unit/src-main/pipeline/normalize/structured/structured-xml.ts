import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice, NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const normalize = async (xml: string): Promise<NormalizedDocument> =>
  normalizeDocument(
    await readBytes("case.xml", xml),
    importedFile("case.xml", new TextEncoder().encode(xml)),
    context,
  );

/** An XML text through the real reader and the real room. */
export const normalizeXml = normalize;

/** The one invoice of an XML text. */
export const invoiceOf = async (xml: string): Promise<Invoice> => {
  const { invoices } = await normalize(xml);
  const [invoice] = invoices;
  if (invoice === undefined || invoices.length !== 1) throw new Error(`${invoices.length} invoices`);
  return invoice;
};

const cii = "urn:un:unece:uncefact:data:standard";

export interface CiiParts {
  readonly typeCode?: string;
  readonly lines?: string;
  readonly agreement?: string;
  readonly delivery?: string;
  readonly settlement?: string;
}

/** A D16B invoice around the given parts. */
export const ciiXml = ({ typeCode, lines, agreement, delivery, settlement }: CiiParts): string =>
  `<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="${cii}:CrossIndustryInvoice:100" xmlns:ram="${cii}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${cii}:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>0042</ram:ID><ram:TypeCode>${typeCode ?? "380"}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260331</udt:DateTimeString></ram:IssueDateTime><ram:IncludedNote><ram:Content>Thank you</ram:Content></ram:IncludedNote></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>${lines ?? ""}<ram:ApplicableHeaderTradeAgreement>${agreement ?? ""}</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery>${delivery ?? ""}</ram:ApplicableHeaderTradeDelivery><ram:ApplicableHeaderTradeSettlement>${settlement ?? ""}</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

/** One D16B line; `extra` goes into its settlement before the sum. */
export const ciiLineXml = (
  id: string,
  name: string,
  quantity: string,
  price: string,
  net: string,
  extra = "",
  head = "",
): string =>
  `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${id}</ram:LineID>${head}</ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>${name}</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="HUR">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement>${extra}<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;

const ubl = "urn:oasis:names:specification:ubl:schema:xsd";

/** A UBL document with the given root and content. */
export const ublXml = (root: string, content: string): string =>
  `<?xml version="1.0"?><${root} xmlns="${ubl}:${root}-2" xmlns:cac="${ubl}:CommonAggregateComponents-2" xmlns:cbc="${ubl}:CommonBasicComponents-2">${content}</${root}>`;
