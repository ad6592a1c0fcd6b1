import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../builders/read-bytes.ts";

const mail = async (body: string): Promise<NormalizedDocument> => {
  const text = `From: Jo <jo@kestrel.example>\r\nTo: ana@harbor.example\r\nDate: Tue, 3 Mar 2026 10:22:01 +0100\r\nSubject: Re: Offer 12\r\nMessage-ID: <1@kestrel.example>\r\n\r\n${body.replaceAll("\n", "\r\n")}`;
  return normalizeDocument(
    await readBytes("reply.eml", text),
    importedFile("reply.eml", new TextEncoder().encode(text)),
    context,
  );
};

test("a mail that accepts is an acceptance, by its own words", async () => {
  const { kind, agreements } = await mail("We accept your offer 12. Please proceed.\n");
  expect(kind).toBe("message");
  expect(agreements).toMatchObject([{ rank: "acceptance-message", standing: "in-force" }]);
});

test("what a mail only quotes accepts nothing, in any language", async () => {
  const { agreements } = await mail(
    "Thanks, see you on Monday.\n\nEl mar, 3 mar 2026 a las 10:22, Ana (<ana@harbor.example>) escribió:\nWe accept your offer. Please proceed.\n",
  );
  expect(agreements).toEqual([]);
});

test("a mail that only sends something is no agreement", async () => {
  const { kind, agreements, invoices } = await mail("Please find attached invoice 0042 over EUR 120.00.\n");
  expect([kind, agreements.length, invoices.length]).toEqual(["message", 0, 0]);
});
