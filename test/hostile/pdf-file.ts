import { deflateSync } from "node:zlib";
import { joinBytes, latin } from "./hostile-file.ts";

/** One object of a PDF: a dictionary or value, and the bytes of its stream if it has one. */
export interface PdfObject {
  readonly number: number;
  readonly value: string;
  readonly stream?: Uint8Array;
}

export const packed = (content: string | Uint8Array): Uint8Array =>
  new Uint8Array(deflateSync(typeof content === "string" ? latin(content) : content, { level: 9 }));

/** A stream object whose content is deflated once. */
export const packedStream = (number: number, content: string | Uint8Array, extra = ""): PdfObject => {
  const stream = packed(content);
  return { number, value: `<< /Length ${stream.length} /Filter /FlateDecode ${extra} >>`, stream };
};

export const plainStream = (number: number, content: string | Uint8Array, extra = ""): PdfObject => {
  const stream = typeof content === "string" ? latin(content) : content;
  return { number, value: `<< /Length ${stream.length} ${extra} >>`, stream };
};

/** A file of objects with a right table of their places; the trailer may say more. */
export const pdfOf = (objects: readonly PdfObject[], trailer = ""): Uint8Array => {
  const parts: Uint8Array[] = [latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")];
  let at = parts[0]?.length ?? 0;
  const places = new Map<number, number>();
  for (const { number, value, stream } of objects) {
    places.set(number, at);
    const part =
      stream === undefined
        ? latin(`${number} 0 obj\n${value}\nendobj\n`)
        : joinBytes(latin(`${number} 0 obj\n${value}\nstream\n`), stream, latin("\nendstream\nendobj\n"));
    parts.push(part);
    at += part.length;
  }
  const size = Math.max(...places.keys()) + 1;
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    const place = places.get(number);
    table += place === undefined ? "0000000000 00000 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  }
  parts.push(latin(`${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return joinBytes(...parts);
};

const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/** A page of the usual kind with the given contents; `more` are objects from number 10 on, `page` goes into the page. */
export const onePage = (
  contents: PdfObject,
  more: readonly PdfObject[] = [],
  page = "/Resources << /Font << /F1 5 0 R >> >>",
  catalog = "",
): Uint8Array =>
  pdfOf([
    { number: 1, value: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>` },
    { number: 2, value: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" },
    {
      number: 3,
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`,
    },
    contents,
    { number: 5, value: font },
    ...more,
  ]);

export const sentence = "BT /F1 12 Tf 72 700 Td (Invoice 7 of 3 March 2026) Tj ET\n";
