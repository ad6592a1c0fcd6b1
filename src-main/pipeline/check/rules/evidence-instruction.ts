import { fail, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { indexInstructions } from "../instructions.ts";
import { quoteWords } from "../show.ts";

const id = "evidence.instruction";

/** No text of the invoice tries to instruct its reader; what does is reported and never obeyed. */
export const evidenceInstruction: InvoiceRule = {
  ids: [id],
  family: 25,
  title: "No text tries to instruct the reader",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge({ batch, invoice }: InvoiceContext): Verdict {
  const found = batch.once("instructions", indexInstructions).get(invoice.documentId) ?? [];
  if (found.length === 0) return pass(id, "no such text in the document");
  return fail(
    id,
    ...found.map((evidence) => ({
      direction: "process" as const,
      message: `The document holds text that tries to instruct its reader: ${quoteWords(evidence.quote)}. It was not followed.`,
      found: evidence.quote,
      proposal: {
        action: "escalate" as const,
        text: "Ask the sender why the document holds this text. Nothing in it was followed.",
      },
      evidence: [evidence],
    })),
  );
}
