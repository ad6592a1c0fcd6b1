import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { isSideWord, roleOf } from "./party-words.ts";
import { deedsOf } from "./roles-by-deeds.ts";

/** An organization that a text names in full, with what stands around the name. */
export interface NamedOrganization {
  readonly name: string;
  readonly prepared: PreparedText;
  readonly start: number;
  readonly end: number;
  /** Short names and roles in brackets behind it: "Client", "Brightwire". */
  readonly aliases: readonly string[];
  readonly role: "buyer" | "seller" | null;
}

// Legal forms as they are printed; only a name that ends in one is certain to be an organization.
const legalForms =
  /(?<![\p{L}\d.-])(?:Unipessoal,? Lda|(?<=\p{Lu}{2} )CO(?= ?(?:$|[|;)]|, \p{Lu}\p{Ll}))|EARL|EIRL|GAEC|GIE|SELAS|SCOP|SCRL|CommV|CV|OÜ|DAC|CLG|CIC|GesbR|GesmbH|Gen\.m\.b\.H|(?<=\p{Ll} )SC(?= ?(?:$|[|;(]|,(?! ?\d{5})))|g(?:AG|UG)|g?GmbH(?: & Co\.? ?KG(?:aA)?)?|Ges\.? ?m\.? ?b\.? ?H|e\. ?U\.|OG|mbB|SPRL|ASBL|VZW|CVBA|BVBA|S\.A\.(?:P\.I\.)? de C\.V|SA de CV|S\. de R\.L(?:\. de C\.V)?|S\.L\.P|S\.C\.A|S\.C\.P|S\.Coop\.? ?And|EIRELI|S\/A|\(Pty\)\.? Ltd|\(Pvt\)\.? Ltd|Private Limited|PRIVATE LIMITED|CC|Ltée|ltée|inc|S\.r\.l\.s|SRLS|eG|e\. ?V\.|e\. ?G\.|SELARL|ULC|N\.A|S\.A\.U|S\.n\.c|S\.a\.s|Soc\. Coop|S\. ?C(?:oop|OOP)|CRL|Ltda|LTDA|V\.O\.F|PartG(?: ?mbB)?|UG(?: \(haftungsbeschränkt\))?|KGaA|AG|KG|OHG|GbR|e\. ?K\.|SE|Pty\.? Ltd|Pvt\.? Ltd|Incorporated|INC|Inc|L\.L\.C|LLC|L\.L\.P|LLP|PLLC|P\.L\.L\.C|P\.C|(?<=, )P\.A|L\.P|LP|Limited|LIMITED|LTD|Ltd|PLC|plc|Corporation|CORPORATION|CORP|Corp|Company|COMPANY|Co|SARL|Sàrl|S\.à r\.l|S\.A\.R\.L|SASU|SAS|S\.A\.S|EURL|S\.A|SA|SNC|SCI|B\.V|BV|N\.V|NV|VOF|S\.p\.A|SpA|S\.r\.l|Srl|SRL|S\.L\.U|S\.L|S\.C|A\.C|C\.B|SLU|SL|Lda|Unipessoal|ApS|A\/S|Oyj|Oy|AB|ASA|Sp\. z o\.o|s\.r\.o|Kft)(?![\p{L}\d])\.?/gu;
const connector =
  /^(?:&|and|und|et|y|e|of|for|the|de|du|des|la|le|del|della|di|do|dos|das|da|van|der|den|von|für|\+|-|–)$/i;
const boundary =
  /^(?:between|by|among|zwischen|entre|tussen|tra|fra|this|that|is|are|from|to|with|signed|accepted|dated|date|client|customer|buyer|seller|supplier|vendor|provider|contractor|owner|agreement|contract|amendment|whereas|per|via|c\/o|attn|re|an|à|pour|für|para|voor|aan|alla|spett\.le|spettabile|von|par|por|door|preparada|préparée|erstellt|abn|acn|uen|nzbn|vat|gst|gstin|rfc|cif|nif|nipc|siret|siren|kvk|hrb|uid|reg)$/i;

