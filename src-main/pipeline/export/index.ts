import type { ExportTarget } from "./export-target.ts";
import { genericCsv } from "./targets/generic-csv.ts";
import { genericJson } from "./targets/generic-json.ts";
import { quickbooksOnlineCsv } from "./targets/quickbooks-online-csv.ts";
import { xeroSalesCsv } from "./targets/xero-sales-csv.ts";

export { optionOf } from "./export-target.ts";
export type { ExportInput, ExportTarget, TargetOption } from "./export-target.ts";

/** Every target, by id. */
export const targets: readonly ExportTarget[] = [genericCsv, genericJson, quickbooksOnlineCsv, xeroSalesCsv];

/** The target of that id, or `undefined`. */
export const findTarget = (id: string): ExportTarget | undefined =>
  targets.find((target) => target.id === id);
