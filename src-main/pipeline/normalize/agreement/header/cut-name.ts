import { looksLikeCompany, roleOf } from "./party-words.ts";

// What stands before a name and is not part of it: list marks, joining words, "of the one part", forms of address.
const lead =
  /^(?:[\s:;,.)\]"'|–—-]|\(?\d{1,2}[.)] ?|\([a-d]\) |[b-d]\) |\([ivx]+\) |(?:and|und|et|y|e|en|sowie|or|by|between|among|zwischen|entre|tra|fra|tussen)\b(?=[ :])|(?:on|of) the (?:one|first|second|other) (?:hand|part)\b|(?:einerseits|andererseits|enerzijds|anderzijds|d'une part|d'autre part|(?:de|por) una parte|(?:de|por) otra(?: parte)?|da una parte|dall'altra(?: parte)?|por um lado|por outro(?: lado)?|ter ener zijde|ter andere zijde|als partij (?:ter )?[a-z ]{3,12}zijde)\b|(?:the company|the firm|der firma|die firma|firma|la societe|societe|la sociedad|la empresa|la entidad|la mercantil|la societa|societa|la ditta|a sociedade|a empresa|de besloten vennootschap(?: met beperkte aansprakelijkheid)?|de naamloze vennootschap|de stichting(?= [a-z]+ )|de heer|mevrouw|herrn?|frau|monsieur|madame|mr|mrs|ms|mme|d|dna|don|dona|sig|sigra|sr|sra)(?:\. | (?=[^a-z]|[a-z]))|(?:the|der|die|das) (?![a-z]*"))*/;

// "An Acme GmbH", "M/s Kongu Pumps", "Auftragnehmer Acme GmbH", "Ref WL/CON/031 Acme Ltd", "70118 MOTAMOT SRL": what a
// form or a letter prints right before the name.
const label =
  /^(?:m\/s\.? |messrs\.? |attn:? |an (?=[A-Z])|(?:auftrag(?:geber|nehmer)(?:in)?|besteller(?:in)?|prestataire|fournisseur|contratista|proveedor|committente|appaltatore|fornitore|contratada|contratante|opdracht(?:gever|nemer)|leverancier|afnemer) (?=\p{Lu})|(?:our |your )?ref(?:erence)?\.?:? (?:[A-Z]{1,5}[-/])?[A-Z\d/-]*\d[A-Z\d/-]* (?=\p{Lu})|\d{4,8} (?=\p{Lu}{2}))/iu;
const labelCase = /^(?:An|AN|M\/s|M\/S|Messrs|Attn|\p{Lu}|\d)/u;

