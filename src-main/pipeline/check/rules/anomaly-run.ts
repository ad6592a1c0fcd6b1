import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { computeRuns, runOf } from "../billing-runs.ts";

const id = "anomaly.run";

/** The invoices of a month together are like the months before. What stands out is listed beside the invoices. */
export const anomalyRun: InvoiceRule = {
  ids: [id],
  family: 24,
  title: "The run as a whole is like the last ones",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  if (context.isCredit) return notApplicable(id, "credits are left out of the run");
  if (context.invoice.kind === "proforma") return notApplicable(id, "a pro forma bills nothing");
  const key = runOf(context);
  if (key === null) return cannotDetermine(id, "the invoice date or the currency could not be read");
  const run = context.batch.once("runs", computeRuns).get(key);
  if (run === undefined) return notApplicable(id, "the invoice is a copy of another one");
  if (run.isUncertain) return cannotDetermine(id, `a total of the run of ${run.month} could not be read`);
  if (run.standing === null)
    return notApplicable(
      id,
      run.earlier.length < 2
        ? `${run.earlier.length} earlier runs, and two are needed to compare with`
        : "the bills of a month go to one customer: they are a series and no run",
    );
  return run.standing === "usual"
    ? pass(id, `the run of ${run.month} is like the ${run.earlier.length} before`)
    : pass(
        id,
        `judged for the run of ${run.month} as a whole: it stands out, see the finding beside the invoices`,
      );
}
