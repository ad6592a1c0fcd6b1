import { einvoiceOptions, planEInvoices, plannedEInvoices } from "../einvoice/plan-einvoices.ts";
import { writeCii } from "../einvoice/write-cii.ts";
import { optionOf } from "../export-target.ts";
import type { ExportTarget } from "../export-target.ts";
import { archiveEntries } from "../facturx/archive-entries.ts";
import { paperLanguages } from "../paper/paper-words.ts";
import { titleOf, writePaper } from "../paper/write-paper.ts";
import { choiceOption } from "../target-options.ts";

/** Name of the attachment and of its level, by profile. Source: Factur-X 1.07, 6.2.2 and 6.3. */
const levels: Readonly<Record<string, { readonly fileName: string; readonly level: string }>> = {
  en16931: { fileName: "factur-x.xml", level: "EN 16931" },
  xrechnung: { fileName: "xrechnung.xml", level: "XRECHNUNG" },
};

/** A page to read with the e-invoice in it: PDF/A-3b with the CII attached. */
export const facturX: ExportTarget = {
  id: "factur-x",
  title: "E-invoice – Factur-X, ZUGFeRD (PDF)",
  writesPages: true,
  options: [
    choiceOption("profile", "Profile", "EN 16931 alone, or XRechnung 3.0.", ["en16931", "xrechnung"]),
    choiceOption("language", "Language", "Of the pages: English, German or French.", [...paperLanguages]),
    ...einvoiceOptions,
  ],
  plan: (input) => planEInvoices(facturX, input, "pdf"),
  write: (plan, input) => {
    const { fonts, hash } = input;
    if (fonts === undefined || hash === undefined)
      throw new Error("Pages are set in fonts, and none were given");
    const { fileName, level } = levels[optionOf(facturX, input, "profile")] ?? {
      fileName: "factur-x.xml",
      level: "EN 16931",
    };
    const language = paperLanguages.find((each) => each === optionOf(facturX, input, "language")) ?? "en";
    return plannedEInvoices(facturX, plan, input).map(({ name, einvoice, invoice, sale }) => {
      const order = { invoice, language, provisionalId: null };
      const attachment = {
        fileName,
        level,
        xml: writeCii(einvoice),
        title: titleOf(order),
        day: sale.issueDate,
      };
      const archive = { entries: archiveEntriesOf(attachment) };
      return { name, mediaType: "application/pdf", bytes: writePaper(order, fonts, hash, archive) };
    });
  },
};

const archiveEntriesOf =
  (attachment: Parameters<typeof archiveEntries>[1]) =>
  (objects: Parameters<typeof archiveEntries>[0]): ReturnType<typeof archiveEntries> =>
    archiveEntries(objects, attachment);
