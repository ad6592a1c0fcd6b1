import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { CheckId } from "./check.ts";
import type { TableMapping } from "./table-mapping.ts";

/** Allowed deviation: `min(max(percent × |expected|, floor), cap)`. A blank is 0, never infinite. */
export interface Tolerance {
  readonly percent?: DecimalText;
  /** In the invoice's currency, or in the unit of the quantity. */
  readonly floor?: DecimalText;
  readonly cap?: DecimalText;
}

/** Tolerances of one check in one scope; over and under are set apart. */
export interface ToleranceRule {
  readonly check: CheckId;
  /** The narrowest scope wins: line, then agreement, then customer, then workspace. */
  readonly scope: { readonly line?: string; readonly agreement?: string; readonly customer?: string };
  readonly over?: Tolerance;
  readonly under?: Tolerance;
}

/** The owner's own company, so that a reader knows which party is "us". */
export interface OwnCompany {
  readonly names: readonly string[];
  readonly taxIds: readonly string[];
  readonly bankAccounts: readonly string[];
}

/** What the owner of a workspace sets. Every field has a published default. */
export interface Policy {
  readonly tolerances: readonly ToleranceRule[];
  /** Share of the expected total from which an invoice always goes to a person, in percent. Default 10. */
  readonly variancePercent: DecimalText;
  readonly ownCompany: OwnCompany;
  /** Fields that every invoice needs, besides what an agreement requires. Names of the report's invoice. */
  readonly requiredFields: readonly string[];
  /** Per customer name: pattern of its purchase order numbers, more required fields, approved bank accounts. */
  readonly customers: readonly CustomerProfile[];
  readonly approvedBankAccounts: readonly string[];
  /** Form of our invoice numbers, such as "INV-{year}-{0000}"; `null` until the owner sets one: then a person numbers. */
  readonly invoiceNumbers: string | null;
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly holidays: readonly LocalDate[];
  /** Amount above which approval needs a second person, in the invoice's currency; `null` for never. */
  readonly fourEyesAbove: DecimalText | null;
  /** Whether an invoice with a new or changed bank account needs a second person. Default true. */
  readonly fourEyesForBankChanges: boolean;
  /** Names of the roles that cases can belong to; the first owns whatever no rule names. */
  readonly roles: readonly string[];
  /** Who owns a case: the first rule that fits. */
  readonly owners: readonly OwnerRule[];
  /** How the tables of the owner's own sources are read, as confirmed once for each source. */
  readonly tableMappings: readonly TableMapping[];
}

/** Gives cases to a role by customer, by check (an id or its family, such as `bank`), or by both. */
export interface OwnerRule {
  readonly customer: string | null;
  readonly check: string | null;
  readonly role: string;
}

export interface CustomerProfile {
  readonly name: string;
  readonly aliases: readonly string[];
  /** A regular expression that a whole order reference must meet. */
  readonly orderPattern: string | null;
  readonly requiredFields: readonly string[];
  /** Printed item wording → wording of the agreement, confirmed by a person. */
  readonly itemAliases: Readonly<Record<string, string>>;
}

/** What holds where the owner has set nothing. Tolerances beyond it are zero, or one minor unit where a product rounds. */
export const defaultPolicy: Policy = {
  tolerances: [],
  variancePercent: "10" as DecimalText,
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  requiredFields: ["number", "issueDate", "seller", "buyer", "payable"],
  customers: [],
  approvedBankAccounts: [],
  invoiceNumbers: null,
  fiscalYearStart: 1,
  holidays: [],
  fourEyesAbove: null,
  fourEyesForBankChanges: true,
  roles: ["Billing", "Project lead", "Finance lead", "Owner"],
  owners: [{ customer: null, check: "bank", role: "Finance lead" }],
  tableMappings: [],
};
