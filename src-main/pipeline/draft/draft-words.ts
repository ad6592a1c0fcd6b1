import type { OutgoingLanguage } from "../../../src-shared/model/index.ts";

export type DraftLanguage = OutgoingLanguage;

/** What a draft says beside the words of the agreement. The readers and checks know these words. */
export interface DraftWords {
  readonly minimum: string;
  readonly trueUp: string;
  readonly deposit: string;
  readonly lessDeposit: string;
  readonly discount: string;
  readonly finalInvoice: string;
  readonly reverseCharge: string;
  readonly exempt: string;
  readonly daysNet: (days: number) => string;
  readonly onReceipt: string;
  readonly earlyDiscount: (percent: string, days: number) => string;
}

export const draftWords: Readonly<Record<DraftLanguage, DraftWords>> = {
  en: {
    minimum: "Agreed minimum",
    trueUp: "Minimum charge shortfall",
    deposit: "Deposit",
    lessDeposit: "Less deposit paid",
    discount: "Discount",
    finalInvoice: "Final invoice",
    reverseCharge: "Reverse charge: tax is due from the customer.",
    exempt: "Exempt from tax.",
    daysNet: (days) => `Net ${days} days`,
    onReceipt: "Due on receipt",
    earlyDiscount: (percent, days) => `${percent} % discount if paid within ${days} days`,
  },
  de: {
    minimum: "Vereinbarter Mindestbetrag",
    trueUp: "Ausgleich Mindestumsatz",
    deposit: "Anzahlung",
    lessDeposit: "Abzügl. Anzahlung",
    discount: "Rabatt",
    finalInvoice: "Schlussrechnung",
    reverseCharge: "Steuerschuldnerschaft des Leistungsempfängers.",
    exempt: "Steuerfrei.",
    daysNet: (days) => `Zahlbar innerhalb von ${days} Tagen netto`,
    onReceipt: "Zahlbar sofort nach Erhalt",
    earlyDiscount: (percent, days) => `${percent} % Skonto innerhalb ${days} Tagen`,
  },
  fr: {
    minimum: "Minimum convenu",
    trueUp: "Complément au minimum convenu",
    deposit: "Acompte",
    lessDeposit: "Moins acompte versé",
    discount: "Remise",
    finalInvoice: "Facture de solde",
    reverseCharge: "Autoliquidation : TVA due par le preneur.",
    exempt: "Exonéré de TVA.",
    daysNet: (days) => `Payable à ${days} jours net`,
    onReceipt: "Payable à réception",
    earlyDiscount: (percent, days) => `${percent} % d’escompte sous ${days} jours`,
  },
};
