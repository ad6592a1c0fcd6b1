import type { ReadinessWords } from "../program-words.ts";

/** What agreements leave open, in German; complete by its type. */
export const germanReadiness: ReadinessWords = {
  "readiness/currency/question": "In welcher Währung sind diese Preise?",
  "readiness/currency/wording": "Alle Beträge sind in US-Dollar.",
  "readiness/parties/question": "Wer sind die beiden Parteien, und welche von ihnen wird bezahlt?",
  "readiness/standing/question": "Ist dies unterschrieben oder angenommen, und an welchem Tag?",
  "readiness/start/question": "Ab welchem Tag gelten diese Konditionen?",
  "readiness/start/wording": "Diese Vereinbarung gilt ab dem Tag der letzten Unterschrift.",
  "readiness/hours-per-day/question": "Wie viele Stunden hat ein Tag?",
  "readiness/hours-per-day/wording": "Ein Tag hat acht Stunden.",
  "readiness/unit/question": "Wofür ist der Preis von {item}: für eine Stunde, ein Stück, einen Zeitraum?",
  "readiness/escalator-date/question":
    "Ab welchem Tag steigen die Preise zum ersten Mal, und von selbst oder auf Mitteilung?",
  "readiness/escalator-date/wording": "Die Preise steigen an jedem Jahrestag des Beginns, ohne Mitteilung.",
  "readiness/index-table/question":
    "Welche Tabelle von {index} zählt, und welcher Monat wird mit welchem verglichen?",
  "readiness/index-table/wording":
    "Der für Oktober veröffentlichte Index wird mit dem des Oktobers davor verglichen.",
  "readiness/time-approval/question": "Wer gibt Zeiten frei, bevor sie abgerechnet werden?",
  "readiness/time-approval/wording":
    "Zeiten werden abgerechnet, wie der Kunde sie schriftlich freigegeben hat.",
  "readiness/time-approval/assumption": "Nicht freigegebene Einträge zählen nicht.",
  "readiness/fee-periods/question": "Wann beginnen und enden die wiederkehrenden Gebühren?",
  "readiness/fee-periods/wording":
    "Wiederkehrende Gebühren laufen vom Tag des Beginns bis zum letzten Tag der Laufzeit.",
  "readiness/fee-periods/assumption": "Jeder Zeitraum wird einmal berechnet.",
  "readiness/fee-timing/question": "Werden wiederkehrende Gebühren vor oder nach ihrem Zeitraum berechnet?",
  "readiness/fee-timing/wording": "Wiederkehrende Gebühren werden monatlich im Voraus berechnet.",
  "readiness/cap-contents/question": "Schließt die Obergrenze Auslagen ein, und Steuer?",
  "readiness/cap-contents/wording": "Die Obergrenze schließt Honorare und Auslagen ein, ohne Steuer.",
  "readiness/cap-contents/assumption": "Nur Honorare, ohne Steuer und erstattete Auslagen.",
  "readiness/tier-method/question":
    "Gilt der Preis der erreichten Staffel für alle Einheiten oder nur für die in ihr?",
  "readiness/tier-method/wording": "Der Preis jeder Staffel gilt nur für die Einheiten in dieser Staffel.",
  "readiness/tier-period/question":
    "Über welchen Zeitraum werden Einheiten gezählt, bevor wieder bei null begonnen wird?",
  "readiness/tier-period/wording": "Einheiten werden je Kalendermonat gezählt.",
  "readiness/minimum-period/question":
    "Für welchen Zeitraum gilt die Mindestabnahme, und vor oder nach Rabatten?",
  "readiness/minimum-period/wording": "Die Mindestabnahme gilt je Kalendermonat, vor Rabatt und Steuer.",
  "readiness/minimum-period/assumption": "Je Zeitraum, vor Rabatt und Steuer.",
  "readiness/included-period/question":
    "Für welchen Zeitraum gilt die enthaltene Menge, und was geschieht mit dem Rest?",
  "readiness/included-period/wording": "Die enthaltene Menge gilt je Kalendermonat; ein Rest verfällt.",
  "readiness/proration-basis/question": "Wie wird ein Teil eines Zeitraums berechnet?",
  "readiness/proration-basis/wording": "Teilmonate werden nach den tatsächlichen Tagen des Monats berechnet.",
  "readiness/discount-base/question": "Gilt der Rabatt auch für Auslagen?",
  "readiness/discount-base/wording": "Der Rabatt gilt für Honorare, nicht für Auslagen.",
  "readiness/discount-base/assumption": "Nur auf Honorare.",
  "readiness/tax-basis/question": "Enthalten diese Preise die Steuer?",
  "readiness/tax-basis/wording": "Preise sind ohne Steuer; sie kommt zum gesetzlichen Satz hinzu.",
  "readiness/tax-basis/assumption": "Preise ohne Steuer.",
  "readiness/tax-rate/question": "Welcher Steuersatz gilt, und für welchen Ort?",
  "readiness/tax-rate/wording": "Die Steuer kommt zu dem Satz hinzu, der am Ort der Leistung gilt.",
  "readiness/tax-rate/assumption": "Der Satz, den jede Rechnung nennt, wenn es ihn gibt.",
  "readiness/payment-terms/question": "Wann sind Rechnungen fällig, ab ihrem Datum oder ab Erhalt?",
  "readiness/payment-terms/wording": "Rechnungen sind 30 Tage nach ihrem Datum fällig.",
  "readiness/end-of-month/question":
    "Erst das Monatsende und dann die Tage, oder erst die Tage und dann das Ende jenes Monats?",
  "readiness/end-of-month/wording":
    "Rechnungen sind am Ende des Monats fällig, in den der dreißigste Tag nach ihrem Datum fällt.",
  "readiness/late-fee/question": "Ab wie vielen Tagen laufen Zinsen, und nach Tagen oder nach Monaten?",
  "readiness/late-fee/wording": "Zinsen laufen nach Tagen ab dem Tag nach der Fälligkeit.",
  "readiness/time-zone/question": "Wessen Mitternacht beendet einen Zeitraum?",
  "readiness/time-zone/wording": "Zeiträume enden um Mitternacht am Geschäftssitz des Verkäufers.",
  "readiness/time-zone/assumption": "Der Geschäftssitz des Verkäufers.",
  "readiness/rounding/question": "Wie werden Beträge gerundet, je Position oder in der Summe?",
  "readiness/rounding/wording": "Jede Position wird kaufmännisch auf den Cent gerundet.",
  "readiness/rounding/assumption": "Kaufmännisch, je Position.",
  "readiness/required-fields/question": "Was muss eine Rechnung zeigen?",
  "readiness/required-fields/wording": "Jede Rechnung zeigt die Bestellnummer und den Leistungszeitraum.",
  "readiness/required-fields/assumption": "Nummer, Datum, Parteien, Zeitraum und Summen.",
  "readiness/acceptance/question": "Wer nimmt ab, in welcher Form, und zählt Schweigen?",
  "readiness/acceptance/wording": "Was nicht binnen zehn Werktagen zurückgewiesen wird, gilt als abgenommen.",
  "readiness/acceptance/assumption": "Nicht abgenommen, bis eine Abnahme vorliegt.",
  "readiness/milestone-sum/question":
    "Auf welche Summe beziehen sich diese Prozentsätze, mit oder ohne Nachträge?",
  "readiness/milestone-sum/wording":
    "Die Prozentsätze beziehen sich auf den Vertragspreis mit allen genehmigten Nachträgen.",
  "readiness/extras/question": "Was braucht eine Zusatzleistung, bevor sie berechnet wird?",
  "readiness/extras/wording":
    "Zusatzleistungen brauchen eine schriftliche Zustimmung, die ihren Betrag nennt.",
  "readiness/extras/assumption": "Zusatzleistungen brauchen schriftliche Zustimmung.",
  "readiness/retention-steps/question":
    "Gilt der niedrigere Satz für die ganze Leistung oder nur für den Rest?",
  "readiness/retention-steps/wording":
    "Ab der Hälfte der Leistung werden fünf Prozent der ganzen erbrachten Leistung einbehalten.",
  "readiness/schedule-of-values/question": "Wie gliedert sich die Vertragssumme?",
  "readiness/schedule-of-values/wording":
    "Der Fortschritt wird nach dem beigefügten Leistungsverzeichnis berechnet.",
  "readiness/expenses/question": "Werden Auslagen überhaupt berechnet, zu Selbstkosten oder mit Aufschlag?",
  "readiness/expenses/wording": "Genehmigte Auslagen werden gegen Beleg zu Selbstkosten berechnet.",
  "readiness/expenses/assumption": "Nicht abrechenbar, wenn nicht vereinbart.",
  "readiness/multipliers/question": "Addieren sich Zuschläge, wenn zwei zutreffen?",
  "readiness/multipliers/wording": "Treffen mehrere zu, zählt allein der höchste.",
  "readiness/multipliers/assumption": "Ein Zuschlag, der höchste.",
  "readiness/missing-document/question":
    "Wo ist {name}? Preise verweisen darauf, und es ist nicht unter den Dateien.",
  "readiness/precedence/question": "Gilt diese Klausel darüber, welches Dokument vorgeht?",
  "readiness/precedence/assumption":
    "Nachtrag vor Leistungsbeschreibung vor Rahmenvereinbarung, Späteres vor Früherem.",
  "readiness/estimate-firmness/question": "Sind diese Beträge fest, eine Obergrenze oder ein Anhalt?",
  "readiness/estimate-firmness/wording": "Die Beträge sind fest.",
};
