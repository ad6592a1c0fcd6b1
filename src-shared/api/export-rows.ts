/** A target that exports can go to, with its settings as confirmed or preset. */
export interface ExportTargetRow {
  readonly id: string;
  readonly title: string;
  readonly options: readonly ExportOption[];
  /** Whether its settings were confirmed once, or it has none. */
  readonly isConfirmed: boolean;
  /** The owner's lists that settings are checked against; `count: null` where none was imported. */
  readonly lists: readonly { readonly list: string; readonly count: number | null }[];
}

export interface ExportOption {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly kind: "text" | "choice" | "template";
  readonly choices: readonly string[];
  readonly value: string;
}
