import type { Evidence } from "../../../src-shared/model/index.ts";
import { asksForRecordNumber } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";

/** Kinds of records by the paper that an invoice is to bring with it. */
const recordsOfPaper: Readonly<Record<string, readonly string[]>> = {
  "attachment.timesheet": ["time"],
  "attachment.delivery": ["goods", "usage", "work"],
};

/**
 * Whether the records behind the lines are the papers that are asked for, or their numbers on the lines the ones.
 *
 * A timesheet that is among the files and proves the hours has been sent along; a line that names its work order gives
 * the work order's number.
 */
export function isShownByRecords(
  { field, evidence }: { readonly field: string; readonly evidence: readonly Evidence[] },
  { lines, batch }: InvoiceContext,
): boolean {
  const kinds = recordsOfPaper[field];
  const isNumber = field === "orderReference" && evidence.some(({ quote }) => asksForRecordNumber(quote));
  if (kinds === undefined && !isNumber) return false;
  const found = lines.flatMap(({ line, match }) =>
    match.deliveries.flatMap(({ deliveryId, reasons }) => {
      const record = batch.deliveries.get(deliveryId);
      return record === undefined ? [] : [{ line, record, reasons }];
    }),
  );
  if (isNumber)
    return (
      found.length > 0 &&
      found.every(
        ({ line, record: { sourceId }, reasons }) =>
          reasons.includes("source-id") || (sourceId !== null && line.description.includes(sourceId)),
      )
    );
  // What proves the expenses beside the hours is another paper.
  const asked = found.filter(({ record }) => kinds?.includes(record.kind) === true);
  return asked.length > 0 && asked.every(({ record }) => record.approved !== false);
}
