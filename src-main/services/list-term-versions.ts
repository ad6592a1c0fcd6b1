import type { InputOf } from "../../src-shared/api/contract.ts";
import type {
  DecisionAction,
  DecisionEvent,
  Problem,
  RelatedTerm,
  Term,
  TermHistory,
  TermId,
  TermVersion,
} from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { collectNouns } from "./check-documents.ts";
import type { CheckedWorkspace } from "./compute-review.ts";
import { termsById } from "./decide-terms.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

type Edit = DecisionEvent & { readonly action: Extract<DecisionAction, { readonly type: "term-edited" }> };

/** What a term said as it was read, after each correction, and what amendments put in its place. */
export function listTermVersions(
  program: Program,
  { termId }: InputOf<"terms.versions">,
): Result<TermHistory, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const current = termsById(workspace).get(termId as TermId);
  if (current === undefined) return err({ code: "decide/unknown-term", facts: { id: termId } });
  return ok({
    termId: current.id,
    versions: versionsOf(workspace, current),
    related: relatedTo(workspace.review(), current),
  });
}

function versionsOf(workspace: OpenWorkspace, current: Term): readonly TermVersion[] {
  const read = collectNouns(workspace.documents())
    .agreements.flatMap(({ terms }) => terms)
    .find(({ id }) => id === current.id);
  const { holding } = workspace.fold();
  const edits = workspace
    .events()
    .filter(
      (event): event is Edit => event.action.type === "term-edited" && event.action.termId === current.id,
    );
  const last = edits.findLast(({ id }) => holding.has(id));
  const first: TermVersion = {
    // A term that a person added was never read: its first version is the one that stands.
    term: read ?? current,
    by: null,
    at: null,
    reason: null,
    state: last === undefined ? "current" : "former",
  };
  let version = first.term.version;
  return [
    first,
    ...edits.map(({ id, actor, at, action }): TermVersion => {
      const holds = holding.has(id);
      if (holds) version += 1;
      const { termType: type, value, from, to } = action;
      return {
        term: { ...first.term, type, value, from, to, version, basis: "person", confidence: 1 } as Term,
        by: actor,
        at,
        reason: action.reason,
        state: !holds ? "taken-back" : id === last?.id ? "current" : "former",
      };
    }),
  ];
}

function relatedTo({ matching, nouns }: CheckedWorkspace, term: Term): readonly RelatedTerm[] {
  const owners = new Map(
    nouns.agreements.flatMap((agreement) => agreement.terms.map((each) => [each.id, agreement] as const)),
  );
  const relate = (relation: RelatedTerm["relation"], id: TermId, from: RelatedTerm["from"]) => {
    const agreement = owners.get(id);
    const other = agreement?.terms.find((each) => each.id === id);
    if (agreement === undefined || other === undefined) return [];
    return [
      {
        relation,
        agreementId: agreement.id,
        agreement: agreement.number ?? agreement.title,
        term: other,
        from,
      },
    ];
  };
  const related = matching.termsInForce.flatMap(({ termId, supersededBy, to }) => {
    if (supersededBy === null) return [];
    // The piece of the weaker term ends where the stronger one begins.
    if (termId === term.id) return relate("replaced-by", supersededBy, to);
    return supersededBy === term.id ? relate("replaces", termId, to) : [];
  });
  const seen = new Set<string>();
  return related.filter(({ relation, term: { id } }) => {
    const key = `${relation} ${id}`;
    return !seen.has(key) && seen.add(key) !== null;
  });
}
