import type { Delivery } from "../../../src-shared/model/index.ts";
import { deemedAcceptanceDeadline } from "../../../src-shared/pricing/index.ts";
import { addDays, saturdayAndSunday } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  isSamePerson,
  normalizeReference,
  partyNameOf,
  referenceWords,
} from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { isAbout } from "./stage-names.ts";

/** Those of some records that can be of the agreement of an invoice: they name it, its customer, or nobody. */
export function recordsOfAgreement(
  { invoice, match, batch }: InvoiceContext,
  records: readonly Delivery[],
): readonly Delivery[] {
  const buyer = invoice.buyer === null ? null : partyNameOf(invoice.buyer.name).core;
  const numbers = new Set(
    match.governedBy.flatMap((id) => {
      const number = batch.agreements.get(id)?.number ?? null;
      return number === null ? [] : [normalizeReference(number)];
    }),
  );
  return records.filter(({ customer, reference, project }) => {
    const named = [reference, project].flatMap((text) =>
      text === null ? [] : [normalizeReference(text), ...referenceWords(text)],
    );
    if (named.some((word) => numbers.has(word))) return true;
    return customer === null || buyer === null || partyNameOf(customer).core === buyer;
  });
}

/** The people who may accept, where the agreement names them. */
export const entitledOf = ({ allTermsOf }: LineContext["owner"]): readonly string[] => [
  ...new Set(
    allTermsOf("acceptance").flatMap(({ term }) => (term.value.by ?? []).filter((by) => isPersonName(by))),
  ),
];

const isPersonName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*)+$/u.test(text);

/** Who accepted, as far as the record says. */
export const signerOf = ({ approvedBy, person }: Delivery): string | null => approvedBy ?? person;

/** Whether who accepted may; unknown where nobody is named, and true where the agreement names nobody. */
export function isEntitled(record: Delivery, entitled: readonly string[]): boolean | null {
  if (entitled.length === 0) return true;
  const signer = signerOf(record);
  if (signer === null) return null;
  return entitled.some((name) => isSamePerson(signer.replace(/[,(].*$/u, ""), name));
}

/** The day from which silence counts as acceptance; `null` where that is not agreed or nothing was handed over on record. */
export function deemedFrom(
  context: LineContext,
  name: string,
  fitting: readonly Delivery[],
): { readonly day: LocalDate } | null {
  const [clause] = context.owner
    .allTermsOf("acceptance")
    .filter(({ term }) => term.value.deemedAfterDays !== undefined);
  const days = clause?.term.value.deemedAfterDays;
  if (clause === undefined || days === undefined || whyUnusable(clause) !== null) return null;
  const delivered = context.owner.batch.once("handed-over", ({ input }) =>
    input.deliveries.filter(({ kind }) => kind === "work" || kind === "goods"),
  );
  const handed = [...fitting, ...recordsOfAgreement(context.owner, delivered)].find(
    (record) => record.approved !== false && record.date !== null && isAbout(record, name),
  );
  if (handed === undefined || handed.date === null) return null;
  return { day: addDays(deemedAcceptanceDeadline(handed.date, days, "days", saturdayAndSunday), 1) };
}
