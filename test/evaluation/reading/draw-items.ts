import type { SaleLine } from "./compose-sale.ts";
import { escapeHtml, type Draft } from "./draft.ts";

interface Column {
  readonly name: string;
  readonly align: "left" | "right" | "center";
  readonly text: (line: SaleLine) => string;
  readonly isDescription?: boolean;
  /** Amounts never break over lines. */
  readonly isFigure?: boolean;
}

/** The table of items with a place for totals inside of it, and how many columns it has. */
export function drawItems(draft: Draft): { readonly html: string; readonly columns: number } {
  const { sale, chance } = draft;
  const columns = columnsOf(draft);
  const style = chance.pick(["grid", "rows", "head", "none", "zebra", "fill", "columns-only"]);
  const padding = `${chance.any([2, 3, 5])}pt ${chance.any([3, 5, 7])}pt`;
  const hasDetailRows = chance.is(0.4);
  const border =
    style === "grid"
      ? "border:1px solid #333;"
      : style === "rows"
        ? "border-bottom:1px solid #bbb;"
        : style === "columns-only"
          ? "border-left:1px solid #333;border-right:1px solid #333;"
          : "";
  const headCss =
    style === "fill"
      ? "background:#345;color:#fff;"
      : style === "head" || style === "zebra" || style === "columns-only"
        ? "border-bottom:1.5px solid #000;border-top:1.5px solid #000;"
        : border;
  const cell = (text: string, column: Column, extra = ""): string =>
    `<td style="padding:${padding};text-align:${column.align};${border}${extra}${column.isFigure === true ? ";white-space:nowrap" : ""}">${text}</td>`;
  const isUpper = chance.is(0.15);
  const header = `<thead><tr>${columns
    .map(
      (column) =>
        `<th style="padding:${padding};text-align:${column.align};${headCss}${chance.is(0.7) ? "font-weight:bold;" : ""}">${escapeHtml(isUpper ? column.name.toUpperCase() : column.name)}</th>`,
    )
    .join("")}</tr></thead>`;
  const at = columns.findIndex((column) => column.isDescription === true);
  const rows = sale.lines.map((line, index) => {
    const fill = style === "zebra" && index % 2 === 1 ? "background:#eee;" : "";
    const heading =
      line.group === null
        ? ""
        : `<tr><td colspan="${columns.length}" style="padding:${padding};font-weight:bold;${border}">${escapeHtml(line.group)}</td></tr>`;
    const own = `<tr>${columns
      .map((column, place) => {
        const details =
          place === at && !hasDetailRows
            ? line.details.map((text) => `<br>${escapeHtml(text)}`).join("")
            : "";
        return cell(escapeHtml(column.text(line)) + details, column, fill);
      })
      .join("")}</tr>`;
    const below = hasDetailRows
      ? line.details
          .map(
            (text) =>
              `<tr>${columns.map((column, place) => cell(place === at ? escapeHtml(text) : "", column, fill)).join("")}</tr>`,
          )
          .join("")
      : "";
    return heading + own + below;
  });
  return {
    html: `<table class="full gap">${header}<tbody>${rows.join("")}<!--totals--></tbody></table>`,
    columns: columns.length,
  };
}

function columnsOf(draft: Draft): readonly Column[] {
  const { sale, chance, figure, money, date } = draft;
  const { phrases, country } = sale;
  const hasQuantity = sale.lines.some((line) => line.quantity !== null);
  const rate = (line: SaleLine): string =>
    `${line.taxRate.replace(".", country.decimal)}${chance.any(["%", " %"])}`;
  const description: Column = {
    name: chance.pick(phrases.description),
    isDescription: true,
    align: "left",
    text: (line) => line.description,
  };
  const columns: Column[] = [];
  if (chance.is(0.5))
    columns.push({
      name: chance.pick(phrases.position),
      align: chance.any(["left", "center", "right"]),
      text: (line) => line.position,
    });
  if (sale.lines.some((line) => line.date !== null))
    columns.push({
      name: chance.pick(phrases.lineDate),
      align: "left",
      text: (line) => (line.date === null ? "" : date(line.date)),
    });
  if (chance.is(0.25))
    columns.push({ name: chance.pick(phrases.code), align: "left", text: (line) => line.code });
  const priced: Column[] = [];
  const pads = chance.is(0.3);
  if (hasQuantity) {
    const quantity = (line: SaleLine): string => {
      const text = line.quantity ?? "";
      const shown = figure(pads && !text.includes(".") ? `${text}.00` : text);
      return sale.hasUnits === "cell" && line.unit !== null ? `${shown} ${line.unit[0]}` : shown;
    };
    priced.push({
      name: chance.pick(phrases.quantity),
      align: chance.any(["right", "right", "center", "left"]),
      text: quantity,
    });
    if (sale.hasUnits === "column")
      priced.push({ name: chance.pick(phrases.unit), align: "left", text: (line) => line.unit?.[0] ?? "" });
    const per = {
      en: "per 100",
      de: "je 100",
      fr: "le cent",
      nl: "per 100",
      es: "por 100",
      it: "per 100",
      pt: "por 100",
    }[country.tongue];
    priced.push({
      name: chance.pick(phrases.price),
      align: "right",
      isFigure: true,
      text: (line) => `${money(line.unitPrice ?? "")}${line.priceBase === null ? "" : ` ${per}`}`,
    });
    if (sale.hasDiscount)
      priced.push({
        name: chance.pick(phrases.discount),
        align: "right",
        text: (line) =>
          line.discountPercent === null ? "" : `${line.discountPercent}${chance.any(["%", " %"])}`,
      });
  }
  const hasRates = country.code !== "US" && (sale.taxes.length > 1 || chance.is(0.3));
  const amount: Column = {
    name: chance.pick(phrases.amount),
    align: "right",
    isFigure: true,
    text: (line) => money(line.amount),
  };
  const isQuantityFirst = chance.is(0.2) && hasQuantity;
  const split = sale.hasUnits === "column" ? 2 : 1;
  if (isQuantityFirst) columns.push(...priced.slice(0, split), description, ...priced.slice(split));
  else columns.push(description, ...priced);
  if (hasRates) columns.push({ name: chance.pick(phrases.taxRate), align: "right", text: rate });
  columns.push(amount);
  return columns;
}
