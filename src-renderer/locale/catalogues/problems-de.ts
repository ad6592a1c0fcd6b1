import type { ProblemWords } from "../program-words.ts";

/** What could not be done and what to do about it, in German. */
export const germanProblems: ProblemWords = {
  cancelled: "Abgebrochen. Was davor fertig war, bleibt; nichts ist halb getan.",
  "import/missing":
    "„{file}“ gibt es nicht. Prüfen Sie die Schreibweise des Pfads, und geben Sie die Datei noch einmal.",
  "import/no-permission":
    "„{file}“ darf von diesem Benutzer nicht gelesen werden. Ändern Sie die Rechte, oder kopieren Sie die Datei in einen eigenen Ordner, und geben Sie sie noch einmal.",
  "import/not-a-file":
    "„{file}“ ist weder eine Datei noch ein Ordner (ein Gerät, ein Socket oder eine Pipe). Geben Sie das Dokument selbst.",
  "import/link-loop":
    "„{file}“ ist eine Verknüpfung, die in einen schon gelesenen Ordner zurückführt. Sie wurde ausgelassen; die Dokumente selbst wurden einmal gelesen.",
  "import/broken-link":
    "„{file}“ ist eine Verknüpfung, deren Ziel es nicht gibt. Geben Sie das Dokument selbst, oder richten Sie die Verknüpfung.",
  "import/file-too-large":
    "„{file}“ hat {megabytes} MB; bis {limit} MB werden gelesen. Teilen Sie das Dokument, oder speichern Sie es ohne Bilder, und geben Sie die Teile.",
  "import/too-many-files":
    "„{file}“ enthält mehr als {limit} Dateien. Geben Sie die Ordner darin nacheinander.",
  "import/changed-while-reading":
    "„{file}“ hat sich beim Lesen geändert. Schließen Sie das Programm, das daran schreibt, und geben Sie die Datei noch einmal.",
  "import/read-failed":
    "„{file}“ konnte nicht von der Platte gelesen werden ({reason}). Kopieren Sie die Datei auf diesen Rechner, und geben Sie sie noch einmal.",
  "import/system-file":
    "„{file}“ ist eine Datei des Betriebssystems oder eines offenen Programms, kein Dokument. Es ist nichts zu tun.",
  "import/invalid-path":
    "„{file}“ ist kein brauchbarer Dateiname. Benennen Sie die Datei um, und geben Sie sie noch einmal.",
  "import/too-deep":
    "„{file}“ liegt mehr als {limit} Ordner tief. Geben Sie den Ordner der Datei unmittelbar.",
  "vault/wrong-passphrase":
    "Die Passphrase öffnet diesen Arbeitsbereich nicht. Prüfen Sie Tastaturbelegung und Großbuchstaben, oder nehmen Sie den Wiederherstellungsschlüssel. Nichts wurde geändert.",
  "vault/wrong-recovery-key":
    "Der Wiederherstellungsschlüssel öffnet diesen Arbeitsbereich nicht. Vergleichen Sie ihn Gruppe für Gruppe mit dem gedruckten. Nichts wurde geändert.",
  "vault/malformed-recovery-key":
    "Ein Wiederherstellungsschlüssel hat {groups} Gruppen aus Buchstaben und Ziffern. Vergleichen Sie ihn mit dem gedruckten. Nichts wurde geändert.",
  "vault/key-store-empty":
    "Der Schlüsselspeicher dieses Rechners enthält den Schlüssel dieses Arbeitsbereichs nicht. Öffnen Sie ihn mit der Passphrase oder dem Wiederherstellungsschlüssel.",
  "vault/key-store-unavailable":
    "Dieser Rechner hat keinen Speicher, der Schlüssel schützt. Öffnen Sie den Arbeitsbereich mit der Passphrase.",
  "vault/not-a-workspace":
    "„{location}“ ist kein Arbeitsbereich: Die Schlüsseldatei ist nicht da. Wählen Sie den Ordner, der „{keyFile}“ enthält.",
  "vault/exists":
    "„{location}“ enthält schon einen Arbeitsbereich. Öffnen Sie ihn, oder wählen Sie einen leeren Ordner.",
  "vault/folder-not-empty":
    "„{location}“ enthält andere Dateien. Wählen Sie für den Arbeitsbereich einen leeren oder neuen Ordner.",
  "vault/locked-by-other":
    "Dieser Arbeitsbereich ist in einem anderen Countersign offen (Prozess {process}). Schließen Sie ihn dort zuerst.",
  "vault/key-file-damaged":
    "Die Schlüsseldatei „{keyFile}“ ist beschädigt. Stellen Sie sie aus einer Sicherung des Ordners wieder her, und öffnen Sie den Arbeitsbereich dann noch einmal. Nichts wurde geändert.",
  "vault/database-damaged":
    "Die Datenbank des Arbeitsbereichs ist beschädigt. Nichts wurde geändert. Stellen Sie die neueste Kopie aus „{backups}“ wieder her, und öffnen Sie den Arbeitsbereich dann noch einmal.",
  "vault/newer-version":
    "Dieser Arbeitsbereich wurde von einem neueren Countersign geschrieben (Format {found}; dieses kennt {known}). Öffnen Sie ihn mit der neueren Fassung.",
  "vault/folder-unusable":
    "„{location}“ kann nicht beschrieben werden ({reason}). Wählen Sie einen anderen Ordner für den Arbeitsbereich.",
  "vault/disk-full":
    "Die Platte ist voll, die Änderung wurde nicht behalten. Schaffen Sie Platz, und tun Sie es noch einmal; alles davor ist sicher.",
  "vault/write-failed":
    "Die Änderung konnte nicht behalten werden ({reason}). Nichts ist halb getan; alles davor ist sicher.",
  "vault/original-damaged":
    "Das aufbewahrte Original von „{file}“ passt nicht zu seinem Fingerabdruck. Lesen Sie das Dokument noch einmal ein.",
  "vault/passphrase-missing":
    "Ein Arbeitsbereich braucht seine Passphrase. Setzen Sie COUNTERSIGN_PASSPHRASE, oder geben Sie --passphrase-file DATEI.",
  "workspace/none": "Kein Arbeitsbereich ist offen. Legen Sie einen an, oder öffnen Sie das Beispiel.",
  "workspace/locked": "Der Arbeitsbereich ist gesperrt. Öffnen Sie ihn mit seiner Passphrase.",
  "workspace/changed-elsewhere":
    "Der Arbeitsbereich wurde im selben Augenblick geändert. Laden Sie die Liste neu, und wiederholen Sie den Schritt.",
  "call/unknown-method":
    "Den Aufruf „{method}“ gibt es nicht. Fenster und Programm sind von verschiedenen Fassungen; starten Sie beide neu.",
  "call/invalid-input": "„{method}“ wurde mit einem Wert aufgerufen, den es nicht nimmt: {path} ({reason}).",
  "call/not-offered": "Das kann diese Hülle nicht, „{method}“: {reason}.",
  "call/too-large":
    "Die Dateien sind zu groß für einen Schritt ({megabytes} MB; bis {limit} MB). Lesen Sie sie in kleineren Gruppen ein.",
  "call/defect":
    "Etwas stimmt im Programm selbst nicht, nicht in Ihren Dokumenten. Nichts ist halb getan. Melden Sie diese Nummer: {incident}.",
  "decide/unknown-document":
    "Das Dokument „{id}“ gibt es in diesem Arbeitsbereich nicht. Laden Sie die Liste neu.",
  "decide/unknown-invoice":
    "Die Rechnung „{id}“ gibt es in diesem Arbeitsbereich nicht. Laden Sie die Prüfliste neu.",
  "decide/unknown-term":
    "Die Bedingung „{id}“ gibt es in diesem Arbeitsbereich nicht. Laden Sie die Vereinbarungen neu.",
  "decide/unknown-agreement":
    "Die Vereinbarung „{id}“ gibt es in diesem Arbeitsbereich nicht. Laden Sie die Vereinbarungen neu.",
  "decide/unknown-finding":
    "Den Befund „{id}“ gibt es nicht mehr; die Prüfungen sind neu gelaufen. Öffnen Sie die Rechnung noch einmal.",
  "decide/unknown-line": "Rechnung {id} hat keine Position „{line}“. Öffnen Sie die Rechnung noch einmal.",
  "decide/invalid-term": "Der Wert passt nicht zu einer Bedingung der Art „{type}“: {reason}.",
  "decide/invalid-value": "„{value}“ ist kein Wert für „{field}“: {reason}.",
  "decide/ambiguous-value":
    "„{value}“ kann {first} oder {second} heißen. Schreiben Sie die Dezimalen dazu oder 2026-11-30, damit es eines heißt.",
  "decide/unknown-field": "Eine Rechnung hat kein Feld „{field}“, das berichtigt werden kann.",
  "decide/blocked":
    "{number} ist durch einen Befund gesperrt. Berichtigen Sie die Rechnung, geben Sie sie zurück, oder verwerfen Sie den Befund mit Grund, bevor Sie sie freigeben.",
  "decide/reason-needed":
    "{number} hat offene Befunde. Sagen Sie, warum die Rechnung trotzdem freigegeben wird.",
  "decide/already-exported":
    "{number} wurde schon übergeben. Stornieren Sie zuerst die Übergabe; was den Rechner verlassen hat, kann nicht rückgängig gemacht werden.",
  "decide/already-approved": "{number} ist schon freigegeben.",
  "decide/not-approved": "{number} ist nicht freigegeben und kann nicht in einen Stapel.",
  "decide/already-in-batch": "{number} ist schon im Stapel {batch}.",
  "decide/changed-since-approval":
    "{number} ist nicht mehr, was freigegeben wurde: Ein Dokument, eine Bedingung oder ein Befund hat sich seither geändert. Sehen Sie noch einmal hin.",
  "decide/in-use": "„{file}“ gehört zu einer Rechnung, die übergeben wurde. Es bleibt im Arbeitsbereich.",
  "decide/nothing-to-undo": "Es gibt nichts rückgängig zu machen.",
  "decide/nothing-to-redo": "Es gibt nichts zu wiederholen.",
  "decide/unknown-step": "Diesen Schritt gibt es im Verlauf nicht mehr. Laden Sie den Verlauf neu.",
  "decide/cannot-undo":
    "„{label}“ kann nicht rückgängig gemacht werden: Die Dateien haben den Rechner verlassen. Stornieren Sie stattdessen die Übergabe.",
  "decide/answer-malformed":
    "Das ist keine Antwortdatei von Countersign. Geben Sie die Datei, deren Name mit „answer-“ beginnt, unverändert.",
  "decide/answer-without-question":
    "Diese Antwort gehört zu keiner Frage dieses Arbeitsbereichs, oder ihre Frage wurde zurückgenommen.",
  "decide/answer-known": "Diese Antwort wurde schon aufgenommen.",
  "decide/answer-not-signed":
    "Die Signatur passt nicht zu dieser Antwort: Sie wurde geändert oder kommt nicht von dem, der gefragt wurde. Sie wurde nicht aufgenommen.",
  "decide/unknown-cause":
    "Auf dieser Ursache ruht nichts mehr; die Prüfungen sind neu gelaufen, oder sie wurde erledigt. Laden Sie die Prüfliste neu.",
  "decide/four-eyes-bank":
    "{number} nennt eine andere Bankverbindung als zuvor; eine zweite Person muss freigeben. {actor} hat zuerst freigegeben.",
  "decide/four-eyes":
    "{number} liegt über {limit}; eine zweite Person muss freigeben. {actor} hat zuerst freigegeben.",
  "export/unknown-batch":
    "Den Stapel „{id}“ gibt es in diesem Arbeitsbereich nicht. Geben Sie ihn zuerst frei.",
  "export/unknown-target": "Das Ziel „{id}“ gibt es nicht. Die Ziele sind: {targets}.",
  "export/unknown-export": "Die Übergabe „{id}“ gibt es in diesem Arbeitsbereich nicht.",
  "export/already-handed-over":
    "{number} wurde schon übergeben (Übergabe {export}). Eine Rechnung geht einmal hinaus; stornieren Sie zuerst diese Übergabe.",
  "export/same-paper-handed-over":
    "Eine Rechnung mit Nummer, Datum und Verkäufer von {number} wurde schon übergeben (Übergabe {export}).",
  "export/same-paper-in-batch":
    "{number} ist zweimal in diesem Stapel, als zwei Dokumente eines Verkäufers, einer Nummer und eines Datums. Entscheiden Sie, welches gilt.",
  "export/original-damaged":
    "Das aufbewahrte Original von „{file}“, auf dem {number} ruht, passt nicht zu seinem Fingerabdruck. Lesen Sie es noch einmal ein, und geben Sie den Fall noch einmal frei.",
  "export/invoice-changed":
    "{number} ist nicht mehr, was freigegeben wurde: Ein Wert der Rechnung hat sich seither geändert. Sehen Sie noch einmal hin.",
  "export/terms-changed":
    "{number} ist nicht mehr, was freigegeben wurde: Die Bedingungen der Vereinbarung haben sich seither geändert. Sehen Sie noch einmal hin.",
  "export/files-changed":
    "{number} ist nicht mehr, was freigegeben wurde: Eine der Dateien ist seither eine andere. Sehen Sie noch einmal hin.",
  "export/unfinished":
    "{number} gehört zur Übergabe {export}, die begonnen und nicht beendet wurde. Suchen Sie ihre Dateien; sind sie nicht da, stornieren Sie sie, und übergeben Sie noch einmal.",
  "export/nothing-to-write":
    "Keine Rechnung dieses Stapels darf an {target} gehen. Der Plan nennt jede mit ihrem Grund.",
  "export/folder-unusable":
    "„{directory}“ kann nicht beschrieben werden ({reason}). Wählen Sie einen anderen Ordner.",
  "export/file-exists":
    "„{file}“ ist schon da. Wählen Sie einen leeren Ordner, oder verschieben Sie die Datei; nichts wurde überschrieben.",
  "export/already-voided": "Diese Übergabe wurde schon storniert.",
  "audit/unreadable":
    "Die Prüfspur kann nicht gelesen werden. Stellen Sie die neueste Kopie aus den Sicherungen des Arbeitsbereichs wieder her.",
  "policy/invalid": "Die Regeln sind nicht brauchbar: {path} ({reason}). Nichts wurde geändert.",
  "mapping/no-table": "„{file}“ enthält keine Tabelle, deren Spalten benannt werden könnten.",
  "mapping/no-titles": "Die Zeile der Überschriften ist leer. Wählen Sie die Zeile, die sie enthält.",
  "mapping/invalid":
    "Die Zuordnung der Spalten ist nicht brauchbar: {path} ({reason}). Nichts wurde geändert.",
  "mapping/unreadable": "Die Datei der Zuordnung „{file}“ kann nicht gelesen werden: {reason}.",
  "policy/unreadable": "Die Datei der Regeln „{file}“ kann nicht gelesen werden: {reason}.",
  "money/malformed-decimal": "„{text}“ ist keine Zahl wie 1234.50.",
  "money/decimal-too-long": "„{text}“ ist länger als jeder Betrag.",
  "money/unknown-currency": "„{code}“ ist keine Währung nach ISO 4217 wie USD.",
  "time/malformed-date": "„{text}“ ist kein Tag wie 2026-11-30.",
  "time/no-such-day": "Diesen Tag gibt es im Kalender nicht. Prüfen Sie das Datum.",
  "time/malformed-instant": "„{text}“ ist keine Zeit wie 2026-11-30T09:00:00Z.",
  "time/period-reversed": "Der Zeitraum endet, bevor er beginnt. Prüfen Sie beide Daten.",
  "sample/missing": "Die Dokumente des Beispiels gehören nicht zu dieser Installation.",

  "read/empty-file":
    "„{file}“ ist leer (0 Bytes). Lassen Sie sich die Datei noch einmal geben, oder exportieren Sie sie neu.",
  "read/unknown-format":
    "„{file}“ ist von einer Art, die nicht gelesen wird ({mediaType}). Speichern Sie die Datei als PDF mit Text, DOCX, ODT, XLSX, ODS, CSV, Text oder UBL, und geben Sie sie noch einmal.",
  "read/too-large":
    "„{file}“ ist größer, als gelesen werden kann. Teilen Sie das Dokument, und geben Sie die Teile.",
  "read/reader-failed":
    "„{file}“ konnte nicht gelesen werden: Der Leser ({reader}) brach mit einem Fehler ab. Die anderen Dateien sind nicht betroffen. Speichern Sie die Datei neu, und geben Sie die neue.",
  "read/no-content":
    "„{file}“ enthält keinen Text und keine Werte. Lassen Sie sich ein vollständiges Exemplar geben, und geben Sie es noch einmal.",
  "read/not-text":
    "„{file}“ heißt wie ein Text, enthält aber andere Daten. Öffnen Sie die Datei in ihrem Programm, speichern Sie sie als PDF oder Text, und geben Sie sie noch einmal.",
  "read/unknown-encoding":
    "„{file}“ ist in einer unbekannten Zeichenkodierung geschrieben. Speichern Sie die Datei als UTF-8, und geben Sie sie noch einmal.",
  "read/open-quote":
    "„{file}“ hat ein Anführungszeichen, das nie geschlossen wird; die Zeilen lassen sich nicht trennen. Exportieren Sie neu, und geben Sie die neue Datei.",
  "read/too-many-cells":
    "„{file}“ enthält mehr Zellen, als gelesen werden können. Teilen Sie die Tabelle, und geben Sie die Teile.",
  "read/formula-without-value":
    "„{file}“ enthält Formeln, deren Ergebnisse nie gespeichert wurden. Öffnen Sie die Datei in einer Tabellenkalkulation, speichern Sie sie, und geben Sie sie noch einmal.",
  "read/pdf-encrypted":
    "„{file}“ ist durch ein Kennwort geschützt. Speichern Sie eine Kopie ohne Kennwort, und geben Sie diese.",
  "read/pdf-damaged":
    "„{file}“ ist ein beschädigtes PDF. Lassen Sie es sich noch einmal geben, oder drucken Sie es in ein neues PDF, und geben Sie dieses.",
  "read/pdf-truncated":
    "„{file}“ ist abgeschnitten: Das Ende fehlt. Was da war, wurde gelesen. Lassen Sie sich die ganze Datei geben, und geben Sie sie noch einmal.",
  "read/pdf-too-heavy":
    "„{file}“ entpackt sich zu weit mehr als ein Dokument dieser Größe; es kann in böser Absicht gemacht sein. Lassen Sie sich ein anderes Exemplar geben, oder drucken Sie es in ein neues PDF, und geben Sie dieses.",
  "read/no-text-layer":
    "„{file}“ ist ein Scan oder ein Bild ohne Text. Lassen Sie sich das ursprüngliche PDF geben, oder lassen Sie die Texterkennung darüberlaufen, und geben Sie das Ergebnis.",
  "read/untrusted-text":
    "„{file}“ hat Text, dem nicht zu trauen ist: Was auf der Seite zu sehen ist, steht nicht darin. Lassen Sie sich ein anderes Exemplar geben, oder drucken Sie es, scannen Sie es mit Texterkennung, und geben Sie das.",
  "read/too-many-pages":
    "„{file}“ hat mehr Seiten, als gelesen werden können. Teilen Sie das Dokument, und geben Sie die Teile.",
  "read/too-many-words":
    "„{file}“ enthält mehr Wörter, als gelesen werden können. Teilen Sie das Dokument, und geben Sie die Teile.",
  "read/office-damaged":
    "„{file}“ ist ein beschädigtes Office-Dokument. Öffnen Sie es in seinem Programm, speichern Sie es neu, und geben Sie die neue Datei.",
  "read/xml-doctype":
    "„{file}“ erklärt einen Dokumenttyp (DOCTYPE), den Rechnungen nicht brauchen und der Schaden verbergen kann. Lassen Sie sich die Datei ohne geben.",
  "read/xml-malformed":
    "„{file}“ ist kein wohlgeformtes XML. Lassen Sie sich die Datei noch einmal geben, oder exportieren Sie sie neu, und geben Sie die neue.",
  "read/xml-too-deep":
    "„{file}“ schachtelt seine Elemente tiefer als jede Rechnung. Exportieren Sie die Datei neu, und geben Sie die neue.",
  "read/xml-too-many-attributes":
    "„{file}“ hat ein Element mit mehr Attributen als jede Rechnung. Exportieren Sie die Datei neu, und geben Sie die neue.",
  "read/zip-bomb":
    "„{file}“ entpackt sich zu weit mehr als seiner Größe; es kann in böser Absicht gemacht sein. Öffnen Sie es nur, wenn Sie dem Absender trauen, und geben Sie die Dokumente darin einzeln.",
  "read/zip-damaged":
    "„{file}“ ist ein beschädigtes Paket. Lassen Sie es sich noch einmal geben, oder speichern Sie es neu, und geben Sie die neue Datei.",
  "read/zip-encrypted":
    "„{file}“ ist durch ein Kennwort geschützt. Speichern Sie eine Kopie ohne Kennwort, und geben Sie diese.",
  "read/zip-unsafe-name":
    "„{file}“ enthält eine Datei, deren Name aus ihrem Ordner hinausführt; es kann in böser Absicht gemacht sein. Bitten Sie den Absender um die Dokumente selbst.",
  "read/zip-unsupported":
    "„{file}“ ist auf eine Art gepackt, die nicht gelesen wird. Entpacken Sie es, und geben Sie die Dokumente darin.",
  "read/ofx-malformed":
    "„{file}“ ist keine lesbare OFX-Datei. Laden Sie sie von der Bank neu herunter, und geben Sie die neue.",
  "read/json-malformed":
    "„{file}“ ist kein wohlgeformtes JSON. Exportieren Sie die Datei neu, und geben Sie die neue.",
  "read/signed-broken":
    "„{file}“ ist eine signierte Datei, aber was signiert wurde, steht nicht darin oder ist abgeschnitten. Lassen Sie sich die Datei darin ohne Signatur geben.",
  "read/mail-damaged":
    "„{file}“ ist eine beschädigte E-Mail. Speichern Sie sie im Mailprogramm neu, und geben Sie die neue Datei.",
  "read/too-many-attachments":
    "„{file}“ hat mehr Anhänge, als aufgenommen werden. Speichern Sie die Dokumente darin, und geben Sie sie einzeln.",
  "read/picture-damaged":
    "„{file}“ ist ein Bild, das sich nicht öffnen lässt. Scannen oder speichern Sie es neu als PDF, PNG oder JPEG, und geben Sie das.",
  "read/picture-format":
    "„{file}“ ist ein Bild der Art {format}, die hier nicht gelesen wird. Speichern Sie es als JPEG, PNG oder PDF, und geben Sie das; ein Telefon macht JPEG-Bilder, wenn seine Kamera auf „maximale Kompatibilität“ steht.",
  "read/time-limit":
    "„{file}“ brauchte länger als {seconds} Sekunden zum Lesen und wurde angehalten. Speichern Sie die Datei neu (in ein PDF drucken oder neu exportieren), und geben Sie die neue.",
  "read/memory-limit":
    "„{file}“ brauchte mehr als {megabytes} MB Speicher zum Lesen und wurde angehalten. Teilen Sie das Dokument, oder speichern Sie es neu, und geben Sie es noch einmal.",
  "read/crashed":
    "„{file}“ hat den Leser zum Absturz gebracht. Die anderen Dateien sind nicht betroffen. Speichern Sie die Datei neu (in ein PDF drucken oder neu exportieren), und geben Sie die neue.",
  "read/answer-too-large":
    "„{file}“ enthält mehr Text, als behalten werden kann ({megabytes} MB). Teilen Sie das Dokument, und geben Sie die Teile.",
  "read/invalid-answer":
    "„{file}“ konnte nicht gelesen werden: Der Leser gab eine sinnlose Antwort. Speichern Sie die Datei neu, und geben Sie die neue.",
  "normalize/undecided-amount":
    "„{file}“ druckt „{printed}“ für {field}, was auf mehr als eine Art oder gar nicht zu lesen ist. Nichts wurde angenommen: Sehen Sie in das Dokument, und berichtigen Sie den Wert in der Prüfung.",
  "normalize/no-records":
    "„{file}“ sieht wie eine Liste von Nachweisen aus, aber keine Zeile konnte gelesen werden. Prüfen Sie, ob die erste Zeile die Spalten benennt, und geben Sie die Datei noch einmal.",
  "normalize/no-statement":
    "„{file}“ ist eine Bankdatei ohne Konto. Laden Sie den Auszug von der Bank neu herunter, und geben Sie die neue Datei.",
  "normalize/control-total-differs":
    "„{file}“ nennt eine Kontrollsumme von {stated}, aber die Bewegungen ergeben {computed}. Die Datei kann abgeschnitten oder geändert sein: Laden Sie sie von der Bank neu herunter.",
  "normalize/two-customers-one-number":
    "„{file}“ hat Zeilen einer Rechnungsnummer mit zwei Kunden. Berichtigen Sie den Export, und geben Sie die Datei noch einmal.",
};
