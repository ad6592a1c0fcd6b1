import type { HostileFile, Many } from "./hostile-file.ts";
import { utf8 } from "./hostile-file.ts";

const text = (name: string, make: () => string): HostileFile => ({ name, make: () => utf8(make()) });
const million = 1_000_000;

/** Texts that make careless patterns and loops slow: long runs of what could begin, go on or end something. */
const runs: readonly (readonly [string, string])[] = [
  ["letters", "a"],
  ["digits", "7"],
  ["spaces", " "],
  ["dots", "."],
  ["commas-and-ones", "1,"],
  ["points-and-ones", "1."],
  ["dates", "1.1."],
  ["slashes", "1/1/"],
  ["open-parentheses", "("],
  ["currency", "€ "],
  ["hyphens", "-"],
  ["at-signs", "a@a."],
  ["quotation", '"'],
  ["clauses", "§ 1 "],
  ["capital-words", "Aa "],
  ["months", "May "],
  ["tabs", "\t"],
  ["percent", "5 % "],
  ["pipes", "|"],
  ["hashes", "#"],
  ["stars", "**"],
  ["colons", "a: "],
];

/** Text formats: XML, HTML, JSON, mail, tables, bank files and plain text. */
export const textBombs = (many: Many): readonly HostileFile[] => [
  ...runs.map(([name, run]) =>
    text(
      `a-line-of-${name}.txt`,
      () => `Invoice\n${run.repeat(Math.ceil(many(400_000) / run.length))}\nTotal 5.00\n`,
    ),
  ),
  text(
    "agreement-in-one-line.txt",
    () =>
      `AGREEMENT between A Ltd and B Ltd. ${"The fee is 5.00 EUR per hour and not more than ".repeat(many(8_000))}`,
  ),
  text(
    "letters-without-end.md",
    () =>
      `# A\n\n${"[".repeat(many(200_000))}\n\n${"> ".repeat(many(100_000))}x\n\n${"- ".repeat(many(50_000))}x\n`,
  ),
  text(
    "table-of-bars.md",
    () => `|${"a|".repeat(many(100_000))}\n|${"-|".repeat(many(100_000))}\n|${"b|".repeat(many(100_000))}\n`,
  ),

  text("billion-laughs.xml", () => {
    const entities = Array.from(
      { length: 10 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    );
    return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">${entities.join("")}]><a>&e10;</a>`;
  }),
  text(
    "entity-from-a-file.xml",
    () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>',
  ),
  text(
    "entity-repeated.xml",
    () =>
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "${"x".repeat(many(100_000))}">]><a>${"&x;".repeat(many(10_000))}</a>`,
  ),
  text(
    "200000-deep.xml",
    () => `<?xml version="1.0"?>${"<a>".repeat(many(200_000))}${"</a>".repeat(many(200_000))}`,
  ),
  text(
    "100000-attributes.xml",
    () =>
      `<?xml version="1.0"?><a ${Array.from({ length: many(100_000) }, (_, index) => `b${index}="1"`).join(" ")}/>`,
  ),
  text("same-attribute-twice.xml", () => '<?xml version="1.0"?><Invoice a="1" a="2"/>'),
  text(
    "a-million-namespaces.xml",
    () =>
      `<?xml version="1.0"?><a>${Array.from({ length: many(60_000) }, (_, index) => `<b xmlns:n${index}="u${index}"/>`).join("")}</a>`,
  ),
  text("three-million-elements.xml", () => `<?xml version="1.0"?><a>${"<b/>".repeat(many(3 * million))}</a>`),
  text("comment-without-end.xml", () => `<?xml version="1.0"?><!--${"- ".repeat(many(2 * million))}`),
  text(
    "name-of-a-million-letters.xml",
    () => `<?xml version="1.0"?><${"n".repeat(many(million))}>x</${"n".repeat(many(million))}>`,
  ),
  text(
    "instruction-after-instruction.xml",
    () => `<?xml version="1.0"?>${"<?a b?>".repeat(many(300_000))}<Invoice/>`,
  ),
  text(
    "invoice-of-200000-lines.xml",
    () =>
      `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID>${"<InvoiceLine><ID>1</ID></InvoiceLine>".repeat(many(200_000))}</Invoice>`,
  ),

  text("a-million-divs-deep.html", () => `<html><body>${"<div>".repeat(many(million))}x`),
  text("tables-in-tables.html", () => `<html><body>${"<table><tr><td>".repeat(many(50_000))}5.00`),
  text("bold-after-bold.html", () => `<html><body><p>${"<b>x</b>".repeat(many(300_000))}`),
  text("less-than-signs.html", () => `<html><body>${"<".repeat(many(million))}`),
  text("tags-that-never-end.html", () => `<html><body>${"<a ".repeat(many(300_000))}`),
  text("quotes-that-never-end.html", () => `<html><body>${'<a href="'.repeat(many(200_000))}`),
  text("comments-that-never-end.html", () => `<html><body>${"<!-- ".repeat(many(300_000))}`),
  text(
    "a-thousand-columns.html",
    () => `<html><table>${`<tr>${"<td colspan=1000>1</td>".repeat(many(1_000))}</tr>`.repeat(50)}</table>`,
  ),
  text("entities.html", () => `<html><body>${"&amp;&#x41;&nope;".repeat(many(150_000))}`),
  text("list-of-lists.html", () => `<html><body>${"<ul><li>".repeat(many(100_000))}x`),

  text("arrays-a-million-deep.json", () => `${"[".repeat(many(million))}${"]".repeat(many(million))}`),
  text("objects-100000-deep.json", () => `${'{"a":'.repeat(many(100_000))}1${"}".repeat(many(100_000))}`),
  text("a-number-of-five-million-digits.json", () => `{"amount": ${"9".repeat(many(5 * million))}}`),
  text("exponent-beyond-reason.json", () => '{"amount": 1e999999999, "lines": [{"net": -1E-999999999}]}'),
  text(
    "keys-that-are-not-keys.json",
    () =>
      '{"__proto__": {"total": 5}, "constructor": {"prototype": {"x": 1}}, "hasOwnProperty": 1, "number": "1"}',
  ),
  text(
    "same-key-100000-times.json",
    () => `{${Array.from({ length: many(100_000) }, () => '"a": 1').join(",")}}`,
  ),
  text("strings-of-escapes.json", () => `{"a": "${"\\u0041".repeat(many(500_000))}"}`),

  text("ten-million-columns.csv", () => `a,b\n${",".repeat(many(10 * million))}\n1,2\n`),
  text("quote-that-never-closes.csv", () => `a,b\n"${"x,y\n".repeat(many(million))}`),
  text("quotes-and-quotes.csv", () => `a,b\n${'""'.repeat(many(million))},1\n`),
  text("a-million-rows-of-nothing.csv", () => `a,b,c\n${",,\n".repeat(many(700_000))}`),
  text("formulas.csv", () => 'Invoice Number,Customer,Amount\n=HYPERLINK("http://x";"1"),@SUM(1),+5\n'),
  text(
    "header-of-a-thousand-titles.csv",
    () => `${"Invoice Number,Amount,Date,".repeat(many(5_000))}\n${"1,2,3,".repeat(many(5_000))}\n`,
  ),

  text("mail-in-mail-300-times.eml", () => {
    const head =
      "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\nContent-Type: message/rfc822\n\n";
    return `${head.repeat(300)}end`;
  }),
  text("parts-in-parts.eml", () => {
    const parts = Array.from(
      { length: 300 },
      (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\n`,
    );
    return `From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\n${parts.join("")}x`;
  }),
  text(
    "twenty-thousand-parts.eml",
    () =>
      `From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx\n".repeat(many(20_000))}--b--`,
  ),
  text(
    "header-of-ten-megabytes.eml",
    () =>
      `From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nMessage-ID: <1@x>\nSubject: ${"=?utf-8?q?a?= ".repeat(many(700_000))}\n\nx`,
  ),
  text(
    "name-in-100000-pieces.eml",
    () =>
      `From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\nContent-Type: application/pdf;\n${Array.from({ length: many(50_000) }, (_, index) => ` name*${index}=a;`).join("\n")}\nContent-Transfer-Encoding: base64\n\nJVBERi0=`,
  ),
  text(
    "attachment-named-to-escape.eml",
    () =>
      'From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="../../../etc/passwd\u202Efdp.txt"\n\nx\n--b--',
  ),

  text(
    "tags-200000-deep.ofx",
    () =>
      `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX>${"<A>".repeat(many(200_000))}${"</A>".repeat(many(200_000))}</OFX>`,
  ),
  text("closing-tags-alone.ofx", () => `OFXHEADER:100\n\n<OFX>${"</B>".repeat(many(500_000))}`),
  text(
    "entries-without-end.sta",
    () =>
      `:20:A\n:25:1\n:60F:C260101EUR0,00\n${":61:2601010101C1,00NTRFX//Y\n:86:166?00A?20B\n".repeat(many(100_000))}`,
  ),
  text(
    "details-without-end.sta",
    () =>
      `:20:A\n:25:1\n:60F:C260101EUR0,00\n:61:2601010101C1,00NTRFX\n:86:166${"?20EREF+SVWZ+".repeat(many(100_000))}\n:62F:C260101EUR1,00\n-`,
  ),
  text(
    "pairs-beyond-the-record.bai",
    () =>
      `01,1,2,260101,0000,1,,,2/\n02,2,1,1,260101,,USD,2/\n03,1,USD/\n${"16,195,1,D,999,1,1,a,b,c/\n".repeat(many(50_000))}49,1,1/\n`,
  ),
  text(
    "columns-without-end.iif",
    () =>
      `!TRNS\tTRNSTYPE\tDATE${"\tX".repeat(many(500_000))}\nTRNS\tINVOICE\t1/1/26${"\t1".repeat(many(500_000))}\nENDTRNS\n`,
  ),
  text(
    "statement-200-deep.xml",
    () =>
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">${"<Stmt><Acct/>".repeat(60)}${"</Stmt>".repeat(60)}</Document>`,
  ),
  text(
    "half-a-surrogate.txt",
    () => `Invoice \ud800 7\n${"\u0301".repeat(many(200_000))}\n${"\u202e".repeat(many(100_000))}\n`,
  ),
];
