import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { say } from "../../locale/say.ts";
import { keepPdfOpen, openPdf } from "./pdf-engine.ts";
import type { DrawnBox } from "./pick-words.ts";
import { noteRoom, pageMargin, widthInRoom } from "./page-pictures.ts";
import { PdfPage } from "./pdf-page.tsx";
import { measureTextBounds } from "./text-bounds.ts";
import type { TextBounds } from "./text-bounds.ts";
import { boxesOnPage } from "./marks.ts";
import type { DocumentMark, MarkFocus } from "./marks.ts";
import { useWidth } from "./use-width.ts";

export { drawFirstPage } from "./page-pictures.ts";

export interface PdfViewProps {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly zoom: number;
  readonly rotation: number;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
  readonly onDraw?: ((drawn: DrawnBox) => void) | undefined;
}

interface OpenedPdf {
  readonly pdf: PDFDocumentProxy;
  /** Height of the first page divided by its width. */
  readonly ratio: number;
  readonly bounds: TextBounds;
}

const margin = pageMargin;

/** All pages of a PDF under each other, scrolled to what is active. */
export function PdfView({ bytes, name, zoom, rotation, marks, focus, onMark, onDraw }: PdfViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const available = useWidth(scroller);
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const letGo = keepPdfOpen(bytes);
    setOpened(null);
    setFailed(false);
    openPdf(bytes)
      .then(async (pdf) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        const bounds = await measureTextBounds(pdf);
        if (isCurrent) setOpened({ pdf, ratio: height / width, bounds });
      })
      .catch(() => {
        if (isCurrent) setFailed(true);
      });
    return () => {
      isCurrent = false;
      letGo();
    };
  }, [bytes]);

  // Fitted is the width of the text, not of the paper: white margins need no room.
  const share = opened === null || rotation % 180 !== 0 ? 1 : opened.bounds.right - opened.bounds.left;
  const width = widthInRoom(available, share, zoom);
  const isReady = opened !== null && available > 2 * margin;

  useEffect(() => noteRoom(available), [available]);

  useLayoutEffect(() => {
    if (!isReady || scroller.current === null) return;
    scroller.current.scrollLeft = margin + opened.bounds.left * width - margin;
  }, [isReady, opened, width]);

  useEffect(() => {
    if (!isReady || scroller.current === null) return;
    scrollToMark(scroller.current, opened, width, marks, focus);
    // Scrolls on request only: a change of zoom keeps its place.
    // eslint-disable-next-line react/exhaustive-deps
  }, [focus.scrollRequest, isReady, opened]);

  if (failed) return <p className="document-note">{say("document.unshown")}</p>;
  return (
    <div ref={scroller} className="document-scroller" tabIndex={0} role="region" aria-label={name}>
      {isReady
        ? Array.from({ length: opened.pdf.numPages }, (_, at) => (
            <PdfPage
              key={at}
              pdf={opened.pdf}
              number={at + 1}
              width={width}
              ratio={opened.ratio}
              rotation={rotation}
              label={say("document.page", { page: at + 1, pages: opened.pdf.numPages })}
              marks={marks}
              focus={focus}
              onMark={onMark}
              onDraw={onDraw === undefined ? undefined : (box) => onDraw({ page: at + 1, box })}
            />
          ))
        : null}
    </div>
  );
}

/** Puts the first active mark a third down the pane. Pages above may not be drawn yet: their shape is assumed. */
function scrollToMark(
  scroller: HTMLElement,
  opened: OpenedPdf,
  width: number,
  marks: readonly DocumentMark[],
  focus: MarkFocus,
): void {
  const places = marks
    .filter((mark) => focus.activeIds.has(mark.id))
    .flatMap((mark) => {
      if (!("page" in mark.at)) return [];
      const [box] = boxesOnPage(mark, mark.at.page);
      return [{ page: mark.at.page, box }];
    })
    .sort((first, second) => first.page - second.page || (first.box?.[1] ?? 0) - (second.box?.[1] ?? 0));
  const [place] = places;
  if (place === undefined || place.page > opened.pdf.numPages) return;
  const page = scroller.children[place.page - 1];
  if (!(page instanceof HTMLElement)) return;
  const [left, top, boxWidth] = place.box ?? [0, 0, 1, 0];
  const target = page.offsetTop + top * page.offsetHeight - scroller.clientHeight / 3;
  const start = page.offsetLeft + left * width;
  const end = start + boxWidth * width;
  const isInSight = start >= scroller.scrollLeft && end <= scroller.scrollLeft + scroller.clientWidth;
  const center = Math.max(0, (start + end - scroller.clientWidth) / 2);
  scroller.scrollTo({
    top: Math.max(0, target),
    left: isInSight ? scroller.scrollLeft : center,
    behavior: "instant",
  });
}
