import { afterUnits } from "./literal.ts";
import type { Literal } from "./literal.ts";

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
  /^["”“»«') ]*(?:,? ?(?:is|are|shall be|will be|hereby|and|wird|werden|est|sont|se|queda|e|viene|wordt|worden|fica) )*(?:deleted|struck(?: out)?|replaced|superseded|substituted|gestrichen|durch|ersetzt|remplace\p{L}*|sustitu\p{L}*|sostitu\p{L}*|vervangen|substitu\p{L}*)(?!\p{L})[^.;]{0,40}$/u;

/** Whether the words between two figures put the second in the place of the first. */
export const isReplacedBy = (first: Literal, second: Literal, folded: string): boolean =>
  second.start >= first.end && givesWay.test(folded.slice(first.end, second.start));

/** A clause is taken out, and nothing is put in its place. */
const takenOut =
  /(?<!\p{L})(?:(?:is|are|shall be|will be) (?:hereby )?(?:deleted|removed|struck(?: out)?|withdrawn|revoked)|(?:wird|werden) (?:hiermit )?(?:ersatzlos )?(?:gestrichen|aufgehoben)|entfallt|entfallen|(?:est|sont) (?:supprime|abroge)e?s?|(?:se|queda[n]?) (?:suprim|elimin)\p{L}*|(?:e|sono|viene|vengono) (?:soppress|eliminat|abrogat)\p{L}*|(?:wordt|worden) (?:geschrapt|verwijderd)|vervalt|vervallen|(?:e|sao|fica|ficam) (?:suprimid|eliminad|revogad)\p{L}*)(?!\p{L})/u;
const putIn =
  /(?<!\p{L})(?:replac\p{L}*|substitut\p{L}*|restated|read|instead|new|following|ersetz\p{L}*|neu\p{L}*|folgend\p{L}*|stattdessen|remplac\p{L}*|nouve\p{L}*|suivant\p{L}*|sustitu\p{L}*|nuev\p{L}*|siguiente\p{L}*|sostitu\p{L}*|nuov\p{L}*|seguent\p{L}*|vervang\p{L}*|nieuw\p{L}*|volgend\p{L}*|substitu\p{L}*|nov[oa]s?|seguinte\p{L}*)(?!\p{L})/u;

/**
 * The sums and shares of a text that a change leaves behind: "48.50 instead of 46.00", "raised from 4 % to 5 %", those
 * of a clause that is taken out. Found once.
 */
export function formerFigures(literals: readonly Literal[], folded: string): ReadonlySet<Literal> {
  const known = found.get(literals);
  if (known !== undefined) return known;
  const isOut = takenOut.test(folded) && !putIn.test(folded);
  const former = new Set(
    (["money", "percent"] as const).flatMap((type) => {
      const figures = literals.filter((literal) => literal.type === type);
      if (isOut) return figures;
      return figures.length < 2
        ? []
        : figures.filter((one, index) => isFormer(one, figures[index + 1], folded));
    }),
  );
  found.set(literals, former);
  return former;
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
