import type { Unit } from "../../../../src-shared/model/index.ts";

/** What programs, networks and campaigns count, in the plural that titles use: "Messages sent", "Licensed users". */
const nouns: readonly (readonly [RegExp, Unit])[] = [
  [/\b(?:messages|sms|nachrichten|mensajes|messaggi|mensagens|berichten)\b/, "message"],
  [/\be-?mails\b/, "email"],
  [/\bimpress?ions\b|\bimpresiones\b|\bimpressionen\b|\bimpressioni\b/, "impression"],
  [/\bclicks?\b|\bklicks\b|\bclics\b/, "click"],
  [/\bviews\b/, "view"],
  [/\bleads\b/, "lead"],
  [/\bconversions\b/, "conversion"],
  [/\b(?:transactions|transaktionen|transacciones|transazioni|transacoes|transacties)\b/, "transaction"],
  [/\bcharge-?backs\b/, "chargeback"],
  [/\b(?:users|nutzer|benutzer|utilisateurs|usuarios|utenti|gebruikers)\b/, "user"],
  [/\bseats\b/, "seat"],
  [/\b(?:licen[cs]es|lizenzen|licencias|licenze|licencas|licenties)\b/, "license"],
  [/\b(?:devices|gerate|appareils|dispositivos|dispositivi|apparaten)\b/, "device"],
  [/\b(?:mailboxes|postfacher|boites aux lettres)\b/, "mailbox"],
  [/\bendpoints\b/, "endpoint"],
  [/\b(?:requests|api calls|requetes|anfragen|peticiones|richieste)\b/, "request"],
  [/\bsessions\b/, "session"],
  [/\bevents\b/, "event"],
];

/** The unit that a title of counted use names by its noun; `null` without one. `key` is the folded title. */
export const unitOfUsedNoun = (key: string): Unit | null =>
  nouns.find(([words]) => words.test(key))?.[1] ?? null;
