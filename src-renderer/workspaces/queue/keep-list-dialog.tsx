import { useId, useRef, useState } from "react";
import { WindowDialog } from "../../components/window-dialog.tsx";
import { say } from "../../locale/say.ts";
import { useQueue } from "../../state/queue.ts";
import { currentFilter, saveView, useSavedViews } from "../../state/saved-views.ts";
import { openOverlay, useWindowView } from "../../state/window-view.ts";

/** Asks for the name under which the list on the screen is kept. */
export function KeepListDialog() {
  const isOpen = useWindowView((view) => view.overlay === "keep-list");
  const input = useRef<HTMLInputElement>(null);
  return (
    <WindowDialog
      title={say("command.keepList")}
      isOpen={isOpen}
      onClose={() => openOverlay(null)}
      initialFocus={input}
    >
      {isOpen ? <KeepListForm input={input} /> : null}
    </WindowDialog>
  );
}

function KeepListForm({ input }: { readonly input: React.RefObject<HTMLInputElement | null> }) {
  const shownId = useQueue((queue) => queue.savedViewId);
  const views = useSavedViews((state) => state.views);
  const [name, setName] = useState(() => views.find((view) => view.id === shownId)?.name ?? "");
  const id = useId();
  const filter = currentFilter();
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        void saveView(name.trim());
        openOverlay(null);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say("savedView.name")}</label>
        <input
          ref={input}
          id={id}
          className="input"
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <span className="help">
          {filter === "" ? say("savedView.everything") : say("savedView.filter", { filter })}
        </span>
      </div>
      <div className="row">
        <span className="grow" />
        <button type="submit" className="button" data-look="main" disabled={name.trim() === ""}>
          {say("savedView.keep")}
        </button>
      </div>
    </form>
  );
}
