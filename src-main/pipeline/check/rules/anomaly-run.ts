import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { computeRuns, runOf } from "../billing-runs.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

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
  if (context.isCredit) return notApplicable(id, sentence("because/credits-outside-run", {}));
  if (context.invoice.kind === "proforma") return notApplicable(id, sentence("because/proforma", {}));
  const key = runOf(context);
  if (key === null) return cannotDetermine(id, sentence("because/date-or-currency-unread", {}));
  const run = context.batch.once("runs", computeRuns).get(key);
  if (run === undefined) return notApplicable(id, sentence("because/copy", {}));
  if (run.isUncertain) return cannotDetermine(id, sentence("because/run-unread", { month: run.month }));
  if (run.standing === null)
    return notApplicable(
      id,
      run.earlier.length < 2
        ? sentence("because/few-runs", { count: run.earlier.length })
        : sentence("because/one-customer-run", {}),
    );
  return run.standing === "usual"
    ? pass(id, sentence("because/run-usual", { month: run.month, count: run.earlier.length }))
    : pass(id, sentence("because/run-whole", { month: run.month }));
}
