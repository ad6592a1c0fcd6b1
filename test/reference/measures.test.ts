import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { metrics, noFilter } from "../../src-shared/measure/index.ts";
import { composeTools } from "../../src-main/shells/compose.ts";
import { decideSome, importSomeSales, openLivedIn, runPilot, settleSome } from "./lived-in-workspace.ts";
import type { GiveStatement, LivedIn } from "./lived-in-workspace.ts";
import { compareAll } from "./recompute-worth.ts";
import type { PrintedMeasures } from "./recompute-worth.ts";
import type { ExportedLog } from "./recompute-measures.ts";

/** What a workspace exports, and what it shows of itself: both as they leave the program. */
async function compare({ memory }: LivedIn) {
  const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const log = asText(await memory.call("measure.export", {})) as ExportedLog;
  const printed = asText(await memory.call("measure.read", noFilter)) as PrintedMeasures;
  return { log, printed, ...compareAll(log, printed) };
}

const sample = join(import.meta.dirname, "../../resources/sample-data");
const tools = composeTools();
afterAll(() => tools.reader.close());

/** A statement as a bank writes it (MT940), for the real readers. */
const giveBankFile: GiveStatement = async ({ memory }, name, movements) => {
  const entries = movements.map(
    ({ date, amount, text }) =>
      `:61:${date.replaceAll("-", "").slice(2)}C${amount.replace(".", ",")}NTRFNONREF\r\n:86:${text}\r\n`,
  );
  const lines = [`:20:${name}`, ":25:DE02120300000000202051", ":28C:1/1", ":60F:C261001EUR0,00"];
  const file = `${lines.join("\r\n")}\r\n${entries.join("")}:62F:C261231EUR0,00\r\n`;
  const base64 = Buffer.from(file).toString("base64");
  await memory.call("documents.import-files", { files: [{ path: `statement-${name}.sta`, base64 }] });
};

describe("an independent script computes every figure anew from the exported log", () => {
  test.each([1, 2, 3, 4, 5])("of a workspace that was lived in for four months (%i)", async (seed) => {
    const lived = await openLivedIn(seed);
    await runPilot(lived);
    for (const name of ["A", "B", "C", "D"]) {
      await importSomeSales(lived, name, 9);
      for (let week = 0; week < 3; week += 1) {
        lived.pass(7);
        await decideSome(lived, 8);
      }
      await settleSome(lived, name);
      lived.pass(6);
      if (name === "B")
        await lived.memory.call("pilot.sign", { phase: "advise", signedBy: "Ada", limits: null });
    }
    const { differ, compared, log, printed } = await compare(lived);
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(metrics.length * (4 + printed.trend.length / 2));
    // The comparison is worth something only where something happened.
    expect(printed.trend.length).toBeGreaterThan(6);
    expect(printed.beforeAfter).toMatchObject({ basis: "phase-signed" });
    expect(Math.min(printed.beforeAfter.casesBefore, printed.beforeAfter.casesAfter)).toBeGreaterThan(3);
    const unknown = printed.metrics.filter(({ value, sums }) => value === null && sums === null);
    expect(unknown.map(({ id }) => id)).toEqual([]);
    const paid = printed.metrics.find(({ id }) => id === "collected");
    expect(paid?.sums).not.toEqual({});
    expect(log.events.some(({ action }) => action.type === "decision-reversed")).toBe(true);
  });

  test("of the sample", { timeout: 180_000 }, async () => {
    const lived = await openLivedIn(7, tools.reader);
    const files = readdirSync(sample, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({
        path: name,
        base64: readFileSync(join(parentPath, name)).toString("base64"),
      }));
    await lived.memory.call("documents.import-files", { files });
    await runPilot(lived);
    for (let week = 0; week < 4; week += 1) {
      lived.pass(6);
      await decideSome(lived, 6);
    }
    await settleSome(lived, "S", giveBankFile);
    const { differ, printed } = await compare(lived);
    expect(differ).toEqual([]);
    // Hardly any invoice of the sample is in euro, and none is a year old: a few figures have nothing to be computed from.
    expect(
      printed.metrics.filter(({ value, sums }) => value !== null || sums !== null).length,
    ).toBeGreaterThan(metrics.length - 6);
  });
});

test("the script sees a figure that is not what the log says", async () => {
  const lived = await openLivedIn(1);
  await importSomeSales(lived, "A", 9);
  await decideSome(lived, 9);
  const { log, printed } = await compare(lived);
  const [first, ...rest] = printed.metrics;
  if (first === undefined) throw new Error("no measure");
  const wrong = { ...printed, metrics: [{ ...first, value: "77.7" }, ...rest] };
  expect(compareAll(log, wrong).differ).toEqual([`${first.id}: null here, 77.7 printed`]);
});
