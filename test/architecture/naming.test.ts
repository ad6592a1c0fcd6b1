import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { isCode, isProduct, listFiles, readText } from "./repository.ts";

const files = listFiles().filter((path) => isCode(path) && /^(src-|test\/|\.scripts\/)/.test(path));

const bannedParts = new Set([
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "misc",
  "manager",
  "managers",
  "data",
  "info",
  "service",
  "stuff",
]);
/** Folders the architecture names, though they hold such a word. */
const namedFolders = new Set(["services", "sample-data", "data-grid"]);
/** "Service" before a noun is a word of the trade: the service date, the service period. At the end it is a role. */
const saysNothing = (part: string, index: number, parts: readonly string[]): boolean =>
  bannedParts.has(part) && !(part === "service" && index < parts.length - 1);

const isKebab = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
const stem = (path: string): string => basename(path).replace(/(\.(test|spec|config|d))?\.[a-z]+$/, "");

/** A table may be long: rows are read by looking up, not from top to bottom. */
function isTable(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const logic = lines.filter((line) =>
    /\bfunction\b|=>|\bif \(|\bfor \(|\bwhile \(|\breturn\b|\bswitch \(/.test(line),
  );
  return logic.length * 10 < lines.length;
}

function findInFiles(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readText(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

describe("names", () => {
  test("there are files to look at", () => expect(files.length).toBeGreaterThan(20));

  test("files and folders are kebab-case", () => {
    const folders = [...new Set(files.map((path) => dirname(path)))].flatMap((path) => path.split("/"));
    const names = new Set([...files.map(stem), ...folders.filter((name) => !/^(\.|src-)/.test(name))]);
    // Check ids are folder names of goldens: "rate.over".
    expect(
      [...names].filter((name) => name !== "" && !isKebab(name) && !/^[a-z-]+\.[a-z-]+$/.test(name)),
    ).toEqual([]);
  });

  test("no part of a name says nothing", () => {
    const bad = files.filter((path) => {
      const folders = dirname(path)
        .split("/")
        .filter((name) => !namedFolders.has(name));
      return [stem(path), ...folders].some(
        (name) => !namedFolders.has(name) && name.split(/[-.]/).some(saysNothing),
      );
    });
    expect(bad).toEqual([]);
  });

  test("a function says find, load, read or compute, never get", () => {
    expect(findInFiles(files.filter(isProduct), /\b(function|const|let)\s+get[A-Z]\w*/)).toEqual([]);
  });

  test("our own words are spelled the US way", () => {
    const british =
      "(colour|behaviour|normalis|serialis|initialis|organis|recognis|summaris|favour|honour|licence)";
    const declared = new RegExp(`\\b(function|const|let|interface|type|class)\\s+\\w*${british}`, "i");
    expect(findInFiles(files.filter(isProduct), declared)).toEqual([]);
  });

  // Tests, builders and stories are lists of cases, read one at a time.
  test("a file of logic stays under 300 lines", () => {
    const long = files
      .filter((path) => isProduct(path) || path.startsWith(".scripts/"))
      .flatMap((path) => {
        const text = readText(path);
        const count = text.split("\n").length - 1;
        return count > 300 && !isTable(text) ? [`${path}: ${count}`] : [];
      });
    expect(long).toEqual([]);
  });
});
