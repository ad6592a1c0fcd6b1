import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { findTarget } from "../../../../../src-main/pipeline/export/index.ts";
import { parseXml } from "../../../../../src-main/pipeline/read/xml/parse-xml.ts";
import type { BatchId } from "../../../../../src-shared/model/index.ts";
import { hashText } from "../../../../builders/billing-documents.ts";
import { paperFonts } from "../../../../builders/paper-fonts.ts";
import { saleInvoice } from "../../../../builders/sale-invoice.ts";
import type { SaleSpec } from "../../../../builders/sale-invoice.ts";

const folder = join(
  import.meta.dirname,
  "../../../../golden/exports/factur-x/writes-a-page-with-the-invoice-in-it",
);

function write(): { readonly bytes: Uint8Array; readonly text: string } {
  const { sales, options } = JSON.parse(readFileSync(join(folder, "input.json"), "utf8")) as {
    readonly sales: readonly SaleSpec[];
    readonly options: Readonly<Record<string, string>>;
  };
  const target = findTarget("factur-x");
  if (target === undefined) throw new Error("no target");
  const input = {
    batchId: "bat-7f3a91" as BatchId,
    invoices: sales.map((sale, index) => saleInvoice(sale, index + 1)),
    options,
    fonts: paperFonts,
    hash: hashText,
  };
  const [file] = target.write(target.plan(input), input);
  if (file === undefined) throw new Error("nothing was written");
  return { bytes: file.bytes, text: Buffer.from(file.bytes).toString("latin1") };
}

