import type { Block } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { lastOrganization } from "../header/organization-names.ts";
import { looksLikeCompany } from "../header/party-words.ts";
import type { FoundParty } from "../header/preamble-parties.ts";
import { printedLines } from "../structure/printed-lines.ts";
import { prepareText } from "../text/prepared-text.ts";

/** How many of a message's last lines may be its signature. */
const signatureLines = 9;

/** The organization that a message is signed for: the last one named below its words; `null` where none is. */
export function signedFor(
  blocks: readonly Block[],
  role: "buyer" | "seller",
  source: string | null,
): FoundParty | null {
  const lines = blocks
    .flatMap((block) => (block.type === "table" ? [] : printedLines(block, source)))
    .slice(-signatureLines);
  for (const line of lines.toReversed()) {
    const whole = line.text.trim();
    if (whole.length > 90 || /[.;:?!]$/.test(whole.replace(/\b(?:Inc|Ltd|Co|Corp|K)\.$/, ""))) continue;
    const formed = lastOrganization(whole);
    const name =
      formed === null
        ? // "Events Manager, Oakhurst College": what is named behind the office.
          (whole.split(/, | \| | - /).findLast((part) => looksLikeCompany(part.toLowerCase())) ?? null)
        : whole.slice(formed.start, formed.end);
    if (name === null || name.length < 3 || !/^[\p{Lu}\d]/u.test(name)) continue;
    const at = line.text.indexOf(name);
    const prepared = prepareText(sliceSourcedText(line, at, at + name.length));
    return {
      name,
      role,
      aliases: [],
      address: [],
      at: { prepared, start: 0, end: prepared.text.length },
      strength: 2.4,
    };
  }
  return null;
}
