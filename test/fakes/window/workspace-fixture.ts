import { sentence } from "../../../src-shared/text/index.ts";
import type { DocumentRow } from "../../../src-shared/api/contract.ts";
import { partyNamed, urgencies } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  Party,
  Agreement,
  Delivery,
  Evidence,
  EvidenceRole,
  Field,
  Finding,
  Invoice,
  InvoiceLine,
  LineMatch,
  Outcome,
  QueueRow,
  ReadDocument,
  ReviewCase,
  Term,
} from "../../../src-shared/model/index.ts";
import type { DrawnLine, TextLine } from "./draw-page.ts";

/** Plain text as an id or amount of the model. */
// The brand is chosen by whoever asks.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const as = <T>(text: string): T => text as T;
const dec = (text: string): DecimalText => text as DecimalText;
export const field = <T>(value: T, evidence: readonly Evidence[] = []): Field<T> => ({
  value,
  evidence,
  basis: "rule",
  confidence: 0.97,
});

export const agreementLines: readonly TextLine[] = [
  { text: "MASTER SERVICES AGREEMENT MSA-014", x: 60, y: 80, size: 16, bold: true },
  {
    text: 'between Northwind Consulting LLC ("Consultant") and Fjord Logistics AS ("Client")',
    x: 60,
    y: 110,
  },
  { text: "1. Term. This Agreement runs from 1 March 2026 until 28 February 2027.", x: 60, y: 150 },
  { text: "2. Fees. Consultant bills time at the following hourly rates:", x: 60, y: 180 },
  { text: "Senior consultant   USD 150.00 per hour", x: 80, y: 202 },
  { text: "Junior consultant   USD 95.00 per hour", x: 80, y: 220 },
  { text: "3. Cap. Fees shall not exceed USD 20,000.00 in any calendar month.", x: 60, y: 252 },
  { text: "4. Discount. A volume discount of 5% applies to months above USD 10,000.00.", x: 60, y: 282 },
  { text: "5. Payment. Invoices are due 30 days after the invoice date.", x: 60, y: 312 },
  { text: "6. References. Every invoice shows the purchase order number PO-88120.", x: 60, y: 342 },
  { text: "7. Travel is billed at half the hourly rate, with prior written approval.", x: 60, y: 372 },
  { text: "Signed 24 February 2026", x: 60, y: 760 },
];

export const invoiceLines: readonly TextLine[] = [
  { text: "INVOICE", x: 60, y: 80, size: 20, bold: true },
  { text: "Northwind Consulting LLC, 12 Pier Road, Boston", x: 60, y: 104 },
  { text: "Bill to: Fjord Logistics AS", x: 60, y: 140 },
  { text: "Invoice number NW-2026-0118", x: 360, y: 140 },
  { text: "Date 31 March 2026", x: 360, y: 156 },
  { text: "Due 15 April 2026", x: 360, y: 172 },
  { text: "Description", x: 60, y: 220, bold: true },
  { text: "Senior consultant, network audit    40.0 h    165.00    6,600.00", x: 60, y: 244 },
  { text: "Junior consultant, documentation    18.5 h    95.00    1,757.50", x: 60, y: 264 },
  { text: "Travel to Bergen    6.0 h    75.00    450.00", x: 60, y: 284 },
  { text: "Subtotal    8,807.50", x: 330, y: 320 },
  { text: "Total due USD 8,807.50", x: 330, y: 344, bold: true },
];

export const timesheet = [
  ["Date", "Person", "Role", "Hours", "Approved", "Task"],
  ["2026-03-02", "A. Berg", "Senior consultant", "8.0", "yes", "Network audit"],
  ["2026-03-03", "A. Berg", "Senior consultant", "8.0", "yes", "Network audit"],
  ["2026-03-04", "A. Berg", "Senior consultant", "8.0", "yes", "Network audit"],
  ["2026-03-05", "A. Berg", "Senior consultant", "8.0", "yes", "Network audit"],
  ["2026-03-06", "A. Berg", "Senior consultant", "6.0", "yes", "Network audit"],
  ["2026-03-09", "L. Chen", "Junior consultant", "8.0", "yes", "Documentation"],
  ["2026-03-10", "L. Chen", "Junior consultant", "8.0", "yes", "Documentation"],
  ["2026-03-11", "L. Chen", "Junior consultant", "2.5", "no", "Documentation"],
];

