import { valueOf, type OpenItem, type Payment } from "../../../../src-shared/model/index.ts";
import { compareNames, partyNameOf, type NameAgreement } from "../../../../src-shared/wording/index.ts";

/** Open items by customer, found by the first word of its name. */
export interface PayerIndex {
  readonly itemsByCustomer: ReadonlyMap<string, readonly OpenItem[]>;
  readonly customersByWord: ReadonlyMap<string, readonly string[]>;
  /** Customers by an account that they paid from before. */
  readonly customerByAccount: ReadonlyMap<string, string>;
}

const firstWord = (name: string): string => partyNameOf(name).core.split(" ")[0] ?? "";

export const indexPayers = (
  items: readonly OpenItem[],
  customerByAccount: ReadonlyMap<string, string>,
): PayerIndex => {
  const itemsByCustomer = new Map<string, OpenItem[]>();
  const customersByWord = new Map<string, string[]>();
  for (const item of items) {
    const known = itemsByCustomer.get(item.customer);
    if (known !== undefined) {
      known.push(item);
      continue;
    }
    itemsByCustomer.set(item.customer, [item]);
    const word = firstWord(item.customer);
    const customers = customersByWord.get(word);
    if (customers === undefined) customersByWord.set(word, [item.customer]);
    else customers.push(item.customer);
  }
  return { itemsByCustomer, customersByWord, customerByAccount };
};

/** How a payer's printed name stands to a customer; banks cut names off, so a beginning counts as similar. */
export const agreementOf = (payer: string, customer: string): NameAgreement => {
  const agreement = compareNames(payer, customer);
  if (agreement !== "different") return agreement;
  const [short, long] = [partyNameOf(payer).core, partyNameOf(customer).core];
  return short.length >= 6 && long.startsWith(short) ? "similar" : "different";
};

/** The customers that a payment may come from, the surest only. */
export const customersOf = (
  payment: Payment,
  index: PayerIndex,
): { readonly customers: readonly string[]; readonly by: "account" | "name" | "similar-name" | "none" } => {
  const account = valueOf(payment.counterpartyAccount);
  const known = account === null ? undefined : index.customerByAccount.get(account);
  if (known !== undefined && index.itemsByCustomer.has(known)) return { customers: [known], by: "account" };
  const payer = valueOf(payment.counterparty);
  if (payer === null) return { customers: [], by: "none" };
  const near = index.customersByWord.get(firstWord(payer)) ?? [];
  const same = near.filter((customer) => ["same", "form-missing"].includes(agreementOf(payer, customer)));
  if (same.length > 0) return { customers: same, by: "name" };
  const similar = near.filter((customer) => agreementOf(payer, customer) === "similar");
  return { customers: similar, by: similar.length > 0 ? "similar-name" : "none" };
};
