import { createRandom } from "../../bench/random.ts";
import { countries, type Country } from "./countries.ts";
import { phrasesByTongue, type Phrases } from "./phrases.ts";

/** Papers to design with, and papers with wordings and layouts that no design paper has. */
export type Split = "design" | "held-out";

/** Values as the model spells them: decimal text, ISO dates, half-open periods. `null` is not printed. */
export interface SaleLine {
  readonly position: string;
  readonly code: string;
  readonly description: string;
  /** Further rows of the description. */
  readonly details: readonly string[];
  readonly group: string | null;
  readonly quantity: string | null;
  readonly unit: readonly [word: string, name: string] | null;
  readonly unitPrice: string | null;
  readonly priceBase: "100" | null;
  readonly discountPercent: string | null;
  readonly amount: string;
  readonly taxRate: string;
  readonly date: readonly [number, number, number] | null;
}

export interface Sale {
  readonly seed: number;
  readonly split: Split;
  readonly country: Country;
  readonly phrases: Phrases;
  readonly kind: "invoice" | "credit-note";
  readonly number: string;
  readonly issued: readonly [number, number, number];
  readonly due: readonly [number, number, number] | null;
  /** Days of a sentence about payment, where one stands on the page. */
  readonly termDays: number | null;
  readonly period: readonly [readonly [number, number, number], readonly [number, number, number]] | null;
  readonly service: readonly [number, number, number] | null;
  readonly order: string | null;
  readonly contract: string | null;
  readonly original: string | null;
  readonly customer: string | null;
  readonly seller: Country["sellers"][number];
  readonly buyer: Country["buyers"][number];
  readonly shipTo: Country["buyers"][number] | null;
  readonly lines: readonly SaleLine[];
  readonly isInclusive: boolean;
  readonly hasUnits: "column" | "cell" | "none";
  readonly hasDiscount: boolean;
  readonly sumOfLines: string;
  readonly allowance: string | null;
  readonly charge: string | null;
  readonly net: string;
  readonly taxes: readonly { readonly rate: string; readonly base: string; readonly amount: string }[];
  readonly tax: string;
  readonly gross: string;
  readonly prepaid: string | null;
  readonly payable: string;
  readonly taxNote: string | null;
}

export interface Chance {
  readonly next: () => number;
  /** One of a list. The last entry of lists of three and more is kept for held-out papers. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of a list, all of them open to every paper. */
  readonly any: <T>(list: readonly T[]) => T;
  readonly whole: (from: number, to: number) => number;
  readonly is: (share: number) => boolean;
}

export function createChance(seed: number, split: Split): Chance {
  const next = createRandom(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return {
    next,
    any,
    pick: (list) => {
      if (list.length < 3) return any(list);
      if (split === "held-out" && next() < 0.35) return list[list.length - 1] as (typeof list)[number];
      return any(list.slice(0, -1));
    },
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    is: (share) => next() < share,
  };
}

/** Half away from zero, on non-negative figures. */
const divide = (value: bigint, by: bigint): bigint => (value + by / 2n) / by;

const toText = (units: bigint, scale: number): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
};

const exemptions: Readonly<Record<string, string>> = {
  en: "Reverse charge: VAT to be accounted for by the recipient.",
  de: "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).",
  fr: "Autoliquidation : TVA due par le preneur.",
  nl: "Btw verlegd.",
  es: "Inversión del sujeto pasivo.",
  it: "Inversione contabile art. 17 DPR 633/72.",
  pt: "IVA - autoliquidação.",
};

