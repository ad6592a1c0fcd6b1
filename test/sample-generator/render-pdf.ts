import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from "@cantoo/pdf-lib";
import type { TextBlock } from "./render-docx.ts";
import { currencySign, type InvoiceSpec, type Wording } from "./invoice-spec.ts";

const stamp = new Date(Date.UTC(2026, 10, 2, 9, 0, 0));
const ink = rgb(0.1, 0.12, 0.16);
const soft = rgb(0.42, 0.45, 0.5);

interface Sheet {
  readonly pdf: PDFDocument;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  page: PDFPage;
  y: number;
}

const margin = 56;
const bottom = 70;

const openSheet = async (size: readonly [number, number], family: "sans" | "serif"): Promise<Sheet> => {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(stamp);
  pdf.setModificationDate(stamp);
  pdf.setProducer("Countersign sample");
  const plain = await pdf.embedFont(family === "sans" ? StandardFonts.Helvetica : StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(
    family === "sans" ? StandardFonts.HelveticaBold : StandardFonts.TimesRomanBold,
  );
  const page = pdf.addPage([...size] as [number, number]);
  return { pdf, plain, bold, page, y: page.getHeight() - margin };
};

const write = (
  sheet: Sheet,
  text: string,
  x: number,
  y: number,
  size = 10,
  font = sheet.plain,
  color = ink,
): void => {
  sheet.page.drawText(text, { x, y, size, font, color });
};

const writeRight = (
  sheet: Sheet,
  text: string,
  right: number,
  y: number,
  size = 10,
  font = sheet.plain,
): void => {
  write(sheet, text, right - font.widthOfTextAtSize(text, size), y, size, font);
};

const rule = (sheet: Sheet, x: number, y: number, width: number): void => {
  sheet.page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness: 0.6, color: soft });
};

const wrap = (text: string, font: PDFFont, size: number, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const next = line === "" ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(next, size) > width && line !== "") {
      lines.push(line);
      line = word;
    } else line = next;
  }
  return line === "" ? lines : [...lines, line];
};

const advance = (sheet: Sheet, by: number): void => {
  sheet.y -= by;
  if (sheet.y >= bottom) return;
  sheet.page = sheet.pdf.addPage([sheet.page.getWidth(), sheet.page.getHeight()]);
  sheet.y = sheet.page.getHeight() - margin;
};

const save = async (sheet: Sheet): Promise<Uint8Array> =>
  sheet.pdf.save({ useObjectStreams: false, updateFieldAppearances: false });

/** Layouts of a printed invoice: where its blocks stand. */
export type InvoiceLayout = "letter" | "window" | "ledger";

const metaOf = (spec: InvoiceSpec, words: Wording): readonly (readonly [string, string])[] => [
  [words.number, spec.number],
  [words.date, words.formatDate(spec.issueDate)],
  ...(spec.dueDate === undefined ? [] : [[words.due, words.formatDate(spec.dueDate)] as const]),
  ...(spec.period === undefined
    ? []
    : [[words.period, `${words.formatDate(spec.period[0])} – ${words.formatDate(spec.period[1])}`] as const]),
  ...(spec.order === undefined ? [] : [[words.order, spec.order] as const]),
  ...(spec.agreement === undefined ? [] : [[words.agreement, spec.agreement] as const]),
  ...(spec.preceding === undefined ? [] : [[words.preceding, spec.preceding] as const]),
];

const titleOf = (spec: InvoiceSpec, words: Wording): string =>
  spec.kind === "credit-note" ? words.creditNote : words.invoice;

