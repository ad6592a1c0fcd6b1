import type { HostileFile, Many } from "./hostile-file.ts";
import { joinBytes, latin, utf8 } from "./hostile-file.ts";
import { onePage, packed, packedStream, pdfOf, plainStream, sentence, type PdfObject } from "./pdf-file.ts";

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
const list = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** Forms that each draw the next one twice: the last is drawn two to the power of their number times. */
const doublingForms = (count: number, isLoop: boolean): readonly PdfObject[] =>
  Array.from({ length: count }, (_, index) => {
    const next = index + 1 < count ? 11 + index : isLoop ? 10 : null;
    return plainStream(
      10 + index,
      next === null ? sentence : "/X Do /X Do\n",
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> ${next === null ? "" : `/XObject << /X ${next} 0 R >>`} >>`,
    );
  });

const drawsFirstForm = "/Resources << /Font << /F1 5 0 R >> /XObject << /X 10 0 R >> >>";

const image = (width: number, height: number, filter: string, bytes: Uint8Array): PdfObject => ({
  number: 10,
  value: `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB ${filter} /Length ${bytes.length} >>`,
  stream: bytes,
});
const drawn = plainStream(4, `q 595 0 0 842 0 0 cm /X Do Q\n${sentence}`);

const chained = (content: string, depth: number): Uint8Array => {
  let bytes = packed(content);
  for (let index = 1; index < depth; index += 1) bytes = packed(bytes);
  return bytes;
};

/** PDF files that cost more than they weigh, or lead in a circle. */
export const pdfBombs = (many: Many): readonly HostileFile[] => [
  {
    name: "flate-inside-flate.pdf",
    make: () => {
      const bytes = packed(packed(zeros(many(256))));
      return onePage({
        number: 4,
        value: `<< /Length ${bytes.length} /Filter [/FlateDecode /FlateDecode] >>`,
        stream: bytes,
      });
    },
  },
  { name: "flate-of-spaces.pdf", make: () => onePage(packedStream(4, zeros(many(192)).fill(32))) },
  {
    name: "lzw-that-swells.pdf",
    make: () =>
      onePage({
        number: 4,
        value: "<< /Length 400000 /Filter [/FlateDecode /LZWDecode] >>",
        stream: packed(zeros(many(24)).fill(0x80)),
      }),
  },
  {
    name: "run-length-that-swells.pdf",
    make: () => {
      const runs = new Uint8Array(6 * 1024 * 1024);
      for (let index = 0; index < runs.length; index += 2) runs[index] = 129;
      const bytes = packed(runs);
      return onePage({
        number: 4,
        value: `<< /Length ${bytes.length} /Filter [/FlateDecode /RunLengthDecode] >>`,
        stream: bytes,
      });
    },
  },
  {
    name: "sixty-filters.pdf",
    make: () => {
      const bytes = chained(sentence, 60);
      return onePage({
        number: 4,
        value: `<< /Length ${bytes.length} /Filter [${list(60, () => "/FlateDecode")}] >>`,
        stream: bytes,
      });
    },
  },
  {
    name: "forms-that-double-28-times.pdf",
    make: () => onePage(plainStream(4, "/X Do\n"), doublingForms(28, false), drawsFirstForm),
  },
  {
    name: "forms-in-a-circle.pdf",
    make: () => onePage(plainStream(4, `/X Do\n${sentence}`), doublingForms(3, true), drawsFirstForm),
  },
  {
    name: "contents-of-300000-parts.pdf",
    make: () =>
      pdfOf([
        { number: 1, value: "<< /Type /Catalog /Pages 2 0 R >>" },
        { number: 2, value: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" },
        {
          number: 3,
          value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents [${list(many(300_000), () => "4 0 R")}] >>`,
        },
        plainStream(4, sentence),
        { number: 5, value: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" },
      ]),
  },
  {
    name: "five-million-words.pdf",
    make: () => onePage(packedStream(4, `BT /F1 6 Tf ${"(a) Tj ".repeat(many(5_000_000))} ET`)),
  },
  {
    name: "a-word-of-ten-million-letters.pdf",
    make: () => onePage(packedStream(4, `BT /F1 6 Tf 10 10 Td (${"a".repeat(many(10_000_000))}) Tj ET`)),
  },
  {
    name: "a-million-lines.pdf",
    make: () => onePage(packedStream(4, `0 0 m ${"9 9 l 1 8 l ".repeat(many(1_000_000))} S ${sentence}`)),
  },
  {
    name: "arrays-100000-deep.pdf",
    make: () =>
      onePage(plainStream(4, `${"[".repeat(many(100_000))}${"]".repeat(many(100_000))} TJ ${sentence}`)),
  },
  {
    name: "dictionaries-100000-deep.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [{ number: 10, value: `${"<</A ".repeat(many(100_000))}1${">>".repeat(many(100_000))}` }],
        "/Extra 10 0 R",
      ),
  },
  {
    name: "saved-states-a-million-deep.pdf",
    make: () => onePage(packedStream(4, `${"q ".repeat(many(1_000_000))}${sentence}`)),
  },
  {
    name: "page-tree-in-a-circle.pdf",
    make: () =>
      pdfOf([
        { number: 1, value: "<< /Type /Catalog /Pages 2 0 R >>" },
        { number: 2, value: "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 8 >>" },
        { number: 3, value: "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 8 >>" },
      ]),
  },
  {
    name: "page-tree-that-doubles.pdf",
    make: () =>
      pdfOf([
        { number: 1, value: "<< /Type /Catalog /Pages 2 0 R >>" },
        ...Array.from({ length: 30 }, (_, index) => ({
          number: 2 + index,
          value:
            index < 29
              ? `<< /Type /Pages /Kids [${3 + index} 0 R ${3 + index} 0 R] /Count ${2 ** (29 - index)} >>`
              : "<< /Type /Page /MediaBox [0 0 9 9] >>",
        })),
      ]),
  },
  {
    name: "a-billion-pages-promised.pdf",
    make: () =>
      pdfOf([
        { number: 1, value: "<< /Type /Catalog /Pages 2 0 R >>" },
        { number: 2, value: "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>" },
        { number: 3, value: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>" },
        plainStream(4, sentence),
      ]),
  },
  {
    name: "one-page-200000-times.pdf",
    make: () =>
      pdfOf([
        { number: 1, value: "<< /Type /Catalog /Pages 2 0 R >>" },
        {
          number: 2,
          value: `<< /Type /Pages /Kids [${list(many(200_000), () => "3 0 R")}] /Count 200000 >>`,
        },
        { number: 3, value: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>" },
      ]),
  },
  {
    name: "picture-of-ten-gigapixels.pdf",
    make: () =>
      onePage(
        drawn,
        [image(100_000, 100_000, "/Filter /FlateDecode", packed(zeros(many(8))))],
        drawsFirstForm,
      ),
  },
  {
    name: "picture-whose-bytes-swell.pdf",
    make: () =>
      onePage(drawn, [image(9_000, 9_000, "/Filter /FlateDecode", packed(zeros(many(240))))], drawsFirstForm),
  },
  {
    name: "jpeg-2000-that-is-none.pdf",
    make: () =>
      onePage(
        drawn,
        [image(60_000, 60_000, "/Filter /JPXDecode", latin("\u0000\u0000\u0000\u000cjP  \r\n\u0087\n"))],
        drawsFirstForm,
      ),
  },
  {
    name: "jbig2-of-a-gigapixel.pdf",
    make: () =>
      onePage(
        drawn,
        [
          image(
            65_000,
            65_000,
            "/Filter /JBIG2Decode",
            latin(
              `\u0000\u0000\u0000\u00000\u0000\u0001\u0000\u0000\u0000\u0013\u007f\u00ff\u00ff\u00ff\u007f\u00ff\u00ff\u00ff${"\u0000".repeat(11)}`,
            ),
          ),
        ],
        drawsFirstForm,
      ),
  },
  {
    name: "index-that-points-to-itself.pdf",
    make: () => {
      const file = new TextDecoder("latin1").decode(onePage(plainStream(4, sentence)));
      const at = file.lastIndexOf("xref\n0");
      return latin(file.replace("/Root 1 0 R", `/Root 1 0 R /Prev ${at}`));
    },
  },
  {
    name: "index-of-two-billion-objects.pdf",
    make: () =>
      latin(
        new TextDecoder("latin1")
          .decode(onePage(plainStream(4, sentence)))
          .replace(/xref\n0 \d+/u, "xref\n0 2147483647")
          .replace(/\/Size \d+/u, "/Size 2147483647"),
      ),
  },
  {
    name: "object-stream-of-a-billion.pdf",
    make: () =>
      onePage(plainStream(4, sentence), [
        packedStream(10, "11 0 12 9 (x) (y)", "/Type /ObjStm /N 1000000000 /First 100"),
        packedStream(13, "14 0 (x)", "/Type /ObjStm /N 1 /First 5 /Extends 13 0 R"),
      ]),
  },
  {
    name: "character-map-without-end.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [
          packedStream(
            10,
            `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${"100 beginbfrange <0000> <FFFF> <0041> endbfrange ".repeat(many(20_000))} endcmap end end`,
          ),
          {
            number: 11,
            value:
              "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 10 0 R /DescendantFonts [12 0 R] >>",
          },
          {
            number: 12,
            value:
              "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
          },
        ],
        "/Resources << /Font << /F1 11 0 R >> >>",
      ),
  },
  {
    name: "glyph-that-draws-itself.pdf",
    make: () =>
      onePage(
        plainStream(4, "BT /F1 12 Tf 72 700 Td (aaaa) Tj ET\n"),
        [
          {
            number: 10,
            value:
              "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 11 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 10 0 R >> >> >>",
          },
          plainStream(11, "1 0 d0 BT /F1 1 Tf (aa) Tj ET"),
        ],
        "/Resources << /Font << /F1 10 0 R >> >>",
      ),
  },
  {
    name: "pattern-that-paints-itself.pdf",
    make: () =>
      onePage(
        plainStream(4, `/Pattern cs /P scn 0 0 595 842 re f ${sentence}`),
        [
          plainStream(
            10,
            "/Pattern cs /P scn 0 0 9 9 re f",
            "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 10 0 R >> >>",
          ),
        ],
        "/Resources << /Font << /F1 5 0 R >> /Pattern << /P 10 0 R >> >>",
      ),
  },
  {
    name: "annotation-that-shows-itself.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [
          {
            number: 10,
            value: "<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /F 4 /AP << /N 11 0 R >> >>",
          },
          plainStream(
            11,
            "/X Do /X Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 11 0 R >> >>",
          ),
        ],
        `/Resources << /Font << /F1 5 0 R >> >> /Annots [${list(many(20_000), () => "10 0 R")}]`,
      ),
  },
  {
    name: "outline-and-names-in-a-circle.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [
          { number: 10, value: "<< /First 11 0 R /Last 11 0 R /Count 1 >>" },
          { number: 11, value: "<< /Title (a) /Parent 10 0 R /Next 11 0 R /First 11 0 R >>" },
          { number: 12, value: "<< /Kids [12 0 R 12 0 R] /Limits [(a) (z)] >>" },
        ],
        "/Resources << /Font << /F1 5 0 R >> >>",
        "/Outlines 10 0 R /Names << /EmbeddedFiles 12 0 R >>",
      ),
  },
  {
    name: "attachment-that-swells.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [
          { number: 10, value: "<< /Names [(factur-x.xml) 11 0 R] >>" },
          {
            number: 11,
            value:
              "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /AFRelationship /Data /EF << /F 12 0 R >> >>",
          },
          packedStream(12, zeros(many(200)).fill(32), "/Type /EmbeddedFile /Subtype /text#2Fxml"),
        ],
        "/Resources << /Font << /F1 5 0 R >> >>",
        "/Names << /EmbeddedFiles 10 0 R >> /AF [11 0 R]",
      ),
  },
  {
    name: "page-as-large-as-a-country.pdf",
    make: () =>
      latin(
        new TextDecoder("latin1")
          .decode(onePage(plainStream(4, sentence)))
          .replace("[0 0 595 842]", "[0 0 1e30 1e30]"),
      ),
  },
  {
    name: "page-without-any-size.pdf",
    make: () =>
      latin(
        new TextDecoder("latin1")
          .decode(onePage(plainStream(4, sentence)))
          .replace("[0 0 595 842]", "[9 9 9 9] "),
      ),
  },
  {
    name: "runs-a-program-when-opened.pdf",
    make: () =>
      onePage(
        plainStream(4, sentence),
        [],
        "/Resources << /Font << /F1 5 0 R >> >>",
        "/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>",
      ),
  },
  {
    name: "stream-of-negative-length.pdf",
    make: () => onePage({ number: 4, value: "<< /Length -5 >>", stream: latin(sentence) }),
  },
  { name: "only-a-header.pdf", make: () => latin("%PDF-1.7\n") },
  {
    name: "pdf-and-archive-at-once.pdf",
    make: () => joinBytes(onePage(plainStream(4, sentence)), utf8("PK\u0003\u0004"), zeros(1)),
  },
];
