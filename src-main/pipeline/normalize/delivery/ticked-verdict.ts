import type { PageLine } from "../kind/page-line.ts";
import { foldText } from "../values/fold.ts";
import { toldApproval } from "./told-approval.ts";

const box = /^\s*(?:\(\s*([xX✓✔]?)\s*\)|\[\s*([xX✓✔]?)\s*\]|([☐☑☒✓✔🗹]))\s*(\S.*)$/u;

/** Verdicts of which a form has one ticked: "( ) accepted  (X) refused". */
export interface TickedVerdict {
  /** `null` where it is accepted with reservations. */
  readonly approved: boolean | null;
  /** The lines with a box: what is not ticked says nothing. */
  readonly boxes: readonly PageLine[];
  readonly ticked: PageLine;
}

const refusal = /refus|verweiger|abgelehn|reject|declin|afgekeur|geweiger|rechaz|respint|rifiut|rejeit|recus/;
const clean =
  /(?:without|no|ohne|sans|zonder|sin|senza|sem) (?:any )?(?:reserv|defect|mang|vorbehalt|gebrek|voorbehoud|repar|riserv)/;
const reserved =
  /reserv|vorbehalt|subject to|condition|mangel|defect|voorbehoud|gebrek|repar|riserv|partial|teilweise/;
const acceptance =
  /accept|approv|abnahme|abgenommen|recep|oplever|goedgekeur|acept|recib|accett|collaud|aceit|receb|conform/;

/** What the words behind a box come to; `undefined` where they judge nothing. */
function verdictIn(text: string): boolean | null | undefined {
  const folded = foldText(text);
  if (refusal.test(folded)) return false;
  if (clean.test(folded)) return true;
  if (reserved.test(folded)) return null;
  return acceptance.test(folded) ? (toldApproval(text)?.approved ?? true) : undefined;
}

interface Box {
  readonly line: PageLine;
  readonly isTicked: boolean;
  readonly said: boolean | null | undefined;
}

function boxOf(line: PageLine): Box | null {
  const match = box.exec(line.text);
  if (match === null) return null;
  const [, round = "", square = "", sign = "", text = ""] = match;
  return { line, isTicked: round + square !== "" || /[☑☒✓✔🗹]/u.test(sign), said: verdictIn(text) };
}

/** The verdict that a form has ticked among others; `null` where it has no such choice, or more than one tick. */
export function tickedVerdict(lines: readonly PageLine[]): TickedVerdict | null {
  const boxes = lines.flatMap((line) => boxOf(line) ?? []);
  const [ticked, ...others] = boxes.filter(({ isTicked }) => isTicked);
  // A list of things that are ticked off is no choice between verdicts.
  const isChoice = boxes.length > 1 && new Set(boxes.map(({ said }) => said)).size > 1;
  if (ticked?.said === undefined || others.length > 0 || !isChoice) return null;
  return {
    approved: ticked.said,
    boxes: boxes.map(({ line }) => line),
    ticked: ticked.line,
  };
}
