import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InputOf, OutputOf } from "../../../../../src-shared/api/contract.ts";
import type { ModelTask, Proposal } from "../../../../../src-shared/assistant/index.ts";
import { markPromises } from "../../../../../src-main/services/assistant/tasks/written-text.ts";
import { assistantAt, openAssistedProgram, turnOn } from "../../../../builders/assistant-workspace.ts";
import type { MemoryProgram } from "../../../../fakes/memory-program.ts";
import {
  completes,
  completion,
  fencedWords,
  sendJson,
  startScriptedServer,
} from "../../../../fakes/scripted-model-server.ts";
import type { Script, ScriptedServer } from "../../../../fakes/scripted-model-server.ts";

const clause = "the figure of USD 640.00 shall be owed for the callout";
const term = (change: object = {}): object => ({
  type: "fixed-fee",
  item: "callout",
  amount: "USD 640.00",
  percent: "",
  days: "",
  unit: "",
  period: "",
  quote: clause,
  ...change,
});
const terms = (...list: readonly object[]): string => JSON.stringify({ terms: list });
/** Answers the passage with the clause; every other passage holds nothing. */
const about = (answer: string): Script =>
  completes((request) => (fencedWords(request).includes("640.00") ? answer : terms()));

let server: ScriptedServer;
let memory: MemoryProgram;

beforeEach(async () => {
  server = await startScriptedServer();
  memory = await openAssistedProgram();
});
afterEach(() => server.close());

async function agreementId(): Promise<string> {
  const [agreement] = await memory.call("agreements.list", {});
  return agreement?.id ?? "";
}
async function invoiceId(): Promise<string> {
  const { rows } = await memory.call("review.queue", {});
  return rows[0]?.invoiceId ?? "";
}
async function run(
  script: Script,
  task: ModelTask = "propose-terms",
  note: string | null = null,
): Promise<OutputOf<"assistant.run">> {
  server.script = script;
  const subject = task === "propose-terms" ? await agreementId() : await invoiceId();
  return memory.call("assistant.run", { task, subject, note });
}
async function refusal(script: Script, settings: Parameters<typeof assistantAt>[1] = {}): Promise<string> {
  await turnOn(memory, server.baseUrl, settings);
  server.script = script;
  return memory.refused("assistant.run", { task: "propose-terms", subject: await agreementId(), note: null });
}
const lastExchange = async () => (await memory.call("assistant.exchanges", {}))[0];

