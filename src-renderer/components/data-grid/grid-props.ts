import type { ReactNode } from "react";

/** CSS pixels; `fill` and a `share` take from what is left; `words` is as wide as the widest of what the cells can say. */
export type ColumnWidth =
  | number
  | "fill"
  | { readonly share: number; readonly least: number }
  | {
      readonly words: readonly string[];
      /** Pixels of what stands beside the words: a sign, the edges of a capsule. */
      readonly beside?: number;
      readonly least?: number;
      readonly most?: number;
    };

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly width: ColumnWidth;
  /** Where not all columns fit, those of the highest rank are left out first; one without a rank always stays. */
  readonly leavesAt?: number;
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Plain value for the clipboard: numbers without grouping, dates as ISO. */
  readonly plain: (row: Row) => string;
}

/** A head over rows that stand together. */
export interface GridGroup {
  /** Also the id under which the head is active. */
  readonly key: string;
  /** Place of its first row among all rows. */
  readonly at: number;
  readonly isFolded: boolean;
  readonly head: ReactNode;
}

export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly activeId: string | null;
  /** `null` where rows cannot be selected. */
  readonly selected: ReadonlySet<string> | null;
  readonly sort: { readonly column: string; readonly direction: "ascending" | "descending" } | null;
  readonly rowHeight: number;
  /** Name of the area for single-letter commands. */
  readonly keyArea: string;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onToggle?: (id: string) => void;
  readonly onExtend?: (id: string) => void;
  readonly onSelectAll?: () => void;
  readonly onSort: (column: string) => void;
  /** Column of the verdict on a row: it is announced with every cell. */
  readonly outcomeColumn?: string;
  /** Right click on a row. */
  readonly onMenu?: (id: string, place: { readonly x: number; readonly y: number }) => void;
  readonly empty: ReactNode;
  /** Enter or a click on a head. */
  readonly onFold?: (key: string) => void;
  /** In order of `at`; every row from the first group on stands under a head. */
  readonly groups?: readonly GridGroup[];
}
