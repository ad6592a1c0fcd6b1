import type {
  Evidence,
  Locator,
  Report,
  ReportAgreement,
  ReportFinding,
  ReportInvoice,
} from "../../src-shared/model/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { escapeMarkup as escape } from "./escape-markup.ts";
import { reportPage } from "./report-page.ts";

const orDash = (text: string | null): string => (text === null || text === "" ? "–" : escape(text));
const cell = (text: string | null, kind = ""): string =>
  `<td${kind === "" ? "" : ` class="${kind}"`}>${orDash(text)}</td>`;
const list = <T>(items: readonly T[], render: (item: T) => string): string => items.map(render).join("\n");

const routeOrder = { blocked: 0, review: 1, clear: 2 } as const;

/** The report as one page for screen and print: no script, nothing loaded from elsewhere. */
export function renderReport(report: Report): string {
  const paths = new Map<string, string>(report.documents.map(({ id, path }) => [id, path]));
  const invoices = report.invoices.toSorted(
    (left, right) => routeOrder[left.route] - routeOrder[right.route],
  );
  const unread = report.documents.filter(({ status, problem }) => status !== "skipped" && problem !== null);
  const body = `<header>
<h1>Invoices checked as of ${escape(report.asOf)}</h1>
<p>${escape(summarySentence(report))}</p>
${report.acceptedTerms ? `<p class="notice">Every proposed term was taken as confirmed: this is a trial run.</p>` : ""}
</header>
<main>
${section("Money at risk", Object.keys(report.summary.impact).length > 0, () => renderImpact(report))}
${section("Invoices", invoices.length > 0, () => renderOverview(invoices))}
${section("Not billed", report.missing.length > 0, () => list(report.missing, (missing) => `<article class="finding under"><h3>${escape(missing.period)} <span class="money">${orDash(missing.impact)}</span></h3><p>${escape(missing.message)}</p>${renderEvidence(missing.evidence, paths)}</article>`))}
${section("About agreements and records", report.findings.length > 0, () => list(report.findings, (finding) => renderFinding(finding, paths)))}
${list(invoices.filter(isWorthReading), (invoice) => renderInvoice(invoice, paths))}
${section("Agreements", report.agreements.length > 0, () => list(report.agreements, (agreement) => renderAgreement(agreement, paths)))}
${section("What could not be read", unread.length > 0, () => `<ul>${list(unread, ({ problem }) => `<li>${escape(problem?.message ?? "")}</li>`)}</ul>`)}
${renderDocuments(report)}
</main>
<footer>
<p>Countersign ${escape(report.engine.version)}, ${Object.keys(report.engine.checks).length} checks. Made ${escape(report.createdAt)} on this machine; nothing was sent anywhere.</p>
</footer>`;
  return reportPage({ language: "en", title: `Countersign report, ${report.asOf}`, body });
}

const section = (title: string, isNeeded: boolean, render: () => string): string =>
  isNeeded ? `<section><h2>${escape(title)}</h2>\n${render()}\n</section>` : "";

const summarySentence = ({ summary }: Report): string =>
  `${formatMessage("summary/invoices", { count: summary.invoices })}: ${summary.clear} clear, ${summary.review} to review, ${summary.blocked} blocked.`;

const isWorthReading = ({ findings, route }: ReportInvoice): boolean =>
  findings.length > 0 || route !== "clear";

function renderImpact({ summary }: Report): string {
  const rows = Object.entries(summary.impact);
  return `<table><thead><tr><th>Currency</th><th class="money">Billed too much</th><th class="money">Billed too little</th></tr></thead><tbody>${list(rows, ([currency, { over, under }]) => `<tr>${cell(currency)}${cell(over, "money")}${cell(under, "money")}</tr>`)}</tbody></table>`;
}

function renderOverview(invoices: readonly ReportInvoice[]): string {
  const row = (invoice: ReportInvoice): string =>
    `<tr><td><span class="route ${invoice.route}">${invoice.route}</span></td><td><a href="#${invoice.id}">${orDash(invoice.number)}</a></td>${cell(invoice.issueDate)}${cell(invoice.buyer?.name ?? null)}${cell(invoice.payable ?? invoice.gross, "money")}${cell(invoice.currency)}${cell(String(invoice.findings.length), "money")}</tr>`;
  return `<table><thead><tr><th>Route</th><th>Invoice</th><th>Date</th><th>Customer</th><th class="money">Due</th><th></th><th class="money">Findings</th></tr></thead><tbody>${list(invoices, row)}</tbody></table>`;
}

