import type { GridColumn } from "../../components/data-grid/data-grid.tsx";
import { Money, Unknown } from "../../components/money.tsx";
import { Badge, Sign } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { urgencies } from "../../../src-shared/model/index.ts";
import { findingOfRow } from "../../state/queue-words.ts";
import type { QueueEntry } from "../../state/queue-index.ts";
import { caseStates, levels, longestOf, routes, widestAmounts, widestDates } from "./queue-widths.ts";

export const toneOfRoute: Readonly<Record<QueueEntry["row"]["route"], Tone>> = {
  blocked: "blocked",
  review: "open",
  clear: "clear",
};

/**
 * The columns of the queue. Amounts stand in the currency of the row, which has its own column.
 *
 * Columns are as wide as what these entries say. A column with a rank leaves first where the window is small.
 */
export function queueColumns(entries: readonly QueueEntry[] = []): readonly GridColumn<QueueEntry>[] {
  const date = (value: string | null) => (value === null ? <Unknown /> : formatDate(value));
  const text = (value: string | null) =>
    value === null ? (
      <Unknown />
    ) : (
      <span className="one-line" title={value}>
        {value}
      </span>
    );
  const dates = { words: widestDates() };
  return [
    amountColumn("over", entries),
    amountColumn("under", entries),
    {
      id: "currency",
      title: say("column.currency"),
      width: { words: ["USD"] },
      cell: ({ row }) => <span className="soft">{row.currency ?? "–"}</span>,
      plain: ({ row }) => row.currency ?? "",
    },
    {
      id: "route",
      title: say("column.route"),
      width: { words: routes.map((route) => say(`route.${route}`)), beside: 29 },
      isSortable: true,
      cell: ({ row }) => <Badge tone={toneOfRoute[row.route]}>{say(`route.${row.route}`)}</Badge>,
      plain: ({ row }) => row.route,
    },
    {
      id: "number",
      title: say("column.number"),
      width: { words: longestOf(entries, "number"), least: 60, most: 110 },
      isSortable: true,
      cell: ({ row }) => text(row.number),
      plain: ({ row }) => row.number ?? "",
    },
    {
      id: "customer",
      title: say("column.customer"),
      width: { share: 0.7, least: 120 },
      isSortable: true,
      cell: ({ row }) => text(row.customer),
      plain: ({ row }) => row.customer ?? "",
    },
    {
      id: "firstFinding",
      title: say("column.finding"),
      width: "fill",
      isSortable: true,
      cell: ({ row }) => <FirstFinding row={row} />,
      plain: ({ row }) => findingOfRow(row) ?? "",
    },
    {
      id: "payable",
      title: say("column.payable"),
      width: { words: widestAmounts(entries, "payable") },
      leavesAt: 2,
      align: "end",
      isSortable: true,
      cell: ({ row }) => <Money amount={row.payable} currency={row.currency} form="plain" />,
      plain: ({ row }) => row.payable ?? "",
    },
    {
      id: "sendBy",
      title: say("column.sendBy"),
      width: dates,
      leavesAt: -1,
      isSortable: true,
      cell: ({ row }) => date(row.sendBy),
      plain: ({ row }) => row.sendBy ?? "",
    },
    {
      id: "urgency",
      title: say("column.urgency"),
      width: { words: urgencies.map((urgency) => say(`urgency.${urgency}`)) },
      leavesAt: 0,
      isSortable: true,
      cell: ({ row }) => <Urgency urgency={row.urgency} />,
      plain: ({ row }) => row.urgency,
    },
    {
      id: "riskLevel",
      title: say("column.risk"),
      width: { words: levels.map((level) => say(`level.${level}`)) },
      leavesAt: 1,
      isSortable: true,
      cell: ({ row }) => <Level level={row.risk} />,
      plain: ({ row }) => row.risk,
    },
    {
      id: "customerValue",
      title: say("column.value"),
      width: { words: levels.map((level) => say(`level.${level}`)) },
      leavesAt: 4,
      isSortable: true,
      cell: ({ row }) =>
        row.customerValue === null ? <Unknown /> : <Level level={row.customerValue} look="plain" />,
      plain: ({ row }) => row.customerValue ?? "",
    },
    {
      id: "owner",
      title: say("column.owner"),
      width: { words: longestOf(entries, "owner"), least: 44, most: 110 },
      leavesAt: 3,
      isSortable: true,
      cell: ({ row }) => text(row.owner),
      plain: ({ row }) => row.owner,
    },
    {
      id: "state",
      title: say("column.state"),
      width: { words: caseStates.map((state) => say(`state.${state}`)) },
      leavesAt: 5,
      isSortable: true,
      cell: ({ row }) => (
        <span className="soft one-line" title={say(`state.${row.state}`)}>
          {say(`state.${row.state}`)}
        </span>
      ),
      plain: ({ row }) => row.state,
    },
    {
      id: "dueDate",
      title: say("column.due"),
      width: dates,
      leavesAt: 6,
      isSortable: true,
      cell: ({ row }) => date(row.dueDate),
      plain: ({ row }) => row.dueDate ?? "",
    },
    {
      id: "issueDate",
      title: say("column.issued"),
      width: dates,
      leavesAt: 7,
      isSortable: true,
      cell: ({ row }) => date(row.issueDate),
      plain: ({ row }) => row.issueDate ?? "",
    },
  ];
}

const gravest: ReadonlySet<string> = new Set(["overdue", "late", "high"]);

/** A label whose gravest words are bold besides being colored, so that the eye finds them without color. */
function Urgency({ urgency }: { readonly urgency: QueueEntry["row"]["urgency"] }) {
  return (
    <span className="label" data-grave={gravest.has(urgency)}>
      {say(`urgency.${urgency}`)}
    </span>
  );
}

function Level({
  level,
  look = "grave",
}: {
  readonly level: QueueEntry["row"]["risk"];
  readonly look?: "grave" | "plain";
}) {
  return (
    <span className="label" data-grave={look === "grave" && gravest.has(level)}>
      {say(`level.${level}`)}
    </span>
  );
}

/** Money of one direction; both directions have their own column, since they are never netted. */
function amountColumn(direction: "over" | "under", entries: readonly QueueEntry[]): GridColumn<QueueEntry> {
  return {
    id: direction,
    title: say(`column.${direction}`),
    width: { words: widestAmounts(entries, direction), beside: 15 },
    align: "end",
    isSortable: true,
    cell: ({ row }) =>
      row[direction] === null ? (
        <span className="soft">
          <span aria-hidden="true">·</span>
          <span className="hidden-text">{say("queue.noMoney")}</span>
        </span>
      ) : (
        <span className={`at-risk tone-${direction}`}>
          <Sign tone={direction} />
          <Money amount={row[direction]} currency={row.currency} form="plain" />
        </span>
      ),
    plain: ({ row }) => row[direction] ?? "",
  };
}

const wordsOfNone = ({ undetermined }: QueueEntry["row"]): string =>
  say(undetermined > 0 ? "queue.undetermined" : "queue.nothingFound", { count: undetermined });

function FirstFinding({ row }: { readonly row: QueueEntry["row"] }) {
  const found = findingOfRow(row);
  if (found === null) {
    return (
      <span className="soft one-line" title={wordsOfNone(row)}>
        {wordsOfNone(row)}
      </span>
    );
  }
  return (
    <span className="row grow">
      <span className="one-line" title={found}>
        {found}
      </span>
      {row.findings > 1 ? (
        <span className="soft">{say("queue.more", { count: row.findings - 1 })}</span>
      ) : null}
    </span>
  );
}
