import { describe, expect, it } from "vitest";
import { figuresOf, readRows } from "../../../../../builders/typed-invoice.ts";

describe("columns whose names and figures are aligned apart", () => {
  it("are filled one by one where a row has as many cells as there are names", async () => {
    const invoice = await readRows(`Surveyor         Hours        Rate (GBP)        Amount (GBP)
Owen Treloar           4.5             118.00             531.00
Kerra Nance            3.2              76.00             243.20

Total                                                     774.20`);
    expect(figuresOf(invoice)).toEqual([
      ["4.5", "hour", "118.00", "531.00"],
      ["3.2", "hour", "76.00", "243.20"],
    ]);
  });

  it("keep who worked apart from what they work as", async () => {
    const { lines } = await readRows(`Resource           Role                 Hours     Rate      Amount
Owen Treloar       Lead surveyor         4.5     118.00     531.00
Kerra Nance        Assistant             3.2      76.00     243.20

Total                                                       774.20`);
    expect(lines.map(({ person, description }) => [person, description])).toEqual([
      ["Owen Treloar", "Lead surveyor"],
      ["Kerra Nance", "Assistant"],
    ]);
  });
});

describe("a second table on a page", () => {
  it("gives its title to its own lines and none to the line above it", async () => {
    const { lines } = await readRows(`Surveyor              Hours        Rate          Amount
Owen Treloar           4.5        118.00         531.00


Disbursements
Item                                             Amount
Land Registry search                              12.00
Prints, 40 sheets at 25p                          10.00

Total                                            553.00`);
    expect(lines.map(({ description, group, net }) => [description, group, net?.value])).toEqual([
      ["Owen Treloar", null, "531.00"],
      ["Land Registry search", "Disbursements", "12.00"],
      ["Prints, 40 sheets at 25p", "Disbursements", "10.00"],
    ]);
  });
});

it("a unit of two words behind the last comma is what a line counts", async () => {
  const { lines } = await readRows(`Description                       Quantity      Rate       Amount
Interim surveyor, days                   3    480.00     1,440.00
Interim surveyor, half day               1    260.00       260.00

Total                                                    1,700.00`);
  expect(lines.map(({ unit }) => unit?.value)).toEqual(["day", "half-day"]);
});

it("who worked, as what and in which kind of hours stand apart, where no column describes", async () => {
  const { lines } =
    await readRows(`Worker             Grade              Hours type        Hours     Rate      Amount
Owen Treloar       Chainman           Ordinary           40.0     41.00   1,640.00
Owen Treloar       Chainman           Overtime 1.5        4.0     61.50     246.00

Total                                                                     1,886.00`);
  expect(lines.map(({ person, description }) => [person, description])).toEqual([
    ["Owen Treloar", "Chainman"],
    ["Owen Treloar", "Chainman Overtime 1.5"],
  ]);
});
