import type { TermType, TermValueByType } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import type { Projection } from "../engine/frame.ts";
import { goodsWords, noMarkupWords } from "../lexicon/expense-words.ts";

interface Absence<T extends TermType> {
  readonly type: T;
  /** What there is none of. */
  readonly noun: string;
  /** The empty value that the shape asks for. */
  readonly value: TermValueByType[T];
}
const absence = <T extends TermType>(type: T, noun: string, value: TermValueByType[T]): Absence<T> => ({
  type,
  noun,
  value,
});

const zero = decimalText("0");
/** Nothing, and a verb of keeping it back, in either order. */
const nothingHeld = [
  "(?:keep|hold|withhold|retain)s?(?: back)? nothing|nothing (?:is|will be|shall be) (?:kept back|held back|withheld|retained)",
  "nichts (?:wird )?(?:einbehalten|zuruckbehalten)|behalt nichts (?:ein|zuruck)",
  "rien n'est retenu|ne retient rien|nada se retiene|no se retiene nada|nulla (?:e|viene) trattenuto|non trattiene nulla|nada e retido|niets (?:wordt )?ingehouden|houdt niets in",
].join("|");
const absences: readonly Absence<TermType>[] = [
  absence(
    "retention",
    "retention|retainage|holdback|(?:sicherheits)?einbehalt|retenue(?: de garantie)?|retencion(?: de garantia)?(?! (?:de irpf|fiscal|del? i))|ritenut[ae] di garanzia|trattenut[ae]|retencao|inhouding|waarborgsom",
    { percent: zero },
  ),
  absence(
    "deposit",
    "deposits?|down[- ]payments?|advance payments?|prepayments?|anzahlung(?:en)?|vorauszahlung(?:en)?|acomptes?|anticipos?|accont[oi]|adiantamentos?|aanbetaling|voorschot(?:ten)?",
    {},
  ),
  absence("overage", "overages?(?: (?:fees?|charges?))?|excess (?:usage )?charges?", {
    item: "overage",
    unit: "unit",
    price: zero,
  }),
  absence(
    "late-fee",
    "interest(?: on late payments?)?|late (?:payment )?(?:fees?|charges?|penalt(?:y|ies))|finance charges?|verzugszinsen|penalites de retard|interets? de retard|intereses de demora|interessi di mora|juros de mora|verzugsrente|wettelijke rente",
    { per: null, after: null },
  ),
  absence(
    "minimum",
    "minimum(?: (?:fees?|charges?|commitments?|spend|purchase|volume|billing|order))+|minimum commitment|mindestumsatz|mindestabnahme|minimum de facturation",
    { per: null, scope: "agreement" },
  ),
  absence(
    "escalator",
    "(?:price |rate |fee )?(?:increases?|escalat(?:ion|or)s?|adjustments?|indexation)(?: (?:of|in|to) (?:the )?(?:rates|fees|prices))?|preisanpassung(?:en)?|preiserhohung(?:en)?|revision de(?:s)? prix|revision de precios|revisione (?:dei )?prezzi|revisao de precos|prijsindexatie|prijsverhoging(?:en)?",
    { every: "year", first: null, compound: null },
  ),
  absence("discount", "(?:volume |further |additional |other )?discounts?|rebates?|rabatte?|remises?", {
    scope: "agreement",
  }),
  absence(
    "expenses",
    "(?:travel |other |additional |out-of-pocket |further |reimbursable )*(?:expenses|costs|disbursements)|spesen|auslagen|(?:reise|fahrt|neben|anfahrts)(?:kosten|spesen)|frais(?: de deplacement| annexes)?|debours|viaticos|(?:otros )?gastos(?: adicionales| de viaje)?|dietas|spese(?: di trasferta)?|rimborsi spese|despesas|ajudas de custo|onkosten|reiskosten|voorrijkosten",
    {},
  ),
  absence("surcharge", "(?:fuel |energy |other |additional )?surcharges?|zuschlage?|supplements?", {
    on: "fees",
  }),
  absence(
    "cap",
    "(?:fee |price |spending )?(?:cap|limit|ceiling|maximum)(?: on (?:the )?(?:fees|charges|hours))?|obergrenze|plafond",
    { scope: "agreement" },
  ),
];

const none =
  "nothing|no|not|never|without|nor|keine?[rnms]?|nicht|nie|ohne|aucune?s?|pas d[e']?|pas|sans|ni|sin|ningun[ao]?s?|nessun[ao]?|non|senza|nao|sem|nenhum[a]?|geen|niet|zonder";
