import { absolute, compare, decimalToText, roundToCurrency } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  CheckedInvoice,
  CheckId,
  Finding,
  FindingId,
  Outcome,
  Route,
} from "../../../src-shared/model/index.ts";
import type { FindingDraft, Rule, Verdict } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { isFirmTerm } from "./firmness.ts";
import { knownAnswersOf } from "./known-answers.ts";
import type { Answers, KnownAnswers } from "./known-answers.ts";
import { isSameSentence, sentence } from "../../../src-shared/text/index.ts";
import { worded } from "./show.ts";

/** What an invoice has been found to be, while its checks run. */
interface CaseRecord {
  readonly invoice: InvoiceContext;
  readonly known: KnownAnswers | null;
  readonly outcomes: Outcome[];
  readonly findings: { readonly finding: Omit<Finding, "blockedChecks">; readonly blocked: Set<CheckId> }[];
  /** Check → subject → the check that has to be blamed. */
  readonly failures: Map<CheckId, Map<string, CheckId>>;
}

/** Rules in an order in which each comes after what it depends on; otherwise as registered. */
export function orderRules(rules: readonly Rule[]): readonly Rule[] {
  const ordered: Rule[] = [];
  const open = [...rules];
  while (open.length > 0) {
    const index = open.findIndex((rule) =>
      rule.dependsOn.every((id) => !open.some((other) => other !== rule && other.ids.includes(id))),
    );
    const [next] = open.splice(index, 1);
    if (index < 0 || next === undefined) throw new Error("Checks depend on each other in a circle");
    ordered.push(next);
  }
  return ordered;
}

/** Runs all rules on one invoice. Every applicable subject gets exactly one outcome of each check. */
export function checkInvoice(invoice: InvoiceContext, ordered: readonly Rule[]): CheckedInvoice {
  const known = knownAnswersOf(invoice);
  const record: CaseRecord = { invoice, known, outcomes: [], findings: [], failures: new Map() };
  for (const rule of ordered) {
    const known = record.known?.ofRule(rule) ?? null;
    if (known !== null && !hasBlame(rule, record)) repeat(record, known);
    else if (rule.scope === "invoice") runOnInvoice(rule, record);
    else runOnLines(rule, record);
  }
  const findings = record.findings
    .map(({ finding, blocked }) => ({ ...finding, blockedChecks: [...blocked].toSorted(compareText) }))
    .toSorted((first, second) => compareFindings(first, second, invoice));
  return {
    invoiceId: invoice.invoice.id,
    agreementId: invoice.match.agreementId,
    route: routeOf(invoice, findings, record.outcomes),
    findings,
    outcomes: record.outcomes,
  };
}

function runOnInvoice(rule: Extract<Rule, { scope: "invoice" }>, record: CaseRecord): void {
  const { id } = record.invoice.invoice;
  const blame = findBlame(rule, record, id, null);
  if (blame !== null) block(rule, record, id, blame);
  else answer(rule, record, id, null, rule.judge(record.invoice));
}

function runOnLines(rule: Extract<Rule, { scope: "line" }>, record: CaseRecord): void {
  const { invoice } = record;
  const { id } = invoice.invoice;
  const blame = findBlame(rule, record, id, null);
  if (blame !== null) {
    block(rule, record, id, blame);
    return;
  }
  const reason = invoice.lines.length === 0 ? sentence("because/no-lines", {}) : rule.skip(invoice);
  if (reason !== null) {
    for (const check of rule.ids)
      record.outcomes.push({ check, subject: id, outcome: "not-applicable", because: reason });
    return;
  }
  const first = record.outcomes.length;
  const knownOf = record.known?.ofLines(rule);
  for (const [at, line] of invoice.lines.entries()) {
    const lineBlame = findBlame(rule, record, id, line.subject);
    const known = knownOf?.(line, at) ?? null;
    if (lineBlame !== null) block(rule, record, line.subject, lineBlame);
    else if (known !== null) repeat(record, known);
    else answer(rule, record, line.subject, line, rule.judge(line));
  }
  if (invoice.lines.length > 1) joinAlike(record, first);
  const whole = rule.judgeWhole?.(invoice) ?? null;
  if (whole !== null) answer(rule, record, id, null, whole, "stops nothing");
}

