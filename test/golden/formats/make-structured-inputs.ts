const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Inputs of the readers of structured business documents, by their path below this folder. */
export function makeStructuredInputs(): Map<string, Uint8Array> {
  return new Map([
    [
      "cii/reads-an-invoice-with-any-prefix/input.xml",
      utf8(`<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<x:CrossIndustryInvoice xmlns:x="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:y="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:z="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <x:ExchangedDocument>
    <y:ID>0042</y:ID>
    <y:TypeCode>380</y:TypeCode>
    <y:IssueDateTime><z:DateTimeString format="102">20260331</z:DateTimeString></y:IssueDateTime>
  </x:ExchangedDocument>
</x:CrossIndustryInvoice>
`),
    ],
    [
      "cii/reads-the-first-zugferd/input.xml",
      utf8(`<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:ram:12">
  <rsm:HeaderExchangedDocument><ram:ID>R-7</ram:ID><ram:Name>RECHNUNG</ram:Name></rsm:HeaderExchangedDocument>
</rsm:CrossIndustryDocument>
`),
    ],
    [
      "cii/refuses-an-entity/input.xml",
      utf8('<?xml version="1.0"?><CrossIndustryInvoice><ID>&amount;</ID></CrossIndustryInvoice>'),
    ],
  ]);
}
