import type { InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { isEqual } from "../../../src-shared/money/index.ts";
import type { TermPool } from "./term-pool.ts";

/** Whether a line is bound to a stage at its very sum: it is that stage, though its words name a hotel or a journey as well. */
export function isStageAtItsSum(match: LineMatch, line: InvoiceLine, pool: TermPool): boolean {
  const [only] = match.bindings;
  const net = line.net?.value ?? null;
  return (
    match.state === "bound" &&
    net !== null &&
    (pool.byType.get("milestone") ?? []).some(
      ({ term }) =>
        term.type === "milestone" &&
        term.id === only?.termId &&
        term.value.amount !== undefined &&
        isEqual(net, term.value.amount),
    )
  );
}
