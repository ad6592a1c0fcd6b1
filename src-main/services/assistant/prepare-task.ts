import type { ModelTask, Proposal } from "../../../src-shared/assistant/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  AgreementId,
  DocumentId,
  Finding,
  Invoice,
  InvoiceId,
  Problem,
} from "../../../src-shared/model/index.ts";
import { err, exhaustive, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import type { Program } from "../program.ts";
import { listQueue } from "../show-cases.ts";
import type { Question } from "./ask-model.ts";
import { backingOf, factsOfCase, factsOfFinding, openFindingsOf } from "./case-facts.ts";
import { visibleText } from "./document-words.ts";
import type { Outcome, Source } from "./task-outcome.ts";
import { judgeLabels } from "./tasks/classify-case.ts";
import { judgeTerms, openPassages } from "./tasks/propose-terms.ts";
import { judgeChanges, judgeSteps } from "./tasks/quoted-points.ts";
import { criticalFields, judgeReadings } from "./tasks/second-reading.ts";
import { judgeText, listFacts, markPromises } from "./tasks/written-text.ts";
import {
  draftByTemplate,
  explainByTemplate,
  labelByRules,
  noteHandoff,
  orderByRules,
} from "./template-drafts.ts";
import { weekByTemplate } from "./weekly-text.ts";

/** Turns an answer that fits its schema into what is left of it after verification. */
export type Judge = (answer: unknown) => Outcome;

/** What rules and templates say at once, and what is worth asking a model besides. */
export interface PreparedTask {
  readonly templates: readonly Proposal[];
  readonly questions: readonly (readonly [Question, Judge])[];
}

const unknown = (id: string): Result<never, Problem> => err({ code: "model/unknown-subject", facts: { id } });
const only = (template: Proposal | null): readonly Proposal[] => (template === null ? [] : [template]);

/** Prepares a task: nothing is asked yet. */
export async function prepareTask(
  program: Program,
  workspace: OpenWorkspace,
  task: ModelTask,
  subject: string,
  note: string | null,
): Promise<Result<PreparedTask, Problem>> {
  const nextId = (): string => program.tools.ids.next("prp");
  const review = workspace.review();
  switch (task) {
    case "propose-terms": {
      const agreement = review.nouns.agreements.find(({ id }) => id === (subject as AgreementId));
      if (agreement === undefined) return unknown(subject);
      const source = await loadSource(workspace, agreement.documentId);
      if (!source.ok) return source;
      const passages = openPassages(agreement, source.value.words.text);
      return ok({
        templates: [],
        questions: passages.map((passage) => [
          {
            task,
            subject,
            content: passage.text,
            ask: "Name the billing terms of this passage.",
            maxTokens: 1_500,
          },
          (answer) => judgeTerms(answer, agreement, { ...source.value, part: passage }, nextId),
        ]),
      });
    }
    case "order-of-work":
    case "summarize-delivery":
      return prepareReading(workspace, task, subject, note, nextId);
    case "second-reading":
    case "classify-case":
    case "explain-finding":
    case "draft-question":
    case "draft-reply":
    case "draft-reminder": {
      const [invoiceId = "", findingId] = subject.split("#");
      const invoice = review.invoicesById.get(invoiceId as InvoiceId);
      return invoice === undefined
        ? unknown(subject)
        : prepareCase(program, workspace, task, subject, invoice, findingId ?? null, note, nextId);
    }
    case "draft-handoff-note": {
      const batch = workspace.fold().batches.find(({ batchId }) => batchId === subject);
      if (batch === undefined) return unknown(subject);
      const template = noteHandoff(workspace, batch.invoiceIds, batch.totals);
      const facts = Object.fromEntries(
        Object.entries(batch.totals).map(([currency, amount]) => [
          `total${currency}`,
          `${currency} ${amount}`,
        ]),
      );
      return ok({
        templates: [template],
        questions: [writeOf(task, subject, facts, textOf(template), nextId)],
      });
    }
    case "weekly-status": {
      const { template, facts } = weekByTemplate(workspace);
      return ok({
        templates: [template],
        questions: [writeOf(task, subject, facts, textOf(template), nextId)],
      });
    }
    default:
      return exhaustive(task);
  }
}

const textOf = ({ content }: Proposal): string => (content.type === "text" ? content.text : "");

/** A text about facts alone, for people in the house. */
function writeOf(
  task: ModelTask,
  subject: string,
  facts: Readonly<Record<string, string>>,
  words: string,
  nextId: () => string,
): readonly [Question, Judge] {
  return [
    { task, subject, content: `${listFacts(facts)}\n\n${words}`, ask: "Write the text.", maxTokens: 700 },
    (answer) => judgeText(answer, task, facts, { dates: [], granted: [] }, nextId),
  ];
}

async function prepareReading(
  workspace: OpenWorkspace,
  task: "order-of-work" | "summarize-delivery",
  subject: string,
  note: string | null,
  nextId: () => string,
): Promise<Result<PreparedTask, Problem>> {
  const judge = task === "order-of-work" ? judgeSteps : judgeChanges;
  const ask = task === "order-of-work" ? "List the steps and the questions." : "Name what changed.";
  if (note !== null && note.trim() !== "") {
    const source: Source = { documentId: subject, words: { text: note, runs: [] } };
    return ok({
      templates: task === "order-of-work" ? [orderByRules(note)] : [],
      questions: [
        [{ task, subject, content: note, ask, maxTokens: 1_200 }, (answer) => judge(answer, source, nextId)],
      ],
    });
  }
  const invoice = workspace.review().invoicesById.get(subject as InvoiceId);
  const documentIds =
    invoice === undefined ? [subject as DocumentId] : deliveryDocumentsOf(workspace, invoice);
  const sources: Source[] = [];
  for (const documentId of documentIds) {
    const source = await loadSource(workspace, documentId);
    if (source.ok) sources.push(source.value);
    else if (invoice === undefined) return source;
  }
  const words = sources[0]?.words.text ?? "";
  return ok({
    templates:
      task === "order-of-work"
        ? [orderByRules(words)]
        : invoice === undefined
          ? []
          : only(draftByTemplate(workspace, task, invoice)),
    questions: sources.map((source) => [
      { task, subject: source.documentId, content: source.words.text, ask, maxTokens: 1_200 },
      (answer) => judge(answer, source, nextId),
    ]),
  });
}

/** The documents of the records behind an invoice, each once. */
function deliveryDocumentsOf(workspace: OpenWorkspace, invoice: Invoice): readonly DocumentId[] {
  const match = workspace.review().matchById.get(invoice.id);
  const ids = new Set(match?.lines.flatMap((line) => line.deliveries.map(({ deliveryId }) => deliveryId)));
  return [
    ...new Set(
      workspace
        .review()
        .nouns.deliveries.filter(({ id }) => ids.has(id))
        .map(({ documentId }) => documentId),
    ),
  ];
}

async function prepareCase(
  program: Program,
  workspace: OpenWorkspace,
  task: ModelTask,
  subject: string,
  invoice: Invoice,
  findingId: string | null,
  note: string | null,
  nextId: () => string,
): Promise<Result<PreparedTask, Problem>> {
  const facts = factsOfCase(workspace, invoice);
  if (task === "second-reading" || task === "classify-case") {
    const source = await loadSource(workspace, invoice.documentId);
    if (!source.ok) return source;
    const content = source.value.words.text;
    if (task === "second-reading")
      return ok({
        templates: [],
        questions: [
          [
            {
              task,
              subject,
              content,
              ask: `Read these fields: ${criticalFields.join(", ")}.`,
              maxTokens: 900,
            },
            (answer) => judgeReadings(answer, invoice, source.value, workspace.asOf(), nextId),
          ],
        ],
      });
    const queue = listQueue(program);
    const row = queue.ok ? queue.value.rows.find(({ invoiceId }) => invoiceId === invoice.id) : undefined;
    const kind = invoice.kind === "credit-note" ? "credit-note" : "invoice";
    const labels = {
      kind,
      urgency: row?.urgency ?? "undated",
      risk: row?.risk ?? "low",
      owner: row?.owner ?? "",
    };
    return ok({
      templates: [labelByRules(labels)],
      questions: [
        [
          { task, subject, content, ask: "Label this document.", maxTokens: 300 },
          (answer) => judgeLabels(answer, source.value, nextId),
        ],
      ],
    });
  }
  const open = openFindingsOf(workspace, invoice.id);
  const findings = findingId === null ? open : open.filter(({ id }) => id === findingId);
  if (task === "explain-finding") {
    const [finding] = findings;
    if (finding === undefined) return unknown(subject);
    const all = { ...facts, ...factsOfFinding(finding, valueOf(invoice.currency)) };
    return ok({
      templates: [explainByTemplate(finding)],
      questions: [writeOf(task, subject, all, describe(finding), nextId)],
    });
  }
  const content = [
    listFacts(facts),
    ...findings.map(describe),
    ...(note === null || note.trim() === "" ? [] : [`Message:\n${note}`]),
  ].join("\n\n");
  const backing = backingOf(workspace, invoice);
  return ok({
    templates: only(draftByTemplate(workspace, task, invoice)).map((draft) => markPromises(draft, backing)),
    questions: [
      [
        { task, subject, content, ask: "Write the message.", maxTokens: 700 },
        (answer) => judgeText(answer, task, facts, backing, nextId),
      ],
    ],
  });
}

const describe = ({ check, message, evidence }: Finding): string =>
  [`Check: ${check}`, message, ...evidence.map(({ role, quote }) => `${role}: “${quote}”`)].join("\n");

async function loadSource(
  workspace: OpenWorkspace,
  documentId: DocumentId,
): Promise<Result<Source, Problem>> {
  const document = await workspace.vault.readDocument(documentId);
  if (!document.ok) return document;
  if (document.value === null) return unknown(documentId);
  return ok({ documentId, words: visibleText(document.value) });
}
