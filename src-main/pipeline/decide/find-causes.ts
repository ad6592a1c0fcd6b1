import type {
  Agreement,
  AgreementId,
  Finding,
  FindingCause,
  FindingId,
  Invoice,
  InvoiceId,
} from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { add, decimalToText, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";

/** An invoice with the findings that nobody has dismissed. */
export interface OpenCase {
  readonly invoice: Invoice;
  readonly open: readonly Finding[];
}

export interface Causes {
  readonly list: readonly FindingCause[];
  /** Causes of each invoice, the gravest first. */
  readonly byInvoice: ReadonlyMap<InvoiceId, readonly string[]>;
}

interface Draft {
  readonly id: string;
  readonly finding: Finding;
  readonly findings: { readonly invoiceId: InvoiceId; readonly findingId: FindingId }[];
  readonly over: Map<string, Decimal>;
  readonly under: Map<string, Decimal>;
}

/**
 * Puts findings together that one thing explains: the same check under the same agreement, resting on the same clause.
 *
 * Without a clause the agreement alone ties them, or the customer where there is none. Findings for information only
 * need no clearing and make no cause.
 */
export function findCauses(
  cases: readonly OpenCase[],
  agreements: ReadonlyMap<AgreementId, Agreement>,
  hash: (text: string) => string,
): Causes {
  const drafts = new Map<string, Draft>();
  const byInvoice = new Map<InvoiceId, readonly string[]>();
  for (const { invoice, open } of cases) {
    const ids: string[] = [];
    for (const finding of open) {
      if (finding.severity === "info") continue;
      const key = keyOf(finding, invoice);
      const draft = drafts.get(key) ?? startDraft(finding, `cau-${hash(key).slice(0, 12)}`);
      drafts.set(key, draft);
      draft.findings.push({ invoiceId: invoice.id, findingId: finding.id });
      if (finding.impact !== null && finding.direction !== "process") {
        const sums = draft[finding.direction];
        const currency = valueOf(invoice.currency) ?? "";
        sums.set(currency, add(sums.get(currency) ?? zero, finding.impact));
      }
      if (!ids.includes(draft.id)) ids.push(draft.id);
    }
    byInvoice.set(invoice.id, ids);
  }
  const list = [...drafts.values()].map(({ id, finding, findings, over, under }): FindingCause => {
    const agreement = finding.agreementId === null ? undefined : agreements.get(finding.agreementId);
    return {
      id,
      check: finding.check,
      agreement: agreement === undefined ? null : (agreement.number ?? agreement.title),
      quote: clauseOf(finding)?.quote ?? null,
      example: finding.message,
      findings,
      over: toTexts(over),
      under: toTexts(under),
    };
  });
  return {
    list: list.toSorted(
      (first, second) => second.findings.length - first.findings.length || (first.id < second.id ? -1 : 1),
    ),
    byInvoice,
  };
}

const startDraft = (finding: Finding, id: string): Draft => ({
  id,
  finding,
  findings: [],
  over: new Map(),
  under: new Map(),
});

const clauseOf = ({ evidence }: Finding) => evidence.find(({ role }) => role === "term");

function keyOf(finding: Finding, invoice: Invoice): string {
  const clause = clauseOf(finding);
  return JSON.stringify([
    finding.check,
    finding.direction,
    finding.agreementId ?? invoice.buyer?.name ?? null,
    clause === undefined ? null : [clause.documentId, clause.at],
  ]);
}

const toTexts = (sums: ReadonlyMap<string, Decimal>): Readonly<Record<string, DecimalText>> =>
  Object.fromEntries([...sums].map(([currency, amount]) => [currency, decimalToText(amount)]));
