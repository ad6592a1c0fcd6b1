import { foldText } from "../../values/fold.ts";
import { partyWords } from "../lexicon/roles.ts";
import { cadenceOfUnit, unitOfWord } from "../lexicon/unit-words.ts";

const leading =
  /^(?:(?:se|si) (?:anad|agreg|incorpor|inclu|aggiung|introduc)\p{L}+ |[ld]'(?=\p{L})|[\s,;:.()"'|•*-]+|(?:the|a|an|our|your|its|their|each|every|any|all|per|for|of|on|to|in|at|and|or|plus|such|this|that|services? of|provision of|use of|rendering of|work (?:of|by|performed by)|time (?:of|for|spent by)|hourly|daily|weekly|monthly|quarterly|annual|yearly|flat|fixed|agreed|applicable|total|rates?(?: for| of)?|fees?(?: for| of)?|charges?(?: for)?|prices?(?: for| of)?|services of|work of|el|los|las|il|lo|gli|del|della|dei|o|os|as|do|da|het|een|van|cost of|costs? for|lump sum(?: for| of)?|a day|additional charge for|der|die|das|den|dem|ein|eine|einen|einem|fur|je|jede[nrsm]?|chaque|iedere?|elke?|pro|und(?= (?:fur|der|die|das|ein))|geleistete[nr]?|le|la|les|un|une|de|du|des|pour|(?:hour|stunde|heure|hora|ora|uur)s? (?:of(?: an?)?|eine[sr]|des|der|de(?: une?| una?| la)?|di(?: un[ao]?)?|do|da|van(?: een)?|von)|stundensatz(?: fur)?|tagessatz(?: fur)?|taux(?: horaire| journalier)?(?: pour)?|client shall pay(?: for)?|customer shall pay(?: for)?|customer pays|client pays|(?:the )?(?:role|position|grade|classification|labor category|labour category)(?: of)?)(?![\p{L}\d-]))/u;