export const amendmentText = [
  "AMENDMENT NO. 1 to the Master Services Agreement MSA-014 dated 24 February 2026",
  "",
  "1. With effect from 1 October 2026 the rate for a senior consultant is USD 165.00 per hour.",
  "2. All other terms remain unchanged.",
  "",
  "Signed 18 September 2026",
].join("\n");

export const documentIds = {
  agreement: "doc-000000000001",
  amendment: "doc-000000000002",
  invoice: "doc-000000000003",
  timesheet: "doc-000000000004",
  broken: "doc-000000000005",
};

const onPage = (
  drawn: readonly DrawnLine[],
  start: string,
  documentId: string,
  role: EvidenceRole,
): readonly Evidence[] => {
  const line = drawn.find((each) => each.text.startsWith(start));
  if (line === undefined) throw new Error(`No line starts with ${start}`);
  return [{ documentId: as(documentId), role, quote: line.text, at: { page: line.page, box: line.box } }];
};

const base = {
  agreementId: as<Agreement["id"]>("agr-1"),
  status: "confirmed" as const,
  from: null,
  to: null,
  confidence: 0.96,
  basis: "rule" as const,
  version: 1,
};

export function createAgreements(drawn: readonly DrawnLine[]): readonly Agreement[] {
  const clause = (start: string) => onPage(drawn, start, documentIds.agreement, "term");
  const rise = amendmentText.indexOf("1. With effect");
  const riseQuote = amendmentText.slice(rise, amendmentText.indexOf("\n", rise));
  const terms: readonly Term[] = [
    {
      ...base,
      id: as("trm-1"),
      type: "duration",
      value: { from: as("2026-03-01"), to: as("2027-03-01") },
      evidence: clause("1. Term"),
    },
    {
      ...base,
      id: as("trm-2"),
      type: "rate",
      value: { item: "Senior consultant", unit: "hour", price: dec("150.00") },
      evidence: clause("Senior"),
    },
    {
      ...base,
      id: as("trm-3"),
      type: "rate",
      value: { item: "Junior consultant", unit: "hour", price: dec("95.00") },
      evidence: clause("Junior"),
    },
    {
      ...base,
      id: as("trm-4"),
      type: "cap",
      value: { amount: dec("20000.00"), scope: "month" },
      evidence: clause("3. Cap"),
      status: "proposed",
    },
    {
      ...base,
      id: as("trm-5"),
      type: "discount",
      value: { percent: dec("5"), scope: "agreement", threshold: dec("10000.00") },
      evidence: clause("4. Discount"),
      status: "proposed",
      questions: ["threshold-base-unsaid"],
    },
    {
      ...base,
      id: as("trm-6"),
      type: "payment-terms",
      value: { days: 30, from: "invoice-date" },
      evidence: clause("5. Payment"),
    },
    {
      ...base,
      id: as("trm-7"),
      type: "required",
      value: { fields: ["orderReference"] },
      evidence: clause("6. References"),
    },
    {
      ...base,
      id: as("trm-8"),
      type: "time-rules",
      value: { travelMultiplier: dec("0.5") },
      evidence: clause("7. Travel"),
      conditions: ["with prior written approval"],
    },
  ];
  const seller = party("Northwind Consulting LLC");
  const buyer = party("Fjord Logistics AS");
  const common = {
    seller,
    buyer,
    parties: [],
    currency: "USD",
    timeZone: null,
    governingLaw: null,
    operations: [],
    residue: [],
    precedence: null,
    evidence: [],
  };
  return [
    {
      ...common,
      id: as("agr-1"),
      documentId: as(documentIds.agreement),
      rank: "master-agreement",
      standing: "in-force",
      number: "MSA-014",
      title: "Master Services Agreement MSA-014",
      references: [],
      dated: as("2026-02-24"),
      signedOn: as("2026-02-24"),
      from: as("2026-03-01"),
      to: as("2027-03-01"),
      terms,
      gaps: [
        { code: "rounding", evidence: [] },
        { code: "tax", evidence: [] },
      ],
    },
    {
      ...common,
      id: as("agr-2"),
      documentId: as(documentIds.amendment),
      rank: "amendment",
      standing: "in-force",
      number: "MSA-014/1",
      title: "Amendment No. 1",
      references: [{ number: "MSA-014", title: null, dated: null, relation: "amends" }],
      dated: as("2026-09-18"),
      signedOn: as("2026-09-18"),
      from: as("2026-10-01"),
      to: null,
      gaps: [],
      terms: [
        {
          ...base,
          agreementId: as("agr-2"),
          id: as("trm-9"),
          status: "proposed",
          type: "rate",
          from: as("2026-10-01"),
          value: { item: "Senior consultant", unit: "hour", price: dec("165.00") },
          evidence: [
            {
              documentId: as(documentIds.amendment),
              role: "term",
              quote: riseQuote,
              at: { start: rise, end: rise + riseQuote.length },
            },
          ],
        },
      ],
    },
  ];
}

