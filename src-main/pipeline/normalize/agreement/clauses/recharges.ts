import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  isDecimalText,
  multiply,
} from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { withoutExclusions } from "../engine/exclusions.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { goodsWords } from "../lexicon/expense-words.ts";
import { words } from "../lexicon/invoice-words.ts";
import type { Literal } from "../literals/literal.ts";
import { passedOnTypes } from "./cost-recovery.ts";
import { limitsOf } from "./expense-limits.ts";
import { otherCost } from "./passed-on.ts";

/** Charges what somebody else charged, folded, in seven languages: the verb alone says that it is no price. */
const recharges = words(
  [
    "on-?charged|re-?(?:charged|billed|invoiced)|passed (?:on|through|along)|charged on|reimburs(?:ed|able|es?)|refunded|at (?:exactly )?what (?:i|we) pay|at what [a-z]+ charges? (?:us|me)|at our cost",
    "(?:ersetzen|erstatten|verguten) (?:wir|sie)|wir (?:ersetzen|erstatten|verguten)|weiter(?:berechnet|verrechnet|belastet|gegeben|fakturiert)|(?:werden|wird) [^.;]{0,40}(?:erstattet|ersetzt)|zum selbstkostenpreis",
    "refactur\\w*|rembourse\\w*|repercut\\w*",
    "repercut\\w*|reembols\\w*|suplidos|se (?:cobran?|pagan?|abonan?) por (?:el|su) importe",
    "rimbors\\w*|riaddebit\\w*|ribaltat\\w*",
    "reembols\\w*|repassad\\w*|redebitad\\w*",
    "doorbelast|doorberekend|vergoed|terugbetaald",
  ].join("|"),
);
/** "… a cargo del cliente", "borne by the customer": with a word of expenses, billable. */
const borne =
  /\b(?:borne by|payable by|at the expense of|for the account of) (?:the )?(?:client|customer|buyer|hirer|owner)\b|\b(?:tragt|tragen|ubernimmt|zahlt) (?:der|die|das) (?:auftraggeber\w*|kunde\w*|besteller\w*)|\ba la charge du client|\b(?:a cargo|por cuenta) del? (?:cliente|contratante)|\ba carico d(?:el|ella|i) (?:cliente|committente|contraente)|\b(?:a cargo|por conta) d[oa] (?:cliente|contratante)|\bvoor rekening van (?:de )?(?:klant|opdrachtgever)/;
/** Verbs that nothing but a cost passed on has; one refunds and passes on other things too. */
const alone =
  /\b(?:on-?charged|re-?(?:charged|billed|invoiced)|at (?:exactly )?what [a-z]+ (?:pay|charges?)|at our cost|weiter(?:berechnet|verrechnet|belastet|fakturiert)|refactur\w*|repercut\w*|suplidos|riaddebit\w*|ribaltat\w*|redebitad\w*|doorbelast|doorberekend)\b/;
/** Costs of going somewhere: with a limit they are no price of work. */
const travel = words(
  "rail fares?|train fares?|hotels?(?:'s)?|nights?'s? hotel|flights?|airfares?|lodging|subsistence|accommodation|taxis?|travel|reisekosten|fahrtkosten|bahnfahrt\\w*|(?:uber)?nachtigung\\w*|ubernachtung\\w*|hebergement|deplacements?|repas|desplazamientos?|alojamiento|dietas|trasfert\\w*|vitto|alloggio|deslocac\\w*|alojamento|reiskosten|verblijf\\w*",
);
const charged = words(
  "charge[ds]?|bill(?:ed|s)?|invoiced?|paid|berechnet|verrechnet|abgerechnet|factur\\w*|cobra\\w*|paga\\w*|addebit\\w*|fattura\\w*|gefactureerd|berekend",
);
const label = words(
  "expenses?|disbursements?|out-of-pocket|reimbursables?|spesen|auslagen|(?:reise|neben|fahrt)kosten|frais|debours|gastos|suplidos|spese|rimborsi|despesas|onkosten|reiskosten",
);
const ofFees =
  /\b(?:expenses?|costs|disbursements|spesen|auslagen|frais|gastos|spese|despesas|onkosten)\b[^.;]{0,12}\b(?:includ\w*|inklusive|inbegriffen|compris\w*|inclu\w*|compres\w*|inbegrepen)\b|\b(?:including|inclusive of|inkl\w*|einschliesslich|y compris|incluid[oa]s|inclus[ei]|inclusief) (?:all )?(?:expenses?|costs|disbursements|spesen|auslagen|frais|gastos|spese|despesas|onkosten)\b/;
