import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { titleKey } from "../sheets/title-key.ts";

/** A column that tells whether a paper proves what was spent, in seven languages. */
const receiptTitle =
  /^(?:(?:original |tax )?receipts?|receipts? (?:attached|enclosed|held|provided|available|there|y\/n|\(y\/n\)|yes\/no)|voucher|proof|beleg(?: vorhanden| liegt vor| ja\/nein)?|quittung|justificatif(?: joint| fourni)?|recu|justificante|recibo|comprobante|ricevuta|scontrino|giustificativo|bon|bonnetje|bewijs|comprovativo|comprovante)\??$/;
/** That there is none, and why behind a mark: "no - lost". */
const denied =
  /^(?:no|n|none|not (?:attached|provided|available|there|submitted)|missing|lost|outstanding|nein|fehlt|keiner?|kein beleg|verloren|non|manquant|absent|perdu|falta|sin recibo|no hay|perdido|manca|mancante|smarrit[oa]|nee|geen|ontbreekt|kwijt|nao|em falta|false|0|✗|✘|×)\.?(?: ?[(,;–—].*| - .*)?$/;

/** Whether a row of expenses itself says that no receipt is there; an empty cell says nothing. */
export const lacksReceipt = (row: RecordRow, { header }: RecordTable): boolean =>
  header.some((title, column) => {
    const said = titleKey(row.all[column]?.text ?? "");
    return receiptTitle.test(titleKey(title)) && denied.test(said);
  });
