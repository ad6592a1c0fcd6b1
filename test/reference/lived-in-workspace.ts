import { valueOf } from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import type { DocumentReader } from "../../src-main/ports/document-reader.ts";
import { createFixedTools, openMemoryProgram } from "../fakes/memory-program.ts";
import type { MemoryProgram } from "../fakes/memory-program.ts";

/** A workspace whose clock the test moves from day to day. */
export interface LivedIn {
  readonly memory: MemoryProgram;
  readonly chance: (below: number) => number;
  /** Goes on by days and some minutes. */
  readonly pass: (days: number) => void;
}

/** Numbers that look like chance and are the same for the same seed. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export async function openLivedIn(seed: number, reader?: DocumentReader): Promise<LivedIn> {
  const chance = createChance(seed);
  let now = Date.UTC(2026, 7, 3, 8, 0, 0);
  const fixed = createFixedTools(new Map());
  const memory = await openMemoryProgram({
    tools: {
      ...fixed,
      ...(reader === undefined ? {} : { reader }),
      clock: {
        today: () => localDate(new Date(now).toISOString().slice(0, 10)),
        now: () => new Date((now += 1_000 * (7 + chance(90)))).toISOString(),
        monotonicMs: () => now,
      },
    },
  });
  return { memory, chance, pass: (days) => void (now += days * 86_400_000 + chance(600) * 60_000) };
}

const currencies = ["USD", "EUR", "EUR", "GBP"];

/** A batch of sales with what may be wrong with them: sums that do not add up, no due date, other currencies. */
export async function importSomeSales({ memory, chance }: LivedIn, name: string, count: number) {
  const today = memory.program.tools.clock.today();
  await memory.importSales(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => {
        const net = `${100 + chance(900)}.${String(chance(100)).padStart(2, "0")}`;
        const sale = {
          number: `${name}-${at}`,
          customer: ["Acme", "Beta", "Gamma"][chance(3)],
          currency: currencies[chance(4)],
          net,
          gross: chance(5) === 0 ? "999.99" : net,
          issueDate: today,
          dueDate: chance(6) === 0 ? null : `2026-1${chance(3)}-${10 + chance(18)}`,
          lines: [{ description: "Work", net, serviceDate: `2026-0${6 + chance(2)}-${10 + chance(18)}` }],
        };
        return [`${name}-${at}.json`, sale] as const;
      }),
    ),
  );
}

/** Decides on some open cases in every way there is, and takes some of it back. */
export async function decideSome({ memory, chance }: LivedIn, count: number): Promise<void> {
  const { rows } = await memory.call("review.queue", {});
  for (let step = 0; step < count; step += 1) {
    const invoiceId = rows[chance(rows.length)]?.invoiceId ?? "";
    const { findings } = await memory.call("review.case", { invoiceId });
    const [finding] = findings;
    const ways = [
      { type: "approve", reason: "seen" },
      { type: "approve", reason: "seen" },
      { type: "approve", reason: "seen" },
      { type: "correct", findingIds: [], note: "wrong" },
      { type: "ask", to: "Site", text: "?", until: "2026-12-01" },
      { type: "escalate", role: "Management", note: "" },
      { type: "postpone", until: "2026-12-20", note: null },
      ...(finding === undefined
        ? []
        : [{ type: "dismiss-finding", findingId: finding.id, reason: "agreed" }]),
    ];
    const decision = ways[chance(ways.length)] as never;
    const decided = await memory.dispatcher.call("review.decide", { invoiceIds: [invoiceId], decision });
    if (decided.ok && chance(7) === 0) {
      await memory.call("history.undo", { group: null });
      if (chance(2) === 0) await memory.call("history.redo", {});
    }
    if (chance(9) === 0)
      await memory.dispatcher.call("review.correct-value", {
        invoiceId,
        field: "dueDate",
        value: "2026-12-24",
      });
  }
}

/** One sum that came in, as a statement is to tell it. */
export interface Movement {
  readonly date: string;
  readonly amount: string;
  readonly text: string;
  readonly payer: string;
}

