import type { Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import { lineEvidence, type PageLine } from "../kind/page-line.ts";
import { meaningsOf } from "../sheets/title-meanings.ts";
import { isPersonText } from "../values/person-name.ts";
import { foldAligned } from "../values/fold.ts";
import { deepest, segmentsBelow } from "./segments-below.ts";

/** What a label around the records of a paper announces. */
export type RecordLabel =
  | "person"
  | "role"
  | "customer"
  | "project"
  | "reference"
  | "record-id"
  | "date"
  | "week-start"
  | "week-end"
  | "period"
  | "start"
  | "end"
  | "break"
  | "hours"
  | "travel"
  | "distance"
  | "quantity"
  | "unit"
  | "reading-before"
  | "reading-after"
  | "item"
  | "approved"
  | "approved-by"
  | "own-signature"
  | "other";

/** A label with what stands behind it, up to the next label or gap. */
export interface LabeledText {
  readonly label: RecordLabel;
  /** As printed, folded. */
  readonly words: string;
  /** Empty for a line that waits to be filled in. */
  readonly text: string;
  readonly hasColon: boolean;
  readonly evidence: Evidence | null;
}

const ours =
  "employee|worker|contractor|subcontractor|consultant|engineer|technician|driver|carrier|supplier|operative|carer|guard|foreman|mitarbeiters?|monteurs?|technikers?|fahrers?|auftragnehmers?|des technicien|du technicien|technicien|intervenant|du prestataire|prestataire|salarie|du salarie|chauffeur|medewerker|monteur|opdrachtnemer|aannemer|uitvoerder|del tecnico|tecnico|trabajador|conductor|transportista|del proveedor|proveedor|operaio|del tecnico|fornitore|vettore|conducente|trabalhador|motorista|fornecedor";
const theirs =
  "client|customer|site|hirer|supervisor|supervisors|manager|line manager|site manager|foreman|recipient|receiver|consignee|tenant|owner|authorised|authorized|clients|customers|kunden?|auftraggebers?|bauherrn?|bauleitung|bauleiter|empfangers?|besteller|du client|client|du maitre d'ouvrage|maitre d'ouvrage|destinataire|du destinataire|klant|opdrachtgever|uitvoerder|ontvanger|del cliente|cliente|destinatario|del destinatario|direccion facultativa|committente|del committente|do cliente|da obra|destinatario|resident|occupier|occupant|user|guest|passenger|patient|parent|school|landlord|agent|architect|branch manager|store manager|shift manager|duty manager|office manager|facility manager|facilities manager|property manager|project manager|clerk of works|mieters?|mieterin|nutzers?|hausverwaltung|hausmeister|hauswart|aufzugswarter|bauherr|architekt|verwalters?|filialleitung|filialleiter|stationsleitung|projektleitung|locataire|du locataire|gardien|syndic|du syndic|architecte|maitre d'oeuvre|du maitre d'oeuvre|responsable|chef de chantier|huurder|beheerder|werfleider|bouwheer|inlener|bewoner|inquilino|vecino|conserje|encargado|jefe de obra|del responsable|conduttore|condomino|amministratore|custode|portiere|direttore lavori|capocantiere|del referente|referente|do inquilino|condomino|porteiro|encarregado|fiscal|dono da obra|do responsavel|responsavel";

/** Labels by what they announce; folded, in seven languages. Longer phrases win over shorter ones at the same place. */
const phrases: readonly (readonly [RecordLabel, string])[] = [
  [
    "own-signature",
    `(?:${ours})'?s? ?(?:signature|sign-?off|signed|unterschrift)|(?:signature|signed|unterschrift|handtekening|firma|assinatura)(?: of| des| der| du| del| van| do)?(?: the)? (?:${ours})|fur den auftragnehmer|pour le prestataire|voor de (?:opdrachtnemer|aannemer)|por el proveedor|per il fornitore|prepared by|completed by|submitted by|issued by|erstellt (?:von|durch)|ausgestellt von|aufgestellt|etabli par|opgemaakt door|preparado por|redatto da`,
  ],
  [
    "approved-by",
    `(?:${theirs})'?s? ?(?:signature|sign-?off|signed|signs|initials|sign|ok|okay|ack\\.?|confirmed|approved|accepted|approval|acceptance|signatory|representative|name and signature|signe|unterschrift|bestatigt|firma|firmato|assinou|tekende|handtekening)|(?:signature|signed|unterschrift|handtekening|firma|assinatura|akkoord|visa|accord|conforme|approval|genehmigung|freigabe)(?: of| for| des| der| du| de la| del| van| do| voor| by)?(?: the| de| den| la| le)? (?:${theirs})|(?:signed|approved|authori[sz]ed|accepted|received|confirmed|checked|verified|countersigned|certified|agreed)(?: on site)?(?: in good (?:order|condition))?(?: and (?:agreed|accepted|approved|received|confirmed))?(?: by| for| on behalf of)(?: the)?(?: client| customer| buyer| owner)?|signed|received in good (?:order|condition)|goods received|(?:certified|verified|confirmed|checked|countersigned|acknowledged|agreed|seen)(?: and (?:agreed|accepted|approved|received|confirmed|certified|correct))?|approved|authori[sz]ed|accepted|received|(?:ubernommen|entgegengenommen|genehmigt|freigegeben|bestatigt|anerkannt|abgenommen|abgezeichnet|gegengezeichnet|gepruft|erhalten|empfangen|quittiert|unterschrieben)(?: und (?:anerkannt|genehmigt|erhalten|bestatigt))?(?: von| durch)?|(?:ware|leistung) (?:erhalten|empfangen|bestatigt|abgenommen)(?: von| durch)?|fur den (?:auftraggeber|kunden|bauherrn)|unterschrift|bon pour accord|lu et approuve|vu (?:pour accord|et (?:accepte|approuve)(?: sans reserve)?)|cachet|visa du client|gezeichnet|gesehen(?: und (?:anerkannt|genehmigt))?|visum(?: hauswart| kunde| bauherr)?|gezien(?: (?:voor|en) akkoord)?(?: (?:door|klant|opdrachtgever|namens))?|vise par|vu et valide(?: par| le)?|gesehen von|visto por|visto da|visto y conforme|visto e (?:accettato|approvato)|(?:medido|conferido) e aceite|(?:valide|approuve|receptionne|recu|accepte|signe|vise|bon pour reception)(?: par)?|pour (?:le client|accord|reception|le maitre d'ouvrage)|visa|(?:voor )?akkoord(?: bevonden| door| klant| opdrachtgever| namens)?|(?:goedgekeurd|ontvangen|getekend|afgetekend|aanvaard|geaccordeerd)(?: door| in goede staat)?|voor (?:ontvangst|de opdrachtgever|gezien)|handtekening|(?:recibido|aprobado|aceptado|validado|autorizado|firmado|conformado)(?: por)?|conforme(?: cliente| el cliente)?|recibi(?: conforme)?|visto bueno|v\\.?[o\u00ba]\\.? ?b\\.?[o\u00ba]\\.?|firma|por el cliente|per accettazione|per ricevuta|(?:approvato|accettato|ricevuto|validato|autorizzato|firmato|visto)(?: da| dal)?|per il (?:cliente|committente)|(?:recebido|aprovado|aceite|validado|autorizado|conferido|assinado)(?: por)?|pelo cliente|assinatura|visto|signature|sign-?off|approver|print(?:ed)? name|name in block letters|in blockschrift`,
  ],
  [
    "approved",
    "approval(?: status)?|status|freigabe|abnahme|genehmigung|goedkeuring|validation|aprobacion|approvazione|aprovacao|accepted\\?|approved\\?|signed\\?|client approval",
  ],
  [
    "person",
    "(?:employee|worker|operative|(?:service |field )?engineer|(?:service |field )?technician|tech|(?:visited|serviced|inspected) by|driver|carer|guard|consultant|contractor|resource|candidate|temp|temporary worker|tutor|trainer|teacher|interpreter|translator|nurse|attended by|attendant|carried out by|performed by|work done by|operator|staff|fitter|installer|freelancer|fee earner|crew)(?: name)?|name(?: of (?:employee|worker|consultant|contractor))?|mitarbeiter(?:in)?|name|(?:service|kundendienst)?(?:monteur|techniker)(?:in)?|fahrer(?:in)?|dozent(?:in)?|ausfuhrende(?:r)?|ausgefuhrt (?:von|durch)|bearbeiter(?:in)?|intervenant(?:e)?|technicien(?:ne)?|salarie(?:e)?|chauffeur|nom(?: et prenom)?|realise par|effectue par|collaborateur|formateur|medewerker|monteur|uitgevoerd door|naam(?: medewerker)?|docent|vakman|zzp'er|trabajador(?:a)?|empleado|tecnico|operario|realizado por|nombre|conductor|dipendente|tecnico|operaio|eseguito da|nome(?: e cognome)?|autista|addetto|trabalhador|funcionario|executado por|colaborador|motorista",
  ],
  [
    "role",
    "role|grade|position|job title|trade|rolle|funktion|qualifikation|fonction|qualification|functie|puesto|categoria|mansione|qualifica|ruolo|cargo|funcao",
  ],
  [
    "customer",
    "client|customer|client name|customer name|bill to|hirer|auftraggeber(?:in)?|kunde|kundin|donneur d'ordre|opdrachtgever|klant|afnemer|cliente|committente|spett\\.le|adquirente",
  ],
  [
    "project",
    "deliver(?:ed)? to|delivery address|lieferadresse|empfanger|livre a|adresse de livraison|geleverd aan|afleveradres|entregar en|destinazione|local de entrega|project(?: name)?|job(?: name| address| site)?|site(?: address)?|location|premises|property|matter|engagement|baustelle|bauvorhaben|projekt|objekt|einsatzort|leistungsort|chantier|projet|lieu(?: d'intervention)?|affaire|adresse du chantier|project|werk|werkadres|locatie|objectadres|obra|proyecto|lugar|cantiere|progetto|commessa|luogo|projeto|local(?: da obra)?",
  ],
  [
    "reference",
    "(?:contract|agreement|sow|po|purchase order|order|your order|customer order|quote|quotation|our order)(?: (?:no|nr|number|ref|reference|#))?\\.?|under (?:contract|agreement)|(?:zu )?(?:vertrag|auftrag|bestellung|angebot)(?:s?-?(?:nr|nummer))?\\.?|ihre bestellung|(?:contrat|commande|devis|marche)(?: n[°o]\\.?| no\\.?)?|(?:opdracht|bestelling|offerte|contract|order)(?:nummer|nr\\.?)?|(?:contrato|pedido|presupuesto|orden)(?: n[.°o]*)?|(?:contratto|ordine|preventivo)(?: n[.°o]*)?|(?:encomenda|orcamento)(?: n[.°o]*)?|vs\\. ordine|su pedido|v\\/encomenda",
  ],
  [
    "record-id",
    "(?:delivery note|docket|ticket|job|job sheet|work order|pod|timesheet|sheet|report|service report|consignment|certificate|packing slip|visit|call|weighbridge ticket|wo)(?: (?:no|nr|number|ref|reference|id|#))\\.?|(?:lieferschein|arbeitsschein|regiebericht|wiegeschein|einsatzbericht|beleg|rapport|stundenlohnzettel|auftragsschein)(?:-?(?:nr|nummer))?\\.?|(?:bon(?: de livraison| d'intervention)?|bl|fiche|rapport)(?: n[°o]\\.?| no\\.?)|(?:pakbon|werkbon|leverbon|urenstaat|bon)(?:nummer|nr\\.?| nr\\.?)|(?:albaran|parte)(?: n[.°o]*)|(?:ddt|bolla|rapportino)(?: n[.°o]*)|(?:guia|folha)(?: n[.°o]*)|(?:job|ticket|docket|load|trip|duty|log|run|slip|note|field ticket|delivery ticket|duty slip|trip sheet|visit report|job card|job report) ?(?:no|nr|number|ref|#|id)\\.?|(?:serviceschein|einsatzschein|leistungsschein|wartungsbericht|arbeitsbericht|montagebericht|fahrauftrag|tour|ticket|vorgang|regiezettel|tagelohnzettel|ubergabeprotokoll|abnahmeprotokoll)(?:-?(?:nr|nummer))?\\.?|(?:bon de (?:pesee|travail|transport|reception|sortie|passage)|ticket(?: de pesee)?|fiche d'intervention|attachement|course|tournee)(?: n[°o]\\.?| no\\.?)?|(?:weegbon|ritbon|werkopdracht|opdrachtbon|ritnummer|weegbrief|afleverbon)(?:nummer|nr\\.?| nr\\.?)?|(?:vale|ticket|remision|hoja|boleta|nota de entrega|parte de trabajo|orden de trabajo|folio)(?: n[.°oº]*)?|(?:rapporto|scheda|buono|viaggio|bindella|foglio)(?: n[.°o]*)|(?:talao|ficha|ordem de servico|os|romaneio|boletim)(?: n[.°oº]*)",
  ],
  [
    "week-start",
    "(?:week|w/?c)(?: (?:commencing|beginning|starting|of|from))?|week (?:vanaf|van)|woche (?:vom|ab)|semaine du|semana del?|settimana dal|semana de",
  ],
  ["week-end", "(?:week|w/?e|period|fortnight|month)(?: ?(?:ending|ended|end))|woche bis|week t/m"],
  [
    "period",
    "(?:billing |service |reporting )?period|month|monat|zeitraum|abrechnungszeitraum|leistungszeitraum|abrechnungsmonat|periode|mois|maand|tijdvak|periodo|mes|mese|kw|kalenderwoche|kalenderwoche nr\\.?|weeknummer",
  ],
  [
    "date",
    "(?:date of (?:visit|delivery|service|work|attendance|acceptance|completion|reading|issue)|(?:delivery|work|visit|service|job|reading|despatch|dispatch|completion|acceptance|shift) date|date(?: completed| delivered| of job)?|delivered on|performed on|datum|liefer-?datum|leistungsdatum|ausfuhrungsdatum|einsatzdatum|ablesedatum|abnahmedatum|tag|geliefert am|ausgefuhrt am|date(?: de livraison| d'intervention| de la prestation| de reception)?|le|livre le|effectue le|realise le|leverdatum|datum (?:uitvoering|levering|oplevering)|geleverd op|uitgevoerd op|fecha(?: de entrega| de trabajo)?|entregado el|realizado el|data(?: consegna| di consegna| intervento| lavoro| do servico| de entrega)?|consegnato il|eseguito il|entregue em|(?:valuation|inspection|handover|hand-over|collection|pick-?up|return|hire|on-hire|off-hire|start|survey|measurement|count|log|ticket|docket|load|ship|shipping|shipment|trip|duty|test|sampling|entry|check-?in|arrival) date|date (?:of (?:handover|inspection|measurement|collection|survey|hire|loading|unloading|count|trip|travel|check-?in|arrival|valuation|intervention)|received|inspected|collected|handed over|loaded|shipped|worked|started)|(?:delivered|collected|handed over|inspected|measured|loaded|shipped|performed|carried out|completed|visited|counted|read|off ?hired|returned|started|finished)(?: on| at)?|ubergabe(?:datum| am)?|ubernahme(?:datum| am)?|abholung|abholdatum|messdatum|aufmassdatum|aufmass vom|prufdatum|besuchsdatum|fahrtdatum|tourdatum|wiegedatum|einsatztag|ausfuhrungstag|leistungstag|datum der (?:lieferung|ausfuhrung|leistung|messung|ubergabe|abnahme|ablesung)|(?:ubergeben|ubernommen|abgenommen|erhalten|empfangen|ausgeliefert|angeliefert|abgeholt|gemessen|abgelesen|durchgefuhrt|erbracht|gereinigt|gewartet|verladen|geladen) am|date (?:de|du|d')\\s?(?:remise|releve|metre|passage|visite|l'intervention|chargement|enlevement|retrait|retour|pesee|depart|constat|mesure|reception)|jour(?: d'intervention)?|(?:remise?|releve|constate|mesure|enleve|charge|pose|installe|termine|acheve) le|datum (?:opmeting|meting|bezoek|rit|ophaling|afhaling|aflevering|overdracht|opname|telling|werk|interventie|uitgevoerd)|uitvoeringsdatum|werkdatum|meetdatum|opname ?datum|bezoekdatum|ritdatum|(?:opgemeten|opgehaald|afgehaald|geplaatst|opgeleverd|geteld|opgenomen|gereinigd) op|fecha (?:de|del|de la) (?:servicio|visita|trabajo|recogida|medicion|lectura|recepcion|carga|viaje|pesada|instalacion|remision|intervencion|ejecucion|inspeccion)|(?:instalado|recogido|medido|ejecutado|recibido|terminado) el|dia|data (?:di|della|del|dell') ?(?:ritiro|carico|sopralluogo|visita|misura|misurazione|lettura|viaggio|esecuzione|pesata|verbale|intervento|consegna)|(?:ritirato|misurato|installato|effettuato|terminato) il|giorno|data (?:de|da|do) (?:servico|visita|medicao|leitura|recolha|carga|viagem|pesagem|execucao|instalacao|intervencao|levantamento|recepcao|rececao|entrega)|(?:instalado|medido|executado|realizado|recolhido|terminado) em|entrada|check-in|llegada)",
  ],
  [
    "start",
    "(?:time (?:on site|in|started|of arrival)|start(?: time)?|arrived?(?: on site)?|arrival(?: time)?|on site|from|clock in|beginn|ankunft|arbeitsbeginn|von|debut|heure (?:d'arrivee|de debut)|arrivee|aanvang|aankomst|begintijd|van|hora (?:inicio|de inicio|de llegada)|llegada|inicio|ora (?:inizio|di inizio|arrivo)|inizio|arrivo|hora de (?:inicio|chegada|entrada)|ora d(?:i |')(?:entrata|ingresso)|heure d'entree|chegada)",
  ],
  [
    "end",
    "(?:time (?:off site|out|finished|of departure|left)|(?:end|finish)(?: time)?|departed|departure(?: time)?|left site|off site|to|clock out|ende|abfahrt|arbeitsende|bis|fin|heure (?:de depart|de fin)|depart|einde|vertrek|eindtijd|tot|hora (?:fin|de fin|de salida)|salida|fin|ora (?:fine|di fine|partenza)|fine|partenza|hora de (?:fim|saida)|ora d(?:i |')uscita|heure de sortie|saida)",
  ],
  [
    "break",
    "(?:unpaid )?break(?:s)?|lunch(?: break)?|pausen?(?:zeit)?|mittagspause|pause(?: dejeuner)?|pauze|descanso|pausa(?: pranzo| para almoco)?|almoco",
  ],
  [
    "travel",
    "travel(?:ling)?(?: time| hours)?|driving time|fahrtzeit|fahrzeit|reisezeit|anfahrt(?:szeit)?|temps de (?:trajet|deplacement)|trajet|reistijd|reisuren|tiempo de (?:viaje|desplazamiento)|desplazamiento|tempo di viaggio|ore di viaggio|tempo de (?:viagem|deslocacao)|deslocacao",
  ],
  [
    "distance",
    "(?:practical |loaded |billed |billable |total |trip )?miles?(?: driven| travelled)?|(?:total |trip )(?:km|kms|kilometres|kilometers|distance)|mileage|distance(?: parcourue| travelled)?|(?:gefahrene )?(?:km|kilometer)|fahrstrecke|wegstrecke|kilometres?(?: parcourus)?|kilometrage|(?:gereden )?kilometers|afstand|kilometros(?: recorridos)?|kilometraje|distancia|chilometri(?: percorsi)?|distanza|quilometros(?: percorridos)?",
  ],
  [
    "quantity",
    "(?:quantity|qty|net(?:t)?(?: weight)?|quantity (?:delivered|supplied))|(?:liefer)?menge|anzahl|netto(?:gewicht)?|(?:quantite|qte)(?: livree)?|poids net|(?:geleverde )?hoeveelheid|aantal|netto gewicht|cantidad(?: entregada)?|peso neto|quantita(?: consegnata)?|peso netto|quantidade(?: entregue)?|peso liquido",
  ],
  ["unit", "unit(?: of measure)?|uom|einheit|unite|eenheid|unidad|unita(?: di misura)?|unidade"],
  [
    "reading-before",
    "(?:(?:start|opening|previous|initial|old|starting|begin(?:ning)?) (?:meter |hour ?meter )?(?:reading|odometer|counter|km|kms|miles|mileage|odo|hours|meter)|(?:odo|km|kms|mileage|meter|hour ?meter) (?:out|start|opening|before|begin)|(?:kilometrage|compteur|horametre) (?:depart|debut|initial)|(?:km|compteur) depart|horometro (?:inicial|al entregar|salida|entrada)|(?:km|kilometraje) (?:inicial|salida)|contaore iniziale|km (?:iniziali|partenza|iniciais|inicial|saida)|horimetro inicial|(?:km|kilometer)stand (?:begin|vertrek|anfang|abfahrt|start)|urenstand begin|betriebsstunden (?:anfang|beginn|alt)|(?:meter )?(?:reading|odometer|counter) (?:at )?(?:start|before|previous|out)|(?:zahler)?stand (?:anfang|alt|beginn|vorher)|(?:anfangs|alter )(?:zahler)?stand|km-?stand (?:anfang|beginn)|(?:ancien|index de depart|index debut|releve precedent)(?: index| releve)?|index (?:ancien|precedent|debut|initial)|begin(?:meter)?stand|(?:meter)?stand begin|vorige (?:meter)?stand|lectura (?:anterior|inicial)|lettura (?:precedente|iniziale)|leitura (?:anterior|inicial))",
  ],
  [
    "reading-after",
    "(?:(?:end|closing|current|final|new|present|ending|finish(?:ing)?) (?:meter |hour ?meter )?(?:reading|odometer|counter|km|kms|miles|mileage|odo|hours|meter)|(?:odo|km|kms|mileage|meter|hour ?meter) (?:in|end|closing|after|finish|back)|(?:kilometrage|compteur|horametre) (?:arrivee|fin|retour|final)|(?:km|compteur) (?:arrivee|retour)|horometro (?:final|al recibir|retorno)|(?:km|kilometraje) (?:final|llegada)|contaore finale|km (?:finali|arrivo|finais|final|chegada)|horimetro final|(?:km|kilometer)stand (?:eind|aankomst|ende|ankunft)|urenstand eind|betriebsstunden (?:ende|neu)|(?:meter )?(?:reading|odometer|counter) (?:at )?(?:end|after|current|in)|(?:zahler)?stand (?:ende|neu|aktuell|nachher)|(?:end|neuer |aktueller )(?:zahler)?stand|km-?stand ende|(?:nouvel|index de fin|index fin|releve actuel)(?: index| releve)?|index (?:nouveau|actuel|fin|final)|eind(?:meter)?stand|(?:meter)?stand eind(?:e)?|huidige (?:meter)?stand|lectura (?:actual|final)|lettura (?:attuale|finale)|leitura (?:atual|final))",
  ],
  [
    "hours",
    "(?:total |billable |labou?r )?(?:hours|hrs)(?: (?:on site|worked|spent|billed|charged|total))?|labou?r(?: time)?|time (?:spent|taken|worked|on job)|total time|duration|arbeitszeit|(?:arbeits)?stunden(?: gesamt)?|dauer|einsatzdauer|temps (?:passe|total|de travail)|duree(?: d'intervention)?|heures(?: effectuees| travaillees)?|main d'oeuvre|(?:gewerkte |totaal )?uren|arbeidsuren|duur|horas(?: trabajadas| totales)?|tiempo empleado|duracion|mano de obra|ore(?: lavorate| totali)?|durata|manodopera|tempo impiegato|horas trabalhadas|mao de obra|duracao",
  ],
  [
    "item",
    "(?:item(?: description)?|article|artikel|articulo|articolo|artigo|material|bezeichnung|designation|designacao|description of work|work (?:carried out|done|performed|description|completed)|fault(?: / work carried out)?|job description|task|description|services? (?:rendered|performed|provided)|works?|details of work|summary|purpose|duty|trip|route|tour|trajet|traject|trayecto|viaje|tratta|viaggio|trajeto|viagem|product|goods|material type|waste type|mix|mix design|fuel|grade delivered|commodity|abfallart|materialart|betonsorte|nature (?:du )?dechet|matiere|tipo de (?:residuo|material|concreto)|tipo (?:di )?(?:rifiuto|materiale)|afvalsoort|soort|produkt|ware|sorte|produit|marchandise|producto|mercancia|prodotto|merce|produto|mercadoria|ausgefuhrte arbeiten?|tatigkeit|arbeiten|leistung(?:en)?|durchgefuhrte arbeiten|beschreibung|travaux (?:effectues|realises)|prestation|description|objet|nature des travaux|(?:uitgevoerde )?werkzaamheden|omschrijving|trabajos? (?:realizados?|efectuados?)|descripcion|(?:lavori|lavoro|intervento) (?:eseguit[io]|effettuat[io])|descrizione(?: lavori)?|trabalhos? (?:realizados?|efetuados?|executados?)|descricao)",
  ],
  [
    "other",
    "gross(?: weight)?|tare|brutto(?:gewicht)?|(?:erst|zweit)wagung|(?:first|second) weighing|(?:1st|2nd) weigh|premiere pesee|deuxieme pesee|eerste weging|tweede weging|prima pesata|seconda pesata|tara|poids brut|brut|bruto|lordo|peso (?:bruto|lordo)|tel(?:ephone)?|phone|e-?mail|mobile|vat(?: no)?|vehicle|reg(?:istration)?|page|notes?|remarks|comments|bemerkung(?:en)?|remarques?|opmerking(?:en)?|observaciones|further work(?: needed| required)?|reported|materials?(?: used)?|parts?(?: fitted| used)?|invoice to|address|telefon|angeordnet(?: durch)?|ordered by|requested by|instructed by|total|summe|gesamt",
  ],
];

const compiled = phrases.map(([label, words]) => ({
  label,
  // "Read-only seats" begins with no label.
  pattern: new RegExp(`(?:${words})(?![\\p{L}\\p{N}]|-\\p{L}{3})`, "uy"),
}));

interface Start {
  readonly at: number;
  readonly end: number;
  readonly label: RecordLabel;
  readonly hasColon: boolean;
}

/** Labels of figures that follow other figures on a line: "Opening km 41,220 Closing km 41,332". */
const behindFigures: ReadonlySet<RecordLabel> = new Set(["reading-after", "distance"]);

/** "Time out" behind a time is a label; "to" and "bis" are words between two times. */
const shortestEnd = 6;

/** Where labels begin: at the head of a line or cell, behind a gap, or anywhere with a colon. */
function labelStarts(text: string): readonly Start[] {
  const folded = foldAligned(text);
  const starts: Start[] = [];
  const heads = /(?<![\p{L}\p{N}])(?=\p{L})/gu;
  for (const { index } of folded.matchAll(heads)) {
    const last = starts.at(-1);
    if (last !== undefined && index < last.end) continue;
    const isHead =
      index === 0 ||
      /\d\s?(?:t|to|kg|kgs|lbs?|tonnes?|tons?)\.?[,;]?\s$/.test(
        folded.slice(Math.max(0, index - 10), index),
      ) ||
      /(?:\s{2,}|[\n\t|;•·]\s*|[/–]\s)$/.test(folded.slice(Math.max(0, index - 4), index));
    let best: Start | null = null;
    const isBehindFigure = /\d\s?(?:km|kms|mi|miles?|h|hrs|m3|l|kwh|[ap]\.?m|uhr|uur)?\.?[,;]?\s$/.test(
      folded.slice(Math.max(0, index - 9), index),
    );
    for (const { label, pattern } of compiled) {
      pattern.lastIndex = index;
      const end = pattern.exec(folded) === null ? -1 : pattern.lastIndex;
      if (end <= index || (best !== null && end <= best.end)) continue;
      const behind =
        /^\s?(?:\([^)\n]{1,30}\)|\/ ?[a-z][a-z' -]{2,24}(?=\s?:))?(?:\s{0,3}:|\s?\.{3,}:?|\s?\u2026+:?)\s*/.exec(
          folded.slice(end, end + 64),
        );
      if (behind !== null) best = { at: index, end: end + behind[0].length, label, hasColon: true };
      else if (
        isHead ||
        (isBehindFigure && behindFigures.has(label)) ||
        (isBehindFigure && label === "end" && end - index >= shortestEnd)
      )
        best = { at: index, end, label, hasColon: false };
    }
    if (best !== null) starts.push(best);
  }
  return starts;
}

/** A label inside a line; `isOpen` where a colon, a gap or the head of the line sets it off. */
export interface LabelSpan {
  readonly label: RecordLabel;
  readonly start: number;
  readonly end: number;
  readonly isOpen: boolean;
}

/** Where the labels of a line stand. Offsets are UTF-16 units, end exclusive. */
export const labelSpans = (text: string): readonly LabelSpan[] =>
  labelStarts(text).map(({ at, end, label, hasColon }) => ({
    label,
    start: at,
    end,
    isOpen: hasColon || at === 0 || /\s{2}$/.test(text.slice(0, at)),
  }));

/** The label that a text begins with. */
export const labelAt = (text: string): RecordLabel | null => {
  const [first] = labelStarts(text.trimStart());
  return first?.at === 0 ? first.label : null;
};

const bare = (text: string): string => text.replace(/^[\s:.,;–|/-]+|[\s:_,;|/]+$/gu, "").trim();
const isBlank = (text: string): boolean => /^[_.\s…-]*$/.test(text);

/** The labels around the records of a paper, in reading order: "Site: Mill Lane", "Engineer Dean Lacey". */
export function recordLabels(document: ReadDocument, lines: readonly PageLine[]): readonly LabeledText[] {
  const below = segmentsBelow(lines);
  return lines.flatMap((line, place) => {
    const { text } = line;
    const starts = labelStarts(text);
    return starts.flatMap((start, index): readonly LabeledText[] => {
      const own = bare(text.slice(start.end, starts[index + 1]?.at ?? text.length));
      const isOpen = isBlank(own) && index === starts.length - 1;
      const beside = isOpen
        ? (valueBeside(line, lines[place + 1], start.hasColon) ??
          (starts.length === 1 && start.at === 0 ? valueBelow(line, below(line, place)) : null))
        : null;
      const printed = beside === null ? line : { ...line, words: [...line.words, ...beside.words] };
      return [
        {
          label: start.label,
          words: foldAligned(bare(text.slice(start.at, start.end))),
          text: beside === null ? (isBlank(own) ? "" : own) : bare(beside.text),
          hasColon: start.hasColon || beside?.text.startsWith(":") === true,
          evidence: lineEvidence(document, printed, "delivery"),
        },
      ];
    });
  });
}

/** No title of a column names a day of a year. */
const wholeDay = /(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;

/** The segment right of a label, where it is no label and no column title itself. */
function valueBeside(line: PageLine, next: PageLine | undefined, hasColon: boolean): PageLine | null {
  if (next === undefined || next.page !== line.page || Math.abs(next.top - line.top) > line.size) return null;
  if (isBlank(next.text) || labelStarts(next.text).some(({ at }) => at === 0)) return null;
  const isValue = hasColon || next.text.startsWith(":") || wholeDay.test(next.text);
  return isValue || meaningsOf(next.text).length === 0 ? next : null;
}

/** The segment below a label that stands alone, as boxes of forms print it, where it is no label itself. */
function valueBelow(line: PageLine, below: PageLine | undefined): PageLine | null {
  if (below === undefined || below.top - line.top > deepest * line.size || isBlank(below.text)) return null;
  // "Dennis Schilder" ends like a trade and is a person for all that.
  const isTitle = meaningsOf(below.text).length > 0 && !isPersonText(below.text);
  return labelStarts(below.text).some(({ at }) => at === 0) || isTitle ? null : below;
}