describe("an answer that can be used", () => {
  beforeEach(() => turnOn(memory, server.baseUrl));

  test("becomes a proposal with the document's own words and a value parsed from them", async () => {
    const { proposals, citations } = await run(about(terms(term())));
    expect(proposals.map(({ proposal }) => proposal)).toMatchObject([
      {
        task: "propose-terms",
        basis: "model",
        content: {
          type: "term",
          termType: "fixed-fee",
          value: { item: "callout", amount: "640.00", per: "once" },
        },
        citations: [{ quote: "the figure of USD 640.00 shall be owed for the\ncallout" }],
      },
    ]);
    expect(citations).toEqual({ verified: 1, dropped: 0 });
  });

  test.each([
    ["in a fence", `\`\`\`json\n${terms(term())}\n\`\`\``],
    [
      "scenario 3, think tags: after its thoughts",
      `<think>The clause says {"terms": []}?</think>\n${terms(term())}`,
    ],
    ["among white space", `\n\n  ${terms(term())}  \n`],
  ])("is taken %s", async (_, answer) => {
    expect((await run(about(answer))).proposals).toHaveLength(1);
  });

  test("is asked for without tools, one passage at a time, between marks that differ", async () => {
    await run(completes(terms()));
    await run(completes(terms()));
    const bodies = server.seen.map(({ body }) => body);
    expect(
      bodies.every(
        ({ tools, response_format }) => tools === undefined && response_format?.type === "json_schema",
      ),
    ).toBe(true);
    const passages = server.seen.map((request) => fencedWords(request));
    expect(passages.filter((words) => words.includes("640.00") && words.includes("180.00"))).toEqual([]);
    expect(passages.filter((words) => words.includes("640.00"))).toHaveLength(2);
    const marks = bodies.map(({ messages }) => /<<<(.+?)>>>/.exec(messages?.[1]?.content ?? "")?.[1]);
    expect(new Set(marks).size).toBe(marks.length);
  });

  test("tells the server nothing about this machine", async () => {
    await run(completes(terms()));
    const names = Object.keys(server.seen[0]?.headers ?? {});
    expect(names.filter((name) => name.startsWith("x-stainless"))).toEqual([]);
    expect(server.seen[0]?.headers["user-agent"]).toBe("Countersign");
  });

  test("scenario 1, form rejected: asked again in a simpler form where the server refuses the strict one", async () => {
    const { proposals } = await run((request, response) =>
      request.body.response_format === undefined
        ? sendJson(response, completion(terms(term())))
        : sendJson(response, { error: { message: "response_format is not supported" } }, 400),
    );
    expect(proposals).toHaveLength(1);
    expect(await lastExchange()).toMatchObject({ form: "plain", problem: null });
  });

  test("is recorded by its hashes, with its words on demand, and the trail stays whole", async () => {
    await run(about(terms(term())));
    const exchange = await lastExchange();
    expect(exchange).toMatchObject({
      task: "propose-terms",
      model: "tiny",
      promptVersion: 1,
      promptTokens: 100,
      completionTokens: 20,
      sentBytes: 0,
      proposals: 1,
      citations: { verified: 1, dropped: 0 },
    });
    const shown = await memory.call("assistant.exchange", { id: exchange?.id ?? "" });
    expect(shown.answer).toBe(terms(term()));
    const { digest } = memory.program.tools;
    expect(exchange?.answerHash).toBe(digest.ofText(shown.answer ?? ""));
    expect(exchange?.requestHash).toBe(digest.ofText(`${shown.instruction}\n${shown.content}`));
    expect((await memory.call("audit.verify", {})).state).toBe("intact");
  });

  test("in shadow is recorded and not shown", async () => {
    await turnOn(memory, server.baseUrl, { level: "shadow" });
    const result = await run(about(terms(term())));
    expect(result.proposals).toEqual([]);
    expect(result.shadowed).toBe(result.questions);
    const recorded = await memory.call("assistant.exchanges", {});
    expect(recorded.filter(({ level, proposals }) => level === "shadow" && proposals === 1)).toHaveLength(1);
  });
});

describe("what cannot be verified is dropped and counted", () => {
  beforeEach(() => turnOn(memory, server.baseUrl));

  test.each([
    [
      "scenario 12, hallucinated quote: one that is not there",
      { quote: "a fee of USD 6,400.00 is owed for each callout" },
      { "quote-not-found": 1 },
    ],
    ["a quote that cuts a number", { quote: "the figure of USD 640.0" }, { "quote-not-found": 1 }],
    [
      "scenario 13, injected value: one that is not in its quote",
      { amount: "USD 900.00" },
      { "value-not-in-quote": 1 },
    ],
    ["a value that is only part of a number", { amount: "40.00" }, { "value-not-in-quote": 1 }],
    ["an item of another clause", { item: "Senior consultant" }, { "value-not-in-quote": 1 }],
    ["a part without an amount", { amount: "" }, { "value-not-in-quote": 1 }],
    ["an empty quote", { quote: "   " }, { "quote-not-found": 1 }],
  ])("%s", async (_, change, dropped) => {
    const result = await run(about(terms(term(change), term())));
    expect(result.dropped).toEqual(dropped);
    expect(result.proposals).toHaveLength(1);
  });

  test("a text with a figure of its own, and its template stands", async () => {
    const { proposals, dropped } = await run(
      completes(JSON.stringify({ text: "You owe 1800 dollars." })),
      "draft-question",
    );
    expect(dropped).toEqual({ "figure-in-text": 1 });
    expect(proposals.map(({ proposal }) => proposal.basis)).toEqual(["template"]);
  });

  test("a draft that promises what no record backs", async () => {
    const { proposals, dropped } = await run(
      completes(JSON.stringify({ text: "About {number}: we will credit the difference." })),
      "draft-reply",
      "Why so much?",
    );
    expect(dropped).toEqual({ promise: 1 });
    expect(proposals.map(({ proposal }) => proposal.basis)).toEqual(["template"]);
  });

  test("facts are filled in by code", async () => {
    const { proposals } = await run(
      completes(JSON.stringify({ text: "Could you look at {number} for {customer}?" })),
      "draft-question",
    );
    expect(proposals.at(-1)?.proposal.content).toEqual({
      type: "text",
      text: "Could you look at HP-2001 for Calder Mill Inc.?",
    });
  });

  test("a second reading is parsed by the rules and compared with theirs", async () => {
    const readings = [
      { field: "number", value: "HP-2001", quote: "Invoice number: HP-2001" },
      {
        field: "payable",
        value: "USD 1,800.00",
        quote: "Total due                                   USD 1,800.00",
      },
      { field: "issueDate", value: "2026-10-31", quote: "Invoice date: 2026-11-31" },
      { field: "gross", value: "180.00", quote: "Senior consultant        10       180.00    1,800.00" },
    ];
    const { proposals, citations } = await run(completes(JSON.stringify({ readings })), "second-reading");
    expect(
      proposals.map(({ proposal: { content } }) =>
        content.type === "reading" ? [content.field, content.agrees] : null,
      ),
    ).toEqual([
      ["number", true],
      ["payable", true],
      ["gross", false],
    ]);
    expect(citations).toEqual({ verified: 3, dropped: 1 });
  });
});

