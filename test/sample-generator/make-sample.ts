import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { composeInvoice } from "./compose-invoice.ts";
import { british, english, german, type InvoiceSpec, type Wording } from "./invoice-spec.ts";
import { renderDocx } from "./render-docx.ts";
import {
  renderInvoiceDocx,
  renderInvoiceText,
  renderInvoiceUbl,
  renderInvoiceXlsx,
} from "./render-flowing.ts";
import { renderInvoicePdf, renderTextPdf } from "./render-pdf.ts";
import { renderXlsx } from "./render-xlsx.ts";
import * as agreements from "./story-agreements.ts";
import { acceptance, cleaningHours, timesheetCsv, visitRows } from "./story-deliveries.ts";
import { invoices, type Rendering } from "./story-invoices.ts";

const wordings: Readonly<Record<"english" | "british" | "german", Wording>> = { english, british, german };

const renderInvoice = async (
  spec: InvoiceSpec,
  rendering: Exclude<Rendering, "csv">,
  words: Wording,
): Promise<Uint8Array | string> => {
  switch (rendering) {
    case "pdf-letter":
      return renderInvoicePdf(spec, words, "letter");
    case "pdf-window":
      return renderInvoicePdf(spec, words, "window");
    case "pdf-ledger":
      return renderInvoicePdf(spec, words, "ledger");
    case "docx":
      return renderInvoiceDocx(spec, words);
    case "xlsx":
      return renderInvoiceXlsx(spec, words);
    case "text":
      return renderInvoiceText(spec, words);
    case "ubl":
      return renderInvoiceUbl(spec);
  }
};

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** An export of an invoicing tool: one row per line, the discount as a line of its own. */
const renderCsv = (specs: readonly InvoiceSpec[]): string => {
  const header =
    "Invoice Number,Invoice Date,Due Date,Customer,Seller,Contract,Currency,Description,Quantity,Unit,Unit Price,Line Amount,Period Start,Period End,Subtotal,Tax Rate,Total Tax,Total";
  const rows = specs.flatMap((spec) => {
    const discount =
      spec.discount === undefined
        ? []
        : [
            {
              description: spec.discount.label,
              quantity: "",
              unit: "",
              price: "",
              amount: `-${spec.discount.amount}`,
            },
          ];
    const net = (
      BigInt((spec.subtotal ?? "0").replace(".", "")) -
      BigInt((spec.discount?.amount ?? "0.00").replace(".", ""))
    )
      .toString()
      .replace(/(\d{2})$/, ".$1");
    return [...spec.lines, ...discount].map((line) =>
      [
        spec.number,
        spec.issueDate,
        spec.dueDate ?? "",
        spec.buyer.name,
        spec.seller.name,
        spec.agreement ?? "",
        spec.currency,
        line.description,
        line.quantity,
        line.unit,
        line.price,
        line.amount,
        spec.period?.[0] ?? "",
        spec.period?.[1] ?? "",
        net,
        spec.tax?.rate ?? "",
        spec.tax?.amount ?? "",
        spec.total,
      ]
        .map(quoted)
        .join(","),
    );
  });
  return `${[header, ...rows].join("\r\n")}\r\n`;
};

/** Every file of the sample by its path. The same story gives the same bytes. */
export const sampleFiles = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: Uint8Array | string): void => {
    files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  };
  put("agreements/castellan-msa-2026-014.docx", renderDocx(agreements.softwareAgreement));
  put("agreements/castellan-msa-2026-014-amendment-1.pdf", await renderTextPdf(agreements.softwareAmendment));
  put("agreements/oakmont-managed-services.pdf", await renderTextPdf(agreements.managedServices));
  put("agreements/vista-hvac-maintenance.txt", agreements.maintenanceAgreement);
  put("agreements/ashgrove-statement-of-work.docx", renderDocx(agreements.structuralWork));
  put("agreements/lindner-reinigungsvertrag.pdf", await renderTextPdf(agreements.cleaningContract));
  put("agreements/granite-equipment-rental.pdf", await renderTextPdf(agreements.rentalOrder));
  put("deliveries/harbor-pine-time-report.csv", timesheetCsv());
  put("deliveries/oakmont-site-visits.xlsx", renderXlsx([{ name: "Visits", rows: visitRows }]));
  put(
    "deliveries/calder-mill-scheme-acceptance.pdf",
    await renderTextPdf(acceptance("Scheme design", "15 July 2026")),
  );
  put(
    "deliveries/calder-mill-detailed-acceptance.docx",
    renderDocx(acceptance("Detailed design", "28 September 2026")),
  );
  put(
    "deliveries/calder-mill-construction-acceptance.pdf",
    await renderTextPdf(acceptance("Construction information", "30 October 2026")),
  );
  put("deliveries/lindner-stundennachweis.docx", renderDocx(cleaningHours));
  const exported = new Map<string, InvoiceSpec[]>();
  for (const entry of invoices) {
    const spec = composeInvoice(entry.story);
    const path = `invoices/${entry.file}`;
    if (entry.rendering === "csv") exported.set(path, [...(exported.get(path) ?? []), spec]);
    else put(path, await renderInvoice(spec, entry.rendering, wordings[entry.language]));
  }
  for (const [path, specs] of exported) put(path, renderCsv(specs));
  return files;
};

if (import.meta.main) {
  const folder = join(import.meta.dirname, "../../resources/sample-data");
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of await sampleFiles()) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
