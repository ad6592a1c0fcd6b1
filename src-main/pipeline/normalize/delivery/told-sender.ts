import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { findDates } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import type { PaperDays } from "./paper-days.ts";
import type { ToldUnit } from "./told-units.ts";

const closingUnits = 6;
const salutation =
  /^(?:dear|hi|hello|hey|hallo|lieber?|sehr geehrte\w*|gruezi|guten|bonjour|chere?|madame|monsieur|hola|estimad\w+|buen\w+|gentile|car[oa]|ciao|egregi\w+|buongiorno|prezad\w+|ola|bom|boa|beste|geachte|dag)(?![a-z])/;

/** Who wrote a mail: the full name below it, else the name of the account that sent it. */
export function senderOf(from: string, units: readonly ToldUnit[]): string | null {
  const name = from
    .replace(/<[^>]*>/g, "")
    .replace(/\([^)]*\)|["']/g, "")
    .replace(/^\s*(?:dr|prof|ing|dipl\.-ing)\.?\s+/i, "")
    .trim();
  const [, last = "", first = ""] = /^([^,]+),\s*(.+)$/.exec(name) ?? [];
  const whole = (last === "" ? name : `${first} ${last}`).trim();
  const [closing] = units
    .slice(-closingUnits)
    .filter(({ text }) => !salutation.test(foldText(text)))
    .map(({ text }) => text.split(/,|\s\(|\s\|/u)[0]?.trim() ?? "")
    .filter(
      (text) =>
        text.includes(" ") && (isPersonText(text) || text.endsWith(` ${last}`)) && nameShape.test(text),
    );
  return closing ?? (nameShape.test(whole) ? whole : null);
}

const heads = {
  from: /^(?:from|von|de|van|da)\s?:\s*(.+)$/im,
  date: /^(?:date|sent|datum|gesendet|envoy[eé]|verzonden|fecha|enviado|data|inviato)\s?:\s*(.+)$/im,
  subject: /^(?:subject|betreff|objet|onderwerp|asunto|oggetto|assunto)\s?:\s*(.+)$/im,
} as const;
const longestHead = 700;
const headLine =
  /^(?:from|von|de|van|da|to|an|aan|para|a|à|cc|date|sent|datum|gesendet|envoy[eé]|verzonden|fecha|enviado|data|inviato|subject|betreff|objet|onderwerp|asunto|oggetto|assunto)\s?:/i;

/** How many of the first lines of a mail are its head. */
export function lengthOfHead(lines: readonly string[]): number {
  const end = lines.findIndex((line) => line.trim() !== "" && !headLine.test(line.trim()));
  return end < 0 ? lines.length : end;
}

/** What the head of a mail says, also of one that was pasted as text. */
export const headOf = ({ properties, text }: ReadDocument, name: keyof typeof heads): string =>
  properties[name] ?? heads[name].exec((text ?? "").slice(0, longestHead))?.[1]?.trim() ?? "";

/** The day on which a mail was sent. */
export const sentOn = (document: ReadDocument, days: PaperDays): LocalDate =>
  findDates(headOf(document, "date"), days)[0]?.value ?? days.asOf;