describe("an answer that cannot be used is refused whole", () => {
  test.each([
    [
      "scenario 2, schema ignored: words instead of it",
      completes("The fee is 640 dollars."),
      "model/answer-unusable",
    ],
    [
      "scenario 18, broken answer: JSON that is cut in the middle",
      completes(terms(term()).slice(0, 60)),
      "model/answer-unusable",
    ],
    ["another schema", completes(JSON.stringify({ answer: [] })), "model/answer-unusable"],
    [
      "scenario 14, injected field: one that was not asked for",
      completes(JSON.stringify({ terms: [], status: "approved" })),
      "model/answer-unusable",
    ],
    ["a field inside a term", completes(terms(term({ approve: true }))), "model/answer-unusable"],
    ["a type that does not exist", completes(terms(term({ type: "approval" }))), "model/answer-unusable"],
    [
      "scenario 16, infinite number",
      completes(terms(term()).replace('"USD 640.00"', "1e999")),
      "model/answer-unusable",
    ],
    [
      "a name that reaches into prototypes",
      completes('{"terms":[],"__proto__":{"isOn":true}}'),
      "model/answer-unusable",
    ],
    [
      "a term of a megabyte",
      completes(terms(term({ item: "x".repeat(1_000_000) }))),
      "model/answer-unusable",
    ],
    [
      "scenario 24, answer without end",
      (_: unknown, response) => sendJson(response, completion("x".repeat(5_000_000))),
      "model/answer-too-large",
    ],
    [
      "scenario 4, truncation: an answer that was cut off",
      completes(terms(term()), { finish: "length" }),
      "model/cut-off",
    ],
    [
      "scenario 5, refusal",
      completes(null, { message: { refusal: "I cannot help with that." } }),
      "model/refused",
    ],
    ["scenario 19, content filter", completes("", { finish: "content_filter" }), "model/refused"],
    [
      "scenario 15, call of a tool",
      completes(null, {
        finish: "tool_calls",
        message: {
          tool_calls: [{ id: "1", type: "function", function: { name: "approve", arguments: "{}" } }],
        },
      }),
      "model/tool-call",
    ],
    ["scenario 20, empty answer: no words", completes("   "), "model/no-answer"],
    ["no choices", (_: unknown, response) => sendJson(response, { choices: [] }), "model/no-answer"],
    ["null", (_: unknown, response) => sendJson(response, "null"), "model/no-answer"],
    [
      "scenario 6, status 429: a limit of requests",
      (_: unknown, response) => sendJson(response, { error: { message: "slow down" } }, 429),
      "model/busy",
    ],
    [
      "scenario 7, status 500: a failure of the server",
      (_: unknown, response) => sendJson(response, { error: { message: "boom" } }, 500),
      "model/server-error",
    ],
    [
      "scenario 22, status 401: a wrong key",
      (_: unknown, response) => sendJson(response, { error: { message: "no" } }, 401),
      "model/key-refused",
    ],
    [
      "scenario 23, status 404: a model that is not there",
      (_: unknown, response) => sendJson(response, { error: { message: "no" } }, 404),
      "model/not-found",
    ],
    [
      "scenario 10, HTML portal: its page instead of an answer",
      (_: unknown, response) =>
        void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>"),
      "model/not-json",
    ],
    [
      "scenario 21, broken envelope: JSON that is none",
      (_: unknown, response) => sendJson(response, "{not json"),
      "model/not-json",
    ],
    [
      "scenario 11, redirect to elsewhere",
      (_: unknown, response) => void response.writeHead(307, { location: "https://example.com/v1" }).end(),
      "model/redirected",
    ],
    [
      "scenario 9, dropped stream",
      (_: unknown, response) =>
        void (
          response.writeHead(200, { "content-type": "application/json", "content-length": "1000" }),
          response.write("{"),
          setTimeout(() => response.destroy(), 5)
        ),
      "model/unreachable",
    ],
  ] satisfies readonly (readonly [string, Script, string])[])("%s", async (_, script, code) => {
    expect(await refusal(script)).toBe(code);
    expect(await lastExchange()).toMatchObject({ problem: code, proposals: 0 });
    const state = await memory.call("assistant.read", {});
    expect(state.settings.isOn).toBe(true);
  });

  test("scenario 8, hang: a server that does not answer, after its time", async () => {
    expect(await refusal(() => undefined, { timeoutSeconds: 1 })).toBe("model/timed-out");
    expect(server.seen.length).toBeLessThanOrEqual(2);
  });

  test("scenario 25, unreachable: a server that is not there", async () => {
    await turnOn(memory, "http://127.0.0.1:9/v1");
    expect(
      await memory.refused("assistant.run", {
        task: "propose-terms",
        subject: await agreementId(),
        note: null,
      }),
    ).toBe("model/unreachable");
  });

  test("a question that was cancelled", async () => {
    await turnOn(memory, server.baseUrl);
    const subject = await agreementId();
    server.script = () => memory.dispatcher.cancel("ask");
    const result = await memory.dispatcher.call(
      "assistant.run",
      { task: "propose-terms", subject, note: null },
      "ask",
    );
    expect(result).toMatchObject({ ok: false, error: { code: "cancelled" } });
  });
});

