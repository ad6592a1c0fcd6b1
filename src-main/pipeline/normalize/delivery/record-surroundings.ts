import type { Evidence } from "../../../../src-shared/model/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { namesTrade } from "../../../../src-shared/wording/index.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import { foldAligned, foldText } from "../values/fold.ts";
import { approvalOf, signerOf, unsaid, type Approval } from "./approval.ts";
import { isGivenName, isPersonText, nameShape } from "../values/person-name.ts";
import { onlyMonday } from "./day-order.ts";
import { dayNamedBy, isDutchPaper, yearsIn, type DaySpan, type PaperDays } from "./paper-days.ts";
import { spanIn, spanOfLines } from "./paper-span.ts";
import { signerOfRow } from "./signature-lines.ts";
import { approvalInSentence } from "./sentence-approval.ts";
import { labelAt, type LabeledText, type RecordLabel } from "./record-labels.ts";

/** What a paper says once for all of its records. */
export interface Surroundings {
  readonly text: (label: RecordLabel) => string | null;
  readonly date: LocalDate | null;
  readonly period: DaySpan | null;
  readonly days: PaperDays;
  readonly approval: Approval;
  readonly approvalEvidence: readonly Evidence[];
}

/** Labels for what was weighed or brought; others in its place begin sentences. */
const goods =
  /^(?:product|goods|material|ware|sorte|produkt|material|produit|marchandise|matiere|producto|mercancia|prodotto|merce|produto|mercadoria|mix)$/;

/** Whether a text that no colon announces can be what its label says. */
function fits({ label, words, text, hasColon }: LabeledText): boolean {
  if (text === "") return false;
  if (label === "person")
    return !/\d/.test(text) && (nameShape.test(text) || (hasColon && text.length <= 60));
  if (label === "record-id" || label === "reference") return /\d/.test(text) && text.length <= 40;
  if (hasColon) return true;
  if (label === "item") return goods.test(words) && text.length <= 40;
  return label === "customer" || label === "project" ? /^[\p{Lu}\d]/u.test(text) && text.length <= 70 : true;
}

/** Reads the labels around the records; of two that fit, one with a colon comes first, then the first printed. */
export function readSurroundings(
  labels: readonly LabeledText[],
  lines: readonly string[],
  convention: DateConvention,
  sentences: readonly Sentence[] = [],
): Surroundings {
  const fitting = labels.filter(fits).toSorted((one, other) => Number(other.hasColon) - Number(one.hasColon));
  const unspanned: PaperDays = {
    ...convention,
    span: null,
    years: yearsIn(lines, convention.asOf),
    isDutch: isDutchPaper(lines),
  };
  const period = periodOf(fitting, unspanned) ?? spanOfLines(lines, unspanned);
  const days: PaperDays = { ...unspanned, span: period };
  const text = (wanted: RecordLabel): string | null =>
    fitting.find(({ label }) => label === wanted)?.text.replace(/\s+/g, " ") ??
    (wanted === "person"
      ? (personUnderTrade(lines) ?? personBesideTrade(lines) ?? personInTitle(lines))
      : null);
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
  /\b(?:attn|attention|contact|ansprechpartner\w*|kontakt|contacto|contatto|z\. ?hd|an|to|from|von|de|cc|from|betreff|subject|objet|asunto|company|farm|ordered|bestellt|commande|client|customer|kunde|klant|cliente|auftraggeber\w*|opdrachtgever|committente|site|chantier|cantiere|baustelle|obra|project|projekt|address|adresse|objekt|object|signed?|signature|unterschrift|firma|handtekening|assinatura|visa|visum|approved|checked|accepted|received|recibio|ricevuto|recu|ontvangen|empfangen|recebido|anerkannt|akkoord|conforme|for|fur|pour|voor|por|per|para|pela|pelo|print|witness|manager|hauswart|supplier|lieferant|mittente|destinatario|recipient|absender|empfanger)\b/;

/** Endings of words for who does something: "Operaria", "Formatrice", "Installateur", "Zimmerer". */
const doer =
  /(?:er|erin|or|ora|eur|euse|trice|tore|ario|aria|ero|era|ista|ante|ente|ier|iere|man|woman|ist|istin|crew|chef|jefe|capo|meister|geselle|azubi|lehrling|lernende[rn]?)s?$/;
const fullName = /^\p{Lu}[\p{L}'’-]+(?: (?:de |del |da |di |van |von )?\p{Lu}[\p{L}'’-]+){1,2}$/u;

