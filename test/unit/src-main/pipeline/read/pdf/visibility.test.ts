import { describe, expect, it } from "vitest";
import type { GlyphWord } from "../../../../../../src-main/pipeline/read/pdf/glyph-words.ts";
import type {
  Color,
  PageObjects,
  Surface,
} from "../../../../../../src-main/pipeline/read/pdf/page-objects.ts";
import { appearanceOf } from "../../../../../../src-main/pipeline/read/pdf/visibility.ts";

const black: Color = [0, 0, 0, 255];
const box = { left: 100, right: 160, top: 200, bottom: 212 };
const word = { style: { object: 1, renderMode: 0, size: 10, color: black } } as unknown as GlyphWord;

function appears(surface: Omit<Surface, "opaque">): string {
  const objects: PageObjects = {
    surfaces: [{ ...surface, opaque: true }],
    lines: [],
    orderByText: new Map([[1, 5]]),
    pictureShare: 0,
    curves: 0,
  };
  const page = { left: 0, right: 595, top: 0, bottom: 842 };
  return appearanceOf(word, box, { objects, page, isScan: false, medianSize: 10 });
}

describe("black words", () => {
  it("are seen where a black rule runs across them", () => {
    expect(
      appears({ order: 1, color: black, box: { left: 40, right: 500, top: 205.8, bottom: 206.3 } }),
    ).toBe("visible");
  });

  it("are not seen on a black ground, nor under what is drawn over them", () => {
    const ground = { left: 90, right: 200, top: 195, bottom: 215 };
    expect(appears({ order: 1, color: black, box: ground })).toBe("hidden");
    expect(appears({ order: 9, color: [255, 255, 255, 255], box: ground })).toBe("hidden");
  });
});
