import { Suspense, lazy, useState } from "react";
import type { ReadDocument } from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";
import { Button } from "../button.tsx";
import type { DocumentMark, MarkFocus } from "./marks.ts";
import { ReadingView } from "./reading-view.tsx";
import "./document-view.css";

export interface ShownDocument {
  readonly state: "loading" | "ready" | "failed";
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly reading: ReadDocument | null;
  /** The sentence that says why nothing can be shown. */
  readonly problem: string | null;
}

interface DocumentViewProps {
  readonly shown: ShownDocument;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
}

// The engine for PDFs is large; the window starts without it.
const PdfView = lazy(() => import("./pdf-view.tsx").then((module) => ({ default: module.PdfView })));

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
const fitted = zooms.indexOf(1);

/** A document as it is, with the marks on it. A click on a mark tells which one it was. */
export function DocumentView({ shown, marks, focus, onMark }: DocumentViewProps) {
  const [zoomStep, setZoomStep] = useState(fitted);
  const [rotation, setRotation] = useState(0);
  const zoom = zooms[zoomStep] ?? 1;
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div className="document-view">
      <div className="document-tools" role="toolbar" aria-label={say("document.tools", { name: shown.name })}>
        <h2 className="one-line grow document-name" title={shown.name}>
          {shown.name}
        </h2>
        <Button
          look="plain"
          aria-label={say("document.smaller")}
          disabled={zoomStep === 0}
          onClick={() => setZoomStep(zoomStep - 1)}
        >
          −
        </Button>
        <Button
          look="plain"
          aria-label={say("document.fit", { percent })}
          title={say("document.fit", { percent })}
          onClick={() => setZoomStep(fitted)}
        >
          {percent}
        </Button>
        <Button
          look="plain"
          aria-label={say("document.larger")}
          disabled={zoomStep === zooms.length - 1}
          onClick={() => setZoomStep(zoomStep + 1)}
        >
          +
        </Button>
        {shown.bytes === null ? null : (
          <Button
            look="plain"
            aria-label={say("document.rotate")}
            title={say("document.rotate")}
            onClick={() => setRotation((rotation + 90) % 360)}
          >
            ⟳
          </Button>
        )}
      </div>
      <div className="document-body">
        {shown.state === "loading" ? <p className="document-note">{say("document.loading")}</p> : null}
        {shown.state === "failed" ? (
          <p className="document-note" role="alert">
            {shown.problem}
          </p>
        ) : null}
        {shown.bytes === null ? null : (
          <Suspense fallback={<p className="document-note">{say("document.loading")}</p>}>
            <PdfView
              bytes={shown.bytes}
              name={shown.name}
              zoom={zoom}
              rotation={rotation}
              marks={marks}
              focus={focus}
              onMark={onMark}
            />
          </Suspense>
        )}
        {shown.reading === null ? null : (
          <ReadingView
            reading={shown.reading}
            name={shown.name}
            zoom={zoom}
            marks={marks}
            focus={focus}
            onMark={onMark}
          />
        )}
      </div>
    </div>
  );
}
