import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { findChromium } from "../../.scripts/chromium.mjs";
import { serveFakeWindow } from "../fakes/window/serve-window.ts";

/** One figure of the window against its goal. Milliseconds, or megabytes for memory. */
export interface WindowFigure {
  readonly id: string;
  readonly unit: "ms" | "MB" | "count";
  readonly median: number;
  readonly p95: number;
  readonly goal: number;
  /** Which of the two the goal speaks of. */
  readonly judged: "p95" | "median";
  readonly samples: number;
}

const rows = 100_000;
/** The window in a real browser on a program in memory with 100,000 cases, or `null` where there is no browser. */
export async function benchWindow(): Promise<readonly WindowFigure[] | null> {
  const executable = findChromium();
  if (executable === undefined) return null;
  const served = await serveFakeWindow();
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({
      ...(executable === "playwright" ? {} : { executablePath: executable }),
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await measure(page, `${served.address}?rows=${rows}`);
  } finally {
    await browser?.close();
    served.close();
  }
}

async function measure(page: Page, address: string): Promise<readonly WindowFigure[]> {
  await page.goto(address);
  const grid = page.locator("[data-keys=queue][role=grid]");
  await grid.locator("[role=gridcell]").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_500);
  await page.evaluate(installProbe);

  const frames = await page.evaluate(() => globalThis.probe.scroll(6_000));
  const keys = await sample(24, () => page.evaluate(() => globalThis.probe.press("ArrowDown")));
  const words = "harbor logistics kestrel";
  const typed: number[] = [];
  const busy = await createBusyMeter(page);
  const filtering: number[] = [];
  for (let length = 1; length <= words.length; length += 1) {
    const text = words.slice(0, length).slice(-16);
    const spent = await busy(async () => {
      typed.push(await page.evaluate((value) => globalThis.probe.type(value), text));
    });
    filtering.push(spent);
  }
  await page.evaluate(() => globalThis.probe.type(""));
  const heads = ["over", "customer", "sendBy", "firstFinding", "payable", "number"];
  const sorts: number[] = [];
  const sorting: number[] = [];
  for (const id of [...heads, ...heads, ...heads, ...heads]) {
    const spent = await busy(async () => {
      sorts.push(await page.evaluate((column) => globalThis.probe.sort(column), id));
    });
    sorting.push(spent);
  }
  const opens: number[] = [];
  const reads: number[] = [];
  const opening: number[] = [];
  for (let turn = 0; turn < 24; turn += 1) {
    await page.evaluate(() => globalThis.probe.approach());
    const spent = await busy(async () => {
      const { shown, read } = await page.evaluate(() => globalThis.probe.open());
      opens.push(shown);
      reads.push(read);
    });
    opening.push(spent);
    await page.evaluate(() => globalThis.probe.leave());
  }
  const memory = await measureMemory(page);
  return [
    figure("window: scroll, frame time", "ms", frames.frames, 16.7, "p95"),
    figure("window: scroll, our script in frames above 50 ms", "ms", frames.scripts, 50, "p95"),
    figure("window: key to paint", "ms", keys, 100, "p95"),
    figure("window: filter as you type", "ms", typed, 80, "p95"),
    figure("window: sort", "ms", sorts, 150, "p95"),
    figure("window: open a case", "ms", opens, 100, "p95"),
    figure("window: open a case, documents to be read", "ms", reads, 100, "p95"),
    figure("window: filter as you type, processor", "ms", filtering, 80, "p95"),
    figure("window: sort, processor", "ms", sorting, 150, "p95"),
    figure("window: open a case, processor", "ms", opening, 100, "p95"),
    figure("window: memory of the renderer", "MB", [memory], 250, "median"),
  ];
}

/** Processor time of the page's main thread: what other work on the machine does not lengthen. */
async function createBusyMeter(page: Page): Promise<(act: () => Promise<void>) => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
  return async (act) => {
    const before = await spent();
    await act();
    return (await spent()) - before;
  };
}

async function sample(count: number, take: () => Promise<number>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < count; turn += 1) taken.push(await take());
  return taken;
}

