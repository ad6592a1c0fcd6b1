import { add, decimalToText, isEqual, sum, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { documentTax, splitInclusive, taxOnNet } from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import { isScopeUnknown, linesInScope } from "./billed-discount.ts";
import type { Governing, InvoiceContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";
import type { BilledTax } from "./tax-groups.ts";

/** What tax should come to. */
export interface ExpectedTax {
  readonly expected: DecimalText;
  readonly formula: string;
}

/** Agreed rates on the bases that the invoice taxes; an own scope of the agreement goes before the printed base. */
export function expectedByRates(
  context: InvoiceContext,
  billed: readonly BilledTax[],
  rated: readonly Governing<"tax">[],
): ExpectedTax | null {
  const scoped = context
    .termsOf("tax")
    .some(({ term }) => term.value.scope !== undefined && term.value.scope !== "");
  const rates = billed.flatMap(({ rate }) => rate ?? []);
  const [only] = rated;
  const sumOfRates = rates.length === 0 ? null : sum(rates);
  // Several taxes on one base ("state 6 %, county 2.25 %") are one agreed rate in parts.
  const isInParts =
    !scoped &&
    rated.length === 1 &&
    billed.length > 1 &&
    sumOfRates !== null &&
    only !== undefined &&
    only.term.value.rate !== null &&
    isEqual(sumOfRates, only.term.value.rate);
  if (isInParts) return expectedByPrint(context, billed);
  if (!scoped && rated.length > 1) return expectedBySeveral(context, billed, rated);
  if (!scoped && rated.length === 1 && only !== undefined) {
    const bases = billed.map(({ base }) => base);
    if (bases.includes(null)) {
      const whole = baseOfTerm(context, undefined);
      if (whole === null) return null;
      return fromComputed(taxOnNet(whole, only.term.value.rate ?? zero, context.precision));
    }
    const groups = documentTax(
      bases.flatMap((base) => (base === null ? [] : [{ net: base, rate: only.term.value.rate ?? zero }])),
      "document",
      context.precision,
    );
    return {
      expected: groups.total,
      formula: groups.groups.map(({ tax: { formula } }) => formula).join("; "),
    };
  }
  const expected = expectedByTerms(context, rated);
  return expected === null ? null : { expected: expected.value, formula: expected.formula };
}

/**
 * Several agreed rates of which nobody says what each is for: each printed one must be agreed, on its own base; without
 * printed rates all of them together are taken from the whole, where that is what is billed.
 */
function expectedBySeveral(
  context: InvoiceContext,
  billed: readonly BilledTax[],
  rated: readonly Governing<"tax">[],
): ExpectedTax | null {
  const agreed = rated.flatMap(({ term }) => term.value.rate ?? []);
  const printed = billed.flatMap(({ rate }) => rate ?? []);
  if (printed.length === billed.length && printed.every((rate) => agreed.some((one) => isEqual(one, rate))))
    return expectedByPrint(context, billed);
  const net = valueOf(context.invoice.net);
  const tax = valueOf(context.invoice.tax);
  if (net === null || tax === null) return null;
  const parts = agreed.map((rate) => taxOnNet(net, rate, context.precision));
  const together = decimalToText(sum(parts.map(({ value }) => value)));
  return isEqual(together, tax)
    ? { expected: together, formula: parts.map(({ formula }) => formula).join("; ") }
    : null;
}

const fromComputed = ({ value, formula }: Computed): ExpectedTax => ({ expected: value, formula });

/** The invoice's own rates on its own bases. */
export function expectedByPrint(context: InvoiceContext, billed: readonly BilledTax[]): ExpectedTax | null {
  const parts: Computed[] = [];
  for (const { rate, base } of billed) {
    if (rate !== null && base !== null) {
      parts.push(taxOnNet(base, rate, context.precision));
      continue;
    }
    const gross = valueOf(context.invoice.gross) ?? valueOf(context.invoice.payable);
    if (rate === null || !context.invoice.pricesIncludeTax || gross === null || billed.length > 1)
      return expectedByLines(context);
    parts.push(splitInclusive(gross, rate, context.precision).tax);
  }
  return {
    expected: decimalToText(sum(parts.map(({ value }) => value))),
    formula: parts.map(({ formula }) => formula).join("; "),
  };
}

/** Where only the lines print rates. */
function expectedByLines(context: InvoiceContext): ExpectedTax | null {
  const taxed = context.lines.flatMap((own) => {
    const [net, rate] = [netOfLine(own), valueOf(own.line.taxRate)];
    return own.kind === "text" ? [] : [{ net, rate }];
  });
  if (taxed.length === 0 || taxed.some(({ net, rate }) => net === null || rate === null)) return null;
  const groups = documentTax(
    taxed.flatMap(({ net, rate }) => (net === null || rate === null ? [] : [{ net, rate }])),
    "document",
    context.precision,
  );
  return { expected: groups.total, formula: groups.groups.map(({ tax: { formula } }) => formula).join("; ") };
}

/** Tax by the agreement's rates on the lines that they are for; `null` where a line could not be read. */
export function expectedByTerms(
  context: InvoiceContext,
  terms: readonly Governing<"tax">[],
): { readonly value: DecimalText; readonly formula: string } | null {
  const parts: Computed[] = [];
  for (const { term } of terms) {
    const base = baseOfTerm(context, term.value.scope, scopesBeside(context, term.value.scope));
    if (base === null) return null;
    parts.push(taxOnNet(base, term.value.rate ?? zero, context.precision));
  }
  return {
    value: decimalToText(sum(parts.map(({ value }) => value))),
    formula: parts.map(({ formula }) => formula).join("; "),
  };
}

/** What other clauses on tax are for: a rate without a scope is for the rest. */
const scopesBeside = (context: InvoiceContext, own: string | undefined): readonly string[] =>
  own !== undefined && own !== ""
    ? []
    : context.termsOf("tax").flatMap(({ term }) => (term.value.scope ?? "") || []);

function baseOfTerm(
  context: InvoiceContext,
  scope: string | undefined,
  beside: readonly string[] = [],
): Decimal | DecimalText | null {
  if (scope === undefined || scope === "") {
    const others = new Set(beside.flatMap((other) => linesInScope(context, other)));
    if (others.size > 0) return sumOf(context.lines.filter((line) => !others.has(line)));
    return valueOf(context.invoice.net) ?? sumOf(context.lines);
  }
  // Without a line of work nobody can tell what is in the scope.
  if (!context.lines.some(({ kind }) => kind === "fee") || isScopeUnknown(context, scope)) return null;
  return sumOf(linesInScope(context, scope));
}

function sumOf(lines: InvoiceContext["lines"]): Decimal | null {
  let total: Decimal = zero;
  for (const line of lines) {
    if (line.kind === "text" || line.kind === "tax") continue;
    const net = netOfLine(line);
    if (net === null) return null;
    total = add(total, net);
  }
  return total;
}
