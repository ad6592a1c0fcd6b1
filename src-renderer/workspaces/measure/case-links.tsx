import { Button } from "../../components/button.tsx";
import { formatCount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { useQueue } from "../../state/queue.ts";
import { openScreen } from "../../state/window-view.ts";

/** The cases behind a figure; each opens its review. */
export function CaseLinks({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  const entries = useQueue((queue) => queue.entries);
  const numbers = new Map(entries.map(({ row }) => [row.invoiceId as string, row.number]));
  return (
    <ul className="measure-links" aria-label={label}>
      {ids.slice(0, 200).map((id) => (
        <li key={id}>
          <Button look="plain" onClick={() => openScreen("review", id)}>
            {numbers.get(id) ?? id}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A count that unfolds the cases behind it; nothing to unfold shows the count alone. */
export function CountedCases({
  count,
  ids,
  title,
}: {
  readonly count: number;
  readonly ids: readonly string[];
  readonly title: string;
}) {
  if (ids.length === 0) return <>{formatCount(count)}</>;
  return (
    <details className="measure-behind">
      <summary aria-label={say("measure.showCases", { count, title })}>{formatCount(count)}</summary>
      <CaseLinks ids={ids} label={say("measure.casesOf", { title })} />
    </details>
  );
}

/** Under a chart: each of its bars as a count that opens the cases behind it. */
export function BehindBars({
  bars,
}: {
  readonly bars: readonly { readonly label: string; readonly ids: readonly string[] }[];
}) {
  const having = bars.filter(({ ids }) => ids.length > 0);
  return having.length === 0 ? null : (
    <ul className="measure-bars">
      {having.map(({ label, ids }) => (
        <li key={label}>
          {label} <CountedCases count={ids.length} ids={ids} title={label} />
        </li>
      ))}
    </ul>
  );
}