const onTop =
  /(?:\+|plus|mark-?up|handling|fee|commission|uplift|admin\w*|aufschlag|zuschlag|bearbeitung\w*|frais|marge|majora\w*|gestion|recargo|comision|ricarico|gestione|margem|taxa|gestao|opslag|beheer|zzgl\.?|zuzuglich)/u;

/**
 * Costs that are passed on: a verb of recharging, a label of expenses, or travel with a limit, and beside it the
 * markup, the limits and the receipts in any order. A factor on the cost ("1.10 times our cost") is its markup.
 */
export const rechargeFrame: CueFrame = {
  id: "recharge",
  unless: "expenses",
  cue: new RegExp(`${recharges.source}|${travel.source}|${label.source}`, "u"),
  veto: otherCost,
  project: (reading) => {
    const { unit } = reading;
    const folded = withoutExclusions(reading.folded);
    if (unit.zone === "boilerplate" || unit.zone === "signature" || unit.zone === "definitions") return [];
    const limits = limitsOf(reading);
    const markup = markupOf(reading);
    const isRecharged = recharges.test(folded) || (label.test(folded) && borne.test(folded));
    const isLabelled = label.test(folded) || label.test(unit.contexts.at(-1)?.folded ?? "");
    // "Fees will not exceed $9,000, expenses included" bounds the fees.
    if (!isRecharged && ofFees.test(folded)) return [];
    const isBounded = limits.taken.length > 0 || markup !== null;
    const isTravel = travel.test(folded) && charged.test(folded) && limits.taken.length > 0;
    if (!isRecharged && !isTravel && !(isLabelled && isBounded)) return [];
    if (
      isRecharged &&
      !isBounded &&
      !alone.test(folded) &&
      !goodsWords.test(folded) &&
      !isLabelled &&
      !/[:|]/.test(folded)
    )
      return [];
    // Other shares belong to a discount or a tax, and a price without a limit to the work.
    const shares = reading.literals.filter(({ type }) => type === "percent" || type === "multiplier");
    if (shares.length > (markup === null ? 0 : 1)) return [];
    const types = passedOnTypes(folded);
    const value: ExpensesValue = {
      ...(types.length > 0 && { types }),
      ...(markup !== null && isDecimalText(markup.percent) && { markupPercent: markup.percent }),
      ...limits.value,
    };
    return [
      projection<"expenses">({
        type: "expenses",
        key: `expenses|${types.join("+")}|recharge|${markup?.percent ?? ""}`,
        value,
        taken: [...limits.taken, ...(markup === null ? [] : [markup.literal])],
        ...(limits.condition !== null && { conditions: [limits.condition] }),
      }),
    ];
  },
};

/** "+ 10 % handling", "mit 8 % Aufschlag", "1.10 times our cost". */
function markupOf(reading: Reading): { readonly percent: string; readonly literal: Literal } | null {
  for (const literal of reading.literals) {
    if (literal.type === "percent" && literal.per.every(({ cadence }) => cadence === null)) {
      const around = `${reading.before(literal, 24)} ${reading.after(literal, 24)}`;
      if (onTop.test(around)) return { percent: literal.value, literal };
    }
    if (
      literal.type === "multiplier" &&
      /\b(?:cost|kosten|cout|coste|costo|custo|prix|price)\b/.test(reading.after(literal, 30))
    ) {
      const over = add(multiply(literal.value, decimalText("100")), decimalText("-100"));
      return { percent: decimalToText(over), literal };
    }
  }
  return null;
}
