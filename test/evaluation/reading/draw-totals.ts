import { escapeHtml, type Draft } from "./draft.ts";

interface Sum {
  readonly label: string;
  readonly figure: string;
  readonly isStrong: boolean;
}

/** The totals, either as rows of the item table or below it. */
export function drawTotals(
  draft: Draft,
  columns: number,
): { readonly inTable: string; readonly below: string } {
  const { sale, chance } = draft;
  const sums = sumsOf(draft);
  const style = chance.pick(["right", "in-table", "right", "left", "across", "box", "leader", "tax-table"]);
  const colon = chance.any(["", ":", ""]);
  const strong = (sum: Sum): string => (sum.isStrong ? "font-weight:bold;" : "");
  if (style === "in-table" && columns >= 3)
    return {
      inTable: sums
        .map(
          (sum) =>
            `<tr><td colspan="${columns - 1}" style="text-align:right;padding:3pt 6pt;${strong(sum)}">${escapeHtml(sum.label + colon)}</td><td style="text-align:right;padding:3pt 6pt;${strong(sum)}">${escapeHtml(sum.figure)}</td></tr>`,
        )
        .join(""),
      below: "",
    };
  if (style === "across")
    return {
      inTable: "",
      below: `<table class="full gap"><tr>${sums.map((sum) => `<td class="b" style="padding-right:8pt">${escapeHtml(sum.label)}</td>`).join("")}</tr><tr>${sums.map((sum) => `<td>${escapeHtml(sum.figure)}</td>`).join("")}</tr></table>`,
    };
  if (style === "leader")
    return {
      inTable: "",
      below: `<div class="gap">${sums.map((sum) => `<div style="${strong(sum)}">${escapeHtml(`${sum.label} ${".".repeat(24)} ${sum.figure}`)}</div>`).join("")}</div>`,
    };
  const rows = sums
    .map(
      (sum) =>
        `<tr><td style="padding:2pt 18pt 2pt 4pt;${strong(sum)}">${escapeHtml(sum.label + colon)}</td><td style="text-align:right;padding:2pt 4pt;${strong(sum)}">${escapeHtml(sum.figure)}</td></tr>`,
    )
    .join("");
  const place = style === "left" ? "" : "margin-left:auto;";
  const border = style === "box" ? "border:1px solid #333;" : "";
  const table = `<table style="${place}${border}">${rows}</table>`;
  if (style !== "tax-table" || sale.taxes.length === 0)
    return { inTable: "", below: `<div class="gap">${table}</div>` };
  return { inTable: "", below: `<div class="gap">${taxTable(draft)}</div><div class="gap">${table}</div>` };
}

function taxTable({ sale, money }: Draft): string {
  const [rate, base, amount] = {
    en: ["VAT rate", "Net", "VAT amount"],
    de: ["MwSt.-Satz", "Netto", "MwSt.-Betrag"],
    fr: ["Taux TVA", "Base HT", "Montant TVA"],
    nl: ["Btw-tarief", "Grondslag", "Btw-bedrag"],
    es: ["% IVA", "Base imponible", "Cuota IVA"],
    it: ["Aliquota IVA", "Imponibile", "Imposta"],
    pt: ["Taxa IVA", "Incidência", "Valor IVA"],
  }[sale.country.tongue] as [string, string, string];
  const cell = (text: string): string =>
    `<td style="border:1px solid #777;padding:2pt 6pt">${escapeHtml(text)}</td>`;
  return `<table><tr>${[rate, base, amount].map(cell).join("")}</tr>${sale.taxes.map((tax) => `<tr>${cell(`${tax.rate} %`)}${cell(money(tax.base))}${cell(money(tax.amount))}</tr>`).join("")}</table>`;
}

function sumsOf(draft: Draft): readonly Sum[] {
  const { sale, chance, money } = draft;
  const { phrases, country } = sale;
  const sums: Sum[] = [];
  const put = (label: string, figure: string, isStrong = false): void => {
    sums.push({ label, figure: money(figure), isStrong });
  };
  const taxWord = (rate: string): string => {
    if (country.code === "US")
      return chance.any([`Sales Tax (${rate}%)`, `Tax ${rate}%`, "Sales Tax", "Tax"]);
    const text = chance.pick(phrases.tax).replace("{r}", rate.replace(".", country.decimal));
    return country.code === "AU" ? text.replace("VAT", "GST") : text;
  };
  if (sale.isInclusive) {
    put(sale.prepaid === null ? chance.pick(phrases.gross) : (phrases.gross[0] ?? ""), sale.gross, true);
    const [tax] = sale.taxes;
    if (tax !== undefined)
      put(
        chance.pick(phrases.includedTax).replace("{r}", tax.rate.replace(".", country.decimal)),
        tax.amount,
      );
    return sums;
  }
  const isAdjusted = sale.allowance !== null || sale.charge !== null;
  if (isAdjusted) {
    put(phrases.subtotal[0] ?? "", sale.sumOfLines);
    if (sale.allowance !== null) put(chance.pick(phrases.allowance), `-${sale.allowance}`);
    if (sale.charge !== null) put(chance.pick(phrases.charge), sale.charge);
  }
  if (sale.taxes.length > 0) {
    put(isAdjusted ? (phrases.net[0] ?? "") : chance.pick(phrases.net), sale.net);
    for (const tax of sale.taxes)
      put(
        sale.taxes.length > 1
          ? (phrases.tax[0] ?? "").replace("{r}", tax.rate.replace(".", country.decimal))
          : taxWord(tax.rate),
        tax.amount,
      );
  }
  put(sale.prepaid === null ? chance.pick(phrases.gross) : (phrases.gross[0] ?? ""), sale.gross, true);
  if (sale.prepaid !== null) {
    put(chance.pick(phrases.prepaid), `-${sale.prepaid}`);
    put(chance.pick(phrases.payable), sale.payable, true);
  }
  return sums;
}
