import type { FrameMatch } from "../engine/frame.ts";
import { marksValue } from "../literals/bounds.ts";

/** Reminders, returned debits and late payment: charges for what went wrong, not prices of work. */
const forDelay =
  /(?<![\p{L}])(?:reminders?(?: (?:fee|letter|charge))?|dunning|late (?:payment )?(?:charge|fee)|overdue|returned (?:payment|debit|cheque|check|direct debit)s?|bounced|dishonou?red|mahn(?:ung|spesen|gebuhr|kosten)\p{L}*|rucklastschrift\p{L}*|verzug\p{L}*|relances?|rappels?|rejet|penalites? de retard|indemnite forfaitaire|impaye\p{L}*|recouvrement|retard de paiement|recibos? devueltos?|devolucion (?:de|del) recibo|recordatorios?|gastos de (?:cobro|reclamacion)|mora|sollecit[oi]|insoluto|ritardato pagamento|aanmaning\p{L}*|herinnering\p{L}*|storneringskosten|incassokosten|laattijdige|lembretes?|devolucao de|atraso)(?![\p{L}])/u;
/** Consent that is needed from a sum on: it bounds nobody's price. */
const consent =
  /(?<![\p{L}])(?:approv\p{L}*|consent|authori[sz]\p{L}*|permission|prior (?:agreement|ok)|(?:your|written|e-?mailed) (?:ok|agreement|go-ahead)|ask(?:ing)? (?:you )?first|zustimmung|freigabe|genehmig\p{L}*|rucksprache|absprache|einverstandnis|accord (?:prealable|ecrit)|autorisation|validation prealable|autorizaci\p{L}*|aprobaci\p{L}*|conformidad previa|consentimiento|autorizzazione|consenso|benestare|toestemming|goedkeuring|akkoord|autorizacao|aprovacao|concordancia)(?![\p{L}])/u;
const fromThere =
  /(?<![\p{L}])(?:over|above|from|exceed\p{L}*|more than|beyond|ab|uber|mehr als|oberhalb|a partir de|au-dela de|plus de|superieur\p{L}* a|desde|mas de|superior\p{L}* a|oltre|sopra|da|superior[ei] a|vanaf|boven(?: de)?|meer dan|acima de|mais de|superior\p{L}* a)(?: (?:the|den|la|le|il|o|a))? ?(?:us)?$/u;
/** Up to a sum, and in the price: nobody is charged it. */
const isCovered =
  /(?<![\p{L}])(?:included|covered|free of charge|no charge|eingeschlossen|inbegriffen|inklusive|enthalten|abgegolten|compris\p{L}*|inclus\p{L}*|incluid[oa]s?|compres[oaie]|inbegrepen|begrepen|incluid[oa]s)(?![\p{L}])/u;
/** What the seller owes when it falls short. */
const forFailure =
  /(?<![\p{L}])(?:credit(?:s|ed)?(?! (?:card|terms|note))|gutschrift\p{L}*|gutgeschrieben|penalt(?:y|ies)|liquidated damages|vertragsstrafe|konventionalstrafe|avoir|penalites?|abono de|penalizacion\p{L}*|se descontaran?|se descuenta\p{L}*|deduccion|penale|penali|nota di credito|boete|crediteert|gecrediteerd|korting per gemiste|multa|desconta\p{L}*|nota de credito|deducted|taken off|knocked off|comes off)(?![\p{L}])/u;
const failure =
  /(?<![\p{L}])(?:miss(?:ed|ing)|not (?:covered|staffed|done|carried out|attended|met|held)|fails?|failure|late arrival|complaints?|unresolved|unreachable|outage|nicht (?:besetzt\p{L}*|erbracht\p{L}*|erledigt\p{L}*|eingehalten\p{L}*)|beanstand\p{L}*|ausfall\p{L}*|versaumt\p{L}*|manque\p{L}*|non (?:assure\p{L}*|effectue\p{L}*|realise\p{L}*|copert\p{L}*|eseguit\p{L}*)|no (?:cubiert\p{L}*|realizad\p{L}*|prestad\p{L}*)|incumpl\p{L}*|mancat\p{L}*|niet (?:uitgevoerd|nagekomen|bezet)|gemist\p{L}*|onopgelost|nao (?:cobert\p{L}*|realizad\p{L}*|prestad\p{L}*))(?![\p{L}])/u;

