import { beforeAll, describe, expect, test } from "vitest";
import { parseFont } from "../../../../../src-main/pipeline/export/paper/truetype-font.ts";
import { reportWords } from "../../../../../src-main/services/measure/report-words.ts";
import { measureBoard, metrics, metricsIn, noFilter } from "../../../../../src-shared/measure/index.ts";
import type { MeasureBoard, MeasureLog } from "../../../../../src-shared/measure/index.ts";
import { checkNames, valueOf } from "../../../../../src-shared/model/index.ts";
import { add, decimal, decimalToText, isEqual, subtract } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { openMemoryProgram } from "../../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../../fakes/memory-program.ts";
import { recompute } from "../../../../reference/recompute-measures.ts";
import type { ExportedLog } from "../../../../reference/recompute-measures.ts";

let memory: MemoryProgram;
let log: MeasureLog;

const sale = (number: string, customer: string, net: string, gross = net) => ({
  number,
  customer,
  net,
  gross,
  issueDate: "2026-11-20",
  dueDate: "2026-12-20",
  lines: [{ description: "Work", net, serviceDate: "2026-11-12" }],
});

/** A little of everything that can happen to a case. */
beforeAll(async () => {
  memory = await openMemoryProgram();
  await memory.importSales(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `${at}.json`,
        sale(
          `A-${at}`,
          at % 3 === 0 ? "Beta" : "Acme",
          `${100 + at}.50`,
          at === 4 ? "999.00" : `${100 + at}.50`,
        ),
      ]),
    ),
  );
  const { rows } = await memory.call("review.queue", {});
  const id = (at: number): string => rows[at]?.invoiceId ?? "";
  const decide = (at: number, decision: object) =>
    memory.dispatcher.call("review.decide", { invoiceIds: [id(at)], decision });
  for (const { invoiceId } of rows.slice(0, 6)) await memory.call("review.case", { invoiceId });
  for (const at of [0, 1, 2, 3]) await decide(at, { type: "approve", reason: "fine" });
  await decide(4, { type: "correct", findingIds: [], note: "wrong total" });
  await decide(5, { type: "ask", to: "Site", text: "?", until: "2026-12-01" });
  await decide(5, { type: "approve", reason: "answered" });
  await decide(6, { type: "escalate", role: "Management", note: "" });
  await decide(7, { type: "approve", reason: "x" });
  await memory.call("history.undo", { group: null });
  await decide(8, { type: "approve", reason: "x" });
  await memory.call("history.undo", { group: null });
  await memory.call("history.redo", {});
  await decide(2, { type: "correct", findingIds: [], note: "after all" });
  await memory.call("review.correct-value", { invoiceId: id(9), field: "dueDate", value: "2027-01-05" });
  const batch = await memory.call("batches.approve", { invoiceIds: [id(0), id(1)] });
  const written = await memory.call("exports.write", {
    batchId: batch.batchId ?? "",
    target: "generic-csv",
    options: {},
    directory: null,
  });
  await memory.call("exports.void", { exportId: written.record.exportId, reason: "wrong period" });
  await settle(id);
  log = structuredClone(await memory.call("measure.export", {})) as MeasureLog;
});

/** Payments as they come: early, late and in two parts, one undone, one that covers half; and a dispute. */
async function settle(id: (at: number) => string): Promise<void> {
  const movement = (date: string, amount: string, at: number) => ({
    date,
    amount,
    text: `part ${at}`,
    payer: "?",
  });
  const { cases } = await memory.call("measure.export", {});
  const amount = (at: number): string => cases.find(({ invoiceId }) => invoiceId === id(at))?.amount ?? "0";
  await memory.importSales({
    "statement.json": {
      movements: [
        movement("2026-12-10", amount(0), 0),
        movement("2026-12-05", "50.00", 1),
        movement("2026-12-25", decimalToText(subtract(decimal(amount(1)), "50.00" as DecimalText)), 2),
        movement("2027-01-03", amount(2), 3),
        movement("2026-12-11", "40.00", 4),
        movement("2026-12-12", amount(6), 5),
      ],
    },
  });
  const payments = (await memory.call("payments.list", {})).rows.map(({ payment }) => payment);
  const pay = (movementAt: number, caseAt: number) =>
    memory.call("payments.settle", {
      paymentId: payments[movementAt]?.id ?? "",
      level: "by-hand",
      allocations: [{ invoiceId: id(caseAt), amount: valueOf(payments[movementAt]?.amount ?? null) ?? "" }],
      use: "none",
    });
  await pay(0, 0);
  await pay(1, 1);
  await pay(2, 1);
  await pay(3, 2);
  await pay(4, 3);
  await pay(5, 6);
  await memory.call("history.undo", { group: null });
  await memory.call("follow-up.open-dispute", { invoiceId: id(3), reason: "price", note: null });
}

