import { namesGoods } from "../../../../../src-shared/wording/index.ts";
import type { FrameMatch } from "../engine/frame.ts";
import { roleOf } from "../header/party-words.ts";

/** Words of what an earlier discount has left: what comes off it comes off second. */
export const ofTheRest =
  /(?<![\p{L}])(?:(?:after|following) (?:deduct\w+ )?(?:of )?(?:the |that |this )?(?:[\p{L}-]+ ){0,3}(?:discount|rebate|deduction)|already (?:discounted|reduced)|(?:discounted|reduced|remaining|resulting) (?:price|amount|sum|total|balance|value)|(?:bereits |so )?(?:reduzierten?|ermassigten?|verminderten?|verbleibenden?|rabattierten?|gekurzten?) (?:\p{L}*(?:preis|betrag|summe|rest)\w*)|danach weitere|(?:deja|ainsi) (?:remise|reduit|diminue)e?|(?:montant|prix|total|solde) (?:remise|reduit|restant|net de remise)|apres (?:la |cette )?(?:premiere )?remise|ya (?:descontad[oa]|rebajad[oa]|reducid[oa])|(?:importe|precio|total) (?:resultante|restante|descontado|rebajado)|gia (?:scontat[oa]|ridott[oa])|(?:prezzo|importo|totale) (?:scontato|residuo|risultante|ridotto)|ja descontad[oa]|(?:valor|preco|montante) (?:descontado|restante|resultante)|(?:reeds |al )?(?:verlaagde|verminderde|resterende|gekorte) (?:prijs|bedrag|totaal))(?![\p{L}])/u;

/** "After discount", "nach Rabatt": what a share is of, and nothing that is given. */
export const afterDiscount =
  /(?<!\p{L})(?:after|nach|apres|tras|despues|dopo|na|apos) (?:(?:abzug|deduction|any|the|des|der|la|el|il|lo|le|de|del|aftrek|van|o) )*(?:discount|rebate|\p{L}*rabatt\p{L}*|nachlass|remise|descuento|sconto|desconto|korting)(?!\p{L})/u;

