import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("what a legal text leaves out is not always work", () => {
  test.each([
    "Certain information in this exhibit has been excluded.",
    "The captions are not part of this Agreement.",
    "This Agreement is governed by the laws of Oregon, excluding its conflict of laws rules.",
    "Any rights of third parties are excluded.",
    "Subcontractors; work done by others.",
    "Related Companies shall exclude Provider, when the word is used of Client.",
    "Provider will not permit its staff to make reports that are not part of the menu of reports.",
    "Client agrees to buy the agreed number of machines each year, excluding demonstration machines.",
    "Northern depots may not be excluded.",
    "The prices do not include sales, use, excise or similar taxes.",
    "Les titres ne font pas partie du Contrat.",
  ])("%s", (clause) => expect(valuesOf("scope", clause)).toEqual([]));

  test.each([
    ["The price does not include taxes, permits or scaffolding.", ["permits", "scaffolding"]],
    ["Site cabling is excluded from the Services.", ["Site cabling"]],
    ["Provider will clean all offices, excluding the canteen.", ["canteen"]],
    ["Changes to the system (excluding, for the avoidance of doubt, moves) need agreement.", ["moves"]],
    ["We shall not carry out an audit, and payroll is not included.", expect.arrayContaining(["payroll"])],
  ])("%s", (clause, excluded) =>
    expect(valuesOf("scope", clause)).toEqual([{ included: [], excluded: excluded as never }]),
  );
});

describe("who accepts is named where one who accepts stands", () => {
  test.each([
    "Client has the right to approve any use by Provider of the Licensed Emblems.",
    '"Change Order" means a change that is approved in writing under the Works Control Plan.',
    "Approvals by other Safety Regulators in the Northern Market Countries are obtained by Provider.",
  ])("%s", (clause) => expect(valuesOf("acceptance", clause)).toEqual([]));

  test("by name", () =>
    expect(valuesOf("acceptance", "Acceptance is given by Marta Lind or Tom Beck.")).toEqual([
      { by: ["Marta Lind", "Tom Beck"] },
    ]));
});
