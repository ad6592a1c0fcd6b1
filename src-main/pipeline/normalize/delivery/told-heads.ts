import { decimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/fold.ts";

const heads =
  "guests?|people|persons?|pax|covers|attendees|participants?|diners|delegates|heads|gasten?|personen|teilnehmer(?:innen)?|teilnehmende|convives|personnes|couverts|invites|deelnemers|comensales|personas|invitados|asistentes|cubiertos|persone|ospiti|coperti|invitati|partecipanti|pessoas|convidados|participantes";
const figure = "(?<!\\d[.,/]?)(?<count>\\d{1,4})(?![\\d.,/:]\\d|\\s?%)";

/** That a count is the one that holds: "our final count", "wir sind", "nous serons". */
const settles =
  /(?<![a-z])(?:final(?:ly|es?)?|confirm\w*|definiti\w+|endgultig\w*|bestatig\w+|in the end|we(?: are|'re|'ll be| will be| have)|there (?:are|will be)|wir (?:sind|werden)|nous (?:serons|sommes)|on sera|wij? (?:zijn|komen)|(?:somos|seremos|seremo|saremo|siamo)|total(?:e?s)? de|gesamt)(?![a-z])/;

const counted = [
  new RegExp(
    `(?<![a-z])(?:(?:final|definitive|confirmed|total|guest|head) ){0,3}(?:head ?counts?|guest counts?|(?:final|definitive|confirmed|total) (?:counts?|numbers?)|numbers? of (?:${heads}))[^.;:]{0,40}?(?: is| are| will be|:| of| =) ?${figure}`,
  ),
  new RegExp(
    `(?<![a-z])(?:(?:teilnehmer|gaste|personen)(?:zahl|anzahl)|(?:nombre|numero|aantal|anzahl)(?: [a-z]+){0,2} (?:(?:de|di|d'|der|van|an) ?)?(?:${heads}))[^.;:\\d]{0,40}?(?: (?:est|ist|is|es|e|betragt|lautet|sera|zal)|:| =|,)? ?${figure}`,
  ),
  new RegExp(`${figure} (?:[a-z]+ ){0,1}?(?:${heads})(?![a-z])`),
];

/** What is asked, expected or rounded is no count. */
const open =
  /(?<![a-z])(?:about|around|approx\w*|roughly|at least|at most|up to|maximum|minimum|estimat\w+|expect\w*|ca|circa|etwa|ungefahr|mindestens|hochstens|voraussichtlich|environ|a peu pres|au moins|ongeveer|minstens|unos|unas|aproximad\w+|al menos|almeno|cerca de|pelo menos|per|pro|par|por|je|if|falls|wenn|si|se|als|please|bitte)(?![a-z])|\?\s*$/;

/** How many come, where a sentence of the one who invites them says so for good; `null` where it says no count. */
export function headCountIn(text: string): DecimalText | null {
  const folded = foldText(text);
  const [byName, byNoun, plain] = counted;
  const found = byName?.exec(folded) ?? byNoun?.exec(folded) ?? null;
  const told = found ?? (settles.test(folded) ? (plain?.exec(folded) ?? null) : null);
  const count = told?.groups?.["count"];
  if (told === null || count === undefined) return null;
  const clause = folded.slice(Math.max(0, told.index - 24), told.index + told[0].length);
  return open.test(clause) || /\?\s*$/.test(folded) ? null : decimalText(count);
}
