import { valueOf } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { nextNumber } from "../../pipeline/draft/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

/** The number that the owner's series gives next; `null` where no series is set. */
export function nextNumberOf(workspace: OpenWorkspace, issued: LocalDate): string | null {
  const { invoiceNumbers } = workspace.policy();
  if (invoiceNumbers === null) return null;
  const known = workspace.review().nouns.invoices.flatMap(({ number }) => valueOf(number) ?? []);
  return nextNumber(invoiceNumbers, known, issued);
}
