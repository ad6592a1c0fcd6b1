import type { Mark, PaperScore } from "./score-sale.ts";

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

/** Per field: how many are printed, right, wrong, asked, missing, and read though not printed. */
export function formatFields(scores: readonly PaperScore[]): string {
  const byField = new Map<string, Mark[]>();
  for (const { marks } of scores)
    for (const mark of marks) byField.set(mark.field, [...(byField.get(mark.field) ?? []), mark]);
  const head = ["field", "printed", "exact", "wrong", "asked", "missing", "not printed", "precision"];
  const rows = [...byField].map(([field, marks]) => {
    const count = (verdict: Mark["verdict"]): number => marks.filter((one) => one.verdict === verdict).length;
    const printed = marks.length - count("extra") - count("silent");
    const read = count("right") + count("wrong") + count("extra");
    return [
      field,
      String(printed),
      percent(count("right"), printed),
      String(count("wrong")),
      String(count("asked")),
      String(count("missing")),
      String(count("extra")),
      percent(count("right"), read),
    ];
  });
  rows.push(
    [
      "lines complete",
      String(scores.length),
      percent(scores.filter((one) => one.areLinesComplete).length, scores.length),
    ],
    [
      "lines complete and exact",
      String(scores.length),
      percent(scores.filter((one) => one.areLinesExact).length, scores.length),
    ],
    [
      "all of the paper exact",
      String(scores.length),
      percent(scores.filter(isPerfect).length, scores.length),
    ],
  );
  return formatTable([head, ...rows]);
}

function isPerfect({ marks, areLinesExact }: PaperScore): boolean {
  return areLinesExact && marks.every(({ verdict }) => verdict === "right" || verdict === "silent");
}

const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01];

/** What a confidence is worth: of the values that claim it, the share that is right. */
export function formatCalibration(scores: readonly PaperScore[]): string {
  const claims = scores.flatMap(({ marks }) =>
    marks.filter(
      ({ confidence, verdict }) =>
        confidence !== null &&
        confidence > 0 &&
        (verdict === "right" || verdict === "wrong" || verdict === "extra"),
    ),
  );
  const rows = bounds.slice(0, -1).flatMap((from, index) => {
    const to = bounds[index + 1] ?? 1;
    const own = claims.filter(({ confidence }) => (confidence ?? 0) > from && (confidence ?? 0) <= to);
    if (own.length === 0) return [];
    const right = own.filter(({ verdict }) => verdict === "right").length;
    const claimed = own.reduce((sum, { confidence }) => sum + (confidence ?? 0), 0) / own.length;
    return [
      [
        `> ${from}`,
        String(own.length),
        `${(100 * claimed).toFixed(1)} %`,
        percent(right, own.length),
        String(own.length - right),
      ],
    ];
  });
  return `\n${formatTable([["confidence", "values", "claimed", "right", "wrong"], ...rows])}\n`;
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .map((line) => `${line}\n`)
    .join("");
}
