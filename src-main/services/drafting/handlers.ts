import { keepDraft, writeDraftPage } from "./keep-draft.ts";
import { listDrafts } from "./list-drafts.ts";
import { showCalendar, writeCalendarFile } from "./show-calendar.ts";
import { showDrafts } from "./show-drafts.ts";

/** What answers the calls about drafts of invoices. */
export const draftingHandlers = {
  "drafts.list": listDrafts,
  "drafts.show": showDrafts,
  "drafts.page": writeDraftPage,
  "drafts.keep": keepDraft,
  "drafts.calendar": showCalendar,
  "drafts.calendar-file": writeCalendarFile,
} as const;
