import { memo } from "react";
import type { MouseEvent } from "react";
import { say } from "../../locale/say.ts";
import type { GridColumn } from "./grid-props.ts";

/** What rows report; the same object for the life of the grid, so that a row that stays is not drawn again. */
export interface RowActions {
  readonly press: (event: MouseEvent<HTMLDivElement>, id: string) => void;
  readonly box: (event: MouseEvent<HTMLElement>, id: string) => void;
  readonly open: (id: string) => void;
  readonly menu: (event: MouseEvent<HTMLDivElement>, id: string) => void;
}

interface GridRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly isActive: boolean;
  /** `null` where rows cannot be selected. */
  readonly isSelected: boolean | null;
  readonly activeColumn: number;
  readonly outcomeColumn?: string | undefined;
  /** As assistive technology counts, with the head. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly gridTemplate: string;
  readonly actions: RowActions;
}

/** One row of a grid, with its box to select it. */
function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const { row, id, columns, isActive, isSelected, actions } = props;
  const firstColumn = isSelected === null ? 1 : 2;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={isSelected ?? isActive}
      data-active={isActive}
      style={{
        transform: `translateY(${props.top}px)`,
        height: props.height,
        gridTemplateColumns: props.gridTemplate,
      }}
      onMouseDown={(event) => {
        if (event.button === 0) actions.press(event, id);
      }}
      onDoubleClick={() => actions.open(id)}
      onContextMenu={(event) => actions.menu(event, id)}
    >
      {isSelected === null ? null : (
        <span
          className="grid-check"
          role="gridcell"
          aria-colindex={1}
          onMouseDown={(event) => actions.box(event, id)}
        >
          <span className="grid-box" data-on={isSelected} aria-hidden="true" />
          <span className="hidden-text">{say(isSelected ? "grid.isSelected" : "grid.isNotSelected")}</span>
        </span>
      )}
      {columns.map((column, at) => (
        <span
          key={column.id}
          id={cellIdOf(id, column.id)}
          role="gridcell"
          aria-colindex={at + firstColumn}
          {...(props.activeColumn === at ? { "aria-labelledby": nameOfCell(props, column.id) } : {})}
          className="grid-cell"
          data-align={column.align ?? "start"}
          data-active={props.activeColumn === at}
        >
          {column.cell(row)}
        </span>
      ))}
    </div>
  );
}

/** The cell at hand is announced by itself: its column, what it says, and the verdict on its row. */
function nameOfCell<Row>({ id, columns, outcomeColumn }: GridRowProps<Row>, column: string): string {
  const hasOutcome =
    outcomeColumn !== undefined && outcomeColumn !== column && columns.some(({ id }) => id === outcomeColumn);
  return [
    cellIdOf("head", column),
    cellIdOf(id, column),
    ...(hasOutcome ? [cellIdOf(id, outcomeColumn)] : []),
  ].join(" ");
}

export const cellIdOf = (row: string, column: string): string => `cell-${row}-${column}`;

export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
