import { normalizeDocument } from "../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "./read-bytes.ts";

/** The one invoice of a paper as a small firm types it, laid out by spaces, or of a mail as it arrives. */
export async function readTyped(text: string, name = "paper.txt"): Promise<Invoice> {
  const bytes = new TextEncoder().encode(text);
  const document = await readBytes(name, bytes);
  const { invoices } = normalizeDocument(document, importedFile(name, bytes), context);
  const [invoice] = invoices;
  if (invoice === undefined || invoices.length !== 1)
    throw new Error(`${invoices.length} invoices were read where one is printed.`);
  return invoice;
}

/** The same of rows under a letterhead without figures, numbers of taxes or words of a trade. */
export const readRows = (rows: string): Promise<Invoice> =>
  readTyped(`Larkhill Surveyors Ltd
9 Tannery Row, Exeter EX1 1AA

Invoice 2207
Date: 31 July 2026
Bill to: Penhallow Estates Ltd

${rows}`);

type Figures = readonly (string | null)[];

/** Quantity, unit, price and net of each line. */
export const figuresOf = (invoice: Invoice): readonly Figures[] =>
  invoice.lines.map((line) => [
    line.quantity?.value ?? null,
    line.unit?.value ?? null,
    line.unitPrice?.value ?? null,
    line.net?.value ?? null,
  ]);

/** The same behind the words of each line. */
export const rowsOf = (invoice: Invoice): readonly Figures[] =>
  figuresOf(invoice).map((figures, at) => [invoice.lines[at]?.description ?? "", ...figures]);

/** The words of each line with what it bills. */
export const netsOf = (invoice: Invoice): readonly Figures[] =>
  invoice.lines.map(({ description, net }) => [description, net?.value ?? null]);

/** Net total, tax and gross total. */
export const totalsOf = ({ net, tax, gross }: Invoice): Figures =>
  [net, tax, gross].map((field) => field?.value ?? null);
