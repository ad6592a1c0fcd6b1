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

test("a mail that is an invoice itself is read as one, by its number, its items and their sum", async () => {
  const html = `<p>Hello,</p><table><tr><td colspan=4>Invoice no. 2026-233</td></tr>
<tr><td colspan=4>Kestrel Words Ltd, 21 Station Road, Poole BH15 1HJ<br>Bill to: Harbor Mutual plc, 16 Quay Street, Bristol BS1 4DJ<br>Date: 30 September 2026</td></tr>
<tr><th>Service</th><th>Words</th><th>Rate</th><th>GBP</th></tr>
<tr><td>Translation</td><td>7612</td><td>0.13</td><td>989.56</td></tr>
<tr><td>Proofreading</td><td>402</td><td>0.50</td><td>201.00</td></tr>
<tr><td colspan=3>Net</td><td>1190.56</td></tr><tr><td colspan=3>VAT 20 %</td><td>238.11</td></tr>
<tr><td colspan=3>Total due</td><td>1428.67</td></tr></table>`;
  const text = `From: Kestrel billing <bills@kestrel.example>\r\nTo: ana@harbor.example\r\nDate: Wed, 30 Sep 2026 10:22:01 +0100\r\nSubject: Invoice 2026-233\r\nMessage-ID: <2@kestrel.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html.replaceAll("\n", "\r\n")}`;
  const { kind, invoices } = normalizeDocument(
    await readBytes("bill.eml", text),
    importedFile("bill.eml", new TextEncoder().encode(text)),
    context,
  );
  expect(kind).toBe("invoice");
  expect(invoices).toHaveLength(1);
  const [invoice] = invoices;
  expect(invoice?.number?.value).toBe("2026-233");
  expect([invoice?.seller?.name, invoice?.buyer?.name]).toEqual(["Kestrel Words Ltd", "Harbor Mutual plc"]);
  expect(invoice?.gross?.value).toBe("1428.67");
  expect(invoice?.lines).toHaveLength(2);
});
