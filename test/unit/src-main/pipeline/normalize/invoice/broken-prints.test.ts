import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const paper = (total: string, tail = ""): string => `Ashgrove Tiling Ltd
4 Mill Lane
LS1 4AB Leeds

Invoice to: Corner House Ltd

Invoice number: AT-219
Invoice date: 14 September 2026

Description                       Qty     Price     Amount
Floor tiles laid                   12     38.00     456.00

Subtotal                                            456.00
VAT 20%                                              91.20
Total                                               ${total}
${tail}`;

describe("prints that are broken", () => {
  it("leaves a total open whose figures could not be printed", async () => {
    const { gross, payable } = await readTyped(paper("#######"));
    expect(gross?.value).toBeNull();
    expect(payable?.value).toBeNull();
    expect((await readTyped(paper("547.20"))).payable?.value).toBe("547.20");
  });

  it("joins an account that the end of a line cuts in two", async () => {
    const tail =
      "\nPlease pay to Ashgrove Tiling Ltd at the Yorkshire Bank, account IBAN DE89\n3704 0044 0532 0130 00\n";
    expect((await readTyped(paper("547.20", tail))).bankAccount?.value).toBe("DE89370400440532013000");
  });
});
