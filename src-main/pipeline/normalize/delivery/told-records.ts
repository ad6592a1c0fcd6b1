import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { decimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import { joinItem } from "../../../../src-shared/wording/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { foldText } from "../values/fold.ts";
import { parseWeekday } from "../values/month.ts";
import { numberConventionOf, parseAmount, type NumberConvention } from "../values/number.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import { chatUnits, type ChatUnit } from "./chat-units.ts";
import { chunksOf, nameOf, personIn } from "./line-persons.ts";
import { findDays, type PaperDays } from "./paper-days.ts";
import type { LineRecord } from "./record-lines.ts";
import { acceptedThing, thingSpokenOf } from "./accepted-thing.ts";
import { confirmedStage } from "./confirmed-stage.ts";
import { headOf, senderOf } from "./told-sender.ts";
import { namesShared, sharesIn } from "./told-shares.ts";
import { namesTimesheet, toldApproval, toldRework } from "./told-approval.ts";
import { dayClauses } from "./told-day-clauses.ts";
import { lastOf, toldDays } from "./told-days.ts";
import { partsOf, type PartsContext } from "./told-parts.ts";
import { moneyIn } from "./told-money.ts";
import { headCountIn } from "./told-heads.ts";
import { datedGoods, type DatedGoods } from "./told-goods.ts";
import { toldUnits, type ToldUnit } from "./told-units.ts";

/** A record that a letter, mail or chat reports, accepts or refuses. */
export interface ToldRecord extends LineRecord {
  readonly kind: "time" | "work" | "goods" | "expense" | "acceptance";
  readonly approved: boolean | null;
  readonly approvedBy: string | null;
}

/** What is hoped, planned or tied to something has not been done. */
const tentative =
  /(?<![a-z])(?:hope|tomorrow|will|would|going to|planned|planning to|guess|maybe|perhaps|about to|estimate\w*|budget|quote|offer|invite|per (?:hour|day|month)|rate|morgen|werde[nt]?|wollen|voraussichtlich|geplant|vielleicht|angebot|demain|propose|prevoi\w+|prevu\w*|devis|manana|propongo|presupuesto|domani|preventivo|amanha|proponho|orcamento|se nao|umas|voorstel|zullen|offerte)(?![a-z])/;
const bought =
  /(?<![a-z])(?:bought|purchased|paid for|spent|picked up|gekauft|bezahlt|ausgelegt|besorgt|achete|paye|regle|gekocht|betaald|compre|comprado|pague|comprato|pagato|acquistato|comprei|paguei)(?![a-z])/;
const hoursWord = /(?<![a-z])(?:hours?|hrs|timesheets?|stunden\w*|heures|uren\w*|horas|ore)(?![a-z])/;
const yesterday = /(?<![a-z])(?:yesterday|gestern|hier|gisteren|ayer|ieri|ontem)(?![a-z])/;
const fewestReported = 2;

/** An offer or order is agreed; what it names has not been done for that. */
const agreedPaper =
  /(?<![a-z])(?:quotes?|quotation|offers?|proposals?|estimates?|orders?|contracts?|agreement|terms|prices?|angebote?s?|auftrag\w*|vertrag\w*|preise?|devis|offres?|commandes?|contrats?|tarifs?|offertes?|opdracht|prijs\w*|presupuestos?|ofertas?|pedidos?|contratos?|precios?|preventiv[oi]|offert[ae]|ordin[ei]|contratt[oi]|prezz[oi]|orcamentos?|propostas?|encomendas?|precos?)(?![a-z])/;

interface Told {
  readonly unit: ToldUnit | ChatUnit;
  /** The sentence before it. */
  readonly before: string | null;
  readonly author: string | null;
  readonly sent: LocalDate;
}

/** Records of running text: what a letter accepts or refuses, the hours that a mail lists, what a chat reports. */
export function toldRecords(document: ReadDocument, days: PaperDays, sent: LocalDate): readonly ToldRecord[] {
  const chat = chatUnits(document, days);
  const units = toldUnits(document).flatMap((unit) => dayClauses(unit, days));
  const sender = senderOf(headOf(document, "from"), units);
  const told: readonly Told[] =
    chat.length > 0
      ? chat.map((unit) => ({ unit, before: null, author: unit.author, sent: unit.sent }))
      : units.map((unit, index) => ({ unit, before: units[index - 1]?.text ?? null, author: sender, sent }));
  const texts = told.map(({ unit }) => unit.text);
  const reader: ToldReader = {
    days,
    numbers: numberConventionOf(texts.flatMap((text) => text.split(/\s+/))),
    months: texts.flatMap((text) => findDays(text, days).flatMap(({ value }) => value ?? [])),
    persons: [...personsIn(texts), ...namesShared(texts)],
    isHours: hoursWord.test(foldText(`${headOf(document, "subject")} ${texts.join(" ")}`)),
    isChat: chat.length > 0,
  };
  const read = told.map((each) => readTold(each, reader));
  // One day with hours is an appointment; several are a report, and so is what somebody answers for.
  const reported = read.filter(
    ({ records, approved, hasCome }) => approved === null && !hasCome && records.length > 0,
  );
  const isReport = reader.isChat || reported.length >= fewestReported;
  const records: ToldRecord[] = [];
  for (const each of read) {
    if (each.approves !== null)
      for (const [index, record] of records.entries())
        if (record.approved === null && record.person !== each.approves && record.kind === "time")
          records[index] = { ...record, approved: true, approvedBy: each.approves };
    if (each.approved !== null || each.hasCome || isReport)
      records.push(
        ...each.records.map((record) => ({
          ...record,
          // A part of a thing is agreed on; the thing itself is accepted when it is whole.
          approved: record.unit === "percent" && record.quantity !== whole ? null : each.approved,
        })),
      );
  }
  return records;
}

interface ToldReader extends PartsContext {
  readonly days: PaperDays;
  readonly months: readonly LocalDate[];
  readonly persons: readonly string[];
}

interface ReadTold {
  readonly records: readonly ToldRecord[];
  readonly approved: boolean | null;
  /** Who says yes in a chat to what others reported before. */
  readonly approves: string | null;
  /** Whether it tells of goods that are there, whoever says so. */
  readonly hasCome: boolean;
}

function readTold({ unit, before, author, sent }: Told, reader: ToldReader): ReadTold {
  // "26/10: 6h": the colon belongs to no time of day.
  const text = unit.text.replace(/(?<=(?:^|\s)\d{1,2}[./]\d{1,2}):(?=\s)/g, " ");
  const folded = foldText(text);
  const own = toldApproval(text) ?? toldRework(text);
  const heads = "isItem" in unit ? headCountIn(text) : null;
  if (heads !== null && "isItem" in unit) {
    const [day] = toldDays(text, reader.days, sent, reader.months);
    const things = [{ item: "", quantity: heads, unit: "person" }];
    const records = goodsRecords({ things, date: day?.value ?? sent, approved: null }, unit, author);
    return { records, approved: null, approves: null, hasCome: true };
  }
  const isListed = unit.isItem || /\d\s?%$/.test(text);
  const heading = isListed && unit.under !== null ? toldApproval(unit.under) : null;
  const approved = reader.isChat ? null : ((own ?? heading)?.approved ?? null);
  const none: ReadTold = { records: [], approved, approves: null, hasCome: false };
  if (text.endsWith(":") || (approved === null && (tentative.test(folded) || /\?\s*$/.test(text))))
    return none;
  const found = toldDays(text, reader.days, sent, reader.months);
  const values = [...new Set(found.map(({ value }) => value))];
  const stated = values.length === 1 ? (values[0] ?? null) : null;
  const fallback = reader.isChat ? (yesterday.test(folded) ? addDays(sent, -1) : sent) : null;
  const date = stated ?? (values.length === 0 ? fallback : null);
  if (date !== null && date > sent) return none;
  const words = found
    .reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text)
    // Who is greeted has not done it.
    .replace(greeting, (words) => " ".repeat(words.length));
  const shared = {
    date,
    role: null,
    currency: null,
    approvedBy: approved === null ? null : author,
    approved,
    evidence: unit.evidence === null ? [] : [unit.evidence],
  };
  const person =
    addressed.exec(words)?.[1] ??
    personIn(words, reader.persons) ??
    nameIn(words, reader.persons) ??
    (approved === null ? author : null);
  const goods = "isItem" in unit ? datedGoods(unit, own ?? heading, reader, sent) : null;
  if (goods !== null && "isItem" in unit) {
    const { approved: isTaken, hasCome } = goods;
    return { ...none, approved: isTaken, hasCome, records: goodsRecords(goods, unit, author) };
  }
  const isAgreed = agreedPaper.test(folded) && approved !== null;
  const parted = date === null || isAgreed || !reader.isHours ? null : sharesIn(words, reader.numbers);
  if (parted !== null)
    return {
      ...none,
      records: parted.shares.map(({ person: named, quantity }): ToldRecord => ({
        ...shared,
        kind: "time",
        person: named ?? author,
        item: joinItem(chunksOf(parted.rest)),
        quantity,
        unit: "hour",
        amount: null,
      })),
    };
  // "I approve the April timesheet of R. Nixon, 13 hours in total" says yes to records that stand elsewhere.
  const isOfPaper = own?.voice === "active" && namesTimesheet.test(folded);
  const records = (isAgreed || isOfPaper ? [] : partsOf(words, reader))
    .filter(() => date !== null || (approved !== null && values.length === 0 && reader.days.span !== null))
    .map((part): ToldRecord => ({
      ...shared,
      kind: part.count.unit === "hour" || part.count.unit === "day" ? "time" : "work",
      person: part.count.unit === "hour" ? person : null,
      item: joinItem(chunksOf(part.words).filter((chunk) => nameOf(chunk, reader.persons) === null)),
      quantity: part.count.value,
      unit: part.count.unit,
      amount: null,
    }));
  const share = heading?.approved === true ? percentIn(text, reader.numbers) : null;
  if (share !== null)
    return {
      ...none,
      records: [
        {
          ...shared,
          ...share,
          kind: "acceptance",
          date: date ?? sent,
          person: author,
          unit: "percent",
          amount: null,
        },
      ],
    };
  const spent = bought.test(folded) ? moneyIn(text, reader.numbers) : null;
  const [weekday] = text
    .split(/[^\p{L}]+/u)
    .flatMap((word) => (word.length > 3 ? (parseWeekday(foldText(word)) ?? []) : []));
  if (spent !== null && records.every(({ kind }) => kind !== "time"))
    return {
      ...none,
      records: [
        {
          ...shared,
          kind: "expense",
          date: date ?? (weekday === undefined || reader.isChat ? sent : lastOf(weekday, sent)),
          person: person ?? author,
          item: joinItem(chunksOf(words)),
          quantity: null,
          unit: null,
          amount: spent,
        },
      ],
    };
  if (records.length > 0) return { ...none, records };
  const approves = reader.isChat && own?.approved === true ? author : null;
  const stage = own === null ? null : confirmedStage(text, own);
  if (reader.isChat || own === null || (own.voice === "said" && stage === null)) return { ...none, approves };
  const item = stage ?? acceptedThing(text, own) ?? thingSpokenOf(text, before);
  return item === null || agreedPaper.test(foldText(item)) || hoursWord.test(folded)
    ? none
    : {
        ...none,
        records: [
          {
            ...shared,
            kind: "acceptance",
            date: date ?? sent,
            person: author,
            item,
            quantity: null,
            unit: null,
            amount: null,
          },
        ],
      };
}

