import { foldText } from "../../values/fold.ts";

/** Folded words that say who pays, in seven languages. */
const buyerWords =
  /^(?:client|customer|buyer|owner|authority|lessee|tenant|shipper|purchaser|employer|licensee|subscriber|hirer|company|principal|renter|end user|borrower|recipient|city|county|state|university|district|bill to|billed to|sold to|prepared for|(?:submitted|presented|addressed|offered|quoted|proposed) (?:to|for)|(?:ordered|requested|accepted) by|quote for|quotation for|estimate for|proposal for|for|to|para|an|aan|pour|per|a la atencion de|a l'attention de|destinataire|destinatario|geadresseerde|empfanger|riservato a|host|sponsor|advertiser|anunciante|inserzionista|annonceur|adverteerder|werbekunde|locataria|contracting authority|property owner|building owner|householder|school|parish|council|landowner|department|agency customer|charterer|homeowner|patient|occupier|instructing party|(?:main|head) contractor|general contractor|prime contractor|(?:customer|client|buyer) name|kund(?:e|in)|auftraggeber(?:in)?|mandant(?:in)?|eigentumer(?:in)?|mandante|adherent(?:e)?|besteller(?:in)?|kaufer(?:in)?|mieter(?:in)?|bauherr(?:in)?|leistungsempfanger(?:in)?|rechnungsempfanger(?:in)?|lizenznehmer(?:in)?|client|donneur d'ordre|maitre d(?:'|e l')ouvrage|collectivite|pouvoir adjudicateur|acheteur(?: public)?|acquereur|locataire|preneur|beneficiaire|commanditaire|cliente|comprador|arrendatari[oa]|contratante|comitente|propiedad|promotor|abonado|destinatario|committente|acquirente|conduttore|locatario|cliente finale|stazione appaltante|comprador[ae]?|contratante|locatario|dono da obra|adquirente|opdrachtgever|opdrachtgeefster|klant|gemeente|vereniging van eigenaars|gemeinde|stadt|landkreis|auftragserteiler(?:in)?|commune|mairie|coproprietaire|syndicat des coproprietaires|ayuntamiento|municipio|comunidad(?: de propietarios)?|encargante|comune|condominio|amministrazione|municipio|camara municipal|condominio|entidade contratante|afnemer|koper|huurder|inlener|entleiher(?:in)?|entreprise utilisatrice|utilizador(?:a)?|empresa usuaria|impresa utilizzatrice|stagiaire|hirer|besteller)$/;