/** Security, what somebody answers for, and what a breach costs: sums that no work is billed by. */
const securityOrRisk =
  /(?<![\p{L}])(?:\p{L}*haftpflicht\p{L}*|\p{L}*aansprakelijkheid\p{L}*|claims? for (?:loss|damage)s?|public liability|professional (?:indemnity|liability)|responsabilite civile|responsabilidad civil|responsabilidade civil|responsabilita civile|selbstbehalt\p{L}*|selbstbeteiligung|eigen risico|deductible|franquia de seguro|kaution\p{L}*|cauzione|caution|caucao|fianza|waarborgsom|depot de garantie|security deposit|boete|vertragsstrafe|konventionalstrafe|penalizacion\p{L}*|penalidad\p{L}*|penale|penali|penalites?|multa|liquidated damages)(?![\p{L}])/u;

/** "18 % of the licence price of 60,000": what a share is taken of. */
const ofShare =
  /(?:%|percent|prozent|v\. ?h\.|pour ?cent|por ciento|per cento) (?:of|des|der|du|de|del|della|dell'|van) ?(?:the |het |de |la |l')?[\p{L}'-]+(?: [\p{L}'-]+){0,2} (?:of|von|in hohe von|de|di|van) $/u;

const price =
  "\\p{L}*(?:price|sum|fee|preis|summe|pauschale|honorar|prix|forfait|precio|importe|prezzo|compenso|prijs|som|vergoeding|preco)";
const holds =
  "(?:contains?|includes?|comprises?|allows?|carries|enthalt|umfasst|beinhaltet|comprend|inclut|contient|incluye|comprende|contiene|include|bevat|omvat|inclui|compreende)";
const partOf =
  "(?:an? |ein(?:en?)? |une? |un[ao]? |een |uma? )?(?:allowance|amount|sum|provision|betrag|budget|montant|importe|partida|importo|somma|bedrag|stelpost|verba|valor) (?:of|von|de|di|van) ";
/** "The fixed price contains 14,000 for lamps": a part of another sum, right behind the words that hold it in there. */
const heldInPrice = new RegExp(
  `(?<!\\p{L})(?:${price}|and|which|und|et|y|e|en) (?:already |bereits |deja |ya |gia |ja |reeds )?${holds} (?:${partOf})?(?:us ?)?$`,
  "u",
);
/** "The total price includes VAT of 900": so much of it, by name. */
const namedInPrice = new RegExp(
  `(?<!\\p{L})${price} ${holds} (?:[\\p{L}'-]+ ){1,3}(?:of|at|von|zu|in hohe von|de|a|di|van|ter waarde van) (?:us ?)?$`,
  "u",
);
const inPrice = new RegExp(
  `(?<!\\p{L})(?:in|im|dans|en|nel|no) (?:the |this |dem |diesem |le |ce |el |il |de |deze |o )?(?:\\p{L}+ )?${price},? (?:(?:is|are|sind|ist|zijn|est|sont) )?(?:us ?)?$`,
  "u",
);
const isHeld =
  /^[^.;,]{0,50}(?<!\p{L})(?:allowed|included|contained|provided|reserved|enthalten|vorgesehen|eingerechnet|prevus?|inclus|compris|previst[oai]s?|incluid[oa]s?|compres[oaei]|begrepen|opgenomen)(?!\p{L})/u;
const isPartOfPrice = ({ anchor, reading }: FrameMatch): boolean => {
  const before = reading.before(anchor, 110);
  if (anchor.type === "money" && anchor.per.length === 0 && namedInPrice.test(before)) return true;
  return heldInPrice.test(before) || (inPrice.test(before) && isHeld.test(reading.after(anchor, 80)));
};

/** Whether a sum marks the value of an order, is charged for delay, opens a need of consent, is in the price, or is owed by the seller. */
export function isOtherSum(match: FrameMatch): boolean {
  const { anchor, reading, segment } = match;
  if (isPartOfPrice(match)) return true;
  if (marksValue(reading.folded, anchor) || ofShare.test(reading.before(anchor, 90))) return true;
  const words = reading.slice({ start: segment.start, end: Math.max(segment.end, anchor.end) });
  const before = reading.before(anchor, 24);
  const isAbove =
    anchor.type === "money" && (anchor.bound === ">" || anchor.bound === ">=" || fromThere.test(before));
  if (isAbove && consent.test(reading.folded)) return true;
  if (forDelay.test(words)) return true;
  if (securityOrRisk.test(reading.folded.slice(segment.start, anchor.start))) return true;
  const isUpTo =
    (anchor.type === "money" && anchor.bound === "<=") ||
    /(?<![\p{L}])(?:bis|jusqu'a|hasta|fino a|tot|ate|up to) ?$/u.test(before);
  if (isUpTo && isCovered.test(words)) return true;
  return forFailure.test(words) && failure.test(reading.folded);
}
