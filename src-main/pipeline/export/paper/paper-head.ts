import { valueOf } from "../../../../src-shared/model/index.ts";
import type { Party } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { wrapText } from "./paper-canvas.ts";
import type { PaperCanvas, PaperFonts } from "./paper-canvas.ts";
import { factsLeft, leading, left, right, size, valuesLeft } from "./paper-sheet.ts";
import type { PaperOrder, Sheet } from "./paper-sheet.ts";
import type { PaperWords } from "./paper-words.ts";
import { showDay, showDays } from "./show-values.ts";

/** Who bills whom, and everything that names the invoice. */
export function drawHead(sheet: Sheet, order: PaperOrder, words: PaperWords, fonts: PaperFonts): void {
  const { invoice, language, provisionalId } = order;
  const { canvas } = sheet;
  canvas.text(words.titles[invoice.kind], right, 72, { size: 20, bold: true, side: "right" });
  if (invoice.seller !== null) {
    canvas.text(invoice.seller.name, left, 68, { size: 12, bold: true });
    sheet.y = drawParty(canvas, invoice.seller, 68 + leading + 2, words, fonts);
  }
  const top = Math.max(sheet.y + 14, 128);
  canvas.text(words.billTo, left, top, { size: 8, soft: true });
  let partyEnd = top + leading;
  if (invoice.buyer !== null) {
    canvas.text(invoice.buyer.name, left, partyEnd, { size: 10, bold: true });
    partyEnd = drawParty(canvas, invoice.buyer, partyEnd + leading, words, fonts);
  }
  const date = (day: LocalDate | null): string | null =>
    day === null ? null : showDay(day, words, language);
  const [start, end] = [valueOf(invoice.periodStart), valueOf(invoice.periodEnd)];
  const facts: readonly (readonly [string, string | null])[] = [
    [
      words.number,
      valueOf(invoice.number) ?? (provisionalId === null ? null : `${words.draft} ${provisionalId}`),
    ],
    [words.issueDate, date(valueOf(invoice.issueDate))],
    [words.dueDate, date(valueOf(invoice.dueDate))],
    [words.period, start === null || end === null ? date(start) : showDays(start, end, words, language)],
    [words.preceding, valueOf(invoice.precedingInvoice)],
    [words.order, valueOf(invoice.orderReference)],
    [words.agreement, valueOf(invoice.agreementReference)],
    [words.project, valueOf(invoice.projectReference)],
    [words.buyerReference, valueOf(invoice.buyerReference)],
    [words.currency, valueOf(invoice.currency)],
  ];
  let y = top;
  for (const [label, value] of facts) {
    if (value === null) continue;
    canvas.text(label, factsLeft, y, { size, soft: true });
    for (const row of wrapText(value, right - valuesLeft, fonts.plain, size)) {
      canvas.text(row, valuesLeft, y, { size });
      y += leading;
    }
  }
  sheet.y = Math.max(y, partyEnd) + 22;
}

function drawParty(
  canvas: PaperCanvas,
  party: Party,
  from: number,
  words: PaperWords,
  fonts: PaperFonts,
): number {
  let y = from;
  const rows = [
    ...party.address,
    ...(party.taxId === null ? [] : [`${words.taxId}: ${party.taxId}`]),
    ...(party.email === null ? [] : [party.email]),
  ];
  for (const row of rows.flatMap((text) => wrapText(text, 230, fonts.plain, size))) {
    canvas.text(row, left, y, { size });
    y += leading;
  }
  return y;
}
