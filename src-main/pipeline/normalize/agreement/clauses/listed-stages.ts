import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { asksForAcceptance, stageNameOf } from "../../../../../src-shared/wording/index.ts";
import { stageEvent, stageSource } from "../lexicon/stage-words.ts";
import { words } from "../lexicon/invoice-words.ts";
import { leadsToShare } from "./payment-stages.ts";
import { makeWhole, sharesIn } from "./payment-shares.ts";

interface Share extends Span {
  /** In percent, or the amount itself. */
  readonly value: DecimalText;
  readonly isAmount: boolean;
  /** Whether its digits have two readings. */
  readonly isOpen?: boolean;
}

interface Stage {
  readonly share: Share;
  readonly name: string;
  readonly reading: Reading;
  /** What stands over all stages has each of them accepted first. */
  readonly isAccepted: boolean;
  /** Whether the line itself says that it is a stage, whatever stands over it. */
  readonly isOwn: boolean;
}

/** A lead-in that announces parts of a sum: "payable in the following milestones:". */
const ofStages =
  /(?<![\p{L}])(?:milestones?|stages?|instal+ments?|meilensteine?n?|abschl[aä]g\p{L}*|raten|teilbetrage?n?|jalons?|echeances?|etapes?|hitos?|plazos|rate|tappe|stati di avanzamento|marcos?|parcelas|prestacoes|mijlpalen|termijnen)(?![\p{L}])/u;

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
    const isWhole =
      run.every(({ share }) => share.isAmount) ||
      makeWhole(run.map(({ share }) => ({ percent: share.value })));
    const isSaid =
      run.every(({ isOwn, share }) => isOwn || !share.isAmount) || run.some(({ isOwn }) => !isOwn);
    if (run.length > 1 && isWhole && isSaid && new Set(run.map(({ share }) => share.isAmount)).size === 1)
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
    (unit.zone === "signature" && !unit.contexts.some(({ kind }) => kind === "lead-in")) ||
    otherShare.test(folded)
  )
    return null;
  const leadIn = unit.contexts.findLast(({ kind }) => kind === "lead-in");
  const isUnderStages = leadIn !== undefined && ofStages.test(leadIn.folded);
  const isStaged = isUnderStages || saysWhenDue(reading);
  const shares = [
    ...sharesIn(reading).map(({ percent, start, end }) => ({ value: percent, start, end, isAmount: false })),
    ...(isStaged ? literals.flatMap(amountIn) : []),
  ].toSorted((one, other) => one.start - other.start);
  const [share] = shares;
  if (share === undefined || shares.length > 1) return null;
  if (!share.isAmount && literals.some(({ type }) => type === "money")) return null;
  const before = text.slice(0, share.start).replace(/^[\s•*·–-]+|^\(?[\p{L}\d]{1,3}[.)] |[\s:.–-]+$/gu, "");
  const behind = text.slice(share.end).replace(/^[\s:,.–-]+|[\s.;,]+$/gu, "");
  // "The remaining 40% on delivery": a word or two before a share say which part it is.
  const isPart =
    /^\p{L}/u.test(behind) &&
    ((before.length < 20 && before.split(" ").length <= 2) || leadsToShare(foldText(before)));
  const named = isStaged && share.isAmount ? namedStage(before, behind) : null;
  const name = named ?? (before === "" || isPart ? behind : behind === "" ? before : null);
  const isAccepted =
    (isUnderStages && asksForAcceptance(leadIn.text)) || (named !== null && asksForAcceptance(text));
  return name === null || !/\p{L}{3}/u.test(name)
    ? null
    : { share, name, reading, isAccepted, isOwn: !isUnderStages };
}

const namesStage = words(stageSource);
/** When a sum falls due: "payable on approval", "fällig nach Abnahme", "a la aprobación", "when the client has signed off". */
const dueWhen =
  /^[^\p{L}\d]*(?:(?:net|ht|netto|plus|zzgl|excl\p{L}*|hors|mas|piu|\+)[^,;]{0,24}[,;] ?)?(?:(?:is |are )?(?:due|payable|invoiced|billed|paid|fallig|zahlbar|berechnet|exigible|facture\p{L}*|du|a facturar|pagader\p{L}*|da fatturare|da pagare|dovut\p{L}*|te betalen|verschuldigd|a pagar|devid\p{L}*) )?(?:(?:up)?on|at|after|when|once|following|nach|bei|mit|sobald|wenn|zur|zum|a|au|aux|apres|des|lors|al|tras|con|cuando|alla|allo|dopo|quando|na|no|apos|bij|zodra|com)(?!\p{L})|^[^\p{L}\d]*all'/u;
/** Somebody pays something: a sentence, and no label. */
const isSentence = words(
  "pays?|shall|will|zahlt|werden|wird|paie|paient|paga|pagara|betaalt|are|is|ist|est|es|sono",
);
const longestLabel = 80;

/** Whether a line prices a stage: a label, one sum, and when it falls due, or a label that asks for a yes. */
function saysWhenDue({ literals, folded, text }: Reading): boolean {
  const [sum, ...more] = literals.filter((literal) => literal.type === "money");
  if (sum === undefined || more.length > 0 || sum.per.length > 0) return false;
  if (literals.some(({ type }) => type === "date")) return false;
  const label = folded.slice(0, sum.start);
  const behind = folded.slice(sum.end);
  if (!/\p{L}{3}/u.test(label) || label.length > longestLabel || isSentence.test(label)) return false;
  if (asksForAcceptance(label) && !/\p{L}{3}/u.test(text.slice(sum.end))) return true;
  return (
    dueWhen.test(behind) && (asksForAcceptance(behind) || namesStage.test(label) || stageEvent.test(behind))
  );
}

/** The label before a sum whose words behind it say only when it falls due. */
function namedStage(before: string, behind: string): string | null {
  const label = before.replace(/[\s:,;(–-]+$/u, "");
  if (!/\p{L}{3}/u.test(label)) return null;
  return behind === "" && stageNameOf(label) === "" ? null : label;
}

/** A sum that is no price for a unit. */
const amountIn = (literal: Literal): readonly Share[] =>
  literal.type === "money" && literal.per.length === 0
    ? [
        {
          value: literal.value,
          start: literal.start,
          end: literal.end,
          isAmount: true,
          isOpen: literal.rivals.length > 0,
        },
      ]
    : [];

const toMilestone = ({ share, name, reading: { unit }, isAccepted }: Stage): Candidate => ({
  type: "milestone",
  key: `${name.toLowerCase()}|${share.value}`,
  value: {
    name,
    ...(share.isAmount ? { amount: share.value } : { percent: share.value }),
    acceptance: isAccepted || asksForAcceptance(name),
  },
  from: null,
  to: null,
  confidence: 0.8,
  ...(share.isOpen === true && { questions: ["ambiguous-number"] }),
  parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
  order: unit.order,
  clause: unit.clause,
});
