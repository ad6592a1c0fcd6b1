import { useLayoutEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import { fitColumns, trackOf } from "./fit-columns.ts";
import type { GridColumn } from "./grid-props.ts";

interface FittingColumns<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** Their tracks for `grid-template-columns`. */
  readonly template: string;
}

interface GridSurface {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Pixels that belong to something else than columns. */
  readonly taken: number;
  /** Changes with the density, as the size of the letters does. */
  readonly rowHeight: number;
}

/** The columns that the grid has room for, as wide as their words. */
export function useFittingColumns<Row>(
  columns: readonly GridColumn<Row>[],
  { scroller, taken, rowHeight }: GridSurface,
): FittingColumns<Row> {
  const { width, textSize, smallSize } = useRoom(scroller, rowHeight);
  const tracks = useMemo(
    () =>
      new Map(
        columns.map((column) => [column, trackOf(column, { text: textSize, small: smallSize })] as const),
      ),
    [columns, textSize, smallSize],
  );
  return useMemo(() => {
    const room = width === 0 ? 0 : width - taken;
    const fitting = fitColumns(columns, (column) => tracks.get(column)?.least ?? 0, room);
    return { columns: fitting, template: fitting.map((column) => tracks.get(column)?.css ?? "").join(" ") };
  }, [columns, tracks, width, taken]);
}

interface Room {
  readonly width: number;
  readonly textSize: number;
  readonly smallSize: number;
}

/** Inner width and letter sizes of an element, as they are now. */
function useRoom(element: RefObject<HTMLElement | null>, rowHeight: number): Room {
  const [room, setRoom] = useState<Room>({ width: 0, textSize: 13, smallSize: 12 });
  useLayoutEffect(() => {
    const current = element.current;
    if (current === null) return undefined;
    const measure = (): void => {
      const next = {
        width: current.clientWidth,
        textSize: sizeOf(getComputedStyle(current)),
        smallSize: sizeOf(getComputedStyle(current.querySelector(".grid-head") ?? current)),
      };
      setRoom((before) =>
        before.width === next.width &&
        before.textSize === next.textSize &&
        before.smallSize === next.smallSize
          ? before
          : next,
      );
    };
    measure();
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, rowHeight]);
  return room;
}

const sizeOf = ({ fontSize }: CSSStyleDeclaration): number => Number(fontSize.replace("px", "")) || 13;
