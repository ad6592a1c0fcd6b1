import { parseMonth } from "../../values/month.ts";
import type { NumberStyle } from "./literal.ts";

/** Right behind a price of these languages an article counts whatever noun follows it: "£3.10 a shirt", "3,80 € le pot". */
const articles = {
  en: /^an? /,
  fr: /^(?:l[ea] |l')/,
  es: /^(?:el|la) /,
  it: /^(?:il |l[oa] |l')/,
} as const;
const languages = ["en", "fr", "es", "it"] as const;

/** Another sum, an event, a day or a party: none of what an article counts. */
const noneOfThem =
  /^(?:sum|total|max(?:imum)?|min(?:imum)?|discount|reduction|deposit|further|additional|price|fee|rate|charge|figure|cost|saving|rise|increase|bonus|premium|payment|credit|refund|surcharge|supplement|half|quarter|third|lot|few|little|bit|fixed|flat|one-off|lump|value|limit|cap|retainer|reduced|pro|good|fair|new|certain|single|time|penalty|fine|balance|contribution|budget|guarantee|carico|titolo|titulo|saldo|pagare?|favore?|forfait|corpo|misura|cargo|cuenta|premiere?|derniere?|meme|reste|solde|tout|somme|lendemain|veille|livraison|signature|commande|reception|fin|facture|prestataire|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|primer[oa]?|ultim[oa]|resto|totale|cliente?|proveedor|fornitore|firma|entrega|pedido|consegna|ordine|fattura|factura|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|prim[oa]|second[oa]?e?|tva|iva)$/;
/** What goes on behind the thing that a definite article counts; another word makes it the subject of what follows. */
export const goesOn =
  /^(?:jusqu|puis|hasta|fino|au?|a|et|y|e|pour|para|per|ht|hors|plus|mas|piu|oltre|des|de|du|di|del|en|in|sur|su|avec|con|sans|sin|senza)$/;

/** Whether the article that a phrase opens with counts its noun, whatever that is. */
export function countsAnyNoun(
  head: string,
  lead: string,
  style: NumberStyle,
  [first = "", next]: readonly string[],
): boolean {
  const noun = first.replace(/\.$/, "");
  const language = languages.find((one) => style.languages.includes(one) && articles[one].test(head));
  if (language === undefined || !/[\d€$£] ?(?:ht )?$/.test(lead)) return false;
  if (noneOfThem.test(noun) || parseMonth(noun) !== null) return false;
  return language === "en" || next === undefined || goesOn.test(next.replace(/'$/, ""));
}