const party = (name: string): Party => partyNamed(name, [], 0.98);

const line = (
  id: string,
  description: string,
  quantity: string,
  price: string,
  net: string,
  evidence: readonly Evidence[],
): InvoiceLine => ({
  id,
  description,
  itemCode: null,
  group: null,
  person: null,
  role: null,
  quantity: field(dec(quantity)),
  unit: field("hour"),
  unitPrice: field(dec(price)),
  priceBase: null,
  discountPercent: null,
  discountAmount: null,
  net: field(dec(net)),
  printedAmount: null,
  taxRate: null,
  taxCategory: null,
  taxAmount: null,
  serviceDate: null,
  periodStart: null,
  periodEnd: null,
  sourceIds: [],
  orderReference: null,
  evidence,
});

export function createCase(
  drawnAgreement: readonly DrawnLine[],
  drawnInvoice: readonly DrawnLine[],
  row: QueueRow,
): ReviewCase {
  const clause = (start: string) => onPage(drawnAgreement, start, documentIds.agreement, "term");
  const billed = (start: string) => onPage(drawnInvoice, start, documentIds.invoice, "invoice");
  const record = (rowNumber: number, column: number): Evidence => ({
    documentId: as(documentIds.timesheet),
    role: "delivery",
    quote: timesheet[rowNumber - 1]?.[column - 1] ?? "",
    at: { row: rowNumber, column },
  });
  const invoice: Invoice = {
    id: row.invoiceId,
    documentId: as(documentIds.invoice),
    kind: "invoice",
    number: row.number === null ? null : field(row.number),
    issueDate: row.issueDate === null ? null : field(row.issueDate),
    dueDate: row.dueDate === null ? null : field(row.dueDate),
    taxPointDate: null,
    periodStart: null,
    periodEnd: null,
    currency: field(row.currency ?? "USD"),
    seller: party("Northwind Consulting LLC"),
    buyer: row.customer === null ? null : party(row.customer),
    orderReference: null,
    agreementReference: null,
    projectReference: null,
    buyerReference: null,
    precedingInvoice: null,
    paymentTerms: null,
    bankAccount: null,
    lines: [
      line("1", "Senior consultant, network audit", "40.0", "165.00", "6600.00", billed("Senior")),
      line("2", "Junior consultant, documentation", "18.5", "95.00", "1757.50", billed("Junior")),
      line("3", "Travel to Bergen", "6.0", "75.00", "450.00", billed("Travel")),
    ],
    allowanceCharges: [],
    taxes: [],
    pricesIncludeTax: false,
    subtotal: field(dec("8807.50")),
    allowances: null,
    charges: null,
    net: null,
    tax: null,
    gross: field(dec("8807.50")),
    prepaid: null,
    retention: null,
    withholding: null,
    rounding: null,
    payable: row.payable === null ? null : field(row.payable),
    taxNote: null,
    notes: [],
  };
  const common = {
    version: 1,
    invoiceId: row.invoiceId,
    agreementId: as<Agreement["id"]>("agr-1"),
    documentId: as<DocumentRow["id"]>(documentIds.invoice),
    tolerance: { over: dec("0.00"), under: dec("0.00") },
    blockedChecks: [],
    relatedInvoiceId: null,
  };
  const drawn: readonly Omit<Finding, "said">[] =
    row.route === "clear"
      ? []
      : [
          {
            ...common,
            id: as(`fnd-1-${row.invoiceId}`),
            check: "rate.over",
            severity: "block",
            direction: "over",
            line: "1",
            message:
              "Line 1 bills 165.00 per hour for a senior consultant; the agreement says 150.00 until 30 September 2026.",
            expected: "150.00 USD",
            found: "165.00 USD",
            impact: dec("600.00"),
            formula: "(165.00 − 150.00) × 40.0 = 600.00",
            alternative: "Equals the rate of Amendment No. 1, which begins on 1 October 2026.",
            proposal: { action: "correct", text: "Bill 40.0 hours at 150.00: 6,000.00 instead of 6,600.00." },
            confidence: 0.96,
            evidence: [...clause("Senior"), ...billed("Senior")],
          },
          {
            ...common,
            id: as(`fnd-2-${row.invoiceId}`),
            check: "quantity.over",
            severity: "warn",
            direction: "over",
            line: "1",
            message: "Line 1 bills 40.0 hours; the approved timesheet holds 38.0.",
            expected: "38.0 h",
            found: "40.0 h",
            impact: dec("300.00"),
            formula: "(40.0 − 38.0) × 150.00 = 300.00",
            alternative: null,
            proposal: { action: "ask", text: "Ask A. Berg for the missing 2.0 hours, or bill 38.0." },
            confidence: 0.93,
            evidence: [...billed("Senior"), record(2, 4), record(6, 4)],
          },
          {
            ...common,
            id: as(`fnd-3-${row.invoiceId}`),
            check: "fields.required",
            severity: "warn",
            direction: "process",
            line: null,
            message:
              "The agreement wants the purchase order number PO-88120 on every invoice; this one shows none.",
            expected: "PO-88120",
            found: null,
            impact: null,
            formula: null,
            alternative: null,
            proposal: { action: "correct", text: "Add the purchase order number PO-88120." },
            confidence: 0.98,
            evidence: clause("6. References"),
          },
          {
            ...common,
            id: as(`fnd-4-${row.invoiceId}`),
            check: "terms.due-date",
            severity: "warn",
            direction: "process",
            line: null,
            message: "The due date is 15 April 2026; 30 days after the invoice date is 30 April 2026.",
            expected: "2026-04-30",
            found: "2026-04-15",
            impact: null,
            formula: "31 Mar 2026 + 30 days = 30 Apr 2026",
            alternative: "Equals net 15.",
            proposal: { action: "correct", text: "Set the due date to 30 April 2026." },
            confidence: 0.97,
            evidence: [...clause("5. Payment"), ...billed("Due")],
          },
        ];
  const whole = (words: string): Finding["said"]["message"] => sentence("words/whole", { words });
  const findings = drawn.map((finding): Finding => ({
    ...finding,
    said: {
      message: whole(finding.message),
      proposal: whole(finding.proposal.text),
      alternative: finding.alternative === null ? null : whole(finding.alternative),
    },
  }));
  const outcome = (
    check: Outcome["check"],
    kind: Outcome["outcome"],
    subject: string,
    because: string,
  ): Outcome => ({ check, outcome: kind, subject, because: whole(because) });
  const outcomes: readonly Outcome[] = [
    outcome("arithmetic.line", "pass", `${row.invoiceId}#1`, "40.0 × 165.00 = 6,600.00."),
    outcome("arithmetic.total", "pass", row.invoiceId, "The lines add up to 8,807.50."),
    outcome(
      "tax.missing",
      "cannot-determine",
      row.invoiceId,
      "The agreement does not say which tax applies.",
    ),
    outcome(
      "discount.missing",
      "cannot-determine",
      row.invoiceId,
      "The discount of section 4 is not confirmed yet.",
    ),
    outcome("retention.wrong", "not-applicable", row.invoiceId, "The agreement has no retention."),
    outcome("cap.exceeded", "not-run", row.invoiceId, "Runs when the rate is settled."),
    ...findings.map((finding) => outcome(finding.check, "fail", row.invoiceId, finding.message)),
  ];
  const bind = (lineId: string, termId: string, records: readonly string[]): LineMatch => ({
    lineId,
    state: "bound",
    bindings: [{ termId: as(termId), from: null, to: null, reasons: ["role", "unit"], confidence: 0.95 }],
    candidates: [],
    deliveries: records.map((id) => ({ deliveryId: as(id), quantity: null, reasons: ["role"] })),
  });
  return {
    invoice,
    match: {
      invoiceId: row.invoiceId,
      agreementId: as("agr-1"),
      state: "matched",
      reasons: ["party-name"],
      confidence: 0.97,
      candidates: [],
      governedBy: [],
      lines: [bind("1", "trm-2", ["dlv-2", "dlv-3"]), bind("2", "trm-3", ["dlv-7"]), bind("3", "trm-8", [])],
    },
    agreements: createAgreements(drawnAgreement),
    termsInForce: [],
    deliveries: createDeliveries(),
    findings,
    outcomes,
    route: row.route,
    decision: {
      invoiceId: row.invoiceId,
      state: row.state,
      owner: row.owner,
      waitingUntil: row.waitingUntil,
      question: null,
      note: null,
      dismissed: [],
      approvals: [],
      approversNeeded: 1,
      approvedHash: null,
      approvedBy: null,
      approvedAt: null,
      batchId: null,
      exportId: null,
    },
    advice: null,
    history: [],
    reversed: [],
  };
}