/** Folded words that say who is paid, in seven languages. */
const sellerWords =
  /^(?:provider|service provider|supplier|vendor|contractor|agency|firm|lessor|landlord|carrier|seller|licensor|consultant|subcontractor|sub-contractor|employment business|employment agency|staffing agency|tour operator|training provider|sub-advisor|designer|architect|engineer|studio|attorney|attorneys|law firm|counsel|advisor|adviser|awardee|driller|freelancer|manufacturer|distributor|broker|staffing company|hire company|operator|freelance|developer|trainer|photographer|accountant|bookkeeper|solicitors?|translator|interpreter|caterer|installer|tutor|instructor|surveyor|recruiter|cleaner|administrator|transporter|haulier|publisher|station|host provider|prepared by|(?:submitted|presented|offered|quoted|proposed|work performed|performed|issued) by|quote from|from|de|von|van|da|remitente|emisor|emittente|mittente|absender|expediteur|afzender|remit to|agent|msp|isp|lender|renting company|(?:vendor|supplier|seller|provider|contractor|consultant) name|anbieter(?:in)?|auftragnehmer(?:in)?|lieferant(?:in)?|dienstleister(?:in)?|verkaufer(?:in)?|vermieter(?:in)?|berater(?:in)?|steuerberater(?:in)?|rechtsanw(?:alt|alte|altin)|kanzlei|notar(?:in)?|fotograf(?:in)?|ubersetzer(?:in)?|dolmetscher(?:in)?|spediteur(?:in)?|frachtfuhrer(?:in)?|handwerker(?:in)?|mandataire|avocat(?:e)?|expert-comptable|formateur|formatrice|traduct(?:eur|rice)|photographe|traiteur|asesor(?:a)?|abogad[oa]|traductor(?:a)?|fotograf[oa]|gestoria|commercialista|avvocato|tradut(?:tore|trice)|contabilista|advogad[oa]|tradutor(?:a)?|boekhouder|accountantskantoor|advocaat|vertaler|fotograaf|hovenier|installateur|zelfstandige|opdrachtneemster|schilder|loodgieter|elektricien|fachbetrieb|monteur(?:in)?|gartner(?:in)?|freiberufler(?:in)?|honorarkraft|lehrkraft|hausmeister(?:dienst)?|artisan|jardinier|paysagiste|independant[e]?|professionnel|agence|cabinet|profesional|autonom[oa]|empresa (?:instaladora|constructora|de servicios)|agencia|jardiner[oa]|professionista|incaricat[oa]|tecnico incaricato|artigiano|impresa(?: appaltatrice| esecutrice)?|ditta(?: appaltatrice| esecutrice)?|agenzia|profissional|prestadora de servicos|agencia|tradesman|tradesperson|gardener|sole trader|bookkeeper|professional|craftsman|unternehmer(?:in)?|lizenzgeber(?:in)?|agentur|prestataire|fournisseur|vendeur|bailleur|loueur|entrepreneur|entreprise|titulaire|consultant[e]?|sous-traitant|transporteur|prestador(?:a)?|proveedor(?:a)?|vendedor(?:a)?|arrendador(?:a)?|contratista|consultor(?:a)?|transportista|suministrador(?:a)?|fornitore|fornitrice|prestatore|venditore|locatore|locador|locadora|affidatari[oa]|aggiudicatari[oa]|adjudicatari[oa]|attributaire|auftragsempfanger(?:in)?|beauftragte[rn]?|appaltatore|appaltatrice|consulente|vettore|subappaltatore|fornecedor(?:a)?|senhorio|empreiteir[oa]|contratad[oa]|transportador(?:a)?|opdrachtnemer|leverancier|verkoper|verhuurder|dienstverlener|aannemer|onderaannemer|uitlener|uitzendbureau|detacheerder|subempreiteir[oa]|subunternehmer|nachunternehmer|verleiher|personaldienstleister|organisme de formation|subcontratista|instaladora?|reparador|adviseur|vervoerder)$/;

/** Other words that short names of parties are made of; they say that somebody is a party and not which side. */
const partyNouns =
  /^(?:fund|trust|club|team|bank|investor|administrator|transfer agent|member|partner|issuer|guarantor|franchisor|franchisee|reseller|dealer|league|counterparty|holder|manager|servicer|depositor|assignor|assignee|parent|subsidiary|first party|second party|party a|party b|primeir[oa] outorgante|segund[oa] outorgante|gesellschaft|gesellschafter|societe|sociedad|societa|sociedade|vennootschap)$/;

