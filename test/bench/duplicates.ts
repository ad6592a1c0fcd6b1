import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { DuplicatesRun } from "./duplicates-run.ts";
import { perSecond, type BenchResult } from "./result.ts";

const script = fileURLToPath(new URL("./duplicates-run.ts", import.meta.url));
const sizes = [100_000, 300_000, 1_000_000] as const;
/** As `duplicates-run.ts` makes them: of a thousand bills of every second month one is a copy. */
const copiesIn = (count: number): number => 5 * Math.floor(count / 5000 / 2);

function search(count: number): DuplicatesRun {
  const output = execFileSync(process.execPath, ["--max-old-space-size=12000", script, String(count)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const run = JSON.parse(output) as DuplicatesRun;
  if (run.found !== copiesIn(count))
    throw new Error(`${copiesIn(count)} invoices are copies; ${run.found} were found`);
  return run;
}

const leastOf = (values: readonly number[]): number => Math.min(...values);
const exponent = (fewMs: number, manyMs: number, times: number): number =>
  Math.log(manyMs / fewMs) / Math.log(times);

/**
 * The search for duplicates at three sizes, each in a fresh process: how its processor time grows.
 *
 * The ratio is the exponent of growth from the least size to the largest; 1 is linear.
 */
export function benchDuplicates(rounds: number): readonly BenchResult[] {
  const ms = sizes.map((size) => leastOf(Array.from({ length: rounds }, () => search(size).processorMs)));
  const [few = 1, middle = 1, many = 1] = ms;
  const [fewest, , most] = sizes;
  const once = (value: number) => ({ medianMs: value, leastMs: value, mostMs: value });
  const whole = exponent(few, many, most / fewest);
  const parts = [exponent(few, middle, 3), exponent(middle, many, 10 / 3)];
  const growth: BenchResult = {
    id: "duplicates",
    title: "find duplicates, exponent of growth",
    work: `${most.toLocaleString("en-US")} invoices`,
    reference: `the same among ${fewest.toLocaleString("en-US")}; 1 is linear`,
    ours: once(many),
    theirs: once(few),
    ratio: { median: whole, least: leastOf(parts), most: Math.max(...parts) },
    shown: perSecond(most, once(many), "invoices"),
    shownReference: perSecond(fewest, once(few), "invoices"),
  };
  return [
    growth,
    {
      id: "duplicates-time",
      title: "find duplicates",
      work: growth.work,
      reference: "–",
      ours: once(many),
      shown: `${(many / 1000).toFixed(1)} s`,
    },
  ];
}
