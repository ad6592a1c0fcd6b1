import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import { createGround, draftAgreement } from "../../src-main/pipeline/draft/index.ts";
import type { DraftGround, DraftOrder } from "../../src-main/pipeline/draft/index.ts";
import { matchDocuments, noAssignments } from "../../src-main/pipeline/match/index.ts";
import type { AgreementId, Draft, Invoice } from "../../src-shared/model/index.ts";
import { fillReason } from "../../src-shared/text/index.ts";
import { localDate, period } from "../../src-shared/time/index.ts";
import { buildCase } from "./billing-case.ts";
import type { BuiltCase, CaseSpec } from "./billing-case.ts";
import { hashText } from "./billing-documents.ts";

/** What drafts of a case are computed from. */
export const groundOf = ({ agreements, deliveries, invoices, matching, input }: BuiltCase): DraftGround =>
  createGround({
    agreements,
    deliveries,
    invoices,
    matching,
    policy: input.policy,
    asOf: input.asOf,
    hash: hashText,
  });

export interface DraftSpec extends CaseSpec {
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly issued?: string;
  readonly answers?: DraftOrder["answers"];
  readonly language?: DraftOrder["language"];
  /** Place of the agreement's family. */
  readonly family?: number;
}

/** A draft of the first agreement of a case. */
export function draftCase(spec: DraftSpec): { readonly built: BuiltCase; readonly draft: Draft } {
  const built = buildCase(spec);
  const draft = draftAgreement(
    {
      agreementId: built.matching.families[spec.family ?? 0]?.id ?? ("" as AgreementId),
      period: period(localDate(spec.from), localDate(spec.to)),
      issueDate: localDate(spec.issued ?? spec.to),
      answers: { number: "INV-9001", ...spec.answers },
      ...(spec.language !== undefined && { language: spec.language }),
    },
    groundOf(built),
  );
  if (draft === null) throw new Error("There is no agreement");
  return { built, draft };
}

/** What the checks object to in a draft once it stands beside the other invoices. */
export function objectionsTo(built: BuiltCase, draft: Invoice): readonly string[] {
  const { agreements, deliveries, input } = built;
  const invoices = [...built.invoices.filter(({ id }) => id !== draft.id), draft];
  const matching = matchDocuments({
    agreements,
    invoices,
    deliveries,
    policy: input.policy,
    assignments: noAssignments,
  });
  const checked = checkInvoices({ ...input, invoices, matching });
  const one = checked.invoices.find(({ invoiceId }) => invoiceId === draft.id);
  return [
    ...(one?.findings ?? [])
      .filter(({ severity }) => severity !== "info")
      .map(({ check, message }) => `${check}: ${message}`),
    ...(one?.outcomes ?? [])
      .filter(({ outcome }) => outcome === "cannot-determine")
      .map(({ check, because }) => `? ${check}: ${fillReason(because)}`),
    ...(one?.route === "clear" ? [] : [`route ${one?.route ?? "none"}`]),
  ];
}

/** The lines of a draft as a reader sees them: "Hosting | 2 month × 50.00 | 100.00". */
export const shownLines = ({ invoice }: Draft): readonly string[] =>
  invoice.lines.map(({ description, quantity, unit, unitPrice, net }) =>
    [
      description,
      [quantity?.value ?? "", unit?.value ?? "", unitPrice === null ? "" : `× ${unitPrice.value ?? "?"}`]
        .join(" ")
        .trim(),
      net?.value ?? "?",
    ].join(" | "),
  );