/** Said behind the noun: "Retention: none", "retenue de garantie : néant". */
const nil =
  "none|nil|waived|n/?a|not applicable|entfallt|entfallen|keine?|neant|aucune?|sans objet|ninguna?|no aplica|nessun[ao]|non (?:prevista|dovut[ao])|nenhuma?|geen|nihil|n\\.v\\.t\\.|vervalt";
/** What does not happen to it, where the noun comes first or the verb stands between: "no se reconocen viáticos". */
const happens =
  "held|charged|payable|due|withheld|appl(?:y|ies)|permitted|billable|billed|reimburs\\w*|required|levied|allowed|accepted|agreed|accrue|made|taken|claimed|erhoben|einbehalten|berechnet|verrechnet|vergutet|erstattet|vereinbart|an|applique\\w*|facture\\w*|rembourse\\w*|pratique\\w*|prevu\\w*|du\\w*|reconoce\\w*|abona\\w*|factura\\w*|reembols\\w*|aplica\\w*|rimbors\\w*|riconosc\\w*|applica\\w*|dovut\\w*|previst\\w*|reembolsad\\w*|devid\\w*|cobra\\w*|vergoed|berekend|toegepast|ingehouden|verschuldigd|statt";

const negatedNoun = (noun: string): RegExp =>
  new RegExp(
    [
      // "No retainage", "keine Reisekosten", "sin anticipo".
      `(?<!\\p{L})(?:${none}) (?:(?:further|additional|separate|other|any|l[ae]s?|de|di) )*(?:${noun})(?!\\p{L})(?! (?:than|later|less|more))`,
      // "Viáticos no se reconocen", "5 % retention will not be accepted".
      `(?<!\\p{L})(?:${noun})(?!\\p{L})(?: (?!${none})[\\p{L}'-]+){0,4}? (?:${none})(?!\\p{L})(?: (?:be|se|wird|werden|est|sont|wordt|worden|ne|more|longer))*(?: (?:${happens})(?!\\p{L})|$)`,
      // "No se reconocen viáticos".
      `(?<!\\p{L})(?:${none})(?:[ '](?:se|si|ne|est|sono|e|sao|worden|werden|wird|will|are|is|be))* (?:${happens}) (?:(?:any|l[aeo]s?|les|i|as|os|de|des|di) )*(?:${noun})(?!\\p{L})`,
      `(?<!\\p{L})(?:${noun}) ?(?:[:|-]|is|are|est|sind|es|e)? ?(?:${nil})(?= *(?:[.,;)]|$))`,
    ].join("|"),
    "u",
  );

const [noRetention] = absences;
const patterns = [
  ...absences.map((entry) => ({ entry, pattern: negatedNoun(entry.noun) })),
  ...(noRetention === undefined
    ? []
    : [{ entry: noRetention, pattern: new RegExp(`(?<!\\p{L})(?:${nothingHeld})(?!\\p{L})`, "u") }]),
];

/** An explicit none: "No retainage is held." Silence is something else. */
export const absenceFrame: CueFrame = {
  id: "absence",
  cue: new RegExp(`(?<!\\p{L})(?:${none}|${nil}|nichts|rien|nada|nulla|niets)(?!\\p{L})`, "u"),
  veto: /\b(?:except|unless|other than|if|until|shall not exceed|not to exceed|save for|ausser|sauf|salvo|tranne|tenzij|no (?:later|more|less) than|for the first|before|after|during the (?:initial|first)|for \d|for (?:twelve|twenty-four|thirty-six)|in excess|disputed|good faith|pas (?:ete )?inclus\w*|non (?:inclus|compres)\w*|without (?:an? )?(?:revised|new|signed)|without (?:prior|the prior|written|further|additional) (?:written )?(?:approval|consent|authori[sz]ation|notice))\b/,
  project: (reading) => {
    if (reading.unit.zone === "boilerplate") return [];
    return patterns.flatMap(({ entry, pattern }): readonly Projection[] => {
      const found = pattern.exec(reading.folded);
      if (found === null) return [];
      if (entry.type === "cap" && !/\b(?:fees|charges|hours|billing|spend)\b/.test(reading.folded)) return [];
      // "Without a surcharge" on what is passed on is its markup.
      if (entry.type === "surcharge" && noMarkupWords.test(reading.folded) && goodsWords.test(reading.folded))
        return [];
      const percents = reading.literals.filter((literal) => literal.type === "percent");
      if (entry.type === "discount" && percents.length > 0) return [];
      // "5 % retention will not be accepted": the share that there is none of feeds no other term.
      const taken = entry.type === "retention" ? percents : [];
      return [
        {
          type: entry.type,
          key: `absent|${entry.type}`,
          value: entry.value,
          absent: true,
          weight: 0.1,
          taken,
        },
      ];
    });
  },
};

