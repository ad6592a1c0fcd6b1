import type { Wording } from "./words.ts";
import { wordingOf } from "./words.ts";

/** What stands between the name of what a record counts and whatever else is said of it. */
const behindName = " – ";

/** The item of a record from its parts, its name first: "Skip hire – yard 4"; `null` where no part says anything. */
export const joinItem = (parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== "").join(behindName) || null;

/** The name alone where more is said behind it; `null` where it is all of the item, or says nothing. */
export function itemHead(item: string | null): Wording | null {
  const [head, ...rest] = (item ?? "").split(behindName);
  const wording = head === undefined || rest.length === 0 ? null : wordingOf(head);
  return wording !== null && wording.content.length > 0 ? wording : null;
}
