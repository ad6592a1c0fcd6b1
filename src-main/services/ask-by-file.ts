import { z } from "zod";
import type { DecisionReceipt, InputOf, SealedQuestion } from "../../src-shared/api/contract.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import type { DecisionAction, InvoiceId, Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { openFindings } from "../pipeline/decide/index.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { renderQuestionPage } from "./question-page.ts";
import { keepStep } from "./receipts.ts";
import { numberOf, unknownInvoice } from "./show-cases.ts";

const mostQuotes = 12;

/**
 * Asks somebody without Countersign: one encrypted page that any browser opens.
 *
 * It holds the question, the invoice's number and amount and the quotes of its open findings, nothing else of the
 * workspace, and the key that its answer is signed with. The case waits meanwhile.
 */
export async function sealQuestion(
  program: Program,
  { invoiceId, to, text, until, passphrase }: InputOf<"questions.seal">,
): Promise<Result<SealedQuestion, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const invoice = workspace.review().invoicesById.get(invoiceId as InvoiceId);
    const checked = workspace.review().checkedById.get(invoiceId as InvoiceId);
    if (invoice === undefined || checked === undefined) return err(unknownInvoice(invoiceId));
    if (workspace.decisions().get(invoice.id)?.state === "exported")
      return err({ code: "decide/already-exported", facts: { number: numberOf(invoice) } });
    const { seal, ids, digest } = program.tools;
    const { publicKey, privateKey } = await seal.createKeys();
    const questionId = ids.next("qst");
    const amount = valueOf(invoice.payable) ?? valueOf(invoice.gross);
    const quotes = openFindings(checked, workspace.fold()).flatMap(({ evidence }) =>
      evidence.map(({ quote }) => quote),
    );
    const sealed = await seal.seal(
      JSON.stringify({
        questionId,
        about: [numberOf(invoice), invoice.buyer?.name, amount, valueOf(invoice.currency)]
          .filter(Boolean)
          .join(", "),
        text,
        quotes: [...new Set(quotes)].slice(0, mostQuotes),
        privateKey,
      }),
      passphrase,
    );
    const html = renderQuestionPage(sealed, digest.ofText);
    const actions: readonly DecisionAction[] = [
      { type: "question-asked", invoiceId: invoice.id, to, text, until: until as LocalDate | null },
      {
        type: "question-sealed",
        invoiceId: invoice.id,
        questionId,
        answerKey: publicKey,
        sha256: digest.ofText(html),
      },
    ];
    const step = { label: formatMessage("step/ask", { count: 1 }), actions };
    const kept = await keepStep(program, workspace, step, [invoice.id], [], ["queue", "history"]);
    if (!kept.ok) return kept;
    return ok({ name: `question-${questionId}.html`, html, questionId, receipt: kept.value });
  });
}

const answerSchema = z.strictObject({
  schema: z.literal("countersign.answer/1"),
  questionId: z.string().min(1).max(200),
  from: z.string().min(1).max(200),
  text: z.string().min(1).max(4_000),
  answeredAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/),
  signature: z.string().min(1).max(400),
});

/** Takes in an answer file. Only an answer that is signed for its question, word for word, joins the trail. */
export async function receiveAnswer(
  program: Program,
  { content }: InputOf<"questions.answer">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const parsed = parseAnswer(content);
  if (parsed === null) return err({ code: "decide/answer-malformed" });
  const { questionId, from, text, answeredAt, signature } = parsed;
  return workspace.inTurn(async () => {
    const holding = workspace.fold().holding;
    const actions = workspace.events().flatMap(({ id, action }) => (holding.has(id) ? [action] : []));
    const question = actions.find(
      (action) => action.type === "question-sealed" && action.questionId === questionId,
    );
    if (question?.type !== "question-sealed") return err({ code: "decide/answer-without-question" });
    if (actions.some((action) => action.type === "answer-received" && action.signature === signature))
      return err({ code: "decide/answer-known" });
    const signed = JSON.stringify([questionId, from, text, answeredAt]);
    if (!(await program.tools.seal.isSignedBy(signed, signature, question.answerKey)))
      return err({ code: "decide/answer-not-signed" });
    const { invoiceId } = question;
    const invoice = workspace.review().invoicesById.get(invoiceId);
    const step = {
      label: formatMessage("step/answer", { number: invoice === undefined ? invoiceId : numberOf(invoice) }),
      actions: [
        { type: "answer-received", invoiceId, questionId, from, text, answeredAt, signature } as const,
      ],
    };
    return keepStep(program, workspace, step, [invoiceId], [], ["queue", "history"]);
  });
}

function parseAnswer(content: string): z.infer<typeof answerSchema> | null {
  try {
    const parsed = answerSchema.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