/** "Out-of-pocket costs are included in the rates": expenses are not billable. */
export const includedExpensesFrame: CueFrame = {
  id: "included-expenses",
  cue: /\b(?:expenses?|out-of-pocket(?: costs?)?|disbursements|incidentals|travel(?: costs?| time| expenses)?|mileage|overheads?|copying|subsistence|spesen|auslagen|(?:reise|neben|fahrt|anfahrts|material)kosten|anfahrt|frais(?: [a-z]+){0,3}|deplacements?|debours|gastos(?: de [a-z]+)?|desplazamientos?|dietas|spese(?: di [a-z]+)?|trasferte?|despesas(?: de [a-z]+)?|deslocac\w+|onkosten|reiskosten|voorrijkosten)\b[^.;\d]{0,60}\b(?:(?:is|are|shall be) (?:all )?(?:included|covered|overhead|absorbed|comprised|in the (?:day |hourly )?rate|part of)|(?:sind|ist|werden) (?:im|in den|in der|mit|mit dem|durch)[^.;]{0,40} (?:enthalten|inbegriffen|abgegolten|abgedeckt)|(?:est|sont) (?:compris|inclus)(?:es|e)? dans|(?:estan|quedan) (?:incluid|comprendid)[oa]s? en|(?:sono|e) (?:compres|inclus)[oaie] n\w+|(?:estao|sao) incluid[oa]s? n\w+|zijn (?:inbegrepen|begrepen) in|(?:is|zijn) in (?:het|de) \w+ (?:inbegrepen|begrepen))\b/,
  veto: /\b(?:not included|unless|except|cap|limit|not (?:to )?exceed|nte)\b/,
  project: () => [{ type: "expenses", key: "absent|expenses", value: {}, absent: true, weight: 0.05 }],
};

/** "Expenses are reimbursed at cost": billable, without markup. */
export const atCostFrame: CueFrame = {
  id: "at-cost",
  unless: "expenses",
  cue: /\b(?:expenses?|travel|airfare|lodging|hotels?|meals|mileage|postage|courier|permits?|materials?|disbursements|third[- ]party costs?|subcontract\w*|parts|reisekosten|spesen|auslagen|frais|out-of-pocket[a-z ]{0,12}|t&e)\b[^.;]{0,70}\b(?:at (?:actual |documented |supplier's )?cost|without (?:any )?mark-?up|no mark-?up|actual(?:ly)? (?:cost|incurred)|nach (?:tatsachlichem )?aufwand|gegen beleg|auf nachweis|au reel|sur justificatifs?|reimburs\w*|pass(?:ed)?[- ]through)\b|\breimburs\w*[^.;]{0,60}\b(?:expenses|travel|costs)\b/,
  veto: /\b(?:cost plus|plus (?:a )?\d|at (?:its|contractor's|provider's|vendor's|supplier's|their) (?:own|sole) (?:cost|expense)|legal|attorney|indemni\w*|defen[sd]\w*|not (?:be )?reimburs\w*|no reimburs\w*|arising|resulting|audit|claim\w*|investigation|examination|breach|counsel|overall control|loss(?:es)?|on demand|capital|judgment|damages|stock|for clarity)\b/,
  project: (reading) => {
    // A limit in the sentence is the frame's of expenses, which keeps what the sentence says of a markup.
    const isPriced = reading.literals.some(
      (literal) =>
        literal.type === "percent" ||
        literal.type === "multiplier" ||
        (literal.type === "money" && (literal.per.length > 0 || literal.bound === "<=")),
    );
    if (reading.unit.zone === "boilerplate" || isPriced) return [];
    const hasMarkup =
      /\bwithout (?:any )?mark-?up|\bno mark-?up|\bat (?:actual |documented )?cost|\bau reel|\bactual cost/.test(
        reading.folded,
      );
    const types = [
      ["travel", /\btravel|\breise/],
      ["materials", /\bmaterial|\bparts\b/],
      ["subcontractors", /\bsubcontract|\bthird[- ]party/],
    ] as const;
    const named = types.filter(([, pattern]) => pattern.test(reading.folded)).map(([name]) => name);
    const approval =
      /\b(?:pre-?approved|prior (?:written )?approval|approved in advance|approved in writing|with (?:prior )?(?:written )?(?:consent|approval))\b/.exec(
        reading.folded,
      )?.[0];
    return [
      {
        type: "expenses",
        key: `expenses|${named.join("+")}|cost`,
        value: { ...(named.length > 0 && { types: named }), ...(hasMarkup && { markupPercent: zero }) },
        ...(approval !== undefined && { conditions: [approval] }),
      },
    ];
  },
};
