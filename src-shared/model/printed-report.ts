/** A column of a printed table; figures stand on the right. */
export interface PrintedColumn {
  readonly title: string;
  readonly kind: "text" | "number";
}

/** A part of a report, before it is drawn for a screen or for paper. Nothing of it is markup. */
export type PrintedPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "list"; readonly isOrdered: boolean; readonly items: readonly string[] }
  | {
      readonly type: "table";
      readonly columns: readonly PrintedColumn[];
      /** `null` is not known: a dash. */
      readonly rows: readonly (readonly (string | null)[])[];
    }
  | {
      readonly type: "bars";
      readonly title: string;
      /** Names of the parts of each bar, in their order. */
      readonly parts: readonly string[];
      readonly bars: readonly {
        readonly label: string;
        readonly values: readonly number[];
        readonly text: string;
      }[];
    }
  | {
      readonly type: "line";
      readonly title: string;
      /** `value` is drawn, `text` is what it is; a week without a figure has neither. */
      readonly points: readonly {
        readonly label: string;
        readonly value: number | null;
        readonly text: string;
      }[];
      /** The figure before, drawn across, with its words. */
      readonly before: { readonly value: number; readonly text: string } | null;
    };

export interface PrintedSection {
  readonly title: string;
  readonly parts: readonly PrintedPart[];
}

/** A report as what it says: a page for the screen and pages of paper are drawn from the same. */
export interface PrintedReport {
  /** Tag of its language, such as `en`. */
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PrintedSection[];
  readonly footer: string;
}
