import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Token } from "./layout.ts";

/** The rate of a line that its own row does not print, and the words elsewhere that do. */
export interface LineTax {
  readonly rate: DecimalText;
  readonly tokens: readonly Token[];
  readonly confidence: number;
}
