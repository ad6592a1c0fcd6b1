import { openWorkspace } from "../../../src-main/services/open-workspace.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { FileToWrite } from "../../../src-main/ports/file-store.ts";
import { createRandom } from "../../bench/random.ts";
import { openMemoryProgram, type MemoryProgram } from "../../fakes/memory-program.ts";

/** What came of exports that were ended again and again on their way. */
export interface KilledResult {
  readonly killed: number;
  readonly exports: number;
  readonly lost: number;
  readonly doubled: number;
  /** Kills by the step at which they struck. */
  readonly moments: ReadonlyMap<string, number>;
}

class Killed extends Error {}

/** A folder that keeps what was written before the program ended, step by step as the disk does. */
class Folder {
  readonly files = new Map<string, Uint8Array>();

  async write(files: readonly FileToWrite[], step: (moment: string) => void): Promise<string | null> {
    for (const { name, bytes, mayReplace } of files) {
      const there = this.files.get(name);
      if (there !== undefined && mayReplace !== true && !Buffer.from(there).equals(bytes)) return name;
    }
    for (const { name } of files) step(name.endsWith(".json") ? "write manifest" : "write file");
    for (const { name, bytes } of files) {
      step("place file");
      this.files.set(name, bytes);
      step("placed file");
    }
    return Promise.resolve(null);
  }
}

/**
 * Exports batch after batch; each attempt is ended at a random step until one comes through.
 *
 * A step is every moment between two effects on the vault or the folder: before and after each. The vault keeps a
 * commit wholly or not at all, which a test with real kills of a process proves.
 */
export async function runKilledExports(points: number, seed: number): Promise<KilledResult> {
  const random = createRandom(seed);
  const moments = new Map<string, number>();
  let [killed, exports, lost, doubled] = [0, 0, 0, 0];
  while (killed < points) {
    const host = await openMemoryProgram();
    const count = 1 + Math.floor(random() * 3);
    const batchId = await approvedBatch(host, count);
    const folder = new Folder();
    for (let attempt = 0; ; attempt += 1) {
      const left = { steps: attempt > 8 ? Number.POSITIVE_INFINITY : Math.floor(random() * 14) };
      const step = (moment: string): void => {
        left.steps -= 1;
        if (left.steps >= 0) return;
        moments.set(moment, (moments.get(moment) ?? 0) + 1);
        throw new Killed(moment);
      };
      arm(host, folder, step);
      const outcome = await attemptExport(host, batchId);
      if (outcome !== "killed") break;
      killed += 1;
      await restart(host);
    }
    exports += 1;
    const found = countInvoices(folder, count);
    lost += found.lost;
    doubled += found.doubled;
  }
  return { killed, exports, lost, doubled, moments };
}

async function approvedBatch(host: MemoryProgram, count: number): Promise<string> {
  const sales = Array.from({ length: count }, (_, index) => ({
    number: `N-${index + 1}`,
    customer: `Customer ${index + 1}`,
    net: "10.00",
    gross: "10.00",
    lines: [{ description: `Work ${index + 1}`, net: "10.00" }],
  }));
  await host.importSales(Object.fromEntries(sales.map((sale, index) => [`${index}.json`, sale])));
  const { rows } = await host.call("review.queue", {});
  const invoiceIds = rows.map(({ invoiceId }) => invoiceId);
  await host.call("review.decide", { invoiceIds, decision: { type: "approve", reason: null } });
  return (await host.call("batches.approve", { invoiceIds })).batchId ?? "";
}

/** Puts a step before and after each effect that lasts. */
function arm(host: MemoryProgram, folder: Folder, step: (moment: string) => void): void {
  const workspace = host.program.workspace;
  if (workspace === null) throw new Error("No workspace is open.");
  const { keep } = workspace;
  Object.assign(workspace, {
    keep: async (order: Parameters<typeof keep>[0]) => {
      step("before commit");
      const kept = await keep(order);
      step("after commit");
      return kept;
    },
  });
  Object.assign(host.program.tools.files, {
    writeAll: async (_directory: string, files: readonly FileToWrite[]) => {
      const taken = await folder.write(files, step);
      return taken === null ? ok() : err({ code: "export/file-exists", facts: { file: taken } });
    },
  });
}

async function attemptExport(host: MemoryProgram, batchId: string): Promise<"done" | "killed"> {
  const { dispatcher, incidents } = host;
  const before = incidents.length;
  const order = { batchId, target: "generic-csv", options: {}, directory: "out" };
  const result = await dispatcher.call("exports.write", order);
  if (result.ok) return "done";
  if (incidents.slice(before).some((incident) => incident instanceof Killed)) return "killed";
  // The last kill struck after everything was kept: there is nothing left to write.
  if (["export/nothing-to-write", "export/already-handed-over"].includes(result.error.code)) return "done";
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

/** A new program over the same vault: what was only in memory is gone. */
async function restart(host: MemoryProgram): Promise<void> {
  const { program } = host;
  if (program.workspace === null) throw new Error("No workspace is open.");
  const reopened = await openWorkspace(
    program.workspace.vault,
    { name: "Test", isSample: false },
    program.tools,
    "cli",
  );
  if (!reopened.ok) throw new Error(reopened.error.code);
  program.workspace = reopened.value;
}

/** What an importer takes from the folder: each number that stands in a file, once for each file. */
function countInvoices(folder: Folder, count: number): { readonly lost: number; readonly doubled: number } {
  const seen = new Map<string, number>();
  for (const [name, bytes] of folder.files) {
    if (!name.endsWith(".csv")) continue;
    for (const [, number = ""] of new TextDecoder().decode(bytes).matchAll(/"(N-\d+)"/g))
      seen.set(number, (seen.get(number) ?? 0) + 1);
  }
  const numbers = Array.from({ length: count }, (_, index) => `N-${index + 1}`);
  return {
    lost: numbers.filter((number) => !seen.has(number)).length,
    doubled: [...seen.values()].filter((times) => times > 1).length,
  };
}
