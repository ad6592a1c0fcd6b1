import type { InvoiceLine } from "../model/index.ts";
import { foldWording } from "./fold.ts";

/** What a line bills, by its words: everything that is not plainly something else is a fee. */
export type LineKind =
  | "fee"
  | "discount"
  | "tax"
  | "rounding"
  | "deposit-applied"
  | "retention"
  | "late-fee"
  | "expense"
  | "service-credit"
  | "true-up"
  | "text";

const kinds: readonly (readonly [kind: LineKind, pattern: RegExp])[] = [
  [
    "late-fee",
    /\b(late (payment )?(fee|charge|interest)|interest on (overdue|late)|finance charge|overdue (interest|charge)|past[- ]due (fee|charge)|verzugszinsen|mahngebuhr|interets? de retard|penalites? de retard)\b/,
  ],
  ["service-credit", /\b(service (level )?credit|sla credit|credit for (downtime|outage|sla))\b/],
  [
    "retention",
    /\b(retention|retainage|holdback|sicherheitseinbehalt|einbehalt|retenue de garantie|inhouding)\b/,
  ],
  [
    "deposit-applied",
    /\b((less|minus|applied|abzugl\.?|credit for|deduct(ed|ion of)?) (the )?(your )?(initial )?(deposit|prepayment|advance( payment)?|down ?payment|anzahlung|acompte)|(deposit|prepayment|retainer) (applied|credit|drawdown|deducted|used)|advance payment received)\b/,
  ],
  [
    "true-up",
    /\b(true[- ]?up|minimum (commitment|fee|charge|billing)? ?(shortfall|adjustment)|shortfall|mindestumsatz)\b/,
  ],
  [
    "discount",
    /\b(discount|rebate|rabatt|nachlass|remise|reduction|ristourne|descuento|sconto|korting|desconto|skonto|price reduction|loyalty credit|promotion(al)? (credit|discount)|volume credit)\b/,
  ],
  [
    "rounding",
    /^(rounding|rundung|arrondi|redondeo|arrotondamento|afronding|arredondamento)( (difference|adjustment|adj))?\.?$/,
  ],
  [
    "tax",
    /^(vat|gst|hst|pst|qst|sales tax|state tax|county tax|city tax|use tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|btw|tax)\b.{0,24}$/,
  ],
  [
    "expense",
    /\b(expenses?|reimburs\w*|disbursements?|out[- ]of[- ]pocket|mileage|per[- ]diem|airfare|air fare|flights?|hotel|lodging|accommodation|taxi|train (fare|ticket)|rail fare|car rental|rental car|parking|tolls?|meals?|subsistence|travel (costs?|expenses?)|spesen|auslagen|reisekosten|ubernachtung|fahrtkosten|kilometergeld|frais de (deplacement|mission|repas)|debours|postage|courier fees?|permit fees?|filing fees?)\b/,
  ],
];

/** The kind of a line from its words and sign. A line without any figure is "text". */
export function lineKindOf(line: InvoiceLine): LineKind {
  const hasFigure =
    line.net !== null || line.printedAmount !== null || line.unitPrice !== null || line.quantity !== null;
  if (!hasFigure) return "text";
  return wordKindOf(line.description, line.group);
}

const known = new Map<string, LineKind>();

function wordKindOf(description: string, group: string | null): LineKind {
  const key = group === null ? description : `${description}\n${group}`;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  if (known.size > 50_000) known.clear();
  const folded = foldWording(description).trim();
  let kind: LineKind = "fee";
  for (const [candidate, pattern] of kinds) {
    if (pattern.test(folded)) {
      kind = candidate;
      break;
    }
  }
  if (
    kind === "fee" &&
    group !== null &&
    /\b(expenses?|disbursements?|reimburs\w*|spesen|frais|auslagen)\b/.test(foldWording(group))
  )
    kind = "expense";
  known.set(key, kind);
  return kind;
}
