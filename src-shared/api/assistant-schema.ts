import { z } from "zod";
import { answerForms, defaultAssistantSettings, modelTasks, taskLevels } from "../assistant/task.ts";
import type { AssistantSettings } from "../assistant/task.ts";
import { isDecimalText } from "../money/index.ts";

const decimalText = z.string().refine(isDecimalText, "not a decimal number");
const count = z.number().int().nonnegative();
const facts = z.record(z.string(), z.union([z.string(), z.number()]));

const probe = z.strictObject({
  baseUrl: z.string().max(400),
  model: z.string().max(200),
  at: z.string().max(40),
  declared: z.strictObject({
    models: z.array(z.string().max(200)).max(500),
    contextTokens: count.nullable(),
  }),
  verified: z.strictObject({
    form: z.enum(answerForms).nullable(),
    contextTokens: count.nullable(),
    isTruncatedAt: count.nullable(),
    millisecondsToAnswer: count.nullable(),
    tokensPerSecond: z.number().nonnegative().nullable(),
    answeredAs: z.string().max(200).nullable(),
  }),
  notes: z.array(z.strictObject({ code: z.string().max(80), facts: facts.optional() })).max(20),
});

/** How the assistant is set up, as a window may send it. The probe is never taken from outside. */
export const assistantSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  baseUrl: z.string().max(400),
  model: z.string().max(200),
  consentedHost: z.string().max(260).nullable(),
  levels: z.strictObject(
    Object.fromEntries(modelTasks.map((task) => [task, z.enum(taskLevels)])) as Record<
      (typeof modelTasks)[number],
      z.ZodEnum<{ off: "off"; shadow: "shadow"; draft: "draft" }>
    >,
  ),
  budget: z.strictObject({ callsPerDay: count.max(1_000_000), tokensPerDay: count.max(1_000_000_000) }),
  price: z
    .strictObject({ input: decimalText, output: decimalText, currency: z.string().regex(/^[A-Z]{3}$/) })
    .nullable(),
  timeoutSeconds: z.number().int().min(1).max(900),
});

const keptSettings = assistantSettingsSchema.extend({ probe: probe.nullable() });

/** Settings as they were kept; whatever does not fit any more leaves the assistant off. */
export function readKeptAssistantSettings(value: unknown): AssistantSettings {
  const parsed = keptSettings.safeParse(value);
  return parsed.success ? (parsed.data as AssistantSettings) : defaultAssistantSettings;
}
