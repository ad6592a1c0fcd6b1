import { foldText } from "../../values/fold.ts";
import { bodyNames } from "./body-names.ts";
import { looksLikeCompany } from "./party-words.ts";

const nameJoints =
  /^(?:of|the|and|for|de|la|le|les|du|des|del|della|dei|delle|di|da|do|dos|das|van|der|den|het|ter|ten|von|vom|zu|zur|und|et|y|e|en|für|l'.*|d'.*|d\/b\/a)$/;

// Nouns that are printed small within the name of a body: "Le syndicat des copropriétaires de la résidence Les Pins".
const bodyNouns =
  /^(?:syndicat|copropri[ée]taires|r[ée]sidence|commune|mairie|[ée]cole|coll[èe]ge|lyc[ée]e|h[ôo]pital|centre|association|soci[ée]t[ée]|entreprise|cabinet|comune|condominio|scuola|istituto|ospedale|parrocchia|associazione|comunidad|propietarios|ayuntamiento|colegio|instituto|hospital|asociaci[óo]n|c[âa]mara|municipal|junta|freguesia|condom[íi]nio|escola|associa[çc][ãa]o|gemeente|stichting|vereniging|eigenaars|school|council|parish|board|committee|residents|household)$/;

/** Two to four capitalized words, initials among them. */
export const looksLikePerson = (text: string): boolean =>
  /^\s*(?:[\p{Lu}][\p{L}.'-]+ ){1,3}(?:(?:van|de|den|der|von|di|da|del) ){0,2}[\p{Lu}][\p{L}'-]+$/u.test(
    text,
  ) && !/ (?:OF|FOR|TO|THE|AND|IN) /.test(text);

/** Words that headings and labels of papers are made of. */
const headingWords =
  /^(?:and|&|of|the|for|or|definitions?|billing|payments?|invoicing|advertising|terms?|conditions?|services?|products?|notices?|fees?|rates?|prices?|pricing|general|scope|support|obligations?|responsibilit(?:y|ies)|warrant(?:y|ies)|insurance|termination|print|page|date|time|rev|revision|version|order|type|description|address|contact|site|job|project|location|delivery|service|item|qty|quantity|unit|amount|attention|comments?|remarks?|notes?|purchase|sale|broadcast|phone|fax|locatie|adresse|direccion|indirizzo|endereco|[\d.#/-]+)$/;

/** Whether a print that has the shape of a name is a heading, a label or a date. */
export const isNobody = (name: string): boolean =>
  /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|--|[#_]/.test(name) ||
  // "611 SE Alder Street" begins with no European company, and "Executed 17 June 2025 …" with no name.
  /^\d+ \p{Lu}{1,4}\.?$/u.test(name) ||
  /^(?:executed|signed|dated|unterzeichnet|signe|firmado|firmato|ondertekend|assinado)(?![\p{L}])/iu.test(
    name,
  ) ||
  foldText(name)
    .split(" ")
    .every((word) => headingWords.test(word));

const article = /^(?:(?:the|der|die|das|le|la|les|el|los|las|il|lo|o|a|de|het) |l')?$/i;

/** Capitalized words with hardly a small one between them: a name, with or without a legal form. */
export function isName(name: string): boolean {
  if (/[<>@_]/.test(name)) return false;
  const words = name.split(" ");
  // "Company's right to decrease the price" begins with a legal form and is no name.
  if (looksLikeCompany(words.slice(1).join(" ").toLowerCase())) return true;
  const small = words.filter(
    (word) => /^\p{Ll}\P{Lu}*$/u.test(word) && !nameJoints.test(word) && !bodyNouns.test(word),
  );
  if (small.length === 0) return words.length <= 9 && /^[\p{Lu}\d[]/u.test(name);
  // "Communauté de communes du Val d'Oriel": the noun of a body carries small words.
  return bodyNames(name).some(({ start, end }) => article.test(name.slice(0, start)) && end === name.length);
}
