import { describe, expect, test } from "vitest";
import { detectMediaType } from "../../../../../../src-main/pipeline/import/index.ts";
import {
  isSignedFile,
  signedContentOf,
} from "../../../../../../src-main/pipeline/read/asn1/signed-content.ts";
import { readBytes } from "../../../../../builders/read-bytes.ts";
import { signedFile, tagged } from "../../../../../builders/signed-file.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const invoice = utf8(`<?xml version="1.0"?><FatturaElettronica>${"x".repeat(300)}</FatturaElettronica>`);

describe("a signed file", () => {
  test.each(["whole", "pieces"] as const)("gives what was signed (%s)", async (form) => {
    const bytes = signedFile(invoice, form);
    expect(isSignedFile(bytes)).toBe(true);
    expect(detectMediaType("IT01_1.xml.p7m", bytes)).toBe("application/pkcs7-mime");
    expect(signedContentOf(bytes)).toEqual(invoice);
    const { reader, members } = await readBytes("IT01_1.xml.p7m", bytes);
    expect(reader).toBe("p7m");
    expect(members).toEqual([{ name: "IT01_1.xml", bytes: invoice, relation: "member" }]);
  });

  test("whose signature stands apart holds nothing, and that is said", async () => {
    const { status, problem } = await readBytes("a.p7m", signedFile(null));
    expect([status, problem?.code]).toEqual(["unreadable", "read/signed-broken"]);
  });

  test("that is cut off at any byte gives no part of a file", () => {
    const bytes = signedFile(invoice);
    for (let length = 0; length < bytes.length; length += 1)
      expect(signedContentOf(bytes.subarray(0, length)), `${length} bytes`).toBeNull();
  });

  test("with lengths that lie is refused", () => {
    const bytes = Uint8Array.from(signedFile(invoice));
    bytes[2] = 0xff;
    expect(signedContentOf(bytes)).toBeNull();
    expect(signedContentOf(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff))).toBeNull();
    expect(signedContentOf(new Uint8Array(10_000).fill(0x30))).toBeNull();
  });

  test("that nests without end is refused in linear time", () => {
    const nested = Uint8Array.from({ length: 200_000 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80));
    expect(signedContentOf(nested)).toBeNull();
  });

  test("is told from other binary files", () => {
    for (const other of [tagged(0x30, tagged(0x06, utf8("other type"))), tagged(0x30), utf8("0\u0082text")])
      expect(isSignedFile(other)).toBe(false);
    expect(detectMediaType("key.der", tagged(0x30, tagged(0x02, Uint8Array.of(1))))).not.toBe(
      "application/pkcs7-mime",
    );
  });
});
