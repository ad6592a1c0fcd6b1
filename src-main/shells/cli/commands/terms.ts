import { parseArgs } from "node:util";
import { defaultPolicy } from "../../../../src-shared/model/index.ts";
import { sentenceFor } from "../../../../src-shared/text/index.ts";
import { readPaths } from "../../../services/check-files.ts";
import { explainAgreements } from "../../../services/explain-terms.ts";
import type { ExplainedAgreement, SpelledExample } from "../../../services/explain-terms.ts";
import { composeTools } from "../../compose.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { loadPolicy, parseDay } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  json: { type: "boolean" },
  "as-of": { type: "string" },
  policy: { type: "string" },
} as const;

/** `terms <path>…`: what the agreements say, term by term with its clause. */
export async function terms(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("terms needs at least one file or folder.");
  const asOf = parseDay("as-of", values["as-of"]);
  const policy = (await loadPolicy(values.policy)) ?? defaultPolicy;
  const tools = composeTools();
  let documents: Awaited<ReturnType<typeof readPaths>>;
  try {
    documents = await readPaths(
      positionals,
      asOf ?? tools.clock.today(),
      policy,
      tools,
      terminal.progress,
      signal,
    );
  } finally {
    await tools.reader.close();
  }
  const agreements = explainAgreements(
    documents.flatMap(({ normalized }) => normalized?.agreements ?? []),
    policy,
  );
  const paths = new Map(documents.map(({ file }) => [file.id, file.path]));
  for (const { problem, file } of documents)
    if (problem !== null) terminal.note(sentenceFor(problem, file.path));
  await terminal.print(
    values.json === true
      ? `${JSON.stringify(agreements, null, 2)}\n`
      : agreements
          .map((agreement) => formatTermSheet(agreement, paths.get(agreement.documentId) ?? ""))
          .join("\n"),
  );
  if (agreements.length === 0) terminal.note("No agreement was found in these files.");
  const isIncomplete = documents.some(({ status }) => status === "unreadable" || status === "partly-read");
  return isIncomplete ? exitStatus.unreadableInput : exitStatus.allClear;
}

const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");

function formatTermSheet(agreement: ExplainedAgreement, path: string): string {
  const title = [agreement.number, agreement.title].filter((part) => part !== null).join(" – ");
  const parties = [
    agreement.seller === null ? null : `seller ${agreement.seller.name}`,
    agreement.buyer === null ? null : `buyer ${agreement.buyer.name}`,
    ...(agreement.areSidesGuessed === true ? ["which of them bills is a guess"] : []),
    ...agreement.parties.map(({ name }) => `party ${name}`),
  ].filter((part) => part !== null);
  const facts = [
    agreement.rank,
    agreement.standing,
    `from ${agreement.from ?? "?"} to ${agreement.to ?? "open"} (exclusive)`,
    agreement.currency ?? "currency not stated",
  ];
  const lines = [
    `${title === "" ? "(untitled)" : title}  [${path}]`,
    `  ${parties.join(", ")}`,
    `  ${facts.join(", ")}`,
    ...agreement.terms.flatMap(formatTerm),
    ...agreement.readiness.flatMap(({ question, wording, assumption }) => [
      `  open: ${question}`,
      ...(wording === null ? [] : [`    could say: “${wording}”`]),
      `    until then: ${assumption === null ? "the checks that need it cannot determine" : `assumed – ${assumption}`}`,
    ]),
    ...(agreement.residue.length > 0 ? [`  ${agreement.residue.length} figures that no term took:`] : []),
    ...agreement.residue.map(({ evidence }) => `    “${evidence.quote}”`),
  ];
  return lines.map((line) => `${printable(line).trimEnd()}\n`).join("");
}

function formatTerm(term: ExplainedAgreement["terms"][number]): readonly string[] {
  const value =
    term.absent === true
      ? "none"
      : Object.entries(term.value)
          .map(([name, part]) => `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`)
          .join(", ");
  const days = term.from === null && term.to === null ? "" : ` (${term.from ?? ""} to ${term.to ?? "open"})`;
  const quote = term.evidence[0]?.quote ?? "";
  return [
    `  ${term.type}: ${value}${days}`,
    `    ${term.status}, ${Math.floor(term.confidence * 100)} % sure, “${quote}”`,
    ...(term.remainder === undefined ? [] : [`    not understood: “${term.remainder}”`]),
    ...(term.questions ?? []).map((question) => `    question: ${question}`),
    ...term.examples.map(formatExample),
  ];
}

function formatExample({ when, gives, formula, rivals }: SpelledExample): string {
  const because = formula === null ? "" : `   (${formula})`;
  const others = rivals.map(({ reading, gives: other }) => `${reading}: ${other}`);
  if (gives === "?") return `    e.g. ${when}: undecided – ${others.join(", or ")}`;
  return `    e.g. ${when}: ${gives}${because}${others.length === 0 ? "" : `; not ${others.join(", ")}`}`;
}
