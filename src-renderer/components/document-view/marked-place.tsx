import type { ReactNode } from "react";
import { strongestTone } from "./marks.ts";
import type { DocumentMark, MarkFocus } from "./marks.ts";

/** The marks of a document by the place that they lie on. */
export type MarksByPlace = ReadonlyMap<string, readonly DocumentMark[]>;

interface MarkedPlaceProps {
  /** Where in the structured file the words come from. */
  readonly path: string;
  readonly marks: MarksByPlace;
  readonly focus: MarkFocus;
  readonly children: ReactNode;
}

/** Words of a structured file, with the marks on the place that they come from. */
export function MarkedPlace({ path, marks, focus, children }: MarkedPlaceProps) {
  const own = marks.get(path) ?? [];
  return (
    <span
      className="marked-place"
      data-path={path}
      data-tone={strongestTone(own) ?? undefined}
      data-mark={own[0]?.id}
      data-active={own.some((mark) => focus.activeIds.has(mark.id))}
      title={own[0]?.label}
    >
      {children}
    </span>
  );
}
