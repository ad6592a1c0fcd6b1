import type { DocumentId, Evidence, Finding, FindingId } from "../../../src-shared/model/index.ts";
import type { BatchContext } from "./context.ts";
import { quoteWords, worded } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";

/** Text that tries to instruct a reader, by document. */
export function indexInstructions({ input }: BatchContext): ReadonlyMap<DocumentId, readonly Evidence[]> {
  return new Map(
    input.documents.flatMap(({ documentId, instructions }) =>
      instructions.length === 0 ? [] : [[documentId, instructions] as const],
    ),
  );
}

/** Such text in documents that hold no invoice: a contract, a timesheet. */
export function findInstructionsElsewhere(batch: BatchContext): readonly Finding[] {
  const withInvoice = new Set(batch.input.invoices.map(({ documentId }) => documentId));
  const findings: Finding[] = [];
  for (const [documentId, instructions] of batch.once("instructions", indexInstructions)) {
    if (withInvoice.has(documentId)) continue;
    for (const evidence of instructions) {
      const key = ["evidence.instruction", documentId, evidence.quote, JSON.stringify(evidence.at)].join(
        "\n",
      );
      findings.push({
        id: `fnd-${batch.input.hash(key).slice(0, 12)}` as FindingId,
        check: "evidence.instruction",
        version: 1,
        severity: "warn",
        direction: "process",
        invoiceId: null,
        agreementId:
          batch.input.agreements.find((agreement) => agreement.documentId === documentId)?.id ?? null,
        documentId,
        line: null,
        ...worded({
          message: sentence("finding/instruction", { quote: quoteWords(evidence.quote) }),
          proposal: { action: "escalate", text: sentence("ask/instruction", {}) },
        }),
        expected: null,
        found: evidence.quote,
        impact: null,
        formula: null,
        tolerance: null,
        confidence: 1,
        evidence: [evidence],
        blockedChecks: [],
        relatedInvoiceId: null,
      });
    }
  }
  return findings;
}
