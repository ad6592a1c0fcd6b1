export * from "./host.ts";
export * from "./placeholders.ts";
export * from "./plain-text.ts";
export * from "./promises.ts";
export type * from "./proposal.ts";
export * from "./task.ts";
