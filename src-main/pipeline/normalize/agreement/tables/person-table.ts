import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { bareName } from "../clauses/roster.ts";
import { namesCrew } from "../lexicon/work-words.ts";
import type { TableView } from "./table-view.ts";
import { nameShape } from "../../values/person-name.ts";
import { isRole } from "../lexicon/roles.ts";

const personHead =
  /^(?:(?:full |employee |consultant |resource |worker )?names?|persons?|nom|nombre|nome|naam|name des mitarbeiters)$/;
const roleHead =
  /\b(?:roles?|titles?|positions?|functions?|grades?|rolle|funktion|qualifikation|fonction|poste|qualite|funcion|puesto|cargo|perfil|ruolo|qualifica|mansione|funcao|categoria|functie|rol)\b/;

/**
 * A table of people: a column whose head names persons or the crew, with names in most rows, and a role beside them.
 *
 * It is read besides the prices that the same rows may hold.
 */
export function readPersonTable(view: TableView, facts: DocumentFacts): Candidate | null {
  if (!view.hasHead) return null;
  const heads = view.columns.map(({ head }) => head?.folded.trim() ?? "");
  const column = heads.findIndex((head) => personHead.test(head) || (head !== "" && namesCrew(head)));
  if (column < 0) return null;
  const roleColumn = heads.findIndex((head, index) => index !== column && roleHead.test(head));
  const rows = view.rows.filter(({ cells }) => cells[column] !== null && cells[column] !== undefined);
  const people = rows.flatMap(({ cells }) => {
    const cell = cells[column];
    if (cell === null || cell === undefined || !isPerson(cell.text, facts)) return [];
    return [
      { name: bareName(cell.text.trim()), role: cells[roleColumn]?.text ?? null, prepared: cell.prepared },
    ];
  });
  if (people.length === 0 || people.length * 2 < rows.length) return null;
  return {
    type: "roster",
    key: `roster|${people.map(({ name }) => name).join("+")}`,
    value: { people: people.map(({ name, role }) => ({ name, role })) },
    from: null,
    to: null,
    confidence: 0.8,
    parts: people.map(({ prepared }) => ({ prepared, start: 0, end: prepared.text.length })),
    order: view.placed.order,
    clause: view.placed.clause,
  };
}

function isPerson(text: string, { partyNames }: DocumentFacts): boolean {
  const bare = bareName(text.trim());
  return (
    bare.split(" ").length >= 2 &&
    nameShape.test(bare) &&
    !isRole(bare) &&
    !partyNames.some((party) => party.toLowerCase().includes(bare.toLowerCase()))
  );
}
