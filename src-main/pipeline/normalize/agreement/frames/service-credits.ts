import { decimalText } from "../../../../../src-shared/money/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import type { Literal, PercentLiteral, QuantityLiteral } from "../literals/literal.ts";

const bounded = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, "u");

/** What is given back or kept from what is due, in seven languages. */
const gives = bounded(
  [
    "credit(?:s|ed)?|(?:falls?|drops?|goes down|is lowered) by|(?:sinkt|fallt|verringert sich) [^.;]{0,30}um|deduct(?:s|ed|ions?)?|reduc(?:es?|ed|tions?)|rebates?|abate(?:s|d|ments?)|taken off|comes? off|withh(?:old|olds|eld)|(?:keep|hold)s? back|waived|penal(?:ty|ties)",
    "gutschrift\\p{L}*|gutgeschrieben|abzug|abzuge|abgezogen|einbehalten|kurzt|mindert|minderung|gemindert|gekurzt|malus|ponalen?|ponale?s?|erstattet",
    "avoirs?|remises?|rabais|deductions?|deduit\\p{L}*|reductions?|reduit\\p{L}*|bonus-malus",
    "abonos?|abonara\\p{L}*|bonificacion\\p{L}*|bonificara\\p{L}*|deduccion\\p{L}*|deducira\\p{L}*|descontar?a?\\p{L}*|descontamos|descuentos?",
    "accredit\\p{L}*|abbuon\\p{L}*|detra\\p{L}*|riduzion\\p{L}*|ridott\\p{L}*|sconto|decurtazion\\p{L}*",
    "credito|creditad\\p{L}*|abatiment\\p{L}*|deducoes|deducao|descontad\\p{L}*|desconto|glosas?",
    "creditering\\p{L}*|gecrediteerd|korting\\p{L}*|aftrek|afgetrokken|in mindering|mindering",
  ].join("|"),
);

/** What was to be done and is not, too late, or less than promised. */
const fails = bounded(
  [
    "delay(?:s|ed)?|fail(?:s|ed|ure|ures)?|miss(?:es|ed|ing)?|late|later than|lateness|absent\\p{L}*|absence|not (?:met|reached|achieved|attended|done|delivered|available)|fall(?:s|ing)? short|short of|is down|downtime|outages?|deficien\\p{L}*|breach(?:es|ed)?|sla|service levels?|uptime|availability",
    "uberschreitung\\p{L}*|verspat(?:et|ung)\\p{L}*|verzogerung\\p{L}*|zu spat|nicht (?:eingehalten|erreicht|erbracht|erfullt)|ausfall\\p{L}*|verfugbarkeit|reaktionszeit\\p{L}*|fehl(?:t|en)|ausgefallen\\p{L}*",
    "retards?|non[- ](?:respect\\p{L}*|atteint\\p{L}*|tenus?)|(?:n'est|ne sont|n'a) pas (?!remis|concern|soumis|factur|inclus|compris)\\p{L}+|manqu\\p{L}*|disponibilite|indisponibilite|absence",
    "retrasos?|incumpl\\p{L}*|no (?:alcanz\\p{L}*|cumpl\\p{L}*)|disponibilidad|falta|ausencia|perdid[oa]s?|rot[oa]s?",
    "ritard\\p{L}*|mancat\\p{L}*|inadempi\\p{L}*|disponibilita|assenza",
    "atrasos?|incumpr\\p{L}*|descumpr\\p{L}*|disponibilidade|falhas?|ausencia",
    "te laat|gemist\\p{L}*|vertrag\\p{L}*|niet (?:gehaald|nagekomen|behaald|beschikbaar)|beschikbaarheid|uitval",
  ].join("|"),
);

