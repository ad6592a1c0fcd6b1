import { describe, expect, it } from "vitest";
import { readBytes } from "../../../../../builders/read-bytes.ts";

const tablesOf = async (body: string): Promise<readonly (readonly (readonly (string | null)[])[])[]> => {
  const { blocks } = await readBytes("page.html", `<html><body>${body}</body></html>`);
  return blocks.flatMap((block) =>
    block.type === "table" ? [block.rows.map((row) => row.map((cell) => cell?.text ?? null))] : [],
  );
};
const row = (...cells: readonly string[]): string =>
  `<div class="r">${cells.map((cell) => `<div>${cell}</div>`).join("")}</div>`;

describe("tables drawn by elements without a meaning", () => {
  it("are rows of as many cells with figures below one another, also within a head and a body", async () => {
    expect(
      await tablesOf(
        `<div><div>${row("Thing", "Count", "Sum")}</div><div>${row("Rope", "4", "12.00")}${row("Hook", "9", "27.00")}</div></div>`,
      ),
    ).toEqual([
      [
        ["Thing", "Count", "Sum"],
        ["Rope", "4", "12.00"],
        ["Hook", "9", "27.00"],
      ],
    ]);
  });

  it("are labels before their values, which no blank parts", async () => {
    expect(
      await tablesOf(
        "<div><div><span>No</span><b>K-4</b></div><div><span>Day</span><b>2 May</b></div></div>",
      ),
    ).toEqual([
      [
        ["No", "K-4"],
        ["Day", "2 May"],
      ],
    ]);
  });

  it("are no addresses side by side, and no words that a style hides", async () => {
    expect(
      await tablesOf(`<div>${row("Reed Ltd", "1 Quay", "Hull")}${row("Fell Inn", "2 Moor", "Kendal")}</div>`),
    ).toEqual([]);
    const hidden = await readBytes(
      "page.html",
      `<html><head><style>div.x{display:none}</style></head><body><div><div><div>Sum</div><div>4.00</div></div><div class="x"><div>Sum</div><div>9.00</div></div></div></body></html>`,
    );
    const seen = hidden.pages.flatMap(({ words }) => words.filter(({ visible }) => visible));
    expect(seen.map(({ text }) => text)).not.toContain("9.00");
  });

  it("end at a depth that no page has, whether its elements are closed or not", async () => {
    const deep = 20_000;
    const grid = `<div>${row("Rope", "4", "12.00")}${row("Hook", "9", "27.00")}</div>`;
    const around = (open: string, close: string): string =>
      `${grid}${open.repeat(deep)}x${close.repeat(deep)}`;
    for (const name of ["div", "span"])
      expect(await tablesOf(around(`<${name}>`, `</${name}>`))).toHaveLength(1);
    // Nothing is drawn within elements that are not nested well.
    expect(await tablesOf(around("<b>", "</i>"))).toHaveLength(0);
  });
});
