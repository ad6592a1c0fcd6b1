import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords, saidOfAgreement } from "../agreement-words.ts";

const id = "currency.mismatch";

/** The invoice is in the agreement's currency. */
export const currencyMismatch: InvoiceRule = {
  ids: [id],
  family: 3,
  title: "Currency is the agreement's",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice, agreements } = context;
  const printed = valueOf(invoice.currency);
  if (printed !== null && agreements.some(({ currency }) => currency === printed))
    return context.batch.once(`in ${printed}`, () =>
      pass(id, sentence("because/both-sides", { words: printed })),
    );
  const agreed = new Set(agreements.flatMap(({ currency }) => currency ?? []));
  for (const line of context.lines)
    for (const { term } of line.terms) if (term.currency !== undefined) agreed.add(term.currency);
  if (agreed.size === 0) return notApplicable(id, saidOfAgreement(context, "because/no-agreed-currency"));
  if (isUndecided(invoice.currency)) return cannotDetermine(id, sentence("because/currency-undecided", {}));
  if (printed === null) return cannotDetermine(id, sentence("because/no-currency", {}));
  if (agreed.has(printed)) return pass(id, sentence("because/both-sides", { words: printed }));
  const wanted = [...agreed].join(" or ");
  const source = agreements.find(({ currency }) => currency !== null);
  const priced = context.lines.flatMap(({ terms }) => terms)[0];
  return fail(id, {
    direction: "process",
    message: sentence("finding/currency", {
      printed,
      agreement: ownAgreementWords(context),
      wanted: [...agreed],
    }),
    expected: wanted,
    found: printed,
    proposal: {
      action: "correct",
      text: sentence("ask/currency", { wanted: [...agreed] }),
    },
    confidence: confidenceOf(invoice.currency),
    evidence: evidenceOf(priced ?? source, invoice.currency),
  });
}
