import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isCode, listFiles, readText, root } from "./repository.ts";

const files = listFiles();
const binary = /\.(pdf|docx|xlsx|zip|png|jpe?g|gif|ico|icns|wasm|ttf|woff2|db|bin|p7m|msg|eml)$/i;
const texts = files.filter((path) => !binary.test(path) && statSync(join(root, path)).size < 5_000_000);
/** Inputs and expected bytes of tests are documents as they came: their line ends and words are theirs. */
const isDocument = (path: string): boolean => /^(test\/(golden|corpus)|resources\/sample-data)\//.test(path);
const own = texts.filter((path) => !isDocument(path) && path !== "package-lock.json");

function findLines(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readText(path)
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 160)}`] : [],
      ),
  );
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe("the repository", () => {
  test("has the top level it names, and nothing else", () => {
    const allowed = new Set([
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "electron.vite.config.ts",
      "src-main",
      "src-renderer",
      "src-shared",
      "resources",
      "test",
      "README.md",
      "LICENSE",
      "CHANGELOG.md",
      "docs",
    ]);
    const top = new Set(files.map((path) => path.split("/")[0] ?? path));
    expect([...top].filter((name) => !name.startsWith(".") && !allowed.has(name))).toEqual([]);
  });

  test("records no host of a package registry", () => {
    const hosts = [...readText("package-lock.json").matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(
      ([, host]) => host,
    );
    expect([...new Set(hosts)]).toEqual([]);
    expect(
      findLines(
        files.filter((path) => path === ".npmrc"),
        /registry\s*=|_authToken|proxy/,
      ),
    ).toEqual([]);
  });

  test("holds no path of the machine it is on", () => {
    const here = escape(root.replaceAll("\\", "/").replace(/\/$/, ""));
    expect(findLines(texts, new RegExp(`(?<![\\w.])${here}(?![\\w-])`))).toEqual([]);
  });

  test("has no open end without an issue", () => {
    // Built from parts, so that this line does not find itself.
    const words = ["TO-DO", "FIX-ME", "HA-CK"].map((word) => word.replace("-", ""));
    const open = new RegExp(`\\b(${words.join("|")})\\b(?!\\(#\\d+\\))`);
    expect(findLines(own.filter(isCode), open)).toEqual([]);
  });

  test("leaves no test out by accident", () => {
    expect(
      findLines(
        own.filter((path) => /^test\/.*\.tsx?$/.test(path)),
        /\b(test|it|describe)\.only\(|\bf(describe|it)\(/,
      ),
    ).toEqual([]);
  });

  test("gives a reason where a lint rule is off", () => {
    const lines = own
      .filter((path) => isCode(path) && !path.startsWith("test/architecture/"))
      .flatMap((path) => {
        const all = readText(path).split("\n");
        return all.flatMap((line, index) => {
          if (!/(oxlint|eslint)-disable/.test(line) || / -- \S/.test(line)) return [];
          return /^\s*(\/\/|\*|\{\/\*)/.test(all[index - 1] ?? "") ? [] : [`${path}:${index + 1}`];
        });
      });
    expect(lines).toEqual([]);
    expect(
      findLines(
        own.filter((path) => isCode(path) && !path.startsWith("test/architecture/")),
        /@ts-(ignore|nocheck)/,
      ),
    ).toEqual([]);
  });

  test("has LF line ends and a final newline", () => {
    const bad = own.filter((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return text !== "" && (text.includes("\r\n") || !text.endsWith("\n"));
    });
    expect(bad).toEqual([]);
  });

  test("pins each package to one version", () => {
    const manifest = JSON.parse(readText("package.json")) as Record<string, Record<string, string>>;
    const versions = ["dependencies", "devDependencies", "optionalDependencies", "overrides"].flatMap(
      (name) => Object.entries(manifest[name] ?? {}),
    );
    expect(versions.length).toBeGreaterThan(40);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("stays small: no file above 3 MB", () => {
    expect(files.filter((path) => statSync(join(root, path)).size > 3_000_000)).toEqual([]);
  });
});
