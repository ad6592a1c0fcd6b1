export type * from "./label-field.ts";
export { atomsOf } from "./match-phrases.ts";
export type { LabelHit, Meaning } from "./match-phrases.ts";
export { createLabelMatcher, matchColumnLabels, matchFieldLabels } from "./matcher.ts";
export { matchWornColumn, matchWornField } from "./worn-labels.ts";
export { isRoleHead } from "./role-heads.ts";
