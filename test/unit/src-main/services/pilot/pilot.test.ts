import { beforeEach, describe, expect, test } from "vitest";
import type { PilotPhase } from "../../../../../src-shared/model/index.ts";
import { programActor } from "../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { readBaseline } from "../../../../../src-main/services/pilot/import-baseline.ts";
import { clearAutomatically } from "../../../../../src-main/services/pilot/clear-automatically.ts";
import { openAssistedProgram } from "../../../../builders/assistant-workspace.ts";
import type { MemoryProgram } from "../../../../fakes/memory-program.ts";

const agreement = `SERVICES AGREEMENT SA-90

between Harbor Pine LLC ("Provider") and Calder Mill Inc. ("Customer"), dated 1 March 2026.

1. Fees

The fee for hosting is USD 900.00 per month, billed monthly in arrears.

2. Payment

Invoices are payable within 30 days of the invoice date.

Signed: Harbor Pine LLC, Calder Mill Inc., 1 March 2026
`;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The invoice for one month of 2026, issued on its last day. */
const invoice = (number: string, month: number): string => {
  const name = `2026-${String(month).padStart(2, "0")}`;
  const last = `${name}-${days[month - 1] ?? 30}`;
  return `INVOICE

Harbor Pine LLC
12 Quay Street, Portland

Bill to: Calder Mill Inc.

Invoice number: ${number}
Invoice date: ${last}
Agreement: SA-90
Service period: ${name}-01 to ${last}

Description    Quantity    Unit     Price     Amount
Hosting        1           month    900.00    900.00

Subtotal                                      900.00
Total due                                     USD 900.00
`;
};

let memory: MemoryProgram;
const assessment = {
  handoff: "Delivery to invoice",
  repetitionsPerMonth: 40,
  dragDays: "",
  minutesEach: "",
  errorPercent: "",
  owner: "Ada",
  steps: [],
  segment: "all",
  notes: "",
};

beforeEach(async () => {
  memory = await openAssistedProgram({
    "agreement.txt": agreement,
    "one.txt": invoice("HP-1", 6),
  });
});
const decide = (invoiceIds: readonly string[], decision: object) =>
  memory.call("review.decide", { invoiceIds: [...invoiceIds], decision: decision as never });
const firstInvoice = async (): Promise<string> =>
  (await memory.call("review.queue", {})).rows[0]?.invoiceId ?? "";

describe("a decision", () => {
  test("stands beside what the program would have done, with the time it took, in one step", async () => {
    const invoiceId = await firstInvoice();
    await memory.call("review.case", { invoiceId });
    await decide([invoiceId], { type: "approve", reason: "seen" });
    const { standing } = await memory.call("pilot.read", {});
    expect(standing.rows).toMatchObject([
      { invoiceId, decided: "approved", customer: "Calder Mill Inc.", kind: "invoice" },
    ]);
    expect(standing.rows[0]?.secondsOpen).toBeGreaterThanOrEqual(0);
    expect((await memory.call("history.list", {}))[0]?.events.map(({ action }) => action.type)).toEqual([
      "invoice-approved",
      "recommendation-recorded",
    ]);
    await memory.call("history.undo", { group: null });
    expect((await memory.call("pilot.read", {})).standing.rows).toEqual([]);
    expect((await memory.call("audit.verify", {})).state).toBe("intact");
  });
});

describe("a phase is signed", () => {
  test("only by the one owner whom the assessment names", async () => {
    expect(await memory.refused("pilot.sign", { phase: "shadow", signedBy: "Ada", limits: null })).toBe(
      "pilot/no-owner",
    );
    await memory.call("pilot.record", { entry: { type: "assessment", assessment } });
    expect(await memory.refused("pilot.sign", { phase: "shadow", signedBy: "Eve", limits: null })).toBe(
      "pilot/not-owner",
    );
    await memory.call("pilot.sign", { phase: "shadow", signedBy: "ada", limits: null });
    expect((await memory.call("pilot.read", {})).standing.phase).toBe("shadow");
  });

  test("only as far as the ledger carries it", async () => {
    await memory.call("pilot.record", { entry: { type: "assessment", assessment } });
    for (const phase of ["one-key", "automatic"] as const)
      expect(
        await memory.refused("pilot.sign", {
          phase,
          signedBy: "Ada",
          limits: { amount: "5000", currency: "USD", invoicesPerDay: 5 },
        }),
      ).toBe("pilot/bound-too-high");
  });

  test("not through the door for other entries", async () => {
    const entry = {
      type: "phase-signed",
      phase: "automatic",
      signedBy: "Ada",
      agreed: 59,
      wrong: 0,
      bound: null,
      limits: null,
    };
    expect(await memory.refused("pilot.record", { entry: entry as never })).toBe("call/invalid-input");
  });
});

