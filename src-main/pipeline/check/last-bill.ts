import { foldWording } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";

const lastBill =
  "final (?:invoice|bill|account)|closing invoice|completion invoice|schlussrechnung|facture (?:finale|de solde)|eindfactuur|factura final|fattura (?:finale|a saldo)";
const titles = new RegExp(`\\b(?:${lastBill})\\b`);
const rests = new RegExp(
  `\\b(?:${lastBill}|final (?:payment|balance)|balance (?:due|of)|schlusszahlung|restbetrag|solde)\\b`,
);

const linesOf = ({ lines }: InvoiceContext): readonly string[] =>
  lines.map(({ line }) => `${line.description} ${line.group ?? ""}`);

/** Whether a line calls its invoice the last one. */
export const isCalledLast = (context: InvoiceContext): boolean =>
  linesOf(context).some((text) => titles.test(foldWording(text)));

/** Whether anything on an invoice says that it bills what is left. */
export const saysRest = (context: InvoiceContext): boolean =>
  [...linesOf(context), ...context.invoice.notes].some((text) => rests.test(foldWording(text)));
