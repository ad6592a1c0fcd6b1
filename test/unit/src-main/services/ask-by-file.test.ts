import { webcrypto } from "node:crypto";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { questionScript } from "../../../../src-main/services/question-page.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";

const passphrase = "seven green bottles";
const context = { TextEncoder, TextDecoder, Uint8Array, atob, btoa, JSON, String };

interface Question {
  readonly questionId: string;
  readonly text: string;
  readonly about: string;
}

/** What the page in the file does, run outside of a browser. */
const page = runInNewContext(`${questionScript}; ({ openQuestion, signAnswer })`, context) as {
  openQuestion: (sealed: unknown, passphrase: string, subtle: unknown) => Promise<Question>;
  signAnswer: (question: Question, ...rest: readonly unknown[]) => Promise<Record<string, string>>;
};

async function ask(): Promise<{ host: MemoryProgram; invoiceId: string; question: Question; html: string }> {
  const host = await openMemoryProgram();
  await host.importSales({ "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme" } });
  const invoiceId = (await host.call("review.queue", {})).rows[0]?.invoiceId ?? "";
  const { html } = await host.call("questions.seal", {
    invoiceId,
    to: "Project manager",
    text: "Were the six hours approved?",
    until: "2026-12-01",
    passphrase,
  });
  const sealed: unknown = JSON.parse(/id="sealed">([^<]+)</.exec(html)?.[1] ?? "");
  return { host, invoiceId, html, question: await page.openQuestion(sealed, passphrase, webcrypto.subtle) };
}

const answerTo = (question: Question, text = "Yes, by e-mail.") =>
  page.signAnswer(question, "Maria", text, "2026-11-22T10:00:00.000Z", webcrypto.subtle);

test("a question goes out encrypted, and its signed answer brings the case back", async () => {
  const { host, invoiceId, question, html } = await ask();
  expect(html).not.toContain("six hours");
  expect(question).toMatchObject({ text: "Were the six hours approved?", about: "A-1, Acme, 100.00, USD" });
  const waiting = await host.call("review.case", { invoiceId });
  expect(waiting.decision).toMatchObject({
    state: "waiting",
    waitingUntil: "2026-12-01",
    owner: "Project manager",
  });
  await host.call("questions.answer", { content: JSON.stringify(await answerTo(question)) });
  const { decision, history } = await host.call("review.case", { invoiceId });
  expect(decision.state).toBe("to-decide");
  expect(history.at(-1)?.action).toMatchObject({
    type: "answer-received",
    from: "Maria",
    text: "Yes, by e-mail.",
  });
});

test("an answer that was changed, made up, sent twice or is none is refused", async () => {
  const { host, question } = await ask();
  const answer = await answerTo(question);
  const refused = (content: unknown): Promise<string> =>
    host.refused("questions.answer", {
      content: typeof content === "string" ? content : JSON.stringify(content),
    });
  expect(await refused({ ...answer, text: "No." })).toBe("decide/answer-not-signed");
  expect(await refused({ ...answer, signature: "AAAA" })).toBe("decide/answer-not-signed");
  expect(await refused({ ...answer, questionId: "qst-unknown" })).toBe("decide/answer-without-question");
  expect(await refused("not json")).toBe("decide/answer-malformed");
  expect(await refused({ ...answer, extra: 1 })).toBe("decide/answer-malformed");
  await host.call("questions.answer", { content: JSON.stringify(answer) });
  expect(await refused(answer)).toBe("decide/answer-known");
});

test("a wrong passphrase opens nothing", async () => {
  const { html } = await ask();
  const sealed: unknown = JSON.parse(/id="sealed">([^<]+)</.exec(html)?.[1] ?? "");
  await expect(page.openQuestion(sealed, "seven green bottle", webcrypto.subtle)).rejects.toBeDefined();
});
