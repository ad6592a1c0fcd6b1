import type { Report, ReportInvoice } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";

type Alignment = "left" | "right";

/** A plain table: columns as wide as their content, numbers to the right. */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string {
  const widths = head.map((title, column) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[column] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const padding = " ".repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
        return alignments[column] === "right" ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  const ruler = widths.map((width) => "─".repeat(width));
  return [line(head), line(ruler), ...rows.map(line)].map((text) => `${text}\n`).join("");
}

/** Columns on a terminal: characters of East Asian scripts take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

const shorten = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join("")}…`;

// A name from a document must not move the cursor or color the screen.
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, " ");

const routeOrder = { blocked: 0, review: 1, clear: 2 } as const;

/** The summary that `check` prints: one row an invoice, what is missing, and what could not be read. */
export function formatSummary(report: Report): string {
  const invoices = report.invoices.toSorted(
    (left, right) => routeOrder[left.route] - routeOrder[right.route],
  );
  const parts: string[] = [];
  if (invoices.length > 0)
    parts.push(
      formatTable(
        ["Route", "Invoice", "Date", "Customer", "Due", "", "Findings", "First finding"],
        invoices.map(summaryRow),
        ["left", "left", "left", "left", "right", "left", "right", "left"],
      ),
    );
  const others = [
    ...report.missing.map(({ period, message }) => `missing  ${period}  ${message}`),
    ...report.findings.map(({ severity, message }) => `${severity}  ${message}`),
  ];
  if (others.length > 0) parts.push(others.map((line) => `${printable(line)}\n`).join(""));
  const unread = report.documents.filter(({ status, problem }) => status !== "skipped" && problem !== null);
  if (unread.length > 0)
    parts.push(unread.map(({ problem }) => `${printable(problem?.message ?? "")}\n`).join(""));
  parts.push(totals(report));
  return parts.join("\n");
}

function summaryRow(invoice: ReportInvoice): readonly string[] {
  const first = invoice.findings.find(({ severity }) => severity !== "info") ?? invoice.findings[0];
  const undetermined = invoice.outcomes.filter(({ outcome }) => outcome === "cannot-determine");
  const reason = first?.message ?? (invoice.route === "clear" ? "" : (undetermined[0]?.because ?? ""));
  return [
    formatMessage(`route/${invoice.route}`, {}),
    shorten(printable(invoice.number ?? "(no number)"), 24),
    invoice.issueDate ?? "(no date)",
    shorten(printable(invoice.buyer?.name ?? ""), 28),
    invoice.payable ?? invoice.gross ?? "",
    invoice.currency ?? "",
    String(invoice.findings.length),
    shorten(printable(reason), 90),
  ];
}

function totals(report: Report): string {
  const { summary, documents, agreements, deliveries } = report;
  const findings = report.invoices.reduce(
    (count, invoice) => count + invoice.findings.length,
    report.findings.length,
  );
  const terms = agreements.reduce((count, agreement) => count + agreement.terms.length, 0);
  const unread = documents.filter(({ status }) => status === "unreadable").length;
  const lines = [
    [
      formatMessage("summary/documents", { count: documents.length }),
      formatMessage("summary/agreements", { count: agreements.length }),
      formatMessage("summary/terms", { count: terms }),
      formatMessage("summary/deliveries", { count: deliveries.length }),
      ...(unread > 0 ? [formatMessage("summary/unread", { count: unread })] : []),
    ].join(", "),
    [
      formatMessage("summary/invoices", { count: summary.invoices }),
      `${summary.clear} clear`,
      `${summary.review} to review`,
      `${summary.blocked} blocked`,
      formatMessage("summary/findings", { count: findings }),
    ].join(", "),
    ...Object.entries(summary.impact).map(
      ([currency, { over, under }]) => `${currency}: billed too much ${over}, billed too little ${under}`,
    ),
    ...(report.acceptedTerms ? ["Every proposed term was taken as confirmed (--accept-terms)."] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
