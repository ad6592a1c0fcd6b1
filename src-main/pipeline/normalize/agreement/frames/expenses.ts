import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { needsProofAbove, totalLimit } from "../clauses/expense-limits.ts";
import { withoutMarkup } from "../clauses/cost-recovery.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { withoutExclusions } from "../engine/exclusions.ts";

const expenseTypes: readonly (readonly [string, RegExp])[] = [
  ["travel", /\b(?:travel|reise\w*|deplacement\w*|transport\w*)\b/],
  ["mileage", /\bmileage|\bmiles?\b|\bkilometers?|\bkm\b/],
  ["lodging", /\b(?:lodging|hotel|accommodation|ubernachtung\w*|hebergement)\b/],
  ["meals", /\b(?:meals?|subsistence|per diem|verpflegung\w*|repas)\b/],
  ["airfare", /\b(?:airfare|flights?|air travel)\b/],
  ["materials", /\b(?:materials?|parts|material\w*)\b/],
  ["subcontractors", /\b(?:subcontract\w*|third[- ]party|subunternehmer\w*|sous-traitan\w*)\b/],
  ["postage", /\bpostage|courier\b/],
  ["printing", /\b(?:printing|copying|copies|reproduction)\b/],
  ["permits", /\bpermits?\b/],
];

const expenseCue =
  /\b(?:reimburs\w*|(?:paid|pays?) back|erstatte\w*|vergoed|expenses?|out[- ]of[- ]pocket|at cost|actual cost|pass(?:ed)?[- ]through|disbursements?|cost plus|plus a|mark-?up|marked up|receipts|receipts? for|per diem|lodging|mileage|meals?|subsistence|airfare|travel (?:costs?|expenses?)|gastos|desplazamientos?|dietas|reembols\w*|justificantes?|spese|rimbors\w*|trasferte?|despesas|onkosten|reiskosten|rembourse\w*|spesen|auslagen|reisekosten|fahrtkosten|frais|debours|justificatifs?|materials? (?:at|are|is|will))\b/;

const typesIn = (folded: string): readonly string[] =>
  expenseTypes.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);

/** Units that a traveller is paid an allowance by; others count what is sold. */
const travelled = /^(?:day|night|mile|kilometre|trip|person|visit|hour|week)$/;
const isServed = (unit: string): boolean => !travelled.test(unit);
/** Words of what was spent and is asked back. */
const expensed =
  /\b(?:reimburs\w*|expenses?|out[- ]of[- ]pocket|allowance|per diem|receipts?|gastos|dietas|reembols\w*|spese|rimbors\w*|trasferte?|despesas|onkosten|reiskosten|rembourse\w*|spesen|auslagen|reisekosten|frais|debours)\b/;

