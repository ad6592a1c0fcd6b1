import type { Reading } from "../engine/reading.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { isLeast } from "./minimum-words.ts";

/** What a charge is called, folded, in seven languages. */
const chargeNoun =
  "fee|charge|\\p{L}*gebuhr|\\p{L}*pauschale|\\p{L}*kosten|frais|forfait|gastos|cargo|coste|diritto|spese|costo|contributo|\\p{L}*vergoeding|taxa|custos?|despesas";
const chargeAhead = new RegExp(
  `(?<![\\p{L}])((?:[\\p{L}-]+[ -]){0,2}(?:${chargeNoun})(?: (?:de|d'|di|fur|pour|per|para|voor|for|da) ?[\\p{L}-]+){0,2})(?: of| von| de| di| van| em)?[ :]*$`,
  "u",
);
const chargeBehind = new RegExp(`^ ?((?:[\\p{L}-]+[ -]){0,3}(?:${chargeNoun}))(?![\\p{L}])`, "u");

/** An order, a delivery, a job: what a charge comes on top of. */
const order =
  /(?<![\p{L}])(?:orders?|releases?|call-?offs?|invoices?|rechnung\p{L}*|factures?|facturas?|fattur[ae]|factu(?:ur|ren)|faturas?|jobs?|shipments?|consignments?|purchases?|deliver(?:y|ies)|loads?|\p{L}*auftrage?n?|\p{L}*bestell\p{L}*|\p{L}*lieferung\p{L}*|\p{L}*sendung\p{L}*|commandes?|livraisons?|envois?|pedidos?|envios?|entregas?|ordin[ei]|consegn[ae]|spedizion[ei]|bestelling\p{L}*|leveringen?|zending\p{L}*|opdracht\p{L}*|encomendas?)(?![\p{L}])/u;
const smallOrder =
  /(?<![\p{L}])(?:small[- ](?:order|quantity|load|drop)|low[- ]volume|short[- ](?:load|run)|(?:below|under|less than) (?:the|this|our|that) minimum|minder?mengen?\p{L}*|klein(?:mengen?|auftrags?|bestell)\p{L}*|petites? (?:commandes?|quantites?)|pedidos? pequen\p{L}*|piccol[aoei] (?:ordin[ei]|quantita)|kleine (?:order|bestelling)\p{L}*|pequen\p{L}* (?:encomendas?|pedidos?))(?![\p{L}])/u;
const hurry =
  /(?<![\p{L}])(?:rush|urgent\p{L}*|urgenc\p{L}*|urgenz[ae]|express\p{L}*|expedit\p{L}*|same[- ]day|next[- ]day|short[- ]notice|(?:less than|under) [^.;]{1,24} notice|eil\p{L}*|dringend\p{L}*|kurzfristig\p{L}*|en urgence|spoed\p{L}*)(?![\p{L}])/u;

/** Whether words are about work in a hurry. */
export const isHurried = (folded: string): boolean => hurry.test(folded);

/**
 * The name of a charge that comes on top of an order only on occasion: where the order is small or in a hurry.
 * `null` for other sums: a fee that is always due is a price of its own.
 */
export function occasionalCharge(reading: Reading, anchor: Literal): Span | null {
  if (isLeast(reading, anchor)) return null;
  const { folded } = reading;
  const isSmall =
    smallOrder.test(folded) ||
    (order.test(folded) &&
      reading.literals.some(
        (other) =>
          other !== anchor && other.end <= anchor.start && other.type !== "date" && other.bound === "<",
      ));
  const isRush = hurry.test(reading.slice(reading.segmentOf(anchor))) && order.test(folded);
  if (!isSmall && !isRush) return null;
  const ahead = chargeAhead.exec(reading.before(anchor, 60));
  if (ahead?.[1] !== undefined) {
    const start = anchor.start - ahead[0].length;
    return { start, end: start + ahead[1].length };
  }
  const behind = chargeBehind.exec(reading.after(anchor, 50));
  if (behind?.[1] === undefined) return null;
  const end = anchor.end + behind[0].length;
  return { start: end - behind[1].length, end };
}
