import { expect, test } from "vitest";
import { weekdaysNamedIn } from "../../../../src-shared/wording/index.ts";

test.each([
  ["Static guard Mon-Fri day, 12-23 Oct 2026", [1, 2, 3, 4, 5]],
  ["Samstag und Sonntag, je Stunde", [6, 7]],
  ["Gardiennage du lundi au jeudi", [1, 2, 3, 4]],
  ["Vigilancia sábados", [6]],
  ["Toezicht vrijdag t/m zondag", [5, 6, 7]],
  ["Pulizie da sabato a lunedì", [1, 6, 7]],
  ["Vigia, fim de semana", [6, 7]],
  ["Night porter, weekdays", [1, 2, 3, 4, 5]],
  ["Segunda parcela", []],
  ["Saturation of monochrome prints", []],
])("%s", (text, days) => {
  expect([...weekdaysNamedIn(text)].toSorted((one, other) => one - other)).toEqual(days);
});
