import { useMemo, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { WindowDialog } from "../../components/window-dialog.tsx";
import { say } from "../../locale/say.ts";
import { openOverlay, showColumns, useWindowView } from "../../state/window-view.ts";
import { shownColumns, withColumnMoved, withColumnToggled } from "./arrange-columns.ts";
import { queueColumns } from "./queue-columns.tsx";

/** Which columns the queue shows, and in which order. */
export function ColumnDialog() {
  const isOpen = useWindowView((view) => view.overlay === "columns");
  const first = useRef<HTMLInputElement>(null);
  return (
    <WindowDialog
      title={say("columns.title")}
      isOpen={isOpen}
      onClose={() => openOverlay(null)}
      initialFocus={first}
      className="columns"
    >
      {isOpen ? <ColumnList first={first} /> : null}
    </WindowDialog>
  );
}

function ColumnList({ first }: { readonly first: React.RefObject<HTMLInputElement | null> }) {
  const chosen = useWindowView((view) => view.columns);
  const columns = useMemo(() => queueColumns(), []);
  const shown = shownColumns(
    columns.map(({ id }) => id),
    chosen,
  );
  const hidden = columns.filter(({ id }) => !shown.includes(id)).map(({ id }) => id);
  const titleOf = (id: string): string => columns.find((column) => column.id === id)?.title ?? id;
  return (
    <div className="dialog-body">
      <p className="soft">{say("columns.help")}</p>
      <ul className="column-list">
        {[...shown, ...hidden].map((id, at) => (
          <li key={id} className="row">
            <label className="row grow">
              <input
                ref={at === 0 ? first : null}
                type="checkbox"
                checked={shown.includes(id)}
                onChange={() => showColumns(withColumnToggled(shown, id))}
              />
              {titleOf(id)}
            </label>
            {shown.includes(id) ? (
              <>
                <Button
                  look="plain"
                  aria-label={say("columns.earlier", { column: titleOf(id) })}
                  disabled={at === 0}
                  onClick={() => showColumns(withColumnMoved(shown, id, -1))}
                >
                  ↑
                </Button>
                <Button
                  look="plain"
                  aria-label={say("columns.later", { column: titleOf(id) })}
                  disabled={at === shown.length - 1}
                  onClick={() => showColumns(withColumnMoved(shown, id, 1))}
                >
                  ↓
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="row">
        <span className="grow" />
        <Button disabled={chosen === null} onClick={() => showColumns(null)}>
          {say("columns.restore")}
        </Button>
      </div>
    </div>
  );
}
