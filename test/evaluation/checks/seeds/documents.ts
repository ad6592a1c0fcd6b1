import { plusDays, plusMonths } from "../cents.ts";
import { between, lastDay, longDate, pick } from "../words.ts";
import type { Seed } from "../world.ts";
import { clauseOf, lastInvoice, lineAt, masterOf, setClause } from "./edit.ts";

const all = ["consulting", "managed", "legal", "metered", "construction", "support", "project"];
const monthly = ["consulting", "managed", "metered", "support"];

/** Families 1 to 3, 9, 10, 16, 17 and 25: what the invoice says of itself. */
export const documentSeeds: readonly Seed[] = [
  {
    id: "line-does-not-multiply",
    check: "arithmetic.line",
    kind: "defect",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world, random) => {
      const more = BigInt(between(random, 2, 900)) * 10n;
      const at = lastInvoice(world).lines.findIndex(({ unitPrice }) => unitPrice !== undefined);
      lineAt(world, at).net += more;
      return { is: "found", check: "arithmetic.line", line: String(at + 1), impact: more };
    },
  },
  {
    id: "lines-do-not-add-up",
    check: "arithmetic.subtotal",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world, random) => {
      const more = BigInt(between(random, 10, 900)) * 10n;
      lastInvoice(world).off = { subtotal: more };
      return {
        is: "found",
        check: "arithmetic.subtotal",
        line: null,
        impact: more,
        also: ["anomaly.amount"],
      };
    },
  },
  {
    id: "total-is-off",
    check: "arithmetic.total",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world, random) => {
      const more = BigInt(between(random, 10, 900)) * 10n;
      lastInvoice(world).off = { total: more };
      return { is: "found", check: "arithmetic.total", line: null, impact: more };
    },
  },
  {
    id: "total-off-by-a-cent",
    check: "arithmetic.total",
    kind: "near-miss",
    worlds: ["consulting", "metered"],
    plant: (world) => {
      lastInvoice(world).off = { total: 1n };
      return { is: "quiet", check: "arithmetic.total" };
    },
  },
  {
    id: "order-number-left-out",
    check: "fields.required",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      for (const invoice of world.invoices) invoice.orderReference = "PO-77812";
      lastInvoice(world).orderReference = null;
      setClause(world, {
        term: { type: "required", value: { fields: ["orderReference"] } },
        text: "Each invoice must show the purchase order number.",
      });
      return { is: "found", check: "fields.required", line: null, impact: null };
    },
  },
  {
    id: "order-number-is-a-placeholder",
    check: "fields.required",
    kind: "defect",
    worlds: ["consulting", "managed"],
    plant: (world) => {
      for (const invoice of world.invoices) invoice.orderReference = "PO-77812";
      lastInvoice(world).orderReference = "TBC";
      setClause(world, {
        term: { type: "required", value: { fields: ["orderReference"] } },
        text: "Each invoice must show the purchase order number.",
      });
      return { is: "found", check: "fields.required", line: null, impact: null };
    },
  },
  {
    id: "order-number-is-there",
    check: "fields.required",
    kind: "near-miss",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      for (const invoice of world.invoices) invoice.orderReference = "PO-77812";
      setClause(world, {
        term: { type: "required", value: { fields: ["orderReference"] } },
        text: "Each invoice must show the purchase order number.",
      });
      return { is: "quiet", check: "fields.required" };
    },
  },
  {
    id: "another-legal-entity",
    check: "party.mismatch",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.buyer = invoice.buyer.replace(/,? (Inc\.|Ltd|LLC|s\.r\.o\.|Corp\.)$/u, " Holdings GmbH");
      return { is: "found", check: "party.mismatch", line: null, impact: null };
    },
  },
  {
    id: "name-in-capitals",
    check: "party.mismatch",
    kind: "near-miss",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.buyer = invoice.buyer.toUpperCase();
      return { is: "quiet", check: "party.mismatch" };
    },
  },
  {
    id: "another-currency",
    check: "currency.mismatch",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      lastInvoice(world).currency = "EUR";
      return { is: "found", check: "currency.mismatch", line: null, impact: null };
    },
  },
  {
    id: "another-account",
    check: "bank.changed",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      lastInvoice(world).bankAccount = "FR7630006000011234567890189";
      return { is: "found", check: "bank.changed", line: null, impact: null };
    },
  },
  {
    id: "account-with-spaces",
    check: "bank.changed",
    kind: "near-miss",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.bankAccount = (invoice.bankAccount ?? "").replace(/(.{4})/gu, "$1 ").trim();
      return { is: "quiet", check: "bank.changed" };
    },
  },
  {
    id: "number-used-before",
    check: "duplicate.invoice",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const twin = structuredClone(last);
      twin.issueDate = plusDays(last.issueDate, 3);
      twin.dueDate = last.dueDate === null ? null : plusDays(last.dueDate, 3);
      twin.number = last.number.replace("-", "/").toLowerCase();
      world.invoices.push(twin);
      const net = twin.lines.reduce((sum, line) => sum + line.net, 0n) - twin.discount;
      return {
        is: "found",
        check: "duplicate.invoice",
        line: null,
        impact: net,
        also: ["duplicate.line", "period.overlap", "milestone.rebilled", "progress.over", "cap.exceeded"],
      };
    },
  },
  {
    id: "same-amount-of-another-month",
    check: "duplicate.invoice",
    kind: "near-miss",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      for (const invoice of world.invoices) {
        const line = invoice.lines[1];
        if (line === undefined) return null;
        line.quantity = "20";
        line.net = 20n * BigInt((line.unitPrice ?? "0").replace(".", ""));
      }
      return { is: "quiet", check: "duplicate.invoice" };
    },
  },
  {
    id: "month-billed-twice",
    check: "period.overlap",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const twin = structuredClone(last);
      twin.issueDate = plusDays(last.issueDate, 12);
      twin.dueDate = last.dueDate === null ? null : plusDays(last.dueDate, 12);
      twin.number = `${last.number.slice(0, 3)}-9417`;
      twin.lines = twin.lines.slice(0, 1);
      world.invoices.push(twin);
      return {
        is: "found",
        check: "period.overlap",
        line: "1",
        impact: twin.lines[0]?.net ?? 0n,
        also: ["duplicate.line", "anomaly.amount"],
      };
    },
  },
  {
    id: "row-printed-twice",
    check: "duplicate.line",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const line = structuredClone(invoice.lines[1]);
      if (line === undefined) return null;
      invoice.lines.push(line);
      return {
        is: "found",
        check: "duplicate.line",
        line: "3",
        impact: line.net,
        also: ["period.overlap", "anomaly.amount"],
      };
    },
  },
  {
    id: "tax-too-high",
    check: "tax.over",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world, random) => {
      const more = BigInt(between(random, 10, 99)) * 10n;
      lastInvoice(world).off = { tax: more };
      return { is: "found", check: "tax.over", line: null, impact: more };
    },
  },
  {
    id: "tax-too-low",
    check: "tax.under",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world, random) => {
      const less = BigInt(between(random, 10, 99)) * 10n;
      lastInvoice(world).off = { tax: -less };
      return { is: "found", check: "tax.under", line: null, impact: less };
    },
  },
  {
    id: "tax-left-out",
    check: "tax.missing",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const net = invoice.lines.reduce((sum, line) => sum + line.net, 0n) - invoice.discount;
      const rate = BigInt(Math.round(Number(invoice.taxPercent) * 100));
      invoice.taxPercent = null;
      const tax = (net * rate * 2n + 10_000n) / 20_000n;
      return { is: "found", check: "tax.missing", line: null, impact: tax };
    },
  },
  {
    id: "due-too-early",
    check: "terms.due-date",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world, random) => {
      const invoice = lastInvoice(world);
      invoice.dueDate = plusDays(invoice.dueDate ?? "", -between(random, 1, 10));
      return { is: "found", check: "terms.due-date", line: null, impact: null };
    },
  },
  {
    id: "due-date-not-printed",
    check: "terms.due-date",
    kind: "near-miss",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      lastInvoice(world).dueDate = null;
      return { is: "quiet", check: "terms.due-date" };
    },
  },
  {
    id: "after-the-end-of-the-agreement",
    check: "period.outside-agreement",
    kind: "defect",
    worlds: monthly,
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const to = invoice.periodStart ?? "";
      const master = masterOf(world);
      const clause = clauseOf(world, "duration");
      const value = clause.term.value as { from: string };
      world.agreements[0] = { ...master, to };
      setClause(
        world,
        {
          term: { type: "duration", value: { ...value, to } },
          text: `This Agreement runs from ${longDate(value.from)} through ${lastDay(to)}.`,
        },
        clause,
      );
      return { is: "found", check: "period.outside-agreement", line: null, impact: null };
    },
  },
  {
    id: "a-month-was-skipped",
    check: "period.gap",
    kind: "defect",
    worlds: ["managed", "metered"],
    isWritable: true,
    plant: (world) => {
      world.invoices.splice(-2, 1);
      world.records = world.records.filter(
        ({ date }) =>
          date < plusMonths(lastInvoice(world).periodStart ?? "", -1) ||
          date >= (lastInvoice(world).periodStart ?? ""),
      );
      return { is: "found", check: "period.gap", line: null, impact: null };
    },
  },
  {
    id: "issued-in-the-future",
    check: "date.invalid",
    kind: "defect",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.issueDate = plusDays(world.asOf, 40);
      const clause = clauseOf(world, "payment-terms").term.value as { days: number };
      invoice.dueDate = plusDays(invoice.issueDate, clause.days);
      return { is: "found", check: "date.invalid", line: null, impact: null };
    },
  },
  {
    id: "billed-in-arrears-before-the-end",
    check: "date.invalid",
    kind: "defect",
    worlds: ["managed", "metered"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.issueDate = plusDays(invoice.periodEnd ?? "", -10);
      const clause = clauseOf(world, "payment-terms").term.value as { days: number };
      invoice.dueDate = plusDays(invoice.issueDate, clause.days);
      return { is: "found", check: "date.invalid", line: null, impact: null };
    },
  },
  {
    id: "work-too-old-to-bill",
    check: "charge.too-old",
    kind: "defect",
    worlds: ["consulting", "legal"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "charge-age", value: { days: 90 } },
        text: "Nothing may be invoiced later than 90 days after the service.",
      });
      const invoice = lastInvoice(world);
      invoice.issueDate = plusDays(invoice.periodEnd ?? "", 120);
      const clause = clauseOf(world, "payment-terms").term.value as { days: number };
      invoice.dueDate = plusDays(invoice.issueDate, clause.days);
      (world as { asOf: string }).asOf = plusDays(invoice.issueDate, 10);
      const net = invoice.lines.reduce((sum, line) => sum + line.net, 0n);
      return { is: "found", check: "charge.too-old", line: null, impact: net };
    },
  },
  {
    id: "term-is-only-proposed",
    check: "evidence.insufficient",
    kind: "missing",
    worlds: ["consulting", "managed", "metered", "legal"],
    plant: (world, random) => {
      const clause = pick(
        random,
        masterOf(world).clauses.filter(
          ({ term }) => term.type === "rate" || term.type === "fixed-fee" || term.type === "tiers",
        ),
      );
      setClause(world, { ...clause, term: { ...clause.term, status: "proposed" } }, clause);
      return { is: "undetermined", check: "evidence.insufficient" };
    },
  },
  {
    id: "agreement-is-not-signed",
    check: "evidence.insufficient",
    kind: "missing",
    worlds: all,
    isWritable: true,
    plant: (world) => {
      masterOf(world).isSigned = false;
      return { is: "undetermined", check: "evidence.insufficient" };
    },
  },
];
