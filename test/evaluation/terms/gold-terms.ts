import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TermType } from "../../../src-shared/model/index.ts";

/** A term that a reader of the text would write down; any of its types will do where trades differ in the word. */
export interface GoldTerm {
  readonly types: readonly TermType[];
  /** Wanted values by slot; a slot written `item~words` holds words that the item, role or name must contain. */
  readonly slots: ReadonlyMap<string, string>;
  readonly absent: boolean;
  /** May be found or not: neither a miss nor a false term. */
  readonly optional: boolean;
  readonly source: string;
}

/** An agreement with what it should give. */
export interface GoldAgreement {
  readonly name: string;
  readonly text: string;
  readonly terms: readonly GoldTerm[];
}

const folder = fileURLToPath(new URL("../../corpus/agreements", import.meta.url));
const separator = "\n---- expected\n";

/** The agreements of a part of the corpus, by name. */
export const loadGold = (part: string): readonly GoldAgreement[] =>
  readdirSync(join(folder, part))
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => parseGold(file.replace(/\.txt$/, ""), readFileSync(join(folder, part, file), "utf8")));

function parseGold(name: string, content: string): GoldAgreement {
  const at = content.indexOf(separator);
  if (at === -1) throw new Error(`${name} says nothing of what is expected`);
  const lines = content.slice(at + separator.length).split("\n");
  return {
    name,
    text: content.slice(0, at + 1),
    terms: lines.filter((line) => line.trim() !== "").map(parseLine),
  };
}

/** `rate|overage item~"lead engineer" price=720`, `?tax`, `retention absent`. */
function parseLine(line: string): GoldTerm {
  const [head = "", ...rest] = line.trim().match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const slots = new Map<string, string>();
  for (const word of rest) {
    const parts = /^(\w+)([=~])(.*)$/.exec(word);
    if (parts !== null)
      slots.set(`${parts[1]}${parts[2] === "~" ? "~" : ""}`, (parts[3] ?? "").replaceAll('"', ""));
    else if (word !== "absent") throw new Error(`Not understood: ${line}`);
  }
  return {
    types: head.replace(/^\?/, "").split("|") as TermType[],
    slots,
    absent: rest.includes("absent"),
    optional: head.startsWith("?"),
    source: line.trim(),
  };
}
