import { Dexie } from "dexie";
import type { Table } from "dexie";

/** How a person left the window. Holds nothing of a document, a customer or a filter. */
export interface Layout {
  readonly theme: "system" | "light" | "dark" | "contrast";
  readonly density: "compact" | "comfortable";
  readonly singleKeys: boolean;
  readonly panes: Readonly<Record<"sidebar" | "preview", boolean>>;
  readonly sizes?: Readonly<Record<string, number>>;
  readonly columns?: readonly string[] | null;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly language?: "en" | "de" | "fr" | "pseudo";
}

class LayoutDatabase extends Dexie {
  declare layouts: Table<{ readonly id: string; readonly layout: Layout }, string>;

  constructor() {
    super("countersign-layout");
    this.version(1).stores({ layouts: "id" });
  }
}

let database: LayoutDatabase | null = null;

/** The layout of last time, or `null`. A browser that keeps nothing is no failure: the window starts afresh. */
export async function restoreLayout(): Promise<Layout | null> {
  try {
    database ??= new LayoutDatabase();
    return (await database.layouts.get("window"))?.layout ?? null;
  } catch {
    database = null;
    return null;
  }
}

export async function storeLayout(layout: Layout): Promise<void> {
  try {
    await database?.layouts.put({ id: "window", layout });
  } catch {
    database = null;
  }
}
