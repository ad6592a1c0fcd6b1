import { addDays } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { DateLiteral } from "../literals/literal.ts";

/** What a unit prints of a life, and in which form. */
export interface Said {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** What stands before its first date. */
  readonly before: string;
  readonly form: "range" | "ends" | "length" | "year" | "end";
}

/** Words before a last day, in seven languages. */
export const endCue =
  /\b(?:end(?:s|ing|et)?(?: on| am| date)?|until|till|through|to|expir\w+(?: on)?|terminat\w+(?: on)?|ende|bis(?: zum| einschliesslich)?|endet(?: am| zum)?|se termine(?: le)?|prend fin(?: le)?|s'acheve(?: le| au)?|fin|jusqu'au|termina(?:ra)?(?: el| il| em)?|finaliza(?:ra)?(?: el)?|vence(?: el)?|hasta(?: el)?|scade(?: il)?|scadenza|fine|cessa(?: il)?|fino al|termo(?: em| a)?|termina(?: em| a)|fim|ate(?: a| ao)?|eindigt(?: van rechtswege)?(?: op)?|einddatum|tot(?: en met)?|t\/m|loopt af(?: op)?|clos le|cloture le|closing on|endend am|que termina el|che termina il|au plus tard(?: le)?|at the latest(?: on)?|spatestens(?: am)?|a mas tardar(?: el)?|al piu tardi(?: il)?|o mais tardar(?: em)?|uiterlijk(?: op)?)[ :|]*(?:the |el |il |le |der |den |dem |dia )?$/;

/** "hope to open by", "voraussichtlich bis": a day that is hoped for ends nothing. */
export const hoped =
  /\b(?:plan\w*|aim\w*|expect\w*|estimat\w*|target\w*|anticipat\w*|about|voraussichtlich|geplant|prevu\w*|environ|previst\w*|circa|verwacht|gepland)\b/;

/** Whole dates that a unit prints. */
export const datesIn = (reading: Reading): readonly (DateLiteral & { readonly date: LocalDate })[] =>
  reading.literals.filter(
    (literal): literal is DateLiteral & { readonly date: LocalDate } =>
      literal.type === "date" && literal.date !== null && !literal.isMonthOnly,
  );

/** The words right before a place of a unit. */
export const beforeOf = (reading: Reading, at: number): string =>
  reading.folded.slice(Math.max(0, at - 44), at);

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

const prolongs =
  /\b(?:prolong\w*|extend\w*|extension|verlanger\w*|prorrog\w*|prorog\w*|amplia\w*|verleng\w*)\b/;

/** "Le contrat est prolongé jusqu'au 31 août 2028": the day after the last one that a change gives an agreement. */
export function extendedEnd(
  readings: readonly Reading[],
): { readonly to: LocalDate; readonly reading: Reading } | null {
  const found = readings.flatMap((reading) => {
    if (!prolongs.test(reading.folded) || reading.literals.some(({ type }) => type === "money")) return [];
    return datesIn(reading)
      .filter(({ start }) => endCue.test(beforeOf(reading, start)))
      .map(({ date }) => ({ to: addDays(date, 1), reading }));
  });
  const [first, ...others] = found;
  return first !== undefined && others.every(({ to }) => to === first.to) ? first : null;
}

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

/** "This agreement terminates if …": a day in the case is none on which it ends anyhow. */
export const endsInCase =
  /\b(?:terminat(?:es?|ed)|expires?|ends?) (?:[a-z]+ ){0,2}?(?:if|where|when|upon (?:the )?(?:occurrence|written|notice)|in the event)\b/;
