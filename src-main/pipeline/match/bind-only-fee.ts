import { isEqual } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch, MatchReason } from "../../../src-shared/model/index.ts";
import { wholeMonthsIn } from "../../../src-shared/time/index.ts";
import { wordingOf } from "../../../src-shared/wording/index.ts";
import type { ServiceInterval } from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { clip } from "./clip-term.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * The one line of an invoice that bills the one recurring fee of its agreement over its period.
 *
 * At the very amount its words do not matter. At another amount it is that fee where it is worded like the title of
 * the agreement ("Grounds maintenance May" under a "Grounds Maintenance Agreement"): then the amount is what is wrong.
 */
export function findOnlyFee(
  line: InvoiceLine,
  pool: TermPool,
  interval: ServiceInterval | null,
  invoice: Invoice,
): LineMatch | null {
  if (invoice.lines.length !== 1 || interval === null) return null;
  const fees = pool.priced.filter(isRecurringFee);
  const [fee] = fees;
  if (fee === undefined || fees.length !== 1 || fee.isOpen || fee.price === null) return null;
  const amount = line.net?.value ?? line.printedAmount?.value ?? null;
  const term = fee.governing.term;
  if (term.type !== "fixed-fee" || amount === null) return null;
  const months = monthsOf[term.value.per];
  const days = clip(fee.governing, interval);
  if (months === undefined || wholeMonthsIn(interval) !== months || days === null) return null;
  const isAtAmount = isEqual(amount, fee.price);
  if (!isAtAmount && !isWordedLikeTitle(line, fee, pool)) return null;
  const reasons: readonly MatchReason[] = [isAtAmount ? "price" : "item", "period", "only-term"];
  return {
    lineId: line.id,
    state: "bound",
    bindings: [bindingOf(fee.governing, reasons, isAtAmount ? 0.75 : 0.65, days.from, days.to)],
    candidates: [],
    deliveries: [],
  };
}

const isRecurringFee = ({ governing: { term } }: PricedTerm): boolean =>
  term.type === "fixed-fee" && term.value.per !== "once";

const monthsOf: Readonly<Partial<Record<string, number>>> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

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
