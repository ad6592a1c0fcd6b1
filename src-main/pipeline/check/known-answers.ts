import type { CheckedInvoice, CheckId, Finding, Outcome } from "../../../src-shared/model/index.ts";
import type { Rule } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";

/** Answers about an invoice that were given before one price changed, and which of them still hold. */
export interface KnownAnswers {
  /** All answers of a check; `null` where it has to be asked again. */
  readonly ofRule: (rule: Rule) => Answers | null;
  /** Those of a check on single lines, by their place, one outcome for each id of the check. */
  readonly ofLines: (rule: Rule) => (line: LineContext, at: number) => Answers | null;
}

export interface Answers {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

/**
 * What is known of an invoice from before a price changed; `null` where nothing is sure to hold.
 *
 * Results with a term in doubt are not used: which terms an invoice rests on decides whether it is clear, and is not
 * kept with the results. Nor are those under tolerances, whose deviations add up over the lines.
 */
export function knownAnswersOf(context: InvoiceContext): KnownAnswers | null {
  const { invoice, batch } = context;
  const { beforeChange, policy } = batch.input;
  const before = beforeChange?.checkedById.get(invoice.id);
  if (beforeChange === undefined || before === undefined || policy.tolerances.length > 0) return null;
  if (!isWhollyProven(before)) return null;
  const { nearLines, isSetAside } = beforeChange;
  const answersOf = answersByRule(before);
  // Words about a failed price may name any other price.
  const reached = context.lines.map(
    ({ subject, line }) =>
      nearLines.has(subject) || before.findings.some((finding) => finding.line === line.id),
  );
  return {
    ofRule: (rule) => {
      if (rule.restsOn !== "no price" && !rule.ids.every(isSetAside)) return null;
      const answers = answersOf(rule);
      return answers?.outcomes.every(({ outcome }) => outcome !== "not-run") === true ? answers : null;
    },
    ofLines: (rule) => {
      const answers = rule.restsOn === undefined ? undefined : answersOf(rule);
      if (answers === undefined) return () => null;
      const partOf = splitByLine(answers, rule, context);
      return (line, at) => (reached[at] === true ? null : partOf(line, at));
    },
  };
}

const isWhollyProven = ({ outcomes }: CheckedInvoice): boolean =>
  outcomes.findLast(({ check }) => check === "evidence.insufficient")?.outcome === "pass";

/** Results stand in the order of the rules, those of one rule side by side: rules are asked for in that order, once. */
function answersByRule({ outcomes, findings }: CheckedInvoice): (rule: Rule) => Answers | undefined {
  let next = 0;
  return ({ ids }) => {
    let start = next;
    while (start < outcomes.length && !includes(ids, outcomes[start]?.check)) start += 1;
    if (start === outcomes.length) return undefined;
    let end = start;
    while (end < outcomes.length && includes(ids, outcomes[end]?.check)) end += 1;
    next = end;
    return {
      outcomes: outcomes.slice(start, end),
      findings: findings.length === 0 ? findings : findings.filter(({ check }) => includes(ids, check)),
    };
  };
}

const includes = (ids: readonly CheckId[], check: CheckId | undefined): boolean =>
  check !== undefined && ids.includes(check);

/** What was said once for all lines holds for each; what was said line by line stands in their order. */
function splitByLine(
  { outcomes, findings }: Answers,
  { ids }: Rule,
  { invoice, lines }: InvoiceContext,
): (line: LineContext, at: number) => Answers | null {
  const apart = outcomes.filter(({ subject }) => subject !== invoice.id);
  const joined = outcomes.filter(
    ({ subject, outcome }) => subject === invoice.id && outcome === "not-applicable",
  );
  const width = apart.length / lines.length;
  return ({ subject, line }, at) => {
    const own: Outcome[] = [];
    let next = at * width;
    for (const id of ids) {
      const single = apart[next];
      if (single?.check === id && single.subject === subject) {
        if (single.outcome === "not-run") return null;
        own.push(single);
        next += 1;
        continue;
      }
      const common = joined.find(({ check }) => check === id);
      if (common === undefined) return null;
      own.push({ ...common, subject });
    }
    return {
      outcomes: own,
      findings: findings.length === 0 ? findings : findings.filter((finding) => finding.line === line.id),
    };
  };
}
