import {
  addFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  minimumFraction,
  multiplyFractions,
  subtractFractions,
  toDecimal,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type {
  Delivery,
  DeliveryShare,
  Invoice,
  InvoiceLine,
  InvoiceMatch,
  LineMatch,
  Unit,
} from "../../../src-shared/model/index.ts";
import { billableQuantity } from "../../../src-shared/pricing/index.ts";
import { lineKindOf, reversalsAmong, serviceIntervalOf } from "../../../src-shared/wording/index.ts";
import { canCount, compareDelivery, prepareProof } from "./compare-delivery.ts";
import type { Proof } from "./compare-delivery.ts";
import { daysNamedBy } from "./days-of-line.ts";
import { createDeliveryIndex } from "./delivery-index.ts";
import type { DeliveryIndex, FamilyNames } from "./delivery-index.ts";
import { createBilledLines, giveBack, takesBack } from "./give-back.ts";
import { factorBetween, isOfOtherDay, takersOf, toShares } from "./open-line.ts";
import type { OpenLine } from "./open-line.ts";
import { daysBefore } from "./record-window.ts";
import { weekdaysOfOthers } from "./weekdays-of-lines.ts";
import { createRecordStock } from "./record-stock.ts";
import type { RecordStock } from "./record-stock.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

export interface DeliveryRoom {
  readonly names: FamilyNames;
  /** By the documents that govern, joined by one space. */
  readonly pools: ReadonlyMap<string, TermPool>;
}

/**
 * Which records prove which lines, as shares by subject.
 *
 * Invoices come in the order of billing. Each line takes what it needs, its own first, earlier lines first, approved first;
 * what credits and minus lines take back may be billed anew; what is left over in the period of a line is shown with the last line that could have billed it.
 */
export function matchDeliveries(
  invoices: readonly Invoice[],
  matches: ReadonlyMap<string, InvoiceMatch>,
  deliveries: readonly Delivery[],
  room: DeliveryRoom,
): ReadonlyMap<string, readonly DeliveryShare[]> {
  if (deliveries.length === 0) return new Map();
  const index = createDeliveryIndex(deliveries, room.names);
  const stock = createRecordStock(deliveries);
  const byId = new Map<string, Delivery>(deliveries.map((delivery) => [delivery.id, delivery]));
  const lastLines = new Map<string, { readonly line: OpenLine; readonly proof: Proof }>();
  const all: OpenLine[] = [];
  const billed = createBilledLines();
  for (const invoice of invoices) {
    const match = matches.get(invoice.id);
    if (match === undefined || invoice.kind === "proforma") continue;
    const own = openLinesOf(invoice, match, room, index);
    const [lines, minus] = [own.filter((line) => !takesBack(line)), own.filter(takesBack)];
    const takeAll = (): void => {
      for (const line of lines) takeWhole(line, index, stock);
      for (const pass of passes) for (const line of lines) takeMatching(line, pass, index, stock, lastLines);
    };
    if (invoice.kind !== "credit-note") {
      takeNamed(lines, index, stock, lastLines);
      takeAll();
      all.push(...lines);
      billed.add(lines);
    }
    for (const line of minus) giveBack(line, billed, byId, stock);
    if (minus.length > 0 && invoice.kind !== "credit-note") takeAll();
  }
  const takers = takersOf(all);
  for (const delivery of deliveries)
    showLeftOver(delivery, stock, lastLines.get(delivery.id) ?? takers.get(delivery.id));
  return new Map(all.map((line) => [line.subject, toShares(line)] as const));
}

function openLinesOf(
  invoice: Invoice,
  match: InvoiceMatch,
  { pools }: DeliveryRoom,
  index: DeliveryIndex,
): readonly OpenLine[] {
  const pool = pools.get(match.governedBy.join(" ")) ?? null;
  const issued = invoice.issueDate?.value ?? null;
  const reversals = reversalsAmong(invoice.lines);
  const weekdays = weekdaysOfOthers(invoice.lines);
  return match.lines.flatMap((lineMatch, position) => {
    const line = invoice.lines[position];
    // What another line takes back whole needs no proof, and what takes it back has none to give.
    if (line === undefined || !isProvable(lineMatch) || reversals.has(position)) return [];
    const quantity = line.quantity?.value ?? null;
    if (quantity === null && line.sourceIds.length === 0) return [];
    const kind = lineKindOf(line);
    if (kind !== "fee" && kind !== "expense") return [];
    const terms = termsOf(lineMatch, pool);
    if (terms.some(isDueByTime) && line.sourceIds.length === 0) return [];
    const printed = serviceIntervalOf(invoice, line);
    const interval = printed ?? (issued === null ? null : daysBefore(issued, pool));
    const proven = prepareProof(line, countedUnit(line, terms), terms, pool, index.personsIn);
    return [
      {
        ...proven,
        days: daysNamedBy(proven, match.agreementId, interval, index),
        weekdaysOfOthers: weekdays[position] ?? new Set(),
        idsInWords: line.sourceIds.length > 0 ? [] : index.idsNamedIn(line.description, match.agreementId),
        invoice,
        subject: `${invoice.id}#${line.id}`,
        familyId: match.agreementId,
        proofs: new Map(),
        interval,
        isIntervalPrinted: printed !== null,
        need: quantity === null ? fraction(0) : toFraction(quantity),
        returned: new Map(),
        shares: new Map(),
      },
    ];
  });
}

/** A fee that comes back by the calendar needs no record; one that is due each time does, and its records count it. */
const isDueByTime = ({ governing: { term } }: PricedTerm): boolean =>
  term.type === "fixed-fee" && term.value.per !== "once";

/** A sum that is due each time counts times, and no hours or metres. */
const countedUnit = (line: InvoiceLine, terms: readonly PricedTerm[]): Unit | null =>
  line.unit?.value ??
  terms[0]?.unit ??
  (terms.some(({ governing }) => governing.term.type === "fixed-fee") ? "each" : null);

const isProvable = ({ state }: LineMatch): boolean => state !== "not-priced";

function termsOf({ bindings }: LineMatch, pool: TermPool | null): readonly PricedTerm[] {
  if (pool === null) return [];
  const ids = new Set(bindings.map(({ termId }) => termId));
  return pool.priced.filter(({ governing }) => ids.has(governing.term.id));
}

/** Records that a line names by their id belong to it, however much was billed of them before. */
function takeNamed(
  lines: readonly OpenLine[],
  index: DeliveryIndex,
  stock: RecordStock,
  lastLines: Map<string, { readonly line: OpenLine; readonly proof: Proof }>,
): void {
  for (const line of lines) {
    for (const sourceId of line.idsInWords) {
      const named = index.bySourceId.get(sourceId) ?? [];
      // "WO-3341, apprentice" is for the apprentice's hours of that order before any other of its records.
      const own = named.filter((delivery) => proofOf(line, delivery)?.isOwn === true);
      for (const delivery of own.length > 0 ? own : named) {
        const rest = stock.restOf(delivery);
        if (rest === undefined || rest === null || !canCount(delivery, line.unit)) continue;
        const proof: Proof = { strength: "strong", isOwn: true, reasons: ["source-id"] };
        take(line, delivery, rest, proof, stock);
        // Whatever no line takes of a paper is of the line that names it.
        if (line.shares.has(delivery.id)) lastLines.set(delivery.id, { line, proof });
      }
    }
    for (const sourceId of line.sourceIds) {
      for (const delivery of index.bySourceId.get(sourceId) ?? []) {
        const quantity = delivery.quantity === null ? null : toFraction(delivery.quantity);
        line.shares.set(delivery.id, { quantity, reasons: ["source-id"] });
        if (quantity !== null) line.need = subtractFractions(line.need, quantity);
        stock.takeAll(delivery);
      }
    }
  }
}

/**
 * A line of a price with a least quantity takes the one record that comes to its quantity, rounded up as agreed: the hour
 * and a quarter behind "2 hours (minimum)" is not filled up with hours of another day.
 */
function takeWhole(line: OpenLine, index: DeliveryIndex, stock: RecordStock): void {
  const [priced] = line.terms;
  if (line.interval === null || line.need.numerator <= 0n || priced?.governing.term.type !== "rate") return;
  const { minimumQuantity, increment } = priced.governing.term.value;
  if (minimumQuantity === undefined || line.sourceIds.size > 0) return;
  const whole = index.find(line.familyId, line.interval.start, line.interval.end).filter((delivery) => {
    const rest = stock.restOf(delivery);
    const factor = factorBetween(delivery, line);
    if (rest === undefined || rest === null || rest.numerator <= 0n || factor === undefined) return false;
    if (isOfOtherDay(delivery, line) || proofOf(line, delivery) === null) return false;
    const exact = fractionToExactDecimal(multiplyFractions(rest, factor));
    return (
      exact !== undefined &&
      isEqual(
        billableQuantity(exact, { increment: toStep(increment), minimumQuantity: toStep(minimumQuantity) }),
        decimalToText(fractionToExactDecimal(line.need) ?? fractionToDecimal(line.need, 6)),
      )
    );
  });
  const [only] = whole;
  const proof = only === undefined ? null : proofOf(line, only);
  const rest = only === undefined ? null : stock.restOf(only);
  if (only === undefined || proof === null || rest === null || rest === undefined || whole.length > 1) return;
  line.shares.set(only.id, { quantity: rest, reasons: proof.reasons });
  stock.takeAll(only);
  line.need = fraction(0);
}

const toStep = (step: DecimalText | undefined): Decimal | null =>
  step === undefined ? null : toDecimal(step);

/** A line takes its own records before others may, so that too much on one line does not eat what proves another. */
const passes: readonly ((proof: Proof) => boolean)[] = [
  ({ isOwn }) => isOwn,
  ({ isOwn, strength }) => !isOwn && strength === "strong",
  ({ isOwn, strength }) => !isOwn && strength === "weak",
];

function takeMatching(
  line: OpenLine,
  isOfPass: (proof: Proof) => boolean,
  index: DeliveryIndex,
  stock: RecordStock,
  lastLines: Map<string, { readonly line: OpenLine; readonly proof: Proof }>,
): void {
  if (line.interval === null || line.sourceIds.size > 0) return;
  for (const delivery of index.find(line.familyId, line.interval.start, line.interval.end)) {
    // A line that names tickets is not for the work of other tickets.
    if (line.idsInWords.length > 0 && delivery.sourceId !== null) continue;
    if (isOfOtherDay(delivery, line)) continue;
    const rest = stock.restOf(delivery);
    const isUsedUp = rest !== null && rest !== undefined && rest.numerator === 0n;
    if (isUsedUp && line.shares.has(delivery.id)) continue;
    const proof = proofOf(line, delivery);
    if (proof === null || !isOfPass(proof)) continue;
    remember(delivery, line, proof, lastLines);
    if (rest === undefined || isUsedUp) continue;
    if (rest === null) {
      line.shares.set(delivery.id, { quantity: null, reasons: proof.reasons });
      continue;
    }
    take(line, delivery, rest, proof, stock);
  }
}

function proofOf(line: OpenLine, delivery: Delivery): Proof | null {
  const known = line.proofs.get(delivery.id);
  if (known !== undefined) return known;
  const proof = compareDelivery(line, delivery);
  line.proofs.set(delivery.id, proof);
  return proof;
}

function remember(
  delivery: Delivery,
  line: OpenLine,
  proof: Proof,
  lastLines: Map<string, { readonly line: OpenLine; readonly proof: Proof }>,
): void {
  if (!line.isIntervalPrinted) return;
  const known = lastLines.get(delivery.id);
  if (known === undefined || known.proof.strength === "weak" || proof.strength === "strong")
    lastLines.set(delivery.id, { line, proof });
}

function take(line: OpenLine, delivery: Delivery, rest: Fraction, proof: Proof, stock: RecordStock): void {
  const factor = factorBetween(delivery, line);
  if (factor === undefined || line.need.numerator <= 0n) return;
  const wanted = divideFractions(line.need, factor);
  const taken = minimumFraction(rest, wanted);
  if (taken.numerator <= 0n) return;
  const before = line.shares.get(delivery.id)?.quantity ?? fraction(0);
  line.shares.set(delivery.id, { quantity: addFractions(before, taken), reasons: proof.reasons });
  stock.take(delivery, taken);
  line.need = subtractFractions(line.need, multiplyFractions(taken, factor));
}

function showLeftOver(
  delivery: Delivery,
  stock: RecordStock,
  last: { readonly line: OpenLine; readonly proof: Pick<Proof, "reasons"> } | undefined,
): void {
  const rest = stock.neverTaken(delivery);
  if (last === undefined || rest.numerator === 0n) return;
  if (factorBetween(delivery, last.line) === undefined) return;
  const known = last.line.shares.get(delivery.id);
  last.line.shares.set(delivery.id, {
    quantity: addFractions(known?.quantity ?? fraction(0), rest),
    reasons: known?.reasons ?? last.proof.reasons,
  });
}
