import type { DraftGap, Invoice, Party } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { compare } from "../../../src-shared/money/index.ts";
import { dueDate } from "../../../src-shared/pricing/index.ts";
import { businessCalendar } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareNames, partyNameOf, readField } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { openGap, remainderGap, hasRemainder, unusableGap, whyUnusable } from "./draft-room.ts";
import type { DraftRoom } from "./draft-room.ts";
import type { DraftWords } from "./draft-words.ts";

/** What stands at the head and foot of a draft, each with the terms that say it. */
export interface DraftHead {
  readonly seller: Party | null;
  readonly buyer: Party | null;
  readonly dueDate: LocalDate | null;
  readonly paymentTerms: string | null;
  readonly paymentClause: GoverningTerm | null;
  readonly orderReference: { readonly value: string; readonly by: GoverningTerm | "person" | "order" } | null;
  readonly agreementReference: string | null;
  readonly bankAccount: { readonly value: string; readonly by: GoverningTerm | null } | null;
  readonly gaps: readonly DraftGap[];
}

export function draftHead(room: DraftRoom, words: DraftWords): DraftHead {
  const gaps: DraftGap[] = [];
  const { seller, buyer } = partiesOf(room);
  if (seller === null)
    gaps.push(openGap("drafting/party-unknown", { party: "seller" }, room.agreement.evidence));
  if (buyer === null)
    gaps.push(openGap("drafting/party-unknown", { party: "buyer" }, room.agreement.evidence));
  if (room.currency === null) gaps.push(openGap("drafting/currency-unknown", {}, room.agreement.evidence));
  if (room.agreement.standing !== "in-force")
    gaps.push(
      openGap(
        "drafting/agreement-not-in-force",
        { standing: room.agreement.standing },
        room.agreement.evidence,
      ),
    );
  const due = dueOf(room, words);
  gaps.push(...due.gaps);
  const order = orderOf(room);
  gaps.push(...order.gaps);
  return {
    seller,
    buyer,
    dueDate: due.date,
    paymentTerms: due.text,
    paymentClause: due.clause,
    orderReference: order.reference,
    agreementReference: room.agreement.number,
    bankAccount: bankOf(room),
    gaps,
  };
}

function partiesOf(room: DraftRoom): { readonly seller: Party | null; readonly buyer: Party | null } {
  const find = (role: "seller" | "buyer"): Party | null =>
    room.agreement[role] ?? room.members.find((member) => member[role] !== null)?.[role] ?? null;
  const isOwn = ({ name, taxId }: Party): boolean =>
    room.input.policy.ownCompany.names.some((own) => compareNames(own, name) === "same") ||
    (taxId !== null && room.input.policy.ownCompany.taxIds.includes(taxId));
  const { parties } = room.agreement;
  const [own, others] = [parties.filter(isOwn), parties.filter((party) => !isOwn(party))];
  return {
    seller: find("seller") ?? (own.length === 1 ? (own[0] ?? null) : null),
    buyer: find("buyer") ?? (own.length === 1 && others.length === 1 ? (others[0] ?? null) : null),
  };
}

function dueOf(
  room: DraftRoom,
  words: DraftWords,
): {
  readonly date: LocalDate | null;
  readonly text: string | null;
  readonly clause: GoverningTerm | null;
  readonly gaps: readonly DraftGap[];
} {
  const terms = room.termsOf("payment-terms").filter(({ term }) => term.absent !== true);
  const [payment] = terms;
  if (payment === undefined) return { date: null, text: null, clause: null, gaps: [] };
  const clause = payment as GoverningTerm;
  const blocked = terms.find((term) => whyUnusable(term as GoverningTerm) !== null);
  const none = { date: null, text: null, clause };
  if (blocked !== undefined)
    return { ...none, gaps: [unusableGap(blocked as GoverningTerm, "payment terms")] };
  const { days, from, endOfMonthReading, roll, earlyDiscount } = payment.term.value;
  if (from === "end-of-month" && endOfMonthReading === undefined)
    return { ...none, gaps: [openGap("drafting/end-of-month-unclear", { days }, payment.term.evidence)] };
  const { date } = dueDate(
    room.issueDate,
    {
      days,
      from,
      ...(endOfMonthReading !== undefined && { endOfMonthReading }),
      ...(roll !== undefined && { roll }),
    },
    businessCalendar(room.input.policy.holidays),
  );
  const early =
    earlyDiscount === undefined ? "" : `, ${words.earlyDiscount(earlyDiscount.percent, earlyDiscount.days)}`;
  // Words that count from the end of the month would say less than the date does.
  const text =
    from === "end-of-month"
      ? early === ""
        ? null
        : early.slice(2)
      : `${days === 0 ? words.onReceipt : words.daysNet(days)}${early}`;
  return { date, text, clause, gaps: hasRemainder(clause) ? [remainderGap(clause, "payment terms")] : [] };
}

