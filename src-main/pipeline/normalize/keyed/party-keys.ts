import { buyer, seller } from "../sheets/title-parts.ts";
import { foldText } from "../values/fold.ts";

export type Side = "seller" | "buyer";
export type PartyPart = "name" | "tax-id";

const sellerStart = new RegExp(`^(?:accounting )?(?:${seller}|merchant)(?= |$)`);
const buyerStart = new RegExp(
  `^(?:accounting |current )?(?:${buyer}|billed(?: party)?|to|organi[sz]ation|contact)(?= |$)`,
);
/** Parties that neither bill nor are billed, and parts of one that name something else. */
const otherParty =
  /\b(?:ship|shipping|deliver\w*|remit\w*|bank|pay(?:ment|er|ee)?|carrier|agent|contact person|address|adresse|anschrift|indirizzo|direccion|endereco)\b/;

/** Whose a key is by its first words, and the words behind them; `null` for a key of neither side. */
export function sideOfKey(words: string): { readonly side: Side; readonly rest: string } | null {
  const folded = foldText(words).replace(/([aou])e(?=\p{L}{2})/gu, "$1");
  if (otherParty.test(folded)) return null;
  for (const [side, start] of [
    ["seller", sellerStart],
    ["buyer", buyerStart],
  ] as const) {
    const found = start.exec(folded)?.[0];
    if (found !== undefined)
      return {
        side,
        rest: folded
          .slice(found.length)
          .replace(/^ (?:party|info|details?|data|ref|company)(?= |$)/, "")
          .trim(),
      };
  }
  return null;
}

/** Keys of a party that tell its name, the surest first; a program's own number of it is told like them at times. */
const nameKeys: readonly RegExp[] = [
  /^(?:(?:legal|company|business|trading|registered|organi[sz]ation|full|display) ?)?name$|^(?:nom|nombre|nome|naam|firma|firmenname|bedrijfsnaam|denominazione|razon social|raison sociale|ragione sociale)$/,
  /^(?:company|organi[sz]ation|org|text)$/,
  /^(?:value)?$/,
];
const taxKey =
  /\b(?:vat\w*|gst\w*|abn|ust\w*|uid|tin|nif|cif|nipc|siret|siren|piva|partita|kvk|ein|btw\w*|hst|rfc|cnpj|cpf|trn|tva|iva|tax (?:id|no|nr|number|identifier|registration)|taxid|steuer(?:nummer|nr))\b/;

/** What a key inside a party tells of it, a lower rank the more surely; the name of the side alone tells its name. */
export function partOfParty(words: string): { readonly part: PartyPart; readonly rank: number } | null {
  const folded = foldText(words);
  const rank = nameKeys.findIndex((pattern) => pattern.test(folded));
  if (rank >= 0) return { part: "name", rank };
  return taxKey.test(folded) && !/\b(?:rate|amount|total|code)\b/.test(folded)
    ? { part: "tax-id", rank: 0 }
    : null;
}
