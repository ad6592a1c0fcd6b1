import type { Problem } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "../xml/parse-xml.ts";

/** Points: no person reads smaller print. */
const smallestSize = 4;

const isWhite = (attributes: Readonly<Record<string, string>>): boolean =>
  /^(?:FF)?FFFFFF$/iu.test(attributes["rgb"] ?? "") ||
  attributes["theme"] === "0" ||
  attributes["indexed"] === "9";

/**
 * Styles of a workbook whose text nobody sees: white on no fill or on white, or tiny.
 *
 * A white font on a colored fill is a heading like many. The numbers are places in the list of cell formats.
 */
export function readUnseenStyles(styles: string): Result<ReadonlySet<number>, Problem> {
  const unseenFonts = new Set<number>();
  const coloredFills = new Set<number>();
  const unseen = new Set<number>();
  let list = "";
  let font = -1;
  let fill = -1;
  let format = -1;
  const problem = parseXml(styles, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === "fonts" || local === "fills" || local === "cellXfs") list = local;
      if (list === "fonts") {
        if (local === "font") font += 1;
        const isTiny = local === "sz" && Number(attributes["val"] ?? "11") < smallestSize;
        if (isTiny || (local === "color" && isWhite(attributes))) unseenFonts.add(font);
      }
      if (list === "fills") {
        if (local === "fill") fill += 1;
        if (local === "fgColor" && !isWhite(attributes)) coloredFills.add(fill);
      }
      if (list === "cellXfs" && local === "xf") {
        format += 1;
        const isUnseen = unseenFonts.has(Number(attributes["fontId"] ?? "-1"));
        if (isUnseen && !coloredFills.has(Number(attributes["fillId"] ?? "-1"))) unseen.add(format);
      }
    },
    text: () => {},
    close: (name) => {
      if (localName(name) === list) list = "";
    },
  });
  return problem === null ? ok(unseen) : err(problem);
}
