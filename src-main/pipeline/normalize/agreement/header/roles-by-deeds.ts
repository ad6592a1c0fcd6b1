import type { Line } from "../structure/outline.ts";

// Folded verbs, in seven languages: what only who pays does, and what only who is paid does.
const pays =
  "pays?|reimburses?|remits?|compensates?|purchases?|orders?|engages?|retains?|zahlt|vergutet|beauftragt|entrichtet|erstattet|verse(?:ra)?|doit|paie(?:ra)?|paye(?:ra)?|regle(?:ra)?|rembourse(?:ra)?|pagara|abonara|abona|paga|satisfara|encarga|paghera|corrisponde(?:ra)?|versa|rimborsa|paga(?:ra)?|reembolsa|betaalt|vergoedt|voldoet";
const performs =
  "provides?|performs?|invoices?|bills?|supplies|supply|delivers?|furnish(?:es)?|carr(?:y|ies) out|maintains?|manufactures?|sells?|leases?|rents?|licen[cs]es?|charges|erbringt|leistet|rechnet|liefert|wartet|stellt|vermietet|berechnet|fuhrt|factur(?:e|era)|realise(?:ra)?|assure(?:ra)?|fournit|fournira|execute(?:ra)?|loue|factura(?:ra)?|cobra(?:ra)?|presta(?:ra)?|suministra(?:ra)?|realiza(?:ra)?|ejecuta(?:ra)?|cede|fattura|fatturera|fornisce|fornira|esegue|eseguira|svolge|svolgera|presta|fatura(?:ra)?|fornece(?:ra)?|executa(?:ra)?|factureert|verricht|levert|verzorgt|voert|verhuurt";
const modals =
  "(?:shall |will |must |may |agrees to |hereby |undertakes to |verpflichtet sich |s'engage a |se obliga a |se compromete a |si impegna a |si obbliga a |obriga-se a |zal |dient )*";

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/**
 * How much the document lets the bearer of these names perform rather than pay: above 0 it is paid, below 0 it pays.
 *
 * Counts sentences in which the name itself is the subject, and payments to it.
 */
export function deedsOf(names: readonly string[], lines: readonly Line[]): number {
  const said = names
    .map((name) => escape(name.toLowerCase()))
    .filter((name) => name.length > 2)
    .join("|");
  if (said === "") return 0;
  const subject = `(?<![a-z\\d])(?:${said})(?:'s)?`;
  const paying = new RegExp(`${subject} ${modals}(?:be required to )?(?:${pays})\\b`, "g");
  const performing = new RegExp(
    `${subject} ${modals}(?:${performs})\\b|\\b(?:pay|pays|paid|payable|payment|fees? due|compensate|reimburse) (?:to )?(?:the |der |den |dem |die |au |la |le |al |el |de )?(?:${said})(?![a-z\\d])`,
    "g",
  );
  let balance = 0;
  for (const { prepared } of lines) {
    balance -= prepared.folded.match(paying)?.length ?? 0;
    balance += prepared.folded.match(performing)?.length ?? 0;
  }
  return balance;
}
