import { useCallback } from "react";
import type { RefObject } from "react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { Range } from "@tanstack/react-virtual";

interface RowWindowOptions {
  readonly count: number;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** A row that exists even while it is out of sight, so that it can be named as the active one. */
  readonly pinnedIndex?: number | undefined;
  /** Height of a head that sticks to the top: rows are never scrolled under it. */
  readonly headHeight?: number;
}

export interface RowWindow {
  readonly rows: readonly { readonly index: number; readonly top: number }[];
  readonly height: number;
  readonly scrollToIndex: (index: number, align: "auto" | "center" | "start") => void;
}

/** The rows that have to exist for what the scroller shows. */
export function useRowWindow({
  count,
  rowHeight,
  scroller,
  pinnedIndex,
  headHeight = 0,
}: RowWindowOptions): RowWindow {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (pinnedIndex === undefined || pinnedIndex < 0 || pinnedIndex >= range.count) return indexes;
      return [...new Set([...indexes, pinnedIndex])].sort((first, second) => first - second);
    },
    [pinnedIndex],
  );
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor,
    scrollPaddingStart: headHeight,
    initialRect: { width: 0, height: 600 },
  });
  const scrollToIndex = useCallback(
    (index: number, align: "auto" | "center" | "start") => virtualizer.scrollToIndex(index, { align }),
    [virtualizer],
  );
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start })),
    height: virtualizer.getTotalSize(),
    scrollToIndex,
  };
}
