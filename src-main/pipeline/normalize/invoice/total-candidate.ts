import type { LabelField } from "../labels/index.ts";
import type { NumberReading } from "../values/index.ts";
import type { Row, Token } from "./layout.ts";
import type { PrintedLabel } from "./printed-labels.ts";
import type { Found } from "./spans.ts";

/** Fields of the sums of a document. */
export type TotalField = Extract<
  LabelField,
  | "subtotal"
  | "net"
  | "tax"
  | "gross"
  | "payable"
  | "prepaid"
  | "open-balance"
  | "discount"
  | "charge"
  | "rounding"
  | "retention"
  | "withholding"
  | "early-payment"
  | "carry-forward"
>;

export const totalFields: readonly TotalField[] = [
  "subtotal",
  "net",
  "tax",
  "gross",
  "payable",
  "prepaid",
  "open-balance",
  "discount",
  "charge",
  "rounding",
  "retention",
  "withholding",
  "early-payment",
  "carry-forward",
];

/** A printed amount beside a label of the sums. */
export interface TotalCandidate {
  readonly field: TotalField;
  /** 0 to 1: how surely the label means the field and the amount is its value. */
  readonly score: number;
  readonly number: Found<NumberReading>;
  readonly tokens: readonly Token[];
  readonly label: PrintedLabel;
  readonly row: Row;
  /** A percentage in the same row: the tax or discount rate. */
  readonly percent: Found<NumberReading> | null;
  /** Another amount in the same row, before the amount: what the tax is on. */
  readonly base: Found<NumberReading> | null;
}
