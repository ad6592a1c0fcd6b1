import { foldText } from "../values/fold.ts";
import type { NumberConvention } from "../values/number.ts";
import { countedThing, type CountedThing } from "./counted-thing.ts";
import type { ToldUnit } from "./told-units.ts";

/** Things have come to whoever says so: that is their receipt. */
const came =
  /(?<![a-z])(?:arrived|received|turned up|got here|erhalten|eingetroffen|angekommen|bekommen|recue?s?|arrivee?s?|ontvangen|aangekomen|recibid[oa]s?|recibimos|llegad[oa]s?|llegaron|ricevut[oaie]|arrivat[oaie]|recebid[oa]s?|recebemos|chegaram|chegou)(?![a-z])/;
/** Whoever brought them says so. */
const brought =
  /(?<![a-z])(?:delivered|dropped off|handed over|supplied|geliefert|ausgeliefert|angeliefert|ubergeben|livree?s?|remise?s?|deposee?s?|geleverd|afgeleverd|bezorgd|entregad[oa]s?|entregamos|consegnat[oaie]|entregues?|entregamos)(?![a-z])/;
/** What is still to come, asked for or missing has not come. */
const open =
  /(?<![a-z])(?:will|would|please|if|when|once|until|not|never|n't|missing|short|only|wird|werden|bitte|wenn|falls|nicht|fehl\w+|sera|seront|merci de|si|pas|manqu\w+|zal|zullen|graag|niet|ontbre\w+|sera[n]?|por favor|cuando|no|falta\w*|sara(?:nno)?|quando|non|manc\w+|nao)(?![a-z])|\?\s*$/;
/** On the day of the letter itself. */
const today =
  /(?<![a-z])(?:today|this (?:morning|afternoon)|heute|ce matin|cet apres-midi|aujourd'hui|vandaag|vanmorgen|vanmiddag|hoy|esta (?:manana|tarde)|oggi|stamattina|hoje|esta manha)(?![a-z])/;

const articles =
  /^(?:(?:the|all|die|alle|les|des|los|las|i|gli|le|os|as|de|het|we|wir|nous|have|haben|received|your|ihre|vos)\s+)+(?=\d)/i;

/** Papers, words and persons come, too. */
const noThing =
  /^(?:invoices?|bills?|quot(?:es?|ations?)|offers?|orders?|e-?mails?|messages?|calls?|questions?|comments?|repl(?:y|ies)|people|persons?|requests?|complaints?|rechnung\w*|angebot\w*|auftrag\w*|nachricht\w*|frage\w*|personen|factures?|devis|commandes?|courriels?|messages?|personnes|facturen|offertes?|bestelling\w*|berichten|facturas?|presupuestos?|pedidos?|correos?|personas|fatture?|preventivi|ordini|messaggi|persone|faturas?|orcamentos?|encomendas?|mensagens|pessoas)(?![a-z])/;
const noGoods: ReadonlySet<string> = new Set(["hour", "minute", "day", "week", "month", "year", "percent"]);

/** Things with their counts that a sentence or the list under it says were handed over. */
export interface ToldGoods {
  readonly things: readonly CountedThing[];
  /** Whether they came to the writer, who so receives them. */
  readonly isReceipt: boolean;
  readonly isToday: boolean;
}

/** What a sentence of a letter says has come or was brought: "The 150 posters and 600 programmes arrived this morning". */
export function toldGoods(
  unit: Pick<ToldUnit, "text" | "under" | "isItem">,
  numbers: NumberConvention,
): ToldGoods | null {
  const told = unit.isItem && unit.under !== null ? unit.under : unit.text;
  const folded = foldText(told);
  const isReceipt = came.test(folded);
  if (open.test(folded) || open.test(foldText(unit.text)) || (!isReceipt && !brought.test(folded)))
    return null;
  const parts = unit.isItem
    ? [unit.text]
    : unit.text
        .split(/,\s+|\s(?:and|und|et|en|y|e)\s(?=\d)/u)
        .map((part) => part.trim().replace(articles, ""));
  const things = parts.flatMap((part) => {
    if (!/^\d/.test(part)) return [];
    const [digits = ""] = /^\d{1,3}(?:[.,' ]\d{3})+(?=\s\p{L})/u.exec(part) ?? [];
    // "3.200 catalogues": things are whole.
    const text = digits === "" ? part : digits.replace(/\D/g, "") + part.slice(digits.length);
    const found = countedThing(text.split(verbBehind)[0] ?? "", numbers);
    return found === null || noGoods.has(found.unit ?? "") || noThing.test(foldText(found.item))
      ? []
      : [found];
  });
  return things.length === 0 ? null : { things, isReceipt, isToday: today.test(folded) };
}

/** The words of a sentence behind the thing: "programmes arrived this morning". */
const verbBehind =
  /\s(?:(?:have|has|were|was|all|are|sind|wurden?|ont|sont|zijn|werden|han|fueron|sono|foram)\s.*|(?:arrived|received|delivered|came|turned|got|eingetroffen|arriv\p{L}*|llegaron|chegaram)(?!\p{L}).*)$/iu;
