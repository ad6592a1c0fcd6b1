/**
 * How well a model reads clauses, beside the rules alone: it is how an owner chooses one.
 *
 *     npm run eval:llm -- --base-url http://127.0.0.1:11434/v1 --model NAME [--input-price 0.15 --output-price 0.60] [--json]
 *
 * Without a model it measures the rules. A key is taken from COUNTERSIGN_MODEL_KEY. Beyond this machine it needs
 * --consent-host HOST. Its figures hold for these clauses and this run, and for nothing else.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createLanguageModel } from "../../../src-main/adapters/language-model-openai/index.ts";
import { createPromptSource } from "../../../src-main/adapters/prompt-source-disk/index.ts";
import { readAgreements } from "../../../src-main/pipeline/normalize/agreement/index.ts";
import { checkAnswer } from "../../../src-main/services/assistant/check-answer.ts";
import { visibleText } from "../../../src-main/services/assistant/document-words.ts";
import { toRequest } from "../../../src-main/services/assistant/ask-model.ts";
import { costOf } from "../../../src-main/services/assistant/show-assistant.ts";
import { judgeTerms } from "../../../src-main/services/assistant/tasks/propose-terms.ts";
import { answerForms, hostOf, isLoopback } from "../../../src-shared/assistant/index.ts";
import type { Agreement } from "../../../src-shared/model/index.ts";
import { decimal, isDecimalText, isEqual } from "../../../src-shared/money/index.ts";
import { context, readBytes } from "../../builders/read-bytes.ts";
import { labeledClauses } from "./labeled-clauses.ts";
import type { LabeledClause } from "./labeled-clauses.ts";

interface FoundTerm {
  readonly type: string;
  readonly value: object;
}

/** Whether a term says what a label says: its type, and its figure among the figures of its value. */
const says = (found: FoundTerm, { type, figure }: LabeledClause["terms"][number]): boolean =>
  found.type === type &&
  Object.values(found.value).some((part) => {
    const text = typeof part === "number" ? String(part) : part;
    return typeof text === "string" && isDecimalText(text) && isEqual(decimal(text), decimal(figure));
  });

interface Score {
  right: number;
  wrong: number;
  missed: number;
}

