import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { foldText } from "../values/fold.ts";
import type { NumberConvention } from "../values/number.ts";
import { parseUnit } from "../values/unit.ts";
import { countedThing, type CountedThing } from "./counted-thing.ts";
import type { PaperDays } from "./paper-days.ts";
import type { ToldApproval } from "./told-approval.ts";
import { toldDays } from "./told-days.ts";
import type { ToldUnit } from "./told-units.ts";
import { hasNoParts } from "./whole-things.ts";

/** Somebody has things now: whoever says so of nobody else has them, and that is their receipt. */
const received =
  /(?<![a-z])(?:received|erhalten|bekommen|recue?s?|ontvangen|recibid[oa]s?|recibimos|ricevut[oaie]|recebid[oa]s?|recebemos)(?![a-z])/;
/** Things have come, as whoever sent them may say as well. */
const arrived =
  /(?<![a-z])(?:arrived|turned up|got here|eingetroffen|angekommen|arrivee?s?|aangekomen|llegad[oa]s?|llegaron|arrivat[oaie]|chegaram|chegou)(?![a-z])/;
/** The one who is written to or spoken of: "you received", "haben Sie erhalten", "received by your warehouse". */
const another =
  /(?<![a-z])(?:you|your|they|their|customers?|clients?|sie|ihr\w*|kund\w+|vous|votre|vos|ils|elles|u|uw|jullie|klant\w*|usted\w*|su|sus|clientes?|lei|voi|vostr\w+|voces?|seu|sua|received by)(?![a-z])/;
/** "We", "wir": the writer, where no verb says it. */
const writer = /(?<![a-z])(?:we|i|us|wir|ich|uns|nous|wij|ik|ons|recibimos|hemos|abbiamo|recebemos)(?![a-z])/;
/** Whoever brought them says so. */
const brought =
  /(?<![a-z])(?:delivered|dropped off|handed over|supplied|geliefert|ausgeliefert|angeliefert|ubergeben|livree?s?|remise?s?|deposee?s?|geleverd|afgeleverd|bezorgd|entregad[oa]s?|entregamos|consegnat[oaie]|entregues?|entregamos)(?![a-z])/;
