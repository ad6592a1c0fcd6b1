import { isRecord, isRecordList, keyWords, type RecordTree } from "../../../../src-shared/records/index.ts";
import type { GridCell } from "../sheets/grid.ts";
import { isListedTitle } from "../sheets/title-meanings.ts";
import { foldText } from "../values/fold.ts";
import { namesPeriod } from "./key-roles.ts";
import { keyedValue, type LeafCells } from "./value-cell.ts";

/** A value of a line and the unit that stands beside it. */
export interface LineValue {
  readonly cell: GridCell;
  readonly unit: GridCell | null;
}

/** Keys of a line as the titles that people would write over them; an empty one drops the value. */
const lineKeys: readonly (readonly [pattern: RegExp, title: string])[] = [
  [
    /^(?:id|uuid|guid|object|type|detail type|kind|status|currency|currency code|line|(?:line |item )?(?:no|nr|num|number|id)|pos|position|index|sort order|tax type|tax code|account(?: code| id)?)$/,
    "",
  ],
  [/\b(?:id|uuid|account code|tax code ref|tax type|ref value)$/, ""],
  [/^(?:(?:product|item|article|service|plan) )?(?:name|title)$|^(?:item|product) ref name$/, "item"],
  [/^(?:line |item )?(?:total|sum|summe|gesamt|totale?|totaal)$/, "line total"],
  [/^(?:line |item )?sub ?total$/, "line net"],
  [/^(?:date|datum|fecha|data)$/, "service date"],
  [/^period (?:from|start|von)$|^(?:start|from|service start|start date)$/, "period start"],
  [/^period (?:to|end|until|bis)$|^(?:end|to|service end|end date)$/, "period end"],
  [/^(?:u|um|ud|ehd|eh)$/, "unit"],
  [/^unit (?:cost|amount|rate|net price|price net)$/, "unit price"],
  [
    /^tax percent\w*$|^(?:vat|tax|gst|mwst|ust|iva|tva|btw) ?(?:rate|percent\w*|pct|satz)$|^tax ?rate\w*$|^taxa iva$|^tax amount 1$/,
    "tax rate",
  ],
];

const asTitle = (words: string): string => {
  const folded = foldText(words);
  return lineKeys.find(([pattern]) => pattern.test(folded))?.[1] ?? words;
};

/** Keys that say nothing without the object around them. */
const open = /^(?:name|value|id|code|text|type|title|rate|amount|start|end|from|to|number|description)$/;

/** The values of a line under titles of a table; those of objects in it under both names where one says too little. */
export function lineTitles(leaves: LeafCells, record: RecordTree): ReadonlyMap<string, LineValue> {
  const values = new Map<string, LineValue>();
  const walk = (node: RecordTree, around: string): void => {
    for (const child of node.children) {
      const words = keyWords(child.name);
      const value = keyedValue(leaves, child);
      if (value !== null) {
        const joined = around === "" ? words : `${around} ${words}`;
        const title = asTitle(around !== "" && (open.test(words) || isListedTitle(joined)) ? joined : words);
        if (title === "" || value.cell.text === "") continue;
        const kept = values.has(title) ? joined : title;
        if (!values.has(kept)) values.set(kept, { cell: value.cell, unit: value.unit });
      } else if (isRecord(child)) walk(child, namesPeriod(words) ? "period" : words);
      else if (isRecordList(child) && child.children.length === 1 && child.children.every(isRecord))
        walk(child.children[0] ?? child, words.replace(/e?s$/, ""));
    }
  };
  walk(record, "");
  return values;
}
