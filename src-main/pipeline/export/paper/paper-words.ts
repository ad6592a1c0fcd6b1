import { outgoingLanguages } from "../../../../src-shared/model/index.ts";
import type { InvoiceKind, OutgoingLanguage, Unit } from "../../../../src-shared/model/index.ts";

export const paperLanguages = outgoingLanguages;
export type PaperLanguage = OutgoingLanguage;

/** Every word that the paper prints beside what the invoice itself says. */
export interface PaperWords {
  readonly titles: Readonly<Record<InvoiceKind, string>>;
  readonly draft: string;
  readonly billTo: string;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly period: string;
  readonly order: string;
  readonly agreement: string;
  readonly project: string;
  readonly buyerReference: string;
  readonly preceding: string;
  readonly currency: string;
  readonly taxId: string;
  readonly position: string;
  readonly day: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly tax: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly net: string;
  readonly taxOf: (name: string, rate: string, base: string) => string;
  readonly taxName: string;
  readonly gross: string;
  readonly prepaid: string;
  readonly retention: string;
  readonly withholding: string;
  readonly rounding: string;
  readonly payable: string;
  readonly credited: string;
  readonly unknown: string;
  readonly carried: string;
  readonly brought: string;
  readonly terms: string;
  readonly account: string;
  readonly page: (page: number, pages: number) => string;
  readonly months: readonly string[];
  readonly decimalMark: string;
  readonly groupMark: string;
  readonly units: Readonly<Record<Unit, string>>;
}

export const paperWords: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: {
    titles: {
      invoice: "Invoice",
      "credit-note": "Credit note",
      "debit-note": "Debit note",
      proforma: "Pro forma invoice",
      "self-billed": "Self-billed invoice",
    },
    draft: "Draft",
    billTo: "Bill to",
    number: "Invoice number",
    issueDate: "Invoice date",
    dueDate: "Due date",
    period: "Service period",
    order: "Purchase order",
    agreement: "Contract",
    project: "Project",
    buyerReference: "Your reference",
    preceding: "Refers to invoice",
    currency: "Currency",
    taxId: "VAT ID",
    position: "No.",
    day: "Date",
    description: "Description",
    quantity: "Quantity",
    unit: "Unit",
    unitPrice: "Unit price",
    tax: "Tax %",
    amount: "Amount",
    subtotal: "Subtotal",
    net: "Total without tax",
    taxOf: (name, rate, base) => `${name} ${rate} % on ${base}`,
    taxName: "Tax",
    gross: "Total",
    prepaid: "Paid before",
    retention: "Less retention",
    withholding: "Less tax withheld",
    rounding: "Rounding",
    payable: "Amount due",
    credited: "Amount credited",
    unknown: "open",
    carried: "Carried forward",
    brought: "Brought forward",
    terms: "Payment terms",
    account: "Bank account",
    page: (page, pages) => `Page ${page} of ${pages}`,
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    decimalMark: ".",
    groupMark: ",",
    units: {},
  },
  de: {
    titles: {
      invoice: "Rechnung",
      "credit-note": "Gutschrift",
      "debit-note": "Belastungsanzeige",
      proforma: "Proforma-Rechnung",
      "self-billed": "Gutschrift im Gutschriftverfahren",
    },
    draft: "Entwurf",
    billTo: "Rechnung an",
    number: "Rechnungsnummer",
    issueDate: "Rechnungsdatum",
    dueDate: "Fällig am",
    period: "Leistungszeitraum",
    order: "Bestellnummer",
    agreement: "Vertragsnummer",
    project: "Projekt",
    buyerReference: "Ihr Zeichen",
    preceding: "Zu Rechnung",
    currency: "Währung",
    taxId: "USt-IdNr.",
    position: "Pos.",
    day: "Datum",
    description: "Bezeichnung",
    quantity: "Menge",
    unit: "Einheit",
    unitPrice: "Einzelpreis",
    tax: "USt %",
    amount: "Betrag",
    subtotal: "Zwischensumme",
    net: "Nettobetrag",
    taxOf: (name, rate, base) => `${name} ${rate} % auf ${base}`,
    taxName: "USt",
    gross: "Gesamtbetrag",
    prepaid: "Bereits gezahlt",
    retention: "Abzügl. Sicherheitseinbehalt",
    withholding: "Abzügl. Steuerabzug",
    rounding: "Rundung",
    payable: "Zahlbetrag",
    credited: "Gutschriftsbetrag",
    unknown: "offen",
    carried: "Übertrag",
    brought: "Übertrag",
    terms: "Zahlungsbedingungen",
    account: "IBAN",
    page: (page, pages) => `Seite ${page} von ${pages}`,
    months: [
      "Januar",
      "Februar",
      "März",
      "April",
      "Mai",
      "Juni",
      "Juli",
      "August",
      "September",
      "Oktober",
      "November",
      "Dezember",
    ],
    decimalMark: ",",
    groupMark: ".",
    units: {
      hour: "Std.",
      day: "Tag",
      month: "Monat",
      piece: "Stück",
      metre: "m",
      kilometre: "km",
      user: "Benutzer",
      week: "Woche",
      year: "Jahr",
    },
  },
  fr: {
    titles: {
      invoice: "Facture",
      "credit-note": "Avoir",
      "debit-note": "Note de débit",
      proforma: "Facture pro forma",
      "self-billed": "Autofacture",
    },
    draft: "Projet",
    billTo: "Facturé à",
    number: "Numéro de facture",
    issueDate: "Date de facture",
    dueDate: "Date d’échéance",
    period: "Période de prestation",
    order: "Bon de commande",
    agreement: "Contrat",
    project: "Projet",
    buyerReference: "Votre référence",
    preceding: "Relatif à la facture",
    currency: "Devise",
    taxId: "N° TVA",
    position: "N°",
    day: "Date",
    description: "Désignation",
    quantity: "Quantité",
    unit: "Unité",
    unitPrice: "Prix unitaire",
    tax: "TVA %",
    amount: "Montant HT",
    subtotal: "Sous-total",
    net: "Total HT",
    taxOf: (name, rate, base) => `${name} ${rate} % sur ${base}`,
    taxName: "TVA",
    gross: "Total TTC",
    prepaid: "Déjà réglé",
    retention: "Retenue de garantie",
    withholding: "Retenue à la source",
    rounding: "Arrondi",
    payable: "Net à payer",
    credited: "Montant de l’avoir",
    unknown: "à préciser",
    carried: "À reporter",
    brought: "Report",
    terms: "Conditions de paiement",
    account: "IBAN",
    page: (page, pages) => `Page ${page} sur ${pages}`,
    months: [
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre",
    ],
    decimalMark: ",",
    groupMark: "\u00a0",
    units: {
      hour: "heure",
      day: "jour",
      month: "mois",
      piece: "pièce",
      metre: "m",
      kilometre: "km",
      user: "utilisateur",
      week: "semaine",
      year: "an",
    },
  },
};
