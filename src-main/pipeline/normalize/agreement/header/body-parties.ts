import { lineKinds } from "../../kind/title-lines.ts";
import { foldText } from "../../values/fold.ts";
import type { Line } from "../structure/outline.ts";
import { tradesIn } from "../lexicon/trades.ts";
import { bodyNames } from "./body-names.ts";
import type { NameSpan } from "./body-names.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { sameName } from "./same-name.ts";
import { dutyBefore } from "./organization-names.ts";
import { roleOf } from "./party-words.ts";
import { isName } from "./name-shape.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** How many of the first lines introduce parties without a label. */
const opening = 14;

// A name stands at the head of a line or a cell, or behind a word that joins parties.
const led =
  /(?:^|[|:(]|\b(?:and|und|et|y|e|en|with|mit|avec|con|com|met|for|für|pour|para|per|voor|of|between|zwischen|entre|tra|tussen|à|to|an|M\/s|del|de la|du|do|da)(?: (?:the|der|die|das|le|la|el|il|o|a|de|het))?|[-–]) ?$/u;
/** "l'organisme de formation Atelier …": what a party is, right before its name. */
const described = /(?:\b(?:the|die|der|das|la|le|el|il|lo|a|o|de|het) |\bl')([a-z][a-z' -]{3,30}?) $/;
/** Words for a firm that say nothing of its side. */
const anyFirm =
  /^(?:entreprise|empresa|impresa|firma|company|firm|societe|sociedad|societa|sociedade|ditta|mercantil|bedrijf|agency|agence|agencia|agenzia)$/;

const followed = /^(?:$| ?[,(|•;:]| - | (?:and|und|et|y|e|en|\(|for|fur|pour)\b|\.$| [a-z])/;

/** What is nothing but words of a trade is the work and not who does it: "Cleaning Services". */
const isWorkAlone = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[ &]+/)
    .every(
      (word) =>
        word === "" ||
        /^(?:services?|and|of|solutions|systems|consulting)$/.test(word) ||
        tradesIn(word).size > 0,
    );

/** A line with a price names what is sold. */
const priced = /[$€£]|\d[.,]\d{2}(?!\d)|\b(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|ZAR|SGD|INR|MXN|BRL)\b/;

/** "AUTOCARES BUITRÓN": a firm that goes by its trade, alone at the head of its own paper. */
function headName(part: PreparedText): NameSpan | null {
  const name = /^[^|•,(;:0-9]{4,60}?(?= ?(?:$|[|•,(;]| - | \d))/.exec(part.text)?.[0].trim() ?? "";
  const isFirm =
    name.includes(" ") &&
    isName(name) &&
    tradesIn(foldText(name)).size > 0 &&
    lineKinds(foldText(name)).length === 0;
  return isFirm ? { start: 0, end: name.length } : null;
}

/** What the words right before a name call the party; `null` where they are no such description. */
function descriptionBefore(folded: string, start: number): string | null {
  const word = described.exec(folded.slice(Math.max(0, start - 40), start))?.[1] ?? null;
  return word !== null && (anyFirm.test(word) || roleOf(word) !== null) ? word : null;
}

const stands = (text: string, { start, end }: NameSpan): boolean =>
  (led.test(text.slice(Math.max(0, start - 30), start)) ||
    dutyBefore(foldText(text), start) !== null ||
    descriptionBefore(text.toLowerCase(), start) !== null) &&
  followed.test(text.slice(end));

/** Bodies and firms without a legal form that the first lines name, beside the parties that are known. */
export function bodyParties(lines: readonly Line[], known: readonly FoundParty[]): readonly FoundParty[] {
  if (["seller", "buyer"].every((side) => known.some(({ role }) => role === side))) return [];
  const found: FoundParty[] = [];
  for (const [index, { prepared, cells }] of lines.slice(0, opening).entries())
    for (const [column, part] of (cells ?? [prepared]).entries()) {
      if (priced.test(prepared.text)) continue;
      const head = index === 0 && column === 0 ? headName(part) : null;
      for (const span of head === null ? bodyNames(part.text) : [head]) {
        const name = part.text.slice(span.start, span.end);
        const isKnown = [...known, ...found].some(
          (other) => sameName(other.name, name) || other.name.includes(name),
        );
        if (isKnown || isWorkAlone(name) || (span !== head && !stands(part.text, span))) continue;
        const description = descriptionBefore(part.folded, span.start);
        const role =
          dutyBefore(part.folded, span.start) ??
          (description === null || anyFirm.test(description) ? null : roleOf(description));
        const isFree = role !== null && [...known, ...found].every((other) => other.role !== role);
        found.push({
          name,
          role: isFree ? role : null,
          aliases: [],
          address: [],
          at: { prepared: part, start: span.start, end: span.end },
          strength: 1.1,
        });
      }
    }
  return found;
}
