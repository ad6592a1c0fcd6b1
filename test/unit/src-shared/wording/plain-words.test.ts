import { describe, expect, test } from "vitest";
import { saysUnit, termKey, wordingOf } from "../../../../src-shared/wording/index.ts";
import type { Term } from "../../../../src-shared/model/index.ts";

describe("days of ordinary work", () => {
  test.each([
    "Cleaning, Monday to Saturday",
    "Reinigung Mo–Sa",
    "Nettoyage du lundi au samedi",
    "Limpieza de lunes a sábado",
    "Pulizie da lunedì a sabato",
    "Schoonmaak maandag t/m zaterdag",
    "Limpeza de segunda a sábado",
  ])("are no Saturday with a price of its own: %s", (text) => {
    expect(wordingOf(text).shifts).toEqual([]);
  });

  test.each(["Cleaning, Saturday", "Reinigung Samstag", "Guard, Saturday and Sunday"])(
    "unlike %s",
    (text) => {
      expect(wordingOf(text).shifts).not.toEqual([]);
    },
  );
});

test("a price says its unit by a word or by two", () => {
  const item = { unit: "each", item: "Reporter appearance, half day" };
  expect(saysUnit(item, "half-day")).toBe(true);
  expect(saysUnit(item, "hour")).toBe(false);
});

describe("the key of a limit", () => {
  const limit = (...conditions: readonly string[]): string =>
    termKey({ type: "cap", value: { amount: "1000", scope: "agreement" }, conditions } as unknown as Term);

  test.each([
    "unless amended in writing",
    "sauf avenant signé des deux parties",
    "ohne schriftliche Zustimmung",
  ])("is the same where only a change is kept open: %s", (words) => {
    expect(limit(words)).toBe(limit());
  });

  test.each(["for the second phase", "for change orders", "only with written approval"])(
    "is another under a condition: %s",
    (words) => expect(limit(words)).not.toBe(limit()),
  );
});
