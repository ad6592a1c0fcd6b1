import type { PrintedPart, PrintedReport } from "../../../src-shared/model/index.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { reportPage } from "../report-page.ts";

type PartOf<T extends PrintedPart["type"]> = Extract<PrintedPart, { readonly type: T }>;

const chartStyle = `.wide{overflow-x:auto}@media print{.wide{overflow:visible}}figure{margin:1em 0;break-inside:avoid}figcaption{font-weight:600}figure p{margin:.2em 0;color:var(--muted)}svg{width:100%;max-width:640px;height:auto;font:12px sans-serif}svg text{fill:currentColor}svg .soft{opacity:.75}.s0{fill:#17569b}.s1{fill:#1d6b3a}.s2{fill:#8b93a0}svg polyline{fill:none;stroke:#17569b;stroke-width:2}svg circle{fill:#17569b}svg .axis{stroke:currentColor;opacity:.4}svg .before{stroke:currentColor;stroke-dasharray:5 4;opacity:.6}.key{display:inline-block;width:.7em;height:.7em;margin-right:.3em}.key.s0{background:#17569b}.key.s1{background:#1d6b3a}.key.s2{background:#8b93a0}th.money{text-align:right}@media(prefers-color-scheme:dark){.s0,svg circle{fill:#79b4f5}.s1{fill:#6fcf97}svg polyline{stroke:#79b4f5}.key.s0{background:#79b4f5}.key.s1{background:#6fcf97}}@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

/** A report as one page: no script, nothing loaded from elsewhere, made to print. */
export function renderMeasureReport({ language, title, lead, sections, footer }: PrintedReport): string {
  const told = sections.map(
    ({ title: head, parts }) =>
      `<section><h2>${escapeMarkup(head)}</h2>\n${parts.map(renderPart).join("\n")}\n</section>`,
  );
  const body = `<header><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(lead)}</p></header>
<main>
${told.join("\n")}
</main>
<footer><p>${escapeMarkup(footer)}</p></footer>`;
  return reportPage({ language, title, style: chartStyle, body });
}

function renderPart(part: PrintedPart): string {
  switch (part.type) {
    case "text":
      return `<p>${escapeMarkup(part.text)}</p>`;
    case "list": {
      const tag = part.isOrdered ? "ol" : "ul";
      return `<${tag}>${part.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join("")}</${tag}>`;
    }
    case "table":
      return renderTable(part);
    case "bars":
      return renderBars(part);
    case "line":
      return renderLine(part);
  }
}

function renderTable({ columns, rows }: PartOf<"table">): string {
  const classOf = (at: number): string => (columns[at]?.kind === "number" ? ' class="money"' : "");
  const head = columns.some(({ title }) => title !== "")
    ? `<thead><tr>${columns.map(({ title }, at) => `<th scope="col"${classOf(at)}>${escapeMarkup(title)}</th>`).join("")}</tr></thead>`
    : "";
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map((text, at) =>
          at === 0
            ? `<th scope="row">${escapeMarkup(text ?? "–")}</th>`
            : `<td${classOf(at)}>${escapeMarkup(text ?? "–")}</td>`,
        )
        .join("")}</tr>`,
  );
  return `<div class="wide"><table>${head}<tbody>${body.join("\n")}</tbody></table></div>`;
}

const width = 640;
const labelRoom = 220;

/** A bar in parts for each label; the numbers stand beside it, so that nothing hangs on color or length alone. */
function renderBars({ title, parts, bars }: PartOf<"bars">): string {
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...bars.map(({ values }) => sumOf(values)));
  const lengthOf = (value: number): number => Math.round((value / most) * (width - labelRoom - 130));
  const rows = bars.map(({ label, values, text }, at) => {
    const y = at * 26;
    let x = labelRoom + 10;
    const drawn = values.map((value, part) => {
      const rect = `<rect class="s${part}" x="${x}" y="${y + 4}" width="${lengthOf(value)}" height="18"/>`;
      x += lengthOf(value);
      return rect;
    });
    return `<text x="${labelRoom}" y="${y + 17}" text-anchor="end">${escapeMarkup(shortened(label))}</text>${drawn.join("")}<text x="${x + 8}" y="${y + 17}">${escapeMarkup(text)}</text>`;
  });
  const legend =
    parts.length < 2
      ? ""
      : `<p>${parts.map((part, at) => `<span class="key s${at}"></span>${escapeMarkup(part)} `).join(" ")}</p>`;
  return `<figure><figcaption>${escapeMarkup(title)}</figcaption>${legend}<svg role="img" aria-label="${escapeMarkup(title)}" viewBox="0 0 ${width} ${Math.max(26, bars.length * 26)}">${rows.join("")}</svg></figure>`;
}

const longestLabel = 36;
const shortened = (label: string): string =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`;

/** A line over weeks, with its points and their values, and the figure before the pilot as a dashed line. */
function renderLine({ title, points, before }: PartOf<"line">): string {
  const top = Math.max(1, ...points.map(({ value }) => value ?? 0), before?.value ?? 0);
  const x = (at: number): number =>
    points.length === 1 ? width / 2 : 60 + (at * (width - 100)) / (points.length - 1);
  const y = (value: number): number => 150 - (value / top) * 120;
  const at = (value: number): string => value.toFixed(1);
  const path = points.flatMap(({ value }, index) =>
    value === null ? [] : [`${at(x(index))},${at(y(value))}`],
  );
  const marks = points.map(({ label, value, text }, index) => {
    const name = `<text class="soft" x="${at(x(index))}" y="172" text-anchor="middle">${escapeMarkup(label)}</text>`;
    return value === null
      ? name
      : `<circle cx="${at(x(index))}" cy="${at(y(value))}" r="3"/><text x="${at(x(index))}" y="${at(y(value) - 8)}" text-anchor="middle">${escapeMarkup(text)}</text>${name}`;
  });
  const base =
    before === null
      ? ""
      : `<line class="before" x1="30" x2="${width - 20}" y1="${at(y(before.value))}" y2="${at(y(before.value))}"/><text class="soft" x="34" y="${at(y(before.value) - 5)}">${escapeMarkup(before.text)}</text>`;
  return `<figure><figcaption>${escapeMarkup(title)}</figcaption><svg role="img" aria-label="${escapeMarkup(title)}" viewBox="0 0 ${width} 180"><line class="axis" x1="30" x2="${width - 20}" y1="150" y2="150"/>${base}<polyline points="${path.join(" ")}"/>${marks.join("")}</svg></figure>`;
}
