import type { GapCode } from "../gap-codes.ts";

/** What is missing from drafts and what changed during delivery, in German; complete by its type. */
export const germanGaps: Readonly<Record<GapCode, string>> = {
  "drafting/term-conflict":
    "„{item}“: zwei Klauseln gleichen Rangs sagen Verschiedenes. Klären Sie, welche gilt.",
  "drafting/term-open-question":
    "„{item}“: die Klausel hat eine offene Frage. Beantworten Sie sie auf dem Konditionenblatt.",
  "drafting/term-not-confirmed":
    "Mit der Klausel „{quote}“ ({type}) wird gerechnet, und niemand hat sie bestätigt.",
  "drafting/clause-says-more": "„{item}“: die Klausel sagt mehr, als berechnet werden kann: „{words}“.",
  "drafting/timing-unsaid":
    "„{item}“ für {period}: die Vereinbarung sagt nicht, ob am Anfang oder am Ende des Zeitraums berechnet wird.",
  "drafting/proration-unsaid":
    "„{item}“ läuft nur {days} von {period}, und die Vereinbarung sagt nicht, was ein Teilzeitraum kostet.",
  "drafting/period-not-in-months":
    "„{item}“ für {days}: die vereinbarte Grundlage zählt ganze Monate, und diese Tage sind keine.",
  "drafting/index-unknown": "„{item}“ folgt einem Index, und unter den Dateien ist keine Tabelle davon.",
  "drafting/compounding-unsaid":
    "„{item}“: die Vereinbarung sagt nicht, ob ihre jährlichen Erhöhungen aufeinander aufbauen.",
  "drafting/no-price": "{count} × „{item}“ ({unit}): für diese Nachweise ist kein Preis vereinbart.",
  "drafting/price-ambiguous":
    "{count} × „{item}“: mehrere Preise passen: {prices}. Sagen Sie, welche Rolle oder Leistung es ist.",
  "drafting/unit-differs":
    "„{item}“ ist in {unit} erfasst und in {agreed} bepreist; die Vereinbarung muss sagen, wie viele eines ergeben.",
  "drafting/not-approved":
    "Nachweise von {period}, die nicht freigegeben sind und außen vor bleiben: {count}.",
  "drafting/record-of-whom":
    "Nachweise von {period}, die keinen Kunden und keine Vereinbarung nennen: {count}.",
  "drafting/record-unreadable": "Nachweise von {period} ohne lesbare Menge: {count}.",
  "drafting/hours-above-day":
    "{person} hat am {day} {excess} Stunden mehr gearbeitet als die {limit}, die berechnet werden dürfen; sie bleiben außen vor.",
  "drafting/price-is-ceiling": "„{item}“ kostet höchstens {price}: welcher Preis gilt, sagt ein Mensch.",
  "drafting/quantity-inexact": "Die Menge von „{item}“ ist keine genaue Dezimalzahl ({quantity}).",
  "drafting/quantity-unproven":
    "„{item}“ kostet je {unit} für jedes {per}, und kein Nachweis sagt, wie viele es in {period} waren.",
  "drafting/quantity-unsaid":
    "„{item}“ kostet je {unit}, und kein Nachweis sagt, wie viele geleistet wurden.",
  "drafting/tier-method-unsaid": "„{item}“: die Vereinbarung sagt nicht, wie ihre Preisstufen gelten.",
  "drafting/tiers-do-not-cover": "„{item}“: die Preisstufen reichen nicht bis zu einer Menge von {quantity}.",
  "drafting/period-of-term-differs": "„{item}“ zählt je {per}, und der Entwurf berechnet {period}.",
  "drafting/included-unclear":
    "„{item}“: wie viel enthalten ist, ist nicht eine vereinbarte Zahl (es sind {count}).",
  "drafting/rollover":
    "„{item}“: Enthaltenes wird aus früheren Zeiträumen übertragen; das wird nicht berechnet.",
  "drafting/expense-amount-unread": "Der Betrag der Auslage „{item}“ war nicht lesbar.",
  "drafting/expense-currency": "Die Auslage „{item}“ lautet auf {currency}, die Vereinbarung auf {agreed}.",
  "drafting/expenses-excluded": "Die Vereinbarung erstattet keine Auslagen; „{item}“ bleibt außen vor.",
  "drafting/expense-not-agreed": "Keine Klausel sagt, dass die Auslage „{item}“ erstattet wird.",
  "drafting/expense-above-limit":
    "Die Auslage „{item}“ beträgt {amount}; die Vereinbarung lässt {limit} übrig.",
  "drafting/expense-total-unknown":
    "Eine frühere Auslage war nicht lesbar; was von der Grenze für „{item}“ übrig ist, ist unbekannt.",
  "drafting/acceptance-unclear":
    "„{item}“: das Abnahmeprotokoll ist nicht unterschrieben oder hat kein Datum.",
  "drafting/milestone-undated":
    "„{item}“ braucht keine Abnahme, und kein Nachweis sagt, dass es erreicht ist.",
  "drafting/contract-sum-unknown": "„{item}“ ist ein Anteil einer Summe, die keine Klausel nennt.",
  "drafting/completion-unproven":
    "„{item}“: kein Nachweis sagt, dass es fertig ist. Sagen Sie es, oder importieren Sie die Abnahme.",
  "drafting/billed-before-unread":
    "Eine frühere Rechnung war nicht lesbar; was von „{item}“ noch zu berechnen ist, ist unbekannt.",
  "drafting/progress-unknown": "„{item}“: kein Nachweis und kein Mensch sagt, wie weit es ist.",
  "drafting/progress-does-not-fit":
    "„{item}“ soll zu {percent} % fertig sein, und {billed} davon sind schon berechnet.",
  "drafting/minimum-of-quantity":
    "Für das vereinbarte Minimum von {quantity} {unit} gibt es keinen einen Preis für das Fehlende.",
  "drafting/minimum-period-unsaid":
    "Die Vereinbarung sagt nicht, für welchen Zeitraum das Minimum von {amount} gilt.",
  "drafting/minimum-of-part":
    "{period} ist ein Teil des Zeitraums des Minimums von {amount}; wie es anteilig gilt, ist nicht gesagt.",
  "drafting/above-limit":
    "Mit diesem Entwurf wären {total} berechnet; die vereinbarte Grenze ist {limit}, {excess} weniger.",
  "drafting/condition-unknown": "{item}: kein Nachweis sagt, ob die Bedingung erfüllt ist: „{words}“.",
  "drafting/scope-not-billed": "{item}: nichts auf diesem Entwurf ist „{scope}“.",
  "drafting/retention-in-steps": "Der einbehaltene Anteil hängt davon ab, wie weit die ganze Arbeit ist.",
  "drafting/deposit-not-billed": "Eine Anzahlung ist vereinbart, und keine Rechnung hat sie berechnet.",
  "drafting/prices-include-tax":
    "Die vereinbarten Preise enthalten Steuer; ihre Teilung in Netto und Steuer bleibt einem Menschen.",
  "drafting/tax-unsaid":
    "Die Vereinbarung sagt nicht, welche Steuer auf {count} Positionen kommt. Geben Sie einen Satz an; 0 ist einer.",
  "drafting/tax-rate-unsaid": "Die Vereinbarung schlägt {name} auf und sagt nicht, zu welchem Satz.",
  "drafting/party-unknown": "Die Vereinbarung sagt nicht, wer die Partei ist ({party}).",
  "drafting/currency-unknown": "Die Vereinbarung nennt ihre Währung nicht.",
  "drafting/agreement-not-in-force": "Die Vereinbarung bindet nicht ({standing}).",
  "drafting/end-of-month-unclear":
    "Zahlung {days} Tage ab Monatsende lässt sich auf zwei Arten lesen; die Fälligkeit bleibt offen.",
  "drafting/order-ambiguous": "Mehrere Bestellungen sind offen ({numbers}). Sagen Sie, für welche dies ist.",
  "drafting/number-needed": "Es hat noch keine Nummer.",
  "drafting/required-missing": "{field} wird verlangt und ist nicht bekannt.",
  "drafting/only-tax-differs":
    "Nur die Steuer von {number} ist falsch. Schreiben Sie sie ganz gut und stellen Sie sie neu aus: Steuer allein kann keine Position sein.",
  "drafting/preceding-unnumbered":
    "Die Rechnung, zu der dies hinzukommt oder von der es abgeht, hat keine lesbare Nummer.",
  "delivery/change-not-in-force": "{document} bindet nicht ({standing}).",
  "delivery/changed": "{document} hat {item} am {date} von {before} auf {amount} geändert.",
  "delivery/added": "{document} hat {item} am {date} zu {amount} hinzugefügt.",
  "delivery/limit-raised": "{document} hat die Grenze am {date} um {amount} angehoben.",
  "delivery/work": "{quantity} {unit} {item} wurden in {period} geleistet, alles freigegeben.",
  "delivery/work-partly-approved":
    "{quantity} {unit} {item} wurden in {period} erfasst; {approved} sind freigegeben.",
  "delivery/against-included": "{included} {unit} sind enthalten; {quantity} wurden verbraucht.",
  "delivery/limit-used": "{billed} der vereinbarten {limit} waren schon berechnet ({percent} %).",
  "delivery/accepted": "{item} wurde am {date} abgenommen.",
};
