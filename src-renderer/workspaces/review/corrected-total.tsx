import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { Money } from "../../components/money.tsx";
import { formatDifference } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { computeCorrectedTotal } from "../../state/corrected-total.ts";
import { useReview } from "../../state/review.ts";

/** What the invoice comes to with the findings that count; taking one out changes it at once. */
export function CorrectedTotal({ review }: { readonly review: ReviewCase }) {
  const uncounted = useReview((state) => state.uncounted);
  const total = computeCorrectedTotal(review, uncounted);
  if (total === null) return null;
  const currency = review.invoice.currency?.value ?? null;
  return (
    <div role="status">
      <dl className="corrected-total">
        {total.billed === null ? (
          <div>
            <dt>{say("total.unknownBase")}</dt>
            <dd />
          </div>
        ) : (
          <>
            <div>
              <dt>{say("total.billed")}</dt>
              <dd>
                <Money amount={total.billed} currency={currency} />
              </dd>
            </div>
            <div>
              <dt>{say("total.corrected")}</dt>
              <dd>
                <strong>
                  <Money amount={total.corrected} currency={currency} />
                </strong>
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{say("total.difference")}</dt>
          <dd className="number">{formatDifference(total.difference, currency)}</dd>
        </div>
      </dl>
    </div>
  );
}
