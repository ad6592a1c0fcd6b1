import { say } from "../../locale/say.ts";
import type { GridGroup } from "./grid-props.ts";
import { cellIdOf } from "./grid-row.tsx";

interface GridHeadProps {
  readonly group: GridGroup;
  readonly isActive: boolean;
  /** As assistive technology counts, with the head of the grid. */
  readonly rowIndex: number;
  readonly columnCount: number;
  readonly top: number;
  readonly height: number;
  readonly onPress: () => void;
}

/** The head over rows that stand together; says whether they are in sight. */
export function GridHead({ group, isActive, rowIndex, columnCount, top, height, onPress }: GridHeadProps) {
  return (
    <div
      className="grid-group"
      role="row"
      aria-rowindex={rowIndex}
      data-active={isActive}
      style={{ transform: `translateY(${top}px)`, height }}
      onMouseDown={(event) => {
        if (event.button === 0) onPress();
      }}
    >
      <div
        id={cellIdOf(group.key, "head")}
        className="grid-cell"
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        data-active={isActive}
      >
        <span className="grid-fold" data-folded={group.isFolded} aria-hidden="true" />
        {group.head}
        <span className="hidden-text">{say(group.isFolded ? "grid.folded" : "grid.unfolded")}</span>
      </div>
    </div>
  );
}
