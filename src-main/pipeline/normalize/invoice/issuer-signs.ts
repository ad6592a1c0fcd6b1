import { foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import type { Layout, Row, Segment } from "./layout.ts";
import { isForAttention } from "./name-line.ts";
import { closing } from "./name-words.ts";
import { nameOf } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** Points of a name that one sign says to be the issuer's, and of each further sign. */
const signed = 2.5;
const further = 0.5;

/** Houses of mail that anybody may have an address at. */
const publicHouse =
  /^(?:gmail|gmx|web|yahoo|hotmail|outlook|live|msn|localhost|example|t-?online|aol|icloud|orange|wanadoo|free|libero|virgilio|telenet|skynet|bluewin|proton|protonmail|btinternet|comcast|bigpond)$/;

/** A box is looked for from its first letter only: a long word without an address is read once. */
const domain = /(?:(?<![\w.+-])([\w.+-]+)@|www\.|https?:\/\/)([a-z0-9-]{3,})\.[a-z.]{2,}/gi;
/** Mailboxes of those who pay and who buy, in seven languages: where bills are sent to. */
const payersBox =
  /payable|^a\.?p$|rechnungseingang|eingangsrechnung|kreditoren|fournisseurs|proveedores|fornitori|fornecedores|crediteuren|purchas|procure|einkauf|inkoop|achats|acquisti|compras/i;

/** Who owns the account that is paid to. */
const holder =
  /\b(?:account (?:name|holder)|beneficiary|payee|in favou?r of|kontoinhaber(?:in)?|lautend auf|zugunsten|titulaire(?: du compte)?|a l'ordre de|t\.? ?n\.? ?v\.?|ten name van|titular|a nombre de|intestat[oa] a|intestatario|beneficiario|titolare)\s*:?\s+(.{3,60})/;

/** The words over or under which somebody signs for the house. */
const signatory = /\b(?:authori[sz]ed (?:signatory|signature)|for and on behalf of)\b/;

/** Something on the page that names its issuer: the words of a signature, or the letters of a domain. */
interface Sign {
  readonly kind: "domain" | "holder" | "signature";
  readonly text: string;
}

/**
 * The names of blocks that something else on the page says to be the issuer's: its mail or web address, the owner of the
 * account, the signature. Whoever a label names as the one who is billed is none of them, nor is their mail address a sign.
 */
export function signedIssuers(
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  isBilled: (name: string) => boolean,
): readonly PartyCandidate[] {
  const ofBuyer = new Set(blocks.filter((block) => isAddressed(block, labels)).flatMap(({ lines }) => lines));
  const signs = layout.rows.flatMap((row, at) => signsIn(row, layout.rows.slice(at + 1, at + 4), ofBuyer));
  if (signs.length === 0) return [];
  return blocks.flatMap((block) => {
    if (block.top > 0.5 || isAddressed(block, labels)) return [];
    const named = nameOf(block.lines, labels);
    if (named === null || isBilled(named.name)) return [];
    const kinds = new Set(signs.filter((sign) => isNamedBy(named.name, sign)).map(({ kind }) => kind));
    if (kinds.size === 0) return [];
    const seller = signed + further * (kinds.size - 1);
    return [{ name: named.name, nameTokens: named.tokens, lines: block.lines, seller, buyer: 0 }];
  });
}

/** The letters of the domains in a text, without those of public houses. */
export function domainsIn(text: string): readonly string[] {
  return [...text.matchAll(domain)]
    .filter(([, box = ""]) => !payersBox.test(box))
    .map((match) => foldText(match[2] ?? "").replace(/[^a-z0-9]/g, ""))
    .filter((letters) => !publicHouse.test(letters));
}

/** Whether a domain is made of a name: it opens it, or holds one of its words. */
export function isDomainOf(letters: string, name: string): boolean {
  return (
    foldText(name)
      .replace(/[^a-z0-9]/g, "")
      .startsWith(letters) || wordsOf(name).some((word) => letters.includes(word))
  );
}

function signsIn({ segments }: Row, below: readonly Row[], ofBuyer: ReadonlySet<Segment>): readonly Sign[] {
  return segments.flatMap((segment) => {
    if (ofBuyer.has(segment)) return [];
    const text = foldText(segment.text);
    const found: Sign[] = domainsIn(segment.text).map((letters) => ({ kind: "domain", text: letters }));
    const owner = holder.exec(text)?.[1];
    if (owner !== undefined) found.push({ kind: "holder", text: owner });
    const greeting = closing.exec(text)?.[0];
    const next = below
      .flatMap((row) => row.segments)
      .filter((other) => Math.abs(other.left - segment.left) < 3 * segment.size)
      .map((other) => other.text);
    if (greeting !== undefined)
      found.push({ kind: "signature", text: [text.slice(greeting.length), ...next.slice(0, 2)].join(" ") });
    if (/^(?:for|pour|per|por|fur) /.test(text) && next.some((one) => signatory.test(foldText(one))))
      found.push({ kind: "signature", text });
    return found;
  });
}

/** Whether a block opens with a word that addresses it, or says for whose eyes it is. */
function isAddressed({ lines }: TextBlock, labels: LabelIndex): boolean {
  const [label] = lines[0] === undefined ? [] : (labels.get(lines[0]) ?? []);
  return (
    (label !== undefined && isLeading(label) && weightOf(label, "buyer") >= 0.5) ||
    lines.some((line) => isForAttention(line.text))
  );
}

function isNamedBy(name: string, { kind, text }: Sign): boolean {
  if (kind === "domain") return isDomainOf(text, name);
  const words = foldText(text).split(/[^a-z0-9]+/);
  return wordsOf(name).some((word) => words.includes(word));
}

/** The words of a name that hardly belong to another one. */
const wordsOf = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4 && !common.test(word));

const common =
  /^(?:limited|gmbh|company|group|services?|service|solutions|holding|international|partners?|associates|studio|consulting|management|systems?|design|from|with|and|haus|school|centre|center)$/;
