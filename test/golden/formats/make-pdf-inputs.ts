import {
  PDFDocument,
  StandardFonts,
  degrees,
  rgb,
  setTextRenderingMode,
  TextRenderingMode,
} from "@cantoo/pdf-lib";
import type { PDFFont, PDFPage } from "@cantoo/pdf-lib";
import { zlibSync } from "fflate";

/** Inputs of the PDF reader's cases by "case/file", made from scratch and the same at every run. */
export async function makePdfInputs(): Promise<Map<string, Uint8Array>> {
  const inputs = new Map<string, Uint8Array>();
  const add = async (name: string, draw: (sheet: Sheet) => Promise<void> | void): Promise<void> => {
    const sheet = await createSheet();
    await draw(sheet);
    inputs.set(name, await sheet.save());
  };
  await add("reads-an-invoice-with-a-ruled-table/input.pdf", drawInvoice);
  await add("reads-a-rotated-page-as-shown/input.pdf", (sheet) => {
    const page = sheet.page();
    drawInvoice(sheet, page);
    page.setRotation(degrees(90));
  });
  await add("reads-text-drawn-sideways-as-upright/input.pdf", (sheet) => {
    const page = sheet.page();
    for (const [line, text] of [
      "Delivery note 4711",
      "Two pallets of bricks",
      "Received by Ana Ruiz",
    ].entries())
      page.drawText(text, { x: 100 + line * 20, y: 100, size: 11, font: sheet.plain, rotate: degrees(90) });
  });
  await add("marks-what-nobody-sees/input.pdf", drawHidden);
  await add("merges-overprints-and-spaced-letters/input.pdf", drawPieces);
  await add("parts-glued-labels-and-values/input.pdf", (sheet) => {
    const page = sheet.page();
    const lines = [
      "Total:1.234,56",
      "EUR99.50",
      "Invoice#A-77",
      "10h",
      "Foreman........$78.00/hr",
      "at 14:30 see https://x.test",
    ];
    for (const [line, text] of lines.entries())
      page.drawText(text, { x: 60, y: 780 - line * 20, size: 11, font: sheet.plain });
    page.drawText("12", { x: 60, y: 600, size: 14, font: sheet.plain });
    page.drawText("50", { x: 76, y: 606, size: 8, font: sheet.plain });
  });
  await add("reads-two-columns-one-after-the-other/input.pdf", drawColumns);
  await add("joins-a-sentence-over-pages-and-keeps-heads-apart/input.pdf", drawLongContract);
  await add("respects-the-crop-box/input.pdf", (sheet) => {
    const page = sheet.page();
    page.setCropBox(100, 400, 300, 300);
    page.drawText("Inside the crop", { x: 120, y: 650, size: 12, font: sheet.plain });
    page.drawText("Outside of it", { x: 120, y: 200, size: 12, font: sheet.plain });
  });
  await add("reads-form-fields-as-filled-in/input.pdf", (sheet) => {
    const page = sheet.page();
    page.drawText("Agreed rate:", { x: 60, y: 700, size: 11, font: sheet.plain });
    const field = sheet.document.getForm().createTextField("rate");
    field.setText("185.00 per hour");
    field.addToPage(page, { x: 150, y: 695, width: 200, height: 18, font: sheet.plain });
  });
  const invoice = inputs.get("reads-an-invoice-with-a-ruled-table/input.pdf") ?? new Uint8Array();
  inputs.set("knows-a-pdf-by-content-when-named-csv/input.csv", invoice);
  inputs.set(
    "says-that-a-cut-file-is-damaged/input.pdf",
    invoice.subarray(0, Math.floor(invoice.length * 0.93)),
  );
  inputs.set(
    "refuses-what-only-begins-like-a-pdf/input.pdf",
    new TextEncoder().encode("%PDF-1.7\nnothing more\n"),
  );
  inputs.set("says-that-a-scan-has-no-text/input.pdf", await makeScan("none"));
  inputs.set("takes-invisible-text-of-a-scan-as-ocr/input.pdf", await makeScan("invisible"));
  inputs.set("refuses-an-encrypted-file/input.pdf", await makeEncrypted());
  return inputs;
}

