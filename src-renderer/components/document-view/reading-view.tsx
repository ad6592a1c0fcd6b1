import { useEffect, useRef } from "react";
import type { CSSProperties, MouseEvent } from "react";
import type {
  Block,
  Element as XmlElement,
  Invoice,
  ReadDocument,
  SourcedText,
} from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";
import { InvoicePaper } from "./invoice-paper.tsx";
import { MarkedText } from "./marked-text.tsx";
import { pickFromBlock, pickFromText, wordAround } from "./pick-words.ts";
import type { PickedWords } from "./pick-words.ts";
import { MarkedPlace } from "./marked-place.tsx";
import type { MarksByPlace } from "./marked-place.tsx";
import { placeOf, segmentBlock, segmentText, strongestTone } from "./marks.ts";
import type { DocumentMark, MarkFocus } from "./marks.ts";
import { SheetView } from "./sheet-view.tsx";

interface ReadingViewProps {
  readonly reading: ReadDocument;
  /** Shown as papers in place of the elements of a structured file; none shows the file as it is. */
  readonly invoices: readonly Invoice[];
  readonly name: string;
  readonly zoom: number;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
  /** Given while words are being picked. */
  readonly onPick?: ((picked: PickedWords) => void) | undefined;
}

/** A document that is not a PDF, from its reading: running text, tables, sheets or an element tree. */
export function ReadingView({
  reading,
  invoices,
  name,
  zoom,
  marks,
  focus,
  onMark,
  onPick,
}: ReadingViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const hasSheets = reading.sheets.length > 0;

  useEffect(() => {
    if (hasSheets) return;
    scrollToActive(scroller.current);
  }, [focus.scrollRequest, reading, hasSheets]);

  const followMark = (event: MouseEvent<HTMLElement>): void => {
    if (globalThis.getSelection()?.isCollapsed === false) return;
    const marked = event.target instanceof Element ? event.target.closest("[data-mark]") : null;
    const id = marked?.getAttribute("data-mark");
    if (id !== null && id !== undefined) onMark(id);
  };

  if (hasSheets) {
    return (
      <SheetView
        sheets={reading.sheets}
        name={name}
        zoom={zoom}
        marks={marks}
        focus={focus}
        onMark={onMark}
        onPick={onPick}
      />
    );
  }
  return (
    <div
      ref={scroller}
      className="document-scroller"
      tabIndex={0}
      role="region"
      aria-label={name}
      onMouseDown={(event) => {
        // A click picks a word; the field that asks for it keeps the focus.
        if (onPick === undefined) return;
        event.preventDefault();
        const picked = pickAtPoint(reading, event);
        if (picked !== null) onPick(picked);
      }}
      onClick={onPick === undefined ? followMark : undefined}
      data-picking={onPick !== undefined}
      style={{ fontSize: `${zoom * 100}%`, "--zoom": zoom } as CSSProperties}
    >
      {content(reading, invoices, marks, focus)}
    </div>
  );
}

/** The word under the pointer, with its place in the document. */
function pickAtPoint(reading: ReadDocument, event: MouseEvent<HTMLElement>): PickedWords | null {
  const target = event.target instanceof Element ? event.target : null;
  const element = target?.closest("[data-path]");
  if (element !== null && element !== undefined) {
    const own = element.querySelector(":scope > .tree-text")?.textContent ?? "";
    return own === "" ? null : { quote: own, at: { path: element.getAttribute("data-path") ?? "" } };
  }
  const holder = target?.closest<HTMLElement>("[data-block], .paper-plain");
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  if (holder === null || holder === undefined || caret === null) return null;
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  const offset = range.toString().length;
  const text = holder.textContent;
  const word = wordAround(text, offset);
  if (word === null) return null;
  const name = holder.dataset["block"];
  if (name === undefined) return pickFromText(text, word.start, word.end);
  const [at = 0, row, column] = name.split(":").map(Number);
  const block = reading.blocks[at];
  const sourced = block?.type === "table" ? block.rows[row ?? 0]?.[column ?? 0] : block;
  return sourced === null || sourced === undefined
    ? null
    : pickFromBlock(sourced, reading.text, word.start, word.end);
}

function scrollToActive(scroller: HTMLElement | null): void {
  const active = scroller?.querySelector('[data-active="true"]');
  if (scroller === null || !(active instanceof HTMLElement)) return;
  const above = active.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTo({ top: scroller.scrollTop + above - scroller.clientHeight / 3, behavior: "instant" });
}

