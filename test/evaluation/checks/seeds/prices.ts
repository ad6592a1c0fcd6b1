import { hundredths, percentOf, plusDays, plusMonths, product, shownHundredths } from "../cents.ts";
import { between, longDate, pick } from "../words.ts";
import type { Seed } from "../world.ts";
import {
  clauseOf,
  dropClause,
  dropRecords,
  lastInvoice,
  lineAt,
  masterOf,
  recordsOfLast,
  reprice,
  requantify,
  setClause,
} from "./edit.ts";

const priced = ["consulting", "legal"];

/** Families 4 to 7: what governs a line, its price, its quantity. */
export const priceSeeds: readonly Seed[] = [
  {
    id: "rate-raised",
    check: "rate.over",
    kind: "defect",
    worlds: priced,
    isWritable: true,
    plant: (world, random) => {
      const at = between(random, 0, 1);
      const line = lineAt(world, at);
      const before = line.net;
      reprice(
        line,
        shownHundredths(hundredths(line.unitPrice ?? "0") + BigInt(between(random, 1, 40)) * 50n),
      );
      return { is: "found", check: "rate.over", line: String(at + 1), impact: line.net - before };
    },
  },
  {
    id: "rate-lowered",
    check: "rate.under",
    kind: "defect",
    worlds: priced,
    isWritable: true,
    plant: (world, random) => {
      const line = lineAt(world, 0);
      const before = line.net;
      reprice(
        line,
        shownHundredths(hundredths(line.unitPrice ?? "0") - BigInt(between(random, 1, 30)) * 100n),
      );
      return { is: "found", check: "rate.under", line: "1", impact: before - line.net };
    },
  },
  {
    id: "rate-another-scale",
    check: "rate.over",
    kind: "near-miss",
    worlds: priced,
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      line.unitPrice = `${line.unitPrice ?? "0"}00`;
      return { is: "quiet", check: "rate.over" };
    },
  },
  {
    id: "rate-clause-open",
    check: "rate.over",
    kind: "missing",
    worlds: priced,
    plant: (world) => {
      const clause = clauseOf(world, "rate");
      setClause(world, { ...clause, term: { ...clause.term, questions: ["range"] } }, clause);
      return { is: "undetermined", check: "term.unbound" };
    },
  },
  {
    id: "fee-raised",
    check: "rate.over",
    kind: "defect",
    worlds: ["managed"],
    isWritable: true,
    plant: (world, random) => {
      const more = BigInt(between(random, 2, 90)) * 100n;
      lineAt(world, 0).net += more;
      return { is: "found", check: "rate.over", line: "1", impact: more, also: ["anomaly.amount"] };
    },
  },
  {
    id: "escalator-left-out",
    check: "rate.escalator",
    kind: "defect",
    worlds: ["support"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const clause = clauseOf(world, "fixed-fee").term.value as { amount: string };
      const before = line.net;
      line.net = hundredths(clause.amount);
      return {
        is: "found",
        check: "rate.escalator",
        line: "1",
        impact: before - line.net,
        also: ["anomaly.amount"],
      };
    },
  },
  {
    id: "escalator-applied-twice",
    check: "rate.escalator",
    kind: "defect",
    worlds: ["support"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const clause = clauseOf(world, "fixed-fee").term.value as { amount: string };
      const twice = (hundredths(clause.amount) * 10_609n + 5000n) / 10_000n;
      const impact = twice - line.net;
      line.net = twice;
      return { is: "found", check: "rate.escalator", line: "1", impact, also: ["anomaly.amount"] };
    },
  },
  {
    id: "escalator-follows-an-index",
    check: "rate.escalator",
    kind: "missing",
    worlds: ["support"],
    plant: (world) => {
      const clause = clauseOf(world, "escalator");
      setClause(
        world,
        {
          term: {
            type: "escalator",
            value: { index: "CPI-U", every: "year", first: "2026-03-01", compound: true },
          },
          text: "Fees follow the CPI-U each March.",
        },
        clause,
      );
      return { is: "undetermined", check: "rate.escalator" };
    },
  },
  {
    id: "line-nobody-agreed",
    check: "term.unbound",
    kind: "defect",
    worlds: ["consulting", "managed", "legal", "metered", "construction"],
    isWritable: true,
    plant: (world, random) => {
      const net = BigInt(between(random, 50, 900)) * 100n;
      const invoice = lastInvoice(world);
      invoice.lines.push({
        description: pick(random, [
          "Platform surcharge",
          "Shipping",
          "Portal access surcharge",
          "Setup of the data room",
        ]),
        net,
      });
      if (invoice.retention > 0n)
        invoice.retention = percentOf(
          invoice.lines.reduce((sum, line) => sum + line.net, 0n),
          "10",
        );
      return {
        is: "found",
        check: "term.unbound",
        line: String(invoice.lines.length),
        impact: net,
        also: ["anomaly.amount"],
      };
    },
  },
  {
    id: "word-order-differs",
    check: "term.unbound",
    kind: "near-miss",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      line.description = line.description.replace(/^(\w+) (\w+)(.*)$/u, "Services: $2 ($1)$3");
      return { is: "quiet", check: "term.unbound" };
    },
  },
  {
    id: "two-prices-for-one-thing",
    check: "term.ambiguous",
    kind: "defect",
    worlds: ["managed"],
    plant: (world) => {
      const clause = clauseOf(world, "rate");
      const value = clause.term.value as { price: string };
      setClause(world, {
        term: {
          ...clause.term,
          value: { ...value, item: "User licenses", price: "55.00" },
          conditions: ["premium"],
        },
        text: null,
      });
      return { is: "found", check: "term.ambiguous", line: "2", impact: null };
    },
  },
  {
    id: "another-customer-at-the-same-prices",
    check: "party.mismatch",
    kind: "defect",
    worlds: ["consulting", "managed"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.buyer = "Halvorsen Shipyard AS";
      invoice.agreementReference = null;
      return { is: "found", check: "party.mismatch", line: null, impact: null };
    },
  },
  {
    id: "another-customer-without-a-price",
    check: "agreement.missing",
    kind: "defect",
    worlds: ["metered"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      invoice.buyer = "Halvorsen Shipyard AS";
      invoice.agreementReference = null;
      return { is: "found", check: "agreement.missing", line: null, impact: null };
    },
  },
  {
    id: "agreement-by-its-parties-alone",
    check: "agreement.missing",
    kind: "near-miss",
    worlds: ["consulting", "managed", "metered", "legal"],
    isWritable: true,
    plant: (world) => {
      for (const invoice of world.invoices) invoice.agreementReference = null;
      return { is: "quiet", check: "agreement.missing" };
    },
  },
  {
    id: "more-hours-than-recorded",
    check: "quantity.over",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world, random) => {
      const at = between(random, 0, 1);
      const line = lineAt(world, at);
      const before = line.net;
      requantify(
        line,
        shownHundredths(hundredths(line.quantity ?? "0") + BigInt(between(random, 1, 8)) * 50n),
      );
      return { is: "found", check: "quantity.over", line: String(at + 1), impact: line.net - before };
    },
  },
  {
    id: "fewer-hours-than-recorded",
    check: "quantity.under",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world, random) => {
      const line = lineAt(world, 1);
      const before = line.net;
      requantify(
        line,
        shownHundredths(hundredths(line.quantity ?? "0") - BigInt(between(random, 1, 8)) * 50n),
      );
      return { is: "found", check: "quantity.under", line: "2", impact: before - line.net };
    },
  },
  {
    id: "an-entry-is-not-approved",
    check: "quantity.over",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      const record = recordsOfLast(world).find(({ role }) => line.description.startsWith(role ?? "?"));
      if (record === undefined) return null;
      record.approved = false;
      return {
        is: "found",
        check: "quantity.over",
        line: "1",
        impact: product(record.quantity ?? "0", line.unitPrice ?? "0"),
      };
    },
  },
  {
    id: "quantity-at-another-scale",
    check: "quantity.over",
    kind: "near-miss",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const line = lineAt(world, 0);
      line.quantity = shownHundredths(hundredths(line.quantity ?? "0"));
      return { is: "quiet", check: "quantity.over" };
    },
  },
  {
    id: "timesheets-are-not-there",
    check: "quantity.over",
    kind: "missing",
    worlds: ["consulting", "legal"],
    isWritable: true,
    plant: (world) => {
      const own = new Set(recordsOfLast(world).filter(({ kind }) => kind === "time"));
      dropRecords(world, (record) => own.has(record));
      return { is: "undetermined", check: "quantity.over" };
    },
  },
  {
    id: "price-from-a-later-amendment",
    check: "rate.over",
    kind: "defect",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const master = masterOf(world);
      const clause = clauseOf(world, "rate");
      const value = clause.term.value as { item: string; price: string };
      const price = shownHundredths(hundredths(value.price) + 1000n);
      const from = plusMonths(invoice.periodStart ?? "", 1);
      world.agreements.push({
        ...master,
        number: `${master.number}-A1`,
        title: "Amendment No. 1",
        rank: "amendment",
        from,
        dated: plusDays(from, -60),
        clauses: [
          {
            term: { ...clause.term, value: { ...value, price }, from: from as never },
            text: `For services on or after ${longDate(from)} the rate for a ${value.item} is $${price} per hour.`,
          },
        ],
      });
      const line = lineAt(world, 0);
      const before = line.net;
      reprice(line, price);
      return { is: "found", check: "rate.over", line: "1", impact: line.net - before };
    },
  },
  {
    id: "price-of-an-amendment-in-force",
    check: "rate.over",
    kind: "near-miss",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      const invoice = lastInvoice(world);
      const master = masterOf(world);
      const clause = clauseOf(world, "rate");
      const value = clause.term.value as { item: string; price: string };
      const price = shownHundredths(hundredths(value.price) + 1000n);
      const from = invoice.periodStart ?? "";
      world.agreements.push({
        ...master,
        number: `${master.number}-A1`,
        title: "Amendment No. 1",
        rank: "amendment",
        from,
        dated: plusDays(from, -60),
        clauses: [
          {
            term: { ...clause.term, value: { ...value, price }, from: from as never },
            text: `For services on or after ${longDate(from)} the rate for a ${value.item} is $${price} per hour.`,
          },
        ],
      });
      reprice(lineAt(world, 0), price);
      return { is: "quiet", check: "rate.over" };
    },
  },
  {
    id: "no-cap-is-agreed",
    check: "cap.exceeded",
    kind: "near-miss",
    worlds: ["consulting"],
    isWritable: true,
    plant: (world) => {
      dropClause(world, "cap");
      return { is: "quiet", check: "cap.exceeded" };
    },
  },
];