const drawHead = (sheet: Sheet, spec: InvoiceSpec, words: Wording, layout: InvoiceLayout): void => {
  const width = sheet.page.getWidth();
  const right = width - margin;
  const top = sheet.y;
  const meta = metaOf(spec, words);
  if (layout === "letter") {
    write(sheet, spec.seller.name, margin, top, 15, sheet.bold);
    spec.seller.address.forEach((line, index) =>
      write(sheet, line, margin, top - 16 - index * 12, 9, sheet.plain, soft),
    );
    writeRight(sheet, titleOf(spec, words), right, top, 22, sheet.bold);
    meta.forEach(([label, value], index) => {
      write(sheet, label, right - 210, top - 34 - index * 14, 9, sheet.plain, soft);
      writeRight(sheet, value, right, top - 34 - index * 14, 10);
    });
    const block = top - 78;
    write(sheet, words.billTo, margin, block, 9, sheet.bold, soft);
    [spec.buyer.name, ...spec.buyer.address].forEach((line, index) =>
      write(sheet, line, margin, block - 14 - index * 13, 10),
    );
    sheet.y = Math.min(block - 14 - (spec.buyer.address.length + 1) * 13, top - 34 - meta.length * 14) - 22;
    return;
  }
  if (layout === "window") {
    writeRight(sheet, spec.seller.name, right, top, 13, sheet.bold);
    spec.seller.address.forEach((line, index) => writeRight(sheet, line, right, top - 15 - index * 12, 9));
    const address = top - 92;
    write(
      sheet,
      `${spec.seller.name} · ${spec.seller.address.join(" · ")}`,
      margin,
      address + 16,
      6.5,
      sheet.plain,
      soft,
    );
    [spec.buyer.name, ...spec.buyer.address].forEach((line, index) =>
      write(sheet, line, margin, address - index * 13, 10),
    );
    const titleY = address - 92;
    write(
      sheet,
      `${titleOf(spec, words).slice(0, 1)}${titleOf(spec, words).slice(1).toLowerCase()} ${spec.number}`,
      margin,
      titleY,
      16,
      sheet.bold,
    );
    meta
      .slice(1)
      .forEach(([label, value], index) =>
        write(sheet, `${label}: ${value}`, margin, titleY - 20 - index * 14, 10),
      );
    sheet.y = titleY - 20 - (meta.length - 1) * 14 - 20;
    return;
  }
  write(sheet, titleOf(spec, words), margin, top, 18, sheet.bold);
  rule(sheet, margin, top - 8, right - margin);
  const column = (right - margin) / Math.min(4, meta.length);
  const first = meta.slice(0, 4);
  first.forEach(([label, value], index) => {
    write(sheet, label, margin + index * column, top - 24, 8, sheet.bold, soft);
    write(sheet, value, margin + index * column, top - 37, 9.5);
  });
  meta.slice(4).forEach(([label, value], index) => {
    write(sheet, label, margin + index * column, top - 56, 8, sheet.bold, soft);
    write(sheet, value, margin + index * column, top - 69, 9.5);
  });
  const y = top - (meta.length > 4 ? 96 : 64);
  write(sheet, "From", margin, y, 8, sheet.bold, soft);
  write(sheet, words.billTo, margin + 260, y, 8, sheet.bold, soft);
  [spec.seller.name, ...spec.seller.address].forEach((line, index) =>
    write(sheet, line, margin, y - 13 - index * 12, 10, index === 0 ? sheet.bold : sheet.plain),
  );
  [spec.buyer.name, ...spec.buyer.address].forEach((line, index) =>
    write(sheet, line, margin + 260, y - 13 - index * 12, 10, index === 0 ? sheet.bold : sheet.plain),
  );
  sheet.y = y - 13 - (Math.max(spec.seller.address.length, spec.buyer.address.length) + 1) * 12 - 20;
};

const drawTable = (sheet: Sheet, spec: InvoiceSpec, words: Wording): void => {
  const right = sheet.page.getWidth() - margin;
  const edges = { quantity: right - 210, unit: right - 200, price: right - 82, amount: right };
  const [description, quantity, unit, price, total] = words.columns;
  write(sheet, description, margin, sheet.y, 9, sheet.bold);
  writeRight(sheet, quantity, edges.quantity, sheet.y, 9, sheet.bold);
  write(sheet, unit, edges.unit, sheet.y, 9, sheet.bold);
  writeRight(sheet, price, edges.price, sheet.y, 9, sheet.bold);
  writeRight(sheet, total, edges.amount, sheet.y, 9, sheet.bold);
  rule(sheet, margin, sheet.y - 5, right - margin);
  advance(sheet, 20);
  for (const line of spec.lines) {
    const rows = wrap(line.description, sheet.plain, 10, edges.quantity - 40 - margin);
    writeRight(sheet, words.formatAmount(line.quantity), edges.quantity, sheet.y);
    write(sheet, line.unit, edges.unit, sheet.y);
    writeRight(sheet, words.formatAmount(line.price), edges.price, sheet.y);
    writeRight(sheet, words.formatAmount(line.amount), edges.amount, sheet.y);
    for (const row of rows) {
      write(sheet, row, margin, sheet.y);
      advance(sheet, 13);
    }
    if (line.detail !== undefined) {
      for (const row of wrap(line.detail, sheet.plain, 8.5, edges.quantity - 40 - margin)) {
        write(sheet, row, margin, sheet.y, 8.5, sheet.plain, soft);
        advance(sheet, 12);
      }
    }
    advance(sheet, 5);
  }
  rule(sheet, margin, sheet.y + 6, right - margin);
  advance(sheet, 8);
};

