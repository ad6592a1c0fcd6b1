import type {
  Agreement,
  AgreementReadiness,
  ReadinessNeed,
  Term,
  TermType,
} from "../../../src-shared/model/index.ts";
import {
  fillMessage,
  choosePluralInEnglish,
  english,
  isMessageCode,
} from "../../../src-shared/text/index.ts";
import type { Facts } from "../../../src-shared/text/index.ts";
import { readinessRules } from "./readiness-rules.ts";
import type { ReadinessSubject } from "./readiness-rule.ts";

/**
 * What an agreement does not say that a check will need: question, a wording to agree on, and the assumption.
 *
 * `members` are the documents of one family, strongest first: what one of them says, all of them say.
 */
export function assessReadiness(members: readonly Agreement[], root: Agreement): AgreementReadiness {
  const terms = members.flatMap((member) => member.terms).filter(({ status }) => status !== "rejected");
  const subject = subjectOf(root, members, terms);
  const needs = readinessRules.flatMap((rule): readonly ReadinessNeed[] =>
    rule.find(subject).map(({ termIds = [], facts = {}, evidence = [] }) => ({
      code: rule.code,
      agreementId: root.id,
      termIds,
      checks: rule.checks,
      facts,
      question: sentence(rule.code, "question", facts) ?? rule.code,
      wording: sentence(rule.code, "wording", facts),
      assumption: sentence(rule.code, "assumption", facts),
      evidence: evidence.slice(0, mostQuotes),
    })),
  );
  return { agreementId: root.id, number: root.number, title: root.title, needs };
}

/** Enough words to see what is meant; the terms hold the rest. */
const mostQuotes = 2;

function subjectOf(root: Agreement, members: readonly Agreement[], terms: readonly Term[]): ReadinessSubject {
  const of = (type: TermType): readonly Term[] => terms.filter((term) => term.type === type);
  return { root, members, terms, of, says: (type) => of(type).length > 0 };
}

function sentence(code: string, part: "question" | "wording" | "assumption", facts: Facts): string | null {
  const name = `readiness/${code}/${part}`;
  return isMessageCode(name) ? fillMessage(english[name], facts, choosePluralInEnglish) : null;
}
