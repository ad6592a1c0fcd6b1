import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { invoiceSource, words } from "../lexicon/invoice-words.ts";
import type { QuantityLiteral } from "../literals/literal.ts";

/** What comes too late, besides invoices, folded, in seven languages. */
const charges = words(
  [
    invoiceSource,
    "charges?|jobs?|work|hours|time|trips?|journeys|shifts|items?|services?|entries|expenses|paperwork|nothing|anything|visits?|deliveries",
    "\\p{L}*rechnungen|\\p{L}*leistungen|\\p{L}*stunden|\\p{L}*arbeiten|\\p{L}*einsatze|forderungen|spesen",
    "prestations?|heures|travaux|interventions?|frais",
    "servicios?|trabajos?|horas|gastos|partes",
    "servizi\\w*|lavori|prestazion\\w*|ore|interventi",
    "servicos?|trabalhos?|horas|despesas",
    "uren|werk\\w*|diensten|ritten|kosten",
  ].join("|"),
);
/** A bound in time: "older than", "later than", "after", and their like. */
const pastBefore =
  /(?:^|[\s(])(?:older than|(?:later|more) than|over|beyond|past|after|alter als|(?:langer|spater|mehr) als|nach ablauf von|nach|plus (?:tard )?(?:de|que)|au-dela de|apres|passes?|mas de|superior a|pasad[oa]s|transcurrid[oa]s|despues de|oltre|piu di|dopo|trascorsi|mais de|apos|passados|decorridos|ouder dan|later dan|langer dan|na)(?: de| les| los| i| os)?$/;
const pastBehind =
  /^ ?(?:(?:calendar |working |natural\w* )*(?:old|older|late|after|following|from|of|nach|alt|apres|de la|de l'|despues|desde|dopo|dalla|dal|apos|na|oud)\b)/;
/** And what happens then: it is not paid any more. */
const refused = words(
  [
    "declin\\w*|(?:not|never) (?:be )?liable|no (?:claims?|invoices?|charges?|bills?)|waive[sd]?|forfeit\\w*|lapse[sd]?|barred|lose[sd]? the right|not be (?:paid|met|honou?red|accepted|entertained|processed|invoiced|billed|charged)|(?:will|may|shall|can|must)(?: not|n't) (?:be )?(?:pay|paid|accept\\w*|honou?r\\w*|invoice\\w*|bill\\w*|charge\\w*|touch|entertain)|cannot be (?:paid|invoiced|billed|charged|claimed)|won't (?:pay|touch|accept|be paid)|no longer (?:paid|payable|billable)|no obligation to (?:pay|accept)|not (?:be )?(?:obliged|required|liable) to pay|nothing (?:[a-z]+ ){0,4}(?:invoiced|billed|charged|claimed|paid)|is free|are free",
    "nicht (?:mehr )?(?:bezahlt|vergutet|berechnet|anerkannt|akzeptiert|erstattet|bearbeitet)|erlischt|erloschen|verwirkt|verfall\\w*|verjahr\\w*|ausgeschlossen",
    "ne (?:sera|seront|sont|peuvent|peut|pourra|pourront)[^.;]{0,24}(?:paye\\w*|facture\\w*|regle\\w*|accepte\\w*)|forclos\\w*|prescrit\\w*|perdu\\w*",
    "no se (?:admit\\w*|pagara\\w*|abonara\\w*|aceptara\\w*|facturara\\w*|atendera\\w*)|caduc\\w*|prescri\\w*|perdid\\w*",
    "non (?:sara\\w*|verra\\w*|possono|puo)[^.;]{0,24}(?:pagat\\w*|fatturat\\w*|accettat\\w*|riconosciut\\w*)|decad\\w*|prescri\\w*",
    "nao (?:aceit\\w*|pag\\w*)|nao (?:sera|serao|pode\\w*)[^.;]{0,24}(?:pag\\w*|faturad\\w*|aceit\\w*)|caduca\\w*",
    "niet meer te betalen|niet (?:meer )?(?:voor vergoeding in aanmerking|betaald|vergoed|gefactureerd|in behandeling|geaccepteerd)|vervalt|vervallen",
  ].join("|"),
);
/** Or what must happen before: "must be invoiced within 60 days of the work". */
const deadline =
  /\bnot (?:invoiced|billed|submitted|claimed|presented) within\b|\b(?:must|shall|is to|are to|has to|have to|only)\b[^.;]{0,30}\b(?:invoiced?|bill(?:ed)?|submit(?:ted)?|claim(?:ed)?|charged?|present(?:ed)?)\b[^.;]{0,20}\b(?:within|no later than|not later than)\b|\b(?:nothing|no \w+) may be invoiced later\b/;
/** Is billed, in a sentence that also says what happens else. */
const billedIn = words(
  "invoiced|billed|submitted|claimed|abzurechnen|abgerechnet|in rechnung (?:zu )?(?:stellen|gestellt)|factures?|facturad[oa]s?|fatturat[oaie]|faturad[oa]s?|gefactureerd",
);
const ofWork =
  /\b(?:service\w*|performance|performed|deliver\w*|rendered|incurred|completion|work\w*|jobs?|done|provided|month in which|\w*leistung\w*|erbracht|\w*liefer\w*|shipment|older|trips?|journeys|prestations?|execut\w*|realis\w*|livraison|servicios?|trabajos?|entrega|servizi\w*|lavori|consegna|diensten|servicos?|uren|levering|hours|stunden|load(?:ed|ing)?|incurr\w*|entrega\w*|albaran\w*)\b/;
const otherRule =
  /\b(?:warrant\w*|claims? (?:against|(?:for|of|in respect of) (?:\w+ ){0,2}(?:loss|damage|shortage|defect|injury|indemnity|infringement|compensation))|dispute[sd]?|accept or (?:reject|decline|refuse)|notice of|confidential\w*|response|cancel\w*|interest|late (?:fee|charge)|free of charge|discount|complain\w*|retention|garantie|gewahrleistung|reklamation\w*|retour\w*)\b|%/;

/**
 * Charges that come too late are not paid: a time that bounds them, what they are, and the refusal, in any order.
 *
 * "Claims over three months after the journeys will not be met", "Toda factura presentada pasados 120 días caduca".
 */
export const chargeAgeFrame: CueFrame = {
  id: "charge-age",
  cue: new RegExp(`${refused.source}|${deadline.source}`, "u"),
  project: (reading) => {
    const { folded, unit } = reading;
    if (otherRule.test(folded) || unit.zone === "boilerplate") return [];
    if (!charges.test(folded) && !ofWork.test(folded)) return [];
    const isDeadline =
      (deadline.test(folded) && ofWork.test(folded)) || (billedIn.test(folded) && refused.test(folded));
    const bound = reading.literals.find(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" &&
        literal.isTime &&
        ["day", "week", "month", "year"].includes(literal.unit) &&
        (isPast(reading, literal) ||
          (isDeadline && literal.bound === "<=") ||
          (isDeadline && /\b(?:within|than)\b[^.;]{0,8}$/.test(reading.before(literal, 20)))),
    );
    if (bound === undefined || !(isDeadline || refused.test(folded))) return [];
    const count = Number(bound.value);
    const days = { day: 1, week: 7, month: 30, year: 365 }[bound.unit as "day" | "week" | "month" | "year"];
    if (!Number.isInteger(count) || count * days < 5) return [];
    const isExact = bound.unit === "day" || bound.unit === "week";
    return [
      projection<"charge-age">({
        type: "charge-age",
        key: "charge-age",
        value: { days: count * days },
        taken: [bound],
        ...(!isExact && {
          remainder: reading.text.slice(bound.start, bound.end),
          questions: ["months-as-days"],
          weight: -0.2,
        }),
      }),
    ];
  },
};

const isPast = (reading: Reading, literal: QuantityLiteral): boolean =>
  literal.bound === ">" ||
  literal.bound === ">=" ||
  pastBefore.test(reading.before(literal, 24).trimEnd()) ||
  pastBehind.test(reading.after(literal, 24));
