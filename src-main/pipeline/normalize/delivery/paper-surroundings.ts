import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { lineEvidence, pageLines, type PageLine } from "../kind/page-line.ts";
import { oncePerDocument } from "../once-per-document.ts";
import { oncePerPair } from "../once-per-pair.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import { recordTables } from "../sheets/record-table.ts";
import { withSheetPages } from "../sheets/sheet-page.ts";
import type { DateOrder } from "../values/date.ts";
import { cellLabels } from "./cell-labels.ts";
import { dayOrderOf } from "./day-order.ts";
import { rowsOf, type PrintedRow } from "./printed-rows.ts";
import { recordLabels, type LabeledText } from "./record-labels.ts";
import { readSurroundings, type Surroundings } from "./record-surroundings.ts";
import { lengthOfHead } from "./told-sender.ts";

const mostPages = 3;

/** Labels as the lines print them, and those of cells that no line sets off from what stands beside them. */
const withCells = (
  printed: readonly LabeledText[],
  inCells: readonly LabeledText[],
): readonly LabeledText[] => [
  ...printed.filter(
    ({ label, words, hasColon }) =>
      hasColon || !inCells.some((each) => each.label === label && each.words.startsWith(words)),
  ),
  ...inCells.filter(
    ({ label, words }) =>
      !printed.some((each) => each.hasColon && each.label === label && each.words === words),
  ),
];

/** The labels of one slip; of the only slip of a paper those in cells as well. */
export const slipLabels = (
  document: ReadDocument,
  rows: readonly PrintedRow[],
  isWhole: boolean,
): readonly LabeledText[] => {
  const printed = recordLabels(
    document,
    rows.flatMap(({ segments }) => segments),
  );
  return isWhole ? withCells(printed, cellLabels(document)) : printed;
};

/** What a paper says once around its records: days, persons, approval. Each kind that a paper may be asks for it. */
export const surroundingsOf = oncePerPair((document: ReadDocument, context: NormalizeContext): Surroundings =>
  surroundingsOfPaper(document, context),
);

/** What stands in the head of a mail is said of the mail; what its body says of the work goes before it. */
function surroundingsOfPaper(document: ReadDocument, context: NormalizeContext): Surroundings {
  const lines = pageLines(withSheetPages(document), mostPages);
  const whole = surroundingsBy(document, lines, context, null, cellLabels(document));
  if (document.reader !== "email" && document.reader !== "msg") return whole;
  const body = surroundingsBy(document, lines.slice(lengthOfHead(lines.map(({ text }) => text))), context);
  return {
    ...whole,
    text: (label) => body.text(label) ?? whole.text(label),
    date: body.date ?? whole.date,
    period: body.period ?? whole.period,
  };
}

export const surroundingsIn = (
  document: ReadDocument,
  rows: readonly PrintedRow[],
  context: NormalizeContext,
  order: DateOrder,
): Surroundings =>
  surroundingsBy(
    document,
    rows.flatMap(({ segments }) => segments),
    context,
    order,
  );

/** What stands over the columns of the record tables of a workbook. */
const titlesOf = oncePerDocument((document: ReadDocument): ReadonlySet<string> =>
  document.sheets.length === 0
    ? new Set<string>()
    : new Set(gridsOf(document).flatMap((grid) => recordTables(grid).flatMap(({ header }) => header))),
);

/** "Customer | Highest pallets" over two columns: the title beside a label is not what it says. */
const withoutTitles = (labels: readonly LabeledText[], titles: ReadonlySet<string>): readonly LabeledText[] =>
  labels.filter(({ hasColon, text }) => hasColon || !titles.has(text));

function surroundingsBy(
  document: ReadDocument,
  lines: readonly PageLine[],
  context: NormalizeContext,
  orderOfAll: DateOrder = null,
  inCells: readonly LabeledText[] = [],
): Surroundings {
  const texts = lines.map((line) => line.text);
  return readSurroundings(
    withCells(withoutTitles(recordLabels(document, lines), titlesOf(document)), inCells),
    texts,
    { order: dayOrderOf(texts, context.asOf) ?? orderOfAll, asOf: context.asOf },
    rowsOf(lines).flatMap((row, index) =>
      row.map((line) => ({
        text: line.text,
        evidence: lineEvidence(document, line, "delivery"),
        row: index,
      })),
    ),
  );
}