describe("nothing is asked", () => {
  const subject = async (): Promise<InputOf<"assistant.run">> => ({
    task: "propose-terms",
    subject: await agreementId(),
    note: null,
  });
  afterEach(() => expect(server.seen).toEqual([]));

  test("before a person turns the assistant on", async () => {
    expect(await memory.refused("assistant.run", await subject())).toBe("model/off");
  });

  test("by a task that is off", async () => {
    await turnOn(memory, server.baseUrl, { level: "off" });
    expect(await memory.refused("assistant.run", await subject())).toBe("model/task-off");
  });

  test("beyond the budget", async () => {
    await turnOn(memory, server.baseUrl, { budget: { callsPerDay: 0, tokensPerDay: 10 } });
    expect(await memory.refused("assistant.run", await subject())).toBe("model/budget-spent");
  });

  test("of a host beyond this machine without consent to exactly that host", async () => {
    for (const consentedHost of [null, "other.example.com", "models.example.com.evil.com"])
      expect(
        await memory.refused("assistant.configure", {
          settings: assistantAt("https://models.example.com/v1", { consentedHost }),
          key: null,
        }),
      ).toBe("model/no-consent");
    expect((await memory.call("assistant.read", {})).settings.isOn).toBe(false);
  });

  test("where templates say all, though the assistant is off", async () => {
    for (const task of [
      "draft-question",
      "draft-reply",
      "draft-reminder",
      "classify-case",
      "summarize-delivery",
      "weekly-status",
    ] as const) {
      const { proposals, because } = await memory.call("assistant.run", {
        task,
        subject: await invoiceId(),
        note: null,
      });
      expect(proposals.map(({ proposal }) => proposal.basis)).toEqual(["template"]);
      expect(because).toMatch(/off/);
    }
    const { proposals } = await memory.call("assistant.run", {
      task: "order-of-work",
      subject: "note",
      note: "Please replace the boiler at 12 Quay Street. Call me on +1 555 010 2030.",
    });
    expect(proposals[0]?.proposal.content).toMatchObject({
      steps: ["Please replace the boiler at 12 Quay Street."],
      missing: expect.not.arrayContaining(["Where is the work to be done?"]) as unknown,
    });
  });
});

