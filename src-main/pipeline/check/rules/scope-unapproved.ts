import { decimalToText, isPositive, subtract } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import type { Agreement, Evidence } from "../../../../src-shared/model/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import {
  daysNamedIn,
  readsLikeExtraWork,
  saysUnwritten,
  wordingOf,
} from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, LineRule, Verdict } from "../check.ts";
import type { Governing, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { coversLine, namesChange, namesOtherChange } from "../named-changes.ts";
import { quoteWords, show, shortWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const id = "scope.unapproved";

/** Work beyond the agreed scope has a written, signed approval. */
export const scopeUnapproved: LineRule = {
  ids: [id],
  family: 20,
  title: "Extras are approved in writing",
  version: 4,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  restsOn: "no price",
  skip: ({ isCredit, match }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : match.state === "ambiguous"
        ? sentence("because/agreement-open", {})
        : null,
  judge: (context) => [judge(context)],
};

/** Whether the words of a line are those of an extra. */
const readsLikeAnExtra = ({ description, group }: LineContext["line"]): boolean =>
  readsLikeExtraWork(group === null ? description : `${description} ${group}`);

function judge(context: LineContext): Verdict {
  const { line, owner, terms } = context;
  if (context.kind !== "fee") return notApplicable(id, sentence("because/no-work", {}));
  const excluded = findExcluded(context);
  const isExtra = readsLikeAnExtra(line);
  if (!isExtra && excluded === null) return notApplicable(id, sentence("because/no-extra", {}));
  const [governing] = terms;
  if (governing !== undefined && approves(governing.agreement)) {
    const late = approvedAfterwards(context, governing.agreement);
    if (late !== null) return late;
    return (
      approvedBelow(context, governing) ??
      pass(id, sentence("because/approved-by", { agreement: agreementWords(governing.agreement) }))
    );
  }
  if (governing !== undefined && excluded === null && (pricesExtras(governing) || isAgreedSum(context)))
    return notApplicable(id, sentence("because/priced-itself", {}));
  const changes = changesOf(context);
  const named = changes.find(({ number }) => number !== null && namesChange(context, number));
  const signed = changes.filter(({ standing }) => standing === "in-force");
  if (named !== undefined && named.standing === "in-force")
    return pass(id, sentence("because/approved-by", { agreement: agreementWords(named) }));
  const open = named ?? (signed.length === 0 ? changes[0] : undefined);
  if (open !== undefined) return blockedBy(context, open);
  if (excluded !== null) return excludedFinding(context, excluded);
  // What is said to be ordered by word alone, or is nothing that any signed change speaks of, has no approval.
  if (
    saysUnwritten(line.description) ||
    namesOtherChange(context, signed) ||
    (signed.length > 0 && !signed.some((change) => coversLine(change, context)))
  )
    return unapprovedFinding(context, signed[0] ?? null);
  if (signed.length > 0) return cannotDetermine(id, sentence("because/change-unsaid", {}));
  return cannotDetermine(
    id,
    sentence("because/extra-unapproved", {
      what: shortWords(line.description),
      agreement: ownAgreementWords(owner),
    }),
  );
}

/** A signed change, or a message that says yes. */
const approves = ({ rank, standing }: Agreement): boolean =>
  (isChangeRank(rank) || rank === "acceptance-message") && standing === "in-force";

const isChangeRank = (rank: Agreement["rank"]): boolean => rank === "change-order" || rank === "amendment";

/** Work that was done before anybody approved it; a change that takes effect earlier approves it from then on. */
function approvedAfterwards(context: LineContext, change: Agreement): Verdict | null {
  const given = change.signedOn ?? change.dated;
  if (given === null) return null;
  const { interval, line } = context;
  const days =
    interval !== null && interval.source === "line"
      ? [addDays(interval.end, -1)]
      : daysNamedIn(
          line.description,
          addDays(given, -365),
          valueOf(context.owner.invoice.issueDate) ?? given,
        );
  const last = days.toSorted().at(-1);
  if (last === undefined || last >= given) return null;
  if (isChangeRank(change.rank) && change.from !== null && change.from <= last) return null;
  return unapprovedFinding(
    context,
    change,
    sentence("finding/approved-late", {
      what: quoteWords(line.description),
      agreement: agreementWords(change),
      given,
      day: last,
    }),
  );
}

/** The approved sum is less than what is billed: the rest has no approval. */
function approvedBelow(context: LineContext, { agreement, term }: GoverningTerm): Verdict | null {
  const { amount } = term.value as { readonly amount?: DecimalText };
  const net = netOfLine(context);
  if (term.type !== "fixed-fee" || amount === undefined || net === null) return null;
  const beyond = subtract(net, amount);
  if (!isPositive(beyond)) return null;
  const impact = decimalToText(beyond);
  return unapprovedFinding(
    context,
    agreement,
    sentence("finding/approved-below", {
      what: quoteWords(context.line.description),
      agreement: agreementWords(agreement),
      allowed: show(amount, context.owner),
      found: show(net, context.owner),
    }),
    {
      expected: show(amount, context.owner),
      impact,
      formula: `${show(net, context.owner)} − ${show(amount, context.owner)} = ${show(beyond, context.owner)}`,
    },
  );
}

/** A price for work beyond what is included, or one whose name or clause is worded for extras. */
function pricesExtras({ term }: GoverningTerm): boolean {
  if (term.type === "overage") return true;
  const named = term.value as { readonly item?: string; readonly role?: string };
  const isNamed = readsLikeExtraWork(`${named.role ?? ""} ${named.item ?? ""}`);
  return isNamed || term.evidence.some(({ quote }) => readsLikeExtraWork(quote) && !asksForYes.test(quote));
}

/** Words by which a clause that prices extras also asks for a yes to each. */
const asksForYes =
  /appro(?:u?v|b)|aprov|aprob|authori[sz]|autoris|autoriz|autorizz|agree|writ(?:ing|ten)|instruct|consent|prior|request|genehm|freigab|freigegeben|zustimm|schriftlich|[ée]crit|escrit|scritt|schriftelijk|accord|acuerdo|acordo|akkoord|toestemming|goedk/iu;

/** A sum of its own in an agreement in force, which names the line and is its very amount. */
function isAgreedSum({ match, terms }: LineContext): boolean {
  const [governing] = terms;
  const [binding] = match.bindings;
  if (governing === undefined || binding === undefined) return false;
  const isSum = governing.term.type === "fixed-fee" || governing.term.type === "milestone";
  return (
    isSum &&
    governing.agreement.standing === "in-force" &&
    binding.reasons.includes("item") &&
    binding.reasons.includes("price")
  );
}

/** Change orders of the family, signed or not. */
function changesOf({ owner }: LineContext): readonly Agreement[] {
  const family =
    owner.match.agreementId === null ? undefined : owner.batch.families.get(owner.match.agreementId);
  return (family?.memberIds ?? []).flatMap((memberId) => {
    const agreement = owner.batch.agreements.get(memberId);
    return agreement?.rank === "change-order" ? [agreement] : [];
  });
}

/** The item of a scope list that the line is, although it is excluded. */
function findExcluded(
  context: LineContext,
): { readonly term: Governing<"scope">; readonly item: string } | null {
  const scopes = context.owner.termsOf("scope");
  if (scopes.length === 0) return null;
  const words = wordingOf(`${context.line.description} ${context.line.group ?? ""}`);
  for (const term of scopes) {
    if (whyUnusable(term) !== null) continue;
    const item = term.term.value.excluded.find((text) => {
      const { content } = wordingOf(text);
      return content.length > 0 && content.every((word) => words.all.has(word));
    });
    if (item !== undefined) return { term, item };
  }
  return null;
}

function unapprovedFinding(
  context: LineContext,
  change: Agreement | null,
  message: Sentence = sentence("finding/unapproved", {
    what: quoteWords(context.line.description),
    agreement: ownAgreementWords(context.owner),
  }),
  part: Pick<FindingDraft, "expected" | "impact" | "formula"> | null = null,
): Verdict {
  const net = netOfLine(context);
  return fail(id, {
    direction: "over",
    message,
    expected: null,
    found: net,
    impact: net,
    formula: net === null ? null : `the whole amount of ${show(net, context.owner)}`,
    ...part,
    proposal: {
      action: "ask",
      text: sentence("ask/excluded", { what: quoteWords(context.line.description) }),
    },
    confidence: confidenceOf(context.line.net) * 0.8,
    evidence: evidenceOf(change ?? headOfAgreement(context), context.line),
  });
}

const headOfAgreement = ({ owner }: LineContext): { readonly evidence: readonly Evidence[] } => {
  const root =
    owner.match.agreementId === null ? undefined : owner.batch.agreements.get(owner.match.agreementId);
  return { evidence: root?.evidence.slice(0, 1) ?? [] };
};

function blockedBy(context: LineContext, change: Agreement): Verdict {
  const net = netOfLine(context);
  return fail(id, {
    severity: "block",
    direction: "over",
    message: sentence("finding/not-accepted", {
      what: quoteWords(context.line.description),
      change: agreementWords(change),
      standing: sentence(`words/standing.${change.standing}`, {}),
    }),
    expected: "accepted",
    found: change.standing,
    impact: net,
    formula: net === null ? null : `the whole amount of ${show(net, context.owner)}`,
    proposal: { action: "ask", text: sentence("ask/not-accepted", { change: agreementWords(change) }) },
    confidence: confidenceOf(context.line.net),
    evidence: evidenceOf(change, context.line),
  });
}

function excludedFinding(
  context: LineContext,
  { term, item }: { readonly term: Governing<"scope">; readonly item: string },
): Verdict {
  const net = netOfLine(context);
  context.owner.use(term);
  return fail(id, {
    direction: "over",
    message: sentence("finding/excluded", {
      what: quoteWords(context.line.description),
      agreement: agreementWords(term.agreement),
      item,
    }),
    expected: null,
    found: item,
    impact: net,
    formula: net === null ? null : `the whole amount of ${show(net, context.owner)}`,
    proposal: {
      action: "ask",
      text: sentence("ask/excluded", { what: quoteWords(context.line.description) }),
    },
    confidence: confidenceOf(term, context.line.net),
    evidence: evidenceOf(term, context.line),
  });
}
