import { describe, expect, it } from "vitest";
import { signerOfRow } from "../../../../../../src-main/pipeline/normalize/delivery/signature-lines.ts";

describe("signatures on a printed row", () => {
  it.each([
    ["a name behind a colon", ["Accepted by customer: L. Moreau (owner)", "signed 3/4"], "L. Moreau"],
    [
      "a name behind a gap",
      ["Customer signature", "Ruth Adeyemi (site clerk)", "Print", "R ADEYEMI"],
      "Ruth Adeyemi",
    ],
    ["the receiver beside the driver", ["Rec'd by: T. Halloran (signed) Driver: Pete"], "T. Halloran"],
    ["a day between words and name", ["Recebido em bom estado", "04/11/26", "Rita M."], "Rita M."],
    ["an office behind the name", ["Travaux conformes :", "Odile Perrin, intendante"], "Odile Perrin"],
    [
      "words behind the side that agrees",
      ["Client rep: days agreed", "Iris Cole, Fernhill", "9/6"],
      "Iris Cole",
    ],
    ["a mark beside a name", ["Station manager: G Reyes", "(signed 6/2)"], "G Reyes"],
    ["a title that nobody lists", ["Bauherr visiert:", "Amrein 4.5.26"], "Amrein"],
  ])("finds %s", (_, segments, by) => {
    expect(signerOfRow(segments, [])).toBe(by);
  });

  it("goes on in the row below where the colon ends the row", () => {
    expect(signerOfRow(["Ware unbeschädigt erhalten:"], ["Jena, 04.11.26", "gez. K. Voss"])).toBe("K. Voss");
  });

  it.each([
    ["whoever did the work", ["Technician signature: Paul Reed"]],
    ["a blank line", ["Approved by: ________________"]],
    ["titles of columns", ["Received", "Sample Type", "Result"]],
    ["words in place of a name", ["Customer signature:", "not present - left in porch"]],
    ["what is still asked for", ["Please sign and return to: Mary Cole"]],
  ])("takes %s for no signature", (_, segments) => {
    expect(signerOfRow(segments, [])).toBeNull();
  });
});
