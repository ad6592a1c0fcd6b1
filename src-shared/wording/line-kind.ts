import { isNegative } from "../money/index.ts";
import type { InvoiceLine } from "../model/index.ts";
import { foldWording } from "./fold.ts";

/** What a line bills, by its words: everything that is not plainly something else is a fee. */
export type LineKind =
  | "fee"
  | "discount"
  | "tax"
  | "rounding"
  | "deposit-applied"
  | "retention"
  | "late-fee"
  | "expense"
  | "service-credit"
  | "true-up"
  | "text";

const taxNames =
  "vat|i?gst|hst|pst|qst|(sales|state|county|city|local|use|goods and services) tax|mwst\\.?|ust\\.?|umsatzsteuer|mehrwertsteuer|tva|t\\.v\\.a\\.|iva|i\\.v\\.a\\.|btw|b\\.t\\.w\\.|moms|igic|tax";

/** A row that only names a tax, its rate and what it is taken from. "Tax return 2025" is work. */
const taxRow = new RegExp(
  `^(zzgl\\.? |plus |\\+ ?)?(\\d[\\d.,]* ?% )?(${taxNames})( ?[&/+] ?(${taxNames}))?(?=[\\s\\d(@:%]|$)[\\s\\d.,%()@:#$€£-]*((at|on|of|for|auf|von|aus|zu|sur|su|sobre|sul|over|op|rate|amount|net|netto|subtotal|labou?r|parts|materials?|goods|services|total|charges?|the|standard|reduced|taxable|base)[\\s\\d.,%()@:#$€£-]*)*$`,
);

