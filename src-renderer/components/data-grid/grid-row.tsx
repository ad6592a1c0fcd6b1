import type { MouseEvent, ReactNode } from "react";
import { say } from "../../locale/say.ts";
import type { GridColumn } from "./grid-props.ts";

interface GridRowProps<Row> {
  readonly id: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly cellIds: readonly string[];
  readonly cells: readonly ReactNode[];
  readonly isActive: boolean;
  /** `null` where rows cannot be selected. */
  readonly isSelected: boolean | null;
  readonly activeColumn: number;
  /** As assistive technology counts, with the head. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly gridTemplate: string;
  readonly onPress: (event: MouseEvent<HTMLDivElement>, id: string) => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onToggle: ((id: string) => void) | undefined;
  readonly onExtend: ((id: string) => void) | undefined;
  readonly onMenu: ((id: string, place: { readonly x: number; readonly y: number }) => void) | undefined;
}

/** One row of a grid, with its box to select it. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { id, columns, isActive, isSelected } = props;
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
        if (event.button === 0) props.onPress(event, id);
      }}
      onDoubleClick={() => props.onOpen(id)}
      onContextMenu={(event) => {
        if (props.onMenu === undefined) return;
        event.preventDefault();
        props.onActivate(id);
        props.onMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      {isSelected === null ? null : (
        <span
          className="grid-check"
          role="gridcell"
          aria-colindex={1}
          onMouseDown={(event) => {
            event.stopPropagation();
            props.onActivate(id);
            if (event.shiftKey) props.onExtend?.(id);
            else props.onToggle?.(id);
          }}
        >
          <span className="grid-box" data-on={isSelected} aria-hidden="true" />
          <span className="hidden-text">{say(isSelected ? "grid.isSelected" : "grid.isNotSelected")}</span>
        </span>
      )}
      {props.cells.map((cell, at) => (
        <span
          key={columns[at]?.id ?? at}
          id={props.cellIds[at]}
          role="gridcell"
          aria-colindex={at + firstColumn}
          className="grid-cell"
          data-align={columns[at]?.align ?? "start"}
          data-active={props.activeColumn === at}
        >
          {cell}
        </span>
      ))}
    </div>
  );
}
