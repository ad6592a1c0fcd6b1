import { useEffect, useRef, useState } from "react";
import { TextLayer } from "pdfjs-dist";
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Box } from "../../../src-shared/model/index.ts";
import { drawPage } from "./page-pictures.ts";
import { boxesOnPage, markAtPoint } from "./marks.ts";
import type { DocumentMark, MarkFocus } from "./marks.ts";

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Width on the screen in CSS pixels. */
  readonly width: number;
  /** Height divided by width, as far as it is known before the page is drawn. */
  readonly ratio: number;
  readonly rotation: number;
  readonly label: string;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
  /** Given while words are being picked: a drawn rectangle, or a click, in fractions of the page. */
  readonly onDraw?: ((box: Box) => void) | undefined;
}

/** One page: the picture, its text to select, and the marks. Drawn when it comes near the screen. */
export function PdfPage(props: PdfPageProps) {
  const { pdf, number, width, ratio, rotation, label, marks, focus, onMark, onDraw } = props;
  const [drawn, setDrawn] = useState<Drawing | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const isNear = useNearScreen(frame);
  const [shape, setShape] = useState(ratio);

  useEffect(() => {
    if (!isNear || width < 40) return undefined;
    let isCurrent = true;
    let stop = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (!isCurrent || canvas.current === null || text.current === null || frame.current === null) return;
      const natural = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
      const viewport = page.getViewport({
        scale: width / natural.width,
        rotation: (page.rotate + rotation) % 360,
      });
      setShape(viewport.height / viewport.width);
      // Drawn apart and copied when ready, so that a new size never shows an empty page.
      const sheet = await drawPage(pdf, number, width, rotation);
      if (!isCurrent || canvas.current === null || text.current === null) return;
      canvas.current.width = sheet.width;
      canvas.current.height = sheet.height;
      canvas.current.getContext("2d")?.drawImage(sheet, 0, 0);
      const layer = text.current;
      layer.replaceChildren();
      layer.style.setProperty("--total-scale-factor", String(viewport.scale));
      const textLayer = new TextLayer({
        textContentSource: await page.getTextContent(),
        container: layer,
        viewport,
      });
      stop = () => textLayer.cancel();
      await textLayer.render();
    };
    draw().catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "";
      if (name !== "RenderingCancelledException" && name !== "AbortException") throw error;
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [pdf, number, width, rotation, isNear]);

  const placeOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const area = frame.current?.getBoundingClientRect();
    if (area === undefined || area.width === 0) return { x: 0, y: 0 };
    return { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height };
  };

  const findMark = (clientX: number, clientY: number): DocumentMark | null => {
    const area = frame.current?.getBoundingClientRect();
    if (area === undefined || area.width === 0) return null;
    return markAtPoint(marks, number, (clientX - area.left) / area.width, (clientY - area.top) / area.height);
  };

  return (
    <div
      ref={frame}
      className="pdf-page"
      role="group"
      aria-label={label}
      style={{ width, height: width * shape }}
      data-picking={onDraw !== undefined}
      onPointerDown={(event) => {
        if (onDraw === undefined || event.button !== 0) return;
        // The field that asks for the words keeps the focus.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn({ from: placeOf(event), to: placeOf(event) });
      }}
      onPointerMove={(event) => {
        if (drawn !== null) setDrawn({ ...drawn, to: placeOf(event) });
      }}
      onPointerUp={() => {
        if (drawn !== null) onDraw?.(boxOf(drawn));
        setDrawn(null);
      }}
      onMouseDown={(event) => {
        if (onDraw !== undefined) event.preventDefault();
      }}
      onClick={(event) => {
        if (onDraw !== undefined) return;
        if (globalThis.getSelection()?.isCollapsed === false) return;
        const mark = findMark(event.clientX, event.clientY);
        if (mark !== null) onMark(mark.id);
      }}
    >
      <canvas ref={canvas} className="pdf-canvas" />
      {rotation === 0 ? <PageMarks number={number} marks={marks} focus={focus} /> : null}
      {drawn === null ? null : <div className="drawn-box" style={percentOf(boxOf(drawn))} />}
      <div ref={text} className="textLayer" />
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  readonly from: Point;
  readonly to: Point;
}

const boxOf = ({ from, to }: Drawing): Box => [
  Math.min(from.x, to.x),
  Math.min(from.y, to.y),
  Math.abs(to.x - from.x),
  Math.abs(to.y - from.y),
];

const percentOf = ([left, top, width, height]: Box) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

function PageMarks({
  number,
  marks,
  focus,
}: {
  readonly number: number;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
}) {
  return (
    <div className="pdf-marks">
      {marks.flatMap((mark) =>
        boxesOnPage(mark, number).map(([left, top, width, height], at) => (
          <div
            key={`${mark.id}-${at}`}
            className="mark-box"
            data-tone={mark.tone}
            data-mark={mark.id}
            data-active={focus.activeIds.has(mark.id)}
            title={mark.label}
            style={percentOf([left, top, width, height])}
          />
        )),
      )}
    </div>
  );
}

function useNearScreen(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: "600px 0px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
