import { expect, test } from "vitest";
import { itemHead, joinItem } from "../../../../src-shared/wording/index.ts";

test.each([
  [["Help desk", "printer queue"], "Help desk – printer queue"],
  [["Skip hire", null, ""], "Skip hire"],
  [[null, ""], null],
])("%j are the item %j", (parts, item) => {
  expect(joinItem(parts)).toBe(item);
});

test.each([
  ["Help desk – printer queue – floor 2", ["help", "desk"]],
  ["Help desk", undefined],
  ["– floor 2", undefined],
  [null, undefined],
])("the name in %j is %j", (item, words) => {
  expect(itemHead(item)?.content).toEqual(words);
});