function score(clause: LabeledClause, found: readonly FoundTerm[], total: Score): void {
  const left = [...clause.terms];
  for (const term of found) {
    const at = left.findIndex((label) => says(term, label));
    if (at >= 0) {
      left.splice(at, 1);
      total.right += 1;
    } else total.wrong += 1;
  }
  total.missed += left.length;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)} %`;
const describe = ({ right, wrong, missed }: Score): { precision: string; recall: string } => ({
  precision: percent(right, right + wrong),
  recall: percent(right, right + missed),
});

/** The clause as a whole agreement, so that rules and model read the same thing. */
const agreementAround = (text: string): string =>
  `SERVICES AGREEMENT\n\nbetween Alder Works Ltd ("Provider") and Birch Stores Inc. ("Customer"), dated 1 March 2026.\n\n1. Terms\n\n${text}\n`;

const { values } = parseArgs({
  options: {
    "base-url": { type: "string" },
    model: { type: "string" },
    "consent-host": { type: "string" },
    "input-price": { type: "string" },
    "output-price": { type: "string" },
    "timeout-seconds": { type: "string", default: "60" },
    json: { type: "boolean", default: false },
  },
});
const baseUrl = values["base-url"];
if (baseUrl !== undefined && !isLoopback(baseUrl) && values["consent-host"] !== hostOf(baseUrl)) {
  process.stderr.write(
    `${hostOf(baseUrl) ?? baseUrl} is not this machine. Say --consent-host ${hostOf(baseUrl) ?? "HOST"} to send the clauses there.\n`,
  );
  process.exit(2);
}
const prompts = createPromptSource([fileURLToPath(new URL("../../../resources/prompts", import.meta.url))]);
const prompt = await prompts.load("propose-terms");
if (!prompt.ok) throw new Error(prompt.error.code);

const model = createLanguageModel(() => performance.now());
const rules: Score = { right: 0, wrong: 0, missed: 0 };
const asked: Score = { right: 0, wrong: 0, missed: 0 };
const citations = { verified: 0, dropped: 0 };
const failures = new Map<string, number>();
const latencies: number[] = [];
const tokens = { prompt: 0, completion: 0 };
let form = 0;
for (const clause of labeledClauses) {
  const document = await readBytes(`${clause.id}.txt`, agreementAround(clause.text));
  const [agreement] = readAgreements(document, "agreement", context).agreements;
  score(
    clause,
    (agreement?.terms ?? []).filter(({ type }) => type !== "duration"),
    rules,
  );
  if (baseUrl === undefined || values.model === undefined) continue;
  const words = visibleText(document);
  const blank = {
    ...agreement,
    id: agreement?.id ?? `agr-${clause.id}`,
    terms: [],
    residue: [],
  } as unknown as Agreement;
  const content = `<<<${clause.id}>>>\n${clause.text}\n<<<${clause.id}>>>\n\nName the billing terms of this passage.`;
  const endpoint = {
    baseUrl,
    model: values.model,
    key: process.env["COUNTERSIGN_MODEL_KEY"] ?? null,
    timeoutMs: Number(values["timeout-seconds"]) * 1000,
  };
  const ask = () =>
    model.ask(
      endpoint,
      toRequest(prompt.value, content, answerForms[form] ?? "plain", "propose-terms", 1_500),
      new AbortController().signal,
    );
  let answer = await ask();
  while (!answer.ok && answer.error.code === "model/request-refused" && form < answerForms.length - 1) {
    form += 1;
    answer = await ask();
  }
  const checked = answer.ok ? checkAnswer(answer.value.text, prompt.value.schema) : answer;
  if (answer.ok) {
    latencies.push(answer.value.milliseconds);
    tokens.prompt += answer.value.promptTokens ?? 0;
    tokens.completion += answer.value.completionTokens ?? 0;
  }
  if (!checked.ok) {
    failures.set(checked.error.code, (failures.get(checked.error.code) ?? 0) + 1);
    score(clause, [], asked);
    continue;
  }
  let count = 0;
  const outcome = judgeTerms(
    checked.value,
    blank,
    { documentId: document.documentId, words },
    () => `prp-${(count += 1)}`,
  );
  citations.verified += outcome.citations.verified;
  citations.dropped += outcome.citations.dropped;
  score(
    clause,
    outcome.proposals.flatMap(({ content: each }) =>
      each.type === "term" ? [{ type: each.termType, value: each.value }] : [],
    ),
    asked,
  );
}
latencies.sort((left, right) => left - right);
const price =
  values["input-price"] === undefined || values["output-price"] === undefined
    ? null
    : { input: values["input-price"], output: values["output-price"], currency: "USD" };
const result = {
  clauses: labeledClauses.length,
  rules: { ...rules, ...describe(rules) },
  model:
    values.model === undefined || baseUrl === undefined
      ? null
      : {
          name: values.model,
          host: hostOf(baseUrl),
          form: answerForms[form],
          ...asked,
          ...describe(asked),
          verifiedCitations: percent(citations.verified, citations.verified + citations.dropped),
          medianMilliseconds: latencies[Math.floor(latencies.length / 2)] ?? null,
          slowestMilliseconds: latencies.at(-1) ?? null,
          tokens,
          cost: costOf({ promptTokens: tokens.prompt, completionTokens: tokens.completion }, price),
          failures: Object.fromEntries(failures),
        },
};
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
else {
  const line = (name: string, each: Score & { precision: string; recall: string }): string =>
    `${name.padEnd(24)} precision ${each.precision.padStart(8)}   recall ${each.recall.padStart(8)}   (${each.right} right, ${each.wrong} wrong, ${each.missed} missed)\n`;
  process.stdout.write(`${result.clauses} labeled clauses\n${line("rules alone", result.rules)}`);
  if (result.model === null) process.stdout.write("No model was asked: give --base-url and --model.\n");
  else
    process.stdout.write(
      `${line(`${result.model.name} (${result.model.form ?? ""})`, result.model)}${"".padEnd(24)} verified citations ${result.model.verifiedCitations}, median ${result.model.medianMilliseconds ?? "–"} ms, slowest ${result.model.slowestMilliseconds ?? "–"} ms, ${tokens.prompt} + ${tokens.completion} tokens, cost ${result.model.cost ?? "unknown"}\n${[...failures].map(([code, count]) => `${"".padEnd(24)} ${count} × ${code}\n`).join("")}`,
    );
}