const trailing =
  /(?:[\s,;:.()"'|=*@-]+|(?<![\p{L}\d-])(?:is|are|be|was|will|shall|at|of|for|to|a|an|the|rates?|fees?|charges?|charged|billed|billable|billing|payable|invoiced|priced|runs?|costs?|cost|and|or|by|on|in|as|per|with|from|hourly|daily|monthly|annual(?:ly)?|weekly|quarterly|flat|price|prices|amount|equal|equals|set|fixed|being|sum|total|time is|work is|go|goes|out|come|comes|carries|carry|attracts|attract|rate|earns?|receives?|adds?|chargeable|available|provided|up|not|exceed|compensated|paid|pays?|betragt|kostet|wird|ist|auf|mit|zu|von|de|du|d'|est|sont|facture[es]?|se facturan?|se facturara\w*|facturara\w*|cuestan?|es de|son de|e di|sono|costa(?:no)?|viene|e|custam?|sao|bedraagt|kost(?:en)?|worden|wordt|netto|brutto|net|gross|currently|remains?|stays?|now|each|every|also|agreed|contract|special|additional|only|just|(?<=\p{L}{2} )(?:en|et|und)|us|usd|eur|gbp|chf|cad))$/u;

/** Where a price stands in another document: no part of what it is for. */
const clauseReference =
  / (?:in|under|of|from|per|as (?:set out|stated|listed|shown|described|detailed|specified) in|pursuant to|gemass|nach|selon) (?:the )?(?:sections?|clauses?|paragraphs?|exhibits?|schedules?|appendix|annex|articles?|ziffer|nummer|anlage|§|annexe)(?![\p{L}]).*$/iu;

/** Folded and printed text run in parallel, so a phrase is trimmed on the folded side and cut from the printed one. */
export function trimPhrase(text: string, folded: string): string {
  let start = 0;
  let end = folded.length;
  for (;;) {
    const head = leading.exec(folded.slice(start, end));
    if (head !== null && head[0].length > 0) {
      start += head[0].length;
      continue;
    }
    const tail = trailing.exec(folded.slice(start, end));
    if (tail !== null && tail[0].length > 0) {
      end -= tail[0].length;
      continue;
    }
    break;
  }
  return text
    .slice(start, end)
    .trim()
    .replace(clauseReference, "")
    .replace(/ ?\([^)]*$/, "")
    .replace(/ (?:and|und|et)$/, "");
}

/** Verbs that end what is priced and begin what is paid. */
export const verb =
  / (?:is|are|shall be|will be|be|runs?|costs?|goes? out|go out|comes? (?:at|in)|charged|billed|priced|invoiced|payable|shall (?:pay|receive|charge|not)|will (?:pay|charge|receive)|pays?|earns?|receives?|adds?|carry|carries|attracts?|may be|remains?|compensates?|(?:will|shall|agrees to|to) (?:compensate|reimburse|retain|engage|provide)|wird|werden|fallt|fallen|betragt|betragen|kostet|kosten|belauft sich|belaufen sich|gilt|gelten|geldt|gelden|applies|appl(?:y|ies) to|s'applique|se aplica|si applica|aplica-se|est|sont|coute|coutent|s'eleve|se facturan?|se facturara[n]?|facturara[n]?|cuestan?|es de|son de|e di|sono (?:fatturat\w*)?|costa(?:no)?|viene|custam?|sao|e de|bedraagt|kost|worden|wordt|am |passe(?:nt)? de|pasan? de|passan?o? d[ae]|steigt|steigen|goes (?:up )?from|rises? from|is raised|se cobran?|se cobraran?|se pagan?|se pagaran?|se abonan?|e pag[oa]|sao pag[oa]s|e cobrad[oa]|sao cobrad[oa]s|e debitad[oa]|sao debitad[oa]s|e faturad[oa]|vengono|rekenen|berekenen|(?:e|sono|viene|sara|saranno) \p{L}{2,}(?:at|it|ut|est|ist|ost)[oaie]|(?:e|sao|sera|serao) \p{L}{3,}[ai]d[oa]s?|se \p{L}{4,}(?:a|e|an|en)|spetta(?:no)?|vale(?:n|m|gono)?|ascend\p{L}+|ammonta\p{L}*|s'elevent?)(?![\p{L}])/u;

/** "…, pari a", "…, in Höhe von", "…, previously": what leads on to a figure and names nothing. */
export const leadToFigure =
  /[ ,(]*(?<!\p{L})(?:(?:in the amount|in the sum|to the amount|at a (?:rate|price|cost)) of|amounting to|equal to|in hohe von|im betrag von|zum preis von|d'un montant (?:total )?de|au prix de|por (?:un )?(?:importe|valor) de|al precio de|pari ad?|per un importo di|al prezzo di|ter (?:hoogte|waarde) van|tegen een prijs van|no (?:valor|montante) de|ao preco de)[ :]*$/u;

const calendarWords =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|januari|februari|maart|mei|augustus|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|year|months? from|days? from|commencement date|where this|plus|pursuant|accordance|exhibit|schedule|section|herein|thereof|following|agrees|agreement)\b/;

/** "For at most 15 days", "never for more than 60 hours": how much, not what. */
const boundOnly =
  /^(?:(?:never|not|no) )?(?:for )?(?:at )?(?:(?:limited|capped|restricted)(?: (?:to|at) \d.*)?|most|least|(?:more|less|fewer) than|up to|hochstens|mindestens|maximal|au plus|au moins|como maximo|al menos|al massimo|almeno|ten hoogste|ten minste|maximaal|no maximo)$/;

/** Whether a phrase names something that can be priced: no party, no date, no bare word of money. */
export function isUseful(phrase: string): boolean {
  const folded = foldText(phrase);
  if (calendarWords.test(folded) || /^\W/.test(folded) || boundOnly.test(folded)) return false;
  // "Por mês", "al mese": a period is no thing that is priced.
  const unit = unitOfWord(folded);
  if (unit !== null && cadenceOfUnit[unit] !== undefined) return false;
  if (folded.length < 2 || folded.length > 90 || !/\p{L}{2}/u.test(folded)) return false;
  if (
    partyWords.test(folded) ||
    /(?:^| )(?:client|customer|buyer|owner|provider|vendor|supplier|shall|will)$|^(?:the )?(?:contractor|consultant)$/.test(
      folded,
    )
  )
    return false;
  if (/[$€£] ?\d/.test(folded)) return false;
  if (/^(?:where|when|if|as|with|without|which|whether|unless|once|while|including|plus)\b/.test(folded))
    return false;
  // "120 lfm", "16 m": how much of it there is.
  const [, measure = ""] = /^\d[\d.,]* ?([\p{L}²³]{1,8})\.?$/u.exec(folded) ?? [];
  if (measure !== "" && unitOfWord(measure) !== null) return false;
  // "2 hrs", "se cargará": how long, and what is done, are no things.
  if (/^\d+ ?(?:hrs?|hours?|h|min\w*|days?|std|stunden?|uur|ore|horas?|heures?)$/.test(folded)) return false;
  if (/^(?:se|si|wird|werden|wordt|worden|sera|seront|sara|saranno|sera[ns]?) \p{L}+$/u.test(folded))
    return false;
  return !/^(?:(?:die |der |das |la |le |il |el |de |o |a )?(?:vergutung|honorare?s?|entgelt|honoraires?|remuneration|remuneracion|retribucion|compenso|corrispettivo|vergoeding|remuneracao)|duration|dauer|laufzeit|duree|duracion|durata|looptijd|term|forfait|pauschale?|pauschal|taxa|tarifa|tariffa|tarif|tarief|prezzo|precio|preco|preis|prix|prijs|importe|importo|betrag|bedrag|montant|para|por|pour|von|auf|notice|lump sum|flat fee|one-time|one-off|once|einmalig|una tantum|rate|rates|fee|fees|price|amount|sum|charge|cost|hour|hours|day|month|year|services rendered|following|as follows|first|second|tax|vat|one|moyen|moyenne|mensuel|maximal|maximum|hochstens|no more than|up to|not more than|inclusive of expenses|each|day of|said|above|below|unit price|total|subtotal|usd|eur|gbp|net|cap|maximum|minimum|no more|excess|hourly rate|daily rate|day rate|month to month|additional|time|work|work performed|services performed)$/.test(
    folded,
  );
}

/** "Consulente senior", "developer II": a word and the rank of those whom it names. */
export const rankBehind =
  /^\p{L}+ (?:senior|junior|principal|lead|associate|assistant|chief|expert|esperto|experto|confirme|debutant|se?nior|(?:level|grade|stufe|niveau|nivel|livello) ?\S+|i{1,3}|[1-5])$/u;