const actOf = /^(?:agreed|signed|accepted|approved|confirmed|executed|behalf|authori[sz]ed)$/i;

/** "RATE SCHEDULE for …": what is written for somebody. */
const paperNoun =
  /^(?:agreement|contract|schedule|card|sheet|list|quotation|quote|estimate|proposal|offer|tender|order|terms|tariff|rates|prices|services?|work|works|vertrag|angebot|offerte|preisliste|contrat|devis|tarif|contrato|presupuesto|oferta|contratto|preventivo|listino|tariffario|proposta|orçamento|overeenkomst|prijslijst)$/i;

interface Token {
  readonly text: string;
  readonly start: number;
}

const tokensBefore = (text: string, end: number): readonly Token[] => {
  const from = Math.max(0, end - 90);
  return [...text.slice(from, end).matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: from + match.index,
  }));
};

/** Where the name that ends at a legal form begins; the form itself when nothing before belongs to it. */
const nameStart = (text: string, form: number): number => {
  const tokens = tokensBefore(text, form);
  let start = form;
  for (let index = tokens.length - 1; index >= 0 && tokens.length - index <= 9; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const isLast = index === tokens.length - 1;
    const bare = token.text.replace(/^["'([{“„]+/, "");
    // A comma belongs to the name only right before its legal form: "Rentals, Inc."
    // … and a place in brackets right before it: "Coastal Civil (QLD) Pty Ltd".
    const isPlace = isLast && /^\(\p{Lu}[\p{L}.]{1,12}\)$/u.test(token.text);
    if (isPlace) continue;
    const isClosed = /[:;)"”|]$/.test(token.text) || (token.text.endsWith(",") && !isLast);
    const isSentence =
      token.text.endsWith(".") && !/^(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|No|Bros|Wm|Jr|Sr|Co)\.$/u.test(bare);
    if (isClosed || isSentence || boundary.test(bare.replace(/[,.]$/, ""))) break;
    legalForms.lastIndex = 0;
    const isForm = legalForms.test(bare) && !isLast;
    if (isForm && !/^(?:Co|SE|AG|SA|SL|AB|Company)$/.test(bare)) break;
    if (connector.test(bare)) {
      if (isLast) break;
      // "Agreed for Acme Ltd": who signs, and for whom.
      if (/^(?:for|of|für|de)$/i.test(bare) && actOf.test(tokens[index - 1]?.text ?? "")) break;
      // "… 917 for Coastal Civil", "rate card for Lakeshore": whom something is for, and no part of a name.
      const isFor = /^(?:for|für)$/i.test(bare);
      const before = tokens[index - 1]?.text ?? "";
      if (isFor && (!/^\p{Lu}\p{L}+$/u.test(before) || paperNoun.test(before))) break;
      continue;
    }
    // "Ref WL/CON/031 Acme Ltd": the code of a paper before the name.
    if (/\d[^\s]*\/|\/[^\s]*\d|^\d[\dA-Z]*-[\dA-Z-]*\d|^\d{2}\.\d{3}$/.test(bare)) break;
    const isDomain = isLast && /^\p{Ll}[\p{L}\d-]*\.\p{L}{2,}$/u.test(bare);
    if (!isDomain && !/^[\p{Lu}\d]/u.test(bare)) break;
    // "… on April 22, 2000 Acme Inc.": the year of a date before the name.
    if (
      /^(?:19|20)\d\d$/.test(bare) &&
      /(?:,|^\p{Lu}\p{Ll}+|^\d{1,2}\.?|^(?:de|del|di|van))$/u.test(tokens[index - 1]?.text ?? "")
    )
      break;
    start = token.start + (token.text.length - bare.length);
    if (bare !== token.text) break;
  }
  return start;
};

/** "…, a Pennsylvania Corporation" and "a Limited Liability Company" say what a party is, not what it is called. */
const isNamed = (text: string, { start, form }: { readonly start: number; readonly form: number }): boolean =>
  start < form &&
  !(
    /\b(?:an?|eine?|une?|una?) $/i.test(text.slice(Math.max(0, start - 5), start)) &&
    /^(?:corp|company|limited|co\b|l\.?l\.?c|inc|gmbh)/i.test(text.slice(form))
  ) &&
  !/^(?:limited )?liability $/i.test(text.slice(start, form)) &&
  // "ADELAIDE SA 5000": a state before its postcode.
  !/^(?:SA|NT|WA|CO|AB|NV|SE) \d{4,5}(?!\d)/.test(text.slice(form)) &&
  // "Las Vegas, NV", "Aurora, CO 80011": a state, and no form.
  !(text.slice(start, form).endsWith(", ") && /^(?:NV|CO|SE|SA|AB)(?![\p{L}.])/u.test(text.slice(form))) &&
  // "Auftragsbestätigung AB 260044": a paper with its number, and no company of that form.
  !/^\p{L}*(?:bestätigung|angebot|rechnung|vertrag|nummer|order|quote|offerte) $/iu.test(
    text.slice(start, form),
  );

/** Every name with a legal form in a text; "Fencing Co Pty Ltd" is one name with all of its forms. */
const formedNames = (
  text: string,
): readonly { readonly start: number; readonly form: number; readonly end: number }[] =>
  [...text.matchAll(legalForms)]
    .map((match) => ({
      start: nameStart(text, match.index),
      form: match.index,
      end: match.index + match[0].length,
    }))
    .filter((span) => isNamed(text, span))
    .filter((span, index, all) => all[index + 1]?.start !== span.start);

interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The first name with a legal form in a text, as its bounds; `null` where none stands. */
export const firstOrganization = (text: string): TextSpan | null => formedNames(text)[0] ?? null;

/** The last name with a legal form in a text, as its bounds; `null` where none stands. */
export const lastOrganization = (text: string): TextSpan | null => formedNames(text).at(-1) ?? null;

const bracketed = /^[^()"]{0,170}?[("„“]\s*([^()]{2,90})[)"”]/u;
const notAliases =
  /^(?:\d|a |an |incorporated|registered|company (?:number|no)|no\.|reg(?:istered|\.)|haftungs|formerly|d\/b\/a|vat|tax|ein\b)/i;

/** Short names in the first brackets behind a name, unless another organization comes first. */
const aliasesBehind = (text: string, end: number, nextName: number): readonly string[] => {
  const behind = text.slice(end, Math.min(text.length, end + 260, nextName));
  const inside = bracketed.exec(behind)?.[1];
  if (inside === undefined || notAliases.test(inside.trim())) return [];
  const quoted = [...inside.matchAll(/["“„]([^"“”„]{2,40})["”“]/g)].map((match) => match[1] ?? "");
  const pieces = quoted.length > 0 ? quoted : [inside];
  return pieces
    .flatMap((piece) => piece.split(/ or | and |\/|, /))
    .map((piece) =>
      piece
        .replace(
          /^(?:hereinafter|hereafter|im folgenden|nachfolgend|ci-après|referred to as|called|known as|the|der|die|das|le|la|["'\s])+/gi,
          "",
        )
        .replace(/[\s"'.,]+$/g, "")
        .trim(),
    )
    .filter((piece) => piece.length >= 2 && piece.length <= 40 && piece.split(" ").length <= 4);
};

const sellsTo =
  /^[^.;]{0,60}?\b(?:rents?|leases?|licen[cs]es?|sells?|supplies|provides?|will provide|shall provide|agrees to (?:provide|supply|perform|furnish)|performs?|offers)\b/;
const buysFrom =
  /^[^.;]{0,60}?\b(?:engages?|retains?|hires|orders|purchases|appoints?|commissions?|wishes to (?:engage|purchase|obtain)|beauftragt)\b/;

/** "Thank you for instructing X to act for Y": who is asked for a service, and for whom it is. */
export const dutyBefore = (folded: string, start: number): "buyer" | "seller" | null => {
  const before = folded.slice(Math.max(0, start - 50), start);
  if (
    /\b(?:instructing|engaging|appointing|choosing|retaining|hiring|mandating|prepared by|offered by|issued by|erstellt von|angeboten von|prepare[es]? par|etablie? par|proposee? par|elaborad[oa] por|preparad[oa] por|emess[oa] da|redatt[oa] da|opgesteld door|uitgebracht door|elaborad[oa] pela?) $/.test(
      before,
    )
  )
    return "seller";
  // "Rate card for Acme Ltd", "riservato a: Acme S.r.l.", "An Acme GmbH": whom a paper is written for; who signs for
  // somebody is no such thing.
  if (
    /(?:^|[^a-z])(?:for|fur|pour|para|voor|riservat[oa] a|destinat[oa] a|spett\.le|spettabile|a l'attention de|a la atencion de|t\.a\.v\.)(?: the| die| das| la| le| el| il)?:? ?\|? ?$|^(?:an|a|to|aan) $/.test(
      before,
    ) &&
    !/\b(?:sign\w*|agreed|accepted|approved|behalf|unterschrift|unterzeichnet|gez\.?|firma\w*|assinad\w*|getekend)\b[^.;]{0,16}$/.test(
      before,
    )
  )
    return "buyer";
  return /\b(?:to act for|acting for|act on behalf of|representation of|to represent|services (?:to|for)|work for|prepared for|on behalf of) $/.test(
    before,
  )
    ? "buyer"
    : null;
};

const labelBefore = (folded: string, start: number): "buyer" | "seller" | null => {
  const label = /(?:^|[|;.] ?)([a-z][a-z' ]{1,30}?) ?(?::|\||=) ?$/.exec(
    folded.slice(Math.max(0, start - 40), start),
  )?.[1];
  // "Auftraggeber ist die …, Auftragnehmer die …": the word for a side right before the name.
  const side =
    /(?:^|[|;.,(] ?)([a-z]{4,20}) (?:(?:is|ist|est|es|e) )?(?:(?:die|der|das|the|la|le|el|il|de|het) )?$/.exec(
      folded.slice(Math.max(0, start - 40), start),
    )?.[1];
  if (side !== undefined && isSideWord(side)) return roleOf(side);
  return label === undefined
    ? null
    : roleOf(label.replace(/^(?:signed )?(?:for|by|accepted for|on behalf of)(?: the)? /, ""));
};

/**
 * Organizations that some lines name in full, in order.
 *
 * A role comes from a bracketed or leading word ("Supplier:", "(the Client)"), from the verb behind the name, or from
 * what the rest of the document lets its short name do.
 */
export const namedOrganizations = (
  lines: readonly Line[],
  all: readonly Line[],
): readonly NamedOrganization[] => {
  const found: NamedOrganization[] = [];
  for (const line of lines) {
    for (const part of line.cells ?? [line.prepared]) {
      const { text, folded } = part;
      const spans = formedNames(text);
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1]?.start ?? text.length;
        const name = text.slice(span.start, span.end).replace(/,$/, "").trim();
        const aliases = aliasesBehind(text, span.end, next);
        const byAlias =
          aliases.map((alias) => roleOf(alias.toLowerCase())).find((role) => role !== null) ?? null;
        const behind = folded.slice(span.end, next).replace(/^[^a-z(]*(?:\([^)]*\))?/, "");
        const byVerb = sellsTo.test(behind) ? "seller" : buysFrom.test(behind) ? "buyer" : null;
        const balance = aliases.length === 0 ? 0 : deedsOf(aliases, all);
        const byDeeds = balance > 0 ? "seller" : balance < 0 ? "buyer" : null;
        found.push({
          name,
          prepared: part,
          start: span.start,
          end: span.start + name.length,
          aliases,
          role:
            labelBefore(folded, span.start) ?? dutyBefore(folded, span.start) ?? byAlias ?? byVerb ?? byDeeds,
        });
      }
    }
  }
  return found;
};
