import { beforeAll, describe, expect, test } from "vitest";
import { createFixedTools, openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";
import { createTextReader } from "../../../fakes/text-reader.ts";

const agreement = `MASTER SERVICES AGREEMENT

Agreement No. OS-77

between Oak Street Studio LLC ("Provider") and Marlow Foods Inc. ("Client"), dated July 1, 2026.

1. Term. This Agreement runs from July 1, 2026 through June 30, 2027.

2. Fees. Client pays a flat monthly fee of $1,200.00 for website care, invoiced monthly in arrears.

3. Payment. Invoices are due 30 days from the invoice date.

4. Taxes. All prices exclude sales tax, which is added at 8 %.

Signed for Provider: Dana Reed, June 20, 2026
Signed for Client: Lee Park, June 22, 2026
`;

const estimate = `ESTIMATE

Estimate No. E-204
Date: October 2, 2026

Oak Street Studio LLC
Prepared for: Beta Bakery LLC

Description                       Amount
Logo and shop window lettering    $2,400.00

Total                             $2,400.00

Sales tax is added at 8 %.
Payment is due within 14 days of the invoice date.

Accepted by: Rosa Field, October 6, 2026
`;

const toBase64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

async function open(files: Readonly<Record<string, string>>): Promise<MemoryProgram> {
  const program = await openMemoryProgram({
    tools: { ...createFixedTools(new Map()), reader: createTextReader() },
  });
  await program.call("documents.import-files", {
    files: Object.entries(files).map(([path, text]) => ({ path, base64: toBase64(text) })),
  });
  const agreements = await program.call("agreements.list", {});
  const termIds = agreements.flatMap(({ terms }) => terms.map(({ id }) => id));
  await program.call("terms.confirm", { termIds });
  return program;
}

describe("drafts of a workspace", () => {
  let program: MemoryProgram;
  let agreementId: string;
  beforeAll(async () => {
    program = await open({ "agreement.txt": agreement });
    agreementId = (await program.call("agreements.list", {}))[0]?.id ?? "";
  });
  const order = (
    more: object = {},
  ): { readonly agreementId: string; readonly from: string; readonly to: string } => ({
    agreementId,
    from: "2026-07-01",
    to: "2026-08-01",
    ...more,
  });

  test("list the bills that are due and say nothing of those to come", async () => {
    const { rows } = await program.call("drafts.list", {});
    expect(
      rows.map(({ periodStart, source, net, openGaps }) => [periodStart, source, net, openGaps]),
    ).toEqual([
      ["2026-07-01", "agreement", "1200.00", 0],
      ["2026-08-01", "agreement", "1200.00", 0],
      ["2026-09-01", "agreement", "1200.00", 0],
      ["2026-10-01", "agreement", "1200.00", 0],
    ]);
  });

  test("show a draft that the checks find clear, with no number of its own", async () => {
    const { drafts } = await program.call("drafts.show", { order: order() });
    expect(drafts).toHaveLength(1);
    expect([drafts[0]?.invoice.number, drafts[0]?.nextNumber, drafts[0]?.objections]).toEqual([
      null,
      null,
      [],
    ]);
    expect(drafts[0]?.gaps.map(({ code }) => code)).toEqual(["drafting/number-needed"]);
    expect(drafts[0]?.proofs[0]?.evidence[0]?.quote).toContain("$1,200.00");
  });

  test("refuse what cannot be: another agreement, days that run backwards, no number", async () => {
    expect(await program.refused("drafts.show", { order: order({ agreementId: "agr-none" }) })).toBe(
      "drafting/unknown-agreement",
    );
    expect(await program.refused("drafts.show", { order: order({ to: "2026-07-01" }) })).toBe(
      "drafting/period-reversed",
    );
    expect(await program.refused("drafts.keep", { order: order(), despiteGaps: false })).toBe(
      "drafting/number-missing",
    );
    expect(await program.refused("drafts.show", { order: { invoiceId: "inv-none" } })).toBe(
      "drafting/unknown-invoice",
    );
  });

  test("keep one under the number of the series: it is read back, checked and clear, and its month has arrived", async () => {
    const policy = await program.call("policy.read", {});
    await program.call("policy.write", { policy: { ...policy, invoiceNumbers: "OS-{year}-{000}" } as never });
    const kept = await program.call("drafts.keep", {
      order: order({ answers: { issueDate: "2026-11-20" } }),
      despiteGaps: false,
    });
    expect(kept.number).toBe("OS-2026-001");
    const queue = await program.call("review.queue", {});
    expect(queue.rows.map(({ number, route }) => [number, route])).toEqual([["OS-2026-001", "clear"]]);
    const { bills } = await program.call("drafts.calendar", {});
    expect(bills.slice(0, 2).map(({ periodStart, state }) => [periodStart, state])).toEqual([
      ["2026-07-01", "arrived"],
      ["2026-08-01", "late"],
    ]);
    const { drafts } = await program.call("drafts.show", { order: order() });
    expect([drafts[0]?.invoice.lines, drafts[0]?.nextNumber]).toEqual([[], "OS-2026-002"]);
    expect(
      await program.refused("drafts.keep", {
        order: { ...order(), from: "2026-08-01", to: "2026-09-01", answers: { number: "OS-2026-001" } },
        despiteGaps: false,
      }),
    ).toBe("drafting/number-taken");
  });

  test("write the calendar of what has not arrived", async () => {
    const file = await program.call("drafts.calendar-file", {});
    expect(file.text).toContain("SUMMARY:Marlow Foods Inc.: invoice for 2026-08 (OS-77)\\, USD 1200.00");
    expect(file.text).not.toContain("2026-07 (OS-77)");
  });
});

test("an accepted estimate is billed once somebody says that it is done, and never before", async () => {
  const program = await open({ "estimate.txt": estimate });
  const [accepted] = await program.call("agreements.list", {});
  expect([accepted?.rank, accepted?.standing]).toEqual(["estimate", "in-force"]);
  const order = { agreementId: accepted?.id ?? "", from: "2026-11-01", to: "2026-12-01" };
  const before = await program.call("drafts.show", { order });
  expect(before.drafts[0]?.invoice.lines).toEqual([]);
  expect(before.drafts[0]?.gaps.map(({ code }) => code)).toContain("drafting/completion-unproven");
  const after = await program.call("drafts.show", {
    order: { ...order, answers: { completed: ["all"], number: "OS-9" } },
  });
  expect(after.drafts[0]?.source).toBe("estimate");
  expect(after.drafts[0]?.invoice.net?.value).toBe("2400.00");
  expect(after.drafts[0]?.objections).toEqual([]);
});

test("the list follows decisions: a correction leaves with its finding and comes back with the undo", async () => {
  const wrong = [
    "INVOICE",
    "",
    "Oak Street Studio LLC",
    "Invoice No. OS-31",
    "Date: August 3, 2026",
    "Bill to: Marlow Foods Inc.",
    "Agreement: OS-77",
    "Service period: July 1, 2026 to July 31, 2026",
    "",
    "Description                       Amount",
    "Website care, July 2026        $1,350.00",
    "",
    "Subtotal                       $1,350.00",
    "Sales tax 8 %                    $108.00",
    "Total                          $1,458.00",
    "",
    "Due: September 2, 2026",
    "",
  ].join("\n");
  const program = await open({ "agreement.txt": agreement, "invoice.txt": wrong });
  const corrections = async (): Promise<readonly (string | null)[]> =>
    (await program.call("drafts.list", {})).rows
      .filter(({ source }) => source === "correction")
      .map(({ net }) => net);
  expect(await corrections()).toEqual(["1200.00"]);
  const [row] = (await program.call("review.queue", {})).rows;
  const invoiceId = row?.invoiceId ?? "";
  const { findings } = await program.call("review.case", { invoiceId });
  const answer = await program.call("drafts.list", {});
  expect((await program.call("drafts.list", {})).rows).toEqual(answer.rows);
  for (const { id } of findings)
    await program.call("review.decide", {
      invoiceIds: [invoiceId],
      decision: { type: "dismiss-finding", findingId: id, reason: "agreed by telephone" },
    });
  expect(await corrections()).toEqual([]);
  for (let left = findings.length; left > 0; left -= 1) await program.call("history.undo", { group: null });
  expect(await corrections()).toEqual(["1200.00"]);
});