export function composeSale(seed: number, split: Split): Sale {
  const chance = createChance(seed * 7919 + (split === "held-out" ? 104_729 : 0), split);
  const { any, whole, is } = chance;
  const country = any(countries);
  const phrases = phrasesByTongue[country.tongue];
  const isUs = country.code === "US";
  const isInclusive = !isUs && is(0.08);
  const isExempt = !isInclusive && is(0.08);
  const isTwoRates = !isInclusive && !isExempt && country.taxRates.length > 1 && !isUs && is(0.14);
  const mainRate = isUs ? any(country.taxRates) : (country.taxRates[0] ?? "0");
  const rates = isTwoRates ? [mainRate, country.taxRates[1] ?? mainRate] : [mainRate];
  const hasDiscount = is(0.12);
  const hasUnits = any(["column", "column", "cell", "none", "none"] as const);
  const isAmountOnly = is(0.07);
  const hasLineDates = is(0.13);
  const hasBase = !isAmountOnly && is(0.05);
  const isLong = is(0.12);
  const count = isLong ? whole(18, 48) : whole(1, 7);
  const isGrouped = count >= 4 && is(0.15);
  const issued = [2025 + whole(0, 1), whole(1, 10), whole(1, 28)] as const;
  const usesFine = is(0.06);
  const items = shuffle(phrases.items, chance);
  const lines = Array.from({ length: count }, (_, index): SaleLine => {
    const unit = any(phrases.units);
    const isWhole = is(0.6);
    // Hundredths of a unit.
    const quantity = isWhole ? BigInt(whole(1, 40)) * 100n : BigInt(whole(2, 80)) * 25n;
    const base = hasBase && index === 0 ? "100" : null;
    const scale = usesFine ? 4 : 2;
    const price = is(0.5)
      ? BigInt(whole(1, 40)) * 500n * (usesFine ? 100n : 1n)
      : BigInt(whole(150, 48_000)) * (usesFine ? 100n : 1n) + (usesFine ? BigInt(whole(1, 99)) : 0n);
    const count100 = base === null ? quantity : BigInt(whole(1, 30)) * 5000n;
    const discount = hasDiscount && is(0.6) ? BigInt(any([5, 10, 15, 20])) : 0n;
    const whole100 = divide(
      count100 * price * (100n - discount),
      100n * 100n * 10n ** BigInt(scale - 2) * (base === null ? 1n : 100n),
    );
    return {
      position: String(index + 1),
      code: `${any(["A", "ST", "MX", "P"])}-${whole(1000, 9899)}`,
      description: items[index % items.length] ?? "",
      details: is(0.25) ? [any(phrases.details)] : [],
      group:
        isGrouped && (index === 0 || index === Math.floor(count / 2))
          ? (phrases.groups[index === 0 ? 1 : 2] ?? null)
          : null,
      quantity: isAmountOnly ? null : trimmed(toText(count100, 2)),
      unit: isAmountOnly || hasUnits === "none" ? null : unit,
      unitPrice: isAmountOnly ? null : toText(price, scale),
      priceBase: base,
      discountPercent: discount === 0n ? null : String(discount),
      amount: toText(whole100, 2),
      taxRate: isExempt ? "0" : (rates[index % rates.length] ?? mainRate).replace(",", "."),
      date: hasLineDates ? [issued[0], issued[1], Math.max(1, issued[2] - whole(0, issued[2] - 1))] : null,
    };
  });
  const cents = (text: string): bigint => BigInt(text.replace(".", ""));
  const sumOfLines = lines.reduce((sum, line) => sum + cents(line.amount), 0n);
  const plain = !isTwoRates && !isInclusive;
  const allowance = plain && is(0.1) ? divide(sumOfLines * 5n, 100n) : null;
  const charge = plain && is(0.12) ? BigInt(whole(5, 60)) * 150n : null;
  const hundredths = (rate: string): bigint => {
    const [head = "0", tail = ""] = rate.replace(",", ".").split(".");
    return BigInt(head) * 100n + BigInt(tail.padEnd(2, "0"));
  };
  const taxes: { rate: string; base: string; amount: string }[] = [];
  let net = sumOfLines - (allowance ?? 0n) + (charge ?? 0n);
  let tax = 0n;
  if (isInclusive) {
    const rate = hundredths(mainRate);
    tax = divide(sumOfLines * rate, 10_000n + rate);
    net = sumOfLines - tax;
    taxes.push({ rate: mainRate, base: toText(net, 2), amount: toText(tax, 2) });
  } else if (!isExempt) {
    for (const rate of new Set(rates)) {
      const own = isTwoRates
        ? lines
            .filter((line) => line.taxRate === rate.replace(",", "."))
            .reduce((sum, line) => sum + cents(line.amount), 0n)
        : net;
      if (own === 0n) continue;
      const amount = divide(own * hundredths(rate), 10_000n);
      tax += amount;
      taxes.push({ rate, base: toText(own, 2), amount: toText(amount, 2) });
    }
  }
  const gross = net + tax;
  const kind = is(0.09) ? "credit-note" : "invoice";
  const prepaid = kind === "invoice" && !isInclusive && is(0.1) ? divide(gross * 3n, 10n) : null;
  const dueInDays = any([14, 30, 30]);
  const due = is(0.72) ? laterBy(issued, dueInDays) : null;
  const month = issued[1] === 1 ? 1 : issued[1] - 1;
  const hasPeriod = is(0.3);
  const sequence = whole(12, 9899);
  const shapes = [
    `${issued[0]}-${String(sequence).padStart(4, "0")}`,
    `INV-${sequence}`,
    `${String(issued[0]).slice(2)}/${String(sequence).padStart(5, "0")}`,
    String(100_000 + sequence),
    `RE${issued[0]}${String(sequence).padStart(4, "0")}`,
    `F${issued[0]}.${String(sequence).padStart(3, "0")}`,
    `${any(["AB", "KX", "SO"])}${sequence}/${issued[0]}`,
  ];
  return {
    seed,
    split,
    country,
    phrases,
    kind,
    number: any(shapes),
    issued,
    due,
    termDays: due === null || is(0.4) ? dueInDays : null,
    period: hasPeriod
      ? [
          [issued[0], month, 1],
          [issued[0], month, new Date(Date.UTC(issued[0], month, 0)).getUTCDate()],
        ]
      : null,
    service: !hasPeriod && is(0.25) ? [issued[0], issued[1], Math.max(1, issued[2] - 2)] : null,
    order: is(0.45)
      ? any([`PO-${whole(1000, 99_999)}`, `45${whole(100_000, 999_999)}`, `B${whole(100, 999)}-${issued[0]}`])
      : null,
    contract: is(0.15) ? `${any(["MSA", "V", "C"])}-${issued[0] - 1}-${whole(10, 99)}` : null,
    original: kind === "credit-note" && is(0.8) ? `${issued[0]}-${whole(1000, 9999)}` : null,
    customer: is(0.4) ? String(whole(10_001, 79_999)) : null,
    seller: any(country.sellers),
    buyer: any(country.buyers),
    shipTo: is(0.15) ? [any(country.buyers)[0], any(country.buyers)[1], any(country.buyers)[2]] : null,
    lines,
    isInclusive,
    hasUnits,
    hasDiscount,
    sumOfLines: toText(sumOfLines, 2),
    allowance: allowance === null ? null : toText(allowance, 2),
    charge: charge === null ? null : toText(charge, 2),
    net: toText(net, 2),
    taxes,
    tax: toText(tax, 2),
    gross: toText(gross, 2),
    prepaid: prepaid === null ? null : toText(prepaid, 2),
    payable: toText(gross - (prepaid ?? 0n), 2),
    taxNote: isExempt ? (exemptions[country.tongue] ?? null) : null,
  };
}

const trimmed = (text: string): string => text.replace(/\.?0+$/, "");

function shuffle<T>(list: readonly T[], { next }: Chance): readonly T[] {
  return list
    .map((value) => ({ value, key: next() }))
    .toSorted((first, second) => first.key - second.key)
    .map(({ value }) => value);
}

function laterBy(
  [year, month, day]: readonly [number, number, number],
  days: number,
): readonly [number, number, number] {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export const isoOf = ([year, month, day]: readonly [number, number, number]): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

export const dayAfter = (date: readonly [number, number, number]): string => isoOf(laterBy(date, 1));
