import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labeledClauses } from "./labeled-clauses.ts";
import { completes, fencedWords, startScriptedServer } from "../../fakes/scripted-model-server.ts";
import type { ScriptedServer } from "../../fakes/scripted-model-server.ts";

const script = fileURLToPath(new URL("./run.ts", import.meta.url));
const evaluate = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--json", ...args]);
  return JSON.parse(stdout) as Record<string, unknown>;
};

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

/** A model that reads "USD 185.00 per hour" rightly, invents a quote where a clause holds no term, and is silent else. */
const partly = (words: string): string => {
  const named = (quote: string) => ({
    type: "rate",
    item: "Senior engineers",
    amount: "USD 185.00",
    percent: "",
    days: "",
    unit: "hour",
    period: "",
    quote,
  });
  if (words.includes("185.00"))
    return JSON.stringify({ terms: [named("Senior engineers are charged at USD 185.00 per hour.")] });
  return JSON.stringify({
    terms: words.includes("insurance") ? [named("Insurance costs USD 185.00 per hour.")] : [],
  });
};

test("an evaluation counts what is right, drops what was invented, and stands beside the rules alone", async () => {
  server.script = completes((request) => partly(fencedWords(request)));
  const labels = labeledClauses.reduce((sum, { terms }) => sum + terms.length, 0);
  const result = await evaluate(
    "--base-url",
    server.baseUrl,
    "--model",
    "tiny",
    "--input-price",
    "1",
    "--output-price",
    "2",
  );
  expect(result).toMatchObject({
    clauses: labeledClauses.length,
    model: {
      right: 1,
      wrong: 0,
      missed: labels - 1,
      precision: "100.0 %",
      verifiedCitations: "50.0 %",
      failures: {},
    },
  });
  const { rules, model } = result as { rules: { right: number; missed: number }; model: { cost: string } };
  expect(rules.right + rules.missed).toBe(labels);
  // 24 clauses of 100 + 20 tokens each, at 1 and 2 for a million.
  expect(Number(model.cost)).toBeCloseTo((labeledClauses.length * (100 + 2 * 20)) / 1_000_000, 9);
});
