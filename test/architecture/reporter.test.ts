import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./repository.ts";

const workplace = join(root, "node_modules/.cache/reporter");
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

/** Runs vitest with our reporter over planted files; returns its last line and the counts it wrote. */
function report(files: Readonly<Record<string, string>>): { lastLine: string | undefined; counts: unknown } {
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace, { recursive: true });
  for (const [name, text] of Object.entries(files))
    writeFileSync(
      join(workplace, name),
      `import { beforeAll, describe, expect, test } from "vitest";\n${text}\n`,
    );
  const reporter = join(root, "test/passed-failed-reporter.ts");
  writeFileSync(
    join(workplace, "vitest.config.mjs"),
    `export default { root: ${JSON.stringify(workplace)}, test: { include: ["*.test.ts"], reporters: [${JSON.stringify(reporter)}] } };\n`,
  );
  const counts = join(workplace, "counts.json");
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", join(workplace, "vitest.config.mjs")],
    {
      cwd: workplace,
      encoding: "utf8",
      env: { ...process.env, COUNTERSIGN_COUNTS: counts, VITEST: undefined },
    },
  );
  return { lastLine: stdout.trimEnd().split("\n").at(-1), counts: JSON.parse(readFileSync(counts, "utf8")) };
}

test("a run ends with what passed and what failed", () => {
  expect(
    report({
      "fine.test.ts":
        'test("a", () => expect(1).toBe(1)); test("b", () => expect(2).toBe(2)); test.skip("c", () => {});',
      "wrong.test.ts": 'test("a", () => expect(1).toBe(2));',
    }),
  ).toEqual({ lastLine: "2 passed, 1 failed", counts: { passed: 2, failed: 1, skipped: 1 } });
});

test("a file that does not load and a set-up that throws are failures", () => {
  expect(
    report({
      "broken.test.ts": 'throw new Error("no"); test("a", () => {});',
      "set-up.test.ts":
        'describe("x", () => { beforeAll(() => { throw new Error("no"); }); test("a", () => {}); });',
      "fine.test.ts": 'test("a", () => expect(1).toBe(1));',
    }),
  ).toEqual({ lastLine: "1 passed, 2 failed", counts: { passed: 1, failed: 2, skipped: 1 } });
});
