import { describe, expect, it } from "vitest";
import { compareNames, namesInFull } from "../../../../src-shared/wording/index.ts";

const text =
  "Fernhill Dairy Ltd. will collect the whey of Corrib Cheese Designated Activity Company, a subsidiary of Corrib Foods plc.";

describe("names that a text holds in full", () => {
  it("takes a name with its legal form, however that is written", () => {
    expect(namesInFull(text, "Fernhill Dairy Limited")).toBe(true);
    expect(namesInFull(text, "Corrib Cheese DAC")).toBe(true);
  });

  it("takes no part of a name, no other form and no look-alike", () => {
    expect(namesInFull(text, "Corrib DAC")).toBe(false);
    expect(namesInFull(text, "Fernhill Dairy plc")).toBe(false);
    expect(namesInFull(text, "Fernhill Dairy")).toBe(false);
    expect(namesInFull(text, "Fernhill Dаiry Ltd")).toBe(false);
    expect(namesInFull(text, "Corrib")).toBe(false);
  });

  it("knows legal forms by their words", () => {
    expect(compareNames("Lindner Bau Aktiengesellschaft", "Lindner Bau AG")).toBe("same");
    expect(compareNames("Mondego Vinhos DAC", "Mondego Vinhos Designated Activity Company")).toBe("same");
  });
});
