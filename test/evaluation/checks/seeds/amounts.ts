import { hundredths, percentOf, plusDays, product, shownHundredths } from "../cents.ts";
import { between } from "../words.ts";
import type { Seed } from "../world.ts";
import { clauseOf, dropRecords, lastInvoice, lineAt, recordsOfLast, requantify, setClause } from "./edit.ts";

const tiered = (quantity: bigint, prices: readonly [bigint, bigint, bigint]): bigint => {
  const min = (one: bigint, other: bigint): bigint => (one < other ? one : other);
  const second = quantity > 10_000n ? min(quantity, 50_000n) - 10_000n : 0n;
  const above = quantity > 50_000n ? quantity - 50_000n : 0n;
  return min(quantity, 10_000n) * prices[0] + second * prices[1] + above * prices[2];
};

const billedOn = (world: Parameters<Seed["plant"]>[0]): bigint =>
  world.invoices.flatMap(({ lines }) => lines).reduce((sum, { net }) => sum + net, 0n);

/** Families 8, 11 to 15 and 18 to 24: sums over periods, shares, people, history. */
export const amountSeeds: readonly Seed[] = [
  {
    id: "limit-passed",
    check: "cap.exceeded",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world, random) => {
      const billed = billedOn(world);
      const over = BigInt(between(random, 1, 9000));
      const clause = clauseOf(world, "cap");
      const amount = shownHundredths(billed - over);
      setClause(
        world,
        {
          term: { type: "cap", value: { amount, scope: "agreement" } },
          text: `Total fees under this Agreement shall not exceed $${amount} without a written change order.`,
        },
        clause,
      );
      return { is: "found", check: "cap.exceeded", line: null, impact: over };
    },
  },
  {
    id: "limit-just-reached",
    check: "cap.exceeded",
    kind: "near-miss",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const clause = clauseOf(world, "cap");
      const amount = shownHundredths(billedOn(world));
      setClause(
        world,
        {
          term: { type: "cap", value: { amount, scope: "agreement" } },
          text: `Total fees under this Agreement shall not exceed $${amount} without a written change order.`,
        },
        clause,
      );
      return { is: "quiet", check: "cap.exceeded" };
    },
  },
  {
    id: "limit-nearly-used",
    check: "cap.near",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const clause = clauseOf(world, "cap");
      const amount = shownHundredths((billedOn(world) * 100n) / 92n);
      setClause(
        world,
        {
          term: { type: "cap", value: { amount, scope: "agreement" } },
          text: `Total fees under this Agreement shall not exceed $${amount} without a written change order.`,
        },
        clause,
      );
      return { is: "found", check: "cap.near", line: null, impact: null };
    },
  },
  {
    id: "limit-is-open-to-question",
    check: "cap.exceeded",
    kind: "missing",
    worlds: ["consulting"],
    plant: (world) => {
      const clause = clauseOf(world, "cap");
      setClause(world, { ...clause, term: { ...clause.term, questions: ["soft-limit"] } }, clause);
      return { is: "undetermined", check: "cap.exceeded" };
    },
  },
  {
    id: "tiers-read-as-volume",
    check: "tier.wrong",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const quantity = BigInt(line.quantity ?? "0");
      const before = line.net;
      line.net = quantity * (quantity > 50_000n ? 5n : 8n);
      return { is: "found", check: "tier.wrong", line: "1", impact: before - line.net };
    },
  },
  {
    id: "tiers-one-unit-off",
    check: "tier.wrong",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      line.net = tiered(BigInt(line.quantity ?? "0"), [10n, 8n, 5n]) + 20n;
      return { is: "found", check: "tier.wrong", line: "1", impact: 20n };
    },
  },
  {
    id: "tiers-without-a-method",
    check: "tier.wrong",
    kind: "missing",
    worlds: ["metered"],
    plant: (world) => {
      const clause = clauseOf(world, "tiers");
      setClause(
        world,
        { ...clause, term: { ...clause.term, value: { ...(clause.term.value as object), method: null } } },
        clause,
      );
      return { is: "undetermined", check: "tier.wrong" };
    },
  },
  {
    id: "minimum-not-billed",
    check: "minimum.missing",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const clause = clauseOf(world, "minimum");
      setClause(
        world,
        {
          term: { type: "minimum", value: { amount: "9000.00", per: "month", scope: "agreement" } },
          text: "Monthly charges shall not be less than $9,000.00.",
        },
        clause,
      );
      return { is: "found", check: "minimum.missing", line: null, impact: 900_000n - lineAt(world, 0).net };
    },
  },
  {
    id: "minimum-just-reached",
    check: "minimum.missing",
    kind: "near-miss",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const clause = clauseOf(world, "minimum");
      const amount = shownHundredths(lineAt(world, 0).net);
      world.invoices = world.invoices.slice(-1);
      world.records = recordsOfLast(world);
      setClause(
        world,
        {
          term: { type: "minimum", value: { amount, per: "month", scope: "agreement" } },
          text: `Monthly charges shall not be less than $${amount}.`,
        },
        clause,
      );
      return { is: "quiet", check: "minimum.missing" };
    },
  },
  {
    id: "included-hours-billed",
    check: "overage.wrong",
    kind: "defect",
    worlds: ["support"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 1);
      const before = line.net;
      requantify(line, String(Number(line.quantity) + 3));
      return { is: "found", check: "overage.wrong", line: "2", impact: line.net - before };
    },
  },
  {
    id: "hours-beyond-the-included-without-records",
    check: "overage.wrong",
    kind: "missing",
    worlds: ["support"],
    isWritable: true,
    plant: (world) => {
      const own = new Set(recordsOfLast(world));
      dropRecords(world, (record) => own.has(record));
      return { is: "undetermined", check: "overage.wrong" };
    },
  },
  {
    id: "part-month-on-another-basis",
    check: "proration.wrong",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const line = lineAt(world, 0);
      const start = plusDays(invoice.periodStart ?? "", 10);
      const end = invoice.periodEnd ?? "";
      const days = BigInt((Date.parse(end) - Date.parse(start)) / 86_400_000);
      const whole = days + 10n;
      // One more day than there is.
      const [right, wrong] = [
        (line.net * days * 2n + whole) / (2n * whole),
        (line.net * (days + 1n) * 2n + whole) / (2n * whole),
      ];
      world.invoices = [invoice];
      invoice.lines = [{ ...line, net: wrong, periodStart: start, periodEnd: end }];
      invoice.periodStart = start;
      return {
        is: "found",
        check: "proration.wrong",
        line: "1",
        impact: wrong - right,
        also: ["completeness.missing-charge"],
      };
    },
  },
  {
    id: "part-month-as-agreed",
    check: "proration.wrong",
    kind: "near-miss",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const line = lineAt(world, 0);
      const start = plusDays(invoice.periodStart ?? "", 10);
      const end = invoice.periodEnd ?? "";
      const days = BigInt((Date.parse(end) - Date.parse(start)) / 86_400_000);
      const whole = days + 10n;
      world.invoices = [invoice];
      invoice.lines = [
        { ...line, net: (line.net * days * 2n + whole) / (2n * whole), periodStart: start, periodEnd: end },
      ];
      invoice.periodStart = start;
      return { is: "quiet", check: "proration.wrong" };
    },
  },
  {
    id: "discount-left-out",
    check: "discount.missing",
    kind: "defect",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "discount", value: { percent: "5", scope: "agreement" } },
        text: "A discount of 5 % applies to all fees.",
      });
      for (const invoice of world.invoices)
        invoice.discount = percentOf(
          invoice.lines.reduce((sum, { net }) => sum + net, 0n),
          "5",
        );
      const last = lastInvoice(world);
      const due = last.discount;
      last.discount = 0n;
      return { is: "found", check: "discount.missing", line: null, impact: due, also: ["anomaly.amount"] };
    },
  },
  {
    id: "discount-of-another-percentage",
    check: "discount.wrong",
    kind: "defect",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "discount", value: { percent: "5", scope: "agreement" } },
        text: "A discount of 5 % applies to all fees.",
      });
      for (const invoice of world.invoices)
        invoice.discount = percentOf(
          invoice.lines.reduce((sum, { net }) => sum + net, 0n),
          "5",
        );
      const last = lastInvoice(world);
      const due = last.discount;
      last.discount = percentOf(
        last.lines.reduce((sum, { net }) => sum + net, 0n),
        "4",
      );
      return { is: "found", check: "discount.wrong", line: null, impact: due - last.discount };
    },
  },
  {
    id: "discount-as-agreed",
    check: "discount.wrong",
    kind: "near-miss",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "discount", value: { percent: "5", scope: "agreement" } },
        text: "A discount of 5 % applies to all fees.",
      });
      for (const invoice of world.invoices)
        invoice.discount = percentOf(
          invoice.lines.reduce((sum, { net }) => sum + net, 0n),
          "5",
        );
      return { is: "quiet", check: "discount.wrong" };
    },
  },
  {
    id: "credit-above-the-invoice",
    check: "credit.exceeds",
    kind: "defect",
    worlds: ["managed", "consulting"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const credit = structuredClone(last);
      credit.kind = "credit-note";
      credit.number = `CN-${last.number}`;
      credit.precedingInvoice = last.number;
      credit.issueDate = plusDays(last.issueDate, 5);
      credit.dueDate = null;
      credit.lines = [
        {
          description: last.lines[0]?.description ?? "",
          net: last.lines.reduce((sum, { net }) => sum + net, 0n) + 5000n,
        },
      ];
      world.invoices.push(credit);
      return { is: "found", check: "credit.exceeds", line: null, impact: 5000n };
    },
  },
  {
    id: "month-cut-in-utc",
    check: "cutoff.timezone",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const line = lineAt(world, 0);
      const end = invoice.periodEnd ?? "";
      // 02:30 UTC on the first is the evening of the last day in New York.
      world.records.push({
        kind: "usage",
        date: end,
        instant: `${end}T02:30:00Z`,
        item: "API requests",
        quantity: "400",
        unit: "request",
        approved: true,
      });
      const right = tiered(BigInt(line.quantity ?? "0") + 400n, [10n, 8n, 5n]);
      return { is: "found", check: "cutoff.timezone", line: "1", impact: right - line.net };
    },
  },
  {
    id: "event-after-midnight-there-too",
    check: "cutoff.timezone",
    kind: "near-miss",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const end = lastInvoice(world).periodEnd ?? "";
      world.records.push({
        kind: "usage",
        date: end,
        instant: `${end}T04:30:00Z`,
        item: "API requests",
        quantity: "400",
        unit: "request",
        approved: true,
      });
      return { is: "quiet", check: "cutoff.timezone" };
    },
  },
  {
    id: "milestone-not-accepted",
    check: "milestone.not-accepted",
    kind: "defect",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      dropRecords(world, ({ item }) => item === line.description);
      return { is: "found", check: "milestone.not-accepted", line: "1", impact: line.net };
    },
  },
  {
    id: "milestone-accepted-after-the-invoice",
    check: "milestone.not-accepted",
    kind: "defect",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const record = world.records.find(({ item }) => item === line.description);
      if (record === undefined) return null;
      record.date = plusDays(lastInvoice(world).issueDate, 2);
      return { is: "found", check: "milestone.not-accepted", line: "1", impact: line.net };
    },
  },
  {
    id: "no-acceptance-records-at-all",
    check: "milestone.not-accepted",
    kind: "missing",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      world.records = [];
      return { is: "undetermined", check: "milestone.not-accepted" };
    },
  },
  {
    id: "milestone-billed-before",
    check: "milestone.rebilled",
    kind: "defect",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      const earlier = world.invoices[1]?.lines[0];
      if (earlier === undefined) return null;
      const last = lastInvoice(world);
      last.lines.splice(1, 0, structuredClone(earlier));
      return {
        is: "found",
        check: "milestone.rebilled",
        line: "2",
        impact: earlier.net,
        also: ["duplicate.line"],
      };
    },
  },
  {
    id: "deposit-not-taken-off",
    check: "prepaid.not-applied",
    kind: "defect",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const off = last.lines.pop();
      return { is: "found", check: "prepaid.not-applied", line: null, impact: -(off?.net ?? 0n) };
    },
  },
  {
    id: "deposit-taken-off-twice",
    check: "prepaid.not-applied",
    kind: "defect",
    worlds: ["project"],
    isWritable: true,
    plant: (world) => {
      const off = lastInvoice(world).lines.at(-1);
      if (off === undefined) return null;
      world.invoices.at(-2)?.lines.push(structuredClone(off));
      return { is: "found", check: "prepaid.not-applied", line: null, impact: -off.net };
    },
  },
  {
    id: "part-billed-beyond-its-value",
    check: "progress.over",
    kind: "defect",
    worlds: ["construction"],
    isWritable: true,
    plant: (world, random) => {
      const at = between(random, 0, 3);
      const line = lineAt(world, at);
      const billed = world.invoices.reduce((sum, { lines }) => sum + (lines[at]?.net ?? 0n), 0n);
      const worth = (billed * 100n) / 75n;
      const over = BigInt(between(random, 1, 500)) * 100n;
      line.net += worth - billed + over;
      lastInvoice(world).retention = percentOf(
        lastInvoice(world).lines.reduce((sum, { net }) => sum + net, 0n),
        "10",
      );
      return { is: "found", check: "progress.over", line: String(at + 1), impact: over };
    },
  },
  {
    id: "retention-too-small",
    check: "retention.wrong",
    kind: "defect",
    worlds: ["construction"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const due = last.retention;
      last.retention = due / 2n;
      return { is: "found", check: "retention.wrong", line: null, impact: due - due / 2n };
    },
  },
  {
    id: "expense-with-a-markup",
    check: "expense.markup",
    kind: "defect",
    worlds: ["legal"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 2);
      const more = percentOf(line.net, "15");
      line.net += more;
      return { is: "found", check: "expense.markup", line: "3", impact: more };
    },
  },
  {
    id: "expenses-above-their-limit",
    check: "expense.over-cap",
    kind: "defect",
    worlds: ["legal"],
    isWritable: true,
    plant: (world) => {
      const billed = world.invoices.reduce((sum, { lines }) => sum + (lines[2]?.net ?? 0n), 0n);
      const clause = clauseOf(world, "expenses");
      const amount = shownHundredths(billed - 1500n);
      setClause(
        world,
        {
          term: { type: "expenses", value: { markupPercent: "0", totalCap: amount, receiptAbove: "25.00" } },
          text: `Expenses are reimbursed at cost without markup, in total not above $${amount}, with receipts for any item over $25.00.`,
        },
        clause,
      );
      return { is: "found", check: "expense.over-cap", line: "3", impact: 1500n };
    },
  },
  {
    id: "expense-without-a-receipt",
    check: "expense.receipt",
    kind: "defect",
    worlds: ["legal"],
    isWritable: true,
    plant: (world) => {
      const own = new Set(recordsOfLast(world).filter(({ kind }) => kind === "expense"));
      dropRecords(world, (record) => own.has(record));
      return { is: "found", check: "expense.receipt", line: "3", impact: lineAt(world, 2).net };
    },
  },
  {
    id: "somebody-else-worked",
    check: "time.person",
    kind: "defect",
    worlds: ["legal"],
    plant: (world) => {
      const clause = clauseOf(world, "roster");
      const value = clause.term.value as { people: { name: string; role: string }[] };
      setClause(
        world,
        { ...clause, term: { ...clause.term, value: { people: value.people.slice(1) } } },
        clause,
      );
      return { is: "found", check: "time.person", line: "1", impact: lineAt(world, 0).net };
    },
  },
  {
    id: "a-day-too-long",
    check: "time.hours",
    kind: "defect",
    worlds: ["legal"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const record = recordsOfLast(world).find(({ kind }) => kind === "time");
      if (record === undefined) return null;
      const more = 1000n - hundredths(record.quantity ?? "0");
      record.quantity = "10";
      requantify(line, shownHundredths(hundredths(line.quantity ?? "0") + more));
      return { is: "found", check: "time.hours", line: "1", impact: product("2", line.unitPrice ?? "0") };
    },
  },
  {
    id: "an-entry-says-nothing",
    check: "time.narrative",
    kind: "defect",
    worlds: ["legal", "consulting"],
    isWritable: true,
    plant: (world) => {
      const record = recordsOfLast(world).find(({ kind }) => kind === "time");
      if (record === undefined) return null;
      record.item = "Various work";
      return { is: "found", check: "time.narrative", line: "1", impact: null };
    },
  },
  {
    id: "hours-left-unbilled",
    check: "completeness.unbilled",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      const line = last.lines.pop();
      return {
        is: "found",
        check: "completeness.unbilled",
        line: null,
        impact: line?.net ?? 0n,
        beside: true,
        also: ["anomaly.amount"],
      };
    },
  },
  {
    id: "fee-left-unbilled",
    check: "completeness.missing-charge",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      const line = lastInvoice(world).lines.shift();
      return {
        is: "found",
        check: "completeness.missing-charge",
        line: null,
        impact: line?.net ?? 0n,
        beside: true,
        also: ["anomaly.amount"],
      };
    },
  },
  {
    id: "use-more-than-half-up",
    check: "anomaly.usage",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      for (const record of recordsOfLast(world)) record.quantity = String(Number(record.quantity) * 2);
      const quantity = BigInt(line.quantity ?? "0") * 2n;
      line.quantity = String(quantity);
      line.net = tiered(quantity, [10n, 8n, 5n]);
      return { is: "found", check: "anomaly.usage", line: "1", impact: null, also: ["anomaly.amount"] };
    },
  },
  {
    id: "the-same-reading-again",
    check: "anomaly.zero-usage",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const before = world.invoices.at(-2);
      const line = before?.lines[0];
      if (before === undefined || line === undefined) return null;
      const kept = world.records.filter(
        ({ date }) => date >= (before.periodStart ?? "") && date < (before.periodEnd ?? ""),
      );
      const own = new Set(recordsOfLast(world));
      dropRecords(world, (record) => own.has(record));
      world.records.push(
        ...kept.map((record) => {
          const date = `${(lastInvoice(world).periodStart ?? "").slice(0, 7)}${record.date.slice(7)}`;
          return { ...record, date, instant: `${date}${(record.instant ?? "").slice(10)}` };
        }),
      );
      lastInvoice(world).lines = [structuredClone(line)];
      return { is: "found", check: "anomaly.zero-usage", line: "1", impact: null };
    },
  },
  {
    id: "four-times-the-usual-hours",
    check: "anomaly.amount",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const last = lastInvoice(world);
      for (const record of recordsOfLast(world)) {
        for (const more of [1, 2, 3]) world.records.push({ ...record, date: plusDays(record.date, more) });
      }
      for (const line of last.lines) requantify(line, shownHundredths(hundredths(line.quantity ?? "0") * 4n));
      return { is: "found", check: "anomaly.amount", line: null, impact: null };
    },
  },
  {
    id: "extra-without-an-approval",
    check: "scope.unapproved",
    kind: "defect",
    worlds: ["consulting", "construction"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "scope", value: { included: [], excluded: ["Painting"] } },
        text: "Excluded from the scope: painting.",
      });
      lastInvoice(world).lines.push({ description: "Painting of the north facade", net: 125_000n });
      if (lastInvoice(world).retention > 0n)
        lastInvoice(world).retention = percentOf(
          lastInvoice(world).lines.reduce((sum, { net }) => sum + net, 0n),
          "10",
        );
      return {
        is: "found",
        check: "scope.unapproved",
        line: String(lastInvoice(world).lines.length),
        impact: 125_000n,
        also: ["term.unbound", "anomaly.amount"],
      };
    },
  },
  {
    id: "late-fee-too-high",
    check: "late-fee.wrong",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world) => {
      setClause(world, {
        term: { type: "late-fee", value: { amount: "25.00", per: "once", after: 10 } },
        text: "A late fee of $25.00 applies to payments more than ten days late.",
      });
      lastInvoice(world).lines.push({ description: "Late payment fee", net: 4000n });
      return { is: "found", check: "late-fee.wrong", line: "3", impact: 1500n, also: ["anomaly.amount"] };
    },
  },
];
