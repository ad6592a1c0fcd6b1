import type { ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";
import { foldText } from "../../values/fold.ts";
import { printedLines } from "../structure/printed-lines.ts";

/** A firm that an address in a mail's head names by its domain, as a line of the mail prints it. */
export interface MailboxName {
  readonly line: SourcedText;
  readonly name: string;
}

/** How many of the first lines hold the head of a mail, and how many letters a domain must share with a name. */
const reach = { head: 8, letters: 6 } as const;

const addressLine = /^\*?(?:from|von|de|da|van|to|an|a|para|aan|pour) ?:/;
const domainOf = /@(?:[a-z\d-]+\.)*?([a-z\d-]{3,})\.(?:co\.|com\.|org\.)?[a-z]{2,}\b/g;
/** Providers of mailboxes name nobody. */
const provider =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|t-online|aol|proton|protonmail|orange|free|wanadoo|laposte|libero|tiscali|telefonica|sapo|kpnmail|ziggo|bluewin|btinternet)$/;

const piece = "(?:\\p{Lu}[\\p{L}\\d'’&-]*|\\d{1,4})";
/** A run of capitalized words, from its first word on. */
const capitalized = new RegExp(
  `(?<![\\p{L}\\d@.-])\\p{Lu}[\\p{L}\\d'’&-]*(?: (?:& |and |und |et |y |e |en )?${piece}){0,4}`,
  "gu",
);
/** The legal form behind a name, on the same line. */
const form =
  /^,? (?:Ltd|Limited|LLC|Inc|Corp|Co|plc|LLP|GmbH(?: & Co\. KG)?|AG|KG|e\.K|UG|SARL|SAS|SA|S\.A|S\.L|SL|S\.r\.l|Srl|s\.r\.l|S\.p\.A|S\.n\.c|s\.n\.c|S\.a\.s|s\.a\.s|Lda|B\.V|BV|N\.V|NV|V\.O\.F|VOF)\b\.?/;

const lettersOf = (text: string): string => foldText(text).replace(/[^a-z\d]/g, "");

/** Whether a name is that of a domain: the same letters, or the one cut short. */
function bears(name: string, domain: string): boolean {
  const [letters, own] = [lettersOf(name), lettersOf(domain)];
  const [short, long] = letters.length < own.length ? [letters, own] : [own, letters];
  return short.length >= reach.letters && long.startsWith(short) && short.length * 2 >= long.length;
}

/** The longest print of a domain's name in some lines; `null` where none prints it in two words or with its form. */
function printOf(domain: string, lines: readonly SourcedText[]): MailboxName | null {
  let best: MailboxName | null = null;
  for (const line of lines)
    for (const match of line.text.matchAll(capitalized)) {
      const words = match[0].split(" ");
      for (let count = words.length; count >= 1; count -= 1) {
        const bare = words.slice(0, count).join(" ");
        if (!bears(bare, domain)) continue;
        const formed = form.exec(line.text.slice(match.index + bare.length))?.[0] ?? "";
        const name = `${bare}${formed}`;
        if (name.includes(" ") && name.length > (best?.name.length ?? 0)) best = { line, name };
        break;
      }
    }
  return best;
}

/** The firms of a mail that the domains of its sender and its readers name. */
export function mailboxNames(document: ReadDocument): readonly MailboxName[] {
  const lines = document.blocks.flatMap((block) =>
    block.type === "table" ? [] : printedLines(block, document.text),
  );
  return lines.slice(0, reach.head).flatMap(({ text }): readonly MailboxName[] => {
    const folded = foldText(text);
    if (!addressLine.test(folded)) return [];
    return [...folded.matchAll(domainOf)].flatMap(([, domain = ""]) => {
      const print = provider.test(domain) ? null : printOf(domain, lines);
      return print === null ? [] : [print];
    });
  });
}