/** What does not apply to any line, for one reason, is said once for the invoice. */
function joinAlike({ invoice, outcomes }: CaseRecord, first: number): void {
  const count = invoice.lines.length;
  const perLine = (outcomes.length - first) / count;
  if (!Number.isInteger(perLine)) return;
  let kept = first;
  const joined: Outcome[] = [];
  const isJoined: boolean[] = [];
  for (let at = 0; at < perLine; at += 1) {
    const one = outcomes[first + at];
    isJoined.push(
      one !== undefined && one.outcome === "not-applicable" && isSameOnAll(outcomes, first + at, perLine),
    );
    if (isJoined[at] === true && one !== undefined) joined.push({ ...one, subject: invoice.invoice.id });
  }
  if (joined.length === 0) return;
  for (let at = first; at < outcomes.length; at += 1)
    if (isJoined[(at - first) % perLine] !== true) outcomes[kept++] = outcomes[at] as Outcome;
  outcomes.length = kept;
  outcomes.push(...joined);
}

function isSameOnAll(outcomes: readonly Outcome[], start: number, step: number): boolean {
  const one = outcomes[start];
  for (let at = start + step; at < outcomes.length; at += step) {
    const other = outcomes[at];
    if (one === undefined || other === undefined) return false;
    if (other.check !== one.check || other.outcome !== one.outcome) return false;
    if (!isSameSentence(other.because, one.because)) return false;
  }
  return true;
}

function findBlame(
  rule: Rule,
  { failures }: CaseRecord,
  invoiceId: string,
  lineSubject: string | null,
): CheckId | null {
  for (const id of rule.dependsOn) {
    const bySubject = failures.get(id);
    const blame =
      bySubject?.get(invoiceId) ?? (lineSubject === null ? undefined : bySubject?.get(lineSubject));
    if (blame !== undefined) return blame;
  }
  return null;
}

function block(rule: Rule, record: CaseRecord, subject: string, blame: CheckId): void {
  const line = subject.includes("#") ? subject.slice(subject.indexOf("#") + 1) : null;
  for (const check of rule.ids) {
    record.outcomes.push({
      check,
      subject,
      outcome: "not-run",
      because: sentence("because/blocked", { check: blame }),
      blockedBy: blame,
    });
    noteFailure(record, check, subject, blame);
  }
  for (const { finding, blocked } of record.findings)
    if (finding.check === blame && (finding.line === null || line === null || finding.line === line))
      for (const check of rule.ids) blocked.add(check);
}

function noteFailure({ failures }: CaseRecord, check: CheckId, subject: string, blame: CheckId): void {
  const known = failures.get(check);
  if (known === undefined) failures.set(check, new Map([[subject, blame]]));
  else known.set(subject, blame);
}

function answer(
  rule: Rule,
  record: CaseRecord,
  subject: string,
  line: LineContext | null,
  verdicts: readonly Verdict[],
  weight: "stops dependents" | "stops nothing" = "stops dependents",
): void {
  for (const check of rule.ids) {
    const verdict = verdictOf(verdicts, check);
    if (verdict === undefined) throw new Error(`${check} said nothing about ${subject}`);
    if (verdict.outcome !== "fail") {
      record.outcomes.push({ check, subject, outcome: verdict.outcome, because: verdict.because });
      continue;
    }
    const [first] = verdict.findings;
    if (first === undefined) throw new Error(`${check} failed on ${subject} without a finding`);
    record.outcomes.push({
      check,
      subject,
      outcome: "fail",
      because: first.message,
    });
    const isHeavy =
      weight === "stops dependents" && verdict.findings.some(({ severity }) => severity !== "info");
    if (isHeavy) noteFailure(record, check, subject, check);
    for (const draft of verdict.findings) {
      const finding = toFinding(draft, check, rule.version, record.invoice, line);
      const alike = record.findings.filter((other) => other.finding.id.startsWith(finding.id)).length;
      const id = alike === 0 ? finding.id : (`${finding.id}-${alike + 1}` as FindingId);
      record.findings.push({ finding: { ...finding, id }, blocked: new Set() });
    }
  }
}

