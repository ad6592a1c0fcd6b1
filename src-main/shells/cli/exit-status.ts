/** What the command line answers to whoever called it. */
export const exitStatus = {
  allClear: 0,
  needsReview: 1,
  usage: 2,
  unreadableInput: 3,
  internalError: 4,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** A wrong use of the command line: the sentence says what is wrong with the arguments. */
export class UsageError extends Error {}

/** The arguments were fine, but what they name refuses: a wrong passphrase, a workspace that is open elsewhere. */
export class RefusedError extends Error {}
