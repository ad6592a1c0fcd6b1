import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Basis } from "./field.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, TermId } from "./ids.ts";
import type { Unit } from "./unit.ts";

export type Cadence = "once" | "week" | "month" | "quarter" | "half-year" | "year";
export type Timing = "advance" | "arrears";

/** A price per unit of work, goods or use. `ceiling` marks an "up to" price, which cannot be under-billed. */
export interface RateValue {
  readonly item: string;
  readonly role?: string;
  readonly unit: Unit;
  readonly price: DecimalText;
  /** Units that the price is for, such as 100 or 1000; absent means 1. */
  readonly priceBase?: DecimalText;
  readonly minimumQuantity?: DecimalText;
  /** Smallest billable step, in `unit`. */
  readonly increment?: DecimalText;
  readonly ceiling?: boolean;
  /** Period that the price covers for each unit: "per user per month". */
  readonly per?: Cadence;
}
export interface FixedFeeValue {
  readonly item: string;
  readonly amount: DecimalText;
  readonly per: Cadence;
  readonly timing: Timing | null;
}
export interface Tier {
  /** Last quantity in the tier, inclusive; `null` above the last. */
  readonly upTo: DecimalText | null;
  readonly price: DecimalText;
  readonly flat?: DecimalText;
}
export interface TiersValue {
  readonly item: string;
  readonly unit: Unit;
  /** `null` when the agreement does not say: the checks then cannot determine. */
  readonly method: "graduated" | "volume" | "package" | null;
  readonly tiers: readonly Tier[];
  /** Units in a package, for the method "package" alone; free units are a first tier with the price 0. */
  readonly packageSize?: DecimalText;
  readonly per: Cadence | null;
}
export interface IncludedValue {
  readonly item: string;
  readonly quantity: DecimalText;
  readonly unit: Unit;
  readonly per: Cadence | null;
  readonly rollover?: { readonly periods: number };
}
export interface OverageValue {
  readonly item: string;
  readonly unit: Unit;
  readonly price: DecimalText;
}
export interface MinimumValue {
  readonly amount?: DecimalText;
  readonly quantity?: DecimalText;
  readonly unit?: Unit;
  readonly per: Cadence | null;
  readonly scope: string;
  readonly trueUp?: "period" | "year";
}
export type CapScope = "agreement" | "year" | "month" | "phase" | "item" | "job";
export interface CapValue {
  readonly amount?: DecimalText;
  readonly quantity?: DecimalText;
  readonly unit?: Unit;
  readonly scope: CapScope;
  readonly item?: string;
  /** Absent means unsaid; a silent cap covers fees, without tax and expenses. */
  readonly includesTax?: boolean;
  readonly includesExpenses?: boolean;
  /** Set by a change that adds to an earlier limit instead of restating it. */
  readonly increasesBy?: DecimalText;
}
export interface DiscountValue {
  readonly percent?: DecimalText;
  readonly amount?: DecimalText;
  /** What it applies to: "agreement", or an item or class of lines as worded ("labor"). */
  readonly scope: string;
  readonly condition?: string;
  /** Spend or quantity from which it applies, exclusive or inclusive as `thresholdInclusive` says. */
  readonly threshold?: DecimalText;
  readonly thresholdInclusive?: boolean;
  /** What the threshold counts, as worded ("delegates"); absent where it is a sum of money. */
  readonly thresholdOf?: string;
  /** The most that it comes to on one invoice. */
  readonly cap?: DecimalText;
  readonly order?: number;
}
export interface EscalatorValue {
  readonly percent?: DecimalText;
  readonly index?: string;
  readonly every: "year";
  readonly first: LocalDate | null;
  /** `null` when the agreement does not say. */
  readonly compound: boolean | null;
  readonly floor?: DecimalText;
  readonly cap?: DecimalText;
  readonly notice?: string;
}
export interface MilestoneValue {
  readonly name: string;
  readonly amount?: DecimalText;
  readonly percent?: DecimalText;
  readonly acceptance: boolean;
}
export interface DepositValue {
  readonly amount?: DecimalText;
  readonly percent?: DecimalText;
}
export interface RetentionValue {
  readonly percent: DecimalText;
  readonly steps?: readonly { readonly at: DecimalText; readonly percent: DecimalText }[];
  readonly releaseOn?: string;
}
export interface ExpensesValue {
  readonly types?: readonly string[];
  readonly markupPercent?: DecimalText;
  readonly unitCap?: DecimalText;
  readonly totalCap?: DecimalText;
  /** How often `totalCap` begins anew; absent where it holds for the whole agreement. */
  readonly totalCapPer?: Exclude<Cadence, "once">;
  readonly receiptAbove?: DecimalText;
}
export interface TimeRulesValue {
  readonly maxHoursPerDay?: DecimalText;
  /** Hours. */
  readonly increment?: DecimalText;
  readonly overtimeMultiplier?: DecimalText;
  readonly afterHoursMultiplier?: DecimalText;
  readonly travelMultiplier?: DecimalText;
}
export interface ProrationValue {
  readonly basis: "actual/actual" | "30/360" | "actual/365" | "actual/30" | "whole-month" | "none";
}
export interface PaymentTermsValue {
  readonly days: number;
  readonly from: "invoice-date" | "end-of-month" | "receipt";
  readonly endOfMonthReading?: "days-then-end" | "end-then-days";
  readonly roll?: "none" | "next-business-day";
  readonly earlyDiscount?: { readonly percent: DecimalText; readonly days: number };
}
export interface LateFeeValue {
  readonly percent?: DecimalText;
  readonly amount?: DecimalText;
  readonly per: "day" | "month" | "year" | "once" | null;
  /** Days after the due date. */
  readonly after: number | null;
}
export interface TaxValue {
  /** UNCL 5305: S, Z, E, AE, K, G, O; `null` where only a rate is said. */
  readonly category: string | null;
  readonly rate: DecimalText | null;
  /** "VAT", "sales tax" … as worded. */
  readonly name?: string;
  readonly exempt?: boolean;
  readonly certificate?: string;
  /** Lines that it is for, as worded; absent means all. */
  readonly scope?: string;
}
export interface BillingValue {
  readonly frequency:
    | "once"
    | "week"
    | "two-weeks"
    | "four-weeks"
    | "month"
    | "quarter"
    | "half-year"
    | "year"
    | "milestone"
    | "on-completion"
    | null;
  readonly timing: Timing | null;
  readonly cutoff?: string;
  readonly timeZone?: string;
}
export interface RequiredValue {
  /** Names of the report's invoice: `orderReference`, `periodStart`, `agreementReference`, `dueDate` … */
  readonly fields: readonly string[];
  /** Amount above which they are required; absent means always. */
  readonly above?: DecimalText;
}
export interface PurchaseOrderValue {
  readonly number: string;
  readonly amount?: DecimalText;
}
export interface DurationValue {
  readonly from: LocalDate | null;
  /** Exclusive; `null` while open. */
  readonly to: LocalDate | null;
  readonly autoRenew?: boolean;
  readonly renewalMonths?: number;
  readonly noticeDays?: number;
  /** Notice in calendar months where the text counts it so. */
  readonly noticeMonths?: number;
}
export interface RosterValue {
  readonly people: readonly { readonly name: string; readonly role: string | null }[];
}
export interface ScopeValue {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
}
export interface SurchargeValue {
  readonly percent?: DecimalText;
  readonly amount?: DecimalText;
  readonly on: string;
  readonly condition?: string;
}
export interface ServiceCreditValue {
  readonly measure: string;
  readonly threshold: DecimalText;
  readonly percent?: DecimalText;
  readonly amount?: DecimalText;
}
export interface ScheduleOfValuesValue {
  readonly lines: readonly { readonly item: string; readonly amount: DecimalText }[];
}
export interface AcceptanceValue {
  readonly by?: readonly string[];
  readonly deemedAfterDays?: number;
}
export interface ChargeAgeValue {
  readonly days: number;
}
export interface RoundingValue {
  readonly mode: "half-up" | "half-even" | "half-down" | "up" | "down";
  readonly level: "line" | "document";
  readonly places?: number;
}
export interface PriceBasisValue {
  readonly includesTax: boolean;
}
export interface BankAccountValue {
  readonly iban?: string;
  readonly account?: string;
  readonly holder?: string;
}

