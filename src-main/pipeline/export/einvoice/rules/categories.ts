import {
  absolute,
  add,
  compare,
  fractionToDecimal,
  integer,
  isEqual,
  isNegative,
  isPositive,
  isZero,
  multiplyFractions,
  percentToFraction,
  rescale,
  subtract,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../../src-shared/money/index.ts";
import type { EInvoice, VatCategory } from "../einvoice.ts";
import {
  breakdownsOf,
  documentAllowancesOf,
  documentRule,
  isSaid,
  linesOf,
  partRule,
  type EInvoiceRule,
} from "./rule.ts";

type Rated = { readonly category: string | null; readonly rate: DecimalText | null };
type Parts = (invoice: EInvoice) => readonly (readonly [string, Rated])[];

/** What is peculiar to one category of VAT. */
interface CategoryRules {
  /** As rule ids name it: `S`, `Z`, `E`, `AE`, `IC`, `G`, `O`, `AF`, `AG`. */
  readonly family: string;
  readonly category: VatCategory;
  readonly isRateRight: (rate: DecimalText | null) => boolean;
  readonly isSellerKnown: (invoice: EInvoice) => boolean;
  readonly mayHaveReason: boolean;
  /** Whether each rate has a breakdown of its own, so that the tax is computed by rate. */
  readonly isByRate: boolean;
}

const hasAnyTaxId = ({ seller }: EInvoice): boolean => isSaid(seller.vatId) || isSaid(seller.taxRegistration);
const hasVatId = ({ seller }: EInvoice): boolean => isSaid(seller.vatId);
const isNil = (rate: DecimalText | null): boolean => rate !== null && isZero(rate);

const categories: readonly CategoryRules[] = [
  {
    family: "S",
    category: "S",
    isRateRight: (rate) => rate !== null && isPositive(rate),
    isSellerKnown: hasAnyTaxId,
    mayHaveReason: false,
    isByRate: true,
  },
  {
    family: "Z",
    category: "Z",
    isRateRight: isNil,
    isSellerKnown: hasAnyTaxId,
    mayHaveReason: false,
    isByRate: false,
  },
  {
    family: "E",
    category: "E",
    isRateRight: isNil,
    isSellerKnown: hasAnyTaxId,
    mayHaveReason: true,
    isByRate: false,
  },
  {
    family: "AE",
    category: "AE",
    isRateRight: isNil,
    isSellerKnown: (invoice) =>
      hasAnyTaxId(invoice) && (isSaid(invoice.buyer.vatId) || isSaid(invoice.buyer.legalId)),
    mayHaveReason: true,
    isByRate: false,
  },
  {
    family: "IC",
    category: "K",
    isRateRight: isNil,
    isSellerKnown: (invoice) => hasVatId(invoice) && isSaid(invoice.buyer.vatId),
    mayHaveReason: true,
    isByRate: false,
  },
  {
    family: "G",
    category: "G",
    isRateRight: isNil,
    isSellerKnown: hasVatId,
    mayHaveReason: true,
    isByRate: false,
  },
  {
    family: "O",
    category: "O",
    isRateRight: (rate) => rate === null,
    isSellerKnown: ({ seller, buyer }) => !isSaid(seller.vatId) && !isSaid(buyer.vatId),
    mayHaveReason: true,
    isByRate: false,
  },
  ...(["AF", "AG"] as const).map((family): CategoryRules => ({
    family,
    category: family === "AF" ? "L" : "M",
    isRateRight: (rate) => rate !== null && !isNegative(rate),
    isSellerKnown: hasAnyTaxId,
    mayHaveReason: false,
    isByRate: true,
  })),
];

/** What is taxed in a category, at one rate or at all of them. */
const baseOf = (invoice: EInvoice, category: string, rate: DecimalText | null | "any"): Decimal => {
  const fits = (each: Rated): boolean =>
    each.category === category &&
    (rate === "any" || (rate === null ? each.rate === null : each.rate !== null && isEqual(each.rate, rate)));
  const lines = invoice.lines
    .filter(fits)
    .reduce<Decimal>((sum, line) => add(sum, line.netAmount ?? zero), zero);
  return invoice.allowances
    .filter(fits)
    .reduce<Decimal>(
      (sum, each) =>
        each.kind === "charge" ? add(sum, each.amount ?? zero) : subtract(sum, each.amount ?? zero),
      lines,
    );
};

const isSame = (first: Decimal, second: DecimalText): boolean =>
  isEqual(rescale(first, 2), rescale(second, 2));

const isWithinOne = (tax: DecimalText, taxable: DecimalText, rate: DecimalText): boolean => {
  const computed = fractionToDecimal(
    multiplyFractions(absolute(taxable), percentToFraction(rate)),
    2,
    "half-up",
  );
  return compare(absolute(subtract(absolute(tax), computed)), integer(1)) < 0;
};

const rulesOf = (rules: CategoryRules): readonly EInvoiceRule[] => {
  const { family, category } = rules;
  const id = (number: string): string => `BR-${family}-${number}`;
  const own =
    (parts: Parts): Parts =>
    (invoice) =>
      parts(invoice).filter(([, each]) => each.category === category);
  const lines = own(linesOf);
  const allowances = own(documentAllowancesOf("allowance"));
  const charges = own(documentAllowancesOf("charge"));
  const ownBreakdowns = (invoice: EInvoice): ReturnType<typeof breakdownsOf> =>
    breakdownsOf(invoice).filter(([, each]) => each.category === category);
  const isUsed = (invoice: EInvoice): boolean =>
    [lines, allowances, charges].some((parts) => parts(invoice).length > 0);
  return [
    documentRule(id("01"), (invoice) => {
      const count = ownBreakdowns(invoice).length;
      if (!isUsed(invoice)) return true;
      return rules.isByRate ? count >= 1 : count === 1;
    }),
    partRule(id("02"), lines, (_line, invoice) => rules.isSellerKnown(invoice)),
    partRule(id("03"), allowances, (_each, invoice) => rules.isSellerKnown(invoice)),
    partRule(id("04"), charges, (_each, invoice) => rules.isSellerKnown(invoice)),
    partRule(id("05"), lines, (line) => rules.isRateRight(line.rate)),
    partRule(id("06"), allowances, (each) => rules.isRateRight(each.rate)),
    partRule(id("07"), charges, (each) => rules.isRateRight(each.rate)),
    partRule(
      id("08"),
      ownBreakdowns,
      (each, invoice) =>
        each.taxable === null ||
        isSame(baseOf(invoice, category, rules.isByRate ? each.rate : "any"), each.taxable),
    ),
    partRule(id("09"), ownBreakdowns, (each) => {
      if (each.tax === null || each.taxable === null) return true;
      if (!rules.isByRate) return isZero(each.tax);
      return each.rate === null || isWithinOne(each.tax, each.taxable, each.rate);
    }),
    partRule(id("10"), ownBreakdowns, (each) => {
      const hasReason = isSaid(each.reason) || isSaid(each.reasonCode);
      return hasReason === rules.mayHaveReason;
    }),
  ];
};

const hasOutside = (invoice: EInvoice): boolean => invoice.breakdowns.some((each) => each.category === "O");
const isDelivered = (invoice: EInvoice): boolean =>
  (invoice.delivery?.date ?? null) !== null || invoice.period !== null;

/** Rules of each category of VAT. Source: EN 16931-1, BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG, BR-B. */
export const categoryRules: readonly EInvoiceRule[] = [
  ...categories.flatMap(rulesOf),
  documentRule(
    "BR-IC-11",
    (invoice) => !invoice.breakdowns.some((each) => each.category === "K") || isDelivered(invoice),
  ),
  documentRule(
    "BR-IC-12",
    (invoice) =>
      !invoice.breakdowns.some((each) => each.category === "K") || isSaid(invoice.delivery?.country ?? null),
  ),
  documentRule("BR-O-11", (invoice) => !hasOutside(invoice) || invoice.breakdowns.length === 1),
  partRule("BR-O-12", linesOf, (line, invoice) => !hasOutside(invoice) || line.category === "O"),
  partRule(
    "BR-O-13",
    documentAllowancesOf("allowance"),
    (each, invoice) => !hasOutside(invoice) || each.category === "O",
  ),
  partRule(
    "BR-O-14",
    documentAllowancesOf("charge"),
    (each, invoice) => !hasOutside(invoice) || each.category === "O",
  ),
  documentRule(
    "BR-B-01",
    (invoice) =>
      !invoice.lines.some((line) => line.category === "B") ||
      (invoice.seller.country === "IT" && invoice.buyer.country === "IT"),
  ),
  documentRule(
    "BR-B-02",
    (invoice) =>
      !invoice.lines.some((line) => line.category === "B") ||
      !invoice.lines.some((line) => line.category === "S"),
  ),
];
