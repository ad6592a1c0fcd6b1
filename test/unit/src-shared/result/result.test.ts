import { describe, expect, it } from "vitest";
import { collectResults, err, exhaustive, ok } from "../../../../src-shared/result/index.ts";

describe("result", () => {
  it("is plain data that survives a wire", () => {
    expect(structuredClone(ok(1))).toEqual({ ok: true, value: 1 });
    expect(structuredClone(err({ code: "read/pdf-encrypted" }))).toEqual({
      ok: false,
      error: { code: "read/pdf-encrypted" },
    });
    expect(ok()).toEqual({ ok: true, value: undefined });
  });

  it("collects values in order, or the first failure", () => {
    expect(collectResults([ok(1), ok(2)])).toEqual(ok([1, 2]));
    expect(collectResults([ok(1), err("first"), err("second")])).toEqual(err("first"));
    expect(collectResults([])).toEqual(ok([]));
  });

  it("throws on a case that cannot be", () => {
    expect(() => exhaustive("left over" as never)).toThrow("left over");
  });
});
