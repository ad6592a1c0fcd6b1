import { rememberMapping, sketchDocument } from "./map-table.ts";
import { retryDocument } from "./retry-document.ts";
import { readWatchedFolder, takeInOffered, watchFolder } from "./watch-folder.ts";

/** What answers the calls about what comes in and how it is taken. */
export const intakeHandlers = {
  "documents.retry": retryDocument,
  "tables.sketch": sketchDocument,
  "tables.remember": rememberMapping,
  "intake.folder": readWatchedFolder,
  "intake.watch": watchFolder,
  "intake.take-in": takeInOffered,
} as const;
