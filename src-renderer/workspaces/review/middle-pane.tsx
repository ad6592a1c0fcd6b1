import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { Tabs } from "../../components/tabs.tsx";
import { say } from "../../locale/say.ts";
import { reviewPanels, showPanel, useReview } from "../../state/review.ts";
import type { ReviewPanel } from "../../state/review.ts";
import { FindingsPane } from "./findings-pane.tsx";
import { TalkPane } from "./talk-pane.tsx";
import { ValuesPane } from "./values-pane.tsx";
import { ReviewEdge } from "./review-edge.tsx";

interface MiddlePaneProps {
  readonly review: ReviewCase;
  readonly nameOf: (documentId: string) => string;
}

/** Between both sides: what differs, what was read, and what was said and done. */
export function MiddlePane({ review, nameOf }: MiddlePaneProps) {
  const panel = useReview((state) => state.panel);
  return (
    <div className="middle-pane">
      <ReviewEdge pane="findings" />
      <Tabs
        label={say("review.panel")}
        items={reviewPanels.map((id) => ({ id, title: say(`review.panel.${id}`) }))}
        activeId={panel}
        onChange={(id) => showPanel(id as ReviewPanel)}
      >
        {panel === "findings" ? <FindingsPane review={review} nameOf={nameOf} /> : null}
        {panel === "values" ? <ValuesPane review={review} nameOf={nameOf} /> : null}
        {panel === "talk" ? <TalkPane review={review} /> : null}
      </Tabs>
    </div>
  );
}