const kinds: readonly (readonly [kind: LineKind, pattern: RegExp])[] = [
  [
    "late-fee",
    /\b(late[- ](payment )?(fees?|charges?|interest)|(default|statutory|overdue|arrears) (interest|charges?)|interest (on|for|charged on) (\w+ ){0,3}(overdue|late|unpaid|outstanding|arrears|invoices?)|finance charges?|past[- ]due (fees?|charges?)|(payment )?reminder (fees?|charges?)|dunning (fees?|charges?)|verzugszins(en)?|verzugspauschale|mahn(ung(en)?|gebuhr(en)?|kosten|pauschale|spesen)|(interets?|penalites?|majorations?) (de retard|moratoires)|frais de (rappel|relance)|indemnite (forfaitaire )?de recouvrement|interes(es)? (de demora|moratorios?)|recargo por (mora|demora)|interessi (di mora|moratori)|spese di sollecito|juros (de mora|moratorios)|multa (por|de) atraso|vertragingsrente|wettelijke (handels)?rente|nalatigheidsinte?rest(en)?|verwijlinte?rest(en)?|(aan|her)maningskosten|herinneringskosten|incassokosten)\b/,
  ],
  [
    "service-credit",
    /\b(service (level )?credit|sla credit|credit for (downtime|outage|sla)|service-?gutschrift|gutschrift (wegen|fur) (ausfall|nichtverfugbarkeit|verfugbarkeit)|avoir (pour )?(indisponibilite|interruption)|credito (de|di) (servicio|servizio|servico)|(bonificacion|abono|credito|desconto)( \d+(?:[.,]\d+)? ?%)? por (in)?(disponibilidad|disponibilidade)|accredito per (indisponibilita|disservizio)|tegoed (wegens|voor) (storing|uitval|downtime))\b/,
  ],
  [
    "retention",
    /^(less:? |minus |the )*(retention|hold-?back) *(@|\(|at |of |held|withheld|released?|money|this |due|\d|%|-|:|$)|\bretainage\b|\breleased? (of )?(the )?(retention|hold-?back)\b|\b(sicherheits|gewahrleistungs)?einbehalt\b|\b(retenue de|retencion de|retencao de) garan[a-z]+\b|\britenuta (di|a) garanzia\b/,
  ],
  [
    "deposit-applied",
    /\b((less|minus|applied|abzugl\.?|credit for|deduct(ed|ion of)?) (the )?(your )?(initial )?(deposit|prepayment|advance( payment)?|down ?payment|anzahlung|acompte)|(deposit|prepayment|retainer) (applied|credit|drawdown|deducted|used)|advance payment received)\b/,
  ],
  [
    "true-up",
    /\b(true[- ]?up|minimum (commitment|fee|charge|billing)? ?(shortfall|adjustment|top-?up)|(top-?up|make-?up|difference|adjustment|balance) (to|of|on|up to) (the )?(\w+ )?minimum|shortfall|mindestumsatz|(erganzung|aufstockung|aufzahlung|auffullung|differenz|ausgleich|nachzahlung) (auf|zum|zur|bis) (den |die |das |zur )?(\w+ )?mindest\w*|mindest(umsatz|mengen?|abnahme)(ausgleich|differenz)|minder(umsatz|menge|abnahme)|complement (de |du |au |jusqu'au |pour )(minimum|forfait minimum)|(complemento|ajuste|regularizacion|diferencia) (de |del |al |hasta (el )?|por )(\w+ )?minimo|(conguaglio|integrazione|adeguamento) (al |a |del |fino al )?(\w+ )?minimo|(complemento|acerto|diferenca) (do |de |ao |para o )(\w+ )?minimo|(aanvulling|bijbetaling|verschil) (tot|op|tot aan) (het |de )?(\w+ )?minimum\w*)\b/,
  ],
  [
    "discount",
    /\b(discount|rebate|ristourne|descuento|sconto|desconto|skonto|price reduction|loyalty credit|promotion(al)? (credit|discount)|volume credit)\b|\bremise( commerciale| exceptionnelle| de fidelite)?( de)? ?(\d|\(|-|:|%|$)|(rabatte?|nachlass|korting)\b/,
  ],
  [
    "rounding",
    /^(cash |swedish |kaufmannische )?(rounding|rundung|rundungs(differenz|ausgleich|betrag)|arrondis?|(ajuste|diferencia) (de|por) redondeo|redondeo|arrotondament[oi]|afronding|afrondings(verschil|bedrag)|(acerto|diferenca) de arredondamento|arredondamento)( (differences?|adjustment|adj|off|auf|to|a|aux|op|di|de|5|0[.,]05|rp|rappen|cents?|ct|centimes?|centesimi|centimos|euro|eur|chf))*\.?$/,
  ],
  ["tax", taxRow],
  [
    "expense",
    /\b(expenses?|reimburs\w*|disbursements?|out[- ]of[- ]pocket|mileage|per[- ]diem|airfare|air fare|flights?|hotel|lodging|accommodation|taxi|train (fare|ticket)|rail fare|car rental|rental car|parking|tolls?|meals?|subsistence|travel (costs?|expenses?)|spesen|auslagen|reisekosten|ubernachtung|fahrtkosten|kilometergeld|frais de (deplacement|mission|repas)|debours|postage|courier fees?|permit fees?|filing fees?)\b/,
  ],
];

/** The kind of a line from its words and sign. A line without any figure is "text". */
export function lineKindOf(line: InvoiceLine): LineKind {
  const hasFigure =
    line.net !== null || line.printedAmount !== null || line.unitPrice !== null || line.quantity !== null;
  if (!hasFigure) return "text";
  const kind = wordKindOf(line.description, line.group);
  if ((kind !== "fee" && kind !== "discount") || !takesOff(line)) return kind;
  const folded = foldWording(line.description);
  if (kind === "discount") return deductedMoney.test(folded) ? "deposit-applied" : kind;
  return kindsBelowZero.find(([, pattern]) => pattern.test(folded))?.[0] ?? kind;
}

/** A row below zero gives back; one without a sign bills. */
function takesOff({ net, printedAmount }: InvoiceLine): boolean {
  const amount = net?.value ?? printedAmount?.value ?? null;
  return amount !== null && isNegative(amount);
}

/** Words for what was paid or billed ahead: the row that takes it off needs no other sign of it than its minus. */
const earlierMoneyWords = [
  "deposits?|retainers?|pre-?pa(id|yments?)|down ?payments?|advances?|on account|part[- ]payments?|instal?lments?",
  "(previous(ly)?|already|earlier|prior) (billed|invoiced|paid|claimed|certified|payments?|invoices?|applications?)",
  "(payments?|amounts?) (received|to date)|paid to date",
  "(an|abschlags|voraus|akonto|teil)zahlung(en)?|abschlags?(rechnung(en)?)?|anzahlungsrechnung(en)?|akonto",
  "vorschuss|teilrechnung(en)?|bereits (berechnet|gezahlt|bezahlt|geleistet|abgerechnet|fakturiert)\\w*",
  "acomptes?|avances?|arrhes|provisions?|deja (facture|regle|paye|verse)\\w*|situations? (precedente|anterieure)s?",
  "anticipos?|a cuenta|senal|ya (facturad|abonad|pagad|cobrad)\\w*|certificacion(es)? anterior(es)?",
  "accont[oi]|anticip[oi]|caparra|gia (fatturat|versat|pagat|corrispost)\\w*",
  "aanbetaling(en)?|voorschot(ten)?|vooruitbetaling(en)?|(eerste|vorige|eerdere) termijn(en)?",
  "reeds (gefactureerd|betaald|voldaan|ontvangen)|sinal|adiantamentos?|ja (faturad|pag)\\w*",
  "zaliczk\\w*|zaloh\\w*|forskott|forskud|a ?conto",
].join("|");
const earlierMoney = new RegExp(`\\b(${earlierMoneyWords})\\b`);

/** "Descuento del anticipo": a word for a price reduction that also says that something is taken off, with what. */
const deductedMoney = new RegExp(
  `\\b(?:descuento|desconto|sconto|deduction|rebaja) (?:of |de |del |della |dell'|do |da |d')(?:the |la |el |l'|los |su )?(?:${earlierMoneyWords})\\b`,
);

/** Words that name work as well ("remise en état", "water retention"): on a row below zero they name what is taken off. */
const kindsBelowZero: readonly (readonly [kind: LineKind, pattern: RegExp])[] = [
  ["retention", /\b(retention|hold-?back|retenue|retencion|ritenuta|inhouding|retencao)\b/],
  ["deposit-applied", earlierMoney],
  [
    "service-credit",
    /\b(credits?|gutschrift|vertragsstrafe|penal(ty|ties|idad(es)?|izacion|e|i|ites?)?|pena|malus|abono|accredito|boetes?|multas?|bonificacion(es)? por (nivel|servicio|sla)|creditering|outage|downtime|ausfall|sla)\b/,
  ],
  [
    "discount",
    /\b(remise|rabais|reduction|bonificacion|rebaja|abatement|concession|goodwill|kulanz|geste commercial|\d+(?:[.,]\d+)? ?% off|(?:launch|introductory|loyalty|special|promotional?) (?:offer|price|rate)|promo(?:tion)?|aktions?(?:rabatt|preis)?|einfuhrungs\w*|treue\w*|offre (?:de lancement|speciale)|oferta|promocion|offerta|promozione|actie(?:korting)?|aanbieding|promocao|reducao)\b/,
  ],
  // A share that is taken off is a discount, whatever it is given for; what hours or a metre missed says so above.
  ["discount", /\d ?(?:%|percent|per cent|prozent|pct|pour cent|por ciento|per cento|procent|por cento)/],
];

/** Whether the words of a deduction from the whole invoice ("Retention 5 %") say that it is kept back, not given. */
export function namesRetention(reason: string): boolean {
  const folded = foldWording(reason).trim();
  return [...kinds, ...kindsBelowZero].some(
    ([kind, pattern]) => kind === "retention" && pattern.test(folded),
  );
}

const known = new Map<string, LineKind>();

function wordKindOf(description: string, group: string | null): LineKind {
  const key = group === null ? description : `${description}\n${group}`;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  if (known.size > 50_000) known.clear();
  const folded = foldWording(description).trim();
  let kind: LineKind = "fee";
  for (const [candidate, pattern] of kinds) {
    if (pattern.test(folded)) {
      kind = candidate;
      break;
    }
  }
  if (
    kind === "fee" &&
    group !== null &&
    /\b(expenses?|disbursements?|reimburs\w*|spesen|frais|auslagen)\b/.test(foldWording(group))
  )
    kind = "expense";
  known.set(key, kind);
  return kind;
}
