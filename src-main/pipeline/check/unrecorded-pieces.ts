import { compareFractions, fraction, toFraction } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { namesCountingRecords, refersToRecord } from "../../../src-shared/wording/index.ts";
import { cannotDetermine, notApplicable } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { LineContext } from "./context.ts";
import { both } from "./quantity-verdicts.ts";
import { whyNoRecords } from "./record-use.ts";
import { hasCountedLines, strayRecordFor, unclaimedRecordFor } from "./unclaimed-records.ts";
import { unplacedCountOf, unplacedPaperFor } from "./unplaced-papers.ts";

/**
 * What to say of pieces that no record counts, where the agreement has no records of such pieces.
 *
 * Pieces need none, unless something hints at one: a record beside those of other lines, a paper that was not
 * understood, a record that the line cites or the agreement bills by, or records that count all else on the invoice.
 */
export function judgeUnrecorded(
  context: LineContext,
  billed: DecimalText,
  unit: Unit | null,
): readonly Verdict[] {
  const record = unclaimedRecordFor(context, unit) ?? strayRecordFor(context, unit);
  if (record !== null)
    return both((id) =>
      cannotDetermine(id, sentence("because/record-unclaimed", { record: recordWords(record) })),
    );
  const paper = unplacedPaperFor(context.owner) ?? unplacedCountOf(context, unit);
  if (paper !== null) return both((id) => cannotDetermine(id, sentence("because/paper-unplaced", { paper })));
  const isSeveral = compareFractions(toFraction(billed), fraction(1)) > 0;
  const isCited = refersToRecord(context.line.description) || (isSeveral && isBilledByRecords(context));
  const why = isCited ? whyNoRecords(context) : null;
  if (why !== null) return both((id) => cannotDetermine(id, why));
  // Nobody knows from an agreement how often somebody came in a month.
  const isOfVisits = isSeveral && unit === "visit" && billsByPeriod(context);
  return both((id) =>
    isSeveral && (isOfVisits || hasCountedLines(context.owner))
      ? cannotDetermine(id, sentence("because/recorded-beside", {}))
      : notApplicable(id, sentence("because/pieces-unrecorded", {})),
  );
}

const billsByPeriod = ({ owner }: LineContext): boolean =>
  owner
    .allTermsOf("billing")
    .some(({ term }) => term.value.frequency === "month" || term.value.frequency === "quarter");

/** Whether the agreement bills its pieces by records, "as shown on the signed delivery notes": then one is due. */
const isBilledByRecords = ({ owner }: LineContext): boolean =>
  owner.onceForDocuments("billed-by-records", ({ governing }) =>
    governing.some(({ term }) => term.evidence.some(({ quote }) => namesCountingRecords(quote))),
  );

/** "24 20 × 16, stainless" */
const recordWords = ({ quantity, item }: Delivery): string => [quantity ?? "", item ?? ""].join(" ").trim();
