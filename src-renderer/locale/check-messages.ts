import type { CheckId } from "../../src-shared/model/index.ts";
import { checkNames } from "../../src-shared/model/index.ts";

type CheckMessages = { readonly [Id in CheckId as `check.${Id}`]: string };

/** Names of checks as messages of the window. */
export const checkMessagesOf = (names: Readonly<Record<CheckId, string>>): CheckMessages =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [`check.${id}`, name])) as CheckMessages;

/** Names of the checks as headings of findings. */
export const checkMessages = checkMessagesOf(checkNames.en);
