import { describe, expect, test } from "vitest";
import { headCountIn } from "../../../../../../src-main/pipeline/normalize/delivery/told-heads.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";
import { normalizeMail } from "../../../../../../src-main/pipeline/normalize/mail-meaning.ts";

describe("how many come", () => {
  test.each([
    ["The final head count for 3 May is 84.", "84"],
    ["We will be 41 people in the end", "41"],
    ["Die endgültige Teilnehmerzahl ist 38.", "38"],
    ["Nous serons 64 convives le 12 juin.", "64"],
    ["Definitief aantal gasten: 52", "52"],
    ["Número final de pessoas: 97", "97"],
  ])("is told by %j", (text, count) => {
    expect(headCountIn(text)).toBe(count);
  });

  test.each([
    "We expect about 120 guests",
    "Can you do 120 people?",
    "Confirmed: 30.00 per person",
    "There were comments from 3 rooms",
  ])("is not told by %j", (text) => {
    expect(headCountIn(text)).toBeNull();
  });

  test("is a record of persons on the day of the event", async () => {
    const mail = await readBytes(
      "count.eml",
      "From: Ola Brekke <ola@fjordlight.example>\nTo: kitchen@tallow.example\nDate: Mon, 4 May 2026 09:00:00 +0200\nSubject: Dinner\n\nHello,\n\nwe confirm 73 guests for 9 May 2026.\n\nOla Brekke\n",
    );
    expect(
      normalizeMail(mail, context).nouns.deliveries.map(({ quantity, unit, date }) => [quantity, unit, date]),
    ).toEqual([["73", "person", "2026-05-09"]]);
  });
});
