import type { LateFeeValue } from "../../../../../src-shared/model/index.ts";
import { hasLexeme } from "../engine/reading.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import type { QuantityLiteral } from "../literals/literal.ts";
import { isAmount } from "./adjustments.ts";

const lateCondition =
  /\b(?:overdue|(?:balances?|amounts?|invoices?|bills?|accounts?|sums?) (?:still )?(?:older|more|open|outstanding|unpaid)(?: than| for| past| after| beyond| over)|after \d+ days,? \d+(?:\.\d+)? ?%|past[- ]due|late|unpaid|delinquent|not paid|not received|outstanding|verzug\w*|retard|impaye\w*|after (?:the )?due date|beyond (?:the )?due date|interest (?:at|of|rate|on|shall|will|accrues?|charge|is|runs?)|(?:bears?|accrues?|charge) interest|per cent interest|% interest|monthly interest|finance charge|verzugszinsen|zinsen|interets?|penalites|penalizacion|intereses de demora|impago|falta de pago|mancato pagamento|nao pagamento|zahlungsverzug|interes(?:es)? moratorios?|moratori[oa]s?|mora|interessi|juros|wettelijke rente|rente|indemnite forfaitaire|frais de recouvrement|indemnite de \d+|beitreibung\w*|verzugspauschale|mahn(?:ung|gebuhr|kosten|pauschale|spesen)\w*|(?:payment |each |every |per )reminders?|reminder (?:fee|charge)s?|frais de (?:rappel|relance)|(?:chaque|par) (?:rappel|relance)|spese di sollecito|ogni sollecito|herinneringskosten|(?:elke|per) (?:aanmaning|herinnering)|costes de cobro|gastos de reclamacion|indennizzo forfettario|spese di recupero|costi di recupero|incassokosten|aanmaningskosten|custos de cobranca|recovery (?:costs?|charge|compensation|fee)|late payment compensation|(?:on|to) (?:what is|anything|any (?:sum|amount|balance)) (?:open|later|still open|left)|a statement open|anything later|is added to what|failing which|accrues?|atraso|retraso|ritardo|im verzugsfall|mahnspesen|nalatigheidsinte?rest\w*|verwijlinte?rest\w*|laattijdige betaling|te late betaling|schadebeding)\b/;

/** Interest by its word, in seven languages, and payment that is late or lacking. */
const interestWord =
  /\b(?:interest|finance charges?|service charges?|late (?:payment )?(?:fees?|charges?)|overdue|past due|(?<!\bin )arrears|arrear amounts|(?:verzugs)?zins(?:en|satz)?|verzug\w*|saumnis\w*|interets?|penalites?|moratoires?|defaut de paiement|interes(?:es)?|moratorios?|moratoria|mora|interessi|juros|rente|verzuim|laattijdig\w*|atraso|old balances|what (?:is|stays|remains) (?:open|unpaid))\b/;
/** "… 30 days. After that 2 % a month": what follows when the days of the sentence before have passed. */
const afterThat =
  /\b(?:after that|thereafter|from then(?: on)?|danach|anschliessend|ensuite|passe ce delai|au-dela|despues|pasado (?:este|ese) plazo|dopo di che|oltre tale termine|apos esse prazo|depois|daarna|nadien)\b/;
const payDays =
  /\b(?:payment|pay|net|due|invoices?|zahl\w*|rechnung\w*|paiement|factures?|pago|factura|pagamento|betal\w*|factuur)\b/;