describe("a promise", () => {
  test("that a draft by template repeats is said beside it, and one that a record backs is not", async () => {
    const { proposals } = await memory.call("assistant.run", {
      task: "draft-reply",
      subject: await invoiceId(),
      note: null,
    });
    const content = proposals[0]?.proposal.content;
    expect(content).toMatchObject({ type: "text" });
    // What the template says of this case promises nothing.
    expect(content).not.toHaveProperty("unbacked");
    const backing = { dates: [], granted: [] };
    const promising = { ...(proposals[0]?.proposal as Proposal) };
    const text = "We will credit the difference. Please look at it.";
    expect(markPromises({ ...promising, content: { type: "text", text } }, backing).content).toEqual({
      type: "text",
      text,
      unbacked: ["We will credit the difference."],
    });
    expect(
      markPromises({ ...promising, content: { type: "text", text } }, { dates: [], granted: ["credit"] }),
    ).toMatchObject({ content: { type: "text", text } });
  });

  test.each([
    ["We will waive the late fee.", 1],
    ["Wir gewähren Ihnen einen Nachlass.", 1],
    ["Nous vous accordons une remise.", 1],
    ["Le ofrecemos un descuento por las molestias.", 1],
    ["Rinunciamos agli interessi di mora.", 1],
    ["U ontvangt een creditnota voor het verschil.", 1],
    ["Oferecemos um desconto nesta fatura.", 1],
    ["Which rate was agreed for this work?", 0],
  ] as const)("in what a person writes is found before it is sent: %s", async (text, count) => {
    expect(await memory.call("drafts.review", { text, invoiceId: await invoiceId() })).toHaveLength(count);
  });
});

