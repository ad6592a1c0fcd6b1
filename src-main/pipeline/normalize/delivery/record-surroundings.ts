import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { namesTrade, recordNumberIn } from "../../../../src-shared/wording/index.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import { foldAligned, foldText } from "../values/fold.ts";
import { isGivenName, isPersonText, nameShape } from "../values/person-name.ts";
import { onlyMonday } from "./day-order.ts";
import { dayNamedBy, isDutchPaper, weekdayAt, yearsIn, type DaySpan, type PaperDays } from "./paper-days.ts";
import { spanIn, spanOfLines } from "./paper-span.ts";
import { withoutTitles } from "./approval.ts";
import { approvalOfPaper, type PaperApproval, type Sentence } from "./paper-approval.ts";
import { labelAt, type LabeledText, type RecordLabel } from "./record-labels.ts";

/** What a paper says once for all of its records. */
export interface Surroundings extends PaperApproval {
  readonly text: (label: RecordLabel) => string | null;
  readonly date: LocalDate | null;
  readonly period: DaySpan | null;
  readonly days: PaperDays;
}

/** Labels for what was weighed or brought; others in its place begin sentences. */
const goods =
  /^(?:product|goods|material|ware|sorte|produkt|material|produit|marchandise|matiere|producto|mercancia|prodotto|merce|produto|mercadoria|mix)$/;

/** Whether a text that no colon announces can be what its label says. */
function fits({ label, words, text, hasColon }: LabeledText): boolean {
  if (text === "") return false;
  if (label === "person")
    return !/\d/.test(text) && (nameShape.test(text) || (hasColon && text.length <= 60));
  if (label === "item" && !/\p{L}/u.test(text)) return false;
  if (label === "record-id" || label === "reference") return /\d/.test(text) && text.length <= 40;
  if (hasColon) return true;
  if (label === "item") return goods.test(words) && text.length <= 40;
  return label === "customer" || label === "project" ? /^[\p{Lu}\d]/u.test(text) && text.length <= 70 : true;
}

/** "Alex P. Bus 14": of what stands behind a label for a person the name at its head, where a number follows. */
function nameFirst(labeled: LabeledText): LabeledText {
  if (labeled.label !== "person" || !/\d/.test(labeled.text)) return labeled;
  const words = labeled.text.split(/\s+/);
  const names = [2, 3].map((length) => words.slice(0, length).join(" "));
  const name = names.find((text) => isPersonText(text) && text.split(" ").length < words.length);
  return name === undefined ? labeled : { ...labeled, text: name };
}

/** Reads the labels around the records; of two that fit, one with a colon comes first, then the first printed. */
export function readSurroundings(
  labels: readonly LabeledText[],
  lines: readonly string[],
  convention: DateConvention,
  sentences: readonly Sentence[] = [],
): Surroundings {
  const fitting = labels
    .map(nameFirst)
    .filter(fits)
    .toSorted((one, other) => Number(other.hasColon) - Number(one.hasColon));
  const unspanned: PaperDays = {
    ...convention,
    span: null,
    years: yearsIn(lines, convention.asOf),
    isDutch: isDutchPaper(lines),
  };
  const period = periodOf(fitting, unspanned) ?? spanOfLines(lines, unspanned);
  const days: PaperDays = { ...unspanned, span: period };
  const find = (wanted: RecordLabel): string | null => {
    const labeled = fitting.find(({ label }) => label === wanted);
    if (labeled !== undefined) return labeled.text.replace(/\s+/g, " ");
    if (wanted === "record-id") return numberInTitle(lines);
    if (wanted === "person")
      return personUnderTrade(lines) ?? personBesideTrade(lines) ?? personInTitle(lines, sentences);
    // "Material: Grünschnitt" on a slip that names nothing else is what was weighed.
    const weighed = fitting.find(
      ({ label, words, text }) => label === "other" && goods.test(words) && !/^\d/.test(text),
    );
    return wanted === "item" ? (weighed?.text ?? null) : null;
  };
  // Every record of a paper asks for the same few labels.
  const known = new Map<RecordLabel, string | null>();
  const text = (wanted: RecordLabel): string | null => {
    if (!known.has(wanted)) known.set(wanted, find(wanted));
    return known.get(wanted) ?? null;
  };
  const stated = dayLabeled("date", fitting, days);
  return {
    text,
    date: stated ?? onlyDay(labels, lines, days) ?? dayOfLetter(lines, days),
    period,
    days,
    ...approvalOfPaper(labels, sentences),
  };
}

