import { describe, expect, it } from "vitest";
import { figuresOf, netsOf, readTyped, totalsOf } from "../../../../../builders/typed-invoice.ts";

const head = (body: string): string => `Pennard Joiners Ltd
Invoice 7-118
Date: 11 May 2026
To: Sully Parish Hall

${body}`;

describe("columns under names that are not known", () => {
  it("bill what makes a running column step by step, and not the column itself", async () => {
    const invoice = await readTyped(
      head(`Done                        Of it     For       Makes     So far
Oak sill                     1.50    44.00       66.00      66.00
Making good                                     118.25     184.25
Sash cords                   0.75    36.00       27.00     211.25
Two days on site                2   190.00      380.00     591.25

In all                                                     591.25
VAT 20%                                                    118.25
Yours to pay                                               709.50
`),
    );
    expect(figuresOf(invoice)).toEqual([
      ["1.50", null, "44.00", "66.00"],
      [null, null, null, "118.25"],
      ["0.75", null, "36.00", "27.00"],
      ["2", null, "190.00", "380.00"],
    ]);
    expect(totalsOf(invoice)).toEqual(["591.25", "118.25", "709.50"]);
  });

  it("close a section of one item by its equal", async () => {
    const invoice = await readTyped(
      head(`Hall
Floorboards                                     412.00
Skirting                                         96.40
Hall made                                       508.40
Porch
New door                                        640.00
Porch made                                      640.00
Both                                          1,148.40
VAT 20%                                         229.68
Yours to pay                                  1,378.08
`),
    );
    expect(netsOf(invoice)).toEqual([
      ["Floorboards", "412.00"],
      ["Skirting", "96.40"],
      ["New door", "640.00"],
    ]);
    expect(totalsOf(invoice)).toEqual(["1148.40", "229.68", "1378.08"]);
  });

  it("bill of three that make each other the one whose sum goes on to the tax", async () => {
    const invoice = await readTyped(
      head(`Part of the work            Stands at      Had already      We ask for
Roof                         4,200.00         3,000.00        1,200.00
Walls                        9,150.00         6,500.00        2,650.00
Paving                         800.00           800.00            0.00
Whole                       14,150.00        10,300.00        3,850.00

VAT 20%                                                         770.00
Yours to pay                                                  4,620.00
`),
    );
    expect(invoice.lines.flatMap(({ net }) => (net?.value === "0.00" ? [] : [net?.value]))).toEqual([
      "1200.00",
      "2650.00",
    ]);
    expect(totalsOf(invoice)).toEqual(["3850.00", "770.00", "4620.00"]);
  });

  it("go on with their sum under another column", async () => {
    const invoice = await readTyped(
      head(`Section        Agreed      Earlier      At present      Together        Open
Roof         10,000.00     4,000.00        2,000.00      6,000.00    4,000.00
Walls        24,000.00     6,000.00       12,000.00     18,000.00    6,000.00
Whole        34,000.00    10,000.00       14,000.00     24,000.00   10,000.00

Duty 20 %                                                            2,800.00
Yours to pay                                                        16,800.00
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["2000.00", "12000.00"]);
    expect([invoice.tax?.value, invoice.gross?.value]).toEqual(["2800.00", "16800.00"]);
  });

  it("hold prices where no number is whole, and counts beside them", async () => {
    const invoice = await readTyped(
      head(`Labour                        at      for       gives
Bench, refitted            37.50        8      300.00
Hatch, new hinges          18.40     2.25       41.40
Gate                       64.00        1       64.00

In all                                         405.40
VAT 20%                                         81.08
Yours to pay                                   486.48
`),
    );
    expect(figuresOf(invoice)).toEqual([
      ["8", null, "37.50", "300.00"],
      ["2.25", null, "18.40", "41.40"],
      ["1", null, "64.00", "64.00"],
    ]);
  });

  it("hold what their names say, though the prices are whole and the counts are not", async () => {
    const invoice = await readTyped(
      head(`Work                             Hours                 Amount
Cutting                           2.50         60      150.00
Fitting                           1.50         80      120.00
Total                                                  270.00
`),
    );
    expect(figuresOf(invoice)).toEqual([
      ["2.50", "hour", "60", "150.00"],
      ["1.50", "hour", "80", "120.00"],
    ]);
  });

  it("stand behind an amount that goes before all words", async () => {
    const invoice = await readTyped(
      head(`  300.00      8    37.50   Bench, refitted
  127.20                   Varnish
   55.20      3    18.40   Hatch, new hinges

  482.40   In all
   96.48   VAT 20%
  578.88   Yours to pay
`),
    );
    expect(figuresOf(invoice)).toEqual([
      ["8", null, "37.50", "300.00"],
      [null, null, null, "127.20"],
      ["3", null, "18.40", "55.20"],
    ]);
    expect(totalsOf(invoice)).toEqual(["482.40", "96.48", "578.88"]);
  });
});

describe("sums that stand elsewhere", () => {
  it("prove the details under an overview", async () => {
    const invoice = await readTyped(
      head(`In short
Hall                                            508.40
Porch                                           640.00
Both                                          1,148.40
Duty 20%                                        229.68
Yours to pay                                  1,378.08

At length
Hall
Floorboards                                     412.00
Skirting                                         96.40
Porch
New door                                        515.00
Hanging it                                      125.00
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["412.00", "96.40", "515.00", "125.00"]);
    expect(totalsOf(invoice)).toEqual(["1148.40", "229.68", "1378.08"]);
  });

  it("keep what is taken off them out of the items, whatever it is called", async () => {
    const invoice = await readTyped(
      head(`Bench, refitted                        8    37.50      300.00
Hatch, new hinges                      3    18.40       55.20
Varnish                                2    63.60      127.20
Works                                                  482.40
For old friends                                        -48.24
Left                                                   434.16
VAT 20%                                                 86.83
Yours to pay                                           520.99
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["300.00", "55.20", "127.20"]);
    expect([invoice.subtotal?.value, invoice.allowances?.value]).toEqual(["482.40", "48.24"]);
    expect(totalsOf(invoice)).toEqual(["434.16", "86.83", "520.99"]);
  });

  it("keep what is given back by its count and price among the items", async () => {
    const invoice = await readTyped(
      head(`Item                               Qty      Each       Amount
Bench, refitted                      4     75.00       300.00
Hatch, new hinges                    5    140.00       700.00
Works                                                1,000.00
Hatch, taken back                   -1    140.00      -140.00
Putty, taken back                   -2      5.00       -10.00
Total                                                  850.00
`),
    );
    expect(figuresOf(invoice)).toEqual([
      ["4", null, "75.00", "300.00"],
      ["5", null, "140.00", "700.00"],
      ["-1", null, "140.00", "-140.00"],
      ["-2", null, "5.00", "-10.00"],
    ]);
    expect(invoice.gross?.value).toBe("850.00");
  });

  it("are no lines beside what is put on them, where the rows that make them are printed", async () => {
    const invoice = await readTyped(
      head(`4411 4 May Cowbridge          60 kg        31.00
4415 6 May Barry             212 kg        58.50
4420 7 May Neath              90 kg        31.00
4423 8 May Usk               350 kg        77.25
-------------------------------------------------
Carriage                                  197.75
Fuel 8 % on 197.75                         15.82
Phone calls 6 x 2.50                       15.00
-------------------------------------------------
Net                                       228.57
VAT 20%                                    45.71
Yours to pay                              274.28
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual([
      "31.00",
      "58.50",
      "31.00",
      "77.25",
      "15.82",
      "15.00",
    ]);
    expect(totalsOf(invoice)).toEqual(["228.57", "45.71", "274.28"]);
  });

  it("are told from items by their amount in a sheet of whole numbers", async () => {
    const invoice = await readTyped(
      head(`Description               Item     Agreed     Before     This claim
Roof                         1      62000      31000          18600
Walls                        2      58400      17520          23360
Paving                       3      41700          0           8340
All works                          162100      48520          50300
Work of this claim                                            50300
Total                                                     50,300.00
VAT 20%                                                   10,060.00
Yours to pay                                              60,360.00
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["18600", "23360", "8340"]);
  });

  it("are followed by a balance that is used up, which is no item", async () => {
    const invoice = await readTyped(
      head(`Description                          Qty    Unit price      Amount
Bench, refitted                        8         37.50      300.00
Varnish                                2         63.60      127.20
Sum                                                         427.20
Prepaid credit applied                                      -80.00
Balance to pay                                              347.20
`),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["300.00", "127.20"]);
    expect([invoice.gross?.value, invoice.payable?.value]).toEqual(["427.20", "347.20"]);
  });

  it("name a tax without a word, where it is a round rate and makes the last amount with the sum", async () => {
    const invoice = await readTyped(
      head(`Bench, refitted                        8    37.50      300.00
Hatch, new hinges                      3    18.40       55.20
Varnish                                2    63.60      127.20
                                                       482.40
                                                        96.48
                                                       578.88
`),
    );
    expect(totalsOf(invoice)).toEqual(["482.40", "96.48", "578.88"]);
  });

  it("leave an earlier balance that was paid out of what is to be paid", async () => {
    const invoice = await readTyped(
      head(`Balance due from April                          88.20
Paid 30 April                                  -88.20

Bench, refitted                        8    37.50      300.00
Varnish                                2    63.60      127.20

Total                                                  427.20
VAT 20%                                                 85.44
Grand total                                            512.64
`),
    );
    expect([invoice.gross?.value, invoice.payable?.value]).toEqual(["512.64", "512.64"]);
  });

  it("leave a part that is to be paid first as printed, where no payment of it is", async () => {
    const invoice = await readTyped(
      head(`Please pay now: 400.00

Item                                   Qty     Each       Amount
Bench, refitted                          4    75.00       300.00
Hatch, new hinges                        5   140.00       700.00
Total                                                   1,000.00
The rest, 600.00, on 1 July.
`),
    );
    expect([invoice.gross?.value, invoice.payable?.value]).toEqual(["1000.00", "400.00"]);
  });
});

describe("words above their figures", () => {
  it("belong to figures without words of their own", async () => {
    const invoice = await readTyped(
      head(`Bench, refitted
    8 x 37.50                                  300.00
Hatch, new hinges
    3 x 18.40                                   55.20
Varnish                                        127.20
Gate
    1.5 x 64.00                                 96.00

Together                                       578.40
VAT 20%                                        115.68
Yours to pay                                   694.08
`),
    );
    expect(netsOf(invoice)).toEqual([
      ["Bench, refitted", "300.00"],
      ["Hatch, new hinges", "55.20"],
      ["Varnish", "127.20"],
      ["Gate", "96.00"],
    ]);
  });

  it("go on in a row that begins with a small letter", async () => {
    const invoice = await readTyped(
      head(`What                               How many    Each      £
Bench, refitted                           8   37.50    300.00
Hatch, new hinges
on the kitchen side                       3   18.40     55.20
Varnish                                   2   63.60    127.20

Together                                               482.40
VAT 20%                                                 96.48
Yours to pay                                           578.88
`),
    );
    expect(invoice.lines.map(({ description }) => description)).toEqual([
      "Bench, refitted",
      "Hatch, new hinges on the kitchen side",
      "Varnish",
    ]);
  });

  it("give a row its words, though they stand under the prices", async () => {
    const invoice = await readTyped(
      head(`Description                 Qty    Price      Amount
Larch boards, planed         40    12.50      500.00
Oak thresholds                6    31.00      186.00
                         Trade rebate 5 %     -34.30

Net                                           651.70
VAT 20%                                       130.34
Total                                         782.04
`),
    );
    expect(netsOf(invoice).at(-1)).toEqual([expect.stringContaining("Trade rebate"), "-34.30"]);
  });

  it("are of the billed days where they name a day without its year", async () => {
    const { lines, periodStart } = await readTyped(`Moycarn Plant Hire Ltd
Invoice 2210
Date: 17/05/2026
To: Sully Parish Hall
Hire, 4 May 2026 to 15 May 2026

Date     Description              Qty    Rate     Amount
04/05    Mini digger, day           1   140.00    140.00
11/05    Mini digger, day           1   140.00    140.00
Thu 14   Breaker, day               1    60.00     60.00

Total                                             340.00
`);
    expect(periodStart).toMatchObject({ value: "2026-05-04" });
    expect(periodStart?.confidence).toBeGreaterThan(0.8);
    expect(lines.map(({ serviceDate }) => serviceDate?.value ?? null)).toEqual([
      "2026-05-04",
      "2026-05-11",
      null,
    ]);
  });

  it("keep what persons work as, and which hours a row bills", async () => {
    const { lines } = await readTyped(
      head(`Employee        Position          Type        Hours    Rate     Amount
Maya Torres     Packer            Regular     40.00   21.50     860.00
Maya Torres     Packer            Overtime     3.00   32.25      96.75
Colm Reid       Lift driver       Regular     38.50   28.00   1,078.00

Total                                                         2,034.75
`),
    );
    expect(lines.map(({ description, person }) => [description, person])).toEqual([
      [expect.stringContaining("Packer"), "Maya Torres"],
      ["Packer Overtime", "Maya Torres"],
      [expect.stringContaining("Lift driver"), "Colm Reid"],
    ]);
  });
});
