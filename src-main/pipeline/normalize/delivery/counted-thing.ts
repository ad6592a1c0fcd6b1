import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Unit } from "../../../../src-shared/model/index.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { parseUnit } from "../values/unit.ts";
import { costOf, type LineCost } from "./line-cost.ts";
import { figuresOf } from "./line-figures.ts";

/** A thing with its count in a list of what was used or brought. */
export interface CountedThing {
  readonly item: string;
  readonly quantity: DecimalText;
  readonly unit: Unit | null;
  /** What it cost, where the line says so beyond doubt. */
  readonly cost?: LineCost | null;
}

/** "2 x valve", "n. 1 pump", "2 no. hose", "m 65 pipe", "silicone wire: 1,5 m", "element 2,4 kW : 2", "11:20 Hanson, 20 t stone". */
export function countedThing(clause: string, numbers: NumberConvention): CountedThing | null {
  const { money } = figuresOf(clause, numbers);
  const [first] = money;
  // "1 x door belt, net cost GBP 118.00": what it cost stands behind the thing, and is no part of its name.
  const priced = first !== undefined && /\p{L}{3}/u.test(clause.slice(0, first.start));
  const named = priced ? clause.slice(0, first.start).replace(costWords, "").trim() : clause;
  const found = countedIn(named, numbers);
  return found === null || !priced ? found : { ...found, cost: costOf(found.quantity, money) };
}

const costWords =
  /[\s,;:(–-]*(?:(?:at|our|net|zu|je|à|pour|a)\s+)*(?:cost|price|kosten|preis|prix|co[uû]t|prijs|precio|coste|prezzo|costo|pre[cç]o|custo)?[\s,;:(–-]*$/iu;
/** "n. 14", "no 3": the word for number before a count. */
const numbering = /^(?:n\.|n°|nº|nr\.?|no\.)\s?(?=\d)/i;
/** "2 no. 15 mm hose": British lists put the word for number behind it. */
const ofNumber = /^(\d{1,5})\s?(?:no|nos|nr|nrs)\.?\s+(?=\S)/i;
/** "m 65 pipe", "kg 20 grout": the unit before its number. */
const unitBefore = /^(\p{L}{1,2}[²³\d]?)\.?\s(\d[\d.,]*)\s+(?=\p{L})/u;

function countedIn(clause: string, numbers: NumberConvention): CountedThing | null {
  const text = clause
    .replace(/^\s*\d{1,2}[:.]\d{2}\s+/, "")
    .replace(numbering, "")
    .replace(unitBefore, (all, unit: string, digits: string) =>
      parseUnit(unit) === null ? all : `${digits} ${unit} `,
    )
    .trim();
  const amountOf = (digits: string): DecimalText | null => parseAmount(digits, numbers)?.value ?? null;
  const [all = "", numbered = ""] = ofNumber.exec(text) ?? [];
  if (numbered !== "") {
    const quantity = amountOf(numbered);
    const item = text.slice(all.length).trim();
    return quantity === null || !/\p{L}{2}/u.test(item) ? null : { item, quantity, unit: "piece" };
  }
  const [, thing = "", behind = ""] = /^(.*\p{L}.*?)\s*:\s*(\d+(?:[.,]\d+)?)\s*$/u.exec(text) ?? [];
  if (thing !== "") {
    const quantity = amountOf(behind);
    return quantity === null ? null : { item: thing.trim(), quantity, unit: "piece" };
  }
  const [first] = figuresOf(text, numbers).quantities;
  const [, digits = "", rest = ""] =
    /^(\d{1,5})\s*(?:x|×)?\s+(\p{L}.{1,60}|\d.*\p{L}{3}.{0,60})$/u.exec(text) ?? [];
  const isLed = digits !== "" && first?.start !== 0;
  if (first !== undefined && !isLed) {
    const item = `${text.slice(0, first.start)} ${text.slice(first.end)}`.replace(/[\s:,–-]+$/u, "").trim();
    return /\p{L}/u.test(item)
      ? { item: item.replace(/\s+/gu, " "), quantity: first.value, unit: first.unit }
      : null;
  }
  const [, among = "", other = ""] =
    digits !== "" ? ["", digits, rest] : (/,\s(\d{1,5})\s+(\p{L}.{1,60})$/u.exec(text) ?? []);
  const quantity = among === "" ? null : amountOf(among);
  return quantity === null ? null : { item: other.trim(), quantity, unit: "piece" };
}
