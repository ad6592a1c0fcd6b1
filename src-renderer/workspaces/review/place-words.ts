import type { Locator } from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";

/** Where something stands, for people; of several quotes of one row the row is enough. */
export function placeOf(at: Locator, quotes: "one" | "several"): string {
  if ("page" in at) return say("place.page", { page: at.page });
  if ("cell" in at) return say("place.cell", { sheet: at.sheet, cell: at.cell });
  if ("row" in at) {
    return quotes === "several"
      ? say("place.wholeRow", { row: at.row })
      : say("place.row", { row: at.row, column: at.column });
  }
  if ("path" in at) return say("place.path", { path: at.path.split("/").slice(-2).join("/") });
  return "";
}