// What ISO 19005-3 asks of a file at level B, and Factur-X on top, checked on the bytes.
describe("a Factur-X file", () => {
  const { bytes, text } = write();
  let document: PDFDocument;
  let catalog: PDFDict;
  const objects = (): readonly PDFDict[] =>
    document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
      );
  const named = (dictionary: PDFDict, key: string): unknown => dictionary.lookup(PDFName.of(key));
  beforeAll(async () => {
    document = await PDFDocument.load(bytes, { updateMetadata: false });
    catalog = document.catalog;
  });

  test("begins with a header, a mark of four bytes above 127, and ends with a plain cross-reference and an id", () => {
    expect(text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/);
    expect(text).toMatch(
      /xref\n0 \d+\n0{10} 65535 f \n(\d{10} 00000 n \n)+trailer\n<<.*\/ID \[<([0-9A-F]{32})> <\2>\]>>\nstartxref\n\d+\n%%EOF\n$/,
    );
    expect(text).not.toMatch(/\/(Encrypt|ObjStm|XRef|LZWDecode|JavaScript|Launch|JS)\b/);
  });

  test("states the length of every stream as it is, and none lies outside the file", () => {
    for (const [reference, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream)) continue;
      expect(String(object.dict.get(PDFName.of("Length"))), String(reference)).toBe(
        String(object.contents.length),
      );
      expect(object.dict.has(PDFName.of("F")), "no external file").toBe(false);
    }
    const offsets = [...text.matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset));
    offsets.forEach((offset, index) =>
      expect(text.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true),
    );
  });

  test("has every font in it, as a subset with a way back to Unicode and the widths of its glyphs", () => {
    const fonts = objects().filter((each) => named(each, "Type") === PDFName.of("Font"));
    const composite = fonts.filter((each) => named(each, "Subtype") === PDFName.of("Type0"));
    expect(composite).toHaveLength(2);
    for (const font of composite) {
      expect(named(font, "Encoding")).toBe(PDFName.of("Identity-H"));
      expect(named(font, "ToUnicode")).toBeInstanceOf(PDFRawStream);
      expect(String(named(font, "BaseFont"))).toMatch(/^\/[A-Z]{6}\+LiberationSans/);
      const descendant = (named(font, "DescendantFonts") as PDFArray).lookup(0) as PDFDict;
      expect(named(descendant, "CIDToGIDMap")).toBe(PDFName.of("Identity"));
      expect(named(descendant, "BaseFont")).toBe(named(font, "BaseFont"));
      expect(named(descendant, "W")).toBeInstanceOf(PDFArray);
      const descriptor = named(descendant, "FontDescriptor") as PDFDict;
      expect(named(descriptor, "FontFile2")).toBeInstanceOf(PDFRawStream);
      expect(named(descriptor, "FontName")).toBe(named(font, "BaseFont"));
    }
  });

  test("draws without transparency, in colors that its output intent defines", () => {
    expect(text).not.toMatch(/\/(SMask|CA|ca|BM|ExtGState|Group)\b/);
    const [intent] = (named(catalog, "OutputIntents") as PDFArray)
      .asArray()
      .map((each) => document.context.lookup(each) as PDFDict);
    if (intent === undefined) throw new Error("no output intent");
    expect(named(intent, "S")).toBe(PDFName.of("GTS_PDFA1"));
    const stream = named(intent, "DestOutputProfile") as PDFRawStream;
    expect(String(named(stream.dict, "N"))).toBe("3");
    const profile = Buffer.from(decodePDFRawStream(stream).decode());
    expect([
      profile.readUInt32BE(0),
      profile.toString("latin1", 12, 20),
      profile.toString("latin1", 36, 40),
    ]).toEqual([profile.length, "mntrRGB ", "acsp"]);
    const contents = document.getPages().flatMap((page) => {
      const content = page.node.lookup(PDFName.of("Contents"));
      return content instanceof PDFRawStream
        ? [Buffer.from(decodePDFRawStream(content).decode()).toString("latin1")]
        : [];
    });
    expect(contents.join("\n")).not.toMatch(/ (k|K|cs|CS|scn|SCN|gs|sh|Do)\b/);
  });

  test("says in its metadata, unpacked, what it is, as its information does", () => {
    const stream = named(catalog, "Metadata") as PDFRawStream;
    expect(stream.dict.has(PDFName.of("Filter"))).toBe(false);
    const xmp = Buffer.from(stream.contents).toString("utf8");
    expect(xmp).toMatch(
      /^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>[\s\S]*<\?xpacket end="w"\?>$/,
    );
    const names: string[] = [];
    expect(
      parseXml(xmp, {
        open: (name: string) => void names.push(name),
        close: () => undefined,
        text: () => undefined,
      } as never),
    ).toBe(null);
    expect(names.length).toBeGreaterThan(10);
    expect(xmp).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(xmp).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${document.getTitle() ?? "?"}</rdf:li>`);
    expect(xmp).toContain(`<pdf:Producer>${document.getProducer() ?? "?"}</pdf:Producer>`);
    // No date in one place that is not in the other.
    expect([document.getCreationDate(), document.getModificationDate()]).toEqual([undefined, undefined]);
    for (const [property, value] of [
      ["DocumentType", "INVOICE"],
      ["DocumentFileName", "factur-x.xml"],
      ["Version", "1.0"],
      ["ConformanceLevel", "EN 16931"],
    ]) {
      expect(xmp).toContain(`<fx:${property ?? ""}>${value ?? ""}</fx:${property ?? ""}>`);
      expect(xmp).toContain(`<pdfaProperty:name>${property ?? ""}</pdfaProperty:name>`);
    }
  });

  test("holds the e-invoice as an associated file and as an attachment, one and the same", () => {
    const [specification] = (named(catalog, "AF") as PDFArray).asArray();
    const names = named(
      named(named(catalog, "Names") as PDFDict, "EmbeddedFiles") as PDFDict,
      "Names",
    ) as PDFArray;
    expect(String(names.get(1))).toBe(String(specification));
    const file = document.context.lookup(specification) as PDFDict;
    expect(named(file, "AFRelationship")).toBe(PDFName.of("Alternative"));
    const streams = named(file, "EF") as PDFDict;
    const stream = named(streams, "F") as PDFRawStream;
    expect(named(streams, "UF")).toBe(stream);
    expect(String(named(stream.dict, "Subtype"))).toBe("/text#2Fxml");
    const xml = Buffer.from(decodePDFRawStream(stream).decode()).toString("utf8");
    expect(xml).toContain("urn:cen.eu:en16931:2017");
    expect(String(named(named(stream.dict, "Params") as PDFDict, "Size"))).toBe(
      String(Buffer.byteLength(xml)),
    );
  });
});
