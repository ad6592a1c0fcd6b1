import { describe, expect, test } from "vitest";
import {
  findCauses,
  findMentions,
  foldDecisions,
  judgeCase,
  rankCustomers,
  triageCase,
} from "../../../../../src-main/pipeline/decide/index.ts";
import type { Finding, InvoiceId, Outcome } from "../../../../../src-shared/model/index.ts";
import { defaultPolicy } from "../../../../../src-shared/model/index.ts";
import { sentence } from "../../../../../src-shared/text/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { anInvoice, hashText } from "../../../../builders/billing-documents.ts";
import type { InvoiceSpec } from "../../../../builders/billing-documents.ts";

const aFinding = (parts: Partial<Finding> = {}): Finding =>
  ({
    id: "fnd-1",
    check: "rate.over",
    severity: "warn",
    direction: "over",
    agreementId: "agr-1",
    message: "Too much",
    impact: "10.00",
    evidence: [
      { documentId: "doc-1", role: "term", quote: "$150 per hour", at: { page: 1, box: [0, 0, 1, 1] } },
    ],
    ...parts,
  }) as unknown as Finding;

const triage = (
  invoice: InvoiceSpec,
  open: readonly Finding[] = [],
  outcomes: readonly Outcome[] = [],
): ReturnType<typeof triageCase> => {
  const built = anInvoice(invoice);
  return triageCase({
    invoice: built,
    checked: { invoiceId: built.id, agreementId: null, route: "review", findings: open, outcomes },
    open,
    asOf: localDate("2026-11-21"),
    policy: defaultPolicy,
    customerValue: "low",
  });
};

describe("urgency", () => {
  test.each([
    ["2026-10-01", "2026-11-20", "overdue"],
    ["2026-11-20", "2026-12-20", "late"],
    ["2026-11-21", "2026-12-21", "this-week"],
    ["2026-11-27", null, "this-week"],
    ["2026-11-28", null, "later"],
    [null, null, "undated"],
  ])("issued %s, due %s: %s", (issueDate, dueDate, urgency) => {
    expect(triage({ issueDate, dueDate, periodEnd: null } as InvoiceSpec).urgency).toBe(urgency);
  });

  test("goes by the earlier of issue and due day", () => {
    expect(triage({ issueDate: "2026-12-10", dueDate: "2026-12-01" } as InvoiceSpec).sendBy).toBe(
      "2026-12-01",
    );
  });
});

describe("risk", () => {
  const invoice = { payable: "1000.00" } as InvoiceSpec;
  test("is low where nothing was found and everything determined", () => {
    expect(triage(invoice).risk).toBe("low");
    expect(triage(invoice, [aFinding({ severity: "info" })]).risk).toBe("low");
  });
  test("is never low where something could not be determined", () => {
    const unknown = {
      check: "rate.over",
      subject: "inv-1",
      outcome: "cannot-determine",
      because: sentence("because/no-tax", {}),
    } as const;
    expect(triage(invoice, [], [unknown]).risk).toBe("medium");
  });
  test("is high beyond the owner's variance, and not at it", () => {
    expect(triage(invoice, [aFinding({ impact: "100.00" as never })]).risk).toBe("medium");
    expect(triage(invoice, [aFinding({ impact: "100.01" as never })]).risk).toBe("high");
  });
  test("adds both directions instead of netting them", () => {
    const both = [
      aFinding({ impact: "60.00" as never }),
      aFinding({ impact: "60.00" as never, direction: "under" }),
    ];
    expect(triage(invoice, both).risk).toBe("high");
  });
  test("is high for a bank account that changed, whatever the money", () => {
    expect(triage(invoice, [aFinding({ check: "bank.changed", impact: null })]).risk).toBe("high");
  });
});

test("customers are ranked by their share, each currency for itself", () => {
  const sale = (id: string, customer: string, net: string, currency = "USD") =>
    anInvoice({ id, customer, net, currency, buyer: customer } as unknown as InvoiceSpec);
  const invoices = [
    ["a", "Big", "600.00", "USD"],
    ["b", "Middle", "350.00", "USD"],
    ["c", "Small", "50.00", "USD"],
    ["d", "Only", "1.00", "EUR"],
  ].map(([id = "", name = "", net = "", currency = ""]) => {
    const built = sale(id, name, net, currency);
    return {
      ...built,
      id: id as InvoiceId,
      buyer: { ...built.buyer, name },
      net: { ...built.net, value: net },
      currency: { ...built.currency, value: currency },
    } as unknown as ReturnType<typeof anInvoice>;
  });
  expect(Object.fromEntries(rankCustomers(invoices))).toEqual({
    a: "high",
    b: "medium",
    c: "low",
    d: "high",
  });
});

describe("causes", () => {
  const one = anInvoice({ number: "A" } as InvoiceSpec);
  const invoices = ["inv-1", "inv-2"].map((id) => ({ ...one, id: id as InvoiceId }));
  const [first, second] = invoices as [typeof one, typeof one];

  test("one clause that explains findings of several invoices is one cause", () => {
    const { list, byInvoice } = findCauses(
      [
        { invoice: first, open: [aFinding(), aFinding({ id: "fnd-2" as never, message: "Also" })] },
        { invoice: second, open: [aFinding({ id: "fnd-3" as never, impact: "5.00" as never })] },
      ],
      new Map(),
      hashText,
    );
    expect(list).toHaveLength(1);
    expect(list[0]?.findings.map(({ findingId }) => findingId)).toEqual(["fnd-1", "fnd-2", "fnd-3"]);
    expect(Object.values(list[0]?.over ?? {})).toEqual(["25.00"]);
    expect(byInvoice.get(second.id)).toEqual([list[0]?.id]);
  });

  test("another clause, another direction or mere information is not the same cause", () => {
    const elsewhere = aFinding({
      id: "fnd-4" as never,
      evidence: [{ documentId: "doc-1", role: "term", quote: "x", at: { page: 2 } }] as never,
    });
    const { list } = findCauses(
      [
        { invoice: first, open: [aFinding(), elsewhere] },
        { invoice: second, open: [aFinding({ direction: "under" }), aFinding({ severity: "info" })] },
      ],
      new Map(),
      hashText,
    );
    expect(list).toHaveLength(3);
  });
});

describe("owners", () => {
  const invoice = anInvoice({ number: "A" } as InvoiceSpec);
  const own = (findings: readonly Finding[], owners = defaultPolicy.owners): string =>
    judgeCase(
      {
        invoice,
        checked: { invoiceId: invoice.id, agreementId: null, route: "review", findings, outcomes: [] },
        contentHash: "",
        asOf: localDate("2026-11-21"),
        policy: { ...defaultPolicy, owners },
      },
      foldDecisions([]),
    ).owner;

  test("every case has one, the first role where no rule fits", () => {
    expect(own([])).toBe("Billing");
    expect(own([aFinding({ check: "bank.changed" })])).toBe("Finance lead");
  });
  test("a rule can name a customer, and all that it names must hold", () => {
    const rule = { customer: invoice.buyer?.name.toUpperCase() ?? "", check: "rate", role: "Project lead" };
    expect(own([aFinding()], [rule])).toBe("Project lead");
    expect(own([], [rule])).toBe("Billing");
  });
});

test("mentions are roles that exist, in any case, the longest name where several begin alike", () => {
  const roles = ["Owner", "Owner of sales", "Billing"];
  expect(findMentions("@owner of sales and @BILLING, not @ownership", roles)).toEqual([
    "Owner of sales",
    "Billing",
  ]);
  expect(findMentions("mail me at a@b.example", roles)).toEqual([]);
});
