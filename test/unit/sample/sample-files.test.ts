import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { sampleFiles } from "../../sample-generator/make-sample.ts";

const folder = join(import.meta.dirname, "../../../resources/sample-data");

const listFiles = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? listFiles(join(path, entry.name))
      : [relative(folder, join(path, entry.name)).replaceAll("\\", "/")],
  );

test("the sample is what its story makes, byte for byte (npm run sample)", async () => {
  const made = await sampleFiles();
  expect(listFiles(folder).toSorted()).toEqual([...made.keys()].toSorted());
  for (const [path, bytes] of made)
    expect(readFileSync(join(folder, path)).equals(Buffer.from(bytes)), path).toBe(true);
});

test("the sample holds agreements of several trades, thirty invoices and the formats that are read", async () => {
  const paths = [...(await sampleFiles()).keys()];
  const count = (prefix: string): number => paths.filter((path) => path.startsWith(prefix)).length;
  expect(count("agreements/")).toBeGreaterThanOrEqual(7);
  expect(new Set(paths.map((path) => path.split(".").at(-1)))).toEqual(
    new Set(["docx", "pdf", "txt", "csv", "xlsx", "xml"]),
  );
});
