import type { Evidence } from "../../../src-shared/model/index.ts";
import { foldWording, partyNameOf } from "../../../src-shared/wording/index.ts";

/** Names that rows of a paper are searched for: their folded words without the legal form, by the first of these. */
export type WantedNames = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A name as a row prints it in full, its legal form included. */
export interface NamedRow {
  readonly name: string;
  /** The row; two where the name goes on in the one below. */
  readonly evidence: readonly Evidence[];
  /** Nothing but a label or an article stands before it. */
  readonly opensRow: boolean;
}

/** Names with fewer letters, all words together, stand in too many rows to mean anybody. */
const fewestLetters = 6;
/** How many words a legal form has at most: "sp. z o.o.", "S. de R.L. de C.V.". */
const longestForm = 8;

export function wantedNames(names: Iterable<string>): WantedNames {
  const cores = new Set<string>();
  for (const name of names) {
    const { core, isSuspicious } = partyNameOf(name);
    if (!isSuspicious && core.replaceAll(" ", "").length >= fewestLetters) cores.add(core);
  }
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const core of cores) {
    const words = core.split(" ");
    const [first = ""] = words;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [words]);
    else others.push(words);
  }
  return byFirst;
}

/**
 * Every wanted name that rows print whole, each once per row that it begins in.
 *
 * A name that is only the beginning or the end of a longer one is none: "Beacon Hospitality" of "Beacon Hospitality
 * Management", "Stone Physio" of "Salt and Stone Physio".
 */
export function namesInRows(rows: readonly Evidence[], wanted: WantedNames): readonly NamedRow[] {
  return rows.flatMap((row, index) => {
    const words = wordsOf(row.quote);
    // Nearly every row begins no name: nothing more is asked of it.
    if (!words.some(({ folded }) => wanted.has(folded))) return [];
    const own = spansIn(row.quote, words, wanted);
    if (own.length > 0) return own.map((span) => toNamed(row.quote, span, [row]));
    const below = rowBelow(rows, index);
    if (below === undefined) return [];
    const text = `${row.quote} ${below.quote}`;
    return spansIn(text, wordsOf(text), wanted)
      .filter(({ start, end }) => start < row.quote.length && end > row.quote.length + 1)
      .map((span) => toNamed(text, span, [row, below]));
  });
}

interface NameSpan {
  readonly start: number;
  readonly end: number;
}

const toNamed = (text: string, { start, end }: NameSpan, evidence: readonly Evidence[]): NamedRow => ({
  name: text.slice(start, end),
  evidence,
  opensRow: opensRow.test(text.slice(0, start)),
});

/** A label of a few words with a colon, an article or a form of address: what may stand before the name in its row. */
const opensRow =
  /^(?:[^:|]{1,30}[:|] ?|(?:bill|sold|invoice|billed) to |to |for |an |à |a |the |der |die |das |herrn |frau |firma |m\/s\.? |messrs\.? )?$/iu;

/** The row that goes on where another ends: right below it on the page and at one of its edges, or the next one of a text. */
function rowBelow(rows: readonly Evidence[], index: number): Evidence | undefined {
  const at = rows[index]?.at;
  const box = boxOf(rows[index]);
  if (at === undefined) return undefined;
  if (box === undefined) return "start" in at ? rows[index + 1] : undefined;
  const [x, y, width, height] = box;
  return rows.slice(index + 1, index + 1 + nearRows).find((row) => {
    const other = boxOf(row);
    return (
      other !== undefined &&
      (Math.abs(other[0] - x) < sameEdge || Math.abs(other[0] + other[2] - x - width) < sameEdge) &&
      other[1] > y + height / 2 &&
      other[1] < y + 2.4 * height &&
      "page" in row.at &&
      "page" in at &&
      row.at.page === at.page
    );
  });
}

/** Rows beside each other stand between two of one column. */
const nearRows = 6;
/** How far apart, in widths of the page, two rows of one column may begin or end. */
const sameEdge = 0.012;

const boxOf = (row: Evidence | undefined): readonly [number, number, number, number] | undefined =>
  row !== undefined && "page" in row.at ? (row.at.box ?? row.at.boxes?.[0]) : undefined;

/** A word of a row as names are compared, and where it stands in the print. */
interface NameWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function spansIn(text: string, words: readonly NameWord[], wanted: WantedNames): readonly NameSpan[] {
  const spans = words.flatMap(({ folded, start }, index): readonly NameSpan[] => {
    const matches = (wanted.get(folded) ?? []).filter((name) =>
      name.every((word, at) => words[index + at]?.folded === word),
    );
    // Of "Nordlicht" and "Nordlicht Reinigung" the longer one is printed.
    const longest = matches.toSorted((one, other) => other.length - one.length)[0];
    if (longest === undefined) return [];
    return [{ start, end: endWithForm(text, words, index, index + longest.length - 1) }];
  });
  return spans.filter(({ start, end }) => {
    const [before, behind] = [text.slice(0, start), text.slice(end)];
    if (goesOnBefore(before) || goesOnBehind.test(behind)) return false;
    // "Tidewater Rowing Club and Salt & Stone Physio" are two, "Salt and Stone Physio" is one.
    const [joinedBefore, joinedBehind] = [jointBefore.exec(before), jointBehind.exec(behind)];
    return (
      (joinedBefore === null || spans.some((other) => other.end === joinedBefore.index)) &&
      (joinedBehind === null || spans.some((other) => other.start === end + joinedBehind[0].length))
    );
  });
}

const wordsOf = (text: string): readonly NameWord[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'`´]\p{L}+)*|[&+]/gu), (match) => ({
    folded: /[&+]/.test(match[0]) ? "and" : foldWording(match[0]).replace(/[^\p{L}\p{N}]+/gu, ""),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Where the name ends with the legal form that is printed behind it, if one is. */
function endWithForm(text: string, words: readonly NameWord[], first: number, last: number): number {
  const [from, to] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
  const { core } = partyNameOf(text.slice(from, to));
  const ends = words.slice(last + 1, last + 1 + longestForm).map(({ end }) => end);
  return (
    ends.findLast((end) => {
      const longer = partyNameOf(text.slice(from, end));
      return longer.legalForm !== null && longer.core === core;
    }) ?? to
  );
}

/** Words with a capital that may stand right before a name and are none of it, folded. */
const noName = new Set(
  (
    "the der die das dem den la le les el il lo o a de het mr mrs ms dr herr herrn frau firma ditta empresa societe gesellschaft company and und " +
    "between zwischen entre tra tussen for fur pour per voor to an by client customer buyer supplier seller provider contractor consultant owner " +
    "kunde kundin auftraggeber auftragnehmer lieferant mieter vermieter cliente proveedor fornitore committente prestataire fournisseur opdrachtgever opdrachtnemer klant"
  ).split(" "),
);

/** Whether a capital or a joining sign right before makes the name the rest of a longer one. */
function goesOnBefore(before: string): boolean {
  if (/[&+] ?$/.test(before)) return true;
  const [, word] = /(?<![\p{L}\p{N}.])(\p{Lu}[\p{L}\p{N}'’-]*)\.? $/u.exec(before) ?? [];
  return word !== undefined && !noName.has(foldWording(word));
}

/** … and right behind: it is the beginning of a longer one. */
const goesOnBehind = /^(?: ?[&+]| \p{Lu}\p{L}| ?[-–]\p{L})/u;

/** What joins two names or the halves of one, in seven languages. */
const jointBefore = /(?<=[\p{L}\d.]) (?:and|und|et|y|e|en) $/u;
const jointBehind = /^ (?:and|und|et|y|e|en) (?=\p{Lu})/u;
