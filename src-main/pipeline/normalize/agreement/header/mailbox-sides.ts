import type { FoundParty } from "./preamble-parties.ts";
import { keyOf } from "./same-name.ts";
import type { Line } from "../structure/outline.ts";

/** Mailboxes of those who buy and of those who sell, folded, in seven languages. */
const buyersBox =
  /^(?:purchas\w*|procure\w*|buying|buyers?|einkauf\w*|beschaffung\w*|achats?|compras|acquisti|approvvigionamenti|inkoop\w*)$/;
const sellersBox =
  /^(?:sales|quotes?|estimating|estimates|bookings?|vertrieb\w*|verkauf\w*|angebote?|ventes|commercial|devis|ventas|comercial|presupuestos|vendite|commerciale|preventivi|vendas|orcamentos|verkoop|offertes?)$/;

/** Lines of a mail's head that carry addresses. */
const addressLine = /^\*?(from|von|de|da|van|to|an|a|para|aan|pour) ?:/;
const senderLabel = /^(?:from|von|de|da|van)$/;
const address = /([\w.+-]+)@([\w-]+)(?:\.[\w-]+)+/g;

/** What a mailbox is worth beside a label, and the hand that wrote beside the words of a side. */
const weights = { box: 2, writer: 1.4 } as const;

/**
 * What the addresses of a mail say of its parties, in their order: above 0 a party bills, below 0 it pays.
 *
 * "compras@harina-sur.example" buys for the firm of that name; who sends the mail is the side whose words it is in.
 *
 * @param issuer the side whose words the mail is in, if they tell
 */
export function mailboxSides(
  found: readonly FoundParty[],
  lines: readonly Line[],
  issuer: "seller" | "buyer" | null,
): readonly number[] {
  const points = found.map(() => 0);
  for (const { prepared } of lines.slice(0, 8)) {
    const label = addressLine.exec(prepared.folded)?.[1];
    if (label === undefined) continue;
    for (const [, box = "", domain = ""] of prepared.folded.matchAll(address)) {
      const at = found.findIndex((entry) => isDomainOf(domain, entry.name));
      if (at < 0) continue;
      const said = buyersBox.test(box) ? -weights.box : sellersBox.test(box) ? weights.box : 0;
      const voice = issuer === null ? 0 : issuer === "seller" ? weights.writer : -weights.writer;
      points[at] = (points[at] ?? 0) + said + (senderLabel.test(label) ? voice : -voice);
    }
  }
  return points;
}

/** The fewest letters that a domain and a name must share. */
const shared = 5;

/** "casa-verde" for "Casa Verde Jardins Lda": a domain of the first letters of a name, or of a word of it. */
function isDomainOf(domain: string, name: string): boolean {
  const letters = domain.replace(/[^a-z\d]/g, "");
  const words = keyOf(name).split(" ");
  const whole = words.join("");
  let same = 0;
  while (same < letters.length && letters[same] === whole[same]) same += 1;
  return same >= shared || words.some((word) => word.length >= shared && letters.includes(word));
}
