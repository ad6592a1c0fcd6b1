import {
  add,
  compare,
  decimalToText,
  fractionToDecimal,
  integer,
  median,
  minorDigits,
  multiply,
  standingIn,
  subtract,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, Standing } from "../../../src-shared/money/index.ts";
import type { Finding, FindingId } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { netOf, partyKey } from "./context.ts";
import { evidenceOf, inRole } from "./evidence.ts";
import { countsInSeries } from "./series.ts";
import { show, worded } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";

/** All invoices that one seller issues in a month in one currency. */
export interface BillingRun {
  /** "2026-10". */
  readonly month: string;
  readonly currency: string;
  readonly total: Decimal;
  readonly invoices: readonly InvoiceContext[];
  readonly isUncertain: boolean;
  /** Earlier totals, in order of months. */
  readonly earlier: readonly Decimal[];
  /** `null` with fewer than two earlier runs, or where none of them had two customers. */
  readonly standing: Standing | null;
}

/** Key of the run of an invoice; `null` where date or currency is not known. */
export function runOf({ invoice, currency }: InvoiceContext): string | null {
  const issued = valueOf(invoice.issueDate);
  return issued === null || currency === null
    ? null
    : `${partyKey(invoice.seller) ?? ""}|${currency}|${issued.slice(0, 7)}`;
}

/** Totals by month, each compared with those before it. */
export function computeRuns(batch: BatchContext): ReadonlyMap<string, BillingRun> {
  const open = new Map<
    string,
    { total: Decimal; isUncertain: boolean; readonly invoices: InvoiceContext[] }
  >();
  for (const context of batch.invoices) {
    const key = runOf(context);
    if (key === null || !countsInSeries(context)) continue;
    const run = open.get(key) ?? { total: zero, isUncertain: false, invoices: [] };
    open.set(key, run);
    const net = netOf(context);
    if (net === null) run.isUncertain = true;
    else run.total = add(run.total, net);
    run.invoices.push(context);
  }
  const history = new Map<string, Decimal[]>();
  const largest = new Map<string, number>();
  const runs = new Map<string, BillingRun>();
  // Invoices come in the order of their dates, so the runs of a seller do, too.
  for (const [key, { total, isUncertain, invoices }] of open) {
    const [seller = "", currency = "", month = ""] = key.split("|");
    const series = `${seller}|${currency}`;
    const earlier = history.get(series) ?? [];
    history.set(series, earlier);
    // Bills to one customer alone are its series and no run.
    const customers = new Set(invoices.map(({ invoice }) => partyKey(invoice.buyer))).size;
    const most = largest.get(series) ?? 0;
    largest.set(series, Math.max(most, customers));
    runs.set(key, {
      month,
      currency,
      total,
      invoices,
      isUncertain,
      earlier: [...earlier],
      standing: isUncertain || most < 2 ? null : standingOf(earlier, total, month, batch),
    });
    if (!isUncertain) earlier.push(total);
  }
  return runs;
}

function standingOf(
  earlier: readonly Decimal[],
  total: Decimal,
  month: string,
  { asOf }: BatchContext,
): Standing | null {
  const last = earlier.at(-1);
  if (earlier.length < 2 || last === undefined) return null;
  const sorted = earlier.toSorted(compare);
  const standing = standingIn(sorted, total) ?? standingBeside(last, total);
  // A month that is not over is low until it is.
  return standing === "low" && asOf.startsWith(month) ? "usual" : standing;
}

/** Against the last run alone, with the bounds that hold for a short history. */
function standingBeside(last: Decimal, total: Decimal): Standing {
  if (compare(multiply(total, integer(2)), multiply(last, integer(5))) > 0) return "high";
  return compare(multiply(total, integer(5)), multiply(last, integer(2))) < 0 ? "low" : "usual";
}

/** A finding for each run that stands out. It concerns no single invoice. */
export function findUnusualRuns(batch: BatchContext): readonly Finding[] {
  return [...batch.once("runs", computeRuns).values()].flatMap((run) =>
    run.standing === "high" || run.standing === "low" ? [toFinding(run, run.standing, batch)] : [],
  );
}

function toFinding(run: BillingRun, standing: "high" | "low", { input }: BatchContext): Finding {
  const { month, currency, total, invoices, earlier } = run;
  const typical = fractionToDecimal(median(earlier), minorDigits(currency));
  const [now, then] = [show(total, { currency }), show(typical, { currency })];
  const difference = show(subtract(total, typical), { currency }).replace("-", "−");
  return {
    id: `fnd-${input.hash(["anomaly.run", month, currency, decimalToText(total)].join("\n")).slice(0, 12)}` as FindingId,
    check: "anomaly.run",
    version: 1,
    severity: "warn",
    direction: standing === "high" ? "over" : "under",
    invoiceId: null,
    agreementId: null,
    documentId: invoices[0]?.invoice.documentId ?? null,
    line: null,
    ...worded({
      message: sentence("finding/run", {
        count: invoices.length,
        month,
        now,
        currency,
        earlier: earlier.length,
        usual: then,
      }),
      proposal: {
        action: "ask",
        text: sentence(standing === "high" ? "ask/run-high" : "ask/run-low", { month }),
      },
    }),
    expected: then,
    found: now,
    impact: null,
    formula: `${now} − ${then} = ${difference}`,
    tolerance: null,
    confidence: 0.6,
    evidence: invoices
      .slice(0, 6)
      .flatMap(
        ({ invoice }) => inRole("history", evidenceOf(invoice.net ?? invoice.gross ?? invoice)).evidence,
      ),
    blockedChecks: [],
    relatedInvoiceId: null,
  };
}