interface Sheet {
  readonly document: PDFDocument;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly page: () => PDFPage;
  readonly save: () => Promise<Uint8Array>;
}

const fixedDate = new Date(Date.UTC(2026, 0, 2));

async function createSheet(): Promise<Sheet> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle("A made-up document");
  document.setCreationDate(fixedDate);
  document.setModificationDate(fixedDate);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  return {
    document,
    plain,
    bold,
    page: () => document.addPage([595, 842]),
    save: () => document.save({ useObjectStreams: false }),
  };
}

function drawInvoice(sheet: Sheet, onto?: PDFPage): void {
  const page = onto ?? sheet.page();
  const at = (text: string, x: number, y: number, font = sheet.plain, size = 10): void =>
    page.drawText(text, { x, y, size, font });
  at("INVOICE", 60, 770, sheet.bold, 20);
  at("Brightwater Plumbing Ltd", 60, 735);
  at("4 Quay Street", 60, 722);
  at("Dover CT16 1AA", 60, 709);
  at("Bill to:", 330, 735);
  at("Harbor Homes plc", 330, 722);
  at("88 Mill Lane, Leeds", 330, 709);
  at("Invoice no.", 60, 670);
  at("INV-2026-014", 140, 670, sheet.bold);
  at("Date", 330, 670);
  at("14 March 2026", 400, 670);
  const columns = [60, 300, 360, 450, 535];
  const rows = [640, 620, 600, 580];
  for (const y of rows) page.drawLine({ start: { x: 60, y }, end: { x: 535, y }, thickness: 0.7 });
  for (const x of columns) page.drawLine({ start: { x, y: 640 }, end: { x, y: 580 }, thickness: 0.7 });
  const cells = [
    ["Description", "Qty", "Unit price", "Amount"],
    ["Boiler service, annual", "2", "95.00", "190.00"],
    ["Call-out, evening", "1", "120.00", "120.00"],
  ];
  for (const [row, texts] of cells.entries())
    for (const [column, text] of texts.entries())
      at(text, (columns[column] ?? 0) + 4, (rows[row] ?? 0) - 14, row === 0 ? sheet.bold : sheet.plain);
  at("Total GBP 310.00", 400, 550, sheet.bold);
}

function drawHidden(sheet: Sheet): void {
  const page = sheet.page();
  const { plain } = sheet;
  page.drawText("Amount due 40.00", { x: 60, y: 760, size: 11, font: plain });
  page.drawText("White on white", { x: 60, y: 730, size: 11, font: plain, color: rgb(1, 1, 1) });
  page.drawRectangle({ x: 55, y: 690, width: 200, height: 24, color: rgb(0.1, 0.2, 0.5) });
  page.drawText("White on blue", { x: 60, y: 698, size: 11, font: plain, color: rgb(1, 1, 1) });
  page.drawText("Much too small", { x: 60, y: 670, size: 1.5, font: plain });
  page.drawText("Beside the page", { x: -300, y: 640, size: 11, font: plain });
  page.drawText("Under a cover", { x: 60, y: 610, size: 11, font: plain });
  page.drawRectangle({ x: 50, y: 600, width: 220, height: 30, color: rgb(0.9, 0.9, 0.9) });
  page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
  page.drawText("Never painted", { x: 60, y: 580, size: 11, font: plain });
}

function drawPieces(sheet: Sheet): void {
  const page = sheet.page();
  const { plain } = sheet;
  for (const shift of [0, 0.3, 0.6]) page.drawText("Total", { x: 60 + shift, y: 760, size: 12, font: plain });
  page.drawText("I N V O I C E", { x: 60, y: 720, size: 18, font: plain });
  let x = 60;
  for (const letter of "STATEMENT") {
    page.drawText(letter, { x, y: 690, size: 14, font: plain });
    x += plain.widthOfTextAtSize(letter, 14) + 6;
  }
  x = 60;
  for (const piece of ["Con", "sult", "ing"]) {
    page.drawText(piece, { x, y: 660, size: 11, font: plain });
    x += plain.widthOfTextAtSize(piece, 11);
  }
  page.drawText("1,250", { x: 60, y: 630, size: 11, font: plain });
  page.drawText(".75", { x: 60 + plain.widthOfTextAtSize("1,250", 11) + 2, y: 630, size: 11, font: plain });
  for (const [index, digit] of ["3", "5", "7", "9"].entries())
    page.drawText(digit, { x: 60 + index * 40, y: 600, size: 11, font: plain });
}

