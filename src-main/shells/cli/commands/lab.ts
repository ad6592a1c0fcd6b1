import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkIds } from "../../../../src-shared/model/index.ts";
import type { CheckId, RuleTally, RuleTrial } from "../../../../src-shared/model/index.ts";
import { formatMessage } from "../../../../src-shared/text/index.ts";
import { tryRules } from "../../../services/try-rules.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  policy: { type: "string" },
  without: { type: "string", multiple: true },
  json: { type: "boolean" },
} as const;

/** `lab --workspace DIR`: tries the tolerances of a policy file, or a check less, on the history of a workspace. */
export async function lab(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const without = (values.without ?? []).map(parseCheck);
  const tolerances = values.policy === undefined ? [] : await loadTolerances(values.policy);
  if (without.length === 0 && tolerances.length === 0)
    throw new UsageError("--policy FILE with tolerances, or --without CHECK, says what to try.");
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    const tried = tryRules(program, { tolerances: [...tolerances], without });
    if (!tried.ok) throw refuse(tried.error);
    await terminal.print(
      values.json === true ? `${JSON.stringify(tried.value, null, 2)}\n` : describeTrial(tried.value),
    );
    return exitStatus.allClear;
  });
}

function parseCheck(text: string): CheckId {
  const known = checkIds.find((id) => id === text);
  if (known === undefined) throw new UsageError(`There is no check “${text}”.`);
  return known;
}

async function loadTolerances(path: string): Promise<readonly unknown[]> {
  let policy: unknown;
  try {
    policy = JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new UsageError(`The policy file “${path}” could not be read as JSON.`);
  }
  const { tolerances } = (policy ?? {}) as { readonly tolerances?: unknown };
  if (!Array.isArray(tolerances))
    throw new UsageError(`The policy file “${path}” has no list of tolerances.`);
  return tolerances as readonly unknown[];
}

function describeTrial({ invoices, now, tried, differences }: RuleTrial): string {
  const row = (name: string, { caught, falseAlarms, unjudged, clear, money }: RuleTally): string =>
    formatMessage("lab/row", {
      name,
      caught,
      falseAlarms,
      unjudged,
      clear,
      invoices,
      money:
        Object.entries(money)
          .map(([currency, amount]) => `${amount} ${currency}`)
          .join(", ") || "0",
    });
  const lines = differences.map(({ change, number, check, line, impact, currency, verdict }) =>
    formatMessage(change === "appears" ? "lab/appears" : "lab/vanishes", {
      number: number ?? "?",
      check,
      line: line === null ? "" : ` #${line}`,
      impact: impact === null ? "" : ` ${impact} ${currency ?? ""}`.trimEnd(),
      verdict: formatMessage(`lab/${verdict}`, {}),
    }),
  );
  return `${[row(formatMessage("lab/now", {}), now), row(formatMessage("lab/tried", {}), tried), ...lines].join("\n")}\n`;
}
