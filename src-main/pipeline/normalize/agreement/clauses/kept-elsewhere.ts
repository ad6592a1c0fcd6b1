import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { Reading } from "../engine/reading.ts";
import { deniesMore } from "../literals/upper-limits.ts";
import { limitPeriod } from "../frames/limit-period.ts";

/** The question of a term whose figure another paper holds. */
export const figureElsewhere = "figure-elsewhere";

/** Papers that a contract leaves a figure to, in seven languages. */
const paper = [
  "(?:schedule|annex|appendix|exhibit|attachment|addendum)(?: (?:no\\.? )?(?:\\d+|[a-z]))?|(?:side |cover |award |offer )?letters?|e-?mails?|price ?lists?|rate cards?|order forms?|order confirmations?|quotations?|proposals?|minutes|memo(?:randum)?|separate(?:ly)? (?:agreements?|documents?|papers?)",
  "\\p{L}*(?:anlage|anhang|beilage|schreiben|preisliste|preisblatt|konditionenblatt|nebenabrede|zusatzvereinbarung|auftragsbestatigung|protokoll)",
  "annexes?(?: \\d+)?|lettres?|courriers?|courriels?|grilles?(?: tarifaires?)?|baremes?|avenants?|bons? de commande|conditions particulieres",
  "anexos?|cartas?|correos?|tarifario|acuerdo (?:aparte|separado)|hoja de (?:precios|encargo)",
  "allegat[oi]|letter[ae]|listin[oi]|accordo (?:separato|a parte)|scrittura (?:separata|a parte)",
  "bijlagen?|brief|prijslijst|tariefblad|offerte|aparte (?:afspraak|overeenkomst)",
  "anexos?|cartas?|tabelas?(?: de precos)?|acordo (?:separado|a parte)",
].join("|");

/** Words of stating: what they state stands in the paper beside them. */
const stated =
  "set (?:out|forth|down)|stated|specified|shown|given|defined|fixed|listed|laid down|recorded|named|agreed|contained|appearing|indicated|genannt\\w*|festgelegt\\w*|angegeben\\w*|bestimmt\\w*|vereinbart\\w*|aufgefuhrt\\w*|geregelt\\w*|ergibt sich|ergeben sich|ersichtlich|prevue?s?|fixee?s?|indiquee?s?|mentionnee?s?|figurant|stipulee?s?|definie?s?|convenue?s?|precisee?s?|fijad\\w+|indicad\\w+|previst\\w+|establecid\\w+|acordad\\w+|recogid\\w+|pactad\\w+|indicat\\w+|stabilit\\w+|riportat\\w+|concordat\\w+|definit\\w+|di cui|vermeld\\w*|vastgelegd\\w*|overeengekomen|genoemd\\w*|opgenomen|bepaald\\w*|vastgesteld\\w*|fixad\\w+|estabelecid\\w+|definid\\w+|constante\\w*";

const leads =
  "as per|according to|in accordance with|pursuant to|gemass|laut|entsprechend|selon|conformement (?:a|aux?)|segun|conforme|secondo|come da|volgens|conform|de acordo com";

/** A figure that stands in a paper of its own: the paper behind the words of stating, or before them. */
const elsewhere = new RegExp(
  `(?<![\\p{L}])(?:(?:${stated})(?![\\p{L}])[^.;:]{1,40}?(?<![\\p{L}])(?:${paper})(?![\\p{L}])|(?:${leads}) (?:[\\p{L}'’]+ ){0,3}?(?:${paper})(?![\\p{L}])|(?<![\\p{L}])(?:${paper})(?![\\p{L}])(?:[^.;:]|(?<=\\d)[.]){1,30}?(?<![\\p{L}])(?:${stated})(?![\\p{L}]))`,
  "u",
);

const reductions =
  /(?<![\p{L}])(?:discounts?|rebates?|(?:mengen|treue|jahres|umsatz)?rabatte?s?|nachlass|remises?|ristournes?|rabais|descuentos?|sconti?|sconto|descontos?|kortingen|\p{L}*korting)(?![\p{L}])/u;
const minimums =
  /(?<![\p{L}])(?:minimum (?:monthly |annual |quarterly |yearly |weekly )?(?:charges?|fees?|spend|commitment|volumes?|quantit\w+|orders?|turnover|amounts?)|mindest(?:umsatz|abnahme|menge|vergutung|betrag|honorar)\w*|minimum de facturation|montant minimum|facturacion minima|consumo minimo|importe minimo|minimo (?:garantito|fatturabile)|minimumafname|minimumbedrag|faturacao minima|valor minimo)(?![\p{L}])/u;

