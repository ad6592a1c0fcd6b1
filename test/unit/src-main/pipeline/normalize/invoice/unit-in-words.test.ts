import { describe, expect, it } from "vitest";
import { readRows } from "../../../../../builders/typed-invoice.ts";

const unitsOf = async (rows: string): Promise<readonly (string | null)[]> =>
  (await readRows(rows)).lines.map(({ unit }) => unit?.value ?? null);

describe("units that the words of a line name", () => {
  it("are none of a thing that is called like hours in another language", async () => {
    expect(
      await unitsOf(`Description                       Qty      Price      Amount
Irrigation control, timer           4     100.00      400.00
Interim surveyor, hours             2      10.00       20.00

Total                                                 420.00
`),
    ).toEqual([null, "hour"]);
  });

  it("are occasions by the word that a row ends in, where its column names no other measure", async () => {
    expect(
      await unitsOf(`Description                       Count    Rate      Amount
Patrol visits                         3   100.00      300.00

Total                                                 300.00
`),
    ).toEqual(["visit"]);
  });

  it("are none of things that have a count of their own", async () => {
    expect(
      await unitsOf(`Description                       Count    Rate      Amount
Fuel surcharge, 3 loads             200     1.00      200.00

Total                                                 200.00
`),
    ).toEqual([null]);
  });

  it("are hours in a column of hours for a part of one, and open where whole visits may stand there", async () => {
    expect(
      await unitsOf(`Description                       Hours    Rate      Amount
Site visits                         3.5   100.00      350.00
Patrol visits                         3   100.00      300.00
Report                                1   100.00      100.00

Total                                                 750.00
`),
    ).toEqual(["hour", null, "hour"]);
  });
});
