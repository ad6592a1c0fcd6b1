import {
  compareFractions,
  isNegative,
  isZero,
  toFraction,
  addFractions,
  fraction,
} from "../../../../src-shared/money/index.ts";
import type { InvoiceId } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  normalizeReference,
  partyNameOf,
  referenceWords,
  wordingOf,
  wordingSimilarity,
} from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext, LineContext } from "../context.ts";
import { findCreditedLines } from "../credited-lines.ts";
import { findDuplicates } from "../duplicates.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { netOfLine } from "../line-figures.ts";
import { quoteWords, show } from "../show.ts";
import { repeatsWords } from "../repeated-lines.ts";
import { rememberUnchanged } from "../unchanged.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "duplicate.line";

/** Each record and each entry is billed once, on this invoice and on all before. */
export const duplicateLine: LineRule = {
  ids: [id],
  family: 10,
  title: "No line is billed twice",
  version: 2,
  scope: "line",
  needs: ["invoice"],
  dependsOn: ["duplicate.invoice"],
  restsOn: "no price",
  skip: ({ isCredit, invoice }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : invoice.kind === "proforma"
        ? sentence("because/proforma", {})
        : null,
  judge: (context) => {
    const verdict = judge(context);
    return verdict === single ? onlySingle : [verdict];
  },
};

/** What nearly every line is told, as one object. */
const single = pass(id, sentence("because/nothing-else-same", {}));
const onlySingle = [single];

function judge(context: LineContext): Verdict {
  const { line, kind, owner } = context;
  if (kind === "text" || kind === "tax" || kind === "rounding")
    return notApplicable(id, sentence("because/nothing-of-its-own", {}));
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  if (isZero(net) || isNegative(net)) return notApplicable(id, sentence("because/charges-nothing", {}));
  const twin = owner.batch.once("line-twins", findTwins).get(context);
  if (twin === undefined) return single;
  const isHere = twin.other.owner === owner;
  const invoice = valueOf(twin.other.owner.invoice.number) ?? sentence("words/earlier-invoice", {});
  const other = twin.other.line.id;
  const where = isHere
    ? sentence("words/line", { line: other })
    : sentence("words/line-of", { line: other, invoice });
  return fail(id, {
    direction: "over",
    message: sentence("finding/duplicate-line", {
      what: quoteWords(line.description),
      where,
      because: twin.because,
    }),
    expected: null,
    found: show(net, owner),
    impact: net,
    formula: `the whole amount of ${show(net, owner)} is billed twice`,
    proposal: { action: "ask", text: sentence("ask/duplicate-line", { line: line.id, where }) },
    confidence: confidenceOf(line.net, line.quantity) * (twin.isBySource ? 1 : 0.85),
    evidence: evidenceOf(line, isHere ? twin.other.line : inRole("history", twin.other.line.evidence)),
    relatedInvoiceId: isHere ? null : twin.other.owner.invoice.id,
  });
}

interface Twin {
  readonly other: LineContext;
  readonly because: Sentence;
  readonly isBySource: boolean;
}

const mostCompared = 40;

/** Lines of one invoice may print the same id; their places differ. */
interface LinePlace {
  readonly invoiceId: InvoiceId;
  readonly at: number;
}

interface TwinByPlace extends Omit<Twin, "other"> {
  readonly line: LinePlace;
  readonly other: LinePlace;
}

const known = rememberUnchanged<readonly TwinByPlace[]>(3);

/** For every line the earlier one that it repeats. No term has a say: the answer stands while the invoices do. */
function findTwins(batch: BatchContext): ReadonlyMap<LineContext, Twin> {
  const { files, verdicts, policy, deliveries } = batch.input;
  const invoices = batch.invoices.map(({ invoice }) => invoice);
  const inputs = [invoices, deliveries, files, verdicts, policy.customers, [policy.fiscalYearStart]];
  const found = known.recall(inputs, () =>
    [...compareLines(batch)].map(([line, { other, because, isBySource }]) => ({
      line: placeOf(line),
      other: placeOf(other),
      because,
      isBySource,
    })),
  );
  const lineAt = ({ invoiceId, at }: LinePlace): LineContext | undefined =>
    batch.invoicesById.get(invoiceId)?.lines[at];
  return new Map(
    found.flatMap(({ line, other, ...twin }) => {
      const [one, two] = [lineAt(line), lineAt(other)];
      return one === undefined || two === undefined ? [] : [[one, { ...twin, other: two }] as const];
    }),
  );
}

const placeOf = (line: LineContext): LinePlace => ({
  invoiceId: line.owner.invoice.id,
  at: line.owner.lines.indexOf(line),
});

/** Lines that bill the same record, or read the same on the same day. */
function compareLines(batch: BatchContext): ReadonlyMap<LineContext, Twin> {
  const twins = new Map<LineContext, Twin>();
  const bySource = new Map<string, LineContext[]>();
  const byContent = new Map<string, LineContext[]>();
  const latest = new Map<string, InvoiceContext>();
  const duplicates = batch.once("duplicates", findDuplicates);
  const credited = batch.once("credited-lines", findCreditedLines);
  const quantities = new Map(
    batch.input.deliveries.flatMap(({ sourceId, quantity }) =>
      sourceId === null || quantity === null ? [] : [[sourceId, quantity] as const],
    ),
  );
  const wholes = new Map([...quantities].map(([id, quantity]) => [normalizeReference(id), quantity]));
  for (const invoice of batch.invoices) {
    if (invoice.isCredit || invoice.invoice.kind === "proforma" || duplicates.has(invoice)) continue;
    const isWordedTwice = repeatsWords(invoice, latest);
    for (const line of invoice.lines) {
      // What a credit note took back may be billed anew.
      if (credited.has(line)) continue;
      const twin =
        findBySource(line, bySource, quantities) ??
        (isWordedTwice || line.line.serviceDate !== null ? findByContent(line, byContent, wholes) : null);
      if (twin !== null) twins.set(line, twin);
    }
  }
  return twins;
}

function findBySource(
  line: LineContext,
  bySource: Map<string, LineContext[]>,
  quantities: ReadonlyMap<string, Parameters<typeof toFraction>[0]>,
): Twin | null {
  if (line.line.sourceIds.length === 0) return null;
  let twin: Twin | null = null;
  const net = netOfLine(line);
  for (const sourceId of line.line.sourceIds) {
    const known = bySource.get(sourceId) ?? [];
    bySource.set(sourceId, known);
    if (net !== null && isNegative(net)) {
      // A reversing line takes the entry back: it may be billed anew.
      known.pop();
      continue;
    }
    const other = known.at(-1);
    if (other !== undefined && !fitsTogether(sourceId, [...known, line], quantities))
      twin = { other, because: sentence("words/same-record", { record: sourceId }), isBySource: true };
    known.push(line);
  }
  return twin;
}

/** Lines that split one record: together they bill no more than it holds. */
function fitsTogether(
  sourceId: string,
  lines: readonly LineContext[],
  quantities: ReadonlyMap<string, Parameters<typeof toFraction>[0]>,
): boolean {
  const whole = quantities.get(sourceId);
  if (whole === undefined || lines.some(({ line }) => line.sourceIds.length > 1)) return false;
  return isWithinWhole(lines, whole);
}

function isWithinWhole(lines: readonly LineContext[], whole: Parameters<typeof toFraction>[0]): boolean {
  if (lines.some(({ line }) => valueOf(line.quantity) === null)) return false;
  const billed = lines.reduce(
    (total, { line }) => addFractions(total, valueOf(line.quantity) ?? fraction(0)),
    fraction(0),
  );
  return compareFractions(billed, toFraction(whole)) <= 0;
}

/** Lines alike that name one record in their words and bill it in parts, no more together than it holds. */
function areParts(
  lines: readonly LineContext[],
  wholes: ReadonlyMap<string, Parameters<typeof toFraction>[0]>,
): boolean {
  if (wholes.size === 0) return false;
  const recordOf = ({ line }: LineContext): string | undefined =>
    referenceWords(line.description).find((word) => wholes.has(word));
  const word = lines[0] === undefined ? undefined : recordOf(lines[0]);
  const whole = word === undefined ? undefined : wholes.get(word);
  if (whole === undefined || lines.some((line) => recordOf(line) !== word)) return false;
  return isWithinWhole(lines, whole);
}

function findByContent(
  line: LineContext,
  byContent: Map<string, LineContext[]>,
  wholes: ReadonlyMap<string, Parameters<typeof toFraction>[0]>,
): Twin | null {
  const key = contentKey(line);
  if (key === null) return null;
  const known = byContent.get(key) ?? [];
  byContent.set(key, known);
  const net = netOfLine(line);
  if (net !== null && isNegative(net)) {
    known.pop();
    return null;
  }
  const words = wordingOf(`${line.line.description} ${line.line.group ?? ""}`);
  const isDated = line.line.serviceDate !== null;
  const other = known
    .slice(-mostCompared)
    .find(
      (earlier) =>
        (isDated ||
          (earlier.owner === line.owner &&
            earlier.line.description.trim() === line.line.description.trim())) &&
        (line.line.sourceIds.length === 0 || earlier.line.sourceIds.length === 0) &&
        wordingSimilarity(words, wordingOf(`${earlier.line.description} ${earlier.line.group ?? ""}`)) >= 0.9,
    );
  known.push(line);
  if (other === undefined || areParts(known, wholes)) return null;
  return {
    other,
    because: sentence(isDated ? "words/same-day" : "words/same-rows", {}),
    isBySource: false,
  };
}

/** Lines that could be the same: customer, day, person, item, docket, quantity, amount without signs, and times of day. */
function contentKey({ line, owner, interval }: LineContext): string | null {
  const net = valueOf(line.net) ?? valueOf(line.printedAmount);
  if (net === null) return null;
  const plain = (text: string | null): string =>
    text === null ? "" : (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", "");
  const day =
    valueOf(line.serviceDate) ?? (interval?.source === "line" ? `${interval.start}/${interval.end}` : "");
  const customer = owner.invoice.buyer === null ? "" : partyNameOf(owner.invoice.buyer.name).core;
  return [
    customer,
    day,
    line.person ?? "",
    line.itemCode ?? "",
    normalizeReference(line.orderReference ?? ""),
    plain(valueOf(line.quantity)),
    plain(valueOf(line.unitPrice)),
    plain(net),
    clockTimesOf(line.description),
  ].join("|");
}

/** Times of day in a description, in one form: two spots, trips or lessons of a day differ by nothing else. */
const clockTimesOf = (description: string): string =>
  [...description.toLowerCase().matchAll(/\b(\d{1,2})[:h](\d{2})\s*([ap])?\.?m?\b/g)]
    .map(([, hours = "", minutes = "", half = ""]) => `${hours.replace(/^0/, "")}:${minutes}${half}`)
    .toSorted()
    .join(" ");
