/** A stream of pixels as a PDF may hold it, still packed as it came, and where it stands on its page in pixels. */
export interface PackedPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Entries of the image's dictionary besides its size: color space, bits, filter and its parameters. */
  readonly entries: string;
  readonly bytes: Uint8Array;
}

/** One picture of a page, or one page of a file of several. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  /** Height of a pixel divided by its width: a fax has two sides of different fineness. */
  readonly pixelAspect: number;
  /** Degrees that it asks to be turned by, clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly parts: readonly PackedPicture[];
}

/** Pixels that a picture may have before anything is unpacked. */
export const mostPicturePixels = 100_000_000;
/** Pixels of a picture that is unpacked here, a byte each, because a PDF cannot hold it as it is packed. */
export const mostDecodedPixels = 60_000_000;

/** Pixels across a page from which letters of usual size are large enough to be recognized. */
const wantedWidth = 2200;
const mostEnlarged = 3;
/** Points of one pixel at 300 dots an inch: at this scale a page is drawn pixel for pixel. */
const pointsOfPixel = 72 / 300;

/** A PDF with a page for each picture, its pixels untouched: one decoder serves the reader and the window. */
export function picturesToPdf(pages: readonly PicturePage[]): Uint8Array {
  const objects: (string | Uint8Array)[][] = [["<< /Type /Catalog /Pages 2 0 R >>"], []];
  const kids: string[] = [];
  const add = (...pieces: (string | Uint8Array)[]): number => objects.push(pieces);
  for (const page of pages) {
    const enlarged = Math.max(
      1,
      Math.min(mostEnlarged, Math.round(wantedWidth / Math.min(page.width, page.height))),
    );
    const scale = enlarged * pointsOfPixel;
    const [width, height] = [page.width * scale, page.height * page.pixelAspect * scale];
    const names = page.parts.map(({ width: across, height: down, entries, bytes }, index) => {
      const head = `<< /Type /XObject /Subtype /Image /Width ${across} /Height ${down} ${entries} /Length ${bytes.length} >>\nstream\n`;
      return `/I${index} ${add(head, bytes, "\nendstream")} 0 R`;
    });
    const drawn = page.parts.map((part, index) => {
      const [w, h] = [part.width * scale, part.height * page.pixelAspect * scale];
      const y = height - part.top * page.pixelAspect * scale - h;
      return `q ${w} 0 0 ${h} ${part.left * scale} ${y} cm /I${index} Do Q`;
    });
    const content = drawn.join("\n");
    const contents = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const sheet = add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.turn} /Resources << /XObject << ${names.join(" ")} >> >> /Contents ${contents} 0 R >>`,
    );
    kids.push(`${sheet} 0 R`);
  }
  objects[1] = [`<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`];
  return writeObjects(objects);
}

function writeObjects(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const write = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    chunks.push(bytes);
    length += bytes.length;
  };
  const offsets: number[] = [];
  write("%PDF-1.7\n");
  for (const [index, pieces] of objects.entries()) {
    offsets.push(length);
    write(`${index + 1} 0 obj\n`);
    for (const piece of pieces) write(piece);
    write("\nendobj\n");
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const pdf = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    pdf.set(chunk, at);
    at += chunk.length;
  }
  return pdf;
}
