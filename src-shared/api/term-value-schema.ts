import { z } from "zod";
import type { Problem, TermType, TermValueByType } from "../model/index.ts";
import { isDecimalText } from "../money/index.ts";
import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";

const decimalPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const decimal = z
  .string()
  .max(64)
  .regex(decimalPattern)
  .refine((text) => isDecimalText(text), "not a decimal such as 12.50");
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().max(10_000);
const unit = z.string().min(1).max(200);
const cadence = z.enum(["once", "week", "month", "quarter", "half-year", "year"]);
const timing = z.enum(["advance", "arrears"]);
const count = z.int().min(0).max(100_000);

/** The value of every type of term; the shapes of the report. */
export const termValueSchemas = {
  rate: z.strictObject({
    item: text,
    role: text.optional(),
    unit,
    price: decimal,
    priceBase: decimal.optional(),
    minimumQuantity: decimal.optional(),
    increment: decimal.optional(),
    ceiling: z.boolean().optional(),
    per: cadence.optional(),
  }),
  "fixed-fee": z.strictObject({ item: text, amount: decimal, per: cadence, timing: timing.nullable() }),
  tiers: z.strictObject({
    item: text,
    unit,
    method: z.enum(["graduated", "volume", "package"]).nullable(),
    tiers: z.array(
      z.strictObject({
        upTo: decimal.nullable(),
        price: decimal,
        flat: decimal.optional(),
      }),
    ),
    packageSize: decimal.optional(),
    per: cadence.nullable(),
  }),
  included: z.strictObject({
    item: text,
    quantity: decimal,
    unit,
    per: cadence.nullable(),
    rollover: z.strictObject({ periods: count }).optional(),
  }),
  overage: z.strictObject({ item: text, unit, price: decimal }),
  minimum: z.strictObject({
    amount: decimal.optional(),
    quantity: decimal.optional(),
    unit: unit.optional(),
    per: cadence.nullable(),
    scope: text,
    trueUp: z.enum(["period", "year"]).optional(),
  }),
  cap: z.strictObject({
    amount: decimal.optional(),
    quantity: decimal.optional(),
    unit: unit.optional(),
    scope: z.enum(["agreement", "year", "month", "phase", "item", "job"]),
    item: text.optional(),
    includesTax: z.boolean().optional(),
    includesExpenses: z.boolean().optional(),
    increasesBy: decimal.optional(),
  }),
  discount: z.strictObject({
    percent: decimal.optional(),
    amount: decimal.optional(),
    scope: text,
    condition: text.optional(),
    threshold: decimal.optional(),
    thresholdInclusive: z.boolean().optional(),
    thresholdOf: text.optional(),
    cap: decimal.optional(),
    order: count.optional(),
  }),
  escalator: z.strictObject({
    percent: decimal.optional(),
    index: text.optional(),
    every: z.literal("year"),
    first: date.nullable(),
    compound: z.boolean().nullable(),
    floor: decimal.optional(),
    cap: decimal.optional(),
    notice: text.optional(),
  }),
  milestone: z.strictObject({
    name: text,
    amount: decimal.optional(),
    percent: decimal.optional(),
    acceptance: z.boolean(),
  }),
  deposit: z.strictObject({ amount: decimal.optional(), percent: decimal.optional() }),
  retention: z.strictObject({
    percent: decimal,
    steps: z.array(z.strictObject({ at: decimal, percent: decimal })).optional(),
    releaseOn: text.optional(),
  }),
  expenses: z.strictObject({
    types: z.array(text).optional(),
    markupPercent: decimal.optional(),
    unitCap: decimal.optional(),
    totalCap: decimal.optional(),
    totalCapPer: cadence.exclude(["once"]).optional(),
    receiptAbove: decimal.optional(),
  }),
  "time-rules": z.strictObject({
    maxHoursPerDay: decimal.optional(),
    increment: decimal.optional(),
    overtimeMultiplier: decimal.optional(),
    afterHoursMultiplier: decimal.optional(),
    travelMultiplier: decimal.optional(),
  }),
  proration: z.strictObject({
    basis: z.enum(["actual/actual", "30/360", "actual/365", "actual/30", "whole-month", "none"]),
  }),
  "payment-terms": z.strictObject({
    days: count,
    from: z.enum(["invoice-date", "end-of-month", "receipt"]),
    endOfMonthReading: z.enum(["days-then-end", "end-then-days"]).optional(),
    roll: z.enum(["none", "next-business-day"]).optional(),
    earlyDiscount: z.strictObject({ percent: decimal, days: count }).optional(),
  }),
  "late-fee": z.strictObject({
    percent: decimal.optional(),
    amount: decimal.optional(),
    per: z.enum(["day", "month", "year", "once"]).nullable(),
    after: count.nullable(),
  }),
  tax: z.strictObject({
    category: z.string().max(10).nullable(),
    rate: decimal.nullable(),
    name: text.optional(),
    exempt: z.boolean().optional(),
    certificate: text.optional(),
    scope: text.optional(),
  }),
  billing: z.strictObject({
    frequency: z
      .enum([
        "once",
        "week",
        "two-weeks",
        "four-weeks",
        "month",
        "quarter",
        "half-year",
        "year",
        "milestone",
        "on-completion",
      ])
      .nullable(),
    timing: timing.nullable(),
    cutoff: text.optional(),
    timeZone: text.optional(),
  }),
  required: z.strictObject({ fields: z.array(text), above: decimal.optional() }),
  "purchase-order": z.strictObject({ number: text, amount: decimal.optional() }),
  duration: z.strictObject({
    from: date.nullable(),
    to: date.nullable(),
    autoRenew: z.boolean().optional(),
    renewalMonths: count.optional(),
    noticeDays: count.optional(),
    noticeMonths: count.optional(),
  }),
  roster: z.strictObject({
    people: z.array(z.strictObject({ name: text, role: text.nullable() })),
  }),
  scope: z.strictObject({ included: z.array(text), excluded: z.array(text) }),
  surcharge: z.strictObject({
    percent: decimal.optional(),
    amount: decimal.optional(),
    on: text,
    condition: text.optional(),
  }),
  "service-credit": z.strictObject({
    measure: text,
    threshold: decimal,
    percent: decimal.optional(),
    amount: decimal.optional(),
  }),
  "schedule-of-values": z.strictObject({
    lines: z.array(z.strictObject({ item: text, amount: decimal })),
  }),
  acceptance: z.strictObject({ by: z.array(text).optional(), deemedAfterDays: count.optional() }),
  "charge-age": z.strictObject({ days: count }),
  rounding: z.strictObject({
    mode: z.enum(["half-up", "half-even", "half-down", "up", "down"]),
    level: z.enum(["line", "document"]),
    places: count.optional(),
  }),
  "price-basis": z.strictObject({ includesTax: z.boolean() }),
  "bank-account": z.strictObject({
    iban: text.optional(),
    account: text.optional(),
    holder: text.optional(),
  }),
} satisfies Readonly<Record<TermType, z.ZodType>>;

