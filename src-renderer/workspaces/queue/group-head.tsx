import { composeClearCause } from "../../commands/decide-cases.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { formatSums } from "../../locale/term-words.ts";
import { hasMessage, say } from "../../locale/say.ts";
import { useQueue } from "../../state/queue.ts";
import type { QueueGroup } from "../../state/queue-groups.ts";
import { sumByCurrency } from "../../state/queue-index.ts";

/** What the rows under it have in common, how many they are, and their money in each direction. */
export function GroupHead({ group }: { readonly group: QueueGroup }) {
  const grouping = useQueue((queue) => queue.grouping);
  const cause = useQueue((queue) => (group.key === null ? undefined : queue.causes.get(group.key)));
  const over = formatSums(sumByCurrency(group.entries, (entry) => entry.over));
  const under = formatSums(sumByCurrency(group.entries, (entry) => entry.under));
  return (
    <>
      <strong>{titleOf(group, grouping === "cause" ? cause : undefined)}</strong>
      {cause?.quote === undefined || cause.quote === null ? null : (
        <q className="group-quote one-line soft">{cause.quote}</q>
      )}
      <span className="soft">{say("queue.caseCount", { count: group.count })}</span>
      {over === null ? null : (
        <span className="at-risk tone-over">
          <Sign tone="over" />
          {over}
        </span>
      )}
      {under === null ? null : (
        <span className="at-risk tone-under">
          <Sign tone="under" />
          {under}
        </span>
      )}
      {cause === undefined ? null : (
        <Button
          look="plain"
          className="group-action"
          tabIndex={-1}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={() => composeClearCause(cause)}
        >
          {say("queue.clearCause", { count: cause.findings.length })}
        </Button>
      )}
    </>
  );
}

function titleOf(
  { key }: QueueGroup,
  cause: { readonly check: string; readonly agreement: string | null } | undefined,
): string {
  if (key === null) return say("queue.groupNone");
  const check = `check.${cause?.check ?? key}`;
  const title = hasMessage(check) ? say(check) : key;
  return cause?.agreement === undefined || cause.agreement === null
    ? title
    : say("queue.causeTitle", { title, agreement: cause.agreement });
}
