import { describe, expect, test } from "vitest";
import { lookAtFolder } from "../../../../../src-main/services/intake/watch-folder.ts";
import type { FoundFile } from "../../../../../src-main/ports/file-store.ts";
import type { InputOf } from "../../../../../src-shared/api/contract.ts";
import { err, ok } from "../../../../../src-shared/result/index.ts";
import { createFixedTools, openMemoryProgram } from "../../../../fakes/memory-program.ts";
import { createTextReader } from "../../../../fakes/text-reader.ts";

const encode = (text: string): string => Buffer.from(text).toString("base64");
const sale = (number: string): string => JSON.stringify({ number });

describe("a document that could not be read", () => {
  test("is read again alone, with what is inside it, and can be taken back", async () => {
    const tools = createFixedTools(new Map());
    const { reader } = tools;
    let isBroken = true;
    const { call } = await openMemoryProgram({
      tools: {
        ...tools,
        reader: {
          ...reader,
          read: async (file, bytes, ...rest) => {
            if (isBroken) return reader.read(file, new TextEncoder().encode("crash"), ...rest);
            const read = await reader.read(file, bytes, ...rest);
            const inner = {
              name: "inner.json",
              relation: "member",
              bytes: new TextEncoder().encode(sale("B-2")),
            };
            return { ...read, members: file.path.includes("!") ? [] : [inner as never] };
          },
        },
      },
    });
    const files = [{ path: "a.json", base64: encode(sale("A-1")) }];
    const [bad] = (await call("documents.import-files", { files })).documents;
    expect(bad?.status).toBe("unreadable");
    expect(await call("documents.retry", { documentId: bad?.id ?? "" })).toMatchObject({
      status: "unreadable",
    });
    expect((await call("history.list", {})).length).toBe(1);
    isBroken = false;
    expect(await call("documents.retry", { documentId: bad?.id ?? "" })).toMatchObject({ status: "read" });
    expect((await call("documents.list", {})).map(({ path, status }) => [path, status])).toEqual([
      ["a.json", "read"],
      ["a.json!inner.json", "read"],
    ]);
    expect((await call("documents.read", { documentId: bad?.id ?? "" })).text).toBe(sale("A-1"));
    expect(new Set((await call("review.queue", {})).rows.map(({ number }) => number))).toEqual(
      new Set(["A-1", "B-2"]),
    );
    expect((await call("audit.verify", {})).state).toBe("intact");
  });
});

const table = [
  "Wann;Wer;Was;Std;Kd",
  "03.03.2026;Kim;Montage;7,5;Acme",
  "04.03.2026;Kim;Montage;acht;Acme",
  "05.03.2026;Lee;Abnahme;2,25;Acme",
].join("\n");

describe("a table that nobody knows", () => {
  const openTable = async () => {
    const host = await openMemoryProgram({
      tools: { ...createFixedTools(new Map()), reader: createTextReader() },
    });
    const files = [{ path: "export.csv", base64: encode(table) }];
    const [row] = (await host.call("documents.import-files", { files })).documents;
    return { ...host, documentId: row?.id ?? "" };
  };
  const mapping: InputOf<"tables.remember">["mapping"] = {
    id: "draft",
    title: "Werkstatt",
    kind: "timesheet",
    signature: ["Wann", "Wer", "Was", "Std", "Kd"],
    columns: { Wann: "date", Wer: "person", Was: "task", Std: "hours", Kd: "customer" },
    decimalMark: ",",
    dateOrder: "day-first",
  };

  test("is shown with its first rows, and what a draft would make of it, kept nowhere", async () => {
    const { call, documentId } = await openTable();
    const plain = await call("tables.sketch", { documentId, headerRow: null, draft: null });
    expect(plain.sketches[0]?.columns.map(({ title }) => title)).toEqual(mapping.signature);
    expect(plain.sketches[0]?.rows[0]).toEqual(["03.03.2026", "Kim", "Montage", "7,5", "Acme"]);
    expect(plain.presets.length).toBeGreaterThan(15);
    const draft = await call("tables.sketch", {
      documentId,
      headerRow: null,
      draft: { ...mapping, columns: { ...mapping.columns, Std: "quantity" } },
    });
    expect(draft.sketches[0]?.faults).toEqual([{ row: 1, column: 3, text: "acht", fault: "no-number" }]);
    const read = await call("tables.sketch", { documentId, headerRow: null, draft: mapping });
    expect(read.reading).toMatchObject({ kind: "timesheet", recordCount: 3 });
    expect(read.reading.records[0]).toMatchObject({ date: "2026-03-03", person: "Kim", quantity: "7.5" });
    // What cannot be read is nothing, never zero.
    expect(read.reading.records[1]?.quantity).toBeNull();
    expect(read.sketches[0]?.faults).toMatchObject([{ row: 1, column: 3, fault: "no-number" }]);
    expect((await call("policy.read", {})).tableMappings).toEqual([]);
  });

  test("is read by what was remembered, and so is the next one of its kind", async () => {
    const { call, documentId } = await openTable();
    const own = await call("tables.remember", { mapping });
    expect(own.id).toMatch(/^own-[0-9a-f]{16}$/);
    expect((await call("documents.list", {}))[0]).toMatchObject({ id: documentId, kind: "timesheet" });
    const next = [{ path: "next.csv", base64: encode(table.replaceAll("03.2026", "04.2026")) }];
    expect((await call("documents.import-files", { files: next })).documents[0]?.kind).toBe("timesheet");
    expect((await call("deliveries.list", {})).length).toBe(6);
    await call("tables.remember", { mapping: { ...mapping, title: "Other name" } });
    expect((await call("policy.read", {})).tableMappings.map(({ title }) => title)).toEqual(["Other name"]);
  });

  test("that is none is said, and so is a row of titles without titles", async () => {
    const { call, refused, documentId } = await openTable();
    const files = [{ path: "note.txt", base64: encode("Dear Kim,\n\nthank you.\n") }];
    const [note] = (await call("documents.import-files", { files })).documents;
    const sketch = { documentId: note?.id ?? "", headerRow: null, draft: null };
    expect(await refused("tables.sketch", sketch)).toBe("mapping/no-table");
    expect(await refused("tables.sketch", { ...sketch, documentId: "doc-none" })).toBe(
      "decide/unknown-document",
    );
    expect(await refused("tables.remember", { mapping: { ...mapping, signature: [" "] } })).toBe(
      "mapping/no-titles",
    );
    expect(documentId).not.toBe("");
  });
});

