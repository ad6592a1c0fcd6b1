import type { Line } from "../structure/outline.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** Labels of what is neither side: places, papers, people to ask, and those who stand behind a side. */
export const asideLabel =
  /\b(?:site|place|location|locatie|premises|property|job|project|work|works|chantier|obra|cantiere|lieu|ort|objekt|anlage|plaza|deliver\w*|ship\w*|collect\w*|pick-?up|drop-?off|consignee|attn|attention|contact\w*|person\w*|manager|director|signed|signature|by|name|bank\w*|account|guarantor|insur\w*|witness\w*|agency|agent|broker|subject|re|ref\w*|reference|object|objet|oggetto|asunto|betreff|description|equipment|material|product|system|brand|make|model|exhibit|annex|program\w*|course|event|venue|notes?|terms?|date\w*|period|invoice|payment|pay|order\w*|quote|offer|contract|agreement|subcontract|title|page|e-?mail|tel\w*|phone|fax|web|www|vat|tax|reg\w*|note|important|copy|cc)\b/;

/** Whether a name stands behind a label of what is neither side: "Job: St Anne's Church", "Bank | Alder Bank plc". */
export function isAside({ name }: FoundParty, rows: readonly Line[]): boolean {
  const places = rows.flatMap(({ prepared, cells }) => {
    const parts = cells ?? [prepared];
    const column = parts.findIndex(({ text }) => text.includes(name));
    const part = parts[column];
    if (part === undefined) return [];
    const before = part.folded.slice(0, part.text.indexOf(name));
    const label = /(?:^|[|;.] ?)([a-z][a-z' /-]{1,30}) ?:? ?$/.exec(before)?.[1];
    return [label ?? (before === "" ? (parts[column - 1]?.folded ?? "") : "")];
  });
  return (
    places.length > 0 && places.every((label) => label !== "" && label.length < 34 && asideLabel.test(label))
  );
}