/** On the wrong side of a level, which must be one of service: a share near the whole, or a time. */
const compares = bounded(
  "below|fewer than|under|less than|over|exceed(?:s|ed)?|beyond|longer than|more than|weniger als|unter\\p{L}*|uberschr\\p{L}*|mehr als|en dessous|inferieur\\p{L}*|moins de|depasse\\p{L}*|plus de|por debajo|inferior|menos de|supera\\p{L}*|mas de|al di sotto|inferiore|meno di|super[ai]\\p{L}*|oltre|abaixo|mais de|minder dan|onder|boven|overschr\\p{L}*|meer dan",
);

/** Headings over sums that are kept back when something fails. */
const ofFailure = bounded(
  "penalt(?:y|ies)|abatements?|deductions?|service (?:levels?|credits?)|performance (?:deductions?|levels?)|kpis?|sla|malus|ponalen?|niveaux? de service|niveles? de servicio|livelli di servizio|niveis de servico|dienstverleningsniveau|boetes?|korting",
);
/** Money that is late or short itself, and other sums that a failure costs without coming off the bill. */
const otherFailure =
  /\b(?:payments?|invoices?|paid|pay|overdue|interest|liquidated damages|damages|insur\w*|liabilit\w*|cancel\w*|terminat\w*|zahlung\w*|rechnung\w*|verzug\w*|vertragsstrafe|paiement\w*|facture|pagos?|pagament\w*|fattura|betaling\w*|deposit|minimum|minim[oa]|mindest\w*|vat|gst|mwst|ust|tva|iva|btw|retention|retainage|discount\w*|rabatt\w*|skonto|volume|turnover|orders? (?:below|under|of less))\b/;

/** "5 % off the next invoice": the bill that a credit comes off, which is not what is late. */
const offTheBill = bounded(
  "(?:on|from|of|auf|von|sur|de|del|della|da|van|in|op|su|sobre|na|no) (?:[\\p{L}'’]+ ){0,3}(?:invoice|payment|rechnung|facture|factura|fattura|fatura|factuur)",
);

/** What is promised of a service and measured: a share of something else may fall below a level, too. */
const ofService = bounded(
  "answer\\p{L}*|attend\\p{L}*|atendid\\p{L}*|angenommen\\p{L}*|beantwort\\p{L}*|decroch\\p{L}*|repond\\p{L}*|rispost\\p{L}*|beantwoord\\p{L}*|opgenomen|uptime|availab\\p{L}*|service levels?|sla|in time|resolv\\p{L}*|respon\\p{L}*|accura\\p{L}*|complet\\p{L}*|punctual\\p{L}*|on[- ]time|perform\\p{L}*|deliver\\p{L}*|quality|score|kpis?|patrols?|inspections?|verfugbar\\p{L}*|reaktions\\p{L}*|punktlich\\p{L}*|disponib\\p{L}*|delais?|ponctual\\p{L}*|tempi|tiempo|puntual\\p{L}*|beschikbaar\\p{L}*|stiptheid|pontual\\p{L}*|mangel\\p{L}*|qualit\\p{L}*|calidad|kwaliteit|reinig\\p{L}*|rate",
);

/** "Below 99.5 %", "99.7 % or less": the level that was promised, not what is given. */
const isThreshold = (literal: Literal): literal is PercentLiteral =>
  literal.type === "percent" && (/^(?:9\d|100)/.test(literal.value) || literal.bound === "<");

/** The sentence, with the one before it and the innermost heading: "If it falls below" may go on from there. */
const around = ({ reading }: FrameMatch): string =>
  `${reading.folded} ${reading.unit.previous?.folded ?? ""}`;

function isCredit(match: FrameMatch): boolean {
  const { reading, unit } = match;
  const heading = unit.contexts.at(-1)?.folded ?? "";
  const isShort =
    compares.test(reading.folded) &&
    (ofService.test(`${around(match)} ${heading}`) ||
      ofFailure.test(heading) ||
      reading.literals.some((literal) => literal.type === "quantity" && literal.isTime)) &&
    (promisedBefore(match) !== null ||
      reading.literals.some(
        (literal) => isThreshold(literal) || (literal.type === "quantity" && literal.isTime),
      ));
  if (!isShort && !fails.test(around(match))) return false;
  if (otherFailure.test(reading.folded.replace(offTheBill, ""))) return false;
  return gives.test(reading.folded) || ofFailure.test(heading);
}

