import { Fragment, useEffect } from "react";
import type { DraftRow } from "../../../src-shared/api/contract.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { Money } from "../../components/money.tsx";
import { ScreenFrame } from "../../components/screen-frame.tsx";
import { Badge } from "../../components/sign.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { askForDraft, loadDrafts, showDraftTab, useDrafts } from "../../state/drafts.ts";
import type { DraftTab } from "../../state/drafts.ts";
import { BillCalendar } from "./bill-calendar.tsx";
import { DraftView } from "./draft-view.tsx";
import "./drafts.css";

/** Invoices that could go out: what to draft on the left, one draft with its proofs on the right, and the calendar. */
export function DraftsScreen() {
  const rows = useDrafts((state) => state.rows);
  const tab = useDrafts((state) => state.tab);
  const error = useDrafts((state) => state.error);
  useEffect(() => void loadDrafts(), []);
  return (
    <ScreenFrame
      className="screen screen-paper"
      keys="drafts"
      title={say("screen.drafts")}
      help={say("drafts.help")}
      error={error}
    >
      <Tabs
        label={say("drafts.content")}
        items={[
          { id: "list", title: say("drafts.tab.list", { count: rows?.length ?? 0 }) },
          { id: "calendar", title: say("drafts.tab.calendar") },
        ]}
        activeId={tab}
        onChange={(id) => showDraftTab(id as DraftTab)}
      >
        {tab === "calendar" ? (
          <BillCalendar />
        ) : (
          <div className="draft-columns">
            <DraftList rows={rows} />
            <DraftSide />
          </div>
        )}
      </Tabs>
    </ScreenFrame>
  );
}

function DraftList({ rows }: { readonly rows: readonly DraftRow[] | null }) {
  const shown = useDrafts((state) => state.shown);
  if (rows === null) return <p className="document-note">{say("drafts.loading")}</p>;
  if (rows.length === 0)
    return (
      <div className="empty">
        <h2>{say("drafts.none.title")}</h2>
        <p>{say("drafts.none.text")}</p>
      </div>
    );
  return (
    <div className="draft-list" tabIndex={0} role="region" aria-label={say("drafts.content")}>
      <table className="table">
        <thead>
          <tr>
            <th>{say("drafts.customer")}</th>
            <th>{say("drafts.days")}</th>
            <th>{say("drafts.from")}</th>
            <th className="number">{say("drafts.net")}</th>
            <th>{say("drafts.open")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} aria-selected={shown.some(({ id }) => id === row.key)}>
              <td>
                <button
                  type="button"
                  className="row-name one-line"
                  onClick={() => void askForDraft(row.request)}
                >
                  {row.customer ?? say("drafts.unknown")}
                </button>
              </td>
              <td className="draft-days">
                {daysOf(row).map((day) => (
                  <Fragment key={day}>
                    <span>{day}</span>{" "}
                  </Fragment>
                ))}
              </td>
              <td className="one-line">{say(`drafts.source.${row.source}`)}</td>
              <td className="number">
                <Money amount={row.net} currency={row.currency} />
              </td>
              <td>
                {row.openGaps === 0 ? null : (
                  <Badge tone="process">{say("drafts.openCount", { count: row.openGaps })}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first and the last day, both of them in it; a line may break between them. */
function daysOf({ periodStart, periodEnd }: DraftRow): readonly string[] {
  if (periodStart === null || periodEnd === null) return [];
  return [`${formatDate(periodStart)} –`, formatDate(addDays(periodEnd as LocalDate, -1))];
}

function DraftSide() {
  const shown = useDrafts((state) => state.shown);
  const busy = useDrafts((state) => state.busy);
  if (shown.length === 0)
    return <p className="document-note">{say(busy ? "drafts.loading" : "drafts.pick")}</p>;
  return (
    <div className="draft-side" aria-busy={busy} tabIndex={0} role="region" aria-label={say("screen.drafts")}>
      {shown.map((draft) => (
        <DraftView key={draft.id} draft={draft} />
      ))}
    </div>
  );
}