const figures = (board: MeasureBoard) =>
  Object.fromEntries(board.metrics.map(({ id, value, sums }) => [id, sums ?? value]));

test("an independent script computes every measure anew from the exported log", () => {
  const again = recompute(JSON.parse(JSON.stringify(log)) as ExportedLog);
  const own = figures(measureBoard(log, noFilter));
  expect(Object.keys(own)).toEqual(metrics.map(({ id }) => id));
  for (const [id, value] of Object.entries(own))
    if (typeof value === "object" && value !== null)
      for (const [currency, sum] of Object.entries(value))
        expect(
          isEqual(sum, decimal((again[id] as Record<string, string>)[currency] ?? "0")),
          `${id} ${currency}`,
        ).toBe(true);
    else expect(again[id], id).toBe(value);
});

test("figures are those of what was done", () => {
  const own = figures(measureBoard(log, noFilter));
  expect(own).toMatchObject({
    throughput: "6",
    "follow-up-rate": "12.5",
    "late-payments": "66.7",
    "error-rate": "33.3",
    "without-person": "0.0",
    disputes: "50.0",
  });
  expect(own["days-to-pay"]).not.toBeNull();
  const [paidInParts] = log.cases.filter(({ paidOn }) => paidOn === "2026-12-25");
  expect(paidInParts?.collected).toBe(paidInParts?.amount);
  expect(log.cases.filter(({ collected, paidOn }) => collected !== null && paidOn === null).length).toBe(1);
  const board = measureBoard(log, noFilter);
  for (const { cases, count } of board.metrics)
    expect(cases.length).toBeLessThanOrEqual(Math.max(count, log.cases.length));
});

test("thirty days before and after add up to the cases between, and say what they stand on", () => {
  const { beforeAfter } = measureBoard(log, noFilter);
  expect(beforeAfter).toMatchObject({
    from: "2026-10-23",
    basis: "last-thirty-days",
    casesBefore: 0,
    casesAfter: 12,
  });
  const signed = {
    ...log,
    events: [
      ...log.events,
      {
        ...log.events.at(-1),
        id: "evt-signed",
        at: "2026-11-22T08:00:00.000Z",
        action: {
          type: "pilot-recorded",
          entry: { type: "phase-signed", phase: "advise", owner: "Ada", bound: null, conditions: [] },
        },
      },
    ],
  } as unknown as MeasureLog;
  expect(measureBoard(signed, noFilter).beforeAfter).toMatchObject({
    from: "2026-11-22",
    basis: "phase-signed",
    casesBefore: 12,
    casesAfter: 0,
  });
});

test("every week of the trend has each figure that is a number", () => {
  const { trend } = measureBoard(log, noFilter);
  expect(trend.map(({ week }) => week)).toEqual(["2026-W47"]);
  expect(Object.keys(trend[0]?.figures ?? {})).toEqual(
    metrics.filter(({ unit }) => unit !== "money").map(({ id }) => id),
  );
});

test("a filter leaves the parts that add up to the whole", () => {
  const throughput = (customer: string | null) =>
    decimal(
      measureBoard(log, { ...noFilter, customer }).metrics.find(({ id }) => id === "throughput")?.value ??
        "0",
    );
  expect(isEqual(add(throughput("Acme"), throughput("Beta")), throughput(null))).toBe(true);
});