/** Brings a statement of the given movements into the workspace, in a form that its reader knows. */
export type GiveStatement = (lived: LivedIn, name: string, movements: readonly Movement[]) => Promise<void>;

const giveSales: GiveStatement = async ({ memory }, name, movements) => {
  await memory.importSales({ [`statement-${name}.json`]: { movements } });
};

/** Hands over what is approved, voids some of it, and lets money come in for some: whole, in part, too late. */
export async function settleSome(
  lived: LivedIn,
  name: string,
  giveStatement: GiveStatement = giveSales,
): Promise<void> {
  const { memory, chance } = lived;
  const { rows } = await memory.call("review.queue", {});
  const approved = rows.filter(({ state }) => state === "approved").map(({ invoiceId }) => invoiceId);
  const { batchId } = await memory.call("batches.approve", { invoiceIds: approved });
  if (batchId !== null) {
    const written = await memory.call("exports.write", {
      batchId,
      target: "generic-csv",
      options: {},
      directory: null,
    });
    if (chance(3) === 0)
      await memory.call("exports.void", { exportId: written.record.exportId, reason: "wrong period" });
  }
  const { cases } = await memory.call("measure.export", {});
  // The account of these statements is one in euro.
  const payable = cases
    .filter(({ amount, currency, collected }) => amount !== null && currency === "EUR" && collected === null)
    .slice(0, 6);
  const movements = payable.map(({ amount }, at) => ({
    date: `2026-1${chance(3)}-${10 + chance(18)}`,
    amount: chance(4) === 0 ? "20.00" : (amount ?? "0"),
    text: `${name} ${at}`,
    payer: "?",
  }));
  await giveStatement(lived, name, movements);
  const { rows: listed } = await memory.call("payments.list", {});
  for (const [at, { invoiceId }] of payable.entries()) {
    const own = listed.find(({ payment }) => JSON.stringify(payment).includes(`"${name} ${at}"`))?.payment;
    if (own === undefined) throw new Error(`Payment ${name} ${at} is not listed.`);
    await memory.dispatcher.call("payments.settle", {
      paymentId: own.id,
      level: "by-hand",
      allocations: [{ invoiceId, amount: valueOf(own.amount) ?? "" }],
      use: "none",
    });
    if (chance(4) === 0)
      await memory.dispatcher.call("follow-up.open-dispute", { invoiceId, reason: "price", note: null });
  }
}

/** A baseline, an owner, inputs of the return, and a signature beyond shadow. */
export async function runPilot({ memory, chance }: LivedIn): Promise<void> {
  const day = (month: number, from: number): string => `2026-0${month}-${from + chance(9)}`;
  await memory.call("pilot.record", {
    entry: {
      type: "baseline",
      source: "import",
      cases: Array.from({ length: 21 }, (_, at) => ({
        number: `B-${at}`,
        triggeredOn: day(5, 10),
        sentOn: chance(9) === 0 ? null : day(5, 20),
        dueOn: day(6, 12),
        paidOn: chance(7) === 0 ? null : day(6, 10),
        minutes: chance(8) === 0 ? null : `${18 + chance(20)}.${chance(10)}`,
        hadError: chance(6) === 0 ? null : chance(4) === 0,
      })),
    },
  });
  await memory.call("pilot.record", {
    entry: {
      type: "assessment",
      assessment: {
        handoff: "Delivery to invoice",
        repetitionsPerMonth: 40,
        dragDays: "",
        minutesEach: "",
        errorPercent: "",
        owner: "Ada",
        steps: [],
        segment: "all",
        notes: "",
      },
    },
  });
  await memory.call("pilot.record", {
    entry: {
      type: "return-inputs",
      inputs: {
        currency: "USD",
        loadedCostPerHour: "87.35",
        costPerMonth: "49.90",
        recoveredPercent: { low: "33.3", high: "90" },
        writeOffsBefore: "512.40",
        writeOffsNow: "180",
      },
    },
  });
  await memory.call("pilot.sign", { phase: "shadow", signedBy: "Ada", limits: null });
}
