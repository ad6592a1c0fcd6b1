import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../../src-main/pipeline/normalize/invoice/layout.ts";
import { levelCells } from "../../../../../../src-main/pipeline/normalize/invoice/ruled-cells.ts";
import type { Span, Token } from "../../../../../../src-main/pipeline/normalize/invoice/token.ts";
import type { Word } from "../../../../../../src-shared/model/index.ts";

/** Letters are half as wide as they are high. */
const size = 0.012;

function token(text: string, left: number, top: number): Token {
  const right = left + (text.length * size) / 2;
  const word: Word = {
    text,
    box: [left, top, right - left, size],
    at: { page: 1, box: [left, top, right - left, size] },
    size,
    bold: false,
    visible: true,
    source: "text",
    confidence: 1,
  };
  return { text, word, left, right, top, bottom: top + size, bold: false, size };
}

const flat = (top: number): Span => ({ left: 0.1, right: 0.3, top, bottom: top });
const upright = (left: number): Span => ({ left, right: left, top: 0.1, bottom: 0.16 });
const horizontals = [flat(0.1), flat(0.16)];
const verticals = [upright(0.1), upright(0.2), upright(0.3)];

describe("ruled cells", () => {
  it("have their lines at one height, though one is set in the middle of its row", () => {
    const one = token("Number", 0.11, 0.124);
    const [first, second] = [token("Day", 0.21, 0.116), token("issued", 0.21, 0.132)];
    const tops = levelCells([one, first, second], horizontals, verticals).map(({ top }) => top);
    expect(tops[0]).toBeCloseTo(0.116);
    expect(tops.slice(1)).toEqual([first.top, second.top]);
  });

  it("stay as they are where their lines are level or nothing rules them", () => {
    const level = [token("Number", 0.11, 0.116), token("Day", 0.21, 0.116)];
    expect(levelCells(level, horizontals, verticals)).toBe(level);
    const bare = [token("Number", 0.11, 0.124), token("Day", 0.21, 0.116)];
    expect(levelCells(bare, [], [])).toBe(bare);
  });

  it("make a number one word again that broke at the edge of its cell", () => {
    const [day, rest] = [token("18/10/2026-0001", 0.105, 0.116), token("7", 0.105, 0.132)];
    expect(textOf(levelCells([day, rest, token("A", 0.21, 0.116)], horizontals, verticals).slice(0, 2))).toBe(
      "18/10/2026-00017",
    );
  });

  it("leave two numbers apart that stand over each other in a wide cell", () => {
    const [one, other] = [token("4711", 0.105, 0.116), token("22", 0.105, 0.132)];
    expect(
      textOf(levelCells([one, other, token("A", 0.21, 0.116)], horizontals, verticals).slice(0, 2)),
    ).toBe("4711 22");
  });

  it("are none where a frame around the page reaches over the cells of a panel", () => {
    const frame = [0.05, 0.35].map((left): Span => ({ left, right: left, top: 0.02, bottom: 0.9 }));
    const panel = [0.1, 0.2].map((left): Span => ({ left, right: left, top: 0.1, bottom: 0.13 }));
    const wide = [0.1, 0.16].map((top): Span => ({ left: 0.05, right: 0.35, top, bottom: top }));
    const printed = [
      token("Buyer", 0.11, 0.104),
      token("Bank", 0.21, 0.11),
      token("Qty", 0.07, 0.14),
      token("Sum", 0.21, 0.14),
    ];
    expect(levelCells(printed, wide, [...frame, ...panel])).toBe(printed);
  });
});
