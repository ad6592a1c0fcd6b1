import { describe, expect, test } from "vitest";
import { offersToPay } from "../../../../../../src-main/pipeline/normalize/agreement/mail/mail-parties.ts";
import { Reading } from "../../../../../../src-main/pipeline/normalize/agreement/engine/reading.ts";
import { rowUnit } from "../../../../../../src-main/pipeline/normalize/agreement/structure/unit.ts";
import { prepareText } from "../../../../../../src-main/pipeline/normalize/agreement/text/prepared-text.ts";

const style = { decimalMark: "." as const, dateOrder: null, languages: [] };
const readingOf = (text: string): Reading =>
  new Reading(rowUnit(prepareText({ text, runs: [] }), 0, { contexts: [], clause: [], zone: "body" }), style);

describe("who writes an offer by mail", () => {
  test.each([
    "We will pay you $52 an hour for copyediting.",
    "Send one invoice a month, we pay in 21 days.",
    "Wir zahlen Ihnen 48 € pro Stunde.",
    "Nous vous paierons 300 € par jour.",
    "Vi pagheremo 40 euro l'ora.",
  ])("pays: %s", (text) => {
    expect(offersToPay([readingOf(text)], null)).toBe(true);
  });

  test.each(["We charge $52 an hour.", "You pay within 21 days.", "Wir berechnen 48 € pro Stunde."])(
    "is paid: %s",
    (text) => {
      expect(offersToPay([readingOf(text)], null)).toBe(false);
    },
  );
});
