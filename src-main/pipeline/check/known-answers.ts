import type { CheckedInvoice, CheckId, Finding } from "../../../src-shared/model/index.ts";
import type { Rule } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { isOfWhole, lineTold, someTold } from "./told.ts";
import type { RuleTold, Told } from "./told.ts";

/** Answers about an invoice that were given before one price changed, and which of them still hold. */
export interface KnownAnswers {
  /** All answers of a check, by its place in the order of the rules; `null` where it has to be asked again. */
  readonly ofRule: (rule: Rule, place: number) => Answers | null;
  /** Those of a check on single lines, by the place of the line; lines that failed are asked again. */
  readonly ofLines: (rule: Rule, place: number) => (line: LineContext, at: number) => readonly Told[] | null;
}

export interface Answers {
  readonly told: RuleTold;
  readonly findings: readonly Finding[];
}

const toldBefore = new WeakMap<CheckedInvoice, readonly RuleTold[]>();

/** Keeps what each rule said beside the result, for when one price changes. */
export function keepTold(checked: CheckedInvoice, told: readonly RuleTold[]): CheckedInvoice {
  toldBefore.set(checked, told);
  return checked;
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
  const told = toldBefore.get(before);
  if (told === undefined || !isWhollyProven(told)) return null;
  const { nearLines, isSetAside } = beforeChange;
  const near = nearLines.get(invoice.id);
  // Words about a failed price may name any other price.
  const failed = new Set(before.findings.map(({ line }) => line));
  return {
    ofRule: (rule, place) => {
      if (rule.restsOn !== "no price" && !rule.ids.every(isSetAside)) return null;
      const answers = told[place];
      return answers === undefined || someTold(answers, isNotRun)
        ? null
        : { told: answers, findings: findingsOf(rule, before) };
    },
    ofLines: (rule, place) => {
      const answers = rule.restsOn === undefined ? undefined : told[place];
      if (answers === undefined) return () => null;
      return ({ line }, at) => (near?.has(at) === true || failed.has(line.id) ? null : partOf(answers, at));
    },
  };
}

const nothing: readonly never[] = [];

const findingsOf = ({ ids }: Rule, { findings }: CheckedInvoice): readonly Finding[] =>
  findings.length === 0 ? nothing : findings.filter(({ check }) => includes(ids, check));

const isNotRun = ({ outcome }: Told): boolean => outcome === "not-run";

const isWhollyProven = (told: readonly RuleTold[]): boolean =>
  told.findLast((ofRule) =>
    someTold(ofRule, ({ check, outcome }) => check === "evidence.insufficient" && outcome === "pass"),
  ) !== undefined;

const includes = (ids: readonly CheckId[], check: CheckId): boolean => ids.includes(check);

/** What was said of one line; why a check does not apply to the whole invoice holds for each line. */
function partOf(told: RuleTold, at: number): readonly Told[] | null {
  if (isOfWhole(told)) return told.every(({ outcome }) => outcome === "not-applicable") ? told : null;
  const own = lineTold(told, at);
  return own.length === 0 || own.some(isNotRun) ? null : own;
}
