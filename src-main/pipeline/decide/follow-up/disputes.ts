import {
  disputeReasons,
  type DisputePattern,
  type DisputeReason,
  type DisputeRow,
  type OpenItem,
} from "../../../../src-shared/model/index.ts";
import { daysBetween, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { DisputeRecord } from "../fold-money.ts";

/** Families of checks that find a fault of this kind before the invoice goes out. */
const checksByReason: Readonly<Record<DisputeReason, readonly string[]>> = {
  price: ["rate.over", "tier.wrong", "discount.missing", "rate.escalator"],
  quantity: ["quantity.over", "duplicate.line", "overage.wrong"],
  "not-delivered": ["milestone.not-accepted", "quantity.over", "scope.unapproved"],
  quality: ["milestone.not-accepted"],
  duplicate: ["duplicate.invoice", "duplicate.line", "period.overlap"],
  "missing-order-number": ["fields.required"],
  "wrong-party": ["party.mismatch"],
  tax: ["tax.over", "tax.under", "tax.missing"],
  other: [],
};

const dateOf = (instant: string): LocalDate => {
  const parsed = parseLocalDate(instant.slice(0, 10));
  if (!parsed.ok) throw new Error("Events are dated by the program.");
  return parsed.value;
};

/** The log of disputes, newest first. */
export const listDisputes = (
  disputes: readonly DisputeRecord[],
  items: ReadonlyMap<string, Pick<OpenItem, "number" | "customer">>,
): readonly DisputeRow[] =>
  disputes
    .map((dispute): DisputeRow => {
      const item = items.get(dispute.invoiceId);
      const openedOn = dateOf(dispute.openedAt);
      const closedOn = dispute.closed === null ? null : dateOf(dispute.closed.at);
      return {
        invoiceId: dispute.invoiceId,
        number: item?.number ?? dispute.invoiceId,
        customer: item?.customer ?? "",
        reason: dispute.reason,
        note: dispute.closed?.note ?? dispute.note,
        openedOn,
        closedOn,
        outcome: dispute.closed?.outcome ?? null,
        days: closedOn === null ? null : daysBetween(openedOn, closedOn),
      };
    })
    .toReversed();

const middleOf = (values: readonly number[]): number | null => {
  const ordered = values.toSorted((first, second) => first - second);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? null;
};

/** Reasons by how often they come, each with the checks that should have found it. */
export const findDisputePatterns = (rows: readonly DisputeRow[]): readonly DisputePattern[] =>
  disputeReasons
    .flatMap((reason): DisputePattern[] => {
      const own = rows.filter((row) => row.reason === reason);
      if (own.length === 0) return [];
      return [
        {
          reason,
          count: own.length,
          customers: [...new Set(own.map((row) => row.customer))].toSorted(),
          checks: checksByReason[reason],
          medianDays: middleOf(own.flatMap((row) => row.days ?? [])),
        },
      ];
    })
    .toSorted((first, second) => second.count - first.count);
