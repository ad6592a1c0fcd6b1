import { valueOf } from "../../../../src-shared/model/index.ts";
import type { Invoice } from "../../../../src-shared/model/index.ts";
import { decimalToText, isZero, negate, sum } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { wrapText } from "./paper-canvas.ts";
import type { PaperFonts } from "./paper-canvas.ts";
import { columns, factsLeft, leading, left, right, size } from "./paper-sheet.ts";
import type { Sheet } from "./paper-sheet.ts";
import type { PaperWords } from "./paper-words.ts";
import { showAmount, showNumber, showPlain } from "./show-values.ts";

export interface TotalRow {
  readonly label: string;
  readonly value: string;
  readonly isBold: boolean;
}

/** The sums below the lines; one that rests on something unknown says so. */
export function totalRows(invoice: Invoice, words: PaperWords): readonly TotalRow[] {
  const currency = valueOf(invoice.currency);
  const show = (value: DecimalText): string => showAmount(value, currency, words);
  const rows: TotalRow[] = [];
  const put = (label: string, value: DecimalText | null, isBold = false): void => {
    if (value !== null) rows.push({ label, value: show(value), isBold });
  };
  const minus = (value: DecimalText | null): DecimalText | null =>
    value === null || isZero(value) ? null : decimalToText(negate(value));
  const hasParts = invoice.allowanceCharges.length > 0;
  if (hasParts) {
    put(words.subtotal, valueOf(invoice.subtotal) ?? sumOfLines(invoice));
    for (const { kind, reason, percent, amount } of invoice.allowanceCharges) {
      const share = percent === null ? "" : ` ${showNumber(percent, words)} %`;
      put(`${reason ?? kind}${share}`, kind === "allowance" ? minus(amount.value) : amount.value);
    }
  }
  put(words.net, valueOf(invoice.net) ?? valueOf(invoice.subtotal));
  for (const { name, rate, base, amount } of invoice.taxes)
    put(
      words.taxOf(
        titled(name ?? words.taxName),
        rate?.value === null || rate === null ? "" : showPlain(rate.value, words),
        base?.value === null || base === null ? "" : show(base.value),
      ),
      amount?.value ?? null,
    );
  if (invoice.taxes.length === 0) put(words.taxName, valueOf(invoice.tax));
  const gross = valueOf(invoice.gross);
  const payable = valueOf(invoice.payable);
  const isSame = gross !== null && payable !== null && gross === payable;
  if (gross === null) rows.push({ label: words.gross, value: words.unknown, isBold: true });
  else if (!isSame) put(words.gross, gross);
  put(words.prepaid, minus(valueOf(invoice.prepaid)));
  put(words.retention, minus(valueOf(invoice.retention)));
  put(words.withholding, minus(valueOf(invoice.withholding)));
  put(words.rounding, valueOf(invoice.rounding));
  if (gross !== null) {
    const label = invoice.kind === "credit-note" ? words.credited : words.payable;
    const value = payable ?? gross;
    rows.push({
      label: currency === null ? label : `${label} ${currency}`,
      value: show(value),
      isBold: true,
    });
  }
  return rows;
}

/** A name at the start of a row begins with a capital, however its clause writes it. */
const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What the lines come to; `null` where one of them is not known. */
function sumOfLines({ lines }: Invoice): DecimalText | null {
  const nets = lines.flatMap(({ net }) => valueOf(net) ?? []);
  return nets.length === lines.length ? decimalToText(sum(nets)) : null;
}

export function drawTotals(sheet: Sheet, rows: readonly TotalRow[]): void {
  sheet.y += 8;
  for (const { label, value, isBold } of rows) {
    if (isBold) sheet.canvas.line(factsLeft, right, sheet.y - 9.5, 0.8);
    sheet.canvas.text(label, factsLeft, sheet.y, { size, ...(isBold && { bold: true as const }) });
    sheet.canvas.text(value, columns.amount, sheet.y, {
      size,
      side: "right",
      ...(isBold && { bold: true as const }),
    });
    sheet.y += leading + (isBold ? 3 : 0);
  }
  sheet.y += 14;
}

/** How to pay, and what else has to be said. */
export function footRows(invoice: Invoice, words: PaperWords, fonts: PaperFonts): readonly string[] {
  const [terms, account, note] = [
    valueOf(invoice.paymentTerms),
    valueOf(invoice.bankAccount),
    valueOf(invoice.taxNote),
  ];
  const texts = [
    ...(terms === null ? [] : [`${words.terms}: ${terms}`]),
    ...(account === null
      ? []
      : [`${words.account}: ${account.replaceAll(" ", "").replaceAll(/(.{4})(?=.)/g, "$1 ")}`]),
    ...(note === null ? [] : [note]),
    ...invoice.notes,
  ];
  return texts.flatMap((text) => wrapText(text, right - left, fonts.plain, size));
}