// Words with a period that do not end a sentence inside a name.
const shortWord =
  /(?:^|[\s(&])(?:co|prof|dipl|ing|dott|arch|inc|ltd|pte|pty|pvt|corp|st|ste|dr|mr|mrs|ms|no|nr|bros|wm|jr|sr|soc|coop|l\.p|l\.l\.c|p\.c|n\.a|s\.a|s\.l|b\.v|n\.v|e|e\.k|e\.v|s\.p\.a|s\.r\.l|s\.n\.c|u\.s|d\.b\.a|(?:[a-z]\.)*[a-z])$/;

const stop =
  /(?:,(?! (?:[a-z'-]+, ){0,3}[a-z'-]+,? & [a-z'-]+(?: [a-z'-]+)?,? (?:llp|llc|l\.l\.p|pc|p\.c|pllc|ltd|limited|gmbh|partg mbb|s\.l\.p)\b)(?! ?(?:inc|llc|l\.l\.c|ltd|lp|llp|l\.l\.p|p\.[ac]|pc|pllc|p\.l\.l\.c|corp|co|s\.a|s\.l|s\.c|s\.c\.a|s\.l\.p|s\.coop|a\.c|s\. de r\.l|sprl|s\.r\.l|s\.p\.a|n\.a|plc|limited|incorporated|gmbh|l\.p|lda|unipessoal|b\.v|n\.v|u\.s\.a)\b)| ?\((?![^()]{2,30}\) ?(?:ltd|limited|llc|inc|plc|gmbh|b\.v|s\.a|s\.l|pty|pte|co|ug|lp|l\.p)\b)| (?:a|an) (?:\w+[ -]){0,5}(?:corporation|company|limited|partnership|municipal|non-?profit|public|organi[sz]ation|individual|sole|university|body|firm|entity|association|trust|bank|institution|subdivision|agency|cooperative)\b| (?:having|whose|with (?:its|a|offices|an?|registered)|located|of (?:\d|[^,.;]{0,30}\b(?:street|lane|road|avenue|court|drive|close|terrace|row|way|place|view|house|mill)\b)|residing|acting|organi[sz]ed|incorporated (?:in|under|and)|registered|represented|on behalf|individually|director of|for (?:the|services)|regarding|concerning|dated|effective|as of|on |hereinafter|c\/o|doing business|d\/b\/a|dba|trading as|t\/a|whereby|shall|agree|are |is |mit sitz|vertreten|ansassig|geschaftsansassig|eingetragen|amtsgericht|nachfolgend|im folgenden|sis\b|sise\b|situee?|dont le siege|ayant|au capital|immatricul|inscrit|represente|domicilie|ci-apres|con sede|con domicilio|domiciliad[ao]|con (?:c\.?i\.?f|n\.?i\.?f)|titular|representad[ao]|en adelante|inscrita|con sede|in persona|rappresentat[ao]|partita iva|p\. ?iva|codice fiscale|c\.f\.|di seguito|corrente in|com sede|pessoa coletiva|nipc|contribuinte|matriculada|doravante|adiante|gevestigd|statutair|kantoorhoudende|ingeschreven|vertegenwoordigd|hierna|verder te noemen|kvk)| (?:abn|acn|uen|nzbn|gstin?|vat|ust-?id|uid|siret|siren|rcs|kvk|cif|nif|nipc|rfc|cnpj|reg\.) (?=[a-z]{0,4}[ .:-]{0,2}\d)| (?:abn|acn|uen|nzbn|gstin?|siret|siren|nipc|cnpj)$|(?<=(?:b\.v|n\.v|v\.o\.f|bv|nv|vof)\.?) te (?=[a-z])| - |;|:|"|\||•)/g;

// A street's number right behind a legal form: the address of a cell or line below, joined to the name.
const addressBehind =
  /\b(?:inc|llc|l\.l\.c|llp|lp|l\.p|ltd|limited|plc|corp|corporation|company|co|gmbh|ag|kg|ohg|eg|sarl|sas|s\.a|s\.l|s\.r\.l|s\.p\.a|b\.v|n\.v|lda)\.?(?= \d)/;

// "a. Acme Ltd", "(B) Bolt LLC"; a capital with a stop is the initial of a person.
const listLetter = /^\s*(?:\(?[a-d][.)] |\([A-D]\) )/;

// Articles, callings and titles in small letters before the name itself: "il Condominio", "l'impresa Lucente", "geom. Fabbri".
const smallLead =
  /^(?:(?:il|lo|la|gli|le|les|el|los|las|o|os|de|het|der|die|das|dem|den|the) |l')?(?:(?:impresa(?: individuale)?|ditta(?: individuale)?|azienda|entreprise(?: individuelle)?|empresa|firma|mercantil|vennootschap|signora?|señora?|geom\.|dott\.(?:ssa)?|ing\.|arch\.|avv\.|rag\.|prof\.|maître) )?(?=["\p{Lu}\d])/u;

// A word that joins the next party to this one: no name ends in it.
const joint = /(?:,? (?:and|und|et|y|e|en|sowie|&))+$/;

const quotedName = /^([a-z][a-z' -]{3,36}) " ?([a-z][^"]{3,50}?) ?"(?= [a-z.]{2,8}(?:[ ,.;]|$)|,|$)/;

/** The name at the start of a party's description, with its legal form and nothing behind it; `null` if none. */
export function cutName(text: string, folded: string): string | null {
  const marked = listLetter.exec(text)?.[0].length ?? 0;
  const led = marked + (lead.exec(folded.slice(marked))?.[0].length ?? 0);
  const labeled =
    led + (labelCase.test(text.slice(led)) ? (label.exec(text.slice(led))?.[0].length ?? 0) : 0);
  const offset = labeled + (smallLead.exec(text.slice(labeled))?.[0].length ?? 0);
  const rest = folded.slice(offset);
  let length = Math.min(rest.length, 100);
  // "Maison de repos "Les Tilleuls" ASBL": a name in marks within the name.
  const proper = quotedName.exec(rest);
  const isProper = proper !== null && !looksLikeCompany(proper[1] ?? "") && roleOf(proper[2] ?? "") === null;
  stop.lastIndex = isProper ? proper[0].length : 0;
  const stopped = stop.exec(rest);
  if (stopped !== null) length = Math.min(length, stopped.index);
  const numbered = addressBehind.exec(rest.slice(0, length));
  if (numbered !== null) length = numbered.index + numbered[0].length;
  for (const end of rest.slice(0, length).matchAll(/\. (?=[a-z])/g))
    if (!shortWord.test(rest.slice(0, end.index))) {
      length = end.index;
      break;
    }
  const name = text
    .slice(offset, offset + length)
    .trim()
    .replace(/[,;:]+$/, "")
    .replace(joint, "")
    .replace(
      /(?<!\b(?:Inc|Ltd|Co|Corp|LLC|Lda|Ltda|Coop|[A-Z]\.[A-Z]|S\.r\.l|S\.p\.A|S\.a\.s|e\.K|e\.V|[A-Z]))\.$/,
      "",
    );
  // "kobold.systems GmbH": what is written small on purpose is a name by its legal form.
  const isWrittenSmall =
    /^\p{Ll}[\p{L}\d-]*(?:\p{Lu}|[.\d]\p{L})[\p{L}\d.-]* (?=\p{Lu})/u.test(name) &&
    looksLikeCompany(name.toLowerCase());
  // A register's number is nobody: "2009/014455/07".
  if (!/\p{L}{2}/u.test(name)) return null;
  if (
    name.length < 3 ||
    name.length > 90 ||
    !(isWrittenSmall || /^[\p{Lu}\d[]/u.test(name)) ||
    name.split(" ").length > 11
  )
    return null;
  // Blanks, and the title of another paper, are nobody's name.
  if (/^(?:x{4,}|_+|\[.*\]|\*+)$/i.test(name) || /\b(?:amendment|addendum|agreement) to\b/i.test(name))
    return null;
  if (
    /^(?:parties|party|agreement|this|both|each|client|customer|provider|supplier|vendor|contractor|buyer|seller|company|us|you|we|whereas|page|exhibit|schedule|section|article|signature|signed|unterschrift|unterschriften|firma|handtekening|assinatura|firmado|name|title|date|datum|fecha|data|nom|parties|vertragspartner|ondergetekenden|de ondergetekenden|reunidos|comparecen|les soussignés)\b$/i.test(
      name,
    )
  )
    return null;
  return name;
}

const postal =
  /\b(?:\d{4,6}\b|[A-Z]{2} \d{5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{4}-\d{3})\b/;

/** The postal address in what is said behind a party's name, as one line; none without a postcode. */
export function addressIn(text: string): readonly string[] {
  const match =
    /(?:located at|having (?:its )?(?:an? )?(?:principal )?(?:office|place of business)s? at|with (?:its |an? )?(?:principal |registered )?(?:offices?|place of business|address)(?: located)? at|whose (?:registered office|address|principal office) is(?: at)?|of|residing at|mit Sitz in|dont le siège(?: social)? est (?:situé|sis)(?: au| à)?|con (?:domicilio|sede)(?: legale| social)? (?:en|in)|com sede (?:em|na|no)|gevestigd te [\p{L} -]+ aan(?: de| het)?|,)\s+([\p{L}\d][^("]{8,110}?)(?=\s*[("–]|$|;| - )/u.exec(
      text,
    );
  const address = match?.[1]
    ?.replace(
      /^.*?(?:domicilio|siège(?: social)?(?: est)?|sede(?: legale| social)?|place of business|offices?)(?: (?:situé|sis|en|in|em|na|at|a|à|au))* /i,
      "",
    )
    .replace(/,? (?:ci-après|hereinafter|nachfolgend|en adelante|di seguito|doravante|hierna)\b.*$/i, "")
    .trim()
    .replace(/[,;]$/, "");
  return address === undefined || !/\d/.test(address) || !postal.test(address) ? [] : [address];
}