function renderInvoice(invoice: ReportInvoice, paths: ReadonlyMap<string, string>): string {
  const open = invoice.outcomes.filter(
    ({ outcome }) => outcome === "cannot-determine" || outcome === "not-run",
  );
  return `<section id="${invoice.id}"><h2>${orDash(invoice.number)} <span class="route ${invoice.route}">${invoice.route}</span></h2>
<p>${orDash(invoice.buyer?.name ?? null)}, ${orDash(invoice.issueDate)}, ${orDash(invoice.payable ?? invoice.gross)} ${orDash(invoice.currency)}; <span class="path">${orDash(paths.get(invoice.documentId) ?? null)}</span></p>
${list(invoice.findings, (finding) => renderFinding(finding, paths))}
${open.length === 0 ? "" : `<details open><summary>${open.length} checks could not be determined or did not run</summary><ul>${list(open, ({ check, because }) => `<li><code>${check}</code> ${escape(because)}</li>`)}</ul></details>`}
</section>`;
}

function renderFinding(finding: ReportFinding, paths: ReadonlyMap<string, string>): string {
  const facts = [
    ["Expected", finding.expected],
    ["Found", finding.found],
    ["Formula", finding.formula],
    ["Explained by", finding.alternative],
    [
      "Tolerance",
      finding.tolerance === null ? null : `over ${finding.tolerance.over}, under ${finding.tolerance.under}`,
    ],
    ["Proposal", finding.proposal.text],
    [
      "Not checked because of it",
      finding.blockedChecks.length === 0 ? null : finding.blockedChecks.join(", "),
    ],
  ] as const;
  const line = finding.line === null ? "" : `, line ${escape(finding.line)}`;
  return `<article class="finding ${finding.direction}"><h3><code>${finding.check}</code> <span class="severity">${finding.severity}${line}</span> <span class="money">${orDash(finding.impact)}</span></h3>
<p>${escape(finding.message)}</p>
<dl>${list(
    facts.filter(([, value]) => value !== null && value !== ""),
    ([name, value]) => `<dt>${name}</dt><dd>${orDash(value)}</dd>`,
  )}</dl>
${renderEvidence(finding.evidence, paths)}</article>`;
}

function renderEvidence(evidence: readonly Evidence[], paths: ReadonlyMap<string, string>): string {
  return list(
    evidence,
    ({ documentId, role, quote, at }) =>
      `<blockquote><p>${escape(quote)}</p><cite>${role}, ${orDash(paths.get(documentId) ?? null)}, ${escape(describePlace(at))}</cite></blockquote>`,
  );
}

function describePlace(at: Locator): string {
  if ("page" in at) return `page ${at.page}`;
  if ("sheet" in at) return `${at.sheet}!${at.cell}`;
  if ("row" in at) return `row ${at.row}, column ${at.column}`;
  if ("path" in at) return at.path;
  return `characters ${at.start}–${at.end}`;
}

function renderAgreement(agreement: ReportAgreement, paths: ReadonlyMap<string, string>): string {
  const title = [agreement.number, agreement.title].filter((part) => part !== null).join(" – ");
  const files = agreement.documents.map((id) => paths.get(id) ?? id).join(", ");
  const rows = list(agreement.terms, (term) => {
    const value = term.absent === true ? "none" : describeValue(term.value);
    return `<tr>${cell(term.type)}${cell(value)}${cell(term.from)}${cell(term.to)}${cell(term.status)}${cell(term.evidence[0]?.quote ?? null, "quote")}</tr>`;
  });
  return `<h3>${orDash(title)} <span class="path">${orDash(files)}</span></h3>
<table><thead><tr><th>Term</th><th>Value</th><th>From</th><th>To</th><th>Status</th><th>Clause</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const describeValue = (value: object): string =>
  Object.entries(value)
    .map(([name, part]) => `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`)
    .join(", ");

function renderDocuments({ documents }: Report): string {
  const rows = list(
    documents,
    ({ path, kind, reader, status, sha256 }) =>
      `<tr>${cell(path, "path")}${cell(kind)}${cell(reader)}${cell(status)}${cell(sha256, "hash")}</tr>`,
  );
  return `<section><h2>Documents</h2><table><thead><tr><th>File</th><th>Kind</th><th>Read as</th><th>Status</th><th>SHA-256</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}
