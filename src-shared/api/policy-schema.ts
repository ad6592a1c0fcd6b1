import { z } from "zod";
import { checkIds, defaultPolicy, mappedKinds, tableFields } from "../model/index.ts";
import type { Policy, Problem, TableMapping } from "../model/index.ts";
import { isDecimalText } from "../money/index.ts";
import { parseLocalDate } from "../time/index.ts";
import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";

const amount = z
  .string()
  .max(64)
  .refine((text) => isDecimalText(text) && !text.startsWith("-"), "not a decimal such as 12.50");
const date = z.string().refine((text) => parseLocalDate(text).ok, "not a date such as 2026-11-30");
const name = z.string().min(1).max(400);
const names = z.array(name).max(10_000);

const tolerance = z.strictObject({
  percent: amount.optional(),
  floor: amount.optional(),
  cap: amount.optional(),
});

/** How the tables of one source are read. */
export const tableMappingSchema = z.strictObject({
  id: name,
  title: name,
  kind: z.enum(mappedKinds),
  signature: names.min(1).max(400),
  columns: z.record(name, z.enum(tableFields)),
  decimalMark: z.enum([".", ","]).nullable().default(null),
  dateOrder: z.enum(["day-first", "month-first"]).nullable().default(null),
});

/** What an owner may set, with the published default of every field. */
export const policySchema = z.strictObject({
  tolerances: z
    .array(
      z.strictObject({
        check: z.enum(checkIds),
        scope: z
          .strictObject({ line: name.optional(), agreement: name.optional(), customer: name.optional() })
          .default({}),
        over: tolerance.optional(),
        under: tolerance.optional(),
      }),
    )
    .max(10_000)
    .default([]),
  variancePercent: amount.default("10"),
  ownCompany: z
    .strictObject({
      names: names.default([]),
      taxIds: names.default([]),
      bankAccounts: names.default([]),
    })
    .default({ names: [], taxIds: [], bankAccounts: [] }),
  requiredFields: names.default([...defaultPolicy.requiredFields]),
  customers: z
    .array(
      z.strictObject({
        name,
        aliases: names.default([]),
        orderPattern: z
          .string()
          .max(400)
          .refine(isPattern, "not a regular expression")
          .nullable()
          .default(null),
        requiredFields: names.default([]),
        itemAliases: z.record(z.string().max(400), name).default({}),
      }),
    )
    .max(10_000)
    .default([]),
  approvedBankAccounts: names.default([]),
  invoiceNumbers: name
    .refine(
      (text) => /^[^{}]*(\{year\}[^{}]*)?\{0+\}[^{}]*$/.test(text),
      "not a form such as INV-{year}-{0000}",
    )
    .nullable()
    .default(null),
  fiscalYearStart: z.int().min(1).max(12).default(1),
  holidays: z.array(date).max(10_000).default([]),
  fourEyesAbove: amount.nullable().default(null),
  fourEyesForBankChanges: z.boolean().default(defaultPolicy.fourEyesForBankChanges),
  roles: names.min(1).default([...defaultPolicy.roles]),
  owners: z
    .array(
      z.strictObject({
        customer: name.nullable().default(null),
        check: name.nullable().default(null),
        role: name,
      }),
    )
    .max(10_000)
    .default([...defaultPolicy.owners]),
  tableMappings: z.array(tableMappingSchema).max(1_000).default([]),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`, "u").source.length > 0;
  } catch {
    return false;
  }
}

/** A policy from a file or a call, completed with defaults; `policy/invalid` names the first field that does not fit. */
export function parsePolicy(value: unknown): Result<Policy, Problem> {
  const parsed = policySchema.safeParse(value ?? {});
  if (parsed.success) return ok(parsed.data as unknown as Policy);
  const issue = parsed.error.issues[0];
  return err({
    code: "policy/invalid",
    facts: { path: issue?.path.join(".") || "policy", reason: issue?.message ?? "invalid" },
  });
}

/** One mapping of a table, or several, from a file; `mapping/invalid` names the first part that does not fit. */
export function parseTableMappings(value: unknown): Result<readonly TableMapping[], Problem> {
  const parsed = z.array(tableMappingSchema).safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({
    code: "mapping/invalid",
    facts: { path: issue?.path.join(".") || "mapping", reason: issue?.message ?? "invalid" },
  });
}
