/** A name in a text, as its bounds. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

const capital = "(?:\\p{Lu}[\\p{L}\\d.'&-]*|\\d{1,4}(?:[–/-]\\d{1,4})?)";
const joint =
  "(?:of|the|and|for|at|&|de|du|des|la|le|les|l'|d'|del|de la|de los|y|e|di|della|dei|da|do|dos|das|van|van de|van der|van het|het|der|den|von|am|an der|im|zum|zur|und)";

/** "Coopérative horticole des Moulins", "Cabinet dentaire Ozanne": what kind of body it is, printed small. */
const adjective =
  "\\p{Ll}{4,}(?:ole|oles|aire|aires|ale|al|ico|ica|ique|iques|ière|eria|ària|ario|aria|ano|ana|ien|ienne|ero|era|ola|ivo|iva|if|ive|oso|ense|és|ese|eux|euse|istica|ística|ische|iche)";

/** "Communauté de communes du Val", "Comunidad de propietarios del Sol": whose body it is, printed small. */
const members = "(?:de |des |d'|di |dei |degli |de los |do |dos |das |van |für )\\p{Ll}{4,}";

// What begins the name of a body, as it is printed: in German, French, Spanish, Italian, Portuguese, Dutch and English.
const leading =
  "WEG|Wohnungseigentümergemeinschaft|Stockwerkeigentümergemeinschaft|STWEG|Eigentümergemeinschaft|(?:Stadt|Markt|Orts|Kirchen|Pfarr|Schul|Verbands)?[Gg]emeinde|Stadt|Landkreis|Kanton|Verein|Stiftung|Pensionskasse|Genossenschaft|Gymnasium|Realschule|Grundschule|Klinikum|Krankenhaus|Pfarrei|Pfarramt|Landratsamt|Gasthof|Gasthaus|Autohaus|Rechtsanwälte|Kanzlei|Praxis|Zahnarztpraxis|" +
  "Commune|Ville|Mairie|Communauté|Département|École|Ecole|Collège|Lycée|Université|Hôpital|Clinique|Fondation|Association|Coopérative|Syndicat|Copropriété|Paroisse|Crèche|Cabinet|Étude|Office|Atelier|Studio|Garage|Boulangerie|Brasserie|Domaine|Château|" +
  "Ayuntamiento|Diputación|Comunidad|Colegio|Instituto|Escuela|Universidad|Hospital|Clínica|Fundación|Asociación|Cooperativa|Parroquia|Mancomunidad|Bodegas|Bodega|Hotel|Restaurante|Despacho|" +
  "Comune|Condominio|Scuola|Istituto|Liceo|Università|Ospedale|Clinica|Fondazione|Associazione|Parrocchia|Consorzio|Provincia|Caseificio|Ristorante|Albergo|Cantina|" +
  "Câmara Municipal|Junta de Freguesia|Município|Escola|Agrupamento|Universidade|Fundação|Associação|Condomínio|Paróquia|Santa Casa|Prefeitura|Quinta|" +
  "Gemeente|Stichting|Vereniging|VvE|Basisschool|Ziekenhuis|Universiteit|Parochie|Coöperatie|Bakkerij|Drukkerij|Bouwonderneming|Hotel|" +
  "(?:City|Town|County|Borough|Parish|University|Diocese|Board|Municipality|Department|Ministry) of|Hôtel";

// What ends the name of a body, or of a firm that goes by its trade.
const trailing =
  "Council|Schools?|School District|College|Academy|University|Institute|Association|Credit Union|Bank|Trust|Foundation|Society|Church|Parish|Club|Hospital|Clinic|Surgery|Practice|Partnership|Partners|Cooperative|Co-operative|Co-op|Farms?|Estates?|Homeowners|HOA|Authority|District|Department|Ministry|Museum|Library|Theatre|Theater|Hotel|Inn|Restaurant|Bakery|Brewery|Winery|Station|Nursery|Dental|Chapel|Union|League|Federation|Charity|" +
  "Design|Designs|Studios?|Plumbing|Heating|Electrical|Electrics|Roofing|Landscapes|Landscaping|Gardening|Cleaning|Catering|Travels?|Services|Solutions|Consulting|Consultants|Consultancy|Associates|Builders|Building|Construction|Joinery|Carpentry|Scaffolding|Transport|Haulage|Logistics|Couriers|Coaches|Rentals|Hire|Photography|Translations|Interpreting|Accounting|Bookkeeping|Surveyors|Solicitors|Architects|Engineering|Engineers|Mechanical|Contracting|Contractors|Painting|Decorators|Security|Media|Marketing|Software|Systems|Technologies|Computing|Laboratories|Events|Removals|Motors|Traders|Enterprises|Industries|Brothers|Bros|& Sons?|& Daughters?|& Associés|& Partner|& Söhne|& Sohn|et Fils|& Fils|e Figli|& Figli|e Hijos|e Filhos|en Zonen|& Zonen|Gebäudedienste|Bedachungen|Dienstleistungen|Werkstätten|Techniek|Installaties|Warmte";