const limits =
  /(?<![\p{L}])(?:begrenzt|beschrankt|limitiert|limitee?s?|limitad[oa]s?|limitat[oaie]|beperkt|begrensd)(?![\p{L}])/u;

/** What limits or lessens something else than what is billed. */
const otherwise =
  /(?<![\p{L}])(?:liabilit\w+|liable|indemni\w+|damages|insur\w+|haftung\w*|haftet|responsabili\w+|aansprakelijk\w*|interest|working hours|response|early|prompt|skonto|escompte|retention|expenses?|travel|spesen|reisekosten|frais|gastos|spese|onkosten|despesas|if paid|bezahl\w+)(?![\p{L}])/u;

/** Characters of a sentence that leaves a figure to another paper. */
const longest = 280;

const isFigureless = ({ literals }: Reading): boolean =>
  literals.every(({ type }) => type !== "money" && type !== "percent" && type !== "quantity");

/**
 * "The total fees shall not exceed the budget stated in Schedule 3": a limit, a reduction or a least charge is agreed, and
 * how much stands in another paper. The term has no figure and a question, so that no check takes it for not agreed.
 */
export const keptElsewhereFrame: CueFrame = {
  id: "kept-elsewhere",
  cue: elsewhere,
  veto: otherwise,
  project: (reading) => {
    const { folded, unit } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "signature" || !isFigureless(reading)) return [];
    // In a long sentence the words of a limit and those of a paper belong to different things.
    if (unit.zone === "definitions" || folded.length > longest) return [];
    const said: Omit<CueProjection, "type" | "value"> = {
      key: "elsewhere",
      questions: [figureElsewhere],
    };
    if (reductions.test(folded))
      return [projection<"discount">({ ...said, type: "discount", value: { scope: "agreement" } })];
    if (minimums.test(folded))
      return [projection<"minimum">({ ...said, type: "minimum", value: { per: null, scope: "agreement" } })];
    if (
      !(hasLexeme(folded, "cap") || limits.test(folded) || deniesMore(folded)) ||
      !(hasLexeme(folded, "money_noun") || hasLexeme(folded, "charge") || hasLexeme(folded, "invoice"))
    )
      return [];
    return [
      projection<"cap">({ ...said, type: "cap", value: { scope: limitPeriod(folded) ?? "agreement" } }),
    ];
  },
};

/** What a customer has with the seller, whatever it is at the time: how much it is stands in a statement. */
const balance =
  "(?:pre-?paid|credit|advance|account) (?:balance|account|credit)|(?:balance|credit) (?:on|in|of) (?:the |its |your )?(?:pre-?paid|credit|advance) account|credit balance|standing credit|unused (?:pre-?payments?|advances?)|\\p{L}*guthaben(?:saldo|konto)?|vorauszahlungskonto|solde (?:crediteur|prepaye|d'avance)|avances? (?:disponibles?|non utilisees?)|saldo (?:a favor|prepagado|acreedor)|credito a favore|saldo (?:a credito|prepagato)|(?:prepaid)?tegoed|voorschotsaldo|saldo (?:credor|pre-?pago)";
const offsets =
  "appl(?:y|ied|ies)|offset|set off|set against|deduct\\w*|drawn|credited|taken off|comes? off|used up|used first|verrechnet|angerechnet|abgezogen|aufgebraucht|impute\\w*|deduit\\w*|utilise\\w*|aplica\\w*|descont\\w*|compensa\\w*|dedu[cz]\\w*|detratt\\w*|scalat\\w*|utilizzat\\w*|verrekend|afgeboekt|in mindering";
const balanceWords = new RegExp(`(?<![\\p{L}])(?:${balance})(?![\\p{L}])`, "u");
const offsetWords = new RegExp(`(?<![\\p{L}])(?:${offsets})(?![\\p{L}])`, "u");

/**
 * "Any prepaid balance shown on the latest statement is applied to the next invoice": something paid ahead comes off, and
 * how much it is no agreement says.
 */
export const prepaidBalanceFrame: CueFrame = {
  id: "prepaid-balance",
  cue: balanceWords,
  veto: /(?<![\p{L}])(?:retention|retainage|leave|holiday|flex|urlaub\p{L}*|refund\p{L}*|terminat\p{L}*)(?![\p{L}])/u,
  unless: "deposit",
  project: (reading) => {
    const { folded, unit, literals } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "signature" || !offsetWords.test(folded)) return [];
    // A sum that is not the price of something is the deposit itself.
    if (
      literals.some(
        (literal) => literal.type === "percent" || (literal.type === "money" && literal.per.length === 0),
      )
    )
      return [];
    return [
      projection<"deposit">({ key: "elsewhere", type: "deposit", value: {}, questions: [figureElsewhere] }),
    ];
  },
};
