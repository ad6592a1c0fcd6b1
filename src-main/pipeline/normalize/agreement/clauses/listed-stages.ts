import { add, compare, decimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { PercentLiteral } from "../literals/literal.ts";
import { isAcceptance } from "./part-payments.ts";

interface Stage {
  readonly share: PercentLiteral;
  readonly name: string;
  readonly reading: Reading;
}

const hundred = decimalText("100");
/** What shares of a whole are not: terms of other kinds that print a percent. */
const otherShare =
  /\b(?:interest|discount|vat|tax|iva|tva|btw|ust|mwst|surcharge|skonto|escompte|uptime|availability|retention|retainage)\b/;

/**
 * Lines that each begin or end with a share and a time, together the whole: a plan of payments set as a list.
 *
 * "25% when both have signed", "Delivery of the frame: 50 %", "25% at handover".
 */
export function listedStages(readings: readonly Reading[]): readonly Candidate[] {
  const found: Candidate[] = [];
  let run: Stage[] = [];
  const flush = (): void => {
    const sum = run.reduce(
      (total, { share }) => add(total, share.value),
      add(decimalText("0"), decimalText("0")),
    );
    if (run.length > 1 && compare(sum, hundred) === 0) found.push(...run.map(toMilestone));
    run = [];
  };
  for (const reading of readings) {
    const stage = stageIn(reading);
    const last = run.at(-1)?.reading.unit.order ?? null;
    if (stage === null || (last !== null && reading.unit.order - last > 1)) flush();
    if (stage !== null) run.push(stage);
  }
  flush();
  return found;
}

function stageIn(reading: Reading): Stage | null {
  const { folded, text, unit, literals } = reading;
  if (
    text.length > 120 ||
    unit.zone === "boilerplate" ||
    unit.zone === "signature" ||
    otherShare.test(folded)
  )
    return null;
  const shares = literals.filter((literal): literal is PercentLiteral => literal.type === "percent");
  const [share] = shares;
  if (share === undefined || shares.length > 1 || literals.some(({ type }) => type === "money")) return null;
  const before = text.slice(0, share.start).replace(/^[\s•*·–-]+|^\(?[\p{L}\d]{1,3}[.)] |[\s:.–-]+$/gu, "");
  const behind = text.slice(share.end).replace(/^[\s:,.–-]+|[\s.;,]+$/gu, "");
  const name = before === "" ? behind : behind === "" ? before : null;
  return name === null || !/\p{L}{3}/u.test(name) ? null : { share, name, reading };
}

const toMilestone = ({ share, name, reading: { unit } }: Stage): Candidate => ({
  type: "milestone",
  key: `${name.toLowerCase()}|${share.value}`,
  value: { name, percent: share.value, acceptance: isAcceptance(name) },
  from: null,
  to: null,
  confidence: 0.8,
  parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
  order: unit.order,
  clause: unit.clause,
});
