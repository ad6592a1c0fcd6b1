import type { Evidence, Field, Invoice, Party } from "../model/index.ts";
import { isPlaceholder, saysLater } from "./reference-number.ts";
import { wordingOf } from "./words.ts";

/** How a field that somebody requires stands on an invoice. */
export type FieldState =
  | { readonly is: "present" | "absent" | "unreadable" }
  | { readonly is: "placeholder"; readonly text: string; readonly evidence: readonly Evidence[] };

const present: FieldState = { is: "present" };
const absent: FieldState = { is: "absent" };
const unreadable: FieldState = { is: "unreadable" };

const fieldState = (field: Field<unknown> | null): FieldState => {
  if (field === null) return absent;
  if (field.value === null) return unreadable;
  return typeof field.value === "string" && (isPlaceholder(field.value) || saysLater(field.value))
    ? { is: "placeholder", text: field.value, evidence: field.evidence }
    : present;
};

const partyState = (party: Party | null): FieldState => ({ is: party === null ? "absent" : "present" });
const textState = (text: string | null | undefined): FieldState =>
  text === null || text === undefined || text === ""
    ? { is: "absent" }
    : isPlaceholder(text)
      ? { is: "placeholder", text, evidence: [] }
      : { is: "present" };

/** Reads a field by its name in the report; `undefined` for what an invoice record does not hold. */
export function readField(invoice: Invoice, name: string): FieldState | undefined {
  switch (name) {
    case "seller":
    case "buyer":
      return partyState(invoice[name]);
    case "seller.taxId":
    case "sellerTaxId":
      return textState(invoice.seller?.taxId);
    case "buyer.taxId":
    case "buyerTaxId":
      return textState(invoice.buyer?.taxId);
    case "seller.address":
      return { is: (invoice.seller?.address.length ?? 0) > 0 ? "present" : "absent" };
    case "buyer.address":
      return { is: (invoice.buyer?.address.length ?? 0) > 0 ? "present" : "absent" };
    case "periodStart":
    case "periodEnd":
    case "period":
    case "servicePeriod":
      return periodState(invoice, name);
    case "serviceDate":
      return everyLine(
        invoice,
        ({ serviceDate, periodStart }) => serviceDate ?? periodStart ?? invoice.periodStart,
      );
    case "tax":
      return invoice.tax === null && invoice.taxes.length > 0 ? { is: "present" } : fieldState(invoice.tax);
    case "payable":
      return fieldState(invoice.payable ?? invoice.gross);
    case "quantity":
    case "hours":
      return everyLine(invoice, ({ quantity }) => quantity);
    case "unitPrice":
    case "rate":
      return everyLine(invoice, ({ unitPrice }) => unitPrice);
    case "lines":
    case "description":
      return {
        is:
          invoice.lines.length > 0 && invoice.lines.every(({ description }) => description !== "")
            ? "present"
            : "absent",
      };
    case "orderReference": {
      const own = fieldState(invoice.orderReference);
      return own.is === "absent" && invoice.lines.some(({ orderReference }) => orderReference !== null)
        ? { is: "present" }
        : own;
    }
    case "number":
    case "issueDate":
    case "dueDate":
    case "taxPointDate":
    case "currency":
    case "agreementReference":
    case "projectReference":
    case "buyerReference":
    case "precedingInvoice":
    case "paymentTerms":
    case "bankAccount":
    case "subtotal":
    case "net":
    case "gross":
    case "taxNote":
      return fieldState(invoice[name]);
    default:
      return showsWord(invoice, name) ? { is: "present" } : undefined;
  }
}

/** "Field ticket", "docket": whether the invoice uses the words in what was read of it. Silence decides nothing. */
function showsWord(invoice: Invoice, name: string): boolean {
  const wanted = wordingOf(name).content;
  if (wanted.length === 0) return false;
  const texts = [
    ...invoice.lines.flatMap(({ description, group, orderReference }) => [
      description,
      group,
      orderReference,
    ]),
    ...invoice.notes,
    ...[
      invoice.orderReference,
      invoice.agreementReference,
      invoice.projectReference,
      invoice.buyerReference,
    ].flatMap((field) => [field?.value ?? null, ...(field?.evidence.map(({ quote }) => quote) ?? [])]),
  ];
  return texts.some((text) => {
    const { all } = wordingOf(text ?? "");
    return wanted.every((word) => all.has(word));
  });
}

function periodState(invoice: Invoice, name: string): FieldState {
  const own = name === "periodEnd" ? invoice.periodEnd : invoice.periodStart;
  if (own !== null) return fieldState(own);
  const isOnLines =
    invoice.lines.length > 0 &&
    invoice.lines.every(({ serviceDate, periodStart }) => serviceDate !== null || periodStart !== null);
  return { is: isOnLines ? "present" : "absent" };
}

function everyLine(
  invoice: Invoice,
  pick: (line: Invoice["lines"][number]) => Field<unknown> | null,
): FieldState {
  const states = invoice.lines
    .filter(({ net, printedAmount }) => net !== null || printedAmount !== null)
    .map((line) => fieldState(pick(line)));
  return states.find(({ is }) => is !== "present") ?? { is: states.length === 0 ? "absent" : "present" };
}
