import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const amendmentWith = (clause: string, extra = ""): string =>
  `# AMENDMENT NO. 1\n\nto the Service Agreement No. SV-501 dated January 5, 2026 between Ostrava Tools Corp. ("Client") and Palehorse Staffing LLC ("Provider")\n\nEffective date of this Amendment: May 1, 2026.\n\n${clause}\n${extra}`;
const signatures =
  "\nOstrava Tools Corp.\nBy: /s/ A. Reyes\nDate: April 20, 2026\n\nPalehorse Staffing LLC\nBy: /s/ T. Mak\nDate: April 22, 2026\n";

describe("amendments", () => {
  test.each([
    ["CHANGE ORDER\n\nProject: Gym roof\n\nSubcontract: 2407-0925\n\nChange Order no.: CO-03", "2407-0925"],
    ["AVENANT N° 1\n\nau contrat-cadre 2023/FRET/12 du 2 mai 2024", "2023/FRET/12"],
    [
      "2. NACHTRAG\n\nzum Bauvertrag BV-2026-014 vom 03.06.2026\n\nNachtrags-Nr. BV-2026-014/N2",
      "BV-2026-014",
    ],
    ["VARIATION No. 2\n\nContract reference | KBC/ENV/93\n\nTakes effect | 1 July 2026", "KBC/ENV/93"],
  ])("names what it changes: %s", (head, number) => {
    const { references } = agreementOf(`${head}\n\nThe price is now 48.00 EUR per hour.`, "amendment");
    expect(references[0]).toMatchObject({ number, relation: "amends" });
  });

  test("prolongs the agreement by the day it names", () => {
    expect(
      agreementOf(
        "AVENANT N° 1\n\nau contrat 2024/55\n\nLe contrat est prolongé jusqu'au 31 août 2028.",
        "amendment",
      ).to,
    ).toBe("2028-09-01");
  });

  test.each([
    [
      'Section 3.2 is deleted and replaced with: "The rate for packers is $24.00 per hour."',
      "replace",
      "Section 3.2",
    ],
    ["Exhibit A is restated as attached.", "restate", "Exhibit A"],
    ["Clause 9 is deleted.", "delete", "Clause 9"],
    ["The term is extended through March 31, 2028.", "extend", "term"],
    ["The not-to-exceed amount is increased by $5,000 to $25,000.", "increase-by", "not-to-exceed amount"],
    ["The hourly rate is changed from $20.00 to $22.50.", "set", "hourly rate"],
    ['A new Section 4.9 is added: "Provider may bill mileage at $0.60 per mile."', "insert", "Section 4.9"],
  ])("%s", (clause, operation, target) => {
    const { operations, references } = agreementOf(amendmentWith(clause, signatures), "amendment");
    expect(operations).toMatchObject([{ operation, target, effective: "2026-05-01" }]);
    expect(references).toMatchObject([{ number: "SV-501", dated: "2026-01-05", relation: "amends" }]);
  });

  test("its terms hold from its effective date, and the old price is none", () => {
    const { terms } = agreementOf(
      amendmentWith("The hourly rate is changed from $20.00 to $22.50.", signatures),
      "amendment",
    );
    expect(terms.filter((term) => term.type === "rate")).toMatchObject([
      { value: { price: "22.50", unit: "hour" }, from: "2026-05-01" },
    ]);
  });

  test.each([
    ["Signature Ostrava Tools Corp.: ____________\nSignature Palehorse Staffing LLC: ____________", false],
    [
      "Signed on 20 April 2026 for Ostrava Tools Corp.: A. Reyes\nSigned on 22 April 2026 for Palehorse Staffing LLC: T. Mak",
      true,
    ],
  ])("is in force once both have signed: %s", (lines, isInForce) => {
    const { standing } = agreementOf(
      amendmentWith("The hourly rate is changed from $20.00 to $22.50.", `\n${lines}\n`),
      "amendment",
    );
    expect(standing === "in-force").toBe(isInForce);
  });

  test("without a stated date it holds from the last signature", () => {
    const text = amendmentWith("The hourly rate is changed from $20.00 to $22.50.", signatures).replace(
      "Effective date of this Amendment: May 1, 2026.\n\n",
      "",
    );
    const agreement = agreementOf(text, "amendment");
    expect(agreement.signedOn).toBe("2026-04-22");
    expect(agreement.terms.find((term) => term.type === "rate")?.from).toBe("2026-04-22");
  });

  test("an empty signature line leaves it unsigned", () => {
    const text = amendmentWith("Clause 9 is deleted.", signatures).replace(
      "By: /s/ T. Mak\nDate: April 22, 2026",
      "By: ____________\nDate: ________",
    );
    expect(agreementOf(text, "amendment").standing).toBe("unsigned");
  });
});

