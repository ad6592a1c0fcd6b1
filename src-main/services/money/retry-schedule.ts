import type { FailedPayment } from "../../../src-shared/model/index.ts";
import { amountCell, dateCell, freeText, identity, importerCsv } from "../../pipeline/export/index.ts";

const header = ["Payment", "Payer", "Account", "Reference", "Amount", "Currency", "Attempt", "On"];

/** Tries to come as CSV, a row a try in order of days, to hand to the gateway; `null` where there are none. */
export function retrySchedule(failed: readonly FailedPayment[]): string | null {
  const rows = failed
    .flatMap(({ payment, steps }) => steps.map((step) => ({ payment, ...step })))
    .toSorted((first, second) => (first.on < second.on ? -1 : first.on > second.on ? 1 : 0))
    .map(({ payment, attempt, on }) => [
      identity(payment.sourceId ?? payment.id),
      freeText(payment.counterparty?.value ?? null),
      freeText(payment.counterpartyAccount?.value ?? null),
      freeText(payment.references[0]?.value ?? payment.remittance?.value ?? null),
      amountCell(payment.amount?.value ?? null),
      identity(payment.currency?.value ?? null),
      identity(String(attempt)),
      dateCell(on),
    ]);
  return rows.length === 0 ? null : importerCsv(header, rows);
}