const drawTotals = (sheet: Sheet, spec: InvoiceSpec, words: Wording): void => {
  const right = sheet.page.getWidth() - margin;
  const sign = currencySign[spec.currency];
  const money = (text: string): string =>
    words.formatAmount("1.5") === "1,5"
      ? `${words.formatAmount(text)} ${sign}`
      : `${text.startsWith("-") ? "-" : ""}${sign}${words.formatAmount(text.replace("-", ""))}`;
  const row = (label: string, value: string, isBold: boolean): void => {
    const font = isBold ? sheet.bold : sheet.plain;
    write(sheet, label, right - 230, sheet.y, 10, font);
    writeRight(sheet, value, right, sheet.y, 10, font);
    advance(sheet, 15);
  };
  if (spec.subtotal !== undefined) row(words.subtotal, money(spec.subtotal), false);
  if (spec.discount !== undefined) row(spec.discount.label, money(`-${spec.discount.amount}`), false);
  if (spec.tax !== undefined)
    row(`${spec.tax.label} ${words.formatAmount(spec.tax.rate)}%`, money(spec.tax.amount), false);
  row(`${words.total} (${spec.currency})`, money(spec.total), true);
  advance(sheet, 12);
  if (spec.terms !== undefined) {
    write(sheet, `${words.terms}: ${spec.terms}`, margin, sheet.y, 9.5);
    advance(sheet, 14);
  }
  if (spec.note !== undefined) {
    for (const line of wrap(spec.note, sheet.plain, 9.5, right - margin)) {
      write(sheet, line, margin, sheet.y, 9.5);
      advance(sheet, 13);
    }
  }
  const foot = [
    spec.seller.taxId === undefined ? "" : `${spec.seller.taxLabel ?? "Tax ID"} ${spec.seller.taxId}`,
    spec.seller.bank ?? "",
    spec.seller.contact ?? "",
  ].filter((text) => text !== "");
  rule(sheet, margin, bottom - 16, right - margin);
  write(sheet, foot.join("   |   "), margin, bottom - 30, 8, sheet.plain, soft);
};

/** An invoice as a PDF with a text layer. */
export const renderInvoicePdf = async (
  spec: InvoiceSpec,
  words: Wording,
  layout: InvoiceLayout,
): Promise<Uint8Array> => {
  const sheet = await openSheet(
    spec.currency === "USD" ? [612, 792] : [595, 842],
    layout === "ledger" ? "serif" : "sans",
  );
  drawHead(sheet, spec, words, layout);
  drawTable(sheet, spec, words);
  drawTotals(sheet, spec, words);
  return save(sheet);
};

/** A text document (an agreement, an acceptance) as a PDF; clauses are numbered as in a word processor. */
export const renderTextPdf = async (blocks: readonly TextBlock[]): Promise<Uint8Array> => {
  const sheet = await openSheet([612, 792], "serif");
  const right = sheet.page.getWidth() - margin;
  let first = 0;
  let second = 0;
  const lines = (text: string, x: number, size: number, font: PDFFont): void => {
    for (const line of wrap(text, font, size, right - x)) {
      write(sheet, line, x, sheet.y, size, font);
      advance(sheet, size * 1.35);
    }
  };
  for (const block of blocks) {
    if (block.type === "title") {
      const width = sheet.bold.widthOfTextAtSize(block.text, 16);
      write(sheet, block.text, (sheet.page.getWidth() - width) / 2, sheet.y, 16, sheet.bold);
      advance(sheet, 30);
    } else if (block.type === "heading") {
      advance(sheet, 6);
      lines(block.text, margin, 12, sheet.bold);
      advance(sheet, 4);
    } else if (block.type === "paragraph") {
      lines(block.text, margin, 10.5, sheet.plain);
      advance(sheet, 6);
    } else if (block.type === "clause") {
      if (block.level === 0) {
        first += 1;
        second = 0;
      } else second += 1;
      lines(
        `${block.level === 0 ? `${first}.` : `${first}.${second}`} ${block.text}`,
        margin + block.level * 14,
        10.5,
        block.level === 0 ? sheet.bold : sheet.plain,
      );
      advance(sheet, 5);
    } else if (block.type === "table") {
      const columns = Math.max(...block.rows.map((row) => row.length));
      const width = (right - margin) / columns;
      for (const [index, row] of block.rows.entries()) {
        rule(sheet, margin, sheet.y + 12, right - margin);
        row.forEach((text, column) =>
          write(
            sheet,
            text,
            margin + 4 + column * width,
            sheet.y,
            10,
            index === 0 ? sheet.bold : sheet.plain,
          ),
        );
        advance(sheet, 17);
      }
      rule(sheet, margin, sheet.y + 12, right - margin);
      advance(sheet, 8);
    }
  }
  return save(sheet);
};
