import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";

/** Costs of a loss, a quarrel or a fault, and sums that are set off: nobody had them for doing the work. */
const ofLoss =
  /\b(?:as (?:a|the) result|result(?:s|ing) from|arising|caused by|damage[ds]?|repairs?|recoup\w*|offset|set[- ]?off|liens?|infring\w*|indemnif\w*|losses|examination|unspent|obsolete|replacement)\b/;
/** What opens a sentence on a case, with a word of what goes wrong in it. */
const inCase =
  /(?:^|[;,(] ?)(?:if|in the event|where|should|when|to the extent)\b[^;]{0,200}\b(?:terminat|breach|delay|reject|fail|default|adjust|disput|claim|elect|unable|instructs|cancel)\w*/;
/** "The foregoing shall not affect the duty to reimburse": a rule that stands elsewhere. */
const onlyMentions = /\bshall not (?:affect|limit|relieve)\b|\b(?:means|shall mean)\b/;

/**
 * Whether what a sentence says is paid back are costs of a case, a sum, or money of the seller's: it makes no expense of
 * the work billable.
 *
 * A rule that names neither kinds nor a limit would let any expense pass, so such a sentence must speak of the work.
 */
export function isCostOfCase(candidate: Candidate, reading: Reading, facts: DocumentFacts): boolean {
  if (candidate.type !== "expenses" || candidate.absent === true) return false;
  const { folded, literals } = reading;
  if (onlyMentions.test(folded) || isRepaidBySeller(folded, facts)) return true;
  const { totalCap, unitCap, markupPercent } = candidate.value as ExpensesValue;
  // "Repairs at cost plus 10 %", "Hotels up to $180": what has a markup or a limit is agreed, whatever it is spent on.
  if (totalCap !== undefined || unitCap !== undefined || markupPercent !== undefined) return false;
  if (ofLoss.test(folded) || inCase.test(folded)) return true;
  // "Pays $5,000 to reimburse a part of what was spent": one sum, whatever it was spent on.
  return (
    /\breimburse\b/.test(folded) &&
    literals.some((literal) => literal.type === "money" && literal.bound === null && literal.per.length === 0)
  );
}

const repays =
  /\b(?:provider|supplier|contractor|vendor|consultant|seller) (?:shall|will|must|agrees to)(?: [a-z]+ly)?,? (?:reimburse|refund|repay) (?:the )?(?:client|customer|buyer|owner|purchaser)\b/;

/** "Provider shall reimburse Client": money that flows the other way, by the names of the sides or by their roles. */
const isRepaidBySeller = (folded: string, { sellers }: DocumentFacts): boolean =>
  repays.test(folded) ||
  sellers.some((name) => {
    const at = folded.indexOf(`${name} `);
    return (
      at >= 0 &&
      /^,? ?(?:shall|will|must|agrees to|is to)(?: [a-z]+ly)?,? (?:reimburse|refund|repay)\b/.test(
        folded.slice(at + name.length),
      )
    );
  });
