import { lineKinds } from "../../kind/title-lines.ts";
import { isCityLine, isStreet } from "../../invoice/legal-names.ts";
import { foldText } from "../../values/fold.ts";
import { tradesIn } from "../lexicon/trades.ts";
import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { isPublicBody } from "./body-names.ts";
import { firstOrganization } from "./organization-names.ts";
import { keyOf } from "./same-name.ts";
import { isName, isNobody } from "./name-shape.ts";
import { officeWords, roleOf } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** How many rows may hold the name of whose paper it is, and how many below it tell more of the same firm. */
const reach = { name: 2, details: 3 } as const;

/** Where the name ends that a letterhead begins with: at a mark that sets off a motto, a place or a person. */
const behindName = /\s+[-*•|·]+\s+|[,;:(|•]|\s{2,}/u;

/** What a firm prints below or beside its name: numbers of registers, telephones, addresses, who owns it. */
const details =
  /\b(?:tel|phone|fax|mob(?:ile)?|www|vat|abn|acn|gst|ust|uid|tva|iva|btw|mwst|siret|siren|rcs|kvk|nif|cif|nipc|cnpj|rfc|ein|st\.?-?nr|inh\.|inhaber(?:in)?|prop\.|proprietor|sole trader|au capital|a division of|member of|mitglied|since|seit|desde|depuis|dal|sinds|licen[cs]e|reg(?:istered|\.)|company no|autorisation|iscr\.|iscritt[oa]|agence d[eu])\b|@|\d{3,}[ -]\d{3,}/;

/** Heads of letters and forms that name no firm. */
const noName =
  /^(?:page|seite|blatt|p\.|date|datum|copy|original|draft|confidential|to|from|re|dear|exhibit|schedule|annex|anlage|appendix|part|execution|version|form|no|nr)\b/;

/** "Lyon, le 4 mars 2026": where and when a letter was written. */
const dateLine = /^\p{Lu}[\p{L} -]{2,24}, .{0,24}\b(?:19|20)\d\d$/u;

/** Nouns of papers, in seven languages: a row that has one is a title. */
export const paperWord =
  /\b(?:agreement|contract|subcontract|amendment|addendum|confirmation|quotation|quote|estimate|proposal|tender|order|schedule|sheet|list|tariff|rate card|letter|notice|award|form|statement|memorandum|terms|conditions|lease|licen[cs]e agreement|invoice|vertrag|[a-z]+vertrag|vereinbarung|[a-z]+vereinbarung|angebot|bestellung|auftrag|auftragsbestatigung|[a-z]*preisliste|preisblatt|[a-z]*schein|zuschlag|nachtrag|anlage|contrat|convention|avenant|devis|bon de commande|commande|lettre|tarifs?|conditions|contrato|acuerdo|presupuesto|pedido|orden|oferta|tarifas|carta|hoja|adenda|contratto|accordo|preventivo|offerta|ordine|listino|lettera|disciplinare|incarico|acordo|orcamento|proposta|encomenda|tabela|aditamento|overeenkomst|[a-z]+overeenkomst|offerte|opdracht|[a-z]*bevestiging|prijslijst|bestelling)\b/;

/** The piece of a cell that may be a firm's name, from its beginning. */
function nameIn(part: PreparedText): { readonly end: number; readonly isFormed: boolean } | null {
  const formed = firstOrganization(part.text);
  if (formed !== null && formed.start === 0) return { end: formed.end, isFormed: true };
  const name = (part.text.split(behindName)[0] ?? "").trim();
  const folded = foldText(name);
  if (paperWord.test(folded)) return null;
  const isTitle = [folded, part.folded].some((each) => lineKinds(each).some(({ fit }) => fit >= 0.5));
  if (
    isTitle ||
    dateLine.test(part.text) ||
    name.length < 4 ||
    name.length > 70 ||
    noName.test(folded) ||
    !/\p{L}{3}/u.test(name) ||
    /\d{4,}|[$€£%"]|[.!?]$/.test(name) ||
    roleOf(folded) !== null ||
    isNobody(name) ||
    officeWords.test(name) ||
    isStreet(name) ||
    isCityLine(name)
  )
    return null;
  const isPlain = isName(name) || isPublicBody(folded);
  const isSmall = /^\p{Ll}[\p{Ll}\d]+(?: \p{Ll}[\p{Ll}\d]+){1,2}$/u.test(name) && tradesIn(folded).size > 0;
  return isPlain || isSmall ? { end: name.length, isFormed: false } : null;
}

/**
 * The firm or body whose paper it is, by the first rows of the page.
 *
 * A paper that opens with its title has none. A name without a legal form counts where more is said of it: details of a
 * firm beside or below it, its trade, or its name again further on.
 */
export function letterheadName(rows: readonly Line[]): FoundParty | null {
  for (const [index, { prepared, cells }] of rows.slice(0, reach.name).entries()) {
    const parts = cells ?? [prepared];
    const named = parts.flatMap((part) => {
      const span = nameIn(part);
      return span === null ? [] : [{ part, ...span }];
    });
    const [best] = named.toSorted((one, other) => Number(other.isFormed) - Number(one.isFormed));
    if (best !== undefined) {
      const name = best.part.text.slice(0, best.end).trim();
      const strength = best.isFormed ? 1.6 : isSupported(name, best.part, index, rows) ? 1.4 : 0.9;
      return {
        name,
        role: null,
        aliases: [],
        address: [],
        at: { prepared: best.part, start: 0, end: best.end },
        strength,
      };
    }
    // Below a title stand the parties of the paper, and no letterhead.
    if (parts.some(({ folded }) => paperWord.test(folded) || lineKinds(folded).some(({ fit }) => fit >= 0.5)))
      return null;
  }
  return null;
}

function isSupported(name: string, part: PreparedText, index: number, rows: readonly Line[]): boolean {
  const folded = foldText(name);
  if (tradesIn(folded).size > 0 || isPublicBody(folded)) return true;
  const beside = rows.slice(index, index + reach.details).map(({ prepared }) => prepared);
  if (
    beside.some(
      ({ text, folded: said }) =>
        details.test(text === part.text ? part.folded.slice(folded.length) : said) ||
        isStreet(text) ||
        isCityLine(text),
    )
  )
    return true;
  const [first = "", second = ""] = keyOf(name).split(" ");
  const calling = second === "" ? first : `${first} ${second}`;
  return (
    calling.length > 4 &&
    rows.slice(index + 1).some((row) => ` ${keyOf(row.prepared.text)} `.includes(` ${calling} `))
  );
}
