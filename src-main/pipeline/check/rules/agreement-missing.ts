import { valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { unreadAgreementFor } from "../unplaced-papers.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";
import type { SentenceFact } from "../../../../src-shared/text/index.ts";

const id = "agreement.missing";

/** One agreement among the files governs the invoice. */
export const agreementMissing: InvoiceRule = {
  ids: [id],
  family: 4,
  title: "An agreement governs the invoice",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { match, invoice } = context;
  if (match.state === "matched")
    return context.onceForDocuments(`falls under by ${match.reasons.join(", ")}`, (one) =>
      pass(
        id,
        sentence("because/falls-under", { agreement: ownAgreementWords(one), reasons: reasonsOf(one) }),
      ),
    );
  const candidates = match.candidates.flatMap(
    ({ agreementId }) => context.batch.agreements.get(agreementId) ?? [],
  );
  const nearest = candidates.slice(0, 3);
  if (match.state === "ambiguous")
    return cannotDetermine(
      id,
      sentence("because/could-fall-under", { agreements: nearest.map(agreementWords) }),
    );
  const unread = unreadAgreementFor(context);
  if (unread !== null) return cannotDetermine(id, sentence("because/agreement-unread", { paper: unread }));
  const buyer = invoice.buyer?.name ?? sentence("words/this-customer", {});
  const reference = valueOf(invoice.agreementReference) ?? valueOf(invoice.orderReference);
  const near =
    nearest.length === 0 ? "" : sentence("words/nearest-agreement", { names: nearest.map(agreementWords) });
  return fail(id, {
    direction: "process",
    message:
      reference === null
        ? sentence("finding/no-agreement", { buyer, near })
        : sentence("finding/no-agreement-document", { buyer, reference, near }),
    expected: reference,
    found: null,
    proposal: {
      action: "ask",
      text: sentence("ask/agreement", { buyer }),
    },
    evidence: evidenceOf(
      ...candidates.slice(0, 1).map((agreement) => agreement.buyer),
      invoice.agreementReference,
      invoice.orderReference,
      invoice.buyer ?? invoice,
    ),
  });
}

const namedReasons = [
  "agreement-reference",
  "order-reference",
  "estimate-reference",
  "tax-id",
  "party-name",
  "party-alias",
  "party-skeleton",
  "period",
  "content",
  "confirmed-alias",
] as const;

const reasonsOf = ({ match }: InvoiceContext): readonly SentenceFact[] =>
  [...new Set(match.reasons)].map((reason) => {
    const known = namedReasons.find((name) => name === reason);
    return known === undefined ? reason : sentence(`words/match.${known}`, {});
  });
