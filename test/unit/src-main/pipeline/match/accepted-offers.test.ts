import { describe, expect, test } from "vitest";
import { withAcceptedOffers } from "../../../../../src-main/pipeline/match/index.ts";
import type { Agreement } from "../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { anAgreement } from "../../../../builders/billing-documents.ts";
import type { AgreementSpec } from "../../../../builders/billing-documents.ts";

const offer = (spec: AgreementSpec = {}): Agreement =>
  anAgreement({ number: "Q-77", rank: "estimate", title: "Quotation Q-77", standing: "offer", ...spec });
const yes = (spec: AgreementSpec = {}): Agreement =>
  anAgreement({
    number: null,
    rank: "acceptance-message",
    title: "Re: Quotation Q-77",
    standing: "in-force",
    dated: localDate("2026-03-10"),
    references: [{ number: "Q-77", relation: "accepts" }],
    terms: [],
    ...spec,
  });
const until = (openUntil: string, agreement: Agreement): Agreement => ({
  ...agreement,
  openUntil: localDate(openUntil),
});
const standings = (...agreements: readonly Agreement[]): readonly string[] =>
  withAcceptedOffers(agreements).map(({ standing, signedOn }) => `${standing} ${signedOn ?? ""}`.trim());

describe("offers that a paper of their own accepts", () => {
  test("bind from the day of a message that says yes to them", () => {
    expect(standings(offer(), yes())[0]).toBe("in-force 2026-03-10");
  });

  test("bind by an order that names them", () => {
    const order = yes({ rank: "purchase-order", number: "4500081", title: "Purchase order 4500081" });
    expect(standings(offer(), order)[0]).toBe("in-force 2026-03-10");
  });

  test.each([
    ["a message that says nothing of the kind", yes({ standing: "offer" })],
    ["a yes to another offer", yes({ references: [{ number: "Q-78", relation: "accepts" }] })],
    ["a yes to something that is no offer", yes({ title: "Re: stage 3 drawings", references: [] })],
  ])("stay offers beside %s", (_, message) => {
    expect(standings(offer(), message)[0]).toBe("offer");
  });

  test("bind where the yes came in time, though they have lapsed since, and not where it came too late", () => {
    const lapsed = offer({ standing: "expired" });
    expect(standings(until("2026-03-31", lapsed), yes())[0]).toBe("in-force 2026-03-10");
    expect(standings(until("2026-03-10", lapsed), yes())[0]).toBe("in-force 2026-03-10");
    expect(standings(until("2026-03-09", lapsed), yes())[0]).toBe("expired");
    expect(standings(until("2026-03-09", offer()), yes())[0]).toBe("offer");
    expect(standings(until("2026-03-31", offer()), yes({ dated: null }))[0]).toBe("offer");
  });

  test("a message about the offer that names no number accepts the only one between its parties", () => {
    expect(standings(offer(), yes({ title: "Re: your quote", references: [] }))[0]).toBe(
      "in-force 2026-03-10",
    );
  });

  test("an answer under the very subject of a mail that made the offer accepts it", () => {
    const price = {
      type: "fixed-fee",
      value: { item: "Lines", amount: "640.00", per: "once", timing: null },
    } as const;
    const mail = offer({ rank: "acceptance-message", title: "Lines for the depot", terms: [price] });
    const chat = offer({ rank: "acceptance-message", title: "Lines for the depot" });
    const answer = (title: string): Agreement => yes({ title, references: [] });
    expect(standings(mail, answer("Lines for the depot"))[0]).toBe("in-force 2026-03-10");
    expect(standings(mail, answer("Parking at the depot"))[0]).toBe("offer");
    expect(standings(chat, answer("Lines for the depot"))[0]).toBe("offer");
  });

  test("an answer that names a number accepts the mail in whose subject that number stands", () => {
    const mail = offer({
      number: null,
      id: "agr-mail" as Agreement["id"],
      rank: "acceptance-message",
      title: "Proposal P-4410: lines for the depot",
    });
    const answer = (number: string): Agreement =>
      yes({ title: "Our order", references: [{ number, relation: "accepts" }] });
    expect(standings(mail, answer("P-4410"))[0]).toBe("in-force 2026-03-10");
    expect(standings(mail, answer("P-4411"))[0]).toBe("offer");
  });
});