/** Labels of persons who did not do the work: who ordered, signed, receives or is asked. */
const otherPersons =
  /\b(?:attn|attention|contact|ansprechpartner\w*|kontakt|contacto|contatto|z\. ?hd|an|to|from|von|de|cc|from|betreff|subject|objet|asunto|company|farm|ordered|called|reported|requested|gemeldet|signale|gemeld|avisado|chiamat[oa]|bestellt|commande|client|customer|kunde|klant|cliente|auftraggeber\w*|opdrachtgever|committente|site|chantier|cantiere|baustelle|obra|project|projekt|address|adresse|objekt|object|signed?|signature|unterschrift|firma|handtekening|assinatura|visa|visum|approved|checked|accepted|received|recibio|ricevuto|recu|ontvangen|empfangen|recebido|anerkannt|akkoord|conforme|for|fur|pour|voor|por|per|para|pela|pelo|print|witness|manager|hauswart|supplier|lieferant|mittente|destinatario|recipient|absender|empfanger)\b/;

/** Endings of words for who does something: "Operaria", "Formatrice", "Installateur", "Zimmerer". */
const doer =
  /(?:er|erin|or|ora|eur|euse|trice|tore|ario|aria|ero|era|ista|ante|ente|ier|iere|man|woman|ist|istin|crew|chef|jefe|capo|meister|geselle|azubi|lehrling|lernende[rn]?)s?$/;
const fullName = /^\p{Lu}[\p{L}'’-]+(?: (?:de |del |da |di |van |von )?\p{Lu}[\p{L}'’-]+){1,2}$/u;