function orderOf(room: DraftRoom): {
  readonly reference: DraftHead["orderReference"];
  readonly gaps: readonly DraftGap[];
} {
  const said = room.answers.orderReference;
  if (said !== undefined) return { reference: { value: said, by: "person" }, gaps: [] };
  const orders = room
    .termsOf("purchase-order")
    .filter((term) => whyUnusable(term as GoverningTerm) === null && term.term.absent !== true);
  const numbers = new Map<string, GoverningTerm | "order">(
    orders.map((term) => [term.term.value.number, term as GoverningTerm]),
  );
  for (const { rank, number } of room.members)
    if (rank === "purchase-order" && number !== null && !numbers.has(number)) numbers.set(number, "order");
  const [only] = [...numbers];
  if (only === undefined) return { reference: null, gaps: [] };
  if (numbers.size === 1) return { reference: { value: only[0], by: only[1] }, gaps: [] };
  return {
    reference: null,
    gaps: [
      openGap(
        "drafting/order-ambiguous",
        { numbers: [...numbers.keys()].join(", ") },
        orders.flatMap(({ term }) => term.evidence),
      ),
    ],
  };
}

/** The account that the agreement names, else the owner's only approved one; never one from an earlier invoice. */
function bankOf(room: DraftRoom): DraftHead["bankAccount"] {
  const agreed = room
    .termsOf("bank-account")
    .filter((term) => whyUnusable(term as GoverningTerm) === null && term.term.absent !== true);
  const accounts = new Map(
    agreed.flatMap((term) => {
      const value = term.term.value.iban ?? term.term.value.account;
      return value === undefined ? [] : [[value, term as GoverningTerm] as const];
    }),
  );
  if (accounts.size === 1) return [...accounts].map(([value, by]) => ({ value, by }))[0] ?? null;
  if (accounts.size > 1) return null;
  const { approvedBankAccounts, ownCompany } = room.input.policy;
  const own = new Set([...approvedBankAccounts, ...ownCompany.bankAccounts]);
  const [account] = own;
  return own.size === 1 && account !== undefined ? { value: account, by: null } : null;
}

/** Fields that the agreement, the customer or the owner asks for and the draft does not have. The number comes last. */
export function findMissingFields(invoice: Invoice, room: DraftRoom): readonly DraftGap[] {
  const asked = new Map<string, DraftGap["evidence"]>();
  for (const { term } of room.termsOf("required")) {
    if (term.absent === true || (term.questions ?? []).length > 0) continue;
    const total = invoice.net?.value ?? null;
    if (
      term.value.above !== undefined &&
      total !== null &&
      compare(total, term.value.above as DecimalText) <= 0
    )
      continue;
    for (const field of term.value.fields) if (!asked.has(field)) asked.set(field, term.evidence);
  }
  const core = invoice.buyer === null ? null : partyNameOf(invoice.buyer.name).core;
  const customer = room.input.policy.customers.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => partyNameOf(other).core === core),
  );
  for (const field of [...(customer?.requiredFields ?? []), ...room.input.policy.requiredFields])
    if (!asked.has(field)) asked.set(field, []);
  return [...asked].flatMap(([field, evidence]): readonly DraftGap[] => {
    if (field === "number" && invoice.number === null)
      return [{ code: "drafting/number-needed", facts: {}, isOpen: false, evidence: [] }];
    // The sums that a tax gap leaves open are told by that gap.
    if ((field === "payable" || field === "gross" || field === "tax") && invoice.gross === null) return [];
    const state = readField(invoice, field);
    return state === undefined || state.is === "present"
      ? []
      : [openGap("drafting/required-missing", { field }, evidence)];
  });
}
