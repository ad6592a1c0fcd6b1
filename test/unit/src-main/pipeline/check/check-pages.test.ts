import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../../../../src-main/pipeline/check/index.ts";
import { checkIds } from "../../../../../src-shared/model/index.ts";

const pages = join(import.meta.dirname, "../../../../../docs/checks");

describe("the pages of the checks", () => {
  test("each implemented check has a page, and each page its check", () => {
    expect(readdirSync(pages).toSorted()).toEqual(checks.map(({ id }) => `${id}.md`).toSorted());
  });

  test.each(checks)("$id says what the registry says", ({ id, title, family, version, dependsOn }) => {
    const path = join(pages, `${id}.md`);
    expect(existsSync(path)).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page).toContain(`# ${id}\n`);
    expect(page).toContain(`| Title | ${title} |`);
    expect(page).toContain(`| Family | ${family} |`);
    expect(page).toContain(`| Version | ${version} |`);
    for (const other of dependsOn) expect(page).toContain(`\`${other}\``);
    for (const part of ["What it computes", "Formula", "When it cannot determine", "Example"])
      expect(page).toContain(`**${part}.**`);
  });
});

describe("the registry", () => {
  test("every id is one of the catalogue, and none is there twice", () => {
    const ids = checks.map(({ id }) => id);
    expect(ids.filter((id) => !checkIds.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a check depends only on checks that there are", () => {
    const ids = new Set<string>(checks.map(({ id }) => id));
    expect(checks.flatMap(({ dependsOn }) => dependsOn).filter((id) => !ids.has(id))).toEqual([]);
  });
});
