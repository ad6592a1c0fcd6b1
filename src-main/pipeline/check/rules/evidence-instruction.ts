import { fail, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { indexInstructions } from "../instructions.ts";
import { quoteWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

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
  if (found.length === 0) return pass(id, sentence("because/no-such-text", {}));
  return fail(
    id,
    ...found.map((evidence) => ({
      direction: "process" as const,
      message: sentence("finding/instruction", { quote: quoteWords(evidence.quote) }),
      found: evidence.quote,
      proposal: {
        action: "escalate" as const,
        text: sentence("ask/instruction", {}),
      },
      evidence: [evidence],
    })),
  );
}