const beginsBody = new RegExp(
  `(?<![\\p{L}\\d])(?:${leading})(?: ${adjective}(?= )| ${members}(?= ))?(?: ${joint}(?= )){0,2}(?: (?:d'|l')?${capital}(?: ${joint}(?= )){0,2}){1,5}`,
  "gu",
);
const endsWith = (nouns: string, word: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d.])\\p{Lu}${word}*(?: (?:&|and|of|of the|\\p{Lu}${word}*)){0,5} (?:${nouns})(?: (?:(?:&|and|AND) )?(?:${nouns})){0,2}(?![\\p{L}\\d])`,
    "gu",
  );
const endsBody = endsWith(trailing, "[\\p{L}'.&-]");
/** "SRI MURUGAN TRAVELS": a letterhead in capitals. */
const endsCapitals = endsWith(trailing.toUpperCase(), "[\\p{Lu}'.&-]");

// Words that open a sentence, a label or a form of address, and no name.
const opensOther =
  /^(?:The|This|That|These|Our|Your|All|Each|Any|For|From|To|With|And|Dear|Attn|Re|Ref|In|On|At|Of|No|Kind|Extra|Additional|Monthly|Total|Net|Price|Rate|Rates|Fee|Fees|Description|Master|General|Terms|Supply|Provision|Statement|Schedule|Scope|Annual|Standard|Professional|Additional|Emergency|Various|Other|Main|Grade|Lead|Senior|Junior)\b/;
const paperNouns =
  /\b(?:Agreement|Contract|Quotation|Quote|Estimate|Proposal|Order|Schedule|Invoice|Terms|Tariff|Services? (?:Agreement|Level)|Vertrag|Angebot|Vereinbarung|Contrat|Devis|Contrato|Presupuesto|Contratto|Preventivo|Overeenkomst|Offerte|Acordo|Proposta)\b/;

/** Bodies that buy services and hardly sell them: authorities, schools, owners' associations, parishes. */
const publicBody =
  /\b(?:council|school|schools|college|academy|university|parish|church|diocese|city|town|county|borough|municipality|department|ministry|district|authority|credit union|homeowners|hoa|charity|museum|library|weg|wohnungseigentumergemeinschaft|stockwerkeigentumergemeinschaft|stweg|eigentumergemeinschaft|[a-z]*gemeinde|stadt|landkreis|kanton|stiftung|pensionskasse|gymnasium|realschule|grundschule|pfarrei|landratsamt|hausverwaltung|commune|ville|mairie|communaute|departement|ecole|college|lycee|universite|paroisse|syndicat|copropriete|fondation|ayuntamiento|diputacion|comunidad|colegio|instituto|escuela|universidad|parroquia|mancomunidad|fundacion|comune|condominio|scuola|istituto|liceo|universita|parrocchia|fondazione|camara municipal|junta de freguesia|municipio|escola|agrupamento|universidade|paroquia|condominio|prefeitura|santa casa|gemeente|vve|basisschool|universiteit|parochie|vereniging van eigenaars)\b/;

/** Whether a folded name is that of a body which buys, as a rule, and hardly sells. */
export const isPublicBody = (folded: string): boolean => publicBody.test(folded);

/** Names without a legal form, known by the noun of the body or of the trade in them. */
export function bodyNames(text: string): readonly NameSpan[] {
  const spans = [beginsBody, endsBody, endsCapitals].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): NameSpan => {
      const name = match[0].replace(new RegExp(`(?: ${joint})+$`, "u"), "");
      return { start: match.index, end: match.index + name.length };
    }),
  );
  const found: NameSpan[] = [];
  // Of names that overlap the longest is meant.
  for (const { start, end } of spans.toSorted(
    (one, other) => other.end - other.start - (one.end - one.start),
  )) {
    const name = text.slice(start, end);
    if (name.length > 80 || name.split(" ").length < 2 || opensOther.test(name) || paperNouns.test(name))
      continue;
    if (found.some((other) => start < other.end && other.start < end)) continue;
    found.push({ start, end });
  }
  return found.sort((one, other) => one.start - other.start);
}
