import { addDays, addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { DateLiteral, QuantityLiteral } from "../literals/literal.ts";
import { monthsOf } from "./duration-parts.ts";

/** The life of an agreement as one sentence counts it: two days, or a day and a length. */
export interface TermCore {
  readonly from: LocalDate;
  /** Exclusive; `null` where only a length is said. */
  readonly to: LocalDate | null;
  readonly months: number | null;
}

const weekday =
  "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag";
const until = new RegExp(
  `^[ ,|]*(?:-|to|thru|through|until|till|ending(?: on)?|(?:up )?to and including|up to(?: and including)?|through and including|until and including|and (?:ends?|ending|expires?|runs until)(?: on)?|bis(?: zum| einschliesslich| einschl\\.)?|au|jusqu'au|al|hasta(?: el)?|a|fino al|sino al|ate(?: a| ao)?|tot(?: en met| en met)?|t/m|en eindigt(?: [a-z]+){0,3} op|und endet am|et (?:prend fin|se termine) le|y (?:finaliza|termina) el|(?:,? ?(?:scadenza|vencimiento|fin|ende|einde|end)):?)[ :]*(?:the |el |il |le |l')?(?:(?:${weekday})[,.]? )?(?:the |den |dem |el |il |le )?$`,
);
/** An end or another rule before a day: it begins nothing. */
const endBefore =
  /\b(?:until|till|by|before|through|bis(?: zum)?|ends?|expires?|fixed until|signed|dated|endet(?: am)?|jusqu'au|avant|hasta|vence|fino al|scade|scadenza|ate|tot(?: en met)?|t\/m|eindigt|made|vom \d|offer|angebot|tender)[: ]*(?:on |am |the |le |el |il |op )?$/;
const ofNotice =
  /^ ?'?s?'? ?(?:[a-z]+ ){0,2}(?:notice|prior|before|advance|kundigungsfrist|frist|preavis|preaviso|preavviso|avant|antes|prima|vor|voor|aviso|antecedencia|antelacion|opzeg)/;
const noticeBefore =
  /\b(?:notice(?: of| period)?|frist(?: von)?|kundigung|preavis(?: de)?|preaviso(?: de)?|preavviso(?: di)?|aviso|opzegtermijn|by|um|um jeweils|for (?:further|successive) (?:terms|periods) of|renew\w*[a-z ]{0,20}|verlanger\w*[a-z ]{0,20}|reconduit\w*[a-z ]{0,20}|another|weitere|further)[: ]*(?:of |de |di |von )?$/;
const oneYear =
  /(?<!\p{L})(?:(?:one|a|un|une|ein|einem|een|een|um|uno) (?:full |whole |volles? |heel )?(?:year|an|annee|jahr|ano|anno|jaar))(?!\p{L})/u;

/** Two days that one word leads from one to the other, or a day with a length beside it. */
export function termCore(reading: Reading): TermCore | null {
  const { folded } = reading;
  const dates = reading.literals.filter(
    (literal): literal is DateLiteral => literal.type === "date" && literal.date !== null,
  );
  for (const [index, first] of dates.entries()) {
    const second = dates[index + 1];
    if (first.date === null || second?.date === null || second === undefined) continue;
    if (second.date <= first.date || !until.test(folded.slice(first.end, second.start))) continue;
    if (endBefore.test(folded.slice(Math.max(0, first.start - 24), first.start))) continue;
    return {
      from: first.date,
      to: second.isMonthOnly ? addMonths(second.date, 1) : addDays(second.date, 1),
      months: null,
    };
  }
  const [only] = dates;
  if (only === undefined || dates.length !== 1 || only.date === null) return null;
  if (endBefore.test(folded.slice(Math.max(0, only.start - 24), only.start))) return null;
  const length = reading.literals.find(
    (literal): literal is QuantityLiteral =>
      literal.type === "quantity" &&
      literal.isTime &&
      monthsOf(literal) !== null &&
      !ofNotice.test(reading.after(literal, 34)) &&
      !noticeBefore.test(reading.before(literal, 34)),
  );
  const months = length !== undefined ? monthsOf(length) : oneYear.test(folded) ? 12 : null;
  return months === null ? null : { from: only.date, to: null, months };
}

const subject =
  /\b(?:term|period|duration|commence\w*|laufzeit|dauer|vertragsdauer|mietdauer|zeitraum|duree|periode|prise d'effet|plazo|vigencia|duracion|durata|decorrenza|prazo|vigencia|duracao|looptijd|duur|ingangsdatum|validity of (?:the|this) (?:agreement|contract)|contract|agreement|vertrag|contrat|contrato|contratto|overeenkomst|opdracht|season|saison|stagione|temporada|seizoen|tacit\w*|stillschweigend|renouvel\w*|reconduc\w*|reconduct\w*|rinnov\w*|prorrog\w*|renov\w*)\b/;
const otherPeriod =
  /\b(?:warrant\w*|insurance|offer|offre|oferta|offerta|proposta|quot\w*|angebot\w*|devis|presupuesto|preventivo|orcamento|valable|urlaub|holidays?|closed|geschlossen|ferme|prices?|rates?|fees?|preise?|prix|precios?|prezzi|precos?|prijzen|invoice|payment|deliver\w*|liefer\w*|livraison|entrega|consegna|levering|session|festival|event|exercice|completed between|flight|hours?)\b/;

/** Work that somebody will do. */
const goesOn =
  /\b(?:(?:will|shall|agrees to) (?:carry out|perform|provide|supply|deliver|render|do|work|clean|maintain|support|run)|provides|performs|supplies|ubernimmt|erbringt|leistet|fuhrt|assure|realise|execute|fournit|presta\w*|realiza\w*|ejecuta\w*|esegue|svolge|fornisce|assegura|executa|verricht|levert|voert)\b/;

/**
 * How surely a sentence speaks of the agreement's life: 3 under a label or heading of a term, 2 where the days open the
 * sentence or a word of a term stands in it, 1 where work goes on from day to day and nothing is priced, else 0.
 */
export function termStrength(reading: Reading, inTermZone: boolean): number {
  const { folded, unit, literals } = reading;
  if (["recitals", "example", "signature", "boilerplate"].includes(unit.zone)) return 0;
  const first = literals.find(({ type }) => type === "date");
  if (first === undefined || literals.some(({ type }) => type === "money" || type === "percent")) return 0;
  const label = /^([^:|]{3,40}?) ?[:|] /.exec(folded)?.[1] ?? "";
  if (inTermZone || (label !== "" && subject.test(label) && !otherPeriod.test(label))) return 3;
  if (otherPeriod.test(folded)) return 0;
  if (subject.test(folded)) return 2;
  if (first.start < 14) return 2;
  return goesOn.test(folded) ? 1 : 0;
}
