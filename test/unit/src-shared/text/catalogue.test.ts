import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  english,
  fillMessage,
  choosePluralInEnglish,
  formatMessage,
  isMessageCode,
  sentenceFor,
} from "../../../../src-shared/text/index.ts";

const root = join(import.meta.dirname, "../../../..");
const sources = ["src-main", "src-shared"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("text"))
    .map((path) => readFileSync(join(root, folder, path), "utf8")),
);

test("every code of a foreseen failure has its sentence", () => {
  const areas = "import|read|normalize|decide|export|vault|workspace|call|policy|sample|audit|money|time";
  const literal = new RegExp(`"((?:${areas})/[a-z][a-z0-9-]*)"`, "g");
  const codes = new Set(
    sources.flatMap((text) => [...text.matchAll(literal)].map((match) => match[1] ?? "")),
  );
  expect(codes.size).toBeGreaterThan(80);
  expect([...codes].filter((code) => !isMessageCode(code)).toSorted()).toEqual([]);
});

test("a sentence about a file says which file, and what to do", () => {
  for (const [code, message] of Object.entries(english)) {
    if (!/^(read|import)\//.test(code)) continue;
    const sentence = typeof message === "string" ? message : message.other;
    expect(sentence, code).toContain("{file}");
    // What happened, and then what to do or that there is nothing to do.
    expect(sentence.split(/[.;:] /).length, code).toBeGreaterThan(1);
    expect(sentence, code).toMatch(/\.$/);
  }
});

test("sentences are filled with their facts", () => {
  expect(sentenceFor({ code: "read/time-limit", facts: { seconds: 90 } }, "in/a.pdf")).toBe(
    "“in/a.pdf” took longer than 90 seconds to read and was stopped. Save it anew (print it to PDF, or export it again), and give the new file.",
  );
  expect(formatMessage("step/approve", { count: 1 })).toBe("Approve 1 invoice");
  expect(formatMessage("step/approve", { count: 12 })).toBe("Approve 12 invoices");
});

test("a code without a sentence names itself, and a missing fact leaves a mark", () => {
  expect(sentenceFor({ code: "read/never-heard" }, "a.pdf")).toContain(
    "“a.pdf”: this did not work (read/never-heard).",
  );
  expect(fillMessage("{a} and {b}", { a: 1 }, choosePluralInEnglish)).toBe("1 and …");
});

test("a fact is never taken for a placeholder", () => {
  expect(fillMessage("{a}", { a: "{b}", b: "x" }, choosePluralInEnglish)).toBe("{b}");
});
