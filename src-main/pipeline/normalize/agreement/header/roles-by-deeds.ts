import { foldText } from "../../values/fold.ts";
import type { Line } from "../structure/outline.ts";

// Folded verbs, in seven languages: what only who pays does, and what only who is paid does.
const pays =
  "is (?:invoiced|billed|charged)|settles?|owes|begleicht|schuldet|bestellt|uberweist|nimmt ab|s'acquitte|confie|mandate|encarga|contrata|liquida|incarica|affida|salda|encomenda|huurt|bestelt|pays?|reimburses?|remits?|compensates?|purchases?|orders?|engages?|retains?|zahlt|vergutet|beauftragt|entrichtet|erstattet|verse(?:ra)?|doit|paie(?:ra)?|paye(?:ra)?|regle(?:ra)?|rembourse(?:ra)?|pagara|abonara|abona|paga|satisfara|encarga|paghera|corrisponde(?:ra)?|versa|rimborsa|paga(?:ra)?|reembolsa|betaalt|vergoedt|voldoet";
const performs =
  "cleans?|hauls?|mows?|installs?|translates?|attends|(?:transports?|repairs?|services|hosts|stores|guards|credits)(?= (?:the|all|any|each|an?)\\b)|reinigt|transportiert|befordert|montiert|bewacht|verrechnet|fakturiert|betreut|ubersetzt|schult|vermittelt|uberlasst|gewahrt|transporte|nettoie|entretient|installe|livre|effectue|intervient|met a disposition|traduit|anime|donne en location|transporta|limpia|mantiene|instala|entrega|repara|da en (?:renta|arrendamiento|alquiler)|alquila|renta|vigila|emitira|pone a disposicion|trasporta|pulisce|installa|consegna|effettua|noleggia|concede|emette|traduce|limpa|aluga|assegura|mantem|vervoert|onderhoudt|installeert|herstelt|stelt ter beschikking|crediteert|rekent|bewaakt|plaatst|vertaalt|provides?|performs?|invoices?|bills?|supplies|supply|delivers?|furnish(?:es)?|carr(?:y|ies) out|maintains?|manufactures?|sells?|leases?|rents?|licen[cs]es?|charges|erbringt|leistet|rechnet|liefert|wartet|stellt|vermietet|berechnet|fuhrt|factur(?:e|era)|realise(?:ra)?|assure(?:ra)?|fournit|fournira|execute(?:ra)?|loue|factura(?:ra)?|cobra(?:ra)?|presta(?:ra)?|suministra(?:ra)?|realiza(?:ra)?|ejecuta(?:ra)?|cede|fattura|fatturera|fornisce|fornira|esegue|eseguira|svolge|svolgera|presta|fatura(?:ra)?|fornece(?:ra)?|executa(?:ra)?|factureert|verricht|levert|verzorgt|voert|verhuurt";
const modals =
  "(?:shall |will |must |may |agrees to |hereby |undertakes to |verpflichtet sich |s'engage a |se obliga a |se compromete a |si impegna a |si obbliga a |obriga-se a |zal |dient )*";

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** Verbs that stand before who acts, as German and Dutch sentences turn them. */
const turnedPerforming =
  "erbringt|leistet|liefert|stellt|berechnet|verrechnet|fakturiert|reinigt|montiert|crediteert|factureert|rekent|levert|verricht|verzorgt|plaatst|vervoert|onderhoudt";
const turnedPaying = "bezahlt|zahlt|vergutet|begleicht|entrichtet|betaalt|voldoet|vergoedt";

/**
 * How much the document lets the bearer of these names perform rather than pay: above 0 it is paid, below 0 it pays.
 *
 * Counts sentences in which the name itself is the subject, and payments to it.
 */
export function deedsOf(names: readonly string[], lines: readonly Line[]): number {
  const said = names
    .map((name) => escape(foldText(name)))
    .filter((name) => name.length > 2)
    .join("|");
  if (said === "") return 0;
  const subject = `(?<![a-z\\d])(?:${said})(?:'s)?`;
  const paying = new RegExp(`${subject} ${modals}(?:be required to )?(?:${pays})\\b`, "g");
  const performing = new RegExp(
    `${subject} ${modals}(?:${performs})\\b|\\b(?:pay|pays|paid|payable|payment|fees? due|compensate|reimburse) (?:to )?(?:the |der |den |dem |die |au |la |le |al |el |de )?(?:${said})(?![a-z\\d])`,
    "g",
  );
  const turned = (verbs: string): RegExp =>
    new RegExp(`\\b(?:${verbs}) (?:der |die |das |de |het )?(?:${said})(?![a-z\\d])`, "g");
  const [performed, paid] = [turned(turnedPerforming), turned(turnedPaying)];
  let balance = 0;
  for (const { prepared } of lines) {
    balance -= prepared.folded.match(paying)?.length ?? 0;
    balance += prepared.folded.match(performing)?.length ?? 0;
    balance -= prepared.folded.match(paid)?.length ?? 0;
    balance += prepared.folded.match(performed)?.length ?? 0;
  }
  return balance;
}

/** "For the", right before the name of whom something is done or signed for. */
const forThe = "(?:for|fur|pour|para|per|voor) (?:the |die |das |den |la |le |l'|el |il |de )?";

/**
 * How often one party does something for the other within a sentence, less how often the other does.
 *
 * "Bright Mesa will clean the branch of Copper Basin", "Acme Ltd for Bolt Inc".
 */
export function servesOf(one: readonly string[], other: readonly string[], lines: readonly Line[]): number {
  const called = (names: readonly string[]): string =>
    names
      .map((name) => escape(foldText(name)))
      .filter((name) => name.length > 2)
      .join("|");
  const serving = (who: readonly string[], whom: readonly string[]): RegExp =>
    new RegExp(
      `(?<![a-z\\d])(?:${called(who)})[.,]?(?: \\([^()]{2,60}\\)|,(?:[^.;]|\\.(?=\\d)){2,120}(?<=[)\\d])|, [^.;]{2,120},)? (?:${modals}(?:${performs})\\b[^.;]{0,90}? |${forThe})(?:${called(whom)})(?![a-z\\d])`,
    );
  const [ours, theirs] = [serving(one, other), serving(other, one)];
  // "Pour le Producteur Y. Kerguen   Pour le Collecteur N. Le Goff": both sign, and nobody serves.
  const signing = [one, other].map((who) => new RegExp(`${forThe}(?:${called(who)})(?![a-z\\d])`));
  const count = (pattern: RegExp): number =>
    lines.filter(
      ({ prepared: { folded } }) => pattern.test(folded) && !signing.every((side) => side.test(folded)),
    ).length;
  return called(one) === "" || called(other) === "" ? 0 : count(ours) - count(theirs);
}
