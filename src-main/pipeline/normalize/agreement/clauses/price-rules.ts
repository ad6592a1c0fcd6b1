import { addYears } from "../../../../../src-shared/time/index.ts";
import type { ProrationValue, RoundingValue, TaxValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { hourIncrement } from "../frames/prices.ts";

const taxWords =
  "(?:vat|v\\.a\\.t\\.|gst/hst|gst|hst|(?:applicable |any |all |local |state |federal |other )*(?:sales(?: and use)?|use|goods and services|value[- ]added)? ?tax(?:es)?|mwst\\.?|mehrwertsteuer|umsatzsteuer|ust\\.?|tva|iva|taxes|duties)";
const exclusive = new RegExp(
  `\\b(?:exclusive of|exclud\\w+|excl\\.?|do(?:es)? not include|not includ\\w+|net of|before|without|plus|zzgl\\.?|zuzuglich|ohne|hors|en sus(?: de la)?|in addition to)(?: of)?(?: any| all| the| applicable| der| die| gesetzliche[rn]?| gesetzl\\.?| jeweils geltende[rn]?| \\d+(?:[.,]\\d+)? ?%)*[ ,]*${taxWords}\\b|\\b${taxWords} (?:is|are|will be|shall be) (?:added|charged (?:in addition|separately)|extra|additional|not included)\\b|\\btva en sus\\b|\\b(?:prices?|prix|fees|rates|montants?|amounts?)\\b[^.;]{0,30}\\b(?:ht|hors taxes?)\\b|\\bex(?:\\.|cl\\.?) (?:vat|gst|tax)\\b|\\bnettopreise\\b|\\bsind netto\\b`,
);
const inclusive = new RegExp(
  `\\b(?:inclusive of|including|includes?|incl\\.?|inkl\\.?|einschliesslich|enthalten)(?: any| all| the| applicable| der| die| gesetzliche[rn]?| \\d+(?:[.,]\\d+)? ?%)*[ ,]*${taxWords}\\b|\\b(?:prices?|prix|montants?|fees)\\b[^.;]{0,24}\\bttc\\b|\\btoutes taxes comprises\\b|\\bbruttopreise\\b`,
);

/** Whether prices hold tax: "Prices exclude VAT", "All amounts include 19 % VAT". */
export const priceBasisFrame: CueFrame = {
  id: "price-basis",
  cue: /\b(?:tax(?:es)?|vat|gst|hst|mwst|mehrwertsteuer|umsatzsteuer|ust|tva|ht|ttc|netto|nettopreise|bruttopreise|duties)\b/,
  veto: /\b(?:income tax|payroll|withholding|tax advice|tax return|limit|cap|capped|not (?:to )?exceed|expenses (?:shall|will) (?:not )?include|own taxes|insurance)\b/,
  project: (reading) => {
    const { folded } = reading;
    const isPrice =
      /\b(?:prices?|fees?|rates?|amounts?|charges?|sums?|rent|compensation|preise?|betrage?|vergutung|satze|stundens\w*|tagess\w*|honorar\w*|angebot\w*|prix|montants?|tarifs?|honoraires|plus|zzgl|all|quote[ds]?|total|payments?|net|netto)\b/.test(
        folded,
      );
    if (!isPrice) return [];
    if (exclusive.test(folded))
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: false } }),
      ];
    if (
      inclusive.test(folded) &&
      !/\b(?:not|never|nicht|non)\b[^.;]{0,14}\b(?:inclu|enthalten|inkl)/.test(folded) &&
      !/\b(?:costs?|expenses|duties and taxes)\b[^.;]{0,10}\bincluding\b/.test(folded)
    ) {
      return [
        projection<"price-basis">({ type: "price-basis", key: "price-basis", value: { includesTax: true } }),
      ];
    }
    return [];
  },
};

