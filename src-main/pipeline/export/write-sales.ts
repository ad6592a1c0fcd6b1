import type { ExportFile, ExportPlan } from "../../../src-shared/model/index.ts";
import type { ExportInput } from "./export-target.ts";
import { plannedSales } from "./plan-sales.ts";
import type { Ledger, SaleDocument } from "./sale-document.ts";

/** How the sales of one file become its bytes. */
export interface FileWriter {
  readonly mediaType: string;
  readonly ledger?: Ledger;
  readonly encode: (sales: readonly SaleDocument[]) => Uint8Array;
}

/** Writes each planned file from its own sales, in the order of the plan. */
export const writeSales = (
  plan: ExportPlan,
  input: ExportInput,
  writer: FileWriter,
): readonly ExportFile[] => {
  const salesById = new Map(
    plannedSales(input, plan, writer.ledger).map(({ invoiceId, sale }) => [invoiceId, sale]),
  );
  return plan.files.map((file) => ({
    name: file.name,
    mediaType: writer.mediaType,
    bytes: writer.encode(
      file.invoiceIds.flatMap((id) => {
        const sale = salesById.get(id);
        return sale === undefined ? [] : [sale];
      }),
    ),
  }));
};

/** UTF-8 without a byte order mark. */
export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
