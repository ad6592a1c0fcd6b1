import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fillModelText,
  findQuote,
  hostOf,
  isLoopback,
  withoutUnseen,
} from "../../../../src-shared/assistant/index.ts";

describe("a quote", () => {
  const source = "4.2  Fees.\nSenior consultants are billed at “EUR 1,250.00” per day – net of tax.";

  test.each([
    ["as printed", "EUR 1,250.00"],
    ["over a line end and other spaces", "fees. senior consultants"],
    ["with straight marks", 'at "EUR 1,250.00" per day - net'],
    ["in other case", "SENIOR CONSULTANTS ARE BILLED"],
  ])("is found %s, with the words of the source", (_, quote) => {
    const place = findQuote(source, quote);
    expect(place).not.toBeNull();
    const words = source.slice(place?.start, place?.end);
    expect(words.replace(/\s+/g, " ").replace(/[“”]/g, '"').replace("–", "-").toLowerCase()).toBe(
      quote.toLowerCase(),
    );
  });

  test.each([
    "EUR 1,250.0",
    "EUR 1,250",
    "250.00",
    "Junior consultants",
    "consult",
    "EUR 1,250.00 per hour",
    "",
    "a",
  ])("is not found when it is cut or invented: %s", (quote) => {
    expect(findQuote(source, quote)).toBeNull();
  });

  test("of any whole words of any text is found where they stand", () => {
    const word = fc.stringMatching(/^[a-zäöß0-9]{1,8}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (words, first, length) => {
          const text = words.join(" ");
          const from = first % words.length;
          const quote = words.slice(from, from + 1 + (length % 5)).join(" ");
          fc.pre(quote.length >= 3);
          const place = findQuote(text, quote.toUpperCase().replaceAll("SS", "ß"));
          const plain = findQuote(text, quote);
          expect(plain).not.toBeNull();
          expect(text.slice(plain?.start, plain?.end)).toBe(quote);
          if (place !== null) expect(text.slice(place.start, place.end).toLowerCase()).toBe(quote);
        },
      ),
    );
  });
});

describe("what is sent", () => {
  test("has no characters that a person does not see", () => {
    expect(withoutUnseen("a\u200Bb\u202Ec\u{E0041}d\u00ADe\uFEFF\n\tf")).toBe("abcde\n\tf");
  });
});

describe("a model's text", () => {
  test("names facts, which code fills in", () => {
    expect(
      fillModelText("The line bills {found}, agreed is {expected}.", {
        found: "€120.00",
        expected: "€95.00",
      }),
    ).toEqual({
      ok: true,
      value: "The line bills €120.00, agreed is €95.00.",
    });
  });

  test.each([
    ["It is 120 too much.", "figure-in-text"],
    ["It is １２０ too much.", "figure-in-text"],
    ["Half of it: ½.", "figure-in-text"],
    ["The {total} is wrong.", "unknown-placeholder"],
    ["The {constructor} is wrong.", "unknown-placeholder"],
  ])("states none of its own: %s", (text, code) => {
    expect(fillModelText(text, { found: "1" })).toMatchObject({ ok: false, error: { code } });
  });
});

describe("an address", () => {
  test.each([
    "http://127.0.0.1:11434/v1",
    "http://localhost:1234/v1",
    "http://[::1]:8080/v1",
    "http://127.8.8.8/v1",
  ])("on this machine: %s", (address) => expect(isLoopback(address)).toBe(true));

  test.each([
    "https://api.example.com/v1",
    "http://127.0.0.1.example.com/v1",
    "http://localhost.example.com/v1",
    "http://localhost@example.com/v1",
    "http://0.0.0.0/v1",
    "http://192.168.1.2/v1",
    "http://example.com/127.0.0.1",
    "file:///127.0.0.1",
    "http://2130706433/v1",
  ])("elsewhere or nowhere: %s", (address) => expect(isLoopback(address)).toBe(false));

  test("says its host and port", () => {
    expect(hostOf("https://Models.Example.com:8443/v1")).toBe("models.example.com:8443");
    expect(hostOf("models.example.com")).toBeNull();
  });
});
