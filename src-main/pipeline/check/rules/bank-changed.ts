import type { Evidence } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { normalizeAccount, partyNameOf } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { SentenceFact } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

const id = "bank.changed";

/** The account to pay to is the approved one, else the one of the invoices before. */
export const bankChanged: InvoiceRule = {
  ids: [id],
  family: 3,
  title: "Bank account is the approved one",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

interface Known {
  readonly accounts: readonly string[];
  /** Where they are known from, in a sentence. */
  readonly source: SentenceFact;
  readonly evidence: readonly Evidence[];
}

function judge(context: InvoiceContext): Verdict {
  const { bankAccount } = context.invoice;
  if (bankAccount === null) return notApplicable(id, sentence("because/no-account", {}));
  const printed = valueOf(bankAccount);
  if (printed === null) return cannotDetermine(id, sentence("because/account-unread", {}));
  const known = approvedAccounts(context) ?? accountsBefore(context);
  if (known === null) return notApplicable(id, sentence("because/account-unknown", {}));
  const ours = normalizeAccount(printed);
  if (known.accounts.some((account) => isSameAccount(ours, normalizeAccount(account))))
    return pass(id, sentence("words/account-of", { source: known.source }));
  return fail(id, {
    direction: "process",
    message: sentence("finding/bank", { printed, source: known.source, accounts: known.accounts }),
    expected: known.accounts.join(", "),
    found: printed,
    proposal: {
      action: "escalate",
      text: sentence("ask/bank", {}),
    },
    confidence: confidenceOf(bankAccount),
    evidence: evidenceOf({ evidence: known.evidence }, bankAccount),
  });
}

function approvedAccounts(context: InvoiceContext): Known | null {
  const { policy } = context.batch;
  const terms = context
    .termsOf("bank-account")
    .filter((term) => term.term.absent !== true && whyUnusable(term) === null);
  for (const term of terms) context.use(term);
  const agreed = terms.flatMap(({ term }) =>
    [term.value.iban, term.value.account].filter((account) => account !== undefined),
  );
  const [first] = terms;
  if (first !== undefined && agreed.length > 0)
    return {
      accounts: [...new Set(agreed)],
      source: agreementWords(first.agreement),
      evidence: evidenceOf(...terms),
    };
  const approved = [...policy.approvedBankAccounts, ...policy.ownCompany.bankAccounts];
  return approved.length === 0
    ? null
    : { accounts: approved, source: sentence("words/approved-accounts", {}), evidence: [] };
}

function accountsBefore(context: InvoiceContext): Known | null {
  const last = context.batch.once("account-before", findAccountsBefore).get(context);
  const account = last === undefined ? null : valueOf(last.invoice.bankAccount);
  if (last === undefined || account === null) return null;
  const number = valueOf(last.invoice.number);
  return {
    accounts: [account],
    source:
      number === null ? sentence("words/invoice-before", {}) : sentence("words/invoice-number", { number }),
    evidence: evidenceOf(inRole("history", last.invoice.bankAccount?.evidence ?? [])),
  };
}

/** For each invoice the one of the same seller before it that shows an account. */
function findAccountsBefore(batch: BatchContext): ReadonlyMap<InvoiceContext, InvoiceContext> {
  const lastOf = new Map<string, InvoiceContext>();
  const before = new Map<InvoiceContext, InvoiceContext>();
  for (const context of batch.invoices) {
    if (valueOf(context.invoice.bankAccount) === null || context.invoice.seller === null) continue;
    const key = sellerKey(context);
    const last = lastOf.get(key);
    if (last !== undefined) before.set(context, last);
    lastOf.set(key, context);
  }
  return before;
}

const sellerKey = ({ invoice }: InvoiceContext): string =>
  invoice.seller === null ? "" : partyNameOf(invoice.seller.name).core;

/** Equal, or one is the account number within the other's IBAN, or all but the last digits are masked. */
function isSameAccount(first: string, second: string): boolean {
  if (first === second) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  const bare = short.replace(/[*•X]+(?=\d{3,})/g, "");
  if (bare !== short) return bare.length >= 3 && long.endsWith(bare);
  return short.length >= 7 && /^\d+$/.test(short) && /^[A-Z]{2}\d{2}/.test(long) && long.endsWith(short);
}
