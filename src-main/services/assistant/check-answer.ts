import { z } from "zod";
import { withoutUnseen } from "../../../src-shared/assistant/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";

/**
 * The answer of a model as plain data that fits its schema, or `model/answer-unusable`.
 *
 * Thoughts before the answer and a fence around it are taken off; nothing is repaired. A field that the schema does not
 * name refuses the whole answer.
 */
export function checkAnswer(
  text: string,
  schema: Readonly<Record<string, unknown>>,
): Result<unknown, Problem> {
  const unusable = err({ code: "model/answer-unusable" });
  const parsed = parseJson(text);
  if (parsed === undefined) return unusable;
  const checked = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(parsed);
  return checked.success ? ok(checked.data) : unusable;
}

function parseJson(text: string): unknown {
  const bare = text
    .replace(/^[\s\S]*<\/(?:think|thinking|reasoning)>/i, "")
    .trim()
    .replace(/^```(?:json)?\s*\n?([\s\S]*?)\n?```$/i, "$1")
    .trim();
  if (!bare.startsWith("{")) return undefined;
  try {
    return JSON.parse(bare, (key, value: unknown) => {
      if (key === "__proto__") throw new SyntaxError("a name that is not allowed");
      return typeof value === "string" ? withoutUnseen(value) : value;
    });
  } catch {
    return undefined;
  }
}