describe("trying a server", () => {
  const wordOf = (text: string): string => /The code word is (\S+?)\.(?:\s|$)/.exec(text)?.[1] ?? "";
  const canary = (text: string): string => JSON.stringify({ word: wordOf(text), color: "red" });
  const contentOf = (request: {
    readonly body: { readonly messages?: readonly { readonly content: string }[] };
  }): string => request.body.messages?.[1]?.content ?? "";

  test("tells what was verified apart from what is declared", async () => {
    await turnOn(memory, server.baseUrl);
    server.script = completes((request) => canary(contentOf(request)));
    expect(await memory.call("assistant.probe", {})).toMatchObject({
      declared: { models: ["tiny"], contextTokens: 32_768 },
      verified: { form: "json-schema", contextTokens: 14_000, isTruncatedAt: null, answeredAs: "tiny" },
      notes: [],
    });
  });

  test("scenario 17, silent truncation: sees where long questions are cut without a word", async () => {
    await turnOn(memory, server.baseUrl);
    // Keeps the last 16,000 characters, as a server with a context of 4,096 tokens does.
    server.script = completes((request) =>
      JSON.stringify({ word: wordOf(contentOf(request).slice(-16_000)) || "?", color: "red" }),
    );
    const probe = await memory.call("assistant.probe", {});
    expect(probe.verified).toMatchObject({ contextTokens: 2_000, isTruncatedAt: 6_000 });
    expect(probe.notes.map(({ code }) => code)).toContain("model/truncated");
  });

  test("goes down the ladder past forms that are refused or ignored, and sees a wrong model", async () => {
    await turnOn(memory, server.baseUrl);
    server.script = (request, response) => {
      const form = request.body.response_format?.type;
      if (form === "json_object")
        return sendJson(
          response,
          { error: { message: "'response_format.type' must be 'json_schema' or 'text'" } },
          400,
        );
      sendJson(
        response,
        completion(form === "json_schema" ? "Sure! Red." : canary(contentOf(request)), { model: "other" }),
      );
    };
    const probe = await memory.call("assistant.probe", {});
    expect(probe.verified).toMatchObject({ form: "plain", answeredAs: "other" });
    expect(probe.notes.map(({ code }) => code)).toEqual([
      "model/form-ignored",
      "model/form-refused",
      "model/answered-as",
    ]);
  });

  test("is void for another model", async () => {
    await turnOn(memory, server.baseUrl);
    server.script = completes((request) => canary(contentOf(request)));
    await memory.call("assistant.probe", {});
    const { settings } = await memory.call("assistant.configure", {
      settings: assistantAt(server.baseUrl, { model: "larger" }),
      key: null,
    });
    expect(settings.probe).toBeNull();
  });

  test("makes a document that would be cut too long to be sent", async () => {
    await turnOn(memory, server.baseUrl);
    server.script = completes((request) =>
      JSON.stringify({ word: wordOf(contentOf(request).slice(-4_000)) || "?", color: "red" }),
    );
    await memory.call("assistant.probe", {});
    expect(
      await memory.refused("assistant.run", {
        task: "propose-terms",
        subject: await agreementId(),
        note: null,
      }),
    ).toBe("model/too-long");
  });
});

describe("a person's word on a proposal", () => {
  beforeEach(() => turnOn(memory, server.baseUrl));

  test("takes a term over as a confirmed one with its clause, and undo takes it back", async () => {
    const { proposals } = await run(about(terms(term())));
    const [{ exchangeId, proposal }] = proposals as [(typeof proposals)[number]];
    await memory.call("assistant.judge", {
      exchangeId: exchangeId ?? "",
      proposalId: proposal.id,
      verdict: "accepted",
    });
    const find = async () =>
      (await memory.call("agreements.list", {}))
        .flatMap((agreement) => agreement.terms)
        .find(({ type }) => type === "fixed-fee");
    expect(await find()).toMatchObject({
      status: "confirmed",
      basis: "person",
      value: { amount: "640.00" },
      evidence: [{ role: "term", quote: "the figure of USD 640.00 shall be owed for the\ncallout" }],
    });
    expect(
      await memory.refused("assistant.judge", {
        exchangeId: exchangeId ?? "",
        proposalId: proposal.id,
        verdict: "accepted",
      }),
    ).toBe("model/already-judged");
    await memory.call("history.undo", { group: null });
    expect(await find()).toBeUndefined();
  });

  test("that rejects changes nothing", async () => {
    const before = await memory.call("agreements.list", {});
    const { proposals } = await run(about(terms(term())));
    const [{ exchangeId, proposal }] = proposals as [(typeof proposals)[number]];
    await memory.call("assistant.judge", {
      exchangeId: exchangeId ?? "",
      proposalId: proposal.id,
      verdict: "rejected",
    });
    expect(await memory.call("agreements.list", {})).toEqual(before);
  });

  test("cannot be given on what was never shown", async () => {
    expect(
      await memory.refused("assistant.judge", {
        exchangeId: "exc-none",
        proposalId: "x",
        verdict: "accepted",
      }),
    ).toBe("model/unknown-exchange");
  });
});

test("each of the twenty-five scenarios of servers and answers is a test here", () => {
  const own = readFileSync(import.meta.filename, "utf8");
  const numbers = [...own.matchAll(/"scenario (\d+), /g)].map(([, number]) => Number(number));
  expect(numbers.toSorted((left, right) => left - right)).toEqual(
    Array.from({ length: 25 }, (_, at) => at + 1),
  );
});
