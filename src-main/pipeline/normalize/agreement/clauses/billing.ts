import type { BillingValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Span } from "../literals/literal.ts";
import { timingOf } from "../frames/prices.ts";
import { zoneNameIn } from "../header/time-zones.ts";

const invoiceVerb =
  /\b(?:invoic(?:e|es|ed|ing)|bill(?:s|ed|ing)?|billing (?:frequency|cycle|period|interval|schedule)|statements?|rechnung(?:en|sstellung)?|abgerechnet|abrechnung|rechne[nt]?\b[^.;]{0,60}\bab|stelle?[nt]?\b[^.;]{0,60}\bin rechnung|in rechnung gestellt|berechnet|factur\w*|fattur\w*|fatura\w*|factureert|gefactureerd|facturen|valuations?|accounts|pay applications?|payable|due|charged|paid|application for payment|in arrears|in advance)\b/;

const frequencies: readonly (readonly [BillingValue["frequency"], RegExp])[] = [
  ["four-weeks", /\b(?:every four weeks|four-weekly|every 4 weeks|alle vier wochen|every 28 days)\b/],
  [
    "two-weeks",
    /\b(?:every (?:two|2|other) weeks?|fortnightly|every fortnight|bimensuel\w*|quinzena\w*|quincenal\w*|quindicinal\w*|tweewekelijks|om de twee weken|14-tagig\w*|alle zwei wochen|twice a month|semi-?monthly)\b/,
  ],
  [
    "half-year",
    /\b(?:semi-?annual(?:ly)?|half-?yearly|twice a year|every six months|halbjahrlich\w*|january and july|semestriel\w*)\b/,
  ],
  [
    "month",
    /\b(?:mensualmente|mensual\w*|mensilmente|mensil[ei]|mensalmente|mensa(?:l|is)|maandelijks\w*|cada mes|ogni mese|todos os meses|iedere maand|elke maand|fin de mes|a mes vencido|fine (?:di ogni )?mese|final de cada mes|calendar monthly|monthly|each (?:calendar )?month|every month|per month|once a month|(?:at|after) the (?:end|close) of (?:the|each|every) (?:broadcast |calendar |billing )?month|broadcast (?:calendar )?month|calendar month|at month[- ]end|end of (?:each|the|every) (?:calendar )?month|(?:first|last|\d+(?:st|nd|rd|th)) (?:(?:business |working )?day )?of (?:each|every) (?:calendar )?month|(?:first|last|\d+(?:st|nd|rd|th)) (?:business |working )?day of the (?:calendar )?month|monatlich\w*|pro monat|monatsende|mensuel\w*|mensuellement|chaque mois|chaque fin de mois|a la fin du mois|zum monatsende|einde van (?:de|elke) maand|(?:on|by) the (?:1st|first|15th|last)(?: day)?(?: of (?:each|the) month)?(?=[,.;]|$| in | for )|fin de chaque mois)\b/,
  ],
  [
    "quarter",
    /\b(?:trimestral\w*|trimestrai?s?|par trimestre|por trimestre|al trimestre|per kwartaal|(?:je|pro) (?:anlage und )?quartal|quartal\w*|rate trimestral[ei]|quarterly|each (?:calendar )?quarter|every quarter|per quarter|quartalsweise|vierteljahrlich\w*|trimestriel\w*|trimestriellement)\b/,
  ],
  [
    "year",
    /\b(?:anualmente|annualmente|jaarlijks|annual(?:ly)?|yearly|each (?:contract |calendar )?year|once a year|per annum|jahrlich\w*|annuel\w*|annuellement|par an)\b/,
  ],
  [
    "week",
    /\b(?:semanalmente|settimanalmente|wekelijks|weekly|each week|every week|every (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|each (?:monday|tuesday|wednesday|thursday|friday)|jeden (?:montag|freitag)|wochentlich\w*|hebdomadaire\w*)\b/,
  ],
  [
    "milestone",
    /\b(?:(?:upon|on|per|by|at) (?:each |the )?(?:completion of each )?milestones?|milestone basis|nach projektfortschritt|as (?:each )?milestones? (?:is|are))\b/,
  ],
  [
    "on-completion",
    /\b(?:(?:up)?on completion|(?:as|when|after) each job (?:completes|is complete\w*)|upon (?:delivery|signature|execution)|at the (?:end|completion) of the (?:project|work|job|services)|nach fertigstellung|nach abschluss|a la livraison|apres achevement|following completion|once the work is)\b/,
  ],
];

/** "Provider invoices monthly in arrears", "Billing Frequency: Annual, in advance". */
export const billingFrame: CueFrame = {
  id: "billing",
  cue: invoiceVerb,
  veto: /\b(?:cash in advance|report(?:s|ing)?|review meeting|interest|late (?:fee|charge)|overdue|past due|audit|backup|financial statements|accrued daily|credits? applied|dispute|reconcil\w*|credit report|minutes of)\b/,
  project: (reading) => {
    const parts = reading.segments.filter((part) => timingOf(reading.slice(part)) !== null);
    const whole = { start: 0, end: reading.folded.length };
    // "Recurring charges in advance; usage in arrears" says two things.
    return (parts.length > 1 ? parts : [whole]).flatMap((part) => billingOf(reading, part));
  },
};

function billingOf(reading: Reading, part: Span): readonly CueProjection[] {
  const folded = reading.slice(part);
  if (folded.length > 380 || reading.unit.zone === "boilerplate" || reading.unit.zone === "definitions")
    return [];
  const isBare =
    folded.length < 90 &&
    timingOf(folded) !== null &&
    !reading.literals.some((literal) => literal.type === "money") &&
    (reading.unit.zone === "payment" ||
      reading.unit.zone === "pricing" ||
      /^in (?:arrears|advance)/.test(folded));
  const isLabel =
    isBare ||
    /^[^:|]{0,40}\b(?:billing|invoic\w*|abrechnung|facturation|rechnung\w*|payment frequency)\b[^:|]{0,24}[:|]/.test(
      folded,
    );
  const subject =
    /\b(?:invoice[sd]?|invoicing|bill(?:s|ed|ing)?|rechnung\w*|abgerechnet|abrechnung|rechnet\b[^.;]{0,60}\bab|in rechnung|berechnet|factur\w*|fattur\w*|fatura\w*|gefactureerd|valuations?|statements?|pay applications?|application for payment)\b/.test(
      folded,
    );
  const isPayable =
    /\b(?:payable|due|paid|charged)\b[^.;]{0,24}\b(?:in advance|in arrears|upfront|up front)\b/.test(
      folded,
    ) ||
    /\b(?:in advance|in arrears|im voraus|nachtraglich|d'avance|a terme echu|por adelantado|a mes vencido|anticipat\w*|posticipat\w*|vooraf|achteraf)\b/.test(
      folded,
    );
  if (!subject && !isLabel && !isPayable) return [];
  // "A platform charge of $250 is due each month in advance" times that charge, not the invoices.
  if (!subject && !isBare && reading.literals.some(({ type }) => type === "money")) return [];
  const timing = timingOf(folded);
  // The cadence must speak of invoicing, not only of the fee: look at the words near the verb.
  const verbs = [
    ...folded.matchAll(
      /\b(?:invoic\w*|bill(?:s|ed|ing)?|rechnung\w*|rechnet|abgerechnet|abrechnung|berechnet|factur\w*|fattur\w*|fatura\w*|gefactureerd|valuations?|statements?|for the month before|in advance|in arrears?|anticipat\w*|posticipat\w*|vencido|achteraf|vooraf|terme echu|im voraus|nachtraglich|d'avance|a terme echu|pay applications?|application for payment|upfront|up front)\b/g,
    ),
  ];
  let best: { frequency: BillingValue["frequency"]; gap: number } | null = null;
  for (const [frequency, pattern] of frequencies) {
    for (const match of folded.matchAll(new RegExp(pattern.source, "g"))) {
      // "1.5 % a month" is a rate of interest.
      if (/(?:%|per ?cent)(?: [a-z]+)? ?$/.test(folded.slice(0, match.index))) continue;
      // "15 hours monthly", "15 horas mensuales" is how often that count comes back.
      const at = part.start + match.index;
      if (reading.literals.some(({ type, end }) => type === "quantity" && end <= at && at - end < 2))
        continue;
      // "net monthly", "monthly fee" and the cadence of a rise are others' words.
      const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 14);
      const isFeeWord =
        /^ ?(?:fee|fees|price|prices|plan|licen[cs]e|cost|costs|allowance|rate|rates|charge|rent|retainer|minimum|report|review|meeting|subscription|installment|support|maintenance|amount|basis of)\b/.test(
          after,
        );
      const gap = Math.min(
        ...verbs.map((verb) =>
          verb.index < match.index
            ? match.index - verb.index - verb[0].length
            : verb.index - match.index - match[0].length,
        ),
      );
      if (gap > 60 || (isFeeWord && gap > 0)) continue;
      if (best === null || gap < best.gap) best = { frequency, gap };
    }
  }
  const cut =
    /\b(?:up to|through|until|before|by|bis zum|cut-?off[^.;]{0,20}|read at|measured at)\b[^.;,]{0,60}\b(?:\d{1,2}(?:st|nd|rd|th)|month end|month-end|midnight|\d{1,2}:\d\d|last (?:business |calendar )?day|\d{1,2}\. )[^.;,]{0,40}/.exec(
      folded,
    );
  if (best === null && !(timing !== null && (subject || isLabel))) return [];
  if (
    best === null &&
    !isLabel &&
    !/\b(?:invoic\w*|bill(?:ed|s|ing)?)\b[^.;]{0,30}\b(?:in advance|in arrears)\b/.test(folded)
  )
    return [];
  const hasMoney = reading.literals.some((literal) => literal.type === "money");
  if (/\bbi-?(?:monthly|weekly)\b/.test(folded)) {
    return [
      projection<"billing">({
        type: "billing",
        key: "billing",
        value: { frequency: null, timing },
        questions: ["billing-frequency-ambiguous"],
        remainder: /\bbi-?(?:monthly|weekly)\b/.exec(folded)?.[0],
      }),
    ];
  }
  const zone = zoneNameIn([folded]);
  const value: BillingValue = {
    frequency: best?.frequency ?? null,
    timing,
    ...(cut !== null &&
      subject && {
        cutoff: reading.text.slice(part.start + cut.index, part.start + cut.index + cut[0].length).trim(),
      }),
    ...(zone !== null && { timeZone: zone }),
  };
  return [
    projection<"billing">({
      type: "billing",
      key: `billing|${value.frequency ?? ""}|${timing ?? ""}`,
      value,
      weight: hasMoney ? -0.05 : 0.05,
    }),
  ];
}

/** "Nothing may be invoiced later than 90 days after service." */
export const chargeAgeFrame: CueFrame = {
  id: "charge-age",
  cue: /\b(?:nothing may be invoiced|no(?:t)? (?:charges?|fees?|invoices?|services?)? ?(?:may|shall|will) be (?:invoiced|billed|honou?red|paid|accepted)|(?:may|must|shall|will) not (?:be )?(?:invoiced?|billed?)|invoices? (?:received|submitted)[^.;]{0,40}(?:later|more) than|(?:waive[sd]?|forfeit\w*|barred|lose[s]? the right)|(?:(?:jobs?|work|hours|time|charges?|items?|services?|entries|expenses|claims)[a-z ]{0,30}older than|(?:invoiced|billed|charged|claimed|submitted)[a-z ]{0,20}(?:later|more) than)|(?:spater|langer|mehr) als[^.;]{0,90}\bnicht mehr (?:vergutet|berechnet|bezahlt|anerkannt)|(?:plus de|au-dela de)[^.;]{0,60}ne (?:sera|seront|peuvent|peut)[^.;]{0,20}(?:payee?s?|facturee?s?|regle\w*)|(?:mas de|superior a)[^.;]{0,60}no se (?:pagaran?|abonaran?|aceptaran?|facturaran?)|(?:oltre|piu di)[^.;]{0,60}non (?:sara\w*|verra\w*|possono)[^.;]{0,24}(?:pagat\w*|fatturat\w*)|(?:ouder dan|later dan|langer dan)[^.;]{0,60}niet (?:meer )?(?:betaald|vergoed|gefactureerd)|(?:mais de)[^.;]{0,60}nao (?:sera|serao|pode)[^.;]{0,24}(?:pag\w*|faturad\w*)|must be (?:invoiced|billed|submitted) (?:within|no later than)|within [^.;]{2,30} (?:of|after|from) (?:the )?(?:date of )?(?:service|performance|delivery|the services|completion|date (?:of|on which) the)|charges? older than)\b/,
  veto: /\b(?:warrant\w*|claims? (?:for|against)|dispute[sd]?|notice of|confidential\w*|deliver(?:y|ed) within|response)\b/,
  project: (reading) => {
    if (
      !/\b(?:invoic\w*|bill(?:s|ed|ing)?|charge[sd]?|submitted|paid|claimed|vergutet|berechnet|bezahlt|anerkannt|pay\w+|factur\w*|regle\w*|paga\w*|abona\w*|acepta\w*|pagat\w*|fattura\w*|betaald|vergoed|gefactureerd|pag[oa]s?|faturad\w*)\b/.test(
        reading.folded,
      )
    )
      return [];
    const found = reading.literals.find(
      (literal) =>
        literal.type === "quantity" &&
        literal.isTime &&
        ["day", "month", "week", "year"].includes(literal.unit) &&
        /\b(?:of|after|from|following|older|old|prior)\b/.test(reading.after(literal, 24)),
    );
    const older =
      found ??
      reading.literals.find(
        (literal) =>
          literal.type === "quantity" &&
          literal.isTime &&
          /\b(?:older than|(?:later|more) than|(?:langer|spater|mehr|alter) als|(?:plus|au-dela) de|(?:mas|mais) de|superior a|oltre|piu di|(?:ouder|later|langer) dan) ?$/.test(
            reading.before(literal, 20),
          ),
      );
    if (
      older?.type !== "quantity" ||
      !/\b(?:service\w*|performance|performed|delivery|rendered|incurred|completion|work|worked|jobs?|done|provided|month in which|\w*leistung\w*|erbracht|shipment|older|prestations?|execut\w*|realis\w*|servicios?|trabajos?|servizi\w*|lavori|prestazion\w*|diensten|werk\w*|servicos?|trabalhos?)\b/.test(
        reading.folded,
      )
    )
      return [];
    if (
      !/\b(?:later than|more than|older than|waive\w*|forfeit\w*|barred|must|only|no|not|nothing|lose|nicht|ne|non|niet|nao)\b/.test(
        reading.folded,
      )
    )
      return [];
    const count = Number(older.value);
    if (!Number.isInteger(count)) return [];
    if (older.unit !== "day" && older.unit !== "week") {
      return [
        projection<"charge-age">({
          type: "charge-age",
          key: "charge-age",
          value: { days: older.unit === "year" ? 365 * count : 30 * count },
          remainder: reading.text.slice(older.start, older.end),
          questions: ["months-as-days"],
          taken: [older],
          weight: -0.2,
        }),
      ];
    }
    return [
      projection<"charge-age">({
        type: "charge-age",
        key: "charge-age",
        value: { days: older.unit === "week" ? 7 * count : count },
        taken: [older],
      }),
    ];
  },
};