describe("without a person", () => {
  /** A signature as if the ledger had carried it. */
  const sign = async (amount = "5000", phase: PilotPhase = "automatic") => {
    await memory.program.workspace?.keep({
      label: "",
      actor: "Ada",
      actions: [
        {
          type: "pilot-recorded",
          entry: {
            type: "phase-signed",
            phase,
            signedBy: "Ada",
            agreed: 59,
            wrong: 0,
            bound: null,
            limits: { amount: amount as never, currency: "USD", invoicesPerDay: 1 },
          },
        },
      ],
    });
  };
  const importInvoice = (number: string, month: number) =>
    memory.call("documents.import-files", {
      files: [{ path: `${number}.txt`, base64: Buffer.from(invoice(number, month)).toString("base64") }],
    });
  const confirmTerms = async () => {
    const termIds = (await memory.call("agreements.list", {})).flatMap(({ terms }) =>
      terms.map(({ id }) => id),
    );
    await memory.call("terms.confirm", { termIds });
  };

  test("nothing is cleared before the owner has signed, and nothing of a customer's first three", async () => {
    await confirmTerms();
    const workspace = memory.program.workspace;
    if (workspace === null) throw new Error("open");
    expect(await clearAutomatically(memory.program, workspace)).toEqual([]);
    await sign();
    expect(await clearAutomatically(memory.program, workspace)).toEqual([]);
    const { candidates } = await memory.call("pilot.read", {});
    for (const { unmet } of candidates) expect(unmet).toContain("known-customer");
  });

  test("the safest class is cleared in the program's name, listed, sampled, undone by one step, and autonomy ends by that", async () => {
    await confirmTerms();
    await importInvoice("HP-2", 7);
    await importInvoice("HP-3", 8);
    const routes = (await memory.call("review.queue", {})).rows.map(({ route }) => route);
    expect(routes).toEqual(["clear", "clear", "clear"]);
    for (const { invoiceId } of (await memory.call("review.queue", {})).rows)
      await decide([invoiceId], { type: "approve", reason: null });
    await sign();
    await importInvoice("HP-4", 9);
    await importInvoice("HP-5", 10);
    const state = await memory.call("pilot.read", {});
    // One a day is the limit that was signed.
    expect(state.automatic.map(({ number }) => number)).toEqual(["HP-4"]);
    expect(state.candidates).toMatchObject([{ number: "HP-5", unmet: ["within-daily-limit"] }]);
    expect(state.sample.map(({ number, verdict }) => [number, verdict])).toEqual([["HP-4", null]]);
    const step = (await memory.call("history.list", {})).find(({ actor }) => actor === programActor);
    expect(step).toMatchObject({ state: "done", canUndo: true });
    await memory.call("history.undo", { group: step?.group ?? "" });
    const after = await memory.call("pilot.read", {});
    expect(after.standing).toMatchObject({ phase: "advise", demotions: [{ because: "wrong-clearance" }] });
    expect(after.automatic).toEqual([]);
  });

  /** Three approved ones, and the signature. */
  const earn = async (phase: PilotPhase = "automatic") => {
    await confirmTerms();
    await importInvoice("HP-2", 7);
    await importInvoice("HP-3", 8);
    for (const { invoiceId } of (await memory.call("review.queue", {})).rows)
      await decide([invoiceId], { type: "approve", reason: null });
    await sign("5000", phase);
  };
  const clearedNow = async () => (await memory.call("pilot.read", {})).automatic.map(({ number }) => number);

  test("a new layout sends a customer's invoices to a person, until one was approved", async () => {
    await earn();
    const other = invoice("HP-4", 9)
      .replace("Description    Quantity    Unit     Price     Amount", "Description    Amount")
      .replace("Hosting        1           month    900.00    900.00", "Hosting        900.00");
    await memory.call("documents.import-files", {
      files: [{ path: "HP-4.txt", base64: Buffer.from(other).toString("base64") }],
    });
    expect(await clearedNow()).toEqual([]);
    const { held, standing } = await memory.call("pilot.read", {});
    expect(held).toMatchObject([{ customer: "Calder Mill Inc.", number: "HP-4", because: "known-layout" }]);
    expect(standing.phase).toBe("automatic");
    await decide([held[0]?.invoiceId ?? ""], { type: "approve", reason: "same words, other form" });
    expect((await memory.call("pilot.read", {})).held).toEqual([]);
  });

  test("a new version of a term sends a customer's invoices to a person, until one was approved", async () => {
    await earn();
    const [term] = (await memory.call("agreements.list", {})).flatMap(({ terms }) =>
      terms.filter(({ type }) => type !== "rate"),
    );
    const { id, type: termType, value, from, to } = term ?? expect.fail("There is a term besides rates.");
    await memory.call("terms.edit", {
      termId: id,
      termType,
      value: { ...value },
      from,
      to,
      reason: "read again",
    });
    await importInvoice("HP-4", 9);
    expect(await clearedNow()).toEqual([]);
    const { held } = await memory.call("pilot.read", {});
    expect(held).toMatchObject([{ customer: "Calder Mill Inc.", because: "known-terms" }]);
    await decide([held[0]?.invoiceId ?? ""], { type: "approve", reason: "the new version" });
    await importInvoice("HP-5", 10);
    expect(await clearedNow()).toEqual(["HP-4"]);
  });

  test.each([
    ["shadow", null, 0],
    ["advise", "clear", 0],
    ["one-key", "clear", 2],
  ] as const)(
    "in “%s” a recommendation is shown as %s, and %i cases are offered together",
    async (phase, verdict, count) => {
      await earn(phase);
      await importInvoice("HP-4", 9);
      await importInvoice("HP-5", 10);
      const { rows, offered } = await memory.call("review.queue", {});
      const open = rows.filter(({ state }) => state === "to-decide").map(({ invoiceId }) => invoiceId);
      const { advice } = await memory.call("review.case", { invoiceId: open[0] ?? "" });
      expect(advice?.verdict ?? null).toBe(verdict);
      expect(offered.toSorted()).toEqual(open.slice(0, count).toSorted());
      expect(await clearedNow()).toEqual([]);
      if (count === 0) return;
      await decide(offered, { type: "approve", reason: null });
      expect((await memory.call("review.queue", {})).offered).toEqual([]);
      // What a person took back is not offered again: somebody has to look at it.
      await memory.call("history.undo", { group: null });
      expect((await memory.call("review.queue", {})).offered).toEqual([]);
    },
  );

  test("an invoice above the owner's amount stays for a person", async () => {
    await confirmTerms();
    await importInvoice("HP-2", 7);
    await importInvoice("HP-3", 8);
    for (const { invoiceId } of (await memory.call("review.queue", {})).rows)
      await decide([invoiceId], { type: "approve", reason: null });
    await sign("899.99");
    await importInvoice("HP-4", 9);
    const { automatic, candidates } = await memory.call("pilot.read", {});
    expect(automatic).toEqual([]);
    expect(candidates).toMatchObject([{ number: "HP-4", unmet: ["below-limit"] }]);
  });
});

