export type * from "./label-field.ts";
export { atomsOf, createLabelMatcher, matchColumnLabels, matchFieldLabels } from "./matcher.ts";
export type { LabelHit, Meaning } from "./matcher.ts";
export { matchWornColumn, matchWornField } from "./worn-labels.ts";
