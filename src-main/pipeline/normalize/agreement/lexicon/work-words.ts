import { isRole } from "./roles.ts";
import { words } from "./invoice-words.ts";

/** Groups of people who do the work, folded, in seven languages: labels and subjects of a list of names. */
const crewSource = [
  "(?:project |key |core |delivery |assigned |named |our )*(?:team|crew|personnel|staff|people|workers?|timekeepers?|resources?|individuals?|operatives?|clinicians?|trainers?|consultants?|drivers?|engineers?|technicians?|contractors?|temps?|assigned to|performed by|carried out by)(?: members?| assigned)?",
  "(?:projekt|kern|einsatz)?team|mitarbeiter(?:in|innen)?|personal|monteure|besetzung|eingesetzt\\w*|ausfuhrende|projektleitung|bauleitung|mandatsleitung|sachbearbeitung|leitung|betreuung|bearbeitung|referent(?:in|en|innen)?|dozent(?:in|en|innen)?|trainer(?:in|innen)?",
  "equipe|intervenants?|intervenantes?|collaborateurs?|formateurs?|formatrices?|personnel|conduite par|consultants?|chef(?:fe)? de proj(?:et|\\.)?|conducteur de travaux",
  "equipo|personal asignado|personal|profesionales|tecnicos? asignados?|formador(?:es|a|as)?|docentes?|responsable tecnico|jef[ea] de (?:proyecto|obra)",
  "gruppo di lavoro|personale|squadra|incaricat[oi]|docent[ei]|capo ?progetto|direttore (?:dei )?lavori|referente tecnico",
  "equipa|equipe tecnica|pessoal|tecnicos? afetos?|formador(?:es|a|as)?|gestor(?:a)? de projeto",
  "(?:project)?team|medewerkers?|personeel|ingezette?|uitvoerenden?|trainers?|docent(?:en)?|projectleid(?:er|ster|ing)",
].join("|");

/** Whether a label or subject names those who do the work: "Crew", "Your trainers", "Mandatsleitung". */
export function namesCrew(folded: string): boolean {
  const bare = folded
    .replace(
      /^(?:l'|(?:the|our|your|its|die|der|das|unser(?:e)?|ihr(?:e)?|les?|la|notre|votre|los?|las?|el|nuestro|il|i|gli|a|o|os|de|het|ons|uw|who will|named) )/,
      "",
    )
    .replace(/ (?:is|are|consists of|comprises)$/, "")
    .trim();
  return bare.length < 44 && (whole.test(bare) || (isRole(bare) && !ofSide.test(bare)));
}
/** Roles that name a side of the agreement: "Farm owner", "Agent". */
export const ofSide =
  /\b(?:owner|agent|buyer|principal|representative|rep|host|model|artist|performer|employer|director|directrice|directeur|ceo|cfo|cto)$/;
/** Labels of who orders the work, folded, and no more than that: who stands there signs or is asked. */
export const ordersWork =
  /^(?:the |de[rn] |die |l[ea] |l'|el |la |il |de |o )?(?:clients?|customer|hirer|buyer|purchaser|auftraggeber(?:in)?|kund(?:e|in)|besteller(?:in)?|maitre d'ouvrage|donneur d'ordre|acheteur|opdrachtgever|klant|cliente|comprador(?:a)?|contratante|committente|acquirente)$/;
const whole = new RegExp(`^(?:${crewSource})(?:[ /,&]+(?:${crewSource}|and|und|et|y|e|en|rates?|roster))*$`);
/** People who sign, receive or watch, not those who are paid for. */
export const notCrew = words(
  "for the (?:customer|client|company|contractor|supplier|agency|council|buyer|seller|provider)|fur (?:den|die) \\w+|pour (?:le|la|l'|les) ?\\w+|voor (?:de|het) \\w+|por (?:el|la) \\w+|per il \\w+|pel[oa] \\w+|agreed|signator\\w*|signed|signature|notices?|attention|attn|authori[sz]ed|representative|representing|contact\\w*|interlocut\\w*|ansprechpartner\\w*|customer'?s|client'?s|buyers?|purchas\\w*|prepared (?:by|for)|sales(?:man|person| rep\\w*)?|account (?:executive|manager)|by|insurance|directors?|chairman|ceo|cfo|geschaftsfuhr\\w*|gerants?|gerente|administrador\\w*|amministrator\\w*|legale rappresentante|gez|for and on behalf|accepted|approved|ordered|requested|einkaufer\\w*|comprador\\w*|besteller|vertreten|represente\\w*|en representacion|directeur|directrice",
);

/**
 * Words of who signs, for whom, folded: "signed for the engineer", ", for the client", "im Namen des Kunden".
 *
 * The role that stands there is a side of the agreement, though it may be the name of a trade.
 */
export const signsForSide =
  /^,? ?(?:(?:signed|agreed|accepted|approved|acknowledged)(?: and (?:agreed|accepted))?,? (?:by |on |for )|for (?:and on behalf of |the |\p{L})|on behalf of |(?:unterzeichnet |gez\.? )?(?:fur (?:de[rn]|die|das) |im namen )|(?:signe |lu et approuve )?pour (?:l['e]|la |les )|(?:firmado |conforme )?por (?:el |la |cuenta )|(?:firmato |letto )?per (?:il |la |l'|conto )|(?:getekend |akkoord )?(?:voor (?:de |het )|namens )|(?:assinado )?pel[oa] )/u;

/** That nobody else does it, and that it is work: "only A and B may work on it", "realizarán únicamente A y B". */
const soleSource =
  "only|solely|exclusively|nobody else|no one else|no other person|no others|nur|allein|ausschliesslich|niemand sonst|seule?s?|uniquement|exclusivement|personne d'autre|alleen|uitsluitend|niemand anders|unicamente|solo|solamente|exclusivamente|nadie mas|soltanto|solamente|esclusivamente|nessun altro|apenas|somente|so|mais ninguem";
const workSource =
  "works?|working|perform(?:s|ed)?|carr(?:y|ies|ied) out|done|deliver(?:s|ed)?|staff(?:s|ed)?|assigned|deployed|provide[sd]?|eingesetzt|arbeiten|durchgefuhrt|erbracht|erbringen|tatig|interv[ei]\\w*|travail\\w*|realis\\w*|effectu\\w*|execut\\w*|werken|uitgevoerd|ingezet|verricht\\w*|realizar\\w*|realizad\\w*|trabajar\\w*|prestar\\w*|ejecutar\\w*|svolg\\w*|esegu\\w*|lavor\\w*|trabalh\\w*|executad\\w*|prestad\\w*";
const sole = words(soleSource);
const work = words(workSource);

/** Letters at most between a name and the word that leaves the work to its bearer. */
const soleReach = 40;

/** Whether a sentence leaves the work to those whom it names, the first of them at a place of it. */
export function namesSoleWorkers(folded: string, first: number): boolean {
  if (!work.test(folded)) return false;
  return sole.test(folded.slice(Math.max(0, first - soleReach), first + 2 * soleReach));
}
