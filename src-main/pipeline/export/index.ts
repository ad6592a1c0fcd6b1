import type { ExportTarget } from "./export-target.ts";
import { beancount } from "./targets/beancount.ts";
import { ciiXml } from "./targets/cii-xml.ts";
import { datevExtf } from "./targets/datev-extf.ts";
import { facturX } from "./targets/factur-x.ts";
import { genericCsv } from "./targets/generic-csv.ts";
import { genericJson } from "./targets/generic-json.ts";
import { genericXlsx } from "./targets/generic-xlsx.ts";
import { hledger } from "./targets/hledger.ts";
import { myobServiceSales } from "./targets/myob-service-sales.ts";
import { netsuiteCsv } from "./targets/netsuite-csv.ts";
import { quickbooksDesktopBillsIif } from "./targets/quickbooks-desktop-bills-iif.ts";
import { quickbooksDesktopIif } from "./targets/quickbooks-desktop-iif.ts";
import { quickbooksOnlineBillsCsv } from "./targets/quickbooks-online-bills-csv.ts";
import { quickbooksOnlineCsv } from "./targets/quickbooks-online-csv.ts";
import { sage50UkAuditTrail } from "./targets/sage50-uk-audit-trail.ts";
import { templateCsv } from "./targets/template-csv.ts";
import { ublXml } from "./targets/ubl-xml.ts";
import { xeroBillsCsv } from "./targets/xero-bills-csv.ts";
import { xeroSalesCsv } from "./targets/xero-sales-csv.ts";
import { zohoInvoicesCsv } from "./targets/zoho-invoices-csv.ts";

export { optionOf } from "./export-target.ts";
export type { ExportInput, ExportTarget, OwnListKind, TargetOption } from "./export-target.ts";
export { amount as amountCell, dateCell, freeText, identity, importerCsv } from "./csv-text.ts";
export { findArrived } from "./find-arrived.ts";
export type { Arrived, ListRow } from "./find-arrived.ts";
export { joinJournalLines, joinPostings } from "./ledger-rows.ts";
export { findOutsideLists } from "./own-lists.ts";
export { writePaper, writeReportPaper } from "./paper/write-paper.ts";
export type { PaperFontFiles } from "./paper/write-paper.ts";
export { paperLanguages, paperWords } from "./paper/paper-words.ts";
export { showAmount, showDay } from "./paper/show-values.ts";
export type { PaperLanguage } from "./paper/paper-words.ts";
export { readTemplate, templateFields } from "./template.ts";
export type { Template, TemplateColumn, TemplateField } from "./template.ts";

/** Every target, by id. */
export const targets: readonly ExportTarget[] = [
  beancount,
  ciiXml,
  datevExtf,
  facturX,
  genericCsv,
  genericJson,
  genericXlsx,
  hledger,
  myobServiceSales,
  netsuiteCsv,
  quickbooksDesktopBillsIif,
  quickbooksDesktopIif,
  quickbooksOnlineBillsCsv,
  quickbooksOnlineCsv,
  sage50UkAuditTrail,
  templateCsv,
  ublXml,
  xeroBillsCsv,
  xeroSalesCsv,
  zohoInvoicesCsv,
];

/** The target of that id, or `undefined`. */
export const findTarget = (id: string): ExportTarget | undefined =>
  targets.find((target) => target.id === id);
