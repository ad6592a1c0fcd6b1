import type { ColumnRole } from "./column-roles.ts";

const any = (words: string): string => `(?:${words})`;

/** Who signs for the customer, as a verb: what stands before "by", "von", "door" … */
const confirmed = any(
  "signed|approved|authori[sz]ed|accepted|received|confirmed|checked|verified|countersigned|witnessed|seen|released|agreed|" +
    "gesehen|gezien|vue?|genehmigt|freigegeben|bestatigt|anerkannt|abgenommen|abgezeichnet|gegengezeichnet|gepruft|geprueft|erhalten|empfangen|quittiert|unterschrieben|" +
    "valide|approuve|accepte|recu|receptionne|signe|vise|autorise|goedgekeurd|akkoord|ontvangen|getekend|afgetekend|geaccordeerd|bevestigd|" +
    "firmado|recibido|aprobado|aceptado|validado|autorizado|confirmado|firmato|ricevuto|approvato|accettato|validato|autorizzato|confermato|" +
    "assinado|recebido|aprovado|aceite|conferido",
);
const planned = any(
  "p/?o qty|qty ord|planned|scheduled|sched|budget(?:ed)?|estimated|estimate|forecast|expected|contracted|rostered|booked|allocated|ordered|soll|geplant|plan|vereinbart|bestellt|prevue?s?|planifiee?s?|commandee?s?|gepland|begroot|besteld|previst[aoei]s?|planificad[ao]s?|pedid[ao]s?|pianificat[aeio]|ordinat[aeio]|encomendad[ao]s?",
);
const good =
  "rcvd|good|gutmenge|gutteile|accepted|received|angenommen|acceptee?s?|conformes|aceptad[ao]s|accettat[aeio]|goedgekeurd|ontvangen";
const price = any(
  "rate|price|tarif|tarief|tarifa|tariffa|\\w*satz|\\w*preis|prix|taux|\\w*prijs|precio|prezzo|preco|cost|kosten|cout|costo|coste|custo|charge|amount|\\w*betrag|montant|bedrag|importe|importo|valor|fee|eur|usd|gbp|chf|€|\\$|£|percent|%",
);
/** Time that went into something, as programs for tasks and tickets title it. */
const timeSpent =
  "\\btime (?:spent|worked|logged|tracked|taken|used)\\b|\\b(?:spent|logged|tracked|worked|booked) time\\b|\\b(?:zeit|arbeits)?aufwand\\b|gebuchte zeit|temps (?:passe|consacre|travaille)|tiempo (?:dedicado|invertido|empleado|trabajado)|tempo (?:impiegato|lavorato|gasto|despendido|trabalhado)|(?:bestede|gewerkte|geboekte) tijd";
const hour =
  "hours?|hrs?|std|stdn|\\w*stunden|\\w+std|heures?|uren|uur|\\w+uren|horas?|ore|ora|h|overtime|over ?time|o/?t|ot ?1|ot ?2";

/**
 * Meanings of column titles that no list holds, by the words in them: tried in order, all that fit are kept.
 *
 * The titles are folded, with camel case and underscores split. What a column holds decides among its meanings.
 */