describe("what the workspace shows of itself", () => {
  test("offers figures for an assessment, and records none of them", async () => {
    const { hints, assessment: recorded } = await memory.call("pilot.read", {});
    // What it does not show it does not guess: no day of the work is told here, and no minutes.
    expect(hints).toMatchObject({ repetitionsPerMonth: 1, dragDays: null, minutesEach: null, segments: [] });
    expect(recorded).toBeNull();
    await memory.call("documents.import-files", {
      files: [7, 8].map((month) => ({
        path: `HP-${month}.txt`,
        base64: Buffer.from(invoice(`HP-${month}`, month)).toString("base64"),
      })),
    });
    expect((await memory.call("pilot.read", {})).hints.segments).toMatchObject([
      { customer: "Calder Mill Inc.", invoices: 3 },
    ]);
  });

  test("gives a weekly meeting what was overruled, as rules to try, and what is worse than before", async () => {
    const wrong = invoice("HP-9", 9).replaceAll("900.00", "950.00");
    await memory.call("documents.import-files", {
      files: [{ path: "HP-9.txt", base64: Buffer.from(wrong).toString("base64") }],
    });
    const invoiceId = await firstInvoice();
    const { findings } = await memory.call("review.case", { invoiceId });
    const finding = findings.find(({ severity }) => severity !== "info");
    expect((await memory.call("pilot.read", {})).agenda).toMatchObject({
      from: "2026-11-15",
      to: "2026-11-21",
      rules: [],
      old: [],
    });
    const { id: findingId, check } = finding ?? expect.fail("A fee above the agreed one is found.");
    await decide([invoiceId], { type: "dismiss-finding", findingId, reason: "known" });
    const { agenda } = await memory.call("pilot.read", {});
    expect(agenda.rules).toMatchObject([{ check, cases: [invoiceId] }]);
    expect(agenda.causes.map((cause) => cause.check)).toContain(check);
    await memory.call("history.undo", { group: null });
    expect((await memory.call("pilot.read", {})).agenda.rules).toEqual([]);
  });
});