describe("a watched folder", () => {
  const watched = async (mode: "offer" | "import") => {
    const onDisk = new Map<string, string>();
    const tools = createFixedTools(new Map());
    const steady = new Set<string>();
    const host = await openMemoryProgram({
      tools: {
        ...tools,
        files: {
          ...tools.files,
          find: () =>
            Promise.resolve(
              [...onDisk].map(([path, text]): FoundFile => ({
                location: `/in/${path}`,
                path,
                sizeBytes: text.length,
                problem: null,
              })),
            ),
          load: ({ path }) =>
            Promise.resolve(
              steady.has(path)
                ? ok(new TextEncoder().encode(onDisk.get(path) ?? ""))
                : err({ code: "import/changed-while-reading" }),
            ),
        },
      },
    });
    const { workspace } = host.program;
    if (workspace === null) throw new Error("The workspace is open.");
    const look = () => lookAtFolder(host.program, workspace);
    const put = (path: string, text: string) => void onDisk.set(path, text);
    await host.call("intake.watch", { path: "/in", mode });
    return { ...host, look, put, steady };
  };

  test("offers a file once it is whole, and imports it when it is asked to", async () => {
    const { call, look, put, steady } = await watched("offer");
    const state = async () => {
      await look();
      const { offered, arriving } = await call("intake.folder", {});
      return [offered.map(({ path }) => path), arriving];
    };
    put("a.json", "");
    expect(await state()).toEqual([[], 1]);
    put("a.json", sale("A-1").slice(0, 5));
    expect(await state()).toEqual([[], 1]);
    put("a.json", sale("A-1"));
    expect(await state()).toEqual([[], 1]);
    // Of one size for a while, but written to while it is read.
    expect(await state()).toEqual([[], 1]);
    steady.add("a.json");
    await state();
    expect(await state()).toEqual([["a.json"], 0]);
    put("b.json.crdownload", sale("B-2"));
    steady.add("b.json.crdownload");
    for (let count = 0; count < 4; count += 1) await state();
    expect(await state()).toEqual([["a.json"], 1]);
    expect(await call("documents.list", {})).toEqual([]);
    expect((await call("intake.take-in", {})).offered).toEqual([]);
    expect((await call("documents.list", {})).map(({ path, status }) => [path, status])).toEqual([
      ["a.json", "read"],
    ]);
    expect(await state()).toEqual([[], 1]);
  });

  test("imports by itself where that is wanted, the same bytes once, and stops when it is told to", async () => {
    const { call, look, put, steady } = await watched("import");
    for (const path of ["a.json", "copy.json"]) {
      put(path, sale("A-1"));
      steady.add(path);
    }
    await look();
    await look();
    await look();
    expect((await call("documents.list", {})).map(({ path, status }) => [path, status])).toEqual([
      ["a.json", "read"],
      ["copy.json", "skipped"],
    ]);
    const off = await call("intake.watch", { path: null, mode: "offer" });
    expect(off).toEqual({ path: null, mode: "offer", offered: [], arriving: 0, problem: null });
    put("c.json", sale("C-3"));
    steady.add("c.json");
    await look();
    await look();
    expect((await call("documents.list", {})).length).toBe(2);
  });
});