/** What is still to come, asked for or missing has not come. */
const open =
  /(?<![a-z])(?:will|would|please|if|when|once|until|not|never|n't|missing|short|only|wird|werden|bitte|wenn|falls|nicht|fehl\w+|sera|seront|merci de|si|pas|manqu\w+|zal|zullen|graag|niet|ontbre\w+|sera[n]?|por favor|cuando|no|falta\w*|sara(?:nno)?|quando|non|manc\w+|nao)(?![a-z])|\?\s*$/;
/** The day's delivery as a thing: "la livraison de ce jour", "our delivery of today". */
const deliveryNoun =
  /(?<![a-z])(?:deliver(?:y|ies)|lieferung|anlieferung|livraison|levering|entrega|consegna)(?![a-z])/;
/** On the day of the letter itself. */
const today =
  /(?<![a-z])(?:today|this (?:morning|afternoon)|heute|ce matin|cet apres-midi|aujourd'hui|ce jour|de dato de hoy|odiern[oa]|vandaag|vanmorgen|vanmiddag|hoy|esta (?:manana|tarde)|oggi|stamattina|hoje|esta manha)(?![a-z])/;

const articles =
  /^(?:(?:the|all|die|alle|les|des|los|las|i|gli|le|os|as|de|het|we|wir|nous|have|haben|received|your|ihre|vos)\s+)+(?=\d)/i;

/** Papers, words and persons come, too. */
const noThing =
  /^(?:invoices?|bills?|quot(?:es?|ations?)|offers?|orders?|e-?mails?|messages?|calls?|questions?|comments?|repl(?:y|ies)|people|persons?|requests?|complaints?|rechnung\w*|angebot\w*|auftrag\w*|nachricht\w*|frage\w*|personen|factures?|devis|commandes?|courriels?|messages?|personnes|facturen|offertes?|bestelling\w*|berichten|facturas?|presupuestos?|pedidos?|correos?|personas|fatture?|preventivi|ordini|messaggi|persone|faturas?|orcamentos?|encomendas?|mensagens|pessoas)(?![a-z])/;
const noGoods: ReadonlySet<string> = new Set(["hour", "minute", "day", "week", "month", "year", "percent"]);

/** Things with their counts that a sentence or the list under it says were handed over. */
interface ToldGoods {
  readonly things: readonly CountedThing[];
  /** Whether they are there, and not only on their way. */
  readonly hasCome: boolean;
  /** Whether they came to the writer, who so receives them: only a customer has what was ordered. */
  readonly isReceipt: boolean;
  readonly isToday: boolean;
}

/** Such things with the day on which they were there, and whether whoever writes so takes them. */
export interface DatedGoods {
  readonly things: readonly CountedThing[];
  readonly date: LocalDate;
  readonly approved: boolean | null;
  readonly hasCome: boolean;
}

/**
 * What a sentence, or the heading of its list, says was brought or has come, on a day that either of them names.
 *
 * What whoever writes says to have received is there by the day of the letter.
 */
export function datedGoods(
  unit: ToldUnit,
  verdict: ToldApproval | null,
  letter: {
    readonly days: PaperDays;
    readonly months: readonly LocalDate[];
    readonly numbers: NumberConvention;
  },
  sent: LocalDate,
): DatedGoods | null {
  const goods = toldGoods(unit, letter.numbers);
  if (goods === null) return null;
  const told = unit.isItem && unit.under !== null ? unit.under : unit.text;
  const [named, ...others] = toldDays(told, letter.days, sent, letter.months);
  const date =
    named === undefined
      ? goods.isToday || goods.isReceipt
        ? sent
        : null
      : others.length === 0
        ? named.value
        : null;
  if (date === null || date > sent) return null;
  const { things, hasCome, isReceipt } = goods;
  // What a sentence says of the goods goes before that they came: "received, but rejected".
  const said = verdict === null ? isReceipt || null : verdict.approved;
  return { things, date, hasCome, approved: said === true && !hasCome ? null : said };
}

/** What a sentence of a letter says has come or was brought: "The 150 posters and 600 programmes arrived this morning". */
function toldGoods(
  unit: Pick<ToldUnit, "text" | "under" | "isItem">,
  numbers: NumberConvention,
): ToldGoods | null {
  const told = unit.isItem && unit.under !== null ? unit.under : unit.text;
  const folded = foldText(told);
  const isReceived = received.test(folded);
  const hasCome = isReceived || arrived.test(folded);
  const isBrought = brought.test(folded) || (deliveryNoun.test(folded) && today.test(folded));
  if (open.test(folded) || open.test(foldText(unit.text)) || (!hasCome && !isBrought)) return null;
  const parts = unit.isItem
    ? [unit.text]
    : unit.text
        .split(/,\s+|\s(?:and|und|et|en|y|e)\s(?=\d)/u)
        .map((part) => part.trim().replace(articles, ""));
  const things = parts.flatMap((part) => {
    if (!/^\d/.test(part)) return [];
    const [, digits = "", word = ""] = /^(\d{1,3}(?:[.,' ]\d{3})+)\s(\p{L}[\p{L}²³\d]*)/u.exec(part) ?? [];
    // "3.200 catalogues": things are whole; "3.200 kg" may be three and a bit.
    const isWhole = digits !== "" && hasNoParts(parseUnit(word));
    const text = isWhole ? digits.replace(/\D/g, "") + part.slice(digits.length) : part;
    const found = countedThing(text.split(verbBehind)[0] ?? "", numbers);
    return found === null || noGoods.has(found.unit ?? "") || noThing.test(foldText(found.item))
      ? []
      : [found];
  });
  if (things.length === 0) return null;
  const isReceipt = isReceived && !brought.test(folded) && (writer.test(folded) || !another.test(folded));
  return { things, hasCome, isReceipt, isToday: today.test(folded) };
}

/** The words of a sentence behind the thing: "programmes arrived this morning". */
const verbBehind =
  /\s(?:(?:have|has|were|was|all|are|sind|wurden?|ont|sont|zijn|werden|han|fueron|sono|foram)\s.*|(?:arrived|received|delivered|came|turned|got|eingetroffen|arriv\p{L}*|llegaron|chegaram)(?!\p{L}).*)$/iu;
