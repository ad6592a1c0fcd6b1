import { readFile } from "node:fs/promises";
import { parsePolicy } from "../../../src-shared/api/index.ts";
import type { Policy } from "../../../src-shared/model/index.ts";
import { sentenceFor } from "../../../src-shared/text/index.ts";
import { parseLocalDate } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { UsageError } from "./exit-status.ts";

/** A day given on the command line. */
export function parseDay(option: string, text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new UsageError(`--${option} takes a day such as 2026-11-30; “${text}” is none.`);
  return parsed.value;
}

/** The policy of a file, or `null` without one. */
export async function loadPolicy(file: string | undefined): Promise<Policy | null> {
  if (file === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? "it is not JSON" : String((error as NodeJS.ErrnoException).code);
    throw new UsageError(sentenceFor({ code: "policy/unreadable", facts: { file, reason } }));
  }
  const parsed = parsePolicy(value);
  if (!parsed.ok) throw new UsageError(`${file}: ${sentenceFor(parsed.error)}`);
  return parsed.value;
}
