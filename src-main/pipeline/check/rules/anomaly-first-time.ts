import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { termKey } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext } from "../context.ts";
import { termWords } from "../describe-term.ts";
import { evidenceOf } from "../evidence.ts";
import { placeInSeries } from "../series.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords } from "../agreement-words.ts";

const id = "anomaly.first-time";

/** Says when an invoice is the first of its agreement, or the first under a new version of a price. */
export const anomalyFirstTime: InvoiceRule = {
  ids: [id],
  family: 24,
  title: "First invoices and new prices are seen",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { batch, match } = context;
  if (context.isCredit || context.invoice.kind === "proforma")
    return notApplicable(id, sentence("because/only-invoices", {}));
  if (match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  const place = batch.once("series", placeInSeries).get(context);
  if (place === undefined) return notApplicable(id, sentence("because/no-series", {}));
  if (place.rank === 0) {
    const start = batch.once("first-position", firstPosition);
    if (context.position <= start) return notApplicable(id, sentence("because/nothing-earlier", {}));
    return fail(id, {
      severity: "info",
      direction: "process",
      message: sentence("finding/first-invoice", { agreement: ownAgreementWords(context) }),
      proposal: { action: "approve", text: sentence("ask/first-invoice", {}) },
      evidence: evidenceOf(context.invoice.agreementReference ?? context.invoice.buyer, context.invoice),
    });
  }
  const fresh = newVersions(context);
  if (fresh.length === 0) return pass(id, sentence("because/same-prices", { count: place.rank }));
  return fail(id, {
    severity: "info",
    direction: "process",
    message: sentence("finding/first-price", { terms: fresh.slice(0, 4).map(({ term }) => termWords(term)) }),
    proposal: { action: "approve", text: sentence("ask/first-price", {}) },
    evidence: evidenceOf(...fresh.slice(0, 4), context.invoice),
  });
}

/** Until the first invoice that can be history has gone by, every invoice would be a first one. */
function firstPosition({ invoices }: BatchContext): number {
  const first = invoices[0];
  if (first === undefined) return 0;
  const day = first.invoice.issueDate?.value ?? null;
  let last = 0;
  for (const [position, { invoice }] of invoices.entries()) {
    if ((invoice.issueDate?.value ?? null) !== day) break;
    last = position;
  }
  return last;
}

/** Prices that no earlier invoice used while an earlier price of the same thing was used. */
function newVersions(context: InvoiceContext): readonly GoverningTerm[] {
  const before = context.batch.once("prices-before", findPricesBefore).get(context);
  if (before === undefined) return [];
  return [...before.values()];
}

function findPricesBefore(
  batch: BatchContext,
): ReadonlyMap<InvoiceContext, ReadonlyMap<string, GoverningTerm>> {
  const seen = new Map<string, Set<string>>();
  const fresh = new Map<InvoiceContext, Map<string, GoverningTerm>>();
  const places = batch.once("series", placeInSeries);
  // What a term says was seen with its first line; the others of it are looked up no more.
  const counted = new Set<GoverningTerm["term"]>();
  for (const context of batch.invoices) {
    if (!places.has(context)) continue;
    for (const { terms } of context.lines) {
      for (const governing of terms) {
        const { term } = governing;
        if (counted.has(term)) continue;
        counted.add(term);
        const subject = `${context.match.agreementId ?? ""}|${termKey(term)}`;
        const version = `${term.id}|${term.version}`;
        const ids = seen.get(subject);
        if (ids === undefined) seen.set(subject, new Set([version]));
        else if (!ids.has(version)) {
          ids.add(version);
          fresh.set(
            context,
            (fresh.get(context) ?? new Map<string, GoverningTerm>()).set(term.id, governing),
          );
        }
      }
    }
  }
  return fresh;
}