function goodsRecords(
  { things, date, approved }: Pick<DatedGoods, "things" | "date" | "approved">,
  unit: ToldUnit,
  author: string | null,
): readonly ToldRecord[] {
  return things.map(({ item, quantity, unit: counted }): ToldRecord => ({
    kind: "goods",
    date,
    person: null,
    role: null,
    item: item || null,
    quantity,
    unit: counted,
    amount: null,
    currency: null,
    approved,
    approvedBy: approved === null ? null : author,
    evidence: unit.evidence === null ? [] : [unit.evidence],
  }));
}

/** "Metal studs   45 %": how much of a thing is done. */
function percentIn(
  text: string,
  numbers: NumberConvention,
): { readonly item: string; readonly quantity: DecimalText } | null {
  const [, item = "", digits = ""] = /^(.*\p{L}.*?)\s*:?\s+(\d{1,3}(?:[.,]\d{1,2})?)\s?%$/u.exec(text) ?? [];
  const quantity = item === "" ? null : (parseAmount(digits, numbers)?.value ?? null);
  return quantity === null || item.length > longestItem ? null : { item, quantity };
}

const longestItem = 60;
const whole = decimalText("100");

/** "Hr. Aebi", "Mme Roussel". */
const addressed =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Hr|Herrn?|Fr|Frau|Mme|M|Dhr|Mevr|Sra?|Sig(?:\.ra)?|Sra)\.?\s(\p{Lu}[\p{L}'’-]{2,}(?:\s\p{Lu}[\p{L}'’-]{2,})?)/u;
const greeting =
  /^\s*(?:hi|hello|hey|dear|hallo|moin|servus|bonjour|salut|hola|buenos d[ií]as|ciao|buongiorno|ol[aá]|bom dia|dag|beste)(?!\p{L})[^,.!?]{0,30}[,.!]/iu;

/** Names that items of a list begin with: "Leon, Monday 5 October, 7 hrs". */
const personsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => {
    const [first = ""] = text.split(/,\s/);
    return first !== text && nameShape.test(first) && isPersonText(first) ? [first] : [];
  });

/** One of the names that the text mentions elsewhere. */
const nameIn = (text: string, persons: readonly string[]): string | null =>
  persons.find((name) => text.split(/[^\p{L}'’-]+/u).includes(name)) ?? null;
