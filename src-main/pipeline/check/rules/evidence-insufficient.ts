import { absolute, compare, integer, multiply, subtract, sum } from "../../../../src-shared/money/index.ts";
import type { Basis, Field, InvoiceLine } from "../../../../src-shared/model/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import {
  closesByProduct,
  hasAgreedFigure,
  hasRival,
  isAgreedCurrency,
  isAgreedParty,
  isDateConfirmedByDue,
  isNumberInFileName,
  isPeriodConfirmedByRecords,
  isPeriodNamedByLine,
  isPeriodOfCadence,
} from "../confirmed-values.ts";
import { netOf } from "../context.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { termWords } from "../describe-term.ts";
import { whyNotFirm } from "../firmness.ts";
import { agreementWords } from "../agreement-words.ts";
import { wordingOf } from "../../../../src-shared/wording/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import { isReplacedPrice } from "../replaced-price.ts";
import { shortWords, show } from "../show.ts";
import { unplacedPaperFor } from "../unplaced-papers.ts";
import { sentence, withoutRepeats } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "evidence.insufficient";

/** Every value and term that the result rests on is proven well enough to go out without a question. */
export const evidenceInsufficient: InvoiceRule = {
  ids: [id],
  family: 25,
  title: "Critical values and terms are sufficiently proven",
  version: 3,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const disputed = disputedValues(context);
  if (disputed.length > 0) return fail(id, ...disputed);
  const paper = unplacedPaperFor(context);
  const reasons = [
    ...weakValues(context),
    ...weakTerms(context),
    ...wideVariance(context),
    ...unreadChanges(context),
    ...(paper === null ? [] : [sentence("because/paper-unplaced", { paper })]),
  ];
  if (reasons.length === 0) return pass(id, sentence("because/all-proven", {}));
  const shown =
    reasons.length > 4
      ? [...reasons.slice(0, 4), sentence("words/and-more", { count: reasons.length - 4 })]
      : reasons;
  return cannotDetermine(id, sentence("because/reasons", { reasons: shown }));
}

/** A sum of a change in force that no term holds, in a sentence that speaks of what is billed. */
function unreadChanges({ agreements, lines }: InvoiceContext): readonly Sentence[] {
  return agreements.flatMap((agreement) => {
    if (agreement.standing !== "in-force") return [];
    if (agreement.rank !== "change-order" && agreement.rank !== "amendment") return [];
    const unread = agreement.residue.find(({ evidence: { quote } }) => {
      const said = wordingOf(quote).all;
      return lines.some(({ line }) => wordingOf(line.description).content.some((word) => said.has(word)));
    });
    return unread === undefined
      ? []
      : [
          sentence("because/residue", {
            agreement: agreementWords(agreement),
            quote: shortWords(unread.evidence.quote),
          }),
        ];
  });
}

/** Two printings of one value that differ: a page and the e-invoice in its file. */
function disputedValues({ invoice }: InvoiceContext): readonly FindingDraft[] {
  const fields = {
    number: invoice.number,
    date: invoice.issueDate,
    currency: invoice.currency,
    net: invoice.net,
    tax: invoice.tax,
    gross: invoice.gross,
    due: invoice.payable,
    bank: invoice.bankAccount,
  } as const;
  return (Object.keys(fields) as (keyof typeof fields)[]).flatMap((key) => {
    const field: Field<unknown> | null = fields[key];
    if (field?.contradictions === undefined || field.basis === "person") return [];
    const disputes = field.contradictions.filter(({ code }) => disputeCodes.has(code));
    if (disputes.length === 0) return [];
    const found = disputes.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    const shown = typeof field.value === "string" ? field.value : null;
    const name = sentence(`words/value.${key}`, {});
    return [
      {
        direction: "process" as const,
        message:
          shown === null
            ? sentence("finding/disputed", { name })
            : sentence("finding/disputed-as", { name, shown, found: [...new Set(found)] }),
        expected: shown,
        found: [...new Set(found)].join(", "),
        proposal: { action: "ask" as const, text: sentence("ask/disputed", { name }) },
        confidence: field.confidence,
        evidence: evidenceOf(field, ...disputes),
      },
    ];
  });
}

const disputeCodes: ReadonlySet<string> = new Set(["page-differs"]);

/** Below this a value that one rule read alone is a question. Capped readings (overridden labels, priors) fall below. */
const leastConfidence = 0.8;
const closeRival = 0.15;

