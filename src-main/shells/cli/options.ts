import { readFile } from "node:fs/promises";
import { parsePolicy, parseTableMappings } from "../../../src-shared/api/index.ts";
import type { Policy, TableMapping } from "../../../src-shared/model/index.ts";
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

/** A file of JSON; `policy/unreadable` or `mapping/unreadable` when it is none. */
async function loadJson(file: string, code: "policy/unreadable" | "mapping/unreadable"): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as unknown;
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? "it is not JSON" : String((error as NodeJS.ErrnoException).code);
    throw new UsageError(sentenceFor({ code, facts: { file, reason } }));
  }
}

/** The policy of a file, or `null` without one. */
export async function loadPolicy(file: string | undefined): Promise<Policy | null> {
  if (file === undefined) return null;
  const parsed = parsePolicy(await loadJson(file, "policy/unreadable"));
  if (!parsed.ok) throw new UsageError(`${file}: ${sentenceFor(parsed.error)}`);
  return parsed.value;
}

/** The table mappings of a file; none without one. */
export async function loadMappings(file: string | undefined): Promise<readonly TableMapping[]> {
  if (file === undefined) return [];
  const parsed = parseTableMappings(await loadJson(file, "mapping/unreadable"));
  if (!parsed.ok) throw new UsageError(`${file}: ${sentenceFor(parsed.error)}`);
  return parsed.value;
}
