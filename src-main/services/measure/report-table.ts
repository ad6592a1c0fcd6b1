import type { BoardMetric } from "../../../src-shared/measure/index.ts";
import { escape } from "./report-charts.ts";

export const cell = (text: string | null, kind = ""): string =>
  `<td${kind === "" ? "" : ` class="${kind}"`}>${text === null || text === "" ? "–" : escape(text)}</td>`;
export const table = (heads: readonly string[], rows: readonly string[]): string =>
  rows.length === 0
    ? ""
    : `<table><thead><tr>${heads.map((head) => `<th>${escape(head)}</th>`).join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;

/** A figure as it is printed; a dash where there is nothing to compute it from. */
export const showFigure = ({ value, sums }: Pick<BoardMetric, "value" | "sums">): string =>
  sums === null
    ? (value ?? "–")
    : Object.entries(sums)
        .map(([currency, sum]) => `${currency} ${sum}`)
        .join(", ") || "–";
