import { oncePerPair } from "../once-per-pair.ts";
import type { Row, Token } from "./layout.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import type { NumberReading } from "../values/index.ts";

/** The words of a row from left to right. */
export const tokensOf = ({ segments }: Pick<Row, "segments">): readonly Token[] =>
  segments.flatMap(({ tokens }) => tokens);

/** All numbers of a row: every step of a reading asks for them. */
export const numbersIn: (row: Row, conventions: Conventions) => readonly Found<NumberReading>[] = oncePerPair(
  (row, conventions) => findNumbers(tokensOf(row), conventions),
);

/** Whether a text holds figures with cents: "1,204.50", "98,00 EUR". */
export const hasMoney = (text: string): boolean => /\d[.,]\d{2}(?!\d)/.test(text);
