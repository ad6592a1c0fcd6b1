import { zlibSync } from "fflate";

/** One value of a PDF, written as it stands in the file. */
export type PdfText = string;

/** The nearest whole number, for places on a page; money never comes here. */
export const nearest = (value: number): number => Math.floor(value + 0.5);

/** A number as PDF writes it: at most two decimals, no exponent. */
export function pdfNumber(value: number): PdfText {
  const hundredths = nearest(value * 100);
  const sign = hundredths < 0 ? "-" : "";
  const size = Math.abs(hundredths);
  const rest = size % 100;
  const whole = (size - rest) / 100;
  return rest === 0
    ? `${sign}${whole}`
    : `${sign}${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** Text outside a page, such as a title: UTF-16 with its mark, as hex. */
export function pdfString(text: string): PdfText {
  let hex = "FEFF";
  for (let index = 0; index < text.length; index += 1)
    hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  return `<${hex}>`;
}

/** A name, its special characters escaped: `/text#2Fxml`. */
export const pdfName = (name: string): PdfText =>
  `/${name.replaceAll(/[^A-Za-z0-9_.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}`;

export const pdfDictionary = (entries: Readonly<Record<string, PdfText | null>>): PdfText =>
  `<<${Object.keys(entries)
    .filter((key) => entries[key] !== null)
    .map((key) => `/${key} ${entries[key] ?? ""}`)
    .join(" ")}>>`;

/** For ASCII alone: everything else was turned into hex before. */
const encoder = new TextEncoder();

/** Four bytes above 127 tell file transfers that this is no text. */
const head = Uint8Array.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", (character) => character.charCodeAt(0));

/** Packs bytes as streams are packed. */
export const pack = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 6 });

/** Collects the objects of a file in the order in which they are asked for; the same calls give the same bytes. */
export class PdfObjects {
  private readonly bodies: (readonly Uint8Array[])[] = [];

  /** Room for an object that is written later; gives its reference. */
  reserve(): PdfText {
    this.bodies.push([]);
    return `${this.bodies.length} 0 R`;
  }

  write(reference: PdfText, body: PdfText): void {
    this.bodies[numberOf(reference)] = [encoder.encode(body)];
  }

  add(body: PdfText): PdfText {
    const reference = this.reserve();
    this.write(reference, body);
    return reference;
  }

  /** A stream as it is: packing a page or an e-invoice takes longer than all else, and saves little beside the fonts. */
  addStream(entries: Readonly<Record<string, PdfText | null>>, bytes: Uint8Array): PdfText {
    return this.put(entries, bytes);
  }

  /** A stream whose bytes were packed before, for what many files have in common. */
  addPacked(entries: Readonly<Record<string, PdfText | null>>, packed: Uint8Array): PdfText {
    return this.put({ ...entries, Filter: "/FlateDecode" }, packed);
  }

  private put(entries: Readonly<Record<string, PdfText | null>>, bytes: Uint8Array): PdfText {
    const dictionary = pdfDictionary({ ...entries, Length: String(bytes.length) });
    this.bodies.push([encoder.encode(`${dictionary}\nstream\n`), bytes, encoder.encode("\nendstream")]);
    return `${this.bodies.length} 0 R`;
  }

  /** The whole file. The id is of the content: hex, 32 digits. */
  toBytes(root: PdfText, info: PdfText | null, fileId: string): Uint8Array {
    const parts: Uint8Array[] = [];
    let size = 0;
    const put = (bytes: Uint8Array): void => {
      parts.push(bytes);
      size += bytes.length;
    };
    put(head);
    const offsets: number[] = [];
    for (const [index, body] of this.bodies.entries()) {
      offsets.push(size);
      put(encoder.encode(`${index + 1} 0 obj\n`));
      for (const part of body) put(part);
      put(encoder.encode("\nendobj\n"));
    }
    const start = size;
    const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const trailer = pdfDictionary({
      Size: String(offsets.length + 1),
      Root: root,
      Info: info,
      ID: `[<${fileId}> <${fileId}>]`,
    });
    put(
      encoder.encode(
        `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

const numberOf = (reference: PdfText): number => Number(reference.split(" ")[0]) - 1;

export const toBytes = (text: PdfText): Uint8Array => encoder.encode(text);
