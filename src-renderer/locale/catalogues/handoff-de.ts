import type { HandoffWords } from "../program-words.ts";

/** Why an invoice stays out of a file and what to know about one that goes, in German; complete by its type. */
export const germanHandoff: HandoffWords = {
  "export/no-number":
    "Auf {number} steht keine Rechnungsnummer. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/no-customer": "{number} nennt keinen Kunden. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/no-supplier":
    "{number} nennt keinen Lieferanten. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/not-a-sale":
    "{number} ist eine Rechnung an uns, keine von uns. Wählen Sie ein Ziel für Eingangsrechnungen.",
  "export/not-a-bill":
    "{number} ist eine Rechnung von uns, keine an uns. Wählen Sie ein Ziel für Ausgangsrechnungen.",
  "export/gross-does-not-add-up":
    "Auf {number} stehen {net} netto und {tax} Steuer, aber {gross} gesamt. Korrigieren Sie eines davon, und geben Sie sie neu frei.",
  "export/tax-does-not-add-up":
    "Die Steuer von {number} ist {tax}, ihre Positionen ergeben aber {computed}. Korrigieren Sie eines davon, und geben Sie sie neu frei.",
  "export/several-tax-rates":
    "{number} berechnet Steuer zu mehreren Sätzen oder zu einem, der nicht darauf steht; diese Datei fasst nur einen Satz.",
  "export/name-too-long": "„{name}“ ist länger als die {longest} Zeichen, die dieses Ziel nimmt.",
  "export/name-not-writable":
    "„{name}“ enthält einen Tabulator, ein Semikolon oder ein Anführungszeichen, die diese Datei nicht fasst. Namen werden nie verändert: korrigieren Sie ihn in Ihren Büchern und hier.",
  "export/line-uncoded":
    "In den Einstellungen steht nicht, wohin die Position „{line}“ von {number} gebucht wird. Tragen Sie ihren Wortlaut ein, oder ein Konto für alle anderen mit „*=“.",
  "export/partner-unmapped": "Die Einstellungen haben kein Konto für „{name}“. Tragen Sie „{name}=…“ ein.",
  "export/foreign-currency": "{number} ist in {currency}; dieses Ziel nimmt nur {base}.",
  "export/too-many-lines": "{number} hat mehr als {most} Positionen; mehr nimmt dieses Ziel nicht.",
  "export/character-not-encodable":
    "{number} enthält „{character}“ (in „{text}“), das die Kodierung dieser Datei nicht fasst. Nichts wird ersetzt: korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/setting-not-valid": "Die Einstellung „{setting}“ hat nicht die Form, die dieses Ziel will.",
  "export/account-not-a-number": "„{account}“ ist keine Kontonummer von höchstens 9 Ziffern.",
  "export/account-not-valid": "„{account}“ ist kein gültiger Kontoname für dieses Ziel.",
  "export/amount-too-large": "Der Betrag {amount} von {number} passt nicht in dieses Ziel.",
  "export/retention-not-taken":
    "{number} behält einen Einbehalt oder eine Abzugsteuer ein, was eine E-Rechnung dieser Norm nicht sagen kann.",
  "export/no-template": "Laden Sie zuerst die Vorlage Ihres Systems, in den Einstellungen.",
  "export/template-without": "Die Vorlage hat keine Spalte für „{field}“, ohne die {number} falsch wäre.",
  "export/no-currency":
    "Auf {number} steht keine Währung. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/no-issue-date":
    "Auf {number} steht kein Rechnungsdatum. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/no-due-date":
    "{number} hat kein Fälligkeitsdatum, und ihre Konditionen ergeben keines. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/no-lines": "{number} hat keine Positionen, und dieses Ziel nimmt keine Rechnung ohne.",
  "export/no-total": "Auf {number} steht keine Summe. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/line-without-amount":
    "Position {line} von {number} hat keinen Betrag. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/lines-do-not-add-up":
    "Die Positionen von {number} ergeben {lines}, ihre Nettosumme ist aber {net}. Korrigieren Sie eines davon, und geben Sie sie neu frei.",
  "export/undecided-value":
    "Auf {number} steht ein Wert, der nicht entschieden werden konnte ({field}). Korrigieren Sie ihn, und geben Sie die Rechnung neu frei.",
  "export/prices-include-tax": "Auf {number} stehen Preise mit Steuer, die dieses Ziel nicht nimmt.",
  "export/proforma": "{number} ist eine Proforma-Rechnung; die Buchhaltung nimmt solche nicht.",
  "export/credit-note-not-taken":
    "{number} ist eine Gutschrift, und dieses Ziel nimmt nur Rechnungen. Geben Sie sie von Hand ein.",
  "export/number-too-long": "{number} ist länger als die {longest} Zeichen, die dieses Ziel nimmt.",
  "export/number-twice":
    "Die Nummer {number} ist in diesem Stapel zweimal. Dieses Ziel würde beide zusammenlegen.",
  "export/tax-rate-unmapped":
    "{number} hat den Steuersatz {rate}, der keiner Steuer dieses Ziels zugeordnet ist. Setzen Sie ihren Namen in den Optionen.",
  "export/unsafe-name":
    "„{name}“ beginnt wie eine Formel, die eine Tabellenkalkulation ausführen würde. Korrigieren Sie den Wert, und geben Sie sie neu frei.",
  "export/due-date-computed":
    "Das Fälligkeitsdatum von {numbers} ist nicht gedruckt; es wurde aus den Konditionen berechnet.",
  "export/line-collapsed":
    "Einige Positionen von {numbers} gehen mit Menge 1 und ihrem ganzen Betrag hinaus: Menge und Preis ergeben ihn nicht genau.",
  "export/bills-may-come-twice":
    "{target} nimmt dieselbe Rechnung noch einmal, wenn eine Datei zweimal importiert wird. Importieren Sie sie einmal, und lesen Sie hier zurück.",
  "export/posts-again-when-repeated":
    "{target} bucht alles noch einmal, wenn eine Datei zweimal importiert wird. Importieren Sie sie einmal, und lesen Sie hier zurück.",
  "export/iif-back-up-first":
    "Der Import von IIF braucht den Einzelplatzmodus und lässt sich nicht zurücknehmen. Sichern Sie zuerst die Firmendatei.",
  "export/iif-credit-signs-unconfirmed":
    "Die Vorzeichen von Gutschriften in IIF folgen aus seiner Regel des Ausgleichs; der Hersteller nennt sie nicht. Sehen Sie sich die erste nach dem Import an.",
  "export/reference-cut": "Bestellnummern von mehr als {longest} Zeichen werden gekürzt.",
  "export/quickbooks-bills-outside-us":
    "QuickBooks Online importiert Eingangsrechnungen nur außerhalb der USA. Dieselbe Nummer zweier Lieferanten geht in zwei Dateien.",
  "export/tax-not-written":
    "Steuern stehen nicht in der Datei; {target} berechnet sie aus den eigenen Einstellungen.",
  "export/netsuite-add-or-update":
    "Wählen Sie im Importassistenten „Add or Update“, und ordnen Sie die externe ID zu: ein zweiter Import aktualisiert dann, statt zu verdoppeln.",
  "export/sage-transactions-only":
    "Sage 50 nimmt Buchungen, keine Artikelrechnungen: eine für jedes Sachkonto und jeden Steuercode.",
  "export/datev-not-in-excel":
    "Öffnen Sie die Datei nicht in einer Tabellenkalkulation: sie zerstört Daten wie 0109.",
  "export/number-changed": "DATEV nimmt wenige Zeichen in einer Nummer; diese sind geändert: {numbers}.",
  "export/zoho-numbering":
    "Schalten Sie in Zoho vor dem Import die automatische Nummerierung aus, und setzen Sie danach die nächste Nummer hoch.",
  "export/myob-compare-own-export":
    "MYOB veröffentlicht diese Datei nicht. Vergleichen Sie ihre Spalten vor dem ersten Import mit einem eigenen Export.",
  "export/template-columns-empty": "Diese Spalten der Vorlage bleiben leer: {columns}.",
  "export/xero-arrives-as-draft": "Xero nimmt diese Rechnungen als Entwürfe an. Geben Sie sie dort frei.",
  "export/choose-tax-exclusive": "Wählen Sie beim Import „Tax Exclusive“: die Beträge sind ohne Steuer.",
  "export/xero-credit-by-negative-total":
    "Gutschriften gehen als Rechnungen mit negativer Summe hinaus, wie Xero sie will.",
  "export/quickbooks-custom-numbers":
    "Schalten Sie in QuickBooks „Custom transaction numbers“ ein, sonst bekommen die Rechnungen neue Nummern.",
  "export/quickbooks-tax-not-imported":
    "QuickBooks nimmt keine Steuerbeträge aus einer Datei; es berechnet sie aus den Namen der Steuern.",
};
