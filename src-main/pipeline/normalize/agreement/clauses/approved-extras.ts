import { readsLikeExtraWork } from "../../../../../src-shared/wording/index.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { words } from "../lexicon/invoice-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

/** Somebody says yes to an extra, folded, in seven languages. */
const approves =
  /(?<!\p{L})(?:approv\p{L}*|accept\p{L}*|agree[ds]?|confirm\p{L}*|authori[sz]\p{L}*|go ahead|order(?:ed|s)?|genehmig\p{L}*|beauftrag\p{L}*|freigegeben|bestatig\p{L}*|einverstanden|bestell\p{L}*|erteil\p{L}*|valid\p{L}*|approuv\p{L}*|command\p{L}*|aprob\p{L}*|aprueb\p{L}*|acept\p{L}*|autori[cz]\p{L}*|confirm\p{L}*|approv\p{L}*|accett\p{L}*|autorizz\p{L}*|goedgekeurd|akkoord|bevestig\p{L}*|aprov\p{L}*|aceit\p{L}*)(?!\p{L})/u;
/** A yes that nobody has given: it is denied, asked for, waited for or refused. */
const open = new RegExp(
  `${
    words(
      [
        "not|cannot|\\p{L}+n['’]t|never|unless|if|whether|once|before|until|would|could|should|must|please|needs?|await\\p{L}*|waiting|pending|declin\\p{L}*|reject\\p{L}*|refus\\p{L}*|withdr\\p{L}*|cancel\\p{L}*|to be (?:approv|accept|agree|confirm|authori|order)\\p{L}*|(?:your|for) (?:written )?(?:approval|acceptance|agreement|confirmation|authori[sz]ation|go[- ]ahead|order)",
        "nicht|kein\\p{L}*|falls|wenn|bitte|bevor|sobald|muss|mussen|ausstehend\\p{L}*|wart\\p{L}*|lehn\\p{L}*|ab(?:ge)?lehn\\p{L}*|verweiger\\p{L}*|stornier\\p{L}*|(?:ihre|eure|zur) (?:freigabe|genehmigung|bestatigung|beauftragung|bestellung)",
        "pas|si|veuillez|merci de|attend\\p{L}*|attente|avant (?:de|que|d')|des que|doit|refus\\p{L}*|rejet\\p{L}*|annul\\p{L}*|(?:votre|pour) (?:accord|validation|approbation|acceptation|commande)",
        "no|cuando|pendiente\\p{L}*|esper\\p{L}*|antes de|debe|rechaz\\p{L}*|anul\\p{L}*|(?:su|para) (?:aprobacion|aceptacion|autorizacion|confirmacion)",
        "non|se|attesa|prima di|deve|rifiut\\p{L}*|respin\\p{L}*|annull\\p{L}*|(?:vostra|sua|per) (?:approvazione|accettazione|conferma|autorizzazione)",
        "niet|geen|indien|wacht\\p{L}*|voordat|zodra|moet|afgewezen|weiger\\p{L}*|geweigerd|(?:uw|ter) (?:goedkeuring|akkoord|bevestiging)",
        "nao|quando|pendentes?|aguard\\p{L}*|rejeit\\p{L}*|recus\\p{L}*|(?:sua|para) (?:aprovacao|aceitacao|confirmacao|autorizacao)",
      ].join("|"),
    ).source
  }|\\?\\s*$`,
  "u",
);
/** Between the extra and its sum, or behind the sum before the extra. */
const tie = words(
  "at|for|of|in the amount of|at a price of|with|fur|zu|zum (?:preis|betrag) von|mit|in hohe von|pour|a|au (?:prix|montant) de|de|d'un montant de|por|en|por (?:un )?(?:importe|precio) de|per|al prezzo di|di|voor|tegen|van|por|pelo valor de|the|price|sum|total",
);

/**
 * The sum of an extra in the words that approve it: "I approve variation 1, rebuild of the pump housing, at $3,650".
 *
 * Only in a message: a signed change says its sums as a change does.
 */
export const approvedExtraFrame: CueFrame = {
  id: "approved-extra",
  cue: approves,
  project: (reading, _, facts): readonly CueProjection[] => {
    if (facts.kind !== "message" || open.test(reading.folded)) return [];
    const sums = reading.literals.filter(
      (literal): literal is MoneyLiteral => isMoney(literal) && literal.per.length === 0,
    );
    const [sum, ...more] = sums;
    if (sum === undefined || more.length > 0 || sum.bound !== null) return [];
    const item = itemOf(reading, sum);
    if (item === null || !readsLikeExtraWork(reading.text)) return [];
    return [
      projection<"fixed-fee">({
        type: "fixed-fee",
        key: `fee|${item.toLowerCase()}|once`,
        value: { item, amount: sum.value, per: "once", timing: null },
        taken: [sum],
        weight: 0.1,
      }),
    ];
  },
};

/** What is approved: from the word of approval to the sum, else behind the sum. */
function itemOf({ folded, text }: Reading, sum: MoneyLiteral): string | null {
  const yes = approves.exec(folded);
  if (yes === null) return null;
  const ahead = yes.index + yes[0].length < sum.start ? text.slice(yes.index + yes[0].length, sum.start) : "";
  return trimmed(ahead) ?? trimmed(text.slice(sum.end));
}

const ties = new RegExp(
  `(?:^[\\s,:;(–-]*(?:${tie.source})(?=[\\s,])|[\\s,](?:${tie.source})[\\s,:(–-]*$|[\\s,:;(–-]+$|^[\\s,:;)–-]+)`,
  "iu",
);

function trimmed(words: string): string | null {
  let item = words.replace(/[.!]\s*$/u, "").trim();
  for (let step = 0; step < 6 && ties.test(item); step += 1) item = item.replace(ties, "").trim();
  item = item.replace(/^(?:plus|zzgl\.?|hors|más|oltre)\b.*$/iu, "").trim();
  return /\p{L}{3}/u.test(item) && item.length <= 100 ? item : null;
}
