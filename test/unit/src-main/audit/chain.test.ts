import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { appendEntries, encodeCanonicalJson, verifyEntry } from "../../../../src-main/audit/index.ts";
import type { ChainRow } from "../../../../src-main/audit/index.ts";

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const stamp = { at: "2026-11-21T09:00:00.000Z", actor: "Ada", shell: "cli", app: "0.1.0" };
const draft = (object: string) => ({ action: "decision", object, digests: { event: hash(object) } });

function chainOf(length: number): ChainRow[] {
  let rows: ChainRow[] = [];
  for (let index = 0; index < length; index += 1)
    rows = [...rows, ...appendEntries(rows.at(-1) ?? null, [draft(`evt-${index}`)], stamp, hash)];
  return rows;
}

/** The sequence of the first entry that does not fit, or `null`. */
function firstFault(rows: readonly ChainRow[]): number | null {
  let last: { sequence: number; hash: string } | null = null;
  for (const row of rows) {
    const verified = verifyEntry(row, last, hash);
    if ("fault" in verified) return row.sequence;
    last = verified.entry;
  }
  return null;
}

test("a chain that nobody touched verifies, in one append or many", () => {
  expect(firstFault(chainOf(20))).toBeNull();
  const together = appendEntries(
    null,
    Array.from({ length: 20 }, (_, index) => draft(`evt-${index}`)),
    stamp,
    hash,
  );
  expect(together).toEqual(chainOf(20));
});

test("its bytes are published: canonical JSON under RFC 6962's leaf prefix", () => {
  const [row] = chainOf(1);
  expect(row?.body).toBe(
    `{"action":"decision","actor":"Ada","app":"0.1.0","at":"2026-11-21T09:00:00.000Z","digests":{"event":"${hash("evt-0")}"},"object":"evt-0","prev":"${"0".repeat(64)}","seq":1,"shell":"cli","v":1}`,
  );
  expect(row?.hash).toBe(
    createHash("sha256")
      .update(Buffer.from([0]))
      .update(row?.body ?? "")
      .digest("hex"),
  );
});

const rehash = (row: ChainRow, change: (body: Record<string, unknown>) => void): ChainRow => {
  const body = JSON.parse(row.body) as Record<string, unknown>;
  change(body);
  const text = encodeCanonicalJson(body);
  return { ...row, body: text, hash: hash(`\u0000${text}`) };
};

test.each<readonly [string, (rows: ChainRow[]) => ChainRow[], number]>([
  ["an edited body", (rows) => rows.with(4, { ...rows[4]!, body: rows[4]!.body.replace("Ada", "Eve") }), 5],
  [
    "an edited body with its hash made to fit",
    (rows) =>
      rows.with(
        4,
        rehash(rows[4]!, (body) => (body["actor"] = "Eve")),
      ),
    6,
  ],
  ["a deleted entry", (rows) => rows.toSpliced(4, 1), 6],
  [
    "a deleted entry with numbers closed up",
    (rows) => rows.toSpliced(4, 1).map((row, index) => ({ ...row, sequence: index + 1 })),
    5,
  ],
  ["two entries changed about", (rows) => [...rows.slice(0, 4), rows[5]!, rows[4]!, ...rows.slice(6)], 6],
  ["an inserted copy", (rows) => rows.toSpliced(5, 0, rows[4]!), 5],
  ["a missing beginning", (rows) => rows.slice(1), 2],
  [
    "another spelling of the same JSON",
    (rows) => {
      const text = rows[4]!.body.replace('"v":1', '"v": 1');
      return rows.with(4, { ...rows[4]!, body: text, hash: hash(`\u0000${text}`) });
    },
    5,
  ],
  ["a body that is no JSON", (rows) => rows.with(4, { ...rows[4]!, body: "x", hash: hash("\u0000x") }), 5],
])("%s is found", (_, attack, sequence) => {
  expect(firstFault(attack(chainOf(10)))).toBe(sequence);
});

test("any change of any character of any entry is found", () => {
  const rows = chainOf(8);
  fc.assert(
    fc.property(
      fc.nat(7),
      fc.nat(10_000),
      fc.string({ minLength: 1, maxLength: 1 }),
      (index, place, character) => {
        const row = rows[index]!;
        const position = place % row.body.length;
        fc.pre(row.body[position] !== character);
        const body = row.body.slice(0, position) + character + row.body.slice(position + 1);
        expect(firstFault(rows.with(index, { ...row, body }))).toBe(index + 1);
      },
    ),
  );
});

test("canonical JSON does not depend on the order of names, and is read back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = encodeCanonicalJson(value);
      expect(encodeCanonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(encodeCanonicalJson({ b: 1, a: [true, null, "é"], c: undefined })).toBe(
    '{"a":[true,null,"é"],"b":1}',
  );
});
