import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { limitsOf } from "./expense-limits.ts";
import type { PercentLiteral } from "../literals/literal.ts";

/** What is bought and passed on, in seven languages. */
const passedOn =
  "(?:outside )?(?:sub)?contractors?|subcontractors'?|third[- ]party costs?|materials?|parts|consumables|supplies|hardware|goods|outside services|expenses?|disbursements?|costs?|(?:overige|andere|sonstige|weitere) kosten|fremdleistungen|nebenkosten|subunternehmer|materialien|material\\p{L}*|ersatzteile?|verbrauchsmaterial|auslagen|spesen|debours|frais(?: [a-z]+){0,3}|materiel|fournitures|pieces(?: detachees| de rechange)?|sous-traitance|materiales?|repuestos|piezas|subcontratas?|gastos|materiali|ricambi|spese|subappalt\\p{L}*|materiais|pecas|despesas|materia(?:al|len)|onderdelen|onkosten|onderaannemers?";
/** A price that was paid: "at cost", "zum Einkaufspreis", "au prix coûtant". */
const purchasePrice =
  "trade(?: price)?s?|(?:my|our|their|your) purchase|(?:merchant|supplier|wholesale)(?:'?s'?)? (?:price|invoice|cost)s?|net price|ek(?:-preis)?e?|einkauf|einkaufspreisen|einstandspreisen|lieferantenpreis\\p{L}*|prix (?:fournisseur|de gros)|precio de (?:proveedor|costo|compra)|prezzo di (?:acquisto|costo)|preco de (?:aquisicao|fatura|tabela)|inkoopsprijs|aankoopprijs|(?:mijn|onze) inkoop|cost(?:s)?(?: price)?|pass(?:ed)?[- ]through(?: at cost)?|recharged(?: at cost)?|net cost|invoice(?: cost)?|purchase price|what we pay(?: for it| for them)?|einkaufspreis(?:e|en)?|einstandspreis|selbstkosten|kosten|prix (?:d'achat|coutant|de revient)|cout|coste|precio de (?:coste|compra)|costo|prezzo d'acquisto|custo|preco de custo|kostprijs|inkoopprijs|inkoop";
const plus =
  "plus|\\+|mark(?:ed)?[- ]?up|handling(?: charge)?|uplift|zuzuglich|zzgl\\.?|mit(?: einem)? aufschlag|aufschlag|majore\\p{L}*|augmente\\p{L}*|plus une? (?:marge|frais)|marge de|increased by|erhoht um|verhoogd met|incrementad\\p{L}*|aumentat\\p{L}*|aumentad\\p{L}*|mas|con un recargo|recargo|piu|maggiorat\\p{L}*|maggiorazione|mais|acrescid\\p{L}*|margem|vermeerderd met|plus een opslag|opslag";

const after = new RegExp(
  `\\b(?:${purchasePrice}|${passedOn})\\b[^.;]{0,60}(?:\\b|\\s)(?:${plus})[^.;\\d]{0,24}$`,
  "u",
);
const markupBehind =
  /^ ?(?:\w+ ){0,2}?(?:mark-?up|handling|aufschlag|opslag|marge|uplift|(?:administration|handling) (?:fee|charge)|(?:on|over|above) (?:net )?cost|recargo|ricarico|di ricarico|margem)/u;
const carries =
  /\b(?:mark-?up|aufschlag|marge|opslag|recargo|maggiorazione|ricarico|margem|handling charge)(?: of| von| de| di| van)?(?: an?| un[ae]?| een| einem)? ?$/u;
const goods = new RegExp(`\\b(?:${passedOn})\\b`, "u");
const isOther =
  /\b(?:discount|rabatt|remise|descuento|sconto|desconto|korting|interest|zinsen|retention|tax|vat|iva|btw|tva|mwst|ust|umsatzsteuer)\b/u;

/** "Parts carry a markup of 22%", "Material zum Einkaufspreis zuzüglich 15 %", "al coste más un 10 %". */
export const costPlusFrame: CueFrame = {
  id: "cost-plus",
  cue: /%|percent|per ?cent|prozent|pour ?cent|por ciento|per cento/,
  veto: /\b(?:insurance|liabilit\w*|indemni\w*|late|overdue)\b/,
  project: (reading) => {
    if (reading.unit.zone === "boilerplate") return [];
    const percents = reading.literals.filter(
      (literal): literal is PercentLiteral =>
        literal.type === "percent" && literal.per.every(({ cadence }) => cadence === null),
    );
    return percents.flatMap((percent) => {
      const before = reading.before(percent, 110);
      const near = before.split(/[,;]/).at(-1) ?? before;
      const behind = reading.after(percent, 40);
      const isMarkup =
        after.test(before) ||
        (carries.test(before) && goods.test(reading.folded)) ||
        (markupBehind.test(behind) && goods.test(reading.folded));
      if (!isMarkup || (isOther.test(near) && !carries.test(before))) return [];
      const said = passedOnTypes(reading.folded.slice(0, percent.end));
      const types = said.length > 0 ? said : passedOnTypes(reading.unit.contexts.at(-1)?.folded ?? "");
      const limits = percents.length === 1 ? limitsOf(reading) : null;
      return [
        projection<"expenses">({
          type: "expenses",
          key: `expenses|${types.join("+")}|markup`,
          value: { ...(types.length > 0 && { types }), markupPercent: percent.value, ...limits?.value },
          taken: [percent, ...(limits?.taken ?? [])],
          weight: 0.1,
        }),
      ];
    });
  },
};