/** The value shape of every type of term. Source: the report's table of term values. */
export interface TermValueByType {
  readonly rate: RateValue;
  readonly "fixed-fee": FixedFeeValue;
  readonly tiers: TiersValue;
  readonly included: IncludedValue;
  readonly overage: OverageValue;
  readonly minimum: MinimumValue;
  readonly cap: CapValue;
  readonly discount: DiscountValue;
  readonly escalator: EscalatorValue;
  readonly milestone: MilestoneValue;
  readonly deposit: DepositValue;
  readonly retention: RetentionValue;
  readonly expenses: ExpensesValue;
  readonly "time-rules": TimeRulesValue;
  readonly proration: ProrationValue;
  readonly "payment-terms": PaymentTermsValue;
  readonly "late-fee": LateFeeValue;
  readonly tax: TaxValue;
  readonly billing: BillingValue;
  readonly required: RequiredValue;
  readonly "purchase-order": PurchaseOrderValue;
  readonly duration: DurationValue;
  readonly roster: RosterValue;
  readonly scope: ScopeValue;
  readonly surcharge: SurchargeValue;
  readonly "service-credit": ServiceCreditValue;
  readonly "schedule-of-values": ScheduleOfValuesValue;
  readonly acceptance: AcceptanceValue;
  readonly "charge-age": ChargeAgeValue;
  readonly rounding: RoundingValue;
  readonly "price-basis": PriceBasisValue;
  readonly "bank-account": BankAccountValue;
}

export type TermType = keyof TermValueByType;
export type TermStatus = "proposed" | "confirmed" | "rejected";

interface TermBase {
  readonly id: TermId;
  readonly agreementId: AgreementId;
  readonly status: TermStatus;
  /** First day in force; `null` when the agreement's own start applies. */
  readonly from: LocalDate | null;
  /** Exclusive; `null` while open. */
  readonly to: LocalDate | null;
  readonly confidence: number;
  readonly basis: Basis;
  readonly evidence: readonly Evidence[];
  /** An explicit none ("no retainage is held"); the value is then empty of meaning. */
  readonly absent?: boolean;
  /** Conditions as worded. */
  readonly conditions?: readonly string[];
  /** The part of the clause that the shape cannot hold; checks that need it cannot determine. */
  readonly remainder?: string;
  /** Currency of its amounts where it differs from the agreement's. */
  readonly currency?: string;
  /** What a person must answer before the term may judge, as message codes with their quote ("method-unsaid"). */
  readonly questions?: readonly string[];
  /** Version, from 1; a person's edit makes the next one. */
  readonly version: number;
}

/** A term of one type. */
export type TermOf<T extends TermType> = TermBase & { readonly type: T; readonly value: TermValueByType[T] };

/** One billing term of an agreement, with its clause. */
export type Term = { readonly [T in TermType]: TermOf<T> }[TermType];

/** Whether a term is of a type, as a type guard for filters. */
export const isTermOf =
  <T extends TermType>(type: T) =>
  (term: Term): term is TermOf<T> & Term =>
    term.type === type;
