import type { DueReminder, OutgoingLanguage } from "../../../src-shared/model/index.ts";

type Tone = DueReminder["tone"];

/** A sentence about one invoice, and about several. */
type Counted = readonly [one: string, several: string];

/** What a reminder says beside numbers, dates and amounts, which records give. It threatens and promises nothing. */
export interface ReminderWords {
  readonly subject: Readonly<Record<Tone, (numbers: string) => string>>;
  readonly greeting: (customer: string) => string;
  readonly opening: Readonly<Record<Tone, Counted>>;
  readonly line: (facts: {
    readonly number: string;
    readonly issued: string;
    readonly due: string;
    readonly days: number;
    readonly open: string;
  }) => string;
  readonly total: (amount: string) => string;
  readonly lateFee: (number: string, clause: string, formula: string, fee: string) => string;
  readonly closing: Readonly<Record<Tone, string>>;
  readonly signature: string;
}

const disputeEnglish = "If you dispute it, please write to us what you dispute.";
const disputeGerman = "Wenn Sie die Forderung bestreiten, schreiben Sie uns bitte, was Sie bestreiten.";
const disputeFrench = "Si vous contestez cette créance, merci de nous écrire ce que vous contestez.";

export const reminderWords: Readonly<Record<OutgoingLanguage, ReminderWords>> = {
  en: {
    subject: {
      friendly: (numbers) => `A reminder: ${numbers}`,
      plain: (numbers) => `Open: ${numbers}`,
      firm: (numbers) => `Overdue: ${numbers}`,
      escalate: (numbers) => `Long overdue: ${numbers}`,
    },
    greeting: (customer) => `Dear ${customer},`,
    opening: {
      friendly: [
        "our records show the following invoice as not paid yet. If your payment is on its way, please disregard this message.",
        "our records show the following invoices as not paid yet. If your payment is on its way, please disregard this message.",
      ],
      plain: [
        "the following invoice is past its due date, and we have not found a payment for it.",
        "the following invoices are past their due dates, and we have not found payments for them.",
      ],
      firm: [
        "the following invoice is still open although we wrote before. Please pay it, or tell us what keeps you from it.",
        "the following invoices are still open although we wrote before. Please pay them, or tell us what keeps you from it.",
      ],
      escalate: [
        "the following invoice is long past its due date. Please call us, so that we can settle it together.",
        "the following invoices are long past their due dates. Please call us, so that we can settle them together.",
      ],
    },
    line: ({ number, issued, due, days, open }) =>
      `- ${number} of ${issued}, due on ${due}, ${days} ${days === 1 ? "day" : "days"} ago: ${open}`,
    total: (amount) => `Open in total: ${amount}`,
    lateFee: (number, clause, formula, fee) =>
      `Late fee on ${number} as agreed (“${clause}”): ${formula}, that is ${fee}.`,
    closing: {
      friendly: "If something about it is not right, please tell us.",
      plain: "If something about it is not right, please tell us, so that we can look into it.",
      firm: disputeEnglish,
      escalate: disputeEnglish,
    },
    signature: "Kind regards",
  },
  de: {
    subject: {
      friendly: (numbers) => `Zahlungserinnerung: ${numbers}`,
      plain: (numbers) => `Offen: ${numbers}`,
      firm: (numbers) => `Mahnung: ${numbers}`,
      escalate: (numbers) => `Seit Langem überfällig: ${numbers}`,
    },
    greeting: (customer) => `Guten Tag ${customer},`,
    opening: {
      friendly: [
        "die folgende Rechnung ist nach unseren Büchern noch nicht bezahlt. Sollte Ihre Zahlung schon unterwegs sein, betrachten Sie dieses Schreiben bitte als gegenstandslos.",
        "die folgenden Rechnungen sind nach unseren Büchern noch nicht bezahlt. Sollte Ihre Zahlung schon unterwegs sein, betrachten Sie dieses Schreiben bitte als gegenstandslos.",
      ],
      plain: [
        "die folgende Rechnung ist überfällig, und wir haben keine Zahlung dafür gefunden.",
        "die folgenden Rechnungen sind überfällig, und wir haben keine Zahlungen dafür gefunden.",
      ],
      firm: [
        "die folgende Rechnung ist trotz unserer Erinnerung noch offen. Bitte bezahlen Sie sie, oder sagen Sie uns, was Sie daran hindert.",
        "die folgenden Rechnungen sind trotz unserer Erinnerung noch offen. Bitte bezahlen Sie sie, oder sagen Sie uns, was Sie daran hindert.",
      ],
      escalate: [
        "die folgende Rechnung ist seit Langem überfällig. Bitte rufen Sie uns an, damit wir gemeinsam eine Lösung finden.",
        "die folgenden Rechnungen sind seit Langem überfällig. Bitte rufen Sie uns an, damit wir gemeinsam eine Lösung finden.",
      ],
    },
    line: ({ number, issued, due, days, open }) =>
      `- ${number} vom ${issued}, fällig am ${due}, seit ${days} ${days === 1 ? "Tag" : "Tagen"}: ${open}`,
    total: (amount) => `Insgesamt offen: ${amount}`,
    lateFee: (number, clause, formula, fee) =>
      `Verzugskosten zu ${number} wie vereinbart („${clause}“): ${formula}, das sind ${fee}.`,
    closing: {
      friendly: "Wenn daran etwas nicht stimmt, sagen Sie es uns bitte.",
      plain: "Wenn daran etwas nicht stimmt, sagen Sie es uns bitte, damit wir es klären können.",
      firm: disputeGerman,
      escalate: disputeGerman,
    },
    signature: "Mit freundlichen Grüßen",
  },
  fr: {
    subject: {
      friendly: (numbers) => `Rappel : ${numbers}`,
      plain: (numbers) => `En attente de paiement : ${numbers}`,
      firm: (numbers) => `Relance : ${numbers}`,
      escalate: (numbers) => `Impayé depuis longtemps : ${numbers}`,
    },
    greeting: (customer) => `Bonjour ${customer},`,
    opening: {
      friendly: [
        "sauf erreur de notre part, la facture suivante reste impayée. Si votre règlement est en route, merci de ne pas tenir compte de ce message.",
        "sauf erreur de notre part, les factures suivantes restent impayées. Si votre règlement est en route, merci de ne pas tenir compte de ce message.",
      ],
      plain: [
        "la facture suivante est échue, et nous n’avons pas trouvé de règlement correspondant.",
        "les factures suivantes sont échues, et nous n’avons pas trouvé de règlements correspondants.",
      ],
      firm: [
        "la facture suivante reste impayée malgré notre rappel. Merci de la régler, ou de nous dire ce qui vous en empêche.",
        "les factures suivantes restent impayées malgré notre rappel. Merci de les régler, ou de nous dire ce qui vous en empêche.",
      ],
      escalate: [
        "la facture suivante est échue depuis longtemps. Merci de nous appeler pour trouver ensemble une solution.",
        "les factures suivantes sont échues depuis longtemps. Merci de nous appeler pour trouver ensemble une solution.",
      ],
    },
    line: ({ number, issued, due, days, open }) =>
      `- ${number} du ${issued}, échue le ${due}, il y a ${days} ${days === 1 ? "jour" : "jours"} : ${open}`,
    total: (amount) => `Total en attente : ${amount}`,
    lateFee: (number, clause, formula, fee) =>
      `Pénalité de retard sur ${number}, comme convenu (« ${clause} ») : ${formula}, soit ${fee}.`,
    closing: {
      friendly: "Si quelque chose n’est pas exact, merci de nous le dire.",
      plain: "Si quelque chose n’est pas exact, merci de nous le dire, afin que nous puissions vérifier.",
      firm: disputeFrench,
      escalate: disputeFrench,
    },
    signature: "Cordialement",
  },
};