/** Words that name no part of what is billed. */
const wholeScope =
  /^(?:(?:net |total |gross |entire |whole |each |every |jede[rns]? |chaque |cada |ogni |elke )?(?:discount|rebate|the|this|each|every|invoices?|fees?|total|prices?|services|agreement|amounts?|rates?|charges|net|orders?|all|spend|billings|purchases|first|value|sum|(?:\p{L}+(?:'s)? )?list(?: prices?)?|\p{L}*rechnungsbetrag\p{L}*|\p{L}*rechnung|\p{L}*preise?|\p{L}*betrag|\p{L}*summe|prix(?: total)?|montant(?: total)?|facture|precios?|importe(?: total)?|factura|prezz[oi]|importo(?: totale)?|fattura|precos?|valor(?: total)?|fatura|prijs|prijzen|\p{L}*bedrag|factuur|everything)(?: e| y| et| und| and| en| o)?)$/u;

/** "Auf die Monteurstunden erhält …", "Sur les pièces, …": what a sentence begins with is what is reduced. */
const scopeAhead =
  /(?:^|[.;:] )\W*(?:on|for|auf|fur|bei|sur|pour|sobre|para|en|su|sui|sugli|sulle|sulla|per|op|voor|nas?|nos?) (?:all |the |any |our |your |alle |samtliche |die |den |das |der |les? |la |l'|tous les |toutes les |los |las |el |todos los |todas las |i |gli |le |il |tutti i |tutte le |de |het |os? |as? |todos os |todas as |sum of |total (?:of|price of) |(?:gesamt)?summe (?:der |aller )|total (?:des |de las |de los |delle |dei |das |dos )|somme des |suma de (?:las |los )|somma (?:delle |dei )|soma (?:das |dos )|som van (?:de |alle )?)*([\p{L}][\p{L} &'-]{2,40}?)(?=,| \(| (?:we|you|there|is|are|gets?|receives?|applies|erhalt|erhalten|gewahr\p{L}*|gilt|gibt|wird|werden|nous|vous|il|est|sont|le client|on|se|el|aplica\p{L}*|tendra|il cliente|si|viene|vengono|wordt|worden|krijgt|geldt|o cliente|aplica-se|e)(?![\p{L}]))/u;

/** A span of time or a count of orders is when it applies, not what it applies to. */
const isSpanWord =
  /(?<![\p{L}])(?:first|months?|years?|quarters?|weeks?|orders?|invoices?|payments?|days|period|term|ersten?|monate?n?|jahre?n?|zahlung\p{L}*|bestellung\p{L}*|abnahme\p{L}*|mois|ans?|annees?|commandes?|paiements?|mes(?:es)?|anos?|pedidos?|pagos?|mesi|anni|ordini|pagament[oi]|maanden|jaar|bestellingen|pagamentos?|encomendas?)(?![\p{L}])/u;

/** "Materials are billed at list price less 10 %", "Los materiales se facturarán …": what the sentence is about. */
const billedThing =
  /(?:^|[.;] )\W*(?:(?:the|all|any|our|der|die|das|alle|les?|la|los|las|el|i|gli|le|il|de|het|os?|as?) )*([\p{L}][\p{L} &'-]{2,40}?) (?:(?:is|are|will be|shall be|wird|werden|sont|est|seront|se|vengono|sono|saranno|worden|zijn|sao|serao) (?:\p{L}+ ){0,2}?(?:billed|charged|invoiced|priced|supplied|sold|passed|factur\p{L}+|cobra\p{L}*|nach|mit|zu|berechnet|abgerechnet|verrechnet|geliefert|fatturat\p{L}+|berekend|gefactureerd|geleverd|faturad\p{L}+|vendid\p{L}+)|carr(?:y|ies)|attracts?|comes? with|erhalten|tienen|llevan|hanno|hebben|beneficient)(?![\p{L}])/u;

/** "Spare parts: 15 % off list price". */
const labeledThing = /(?:^|[.;] )\W*([\p{L}][\p{L} &'-]{2,40}?): /u;

/** The goods, or whatever else than a party, that a sentence bills; `null` where it speaks of all there is. */
function thingBilled({ reading, anchor }: FrameMatch): string | null {
  const lead = reading.folded.slice(0, anchor.start);
  const billed = billedThing.exec(lead);
  const labeled = billed === null ? labeledThing.exec(lead) : null;
  const found = billed ?? labeled;
  const thing = found?.[1];
  if (found === null || thing === undefined || (labeled !== null && !namesGoods(thing))) return null;
  const isPart = !wholeScope.test(thing) && !isSpanWord.test(thing) && !ofTheRest.test(thing);
  if (!isPart || roleOf(thing) !== null) return null;
  const at = found.index + found[0].indexOf(thing);
  return reading.text.slice(at, at + thing.length).trim();
}

/** "5 % s'applique au prix des journées", "se aplica al precio de las jornadas", "si applica alle giornate". */
const appliedTo =
  /(?:s'appliqu\p{L}*|s'entend\p{L}*|se aplica\p{L}*|si applica\p{L}*|aplica-se|e aplicad\p{L}*) (?:aux?|a la|a l'|al|a las|a los|alla|alle|allo|ai|agli|aos?|as?) ([\p{L}][\p{L} '-]{2,40}?)(?=[.,;(]|$)/u;

/** What a discount applies to, as worded. */
export function discountScope(match: FrameMatch): string {
  const { reading, anchor, segment } = match;
  const rest = reading.folded.slice(anchor.end, Math.max(segment.end, anchor.end));
  const patterns = [
    /\b(?:appl(?:y|ies|ied)|off|on|to|auf|sur|of|en|sobre|su|sui|sulle|sulla|sugli|op|over|em|nas?|nos?)\b (?:to )?(?:all |the |any |its |our |your |total |alle |samtliche |les? |las? |los |el |l'|tous les |tod[ao]s |il |i |gli |de |het |die |den |os? |as? )*([\p{L}][\p{L} &'-]{2,40}?)(?= (?:if|when|once|for|during|until|through|from|where|provided|exceed\w*|above|over|is|are|shall|will|in|rates?$|fees?$|after|under|shown|apply|with|at|as|by)\b|[.,;(]|$)/u,
  ];
  const applied = appliedTo.exec(rest)?.[1];
  if (applied !== undefined && !wholeScope.test(applied) && !isSpanWord.test(applied)) {
    const at = anchor.end + rest.indexOf(applied);
    return reading.text.slice(at, at + applied.length).trim();
  }
  for (const pattern of patterns) {
    const match = pattern.exec(rest);
    const word = match?.[1];
    if (match === null || word === undefined || wholeScope.test(word) || ofTheRest.test(word)) continue;
    const at = anchor.end + match.index + match[0].indexOf(word);
    return reading.text.slice(at, at + word.length).trim();
  }
  const ahead = scopeAhead.exec(reading.folded.slice(0, anchor.start));
  const begun = ahead?.[1];
  if (ahead !== null && begun !== undefined && !wholeScope.test(begun) && !isSpanWord.test(begun)) {
    const at = ahead.index + ahead[0].length - begun.length;
    return reading.text.slice(at, at + begun.length).trim();
  }
  const thing = thingBilled(match);
  if (thing !== null) return thing;
  const subject =
    /^(?:all |the |our )?([\p{L} ]{3,30}?) (?:fees |rates |prices |charges )?(?:is|are|will be|shall be) (?:reduced|discounted)/u.exec(
      reading.folded,
    )?.[1];
  return subject === undefined ||
    /^(?:fees|rates|prices|charges|all|total|the|year \w+|first year)$/.test(subject)
    ? "agreement"
    : subject;
}
