import type { InputOf, TermExplanation } from "../../src-shared/api/contract.ts";
import type {
  Agreement,
  AgreementFamily,
  AgreementReadiness,
  Policy,
  Problem,
  TermExample,
} from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { fillSentence } from "../../src-shared/text/index.ts";
import { assessReadiness, workedExamples } from "../pipeline/decide/index.ts";
import { matchDocuments, noAssignments } from "../pipeline/match/index.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

/** The cases that a person signs by confirming a term. */
export function explainTerms(
  program: Program,
  { termIds }: InputOf<"terms.examples">,
): Result<readonly TermExplanation[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const wanted = new Set<string>(termIds);
  const explained = open.value
    .review()
    .nouns.agreements.flatMap((agreement) =>
      agreement.terms.flatMap((term) =>
        wanted.has(term.id) ? [{ termId: term.id, examples: workedExamples(term, agreement) }] : [],
      ),
    );
  const unknown = termIds.find((id) => !explained.some(({ termId }) => termId === id));
  return unknown === undefined ? ok(explained) : err({ code: "decide/unknown-term", facts: { id: unknown } });
}

/** What the agreements of the workspace leave open, before the first invoice is checked against them. */
export function listReadiness(program: Program): Result<readonly AgreementReadiness[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const { nouns, matching } = open.value.review();
  return ok(readinessOf(nouns.agreements, matching.families));
}

/** One entry per family: a master agreement and all that changes it answer for each other. */
export function readinessOf(
  agreements: readonly Agreement[],
  families: readonly AgreementFamily[],
): readonly AgreementReadiness[] {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  return families.flatMap(({ id, memberIds }) => {
    const root = byId.get(id);
    const members = memberIds.flatMap((member) => byId.get(member) ?? []);
    return root === undefined ? [] : [assessReadiness(members, root)];
  });
}

/** A worked example in English, for who has no window; "?" where the words of the term decide nothing. */
export interface SpelledExample {
  readonly when: string;
  readonly gives: string;
  readonly formula: string | null;
  readonly rivals: readonly { readonly reading: string; readonly gives: string }[];
}

const spell = ({ when, gives, formula, rivals }: TermExample): SpelledExample => ({
  when: fillSentence(when),
  gives: gives === null ? "?" : fillSentence(gives),
  formula,
  rivals: rivals.map((rival) => ({ reading: fillSentence(rival.reading), gives: fillSentence(rival.gives) })),
});

/** An agreement with the cases of its terms, and what it leaves open. */
export interface ExplainedAgreement extends Omit<Agreement, "terms"> {
  readonly terms: readonly (Agreement["terms"][number] & { readonly examples: readonly SpelledExample[] })[];
  /** Of the family that it is the root of; empty for what only changes another agreement. */
  readonly readiness: AgreementReadiness["needs"];
}

/** Agreements as they were read, explained without a workspace. */
export function explainAgreements(
  agreements: readonly Agreement[],
  policy: Policy,
): readonly ExplainedAgreement[] {
  const { families } = matchDocuments({
    agreements,
    invoices: [],
    deliveries: [],
    policy,
    assignments: noAssignments,
  });
  const needs = new Map(readinessOf(agreements, families).map((entry) => [entry.agreementId, entry.needs]));
  return agreements.map((agreement) => ({
    ...agreement,
    terms: agreement.terms.map((term) => ({ ...term, examples: workedExamples(term, agreement).map(spell) })),
    readiness: needs.get(agreement.id) ?? [],
  }));
}
