import type { AgreementRank } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { rowLabels } from "./row-labels.ts";

/** A number beside a label, with how plainly the label calls it the paper's own: 2 and more is plain. */
export interface LabeledNumber {
  readonly label: string;
  readonly text: string;
  readonly line: Line;
  readonly weight: number;
}

/** Rows of a head. */
const opening = 22;

// Nouns of papers, folded, in seven languages, by what the paper is.
const agreed =
  "agreement|contract|subcontract|schedule|confirmation|assignment|engagement|mandate|booking|rental|lease|sow|work ?order|wo|service order|award|licence|license|[a-z]*vertrags?|[a-z]*schein|auftrags?|vereinbarungs?|zuschlags?|geschafts?|contrat|convention|marche|mission|contrato|acuerdo|folio|contratto|incarico|disciplinare|acordo|[a-z]*overeenkomst|opdracht|load|event order|beo";
const offered =
  "quote|quotation|estimate|proposal|offer|tender|bid|angebots?|offerten?|kostenvoranschlags?|devis|offre|presupuesto|oferta|cotizacion|propuesta|preventivo|offerta|orcamento|proposta|prijsopgave";
const ordered =
  "purchase order|order|po|p\\.o|bestell|bestellung|bestellungs?|bon de commande|commande|pedido|orden de compra|orden|ordine|encomenda|bestelling|inkooporder|bestelbon";
const numberWord =
  "no|nr|n|num|number|nummer|numero|numéro|#|n°|nº|id|ref|reference|referencia|riferimento|kenmerk|code";

const ownNoun = (rank: AgreementRank): string =>
  rank === "purchase-order"
    ? `${ordered}|${agreed}`
    : rank === "estimate"
      ? `${offered}|${agreed}`
      : rank === "order-form"
        ? `${ordered}|${agreed}`
        : rank === "amendment" || rank === "change-order"
          ? "amendment|addendum|variation|change order|avenant|nachtrags?|adenda|aditamento|atto aggiuntivo|allonge"
          : agreed;

/** Whose number it is not: the other side's, an office's, a machine's, another paper's. */
const otherOwner =
  /\b(?:your|customer|client|ihre?|votre|su|vs|uw|tax|vat|gst|account|acct|serial|machine|anlage|fabrik|kunden?|kd|klant\w*|requisition|licen[cs]e (?:no|number)|policy|project|cost|supplier|vendor|steuer|st|company|reg\w*|phone|tel|fax|page|item|line|unit|invoice|iban|cig|cup|parent|original|master|framework|d'origine|rahmen\w*|under|bezug|mandant\w*)\b/;

/** A code at the beginning of a value: "HA/M/221", "VK 17 402", "R 310775", "27-0331". */
const code =
  /^[#n°º. ]{0,3}((?:[A-Za-z]{1,5}[ ])?(?=[A-Za-z./_-]{0,14}\d)[A-Za-z\d][A-Za-z\d./_-]*(?: \d{2,4}(?![\d.,/]))*)(?=$|[ ,;:|)(])/u;
const isDate = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d\d)$/;

/** The number that labels of the first rows give a paper: the plainest label's, the first of those that are as plain. */
export function labeledNumber(rows: readonly Line[], rank: AgreementRank): LabeledNumber | null {
  const noun = ownNoun(rank);
  const whole = new RegExp(
    `^(?:our |unsere? |notre |nuestr[oa] |nostr[oa] |ons )?(?:${noun})[ .-]?(?:${numberWord})?$`,
  );
  const numbered = new RegExp(
    `^(?:our |unsere? |notre |nuestr[oa] |nostr[oa] |ons )?(?:${noun})[ .-]{0,2}(?:${numberWord})$`,
  );
  const found = rowLabels(rows.slice(0, opening)).flatMap(
    ({ label, value, start, line }): readonly LabeledNumber[] => {
      const plain = label.replace(/\./g, "").trim();
      if (otherOwner.test(plain)) return [];
      const weight = numbered.test(plain)
        ? 3
        : whole.test(plain)
          ? 2
          : new RegExp(`^(?:${numberWord})$`).test(plain)
            ? 1
            : 0;
      const print = code.exec(value.text.slice(start))?.[1]?.replace(/[.,;:/-]+$/, "") ?? "";
      return weight === 0 || print.length < 2 || print.length > 30 || isDate.test(print) || !/\d/.test(print)
        ? []
        : [{ label, text: print, line, weight }];
    },
  );
  const best = found.reduce<LabeledNumber | null>(
    (known, next) => (known === null || next.weight > known.weight ? next : known),
    null,
  );
  // Two numbers under the same label are a question.
  return found.some(({ label, text }) => label === best?.label && text !== best.text) ? null : best;
}
