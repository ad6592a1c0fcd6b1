import type {
  CheckedInvoice,
  CheckId,
  Finding,
  FindingId,
  Invoice,
  Route,
} from "../../../src-shared/model/index.ts";
import type { Rule, Verdict } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { compareFindings, toFinding } from "./findings.ts";
import type { RaisedFinding } from "./findings.ts";
import { isFirmTerm } from "./firmness.ts";
import { keepTold, knownAnswersOf } from "./known-answers.ts";
import type { Answers, KnownAnswers } from "./known-answers.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { compareText } from "../../../src-shared/wording/index.ts";
import { isAllTheSame, isOfWhole, lineTold, listOutcomes, someTold } from "./told.ts";
import type { LinesTold, RuleTold, Told } from "./told.ts";

/** What an invoice has been found to be, while its checks run. */
interface CaseRecord {
  readonly invoice: InvoiceContext;
  readonly known: KnownAnswers | null;
  /** What each rule said last in this batch, by its place: of one subject, and of all lines of an invoice alike. */
  readonly lastTold: (readonly Told[] | undefined)[];
  readonly lastOfLines: (LinesTold | undefined)[];
  readonly findings: { readonly finding: RaisedFinding; readonly blocked: Set<CheckId> }[];
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
  const lastTold = invoice.batch.once("told-last", (): CaseRecord["lastTold"] => []);
  const lastOfLines = invoice.batch.once("told-last-of-lines", (): CaseRecord["lastOfLines"] => []);
  const failures: CaseRecord["failures"] = new Map();
  const record: CaseRecord = { invoice, known, lastTold, lastOfLines, findings: [], failures };
  const told = ordered.map((rule, place) => runRule(rule, place, record));
  const findings = sortedFindings(record);
  const route = routeOf(invoice, findings, told);
  return keepTold(resultOf(invoice.invoice, invoice.match.agreementId, route, findings, told), told);
}

function runRule(rule: Rule, place: number, record: CaseRecord): RuleTold {
  const known = record.known?.ofRule(rule, place) ?? null;
  if (known !== null && !hasBlame(rule, record)) return repeatRule(record, known);
  return rule.scope === "invoice" ? runOnInvoice(rule, place, record) : runOnLines(rule, place, record);
}

/** Apart from the check, whose batch the outcomes that are written out later would otherwise hold in memory. */
const resultOf = (
  invoice: Invoice,
  agreementId: CheckedInvoice["agreementId"],
  route: Route,
  findings: readonly Finding[],
  told: readonly RuleTold[],
): CheckedInvoice => ({
  invoiceId: invoice.id,
  agreementId,
  route,
  findings,
  get outcomes() {
    return listOutcomes(told, invoice);
  },
});

function sortedFindings({ invoice, findings }: CaseRecord): readonly Finding[] {
  if (findings.length === 0) return [];
  return findings
    .map(({ finding, blocked }) => ({ ...finding, blockedChecks: [...blocked].toSorted(compareText) }))
    .toSorted((first, second) => compareFindings(first, second, invoice));
}

function runOnInvoice(
  rule: Extract<Rule, { scope: "invoice" }>,
  place: number,
  record: CaseRecord,
): RuleTold {
  const { id } = record.invoice.invoice;
  const blame = findBlame(rule, record, id, null);
  if (blame !== null) return block(rule, record, id, blame);
  return asLast(place, record, answer(rule, record, id, null, rule.judge(record.invoice)));
}

function runOnLines(rule: Extract<Rule, { scope: "line" }>, place: number, record: CaseRecord): RuleTold {
  const { invoice } = record;
  const { id } = invoice.invoice;
  const blame = findBlame(rule, record, id, null);
  if (blame !== null) return block(rule, record, id, blame);
  const reason = invoice.invoice.lines.length === 0 ? sentence("because/no-lines", {}) : rule.skip(invoice);
  if (reason !== null)
    return asLast(
      place,
      record,
      rule.ids.map((check) => ({ check, outcome: "not-applicable", because: reason })),
    );
  const knownOf = record.known?.ofLines(rule, place);
  // Nearly always all lines are told the same: a list is begun where one is not.
  let all: readonly Told[] | null = null;
  let each: (readonly Told[])[] | null = null;
  const { lines } = invoice;
  // Millions of steps: places are counted here, since a pair for each would only be thrown away.
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as LineContext;
    const told = asLast(place, record, toldOfLine(rule, place, record, line, knownOf?.(line, at) ?? null));
    if (each !== null) each.push(told);
    else if (all === null) all = told;
    else if (told !== all) {
      const before = all;
      each = [...Array.from({ length: at }, () => before), told];
    }
  }
  const whole = rule.judgeWhole?.(invoice) ?? null;
  if (whole === null && each === null) return alike(place, record, all);
  return {
    all: each === null ? all : null,
    each: each ?? nothing,
    whole: whole === null ? nothing : answer(rule, record, id, null, whole, "stops nothing"),
  };
}

/** That all lines are told the same; as one object for the invoices of which a rule says so in a row. */
function alike(place: number, { lastOfLines }: CaseRecord, all: readonly Told[] | null): LinesTold {
  const last = lastOfLines[place];
  if (last !== undefined && last.all === all) return last;
  const told: LinesTold = { all, each: nothing, whole: nothing };
  lastOfLines[place] = told;
  return told;
}

const nothing: readonly never[] = [];

function toldOfLine(
  rule: Extract<Rule, { scope: "line" }>,
  place: number,
  record: CaseRecord,
  line: LineContext,
  known: readonly Told[] | null,
): readonly Told[] {
  const { id } = record.invoice.invoice;
  const blame = findBlame(rule, record, id, line.subject);
  if (blame !== null) return block(rule, record, line.subject, blame);
  if (known !== null) return known;
  const verdicts = rule.judge(line);
  const last = record.lastTold[place];
  // Rules keep what they say of most lines: the very answer of the line before is in order.
  return verdicts === last ? last : answer(rule, record, line.subject, line, verdicts);
}

