import { afterEach, expect, test } from "vitest";
import { frenchGaps } from "../../../../src-renderer/locale/catalogues/gaps-fr.ts";
import { germanGaps } from "../../../../src-renderer/locale/catalogues/gaps-de.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { gapCodes } from "../../../../src-renderer/locale/gap-codes.ts";
import { sayGap } from "../../../../src-renderer/locale/say-gap.ts";
import { draftingMessages } from "../../../../src-shared/text/drafting-messages.ts";

const placesOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));

afterEach(() => loadLanguage("en"));

test("every code is one of the program's, and both languages fill the same facts", () => {
  for (const code of gapCodes) {
    const message = draftingMessages[code];
    const places = placesOf(typeof message === "string" ? message : message.other);
    expect([placesOf(germanGaps[code]), placesOf(frenchGaps[code])], code).toEqual([places, places]);
  }
});

test("a gap is said in the language of the window, with its units, days and figures", async () => {
  const gap = {
    code: "drafting/hours-above-day",
    facts: { person: "A. Berg", excess: "2.50", day: "2026-03-05", limit: "10" },
    message:
      "A. Berg worked 2.50 hours more on 2026-03-05 than the 10 that may be billed; they are left out.",
  };
  expect(sayGap(gap)).toBe(gap.message);
  await loadLanguage("de");
  expect(sayGap(gap)).toBe(
    "A. Berg hat am 5. März 2026 2,50 Stunden mehr gearbeitet als die 10, die berechnet werden dürfen; sie bleiben außen vor.",
  );
  const unsaid = {
    code: "drafting/quantity-unsaid",
    facts: { item: "Cleaning", unit: "square metre" },
    message: "",
  };
  expect(sayGap(unsaid)).toContain("Quadratmeter");
  expect(sayGap({ code: "drafting/unheard-of", facts: {}, message: "In English." })).toBe("In English.");
});
