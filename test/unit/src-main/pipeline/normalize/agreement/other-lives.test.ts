import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const withTerm = (term: string, other: string): unknown =>
  agreementOf(
    `# SERVICES AGREEMENT\n\nThis Agreement is made as of March 1, 2026 (the "Effective Date") between Tolland Freight Brokers, Inc. ("Client") and Asterwood Services LLC ("Provider").\n\n## 1. Definitions\n\n${other}\n\n## 2. Term\n\n${term}\n`,
  ).terms.find(({ type }) => type === "duration")?.value;

const fourYears =
  "This Agreement shall commence on 1 April 2026 and shall continue, unless ended earlier under clause 9, for a period of four years.";

describe("times that are none of the agreement", () => {
  test.each([
    '"Contract Year" means a period of 12 months commencing on 1 April 2026 or any anniversary of it.',
    "During the term of this Agreement, and for a period of two (2) years thereafter, Provider shall not work for a rival.",
    "Provider shall maintain for a period of ten (10) years information on all charges.",
    "Der Auftragnehmer bewahrt Unterlagen über diesen Vertrag für die Dauer von zehn Jahren auf.",
  ])("%s", (other) =>
    expect(withTerm(fourYears, other)).toEqual(
      expect.objectContaining({ from: "2026-04-01", to: "2030-04-01" }),
    ),
  );

  test("a day in a case is no end", () =>
    expect(
      withTerm(
        "This Agreement commences on 1 April 2026.",
        "This Agreement shall terminate if a licence is refused on or before August 1, 2027.",
      ),
    ).toEqual(expect.objectContaining({ from: "2026-04-01", to: null })));

  test("the length of a renewal is no notice, though one is given for it", () =>
    expect(
      withTerm(
        fourYears,
        "Client may renew this Agreement for a further three (3) year period by giving prior written notice within ninety (90) days of its end.",
      ),
    ).toEqual(expect.objectContaining({ to: "2030-04-01", noticeDays: 90 })));
});
