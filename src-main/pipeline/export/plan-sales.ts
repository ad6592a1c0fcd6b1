import type {
  ExportPlan,
  ExportRefusal,
  Invoice,
  InvoiceId,
  OwnCompany,
  Party,
  PlannedFile,
} from "../../../src-shared/model/index.ts";
import { add, decimalToText, type DecimalText } from "../../../src-shared/money/index.ts";
import { compareNames, compareText } from "../../../src-shared/wording/index.ts";
import { isUnsafeIdentity } from "./csv-text.ts";
import type { ExportInput } from "./export-target.ts";
import { saleDocumentOf, type Ledger, type SaleDocument } from "./sale-document.ts";
import { unwritableIn } from "./windows-1252.ts";

/** A sale that will be written, with the invoice that it came from. */
export interface PlannedSale {
  readonly invoiceId: InvoiceId;
  readonly sale: SaleDocument;
}

export interface PlanRules {
  readonly target: string;
  /** `sales` where it is not given. */
  readonly ledger?: Ledger;
  readonly fileName: (part: number, parts: number) => string;
  /** Most invoices in one file; more are split at invoice borders. */
  readonly invoicesPerFile: number;
  readonly rowsOf: (sale: SaleDocument) => number;
  /** Everything that is written of a sale, where the target's encoding is Windows-1252 and cannot hold all characters. */
  readonly windowsTextOf?: (sale: SaleDocument) => string;
  /** What this target refuses beyond what no target can take; `null` when it is fine. */
  readonly refuse: (
    sale: SaleDocument,
    invoiceId: InvoiceId,
  ) => { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null;
  readonly notes: (sales: readonly SaleDocument[]) => ExportPlan["notes"];
}

/** Sales of a batch in the order of issue date, number and id, so that bytes do not depend on how they were picked. */
export const plannedSales = (
  input: ExportInput,
  plan: Pick<ExportPlan, "invoiceIds">,
  ledger: Ledger = "sales",
): readonly PlannedSale[] => {
  const wanted = new Set(plan.invoiceIds);
  return orderedSales(input, ledger).planned.filter((each) => wanted.has(each.invoiceId));
};

const orderedSales = (
  input: ExportInput,
  ledger: Ledger,
): { readonly planned: readonly PlannedSale[]; readonly refusals: readonly ExportRefusal[] } => {
  const planned: PlannedSale[] = [];
  const refusals: ExportRefusal[] = [];
  for (const invoice of input.invoices) {
    const result = saleDocumentOf(invoice, ledger);
    const wrongLedger = refuseLedger(invoice, ledger, input.ownCompany ?? null);
    if (wrongLedger !== null) refusals.push({ invoiceId: invoice.id, code: wrongLedger });
    else if ("refusal" in result) refusals.push(result.refusal);
    else planned.push({ invoiceId: invoice.id, sale: result.sale });
  }
  planned.sort(
    (a, b) =>
      compareText(a.sale.issueDate, b.sale.issueDate) ||
      compareText(a.sale.number, b.sale.number) ||
      compareText(a.invoiceId, b.invoiceId),
  );
  return { planned, refusals };
};

/** A bill must not be booked as a sale, nor the other way round; where we do not know who we are, both may go. */
const refuseLedger = (invoice: Invoice, ledger: Ledger, own: OwnCompany | null): string | null => {
  if (own === null) return null;
  const isOwn = (party: Party | null): boolean =>
    party !== null &&
    ((party.taxId !== null && own.taxIds.includes(party.taxId)) ||
      own.names.some((name) => compareNames(name, party.name) === "same"));
  if (ledger === "sales") return isOwn(invoice.buyer) && !isOwn(invoice.seller) ? "export/not-a-sale" : null;
  return isOwn(invoice.seller) && !isOwn(invoice.buyer) ? "export/not-a-bill" : null;
};

/** What makes a sale unfit for this target, first reason first. */
const refuseSale = (
  { invoiceId, sale }: PlannedSale,
  rules: PlanRules,
  numbers: ReadonlySet<string>,
): { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null => {
  for (const name of [sale.partner, sale.number])
    if (isUnsafeIdentity(name)) return { code: "export/unsafe-name", facts: { name } };
  if (numbers.has(keyOf(sale, rules.ledger)))
    return { code: "export/number-twice", facts: { number: sale.number } };
  const refusal = rules.refuse(sale, invoiceId);
  if (refusal !== null) return refusal;
  const unwritable = rules.windowsTextOf === undefined ? null : unwritableIn(rules.windowsTextOf(sale));
  return unwritable === null
    ? null
    : {
        code: "export/character-not-encodable",
        facts: { character: unwritable.character, text: unwritable.context },
      };
};

/** Our own numbers are unique; a supplier's number is unique with its supplier only. */
const keyOf = (sale: SaleDocument, ledger: Ledger | undefined): string =>
  ledger === "bills" ? `${sale.partner}\n${sale.number}` : sale.number;

/** Gross by currency, credit notes negative. */
export const totalsOf = (sales: readonly SaleDocument[]): Readonly<Record<string, DecimalText>> => {
  const totals = new Map<string, DecimalText>();
  for (const sale of sales) {
    const known = totals.get(sale.currency);
    totals.set(sale.currency, known === undefined ? sale.gross : decimalToText(add(known, sale.gross)));
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The plan that most targets share: decide, refuse, order, split, sum. */
export const planSales = (input: ExportInput, rules: PlanRules): ExportPlan => {
  const { planned, refusals } = orderedSales(input, rules.ledger ?? "sales");
  const all: ExportRefusal[] = [...refusals];
  const kept: PlannedSale[] = [];
  const numbers = new Set<string>();
  for (const each of planned) {
    const refusal = refuseSale(each, rules, numbers);
    if (refusal === null) {
      numbers.add(keyOf(each.sale, rules.ledger));
      kept.push(each);
    } else all.push({ invoiceId: each.invoiceId, ...refusal });
  }
  const parts = Math.ceil(kept.length / rules.invoicesPerFile);
  const files: PlannedFile[] = [];
  for (let part = 0; part < parts; part += 1) {
    const slice = kept.slice(part * rules.invoicesPerFile, (part + 1) * rules.invoicesPerFile);
    files.push({
      name: rules.fileName(part + 1, parts),
      invoiceIds: slice.map((each) => each.invoiceId),
      rows: slice.reduce((count, each) => count + rules.rowsOf(each.sale), 0),
    });
  }
  const sales = kept.map((each) => each.sale);
  const computed = sales.filter((sale) => sale.isDueDateComputed).map((sale) => sale.number);
  const collapsed = sales.filter((sale) => sale.collapsedLines.length > 0).map((sale) => sale.number);
  return {
    target: rules.target,
    batchId: input.batchId,
    files,
    invoiceIds: kept.map((each) => each.invoiceId),
    refusals: all,
    notes: [
      ...rules.notes(sales),
      ...(computed.length > 0
        ? [{ code: "export/due-date-computed", facts: { numbers: computed.join(", ") } }]
        : []),
      ...(collapsed.length > 0
        ? [{ code: "export/line-collapsed", facts: { numbers: collapsed.join(", ") } }]
        : []),
    ],
    totals: totalsOf(sales),
  };
};

/** "-1" of several parts, nothing of one. */
export const partSuffix = (part: number, parts: number): string => (parts > 1 ? `-${part}` : "");
