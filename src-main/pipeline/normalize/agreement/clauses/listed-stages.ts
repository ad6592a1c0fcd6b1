import {
  add,
  compare,
  decimalText,
  decimalToText,
  multiply,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { isAcceptance } from "./part-payments.ts";

interface Share extends Span {
  /** In percent, or the amount itself. */
  readonly value: DecimalText;
  readonly isAmount: boolean;
}

interface Stage {
  readonly share: Share;
  readonly name: string;
  readonly reading: Reading;
  /** What stands over all stages has each of them accepted first. */
  readonly isAccepted: boolean;
}

/** A lead-in that announces parts of a sum: "payable in the following milestones:". */
const ofStages =
  /(?<![\p{L}])(?:milestones?|stages?|instal+ments?|meilensteine?n?|abschl[aä]g\p{L}*|raten|teilbetrage?n?|jalons?|echeances?|etapes?|hitos?|plazos|rate|tappe|stati di avanzamento|marcos?|parcelas|prestacoes|mijlpalen|termijnen)(?![\p{L}])/u;

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
    const isWhole = run.every(({ share }) => share.isAmount) || compare(sum, hundred) === 0;
    if (run.length > 1 && isWhole && new Set(run.map(({ share }) => share.isAmount)).size === 1)
      found.push(...run.map(toMilestone));
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
    text.length > 180 ||
    unit.zone === "boilerplate" ||
    unit.zone === "signature" ||
    otherShare.test(folded)
  )
    return null;
  const leadIn = unit.contexts.findLast(({ kind }) => kind === "lead-in");
  const isUnderStages = leadIn !== undefined && ofStages.test(leadIn.folded);
  const shares = literals.flatMap((literal) => shareOf(literal, isUnderStages));
  const [share] = shares;
  if (share === undefined || shares.length > 1) return null;
  if (!share.isAmount && literals.some(({ type }) => type === "money")) return null;
  const before = text.slice(0, share.start).replace(/^[\s•*·–-]+|^\(?[\p{L}\d]{1,3}[.)] |[\s:.–-]+$/gu, "");
  const behind = text.slice(share.end).replace(/^[\s:,.–-]+|[\s.;,]+$/gu, "");
  // "The remaining 40% on delivery": a word or two before a share say which part it is.
  const isPart = before.length < 20 && before.split(" ").length <= 2 && /^\p{L}/u.test(behind);
  const name = before === "" || isPart ? behind : behind === "" ? before : null;
  const isAccepted = isUnderStages && isAcceptance(leadIn.text);
  return name === null || !/\p{L}{3}/u.test(name) ? null : { share, name, reading, isAccepted };
}

/** A percent, or a part in words: "a quarter", "half". */
function shareOf(literal: Literal, takesAmounts: boolean): readonly Share[] {
  const { start, end } = literal;
  if (literal.type === "percent") return [{ value: literal.value, start, end, isAmount: false }];
  if (literal.type === "money" && takesAmounts && literal.per.length === 0)
    return [{ value: literal.value, start, end, isAmount: true }];
  const isPart = literal.type === "number" && literal.wording !== "digits" && /^0\.\d/.test(literal.value);
  return isPart
    ? [
        {
          value: decimalToText(withoutTrailingZeros(multiply(literal.value, hundred))),
          start,
          end,
          isAmount: false,
        },
      ]
    : [];
}

const toMilestone = ({ share, name, reading: { unit }, isAccepted }: Stage): Candidate => ({
  type: "milestone",
  key: `${name.toLowerCase()}|${share.value}`,
  value: {
    name,
    ...(share.isAmount ? { amount: share.value } : { percent: share.value }),
    acceptance: isAccepted || isAcceptance(name),
  },
  from: null,
  to: null,
  confidence: 0.8,
  parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
  order: unit.order,
  clause: unit.clause,
});
