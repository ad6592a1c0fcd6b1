import {
  add,
  decimalText,
  decimalToText,
  isEqual,
  multiply,
  subtract,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Tier, TiersValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import type { TextPart } from "../structure/unit.ts";
import { contextText, priceOf } from "./cell-price.ts";
import type { Cell, TableView } from "./table-view.ts";

/** A band of a tier table: "1-100", "501+", "over 5,000", "up to 250". `upTo` is inclusive. */
export interface Band {
  readonly above: DecimalText | null;
  readonly upTo: DecimalText | null;
}

const number = "(\\d[\\d.,' ]*)";
const bands: readonly (readonly [RegExp, (first: DecimalText, second: DecimalText | null) => Band])[] = [
  [
    new RegExp(
      `^(?:from |between |tier \\d+:? ?|von )?${number} ?(?:[a-z]+ )?(?:-|to|through|and|bis|a|–) ?${number}`,
    ),
    (first, second) => ({ above: first, upTo: second }),
  ],
  [
    new RegExp(`^(?:over|above|more than|exceeding|>|uber|plus de|mehr als|beyond|in excess of) ?${number}`),
    (first) => ({ above: decimalToText(add(first, decimalText("1"))), upTo: null }),
  ],
  [
    new RegExp(`^(?:from|ab|>=|a partir de|at least) ?${number}(?: ?(?:and|or) (?:more|over|above|up))?$`),
    (first) => ({ above: first, upTo: null }),
  ],
  [
    new RegExp(`^${number} ?(?:[a-z]+ )?(?:\\+|and (?:over|above|up|more)|or more|und mehr|et plus)`),
    (first) => ({ above: first, upTo: null }),
  ],
  [
    new RegExp(`^(?:up to|through|first|the first|<=|bis(?: zu)?|jusqu'a|at most|0 ?-) ?${number}`),
    (first) => ({ above: null, upTo: first }),
  ],
  [
    new RegExp(`^(?:under|below|less than|fewer than|<|unter|moins de) ?${number}`),
    (first) => ({ above: null, upTo: decimalToText(subtract(first, decimalText("1"))) }),
  ],
  [new RegExp(`^(?:next|the next) ?${number}`), (first) => ({ above: decimalText("0"), upTo: first })],
];

/** Reads a band; `null` for other text. */
export function parseBand(folded: string, style: NumberStyle): Band | null {
  const plain = folded
    .replace(/^[$€£]/, "")
    .replace(/(?<=[ -])[$€£]/g, "")
    .trim();
  for (const [pattern, make] of bands) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const [first] = readDigits((match[1] ?? "").trim().replace(/[.,]$/, ""), style);
    const second =
      match[2] === undefined ? null : (readDigits(match[2].trim().replace(/[.,]$/, ""), style)[0] ?? null);
    if (first === undefined || (match[2] !== undefined && second === null)) continue;
    return make(first, second);
  }
  return null;
}

