import { valueOf } from "../../../../src-shared/model/index.ts";
import type { Invoice, InvoiceLine } from "../../../../src-shared/model/index.ts";
import { add, decimalToText, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { PaperCanvas, paperHeight, wrapText } from "./paper-canvas.ts";
import type { PaperFonts } from "./paper-canvas.ts";
import { drawHead } from "./paper-head.ts";
import { bottom, columns, leading, left, right, size } from "./paper-sheet.ts";
import type { PaperOrder, Sheet } from "./paper-sheet.ts";
import { drawTotals, footRows, totalRows } from "./paper-totals.ts";
import { paperWords } from "./paper-words.ts";
import type { PaperWords } from "./paper-words.ts";
import { showAmount, showPlain, showShortDays, showUnit } from "./show-values.ts";

const descriptionWidth = 240 - 24;

/** Draws an invoice on as many pages as it takes: the sum so far is carried at every turn of the page. */
export function drawInvoice(order: PaperOrder, fonts: PaperFonts): readonly string[] {
  const { invoice } = order;
  const words = paperWords[order.language];
  const sheets: Sheet[] = [];
  const open = (): Sheet => {
    const sheet = { canvas: new PaperCanvas(fonts), y: 64 };
    sheets.push(sheet);
    return sheet;
  };
  const hasDays = invoice.lines.some((line) => daysOf(line, invoice).length > 0);
  let sheet = open();
  drawHead(sheet, order, words, fonts);
  drawColumnTitles(sheet, words, hasDays);
  let carried: Decimal = zero;
  for (const [index, line] of invoice.lines.entries()) {
    const rows = describeLine(line, invoice, hasDays, fonts);
    const isLast = index === invoice.lines.length - 1;
    const needed = Math.max(rows.description.length, rows.days.length) * leading + (isLast ? 0 : leading * 2);
    if (sheet.y + needed > bottom - leading) {
      drawCarried(sheet, words.carried, carried, invoice, words);
      sheet = open();
      drawColumnTitles(sheet, words, hasDays);
      drawCarried(sheet, words.brought, carried, invoice, words);
    }
    drawLine(sheet, line, rows, { invoice, words, hasDays });
    const net = amountOf(line, invoice);
    if (net !== null) carried = add(carried, net);
  }
  sheet.canvas.line(left, right, sheet.y - 4);
  const totals = totalRows(invoice, words);
  const foot = footRows(invoice, words, fonts);
  if (sheet.y + (totals.length + 1) * leading + 12 > bottom) {
    sheet.y += 8;
    drawCarried(sheet, words.carried, carried, invoice, words);
    sheet = open();
    drawCarried(sheet, words.brought, carried, invoice, words);
  }
  drawTotals(sheet, totals);
  for (const row of foot) {
    if (sheet.y + leading > bottom) sheet = open();
    sheet.canvas.text(row, left, sheet.y, { size });
    sheet.y += leading;
  }
  for (const [index, each] of sheets.entries()) drawFooter(each, index + 1, sheets.length, order, words);
  return sheets.map(({ canvas }) => canvas.toContent());
}

function drawColumnTitles(sheet: Sheet, words: PaperWords, hasDays: boolean): void {
  const { canvas, y } = sheet;
  const look = { size: 8, bold: true } as const;
  canvas.text(words.position, columns.position, y, look);
  if (hasDays) canvas.text(words.day, columns.description, y, look);
  canvas.text(words.description, columns.description + (hasDays ? dayWidth : 0), y, look);
  canvas.text(words.quantity, columns.quantity, y, { ...look, side: "right" });
  canvas.text(words.unit, columns.unit, y, look);
  canvas.text(words.unitPrice, columns.unitPrice, y, { ...look, side: "right" });
  canvas.text(words.tax, columns.tax, y, { ...look, side: "right" });
  canvas.text(words.amount, columns.amount, y, { ...look, side: "right" });
  canvas.line(left, right, y + 4, 0.8);
  sheet.y += leading + 6;
}

interface LineRows {
  readonly days: readonly string[];
  readonly description: readonly string[];
}

/** The days of a line where they are its own. */
function daysOf(line: InvoiceLine, invoice: Invoice): readonly string[] {
  const [start, end, day] = [valueOf(line.periodStart), valueOf(line.periodEnd), valueOf(line.serviceDate)];
  if (start !== null && end !== null) {
    const isOfInvoice = start === valueOf(invoice.periodStart) && end === valueOf(invoice.periodEnd);
    return isOfInvoice ? [] : showShortDays(start, end);
  }
  const only = day ?? start;
  return only === null ? [] : [only];
}

const dayWidth = 62;

function describeLine(line: InvoiceLine, invoice: Invoice, hasDays: boolean, fonts: PaperFonts): LineRows {
  const width = descriptionWidth - (hasDays ? dayWidth : 0);
  return {
    days: daysOf(line, invoice),
    description: wrapText(line.description, width, fonts.plain, size),
  };
}

/** The printed amount where prices include tax, else the net. */
const amountOf = (line: InvoiceLine, { pricesIncludeTax }: Invoice): DecimalText | null =>
  pricesIncludeTax ? (valueOf(line.printedAmount) ?? valueOf(line.net)) : valueOf(line.net);

function drawLine(
  sheet: Sheet,
  line: InvoiceLine,
  rows: LineRows,
  {
    invoice,
    words,
    hasDays,
  }: { readonly invoice: Invoice; readonly words: PaperWords; readonly hasDays: boolean },
): void {
  const { canvas, y } = sheet;
  const currency = valueOf(invoice.currency);
  const figure = (value: string | null, x: number): void =>
    value === null ? undefined : canvas.text(value, x, y, { size, side: "right" });
  const plain = (value: DecimalText | null): string | null =>
    value === null ? null : showPlain(value, words);
  const [unit, price, base] = [valueOf(line.unit), valueOf(line.unitPrice), valueOf(line.priceBase)];
  canvas.text(line.id, columns.position, y, { size });
  figure(plain(valueOf(line.quantity)), columns.quantity);
  if (unit !== null) canvas.text(showUnit(unit, words), columns.unit, y, { size });
  if (price !== null)
    figure(
      `${showAmount(price, currency, words)}${base === null ? "" : ` / ${showPlain(base, words)}`}`,
      columns.unitPrice,
    );
  figure(plain(valueOf(line.taxRate)), columns.tax);
  const amount = amountOf(line, invoice);
  figure(amount === null ? words.unknown : showAmount(amount, currency, words), columns.amount);
  const start = columns.description + (hasDays ? dayWidth : 0);
  for (const [index, row] of rows.days.entries())
    canvas.text(row, columns.description, y + index * leading, { size });
  for (const [index, row] of rows.description.entries())
    canvas.text(row, start, y + index * leading, { size });
  sheet.y += Math.max(rows.description.length, rows.days.length) * leading + 2;
}

function drawCarried(sheet: Sheet, label: string, sum: Decimal, invoice: Invoice, words: PaperWords): void {
  sheet.canvas.text(label, columns.description, sheet.y, { size, soft: true });
  sheet.canvas.text(
    showAmount(decimalToText(sum), valueOf(invoice.currency), words),
    columns.amount,
    sheet.y,
    {
      size,
      soft: true,
      side: "right",
    },
  );
  sheet.y += leading + 4;
}

function drawFooter(
  sheet: Sheet,
  page: number,
  pages: number,
  { invoice, provisionalId }: PaperOrder,
  words: PaperWords,
): void {
  const { canvas } = sheet;
  const y = paperHeight - 36;
  const name = [invoice.seller?.name ?? "", valueOf(invoice.number) ?? provisionalId ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
  canvas.line(left, right, y - 12);
  canvas.text(name, left, y, { size: 8, soft: true });
  canvas.text(words.page(page, pages), right, y, { size: 8, soft: true, side: "right" });
}