/** The one person behind a trade that no list knows: "Operaria: Charo Benítez", "Formatrice : Hélène Perrachon". */
function personUnderTrade(lines: readonly string[]): string | null {
  const found = lines.flatMap((line) => {
    const [, label = "", name = ""] =
      /^(\p{L}[\p{L}'’-]+(?: [\p{L}'’-]+){0,2})\s?:\s*(\p{Lu}[\p{L}.'’ -]{2,40}?)(?:,.*|\s[–—-]\s.*|\s{2,}.*)?$/u.exec(
        line,
      ) ?? [];
    const trade = foldText(label);
    if (label === "" || otherPersons.test(trade)) return [];
    return isPersonText(name) || (doer.test(trade) && fullName.test(name)) ? [name] : [];
  });
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** The one person at the head of a line behind a trade: "Dolmetscherin K. Wolny   Auftrag 450". */
function personBesideTrade(lines: readonly string[]): string | null {
  const found = lines.flatMap((line) => {
    const [trade = "", ...others] = line.split(/\s+/);
    if (!namesTrade(trade) || /\d/.test(others.slice(0, 2).join(""))) return [];
    const names = [others.slice(0, 3), others.slice(0, 2)]
      .filter((words) => words.slice(1).every((word) => labelAt(word) === null))
      .map((words) => words.join(" "));
    return names.find((name) => isPersonText(name)) ?? [];
  });
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

const titleLines = 4;

/** The one full name in the title: "Expenses claim – Nina Clarke – May 2026". */
function personInTitle(lines: readonly string[]): string | null {
  const names = lines
    .slice(0, titleLines)
    .flatMap((line) => line.split(/\s[–—-]\s|,\s/).slice(1))
    .map((part) => part.trim())
    .filter((part) => fullName.test(part) && isGivenName(part.split(" ")[0] ?? ""));
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

/** The one day that a paper prints: "D.D.T. n. 312 del 21/04/2026". */
function onlyDay(
  labels: readonly LabeledText[],
  lines: readonly string[],
  days: PaperDays,
): LocalDate | null {
  const signed = labels.filter(({ label }) => label === "approved-by" || label === "own-signature");
  const found = lines
    .filter(
      (line) =>
        !otherDay.test(foldText(line)) && !signed.some(({ text }) => text !== "" && line.includes(text)),
    )
    .flatMap((line) =>
      findDates(line, days).filter(({ start }) => !asideDay.test(foldAligned(line.slice(0, start)))),
    )
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

/** A line of a paper as running text. */
export interface Sentence {
  readonly text: string;
  readonly evidence: Evidence | null;
  /** Which row of the paper it stands in, beside others. */
  readonly row: number;
}

type PaperApproval = Pick<Surroundings, "approval" | "approvalEvidence">;

/** What is signed goes before what a sentence tells. */
function approvalOfPaper(labels: readonly LabeledText[], sentences: readonly Sentence[]): PaperApproval {
  const signed = approvalIn(labels);
  if (signed.approval.approved !== null) return signed;
  for (const { text, evidence } of sentences) {
    const approval = approvalInSentence(text);
    if (approval.approved !== null)
      return { approval, approvalEvidence: evidence === null ? [] : [evidence] };
  }
  return signedLine(sentences) ?? signed;
}

/** The row to sign whose label no list knows. */
function signedLine(sentences: readonly Sentence[]): PaperApproval | null {
  const printed: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = printed.at(-1);
    if (last?.[0]?.row === sentence.row) last.push(sentence);
    else printed.push([sentence]);
  }
  for (const [index, row] of printed.entries()) {
    const texts = row.map(({ text }) => text);
    const by = signerOfRow(
      texts,
      (printed[index + 1] ?? []).map(({ text }) => text),
    );
    if (by !== null)
      return {
        approval: { approved: true, by },
        approvalEvidence: row.flatMap(({ evidence }) => evidence ?? []),
      };
  }
  return null;
}

/** A signature, name or state of the customer's side. A line left blank approves nothing, and refuses nothing. */
function approvalIn(labels: readonly LabeledText[]): PaperApproval {
  const found: PaperApproval[] = [];
  for (const { label, text, evidence, hasColon } of labels) {
    const signed = label === "customer" && !hasColon ? text : signedPart(text);
    const isSigned =
      label === "approved-by" ||
      label === "approved" ||
      isDatedName(label, text) ||
      (label === "customer" && signedBy.test(text));
    if (signed === "" || !isSigned) continue;
    const said = label === "approved" ? approvalOf(signed, "a state") : signatureIn(signed);
    const isNamed = hasColon || signed !== text || said.by === null || nameShape.test(said.by);
    // Cells of a table that decides of its rows say nothing of the paper.
    const isCell = !hasColon && label === "approved-by" && said.approved === false;
    if (said.approved !== null && isNamed && !isCell)
      found.push({ approval: said, approvalEvidence: evidence === null ? [] : [evidence] });
  }
  // One sheet refused among several that are approved: nobody may take the whole for approved.
  const refused = found.find(({ approval }) => approval.approved === false);
  return refused ?? found[0] ?? { approval: unsaid, approvalEvidence: [] };
}

/** "Melissa Kueh, 18 March 2026" behind the customer's own name: who puts name and day there has signed. */
const isDatedName = (label: RecordLabel, text: string): boolean =>
  label === "customer" &&
  /^\p{Lu}[\p{L}.'’ -]{2,30}[, ]+\d{1,2}[./ -](?:\d{1,2}|\p{L}{3,10})[./ -]\d{2,4}$/u.test(text) &&
  isPersonText(/^[^\d,]+/.exec(text)?.[0].trim() ?? "");

/** "administración: Lic. P. Garza", "inlener: H. Bolhuis": who signs stands before the colon, the name behind it. */
const signedPart = (text: string): string => /^[\p{L} .'’/-]{2,40}:\s*(?=\S)(.+)$/u.exec(text)?.[1] ?? text;

/** "signé JPP", "gez. Huber": behind the customer's own name. */
const signedBy =
  /^(?:signed|sgd\.?|sign[ée]e?|gez\.?|gezeichnet|unterschrieben|getekend|get\.|firmado|fdo\.?|firmato|f\.to|assinado|ass\.)(?: (?:by|par|von|door|por|da))?:?\s+(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})/iu;
/** What an approval is for, before the name: "Authorised for billing OW 30/06/2026". */
const purpose =
  /^(?:for (?:billing|invoicing|payment)|zur (?:abrechnung|rechnungsstellung|zahlung)|pour (?:la )?facturation|voor facturatie|para (?:facturar|la facturación|facturación|faturação|faturar)|per (?:la )?fatturazione)[:,\s–-]*/iu;

/** "K Olver", "Münster, 24.09.2026 gez. M. Dietl", "P. de Boer, 3 mei 2026": the name that stands on a line to sign. */
function signatureIn(stated: string): Approval {
  const text = stated.replace(purpose, "");
  const initials = signedBy.exec(text)?.[1];
  if (initials !== undefined) return { approved: true, by: signerOf(initials) };
  const signed = /(?:gez\.?|sgd\.?|signed|signe|get\.?|fdo\.?:?|f\.to|ass\.?)\s+(.{3,40})$/iu.exec(text)?.[1];
  if (signed !== undefined) {
    const by = signerOf(signed);
    return by === null ? unsaid : { approved: true, by };
  }
  const said = approvalOf(text);
  if (said.approved !== null && said.by === null) return said;
  const [, rest = ""] =
    /^[\p{L} ]{2,20},?\s*(?:am |on |le |op |el |il |den )?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[,;]?\s*(.*)$/iu.exec(
      text,
    ) ?? [];
  // "R. Venkatesh, Kaveri IT, 02-May-2026": the name, then whom they stand for and when.
  const [name = "", ...others] = text.split(/,\s+|\s+\(/);
  const first =
    others.length > 0 &&
    (isPersonText(name) || isDatedBehind(name, others)) &&
    !/^\p{Lu}\.?$/u.test(others[0] ?? "")
      ? name
      : text;
  const by = signerOf(rest === "" ? first : rest);
  return by === null ? unsaid : { approved: true, by };
}

/** "Ellen Marsh, Head of Works, May 4, 2026": a full name with its office and the day of signing. */
const isDatedBehind = (name: string, others: readonly string[]): boolean =>
  name.includes(" ") && nameShape.test(name) && /\d{4}\)?$/.test(others.at(-1) ?? "");
