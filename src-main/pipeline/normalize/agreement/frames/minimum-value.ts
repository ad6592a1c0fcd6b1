import type { MinimumValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { FrameMatch, Projection } from "../engine/frame.ts";
import { timeUnits } from "../lexicon/unit-words.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import { isBelowItself } from "./minimum-words.ts";
import { scopeOfMinimum } from "./minimum-scope.ts";
import { countedNoun } from "./usage.ts";

/** What work comes in, each time anew: in seven languages. */
const occasions = [
  "invoice|dispatch|order|visit|shipment|consignment|booking|load|parcel|pallet|lift|hire|rental|assignment|call-out|callout|call|job|event|delivery|pick-?up|trip|shift|session|collection|attendance|project|drop|tour|round|run|journey|appointment|batch|truckload|transport",
  "einsatz|auftrag|fahrt|termin|schicht|besuch|(?:an|aus)?lieferung|abholung|ladung|fuhre|leerung|anfahrt|sendung|bestellung|buchung|transport|abruf|rechnung",
  "intervention|mission|vacation|visite|deplacement|livraison|chargement|enlevement|tournee|commande|trajet|rotation|voyage|facture",
  "visita|servicio|turno|desplazamiento|entrega|carga|recogida|viaje|pedido|intervencion|porte|factura",
  "intervento|uscita|turno|visita|consegna|carico|ritiro|viaggio|ordine|trasporto|fattura",
  "rit|reis|bezoek|opdracht|dienst|oproep|levering|lading|vracht|ophaling|zending|bestelling|afspraak|factuur",
  "visita|servico|turno|deslocacao|entrega|carga|recolha|viagem|encomenda|intervencao|fatura",
].join("|");
export const perOccasion = new RegExp(
  `(?<![\\p{L}])(?:per|each|every|any|an?|no|je|pro|jede[rmns]?|par|chaque|por|cada|ogni|elke|iedere) (?:[\\p{L}-]+ )?(${occasions})(?![\\p{L}])`,
  "u",
);

/** "Minimum load charged", "Chargement minimum", "Mindestladung": the least names itself what it is of, each time anew. */
export const ofOccasion = new RegExp(
  `(?<![\\p{L}])(?:minimum|mindest|minim[oae]) ?(${occasions})(?![\\p{L}])|(?<![\\p{L}])(${occasions}) minim(?:um|o|a|ale?)(?![\\p{L}])`,
  "u",
);
/** "Small loads: anything under 6 tonne is charged as 6 tonne". */
const severalOf = new RegExp(`(?<![\\p{L}])(${occasions})(?:s|e|en|n)?(?![\\p{L}])`, "u");

const quarterly = /(?<![\p{L}])(?:quarter\w*|\p{L}*quartal\w*|trimest\w*|kwartaal\w*)(?![\p{L}])/u;
const monthly =
  /(?<![\p{L}])(?:month\w*|\p{L}*monat\w*|mois|mensuel\w*|mes|mensual\w*|mese|mensil\w*|mensal\w*|mensais|\p{L}*maand\w*)(?![\p{L}])/u;
/** "An" is a year only behind a French word: English says "for an emergency visit". */
const yearly =
  /(?<![\p{L}])(?:year\w*|annual\w*|annum|\p{L}*jahr\w*|(?:par|chaque|un|l') ?an|annee|annuel\w*|ano|anual\w*|anuais|anno|annu[oae]\w*|\p{L}*jaar\w*)(?![\p{L}])/u;

export function projectMinimum({ reading, anchor, segment }: FrameMatch): Projection | null {
  if (anchor.type !== "money" && anchor.type !== "quantity" && anchor.type !== "number") return null;
  const counted = anchor.type === "number" ? countedNoun(reading, anchor) : null;
  const unit = anchor.type === "quantity" ? anchor.unit : counted?.unit;
  const words = `${reading.slice(segment)} ${reading.unit.contexts.at(-1)?.folded ?? ""}`;
  const own = anchor.per.find((per) => per.cadence !== null)?.cadence;
  const per =
    own ??
    (monthly.test(words) ? "month" : quarterly.test(words) ? "quarter" : yearly.test(words) ? "year" : null);
  const [, ahead, behind] = ofOccasion.exec(words) ?? [];
  const perJob =
    perOccasion.exec(words)?.[1] ??
    (per === null && anchor.type === "quantity" ? (ahead ?? behind) : undefined) ??
    (anchor.type === "quantity" && isBelowItself(reading, anchor)
      ? (severalOf.exec(reading.folded)?.[1] ?? "job")
      : undefined) ??
    findPerUnits(reading.text, reading.folded, { decimalMark: ".", dateOrder: null, languages: [] }).find(
      ({ cadence, unit, isArticle }) =>
        cadence === null && !isArticle && unit !== "each" && !timeUnits.has(unit),
    )?.unit;
  const scope = perJob === undefined ? scopeOfMinimum(reading.folded) : null;
  const partial = reading.literals.find((literal) => literal.type === "percent");
  const shortfall =
    partial !== undefined && /\b(?:gap|shortfall|difference|underuse)\b/.test(reading.folded)
      ? reading.text.slice(partial.start, partial.end)
      : undefined;
  const trueUp = /\btrue[d]?[- ]?up|trued up|shortfall|difference\b/.test(reading.folded)
    ? /\b(?:year[- ]end|annual(?:ly)?|contract year|each year)\b/.test(reading.folded)
      ? ("year" as const)
      : ("period" as const)
    : undefined;
  const value: MinimumValue = {
    ...(unit === undefined ? { amount: anchor.value } : { quantity: anchor.value, unit }),
    per,
    scope: perJob ?? scope ?? "agreement",
    ...(trueUp !== undefined && { trueUp }),
  };
  return projection<"minimum">({
    type: "minimum",
    key: `minimum|${perJob ?? scope ?? ""}|${per ?? ""}|${anchor.type}`,
    value,
    remainder: shortfall,
    questions: per === null && perJob === undefined ? ["minimum-period-unsaid"] : [],
    taken: shortfall !== undefined && partial !== undefined ? [partial] : [],
  });
}