function weakValues(context: InvoiceContext): readonly Sentence[] {
  const { invoice, lines } = context;
  const reasons: Sentence[] = [];
  const look = (
    name: () => Sentence,
    field: Field<unknown> | null,
    isConfirmed: () => boolean = never,
  ): void => {
    const why = whyWeak(field);
    if (why !== null && (why.isSettled || !isConfirmed())) reasons.push(why.of(name()));
  };
  const isPeriodProven = (): boolean =>
    isPeriodConfirmedByRecords(context) || isPeriodOfCadence(context) || isPeriodNamedByLine(context);
  look(
    () => sentence("words/the.number", {}),
    invoice.number,
    () => isNumberInFileName(context),
  );
  look(
    () => sentence("words/the.date", {}),
    invoice.issueDate,
    () => isDateConfirmedByDue(context),
  );
  look(
    () => sentence("words/the.currency", {}),
    invoice.currency,
    () => isAgreedCurrency(context),
  );
  look(() => sentence("words/the.net", {}), invoice.net);
  look(() => sentence("words/the.tax", {}), invoice.tax);
  look(() => sentence("words/the.gross", {}), invoice.gross);
  look(() => sentence("words/the.payable", {}), invoice.payable);
  look(() => sentence("words/the.period", {}), invoice.periodStart, isPeriodProven);
  look(() => sentence("words/the.period", {}), invoice.periodEnd, isPeriodProven);
  for (const [role, party] of [
    ["seller", invoice.seller],
    ["buyer", invoice.buyer],
  ] as const)
    if (party !== null && party.confidence < leastConfidence && !isAgreedParty(party, role, context))
      reasons.push(uncertain(sentence(`words/the.${role}`, {}), party.confidence));
  for (const context of lines) {
    const { line, kind } = context;
    if (kind === "text" || isLineCertain(line)) continue;
    const closes = (field: Field<unknown> | null) => (): boolean =>
      closesByProduct(context) && (!hasRival(field) || hasAgreedFigure(context));
    const amount = line.net ?? line.printedAmount;
    look(() => sentence("words/the.line-quantity", { line: line.id }), line.quantity, closes(line.quantity));
    look(
      () => sentence("words/the.line-price", { line: line.id }),
      line.unitPrice,
      () => hasAgreedFigure(context) || closes(line.unitPrice)(),
    );
    look(() => sentence("words/the.line-amount", { line: line.id }), amount, closes(amount));
    look(() => sentence("words/the.line-date", { line: line.id }), line.serviceDate);
  }
  return reasons.length < 2 ? reasons : withoutRepeats(reasons);
}

/** Whether none of the figures of a line is in doubt, as in whatever a structured file holds. */
const isLineCertain = ({ quantity, unitPrice, net, printedAmount, serviceDate }: InvoiceLine): boolean =>
  whyWeak(quantity) === null &&
  whyWeak(unitPrice) === null &&
  whyWeak(net ?? printedAmount) === null &&
  whyWeak(serviceDate) === null;

/** Tolerances may let single lines pass; beyond the owner's share of the expected total a person looks all the same. */
function wideVariance(context: InvoiceContext): readonly Sentence[] {
  const net = netOf(context);
  if (net === null || context.deviations.length === 0) return [];
  const difference = sum(context.deviations);
  const expected = subtract(net, difference);
  const { variancePercent } = context.batch.policy;
  const isWide =
    compare(multiply(absolute(difference), integer(100)), multiply(absolute(expected), variancePercent)) > 0;
  return isWide
    ? [sentence("because/wide-variance", { percent: variancePercent, expected: show(expected, context) })]
    : [];
}

const never = (): boolean => false;

const strongBases: ReadonlySet<Basis> = new Set(["person", "structured"]);

/** What a reading says of itself, not another print against it: something outside can settle it. */
const ownDoubts: ReadonlySet<string> = new Set(["ambiguous-date-order"]);

type WeakValue = "because/value-unread" | "because/value-contradicted" | "because/value-of-model";

/** Why a value is not certain, and whether nothing outside could make it so. */
interface Weakness {
  readonly of: (name: Sentence) => Sentence;
  readonly isSettled: boolean;
}

const settled = (code: WeakValue): Weakness => ({
  of: (name) => sentence(code, { name }),
  isSettled: true,
});

function whyWeak(field: Field<unknown> | null): Weakness | null {
  if (field === null) return null;
  if (isUndecided(field)) return settled("because/value-unread");
  if (field.basis === "person" || (field.basis === "structured" && field.contradictions === undefined))
    return null;
  if (field.contradictions?.some(({ code }) => !ownDoubts.has(code)) === true)
    return settled("because/value-contradicted");
  if (strongBases.has(field.basis)) return null;
  if (field.basis === "model") return settled("because/value-of-model");
  const hasCloseRival = field.alternatives?.some(
    ({ confidence }) => field.confidence - confidence < closeRival,
  );
  if (hasCloseRival === true)
    return { of: (name) => sentence("because/value-rivaled", { name }), isSettled: false };
  return field.confidence < leastConfidence
    ? { of: (name) => uncertain(name, field.confidence), isSettled: false }
    : null;
}

const uncertain = (name: Sentence, confidence: number): Sentence =>
  sentence("because/value-uncertain", { name, percent: Math.floor(confidence * 100) });

function weakTerms(context: InvoiceContext): readonly Sentence[] {
  const { used, interval, invoice } = context;
  const day = interval === null ? valueOf(invoice.issueDate) : addDays(interval.end, -1);
  const reasons: Sentence[] = [];
  for (const governing of used.values()) {
    const why =
      whyNotFirm(governing) ??
      (isReplacedPrice(governing, day, context) ? "because/term-contradicted" : null);
    if (why !== null) reasons.push(sentence(why, { term: termWords(governing.term) }));
  }
  return reasons;
}