export function createDeliveries(): readonly Delivery[] {
  return timesheet.slice(1).map(([date, person, role, hours, approved, task], at) => ({
    id: as(`dlv-${at + 2}`),
    documentId: as(documentIds.timesheet),
    kind: "time",
    sourceId: null,
    date: as(date ?? ""),
    instant: null,
    periodStart: null,
    periodEnd: null,
    person: person ?? null,
    role: role ?? null,
    item: task ?? null,
    customer: null,
    project: null,
    quantity: dec(hours ?? "0"),
    unit: "hour",
    amount: null,
    currency: null,
    billable: null,
    approved: approved === "yes",
    approvedBy: null,
    reference: null,
    basis: "rule",
    confidence: 0.9,
    evidence: [
      {
        documentId: as(documentIds.timesheet),
        role: "delivery",
        quote: hours ?? "",
        at: { row: at + 2, column: 4 },
      },
    ],
  }));
}

const empty = {
  problem: null,
  pages: [],
  blocks: [],
  sheets: [],
  root: null,
  members: [],
  text: null,
  properties: {},
};

export function createReadings(): Readonly<Record<string, ReadDocument>> {
  return {
    [documentIds.amendment]: {
      ...empty,
      documentId: as(documentIds.amendment),
      reader: "text",
      status: "read",
      text: amendmentText,
    },
    [documentIds.timesheet]: {
      ...empty,
      documentId: as(documentIds.timesheet),
      reader: "csv",
      status: "read",
      sheets: [
        {
          name: "timesheet",
          hidden: false,
          rows: timesheet.map((cells, row) =>
            cells.map((text, column) => ({
              text,
              value: text,
              valueType: column === 3 && row > 0 ? "number" : "text",
              at: { row: row + 1, column: column + 1 },
              hidden: false,
            })),
          ),
        },
      ],
    },
  };
}