export const expensesFrame: Frame = {
  id: "expenses",
  anchors: ["money", "percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "money" && anchor.type !== "percent") return 0;
    const words = withoutExclusions(reading.slice(segment));
    if (
      /\b(?:arising|resulting|attorneys?|legal|audit|claims?|investigation|examination|indemn\w*|remedy|breach)\b/.test(
        words,
      )
    )
      return 0;
    const heading = reading.unit.contexts.at(-1)?.folded ?? "";
    const ahead = withoutExclusions(reading.folded.slice(0, anchor.start));
    if (
      !expenseCue.test(words) &&
      !(
        anchor.bound === "<=" &&
        /\b(?:out-of-pocket|at (?:actual )?cost|reimburs\w*|disbursements?|expenses)\b/.test(ahead)
      ) &&
      !(anchor.bound === "<=" && /\btravel(?! time)\b[^.;]{0,40}$/.test(ahead)) &&
      !(
        /\b(?:expenses?|reimburs|spesen|frais|gastos|spese|despesas|onkosten)/.test(heading) &&
        typesIn(words).length > 0
      ) &&
      !(
        /^(?:they|these|those|this|sie|ils|elles|estos|essi|estes|deze) /.test(reading.folded) &&
        expenseCue.test(reading.unit.previous?.folded ?? "")
      )
    )
      return 0;
    if (anchor.type === "percent")
      return /\b(?:mark-?up|marked up|plus|handling|administration|administrative|overhead|surcharge|uplift|on cost|over cost|aufschlag|zuschlag|majoration)\b/.test(
        `${reading.before(anchor, 40)} ${reading.after(anchor, 40)}`,
      ) &&
        /\b(?:cost|costs|expenses|materials?|subcontract\w*|parts|invoice|kosten|frais|third)\b/.test(words)
        ? 1.8
        : 0;
    if (
      /\b(?:fees and expenses|fees (?:and|including) (?:costs|expenses)|including (?:all )?expenses|inclusive of (?:all )?(?:travel|expenses))\b/.test(
        words,
      ) &&
      /\b(?:fee|total|not exceed|nte|cap)/.test(words)
    )
      return 0;
    const isBounded =
      anchor.bound !== null ||
      (anchor.type === "money" && anchor.isMost === true) ||
      /\b(?:cap(?:ped)?|limit(?:ed)?|maximum|receipts?|approv\w*|consent|per diem|daily allowance)\b/.test(
        words,
      );
    const isAllowance =
      anchor.per.length > 0 &&
      /\b(?:lodging|hotel|meals?|per diem|mileage|subsistence|accommodation|verpflegung|repas|ubernachtung|travel)\b/.test(
        reading.before(anchor, 40),
      );
    if (!isBounded && !isAllowance) return 0;
    // "Meals are £2.85 per child": what is served to those who are counted is sold, not spent on the way.
    if (anchor.bound === null && !expensed.test(words) && anchor.per.some(({ unit }) => isServed(unit)))
      return 0;
    if (isAllowance && /\bper diem\b|\bmeals?\b|\blodging\b|\bhotel\b/.test(words)) return 4;
    return 1.6;
  },
  strong: ["reimburse"],
  heading: ["reimburse"],
  vetoes: ["insurance", "liability", "wage", "late", "interest"],
  project: (match) => projectExpenses(match),
};

function projectExpenses({ reading, anchor, segment }: FrameMatch): Projection | null {
  const words = reading.slice(segment);
  const types = typesIn(words);
  // "At cost, in total not above $2,000.00": a limit or a threshold leaves what the sentence says of a markup standing.
  const isAtCost =
    withoutMarkup.test(reading.folded) && !reading.literals.some((literal) => literal.type === "percent");
  const base: ExpensesValue = {
    ...(types.length > 0 && { types }),
    ...(isAtCost && { markupPercent: decimalText("0") }),
  };
  const key = `expenses|${types.join("+")}`;
  if (anchor.type === "percent")
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|markup`,
      value: { ...base, markupPercent: anchor.value },
    });
  if (anchor.type !== "money") return null;
  if (needsProofAbove(reading, anchor))
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|receipt`,
      value: { ...base, receiptAbove: anchor.value },
      questions: /\bor more\b/.test(reading.after(anchor, 10)) ? ["receipt-threshold-inclusive"] : [],
    });
  const around = `${reading.before(anchor, 44)}#${reading.after(anchor, 30)}`;
  if (
    /\b(?:approval|consent|approved|authori[sz]\w*|prior)\b/.test(words) &&
    /\b(?:over|above|exceed\w*|past|more than|in excess of)\b[^#]{0,20}#/.test(around)
  ) {
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|approval`,
      value: base,
      conditions: [reading.text.slice(segment.start, segment.end).trim()],
      weight: -0.1,
    });
  }
  const unit = anchor.per.find((per) => per.cadence === null);
  if (unit !== undefined && /^(?:mile|kilometre)$/.test(unit.unit)) {
    return projection<"rate">({
      type: "rate",
      key: `mileage|${unit.unit}|`,
      value: { item: "mileage", unit: unit.unit, price: anchor.value },
    });
  }
  if (unit !== undefined)
    return projection<"expenses">({
      type: "expenses",
      key: `${key}|unit`,
      value: { ...base, unitCap: anchor.value },
      conditions: [reading.text.slice(anchor.start, Math.max(anchor.end, unit.span.end))],
    });
  // What begins above a sum is limited by nothing.
  if (anchor.bound === ">" || anchor.bound === ">=") return null;
  return projection<"expenses">({
    type: "expenses",
    key: `${key}|total`,
    value: { ...base, ...totalLimit(reading, anchor) },
  });
}