describe("the return", () => {
  test("counts nothing that is not known, and names it", () => {
    expect(measureBoard(log, noFilter).value).toMatchObject({
      hoursSaved: null,
      gaps: expect.arrayContaining(["baseline-minutes", "write-offs"]) as unknown,
    });
  });

  test("is hours × cost + recovered + fewer write-offs − cost, low and high", async () => {
    await memory.call("pilot.record", {
      entry: {
        type: "baseline",
        source: "stop-watch",
        cases: [30, 40, 50].map((minutes) => ({
          number: String(minutes),
          triggeredOn: null,
          sentOn: null,
          dueOn: null,
          paidOn: null,
          minutes: String(minutes),
          hadError: true,
        })),
      },
    });
    await memory.call("pilot.record", {
      entry: {
        type: "return-inputs",
        inputs: {
          currency: "USD",
          loadedCostPerHour: "90",
          costPerMonth: "100",
          recoveredPercent: { low: "0", high: "100" },
          writeOffsBefore: "500",
          writeOffsNow: "200",
        },
      },
    });
    const { value, metrics: rows } = await memory.call("measure.read", noFilter);
    expect(rows.find(({ id }) => id === "work-minutes")?.before).toBe("40.0");
    // Eight cases, forty minutes before; the fixed clock gives the minutes now.
    const now = Number(rows.find(({ id }) => id === "work-minutes")?.value ?? "0");
    expect(now).toBeLessThan(40);
    expect(value.fewerWriteOffs).toBe("300.00");
    expect(value.cost).toBe("100.00");
    expect(Number(value.hoursSaved)).toBeGreaterThan(0);
    expect(Number(value.total.low)).toBeCloseTo(
      Number(value.savedCost) + 300 - 100 + Number(value.recovered.low),
      2,
    );
    expect(Number(value.total.high)).toBeCloseTo(
      Number(value.savedCost) + 300 - 100 + Number(value.recovered.high),
      2,
    );
  });
});

test.each(["assessment", "weekly"] as const)(
  "the %s report stands alone, with its charts, and escapes what it quotes",
  async (kind) => {
    await memory.call("pilot.record", {
      entry: {
        type: "assessment",
        assessment: {
          handoff: "Delivery <script>alert(1)</script>",
          repetitionsPerMonth: 40,
          dragDays: "9",
          minutesEach: "35",
          errorPercent: "4",
          owner: "Ada",
          steps: [
            { title: "Type the invoice", system: "Spreadsheet", kind: "work", owner: "Ada", minutes: "20" },
          ],
          segment: "Time and material",
          notes: "",
        },
      },
    });
    const { base64, mediaType, name } = await memory.call("measure.report", {
      kind,
      form: "html",
      language: "en",
    });
    const html = Buffer.from(base64, "base64").toString("utf8");
    expect(mediaType).toBe("text/html");
    expect(name).toMatch(/^(assessment|weekly)-2026-11-21\.html$/);
    expect(html).toContain("<svg");
    expect(html).not.toMatch(/<script|https?:\/\/|src=/);
    expect(html).toContain("Return");
  },
);

test.each([
  ["en", "Return", "Trigger to payment"],
  ["de", "Ertrag", "Auslöser bis Zahlung"],
  ["fr", "Rendement", "Du déclencheur au paiement"],
] as const)("a report speaks “%s” throughout", async (language, heading, measure) => {
  for (const kind of ["assessment", "weekly"] as const) {
    const { base64 } = await memory.call("measure.report", { kind, form: "html", language });
    const html = Buffer.from(base64, "base64").toString("utf8");
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h2>${heading}</h2>`);
    expect(html).toContain(measure);
    expect(html).not.toMatch(/undefined|\{\w+\}/);
    if (language !== "en") expect(html).not.toMatch(/Cases decided|Billed too|median of/);
  }
});

test("the same report is paper with its charts, and the same bytes every time", async () => {
  const order = { kind: "assessment", form: "pdf", language: "en" } as const;
  const first = await memory.call("measure.report", order);
  expect(first).toMatchObject({ name: "assessment-2026-11-21.pdf", mediaType: "application/pdf" });
  const bytes = Buffer.from(first.base64, "base64").toString("latin1");
  expect(bytes).toMatch(/^%PDF-1\.7/);
  expect((bytes.match(/\/Type \/Page\b(?!s)/g) ?? []).length).toBeGreaterThan(2);
  // Bars are filled boxes; a page without any has no chart.
  expect(bytes).toMatch(/\d+ re f/);
  expect((await memory.call("measure.report", order)).base64).toBe(first.base64);
  // Every character that the words of the reports use is in the fonts that they are set in.
  const font = await memory.program.fonts.load();
  const faces = font.ok ? [font.value.plain, font.value.bold].map(parseFont) : [];
  const letters = new Set(JSON.stringify([reportWords, metricsIn("de"), metricsIn("fr"), checkNames]));
  for (const face of faces)
    expect([...letters].filter((letter) => face.glyphOf(letter.codePointAt(0) ?? 0) === 0)).toEqual([]);
  expect(faces).toHaveLength(2);
});
