import { z } from "zod";
import type { MappedKind, TableMapping, TableSketch } from "../model/index.ts";
import type { DecisionReceipt } from "./decision-receipt.ts";
import { method } from "./method.ts";
import { tableMappingSchema } from "./policy-schema.ts";

const id = z.string().min(1).max(200);

/** What a table gives under a mapping, before it is kept. */
export interface TableReading {
  readonly kind: string;
  readonly invoices: readonly {
    readonly number: string | null;
    readonly date: string | null;
    readonly customer: string | null;
    readonly lines: number;
    readonly total: string | null;
    readonly currency: string | null;
  }[];
  readonly invoiceCount: number;
  /** Hours, goods and the like. */
  readonly records: readonly {
    readonly date: string | null;
    readonly person: string | null;
    readonly item: string | null;
    readonly quantity: string | null;
    readonly unit: string | null;
  }[];
  readonly recordCount: number;
  readonly payments: number;
  /** Sentences on what could not be read. */
  readonly problems: readonly string[];
}

export interface TablesState {
  readonly sketches: readonly TableSketch[];
  readonly reading: TableReading;
  readonly presets: readonly { readonly id: string; readonly title: string; readonly kind: MappedKind }[];
  /** The draft, or the mapping that reads the table, whole; `null` where titles are guessed. */
  readonly mapping: TableMapping | null;
}

/** What an import cannot know by itself. */
export interface WatchedFolder {
  /** `null` while no folder is watched. */
  readonly path: string | null;
  readonly mode: "offer" | "import";
  /** Files that are complete, new to the workspace and not asked for yet. */
  readonly offered: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** Files that are still being written. */
  readonly arriving: number;
  /** The sentence that says why the folder cannot be looked at. */
  readonly problem: string | null;
}

export const intakeMethods = {
  /** Reads a document again from the bytes that are kept, alone. */
  "documents.retry": method<DecisionReceipt & { readonly status: string }>()(
    z.strictObject({ documentId: id }),
    "long",
  ),
  /** The tables of a document under what is known, or under a draft; nothing is kept. */
  "tables.sketch": method<TablesState>()(
    z.strictObject({
      documentId: id,
      headerRow: z.int().min(0).max(100_000).nullable(),
      /** A preset's id stands for its columns. */
      draft: z.union([tableMappingSchema, z.strictObject({ preset: id })]).nullable(),
    }),
    "long",
  ),
  /** Remembers a mapping for every table with these titles, and reads what is here by it. */
  "tables.remember": method<TableMapping>()(z.strictObject({ mapping: tableMappingSchema }), "long"),
  "intake.folder": method<WatchedFolder>()(z.strictObject({})),
  "intake.watch": method<WatchedFolder>()(
    z.strictObject({ path: z.string().min(1).max(4_096).nullable(), mode: z.enum(["offer", "import"]) }),
  ),
  /** Imports what the watched folder offers. */
  "intake.take-in": method<WatchedFolder>()(z.strictObject({}), "long"),
} as const;
