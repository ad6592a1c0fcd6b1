const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Western European bytes of windows-1252, with the euro sign where that has it. */
function windows(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) =>
    letter === "€" ? 0x80 : letter === "–" ? 0x96 : letter.charCodeAt(0),
  );
}

function utf16(text: string, mark: "with-mark" | "bare"): Uint8Array {
  const bytes: number[] = mark === "with-mark" ? [0xff, 0xfe] : [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit);
    bytes.push(code & 255, code >> 8);
  }
  return Uint8Array.from(bytes);
}

const plainInvoice = `
                         GREENFIELD GARDENS

Greenfield Gardens            Invoice no:    GG-0042
7 Orchard Way                 Date:          3 May 2026
Exeter EX1 2AB                Due:           2 June 2026

Bill to: Mrs P. Lowe

Description                 Hours     Rate      Amount
Hedge trimming                3.5    32.00      112.00
Lawn care, May                2.0    30.00       60.00
Green waste                                      25.00

                                     Total      197.00
`;

const letter = `SERVICES AGREEMENT

This agreement is made on 1 February 2026 between Orchard Data Ltd, a company
registered in Wales, and Pell & Sons ("the Client").

1. Fees
1.1 The Client pays a fee of 450.00 EUR a month, billed in advance on the
first working day.
1.2 Work beyond 10 hours a month costs 55.00 EUR an hour.
   (a) Travel is charged at cost.
   (b) Parking is included.
2. Term
The agreement runs for 12 months.
`;

/** Inputs of the cases of text, Markdown, delimited files and XML, by "reader/case/file". */
export function makeTextInputs(): Map<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    ["text/keeps-aligned-columns-aligned/input.txt", utf8(plainInvoice)],
    ["text/joins-wrapped-lines-of-an-agreement/input.txt", utf8(letter)],
    [
      "text/reads-windows-1252/input.txt",
      windows("Prix convenu : 1.200,00 € – payable à réception\r\nDélai : 30 jours\r\n"),
    ],
    ["text/reads-utf-16/input.txt", utf16("Übergabe am 5. März\nBetrag: 80,00 €\n", "with-mark")],
    ["text/reads-utf-16-without-its-mark/input.txt", utf16("Agreed price 80.00\nper visit\n", "bare")],
    ["text/splits-pages-at-form-feeds/input.txt", utf8("First page\n\fSecond page\n\f")],
    ["text/reads-text-that-is-named-pdf/input.pdf", utf8("Accepted: the quote Q-17 of 2 May for 310.00.\n")],
    ["text/refuses-binary-content/input.txt", Uint8Array.from({ length: 64 }, (_, index) => index % 7)],
    ["text/refuses-an-empty-file/input.txt", new Uint8Array()],
    ["text/refuses-white-space-alone/input.txt", utf8(" \n\t\n")],
    [
      "markdown/reads-headings-lists-and-tables/input.md",
      utf8(
        [
          "# Services **Agreement**",
          "",
          "This agreement binds *Orchard Data Ltd* and the client named in the order form, who has signed",
          "it on the date below.",
          "",
          "Fees",
          "----",
          "",
          "1. The monthly fee is **450.00 EUR**, due on the",
          "   first day.",
          "2. Extra work:",
          "   - Engineer: 55.00 EUR/h",
          "   - Under 15\\* minutes: free",
          "",
          "| Role | Rate |",
          "|------|-----:|",
          "| Senior *engineer* | 75.00 |",
          "| A \\| B tester | 40.00 |",
          "",
          "> Signed: ____",
          "",
        ].join("\n"),
      ),
    ],
    [
      "markdown/keeps-the-lines-of-an-invoice-head/input.md",
      utf8(
        "**Invoice:** A-12\n**Date:** 2026-05-03\n**Total:** 12.00 EUR\n\n```\nHours   3\nRate    4\n```\n",
      ),
    ],
    [
      "csv/reads-semicolons-and-windows-1252/input.csv",
      windows('Rechnung;Kunde;Betrag\r\n0007;Müller & Söhne;1.234,50 €\r\n0008;"Bäcker; Groß";20,00 €\r\n'),
    ],
    [
      "csv/keeps-quotes-and-line-ends-inside-fields/input.csv",
      utf8('id,text,amount\n1,"He said ""no"",\nthen left",10.00\n2,5" pipe,7.50\n3,"open" end,1\n'),
    ],
    ["csv/takes-the-declared-delimiter/input.csv", utf8("sep=|\na|b,c\n1|2,5\n")],
    [
      "csv/reads-tabs-in-utf-16/input.csv",
      utf16("Date\tHours\n2026-01-02\t7,5\n\n2026-01-03\t0\n", "with-mark"),
    ],
    ["csv/takes-an-unclosed-quote-for-a-character/input.csv", utf8('a,b\n1,"two\n3,4\n')],
    [
      "csv/joins-a-text-with-an-unquoted-comma/input.csv",
      utf8(
        "Day,Who,Hours,What,Signed\n2026-10-05,Ana,6,Survey of the roof,R. Doe\n2026-10-06,Ana,8,Report, parts one and two,R. Doe\n2026-10-07,Bo,4,Drawings,R. Doe\n",
      ),
    ],
    [
      "csv/reads-rows-of-different-lengths/input.csv",
      utf8("Export of 3 May\n\nday,person,hours\n1,Ana,3\n2,Bo\n\n"),
    ],
    [
      "cii/knows-the-root-under-any-prefix/input.xml",
      utf8(
        '<?xml version="1.0"?><!-- made up --><ram:CrossIndustryInvoice xmlns:ram="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"><ram:ExchangedDocument><ram:ID>A-007</ram:ID></ram:ExchangedDocument></ram:CrossIndustryInvoice>',
      ),
    ],
    [
      "ubl/reads-elements-with-paths/input.xml",
      utf8(
        `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:cbc" xmlns:cac="urn:cac">
  <cbc:ID>007</cbc:ID>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="HUR">1.10</cbc:Quantity></cac:InvoiceLine>
  <cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:Note><![CDATA[A & B]]> &lt;c&gt; </cbc:Note></cac:InvoiceLine>
</Invoice>
`,
      ),
    ],
    [
      "ubl/reads-a-declared-encoding/input.xml",
      windows('<?xml version="1.0" encoding="ISO-8859-1"?><Nota><Città>Forlì</Città></Nota>'),
    ],
    [
      "ubl/refuses-a-doctype/input.xml",
      utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    ],
    ["ubl/refuses-broken-markup/input.xml", utf8("<Invoice><ID>1</Invoice>")],
    ["ubl/refuses-a-file-that-ends-early/input.xml", utf8('<?xml version="1.0"?><Invoice><ID>1</ID>')],
  ]);
}
