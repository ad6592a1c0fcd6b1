import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { isUseful, trimPhrase } from "../engine/phrase.ts";
import type { Reading } from "../engine/reading.ts";
import type { PercentLiteral } from "../literals/literal.ts";

/** What is earned at a share, and who says that it is, in seven languages. */
const feeWords =
  /(?<![\p{L}])(?:(?:[\p{L}-]+ )?fees?|commissions?|brokerage|premium|charge[sd]?|we (?:earn|receive|bill|take)|remuneration|compensation|[\p{L}]*honorar[a-z]*|[\p{L}]*provision(?:en)?|courtage|maklerlohn|[\p{L}]*gebuhr(?:en)?|[\p{L}]*vergutung|pramie|zahlt|berechnet|erhalt|honoraires|commissionnement|redevance|percoit|prime|honorarios|comision(?:es)?|corretaje|cobra(?:ra)?|percibira|prima|provvigion[ei]|commission[ei]|compensi?|onorari[oi]?|premio|comiss(?:ao|oes)|premio|[\p{L}]*vergoeding(?:en)?|courtage|provisie|commissie|premie|betaalt|ontvangt)(?![\p{L}])/u;

/** Money of somebody's own business that a share can be of, in seven languages: no price of this agreement. */
const base =
  "(?:(?:gross|net|sales|card|processing|processed|transaction|payment|monthly) ){0,3}volume|spend|spending|expenditure|salar(?:y|ies)|remuneration|payroll|rents?|rental income|sales?|revenues?|turnover|income|takings|receipts|sums? insured|insured (?:sum|value)|savings|recover(?:y|ies)|collections?|sums? (?:recovered|collected|placed)|amounts? (?:recovered|collected|placed|transferred|raised)|assets|transactions?|proceeds|pay-?outs?|(?:construction|building|build|project|works|declared|cargo|order|orders|transaction|property|sale|purchase|hammer|selling|portfolio|goods|shipment|consignment|grant|media|advertising|ad) (?:costs?|value|price|amount|volume|budget)|(?:cost|value) of (?:the )?(?:works?|goods|construction|building|orders?|cargo|property|project|transactions?)|" +
  "[a-z]*(?:baukosten|bausumme|herstellungskosten|umsatz(?:es|e)?|gehalts?|gehalter|mieten|mieteinnahmen|versicherungssumme|warenwert(?:s|es)?|auftragswert(?:s|es)?|kaufpreis(?:es)?|budgets?|werbeausgaben|einnahmen|fordersumme)|" +
  "loyers?(?: encaisses)?|chiffre d'affaires|ventes|salaire|remuneration|depenses?|investissements?|montant (?:des )?travaux|travaux|prix de vente|capital assure|capitaux assures|sommes (?:recouvrees|encaissees)|economies|cout des travaux|" +
  "inversion|ventas|salario|alquiler(?:es)?|rentas|facturacion|presupuesto(?: de [a-z]+)?|gasto(?: en medios)?|precio de venta|capital asegurado|coste de (?:la )?(?:obra|construccion)|importe (?:recuperado|cobrado)|" +
  "vendite|fatturato|canoni(?: incassati)?|stipendio|retribuzione|spesa pubblicitaria|valore (?:degli ordini|delle merci|dell'ordine|delle opere|dei lavori|assicurato)|importo (?:dei lavori|delle opere|lavori)|prezzo di vendita|capitale assicurato|" +
  "[a-z]*salaris|[a-z]*loon|[a-z]*omzet|huur(?:inkomsten|opbrengst)?|[a-z]*uitgaven|[a-z]*bouwkosten|bouwsom|orderwaarde|goederenwaarde|verkoopprijs|verzekerd bedrag|" +
  "salario|vendas|rendas(?: cobradas)?|faturacao|investimento|orcamento(?: de [a-z]+)?|custo da obra|valor (?:da obra|das mercadorias|da venda|da encomenda|seguro)|preco de venda";

/** Between the percent and its base: "of the gross", "des", "de la", "van het bruto". */
const ofBase = new RegExp(
  `^ ?(?:\\([^)]{0,14}\\) ?)?(?:commission |fee |provision )?(?:of|on|in|der|des|vom|von|aus|auf|des?|d'|de la|de l'|du|sur|del|de los|de las|sobre|del|dello|della|delle|degli|dei|di|su|sul|da|do|das|dos|van|over) ?((?:(?!(?:and|or|und|oder|et|ou|y|o|e|of|per)\\b)[\\p{L}'’-]+ ){0,6}?(?:${base}))(?![\\p{L}])([^.;,]{0,70})`,
  "u",
);