const hasBlame = (rule: Rule, { failures }: CaseRecord): boolean =>
  rule.dependsOn.some((id) => failures.has(id));

/** Takes over what was said before. */
function repeat(record: CaseRecord, { outcomes, findings }: Answers): void {
  for (const outcome of outcomes) {
    record.outcomes.push(outcome);
    const isHeavy = findings.some(({ check, severity }) => check === outcome.check && severity !== "info");
    if (outcome.outcome === "fail" && isHeavy)
      noteFailure(record, outcome.check, outcome.subject, outcome.check);
  }
  for (const { blockedChecks: _blockedChecks, ...finding } of findings)
    record.findings.push({ finding, blocked: new Set() });
}

function verdictOf(verdicts: readonly Verdict[], check: CheckId): Verdict | undefined {
  for (const verdict of verdicts) if (verdict.check === check) return verdict;
  return undefined;
}

function toFinding(
  draft: FindingDraft,
  check: CheckId,
  version: number,
  { invoice, match, currency, batch }: InvoiceContext,
  line: LineContext | null,
): Omit<Finding, "blockedChecks"> {
  const [expected, found] = [draft.expected ?? null, draft.found ?? null];
  const impact = draft.impact ?? null;
  const lineId = line?.line.id ?? draft.line ?? null;
  const key = [
    check,
    invoice.id,
    lineId ?? "",
    expected ?? "",
    found ?? "",
    draft.relatedInvoiceId ?? "",
  ].join("\n");
  return {
    id: `fnd-${batch.input.hash(key).slice(0, 12)}` as FindingId,
    check,
    version,
    severity: draft.severity ?? "warn",
    direction: draft.direction,
    invoiceId: invoice.id,
    agreementId: match.agreementId,
    documentId: invoice.documentId,
    line: lineId,
    ...worded(draft),
    expected,
    found,
    impact: impact === null ? null : inCurrency(decimalToText(absolute(impact)), currency),
    formula: draft.formula ?? null,
    tolerance: draft.tolerance ?? null,
    confidence: Math.floor((draft.confidence ?? 1) * 100) / 100,
    evidence: draft.evidence,
    relatedInvoiceId: draft.relatedInvoiceId ?? null,
  };
}

/** An impact in minor units of its currency. */
const inCurrency = (amount: DecimalText, currency: string | null): DecimalText =>
  currency === null ? amount : decimalToText(roundToCurrency(amount, currency));

const severityRank = { block: 0, warn: 1, info: 2 } as const;

/** Blocking first, then by money, then as they stand on the page. */
function compareFindings(first: Finding, second: Finding, { invoice }: InvoiceContext): number {
  const bySeverity = severityRank[first.severity] - severityRank[second.severity];
  if (bySeverity !== 0) return bySeverity;
  if (first.impact !== second.impact) {
    if (first.impact === null) return 1;
    if (second.impact === null) return -1;
    const byMoney = compare(second.impact, first.impact);
    if (byMoney !== 0) return byMoney;
  }
  const place = (finding: Finding): number =>
    finding.line === null ? -1 : invoice.lines.findIndex(({ id }) => id === finding.line);
  return (
    place(first) - place(second) || compareText(first.check, second.check) || compareText(first.id, second.id)
  );
}

const compareText = (first: string, second: string): number => (first < second ? -1 : first > second ? 1 : 0);

/** Clear only if everything that applies passed, on terms that a person has confirmed. */
function routeOf(invoice: InvoiceContext, findings: readonly Finding[], outcomes: readonly Outcome[]): Route {
  if (findings.some(({ severity }) => severity === "block")) return "blocked";
  if (findings.some(({ severity }) => severity !== "info")) return "review";
  if (outcomes.some(({ outcome }) => outcome === "cannot-determine" || outcome === "not-run"))
    return "review";
  for (const term of invoice.used.values()) if (!isFirmTerm(term)) return "review";
  return "clear";
}
