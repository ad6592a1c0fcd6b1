import { describe, expect, it } from "vitest";
import { netsOf, readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Aldous Masonry Inc
Application for Payment No. 3 / Invoice 5520-3
Date: May 29, 2026
To: Brightwater School District

Item                        Scheduled     Previous     This period    To date`;

const reckoned = `Work completed to date                                               $30,750.00
Less retainage 10%                                                    $3,075.00
Total earned less retainage                                          $27,675.00
Less previous payments                                               $13,500.00
Current payment due                                                  $14,175.00
`;

const application = `${head}
Footings                   $12,000.00    $9,000.00      $3,000.00     $12,000.00
Block walls                $25,000.00    $6,000.00      $9,000.00     $15,000.00
Brick veneer               $18,000.00        $0.00      $3,750.00      $3,750.00

${reckoned}`;

describe("a grid of progress without a row of sums", () => {
  it("bills what is done now, where that and what was done before make what is done in all", async () => {
    const invoice = await readTyped(`${head}
Footings                   $12,000.00    $9,000.00      $3,000.00     $12,000.00
Block walls                $25,000.00    $6,000.00      $9,000.00     $15,000.00
Brick veneer               $18,000.00        $0.00      $3,750.00      $3,750.00
Copings                     $4,000.00        $0.00          $0.00          $0.00

${reckoned}`);
    expect(netsOf(invoice)).toEqual([
      ["Footings", "3000.00"],
      ["Block walls", "9000.00"],
      ["Brick veneer", "3750.00"],
    ]);
  });

  it("keeps of this bill what lies between its lines and what is due, and takes no earlier payment off it", async () => {
    const invoice = await readTyped(application);
    expect(invoice.retention?.value).toBe("1575.00");
    expect(invoice.payable?.value).toBe("14175.00");
    expect([invoice.prepaid, invoice.allowanceCharges]).toEqual([null, []]);
  });

  it("goes by the number of the invoice, not by the count within the job", async () => {
    const invoice = await readTyped(application);
    expect(invoice.number?.value).toBe("5520-3");
  });

  it("keeps a number that stands behind both names of the paper", async () => {
    const invoice = await readTyped(`Aldous Masonry Inc
Application for Payment / Invoice AM-0093
Application no. 2
Date: May 29, 2026
To: Brightwater School District

Item                        Amount
Footings                   $3,000.00
Block walls                $9,000.00
Total due                 $12,000.00
`);
    expect(invoice.number?.value).toBe("AM-0093");
  });

  it("is none where a tax and its base make the third column", async () => {
    const invoice = await readTyped(`Aldous Masonry Inc
Invoice 5521
Date: May 29, 2026
To: Brightwater School District

Description                 Net          VAT          Gross
Footings                   $3,000.00     $300.00      $3,300.00
Block walls                $9,000.00     $900.00      $9,900.00
Brick veneer               $3,750.00     $375.00      $4,125.00

Net total                                            $15,750.00
VAT 10%                                               $1,575.00
Total due                                            $17,325.00
`);
    expect(netsOf(invoice).map(([, net]) => net)).toEqual(["3000.00", "9000.00", "3750.00"]);
  });
});
