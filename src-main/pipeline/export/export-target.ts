import type {
  BatchId,
  ExportFile,
  ExportPlan,
  ExportRefusal,
  Invoice,
  OwnCompany,
} from "../../../src-shared/model/index.ts";

import type { PaperFontFiles } from "./paper/write-paper.ts";

/** A setting of a target that its owner confirms once. */
export interface TargetOption {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly kind: "text" | "choice" | "template";
  readonly choices: readonly string[];
  readonly preset: string;
  /** The owner's list that the value must be in, where that list was imported. */
  readonly list?: OwnListKind;
}

/** Lists of the owner's own books that a profile is checked against. */
export type OwnListKind = "accounts" | "items" | "taxes" | "partners";

/** What a target gets: the approved invoices of one batch, as they were approved. */
export interface ExportInput {
  readonly batchId: BatchId;
  readonly invoices: readonly Invoice[];
  /** By option name; an option that is not given has its preset. */
  readonly options: Readonly<Record<string, string>>;
  /** Who we are, so that a bill is not written as a sale. */
  readonly ownCompany?: OwnCompany;
  /** The faces that are embedded where a target writes pages; only writing needs them. */
  readonly fonts?: PaperFontFiles;
  /** Hex digest of a text, for ids that a file format asks for. */
  readonly hash?: (text: string) => string;
}

/** An invoice that may be written, or why it must not. */
export type Exportable<T> =
  { readonly invoice: Invoice; readonly document: T } | { readonly refusal: ExportRefusal };

/**
 * One accounting system, or one file format.
 *
 * `plan` says everything that would be written before any byte exists; `write` gives the same bytes for the same plan.
 */
export interface ExportTarget {
  readonly id: string;
  readonly title: string;
  readonly options: readonly TargetOption[];
  /** Its files are pages, set in fonts; only then are they loaded. */
  readonly writesPages?: true;
  readonly plan: (input: ExportInput) => ExportPlan;
  readonly write: (plan: ExportPlan, input: ExportInput) => readonly ExportFile[];
}

/** The option's value, or its preset. */
export const optionOf = (target: Pick<ExportTarget, "options">, input: ExportInput, name: string): string =>
  input.options[name] ?? target.options.find((option) => option.name === name)?.preset ?? "";
