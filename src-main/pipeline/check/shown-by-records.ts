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
  const proven = lines.filter(({ match }) => match.deliveries.length > 0);
  return (
    proven.length > 0 &&
    proven.every(({ match, line }) =>
      match.deliveries.every(({ deliveryId, reasons }) => {
        const record = batch.deliveries.get(deliveryId);
        return isNumber
          ? reasons.includes("source-id") ||
              (record?.sourceId !== null &&
                record !== undefined &&
                line.description.includes(record.sourceId))
          : record !== undefined && kinds?.includes(record.kind) === true && record.approved !== false;
      }),
    )
  );
}
