import { addDays } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import { beforeOf, datesIn, endCue } from "./printed-term.ts";
import type { Said } from "./printed-term.ts";

/** What an end alone may be the end of, folded, in seven languages: the agreement itself. */
const whole =
  /\b(?:(?:this|the|our) (?:agreement|contract|arrangement|engagement|hire|rental|lease|tariff|schedule|appointment)|agreement|contract|der vertrag|vertrag|vereinbarung|auftrag|mandat|le contrat|contrat|convention|mission|el contrato|contrato|acuerdo|arrendamiento|renta|encargo|il contratto|contratto|accordo|incarico|o contrato|acordo|de overeenkomst|overeenkomst|opdracht|da en (?:renta|arrendamiento|alquiler)|loue|vermietet|verhuurt|noleggia|aluga)\b/;
/** … or, of an offer or a price list, the prices that it holds out. */
const prices =
  /\b(?:prices?|rates?|tariffs?|firm|preise?|satze|konditionen|prix|tarifs?|precios?|tarifas?|prezzi|tariffe|precos|tabela|prijzen|tarieven|project|projekt|projet|proyecto|progetto|projeto)\b/;
const holds =
  /\b(?:valid\w*|hold|held|holds|firm|fixed|good|apply|applies|quote|gultig|gelten|gilt|fest|valables?|vigentes?|validos?|validas?|valid[ie]|fermi|fissi|geldig|vast|gelden|to|bis|au|hasta|ate|fino|tot)\b/;
/** "Expires December 31 2026.": a sentence of nothing else. */
const expires =
  /(?:^|[.;|] ?)(?:expires?|expiry(?: date)?|expiration(?: date)?|ends?|endet|ablauf|expire|echeance|vence|vencimiento|fecha de fin|scade|scadenza|termo|vence em|verloopt|loopt af)(?: on| am| le| el| il| em| op)? ?:? ?$/;
const byWords =
  /\b(?:by|within|before|prior to|no later than|payment|invoice|due|notice|zahl\w*|paiement|pago|pagamento|betaling)\b/;

/** An end that stands alone: "runs to 31 July 2026", "Preise gültig bis 31.12.2026", "Expires December 31 2026." */
export function endAlone(reading: Reading, isOffer: boolean): Said | null {
  const { folded } = reading;
  const dates = datesIn(reading);
  const ending = dates.filter(
    ({ start }) => endCue.test(beforeOf(reading, start)) || expires.test(folded.slice(0, start)),
  );
  const [end, ...more] = ending;
  if (end === undefined || more.length > 0) return null;
  const before = folded.slice(Math.max(0, end.start - 160), end.start);
  const sentence = before.split(/[.;] (?=[a-z])/).at(-1) ?? before;
  const isWhole = whole.test(sentence) || expires.test(folded.slice(0, end.start));
  const isPrices = isOffer && prices.test(sentence) && holds.test(sentence);
  if (!(isWhole || isPrices) || byWords.test(sentence.slice(-60))) return null;
  return { from: null, to: addDays(end.date, 1), before: folded.slice(0, end.start), form: "end" };
}
