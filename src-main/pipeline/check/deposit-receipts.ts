import { compare } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Agreement, Evidence, Term, TermOf } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, normalizeReference } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

/** Verbs of money that arrived or left, in seven languages, as something that has happened. */
const paid = [
  "received|receipt of|have paid|has been paid|was paid|we paid|went out|transferred|has arrived|cleared",
  "erhalten|eingegangen|gutgeschrieben|uberwiesen|bezahlt|eingang (?:der|ihrer)|zahlungseingang",
  "recue?|avons regle|a ete regle|versee?|virement (?:effectue|recu)|encaissee?",
  "recibid[oa]|abonad[oa]|pagad[oa]|transferid[oa]|ingresad[oa]",
  "ricevut[oa]|versat[oa]|pagat[oa]|bonificat[oa]|accreditat[oa]",
  "ontvangen|betaald|overgemaakt|bijgeschreven|ontvangst van",
  "recebid[oa]|pag[oa]|transferid[oa]|recebemos",
].join("|");
const happened = new RegExp(`(?<!\\p{L})(?:${paid})(?!\\p{L})`, "u");

/** What denies the payment, wishes for it or puts it off. */
const notYet =
  /\b(?:not|\w+n['’]t|cannot|never|yet|no|once|when|until|unless|if|after|before|as soon as|await\w*|waiting|please|would|could|must|should|shall|will be|to be|nicht|noch|sobald|wenn|nach|bitte|pas|encore|des que|apres|lorsque|una vez|cuando|todavia|aun|non|ancora|dopo|quando|niet|nog|zodra|na|nao|ainda|apos)\b/;

/**
 * What a message says of the deposit of an agreement that was paid: of the same sum, before the invoice.
 *
 * Only a message of its own tells of a payment, not the clause that asks for it. One that names no agreement counts
 * where no other agreement has such a deposit.
 *
 * @returns the evidence of the payment; empty where nobody tells of one
 */
export function findDepositReceipt(context: InvoiceContext, agreed: DecimalText): readonly Evidence[] {
  const { batch, invoice, match } = context;
  const issued = valueOf(invoice.issueDate);
  const own = new Set(
    match.governedBy.flatMap((id) => {
      const number = batch.agreements.get(id)?.number ?? null;
      return number === null ? [] : [normalizeReference(number)];
    }),
  );
  const isOwn = (message: Agreement): boolean => {
    if (match.governedBy.includes(message.id)) return true;
    const named = [message.number, ...message.references.map(({ number }) => number)].flatMap((number) =>
      number === null ? [] : [normalizeReference(number)],
    );
    return named.length > 0 ? named.some((number) => own.has(number)) : !isSharedSum(batch, context, agreed);
  };
  for (const message of batch.input.agreements) {
    if (message.rank !== "acceptance-message" || !isOwn(message)) continue;
    if (message.dated !== null && issued !== null && message.dated > issued) continue;
    const told = message.terms.find((term) => isDepositOf(term, agreed) && saysPaid(term));
    if (told !== undefined) return told.evidence;
  }
  return [];
}

const isDepositOf = (term: Term, agreed: DecimalText): term is TermOf<"deposit"> & Term =>
  term.type === "deposit" && term.value.amount !== undefined && compare(term.value.amount, agreed) === 0;

function saysPaid({ evidence }: Term): boolean {
  return evidence.some(({ quote }) => {
    const folded = foldWording(quote);
    return happened.test(folded) && !notYet.test(folded);
  });
}

/** Whether another agreement that does not govern the invoice has a deposit of the same sum. */
const isSharedSum = (batch: BatchContext, { match }: InvoiceContext, agreed: DecimalText): boolean =>
  batch.input.agreements.some(
    ({ id, rank, terms }) =>
      rank !== "acceptance-message" &&
      !match.governedBy.includes(id) &&
      terms.some((term) => isDepositOf(term, agreed)),
  );
