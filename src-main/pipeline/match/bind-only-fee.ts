import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  Invoice,
  InvoiceLine,
  LineBinding,
  LineMatch,
  MatchReason,
} from "../../../src-shared/model/index.ts";
import { monthsPer, wholeMonthsIn } from "../../../src-shared/time/index.ts";
import {
  isCalendarUnit,
  isTimeUnit,
  printedDecimal,
  serviceIntervalOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { billedTerms } from "./bind-unbound.ts";
import { clip } from "./clip-term.ts";
import { saysCadence } from "./line-cadence.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * The one line that nothing prices, under the one recurring fee that no other line bills.
 *
 * At the very amount its words do not matter. At another amount it is that fee where it is worded like the title of
 * the agreement ("Grounds maintenance May" under a "Grounds Maintenance Agreement") or says how often it comes back
 * ("Monthly cleaning"): then the amount is what is wrong.
 */
export function bindLeftFee(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const left = matches.flatMap((match, position) => (match.state === "unbound" ? [position] : []));
  const billed = billedTerms(matches);
  const fees = pool.priced.filter(
    (priced) => isRecurringFee(priced) && !billed.has(priced.governing.term.id),
  );
  const [fee] = fees;
  if (fee === undefined || fees.length !== 1 || fee.price === null) return matches;
  const inCadence = left.filter((position) => {
    const [line, { term }] = [invoice.lines[position], fee.governing];
    return line !== undefined && term.type === "fixed-fee" && saysCadence(line, term.value.per);
  });
  const fitting = left.flatMap((position) => {
    const line = invoice.lines[position];
    const binding =
      line === undefined || isOpenFor(line, fee)
        ? null
        : bindingTo(fee, line, invoice, pool, inCadence.length);
    return binding === null ? [] : [{ position, binding }];
  });
  const atAmount = fitting.filter(({ binding }) => binding.reasons.includes("price"));
  const [only] = atAmount.length > 0 ? atAmount : fitting;
  if (only === undefined || (atAmount.length > 0 ? atAmount : fitting).length !== 1) return matches;
  return matches.map((match, position) =>
    position === only.position
      ? { ...match, state: "bound", bindings: [only.binding], candidates: [] }
      : match,
  );
}

function bindingTo(
  fee: PricedTerm,
  line: InvoiceLine,
  invoice: Invoice,
  pool: TermPool,
  inCadence: number,
): LineBinding | null {
  const amount = line.net?.value ?? line.printedAmount?.value ?? null;
  const { term } = fee.governing;
  if (term.type !== "fixed-fee" || amount === null || fee.price === null) return null;
  const unit = line.unit?.value ?? null;
  if (isTimeUnit(unit) || (line.quantity !== null && !isOne(line) && !isCalendarUnit(unit))) return null;
  const interval = serviceIntervalOf(invoice, line);
  const months = monthsPer(term.value.per);
  const isItsPeriod = interval !== null && months !== undefined && wholeMonthsIn(interval) === months;
  const days = clip(fee.governing, interval);
  if (days === null) return null;
  const isAtAmount = isEqual(amount, fee.price);
  // A part of a period that quotes the whole fee ("21/30 of 1,240.00") is a part of that fee.
  if (!isAtAmount && quotesFigure(line.description, fee.price)) return toBinding(["price"], 0.75);
  // Some other period than the one of the fee says that it is something else, unless the words are its own.
  if (interval !== null && interval.source === "line" && !isItsPeriod) return null;
  if (isAtAmount) return toBinding(["price", ...(isItsPeriod ? (["period"] as const) : [])], 0.75);
  const isNamed =
    isWordedLikeTitle(line, fee, pool) || (inCadence === 1 && saysCadence(line, term.value.per));
  return isNamed ? toBinding(["item", ...(isItsPeriod ? (["period"] as const) : [])], 0.65) : null;

  function toBinding(reasons: readonly MatchReason[], confidence: number): LineBinding {
    return bindingOf(
      fee.governing,
      [...reasons, "only-term"],
      confidence,
      days?.from ?? null,
      days?.to ?? null,
    );
  }
}

/** Whether words hold a figure of three digits or more, under either convention of its marks. */
const quotesFigure = (text: string, figure: DecimalText): boolean =>
  (text.match(/\d[\d.,'’\u00a0\u202f ]*\d/g) ?? []).some((printed) => {
    const read = printed.replace(/\D/g, "").length >= 3 ? printedDecimal(printed) : null;
    return read !== null && isEqual(read, figure);
  });

const one = decimalText("1");

function isOne({ quantity }: InvoiceLine): boolean {
  const counted = quantity?.value ?? null;
  return counted !== null && isEqual(counted, one);
}

const isRecurringFee = ({ governing: { term } }: PricedTerm): boolean =>
  term.type === "fixed-fee" && term.value.per !== "once";

/** Words that titles of agreements have whatever they are about. */
const titleWords = new Set(
  [
    "agreement contract service services master general terms conditions order form statement work letter engagement",
    "framework annual monthly vertrag dienstleistungsvertrag rahmenvertrag contrat accord overeenkomst contrato contratto",
  ]
    .join(" ")
    .split(" ")
    .flatMap((word) => wordingOf(word).content),
);

/** All that the line says beside its month stands in the title, and no other price shares its words. */
function isWordedLikeTitle(line: InvoiceLine, { governing }: PricedTerm, pool: TermPool): boolean {
  const title = new Set(
    wordingOf(governing.agreement.title ?? "").content.filter((word) => !titleWords.has(word)),
  );
  const { content } = wordingOf(line.description);
  const isNamedElsewhere = pool.priced.some(
    (priced) =>
      priced.governing.term.id !== governing.term.id &&
      priced.wordings.some((wording) => wording.content.some((word) => content.includes(word))),
  );
  return content.length > 0 && !isNamedElsewhere && content.every((word) => title.has(word));
}
