import { z } from "zod";
import type { NormalizedDocument, ReadDocument } from "../../../src-shared/model/index.ts";
import type { Reading } from "../../ports/document-reader.ts";
import { agreement } from "./agreement.ts";
import { delivery } from "./delivery.ts";
import { invoice } from "./invoice.ts";
import { statement } from "./statement.ts";
import { count, evidence, maybeText, problem, proof, share, text, type ShapeOf } from "./values.ts";

const normalized = z.object({
  documentId: text,
  kind: text,
  kindConfidence: share,
  kindEvidence: proof,
  agreements: z.array(agreement),
  deliveries: z.array(delivery),
  invoices: z.array(invoice),
  statements: z.array(statement),
  instructions: z.array(evidence),
  unplacedText: maybeText.optional(),
  problems: z.array(problem),
} satisfies ShapeOf<NormalizedDocument>);

/** Words and places are looked at by nobody but a window, which draws them; here only their frame is held. */
const document = z.object({
  documentId: text,
  reader: text,
  status: text,
  problem: problem.nullable(),
  pages: z.array(
    z.looseObject({ number: count, aspect: z.number(), words: z.array(z.looseObject({ text })) }),
  ),
  blocks: z.array(z.looseObject({ type: z.enum(["paragraph", "table"]) })),
  sheets: z.array(z.looseObject({ name: text, rows: z.array(z.array(z.looseObject({ text }))) })),
  root: z.looseObject({ name: text, path: text }).nullable(),
  members: z.array(z.unknown()),
  text: maybeText,
  properties: z.record(z.string(), z.string()),
} satisfies ShapeOf<ReadDocument>);

/**
 * The JSON of a reading process's answer. A process that read hostile bytes is not trusted: whatever does not have the
 * form of the model never reaches a check.
 */
export const readingSchema = z.object({
  reader: maybeText,
  status: z.enum(["read", "partly-read", "unreadable"]),
  problem: problem.nullable(),
  pages: count.nullable(),
  normalized: normalized.nullable(),
  document: document.nullable(),
} satisfies ShapeOf<Omit<Reading, "members" | "packed">>);
