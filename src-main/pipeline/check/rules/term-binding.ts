import { isEqual, isZero, zero } from "../../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../../src-shared/money/index.ts";
import { parseDecimalText } from "../../../../src-shared/money/index.ts";
import type { Evidence, Field, Invoice, Term } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { wordingOf } from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { InvoiceContext, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { quoteWords, show, shortWords } from "../show.ts";
import { termWords } from "../describe-term.ts";
import { fillSentence, sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

/** Exactly one term governs each line on the days of its service. */
export const termBinding: LineRule = {
  ids: ["term.unbound", "term.ambiguous"],
  family: 4,
  title: "One term governs each line",
  version: 2,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "scope.unapproved"],
  restsOn: "the price of its line",
  skip: ({ match }) => (match.state === "matched" ? null : sentence("because/agreement-open", {})),
  judge: (line) => {
    const { state } = line.match;
    if (state === "bound" || state === "split") return boundBy(line);
    const unbound = judgeUnbound(line, state);
    return [unbound, judgeAmbiguous(line, unbound)];
  },
  judgeWhole: judgeCharges,
};

/** Charges of the whole document, such as for shipping, are agreed like any line. */
function judgeCharges(context: InvoiceContext): readonly Verdict[] | null {
  const id = "term.unbound";
  if (context.isCredit) return null;
  const charges = chargesOf(context.invoice);
  if (charges.length === 0) return null;
  const quiet = notApplicable("term.ambiguous", sentence("because/charge-one-clause", {}));
  const open = charges.filter(({ name }) => !isPriced(name, context));
  const unread = open.find(({ amount }) => amount.value === null);
  if (unread !== undefined)
    return [cannotDetermine(id, sentence("because/charge-unread", { what: shortWords(unread.name) })), quiet];
  if (open.length === 0) return [pass(id, sentence("because/charges-agreed", {})), quiet];
  const findings = open.map(({ name, amount }) => ({
    direction: "over" as const,
    message: unpriced(context, name, amount.value ?? zero, ""),
    expected: null,
    found: amount.value,
    impact: amount.value,
    formula: null,
    proposal: {
      action: "ask" as const,
      text: sentence("ask/unpriced-charge", { what: quoteWords(name) }),
    },
    confidence: confidenceOf(amount),
    evidence: evidenceOf(amount, headOf(context)),
  }));
  return [fail(id, ...findings), quiet];
}

interface Charge {
  readonly name: string;
  readonly amount: Field<DecimalText>;
}

function chargesOf({ allowanceCharges, charges }: Invoice): readonly Charge[] {
  const single = allowanceCharges.flatMap(({ kind, reason, amount }) =>
    kind === "charge" ? [{ name: reason ?? amount.evidence[0]?.quote ?? "charge", amount }] : [],
  );
  const all = single.length > 0 || charges === null ? single : [{ name: labelOf(charges), amount: charges }];
  return all.filter(({ amount }) => amount.value === null || !isZero(amount.value));
}

/** The words beside the figure, where its quote holds any. */
const labelOf = ({ evidence }: Field<unknown>): string => {
  const words = (evidence[0]?.quote ?? "").replace(/[\d.,$€£%]+/g, " ").trim();
  return words === "" ? "charges" : words;
};

/** Whether a clause names the charge: a surcharge, an expense, a fee with its words. */
function isPriced(name: string, { governing }: InvoiceContext): boolean {
  const words = wordingOf(name);
  return governing.some(({ term }) => {
    if (term.absent === true || !pricingTypes.has(term.type)) return false;
    const value = term.value as {
      readonly item?: string;
      readonly on?: string;
      readonly types?: readonly string[];
    };
    const texts = [value.item ?? "", value.on ?? "", ...(value.types ?? []), ...(term.conditions ?? [])];
    return texts.some((text) => wordingOf(text).content.some((word) => words.all.has(word)));
  });
}

const pricingTypes: ReadonlySet<string> = new Set(["surcharge", "expenses", "fixed-fee", "rate", "overage"]);

type OpenState = Exclude<LineContext["match"]["state"], "bound" | "split">;

function judgeUnbound(context: LineContext, state: OpenState): Verdict {
  const id = "term.unbound";
  switch (state) {
    case "not-priced":
      return notApplicable(id, sentence("because/needs-no-price", {}));
    case "ambiguous":
      return pass(id, sentence("because/several-terms", {}));
    case "unbound":
      return judgeWithoutTerm(context);
  }
}

const saidOfTerm = new WeakMap<Term, readonly Verdict[]>();

/** Which terms govern a line; of a single one, as of nearly all, every line that it governs says the same. */
function boundBy({ terms, owner }: LineContext): readonly Verdict[] {
  for (const term of terms) owner.use(term);
  const [first] = terms;
  const known = first === undefined || terms.length > 1 ? undefined : saidOfTerm.get(first.term);
  if (known !== undefined) return known;
  const because = sentence("because/governed-by", { terms: terms.map(({ term }) => termWords(term)) });
  const verdicts = [
    pass("term.unbound", because),
    pass("term.ambiguous", sentence("because/no-other-fit", {})),
  ];
  if (first !== undefined && terms.length === 1) saidOfTerm.set(first.term, verdicts);
  return verdicts;
}

function judgeWithoutTerm(context: LineContext): Verdict {
  const id = "term.unbound";
  const { line, owner, match } = context;
  if (owner.isCredit) return notApplicable(id, sentence("because/credit-back-see", {}));
  const candidates = match.candidates.flatMap(
    ({ termId }) => owner.governing.find(({ term }) => term.id === termId) ?? [],
  );
  const open = candidates.find((term) => whyUnusable(term) !== null);
  if (open !== undefined)
    return cannotDetermine(
      id,
      sentence("because/would-fit", { term: termWords(open.term), why: whyUnusable(open) ?? "" }),
    );
  const residue = findResidue(context);
  if (residue !== null)
    return cannotDetermine(
      id,
      sentence("because/residue", { agreement: ownAgreementWords(owner), quote: residue.quote }),
    );
  const shared = sharedCause(context);
  if (shared !== null) return cannotDetermine(id, shared);
  const net = netOfLine(context);
  const unapplied = whyNothingFits(candidates, context);
  if (net === null)
    return cannotDetermine(id, sentence("because/no-fit-unread", { what: shortWords(line.description) }));
  return fail(id, {
    direction: net.startsWith("-") === owner.isCredit ? "over" : "under",
    message: unpriced(owner, line.description, net, unapplied),
    expected: null,
    found: net,
    impact: isZero(net) ? null : net,
    formula: null,
    proposal: {
      action: "ask",
      text: sentence("ask/unpriced", { what: quoteWords(line.description) }),
    },
    confidence: confidenceOf(line.net),
    evidence: evidenceOf(candidates[0], line, candidates.length === 0 ? headOfAgreement(context) : null),
  });
}

const fewestAlike = 3;

/**
 * What several lines without a price have in common: the agreement holds none that could be read, or none that fits any
 * line, and then the first line says so for all.
 */
function sharedCause({ line, owner }: LineContext): Sentence | null {
  const agreement = ownAgreementWords(owner);
  if (!owner.governing.some(({ term }) => term.absent !== true && priceTypes.has(term.type)))
    return sentence("because/no-price-read", { agreement });
  const billed = owner.lines.filter(({ match }) => match.state !== "not-priced");
  const [first] = billed;
  const isNoneBound = billed.length >= fewestAlike && billed.every(({ match }) => match.state === "unbound");
  return !isNoneBound || first === undefined || first.line === line
    ? null
    : sentence("because/unpriced-like", { agreement, line: first.line.id });
}

/** Types of terms that say what something costs. */
const priceTypes: ReadonlySet<string> = new Set([
  ...pricingTypes,
  "tiers",
  "milestone",
  "deposit",
  "schedule-of-values",
  "minimum",
]);

function unpriced(owner: InvoiceContext, wording: string, amount: Numeric, nearest: SentenceFact): Sentence {
  const facts = {
    agreement: ownAgreementWords(owner),
    what: quoteWords(wording),
    money: show(amount, owner),
    nearest,
  };
  return owner.currency === null
    ? sentence("finding/unpriced-bare", facts)
    : sentence("finding/unpriced", { ...facts, currency: owner.currency });
}

function whyNothingFits(candidates: readonly GoverningTerm[], { interval }: LineContext): SentenceFact {
  const [nearest] = candidates;
  if (nearest === undefined) return "";
  const term = termWords(nearest.term);
  const isOver = interval !== null && nearest.to !== null && nearest.to <= interval.start;
  const isEarly = interval !== null && nearest.from !== null && nearest.from >= interval.end;
  if (isOver) return sentence("words/nearest-ended", { term, day: nearest.to ?? "" });
  if (isEarly) return sentence("words/nearest-begins", { term, day: nearest.from ?? "" });
  return sentence("words/nearest", { term });
}

const headOfAgreement = ({ owner }: LineContext): { readonly evidence: readonly Evidence[] } => headOf(owner);

const headOf = ({ match, batch }: InvoiceContext): { readonly evidence: readonly Evidence[] } => {
  const root = match.agreementId === null ? undefined : batch.agreements.get(match.agreementId);
  return { evidence: root?.evidence.slice(0, 1) ?? [] };
};

/** A figure of the agreement that no term took, and that the line bills: the term was not read, so nobody can tell. */
function findResidue({ line, owner }: LineContext): Evidence | null {
  const figures = [valueOf(line.unitPrice), valueOf(line.net), valueOf(line.printedAmount)].flatMap(
    (figure) => (figure === null || isZero(figure) ? [] : [figure]),
  );
  if (figures.length === 0) return null;
  for (const agreementId of owner.match.governedBy) {
    const agreement = owner.batch.agreements.get(agreementId);
    for (const { evidence } of agreement?.residue ?? [])
      if (numbersIn(evidence.quote).some((number) => figures.some((figure) => isEqual(figure, number))))
        return evidence;
  }
  return null;
}

/** Plain readings of the numbers of a quote, with either decimal mark. */
function numbersIn(quote: string): readonly DecimalText[] {
  return [...quote.matchAll(/\d[\d.,'’\u00a0\u202f ]*\d|\d/g)].flatMap(([text]) => {
    const bare = text.replace(/['’\u00a0\u202f ]/g, "");
    const readings = [bare.replaceAll(",", ""), bare.replaceAll(".", "").replace(",", ".")];
    return readings.flatMap((reading) => {
      const parsed = parseDecimalText(reading);
      return parsed.ok ? [parsed.value] : [];
    });
  });
}

function judgeAmbiguous(context: LineContext, unbound: Verdict): Verdict {
  const id = "term.ambiguous";
  const { match, owner, line } = context;
  if (match.state === "not-priced") return notApplicable(id, sentence("because/needs-no-price", {}));
  if (match.state === "unbound" && owner.isCredit)
    return notApplicable(id, sentence("because/credit-back", {}));
  if (match.state === "unbound")
    return unbound.outcome === "fail"
      ? notApplicable(id, sentence("because/no-fit", {}))
      : cannotDetermine(
          id,
          unbound.outcome === "cannot-determine" ? unbound.because : sentence("because/no-fit", {}),
        );
  const candidates = match.candidates.flatMap(
    ({ termId }) => owner.governing.find(({ term }) => term.id === termId) ?? [],
  );
  const unique = [...new Map(candidates.map((term) => [term.term.id, term] as const)).values()];
  return fail(id, {
    direction: "process",
    message: sentence("finding/ambiguous", {
      what: quoteWords(line.description),
      terms: unique.slice(0, 4).map((term) =>
        sentence("words/term-of", {
          term: termWords(term.term),
          agreement: agreementWords(term.agreement),
        }),
      ),
    }),
    expected: unique.map(({ term }) => fillSentence(termWords(term))).join(" | "),
    found: null,
    proposal: {
      action: "ask",
      text: sentence("ask/ambiguous", { what: quoteWords(line.description) }),
    },
    confidence: confidenceOf(...unique),
    evidence: evidenceOf(...unique.slice(0, 4), line),
  });
}
