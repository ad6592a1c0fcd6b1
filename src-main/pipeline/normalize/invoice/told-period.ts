import type { PeriodReading } from "../values/index.ts";
import { foldText } from "../values/index.ts";
import type { Announced } from "./announced.ts";
import type { Layout, Segment } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { findDateSpans, findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";

/** Words for work that was done, in the languages that are read: the period beside them is the one that is billed. */
const doneWords =
  /\b(?:week|woche|semaine|semana|settimana|month|monat|mois|mes|mese|maand|runs?|covers?|season|dates?|services?|work|works|worked|visits?|performed|provided|carried out|cleaning|maintenance|support|hire|rental|fees?|retainer|billing|charges?|leistung(?:en)?|ausfuhrung|ausgefuhrt\p{L}*|arbeiten|erbracht\p{L}*|einsatz\p{L}*|\p{L}*reinigung|wartung|miete|betreuung|prestations?|travaux|realise\p{L}*|effectue\p{L}*|entretien|nettoyage|location|honoraires|interventions?|werkzaamheden|uitgevoerd\p{L}*|verricht\p{L}*|diensten|schoonmaak|onderhoud|huur|servicios?|trabajos|realizad[oa]s|prestad[oa]s|limpieza|mantenimiento|alquiler|honorarios|prestazion[ei]|lavori|lavorazioni|eseguit[ei]|servizi|pulizi[ae]|manutenzione|noleggio|compensi|servicos|trabalhos|executados|realizados|limpeza|manutencao|aluguer)\b/u;

/** Words that give a period another meaning: how long something holds, when it is paid, what was agreed. */
const otherWords =
  /\b(?:valid|validity|warranty|guarantee|term|renew\p{L}*|expir\p{L}*|due|pay(?:able|ment)?|bis|gultig\p{L}*|garantie|laufzeit|zahl\p{L}*|valable|echeance|regl\p{L}*|geldig|betal\p{L}*|garanzia|valid[oa]|scadenza|pagament\p{L}*|garantia|vencimiento|pag[ao]\p{L}*|vencimento|prices?|preise|since|seit|previous|next)\b/u;

/**
 * Periods that no label announces: "Travaux réalisés du 8 au 10 juin 2026", "Cleaning services for September 2026".
 *
 * Only where all such lines of the head and the sentences around the items tell the same period.
 */
export function toldPeriods(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  isOpen: (segment: Segment) => boolean,
): readonly Announced<PeriodReading>[] {
  const told = layout.rows.flatMap((row) =>
    row.segments.filter(isOpen).flatMap((segment): readonly Announced<PeriodReading>[] => {
      const [period, ...others] = findPeriodSpans(segment.tokens, conventions);
      if (period === undefined || others.length > 0 || period.reading.value === null) return [];
      const before = foldText(
        segment.tokens
          .slice(0, period.start)
          .map(({ text }) => text)
          .join(" "),
      );
      if (!doneWords.test(before) || otherWords.test(before)) return [];
      const isOther = (labels.get(segment) ?? []).some(
        (label) =>
          label.end <= period.start && weightOf(label, "due-date") + weightOf(label, "valid-until") > 0,
      );
      if (isOther) return [];
      return [{ field: "period", reading: period.reading, tokens: period.tokens, score: 0.6, site: null }];
    }),
  );
  const found = told.length > 0 ? told : printedRanges(layout, labels, conventions, isOpen);
  const values = new Set(found.map(({ reading }) => `${reading.value?.start}|${reading.value?.end}`));
  return values.size === 1 ? found.slice(0, 1) : [];
}

/** "Member portal rebuild, December 8, 2025 to February 28, 2026": two whole days with a word between, and no other meaning. */
function printedRanges(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  isOpen: (segment: Segment) => boolean,
): readonly Announced<PeriodReading>[] {
  return layout.rows.flatMap((row) =>
    row.segments.filter(isOpen).flatMap((segment): readonly Announced<PeriodReading>[] => {
      const [period, ...others] = findPeriodSpans(segment.tokens, conventions);
      if (period === undefined || others.length > 0 || period.reading.value === null) return [];
      if (findDateSpans(period.tokens, conventions).length !== 2 || otherWords.test(foldText(segment.text)))
        return [];
      const isOther = (labels.get(segment) ?? []).some(
        (label) =>
          label.end <= period.start &&
          (otherDays.some((field) => weightOf(label, field) > 0) || weightOf(label, "none") >= 1),
      );
      if (isOther) return [];
      return [{ field: "period", reading: period.reading, tokens: period.tokens, score: 0.55, site: null }];
    }),
  );
}

const otherDays = ["due-date", "valid-until", "terms", "early-payment"] as const;