function figure(
  id: string,
  unit: WindowFigure["unit"],
  samples: readonly number[],
  goal: number,
  judged: WindowFigure["judged"],
): WindowFigure {
  const sorted = samples.toSorted((first, second) => first - second);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { id, unit, median: at(0.5), p95: at(0.95), goal, judged, samples: samples.length };
}

/** Resident memory of the page's process after a collection where the system tells it, else the JavaScript heap. */
async function measureMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const megabytes = (bytes: number): number => bytes / 1024 / 1024;
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  const resident = residentOfRenderer();
  return resident === null ? megabytes(heap) : megabytes(resident);
}

/** Anonymous memory of the largest renderer that this process started; pages shared with the browser do not count. */
function residentOfRenderer(): number | null {
  if (process.platform !== "linux") return null;
  const sizes = readdirSync("/proc").flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      if (!command.includes("--type=renderer") || !isDescendant(Number(entry))) return [];
      const size = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${entry}/status`, "utf8"))?.[1];
      return size === undefined ? [] : [Number(size) * 1024];
    } catch {
      return [];
    }
  });
  return sizes.length === 0 ? null : Math.max(...sizes);
}

function isDescendant(id: number): boolean {
  for (let current = id; current > 1;) {
    if (current === process.pid) return true;
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${current}/status`, "utf8"))?.[1];
    current = Number(parent ?? 0);
  }
  return false;
}

declare global {
  /** What the page under measure offers; installed by the benchmark. */
  var probe: {
    scroll: (ms: number) => Promise<{ readonly frames: number[]; readonly scripts: number[] }>;
    press: (key: string) => Promise<number>;
    type: (text: string) => Promise<number>;
    sort: (column: string) => Promise<number>;
    /** Goes to the next row and rests there for a moment, as a person does who reads it. */
    approach: () => Promise<void>;
    /** Until findings are painted, and until documents and their text are there too. */
    open: () => Promise<{ readonly shown: number; readonly read: number }>;
    leave: () => Promise<void>;
  };
}

/** Runs inside the page: nothing from outside of it is there. */
function installProbe(): void {
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const grid = (): HTMLElement => document.querySelector("[data-keys=queue][role=grid]") as HTMLElement;
  const timed = async (act: () => void): Promise<number> => {
    await painted();
    const start = performance.now();
    act();
    await painted();
    return performance.now() - start;
  };
  const press = (target: HTMLElement, key: string): boolean =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  globalThis.probe = {
    scroll: async (ms) => {
      const frames: number[] = [];
      const scripts: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          scripts.push(
            (entry as unknown as { scripts: { duration: number }[] }).scripts.reduce(
              (sum, { duration }) => sum + duration,
              0,
            ),
          );
      });
      observer.observe({ type: "long-animation-frame" });
      const scroller = grid();
      const start = performance.now();
      let last = start;
      await new Promise<void>((resolve) => {
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          scroller.scrollTop += 180;
          if (now - start < ms) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      });
      observer.disconnect();
      scroller.scrollTop = 0;
      return { frames: frames.slice(1), scripts: scripts.length === 0 ? [0] : scripts };
    },
    press: (key) => {
      grid().focus();
      return timed(() => press(grid(), key));
    },
    type: (text) => {
      const field = document.querySelector("[data-filter]") as HTMLInputElement;
      const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      return timed(() => {
        property?.set?.call(field, text);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
    sort: (column) => timed(() => (document.querySelector(`#cell-head-${column}`) as HTMLElement).click()),
    approach: async () => {
      grid().focus();
      press(grid(), "ArrowDown");
      await painted();
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    open: async () => {
      const start = performance.now();
      press(grid(), "Enter");
      await until(() => document.querySelector(".review-screen .findings-pane") !== null);
      await painted();
      const shown = performance.now() - start;
      await until(
        () =>
          document.querySelector(".review-screen .document-note") === null &&
          [...document.querySelectorAll(".review-screen .pdf-page .textLayer")].some(
            ({ childElementCount }) => childElementCount > 0,
          ),
      );
      await painted();
      return { shown, read: performance.now() - start };
    },
    leave: async () => {
      press(document.querySelector(".review-screen") as HTMLElement, "Escape");
      await until(() => document.querySelector("[data-keys=queue][role=grid]") !== null);
      await painted();
    },
  };
}