const customers = [
  "Fjord Logistics AS",
  "Acme GmbH",
  "Brightwater Ltd",
  "Casa Verde S.L.",
  "Delta Dental Group",
  "Hôtel du Lac",
  "Kestrel Aviation",
];
const firstFindings = [
  "Line 1 bills 165.00 per hour; the agreement says 150.00.",
  "The invoice was billed before as NW-2026-0031.",
  "40.0 hours billed, 38.0 approved.",
  "The 5% discount of section 4 is missing.",
  "The purchase order number is missing.",
].map((words) => sentence("words/whole", { words }));

export function createRows(count: number): readonly QueueRow[] {
  return Array.from({ length: count }, (_, at): QueueRow => {
    const route =
      (["blocked", "review", "review", "clear", "clear", "clear", "review"] as const)[(at * 5) % 7] ??
      "review";
    const isUnder = at % 5 === 3;
    const cents = String((at * 7919) % 100).padStart(2, "0");
    const impact = route === "clear" || at % 6 === 5 ? null : dec(`${((at * 3571) % 4200) + 12}.${cents}`);
    return {
      invoiceId: as(`inv-${String(at).padStart(12, "0")}`),
      number: `NW-2026-${String(118 + at).padStart(4, "0")}`,
      customer: customers[at % customers.length] ?? null,
      agreement: at % 9 === 8 ? null : "MSA-014",
      issueDate: as(`2026-03-${String((at % 28) + 1).padStart(2, "0")}`),
      dueDate: as(`2026-04-${String((at % 28) + 1).padStart(2, "0")}`),
      currency: at % 7 === 1 ? "EUR" : "USD",
      payable: dec(`${((at * 7717) % 24000) + 240}.${cents}`),
      route,
      state: route === "blocked" ? "blocked" : "to-decide",
      owner: "Bookkeeper",
      waitingUntil: null,
      over: isUnder ? null : impact,
      under: isUnder ? impact : null,
      findings: route === "clear" ? 0 : (at % 4) + 1,
      undetermined: route === "review" && at % 3 === 0 ? 1 : 0,
      firstFinding: route === "clear" ? null : (firstFindings[at % firstFindings.length] ?? null),
      checks: route === "clear" ? [] : ["rate.over", "quantity.over"],
      causes: route === "clear" ? [] : [`cau-${at % 40}`],
      sendBy: as(`2026-03-${String((at % 28) + 1).padStart(2, "0")}`),
      urgency: urgencies[at % urgencies.length] ?? "later",
      risk: route === "blocked" ? "high" : route === "review" ? "medium" : "low",
      customerValue: (["high", "medium", "low", null] as const)[at % 4] ?? null,
    };
  });
}

