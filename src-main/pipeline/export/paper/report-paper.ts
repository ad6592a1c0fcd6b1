import type { PrintedPart, PrintedReport } from "../../../../src-shared/model/index.ts";
import { drawBars, drawLineChart } from "./report-charts.ts";
import type { ReportFlow } from "./report-flow.ts";
import { drawTable } from "./report-table.ts";
import { PaperCanvas, wrapText } from "./paper-canvas.ts";
import type { PaperFonts } from "./paper-canvas.ts";
import { bottom, left, right } from "./paper-sheet.ts";
import type { Sheet } from "./paper-sheet.ts";

const [textSize, textLeading, headSize] = [9, 12.5, 12] as const;
const top = 56;

/** Draws a report on as many pages as it takes; no row and no chart is cut, and heads of tables are repeated. */
export function drawReport(report: PrintedReport, fonts: PaperFonts): readonly string[] {
  const sheets: Sheet[] = [];
  const open = (): Sheet => {
    const sheet = { canvas: new PaperCanvas(fonts), y: top };
    sheets.push(sheet);
    return sheet;
  };
  let current = open();
  const flow: ReportFlow = {
    fonts,
    sheet: () => current,
    room: (height) => {
      if (current.y + height <= bottom) return false;
      current = open();
      return true;
    },
  };
  drawWords(report.title, flow, { size: 18, leading: 22, bold: true });
  drawWords(report.lead, flow, { size: textSize, leading: textLeading, soft: true });
  for (const { title, parts } of report.sections) {
    // A head never stands alone at the foot of a page.
    flow.room(headSize * 2 + 60);
    current.y += 14;
    current.canvas.text(title, left, current.y, { size: headSize, bold: true });
    current.canvas.line(left, right, current.y + 4);
    current.y += 18;
    for (const part of parts) drawPart(part, flow);
  }
  current.y += 10;
  drawWords(report.footer, flow, { size: 8, leading: 11, soft: true });
  sheets.forEach(({ canvas }, at) => {
    canvas.text(report.title, left, bottom + 30, { size: 8, soft: true });
    canvas.text(`${at + 1} / ${sheets.length}`, right, bottom + 30, { size: 8, soft: true, side: "right" });
  });
  return sheets.map(({ canvas }) => canvas.toContent());
}

function drawPart(part: PrintedPart, flow: ReportFlow): void {
  const look = { size: textSize, leading: textLeading };
  switch (part.type) {
    case "text":
      drawWords(part.text, flow, look);
      break;
    case "list":
      part.items.forEach((item, at) =>
        drawWords(`${part.isOrdered ? `${at + 1}.` : "•"} ${item}`, flow, look, 10),
      );
      break;
    case "table":
      drawTable(part, flow);
      break;
    case "bars":
      drawBars(part, flow);
      break;
    case "line":
      drawLineChart(part, flow);
      break;
  }
  flow.sheet().y += 6;
}

function drawWords(
  text: string,
  flow: ReportFlow,
  look: { readonly size: number; readonly leading: number; readonly bold?: true; readonly soft?: true },
  indent = 0,
): void {
  const font = look.bold === true ? flow.fonts.bold : flow.fonts.plain;
  for (const row of wrapText(text, right - left - indent, font, look.size)) {
    flow.room(look.leading);
    const sheet = flow.sheet();
    sheet.canvas.text(row, left + indent, sheet.y, look);
    sheet.y += look.leading;
  }
}