const messageWith = (words: string): string =>
  `From: Ruth Kemp <ruth@kemp.example>\nTo: office@fernhill.example\nSubject: Estimate EST-220\n\n${words}\n\n> Our estimate EST-220 comes to $4,800. We accept cards.\n`;

describe("acceptance by message", () => {
  test.each([
    "We accept estimate EST-220 as quoted.",
    "Approved. Please proceed with EST-220.",
    "Go ahead with EST-220, the signed copy is attached.",
    "Einverstanden, bitte beginnen Sie am Montag.",
    "Bon pour accord.",
  ])("yes: %s", (words) => {
    expect(agreementOf(messageWith(words), "message").standing).toBe("in-force");
  });

  test.each([
    "Looks good, checking with finance.",
    "Thanks, received.",
    "In principle yes, subject to board approval.",
    "Can you do it for $4,500?",
    "We accept if item 3 comes out.",
    "I am out of the office until Monday.",
    "Let me check with Tom before we accept.",
  ])("not yet: %s", (words) => {
    const agreement = agreementOf(messageWith(words), "message");
    expect(agreement.standing).toBe("offer");
    expect(agreement.gaps.map((gap) => gap.code)).toContain("acceptance-unclear");
  });

  test("only the sender's own words count", () => {
    const agreement = agreementOf(messageWith("Hello Luis, when could you start?"), "message");
    expect(agreement.standing).toBe("offer");
    expect(agreement.terms).toEqual([]);
  });

  test("names what it accepts", () => {
    const agreement = agreementOf(messageWith("We accept estimate EST-220 as quoted."), "message");
    expect(agreement.references).toMatchObject([{ number: "EST-220", relation: "accepts" }]);
  });
});

describe("the sum of a stage that a change sets", () => {
  test.each([
    ["The payment for milestone M2 Pump house is increased from $9,000.00 to $9,800.00.", "M2 Pump house"],
    ["Stage 2 (Pump house) is now priced at $9,800.00 instead of $9,000.00.", "Stage 2 (Pump house)"],
    ["The price of the pump house (milestone 2) rises by $800.00 to $9,800.00.", "pump house (milestone 2)"],
    ["The fee for stage 2 (Pump house) is cut from $11,000.00 to $9,800.00.", "stage 2 (Pump house)"],
  ])("is the new one, under the name that the change gives it: %s", (clause, name) => {
    const { terms } = agreementOf(amendmentWith(clause, signatures), "amendment");
    expect(terms.filter(({ type }) => type === "milestone" || type === "fixed-fee")).toMatchObject([
      { type: "milestone", value: { amount: "9800.00" } },
    ]);
    const names = terms.flatMap((term) => (term.type === "milestone" ? [term.value.name] : []));
    expect(names).toEqual([expect.stringContaining(name)]);
  });

  test("stays open where only the rise is said", () => {
    const { terms } = agreementOf(
      amendmentWith("Milestone 2 is increased by $800.00.", signatures),
      "amendment",
    );
    expect(terms.filter(({ type }) => type === "milestone")).toEqual([]);
  });
});
