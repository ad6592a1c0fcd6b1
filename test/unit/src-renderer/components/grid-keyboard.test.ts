import { expect, test } from "vitest";
import { actionOfKey } from "../../../../src-renderer/components/data-grid/grid-keyboard.ts";
import type { GridKey, GridPosition } from "../../../../src-renderer/components/data-grid/grid-keyboard.ts";

const at: GridPosition = { row: 5, column: 2, rowCount: 100, columnCount: 4, pageSize: 20 };
const key = (name: string, held: Partial<GridKey> = {}): GridKey => ({
  key: name,
  shift: false,
  mod: false,
  alt: false,
  ...held,
});

test.each([
  ["ArrowDown", {}, {}, { type: "move", row: 6, column: 2 }],
  ["ArrowUp", {}, {}, { type: "move", row: 4, column: 2 }],
  ["ArrowUp", {}, { row: 0 }, { type: "move", row: -1, column: 2 }],
  ["ArrowUp", {}, { row: -1 }, { type: "move", row: -1, column: 2 }],
  ["ArrowDown", {}, { row: 99 }, { type: "move", row: 99, column: 2 }],
  ["ArrowRight", {}, { column: 3 }, { type: "move", row: 5, column: 3 }],
  ["ArrowLeft", {}, { column: 0 }, { type: "move", row: 5, column: 0 }],
  ["PageDown", {}, {}, { type: "move", row: 25, column: 2 }],
  ["PageDown", {}, { row: 95 }, { type: "move", row: 99, column: 2 }],
  ["PageUp", {}, { row: 3 }, { type: "move", row: 0, column: 2 }],
  ["Home", {}, {}, { type: "move", row: 0, column: 2 }],
  ["End", {}, {}, { type: "move", row: 99, column: 2 }],
  ["Home", { mod: true }, {}, { type: "move", row: 0, column: 0 }],
  ["End", { mod: true }, {}, { type: "move", row: 99, column: 3 }],
  ["ArrowDown", { shift: true }, {}, { type: "extend", row: 6 }],
  ["End", { shift: true }, {}, { type: "extend", row: 99 }],
  ["ArrowDown", { shift: true }, { row: 99 }, { type: "move", row: 99, column: 2 }],
  [" ", {}, {}, { type: "toggle" }],
  [" ", { shift: true }, {}, { type: "extend-here" }],
  [" ", {}, { row: -1 }, null],
  ["a", { mod: true }, {}, { type: "select-all" }],
  ["a", {}, {}, null],
  ["Enter", {}, {}, { type: "open" }],
  ["Enter", {}, { row: -1 }, { type: "sort" }],
  ["j", {}, {}, null],
  ["ArrowDown", { alt: true }, {}, null],
] as const)("%s with %o at %o", (name, held, place, action) => {
  expect(actionOfKey(key(name, held), { ...at, ...place })).toEqual(action);
});
