import { useEffect, useRef, useState } from "react";
import type { Invoice, ReadDocument } from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";
import { Button } from "../button.tsx";
import type { DocumentMark, MarkFocus } from "./marks.ts";
import { pickFromPage } from "./pick-words.ts";
import type { DrawnBox, PickedWords } from "./pick-words.ts";
import { useDocumentSearch } from "./use-document-search.tsx";
import type { PdfViewProps } from "./pdf-view.tsx";
import { usePdfModule } from "./prepare-pdf.ts";
import { ReadingView } from "./reading-view.tsx";
import "./document-view.css";

export interface ShownDocument {
  readonly state: "loading" | "ready" | "failed";
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly reading: ReadDocument | null;
  /** What a structured file bills: it is shown as a paper, and as the file it is when that is asked for. */
  readonly invoices: readonly Invoice[];
  /** The sentence that says why nothing can be shown. */
  readonly problem: string | null;
}

interface DocumentViewProps {
  readonly shown: ShownDocument;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
  /** The words of the document and where they stand, for searching and picking; asked for when they are needed. */
  readonly words?: ReadDocument | null;
  readonly onWordsNeeded?: () => void;
  /** Given while a person points at words. */
  readonly onPick?: ((picked: PickedWords) => void) | undefined;
}

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
const noInvoices: readonly Invoice[] = [];
const fitted = zooms.indexOf(1);

/** A document as it is, with the marks on it. A click on a mark tells which one it was. */
export function DocumentView(props: DocumentViewProps) {
  const { shown, onMark, words = null, onWordsNeeded, onPick } = props;
  const [zoomStep, setZoomStep] = useState(fitted);
  const [turned, setRotation] = useState(0);
  const [isRaw, setRaw] = useState(false);
  // Boxes are places of the upright page.
  const rotation = onPick === undefined ? turned : 0;
  const frame = useRef<HTMLDivElement>(null);
  const search = useDocumentSearch(shown.reading ?? words, onWordsNeeded, frame);
  const { marks, focus } = search.overlay(props.marks, props.focus);
  const isPicking = onPick !== undefined;
  useEffect(() => {
    if (isPicking) onWordsNeeded?.();
  }, [isPicking, onWordsNeeded]);
  const draw =
    onPick === undefined
      ? undefined
      : (drawn: DrawnBox): void => {
          const picked = words === null ? null : pickFromPage(words, drawn);
          if (picked !== null) onPick(picked);
        };
  const zoom = zooms[zoomStep] ?? 1;
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div ref={frame} className="document-view">
      <div className="document-tools" role="toolbar" aria-label={say("document.tools", { name: shown.name })}>
        <h2 className="one-line grow document-name" title={shown.name}>
          {shown.name}
        </h2>
        <Button
          look="plain"
          aria-label={say("document.search")}
          title={say("document.searchHint")}
          onClick={search.open}
        >
          ⌕
        </Button>
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
        {shown.invoices.length === 0 ? null : (
          <Button
            look="plain"
            aria-pressed={isRaw}
            disabled={isPicking || search.field !== null}
            title={say("document.asFileHint")}
            onClick={() => setRaw(!isRaw)}
          >
            {say("document.asFile")}
          </Button>
        )}
        {shown.bytes === null ? null : (
          <Button
            look="plain"
            aria-label={say("document.rotate")}
            title={say("document.rotate")}
            disabled={isPicking}
            onClick={() => setRotation((rotation + 90) % 360)}
          >
            ⟳
          </Button>
        )}
      </div>
      {search.field}
      <div className="document-body">
        {shown.state === "loading" ? <p className="document-note">{say("document.loading")}</p> : null}
        {shown.state === "failed" ? (
          <p className="document-note" role="alert">
            {shown.problem}
          </p>
        ) : null}
        {shown.bytes === null ? null : (
          <PdfWhenLoaded
            bytes={shown.bytes}
            name={shown.name}
            zoom={zoom}
            rotation={rotation}
            marks={marks}
            focus={focus}
            onMark={onMark}
            onDraw={draw}
          />
        )}
        {shown.reading === null ? null : (
          <ReadingView
            reading={shown.reading}
            invoices={isRaw || isPicking || search.field !== null ? noInvoices : shown.invoices}
            name={shown.name}
            zoom={zoom}
            marks={marks}
            focus={focus}
            onMark={onMark}
            onPick={onPick}
          />
        )}
      </div>
    </div>
  );
}

function PdfWhenLoaded(props: PdfViewProps) {
  const module = usePdfModule();
  if (module === null) return <p className="document-note">{say("document.loading")}</p>;
  return <module.PdfView {...props} />;
}
