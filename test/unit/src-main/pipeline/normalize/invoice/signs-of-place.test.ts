import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const bill = (seller: string, total: string): string => `${seller}
14 Quarry Road

Tax invoice 1196
Date: 03/11/2026
Due: 03/12/2026
Bill to: Brackwater Cold Store Ltd

Description                    Qty    Price     Amount
Hedges                          12    68.00     816.00

Total before tax                                816.00
${total}
`;

describe("signs of a place", () => {
  it("name the currency beside a sum", async () => {
    const invoice = await readTyped(
      bill("Ridge Gardens Ltd", "Total NZ$                                       816.00"),
    );
    expect(invoice.currency?.value).toBe("NZD");
    const rand = await readTyped(
      bill("Ndaba Guards (Pty) Ltd", "TOTAL R                                         816.00"),
    );
    expect(rand.currency?.value).toBe("ZAR");
  });

  it("tell the order of day and month", async () => {
    const invoice = await readTyped(
      bill("Ndaba Guards (Pty) Ltd", "TOTAL R                                         816.00"),
    );
    expect(invoice.issueDate?.value).toBe("2026-11-03");
  });
});
