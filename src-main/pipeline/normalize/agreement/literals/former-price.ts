import { afterUnits } from "./literal.ts";
import type { Literal, Span } from "./literal.ts";

/** Words right before a price that no longer holds, folded, in seven languages. */
export const heldBefore =
  /(?<![\p{L}])(?:instead of|in lieu of|rather than|in place of|previously|formerly|until now|so far|up to now|hitherto|was|were|statt|anstatt|anstelle von|bisher|bislang|zuvor|vormals|au lieu d[eu]|contre|auparavant|jusqu'(?:ici|a present)|precedemment|en lugar de|en vez de|anteriormente|hasta ahora|antes|anziche|invece di|al posto di|finora|in precedenza|in plaats van|voorheen|tot nu toe|tot dusver|em vez de|em lugar de|ate agora)(?: (?:bisher|bislang|wie bisher|der bisherigen|the (?:previous|former|current)|previously|formerly|actualmente|del?|dal?|dei|des|der|den|du|los|les|las|le|la|l'|il|i|het|an?|eine[rsm]?|un[ae]?|een|um[a]?|the|at|al?|zu|of|is|von|van|war(?:en)?|was))*[: ]*$/u;
/** A price, a sum or a limit is moved, by any verb, folded, in seven languages. */
const movedWords =
  "pass(?:e|ent|era|a|am|ano|ando)|pasan?|pasara|port(?:ee?s?|e|ato|ata|iamo)|steig\\p{L}*|(?:er|ge)hoh\\p{L}*|an(?:ge)?hob\\p{L}*|angehoben|(?:ge)?ander\\p{L}*|an(?:ge)?pass\\p{L}*|(?:ge)?senk\\p{L}*|rais\\p{L}*|increas\\p{L}*|rises?|go(?:es)?|chang\\p{L}*|reduc\\p{L}*|lower\\p{L}*|mov(?:e[sd]?|ing)|sub(?:e|en|ira)|sale|aument\\p{L}*|baja\\p{L}*|cambia\\p{L}*|modific\\p{L}*|verho\\p{L}*|verlaag\\p{L}*|stijg\\p{L}*|daal\\p{L}*|gewijzig\\p{L}*|wijzig\\p{L}*|aangepas\\p{L}*|gaat|augment\\p{L}*|baiss\\p{L}*|diminu\\p{L}*|alter\\p{L}*|atualiz\\p{L}*|amend\\p{L}*|revis\\p{L}*|adjust\\p{L}*|adegu\\p{L}*|sobe\\p{L}*|elev\\p{L}*|lift\\p{L}*|innalz\\p{L}*|abbass\\p{L}*|reduz\\p{L}*|ridott\\p{L}*";
const moved = new RegExp(`(?<![\\p{L}])(?:${movedWords})(?![\\p{L}])`, "u");
/** "… is raised from", "… sube de": the verb of a move and what leads on to the figure that it leaves. */
export const leadToMove = new RegExp(
  `(?: (?:is|are|wird|werden|est|sont|e|viene|se|es|wordt|worden|sera|sara))? (?:${movedWords}) (?:from|von|de|da|dal|del|van|du) *$`,
  "u",
);
const fromWord =
  /(?<![\p{L}])(?:from|von|de|da|del|van|du|dal)(?: (?:currently|derzeit|bisher|actuellement))? (?:us ?)?$/u;
const toWord = /^ ?,? ?(?:to|auf|a|ad|naar|in|para|per|tot|en) (?:now |nunmehr |neu |us ?)?$/;

/** From the end of a price to the next one, without the unit behind it. */
const gapAfter = (literal: Literal, next: Literal, folded: string): string =>
  folded.slice(Math.min(afterUnits(literal), next.start), next.start);

/** "from £46.00 per hour to £48.50", "von 46 EUR auf 48,50 EUR angehoben": a change, wherever its verb stands. */
export const isChange = (first: Literal, second: Literal, folded: string): boolean =>
  first.type !== "date" &&
  second.type !== "date" &&
  toWord.test(gapAfter(first, second, folded)) &&
  fromWord.test(folded.slice(Math.max(0, first.start - 24), first.start)) &&
  moved.test(folded);

