import type { RoundingValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { addYears } from "../../../../../src-shared/time/index.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { firstYearlyDay } from "../engine/yearly-day.ts";
import { projection } from "../engine/frame.ts";
import { hourIncrement, hourParts } from "../frames/increments.ts";

/** Rounding of amounts; rounding of time is a time rule. */
export const roundingFrame: CueFrame = {
  id: "rounding",
  cue: /\bround(?:ed|ing|s)?\b|\bgerundet\b|\bkaufmannisch\w*|\barrondi\w*/,
  veto: /\b(?:round trip|year[- ]round|rounds? of|first round|all-round)\b/,
  project: (reading): readonly CueProjection[] => {
    const { folded } = reading;
    // "Goes up by 3.5 % each July, rounded to the cent": how the new price is rounded, not what is billed.
    if (reading.has("up") && reading.literals.some(({ type }) => type === "percent")) return [];
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
  cue: hourParts,
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

/** "On each anniversary the fee is multiplied by 1.04": a yearly factor is its rise in percent. */
export const factorFrame: CueFrame = {
  id: "factor",
  cue: /\b(?:multipli\w*|multiplicad\w*|moltiplicat\w*|multipliziert|vermenigvuldigd)\b[^.;]{0,40}\b1[.,]\d{1,4}\b/,
  project: (reading, match, facts) => {
    const words = reading.folded;
    const isYearly =
      /\b(?:anniversar\w*|each year|every year|yearly|annual\w*|per year|january|jahrlich\w*|chaque annee|annuel\w*|cada ano|anual\w*|ogni anno|jaarlijks\w*|elk jaar)\b/.test(
        words,
      );
    const digits = /1[.,](\d{1,4})$/.exec(match[0])?.[1];
    if (!isYearly || digits === undefined || reading.unit.zone === "boilerplate") return [];
    const padded = digits.padEnd(2, "0");
    const percent = `${Number(padded.slice(0, 2))}${padded.length > 2 ? `.${padded.slice(2)}` : ""}`;
    const first =
      firstYearlyDay(words, facts.start) ?? (facts.start === null ? null : addYears(facts.start, 1));
    return [
      projection<"escalator">({
        type: "escalator",
        key: "escalator",
        value: { percent: decimalText(percent), every: "year", first, compound: true },
        isUndated: true,
        questions: first === null ? ["escalator-first-date"] : [],
        taken: reading.literals.filter(
          ({ start, end }) => start >= match.index && end <= match.index + match[0].length,
        ),
      }),
    ];
  },
};
