import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { detectMediaType, documentIdFor } from "../../../../../src-main/pipeline/import/index.ts";
import { makeWorkbook } from "../../../../golden/formats/make-office-inputs.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a media type comes from the content", () => {
  test.each<[string, string, string]>([
    ["a.csv", "%PDF-1.7\n…", "application/pdf"],
    ["a.pdf", `${"\n".repeat(900)}%PDF-1.4`, "application/pdf"],
    ["a.pdf", "Dear Sir,\nplease find enclosed", "text/plain"],
    ["a.xml", '<?xml version="1.0"?><Invoice/>', "application/xml"],
    ["a.txt", '<Invoice xmlns="urn:x"><ID>1</ID></Invoice>', "application/xml"],
    ["a", "<!doctype html><html><body>Hi</body></html>", "text/html"],
    ["a", '<?xml version="1.0"?><html xmlns="urn:x"></html>', "text/html"],
    ["a.txt", '{"invoices": []}', "application/json"],
    [
      "a",
      "From: a@x.test\r\nTo: b@x.test\r\nSubject: ok\r\nMessage-ID: <1@x>\r\n\r\nFine.",
      "message/rfc822",
    ],
    ["a", "From: Ana\nTo: Bo\nDate: 3 May\nSubject: Quote\n\nAccepted.", "text/plain"],
    ["a.csv", "one line only", "text/csv"],
    ["a", "day,person,hours\n2026-01-02,Ana,3\n2026-01-03,Bo,4\n", "text/csv"],
    ["a", "day;hours\n2026-01-02;3\n2026-01-03;4\n", "text/csv"],
    ["a", "First, we agree on this.\nThen, in May, we part, as friends, at last.\n", "text/plain"],
    ["a.md", "Just words", "text/markdown"],
    ["a", "# Terms\n\n- one\n- two\n", "text/markdown"],
    ["a.txt", "# not a heading here\nplain", "text/plain"],
    ["a.md", "day\thours\n1\t2\n", "text/markdown"],
    ["a.doc", "{\\rtf1 hello}", "application/rtf"],
  ])("%s beginning %j is %s", (name, text, type) => {
    expect(detectMediaType(name, bytes(text))).toBe(type);
  });

  test("knows office packages from other archives, whatever they are called", () => {
    const workbook = makeWorkbook([{ name: "A", xml: "<sheetData/>" }]);
    expect(detectMediaType("export.csv", workbook)).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(detectMediaType("a.xlsx", bytes("PK\u0003\u0004xxxxreadme.txt"))).toBe("application/zip");
  });

  test("knows pictures, old office files and plain bytes", () => {
    expect(detectMediaType("a", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
    expect(detectMediaType("a", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe(
      "application/x-ole-storage",
    );
    expect(detectMediaType("a", bytes("\u0000\u0000\u0000\u0018ftypheic"))).toBe("image/heic");
    expect(detectMediaType("a", bytes("\u0000\u0000\u0000\u001cftypavif"))).toBe("image/avif");
    expect(detectMediaType("a.txt", Uint8Array.of(1, 2, 3, 4, 5, 6))).toBe("application/octet-stream");
    expect(detectMediaType("a.txt", new Uint8Array())).toBe("application/x-empty");
  });

  test("takes a word that begins like a bitmap for a word", () => {
    const head = [
      0x42, 0x4d, 0x9a, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0, 6, 0, 0, 0, 5, 0, 0, 0,
    ];
    expect(detectMediaType("a", Uint8Array.from(head))).toBe("image/bmp");
    expect(detectMediaType("a.txt", bytes("BMW Group, Munich: invoice 17 of 3 March 2026"))).toBe(
      "text/plain",
    );
  });

  test("knows text in two bytes a character", () => {
    const wide = Uint8Array.from([...bytes("a;b\n1;2\n3;4\n")].flatMap((byte) => [byte, 0]));
    expect(detectMediaType("a", wide)).toBe("text/csv");
  });
});

test("an id depends on content and path, and on nothing else", () => {
  const id = documentIdFor("00ff", "in/a.pdf", sha256);
  expect(id).toBe(`doc-${sha256("00ff\nin/a.pdf").slice(0, 12)}`);
  expect(documentIdFor("00ff", "in/b.pdf", sha256)).not.toBe(id);
  expect(documentIdFor("00fe", "in/a.pdf", sha256)).not.toBe(id);
});