/** The very answer that the rule gave before, where it says the same: thousands of lines then share it. */
function asLast(place: number, { lastTold }: CaseRecord, told: readonly Told[]): readonly Told[] {
  const last = lastTold[place];
  if (last !== undefined && isAllTheSame(last, told)) return last;
  lastTold[place] = told;
  return told;
}

function findBlame(
  rule: Rule,
  { failures }: CaseRecord,
  invoiceId: string,
  lineSubject: string | null,
): CheckId | null {
  if (failures.size === 0) return null;
  for (const id of rule.dependsOn) {
    const bySubject = failures.get(id);
    const blame =
      bySubject?.get(invoiceId) ?? (lineSubject === null ? undefined : bySubject?.get(lineSubject));
    if (blame !== undefined) return blame;
  }
  return null;
}

function block(rule: Rule, record: CaseRecord, subject: string, blame: CheckId): readonly Told[] {
  const line = subject.includes("#") ? subject.slice(subject.indexOf("#") + 1) : null;
  for (const check of rule.ids) noteFailure(record, check, subject, blame);
  for (const { finding, blocked } of record.findings)
    if (finding.check === blame && (finding.line === null || line === null || finding.line === line))
      for (const check of rule.ids) blocked.add(check);
  const because = sentence("because/blocked", { check: blame });
  return rule.ids.map((check) => ({ check, outcome: "not-run", because, blockedBy: blame }));
}

function noteFailure({ failures }: CaseRecord, check: CheckId, subject: string, blame: CheckId): void {
  const known = failures.get(check);
  if (known === undefined) failures.set(check, new Map([[subject, blame]]));
  else known.set(subject, blame);
}

/** Takes down what a rule found, and says of each of its checks how it came out. */
function answer(
  rule: Rule,
  record: CaseRecord,
  subject: string,
  line: LineContext | null,
  verdicts: readonly Verdict[],
  weight: "stops dependents" | "stops nothing" = "stops dependents",
): readonly Told[] {
  if (isInOrder(verdicts, rule)) return verdicts;
  return rule.ids.map((check) => {
    const verdict = verdicts.find((one) => one.check === check);
    if (verdict === undefined) throw new Error(`${check} said nothing about ${subject}`);
    if (verdict.outcome !== "fail") return verdict;
    const [first] = verdict.findings;
    if (first === undefined) throw new Error(`${check} failed on ${subject} without a finding`);
    const isHeavy =
      weight === "stops dependents" && verdict.findings.some(({ severity }) => severity !== "info");
    if (isHeavy) noteFailure(record, check, subject, check);
    for (const draft of verdict.findings) {
      const finding = toFinding(draft, check, rule.version, record.invoice, line);
      const alike = record.findings.filter((other) => other.finding.id.startsWith(finding.id)).length;
      const id = alike === 0 ? finding.id : (`${finding.id}-${alike + 1}` as FindingId);
      record.findings.push({ finding: { ...finding, id }, blocked: new Set() });
    }
    return { check, outcome: "fail", because: first.message };
  });
}

/** Whether there is one verdict for each id of the rule, in their order, and none found anything. */
function isInOrder(
  verdicts: readonly Verdict[],
  { ids }: Rule,
): verdicts is readonly Exclude<Verdict, { readonly outcome: "fail" }>[] {
  if (verdicts.length !== ids.length) return false;
  for (let at = 0; at < ids.length; at += 1) {
    const verdict = verdicts[at];
    if (verdict === undefined || verdict.check !== ids[at] || verdict.outcome === "fail") return false;
  }
  return true;
}

const hasBlame = (rule: Rule, { failures }: CaseRecord): boolean =>
  rule.dependsOn.some((id) => failures.has(id));

/** Takes over all that a rule said of an invoice before. */
function repeatRule(record: CaseRecord, { told, findings }: Answers): RuleTold {
  if (findings.length === 0) return told;
  const { id, lines } = record.invoice.invoice;
  if (isOfWhole(told)) repeat(record, id, told, findings);
  else {
    for (const [at, line] of lines.entries())
      repeat(
        record,
        `${id}#${line.id}`,
        lineTold(told, at),
        findings.filter((finding) => finding.line === line.id),
      );
    for (const one of findings) if (one.line === null) takeOver(record, one);
  }
  return told;
}

/** Takes over what was said of one subject before. */
function repeat(
  record: CaseRecord,
  subject: string,
  told: readonly Told[],
  findings: readonly Finding[],
): void {
  for (const { check, outcome } of told)
    if (outcome === "fail" && findings.some((one) => one.check === check && one.severity !== "info"))
      noteFailure(record, check, subject, check);
  for (const one of findings) takeOver(record, one);
}

function takeOver(record: CaseRecord, { blockedChecks: _blockedChecks, ...finding }: Finding): void {
  record.findings.push({ finding, blocked: new Set() });
}

const isOpen = ({ outcome }: Told): boolean => outcome === "cannot-determine" || outcome === "not-run";

/** Clear only if everything that applies passed, on terms that a person has confirmed. */
function routeOf(invoice: InvoiceContext, findings: readonly Finding[], told: readonly RuleTold[]): Route {
  if (findings.some(({ severity }) => severity === "block")) return "blocked";
  if (findings.some(({ severity }) => severity !== "info")) return "review";
  if (told.some((ofRule) => someTold(ofRule, isOpen))) return "review";
  for (const term of invoice.used.values()) if (!isFirmTerm(term)) return "review";
  return "clear";
}
