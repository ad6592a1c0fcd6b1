import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import type { CheckBatchInput } from "../../src-main/pipeline/check/index.ts";
import { matchDocuments, noAssignments } from "../../src-main/pipeline/match/index.ts";
import { computeApprovalBasis, defaultPolicy } from "../../src-shared/model/index.ts";
import type {
  Agreement,
  ApprovalBasis,
  CheckedBatch,
  Delivery,
  ImportedFile,
  Invoice,
  Matching,
  Policy,
} from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import { aDelivery, anAgreement, anInvoice, hashText } from "./billing-documents.ts";
import type { AgreementSpec, InvoiceSpec } from "./billing-documents.ts";

/** A small world of documents as a test says it, in JSON or in code. */
export interface CaseSpec {
  readonly asOf?: string;
  readonly agreements?: readonly AgreementSpec[];
  readonly invoices?: readonly InvoiceSpec[];
  readonly deliveries?: readonly Parameters<typeof aDelivery>[0][];
  readonly documents?: CheckBatchInput["documents"];
  readonly files?: readonly Partial<ImportedFile>[];
  readonly policy?: Partial<Policy>;
  readonly verdicts?: CheckBatchInput["verdicts"];
  /** Approvals by the number of the invoice: of what the case holds, but for the parts that have changed since. */
  readonly approvals?: readonly {
    readonly number: string;
    readonly changed?: readonly (keyof ApprovalBasis)[];
    /** Kept before bases were. */
    readonly isOld?: boolean;
  }[];
}

export interface BuiltCase {
  readonly agreements: readonly Agreement[];
  readonly invoices: readonly Invoice[];
  readonly deliveries: readonly Delivery[];
  readonly matching: Matching;
  readonly input: CheckBatchInput;
}

/** Builds and matches the documents of a case. */
export function buildCase(spec: CaseSpec): BuiltCase {
  const agreements = (spec.agreements ?? []).map((agreement) => anAgreement(agreement));
  const invoices = (spec.invoices ?? []).map((invoice) => anInvoice(invoice));
  const deliveries = (spec.deliveries ?? []).map((delivery, position) => aDelivery(delivery, position));
  const policy = { ...defaultPolicy, ...spec.policy };
  const matching = matchDocuments({ agreements, invoices, deliveries, policy, assignments: noAssignments });
  const input: CheckBatchInput = {
    invoices,
    agreements,
    deliveries,
    matching,
    documents: spec.documents ?? [],
    files: (spec.files ?? []).map(
      (file) =>
        ({
          name: "",
          path: "",
          sha256: "",
          sizeBytes: 0,
          mediaType: "",
          copyOf: null,
          ...file,
        }) as ImportedFile,
    ),
    policy,
    asOf: localDate(spec.asOf ?? "2026-11-21"),
    verdicts: spec.verdicts ?? [],
    approvals: approvalsOf(spec, invoices, agreements),
    hash: hashText,
  };
  return { agreements, invoices, deliveries, matching, input };
}

function approvalsOf(
  { approvals = [], files = [] }: CaseSpec,
  invoices: readonly Invoice[],
  agreements: readonly Agreement[],
): CheckBatchInput["approvals"] {
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256 ?? ""]));
  return new Map(
    approvals.flatMap(({ number, changed = [], isOld = false }) => {
      const invoice = invoices.find((one) => one.number?.value === number);
      if (invoice === undefined) return [];
      const now = computeApprovalBasis(invoice, agreements, (id) => hashes.get(id) ?? "", hashText);
      const basis = { ...now, ...Object.fromEntries(changed.map((part) => [part, "of-something-else"])) };
      const record = { basis: isOld ? null : basis, by: "Mara Lind", at: "2026-11-10T09:00:00Z" };
      return [[invoice.id, [record]] as const];
    }),
  );
}

/** Checks the documents of a case. */
export function checkCase(spec: CaseSpec): CheckedBatch {
  return checkInvoices(buildCase(spec).input);
}