/** Shares that bill nothing, or that another kind of term has. */
const otherShare =
  /\b(?:royalt\w*|liab\w*|indemn\w*|damages|penalt\w*|late|overdue|interest|deductible|excess|retain\w*|retention|withh\w+|deposit|discount\w*|rebate|credit\w*|refund\w*|bonus\w*|increase\w*|threshold|exceed\w*|at least|minimum|haft\w*|vertragsstrafe|zinsen|einbehalt\w*|rabatt|skonto|selbstbehalt|gutschrift|gutgeschrieben|penalites?|retenue|remise|franchise|acompte|avoir|penaliza\w*|retencion|descuento|abonara|anticipo|penale|ritenut\w*|sconto|acconto|boete|inhouding|korting|aanbetaling|multa|retencao|desconto|sinal|tax|vat|iva|tva|btw|mwst|umsatzsteuer|mark-?up|aufschlag|opslag)\b/u;

/** What a merchant pays of each sale by card: a fee, whatever its name. */
const merchantDiscount = /\bdiscount (?:rate|fee)s?\b/gu;

/**
 * "A fee of 15 % of the gross media spend", "25 % des Bruttojahresgehalts", "7 % des loyers encaissés".
 *
 * A share of the customer's own money is a surcharge on it: the base stays in words, no price of the agreement is it.
 */
export const shareFeeFrame: CueFrame = {
  id: "share-fee",
  cue: /%|percent|per ?cent|prozent|pour ?cent|por ciento|per cento|procent|por cento/,
  project: (reading): readonly CueProjection[] => {
    if (["boilerplate", "definitions"].includes(reading.unit.zone)) return [];
    const percents = reading.literals.filter(
      (literal): literal is PercentLiteral =>
        literal.type === "percent" && literal.per.length === 0 && literal.bound === null,
    );
    return percents.flatMap((percent) => {
      const found = ofBase.exec(reading.folded.slice(percent.end));
      const words = found?.[1];
      if (found === null || words === undefined) return [];
      const at = percent.end + found[0].indexOf(words);
      const before = reading.folded.slice(0, percent.start).split(/[.;]/u).at(-1) ?? "";
      const clause = `${before} ${found[0]}`.replace(merchantDiscount, "fee");
      const heading = reading.unit.contexts.at(-1)?.folded ?? "";
      if (otherShare.test(clause) || (!feeWords.test(clause) && !feeWords.test(heading))) return [];
      const on = reading.text.slice(at, at + words.length).trim();
      const label = labelOf(reading, percent);
      return [
        projection<"surcharge">({
          type: "surcharge",
          key: `surcharge|${label.toLowerCase()}|${words}`,
          value: { percent: percent.value, on: label, condition: `on ${on}` },
          taken: [percent],
          weight: 0.1,
        }),
      ];
    });
  },
};

const subjectVerb =
  /^(?:for )?(.{3,70}?)(?::| ?\.{3,}| ?[|]| (?:is|are|equals?|amounts? to|(?:shall|will) be|betragt|betragen|belauft sich auf|s'eleve(?:nt)? a|est(?: fixee?| calculee?)?|sont|asciende[n]? al?|es del?|sera del?|e pari al?|ammonta[n]?o? al?|e de|bedraagt|bedragen) )/u;
const leading =
  /^(?:for|fur|pour|por|para|per|voor) (.{3,70}?),? (?:the|we|zahlt|erhalt|berechnet|berechnen|le|nous|el|la|il|lo|o|a|betaalt|brengen|rekenen)\b/u;

/** What the share is called: the label or the subject of its sentence, what it is for, else the word of a fee. */
function labelOf(reading: Reading, percent: PercentLiteral): string {
  const head = reading.folded.slice(0, percent.start);
  for (const pattern of [leading, subjectVerb]) {
    const words = pattern.exec(head)?.[1];
    if (words === undefined) continue;
    const at = head.indexOf(words);
    const phrase =
      trimPhrase(reading.text.slice(at, at + words.length), words) ||
      reading.text.slice(at, at + words.length);
    if (isUseful(phrase)) return phrase;
    const printed = reading.text
      .slice(at, at + words.length)
      .replace(/^(?:the|das|die|der|le|la|les|el|los|il|o|os|de|het) /iu, "");
    if (feeWords.test(words)) return printed;
  }
  const word = feeWords.exec(reading.folded)?.[0];
  const at = word === undefined ? -1 : reading.folded.indexOf(word);
  return word === undefined || at < 0 || /^(?:charged?|charges|zahlt|berechnet|betaalt)$/u.test(word)
    ? "fee"
    : reading.text.slice(at, at + word.length).trim();
}
