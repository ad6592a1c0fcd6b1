/** What a language model may be asked for, each behind its own switch. Published names are never reused. */
export const modelTasks = [
  "propose-terms",
  "second-reading",
  "classify-case",
  "explain-finding",
  "summarize-delivery",
  "draft-question",
  "draft-reply",
  "draft-handoff-note",
  "draft-reminder",
  "order-of-work",
  "weekly-status",
] as const;

export type ModelTask = (typeof modelTasks)[number];

/**
 * How far a task may go. `shadow` asks and records, and shows nobody; `draft` shows a proposal to a person.
 *
 * There is no `automatic`: what a model says never acts by itself.
 */
export const taskLevels = ["off", "shadow", "draft"] as const;
export type TaskLevel = (typeof taskLevels)[number];

/** How an answer is asked for, the strictest first. */
export const answerForms = ["json-schema", "json-object", "plain"] as const;
export type AnswerForm = (typeof answerForms)[number];

/** Tokens and calls that a day may cost. Zero means none at all. */
export interface ModelBudget {
  readonly callsPerDay: number;
  readonly tokensPerDay: number;
}

/** Price of a million tokens, as decimal text in a currency of the owner's choice; `null` for a model that costs nothing. */
export interface ModelPrice {
  readonly input: string;
  readonly output: string;
  readonly currency: string;
}

/** What a server says about itself, and what was seen when it was tried. Only the second counts. */
export interface ModelProbe {
  readonly baseUrl: string;
  readonly model: string;
  /** UTC. */
  readonly at: string;
  readonly declared: { readonly models: readonly string[]; readonly contextTokens: number | null };
  readonly verified: {
    readonly form: AnswerForm | null;
    /** Whether words at the start of a long prompt still reached the model. */
    readonly contextTokens: number | null;
    readonly isTruncatedAt: number | null;
    readonly millisecondsToAnswer: number | null;
    readonly tokensPerSecond: number | null;
    /** Name that the server gave for the model that answered. */
    readonly answeredAs: string | null;
  };
  /** What went wrong on the way, as codes of the message catalogue with their facts. */
  readonly notes: readonly {
    readonly code: string;
    readonly facts?: Readonly<Record<string, string | number>>;
  }[];
}

/** How the assistant is set up in one workspace. Everything is off until a person says otherwise. */
export interface AssistantSettings {
  readonly isOn: boolean;
  readonly baseUrl: string;
  readonly model: string;
  /** The host that a person has consented to send documents to; only needed beyond this machine. */
  readonly consentedHost: string | null;
  readonly levels: Readonly<Record<ModelTask, TaskLevel>>;
  readonly budget: ModelBudget;
  readonly price: ModelPrice | null;
  readonly timeoutSeconds: number;
  readonly probe: ModelProbe | null;
}

export const defaultAssistantSettings: AssistantSettings = {
  isOn: false,
  baseUrl: "http://127.0.0.1:11434/v1",
  model: "",
  consentedHost: null,
  levels: Object.fromEntries(modelTasks.map((task) => [task, "off"])) as Record<ModelTask, TaskLevel>,
  budget: { callsPerDay: 200, tokensPerDay: 500_000 },
  price: null,
  timeoutSeconds: 60,
  probe: null,
};
