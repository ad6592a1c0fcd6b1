import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { InvoiceContext } from "./context.ts";

/** The first day on which the agreement of an invoice holds: of its terms on duration, else of its documents. */
export function agreedStartOf({ allTermsOf, match, batch }: InvoiceContext): LocalDate | null {
  const stated = allTermsOf("duration").flatMap(({ term }) => term.value.from ?? []);
  const root = match.agreementId === null ? undefined : batch.agreements.get(match.agreementId);
  const [first = null] = stated.toSorted();
  return first ?? root?.from ?? null;
}