function content(
  reading: ReadDocument,
  invoices: readonly Invoice[],
  marks: readonly DocumentMark[],
  focus: MarkFocus,
) {
  if (invoices.length > 0) {
    const byPlace = marksByPlace(marks);
    return invoices.map((invoice) => (
      <InvoicePaper key={invoice.id} invoice={invoice} marks={byPlace} focus={focus} />
    ));
  }
  if (reading.root !== null) {
    return (
      <div className="paper paper-tree">
        <ElementTree element={reading.root} marks={marksByPlace(marks)} focus={focus} />
      </div>
    );
  }
  const isPlain = reading.reader === "text" || reading.reader === "email";
  if (reading.text !== null && (isPlain || reading.blocks.length === 0)) {
    return (
      <pre className="paper paper-plain" style={{ "--columns": widestLine(reading.text) } as CSSProperties}>
        {partsOf(reading).map(({ start, text, isQuoted }) => (
          <span key={start} className={isQuoted ? "quoted-part" : undefined}>
            <MarkedText segments={segmentText(text, start, marks)} focus={focus} />
          </span>
        ))}
      </pre>
    );
  }
  if (reading.blocks.length > 0) {
    return (
      <article className={reading.reader === "msg" ? "paper paper-mail" : "paper"}>
        {reading.blocks.map((block, at) => (
          <BlockView key={at} at={at} block={block} marks={marks} focus={focus} />
        ))}
      </article>
    );
  }
  return <p className="document-note">{say("document.nothingToShow")}</p>;
}

interface TextPart {
  readonly start: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The text of a mail parted into what was written and what was quoted; other text is one part. */
function partsOf({ reader, text }: ReadDocument): readonly TextPart[] {
  if (text === null) return [];
  if (reader !== "email") return [{ start: 0, text, isQuoted: false }];
  const parts: TextPart[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const isQuoted = line.startsWith(">");
    const last = parts.at(-1);
    if (last?.isQuoted === isQuoted) parts[parts.length - 1] = { ...last, text: last.text + line };
    else parts.push({ start, text: line, isQuoted });
    start += line.length;
  }
  return parts;
}

const readableColumns = 100;
const flowingColumns = 64;

/** Columns that should fit the pane: tables set in blanks keep their shape, running text wraps. */
function widestLine(text: string): number {
  const widest = text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
  return widest > readableColumns ? flowingColumns : Math.max(widest, 40);
}

interface Marked {
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
}

function BlockView({ at, block, marks, focus }: Marked & { readonly at: number; readonly block: Block }) {
  const cellText = (sourced: SourcedText) => (
    <MarkedText segments={segmentBlock(sourced, marks)} focus={focus} />
  );
  if (block.type === "table") {
    return (
      <table className="paper-table">
        <tbody>
          {block.rows.map((row, rowAt) => (
            <tr key={rowAt}>
              {row.map((cell, column) => (
                <td key={column} data-block={`${at}:${rowAt}:${column}`}>
                  {cell === null ? null : cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  const label = block.label === null ? null : <span className="paper-label">{block.label}</span>;
  const level = block.headingLevel;
  return (
    <div
      className="paper-block"
      data-zone={block.zone}
      data-heading={level ?? undefined}
      data-bold={block.bold}
      role={level === null ? undefined : "heading"}
      aria-level={level === null ? undefined : 3}
      style={{ marginInlineStart: `${Math.min(block.indent, 6) * 1.4}em` }}
    >
      {label}
      <span data-block={at}>{cellText(block)}</span>
    </div>
  );
}

export function marksByPlace(marks: readonly DocumentMark[]): MarksByPlace {
  const byPlace = new Map<string, DocumentMark[]>();
  for (const mark of marks) {
    const place = placeOf(mark.at);
    byPlace.set(place, [...(byPlace.get(place) ?? []), mark]);
  }
  return byPlace;
}

function ElementTree({
  element,
  marks,
  focus,
}: {
  readonly element: XmlElement;
  readonly marks: MarksByPlace;
  readonly focus: MarkFocus;
}) {
  const own = marks.get(element.path) ?? [];
  const tone = strongestTone(own);
  // Which namespace a prefix stands for says nothing to a person.
  const attributes = Object.entries(element.attributes).filter(([name]) => !/^xmlns(?::|$)/.test(name));
  return (
    <div
      className="tree-element"
      data-path={element.path}
      data-tone={tone ?? undefined}
      data-mark={own[0]?.id}
      data-active={own.some((mark) => focus.activeIds.has(mark.id))}
      title={own[0]?.label}
    >
      <span className="tree-name">{element.name}</span>
      {attributes.map(([name, value]) => (
        <MarkedPlace key={name} path={`${element.path}/@${name}`} marks={marks} focus={focus}>
          <span className="tree-attribute">
            {name} {value}
          </span>
        </MarkedPlace>
      ))}
      {element.text === "" ? null : <span className="tree-text">{element.text}</span>}
      {element.children.map((child) => (
        <ElementTree key={child.path} element={child} marks={marks} focus={focus} />
      ))}
    </div>
  );
}
