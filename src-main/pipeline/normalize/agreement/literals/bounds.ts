import { isChange } from "./former-price.ts";
import type { Bound, Literal } from "./literal.ts";
import { isUpperLimit } from "./upper-limits.ts";

const boundsBefore: readonly (readonly [Bound, RegExp])[] = [
  [
    "<=",
    /(?<![a-z])(?:no (?:more|greater|higher|later) than|not more than|up to(?: and including)?|a? ?maximum (?:of|amount of|fee of|charge of)?|max\.?|limit(?:ed)? of|cap of|ceiling of|nte|as (?:much|many) as|through|innerhalb(?: von)?|binnen|sous|dans les|hasta un maximo de|con un (?:maximo|limite|tope) de|hasta|fino a(?: un massimo di)?|con un massimo di|ate(?: um maximo de)?|com o maximo de|maximaal|tot(?: een)?(?: maximum)? van|maximal|bis zu|jusqu'a|a concurrence de|(?:sans|ne pouvant) (?:pouvoir )?(?:exceder|depasser)|ate ao (?:limite|maximo|montante|valor) de|ate o (?:limite|maximo) de|no superior a|non superiore a|nao superior a|con tope de|tope(?: maximo)? de|maximo|massimo|entro(?: il limite di)?|met een maximum van|tot|within)(?: of| the sum of| a total of)?(?: :)?:? ?$/,
  ],
  [
    "<",
    /(?<![a-z])(?:less than|under|below|fewer than|lower than|smaller than|weniger als|unter|unterhalb(?: von)?|(?:geringer|niedriger|kleiner) als|moins de|inferieure?s? a|(?:en |au-)dessous de|menos de|inferior(?:es)? a|por debajo de|meno di|inferior[ei] a|sotto (?:i|gli|le)|minder dan|lager dan|onder(?: de)?|abaixo de)(?: the sum of)? ?$/,
  ],
  [
    ">=",
    /(?<![a-z])(?:at least|not (?:be )?(?:less|fewer) than|no (?:less|fewer|lower) than|a? ?minimum(?: charge| fee| of)?(?: of)?|starting (?:at|from)|from|mindestens|ab|au moins|a partir del?|al menos|como minimo|almeno|a partire da|pelo menos|por lo menos|no minimo|ten minste|minstens|minimaal|vanaf) ?$/,
  ],
  [
    ">",
    /(?<![a-z])(?:above|over|exceeding|exceeds?|in excess of|more than|greater than|beyond|past|uber|mehr als|au-dela de|plus de|ubersteig\w*|uberschreit\w*|depass(?:e|ent|ant)|superieure?s? a|superior(?:es|[ei])? a|superan?|supere[n]?|exceda?n?|excede[n]?|excedam|rebas[ae]n?|mas de|superi|supera(?:no)?|oltre(?: i| le| gli)?|piu di|ultrapass(?:e|a|em|am)|acima de|mais de|meer dan|boven(?: de)?|overschrijd\w*|overstijg\w*|hoger dan|hoher als) ?(?:the |los |las |la suma de |la somme de |den betrag von |het bedrag van )?$/,
  ],
  [
    "~",
    /(?<![a-z])(?:about|approximately|approx\.?|around|estimated(?: at| to be)?|circa|ca\.?|roughly|some|rund|etwa|environ|~) ?$/,
  ],
];

/** The value of an order, a turnover: "from an order value of", "ab einem Bestellwert von", "au-dessous d'un montant de". */
const ofValue =
  "(?:an? |einem |einer |d'une? |un[ea]? |de un |di un |een |um[a]? |de uma? )(?:[\\p{L}-]+ ){0,2}?(?:[\\p{L}-]*(?:value|amount|total|turnover|spend|wert|betrag|summe|umsatz|volumen|bedrag|waarde|omzet)|montant|valeur|importe|valor|importo|valore|montante|commande|pedido|ordine|encomenda)(?: of| von| de| di| van)? ?(?:us)?$";
const valueBounds: readonly (readonly [Bound, RegExp])[] = (
  [
    ["<", "under|below|unter|unterhalb|(?:en |au-)dessous|moins|por debajo|menos de|sotto|onder|abaixo de"],
    ["<=", "up to|bis(?: zu)?|jusqu'a|hasta|fino a|tot|ate"],
    [">=", "from|ab|a partir|a compter|desde|a partire da|da|vanaf"],
    [
      ">",
      "over|above|exceeding|uber|oberhalb|au-dela|au-dessus|por encima|mas de|oltre|sopra|boven|acima de",
    ],
  ] as const
).map(([bound, words]) => [bound, new RegExp(`(?<![\\p{L}])(?:${words}) ${ofValue}`, "u")] as const);

/** Whether a figure is the mark of an order's value or a turnover from which a clause holds: no price itself. */
export const marksValue = (folded: string, { start }: Literal): boolean => {
  const head = folded.slice(Math.max(0, start - 72), start);
  return valueBounds.some(([, pattern]) => pattern.test(head));
};

const boundsAfter: readonly (readonly [Bound, RegExp])[] = [
  // In German and Dutch the verb may end the clause: "sofern der Bestellwert 3.000,00 € übersteigt".
  [
    ">",
    /^,? (?:ubersteig(?:t|en)|uberschreite[nt]|overschrijdt|overschrijden|overstijgt|te boven gaat)(?![a-z])/,
  ],
  [">=", /^,? (?:erreich(?:t|en)|bereikt|bereiken)(?![a-z])/],
  ["<=", /^ ?(?:or less|or fewer|maximum\b|max\b|cap\b|or under|and under)/],
  [
    ">=",
    /^ ?(?:or more|at (?:the )?(?:very )?least|as a minimum|and (?:up|over|above)|or above|minimum\b|min\b|au moins\b|und mehr|et plus|\+(?! ?(?:the |la |l[ae]s? |el )?(?:applicable |any )?(?:vat|gst|hst|pst|qst|(?:sales )?tax|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|iva|btw|moms)(?![\p{L}]))|(?:\p{L}{3,20} )?(?:or more|or above|oder mehr|und mehr|ou plus|et plus|o mas|y mas|o piu|e oltre|ou mais|e mais|of meer|en meer)(?![\p{L}]))/u,
  ],
];

export function withBound<T extends Literal>(literal: T, folded: string): T {
  const head = folded.slice(Math.max(0, literal.start - 72), literal.start);
  const tail = folded.slice(literal.end, literal.end + 36);
  const bound =
    boundsBefore.find(([, pattern]) => pattern.test(head))?.[0] ??
    valueBounds.find(([, pattern]) => pattern.test(head))?.[0] ??
    boundsAfter.find(([, pattern]) => pattern.test(tail))?.[0] ??
    null;
  if (literal.type === "date" || literal.type === "multiplier") return { ...literal, bound };
  const isMost = isUpperLimit(folded, literal);
  // "Shall not bill for more than", "darf 500 nicht übersteigen": no more than that.
  const isDenied = isMost && (bound === null || bound === ">" || bound === "<");
  return { ...literal, bound: isDenied ? "<=" : bound, isMost };
}

/** "$90-$120", "$90 to $120", "between 5 and 10 users". */
export function withRanges(literals: readonly Literal[], folded: string): readonly Literal[] {
  return literals.map((literal, index) => {
    if (literal.type === "date" || literal.type === "multiplier") return literal;
    const next = literals[index + 1];
    const before = literals[index - 1];
    if (next !== undefined && isRangePair(literal, next, folded) && "value" in next)
      return { ...literal, rangeWith: next.value };
    if (before !== undefined && isRangePair(before, literal, folded) && "value" in before)
      return { ...literal, rangeWith: before.value };
    return literal;
  });
}

function isRangePair(first: Literal, second: Literal, folded: string): boolean {
  const sameType = first.type === second.type || first.type === "number";
  if (!sameType || first.type === "date" || second.type === "date") return false;
  const gap = folded.slice(first.end, second.start);
  if (
    /^ ?(?:-|--|bis) ?$/.test(gap) ||
    (/^ ?(?:a|to) $/.test(gap) && (first.type === "number" || first.type === "money"))
  ) {
    // "from $55,000 to $60,000" is a change, not a range.
    if (isChange(first, second, folded)) return false;
    return (
      !/\b(?:from|by|of) (?:[\p{L}]+ ){0,2}$/u.test(
        folded.slice(Math.max(0, first.start - 26), first.start),
      ) || /\bprices? (?:range|vary)/.test(folded)
    );
  }
  return /^ and $/.test(gap) && /\bbetween $/.test(folded.slice(Math.max(0, first.start - 9), first.start));
}
