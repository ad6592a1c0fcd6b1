import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowedPlants, plantsByRule, type Plant } from "./planted-files.ts";

interface RuleSet {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: Record<string, unknown>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const rules = createRequire(import.meta.url)("./dependency-rules.cjs") as RuleSet;

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** One run over a tree, with every rule at once. */
async function findViolations(baseDir: string): Promise<{ violations: Violation[]; fileCount: number }> {
  const folders = ["src-main", "src-renderer", "src-shared"].filter((name) =>
    existsSync(join(baseDir, name)),
  );
  const { output } = await cruise(folders, {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden } as never,
  });
  const { summary, modules } = output as ICruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    fileCount: modules.filter(({ source }) => /^src-(main|renderer|shared)\//.test(source)).length,
  };
}

describe("the product", () => {
  test("imports nothing it may not", async () => {
    const { violations, fileCount } = await findViolations(root);
    expect(fileCount).toBeGreaterThan(20);
    expect(violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
  });
});

/** Packages the plants import, as empty modules: the rules look at paths, not at what is inside. */
const packageNames = [
  "zod",
  "fflate",
  "react",
  "electron",
  "yauzl",
  "hash-wasm",
  "ws",
  "openai",
  "better-sqlite3-multiple-ciphers",
  "dexie",
  "zustand",
  "@tanstack/react-table",
];

describe("each rule bites", () => {
  const tree = mkdtempSync(join(tmpdir(), "countersign-rules-"));
  let violations: readonly Violation[] = [];

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }

  beforeAll(async () => {
    for (const name of packageNames) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
      );
      write(`node_modules/${name}/index.js`, "export const nothing = 0;\n");
    }
    const plants: readonly Plant[] = [...Object.values(plantsByRule).flat(), ...allowedPlants];
    for (const { needs = [] } of plants) for (const path of needs) write(path, "export const thing = 0;\n");
    // Half of the plants import types only: a dependency in the types is one in the design as well.
    for (const [index, { at, imports, form = index % 2 === 0 ? "values" : "types" }] of plants.entries())
      write(
        at,
        form === "values"
          ? `import "${imports}";\nexport {};\n`
          : `import type { thing } from "${imports}";\nexport type A = thing;\n`,
      );
    ({ violations } = await findViolations(tree));
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test("and each has a plant", () => {
    expect(Object.keys(plantsByRule).toSorted()).toEqual(rules.forbidden.map(({ name }) => name).toSorted());
  });

  test.each(Object.entries(plantsByRule))("%s", (rule, plants) => {
    // A cycle is reported once, from one of its ends.
    const ends = violations
      .filter((violation) => violation.rule === rule)
      .flatMap(({ from, to }) => [from, to]);
    const caught = new Set(ends);
    expect(plants.map(({ at }) => at).filter((at) => !caught.has(at))).toEqual([]);
  });

  test("and none bites what is allowed", () => {
    const allowed = new Set(allowedPlants.map(({ at }) => at));
    expect(violations.filter(({ from }) => allowed.has(from))).toEqual([]);
  });
});