/** What the words around say about how tiers are priced; `null` when unsaid. */
export function tierMethodOf(folded: string): TiersValue["method"] {
  if (
    /\b(?:all units|every unit|each unit at|entire|whole|back to the first|appl(?:y|ies) to all|counts for (?:the whole|all)|reached applies|(?:for|of) the reached|volume pricing|total volume|retroactive\w*|on all|gilt fur (?:alle|samtliche|die gesamte)|fur (?:alle|samtliche) (?:einheiten|stuck)|s'applique a (?:toutes|l'ensemble)|toutes les unites|se aplica a (?:todas|todos|la totalidad)|si applica a (?:tutte|tutti|l'intero)|aplica-se a (?:todas|todos)|geldt voor (?:alle|het hele|de hele))\b/.test(
      folded,
    )
  )
    return "volume";
  if (
    /\b(?:only to (?:the )?(?:volume|units|portion|usage)|within (?:it|that|the|each) (?:tier|band)|graduated|incremental|portion|marginal|in that band|in each (?:tier|band)|only to [a-z ]{0,30}(?:that fall|in (?:it|that)|within)|gilt nur (?:fur|innerhalb)|nur fur die|(?:s'applique|valable) (?:uniquement|seulement)|uniquement (?:aux|a la)|(?:se aplica|vale) (?:solo|unicamente)|solo (?:a|alle|ai|per) |si applica solo|aplica-se apenas|apenas as|geldt alleen (?:voor)?|alleen voor|thereafter|next)\b/.test(
      folded,
    )
  )
    return "graduated";
  if (/\b(?:blocks? of|packs? of|packages? of|per started|each started)\b/.test(folded)) return "package";
  return null;
}

/** A table whose first column holds bands and another one prices. */
export function readTierTable(
  view: TableView,
  style: NumberStyle,
  facts: DocumentFacts,
): readonly Candidate[] | null {
  if (view.rows.length < 2) return null;
  const bandAt = view.columns.findIndex(
    (_, index) =>
      view.rows.filter((row) => isBandCell(row.cells[index] ?? null, style)).length >=
      Math.max(2, view.rows.length * 0.7),
  );
  if (bandAt < 0) return null;
  const priceAt = view.columns.findIndex(
    (column, index) =>
      index > bandAt &&
      view.rows.filter(
        (row) =>
          priceOf(row.cells[index] ?? null, { ...column, role: "rate" }, style) !== null ||
          /^(?:free|included|incl\.?|no charge|n\/c)$/.test(row.cells[index]?.folded ?? ""),
      ).length >=
        view.rows.length * 0.7,
  );
  const discountAt = view.columns.findIndex(
    (_, index) =>
      index !== bandAt &&
      view.rows.filter((row) => row.cells[index]?.literals.some((literal) => literal.type === "percent"))
        .length >=
        view.rows.length * 0.7,
  );
  if (priceAt < 0) return discountAt < 0 ? null : volumeDiscounts(view, bandAt, discountAt, style);
  const tiers: Tier[] = [];
  const parts: TextPart[] = [];
  const questions: string[] = [];
  let last: DecimalText | null = null;
  const base = baseOf(view.columns[priceAt]?.head?.folded ?? "", style);
  for (const row of view.rows) {
    const cell = row.cells[bandAt] ?? null;
    const priceCell = row.cells[priceAt] ?? null;
    const band = cell === null ? null : parseBand(cell.folded, style);
    const price =
      priceOf(priceCell, { head: null, role: "rate" }, style)?.value ??
      (/^(?:free|included|incl\.?|no charge|n\/c)$/.test(priceCell?.folded ?? "") ? decimalText("0") : null);
    if (cell === null || priceCell === null || band === null || price === null) continue;
    if (last !== null && band.above !== null && isEqual(band.above, last)) questions.push("touching-bands");
    tiers.push({ upTo: band.upTo, price: perUnitPrice(price, base) });
    last = band.upTo;
    parts.push(
      { prepared: cell.prepared, start: 0, end: cell.prepared.text.length },
      { prepared: priceCell.prepared, start: 0, end: priceCell.prepared.text.length },
    );
  }
  if (tiers.length < 2) return null;
  const context = contextText(view.placed);
  const head = `${view.columns[bandAt]?.head?.folded ?? ""} ${view.columns[priceAt]?.head?.folded ?? ""}`;
  const per = findPerUnits(head, head, style)[0] ?? findPerUnits(context, context, style)[0];
  const unit =
    unitWordIn(view.rows[0]?.cells[bandAt]?.folded ?? "") ??
    unitWordIn(view.columns[bandAt]?.head?.folded ?? "") ??
    (per !== undefined && per.cadence === null ? per.unit : null) ??
    "unit";
  const method = tierMethodOf(context);
  if (method === null) questions.push("method-unsaid");
  const item =
    view.columns[priceAt]?.head?.text ?? view.placed.contexts.at(-1)?.text ?? facts.subject ?? unit;
  return [
    {
      type: "tiers",
      key: `tiers|${unit}`,
      value: {
        item,
        unit,
        method,
        tiers,
        per: /\b(?:monthly|(?:per|a|each|in the|in one) (?:calendar )?month|(?:pro|im|je) monat|monatlich\w*|par mois|mensuel\w*|al mes|mensual\w*|al mese|mensil\w*|por mes|mensa\w+|per maand|maandelijks\w*)\b/.test(
          `${head} ${context}`,
        )
          ? "month"
          : /\b(?:annual|per year|yearly)\b/.test(`${head} ${context}`)
            ? "year"
            : null,
      },
      from: null,
      to: null,
      confidence: 0.82,
      parts,
      order: view.placed.order - 1,
      clause: view.placed.clause,
      outranks: null,
      ...(questions.length > 0 && { questions: [...new Set(questions)] }),
    },
  ];
}

/** "Price per 1,000 events": what the prices of the column are for. */
const baseOf = (head: string, style: NumberStyle): DecimalText =>
  findPerUnits(head, head, style).find(({ base }) => base !== "1")?.base ?? decimalText("1");

/** A price per thousand as a price for one: tiers have no base of their own. Powers of ten only, so that it is exact. */
function perUnitPrice(price: DecimalText, base: DecimalText): DecimalText {
  const zeros = /^1(0+)$/.exec(base)?.[1]?.length ?? 0;
  return zeros === 0 ? price : decimalToText(multiply(price, { units: 1n, scale: zeros }));
}

const isBandCell = (cell: Cell | null, style: NumberStyle): boolean =>
  cell !== null && cell.text.length < 40 && parseBand(cell.folded, style) !== null;

function unitWordIn(folded: string): string | null {
  for (const word of folded.split(/[^\p{L}-]+/u)) {
    const unit = word.length > 2 ? unitOfWord(word) : null;
    if (unit !== null && !["month", "year", "quarter", "week"].includes(unit)) return unit;
  }
  return null;
}

/** Bands with percents are discounts from a quantity on. */
function volumeDiscounts(
  view: TableView,
  bandAt: number,
  discountAt: number,
  style: NumberStyle,
): readonly Candidate[] {
  return view.rows.flatMap((row): readonly Candidate[] => {
    const cell = row.cells[bandAt] ?? null;
    const percentCell = row.cells[discountAt] ?? null;
    const band = cell === null ? null : parseBand(cell.folded, style);
    const percent = percentCell?.literals.find((literal) => literal.type === "percent");
    if (cell === null || percentCell === null || band === null || percent?.type !== "percent") return [];
    return [
      {
        type: "discount",
        key: `volume|${band.above ?? "0"}`,
        value: {
          percent: percent.value,
          scope: "agreement",
          condition: cell.text,
          ...(band.above !== null && { threshold: band.above, thresholdInclusive: true }),
        },
        from: null,
        to: null,
        confidence: 0.8,
        order: view.placed.order - 1 + row.index / 10_000,
        clause: view.placed.clause,
        outranks: null,
        conditions: [cell.text],
        parts: [
          { prepared: cell.prepared, start: 0, end: cell.prepared.text.length },
          { prepared: percentCell.prepared, start: 0, end: percentCell.prepared.text.length },
        ],
      },
    ];
  });
}