describe("a drill", () => {
  test("plants defects into copies, is the same for the same seed, and leaves the workspace as it was", async () => {
    const before = await memory.call("review.queue", {});
    const first = await memory.call("pilot.drill", { seed: 7 });
    const second = await memory.call("pilot.drill", { seed: 7 });
    expect(second).toEqual(first);
    expect(first.defects.length).toBeGreaterThanOrEqual(6);
    const caught = first.defects.filter((defect) => defect.caught).map(({ kind }) => kind);
    expect(caught).toEqual(
      expect.arrayContaining(["price-too-high", "total-does-not-add-up", "number-missing"]),
    );
    for (const { caught: isCaught, by } of first.defects) expect(isCaught).toBe(by.length > 0);
    expect(await memory.call("review.queue", {})).toEqual(before);
  });

  test("deals a reviewer cases with and without a defect, and counts the answers", async () => {
    const dealt = await memory.call("pilot.deal", { seed: 3 });
    expect(dealt.some(({ isFaulty }) => isFaulty)).toBe(true);
    for (const { kind, isFaulty } of dealt)
      await memory.call("pilot.record", {
        entry: { type: "drill-answered", seed: 3, kind, isFaulty, answer: "clean", seconds: 20 },
      });
    const { reviewerDrill } = await memory.call("pilot.read", {});
    expect(reviewerDrill.missed).toBe(dealt.filter(({ isFaulty }) => isFaulty).length);
    expect(reviewerDrill.seconds).toBe(dealt.length * 20);
  });
});

describe("a baseline", () => {
  test("is read from a table by its headings; what cannot be read is unknown", () => {
    const rows = [
      ["Rechnung", "Geliefert am", "Rechnungsdatum", "Fällig", "Bezahlt", "Aufwand (Min)", "Fehler"],
      ["R-1", "03.10.2026", "14.10.2026", "13.11.2026", "20.11.2026", "35", "ja"],
      ["R-2", "25.10.2026", "?", "", "", "12,5", "nein"],
      ["", "", "", "", "", "", ""],
    ];
    expect(readBaseline(rows, localDate("2026-11-21"))).toEqual([
      {
        number: "R-1",
        triggeredOn: "2026-10-03",
        sentOn: "2026-10-14",
        dueOn: "2026-11-13",
        paidOn: "2026-11-20",
        minutes: "35",
        hadError: true,
      },
      {
        number: "R-2",
        triggeredOn: "2026-10-25",
        sentOn: null,
        dueOn: null,
        paidOn: null,
        minutes: "12.5",
        hadError: false,
      },
    ]);
  });

  test("comes in as CSV and counts in what a pilot needs", async () => {
    const csv = [
      "Invoice no,Delivered,Invoice date,Minutes",
      ...Array.from(
        { length: 10 },
        (_, at) => `X-${at},2026-09-0${(at % 9) + 1},2026-09-2${at % 9},3${at % 10}`,
      ),
    ].join("\n");
    expect(
      await memory.call("pilot.import-baseline", {
        name: "before.csv",
        base64: Buffer.from(csv).toString("base64"),
      }),
    ).toEqual({ cases: 10 });
    const { prerequisites } = await memory.call("pilot.read", {});
    expect(prerequisites.find(({ id }) => id === "baseline")).toMatchObject({ isMet: true, have: 10 });
    expect(
      await memory.refused("pilot.import-baseline", {
        name: "x.csv",
        base64: Buffer.from("a,b\n1,2\n").toString("base64"),
      }),
    ).toBe("pilot/baseline-no-columns");
  });
});
