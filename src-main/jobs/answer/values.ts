import { z } from "zod";
import type { Evidence, Field, Party, Problem } from "../../../src-shared/model/index.ts";

/** A schema for each field of a noun, none left out: a field that the model gains does not compile until it is here. */
export type ShapeOf<Noun> = { readonly [Name in keyof Required<Noun>]: z.ZodType };

export const text = z.string();
export const maybeText = text.nullable();
export const decimal = z
  .string()
  .max(100)
  .regex(/^-?\d+(?:\.\d+)?$/);
export const maybeDecimal = decimal.nullable();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const maybeDay = day.nullable();
export const share = z.number().min(0).max(1);
export const basis = z.enum(["person", "structured", "two-readings", "rule", "model"]);
export const count = z.int().min(0);

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const locator = z.union([
  z.object({ page: count, box: box.optional(), boxes: z.array(box).optional() }),
  z.object({ sheet: text, cell: text }),
  z.object({ row: count, column: count }),
  z.object({ path: text }),
  z.object({ start: count, end: count }),
]);
export const evidence = z.object({
  documentId: text,
  role: z.enum(["term", "invoice", "delivery", "history"]),
  quote: text,
  at: locator,
} satisfies ShapeOf<Evidence>);
export const proof = z.array(evidence);

export const field = (value: z.ZodType): z.ZodType =>
  z
    .object({
      value: value.nullable(),
      evidence: proof,
      basis,
      confidence: share,
      alternatives: z.array(z.object({ value, confidence: share, evidence: proof })).optional(),
      contradictions: z.array(z.object({ code: text, evidence: proof })).optional(),
    } satisfies ShapeOf<Field<unknown>>)
    .nullable();
export const textField = field(text);
export const amountField = field(decimal);
export const dayField = field(day);

export const problem = z.object({
  code: z.string().min(1),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
} satisfies ShapeOf<Problem>);

export const party = z.object({
  name: text,
  taxId: maybeText,
  registration: maybeText,
  address: z.array(text),
  country: maybeText,
  email: maybeText,
  aliases: z.array(text),
  evidence: proof,
  confidence: share,
} satisfies ShapeOf<Party>);
