import {
  add,
  compare,
  decimalToText,
  isPositive,
  subtract,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { Delivery } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { asksForAcceptance } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { BatchContext, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { netOfLine } from "../line-figures.ts";
import { show } from "../show.ts";
import { deemedFrom, entitledOf, isEntitled, recordsOfAgreement, signerOf } from "../stage-acceptance.ts";
import { isAbout, namesNoStage } from "../stage-names.ts";
import { findDuplicates } from "../duplicates.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

const ids = ["milestone.not-accepted", "milestone.rebilled"] as const;

/** A milestone is billed once, and where it needs acceptance, after it was accepted. */
export const milestone: LineRule = {
  ids,
  family: 19,
  title: "Milestones are accepted and billed once",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement", "acceptance"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "term.unbound", "term.ambiguous"],
  restsOn: "the price of its line",
  skip: ({ lines, isCredit }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : lines.some((line) => stageOf(line) !== null)
        ? null
        : sentence("because/no-milestone", {}),
  judge: (context) => [judgeAccepted(context), judgeRebilled(context)],
};

/** What a line bills once, and whether the agreement wants it accepted first. */
interface Stage {
  readonly governing: GoverningTerm;
  readonly name: string;
  readonly acceptance: boolean;
}

/** A milestone, or a sum that is due once: many agreements list stages without calling them milestones. */
function stageOf({ terms, owner }: LineContext): Stage | null {
  const [governing] = terms;
  const term = governing?.term;
  if (governing === undefined || term === undefined) return null;
  if (term.type === "milestone")
    return {
      governing,
      name: term.value.name,
      acceptance:
        term.value.acceptance ||
        asksForAcceptance(term.value.name) ||
        hasAcceptanceClause(owner) ||
        wasAsked(owner, governing),
    };
  if (term.type !== "fixed-fee" || term.value.per !== "once") return null;
  // Progress against a schedule of values is measured, not accepted stage by stage.
  if (owner.allTermsOf("schedule-of-values").length > 0) return null;
  const { item } = term.value;
  return { governing, name: item, acceptance: asksForAcceptance(item) };
}

/** A change of the sum of a stage leaves it waiting for acceptance. */
const wasAsked = ({ allTermsOf }: LineContext["owner"], { agreement }: GoverningTerm): boolean =>
  (agreement.rank === "change-order" || agreement.rank === "amendment") &&
  allTermsOf("milestone").some((other) => other.agreement.id !== agreement.id && other.term.value.acceptance);

/** A clause on how stages are accepted makes all of them wait for it. */
const hasAcceptanceClause = ({ allTermsOf }: LineContext["owner"]): boolean =>
  allTermsOf("acceptance").some(({ term }) => term.absent !== true);

/** Whether a refusal that names no stage can only be of this one. */
const isOnlyStage = ({ owner }: LineContext): boolean =>
  owner.allTermsOf("milestone").length +
    owner.allTermsOf("fixed-fee").filter(({ term }) => term.value.per === "once").length ===
  1;

function judgeAccepted(context: LineContext): Verdict {
  const id = "milestone.not-accepted";
  const stage = stageOf(context);
  if (stage === null) return notApplicable(id, sentence("because/line-no-milestone", {}));
  const { governing, name, acceptance } = stage;
  const records = acceptancesOf(context);
  const isAlone = isOnlyStage(context);
  const fitting = records.filter(
    (record) => isAbout(record, name) || (isAlone && record.approved === false && namesNoStage(record)),
  );
  // A paper that accepts or refuses some stage or other leaves open which.
  const open = records.filter(namesNoStage);
  // A yes that names nothing at all is one to the whole, where nobody asked for one.
  const isOpen = acceptance
    ? open.length > 0
    : open.some(({ approved, item }) => approved !== true || item !== null);
  if (!acceptance && fitting.length === 0 && (isAlone || !isOpen))
    // Where others were accepted on record, stages are, whatever was read of the clause.
    return records.some((record) => isOfOtherStage(record, context, name))
      ? cannotDetermine(id, sentence("because/acceptance-unclear", {}))
      : notApplicable(id, sentence("because/no-acceptance-asked", {}));
  const issued = valueOf(context.owner.invoice.issueDate);
  if (issued === null) return cannotDetermine(id, sentence("because/date-unread", {}));
  const entitled = entitledOf(context.owner);
  const accepted = fitting.find(
    (record) =>
      record.approved === true &&
      record.date !== null &&
      record.date <= issued &&
      !isWithdrawn(fitting, record.date) &&
      isEntitled(record, entitled) === true,
  );
  if (accepted !== undefined) return pass(id, sentence("because/accepted", { day: accepted.date ?? "" }));
  const isRefused = fitting.some(({ approved }) => approved === false);
  const deemed = isRefused ? null : deemedFrom(context, name, fitting);
  if (deemed !== null && deemed.day <= issued) return pass(id, sentence("because/accepted", deemed));
  const unsure = fitting.find(
    (record) =>
      record.approved !== false &&
      (record.approved === null || record.date === null || isEntitled(record, entitled) === null),
  );
  if (unsure !== undefined && deemed === null)
    return cannotDetermine(id, sentence("because/acceptance-unclear", {}));
  // A certificate that names no stage may be of any.
  if (fitting.length === 0 && isOpen) return cannotDetermine(id, sentence("because/acceptance-unclear", {}));
  const late = fitting.find(({ approved }) => approved === false) ?? fitting[0];
  if (late === undefined && records.length === 0)
    return cannotDetermine(id, sentence("because/no-acceptance", {}));
  const net = netOfLine(context);
  const why =
    late === undefined
      ? sentence("words/no-record-accepts", {})
      : late.approved === false
        ? sentence("words/no-acceptance", {})
        : isEntitled(late, entitled) === false
          ? sentence("words/accepted-by-other", { who: signerOf(late) ?? "", named: entitled.join(", ") })
          : deemed !== null && late.approved !== true
            ? sentence("words/deemed-late", deemed)
            : sentence("words/accepted-late", { day: late.date ?? "" });
  return fail(id, {
    direction: "over",
    message: sentence("finding/milestone", { name, issued, why }),
    expected: "accepted",
    found: late === undefined ? null : late.approved === false ? "not accepted" : late.date,
    impact: net,
    formula: net === null ? null : `the whole amount of ${show(net, context.owner)}`,
    proposal: {
      action: "ask",
      text: sentence("ask/milestone", { name }),
    },
    confidence: confidenceOf(governing, context.owner.invoice.issueDate, late),
    evidence: evidenceOf(governing, context.line, late),
  });
}

/** Whether a record accepts another milestone of the agreement, and not this one. */
const isOfOtherStage = (record: Delivery, { owner, terms }: LineContext, name: string): boolean =>
  record.approved === true &&
  terms[0]?.term.type === "milestone" &&
  !isAbout(record, name) &&
  owner
    .allTermsOf("milestone")
    .some(({ term }) => term.value.name !== name && isAbout(record, term.value.name));

/** Whether a stage that was accepted on a day was refused afterwards. */
const isWithdrawn = (records: readonly Delivery[], accepted: string): boolean =>
  records.some(({ approved, date }) => approved === false && date !== null && date > accepted);

/** Acceptance records that can be of this agreement. */
const acceptancesOf = ({ owner }: LineContext): readonly Delivery[] =>
  recordsOfAgreement(
    owner,
    owner.batch.once("acceptances", ({ input }) =>
      input.deliveries.filter(({ kind }) => kind === "acceptance"),
    ),
  );

function judgeRebilled(context: LineContext): Verdict {
  const id = "milestone.rebilled";
  const { owner } = context;
  const [governing] = context.terms;
  if (governing?.term.type !== "milestone")
    return notApplicable(id, sentence("because/line-no-milestone", {}));
  const { name, amount } = governing.term.value;
  const before = owner.batch.once("milestones-before", findMilestonesBefore).get(context);
  const net = netOfLine(context);
  if (before === undefined) return pass(id, sentence("because/not-billed-before", {}));
  if (net === null || amount === undefined || before.billed === null)
    return cannotDetermine(id, sentence("because/billed-before-unknown", {}));
  const billed = add(before.billed, net);
  const beyond = subtract(billed, amount);
  // A part of a milestone may be followed by the rest of it.
  if (!isPositive(beyond)) return pass(id, sentence("because/not-billed-before", {}));
  const other = before.line;
  const invoice = valueOf(other.owner.invoice.number) ?? sentence("words/earlier-invoice", {});
  const agreement = agreementWords(governing.agreement);
  const shared = {
    direction: "over" as const,
    found: show(net, owner),
    confidence: confidenceOf(governing, context.line.net),
    evidence: evidenceOf(governing, context.line, inRole("history", other.line.evidence)),
    relatedInvoiceId: other.owner === owner ? null : other.owner.invoice.id,
  };
  if (compare(beyond, net) >= 0)
    return fail(id, {
      ...shared,
      message: sentence("finding/milestone-again", { name, agreement, invoice }),
      expected: null,
      impact: net,
      formula: `the whole amount of ${show(net, owner)} is billed twice`,
      proposal: { action: "correct", text: sentence("ask/milestone-again", { name, invoice }) },
    });
  const most = subtract(net, beyond);
  return fail(id, {
    ...shared,
    message: sentence("finding/progress", {
      item: name,
      billed: show(billed, owner),
      agreement,
      allowed: show(amount, owner),
      last: "",
    }),
    expected: show(most, owner),
    impact: decimalToText(beyond),
    formula: `${show(before.billed, owner)} + ${show(net, owner)} − ${show(amount, owner)} = ${show(beyond, owner)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/progress", { item: name, most: show(most, owner) }),
    },
  });
}

/** What of a milestone was billed, less what was credited, and the line that billed it last. */
interface BilledBefore {
  readonly line: LineContext;
  /** `null` where an amount could not be read. */
  readonly billed: Decimal | null;
}

/** For each line of a milestone what was billed of it before; lines of which nothing is billed any more are left out. */
function findMilestonesBefore(batch: BatchContext): ReadonlyMap<LineContext, BilledBefore> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const known = new Map<string, BilledBefore>();
  const before = new Map<LineContext, BilledBefore>();
  for (const invoice of batch.invoices) {
    if (invoice.invoice.kind === "proforma" || duplicates.has(invoice)) continue;
    for (const line of invoice.lines) {
      const term = line.terms[0]?.term;
      if (term?.type !== "milestone") continue;
      const net = netOfLine(line);
      const earlier = known.get(term.id);
      if (invoice.isCredit) {
        if (earlier === undefined) continue;
        const billed = earlier.billed === null || net === null ? null : subtract(earlier.billed, net);
        if (billed !== null && !isPositive(billed)) known.delete(term.id);
        else known.set(term.id, { ...earlier, billed });
        continue;
      }
      if (earlier !== undefined) before.set(line, earlier);
      const billed = net === null || earlier?.billed === null ? null : add(earlier?.billed ?? zero, net);
      known.set(term.id, { line, billed });
    }
  }
  return before;
}