/** "Credits of a month shall not exceed 20 %": how much all of them may come to. */
const boundsCredits =
  /\bcredits\b[^.;%]{0,70}\b(?:not|never) (?:to )?exceed(?:ed)?\b[^.;%]{0,40}$|\bcredits\b[^.;%]{0,40}\b(?:capped at|limited to)\b[^.;%]{0,30}$/;

export const serviceCreditFrame: Frame = {
  id: "service-credit",
  isGiven: true,
  anchors: ["percent", "money"],
  fit: (match) => {
    const { anchor, reading } = match;
    if (anchor.type !== "percent" && anchor.type !== "money") return 0;
    if (!isCredit(match)) return 0;
    if (/\b(?:vat|gst|hst|mwst|ust|tva|iva|btw|tax)\.? ?(?:\w+ )?$/.test(reading.before(anchor, 16)))
      return 0;
    if (boundsCredits.test(reading.before(anchor, 120))) return 0;
    return isThreshold(anchor) || (anchor.bound !== null && anchor.bound !== "<=") ? 0 : 8;
  },
  strong: [],
  project: (match) => {
    const { reading, anchor } = match;
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    if (boundsAnother(match)) return null;
    const threshold =
      reading.literals.findLast((literal) => isThreshold(literal) && literal.start < anchor.start) ??
      reading.literals.find(isThreshold);
    const earlier = threshold === undefined ? promisedBefore(match) : null;
    const count =
      threshold === undefined && earlier === null
        ? reading.literals.find(
            (literal): literal is QuantityLiteral =>
              literal.type === "quantity" && literal.start < anchor.start && literal.bound !== "<=",
          )
        : undefined;
    const level = threshold?.type === "percent" ? threshold.value : (earlier ?? count?.value ?? null);
    const measure = measureOf(match);
    return projection<"service-credit">({
      type: "service-credit",
      key: `credit|${measure}|${level ?? ""}|${anchor.value}`,
      value: {
        measure,
        // Without a figure the first occurrence counts: more than none.
        threshold: level ?? decimalText("0"),
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
      },
      taken: [threshold, count].filter((literal) => literal !== undefined),
    });
  },
};

/** "Reduced by $500 for each day, up to $15,000": how much all of them may come to, and no credit of its own. */
const boundsAnother = ({ anchor, reading }: FrameMatch): boolean =>
  "bound" in anchor &&
  (anchor.bound === "<=" || (anchor.type === "money" && anchor.isMost === true)) &&
  reading.literals.some(
    (other) =>
      (other.type === "money" || other.type === "percent") &&
      other.bound === null &&
      other.end <= anchor.start,
  );

/** The level that the sentence before promises: "Availability 99.5 % a month. Below that …". */
function promisedBefore({ reading }: FrameMatch): PercentLiteral["value"] | null {
  const before = reading.unit.previous?.folded ?? "";
  const found = /(?<![\d.,])(9\d(?:[.,]\d+)?|100) ?%/.exec(before)?.[1];
  return found === undefined ? null : decimalText(found.replace(",", "."));
}

/** What is measured: the words before the figure of the promise, else the condition. */
function measureOf({ reading }: FrameMatch): string {
  const named =
    /\b(uptime|availability|service level|response time|verfugbarkeit|disponibilite|downtime|accuracy|punctuality)\b/.exec(
      reading.folded,
    )?.[1] ??
    /\b(?:for each|for every|if|where|when|bei|si|se|indien) (?:an? |the |any |each )?([^,;.]{4,70})/.exec(
      reading.folded,
    )?.[1] ??
    /^\W*(\p{L}[^:.;,]{3,60})[:.;,]/u.exec(reading.folded)?.[1];
  return named?.trim() ?? "availability";
}
