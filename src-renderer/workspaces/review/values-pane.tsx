import { Tooltip } from "@base-ui/react/tooltip";
import { useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { formatConfidence } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { useSession } from "../../state/session.ts";
import {
  correctSeveral,
  correctValue,
  editValue,
  showValue,
  typeValue,
  useValues,
} from "../../state/values.ts";
import { spreadColumn, valueAbove } from "./column-of-value.ts";
import { placeOf } from "./place-words.ts";
import { valueGroups, wordsOfContradiction } from "./value-rows.ts";
import type { ValueGroup, ValueRow } from "./value-rows.ts";

interface ValuesPaneProps {
  readonly review: ReviewCase;
  readonly nameOf: (documentId: string) => string;
}

/** Every value of the invoice as it was read, with its proof; each can be corrected where it stands. */
export function ValuesPane({ review, nameOf }: ValuesPaneProps) {
  const groups = useMemo(() => valueGroups(review.invoice), [review.invoice]);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => () => showValue(null), []);
  return (
    <Tooltip.Provider delay={250}>
      <div
        ref={pane}
        className="findings-scroller"
        tabIndex={-1}
        role="region"
        aria-label={say("value.list")}
      >
        <p className="soft value-hint">{say("value.hint")}</p>
        {groups.map((group) => (
          <section key={group.title} className="value-group">
            <h3 className="one-line" title={group.title}>
              {group.title}
            </h3>
            <ul>
              {group.rows.map((row) => (
                <li key={row.field} className="value-row">
                  <Value row={row} groups={groups} nameOf={nameOf} pane={pane} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Tooltip.Provider>
  );
}

interface ValueProps {
  readonly row: ValueRow;
  readonly groups: readonly ValueGroup[];
  readonly nameOf: ValuesPaneProps["nameOf"];
  /** The card of a value belongs to the landmark of its pane. */
  readonly pane: React.RefObject<HTMLDivElement | null>;
}

function Value({ row, groups, nameOf, pane }: ValueProps) {
  const isEditing = useValues((values) => values.editing === row.field);
  if (isEditing) return <ValueField row={row} groups={groups} />;
  const text = row.text ?? say("value.notPrinted");
  return (
    <>
      <span className="value-label">{row.label}</span>
      <Tooltip.Root>
        <Tooltip.Trigger
          className="value-button"
          data-value={row.field}
          data-basis={row.printed?.basis}
          data-undecided={row.printed !== null && row.printed.value === null}
          aria-label={say("value.edit", { field: row.label, value: text })}
          onFocus={() => showValue(row.field, "scroll")}
          onMouseEnter={() => showValue(row.field)}
          onClick={() => editValue(row.field, row.printed?.value ?? "")}
          onPaste={(event) => {
            event.preventDefault();
            const cells = spreadColumn(event.clipboardData.getData("text/plain"), row.field, groups);
            const [first] = cells;
            // One value waits to be looked at; a column goes in as a spreadsheet takes it.
            if (cells.length === 1 && first !== undefined) editValue(row.field, first.text);
            else
              void correctSeveral(cells.map(({ row: { field, label }, text }) => ({ field, label, text })));
          }}
          onKeyDown={(event) => {
            if (event.key === "F2") editValue(row.field, row.printed?.value ?? "");
            const filled = filledBy(event, row, groups);
            if (filled !== null) void correctValue(row.field, row.label, filled, null);
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            focusNeighbor(event.currentTarget, step);
          }}
        >
          <span className={row.text === null ? "soft" : "number"}>{text}</span>
        </Tooltip.Trigger>
        <Tooltip.Portal container={pane}>
          <Tooltip.Positioner
            positionMethod="fixed"
            className="menu-positioner"
            side="bottom"
            align="end"
            sideOffset={4}
          >
            <Tooltip.Popup className="value-card" role="tooltip">
              <ValueCard row={row} nameOf={nameOf} />
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      </Tooltip.Root>
    </>
  );
}

/** Where a value comes from: how it was read, how sure, in whose words, and what speaks against it. */
function ValueCard({ row, nameOf }: { readonly row: ValueRow; readonly nameOf: ValuesPaneProps["nameOf"] }) {
  const { printed } = row;
  if (printed === null) return <p>{say("value.notPrinted")}</p>;
  return (
    <>
      <p>
        <strong>
          {say("value.cardBasis", {
            basis: say(`basis.${printed.basis}`),
            confidence: formatConfidence(printed.confidence),
          })}
        </strong>
      </p>
      {printed.evidence.length === 0 ? <p className="soft">{say("value.cardNoQuote")}</p> : null}
      {printed.evidence.slice(0, 4).map((each, at) => (
        <p key={at}>
          {say("value.cardQuote", {
            quote: each.quote,
            name: nameOf(each.documentId),
            place: placeOf(each.at, "one"),
          })}
        </p>
      ))}
      {printed.contradictions?.map((each, at) => (
        <p key={at} className="tone-over">
          {say("value.contradiction", { code: wordsOfContradiction(each.code) })}
        </p>
      ))}
    </>
  );
}

/** The field of a value. Leaving it confirms; Escape restores; a word of the document that is pointed at fills it. */
function ValueField({ row, groups }: { readonly row: ValueRow; readonly groups: readonly ValueGroup[] }) {
  const before = row.printed?.value ?? "";
  const text = useValues((values) => values.typed);
  const picked = useValues((values) => values.picked);
  const error = useValues((values) => values.error);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    showValue(row.field, "scroll");
  }, [row.field]);

  const leave = (step: 0 | 1): void => {
    isDone.current = true;
    editValue(null);
    requestAnimationFrame(() => {
      const former = document.querySelector<HTMLElement>(`[data-value="${CSS.escape(row.field)}"]`);
      if (step === 0) former?.focus();
      else if (former !== null) focusNeighbor(former, 1);
    });
  };
  const confirm = async (value: string | null, then: "next" | "stay"): Promise<void> => {
    if (isDone.current) return;
    if (value !== null && value.trim() === before) return leave(then === "next" ? 1 : 0);
    isDone.current = true;
    const place = picked !== null && picked.quote === value ? picked : null;
    const isKept = await correctValue(row.field, row.label, value, place);
    if (!isKept) isDone.current = false;
    else if (then === "next") leave(1);
  };
  return (
    <div className="field value-field">
      <label htmlFor={`value-${row.field}`}>{say("value.field", { field: row.label })}</label>
      <div className="row">
        <input
          ref={field}
          id={`value-${row.field}`}
          className="input"
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : "value-error"}
          onChange={(event) => typeValue(event.target.value)}
          onBlur={() => {
            if (text.trim() === "") leave(0);
            else void confirm(text, "stay");
          }}
          onKeyDown={(event) => {
            const filled = filledBy(event, row, groups);
            if (filled !== null) typeValue(filled);
            else if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              leave(0);
            } else if (event.key === "Enter" && text.trim() !== "") {
              event.preventDefault();
              void confirm(text, "next");
            }
          }}
        />
        {row.printed === null ? null : (
          <Button onMouseDown={(event) => event.preventDefault()} onClick={() => void confirm(null, "stay")}>
            {say("value.remove")}
          </Button>
        )}
      </div>
      {error === null ? null : (
        <p id="value-error" className="sentence" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** What a spreadsheet's keys put into a value: Ctrl+D and Ctrl+' the value of the line above, Ctrl+; the day of today. */
function filledBy(event: KeyboardEvent, row: ValueRow, groups: readonly ValueGroup[]): string | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const isFromAbove = event.key === "d" || event.key === "'";
  if (!isFromAbove && event.key !== ";") return null;
  event.preventDefault();
  event.stopPropagation();
  if (isFromAbove) return valueAbove(row.field, groups);
  return row.shape === "date" ? (useSession.getState().status?.asOf ?? null) : null;
}

function focusNeighbor(element: HTMLElement, step: number): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-value]")];
  all[all.indexOf(element) + step]?.focus();
}
