import type { DocumentRow } from "../../src-shared/api/contract.ts";
import type { Agreement, Policy, QueueRow } from "../../src-shared/model/index.ts";
import { nameOfAgreement } from "../locale/agreement-name.ts";
import type { Screen } from "./window-view.ts";

export type ReadinessId = "documents" | "agreements" | "terms" | "records" | "dates" | "company" | "accounts";

/** One thing that checks lean on, and how much of it is there. */
export interface ReadinessItem {
  readonly id: ReadinessId;
  readonly isReady: boolean;
  /** How many are in order, of how many. */
  readonly ready: number;
  readonly total: number;
  /** What is missing, by name; the first few. */
  readonly missing: readonly string[];
  readonly screen: Screen;
}

export interface Readiness {
  readonly items: readonly ReadinessItem[];
  /** Invoices of which every check could be determined. */
  readonly determined: number;
  readonly invoices: number;
}

const mostNamed = 6;

/** What is missing before the checks can be trusted, from what the workspace holds. */
export function computeReadiness(
  documents: readonly DocumentRow[],
  agreements: readonly Agreement[],
  rows: readonly QueueRow[],
  policy: Policy | null,
): Readiness {
  const unreadable = documents.filter(({ status }) => status === "unreadable");
  const withoutAgreement = rows.filter(({ agreement }) => agreement === null);
  const proposed = agreements.filter(({ terms }) => terms.some(({ status }) => status === "proposed"));
  const unproven = rows.filter(({ checks }) => checks.includes("evidence.insufficient"));
  const undated = rows.filter(({ urgency }) => urgency === "undated");
  const customers = [...new Set(withoutAgreement.map(({ customer, number }) => customer ?? number ?? ""))];
  const item = (
    id: ReadinessId,
    total: number,
    missing: readonly string[],
    missingCount: number,
    screen: Screen,
  ): ReadinessItem => ({
    id,
    total,
    ready: total - missingCount,
    isReady: missingCount === 0 && total > 0,
    missing: missing.filter((name) => name !== "").slice(0, mostNamed),
    screen,
  });
  const nameOf = ({ number, invoiceId }: QueueRow): string => number ?? invoiceId;
  return {
    items: [
      item(
        "documents",
        documents.length,
        unreadable.map(({ name }) => name),
        unreadable.length,
        "documents",
      ),
      item("agreements", rows.length, customers, withoutAgreement.length, "documents"),
      item("terms", agreements.length, proposed.map(nameOfAgreement), proposed.length, "agreements"),
      item("records", rows.length, unproven.map(nameOf), unproven.length, "documents"),
      item("dates", rows.length, undated.map(nameOf), undated.length, "queue"),
      item("company", 1, [], (policy?.ownCompany.names.length ?? 0) > 0 ? 0 : 1, "settings"),
      item("accounts", 1, [], (policy?.approvedBankAccounts.length ?? 0) > 0 ? 0 : 1, "settings"),
    ],
    determined: rows.filter(({ undetermined }) => undetermined === 0).length,
    invoices: rows.length,
  };
}
