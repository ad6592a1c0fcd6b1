import { add, decimalText, isEqual, zero } from "../../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../../src-shared/money/index.ts";
import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle, PercentLiteral } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import { spelledBy } from "./spelled-label.ts";
import type { Cell, TableView } from "./table-view.ts";

const depositWords =
  /\b(?:deposit|down ?payment|upfront|up-front|on (?:signing|signature|execution|order|acceptance of (?:this )?(?:estimate|quote|proposal))|anzahlung|acompte|a la commande|bei auftrag\w*|advance)\b/;

const ofNow =
  /\b(?:new|revised|amended|changed|neue?r?|geandert\w*|nouve(?:au|lle)|revise|nuev[oa]|nuov[oa]|nieuwe?|herzien|nov[oa])\b/;

/** "Milestone | % | Amount | Due": one term per row. */
export function readMilestoneTable(view: TableView, style: NumberStyle): readonly Candidate[] | null {
  const context = contextText(view.placed);
  const name = view.columns.findIndex((column) => column.role === "milestone");
  const isCaptioned =
    /\b(?:milestones?|payment (?:schedule|plan|stages)|stage payments|(?:earned|payable|paid|billed|invoiced|due) (?:by|per|in) (?:phases?|stages?|instal+ments)|zahlungsplan|abschlagsplan|teilzahlungen|zahlung in (?:raten|teilbetragen)|echeancier|jalons|hitos|(?:plan|calendario) de pagos?|piano (?:dei |di )?pagament[oi]|stati di avanzamento|marcos|plano de pagamentos?|betalingsschema|termijnen|mijlpalen)\b/.test(
      context,
    );
  if (name < 0 && !isCaptioned && !sharesOut(view)) return null;
  const at =
    name >= 0
      ? name
      : view.columns.findIndex(
          (column) => column.role === "item" || column.role === "unknown" || column.role === "role",
        );
  if (at < 0 || view.columns.some((column) => column.role === "rate" || column.role === "quantity"))
    return null;
  const amounts = view.columns.flatMap((column, index) =>
    index !== at &&
    (column.role === "amount" ||
      view.rows.filter((row) => row.cells[index]?.literals.some((literal) => literal.type === "money"))
        .length >=
        view.rows.length / 2)
      ? [{ index, head: column.head?.folded ?? "" }]
      : [],
  );
  // "Old amount | New amount": what holds from now on.
  const amountAt = (amounts.find(({ head }) => ofNow.test(head)) ?? amounts[0])?.index ?? -1;
  const percentAt = view.columns.findIndex(
    (column, index) =>
      index !== at &&
      index !== amountAt &&
      (column.role === "percent" ||
        view.rows.filter((row) => row.cells[index]?.literals.some((literal) => literal.type === "percent"))
          .length >=
          view.rows.length / 2),
  );
  if (amountAt < 0 && percentAt < 0) return null;
  const candidates: Candidate[] = [];
  for (const row of view.rows) {
    const label = row.cells[at] ?? null;
    if (label === null || totalRow.test(label.folded)) continue;
    const amountCell = amountAt < 0 ? null : (row.cells[amountAt] ?? null);
    const percentCell = percentAt < 0 ? null : (row.cells[percentAt] ?? null);
    const amount = priceOf(amountCell, { head: null, role: "amount" }, style);
    const percent = percentOf(percentCell) ?? percentOf(label) ?? percentOf(amountCell);
    if (amount === null && percent === null) continue;
    const details = row.cells.filter((cell): cell is Cell => cell !== null);
    const all = details.map((cell) => cell.folded).join(" ");
    const headText = view.columns.map((column) => column.head?.folded ?? "").join(" ");
    const parts: TextPart[] = details.map((cell) => ({
      prepared: cell.prepared,
      start: 0,
      end: cell.prepared.text.length,
    }));
    const number = row.cells.findIndex((cell, index) => index < at && cell !== null);
    const prefix =
      number >= 0 && /^(?:m\d+|\d+|phase \d+|stage \d+|milestone \d+)$/.test(row.cells[number]?.folded ?? "")
        ? `${row.cells[number]?.text ?? ""} `
        : "";
    const spelled = spelledBy(row.cells, at);
    const title =
      `${prefix.length > 2 ? prefix : ""}${label.text}${spelled === null ? "" : ` ${spelled.text}`}`
        .trim()
        .replace(/^\d{1,3}(?:[.,]\d+)? ?% ?(?:[-–:] )?(?=\p{L})/u, "");
    const base = {
      from: null,
      to: null,
      parts,
      order: view.placed.order - 1 + (row.index * 2 + 1) / 10_000,
      clause: view.placed.clause,
      confidence: 0.88,
      outranks: null,
      ...(amount?.money?.currency !== null &&
        amount?.money !== undefined &&
        amount.money !== null && { currency: amount.money.currency }),
    };
    const figures = {
      ...(amount !== null && { amount: amount.value }),
      ...(percent !== null && { percent: percent.value }),
    };
    const isDeposit =
      depositWords.test(label.folded) &&
      !asksForAcceptance(label.folded.replace(/acceptance of (?:this )?(?:estimate|quote|proposal)/, ""));
    // What is paid ahead is due on the yes to the offer, and asks for no acceptance of any work.
    const isAhead = /^\W*(?:\d+ ?% ?)?(?:initial |booking )?(?:deposit|down ?payment)\b/.test(label.folded);
    candidates.push(
      isDeposit && /\b(?:deposit|down ?payment|anzahlung|acompte)\b/.test(all)
        ? { type: "deposit", key: "deposit", ...base, value: figures }
        : {
            type: "milestone",
            key: title.toLowerCase(),
            ...base,
            value: {
              name: title,
              ...figures,
              acceptance: !isAhead && (asksForAcceptance(all) || asksForAcceptance(headText)),
            },
          },
    );
  }
  return candidates.length === 0 ? null : candidates;
}

/** Rows whose shares come to the whole, one each: parts of one sum, whatever the table is called. */
function sharesOut(view: TableView): boolean {
  let whole: Decimal = zero;
  let parts = 0;
  for (const row of view.rows) {
    const shares = row.cells.flatMap((cell) =>
      (cell?.literals ?? []).filter(({ type }) => type === "percent"),
    );
    const [share, ...more] = shares;
    if (share === undefined || !("value" in share)) continue;
    if (more.length > 0) return false;
    whole = add(whole, share.value as DecimalText);
    parts += 1;
  }
  return parts > 1 && parts >= view.rows.length - 2 && isEqual(whole, decimalText("100"));
}

function percentOf(cell: Cell | null): PercentLiteral | null {
  if (cell === null) return null;
  const found = cell.literals.filter((literal): literal is PercentLiteral => literal.type === "percent");
  return found.length === 1 ? (found[0] ?? null) : null;
}