const kinds: readonly (readonly [string, RegExp])[] = [
  [
    "materials",
    /\b(?:materials?|parts|consumables|supplies|hardware|goods|material\p{L}*|ersatzteile?|pieces|materiel|fournitures|repuestos|piezas|ricambi|materiali|pecas|materiais|onderdelen)\b/u,
  ],
  [
    "subcontractors",
    /\b(?:(?:sub)?contractors?|third[- ]party|subunternehmer|fremdleistungen|sous-traitan\p{L}*|subcontrat\p{L}*|subappalt\p{L}*|onderaannemers?)\b/u,
  ],
  [
    "travel",
    /\b(?:travel|mileage|reise\p{L}*|deplacements?|desplazamientos?|trasfert\p{L}*|viaggio|reiskosten|despesas de viagem)\b/u,
  ],
  ["printing", /\b(?:printing|copies|druck\p{L}*|impression)\b/u],
];

/** Kinds of what is passed on that a text names. */
export const passedOnTypes = (folded: string): readonly string[] =>
  kinds.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name);

const billable =
  "(?:re)?charged|billed|invoiced|reimbursed|recharged|passed (?:through|on)|repaid|refunded|payable|sold|(?:werden|wird)[^.;]{0,60}(?:erstattet|berechnet|vergutet|abgerechnet)|rembourse\\p{L}*|refacture\\p{L}*|factures?|reembols\\p{L}*|se (?:abonan|abonaran|facturan|repercuten|reembolsan)|rimborsat\\p{L}*|addebitat\\p{L}*|reembolsad\\p{L}*|vergoed|doorbelast|doorberekend|in rekening gebracht|weiterberechnet|weiterverrechnet|debitad\\p{L}*|repercutid\\p{L}*|fatturat\\p{L}*|passed through|at|:";
const actual =
  "at (?:actual |documented |net )?cost|at what (?:we|they|it) costs?|actual cost|as (?:we|they) (?:are )?pa(?:y|id)(?: them)?|without (?:a |any )?mark-?up|no mark-?up|gegen (?:beleg|nachweis)|nach (?:tatsachlichem )?aufwand|auf nachweis|in tatsachlicher hohe|zum einkaufspreis|au (?:reel|prix coutant|cout reel)|a l'identique|sans marge|frais reels|sur (?:presentation des? )?justificatifs?|al coste|a precio de coste|previa justificacion|contra justificantes?|con justificante|segun justificantes?|a pie di lista|al costo|su presentazione di giustificativi|ao custo|mediante (?:apresentacao de )?(?:recibos?|comprovativos?|faturas?)|tegen (?:kostprijs|werkelijke kosten)|op basis van (?:bonnen|nacalculatie|werkelijke kosten)|on production of receipts|against receipts?|receipt required|with receipts?";

const spent = `(?:${passedOn}|travel|lodging|hotel|car|fees? for (?:experts|courts)|court fees|experts|couriers?|lumper fees?|stock images|fonts|printing|reise\\p{L}*|fahrt\\p{L}*|deplacements?|viajes?|desplazamientos?|viaggio|trasferte?|viagens|reiskosten|permits?)`;
const recovered = new RegExp(
  `\\b${spent}[^.;]{0,150}?\\b(?:${actual})|\\b(?:${actual})[^.;]{0,60}?\\b${spent}`,
  "u",
);
const isBillable = new RegExp(`(?:\\b|\\s)(?:${billable})(?:\\b|\\s)`, "u");

/** Words that pass a cost on as it was paid. */
export const withoutMarkup =
  /\b(?:at (?:actual |documented |net )?cost(?! (?:plus|\+))|at what (?:we|they|it) costs?|without (?:a |any )?mark-?up|no mark-?up|ohne aufschlag|sans (?:marge|majoration)|sin recargo|senza (?:ricarico|maggiorazione)|sem (?:margem|acrescimo)|zonder opslag)\b/u;
const ownCost =
  /\b(?:at (?:its|their|his|contractor's|provider's|supplier's|vendor's|your|our) (?:own|sole)|legal|attorney|indemni\w*|defend|arising|resulting|audit|breach|remed\w*|not (?:be )?(?:reimbursed|charged))\b/u;

/** "Consumables are recharged at cost", "Fahrtkosten werden gegen Beleg erstattet": billable, without markup. */
export const costRecoveryFrame: CueFrame = {
  id: "cost-recovery",
  cue: recovered,
  unless: "expenses",
  veto: ownCost,
  project: (reading) => {
    const isPriced = reading.literals.some(
      (literal) =>
        literal.type === "percent" ||
        literal.type === "multiplier" ||
        (literal.type === "money" && (literal.per.length > 0 || literal.bound === "<=")),
    );
    if (isPriced || reading.unit.zone === "boilerplate" || !isBillable.test(reading.folded)) return [];
    const types = passedOnTypes(reading.folded);
    return [
      projection<"expenses">({
        type: "expenses",
        key: `expenses|${types.join("+")}|cost`,
        value: {
          ...(types.length > 0 && { types }),
          ...(withoutMarkup.test(reading.folded) && { markupPercent: decimalText("0") }),
        },
        weight: 0.05,
      }),
    ];
  },
};
