import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { bareName, nameIn } from "../clauses/person-names.ts";
import { isRoleHead } from "../../labels/index.ts";
import { namesCrew } from "../lexicon/work-words.ts";
import { isPersonText } from "../../values/person-name.ts";
import { foldText } from "../../values/fold.ts";
import type { TableView } from "./table-view.ts";
import { isRole } from "../lexicon/roles.ts";
import { isMoney } from "../literals/literal.ts";

const personHead =
  /^(?:(?:full |employee |consultant |resource |worker )?names?|(?:[a-z]+ )?person(?:s|en|a|as|e|ne|nes)?|nom|nombre|nome|naam|name des mitarbeiters)$/;

/**
 * A table of people: names in most cells of a column, and beside them what they are or what an hour of them costs.
 *
 * A head that names persons or the crew finds the column; without one the names must be told by their shape alone.
 * It is read besides the prices that the same rows may hold.
 */
export function readPersonTable(view: TableView, facts: DocumentFacts): Candidate | null {
  const heads = view.columns.map(({ head }) => head?.folded.trim() ?? "");
  const headed = heads.findIndex((head) => personHead.test(head) || (head !== "" && namesCrew(head)));
  const column = headed < 0 ? columnOfNames(view, facts) : headed;
  if (column < 0) return null;
  const roleHeaded = heads.findIndex((head, index) => index !== column && isRoleHead(head));
  const roleColumn = roleHeaded < 0 ? columnOfRoles(view, column) : roleHeaded;
  if (headed < 0 && roleColumn < 0 && !isPriced(view, column)) return null;
  const rows = view.rows.filter(({ cells }) => cells[column] !== null && cells[column] !== undefined);
  const people = rows.flatMap(({ cells }) => {
    const cell = cells[column];
    const name = cell === null || cell === undefined ? null : nameIn(cell.text, facts);
    return cell === null || cell === undefined || name === null
      ? []
      : [{ name, role: cells[roleColumn]?.text ?? null, prepared: cell.prepared }];
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

/** "Netzwerkarchitektin | 128,00 € | Jana Reuter": whether usual names of persons have a sum of money beside each. */
const isPriced = ({ rows }: TableView, names: number): boolean =>
  rows.every(
    ({ cells }) =>
      isPersonText(bareName(cells[names]?.text.trim() ?? "")) &&
      cells.some((cell, index) => index !== names && cell?.literals.some(isMoney) === true),
  );

/** The column whose cells are names of persons, all of them and two or more; -1 without one. */
const columnOfNames = (view: TableView, facts: DocumentFacts): number =>
  view.rows.length < 2
    ? -1
    : view.columns.findIndex((_, index) =>
        view.rows.every(({ cells }) => {
          const text = cells[index]?.text ?? "";
          return nameIn(text, facts) !== null && looksLikePerson(text);
        }),
      );

/** The column beside names that says what they are, by roles in half of its cells or more; -1 without one. */
const columnOfRoles = (view: TableView, names: number): number =>
  view.columns.findIndex(
    (_, index) =>
      index > names &&
      view.rows.filter(({ cells }) => saysRole(cells[index]?.text ?? "")).length * 2 >= view.rows.length,
  );

/** "HR-adviseur", "Lead Actuary", "Salarisadministrateur": words of work, also as the last part of one. */
const saysRole = (text: string): boolean =>
  text.length < 50 &&
  (isRole(text) || isRole(foldText(text).split(/[ -]/).at(-1) ?? "") || endsInRole.test(foldText(text)));
const endsInRole =
  /(?:administrateur|administrator|adviseur|berater|leiter|leiterin|techniker|monteur|meister|controller|actuary|coordinator|specialist|trice|teur|eur|ista|logist|engineer|officer|manager)$/;

/** Two to five words before the first comma, without a figure. */
const looksLikePerson = (text: string): boolean => {
  const words = bareName(text.split(",")[0] ?? "").split(" ");
  return words.length >= 2 && words.length <= 5 && !/\d/.test(text);
};
