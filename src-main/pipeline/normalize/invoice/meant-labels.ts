import type { LabelField } from "../labels/index.ts";
import type { Layout } from "./layout.ts";
import type { Site } from "./pairing.ts";
import { bareNumber, isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/**
 * Whether a label means a field where it stands: a bare "Number" the paper's own, "Account number" the bank's beside a
 * sort code and the customer's elsewhere.
 */
export function isMeant(field: LabelField, { label }: Site, layout: Layout, labels: LabelIndex): boolean {
  // A bare "Number" means the document's own only near its title: not in a footer or in what is said of a party.
  if (field === "invoice-number" && bareNumber.test(label.phrase))
    return (
      (label.isPlain || label.segment.tokens.length === label.end + 1) &&
      label.start === 0 &&
      label.segment.page === 1 &&
      label.segment.top < 0.5 &&
      !isUnderParty(label, layout, labels)
    );
  if (field !== "account" && field !== "customer-number") return true;
  if (weightOf(label, "account") === 0 || weightOf(label, "customer-number") === 0) return true;
  const { row } = label.segment;
  const isBank = layout.rows
    .slice(Math.max(0, row - 2), row + 3)
    .some((near) =>
      near.segments.some((segment) =>
        (labels.get(segment) ?? []).some(
          (other) =>
            other !== label &&
            (weightOf(other, "bank") > 0 || weightOf(other, "bic") > 0 || weightOf(other, "account") >= 1),
        ),
      ),
    );
  return (field === "account") === isBank;
}

/** Whether the lines right above a label, at its own left edge, are headed by a party: "Verkäufer" over "Nummer:". */
function isUnderParty(label: PrintedLabel, layout: Layout, labels: LabelIndex): boolean {
  let below = label.segment;
  for (let index = label.segment.row - 1; index >= 0; index -= 1) {
    const row = layout.rows[index];
    if (row === undefined || row.page !== below.page || below.top - row.bottom > 1.6 * below.size)
      return false;
    const above = row.segments.find((segment) => Math.abs(segment.left - label.segment.left) < below.size);
    if (above === undefined) continue;
    const [first] = labels.get(above) ?? [];
    if (first !== undefined && isLeading(first) && first.isPlain) {
      if (weightOf(first, "invoice-number") > 0 || weightOf(first, "credit-note-number") > 0) return false;
      if (partyHeadings.some((field) => weightOf(first, field) >= 0.5)) return true;
    }
    below = above;
  }
  return false;
}

const partyHeadings: readonly LabelField[] = ["seller", "buyer", "ship-to", "bank", "contact"];