/** Exemption, reverse charge, zero rate, small-business scheme. */
export const taxStatusFrame: CueFrame = {
  id: "tax-status",
  cue: /\b(?:exempt\w*|reverse[- ]charge|accounted for by the recipient|zero[- ]rated|no vat|small[- ]business|kleinunternehmer\w*|steuerschuldnerschaft|autoliquidation|franchise en base|steuerfrei\w*|tax-free|exonere\w*|13b)\b/,
  veto: /\b(?:exempt from (?:disclosure|registration|overtime|the securities)|exempt employee|non-exempt|own taxes|income tax)\b/,
  project: (reading) => {
    const { folded, text } = reading;
    if (
      /\b(?:if|where|in case|unless|should)\b[^.;]{0,40}\b(?:exempt|reverse charge)/.test(folded) &&
      !/certificate [a-z]*-?\d/.test(folded)
    )
      return [];
    let value: TaxValue | null = null;
    if (
      /\b(?:reverse[- ]charge|accounted for by the recipient|steuerschuldnerschaft|autoliquidation|13b)\b/.test(
        folded,
      )
    )
      value = { category: "AE", rate: null };
    else if (/\bzero[- ]rated\b/.test(folded)) value = { category: "Z", rate: null };
    else if (/\b(?:small[- ]business|kleinunternehmer\w*|franchise en base|§ ?19)\b/.test(folded))
      value = { category: "E", rate: null, exempt: true };
    else if (/\b(?:tax|vat|gst|hst|steuer|tva|sales)\b/.test(folded) || /\bcertificate\b/.test(folded)) {
      if (/\bnot (?:tax[- ])?exempt\b/.test(folded)) return [];
      const certificate =
        /\b(?:certificate|cert\.?|bescheinigung|attestation|exemption)(?: ?(?:no\.?|number|#|nr\.?|id))? ?:? ?#?([a-z]{0,6}[-/]?\d[a-z\d/-]{2,20})/.exec(
          folded,
        );
      const number = certificate?.[1];
      const at =
        certificate === null || number === undefined
          ? 0
          : certificate.index + certificate[0].length - number.length;
      value = {
        category: "E",
        rate: null,
        exempt: true,
        ...(number !== undefined && { certificate: text.slice(at, at + number.length) }),
      };
    }
    return value === null
      ? []
      : [projection<"tax">({ type: "tax", key: `tax|${value.category ?? ""}`, value, weight: 0.05 })];
  },
};

/** "Plus applicable sales tax": charged, at a rate that the text does not give. */
export const prevailingTaxFrame: CueFrame = {
  id: "prevailing-tax",
  cue: /\b(?:plus|zzgl\.?|zuzuglich|added at|at the (?:prevailing|statutory|applicable|then[- ]current) rate|in addition)\b/,
  veto: /\b(?:income tax|own taxes|payroll|interest|late|legal maximum)\b/,
  project: (reading) => {
    const name =
      /\b(vat|gst|hst|sales tax|use tax|value[- ]added tax|mwst|mehrwertsteuer|umsatzsteuer|ust|tva)\b/.exec(
        reading.folded,
      )?.[1];
    if (name === undefined || reading.literals.some((literal) => literal.type === "percent")) return [];
    if (
      !exclusive.test(reading.folded) &&
      !/\b(?:prevailing|statutory|applicable) rate\b/.test(reading.folded)
    )
      return [];
    return [
      projection<"tax">({
        type: "tax",
        key: `tax|${name}|`,
        value: { category: "S", rate: null, name },
        questions: ["tax-rate-unsaid"],
        weight: -0.1,
      }),
    ];
  },
};

/** "Part months are prorated by actual days." */
export const prorationFrame: CueFrame = {
  id: "proration",
  cue: /\b(?:prorat\w*|pro[- ]rat\w*|part(?:ial)? (?:months?|periods?)|broken month|fraction of a month|prorata|anteilig\w*|taggenau\w*|1\/365|1\/30|one-thirtieth|month begun|angefangene[rn]? monat|mois commence|daily basis|days in the month|30-day month)\b/,
  veto: /\b(?:pro rata share of (?:common|operating|the)|shareholders?|stock|minimum is reduced|commitment|part days)\b/,
  project: (reading) => {
    const { folded } = reading;
    if (
      !/\b(?:month\w*|period\w*|fees?|charges?|rent|days?|term|monat\w*|zeitraum|mois|montant|gebuhr\w*|subscription|users?|licen[cs]es?|seats?|annual)\b/.test(
        folded,
      )
    )
      return [];
    let basis: ProrationValue["basis"] | null = null;
    let remainder: string | undefined;
    if (
      /\b(?:not|no|never|nicht|keine?|non)\b[^.;]{0,20}\b(?:prorat\w*|pro[- ]rata|anteilig\w*|prorata)/.test(
        folded,
      )
    )
      basis = "none";
    else if (
      /\b(?:month begun|charged in full|begun is charged|angefangene[rn]? monat\w* (?:wird|voll)|tout mois commence|any part of a month[^.;]{0,30}(?:full|whole))\b/.test(
        folded,
      )
    )
      basis = "whole-month";
    else if (/\b1\/365|365[- ]day|\bon (?:the basis of )?(?:a )?365\b/.test(folded)) basis = "actual/365";
    else if (/\b(?:one-thirtieth|1\/30)\b/.test(folded)) basis = "actual/30";
    else if (
      /\b(?:30[- ]day month|thirty[- ]day month|30\/360|months? of 30 days|monat (?:zu|mit) 30 tagen|360[- ]day)\b/.test(
        folded,
      )
    )
      basis = "30/360";
    else if (
      /\b(?:actual (?:number of )?days|actual days|taggenau\w*|days in (?:the|that|such) (?:calendar )?month|daily basis|number of days|bears the ratio of its days|by days?|per day|jours reels|au prorata des jours|calendar days)\b/.test(
        folded,
      )
    )
      basis = "actual/actual";
    const half = /\bby the 15th\b[^.;]{0,60}/.exec(folded);
    if (half !== null) remainder = half[0];
    if (
      basis === null &&
      (folded.length > 260 || reading.unit.zone === "boilerplate" || reading.unit.zone === "definitions")
    )
      return [];
    if (basis === null) {
      // Prorated, but nobody says how: the computation must ask.
      return [
        projection<"proration">({
          type: "proration",
          key: "proration",
          value: { basis: "actual/actual" },
          questions: ["proration-basis"],
          remainder: remainder ?? "basis not stated",
          weight: -0.3,
        }),
      ];
    }
    return [
      projection<"proration">({
        type: "proration",
        key: "proration",
        value: { basis },
        remainder,
        weight: 0.05,
      }),
    ];
  },
};

/** Rounding of amounts; rounding of time is a time rule. */
export const roundingFrame: CueFrame = {
  id: "rounding",
  cue: /\bround(?:ed|ing|s)?\b|\bgerundet\b|\bkaufmannisch\w*|\barrondi\w*/,
  veto: /\b(?:round trip|year[- ]round|rounds? of|first round|all-round)\b/,
  project: (reading): readonly CueProjection[] => {
    const { folded } = reading;
    const isTime =
      /\b(?:hours?|minutes?|increments?|stunde\w*|minute\w*|heures?|quarter[- ]hour|tenth)\b/.test(folded);
    if (isTime) {
      const increment = hourIncrement(folded, reading.literals);
      return increment === null
        ? []
        : [
            projection<"time-rules">({
              type: "time-rules",
              key: "increment",
              value: { increment: increment.value },
              taken: increment.literal === undefined ? [] : [increment.literal],
            }),
          ];
    }
    if (
      !/\b(?:cents?|penny|dollars?|euros?|amounts?|totals?|decimal\w*|invoice\w*|line\w*|currency|stellen|centimes?|pence|totaux|montants?|betrage?|rechnung\w*|kaufmannisch\w*)\b/.test(
        folded,
      )
    )
      return [];
    const mode: RoundingValue["mode"] = /\b(?:half[- ]even|banker'?s)\b/.test(folded)
      ? "half-even"
      : /\bround(?:ed|ing)? up\b|\bup to the (?:next|nearest)\b|\baufgerundet\b|\barrondi\w* (?:au|a l')\w* superieur/.test(
            folded,
          )
        ? "up"
        : /\bround(?:ed|ing)? down\b|\babgerundet\b|\bdown to\b|\btruncat\w*/.test(folded)
          ? "down"
          : "half-up";
    const level =
      /\b(?:per line|each line|line item|line by line|je position|par ligne|every line|line total)\b/.test(
        folded,
      )
        ? "line"
        : /\b(?:invoice total|total of (?:the|each) invoice|per invoice|invoice level|document|final amount|rechnungsbetrag|rechnungssumme|per document|grand total|total)\b/.test(
              folded,
            )
          ? "document"
          : null;
    const places = /\b(?:nearest|whole|full|next) (?:dollars?|euros?|pounds?|francs?)\b/.test(folded)
      ? 0
      : /\b(?:cents?|penny|pence|two decimal\w*|zwei (?:nachkomma|dezimal)\w*|centimes?)\b/.test(folded)
        ? 2
        : undefined;
    return [
      projection<"rounding">({
        type: "rounding",
        key: "rounding",
        value: { mode, level: level ?? "line", ...(places !== undefined && { places }) },
        questions: level === null ? ["rounding-level"] : [],
        weight: level === null ? -0.1 : 0.05,
      }),
    ];
  },
};

/** "Time is kept in tenths of an hour", "Increments of 15 minutes" without a number that a frame anchors on. */
export const incrementFrame: CueFrame = {
  id: "increment",
  cue: /\b(?:tenths?|quarters?|halves|half|sixths?)[ -](?:of (?:an|the) )?hours?\b/,
  project: (reading) => {
    if (reading.literals.some((literal) => literal.type === "money")) return [];
    const increment = hourIncrement(reading.folded, reading.literals);
    return increment === null
      ? []
      : [
          projection<"time-rules">({
            type: "time-rules",
            key: "increment",
            value: { increment: increment.value },
          }),
        ];
  },
};

/** "Prices follow the CPI each January": a rise by an index, without a percent of its own. */
export const indexFrame: CueFrame = {
  id: "index",
  cue: /\b(?:adjust\w*|increas\w*|rise[sn]?|follow\w*|move[sd]?|index\w*|revis\w*|anpass\w*|angepasst|preisanpassung\w*|raise[sd]?|escalat\w*|change in|change of|linked)\b[^.;]{0,120}\b(?:cpi(?:-[uw])?|rpi|cpih|vpi|[a-z]* ?price ind(?:ex|ices)|verbraucherpreisindex\w*|syntec|eci|ppi|indice|index)\b|\b(?:cpi|rpi|vpi|consumer price index|retail prices? index|syntec)\b[^.;]{0,80}\b(?:adjust\w*|increas\w*|revis\w*|index\w*|rise)\b/,
  veto: /\b(?:interest|late|liabilit\w*|insurance|damages|index of (?:defined|exhibits)|appendix)\b/,
  project: (reading, _, facts) => {
    const { folded } = reading;
    if (
      reading.literals.some((literal) => literal.type === "percent") ||
      reading.unit.zone === "boilerplate" ||
      reading.unit.zone === "definitions"
    )
      return [];
    if (
      !/\b(?:rates?|fees?|prices?|charges?|rent|pricing|preise?\w*|satze|stundens\w*|vergutung|prix|tarifs?|loyer|subscription|amounts?)\b/.test(
        folded,
      )
    )
      return [];
    const index =
      /\b(cpi-u|cpi-w|cpih|cpi|rpi|vpi|retail prices? index|consumer price index|verbraucherpreisindex|producer price index|syntec|eci|ppi|indice|index)\w*/.exec(
        folded,
      )?.[1] ?? "index";
    const notice = /\b(?:on|upon|with|by|giving|mit|avec) [^.;,]{0,30}(?:notice|ankundigung|preavis)\b/.exec(
      folded,
    )?.[0];
    const isRight = /\b(?:may|is entitled to|reserves the right|kann|ist berechtigt|peut)\b/.test(folded);
    const january = /\b(?:each|every) (?:1(?:st)? )?january\b/.test(folded);
    const first =
      facts.start !== null && /\banniversar/.test(folded) && !january ? addYears(facts.start, 1) : null;
    return [
      projection<"escalator">({
        type: "escalator",
        key: "escalator",
        value: { index, every: "year", first, compound: null, ...(notice !== undefined && { notice }) },
        isUndated: true,
        questions: [
          "index-table",
          ...(first === null ? ["escalator-first-date"] : []),
          ...(isRight ? ["right-needs-exercise"] : []),
        ],
      }),
    ];
  },
};
