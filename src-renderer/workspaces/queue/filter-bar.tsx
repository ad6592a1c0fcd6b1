import { useKeyLabel } from "../../commands/use-key-label.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { queueGroupings } from "../../../src-shared/model/index.ts";
import type { QueueGrouping } from "../../../src-shared/model/index.ts";
import { filterQueue, groupQueueBy, useQueue } from "../../state/queue.ts";
import type { GroupedQueue } from "../../state/queue-groups.ts";
import { splitTerms, withTermToggled } from "../../state/queue-filter.ts";
import { openOverlay, togglePreview } from "../../state/window-view.ts";

const countShown = (queue: GroupedQueue): number =>
  queue.groups.length === 0 ? queue.visible.length : queue.groups.reduce((sum, { count }) => sum + count, 0);

/** The filter as a text that can be typed, copied and kept; every term is a chip that can be taken off. */
export function FilterBar({ hasPreview }: { readonly hasPreview: boolean }) {
  const keyOf = useKeyLabel();
  const filterText = useQueue((queue) => queue.filterText);
  const problems = useQueue((queue) => queue.filter.problems);
  const sortedByRisk = useQueue((queue) => queue.sort.column === "risk");
  const grouping = useQueue((queue) => queue.grouping);
  const savedViewId = useQueue((queue) => queue.savedViewId);
  const shown = useQueue((queue) => countShown(queue));
  const inView = useQueue((queue) => queue.counts[queue.view]);

  return (
    <div className="filter-bar" role="search">
      <input
        className="input"
        type="search"
        data-filter=""
        aria-label={say("filter.label")}
        placeholder={say("filter.hint")}
        autoComplete="off"
        spellCheck={false}
        value={filterText}
        aria-invalid={problems.length > 0}
        onChange={(event) => {
          filterQueue(event.target.value);
        }}
        onKeyDown={(event) => {
          if (
            event.key === "Enter" ||
            event.key === "ArrowDown" ||
            (event.key === "Escape" && filterText === "")
          ) {
            event.preventDefault();
            document.querySelector<HTMLElement>("[data-keys=queue]")?.focus();
          } else if (event.key === "Escape") {
            event.preventDefault();
            filterQueue("");
          }
        }}
      />
      {filterText === "" ? null : (
        <>
          <ul className="filter-chips" aria-label={say("filter.terms")}>
            {splitTerms(filterText).map((term) => (
              <li key={term}>
                <button
                  type="button"
                  className="badge filter-chip"
                  aria-label={say("filter.remove", { term })}
                  onClick={() => filterQueue(withTermToggled(filterText, term))}
                >
                  {term}
                  <span aria-hidden="true">✕</span>
                </button>
              </li>
            ))}
          </ul>
          <Button look="plain" onClick={() => void navigator.clipboard.writeText(filterText)}>
            {say("filter.copy")}
          </Button>
          {savedViewId === null ? (
            <Button look="plain" shortcut={keyOf("queue.keepList")} onClick={() => openOverlay("keep-list")}>
              {say("savedView.keep")}
            </Button>
          ) : null}
        </>
      )}
      <select
        className="input group-choice"
        aria-label={say("queue.group")}
        value={grouping}
        onChange={(event) => groupQueueBy(event.target.value as QueueGrouping)}
      >
        {queueGroupings.map((each) => (
          <option key={each} value={each}>
            {say(`queue.group.${each}`)}
          </option>
        ))}
      </select>
      <Button look="plain" onClick={() => openOverlay("columns")}>
        {say("columns.choose")}
      </Button>
      <Button look="plain" shortcut={keyOf("pane.preview")} aria-pressed={hasPreview} onClick={togglePreview}>
        {say("preview.short")}
      </Button>
      <span className="soft filter-count" role="status">
        {problems[0] === undefined
          ? say(sortedByRisk ? "filter.countByRisk" : "filter.count", { shown, total: inView })
          : say(`filter.problem.${problems[0].code}`, { text: problems[0].text })}
      </span>
    </div>
  );
}