export const isTermType = (name: string): name is TermType => Object.hasOwn(termValueSchemas, name);

/** The value of a term that a person typed; `decide/invalid-term` says which part does not fit its type. */
export function parseTermValue(
  type: string,
  value: unknown,
): Result<{ readonly type: TermType; readonly value: TermValueByType[TermType] }, Problem> {
  if (!isTermType(type))
    return err({ code: "decide/invalid-term", facts: { type, reason: "there is no such type" } });
  const parsed = termValueSchemas[type].safeParse(value);
  if (parsed.success) return ok({ type, value: parsed.data as unknown as TermValueByType[TermType] });
  const issue = parsed.error.issues[0];
  const reason = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}`;
  return err({ code: "decide/invalid-term", facts: { type, reason } });
}

type SameKeys<Schema extends z.ZodType, Value> = [keyof z.infer<Schema>] extends [keyof Value]
  ? [keyof Value] extends [keyof z.infer<Schema>]
    ? true
    : { readonly missing: Exclude<keyof Value, keyof z.infer<Schema>> }
  : { readonly unknown: Exclude<keyof z.infer<Schema>, keyof Value> };
type Holds<Checked extends Readonly<Record<TermType, true>>> = Checked;

/** Does not compile when a term's value and its schema name different fields. */
export type TermSchemasFollowTheModel = Holds<{
  [T in TermType]: SameKeys<(typeof termValueSchemas)[T], TermValueByType[T]>;
}>;
