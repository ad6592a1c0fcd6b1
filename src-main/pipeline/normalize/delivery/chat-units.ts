import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import type { ToldUnit } from "./told-units.ts";

/** A sentence of an exported chat, with who wrote it and on which day. */
export interface ChatUnit extends ToldUnit {
  readonly author: string;
  readonly sent: LocalDate;
}

const stamped =
  /^\s*[[(]?((?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4})|(?:\d{1,2}\.? \p{L}{3,9}\.? \d{4}))[,T ]+\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?\s*[-–:]?\s*([^:[\]]{2,40}?)\s*:\s+/u;
const fewestMessages = 3;
const mostlyMessages = 0.6;

/** The sentences of a chat that was exported as text; none of anything else. */
export function chatUnits(document: ReadDocument, convention: DateConvention): readonly ChatUnit[] {
  const text = document.reader === "text" ? (document.text ?? "") : "";
  const units: ChatUnit[] = [];
  let [at, filled, messages] = [0, 0, 0];
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === "") continue;
    filled += 1;
    const [head = "", day = "", author = ""] = stamped.exec(line) ?? [];
    const sent = head === "" ? null : (findDates(day, convention)[0]?.value ?? null);
    if (sent === null) continue;
    messages += 1;
    for (const match of line.slice(head.length).matchAll(/\S.*?(?:[.!?]+(?=\s+\p{L})|$)/gu)) {
      const at0 = start + head.length + match.index;
      const said = match[0].trimEnd();
      units.push({
        text: said,
        segments: [],
        evidence: {
          documentId: document.documentId,
          role: "delivery",
          quote: said,
          at: { start: at0, end: at0 + said.length },
        },
        isItem: true,
        under: null,
        author: author.replace(/\s*\([^)]*\)$/u, "").trim(),
        sent,
      });
    }
  }
  return messages >= fewestMessages && messages >= filled * mostlyMessages ? units : [];
}
