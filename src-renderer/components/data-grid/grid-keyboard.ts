/** Where the grid stands: row −1 is its head. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that fit on the screen. */
  readonly pageSize: number;
}

export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
}

export type GridAction =
  | { readonly type: "move"; readonly row: number; readonly column: number }
  | { readonly type: "extend"; readonly row: number }
  | { readonly type: "toggle" }
  | { readonly type: "extend-here" }
  | { readonly type: "select-all" }
  | { readonly type: "open" }
  | { readonly type: "sort" };

/** What a key does in a grid, after the pattern for grids of the ARIA authoring practices; `null` for keys of others. */
export function actionOfKey(pressed: GridKey, at: GridPosition): GridAction | null {
  if (pressed.alt) return null;
  const lastRow = at.rowCount - 1;
  const move = (row: number, column = at.column): GridAction => {
    const nextRow = Math.max(-1, Math.min(lastRow, row));
    if (pressed.shift && nextRow >= 0 && nextRow !== at.row) return { type: "extend", row: nextRow };
    return { type: "move", row: nextRow, column: Math.max(0, Math.min(at.columnCount - 1, column)) };
  };
  switch (pressed.key) {
    case "ArrowDown":
      return pressed.mod ? move(lastRow) : move(at.row + 1);
    case "ArrowUp":
      return pressed.mod ? move(0) : move(at.row - 1);
    case "ArrowLeft":
      return pressed.shift || pressed.mod ? null : move(at.row, at.column - 1);
    case "ArrowRight":
      return pressed.shift || pressed.mod ? null : move(at.row, at.column + 1);
    case "PageDown":
      return move(Math.max(at.row, 0) + at.pageSize);
    case "PageUp":
      return move(Math.max(0, at.row - at.pageSize));
    case "Home":
      return pressed.mod ? move(0, 0) : move(0);
    case "End":
      return pressed.mod ? move(lastRow, at.columnCount - 1) : move(lastRow);
    case " ":
      if (pressed.mod || at.row < 0) return null;
      return pressed.shift ? { type: "extend-here" } : { type: "toggle" };
    case "a":
    case "A":
      return pressed.mod && !pressed.shift ? { type: "select-all" } : null;
    case "Enter":
      if (pressed.mod || pressed.shift) return null;
      return at.row < 0 ? { type: "sort" } : { type: "open" };
    default:
      return null;
  }
}