function drawColumns(sheet: Sheet): void {
  const page = sheet.page();
  page.drawText("GENERAL TERMS OF SERVICE", { x: 180, y: 790, size: 13, font: sheet.bold });
  const left = [
    "1. Scope. The contractor performs the",
    "works listed in the order and nothing",
    "beyond them without a written change",
    "signed by both parties to the order.",
    "2. Prices. The prices of the order are",
    "fixed for its term and include travel",
    "inside the region named in the order.",
    "3. Payment. Invoices are due within",
    "thirty days of receipt by the client",
    "unless they are disputed in writing.",
  ];
  const right = [
    "4. Delay. A party that is late with a",
    "duty pays the loss that the other one",
    "can show, up to the order's value but",
    "never more than ten percent a month.",
    "5. Term. The agreement runs for one",
    "year and ends without any notice then.",
    "6. Notices. Notices are sent by letter",
    "to the address in the order or to one",
    "that the other party has named since.",
    "7. Law. The law of the seller applies.",
  ];
  for (const [line, text] of left.entries())
    page.drawText(text, { x: 60, y: 750 - line * 14, size: 10, font: sheet.plain });
  for (const [line, text] of right.entries())
    page.drawText(text, { x: 310, y: 750 - line * 14, size: 10, font: sheet.plain });
  page.drawText("Signed for the client", { x: 60, y: 560, size: 10, font: sheet.plain });
}

function drawLongContract(sheet: Sheet): void {
  const pages = [
    [
      "2.1 Fees. The client pays the fees that the schedule lists for the services in each month of the term,",
      "and the consultant invoices them monthly in arrears. The agree-",
      "ment does not allow a third-",
      "party charge. The fees under this clause are payable within thirty days from the",
    ],
    [
      "date on which the client received the invoice.",
      "2.2 Expenses. The client refunds third party costs at cost. Any party may ask for receipts.",
    ],
    ["2.3 Agreement. This agreement ends on 31 December 2026."],
  ];
  for (const [index, lines] of pages.entries()) {
    const page = sheet.page();
    page.drawText("Consulting agreement - confidential", { x: 60, y: 810, size: 8, font: sheet.plain });
    page.drawText(`Page ${index + 1} of 3`, { x: 280, y: 30, size: 8, font: sheet.plain });
    for (const [line, text] of lines.entries())
      page.drawText(text, { x: 60, y: 760 - line * 14, size: 10, font: sheet.plain });
  }
}

/** A page that is one grey picture, with or without recognized text in it. */
async function makeScan(layer: "none" | "invisible"): Promise<Uint8Array> {
  const sheet = await createSheet();
  const page = sheet.page();
  const image = await sheet.document.embedPng(greyPng());
  page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  if (layer === "invisible") {
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText("Recognized text 12.00", { x: 60, y: 700, size: 12, font: sheet.plain });
  }
  return sheet.save();
}

/** An 8 by 8 picture of one grey. */
function greyPng(): Uint8Array {
  const header = new Uint8Array([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const rows = new Uint8Array(8 * 9).fill(200);
  for (let row = 0; row < 8; row += 1) rows[row * 9] = 0;
  const chunks = [chunk("IHDR", header), chunk("IDAT", zlibSync(rows)), chunk("IEND", new Uint8Array())];
  return concatenate([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(type), data]);
  return concatenate([wordBytes(data.length), body, wordBytes(checksum(body))]);
}

const wordBytes = (value: number): Uint8Array =>
  new Uint8Array([(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function makeEncrypted(): Promise<Uint8Array> {
  const sheet = await createSheet();
  sheet.page().drawText("Nobody may read this", { x: 60, y: 700, size: 12, font: sheet.plain });
  sheet.document.encrypt({ userPassword: "a secret", ownerPassword: "another" });
  return sheet.save();
}
