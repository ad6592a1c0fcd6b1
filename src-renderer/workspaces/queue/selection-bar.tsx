import { useKeyLabel } from "../../commands/use-key-label.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { formatSums } from "../../locale/term-words.ts";
import { say } from "../../locale/say.ts";
import { clearSelection, shownEntries, useQueue } from "../../state/queue.ts";
import { sumByCurrency } from "../../state/queue-index.ts";

interface SelectionBarProps {
  readonly onApprove: () => void;
  readonly onAsk: () => void;
  readonly onPostpone: () => void;
}

/** How much is selected, in cases and in money of each direction, and what can be done with all of it. */
export function SelectionBar({ onApprove, onAsk, onPostpone }: SelectionBarProps) {
  const keyOf = useKeyLabel();
  const visible = useQueue((queue) => queue.visible);
  const groups = useQueue((queue) => queue.groups);
  const selected = useQueue((queue) => queue.selected);
  if (selected.size === 0) return null;
  const entries = shownEntries({ visible, groups }).filter((entry) => selected.has(entry.row.invoiceId));
  const over = formatSums(sumByCurrency(entries, (entry) => entry.over));
  const payable = formatSums(sumByCurrency(entries, (entry) => entry.payable));
  const under = formatSums(sumByCurrency(entries, (entry) => entry.under));
  return (
    <div className="selection-bar" role="region" aria-label={say("selection.label")}>
      <strong>{say("selection.count", { count: entries.length })}</strong>
      <span>{say("selection.payable", { amount: payable ?? "–" })}</span>
      {over === null ? null : (
        <span className="row tone-over">
          <Sign tone="over" />
          {say("selection.over", { amount: over })}
        </span>
      )}
      {under === null ? null : (
        <span className="row tone-under">
          <Sign tone="under" />
          {say("selection.under", { amount: under })}
        </span>
      )}
      <span className="grow" />
      <Button look="main" shortcut={keyOf("decide.approve")} onClick={onApprove}>
        {say("decide.approve")}
      </Button>
      <Button shortcut={keyOf("decide.ask")} onClick={onAsk}>
        {say("decide.ask")}
      </Button>
      <Button shortcut={keyOf("decide.postpone")} onClick={onPostpone}>
        {say("decide.postpone")}
      </Button>
      <Button look="plain" shortcut={keyOf("screen.leave")} onClick={clearSelection}>
        {say("selection.clear")}
      </Button>
    </div>
  );
}
