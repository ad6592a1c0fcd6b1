import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readText, root } from "./repository.ts";

interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>;
}

function checkLock(path?: string): { status: number | null; problems: string } {
  const script = join(root, ".scripts/check-lock.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, ...(path === undefined ? [] : [path])], {
    encoding: "utf8",
  });
  return { status, problems: stderr };
}

describe("the lock file", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-lock-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("installs on Linux, macOS and Windows, x64 and arm64", () => {
    expect(checkLock()).toEqual({ status: 0, problems: "" });
  });

  test.each([
    "@oxlint/binding-darwin-arm64",
    "@rolldown/binding-win32-x64-msvc",
    "@napi-rs/canvas-linux-arm64-gnu",
  ])("is refused without %s", (name) => {
    const lock = JSON.parse(readText("package-lock.json")) as Lock;
    expect(lock.packages[`node_modules/${name}`]).toBeDefined();
    delete lock.packages[`node_modules/${name}`];
    const path = join(folder, "package-lock.json");
    writeFileSync(path, JSON.stringify(lock));
    const { status, problems } = checkLock(path);
    expect(status).toBe(1);
    expect(problems).toContain(`Missing: ${name} `);
  });

  test("is refused when it names a host", () => {
    const lock = JSON.parse(readText("package-lock.json")) as Lock;
    lock.packages["node_modules/react"] = { version: "19.3.1", resolved: "https://mirror.example/react.tgz" };
    const path = join(folder, "hosted.json");
    writeFileSync(path, JSON.stringify(lock));
    expect(checkLock(path).problems).toContain("locked to a host");
  });
});