/** What the seller owes for being late with the work. */
const lateWork =
  /\b(?:d'execution|de livraison|late (?:lines?|deliver\w*|completion|rush|arrival)|delay in|informes?|entreg\w*|consegna|lieferverzug|levering|line value|pu controllo|nel controllo|vertragsstrafe|konventionalstrafe|bauzeit|per incident|damages|loan|principal|darlehen\w*|kredit|pret|prestamo|mutuo|emprestimo|lening|security interest|equity|shares)\b/;

/** What is taken off for a delay is not owed for paying late. */
const takesOff =
  /(?<!\p{L})(?:abzuzieh\p{L}*|abgezogen|zieht [^.;]{0,60}\bab|kurz(?:t|en)|mindert|gemindert|verringert|reduzier\p{L}*|deduct\p{L}*|withh[eo]ld\p{L}*|taken off|takes? [^.;]{0,30} off|deduit\p{L}*|minor\p{L}*|reduit|deduc(?:e|ir|ira|idos?)|descont(?:ar|ara|ado)\p{L}*|detra\p{L}*|decurt\p{L}*|in mindering|afgetrokken|abat\p{L}*|descontad[oa]s?)(?!\p{L})/u;

/** A share per month, year or day beside words of interest, or after the days of payment: late interest. */
function isLateInterest({ reading, anchor }: Pick<FrameMatch, "reading" | "anchor">): boolean {
  if (anchor.type !== "percent" || lateWork.test(reading.folded)) return false;
  const near = `${reading.before(anchor, 24)} ${reading.after(anchor, 26)}`;
  const isPeriodic =
    anchor.per.some(({ unit }) => ["day", "month", "year"].includes(unit)) ||
    /\b(?:monthly|yearly|annual\w*|p\.? ?a\.?|per annum|l'an|par (?:mois|an)|mensual\w*|anual\w*|mensil\w*|al (?:mes|mese|ano)|ao (?:mes|ano)|all'anno|annuo|pro (?:monat|jahr)|im (?:monat|jahr)|monatlich|jahrlich|per (?:maand|jaar))(?![\p{L}])/u.test(
      near,
    );
  if (!isPeriodic) return false;
  // "Monthly in arrears, VAT 20 % extra": the rate of a tax is no interest.
  const own = `${reading.before(anchor, 14)} ${reading.after(anchor, 14)}`;
  if (hasLexeme(own, "tax") && !interestWord.test(near)) return false;
  const headings = reading.unit.contexts.at(-1)?.folded ?? "";
  return (
    interestWord.test(reading.folded) ||
    interestWord.test(headings) ||
    /\b(?:invoices?|accounts?|balances?|bills?|sums?)\b[^.;]{0,30}\b(?:over|older than|past) \d+ days/.test(
      reading.folded,
    ) ||
    (afterThat.test(reading.folded) && payDays.test(reading.unit.previous?.folded ?? reading.folded))
  );
}

/** "2 % a month (26.8 % a year)": the same interest once more. */
const isSaidAgain = ({ reading, anchor }: FrameMatch): boolean => {
  const head = reading.folded.slice(0, anchor.start);
  return /%[^%.;]{0,16}\((?:or |i\.e\. |=|soit |das sind )*$/.test(head);
};

export const lateFeeFrame: Frame = {
  id: "late-fee",
  anchors: ["percent", "money"],
  fit: (match) => {
    const { anchor, reading } = match;
    if (
      !isAmount(anchor) ||
      isSaidAgain(match) ||
      lateWork.test(reading.folded) ||
      takesOff.test(reading.folded)
    )
      return 0;
    const isInterest = isLateInterest(match);
    if (!isInterest && !lateCondition.test(reading.folded)) return 0;
    if (
      /\b(?:deliver(?:y|ed|ies)|completion|performance|loan|principal|escrow|deposit account|judgment|note)\b/.test(
        reading.folded,
      ) &&
      !/\b(?:invoice|payment|balance|amounts?|sums?|paid)\b/.test(reading.folded)
    )
      return 0;
    if (
      anchor.type === "money" &&
      !/\b(?:charge|fee|penalty|cost|failing which|entschadigung|verzugspauschale|mahn\w*|beitreibung\w*|pauschale|indemnite|recouvrement|administrative|compensation|costes de cobro|gastos|indennizzo|spese|costi|incassokosten|aanmaning\w*|custos|plus|interets?|interest|zinsen|rente|juros|interessi|intereses)\b/.test(
        reading.folded,
      )
    )
      return 0;
    if (
      anchor.type === "money" &&
      /\b(?:bounced|returned (?:check|cheque|payment)|nsf|dishono)/.test(reading.folded)
    )
      return 0;
    if (
      /\b(?:ownership|equity|shares?|controlling|security interest|interest in|undivided|membership)\b/.test(
        reading.folded,
      )
    )
      return 0;
    return isInterest ? 3 : 1.4;
  },
  strong: ["late", "interest"],
  governs:
    /\b(?:(?:service|late|finance|overdue) (?:charge|fee) (?:of|is|at)|interest (?:of|at|is)|interes(?:es)? moratorios?(?: de| del)?|verzugszinsen(?: von)?|mahn(?:spesen|gebuhr(?:en)?|kosten|pauschale)(?: von)?|(?:nalatigheids|verwijl)inte?rest(?:en)?(?: van)?|interets (?:de retard|moratoires)(?: de)?|interessi (?:di mora|moratori)(?: del)?|juros de mora(?: de)?)[ :(]*(?:a |an )?$/,
  follows:
    /^ ?(?:a|per) (?:month|year|day|week)[.;)]?$|^ ?(?:(?:a|per) (?:month|year|day|week)|monthly|p\.a\.|per annum)? ?(?:is|are|will be|shall be) (?:added|charged) (?:to|on) (?:what|any|anything|the|all|over|late|balances?|sums?)/,
  heading: ["late"],
  vetoes: ["wage", "refund", "warranty", "insurance"],
  zones: { boilerplate: -0.3 },
  project: ({ reading, anchor }) => {
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const per = anchor.per.find((unit) => ["day", "month", "year"].includes(unit.unit));
    const words = reading.folded;
    const near = `${reading.before(anchor, 40)} ${reading.after(anchor, 50)}`;
    // "multa de 2% e juros de 1% ao mês", "10 % schadebeding": once, whatever the interest beside it.
    const isPenalty =
      /\bmulta[^,;.%]{0,16}$/.test(reading.before(anchor, 24)) ||
      /^ ?(?:forfaitaire? )?(?:schadebeding|schadevergoeding|clause penale)/.test(reading.after(anchor, 30));
    const cadence = isPenalty
      ? "once"
      : per !== undefined
        ? (per.unit as LateFeeValue["per"])
        : anchor.type === "money"
          ? "once"
          : /\b(?:annual(?:ly)?|per annum|p\.a\.|apr|per year|a year|jahres|yearly|l'an|par an|p\. ?a\.|anual|annuo|annui|ao ano|per jaar|jahrlich|im jahr|pro jahr|all'anno|annuale)\b/.test(
                near,
              )
            ? "year"
            : /\b(?:per month|monthly|a month|each month|(?:each|every|for each|per|fur jeden|je|jeden|pro|pour chaque|par|chaque|por cada|cada|per ogni|ogni|voor elke|per|elke)(?: \p{L}+)? (?:calendar )?(?:months?|monats?|mois|mes|mese|maand)|par mois|pro monat|monatlich|per maand|al mese|al mes|por mes|ao mes|im monat|mensual\w*|mensil\w*|mensal)\b/u.test(
                  near,
                )
              ? "month"
              : /\b(?:per day|daily|each day|a day)\b/.test(near)
                ? "day"
                : anchor.type === "percent" &&
                    /\b(?:added|one-time|late (?:fee|charge|penalty) of|of the (?:invoice|overdue|unpaid|outstanding))\b/.test(
                      words,
                    )
                  ? "once"
                  : null;
    const days = reading.literals.find(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" &&
        literal.unit === "day" &&
        // "Due 30 days after their date, then 1 % a month": those are the days of payment.
        !/\b(?:(?<!over|past )due|payable|pay|payment|net|zahlbar|fallig)(?: in| within| innerhalb| binnen)? ?$/.test(
          reading.before(literal, 24),
        ) &&
        /\b(?:after|more than|older than|over|beyond|within|past|if not paid|unpaid for|exceed\w*|later than)\b/.test(
          reading.before(literal, 30) + reading.after(literal, 24),
        ),
    );
    const isDue = /\b(?:due date|days? (?:past|over|late|overdue|after (?:the )?due|delinquent))\b/.test(
      words,
    );
    const external =
      /\b(?:above|over|plus|uber dem|au-dessus du|points? above|in excess of) (?:the )?(?:[a-z ]{0,24})?(?:base rate|prime|basiszins\w*|bank rate|ecb|ezb|bce|libor|euribor|sofr|taux)\b|\b(?:base|prime) rate\b/.exec(
        words,
      );
    const lesser =
      /\b(?:or|and) (?:if less,?|the maximum|the highest|such lesser|the greater|whichever)[^.;]{0,60}|\b(?:lesser|greater|lower|higher) of\b[^.;]{0,60}/.exec(
        words,
      );
    const value: LateFeeValue = {
      ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
      per: cadence,
      after:
        days !== undefined && /^\d+$/.test(days.value) && isDue
          ? Number(days.value)
          : days === undefined
            ? 0
            : null,
    };
    return projection<"late-fee">({
      type: "late-fee",
      key: `late-fee|${anchor.type}`,
      value,
      remainder: external?.[0] ?? lesser?.[0],
      questions: [
        ...(cadence === null ? ["late-fee-period-unsaid"] : []),
        ...(days !== undefined && !isDue ? ["late-fee-start"] : []),
      ],
      taken: days === undefined ? [] : [days],
    });
  },
};
