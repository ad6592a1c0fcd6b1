import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFileStore } from "../../../../src-main/adapters/file-store-disk/index.ts";

const root = mkdtempSync(join(tmpdir(), "countersign-files-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const { signal } = new AbortController();
const find = async (...paths: string[]) =>
  (await diskFileStore.find(paths, signal)).map(
    ({ path, problem }) => `${path}${problem === null ? "" : ` ${problem.code}`}`,
  );

const place = (name: string, files: readonly string[]): string => {
  const folder = join(root, name);
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
};

test("files come in one order, named from the folder that was given", async () => {
  const folder = place("order", ["b/2.txt", "B.txt", "a.txt", "b/10.txt", "é.txt"]);
  expect(await find(folder)).toEqual(["B.txt", "a.txt", "b/10.txt", "b/2.txt", "é.txt"]);
  expect(await find(`${folder}/`)).toEqual(await find(folder));
  expect(await find(join(folder, "b/2.txt"))).toEqual(["2.txt"]);
});

test("two files of one name keep apart, and one file given twice is one", async () => {
  const one = place("one", ["x.txt"]);
  const two = place("two", ["x.txt"]);
  const both = await find(one, two);
  expect(both.map((path) => path.slice(-9))).toEqual(["one/x.txt", "two/x.txt"]);
  expect(await find(one, join(one, "x.txt"), one)).toEqual(["x.txt"]);
});

test("links are followed once, and never out of what was given", async () => {
  const folder = place("links", ["a.txt", "deep/b.txt"]);
  symlinkSync(folder, join(folder, "deep/loop"));
  symlinkSync(root, join(folder, "up"));
  symlinkSync(join(folder, "gone.txt"), join(folder, "broken.txt"));
  symlinkSync(join(folder, "self"), join(folder, "self"));
  expect(await find(folder)).toEqual([
    "a.txt",
    "broken.txt import/broken-link",
    "deep/b.txt",
    "deep/loop import/link-loop",
    "self import/link-loop",
    "up import/link-loop",
  ]);
});

test("what is no document is said, and nothing is left out silently", async () => {
  const folder = place("odd", ["a.txt", ".DS_Store", "~$a.docx", ".hidden.txt"]);
  expect(await find(folder, join(root, "nowhere"))).toEqual([
    ".DS_Store import/system-file",
    ".hidden.txt",
    "a.txt",
    "nowhere import/missing",
    "~$a.docx import/system-file",
  ]);
});

test.skipIf(process.platform === "win32")("a folder without permission is named", async () => {
  const folder = place("closed", ["a.txt", "in/b.txt"]);
  chmodSync(root, 0o755);
  chmodSync(join(folder, "in"), 0);
  // Permissions do not bind the superuser: for this look it is somebody else.
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65_534);
  try {
    expect(await find(folder)).toEqual(["a.txt", "in import/no-permission"]);
  } finally {
    if (isSuperuser) process.seteuid?.(0);
    chmodSync(join(folder, "in"), 0o700);
  }
});

test("a huge file is refused before it is loaded", async () => {
  const folder = place("huge", ["a.pdf"]);
  truncateSync(join(folder, "a.pdf"), 201 * 1024 * 1024);
  const [file] = await diskFileStore.find([folder], signal);
  expect(await diskFileStore.load(file!)).toEqual({
    ok: false,
    error: { code: "import/file-too-large", facts: { megabytes: 201, limit: 200 } },
  });
});

test("a file that is gone when it is loaded says so", async () => {
  const folder = place("gone", ["a.txt"]);
  const [file] = await diskFileStore.find([folder], signal);
  rmSync(join(folder, "a.txt"));
  expect(await diskFileStore.load(file!)).toEqual({ ok: false, error: { code: "import/missing" } });
});

test("searching can be cancelled", async () => {
  const cancelled = AbortSignal.abort(new Error("cancelled"));
  await expect(diskFileStore.find([place("cancel", ["a.txt"])], cancelled)).rejects.toThrow("cancelled");
});

const out = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

test("an export appears whole, or not at all, and never over another file", async () => {
  const folder = join(root, "export");
  expect(await diskFileStore.writeAll(folder, [out("a.csv", "1"), out("b.csv", "2")])).toEqual({
    ok: true,
    value: undefined,
  });
  expect(readdirSync(folder)).toEqual(["a.csv", "b.csv"]);
  const again = await diskFileStore.writeAll(folder, [out("c.csv", "3"), out("b.csv", "4")]);
  expect(again).toEqual({ ok: false, error: { code: "export/file-exists", facts: { file: "b.csv" } } });
  expect(readdirSync(folder)).toEqual(["a.csv", "b.csv"]);
  expect(readFileSync(join(folder, "b.csv"), "utf8")).toBe("2");
});

test("a folder that cannot be one is named", async () => {
  const file = join(place("blocked", ["file"]), "file");
  const refused = await diskFileStore.writeAll(file, [out("a.csv", "1")]);
  expect(refused.ok ? null : refused.error.code).toBe("export/folder-unusable");
});