/** The one person behind a trade that no list knows: "Operaria: Charo Benítez", "Formatrice : Hélène Perrachon". */
function personUnderTrade(lines: readonly string[]): string | null {
  const named = lines.flatMap((line) => {
    const [, label = "", name = ""] =
      /^(\p{L}[\p{L}'’-]+(?: [\p{L}'’-]+){0,2})\s?(?::|\.{3,}:?|…+:?)\s*(\p{Lu}[\p{L}.'’ -]{2,40}?)(?:,.*|\s[–—-]\s.*|\s{2,}.*)?$/u.exec(
        line,
      ) ?? [];
    const trade = foldText(label);
    if (label === "" || otherPersons.test(trade)) return [];
    return isPersonText(name) || (doer.test(trade) && fullName.test(name)) ? [name] : [];
  });
  const known = named.filter((name) => isPersonText(name));
  const found = known.length > 0 ? known : named;
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** The one person at the head of a line behind a trade: "Dolmetscherin K. Wolny   Auftrag 450". */
function personBesideTrade(lines: readonly string[]): string | null {
  const found = lines.flatMap((line) => {
    const [trade = "", ...others] = line.split(/\s+/, 4);
    if (!namesTrade(trade) || /\d/.test(others.slice(0, 2).join(""))) return [];
    const names = [others.slice(0, 3), others.slice(0, 2)]
      .filter((words) => words.slice(1).every((word) => labelAt(word) === null))
      .map((words) => words.join(" "));
    return names.find((name) => isPersonText(name)) ?? [];
  });
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** The one number of the paper in its title. */
function numberInTitle(lines: readonly string[]): string | null {
  const found = new Set(lines.slice(0, titleLines).flatMap((line) => recordNumberIn(line) ?? []));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

const titleLines = 4;
const initialed = /^(?:\p{Lu}\. ?){1,2}\p{Lu}[\p{L}'’-]{2,}$/u;

/** The one name in the title or beside it: "Expenses claim – Nina Clarke – May 2026", "Mileage – R. Thackeray". */
function personInTitle(lines: readonly string[], sentences: readonly Sentence[]): string | null {
  const beside = sentences.filter(({ row }) => row === 0).slice(1);
  const parts = lines.slice(0, titleLines).flatMap((line) => line.split(/\s[–—-]\s|,\s/).slice(1));
  // "Expenses Priya Raman - Leeds kick-off": behind the word for the paper at the head of its title.
  const [first = ""] = (lines[0] ?? "").split(/\s[–—-]\s|,\s/);
  const behind = /^\p{L}+ (\p{Lu}\p{Ll}[\p{L}'’-]* \p{Lu}\p{Ll}[\p{L}'’-]*)$/u.exec(first)?.[1];
  const names = [...(behind === undefined ? [] : [behind]), ...parts, ...beside.map(({ text }) => text)]
    // "… - formadora Inês Carvalho": a trade in small letters before the name.
    .map((part) => withoutTitles(part.replace(/^\p{Ll}{4,} (?=\p{Lu})/u, "")))
    .filter(
      (part) =>
        (fullName.test(part) && isGivenName(part.split(" ")[0] ?? "")) ||
        (initialed.test(part) && isPersonText(part)),
    );
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** The first day behind a label of that kind. */
function dayLabeled(wanted: RecordLabel, fitting: readonly LabeledText[], days: PaperDays): LocalDate | null {
  for (const { label, text } of fitting)
    if (label === wanted) {
      const [date] = findDates(text, days);
      const day = date === undefined ? dayNamedBy(text, { ...days, span: null }) : date.value;
      if (day !== null) return day;
    }
  return null;
}

/** Lines whose day is not that of the work: other papers, who signed when, when it was printed or is due. */
const otherDay =
  /vertrag|angebot|bestell|rechnung|gedruckt|druckdatum|\b(?:contract|agreement|quote|quotation|order|invoice|printed|due|valid|contrat|devis|commande|facture|imprime|contrato|presupuesto|pedido|factura|impreso|contratto|preventivo|ordine|fattura|stampato|encomenda|orcamento|fatura|impresso|overeenkomst|offerte|bestelling|factuur|afgedrukt)\b/;

/** Words before a day on which the work was only asked for, or the paper made: "Called in 3/8/26". */
const asideDay =
  /(?:^|[^a-z])(?:called(?: in)?|reported|requested|logged|export(?:ed)?|generated|created|erstellt|exportiert|gemeldet|angefordert|cree|genere|signale|demande|aangemaakt|gemeld|gevraagd|creado|generado|solicitado|creato|generato|richiesto|criado|gerado|pedido|next|nachste\w*|prochaine?|volgende|proxim[oa]|prossim[oa])[\s:]*(?:(?:on|at|am|le|el|il|op|em|the) )?$/;

/** "Contract HC/5561   Tues 6/10/26": whoever adds the weekday says when something was done, not of when a paper is. */
const bearsWeekday = (line: string, start: number, end: number): boolean =>
  [/(\p{L}+)\.?,? ?$/u.exec(line.slice(0, start))?.[1], /^\p{L}+/u.exec(line.slice(start, end))?.[0]].some(
    (word) => word !== undefined && weekdayAt(word) !== null,
  );

/** The one day that a paper prints: "D.D.T. n. 312 del 21/04/2026". */
function onlyDay(
  labels: readonly LabeledText[],
  lines: readonly string[],
  days: PaperDays,
): LocalDate | null {
  const signed = labels.filter(({ label }) => label === "approved-by" || label === "own-signature");
  const found = lines
    .filter((line) => !signed.some(({ text }) => text !== "" && line.includes(text)))
    .flatMap((line) => {
      const isOfOther = otherDay.test(foldText(line));
      return findDates(line, days).filter(
        ({ start, end }) =>
          (!isOfOther || bearsWeekday(line, start, end)) && !asideDay.test(foldAligned(line.slice(0, start))),
      );
    })
    // What is recorded has happened: "Renewal 1 March 2027" is none of it.
    .filter(({ value }) => value === null || value <= days.asOf);
  const values = new Set(found.map(({ value }) => value));
  const [only = null] = values;
  return values.size === 1 ? only : null;
}

/** The day of a letter, on a line of its own behind its place at most: "July 30, 2026", "Trento, 6 ottobre 2026". */
function dayOfLetter(lines: readonly string[], days: PaperDays): LocalDate | null {
  const values = lines.flatMap((line) => {
    const [day, ...others] = findDates(line, days);
    if (day === undefined || others.length > 0 || line.slice(day.end).trim().length > 1) return [];
    return /^(?:[\p{Lu}][\p{L} .'-]{1,24}(?:\([A-Z]{2}\))?,? (?:(?:den|the|le|am|il|el|li|em) )?)?$/u.test(
      line.slice(0, day.start),
    )
      ? [day.value]
      : [];
  });
  const [only = null] = values;
  return new Set(values).size === 1 ? only : null;
}

function periodOf(fitting: readonly LabeledText[], days: PaperDays): DaySpan | null {
  for (const { label, text, words } of fitting) {
    if (!["period", "week-start", "week-end"].includes(label)) continue;
    const period = spanIn(text, days) ?? spanIn(`${words} ${text}`, days);
    if (period !== null) return period;
  }
  const start = dayLabeled("week-start", fitting, days) ?? onlyMonday(openDays(fitting, days));
  if (start !== null) return { start, end: addDays(start, 7) };
  const end = dayLabeled("week-end", fitting, days);
  return end === null ? null : { start: addDays(end, -6), end: addDays(end, 1) };
}

/** Both readings of the first day of a week whose order of day and month is open. */
const openDays = (fitting: readonly LabeledText[], convention: DateConvention): readonly LocalDate[] =>
  fitting
    .filter(({ label }) => label === "week-start")
    .flatMap(({ text }) => findDates(text, convention)[0]?.readings ?? []);
