// npm run mutation -- [--of money,time,pricing] [--sample 60] [--seed 1]: changes the code of money, time and prices in a
// copy, one small thing at a time, and counts how many changes its tests notice.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRandom } from "../bench/random.ts";
import { mutantsOf, withMutant } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";

const root = new URL("../..", import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    of: { type: "string", default: "money,time" },
    sample: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
  },
});
const parts = values.of.split(",");
const out = (line: string): void => void process.stdout.write(`${line}\n`);

/** The tests of a part: its own, and those that hold it against something else. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  money: [
    "test/unit/src-shared/money",
    "test/unit/src-shared/cases.test.ts",
    "test/reference/differential.test.ts",
  ],
  time: [
    "test/unit/src-shared/time",
    "test/unit/src-shared/cases.test.ts",
    "test/reference/differential.test.ts",
  ],
  pricing: [
    "test/unit/src-shared/pricing",
    "test/unit/src-shared/cases.test.ts",
    "test/reference/differential.test.ts",
  ],
  check: ["test/golden/checks", "test/evaluation/checks"],
};
const folderOf: Readonly<Record<string, string>> = {
  money: "src-shared/money",
  time: "src-shared/time",
  pricing: "src-shared/pricing",
  check: "src-main/pipeline/check",
};

/** What the last run of the tests said. */
let last = "";

/** A copy of what the tests need, so that no mutant ever stands in the repository. */
function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const name of [
    "src-shared",
    "src-main",
    "src-renderer",
    "test",
    "resources",
    "package.json",
    "tsconfig.json",
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function isNoticed(copy: string, part: string): boolean {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--config",
      "test/vitest.config.ts",
      "--project",
      "node",
      "--bail",
      "1",
      ...(testsOf[part] ?? []),
    ],
    { cwd: copy, encoding: "utf8", timeout: 120_000, env: { ...process.env, CI: "1" } },
  );
  // Whatever never ends was noticed, too.
  last = `${stdout}${stderr}`;
  return status !== 0;
}

function sample(part: string): readonly Mutant[] {
  const folder = join(root, folderOf[part] ?? "");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith("index.ts") && !name.endsWith("-table.ts"),
  );
  const all = files
    .toSorted()
    .flatMap((name) => mutantsOf(join(folderOf[part] ?? "", name), readFileSync(join(folder, name), "utf8")));
  const random = createRandom(Number(values.seed));
  return all
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, Number(values.sample))
    .map(({ mutant }) => mutant);
}

const copy = makeCopy();
try {
  for (const part of parts) {
    if (isNoticed(copy, part))
      throw new Error(`The tests of ${part} fail without any change: ${last.slice(-2000)}`);
    const mutants = sample(part);
    let noticed = 0;
    for (const mutant of mutants) {
      const text = readFileSync(join(root, mutant.path), "utf8");
      writeFileSync(join(copy, mutant.path), withMutant(text, mutant));
      if (isNoticed(copy, part)) noticed += 1;
      else out(`  survives  ${mutant.path}:${mutant.line}  ${mutant.before}  →  ${mutant.after}`);
      writeFileSync(join(copy, mutant.path), text);
    }
    out(
      `${part}: ${noticed} of ${mutants.length} noticed (${((100 * noticed) / Math.max(1, mutants.length)).toFixed(1)} %)`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
