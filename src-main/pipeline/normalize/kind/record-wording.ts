import type { DocumentKind } from "../../../../src-shared/model/index.ts";

/** Kinds of papers that prove what was done or delivered. */
export type RecordKind = Extract<
  DocumentKind,
  "timesheet" | "work-order" | "delivery" | "acceptance" | "usage" | "expense"
>;

const day = "(?:\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? [a-z]{3,10}\\.?)";
const hours =
  "\\d{1,2}(?:[.,:]\\d{1,2})? ?(?:h(?:ours?|rs?|eures?|oras?)?|std\\.?|stunden?|uur|uren|u|ore|ora)";

/**
 * What is written on records of work and goods, folded, by kind and in seven languages: labels and deeds that nobody
 * writes on an offer or an invoice. Each wording counts once for its weight.
 */
const wordings: readonly (readonly [RecordKind, number, RegExp])[] = [
  [
    "work-order",
    1,
    /\b(?:work (?:done|carried out|performed|completed)|job done|fault(?: found)?|ausgefuhrte arbeit(?:en)?|durchgefuhrte arbeit(?:en)?|arbeiten ausgefuhrt|travaux? (?:effectues?|realises?|executes?)|intervention (?:effectuee|realisee)|trabajos? (?:realizados?|efectuados?|ejecutados?)|trabajo ?:|lavor[oi] (?:eseguit[oi]|svolt[oi]|effettuat[oi])|intervento eseguito|trabalhos? (?:realizados?|efetuados?|executados?)|(?:uitgevoerde?|verrichte) werk(?:zaamheden)?|werk uitgevoerd)\b/,
  ],
  [
    "work-order",
    0.8,
    /\b(?:technician|engineer|journeyman|fitter|operative|crew|monteur(?:in)?|techniker(?:in)?|kundendiensttechniker|technicien(?:ne)?|intervenants?|operari[oa]s?|tecnic[oa]|operai[oa]?|operatore|monteurs?) ?:/,
  ],
  [
    "work-order",
    0.8,
    /\b(?:arrived|arrival|time on site|on site|left site|departed|start(?:ed)? ?(?:time)?:? ?\d{1,2}[:.]\d\d|ankunft|abfahrt|arbeitsbeginn|heure d'arrivee|arrivee|depart|hora de (?:llegada|entrada|salida)|de \d{1,2}[:.h]\d{2} a \d{1,2}|ora (?:di )?(?:inizio|fine|arrivo)|hora de (?:chegada|inicio|fim)|aankomst|vertrek|aanvangstijd)\b/,
  ],
  [
    "work-order",
    0.7,
    /\b(?:parts? (?:used|fitted)|materials? (?:used)?:|material(?:verbrauch)? ?:|verbrauchtes material|ersatzteile|pieces (?:posees|utilisees)|fournitures? ?:|materiaux? ?:|material(?:es)? (?:empleado|utilizado)s?|materiale? (?:usato|impiegato|utilizzato)|materiali ?:|materiale ?:|materia(?:l|is) (?:usados?|aplicados?)|gebruikt(?:e)? materia(?:al|len)|materiaal ?:)/,
  ],
  [
    "timesheet",
    1.2,
    new RegExp(`${day}[^.;]{0,60}?\\b${hours}\\b[\\s\\S]*?${day}[^.;]{0,60}?\\b${hours}\\b`),
  ],
  [
    "timesheet",
    0.8,
    /\b(?:employee|consultant|worker|staff name|mitarbeiter(?:in)?|arbeitnehmer(?:in)?|salarie[e]?|collaborat(?:eur|rice)|relect(?:eur|rice)|empleado|trabajador(?:a)?|dipendente|collaborator[ei]|lavorator[ei]|funcionari[oa]|colaborador(?:a)?|medewerk(?:er|ster)|werknemer) ?:/,
  ],
  [
    "delivery",
    1.2,
    /\b(?:received (?:by|in good order|from)|goods received|delivered (?:to|by)|loads?:? \d|\d+ loads?|driver|vehicle reg|gross weight|tare|signature of recipient|empfangen|ware erhalten|ubernommen|geliefert|kolli|fahrer|kennzeichen|recu (?:par|le|conforme)|marchandises? recues?|livree? (?:a|le|par)|chauffeur|ontvangen(?: door)?|voor ontvangst|geleverd|recibi(?:do)?(?: conforme| por)?|firma destinatario|entregad[oa]s? (?:a|por|el)|causale|vettore|colli|conducente|ricevuto da|consegnat[oa] (?:a|da|il)|recebi(?:do)?(?: por)?|transportador|entregue (?:a|por|em))\b/,
  ],
  [
    "acceptance",
    1.2,
    /\b(?:(?:accept(?:s|ed)?|approve[sd]?) (?:the )?(?:deliverables?|work|works|milestone|phase|documents?|design)|without (?:defects|reservations?)|no defects|punch list|snag(?:ging)? list|(?:ohne|keine) (?:wesentlichen )?mangel|abgenommen|nimmt (?:die|das|den|hiermit)[^.]{0,60} ab\b|mangelfrei|sans reserves?|receptionn[a-z]+|prononce la reception|sin reservas|se recepciona[n]?|recibe[n]? de conformidad|a su (?:entera )?satisfaccion|senza riserve|accetta(?:no)? (?:le opere|i lavori|la fornitura)|sem reservas|aceita (?:os|as|a) |zonder gebreken|goedgekeurd|opgeleverd|aanvaard)\b/,
  ],
  // "Stage complete and accepted by client": who checks a stage off signs for nothing else.
  [
    "acceptance",
    1.6,
    /\b(?:completed?|finished|fertiggestellt|abgeschlossen|termine[es]*|acheve[es]*|voltooid|afgerond|terminad[oa]s?|completad[oa]s?|completat[oaie]|ultimat[oaie]|concluid[oa]s?)[^.;:]{0,20} (?:and|und|et|en|y|e) (?:accepted|approved|abgenommen|accepte[es]*|receptionne[es]*|aanvaard|goedgekeurd|opgeleverd|aceptad[oa]s?|recibid[oa]s?|accettat[oaie]|aceite?s?|aceit[oa]s?)(?: (?:by|vom|durch|par|door|por|dal|pel[oa]) [^.;:]{2,40})? ?[:.]/,
  ],
  // "Commissioning declared without reservation": what was put into service was taken over.
  [
    "acceptance",
    1.6,
    /\b(?:commissioning|inbetriebnahme|mise en service|ingebruikname|inbedrijfstelling|puesta en (?:servicio|marcha)|messa in (?:servizio|funzione)|entrada em (?:servico|funcionamento))(?: [a-z]+){0,4} (?:without (?:reserv|defect|remark)|ohne (?:mangel|vorbehalt|beanstandung)|sans (?:aucune )?reserve|zonder (?:gebreken|voorbehoud|opmerking)|sin reserva|senza riserv|sem reserva)/,
  ],
  [
    "acceptance",
    0.8,
    /\b(?:handover|handed over|inspected|joint inspection|besichtigt|begehung|fertiggestellt|vollstandig ausgefuhrt|constate|visite contradictoire|acta|se da por (?:terminad|finalizad)[oa]|sopralluogo|ultimat[io]|vistoria|concluid[oa]s?|opneming|gereed)\b/,
  ],
  [
    "usage",
    1.2,
    /\b(?:meter reading|previous reading|current reading|zahlerstand|stand (?:alt|neu|am)|alter stand|neuer stand|index (?:ancien|nouveau)|ancien index|nouvel index|lectura (?:anterior|actual)|lettura (?:precedente|attuale)|leitura (?:anterior|atual)|(?:oude|nieuwe|begin|eind) ?stand)\b/,
  ],
  [
    "expense",
    1.2,
    /\b(?:receipt (?:no|number|attached|\d)|receipts?\b|reimburs\w+|out-of-pocket|mileage|per diem|beleg(?:e|nr)?\b|quittung|auslagen|kilometergeld|verpflegungsmehraufwand|justificatifs?|note de frais|frais de (?:deplacement|repas|mission)|indemnites? kilometriques?|tickets? de|dietas?|kilometraje|gastos de|scontrin[oi]|ricevut[ae]|rimborso|indennita chilometrica|recibos?|ajudas de custo|bonnetje|kilometervergoeding|onkosten)\b/,
  ],
];

/** What a customer's signature on a paper of work or goods looks like, in seven languages. */
const confirmed =
  /\b(?:customer signature|client signature|signed (?:by|for)?|signature|approved by|checked by|to my satisfaction|unterschrift|gez\.|abgezeichnet|bestatigt|gepruft|visa|vu (?:pour accord|et accepte|et approuve)|bon pour (?:accord|reception)|pour accord|signature du client|conforme|visto bueno|vo\.? ?bo\.?|firma(?:do)?|visto|per (?:accettazione|conferma|ricevuta)|firma del cliente|assinatura|visto do cliente|handtekening|akkoord|voor akkoord|paraaf)(?![a-z])/;

/** Points of each kind of record that a short paper's words give; a signature speaks for whatever has some. */
export function recordPoints(folded: string): ReadonlyMap<RecordKind, number> {
  const points = new Map<RecordKind, number>();
  for (const [kind, weight, pattern] of wordings)
    if (pattern.test(folded)) points.set(kind, (points.get(kind) ?? 0) + weight);
  if (confirmed.test(folded))
    for (const [kind, sum] of points) if (kind !== "expense" && kind !== "usage") points.set(kind, sum + 0.5);
  return points;
}
