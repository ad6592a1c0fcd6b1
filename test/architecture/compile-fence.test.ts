import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const workplace = join(root, "node_modules/.cache/compile-fence");

/** One statement a line: what a pure room must not be able to say. */
const forbidden = [
  'export const a = fetch("https://example.com");',
  "export const b = process.env;",
  "export const c = document.title;",
  "export const d = window.location;",
  'console.log("x");',
  "export const f = setTimeout(() => undefined, 1);",
  "export const g = crypto.randomUUID();",
  "export const h = performance.now();",
  'export const i = Buffer.from("x");',
  'export const j = new WebSocket("ws://example.com");',
  'import { readFileSync } from "node:fs";',
  "export const l = localStorage;",
  "export const m = navigator.language;",
  'export const n = require("node:fs");',
  "export const o = globalThis.process;",
];

const allowed = [
  'export const text: string = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode("x"));',
  "export const isStopped = (signal: AbortSignal): boolean => signal.aborted;",
  "export const sorted: readonly number[] = [3, 1, 2].toSorted((one, other) => one - other);",
];

/** Compiles lines with the very tsconfig of a room; returns the numbers of the lines with an error. */
function findBadLines(room: string, lines: readonly string[]): number[] {
  const folder = join(workplace, room.replaceAll("/", "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "planted.ts"), `${lines.join("\n")}\n`);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: relative(folder, join(root, room, "tsconfig.json")).replaceAll("\\", "/"),
      compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true, rootDir: root },
      files: [
        relative(folder, join(root, "src-shared/platform/core-globals.d.ts")).replaceAll("\\", "/"),
        "planted.ts",
      ],
      // The whole room compiles beside the plant: a package whose types pull in a host would open the fence.
      include: [`${relative(folder, join(root, room)).replaceAll("\\", "/")}/**/*.ts`],
      references: [],
    }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    cwd: root,
    encoding: "utf8",
  });
  const found = [...stdout.matchAll(/planted\.ts\((\d+),\d+\): error TS(\d+)/g)].map(([, line]) =>
    Number(line),
  );
  // An error without a place is one of the configuration: nothing was compiled.
  if (/^error TS/m.test(stdout) || (status !== 0 && stdout === "")) throw new Error(`${stdout}${stderr}`);
  return [...new Set(found)].toSorted((one, other) => one - other);
}

describe.each(["src-shared", "src-main/pipeline"])("%s", (room) => {
  afterAll(() => rmSync(workplace, { recursive: true, force: true }));

  test("cannot name what belongs to a host", () => {
    expect(findBadLines(room, forbidden)).toEqual(forbidden.map((_, index) => index + 1));
  });

  test("can decode text and be cancelled", () => {
    expect(findBadLines(room, allowed)).toEqual([]);
  });
});
