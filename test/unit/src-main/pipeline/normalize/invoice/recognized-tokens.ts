import { findNumbers } from "../../../../../../src-main/pipeline/normalize/invoice/spans.ts";
import type { Conventions } from "../../../../../../src-main/pipeline/normalize/invoice/spans.ts";
import type { Word } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";

/** A word as recognition gives it, with what a second reading says. */
export const recognized = (text: string, otherReading?: string): Word => ({
  text,
  box: [0.1, 0.1, 0.1, 0.01],
  at: { page: 1, box: [0.1, 0.1, 0.1, 0.01] },
  size: 0.012,
  bold: false,
  source: "ocr",
  confidence: otherReading === undefined ? 0.985 : 0.6,
  ...(otherReading === undefined ? {} : { otherReading }),
  visible: true,
});

export const defaultConventions: Conventions = {
  number: { decimal: ",", basis: "evidence" },
  date: { order: "day-first", asOf: localDate("2026-11-21") },
};

export const numbersIn = findNumbers;
