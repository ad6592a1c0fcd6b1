import type {
  Agreement,
  CaseDecision,
  CheckedInvoice,
  DecisionEvent,
  Evidence,
  EvidenceRole,
  Finding,
  Invoice,
} from "../../src-shared/model/index.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import { fillReason } from "../../src-shared/text/index.ts";
import { escapeMarkup as escape } from "./escape-markup.ts";
import { packPage, packVerifier } from "./pack-verifier.ts";
import { reportStyle } from "./report-style.ts";

/** A case as a pack shows it. */
export interface PackedInvoice {
  readonly invoice: Invoice;
  readonly agreements: readonly Agreement[];
  readonly checked: CheckedInvoice;
  readonly decision: CaseDecision;
  readonly findings: readonly {
    readonly finding: Finding;
    readonly crops: readonly {
      readonly role: EvidenceRole;
      readonly path: string;
      readonly evidence: readonly Evidence[];
      /** Markup of the picture. */
      readonly drawing: string;
    }[];
  }[];
  readonly history: readonly DecisionEvent[];
}

export interface PackedOriginal {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly base64: string;
}

interface PackContent {
  /** Canonical JSON without a `<`, as it is hashed. */
  readonly record: string;
  readonly digest: string;
  /** Last entry of the audit trail; `null` where it is empty. */
  readonly auditHead: { readonly sequence: number; readonly hash: string } | null;
  readonly asOf: string;
  readonly workspace: string;
  readonly invoices: readonly PackedInvoice[];
  readonly originals: readonly PackedOriginal[];
  readonly hash: (text: string) => string;
}

const packStyle = `
.crops { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0.75rem; margin: 0.5rem 0; }
figure { margin: 0; break-inside: avoid; overflow-x: auto; } figcaption { color: var(--muted); font-size: 0.8125rem; }
svg.crop { width: 100%; background: #fff; border: 1px solid var(--line); } svg.crop text { fill: #1a1d21; }
svg.crop rect { fill: #ffe9a8; stroke: #b3261e; stroke-width: 1.5; }
table.crop { background: #fff; color: #1a1d21; font-size: 0.75rem; } td.marked { background: #ffe9a8; outline: 1.5px solid #b3261e; }
#verdict { font-weight: 600; } code { overflow-wrap: anywhere; }
@media print { button { display: none; } .crops { grid-template-columns: 1fr 1fr; } }
`;

/** One file for screen, print and proof. Its script is named by hash in its policy: no other can run. */
export function renderEvidencePack(content: PackContent): string {
  const { record, digest, auditHead, asOf, workspace, invoices, originals, hash } = content;
  const script = `${packVerifier}${packPage}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hexToBase64(hash(script))}'`;
  return `<!doctype html>
<html lang="en" data-digest="${digest}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>Evidence, ${escape(workspace)}, ${escape(asOf)}</title>
<style>${reportStyle}${packStyle}</style>
</head>
<body>
<header>
<h1>Evidence for ${invoices.length === 1 ? "one invoice" : `${invoices.length} invoices`}</h1>
<p>${escape(workspace)}, as of ${escape(asOf)}. This file needs nothing but a browser, and sends nothing.</p>
<p id="verdict">Not verified yet: this needs a browser that runs the script of this file.</p>
</header>
<main>
${invoices.map(renderCase).join("\n")}
<section><h2>Originals</h2>
<table><thead><tr><th>File</th><th>SHA-256</th><th></th></tr></thead><tbody>
${originals.map(({ id, path, sha256, mediaType }) => `<tr><td>${escape(path)}</td><td class="hash">${sha256}</td><td><button type="button" data-save="${id}" data-name="${escape(path.split("/").at(-1) ?? path)}" data-type="${escape(mediaType)}">Save</button></td></tr>`).join("\n")}
</tbody></table></section>
<section><h2>What was verified</h2><p>Digest of the record: <span class="hash">${digest}</span></p>
${auditHead === null ? "" : `<p>Audit trail when this was made, entry ${auditHead.sequence}: <span class="hash">${auditHead.hash}</span></p>`}
<details><summary>Every hash and formula</summary><ul id="verdicts"></ul></details></section>
</main>
<script type="application/json" id="record">${record}</script>
${originals.map(({ id, base64 }) => `<script type="text/plain" data-original="${id}">${base64}</script>`).join("\n")}
<script>${script}</script>
</body>
</html>
`;
}

function hexToBase64(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
}

const roleNames: Readonly<Record<EvidenceRole, string>> = {
  term: "Agreed",
  invoice: "Billed",
  delivery: "Delivered",
  history: "Billed before",
};

const fact = (name: string, value: string | null): string =>
  value === null || value === "" ? "" : `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`;

function renderCase({ invoice, checked, decision, findings, history }: PackedInvoice): string {
  const amount = valueOf(invoice.payable) ?? valueOf(invoice.gross);
  const passed = checked.outcomes.filter(({ outcome }) => outcome === "pass").length;
  const unknown = checked.outcomes.filter(({ outcome }) => outcome === "cannot-determine");
  return `<section><h2>${escape(valueOf(invoice.number) ?? invoice.id)} <span class="route ${checked.route}">${checked.route}</span></h2>
<dl>${fact("Customer", invoice.buyer?.name ?? null)}${fact("Date", valueOf(invoice.issueDate))}${fact("Amount", amount === null ? null : `${amount} ${valueOf(invoice.currency) ?? ""}`)}${fact("Decision", decision.state)}${fact("Approved", decision.approvals.map(({ by, at }) => `${by}, ${at}`).join("; "))}${fact("Checks passed", String(passed))}</dl>
${findings.map(renderFinding).join("\n")}
${unknown.length === 0 ? "" : `<h3>Could not be determined</h3><ul>${unknown.map(({ check, because }) => `<li><code>${check}</code> ${escape(fillReason(because))}</li>`).join("")}</ul>`}
${history.length === 0 ? "" : `<h3>What was decided</h3><table><thead><tr><th>When</th><th>Who</th><th>What</th><th>In words</th></tr></thead><tbody>${history.map(renderEvent).join("")}</tbody></table>`}
</section>`;
}

function renderFinding({ finding, crops }: PackedInvoice["findings"][number]): string {
  const pictures = crops.map(
    ({ role, path, evidence, drawing }) =>
      `<figure><figcaption>${roleNames[role]}: ${escape(path)}</figcaption>${drawing}${drawing.startsWith("<table") ? "" : `<blockquote>${evidence.map(({ quote }) => escape(quote)).join(" · ")}</blockquote>`}</figure>`,
  );
  return `<article class="finding ${finding.direction}"><h3>${escape(finding.message)} <span class="money">${escape(finding.impact ?? "")}</span></h3>
<dl>${fact("Check", `${finding.check} v${finding.version}`)}${fact("Expected", finding.expected)}${fact("Found", finding.found)}${fact("Formula", finding.formula)}${fact("Another reading", finding.alternative)}${fact("What to do", finding.proposal.text)}</dl>
<div class="crops">${pictures.join("\n")}</div></article>`;
}

function renderEvent({ at, actor, label, action }: DecisionEvent): string {
  const words =
    "reason" in action
      ? action.reason
      : "note" in action
        ? action.note
        : "text" in action
          ? action.text
          : null;
  return `<tr><td>${escape(at)}</td><td>${escape(actor)}</td><td>${escape(label)}</td><td>${escape(words ?? "")}</td></tr>`;
}
