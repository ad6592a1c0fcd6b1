import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";

const block =
  "blocks?|packs?|packages?|bundles?|batch(?:es)?|lots?|\\w*block|blocken?|\\w*paket(?:en?)?|tranches?|paquets?|paquetes?|bloques?|lotes?|pacchett[io]|blocch?[io]|lott[io]|pakket(?:ten)?|blok(?:ken)?|bundels?|pacotes?|blocos?";
const each =
  "each|every|per|for every|for each|je|pro|fur je|jede[rns]?|chaque|par|por|por cada|cada|per ogni|ogni|elke|voor elke";
/** A package counts as a whole from its first piece on. */
const started =
  "started|commenced|begun|or (?:a )?part|part thereof|or (?:a )?fraction|whole (?:block|pack)\\w*|full (?:block|pack)\\w*|counting as full|rounded up|an?gefangene?[rns]?|begonnene?[rns]?|angebrochene?[rns]?|entamee?s?|commencee?s?|iniciad[oa]s?|empezad[oa]s?|o fraccion|iniziat[oaie]|o frazione|begonnen|aangebroken|ou fracao";
const size = "(\\d[\\d.,' ]*?) (\\p{L}[\\p{L}-]*)";

/** "Per started block of 500 pages". */
const packagePhrase = new RegExp(
  `(?<![\\p{L}])(?:${each})(?: (?:${started}|full|additional))? (?:${block}) (?:of|von|zu|mit|a|de|da|di|van) ${size}`,
  "u",
);
/** "In blocks of 250", where the sentence says that a started one counts as a whole. */
const looseBlock = new RegExp(
  `(?<![\\p{L}])(?:${block}) (?:of|von|zu|mit|a|de|da|di|van) (?:je )?${size}`,
  "u",
);
/** "Je angefangene 1.000 Seiten", "per 100 GB or part thereof". */
const startedSize = new RegExp(`(?<![\\p{L}])(?:${each})(?: (?:${started}))? ${size}`, "u");
const isStartedIn = new RegExp(`(?<![\\p{L}])(?:${started}|full|whole)(?![\\p{L}])`, "u");
const saysStarted = new RegExp(`(?<![\\p{L}])(?:${started})(?![\\p{L}])`, "u");
/** Started time is what its price steps by, and no package. */
const ofTime =
  /^(?:min\p{L}*|hours?|h|stunden?|heures?|horas?|or[ae]|uren|uur|days?|tage?n?|jours?|dias?|giorni|dagen|weeks?|wochen?|months?|monate?n?|mois|mes(?:es)?|sec\p{L}*|km|kilomet\p{L}*|miles?)$/u;
/** Words behind a size that are no thing. */
const noThing = /^(?:a|al|at|at|zu|fur|for|je|per|por|pour|voor|en|und|and|e|y|et|at|by)$/u;

/** "Each started block of 1,000 messages costs EUR 2." */
export function packageOf(
  reading: Reading,
): { readonly candidate: Candidate; readonly taken: readonly Literal[] } | null {
  const { unit, folded } = reading;
  const match =
    packagePhrase.exec(folded) ??
    (saysStarted.test(folded) ? (looseBlock.exec(folded) ?? untimed(startedSize.exec(folded))) : null);
  const money = reading.literals.filter(isMoney);
  const [price] = money;
  const size =
    match === null
      ? undefined
      : reading.literals.find(
          (literal) =>
            literal.start >= match.index && (literal.type === "quantity" || literal.type === "number"),
        );
  if (
    match === null ||
    price === undefined ||
    money.length !== 1 ||
    size === undefined ||
    (size.type !== "quantity" && size.type !== "number")
  )
    return null;
  const noun = noThing.test(match[2] ?? "") ? subjectOf(folded) : (match[2] ?? "unit");
  const name = unitOfWord(noun) ?? noun.replace(/s$/, "");
  const isStarted = isStartedIn.test(folded);
  const candidate: Candidate = {
    type: "tiers",
    key: `tiers|${name}`,
    value: {
      item: name,
      unit: name,
      method: "package",
      tiers: [{ upTo: null, price: price.value }],
      packageSize: size.value,
      per: null,
    },
    from: null,
    to: null,
    confidence: isStarted ? 0.85 : 0.7,
    parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
    order: unit.order,
    clause: unit.clause,
    outranks: null,
    ...(price.currency !== null && { currency: price.currency }),
    ...(!isStarted && { questions: ["started-packages"] }),
  };
  return { candidate, taken: [price, size] };
}

const untimed = (match: RegExpExecArray | null): RegExpExecArray | null =>
  match === null || ofTime.test(match[2] ?? "") ? null : match;

/** The noun that stands before the verb of charging: "Los envíos se facturan en paquetes de 250". */
const subjectOf = (folded: string): string =>
  [
    ...folded.matchAll(
      /(\p{L}[\p{L}-]{2,}) (?:are|is|werden|wird|sont|est|se|vengono|viene|sono|worden|wordt|sao|e) (?!free|gratis|frei|includ|inclu)/gu,
    ),
  ].at(-1)?.[1] ?? "unit";
