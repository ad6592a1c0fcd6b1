/**
 * One sentence for every foreseen failure, by code: what happened, to which file, and what to do.
 *
 * `{file}` is always there when the failure concerns a file.
 */
export const problemMessages = {
  cancelled: "Cancelled. What was finished before stays; nothing is half done.",

  "import/missing": "“{file}” does not exist. Check the spelling of the path, and give it again.",
  "import/no-permission":
    "“{file}” may not be read by this user. Change its permissions or copy it to a folder of your own, and give it again.",
  "import/not-a-file":
    "“{file}” is neither a file nor a folder (a device, socket or pipe). Give the document itself.",
  "import/link-loop":
    "“{file}” is a link that leads back into a folder that was already read. It was left out; the documents themselves were read once.",
  "import/broken-link":
    "“{file}” is a link whose target does not exist. Give the document itself, or repair the link.",
  "import/file-too-large":
    "“{file}” is {megabytes} MB; up to {limit} MB are read. Split the document, or save it without pictures, and give the parts.",
  "import/too-many-files": "“{file}” holds more than {limit} files. Give its folders one after another.",
  "import/changed-while-reading":
    "“{file}” changed while it was read. Close the program that writes it, and give it again.",
  "import/read-failed":
    "“{file}” could not be read from the disk ({reason}). Copy it to this machine's disk, and give it again.",
  "import/system-file":
    "“{file}” is a file of the operating system or of an open program, not a document. Nothing to do.",
  "import/invalid-path": "“{file}” is not a usable file name. Rename the file, and give it again.",
  "import/too-deep": "“{file}” lies more than {limit} folders deep. Give its folder directly.",

  "vault/wrong-passphrase":
    "The passphrase does not open this workspace. Check the keyboard layout and capital letters, or use the recovery key. Nothing was changed.",
  "vault/wrong-recovery-key":
    "The recovery key does not open this workspace. Compare it with the printed one, group by group. Nothing was changed.",
  "vault/malformed-recovery-key":
    "A recovery key has {groups} groups of letters and digits. Compare it with the printed one. Nothing was changed.",
  "vault/key-store-empty":
    "The key store of this machine does not hold the key of this workspace. Unlock it with the passphrase or the recovery key.",
  "vault/key-store-unavailable":
    "This machine has no key store that protects keys. Unlock the workspace with the passphrase.",
  "vault/not-a-workspace":
    "“{location}” is not a workspace: its key file is not there. Choose the folder that holds “{keyFile}”.",
  "vault/exists": "“{location}” already holds a workspace. Open it, or choose an empty folder.",
  "vault/folder-not-empty":
    "“{location}” holds other files. Choose an empty or a new folder for the workspace.",
  "vault/locked-by-other":
    "This workspace is open in another Countersign (process {process}). Close it there first.",
  "vault/key-file-damaged":
    "The key file “{keyFile}” is damaged. Restore it from a backup of the workspace folder, then open it again. Nothing was changed.",
  "vault/database-damaged":
    "The workspace's database is damaged. Nothing was changed. Restore the newest copy from “{backups}”, then open the workspace again.",
  "vault/newer-version":
    "This workspace was written by a newer Countersign (format {found}; this one knows {known}). Open it with the newer version.",
  "vault/folder-unusable":
    "“{location}” cannot be written ({reason}). Choose another folder for the workspace.",
  "vault/disk-full":
    "The disk is full, so the change was not kept. Free some space, and do it again; everything kept before is safe.",
  "vault/write-failed":
    "The change could not be kept ({reason}). Nothing is half done; everything kept before is safe.",
  "vault/original-damaged":
    "The stored original of “{file}” does not match its fingerprint. Import the document again.",
  "vault/passphrase-missing":
    "A workspace needs its passphrase. Set COUNTERSIGN_PASSPHRASE, or give --passphrase-file FILE.",

  "workspace/none": "No workspace is open. Create one, or open the sample.",
  "workspace/locked": "The workspace is locked. Unlock it with its passphrase.",
  "workspace/changed-elsewhere":
    "The workspace was changed at the same moment. Load the list again, and repeat the step.",

  "call/unknown-method":
    "There is no call “{method}”. This window and the program are of different versions; restart both.",
  "call/invalid-input": "“{method}” was called with a value that it does not take: {path} ({reason}).",
  "call/not-offered": "This shell cannot do “{method}”: {reason}.",
  "call/too-large":
    "The files are too large for one step ({megabytes} MB; up to {limit} MB). Import them in smaller groups.",
  "call/defect":
    "Something is wrong in the program itself, not in your documents. Nothing is half done. Report this number: {incident}.",

  "decide/unknown-document": "There is no document “{id}” in this workspace. Load the list again.",
  "decide/unknown-invoice": "There is no invoice “{id}” in this workspace. Load the queue again.",
  "decide/unknown-term": "There is no term “{id}” in this workspace. Load the agreements again.",
  "decide/unknown-agreement": "There is no agreement “{id}” in this workspace. Load the agreements again.",
  "decide/unknown-finding":
    "The finding “{id}” is not there any more; the checks have run again. Open the invoice again.",
  "decide/unknown-line": "Invoice {id} has no line “{line}”. Open the invoice again.",
  "decide/invalid-term": "The value does not fit a term of type “{type}”: {reason}.",
  "decide/invalid-value": "“{value}” is not a value for “{field}”: {reason}.",
  "decide/ambiguous-value":
    "“{value}” can mean {first} or {second}. Write it with its decimals or as 2026-11-30, so that it has one meaning.",
  "decide/unknown-field": "An invoice has no field “{field}” that can be corrected.",
  "decide/blocked":
    "{number} is blocked by a finding. Correct it, send it back or dismiss the finding with a reason before you approve it.",
  "decide/reason-needed": "{number} has open findings. Say why it is approved all the same.",
  "decide/already-exported":
    "{number} was handed over already. Void the export first; what left the machine cannot be undone.",
  "decide/already-approved": "{number} is approved already.",
  "decide/not-approved": "{number} is not approved, so it cannot go into a batch.",
  "decide/already-in-batch": "{number} is in batch {batch} already.",
  "decide/changed-since-approval":
    "{number} is not what was approved any more: a document, a term or a finding changed since. Look at it again.",
  "decide/in-use": "“{file}” belongs to an invoice that was handed over. It stays in the workspace.",
  "decide/nothing-to-undo": "There is nothing to undo.",
  "decide/nothing-to-redo": "There is nothing to redo.",
  "decide/unknown-step": "That step is not in the history any more. Load the history again.",
  "decide/cannot-undo":
    "“{label}” cannot be undone: its files have left the machine. Void the export instead.",
  "decide/answer-malformed":
    "This is no answer file of Countersign. Give the file whose name begins with “answer-”, unchanged.",
  "decide/answer-without-question":
    "This answer belongs to no question of this workspace, or its question was taken back.",
  "decide/answer-known": "This answer was taken in already.",
  "decide/answer-not-signed":
    "The signature does not fit this answer: it was changed, or does not come from the one who was asked. It was not taken in.",
  "decide/unknown-cause":
    "Nothing rests on this cause any more; the checks have run again, or it was cleared. Load the queue again.",
  "decide/four-eyes-bank":
    "{number} names a bank account that differs from before; a second person must approve it. {actor} approved it first.",
  "decide/four-eyes":
    "{number} is above {limit}; a second person must approve it. {actor} approved it first.",

  "export/unknown-batch": "There is no batch “{id}” in this workspace. Approve the batch first.",
  "export/unknown-target": "There is no accounting target “{id}”. The targets are: {targets}.",
  "export/unknown-export": "There is no export “{id}” in this workspace.",
  "export/already-handed-over":
    "{number} was handed over already (export {export}). An invoice goes out once; void that export first.",
  "export/same-paper-handed-over":
    "An invoice with the number, date and seller of {number} was handed over already (export {export}).",
  "export/same-paper-in-batch":
    "{number} is in this batch twice, as two documents of one seller, number and date. Decide which is the right one.",
  "export/original-damaged":
    "The stored original of “{file}”, on which {number} rests, does not match its fingerprint. Import it again, and approve the case again.",
  "export/invoice-changed":
    "{number} is not what was approved any more: a value of the invoice changed since. Look at it again.",
  "export/terms-changed":
    "{number} is not what was approved any more: the terms of its agreement changed since. Look at it again.",
  "export/files-changed":
    "{number} is not what was approved any more: one of its files is another since. Look at it again.",
  "export/unfinished":
    "{number} belongs to export {export}, which was begun and not finished. Look for its files; if they are not there, void it and export again.",
  "export/nothing-to-write":
    "No invoice of this batch may go to {target}. The plan names each with its reason.",
  "export/folder-unusable": "“{directory}” cannot be written ({reason}). Choose another folder.",
  "export/file-exists":
    "“{file}” is there already. Choose an empty folder, or move the file away; nothing was overwritten.",
  "export/already-voided": "This export was voided already.",

  "audit/unreadable":
    "The audit trail cannot be read. Restore the newest copy from the backups of the workspace.",

  "policy/invalid": "The policy is not usable: {path} ({reason}). Nothing was changed.",
  "mapping/no-table": "“{file}” holds no table that could be mapped.",
  "mapping/no-titles": "The row of titles is empty. Choose the row that holds them.",
  "mapping/invalid": "The table mapping is not usable: {path} ({reason}). Nothing was changed.",
  "mapping/unreadable": "The mapping file “{file}” cannot be read: {reason}.",
  "policy/unreadable": "The policy file “{file}” cannot be read: {reason}.",

  "money/malformed-decimal": "“{text}” is not a number such as 1234.50.",
  "money/decimal-too-long": "“{text}” is longer than any amount.",
  "money/unknown-currency": "“{code}” is not a currency of ISO 4217, such as USD.",
  "time/malformed-date": "“{text}” is not a day such as 2026-11-30.",
  "time/no-such-day": "There is no such day in the calendar. Check the date.",
  "time/malformed-instant": "“{text}” is not a time such as 2026-11-30T09:00:00Z.",
  "time/period-reversed": "The period ends before it begins. Check both dates.",

  "sample/missing": "The sample documents are not part of this installation.",
} as const;

export type KnownProblemCode = keyof typeof problemMessages;