export function createDocumentRows(): readonly DocumentRow[] {
  const row = (
    id: string,
    path: string,
    kind: DocumentRow["kind"],
    mediaType: string,
    rest: Partial<DocumentRow> = {},
  ): DocumentRow => ({
    id: as(id),
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    sha256: id.slice(4).repeat(5) + "abcd",
    sizeBytes: 48_213,
    mediaType,
    copyOf: null,
    kind,
    kindConfidence: 0.98,
    reader: "pdf-text",
    status: "read",
    problem: null,
    pages: 1,
    contains: [],
    ...rest,
  });
  return [
    row(documentIds.agreement, "agreements/msa-014.pdf", "agreement", "application/pdf"),
    row(documentIds.amendment, "agreements/amendment-1.txt", "amendment", "text/plain", {
      reader: "text",
      kindConfidence: 0.74,
    }),
    row(documentIds.invoice, "invoices/NW-2026-0118.pdf", "invoice", "application/pdf"),
    row(documentIds.timesheet, "records/timesheet-march.csv", "timesheet", "text/csv", {
      reader: "csv",
      pages: null,
    }),
    row(documentIds.broken, "invoices/scan 77.pdf", "unknown", "application/pdf", {
      reader: null,
      status: "unreadable",
      pages: null,
      problem: {
        code: "read/pdf-encrypted",
        message: "“invoices/scan 77.pdf” is protected by a password. Save it without one, and give it again.",
      },
    }),
  ];
}
