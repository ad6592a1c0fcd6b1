import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import { isStreet } from "../../invoice/legal-names.ts";
import type { Line } from "../structure/outline.ts";
import { codesIn, shapeOf } from "./paper-codes.ts";
import type { PaperCode } from "./paper-codes.ts";
import { isAnothersCode, labelBefore, meaningOf, namesAgreedPaper } from "./number-labels.ts";
import type { NumberLabel } from "./number-labels.ts";

/** A paper's own number, where it stands. */
export interface OwnNumber {
  readonly text: string;
  readonly line: Line;
}

/** Rows of a paper that may name its number. */
const head = 26;
/** Words of a label above this many characters are running text. */
const sentence = 50;

/** Points that each sign gives; a code needs `least` of them. */
const points = {
  marked: 1.2,
  ownNoun: 2,
  otherNoun: -0.6,
  stranger: -1.2,
  bare: -1,
  titleRow: 1.4,
  nearTitle: 0.8,
  early: 0.6,
  opening: 0.3,
  wholeLabel: 0.6,
  wholeCell: 0.4,
  running: -1,
  street: -2,
  least: 3,
} as const;

interface Candidate extends OwnNumber {
  readonly label: string;
  /** A word for "number", or what the paper is, stands before it. */
  readonly isNamed: boolean;
  readonly points: number;
}

/**
 * The number of a paper: of all codes in its head the one that most speaks for.
 *
 * A code is weighed by its shape, the words before it (a word for "number", what the paper is), its place by the title
 * and whether it fills its cell; numbers of persons, firms, streets, laws and other papers are none. `null` where
 * nothing speaks for one, or as much for two under the same label.
 */
export function findOwnNumber(
  rows: readonly Line[],
  title: Line | null,
  rank: AgreementRank,
): OwnNumber | null {
  const titleFolded = title?.prepared.folded ?? "";
  const titleRow = rows.findIndex(
    ({ prepared }) => titleFolded !== "" && beginsTitle(prepared.folded, titleFolded),
  );
  const called = [titleFolded, ...rows.slice(0, 2).map(({ prepared }) => prepared.folded)].join(" ");
  const prices = rows.slice(0, head).findIndex(isPriced);
  const found = rows
    .slice(0, head)
    .flatMap((line, index) =>
      candidatesOf(rows, line, index, titleRow, called, rank).filter(
        ({ isNamed }) => isNamed || prices < 0 || index < prices,
      ),
    )
    .filter((candidate) => candidate.points >= points.least);
  const best = found.reduce<Candidate | null>(
    (known, next) => (known === null || next.points > known.points ? next : known),
    null,
  );
  const isRivaled = found.some(
    (other) =>
      best !== null &&
      other.text !== best.text &&
      other.label === best.label &&
      other.label !== "" &&
      other.points > best.points - 0.2,
  );
  return isRivaled ? null : best;
}

/** A row of prices: what stands from here on is what was agreed, and numbers nothing unless it says so. */
const isPriced = ({ cells }: Line): boolean =>
  cells !== null && cells.length >= 2 && cells.some(({ text }) => /[$€£]\s?\d|\d[.,]\d{2}\b/.test(text));

/** Rows of a change that name what it changes. */
const changeHead = 14;

/** The number of the paper that a change alters, by its label; `null` where two are named as plainly. */
export function findAmendedNumber(rows: readonly Line[], own: string | null): string | null {
  const found = rows.slice(0, changeHead).flatMap((line, index) =>
    (line.cells ?? [line.prepared]).flatMap((cell, column) =>
      codesIn(cell.text).flatMap((code): readonly string[] => {
        const isNamed = namesAgreedPaper(labelBefore(rows, index, column, code.start));
        return isNamed && code.text !== own && shapeOf(code.text) >= leastNamed ? [code.text] : [];
      }),
    ),
  );
  const [first, ...others] = found;
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

/** Less than four digits alone name no contract. */
const leastNamed = 1;

/** Whether a printed row begins with the title, or is the first row of one that goes on below it. */
const beginsTitle = (row: string, title: string): boolean =>
  row.startsWith(title.slice(0, compared)) ||
  (row.length >= leastOfTitle && title.startsWith(row.slice(0, compared)));

/** Characters of a title that tell it. */
const compared = 40;
/** Fewer characters begin a title by chance. */
const leastOfTitle = 6;

function candidatesOf(
  rows: readonly Line[],
  line: Line,
  index: number,
  titleRow: number,
  title: string,
  rank: AgreementRank,
): readonly Candidate[] {
  const cells = line.cells ?? [line.prepared];
  return cells.flatMap((cell, column): readonly Candidate[] =>
    codesIn(cell.text).flatMap((code): readonly Candidate[] => {
      const label = labelBefore(rows, index, column, code.start);
      const meaning = meaningOf(label, rank, title);
      if (meaning === "another's" || isAnothersCode(code.text)) return [];
      // A message names many numbers; of those only the offer's that it says yes to is its own.
      if (rank === "acceptance-message" && meaning !== "own") return [];
      const shape = shapeOf(code.text);
      if (shape <= plainDigits && !isPlainlyMarked(label, meaning)) return [];
      const place =
        index === titleRow
          ? points.titleRow
          : titleRow >= 0 && Math.abs(index - titleRow) <= 2
            ? points.nearTitle
            : index < 6
              ? points.early
              : index < 14
                ? points.opening
                : 0;
      return [
        {
          text: code.text,
          line,
          label: label.words,
          isNamed: label.isMarked || meaning === "own",
          points:
            shape +
            wordPoints(label, index === titleRow && meaning === "stranger" ? "short" : meaning) +
            place +
            (label.isWhole ? points.wholeLabel : 0) +
            (endsCell(cell.text, code) ? points.wholeCell : 0) +
            (label.words.length > sentence ? points.running : 0) +
            (meaning !== "own" && shape <= plainDigits && isStreet(cell.text) ? points.street : 0),
        },
      ];
    }),
  );
}

/** The shape of digits alone: as good as its label. */
const plainDigits = 1;

/** Digits alone are a paper's number only behind what it is, or behind a word for "number" that begins their cell. */
const isPlainlyMarked = (label: NumberLabel, meaning: Meaning): boolean =>
  meaning === "own" ||
  (meaning === "other" && label.isMarked) ||
  (meaning === "none" && label.isMarked && label.isWhole);

type Meaning = Exclude<ReturnType<typeof meaningOf>, "another's">;

function wordPoints(label: NumberLabel, meaning: Meaning): number {
  const mark = label.isMarked ? points.marked : 0;
  if (meaning === "own") return mark + points.ownNoun;
  if (meaning === "other") return mark + points.otherNoun;
  if (meaning === "stranger") return mark + points.stranger;
  if (meaning === "short") return mark;
  return label.isMarked ? mark : points.bare;
}

const endsCell = (text: string, { start, length }: PaperCode): boolean =>
  /^[\s).,:;|]*$/.test(text.slice(start + length)) || /^ {2,}/.test(text.slice(start + length));
