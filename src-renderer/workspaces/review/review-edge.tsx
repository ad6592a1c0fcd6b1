import { PaneEdge } from "../../components/pane-edge.tsx";
import { say } from "../../locale/say.ts";
import { resizePane, useWindowView } from "../../state/window-view.ts";

/** Panes of the review whose edge can be moved, in percent of what they share. */
export const paneSizes = {
  agreed: { side: "right", size: 37, least: 15, most: 60 },
  findings: { side: "right", size: 26, least: 20, most: 50 },
  records: { side: "top", size: 40, least: 15, most: 75 },
} as const;

export type ReviewPane = keyof typeof paneSizes;

/** The edge of one pane of the review. */
export function ReviewEdge({ pane }: { readonly pane: ReviewPane }) {
  const { side, size, least, most } = paneSizes[pane];
  const chosen = useWindowView((view) => view.sizes[pane]);
  return (
    <PaneEdge
      label={say(`pane.${pane}`)}
      side={side}
      unit="percent"
      size={chosen ?? size}
      least={least}
      most={most}
      onSize={(wanted) => resizePane(pane, wanted)}
    />
  );
}
