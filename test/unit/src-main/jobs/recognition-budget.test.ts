import { expect, test } from "vitest";
import { limitRecognition } from "../../../../src-main/jobs/recognition-budget.ts";

test("each picture is announced, until the document's time is used up", async () => {
  let now = 0;
  let announced = 0;
  const recognize = limitRecognition(
    () => Promise.resolve([]),
    () => (announced += 1),
    () => now,
  );
  const image = { width: 1, height: 1, pixels: new Uint8Array(1) };
  expect(await recognize(image, "eng")).toEqual([]);
  now = 9 * 60_000;
  expect(await recognize(image, "eng")).toEqual([]);
  now = 11 * 60_000;
  expect(await recognize(image, "eng")).toBeNull();
  expect(announced).toBe(2);
});
