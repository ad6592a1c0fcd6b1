import { strongestTone } from "./marks.ts";
import type { MarkFocus, Segment } from "./marks.ts";

interface MarkedTextProps {
  readonly segments: readonly Segment[];
  readonly focus: MarkFocus;
}

/** Text with its marked stretches. The view around it reacts to clicks. */
export function MarkedText({ segments, focus }: MarkedTextProps) {
  return segments.map(({ text, marks }, at) => {
    const tone = strongestTone(marks);
    if (tone === null) return <span key={at}>{text}</span>;
    const active = marks.filter((mark) => focus.activeIds.has(mark.id));
    // Of several marks on one place the shortest label is the most precise one.
    const [first] =
      active.length > 0 ? active : [...marks].sort((one, other) => one.label.length - other.label.length);
    return (
      <mark
        key={at}
        className="mark-text"
        data-tone={active.length > 0 ? (strongestTone(active) ?? tone) : tone}
        data-mark={first?.id}
        data-active={active.length > 0}
        title={first?.label}
      >
        {text}
      </mark>
    );
  });
}
