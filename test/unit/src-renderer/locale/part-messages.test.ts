import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partMessages } from "../../../../src-renderer/locale/part-messages.ts";

test("every part of a term's value has a name, and no name stands for none", () => {
  const model = readFileSync("src-shared/model/term.ts", "utf8");
  const values = model.slice(0, model.indexOf("export interface TermValueByType"));
  const parts = new Set([...values.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => `part.${name}`));
  expect(Object.keys(partMessages).toSorted()).toEqual([...parts].toSorted());
});