const data: readonly (readonly [ColumnRole, string])[] = [
  ["ordered", `\\b${planned}\\b`],
  [
    "approved-by",
    `\\b${confirmed} (?:by|for|von|durch|par|door|por|da|dal)\\b|approver|\\bsign(?:ed)?[- ]?off\\b|signature|signatory|initial(?:s|led)\\b|sup\\w* ok|countersign|unterschrift|handzeichen|\\bvisa\\b|\\bparaphe\\b|bon pour accord|handtekening|paraaf|\\bfirma\\b|\\bfirmado\\b|conforme|conformidad|\\bv\\.?o\\.? ?b\\.?o|\\bvisto\\b|assinatura|\\brubrica\\b|\\breceived\\b|client ok|\\b(?:client|customer|hirer|site|kunde|klant|cliente|committente|auftraggeber|bauleitung)(?: s)?'?s? sign$|acceptant|\\breceiver\\b|recebedor|receptionnaire|\\bricevente\\b|released to`,
  ],
  [
    "approved",
    `\\b${confirmed}\\b|\\bpod\\b|proof of delivery|\\b(?:reception|empfang|recepcion|ricezione|recepcao|visum|stempel|cachet|sello|timbro|carimbo|stamp)\\b|approval|\\bappr\\b|accord\\b|freigabe|abnahme|genehmigung|goedkeuring|validation|aprobacion|approvazione|aprovacao|\\bfirmato\\b|\\bvalidat\\w+|\\bok\\b|\\bquittung\\b|\\bquitt\\w*|ablieferbeleg|canhoto|bewijs van levering`,
  ],
  [
    "unit-price",
    `\\b${price}\\b.*\\b(?:per|je|pro|par|/)|\\b(?:hourly|day|daily|unit|stunden|tages)[- ]?(?:rate|price|satz|preis)`,
  ],
  [
    "line-amount",
    `^(?:\\w+ )?(?:amount|\\w*betrag|montant|bedrag|importe|importo|valor)\\b(?!.*(?:tax|vat|mwst|ust|tva|btw|iva))`,
  ],
  ["minutes", "\\b(?:mins?|minutes|minuten|minutos|minuti)\\b"],
  ["break", "\\b(?:breaks?|pausen?|lunch|pauze|descanso|pausa|ruhezeit|rest)\\b"],
  [
    "hours",
    `${timeSpent}|(?<!${price} ?(?:per|/) ?)(?:^|[^a-z])(?:${hour})(?![a-z])(?!.*\\b${price}\\b)|^(?:ist|actual|worked|gearbeitet|gewerkt|realisees?|effectuees?|trabajadas|lavorate|normal|standard|regular|basic|plain|straight|double|time and a half|travel|reise(?:zeit)?|fahrzeit|arbeitszeit|\\w*zeit|temps|duree|\\w*tijd|tiempo|tempo)(?: time)?$`,
  ],
  [
    "reading-before",
    "\\b(?:previous|prev|prior|opening|start|old|last|begin\\w*|from|out|alt\\w*|anfang\\w*|vorheriger?|letzter?|ancien\\w*|precedent\\w*|debut|depart|vorige?|oude?|begin|anterior|inicial|precedente|iniziale|vecchi\\w*)\\b.*(?:reading|odo\\w*|meter|index|stand|lectura|lettura|leitura|releve|zahler\\w*|km|mileage|horometro|horimetro|contaore|horametre|hour ?meter|compteur|contador|contatore|betriebsstunden|tellerstand)|(?:reading|odo\\w*|meter|\\w*stand|index|lectura|lettura|leitura|releve|km|mileage|horometro|horimetro|contaore|horametre|hour ?meter|compteur|contador|contatore|betriebsstunden).*\\b(?:previous|prev|opening|start|old|before|out|alt|anfang|beginn|vorher|ancien|debut|depart|vorige?|oud|begin|anterior|inicial|inicio|precedente|iniziale|inizio)\\b|\\b(?:anfangs?|vor)stand\\b|\\bbeginstand\\b",
  ],
  [
    "reading-after",
    "\\b(?:current|closing|end|new|present|latest|this|to|in|neu\\w*|end\\w*|aktuell\\w*|nouve\\w*|actuel\\w*|fin|arrivee|nieuwe?|huidige?|eind\\w*|actual|final|attual\\w*|nuov\\w*|novo|nova|atual)\\b.*(?:reading|odo\\w*|meter|index|stand|lectura|lettura|leitura|releve|zahler\\w*|km|mileage|horometro|horimetro|contaore|horametre|hour ?meter|compteur|contador|contatore|betriebsstunden|tellerstand)|(?:reading|odo\\w*|meter|\\w*stand|index|lectura|lettura|leitura|releve|km|mileage|horometro|horimetro|contaore|horametre|hour ?meter|compteur|contador|contatore|betriebsstunden).*\\b(?:current|closing|end|new|present|after|in|neu|ende|nachher|nouveau|fin|arrivee|nieuw|eind|actual|final|fin|fine|finale|attuale|novo|atual)\\b|\\bend(?:stand)\\b|\\beindstand\\b",
  ],
  ["timestamp", "\\btime ?stamp\\b|\\bdate ?(?:and|&|/)? ?time\\b|\\butc\\b"],
  [
    "period-start",
    "^(?!.*\\b(?:reading|stand|index)\\b).*\\b(?:\\w*period|\\w*zeitraum|periode|periodo|service|billing)s? (?:from|start|begins?|von|ab|du|de|desde|dal|van|vanaf|inicio|inizio|debut)$|\\b(?:previous|prior|prev|last|from|start|begin|out|hired|off ?hired?|alt\\w*|von|ab|vorherig\\w*|debut|depart|precedente?|vorige|van|anterior|inicio|desde|dal|inizio)\\b(?: \\w+)? (?:date|datum|ablesung|fecha|data|reading)|^(?:out|from|von|van|du|desde|dal|start|begin|inicio|inizio|debut|hire start|on hire)$",
  ],
  [
    "period-end",
    "^(?!.*\\b(?:reading|stand|index)\\b).*\\b(?:\\w*period|\\w*zeitraum|periode|periodo|service|billing)s? (?:to|until|end|ends|bis|au|a|hasta|al|tot|t/m|fin|fine|fim|ate)$|^(?:in|to|bis|tot|au|hasta|al|end|fin|einde|fine|back|returned|return|off ?hire)(?: date)?$",
  ],
  [
    "date",
    "\\b(?:date|datum|\\w+datum|fecha|data|dag|day|tag|jour|dia|giorno|when)\\b(?! (?:due|paid))|^(?:delivered|completed|collected|performed|visited|carried out|done|served|dispatched|despatched|shipped|loaded|unloaded|worked|geliefert|erledigt|ausgefuhrt|livre|effectue|realise|geleverd|uitgevoerd|entregado|realizado|consegnat[oa]|eseguito|entregue)(?: on| am| le| op| el| il| em)?$",
  ],
  ["week", "\\b(?:week|wk|w/?c|w/?e|kw|kalenderwoche|woche|semaine|sem|semana|settimana)\\b"],
  [
    "period",
    "\\b(?:month|period|billing month|monat|\\w*monat|zeitraum|mois|periode|maand|tijdvak|mes|periodo|mese|quarter|quartal|trimestre|kwartaal)\\b",
  ],
  [
    "start",
    "\\b(?:start(?:ed|ing)?|begin|began|beginn|from|in|arriv\\w*|on ?site|on|von|ab|ankunft|kommen|debut|arrivee|de|aanvang|aankomst|van|inicio|llegada|inizio|arrivo|desde|dalle|das|time in|clock in|chegada|entrada)\\b",
  ],
  [
    "end",
    "\\b(?:end(?:ed)?|finish(?:ed)?|to|out|off ?site|off|left|until|bis|ende|abfahrt|gehen|fin|depart|a|einde|vertrek|tot|salida|hasta|fine|partenza|alle|ate|as|time out|clock out|saida)\\b",
  ],
  [
    "unit",
    "\\b(?:units?|uom|einheit|\\w*einheit|unite|eenheid|unidad|unita|unidade|u/m|u\\.m|einh|eh)\\b\\.?",
  ],
  [
    "delivery-number",
    "\\b(?:pod|consignment|delivery|despatch|dispatch|docket|challan|cmr|waybill|awb|lieferschein\\w*|ls|bl|bon|bordereau|pakbon|leverbon|vrachtbrief|albaran|remision|remito|ddt|bolla|guia|sendung|shipment|lieferbeleg|wiegeschein|expedition|envoi|zending|conhecimento|cte|ct-e|romaneio|carta de porte|lettera di vettura|coc|chain of custody)\\b ?(?:note)? ?(?:no|nr|n|n[°o]|num\\w*|nummer|#|ref\\w*|number|id)?\\.?$",
  ],
  [
    "record-id",
    "^(?:job|ticket|wo|w/o|work order|order|visit|call|case|incident|trip|load|shift|task|entry|sheet|timesheet|claim|record|auftrags?|einsatz|beleg|schein|bon|fiche|intervention|werkbon|opdracht|parte|orden|aviso|scheda|rapporto|intervento|ordem|folha|weighbridge|weighbridge ticket|wiege\\w*)[- ]?(?:sheet|note|ticket|schein)? ?(?:no|nr|n|n[°o]|num\\w*|nummer|#|id|ref\\w*|number)?\\.?$|^(?:ref|reference|id|nr|no|n[°o]|#|number)\\.?$|\\b(?:id|nr|nummer|number|no|#|ref)\\.?$",
  ],
  [
    "order-reference",
    "\\b(?:po|purchase order|order|customer order|bestell\\w*|auftrag\\w*|commande|bestelling|pedido|ordine|encomenda)\\b",
  ],
  [
    "agreement-reference",
    "\\b(?:contract|agreement|\\w*vertrag|contrat|contrato|contratto|overeenkomst|rate ?(?:sheet|card)|price (?:list|agreement)|tarif\\w*|quote|quotation|angebot\\w*|devis|offerte|presupuesto|preventivo|orcamento)\\b(?: ?(?:no|nr|n|number|ref|#|id))?\\.?$",
  ],
  [
    "person",
    "\\b(?:name|employee|worker|operative|operator|operatives|engineer|technician|tech|driver|carer|guard|officer|consultant|contractor|crew|interpreter|translator|tutor|teacher|trainer|instructor|coach|nurse|cleaner|gardener|fitter|installer|mechanic|inspector|surveyor|fee earner|lawyer|attorney|timekeeper|author|attendant|steward|crew member|staff|resource|assignee|assigned to|zugewiesen an|zustandig\\w*|assigne a|asignado a|assegnato a|atribuid[oa] a|toegewezen aan|candidate|temp|freelancer|developer|analyst|photographer|musician|performer|monteur\\w*|fahrer\\w*|mitarbeiter\\w*|arbeiter\\w*|techniker\\w*|dozent\\w*|lehrkraft|pfleger\\w*|berater\\w*|bearbeiter\\w*|personal|kraft|fachkraft|ausfuhrende\\w*|intervenant\\w*|salarie\\w*|technicien\\w*|chauffeur\\w*|conducteur\\w*|ouvrier\\w*|formateur\\w*|agent|nom|naam|medewerker\\w*|docent\\w*|schilder|vakman|operario|trabajador\\w*|empleado\\w*|tecnico|conductor|nombre|operador|nome|operaio|autista|dipendente|addetto|docente|tecnica|motorista|trabalhador\\w*|funcionari[oa]|formador\\w*)\\b",
  ],
  [
    "role",
    "\\b(?:role|grade|position|trade|rank|craft|skill|category|level|discipline|qualifikation|funktion|lohngruppe|gewerk|beruf|qualification|fonction|metier|functie|vak|categoria|puesto|oficio|cargo|qualifica|mansione|ruolo|funcao)\\b",
  ],
  [
    "meter",
    "\\b(?:meter|\\w*zahler\\w*|zahlwerk|telwerk|serial|seriennummer|serienummer|numero de serie|compteur|contador|contatore|sku|metric|measure|resource|device|asset|machine|copier|printer|plan|tier|messstelle|verbrauchsstelle|supply point|mpan|mprn|pod)\\b",
  ],
  ["description", "\\b\\w+(?:text|bezeichnung|beschreibung|omschrijving)\\b"],
  ["item-code", "\\b(?:code|sku|artikel\\w*|art|ref\\w*|part|codigo|codice|hsn)\\b.*"],
  [
    "project",
    "\\b(?:consignee|deliver to|empfanger|\\w*(?:empfangs|liefer|einsatz|leistungs|ziel|abhol|lade|entlade)ort|destination|bestemming|destino|destinazione|destinataire|destinatario|project|job|site|location|premises|property|matter|address|building|ward|venue|baustelle|projekt|objekt|einsatzort|ort|bauvorhaben|kostenstelle|standort|chantier|lieu|affaire|adresse|site|werk|locatie|adres|obra|lugar|centro|cantiere|luogo|commessa|sede|local|obra|projeto)\\b",
  ],
  [
    "customer",
    "\\b(?:client|customer|account|company|tenant|kunde|kundin|auftraggeber|klant|opdrachtgever|cliente)\\b(?! (?:contact|ref|no|id|e-?mail|phone)\\b)",
  ],
  [
    "task",
    "\\b(?:task|activity|service|work|type|^tipo$|tipo (?:de |di )?(?:trabajo|servicio|lavoro|servizio|intervento|attivita|trabalho|servico|atividade|actividad)|soort werk|art der (?:arbeit|leistung|tatigkeit)|narrative|purpose|route|course|language pair|language|shift|tatigkeit\\w*|leistung\\w*|arbeit\\w*|ausgefuhrte arbeit|bauteil|zweck|kurs|schicht|travail|travaux|prestation\\w*|activite|motif|objet|nature|werkzaamheden|werk|cursus|dienst|doel|trabajo\\w*|actividad|servicio|motivo|turno|lavor\\w*|attivita|servizio|prestazione|trabalho\\w*|servico|atividade)\\b",
  ],
  [
    "item",
    "\\b(?:item|goods|product|analysis|analyse\\w*|analisis|analisi|test|material|materials|article|equipment|plant|commodity|load|cargo|parts?|parts? fitted|ware|waren|material\\w*|artikel\\w*|gut|gerat|gerate|maschine|marchandise\\w*|materiel|materiau\\w*|produit\\w*|article\\w*|goederen|materieel|mercancia|material\\w*|producto|articulo|equipo|equipos|maquina|macchina|engin|merce|beni|materiale|prodotto|articolo|mercadoria|produto|artigo)\\b",
  ],
  [
    "description",
    "\\b(?:description|details?|particulars|text|document|what|beschreibung|bezeichnung|designation|libelle|omschrijving|descripcion|concepto|descrizione|descricao|designacao)\\b",
  ],
  [
    "notes",
    "\\b(?:notes?|comments?|remarks?|bemerkung\\w*|anmerkung\\w*|observation\\w*|remarque\\w*|opmerking\\w*|observacion\\w*|note|osservazion\\w*|observac\\w*)\\b",
  ],
  ["quantity", `^(?:${good})(?: qty)?$`],
  [
    "quantity",
    `\\b(?:this (?:period|claim|month)|neste auto|nesta medicao|este auto|dieser (?:abrechnung|zeitraum)|diesmal|cette situation|presente (?:certificacion|situacion)|questo sal|deze termijn|qty|quant\\w*|\\w*menge|anzahl|stuckzahl|stuck|nombre|nb|nbre|qte|aantal|hoeveelheid|cantidad|cant|unidades|uds|bultos|quantita|q\\.?ta|numero|pezzi|colli|quantidade|qtd|count|volume|units|usage|consumption|verbrauch|consommation|verbruik|consumo|net|netto|weight|gewicht|poids|peso|delivered|geliefert|livre|livree?s?|geleverd|entregad[ao]s?|consegnat[aeio]|entregues?|ist|actual|used|supplied|issued|executed|performed|ausgefuhrt|uitgevoerd|effectuee?s|realizad[ao]s|eseguit[aei]|executad[ao]s|samples|proben|echantillons|muestras|campioni|amostras|monsters|pieces|copies|participants?|attendees|deelnemers|teilnehmer\\w*)\\b(?!.*\\b${price}\\b)`,
  ],
  [
    "status",
    "\\b(?:completed?|done|erledigt|status|state|outcome|result|esito|resultat|resultado|uitkomst|zustand|etat|estado|stato|ergebnis)\\b",
  ],
];

const patterns = data.map(([role, words]) => ({ role, pattern: new RegExp(words) }));

/** Roles that the words of a folded title allow, the likeliest first. */
export function rolesByWords(title: string): readonly ColumnRole[] {
  return patterns.filter(({ pattern }) => pattern.test(title)).map(({ role }) => role);
}

/** A column that says itself that it tells what was meant, not what was done. */
const plannedTitle = new RegExp(`\\b${planned}\\b`);
export const isPlannedTitle = (title: string): boolean => plannedTitle.test(title);