/** "… is deleted and … substituted", "wird durch … ersetzt": what stood before gives way to what comes next. */
const givesWay =
  /^["”“»«') ]*(?:(?:(?:excl?\.?|excluding|plus|net of|zzgl\.?|exkl\.?|excl(?:usief|\.)?|hors|sin|senza|sem|mas|oltre|piu|mais) )?(?:vat|gst|tax|ht|ttc|htva|tva|netto|net|mwst\.?|ust\.?|btw|iva)(?![\p{L}]) ?)?(?:,? ?(?:is|are|shall be|will be|hereby|and|wird|werden|est|sont|se|queda|e|viene|wordt|worden|fica) )*(?:deleted|struck(?: out)?|replaced|superseded|substituted|gestrichen|durch|ersetzt|remplace\p{L}*|sustitu\p{L}*|sostitu\p{L}*|vervangen|substitu\p{L}*)(?!\p{L})[^.;]{0,40}$/u;

/** Whether the words between two figures put the second in the place of the first. */
export const isReplacedBy = (first: Literal, second: Literal, folded: string): boolean =>
  second.start >= first.end && givesWay.test(folded.slice(first.end, second.start));

/** A clause is taken out, and nothing is put in its place; "entfallen auf" shares out, and "vervalt op" falls due. */
const takenOut =
  /(?<!\p{L})(?:(?:is|are|shall be|will be) (?:hereby )?(?:deleted|removed|struck(?: out)?|withdrawn|revoked)|(?:wird|werden) (?:hiermit )?(?:ersatzlos )?(?:gestrichen|aufgehoben)|(?:entfallt|entfallen)(?! [^.;]{0,60}?(?<!\p{L})auf )|(?:est|sont) (?:supprime|abroge)e?s?|(?:se|queda[n]?) (?:suprim|elimin)\p{L}*|(?:e|sono|viene|vengono) (?:soppress|eliminat|abrogat)\p{L}*|(?:wordt|worden) (?:geschrapt|verwijderd)|(?:vervalt|vervallen)(?! (?:\p{L}+ )?op )|(?:e|sao|fica|ficam) (?:suprimid|eliminad|revogad)\p{L}*)(?!\p{L})/u;
/** What a paper can take out: a part of itself or what it charges; "waste is removed at £45 per load" is work. */
const ofPaper =
  /(?<!\p{L})(?:clauses?|sections?|sub-?sections?|(?:sub)?paragraphs?|articles?|items?|lines?|rows?|schedules?|provisions?|positions?|(?:\p{L}*(?:rates?|fees?|prices?|charges?|discounts?|rebates?|surcharges?|retainers?|limits?|caps?))|ziffern?|klauseln?|abschnitte?|absatze?|paragraph\p{L}*|position\p{L}*|\p{L}*(?:gebuhr|pauschale|preis|satz|zuschlag|rabatt|entgelt|vergutung|honorar|bestimmung|regelung)\p{L}{0,2}|alineas?|stipulations?|\p{L}*(?:prix|tarifs?|frais|honoraires|forfait|redevance|remise|majoration|taux|plafond)|clausulas?|apartados?|articulos?|puntos?|cuotas?|precios?|tarifas?|recargos?|descuentos?|honorarios|clausol[ae]|articol[oi]|comm[ai]|punt[oi]|tariff[ae]|prezz[oi]|compens[oi]|canon[ei]|supplement[oi]|scont[oi]|artikel\p{L}*|bepaling\p{L}*|\p{L}*(?:tarief|tarieven|prijs|prijzen|toeslag|vergoeding|korting|bedrag)|artigos?|alineas?|precos?|taxas?|descontos?|avenca)(?!\p{L})/u;
const putIn =
  /(?<!\p{L})(?:replac\p{L}*|substitut\p{L}*|restated|read|instead|new|following|ersetz\p{L}*|neu\p{L}*|folgend\p{L}*|stattdessen|remplac\p{L}*|nouve\p{L}*|suivant\p{L}*|sustitu\p{L}*|nuev\p{L}*|siguiente\p{L}*|sostitu\p{L}*|nuov\p{L}*|seguent\p{L}*|vervang\p{L}*|nieuw\p{L}*|volgend\p{L}*|substitu\p{L}*|nov[oa]s?|seguinte\p{L}*)(?!\p{L})/u;

/**
 * The sums and shares of a text that a change leaves behind: "48.50 instead of 46.00", "raised from 4 % to 5 %", those
 * of a clause that is taken out. Found once.
 */
export function formerFigures(literals: readonly Literal[], folded: string): ReadonlySet<Literal> {
  const known = found.get(literals);
  if (known !== undefined) return known;
  const out = takenOutIn(folded);
  const former = new Set(
    (["money", "percent"] as const).flatMap((type) => {
      const figures = literals.filter((literal) => literal.type === type);
      if (out !== null) return figures.filter(({ start, end }) => start >= out.start && end <= out.end);
      return figures.length < 2
        ? []
        : figures.filter((one, index) => isFormer(one, figures[index + 1], folded));
    }),
  );
  found.set(literals, former);
  return former;
}

/** The words that name what is taken out: "the standby fee of 90" before "is deleted". */
function takenOutIn(folded: string): Span | null {
  const end = takenOut.exec(folded)?.index;
  if (end === undefined || putIn.test(folded)) return null;
  const said = folded.slice(0, end);
  const start = said.length - (said.split(/[;:] |\. /).at(-1) ?? "").length;
  return ofPaper.test(said.slice(start)) ? { start, end } : null;
}

const isFormer = (one: Literal, next: Literal | undefined, folded: string): boolean =>
  heldBefore.test(folded.slice(Math.max(0, one.start - 48), one.start)) ||
  (next !== undefined &&
    next.start >= one.end &&
    (isChange(one, next, folded) || isReplacedBy(one, next, folded)));

const found = new WeakMap<readonly Literal[], ReadonlySet<Literal>>();

/** The former price of which a price is the successor: its words say what both are for. */
export function formerOf(literal: Literal, literals: readonly Literal[], folded: string): Literal | null {
  const former = literal.type === "money" ? formerFigures(literals, folded) : none;
  if (former.size === 0) return null;
  const last = literals.findLast((other) => other.type === "money" && other.end <= literal.start);
  return last !== undefined && former.has(last) ? last : null;
}

const none: ReadonlySet<Literal> = new Set();
