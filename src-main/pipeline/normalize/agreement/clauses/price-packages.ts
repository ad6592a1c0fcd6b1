import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

const packagePhrase =
  /\b(?:each|every|per|je|chaque|par)(?: (?:started|commenced|begun|full|additional|angefangene[rns]?))? (?:block|pack|package|bundle|batch|block of|paket|lot|tranche)s? (?:of|von|zu|de) (\d[\d.,' ]*?) ([\p{L}-]+)/u;

/** "Each started block of 1,000 messages costs EUR 2." */
export function packageOf(reading: Reading): Candidate | null {
  const { unit, folded } = reading;
  const match = packagePhrase.exec(folded);
  const money = reading.literals.filter((literal): literal is MoneyLiteral => literal.type === "money");
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
  const name = unitOfWord(match[2] ?? "") ?? (match[2] ?? "unit").replace(/s$/, "");
  const isStarted =
    /\b(?:started|commenced|begun|or part|part thereof|fraction|angefangene|full|whole)\b/.test(folded);
  return {
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
}
