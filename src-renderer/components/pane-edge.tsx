import type { KeyboardEvent, PointerEvent } from "react";
import "./pane-edge.css";

interface PaneEdgeProps {
  readonly label: string;
  /** The side of its parent element on which the edge stands. */
  readonly side: "left" | "right" | "top";
  /** CSS pixels, or percent of what the parent shares with its neighbors. */
  readonly unit: "px" | "percent";
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** `null` where the size of the program is wanted again. */
  readonly onSize: (size: number | null) => void;
}

const steps = { px: 16, percent: 2 } as const;

/** An edge that makes its pane wider or smaller: by dragging, by the arrows, and back by Enter or a double click. */
export function PaneEdge({ label, side, unit, size, least, most, onSize }: PaneEdgeProps) {
  const resize = (wanted: number): void => onSize(Math.min(most, Math.max(least, Math.round(wanted))));

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const pane = event.currentTarget.parentElement;
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || pane === null) return;
    resize(sizeAt(event, pane, side, unit));
  };

  const followKey = (event: KeyboardEvent): void => {
    const [more, less] =
      side === "right"
        ? ["ArrowRight", "ArrowLeft"]
        : side === "left"
          ? ["ArrowLeft", "ArrowRight"]
          : ["ArrowUp", "ArrowDown"];
    const next: Readonly<Record<string, number>> = {
      [more]: size + steps[unit],
      [less]: size - steps[unit],
      Home: least,
      End: most,
    };
    const wanted = next[event.key];
    if (wanted !== undefined) resize(wanted);
    else if (event.key === "Enter") onSize(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="pane-edge"
      data-side={side}
      role="separator"
      aria-label={label}
      aria-orientation={side === "top" ? "horizontal" : "vertical"}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => onSize(null)}
      onKeyDown={followKey}
    />
  );
}

/** The size that brings the edge under the pointer. */
function sizeAt(
  { clientX, clientY }: PointerEvent,
  pane: HTMLElement,
  side: PaneEdgeProps["side"],
  unit: PaneEdgeProps["unit"],
): number {
  const box = pane.getBoundingClientRect();
  const pixels =
    side === "right" ? clientX - box.left : side === "left" ? box.right - clientX : box.bottom - clientY;
  if (unit === "px") return pixels;
  const shared = pane.parentElement?.getBoundingClientRect();
  const whole = side === "top" ? (shared?.height ?? 0) : (shared?.width ?? 0);
  return whole === 0 ? 0 : (pixels / whole) * 100;
}