const articles =
  /^(?:l'|(?:the|our|der|die|das|den|dem|le|la|les|un|une|el|los|las|il|lo|gli|i|o|a|os|as|de|het|een) )(?=[a-z])/;

const bareWord = (word: string): string =>
  foldText(word)
    .replace(/["()«»„“”]|(?<![a-z])'|'(?![a-z])/g, "")
    .replace(/\b(?:hereinafter|called|referred to as)\b/g, "")
    .replace(/\s+/g, " ")
    .replace(/[:.,;]+$/, "")
    .trim()
    .replace(articles, "")
    .trim();

export const roleOf = (word: string): "buyer" | "seller" | null => {
  // "Client (hirer)": the first word says it.
  const bare = bareWord(/^[^()]{3,} \([^()]*\)$/.test(word.trim()) ? word.replace(/\([^()]*\)/, "") : word);
  if (sellerWords.test(bare)) return "seller";
  return buyerWords.test(bare) ? "buyer" : null;
};

/**
 * The side that a label of a form names, by the whole of it or by its last word: "Farm owner", "Awarded vendor",
 * "Supplier (104772)", "Wartungsfirma".
 */
export const roleOfLabel = (label: string): "buyer" | "seller" | null => {
  const bare = bareWord(label.replace(/\([^()]*\)/g, ""));
  const whole = roleOf(bare);
  if (whole !== null) return whole;
  const words = bare.split(/[ /]/);
  const last = words.at(-1) ?? "";
  if (/^[a-z]{3,}firma$/.test(last)) return "seller";
  return words.length <= 3 && isSideWord(last) ? roleOf(last) : null;
};

const sides =
  /^(?:client|customer|buyer|purchaser|owner|lessee|tenant|hirer|provider|supplier|vendor|seller|contractor|sub-?contractor|lessor|landlord|service provider|kund(?:e|in)|auftraggeber(?:in)?|auftragnehmer(?:in)?|besteller(?:in)?|lieferant(?:in)?|dienstleister(?:in)?|mieter(?:in)?|vermieter(?:in)?|verkaufer(?:in)?|kaufer(?:in)?|client[e]?|donneur d'ordre|maitre d'ouvrage|maitre d'oeuvre|prestataire|fournisseur|sous-traitant|entrepreneur principal|locataire|bailleur|acheteur|vendeur|contratante|contratista|prestador(?:a)?|proveedor(?:a)?|arrendador(?:a)?|arrendatari[oa]|comprador(?:a)?|vendedor(?:a)?|committente|appaltatore|appaltatrice|fornitore|fornitrice|prestatore|conduttore|locatore|acquirente|venditore|fornecedor(?:a)?|contratad[oa]|empreiteir[oa]|subempreiteir[oa]|adquirente|uitlener|inlener|verleiher|entleiher(?:in)?|nachunternehmer|subunternehmer|hauptunternehmer|subappaltatore|subcontratista|opdrachtgever|opdrachtgeefster|opdrachtnemer|opdrachtneemster|leverancier|afnemer|huurder|verhuurder|koper|verkoper|klant)$/;

/** Whether a folded word says which side of a contract somebody is, and cannot be a calling. */
export const isSideWord = (word: string): boolean => sides.test(bareWord(word));

/** Whether a folded word is one that contracts call a party by. */
export const isPartyNoun = (word: string): boolean =>
  roleOf(word) !== null || partyNouns.test(bareWord(word));

/** Legal forms, folded, that end a company's name. */
export const legalForm =
  /(?<![a-z0-9])(?:inc|incorporated|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|ltd|limited|plc|corp|corporation|co|company|pc|p\.c|(?<=, )p\.a|pllc|p\.l\.l\.c|(?:pty\) ltd)|s\.a\. de c\.v|s\. de r\.l|s\.l\.p|s\.c\.a|sprl|asbl|vzw|bvba|mbb|e\. ?u|og|ltee|pte|gesellschaft m\.b\.h|ges\.m\.b\.h|pty|n\.a|g?gmbh(?: & co\.? ?kg(?:aa)?)?|g?ag(?: & co\.? ?kg(?:aa)?)?|kg|ohg|gbr|ug(?: \(haftungsbeschrankt\))?|e\.? ?k|se|kgaa|eg|e\. ?v|e\. ?g|partg(?: ?mbb)?|sarl|s\.a\.r\.l|sas|s\.a\.s|sasu|eurl|selarl|sa|s\.a|s\.a\.u|sau|snc|sci|scop|bv|b\.v|nv|n\.v|vof|v\.o\.f|stichting|ab|as|a\/s|aps|oy|oyj|spa|s\.p\.a|srl|s\.r\.l|srls|s\.n\.c|s\.a\.s|soc\. coop|kft|sp\. z o\.o|s\.r\.o|d\.o\.o|s\.l|s\.l\.u|sl|slu|s\. ?coop|crl|lda|ltda|unipessoal|cic|trust|foundation|university|college|association|council|authority|district|county|hospital|institute|church|society|city of [a-z ]+|fundacion|fundacao|fondazione|asociacion|associazione|ayuntamiento|comune di [a-z ]+|gemeente [a-z]+|stadt [a-z]+|stadtwerke|landkreis|commune de [a-z ]+|mairie)\.?(?![a-z0-9])/;

/** Whether a folded text looks like the name of an organization. */
export const looksLikeCompany = (folded: string): boolean => legalForm.test(folded);

export const officeWords =
  /\b(?:president|counsel|director|officer|manager|secretary|treasurer|administration|department|attn|attention|telephone|fax|e-?mail|ceo|cfo)\b/i;
