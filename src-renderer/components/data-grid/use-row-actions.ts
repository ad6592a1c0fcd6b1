import { useLayoutEffect, useMemo, useRef } from "react";
import type { DataGridProps } from "./grid-props.ts";
import type { RowActions } from "./grid-row.tsx";

/** What rows report, through one object that stays the same while what it leads to changes. */
export function useRowActions<Row>(
  props: DataGridProps<Row>,
  setInHead: (isInHead: boolean) => void,
): RowActions {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      press: (event, id) => {
        setInHead(false);
        if (event.shiftKey) latest.current.onExtend?.(id);
        else if (event.ctrlKey || event.metaKey) latest.current.onToggle?.(id);
        else latest.current.onActivate(id);
      },
      box: (event, id) => {
        event.stopPropagation();
        latest.current.onActivate(id);
        if (event.shiftKey) latest.current.onExtend?.(id);
        else latest.current.onToggle?.(id);
      },
      open: (id) => latest.current.onOpen(id),
      menu: (event, id) => {
        if (latest.current.onMenu === undefined) return;
        event.preventDefault();
        latest.current.onActivate(id);
        latest.current.onMenu(id, { x: event.clientX, y: event.clientY });
      },
    }),
    [setInHead],
  );
}
