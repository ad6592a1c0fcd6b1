import type { EInvoice } from "../einvoice.ts";

/** A rule of EN 16931 or of a profile, in our own words: it answers the places that break it, none when it holds. */
export interface EInvoiceRule {
  readonly id: string;
  readonly broken: (invoice: EInvoice) => readonly string[];
}

/** A rule about the whole document. */
export const documentRule = (id: string, holds: (invoice: EInvoice) => boolean): EInvoiceRule => ({
  id,
  broken: (invoice) => (holds(invoice) ? [] : ["document"]),
});

/** A rule about each of several parts. */
export const partRule = <T>(
  id: string,
  parts: (invoice: EInvoice) => readonly (readonly [place: string, part: T])[],
  holds: (part: T, invoice: EInvoice) => boolean,
): EInvoiceRule => ({
  id,
  broken: (invoice) =>
    parts(invoice)
      .filter(([, part]) => !holds(part, invoice))
      .map(([place]) => place),
});

export const linesOf = (invoice: EInvoice): readonly (readonly [string, EInvoice["lines"][number]])[] =>
  invoice.lines.map((line, index) => [`line ${line.id ?? index + 1}`, line]);

export const breakdownsOf = (
  invoice: EInvoice,
): readonly (readonly [string, EInvoice["breakdowns"][number]])[] =>
  invoice.breakdowns.map((each) => [`VAT ${each.category ?? "?"} ${each.rate ?? ""}`.trim(), each]);

export const documentAllowancesOf =
  (kind: "allowance" | "charge") =>
  (invoice: EInvoice): readonly (readonly [string, EInvoice["allowances"][number]])[] =>
    invoice.allowances
      .filter((each) => each.kind === kind)
      .map((each, index) => [`${kind} ${index + 1}`, each]);

export const lineAllowancesOf =
  (kind: "allowance" | "charge") =>
  (invoice: EInvoice): readonly (readonly [string, EInvoice["allowances"][number]])[] =>
    linesOf(invoice).flatMap(([place, line]) =>
      line.allowances
        .filter((each) => each.kind === kind)
        .map((each, index) => [`${place}, ${kind} ${index + 1}`, each] as const),
    );

export const isSaid = (text: string | null): boolean => text !== null && text.trim() !== "";
